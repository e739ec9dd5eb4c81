#include "staff/pages.h"

#include "state/clock_watch.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr Color green = Color::rgb(0x2E7D4F);

/// One large word or number and what it means.
struct Fact {
    std::string name, value;
    Color color;
    std::string note;
};

Fact now_playing(Words const& words, Model const& model) {
    Fact fact{words.say("now_playing"), words.say("nothing"), palette::ink, ""};
    for (Playlist const& playlist : model.catalog.playlists) {
        auto item = std::ranges::find(playlist.items, model.show.item, &Item::id);
        if (item == playlist.items.end()) continue;
        auto const place = item - playlist.items.begin() + 1;
        fact.value = std::to_string(place) + "/" + std::to_string(playlist.items.size());
        fact.note = words.in(playlist.title) + "\n" + words.say("paused");
    }
    return fact;
}

Fact frame_time(Words const& words, Health const& health) {
    std::string const note =
        fill(words.say("frame_note"),
             {{"p99", words.tenths(health.frame_ms_p99)}, {"missed", std::to_string(health.missed_frames)}});
    return {words.say("frame_ms"), words.tenths(health.frame_ms_p50) + " ms", palette::spruce, note};
}

Fact signed_up(Words const& words, Model const& model) {
    int taken = 0, seats = 0;
    std::size_t open = 0;
    for (auto const& [id, workshop] : model.seats) {
        taken += workshop.taken, seats += workshop.seats;
        open += workshop.status == "open";
    }
    if (!model.service_up) return {words.say("signed_up"), "–", palette::falu, words.say("service_down")};
    std::string const value =
        fill(words.say("taken"), {{"taken", std::to_string(taken)}, {"seats", std::to_string(seats)}});
    return {words.say("signed_up"), value, palette::ink, words.count("open_workshops", open)};
}

std::vector<std::string> left_out(Model const& model) {
    std::vector<std::string> sentences;
    for (auto const& [item, why] : model.show.skipped) sentences.push_back(why);
    for (Problem const& problem : model.catalog.problems) sentences.push_back(problem.what);
    return sentences;
}

Fact skipped(Words const& words, std::size_t count) {
    if (count == 0)
        return {words.say("skipped"), words.say("none"), palette::spruce, words.say("no_problems")};
    return {words.say("skipped"), words.count("files", count), palette::falu, words.say("see_below")};
}

int fact_height(Ui const& ui, Fact const& fact, int width) {
    return ui.measure(Cut::Small, fact.name, width).h + ui.measure(Cut::Figure, fact.value, width).h +
           ui.measure(Cut::Small, fact.note, width).h;
}

void show_fact(Ui& ui, Rect card, Fact const& fact) {
    int const width = card.w - 2 * ui.px(28);
    Point at{card.x + ui.px(28), card.y + ui.px(24)};
    ui.card(card);
    at.y += ui.text(at, width, {Cut::Small, palette::stone}, fact.name);
    at.y += ui.text(at, width, {Cut::Figure, fact.color}, fact.value) + ui.px(4);
    ui.text(at, width, {Cut::Small, palette::stone}, fact.note);
}

int show_facts(Ui& ui, Rect area, std::vector<Fact> const& facts) {
    int const columns = ui.portrait() ? 2 : 4, gap = ui.px(20);
    int const width = (area.w - (columns - 1) * gap) / columns;
    int height = 0;
    for (Fact const& fact : facts)
        height = std::max(height, fact_height(ui, fact, width - 2 * ui.px(28)) + ui.px(52));
    for (int i = 0; i < int(facts.size()); ++i) {
        Point const at{area.x + i % columns * (width + gap), area.y + i / columns * (height + gap)};
        show_fact(ui, {at.x, at.y, width, height}, facts[std::size_t(i)]);
    }
    int const rows = (int(facts.size()) + columns - 1) / columns;
    return rows * (height + gap) - gap;
}

struct Light {
    Color color;
    std::string words;
};

