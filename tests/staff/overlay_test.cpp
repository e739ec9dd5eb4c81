#include "staff/overlay.h"

#include "base/bitmap.h"
#include "content/library.h"
#include "content/temp_folder.h"
#include "state/update.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>

using namespace kiosk;

namespace {

using Phase = Touched::Phase;

Now const now{Millis{90 * 60'000}, WallTime{Millis{1'803'546'060'000}}, std::chrono::minutes{120}};
constexpr Size full_hd{1920, 1080};
constexpr char const* page_ids[] = {"nav.status",    "nav.playlists", "nav.import",
                                    "nav.workshops", "nav.notices",   "nav.leave"};

/// The product's own words, the workshops, and some playlists: "p0" is on the screen, "p1" is off.
Model sample(Size size, Language const& language, int playlists = 3) {
    auto library = load_library(DALA_SOURCE_DIR "/media");
    REQUIRE(library);
    for (int i = 0; i < playlists; ++i) {
        std::string const id = "p" + std::to_string(i);
        Playlist playlist{
            .id = id, .title = LocalizedText("Exempelverkstad " + id), .exhibitor = "Exempelverkstad AB"};
        playlist.items = {Item{.id = id + "/1"}, Item{.id = id + "/2"}};
        library->playlists.push_back(std::move(playlist));
    }
    Settings settings;
    settings.playlists_off = {"p1"};
    Model model = begin(*std::move(library), settings, Glass{.px = size}, now);
    model.display = Staff{};
    model.language = language;
    model.show.item = "p0/1";
    model.service_up = true;
    for (Workshop const& workshop : model.catalog.workshops)
        model.seats[workshop.id] = {workshop.seats, 12, "open", ""};
    return model;
}

Overlay opened(Size size) {
    auto overlay = Overlay::create(size);
    REQUIRE(overlay);
    return *std::move(overlay);
}

Element const* find(Overlay const& overlay, std::string_view id) {
    auto const& controls = overlay.controls();
    auto it = std::ranges::find(controls, id, &Element::id);
    return it == controls.end() ? nullptr : &*it;
}

Point middle(Rect const& r) { return {r.x + r.w / 2, r.y + r.h / 2}; }

/// Presses and lifts within one frame.
std::vector<Command> tap(Overlay& overlay, Model const& model, std::string_view id) {
    REQUIRE(overlay.frame(model, now).empty());
    Element const* control = find(overlay, id);
    REQUIRE_MESSAGE(control, id);
    Point const at = middle(control->rect);
    overlay.pointer(Phase::Down, at);
    overlay.pointer(Phase::Up, at);
    return overlay.frame(model, now);
}

Bitmap painted(Overlay& overlay, Size size) {
    Bitmap bitmap{size};
    overlay.paint(bitmap.row(0), std::size_t(size.w) * 4, size);
    return bitmap;
}

bool same(Bitmap const& a, Bitmap const& b) {
    return a.size() == b.size() && std::memcmp(a.row(0), b.row(0), a.bytes()) == 0;
}

}

TEST_CASE("each control asks for its command, once") {
    Model const model = sample(full_hd, "sv");
    Overlay overlay = opened(full_hd);
    auto one = [](Command command) { return std::vector<Command>{std::move(command)}; };
    CHECK(tap(overlay, model, "close") == one(CloseStaff{}));
    CHECK(tap(overlay, model, "language.en") == one(SetDefaultLanguage{"en"}));
    CHECK(tap(overlay, model, "nav.playlists").empty());
    CHECK(tap(overlay, model, "playlist.p0") == one(TurnPlaylist{"p0", false}));
    CHECK(tap(overlay, model, "playlist.p1") == one(TurnPlaylist{"p1", true}));
    CHECK(tap(overlay, model, "nav.leave").empty());
    CHECK(tap(overlay, model, "leave.yes") == one(LeaveKiosk{}));
    CHECK(overlay.frame(model, now).empty());
}

TEST_CASE("what the pointer did between two frames comes out in order") {
    Model const model = sample(full_hd, "sv");
    Overlay overlay = opened(full_hd);
    tap(overlay, model, "nav.playlists");
    for (char const* id : {"playlist.p2", "playlist.p0", "close"}) {
        Point const at = middle(find(overlay, id)->rect);
        overlay.pointer(Phase::Down, at);
        overlay.pointer(Phase::Up, at);
    }
    CHECK(overlay.frame(model, now) ==
          std::vector<Command>{TurnPlaylist{"p2", false}, TurnPlaylist{"p0", false}, CloseStaff{}});
}

TEST_CASE("a tap before the first frame counts") {
    Model const model = sample(full_hd, "sv");
    Overlay first = opened(full_hd), second = opened(full_hd);
    static_cast<void>(first.frame(model, now));
    Point const at = middle(find(first, "close")->rect);
    second.pointer(Phase::Down, at);
    second.pointer(Phase::Up, at);
    CHECK(second.frame(model, now) == std::vector<Command>{CloseStaff{}});
}

TEST_CASE("a finger lifted elsewhere asks for nothing") {
    Model const model = sample(full_hd, "sv");
    Overlay overlay = opened(full_hd);
    static_cast<void>(overlay.frame(model, now));
    overlay.pointer(Phase::Down, middle(find(overlay, "close")->rect));
    CHECK(overlay.frame(model, now).empty());
    overlay.pointer(Phase::Move, {900, 700});
    overlay.pointer(Phase::Up, {900, 700});
    CHECK(overlay.frame(model, now).empty());
}

TEST_CASE("a control shows at once that it is pressed, and no longer than that") {
    Model const model = sample(full_hd, "sv");
    Overlay overlay = opened(full_hd);
    static_cast<void>(overlay.frame(model, now));
    Bitmap const before = painted(overlay, full_hd);
    Point const at = middle(find(overlay, "close")->rect);
    overlay.pointer(Phase::Down, at);
    static_cast<void>(overlay.frame(model, now));
    CHECK_FALSE(same(painted(overlay, full_hd), before));
    overlay.pointer(Phase::Up, at);
    static_cast<void>(overlay.frame(model, now));
    CHECK(same(painted(overlay, full_hd), before));
}

TEST_CASE("the question before leaving can be answered with no") {
    Model const model = sample(full_hd, "sv");
    Overlay overlay = opened(full_hd);
    tap(overlay, model, "nav.leave");
    CHECK(find(overlay, "leave.no"));
    CHECK(tap(overlay, model, "leave.no").empty());
    CHECK(find(overlay, "language.sv"));
    CHECK_FALSE(find(overlay, "leave.yes"));
}

TEST_CASE("a long list is dragged and what the finger lay on is not pressed") {
    Model const model = sample(full_hd, "sv", 30);
    Overlay overlay = opened(full_hd);
    tap(overlay, model, "nav.playlists");
    CHECK_FALSE(find(overlay, "playlist.p29"));
    int const top = find(overlay, "playlist.p3")->rect.y;
    Point at = middle(find(overlay, "playlist.p3")->rect);
    overlay.pointer(Phase::Down, at);
    overlay.pointer(Phase::Move, at = {at.x, at.y - 40});
    CHECK(overlay.frame(model, now).empty());
    CHECK(find(overlay, "playlist.p3")->rect.y == top - 40);
    overlay.pointer(Phase::Up, at);
    CHECK(overlay.frame(model, now).empty());

    for (int i = 0; i < 10; ++i) {
        overlay.pointer(Phase::Down, {900, 900});
        overlay.pointer(Phase::Move, {900, 300});
        overlay.pointer(Phase::Up, {900, 300});
        CHECK(overlay.frame(model, now).empty());
    }
    CHECK_FALSE(find(overlay, "playlist.p0"));
    CHECK(tap(overlay, model, "playlist.p29") == std::vector<Command>{TurnPlaylist{"p29", false}});
    overlay.reset();
    tap(overlay, model, "nav.playlists");
    CHECK(find(overlay, "playlist.p0"));
}

TEST_CASE("a trembling finger presses and does not scroll") {
    Model const model = sample(full_hd, "sv", 30);
    Overlay overlay = opened(full_hd);
    tap(overlay, model, "nav.playlists");
    Point const at = middle(find(overlay, "playlist.p3")->rect);
    overlay.pointer(Phase::Down, at);
    overlay.pointer(Phase::Move, {at.x + 3, at.y - 12});
    overlay.pointer(Phase::Up, {at.x + 3, at.y - 12});
    CHECK(overlay.frame(model, now) == std::vector<Command>{TurnPlaylist{"p3", false}});
}

TEST_CASE("opening it again shows the first page") {
    Model const model = sample(full_hd, "sv");
    Overlay overlay = opened(full_hd);
    tap(overlay, model, "nav.leave");
    overlay.reset();
    static_cast<void>(overlay.frame(model, now));
    CHECK(find(overlay, "language.sv"));
}

TEST_CASE("two paints of one frame are equal, and so are two overlays") {
    Model const model = sample(full_hd, "sv");
    Overlay overlay = opened(full_hd), other = opened(full_hd);
    static_cast<void>(overlay.frame(model, now));
    static_cast<void>(other.frame(model, now));
    Bitmap const first = painted(overlay, full_hd);
    CHECK(same(first, painted(overlay, full_hd)));
    CHECK(same(first, painted(other, full_hd)));
    CHECK(first.row(4)[4] == 0xFF1C1B1A);        // The ink around the panel,
    CHECK(first.row(1000)[100] == 0xFF1F3D2E);   // the spruce of the navigation,
    CHECK(first.row(1000)[1000] == 0xFFFBF7F0);  // the birch of the page.
}

TEST_CASE("a stick is offered first, with its pictures, and staff decide") {
    Model model = sample(full_hd, "sv");
    model.sticks = {{"/media/BLUE", "BLUE"}};
    model.intake.stick = model.sticks.front();
    model.intake.step = Intake::Step::Offered;
    model.intake.survey.name = "Verkstaden";
    model.intake.survey.slides = 2;
    model.intake.survey.files = {{.name = "1.jpg", .to = "1.jpg"},
                                 {.name = "film.mp4", .verdict = Verdict::Refused}};
    Overlay overlay = opened(full_hd);
    CHECK(tap(overlay, model, "import.approve") == std::vector<Command>{ApproveImport{}});
    CHECK(tap(overlay, model, "import.decline") == std::vector<Command>{DeclineImport{}});
    CHECK(overlay.ui_dump(model).find("\"screen\": \"staff import\"") != std::string::npos);

    Bitmap const before = painted(overlay, full_hd);
    std::vector<Bitmap> previews;
    previews.emplace_back(Size{192, 96});
    std::fill_n(previews[0].row(0), 192 * 96, 0xFF112233);
    overlay.set_previews(std::move(previews));
    static_cast<void>(overlay.frame(model, now));
    Bitmap const after = painted(overlay, full_hd);
    std::size_t blue = 0;
    for (int y = 0; y < full_hd.h; ++y)
        blue += std::size_t(std::count(after.row(y), after.row(y) + full_hd.w, 0xFF112233));
    CHECK(blue == 192 * 96);
    CHECK_FALSE(same(before, after));

    model.intake.survey.slides = 0;
    static_cast<void>(overlay.frame(model, now));
    CHECK_FALSE(find(overlay, "import.approve"));
    CHECK(find(overlay, "import.decline"));
}

TEST_CASE("the import's page has what each step needs") {
    Model model = sample(full_hd, "sv");
    model.sticks = {{"/media/BLUE", "BLUE"}, {"/media/RED", "RED"}};
    model.intake.stick = model.sticks.front();
    Overlay overlay = opened(full_hd);
    tap(overlay, model, "nav.import");
    CHECK(tap(overlay, model, "import.look.2") == std::vector<Command>{LookAtStick{"/media/RED"}});
    for (auto const step : {Intake::Step::Looking, Intake::Step::Copying}) {
        model.intake.step = step;
        CHECK(tap(overlay, model, "import.stop") == std::vector<Command>{DeclineImport{}});
    }
    model.intake.step = Intake::Step::Done;
    CHECK(tap(overlay, model, "import.close") == std::vector<Command>{DeclineImport{}});
    model.intake.step = Intake::Step::Failed;
    model.intake.fault = Error{Kind::NotFound, "BLUE: is gone"};
    CHECK(tap(overlay, model, "import.again") == std::vector<Command>{LookAtStick{"/media/BLUE"}});
    model.sticks.clear();
    static_cast<void>(overlay.frame(model, now));
    CHECK_FALSE(find(overlay, "import.again"));
    CHECK(find(overlay, "import.close"));
}

TEST_CASE("another size is painted as if it had been the first") {
    constexpr Size small{1280, 800};
    Model const model = sample(small, "sv");
    Overlay resized = opened(full_hd), fresh = opened(small);
    static_cast<void>(resized.frame(model, now));
    static_cast<void>(painted(resized, full_hd));
    resized.resize(small);
    static_cast<void>(resized.frame(model, now));
    static_cast<void>(fresh.frame(model, now));
    CHECK(same(painted(resized, small), painted(fresh, small)));
}

TEST_CASE(
    "everything that can be pressed is large enough, on the screen, apart from the others, and has a name") {
    for (Size const size : {Size{1920, 1080}, Size{1080, 1920}, Size{1280, 800}}) {
        for (char const* language : {"sv", "en"}) {
            Model const model = sample(size, language);
            Overlay overlay = opened(size);
            int const least = std::min(size.w, size.h) * 56 / 1080;
            for (char const* page : page_ids) {
                tap(overlay, model, page);
                auto const& controls = overlay.controls();
                for (std::size_t i = 0; i < controls.size(); ++i) {
                    INFO(size.w << "x" << size.h << " " << language << " " << page << " " << controls[i].id);
                    CHECK(controls[i].rect.h >= least);
                    CHECK(controls[i].rect.w >= least);
                    CHECK(Rect{0, 0, size.w, size.h}.contains(controls[i].rect));
                    CHECK_FALSE(controls[i].name.empty());
                    for (std::size_t k = 0; k < i; ++k)
                        CHECK_FALSE(controls[i].rect.overlaps(controls[k].rect));
                }
            }
        }
    }
}

TEST_CASE("what was left out can be read") {
    Model model = sample(full_hd, "sv");
    Overlay overlay = opened(full_hd);
    static_cast<void>(overlay.frame(model, now));
    Bitmap const before = painted(overlay, full_hd);
    model.catalog.problems.push_back(
        {"playlists/p0/semester.jpg", "playlists/p0/semester.jpg: cut off after 12 KiB; copy it again"});
    static_cast<void>(overlay.frame(model, now));
    CHECK_FALSE(same(painted(overlay, full_hd), before));
}

TEST_CASE("an empty library breaks nothing") {
    Model model;
    Overlay overlay = opened(full_hd);
    for (char const* page : page_ids) tap(overlay, model, page);
    CHECK(find(overlay, "close"));
}

TEST_CASE("the UI dump names the page and its controls") {
    Model const model = sample(full_hd, "en");
    Overlay overlay = opened(full_hd);
    tap(overlay, model, "nav.playlists");
    std::string const dump = overlay.ui_dump(model);
    CHECK(dump.find("\"screen\": \"staff playlists\"") != std::string::npos);
    CHECK(dump.find("\"name\": \"Exempelverkstad p1: Off\"") != std::string::npos);
    CHECK(dump.find("\"action\": \"turn playlist p1 on\"") != std::string::npos);
}

TEST_CASE("one font stands in for those that are missing") {
    TempFolder folder;
    std::filesystem::create_directories(folder.path() / "opentype/inter");
    std::filesystem::copy_file("/usr/share/fonts/opentype/inter/Inter-Regular.otf",
                               folder.path() / "opentype/inter/Inter-Regular.otf");
    auto overlay = Overlay::create(full_hd, folder.path());
    REQUIRE(overlay);
    CHECK(overlay->frame(sample(full_hd, "sv"), now).empty());
    CHECK_FALSE(overlay->controls().empty());
}

TEST_CASE("without any font the one wanted is named with its package") {
    auto overlay = Overlay::create(full_hd, "/nowhere");
    REQUIRE_FALSE(overlay);
    CHECK(overlay.error() ==
          Error{Kind::NotFound, "/nowhere/truetype/vollkorn/Vollkorn-ExtraBold.ttf: font can't be read; run "
                                "apt-get install fonts-vollkorn"});
}
