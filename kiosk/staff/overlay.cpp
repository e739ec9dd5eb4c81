#include "staff/overlay.h"

#include "staff/canvas.h"
#include "staff/pages.h"
#include "state/intake.h"
#include "view/ui_dump.h"

#include <algorithm>
#include <cfloat>
#include <cstdlib>
#include <utility>

namespace kiosk {
namespace {

struct DestroyContext {
    void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};

struct PageName {
    StaffPage page;
    char const* key;
};
constexpr PageName pages[] = {{StaffPage::Overview, "status"}, {StaffPage::Playlists, "playlists"},
                              {StaffPage::Import, "import"},   {StaffPage::Workshops, "workshops"},
                              {StaffPage::Notices, "notices"}, {StaffPage::Leave, "leave"}};

/// On a screen that stands upright the pages' names lie above the page, in so many rows.
constexpr int tab_rows = 2;

/// Where the parts of the screen lie.
struct Layout {
    explicit Layout(Ui const& ui) {
        int const margin = ui.px(36), pad = ui.px(ui.portrait() ? 40 : 48);
        panel = Rect{0, 0, ui.screen().w, ui.screen().h}.inset(margin);
        nav = ui.portrait() ? Rect{panel.x, panel.y, panel.w, ui.px(100) + tab_rows * ui.px(96)}
                            : Rect{panel.x, panel.y, ui.px(336), panel.h};
        main = ui.portrait() ? Rect{panel.x, nav.bottom(), panel.w, panel.h - nav.h}
                             : Rect{nav.right(), panel.y, panel.w - nav.w, panel.h};
        head = {main.x + pad, main.y + ui.px(36), main.w - 2 * pad, ui.px(88)};
        int const top = head.bottom() + ui.px(28);
        scrolled = {main.x, top, main.w, main.bottom() - top};
        body = {head.x, top + ui.px(8), head.w, scrolled.h};
    }

    Rect panel, nav, main, head;
    Rect scrolled;  ///< What shows of the page, from edge to edge: shadows reach into the margins.
    Rect body;      ///< Where the page begins while it is not scrolled.
};

}

struct Overlay::State {
    struct Event {
        Touched::Phase phase;
        Point at;
    };

    State(Size size, FontFiles files) : screen(size), fonts(std::move(files)) {}

    void prepare();
    void turn(Model const&, Now const&);
    void follow(Event const&);
    void show_shell(Ui&, Layout const&);
    void show_nav(Ui&, Layout const&);
    void show_page(Ui&, Layout const&, Model const&, Now const&);

    Size screen;
    FontFiles fonts;
    std::unique_ptr<ImGuiContext, DestroyContext> context{ImGui::CreateContext()};
    Atlas atlas;
    Canvas canvas;
    bool built = false;