/// Side by side as long as there is room.
int show_lights(Ui& ui, Rect area, std::vector<Light> const& lights) {
    int const dot = ui.px(20), line = ui.px(56);
    Point at{area.x, area.y};
    for (Light const& light : lights) {
        int const width = dot + ui.px(16) + ui.measure(Cut::Body, light.words).w;
        if (at.x > area.x && at.x + width > area.right()) at = {area.x, at.y + line};
        ui.round({at.x, at.y + (line - dot) / 2, dot, dot}, Round::Dot, light.color);
        ui.label({at.x + dot + ui.px(16), at.y, width, line}, {Cut::Body, palette::ink}, light.words);
        at.x += width + ui.px(40);
    }
    return at.y + line - area.y;
}

int show_languages(Ui& ui, Rect area, Model const& model) {
    Words const& words = ui.words();
    Point at{area.x, area.y};
    at.y += ui.text(at, area.w, {Cut::Strong, palette::ink}, words.say("language"));
    at.y += ui.text(at, area.w, {Cut::Small, palette::stone}, words.say("language_lead")) + ui.px(16);
    for (Language const& language : model.catalog.languages) {
        std::string const& name = model.catalog.phrase(language, "language.name");
        int const width = ui.pill_width(name);
        if (at.x > area.x && at.x + width > area.right()) at = {area.x, at.y + ui.px(88 + 16)};
        bool const chosen = language == model.settings.language;
        ui.pill("language." + language, name, {at.x, at.y, width, ui.px(88)},
                chosen ? palette::spruce : palette::sand_dark, chosen ? palette::paper : palette::ink,
                SetDefaultLanguage{language});
        at.x += width + ui.px(16);
    }
    return at.y + ui.px(88) - area.y;
}

int show_left_out(Ui& ui, Rect area, std::vector<std::string> const& sentences) {
    int y = area.y;
    y += ui.text({area.x, y}, area.w, {Cut::Strong, palette::ink}, ui.words().say("skipped")) + ui.px(8);
    for (std::string const& sentence : sentences) {
        ui.fill({area.x, y, area.w, ui.px(2)}, palette::line);
        y += ui.px(16);
        y += ui.text({area.x, y}, area.w, {Cut::Small, palette::ink}, sentence) + ui.px(16);
    }
    return y - area.y;
}

int show_key_warning(Ui& ui, Rect area) {
    int const pad = ui.px(28);
    std::string const& words = ui.words().say("key_here");
    int const height = ui.measure(Cut::Strong, words, area.w - 2 * pad).h + 2 * pad;
    ui.round({area.x, area.y, area.w, height}, Round::Card, palette::ochre_light);
    ui.text({area.x + pad, area.y + pad}, area.w - 2 * pad, {Cut::Strong, palette::ink}, words);
    return height;
}

Light clock_light(Words const& words, Now const& now) {
    std::string const time = words.clock(local_time(now.wall, now.local_offset));
    bool const wrong = is_doubtful(now.wall);
    return {wrong ? palette::falu : palette::stone,
            fill(words.say(wrong ? "clock_wrong" : "clock"),
                 {{"clock", time}, {"day", iso8601(now.wall).substr(0, 10)}})};
}

}

int show_status(Ui& ui, Rect area, Model const& model, Now const& now) {
    Words const& words = ui.words();
    std::vector<std::string> const sentences = left_out(model);
    Rect rest = area;
    auto below = [&](int height) { rest.y += height + ui.px(32); };

    if (model.health.key_here) below(show_key_warning(ui, rest));
    below(show_facts(ui, rest,
                     {now_playing(words, model), frame_time(words, model.health), signed_up(words, model),
                      skipped(words, sentences.size())}));
    Light const service{model.service_up ? green : palette::falu,
                        words.say(model.service_up ? "service_ok" : "service_down")};
    std::string const uptime = fill(words.say("uptime"), {{"time", words.duration(model.health.uptime)}});
    std::vector<Light> lights{service, {palette::stone, uptime}, clock_light(words, now)};
    for (Stick const& stick : model.sticks)
        lights.push_back({palette::ochre, fill(words.say("stick_here"), {{"label", stick.label}})});
    below(show_lights(ui, rest, lights));
    below(show_languages(ui, rest, model));
    if (!sentences.empty()) below(show_left_out(ui, rest, sentences));
    return rest.y - area.y;
}

}
