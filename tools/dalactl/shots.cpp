#include "dalactl/shots.h"

#include "base/log.h"
#include "content/library.h"
#include "dalactl/contact_sheet.h"
#include "dalactl/darkroom.h"
#include "screen/compositor.h"
#include "screen/shot.h"
#include "screen/text.h"
#include "staff/overlay.h"
#include "view/tour.h"
#include "view/view.h"

#include <cstdio>
#include <iostream>

namespace kiosk {
namespace {

Glass glass_of(Size size) {
    Glass glass{.px = size};
    if (size.h > size.w) std::swap(glass.width_mm, glass.height_mm);
    return glass;
}

/// All screens of one size and language share fonts, painter and pictures.
class Studio {
public:
    Studio(Darkroom& darkroom, Fonts const& fonts, Size size)
        : m_darkroom(darkroom),
          m_ruler(fonts),
          m_painter(fonts, size),
          m_size(size),
          m_store(std::size_t{256} << 20) {}

    std::vector<Stop> stops(Catalog const& catalog, Language const& language, int text_percent) const {
        Glass const glass = glass_of(m_size);
        return text_percent == 100
                   ? tour(catalog, Settings{}, glass, language)
                   : large_text_tour(catalog, Settings{}, glass, language, text_percent, m_ruler);
    }

    Status shoot(Stop const& stop, std::filesystem::path const& file) {
        Bitmap frame{m_size};
        Scene scene = view(stop.model, stop.now, m_ruler);
        scene.change.reset();
        std::vector<PictureKey> const keys = pictures(scene);
        m_store.keep(keys);
        for (PictureKey const& key : keys) m_darkroom.fetch(key, m_store);
        Compositor compositor{m_painter, m_size};
        compositor.compose(scene, m_store, target_of(frame));
        if (std::holds_alternative<Staff>(stop.model.display)) {
            if (auto painted = paint_overlay(stop, frame); !painted) return painted;
        }
        m_sheet.add(frame);
        return write_png(frame, file);
    }

    /// All that was shot since the last time, on one picture.
    Status write_sheet(std::filesystem::path const& file) {
        Status const written = m_sheet.write(file);
        m_sheet = {};
        return written;
    }

private:
    Status paint_overlay(Stop const& stop, Bitmap& frame) {
        auto overlay = Overlay::create(m_size);
        if (!overlay) return overlay.error();
        for (int turn = 0; turn < 2; ++turn)
            static_cast<void>(overlay->frame(stop.model, stop.now));  // ImGui lays out on the second.
        Target const target = target_of(frame);
        overlay->paint(target.pixels, int(target.pitch), target.size);
        return {};
    }

    Darkroom& m_darkroom;
    PangoRuler m_ruler;
    Painter m_painter;
    Size m_size;
    PictureStore m_store;
    ContactSheet m_sheet;
};

Result<Size> size_of(std::string const& text) {
    Size size;
    char after = 0;
    bool const read = std::sscanf(text.c_str(), "%dx%d%c", &size.w, &size.h, &after) == 2;
    if (read && size.w >= 320 && size.h >= 320 && size.w <= 8192 && size.h <= 8192) return size;
    return Error{Kind::Invalid, "--size " + text + " is no size; write it as --size 1920x1080"};
}

Status shoot_all(ShotsJob const& job, Catalog const& catalog, Darkroom& darkroom, Fonts const& fonts) {
    for (std::string const& text : job.sizes) {
        auto size = size_of(text);
        if (!size) return size.error();
        Studio studio{darkroom, fonts, *size};
        for (Language const& language : job.languages) {
            bool const alone = job.sizes.size() * job.languages.size() == 1;
            std::filesystem::path const folder = alone ? job.out : job.out / (language + "-" + text);
            std::error_code failed;
            std::filesystem::create_directories(folder, failed);
            if (failed)
                return Error{Kind::Unreadable, folder.string() + ": can't be made: " + failed.message()};
            int count = 0;
            for (Stop const& stop : studio.stops(catalog, language, job.text_percent)) {
                if (stop.name.find(job.only) == std::string::npos) continue;
                if (auto shot = studio.shoot(stop, folder / (stop.name + ".png")); !shot) return shot;
                ++count;
            }
            if (auto sheet = studio.write_sheet(folder / "contact-sheet.png"); !sheet) return sheet;
            std::cout << folder.string() << ": " << count << " screens\n";
        }
    }
    return {};
}

Status shoot(ShotsJob const& job) {
    auto darkroom = Darkroom::open();
    if (!darkroom) return darkroom.error();
    auto catalog = load_content(job.media, job.playlists, (*darkroom)->page_counter());
    if (!catalog) return catalog.error();
    Fonts const fonts;
    for (std::string const& font : fonts.missing()) log_warning(font);
    return shoot_all(job, *catalog, **darkroom, fonts);
}

}

int run_shots(ShotsJob const& job) {
    auto done = shoot(job);
    if (done) return 0;
    std::cerr << "dalactl: " << done.error().what << "\n";
    return 1;
}

}
