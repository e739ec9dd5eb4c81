#include "staff/pages.h"

namespace kiosk {
namespace {

/// The bar with its numbers and the word for how things stand, which only the service knows.
void show_seats(Ui& ui, Rect area, Workshop const& workshop, Model const& model) {
    auto found = model.seats.find(workshop.id);
    bool const known = found != model.seats.end();
    Seats const seats = known ? found->second : Seats{workshop.seats, 0, "", ""};
    Words const& words = ui.words();
    Rect const bar{area.x, area.y + ui.px(10), area.w, ui.px(14)},
        line{area.x, area.y + ui.px(36), area.w, ui.px(40)};
    double const share = seats.seats > 0 ? double(seats.taken) / seats.seats : 0;
    ui.meter(bar, share, seats.status == "full" ? palette::falu : palette::ochre);
    std::string const numbers =
        fill(words.say("signed_up_of"),
             {{"taken", known ? std::to_string(seats.taken) : "–"}, {"seats", std::to_string(seats.seats)}});
    ui.label(line, {Cut::Body, palette::ink}, numbers);
    if (!model.service_up) return;
    std::string const& status = words.say("seats_" + seats.status);
    int const width = ui.measure(Cut::Strong, status).w;
    Color const color = seats.status == "open" ? palette::spruce : palette::falu;
    ui.label({line.right() - width, line.y, width, line.h}, {Cut::Strong, color}, status);
}

int show_workshop(Ui& ui, Rect area, Workshop const& workshop, Model const& model) {
    int const pad = ui.px(28), inner = area.w - 2 * pad, bar = ui.portrait() ? inner : ui.px(520);
    int const width = ui.portrait() ? inner : inner - bar - ui.px(48);
    std::string const& title = ui.words().in(workshop.title);
    std::string const when = ui.words().when(workshop);
    int const words =
        ui.measure(Cut::Strong, title, width).h + ui.px(8) + ui.measure(Cut::Small, when, width).h;
    int const seats_height = ui.px(76), gap = ui.px(24);
    int const height = 2 * pad + (ui.portrait() ? words + gap + seats_height : std::max(words, seats_height));
    ui.card({area.x, area.y, area.w, height});

    Point at{area.x + pad, area.y + pad};
    int const title_height = ui.text(at, width, {Cut::Strong, palette::ink}, title);
    ui.text({at.x, at.y + title_height + ui.px(8)}, width, {Cut::Small, palette::stone}, when);
    Rect const place =
        ui.portrait() ? Rect{at.x, at.y + words + gap, bar, 0} : Rect{area.right() - pad - bar, at.y, bar, 0};
    show_seats(ui, place, workshop, model);
    return height;
}

}

int show_workshops(Ui& ui, Rect area, Model const& model) {
    int y = area.y;
    if (model.catalog.workshops.empty())
        y += ui.text({area.x, y}, area.w, {}, ui.words().say("no_workshops"));
    else if (!model.service_up)
        y += ui.text({area.x, y}, area.w, {Cut::Strong, palette::falu}, ui.words().say("service_down")) +
             ui.px(24);
    for (Workshop const& workshop : model.catalog.workshops)
        y += show_workshop(ui, {area.x, y, area.w, 0}, workshop, model) + ui.px(24);
    return y - area.y;
}

}
