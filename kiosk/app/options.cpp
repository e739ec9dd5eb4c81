#include "app/options.h"

#include <map>

#include <CLI/CLI.hpp>

namespace kiosk {
namespace {

/// What CLI11 reads as text and we turn into values.
struct Texts {
    std::string window, screen_mm, now;
};

/// "1920x1080"
std::optional<Size> size_of(std::string const& text) {
    Size size;
    char after = 0;
    if (std::sscanf(text.c_str(), "%dx%d%c", &size.w, &size.h, &after) != 2) return std::nullopt;
    bool const sane = size.w >= 100 && size.h >= 100 && size.w <= 16384 && size.h <= 16384;
    return sane ? std::optional{size} : std::nullopt;
}

void declare_places(CLI::App& app, Options& options) {
    app.add_option("--media", options.media, "the shared library")->type_name("DIR");
    app.add_option("--playlists", options.playlists, "one folder an exhibitor")->type_name("DIR");
    app.add_option("--data", options.data, "settings, sign-ups, status")->type_name("DIR");
    app.add_option("--sticks", options.sticks,
                   "each folder in it counts as a USB stick; else what is mounted")
        ->type_name("DIR");
    app.add_option("--config", options.config, "settings; else settings.toml in the data folder")
        ->type_name("FILE");
    app.add_option("--port", options.port, "of the sign-up service that it starts; 0: any that is free")
        ->type_name("N")
        ->check(CLI::Range(0, 65535));
}

void declare_screen(CLI::App& app, Options& options, Texts& texts) {
    static std::map<std::string, RendererChoice> const renderers{{"auto", RendererChoice::Auto},
                                                                 {"software", RendererChoice::Software},
                                                                 {"opengl", RendererChoice::OpenGl}};
    app.add_option("--window", texts.window, "in a window, e.g. 1280x800; else the whole screen")
        ->type_name("WxH");
    app.add_option("--language", options.language, "of the loop, e.g. sv or en")->type_name("LANG");
    app.add_option("--renderer", options.renderer, "auto, software or opengl")
        ->type_name("NAME")
        ->transform(CLI::CheckedTransformer(renderers));
    app.add_option("--screen-mm", texts.screen_mm, "size of the glass in millimetres, e.g. 527x296")
        ->type_name("WxH");
    app.add_option("--mount-mm", options.mount_mm, "its lower edge above the floor")
        ->type_name("N")
        ->check(CLI::Range(0, 3000));
    app.add_option("--view-mm", options.view_mm, "viewing distance")
        ->type_name("N")
        ->check(CLI::Range(200, 5000));
}

void declare_trials(CLI::App& app, Options& options, Texts& texts) {
    app.add_option("--now", texts.now, "simulated start of the clock, as 2027-08-25T09:00:00+02:00");
    app.add_option("--speed", options.speed, "simulated time runs N times as fast")
        ->type_name("N")
        ->check(CLI::Range(0.01, 1000.0));
    app.add_option("--ui-dump", options.ui_dump, "keeps the page's elements in FILE, as JSON")
        ->type_name("FILE");
    app.add_option("--record", options.record, "writes every touch to FILE")->type_name("FILE");
    app.add_option("--replay", options.replay, "plays the touches of FILE")
        ->type_name("FILE")
        ->check(CLI::ExistingFile);
    app.add_option("--quit-after", options.quit_after, "ends by itself")
        ->type_name("SECONDS")
        ->check(CLI::PositiveNumber);
    app.set_version_flag("--version", "dalakiosk " DALA_VERSION);
}

Status take_texts(Texts const& texts, Options& options) {
    auto take_size = [](std::string const& text, std::string const& name,
                        std::optional<Size>& size) -> Status {
        if (text.empty()) return {};
        size = size_of(text);
        if (size) return {};
        return Error{Kind::Invalid, name + " " + text + " is no size; write it as " + name + " 1920x1080"};
    };
    if (auto window = take_size(texts.window, "--window", options.window); !window) return window;
    if (auto glass = take_size(texts.screen_mm, "--screen-mm", options.screen_mm); !glass) return glass;
    if (texts.now.empty()) return {};
    auto now = parse_iso8601(texts.now);
    if (!now) return Error{Kind::Invalid, "--now: " + now.error().what};
    options.now = now->at;
    return {};
}

}

Result<std::optional<Options>> read_options(int argc, char** argv) {
    Options options;
    Texts texts;
    CLI::App app{"Dalakiosk: the screen of a trade-fair stand.", "dalakiosk"};
    declare_places(app, options);
    declare_screen(app, options, texts);
    declare_trials(app, options, texts);
    try {
        app.parse(argc, argv);
    } catch (CLI::Success const& asked) {
        app.exit(asked);
        return std::optional<Options>{};
    } catch (CLI::ParseError const& wrong) {
        return Error{Kind::Invalid, std::string(wrong.what()) + "; see dalakiosk --help"};
    }
    if (auto taken = take_texts(texts, options); !taken) return taken.error();
    return std::optional{options};
}

}
