#include "app/kiosk.h"

#include "app/status.h"
#include "base/log.h"
#include "base/overloaded.h"
#include "state/plays.h"
#include "view/ui_dump.h"
#include "view/view.h"

namespace kiosk {
namespace {

/// Pictures kept for what a visitor may open next, as a multiple of the screen's own bytes.
constexpr std::size_t screens_kept = 2;

/// Until the first slide is up, but no longer, the sign-up service waits: it would take its time from it.
constexpr Millis first_look{500};

std::size_t picture_limit(Size screen) {
    return screens_kept * std::size_t(screen.w) * std::size_t(screen.h) * 4;
}

/// Sampling a moving picture takes a few milliseconds for each of these; on larger screens every other frame
/// must do.
constexpr int most_pixels_at_full_rate = 2560 * 1600;

int periods_to_next(Scene const& scene) {
    bool const samples = scene.current.drift > 0 || (scene.change && scene.change->from.drift > 0);
    return samples && scene.size.w * scene.size.h > most_pixels_at_full_rate ? 2 : 1;
}

Touched::Phase phase_of(PointerEvent::Phase phase) {
    switch (phase) {
    case PointerEvent::Phase::Down:
        return Touched::Phase::Down;
    case PointerEvent::Phase::Move:
        return Touched::Phase::Move;
    case PointerEvent::Phase::Up:
        break;
    }
    return Touched::Phase::Up;
}

}

Kiosk::Kiosk(Parts parts, Model model)
    : m_parts(std::move(parts)),
      m_model(std::move(model)),
      m_ruler(m_parts.fonts),
      m_gallery(m_parts.decoder, picture_limit(m_model.glass.px)) {
    set_up_painting(m_model.glass.px);
}

Kiosk::~Kiosk() {
    if (m_pin_worker.joinable()) m_pin_worker.join();
}

void Kiosk::run(ServiceOptions const& service) {
    std::chrono::duration<double> const quit_after{m_parts.options.quit_after};
    while (!m_model.quit && !m_ended) {
        take_input();
        take_messages();
        Now const now = m_parts.clock.read();
        take_replay(now);
        apply(Tick{}, now);
        show(now);
        look_ahead(now);
        tell(now);
        bool const has_begun = !m_model.show.item.empty() || now.steady > first_look;
        if (has_begun && !m_service) m_service.emplace(service, m_parts.inbox);
        if (quit_after.count() > 0 && m_parts.clock.elapsed() >= quit_after) m_ended = true;
    }
    if (auto play = last_play(m_model, m_parts.clock.read())) m_parts.plays.add(*play);
}

/// Until the model changes by itself, or the next line of the status is due.
Millis Kiosk::sleep_for(Now const& now) const {
    using std::chrono::ceil;
    Millis const wake = next_wake(m_model, now);
    if (wake <= now.steady) return std::chrono::floor<Millis>(m_frames.until_next(m_parts.clock.elapsed()));
    Millis sleep = ceil<Millis>(m_parts.clock.real(wake - now.steady));
    if (m_replayed < m_parts.replay.size()) {
        Millis const touch = m_parts.replay[m_replayed].at - now.steady;
        sleep = std::min(sleep, std::max(Millis{0}, ceil<Millis>(m_parts.clock.real(touch))));
    }
    auto const elapsed = m_parts.clock.elapsed();
    Millis const status = ceil<Millis>(m_told + std::chrono::seconds{1} - elapsed);
    return std::min(sleep, std::max(Millis{0}, status));
}

void Kiosk::take_input() {
    for (InputEvent const& event : m_parts.window.wait(sleep_for(m_parts.clock.read()))) {
        Now const now = m_parts.clock.read();
        std::visit(overloaded{
                       [&](PointerEvent const& touch) { pointer(touch, now); },
                       [&](KeyEvent const&) {},  // Visitors have no keyboard; a plugged-in one does nothing.
                       [&](Resized const& resized) { resize(resized.size); },
                       [&](Closed const&) { m_ended = m_parts.options.window.has_value(); },
                   },
                   event);
    }
}

void Kiosk::pointer(PointerEvent const& event, Now const& now) {
    Touched touch{phase_of(event.phase), event.id, event.at, {}, {}};
    m_parts.recorder.add({now.steady, touch.phase, touch.finger, touch.at});
    if (m_overlay_open)
        m_parts.overlay.pointer(touch.phase, touch.at);
    else if (Element const* element = hit(m_scene, touch.at)) {
        touch.element = element->id;
        touch.command = element->command;
    }
    apply(touch, now);
}

void Kiosk::take_replay(Now const& now) {
    auto const& touches = m_parts.replay;
    for (; m_replayed < touches.size() && touches[m_replayed].at <= now.steady; ++m_replayed) {
        TimedTouch const& touch = touches[m_replayed];
        constexpr PointerEvent::Phase phases[] = {PointerEvent::Phase::Down, PointerEvent::Phase::Move,
                                                  PointerEvent::Phase::Up};
        pointer({touch.finger, phases[int(touch.phase)], touch.point}, now);
    }
}

void Kiosk::take_messages() {
    for (Message& message : m_parts.inbox.drain()) {
        Now const now = m_parts.clock.read();
        std::visit(
            overloaded{
                [&](DecodedPicture& picture) { m_gallery.receive(std::move(picture)); },
                [&](CatalogLoaded& loaded) {
                    m_gallery.forget_failures();
                    if (m_service) m_service->reload();
                    apply(loaded, now);
                },
                [&](ReloadFailed& failed) { log_error(failed.why + "; the library as it was stays in use"); },
                [&](SeatsChanged& changed) { apply(changed, now); },
                [&](ServiceLost&) { apply(ServiceLost{}, now); },
                [&](PinAnswer& answer) { apply(answer, now); },
                [&](AskedToEnd&) { m_ended = true; },
                [&](StickPut& put) { apply(put, now); },
                [&](StickPulled& pulled) { apply(pulled, now); },
                [&](IntakeProgress& progress) { apply(progress, now); },
                [&](Surveyed& surveyed) {
                    m_parts.overlay.set_previews(std::move(surveyed.previews));
                    apply(surveyed.done, now);
                },
                [&](BroughtIn& brought) { apply(brought, now); },
            },
            message);
    }
}

void Kiosk::apply(Action const& action, Now const& now) {
    for (Effect const& effect : update(m_model, action, now)) carry_out(effect);
}

void Kiosk::carry_out(Effect const& effect) {
    // Argon2id takes a third of a second: never on this thread.
    auto on_worker = [&](auto work) {
        if (m_pin_worker.joinable()) m_pin_worker.join();
        m_pin_worker =
            std::thread([this, work, now = m_parts.clock.read()] { m_parts.inbox.push(work(now)); });
    };
    std::visit(
        overloaded{
            [&](SaveSettings const& save) {
                auto saved = save_settings(save.settings, m_parts.options.settings_file());
                if (!saved) log_error(saved.error().what);
            },
            [&](CheckPin const& check) {
                on_worker([this, pin = check.pin](Now const& now) {
                    auto const verdict = m_parts.pins.check(pin, now);
                    if (!verdict) log_error(verdict.error().what);
                    return verdict ? PinAnswer{verdict->right, verdict->wait, verdict->locked} : PinAnswer{};
                });
            },
            [&](StorePin const& store) {
                on_worker([this, pin = store.pin](Now const&) {
                    auto stored = m_parts.pins.set(pin);
                    if (!stored) log_error(stored.error().what);
                    return PinAnswer{stored.has_value(), Millis{0}, false};
                });
            },
            [&](LogWarning const& warning) { log_warning(warning.sentence); },
            [&](NotePlay const& play) { m_parts.plays.add(play); },
            [&](SurveyStick const& look) { m_parts.intake.survey(look); },
            [&](BringIn const& approved) { m_parts.intake.bring_in(approved); },
            [&](StopIntake const&) { m_parts.intake.stop(); },
        },
        effect);
}

void Kiosk::show(Now const& now) {
    auto const began = m_parts.clock.elapsed();
    m_scene = view(m_model, now, m_ruler, m_frames.any());
    m_gallery.want(m_scene);
    auto target = m_parts.window.begin();
    if (!target) return log_error(target.error().what);
    bool const staff = std::holds_alternative<Staff>(m_model.display);
    if (staff != m_overlay_open) {
        m_overlay_open = staff;
        m_compositor->forget_frame();
        m_parts.overlay.reset();
    }
    std::vector<Rect> damage;
    if (staff) {
        show_overlay(now, *target);
        damage.push_back({0, 0, target->size.w, target->size.h});
    } else {
        damage = m_compositor->compose(m_scene, m_gallery.store(), *target);
    }
    bool const moving = moves(m_model, now);
    if (damage.empty() && moving) return m_frames.unchanged(m_parts.clock.elapsed());
    if (damage.empty()) return;
    if (auto shown = m_parts.window.present(damage); !shown) log_error(shown.error().what);
    auto const ended = m_parts.clock.elapsed();
    bool const first = !m_frames.any();
    m_frames.shown(ended, ended - began, moving, periods_to_next(m_scene));
    if (!first) return;
    m_scene = view(m_model, now, m_ruler);
    m_gallery.want(m_scene);
}

void Kiosk::show_overlay(Now const& now, Target target) {
    std::vector<Command> const asked = m_parts.overlay.frame(m_model, now);
    for (Command const& command : asked) apply(command, now);
    if (!std::holds_alternative<Staff>(m_model.display)) return;
    static_cast<void>(m_parts.overlay.frame(m_model, now));  // Shows what the commands have changed.
    m_parts.overlay.paint(target.pixels, int(target.pitch), target.size);
}

/// While nothing moves: the next slide is painted, and the show is told that it can go on.
void Kiosk::look_ahead(Now const& now) {
    if (m_scene.upcoming.empty() || m_scene.change) return;
    Layer const& next = m_scene.upcoming.front();
    std::string const& item = m_model.show.next;
    if (m_model.show.prepared.contains(item)) return;
    if (std::string why = m_gallery.fault(next); !why.empty())
        return apply(ItemFailed{item, std::move(why)}, now);
    if (!m_gallery.has_all(next)) return;
    if (moves(m_model, now) && now.steady < m_model.show.due) return;  // It comes to rest before it leaves.
    m_compositor->prepare(m_scene, m_gallery.store());
    apply(ItemPrepared{item}, now);
}

/// Once a second: health, status.json. On each change of the page: the UI dump.
void Kiosk::tell(Now const& now) {
    auto const elapsed = m_parts.clock.elapsed();
    auto const second = std::chrono::floor<std::chrono::seconds>(elapsed);
    std::filesystem::path const& data = m_parts.options.data;
    if (second != m_told) {
        m_told = second;
        Health health = m_model.health;
        m_frames.measure(health);
        health.uptime = std::chrono::floor<Millis>(elapsed);
        std::error_code failed;
        health.key_here = std::filesystem::exists(data / "organiser.key", failed);
        apply(HealthMeasured{health}, now);
        Millis const age = std::chrono::floor<Millis>(elapsed - m_frames.last_shown());
        auto written = replace_file(data / "run" / "status.json", status_json(m_model, m_scene.screen, age));
        if (!written && !m_status_failed) log_error(written.error().what);
        m_status_failed = !written;
    }
    if (m_parts.options.ui_dump.empty() || m_scene.change) return;
    std::string dump = m_overlay_open ? m_parts.overlay.ui_dump(m_model) : ui_dump(m_scene, m_model.glass);
    if (dump == m_ui_dump) return;
    m_ui_dump = std::move(dump);
    if (auto written = replace_file(m_parts.options.ui_dump, m_ui_dump); !written)
        log_error(written.error().what);
}

void Kiosk::set_up_painting(Size size) {
    m_painter.emplace(m_parts.fonts, size);
    m_compositor.emplace(*m_painter, size);
}

void Kiosk::resize(Size size) {
    Glass glass = m_model.glass;
    glass.px = size;
    apply(GlassChanged{glass}, m_parts.clock.read());
    set_up_painting(size);
    m_parts.overlay.resize(size);
}

}
