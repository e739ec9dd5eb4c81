#pragma once
// The loop: sleep, take what came, update, view, paint. And the one interpreter of effects. UI thread.

#include "app/clock.h"
#include "app/frames.h"
#include "app/gallery.h"
#include "app/intake_worker.h"
#include "app/message.h"
#include "app/options.h"
#include "app/play_log.h"
#include "app/record.h"
#include "app/service.h"
#include "screen/compositor.h"
#include "screen/text.h"
#include "staff/overlay.h"
#include "staff/pin_store.h"
#include "state/update.h"

#include <thread>

namespace kiosk {

class Kiosk {
public:
    /// All of these are locals of main and outlive the kiosk.
    struct Parts {
        Options const& options;
        Clock const& clock;
        ScreenWindow& window;
        Fonts const& fonts;
        DecodeClient& decoder;
        KioskInbox& inbox;
        Overlay& overlay;
        PinStore& pins;
        Recorder& recorder;
        PlayLog& plays;
        IntakeWorker& intake;
        std::vector<TimedTouch> replay;
    };
    Kiosk(Parts, Model);
    ~Kiosk();

    /// Runs until staff, a signal or --quit-after ends it. The service starts after the first frame.
    void run(ServiceOptions const& service);

private:
    void take_input();
    void take_messages();
    void take_replay(Now const&);
    void pointer(PointerEvent const&, Now const&);
    void apply(Action const&, Now const&);
    void carry_out(Effect const&);
    void show(Now const&);
    void show_overlay(Now const&, Target);
    void look_ahead(Now const&);
    void tell(Now const&);
    void set_up_painting(Size);
    void resize(Size);
    Millis sleep_for(Now const&) const;

    Parts m_parts;
    Model m_model;
    PangoRuler m_ruler;
    std::optional<Painter> m_painter;  // Made anew when the screen changes its size,
    Gallery m_gallery;
    std::optional<Compositor> m_compositor;  // and so is this.
    Frames m_frames;
    Scene m_scene;
    std::optional<SignupService> m_service;
    std::thread m_pin_worker;
    std::size_t m_replayed = 0;
    bool m_overlay_open = false;
    bool m_ended = false;
    std::chrono::seconds m_told{-1};
    std::string m_ui_dump;
    bool m_status_failed = false;
};

}