    StaffPage page = StaffPage::Overview;
    int scroll = 0, scroll_end = 0;
    Rect scrolled;  ///< Where a finger scrolls, by the last turn.
    std::vector<Event> events;
    std::optional<Point> finger;  ///< Where it is, while it is down.
    Point put_down;
    bool dragged = false;
    std::vector<Command> commands;
    std::vector<Element> controls;
    std::vector<LaidPicture> pictures;
    std::vector<Bitmap> previews;
    bool is_fresh = true;  ///< Nobody has chosen a page yet.
};

/// Letters are drawn when the overlay opens for the first time, not while the kiosk starts.
void Overlay::State::prepare() {
    ImGui::SetCurrentContext(context.get());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {float(screen.w), float(screen.h)};
    io.DeltaTime = 1.0f / 60;
    if (built) return;
    atlas.build(fonts, std::min(screen.w, screen.h) / 1080.0);
    canvas.forget();
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
}

/// One frame of ImGui.
void Overlay::State::turn(Model const& model, Now const& now) {
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    constexpr int flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                          ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                          ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin("staff", nullptr, flags);
    Words const words{model.catalog, model.language};
    Ui ui{atlas, words, screen, dragged};
    Layout const layout{ui};
    show_shell(ui, layout);
    show_page(ui, layout, model, now);
    ImGui::End();
    ImGui::EndFrame();
    scrolled = layout.scrolled;
    commands.insert(commands.end(), ui.commands().begin(), ui.commands().end());
    controls = ui.controls();
    pictures = ui.pictures();
}

/// Tells ImGui, and scrolls. ImGui 1.86 keeps only the last state of a button, so each event gets its own
/// turn.
void Overlay::State::follow(Event const& event) {
    ImGuiIO& io = ImGui::GetIO();
    if (event.phase == Touched::Phase::Down) put_down = event.at, dragged = false;
    int const threshold = std::min(screen.w, screen.h) / 60;
    if (finger && scrolled.contains(put_down)) {
        dragged = dragged || std::abs(event.at.y - put_down.y) > threshold;
        if (dragged) scroll = std::clamp(scroll - (event.at.y - finger->y), 0, scroll_end);
    }
    bool const up = event.phase == Touched::Phase::Up;
    finger = up ? std::nullopt : std::optional{event.at};
    io.MousePos = {float(event.at.x), float(event.at.y)};
    io.MouseDown[0] = !up;
}

void Overlay::State::show_shell(Ui& ui, Layout const& layout) {
    // The panel in two colours: each part has two of its round corners.
    ui.begin_clip(layout.main);
    ui.round(layout.panel, Round::Panel, palette::birch);
    ui.end_clip();
    ui.begin_clip(layout.nav);
    ui.round(layout.panel, Round::Panel, palette::spruce);
    show_nav(ui, layout);
    ui.end_clip();

    std::string const& close = ui.words().say("back_to_show");
    int const width = ui.pill_width(close);
    ui.label(layout.head, {Cut::Title, palette::ink}, ui.words().say(pages[std::size_t(page)].key));
    ui.pill("close", close, {layout.head.right() - width, layout.head.y, width, layout.head.h}, palette::falu,
            palette::paper, CloseStaff{});
}

void Overlay::State::show_nav(Ui& ui, Layout const& layout) {
    bool const across = ui.portrait();
    int const count = int(std::size(pages)), title = ui.px(100), thick = ui.px(6);
    Rect const& nav = layout.nav;
    ui.label({nav.x + ui.px(across ? 40 : 34), nav.y + ui.px(across ? 4 : 16), nav.w, title},
             {Cut::Figure, palette::paper}, ui.words().say("title"));
    for (int i = 0; i < count; ++i) {
        auto const [target, key] = pages[i];
        int const columns = (count + tab_rows - 1) / tab_rows, column = i % columns,
                  left = column * nav.w / columns;
        Rect const tab{nav.x + left, nav.bottom() - (tab_rows - i / columns) * ui.px(96),
                       (column + 1) * nav.w / columns - left, ui.px(96)};
        Rect const row{nav.x, nav.y + ui.px(36) + title + i * ui.px(88), nav.w, ui.px(88)};
        Rect const place = across ? tab : row;
        std::string const& name = ui.words().say(key);
        Press const press = ui.press("nav." + std::string(key), name, place);
        bool const open = target == page;
        if (open || press.held) ui.fill(place, blend(palette::paper.with_alpha(0.15), palette::spruce));
        Rect const mark = across ? Rect{place.x, place.bottom() - thick, place.w, thick}
                                 : Rect{place.x, place.y, thick, place.h};
        if (open) ui.fill(mark, palette::ochre);
        Ink const ink{open ? Cut::Strong : Cut::Body, palette::paper};
        if (across)
            ui.label_centred(place, ink, name);
        else
            ui.label({place.x + ui.px(34), place.y, place.w, place.h}, ink, name);
        if (press.done) page = target, scroll = 0;
    }
}

void Overlay::State::show_page(Ui& ui, Layout const& layout, Model const& model, Now const& now) {
    Rect const area = layout.body.moved(0, -scroll);
    ui.begin_clip(layout.scrolled);
    int height = 0;
    switch (page) {
    case StaffPage::Overview:
        height = show_status(ui, area, model, now);
        break;
    case StaffPage::Playlists:
        height = show_playlists(ui, area, model);
        break;
    case StaffPage::Import:
        height = show_import(ui, area, model, previews);
        break;
    case StaffPage::Workshops:
        height = show_workshops(ui, area, model);
        break;
    case StaffPage::Notices:
        height = show_notices(ui, area, model);
        break;
    case StaffPage::Leave:
        height = show_leave(ui, area, page);
        break;
    }
    int const room = layout.scrolled.bottom() - layout.body.y;
    scroll_end = std::max(0, height + ui.px(36) - room);
    scroll = std::min(scroll, scroll_end);
    if (scroll_end > 0) {
        int const track = layout.scrolled.h - ui.px(32),
                  length = std::max(ui.px(56), track * room / (room + scroll_end));
        ui.round({layout.main.right() - ui.px(24), layout.scrolled.y + scroll * (track - length) / scroll_end,
                  2 * (ui.px(14) / 2), length},
                 Round::Meter, palette::sand_dark);
    }
    ui.end_clip();
}

Result<Overlay> Overlay::create(Size screen, std::filesystem::path const& fonts) {
    Result<FontFiles> files = read_fonts(fonts);
    if (!files) return files.error();
    return Overlay{std::make_unique<State>(screen, *std::move(files))};
}

Overlay::Overlay(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Overlay::~Overlay() = default;
Overlay::Overlay(Overlay&&) noexcept = default;
Overlay& Overlay::operator=(Overlay&&) noexcept = default;

void Overlay::reset() {
    m_state->page = StaffPage::Overview;
    m_state->is_fresh = true;
    m_state->scroll = 0;
    m_state->events.clear();
    m_state->finger.reset();
    m_state->dragged = false;
}

void Overlay::set_previews(std::vector<Bitmap> previews) { m_state->previews = std::move(previews); }

void Overlay::resize(Size screen) {
    if (screen == m_state->screen) return;
    m_state->screen = screen;
    m_state->built = false;
}

void Overlay::pointer(Touched::Phase phase, Point at) {
    auto& events = m_state->events;
    bool const moves_on = phase == Touched::Phase::Move && !events.empty() && events.back().phase == phase;
    if (moves_on)
        events.back().at = at;
    else
        events.push_back({phase, at});
}

std::vector<Command> Overlay::frame(Model const& model, Now const& now) {
    State& state = *m_state;
    state.prepare();
    if (model.intake.step != Intake::Step::Offered) state.previews.clear();
    if (std::exchange(state.is_fresh, false) && wants_attention(model.intake)) state.page = StaffPage::Import;
    ImGuiIO& io = ImGui::GetIO();
    // ImGui finds what lies under a finger among the windows of the turn before.
    if (!std::exchange(state.built, true)) state.turn(model, now);
    for (State::Event const& event : std::exchange(state.events, {})) {
        state.follow(event);
        state.turn(model, now);
    }
    if (!state.finger) {  // A finger that is gone hovers nowhere.
        io.MousePos = {-FLT_MAX, -FLT_MAX};
        io.MouseDown[0] = false;
        state.dragged = false;
    }
    state.turn(model, now);
    ImGui::Render();
    return std::exchange(state.commands, {});
}

std::vector<Element> const& Overlay::controls() const { return m_state->controls; }

std::string Overlay::ui_dump(Model const& model) const {
    Scene scene;
    scene.size = m_state->screen;
    scene.screen = std::string("staff ") + pages[std::size_t(m_state->page)].key;
    scene.language = model.language;
    scene.current.elements = m_state->controls;
    return kiosk::ui_dump(scene, model.glass);
}

void Overlay::paint(std::uint32_t* pixels, std::size_t pitch, Size size) {
    ImGui::SetCurrentContext(m_state->context.get());
    if (ImDrawData const* frame = ImGui::GetDrawData())
        m_state->canvas.paint(*frame, palette::ink, pixels, pitch, size);
    for (LaidPicture const& picture : m_state->pictures)
        Canvas::lay(*picture.bitmap, picture.place, picture.clip, pixels, pitch, size);
}

}
