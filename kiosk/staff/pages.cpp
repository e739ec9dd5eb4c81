#include "staff/pages.h"

#include "staff/look.h"

#include <algorithm>
#include <cstdio>

namespace kiosk {
namespace {

std::string fill_in(std::string words, std::string_view blank, std::string const& value) {
    if (auto at = words.find(blank); at != std::string::npos) words.replace(at, blank.size(), value);
    return words;
}

std::string tenths(double value) {
    char out[32];
    std::snprintf(out, sizeof out, "%.1f", value);
    return out;
}

std::string clock_text(Ui const& ui) {
    LocalTime const t = local_time(ui.now.wall, ui.now.local_offset);
    char out[64];
    std::snprintf(out, sizeof out, "%04d-%02u-%02u %02d:%02d", t.year, t.month, t.day, t.hour, t.minute);
    return out;
}

std::string uptime_text(Millis uptime) {
    auto const minutes = uptime.count() / 60'000;
    return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

/// The playlist that plays and the item's place in it: "Dalarna 4/12".
std::string now_playing(Ui const& ui) {
    for (Playlist const& playlist : ui.model.catalog.playlists) {
        for (std::size_t i = 0; i < playlist.items.size(); ++i) {
            if (playlist.items[i].id != ui.model.show.item) continue;
            return ui.in(playlist.title) + " " + std::to_string(i + 1) + "/" + std::to_string(playlist.items.size());
        }
    }
    return "–";
}

struct Card {
    std::string label, number, note;
    Color color = look::ink;
};

void draw_card(Ui& ui, ImVec2 at, ImVec2 size, Card const& card) {
    float const pad = ui.px(28);
    ui.fill({at.x, at.y + ui.px(4)}, size, look::line, ui.px(24));  // A quiet edge instead of a shadow.
    ui.fill(at, size, look::paper, ui.px(24));
    ui.text(ui.fonts.small, {at.x + pad, at.y + pad}, card.label, look::stone);
    ui.text(ui.fonts.number, {at.x + pad, at.y + pad + ui.px(32)}, card.number, card.color);
    ui.text(ui.fonts.small, {at.x + pad, at.y + size.y - pad - ui.fonts.small->FontSize}, card.note, look::stone);
}

std::vector<Card> status_cards(Ui const& ui) {
    Health const& health = ui.model.health;
    std::size_t const faults = ui.model.show.skipped.size() + ui.model.catalog.problems.size();
    int taken = 0, seats = 0;
    for (auto const& [workshop, state] : ui.model.seats) taken += state.taken, seats += state.seats;
    std::string const frame = tenths(health.frame_ms_p50) + " / " + tenths(health.frame_ms_p99) + " ms";
    std::string const signed_up = fill_in(fill_in(ui.say("staff.signed_up"), "{taken}", std::to_string(taken)), "{seats}", std::to_string(seats));
    return {{ui.say("staff.now_playing"), now_playing(ui), ui.say("staff.uptime") + ": " + uptime_text(health.uptime)},
            {ui.say("staff.frame_ms"), frame, ui.say("staff.missed") + ": " + std::to_string(health.missed_frames), look::spruce},
            {ui.say("staff.workshops"), std::to_string(taken), signed_up},
            {ui.say("staff.skipped"), std::to_string(faults), faults == 0 ? ui.say("staff.no_problems") : "", faults == 0 ? look::spruce : look::falu}};
}

float draw_cards(Ui& ui, ImVec2 at, float width) {
    std::vector<Card> const cards = status_cards(ui);
    float const gap = ui.px(24), height = ui.px(182);
    float wide = 0;  // A card is as wide as its widest line, or half the page.
    for (Card const& card : cards) wide = std::max({wide, ui.measure(ui.fonts.number, card.number).x, ui.measure(ui.fonts.small, card.note).x});
    int const columns = std::clamp(int((width + gap) / (wide + ui.px(56) + gap)), 1, 4);
    float const card = (width - gap * float(columns - 1)) / float(columns);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        int const column = int(i) % columns, row = int(i) / columns;
        draw_card(ui, {at.x + float(column) * (card + gap), at.y + float(row) * (height + gap)}, {card, height}, cards[i]);
    }
    int const rows = (int(cards.size()) + columns - 1) / columns;
    return at.y + float(rows) * (height + gap);
}

float draw_languages(Ui& ui, ImVec2 at) {
    ui.text(ui.fonts.label, at, ui.say("staff.language"), look::ink);
    float x = at.x;
    float const top = at.y + ui.px(48);
    for (Language const& language : ui.model.catalog.languages) {
        bool const chosen = ui.model.settings.language == language;
        std::string const& name = ui.model.catalog.phrase(language, "language.name");
        x += ui.pill("language." + language, name, {x, top}, chosen, SetDefaultLanguage{language}) + ui.px(20);
    }
    return top + ui.px(72 + 36);
}

float draw_faults(Ui& ui, ImVec2 at, float width) {
    std::vector<std::string> lines;
    for (auto const& [item, why] : ui.model.show.skipped) lines.push_back(why);
    for (Problem const& problem : ui.model.catalog.problems) lines.push_back(problem.what);
    if (lines.empty()) return at.y;
    at.y += ui.text(ui.fonts.label, at, ui.say("staff.skipped"), look::ink).y + ui.px(16);
    for (std::string const& line : lines) at.y += ui.state_line(at, width, look::falu, line) + ui.px(14);
    return at.y;
}

float status_page(Ui& ui, ImVec2 at, float width) {
    at.y = draw_cards(ui, at, width) + ui.px(12);
    bool const up = ui.model.service_up;
    at.y += ui.state_line(at, width, up ? look::good : look::falu, ui.say(up ? "staff.service_ok" : "staff.service_down")) + ui.px(18);
    at.y += ui.state_line(at, width, look::good, ui.say("staff.clock") + ": " + clock_text(ui)) + ui.px(18);
    if (ui.model.health.key_here) at.y += ui.state_line(at, width, look::ochre, ui.say("staff.key_here")) + ui.px(18);
    at.y = draw_languages(ui, {at.x, at.y + ui.px(18)});
    return draw_faults(ui, at, width);
}

void rule(Ui& ui, ImVec2 at, float width) { ui.fill(at, {width, std::max(1.F, ui.px(2))}, look::line); }

float playlists_page(Ui& ui, ImVec2 at, float width) {
    float const row = ui.px(112);
    for (Playlist const& playlist : ui.model.catalog.playlists) {
        bool const on = !ui.model.settings.playlists_off.contains(playlist.id);
        std::string const count = fill_in(ui.say("staff.items"), "{count}", std::to_string(playlist.items.size()));
        std::string const note = playlist.exhibitor.empty() ? count : playlist.exhibitor + " · " + count;
        float const words = width - ui.px(260);
        ui.text(ui.fonts.label, {at.x, at.y + ui.px(22)}, ui.in(playlist.title), look::ink, words);
        ui.text(ui.fonts.small, {at.x, at.y + ui.px(60)}, note, look::stone, words);
        std::string const& state = ui.say(on ? "staff.on" : "staff.off");
        float const state_width = ui.measure(ui.fonts.body, state).x;
        ui.text(ui.fonts.body, {at.x + width - ui.px(140) - state_width, at.y + (row - ui.fonts.body->FontSize) / 2}, state, look::stone);
        ui.toggle("playlist." + playlist.id, ui.in(playlist.title), {at.x + width - ui.px(120), at.y}, row, on, TurnPlaylist{playlist.id, !on});
        at.y += row;
        rule(ui, at, width);
    }
    return at.y;
}

float workshops_page(Ui& ui, ImVec2 at, float width) {
    for (Workshop const& workshop : ui.model.catalog.workshops) {
        auto const found = ui.model.seats.find(workshop.id);
        Seats const seats = found == ui.model.seats.end() ? Seats{workshop.seats, 0, "", ""} : found->second;
        LocalTime const day = local_time(workshop.starts);
        std::string const date = std::to_string(day.day) + " " + ui.say("date.month." + std::to_string(day.month)) + " " + std::to_string(day.year);
        std::string words = fill_in(ui.say("staff.signed_up"), "{taken}", std::to_string(seats.taken));
        words = fill_in(words, "{seats}", std::to_string(seats.seats));
        at.y += ui.px(26);
        at.y += ui.text(ui.fonts.label, at, ui.in(workshop.title), look::ink, width).y + ui.px(8);
        at.y += ui.text(ui.fonts.small, at, date + " · " + words, look::stone, width).y + ui.px(16);
        ui.bar(at, width, seats.seats > 0 ? float(seats.taken) / float(seats.seats) : 0, look::ochre);
        at.y += ui.px(14 + 28);
        rule(ui, at, width);
    }
    return at.y;
}

float leave_page(Ui& ui, ImVec2 at, StaffPage& open) {
    at.y += ui.text(ui.fonts.body, at, ui.say("staff.leave_ask"), look::ink).y + ui.px(32);
    float const no = ui.pill_width(ui.say("staff.no"));
    if (ui.pill_pressed("leave.no", ui.say("staff.no"), at, false)) open = StaffPage::Overview;
    ui.pill("leave.yes", ui.say("staff.yes"), {at.x + no + ui.px(24), at.y}, true, LeaveKiosk{});
    return at.y + ui.px(72);
}

}

char const* title_key(StaffPage page) {
    constexpr char const* keys[] = {"staff.status", "staff.playlists", "staff.workshops", "staff.leave"};
    return keys[int(page)];
}

char const* page_id(StaffPage page) {
    constexpr char const* ids[] = {"status", "playlists", "workshops", "leave"};
    return ids[int(page)];
}

float draw_page(Ui& ui, StaffPage page, ImVec2 at, float width, StaffPage& open) {
    switch (page) {
    case StaffPage::Overview: return status_page(ui, at, width);
    case StaffPage::Playlists: return playlists_page(ui, at, width);
    case StaffPage::Workshops: return workshops_page(ui, at, width);
    case StaffPage::Leave: break;
    }
    return leave_page(ui, at, open);
}

}
