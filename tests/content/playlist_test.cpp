#include "content/library.h"
#include "content/sound_library.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

struct Stand {
    TempFolder folder;
    Stand() { write_sound_library(folder); }

    Catalog load(PageCounter const& count_pages = {}) const {
        Result<Catalog> catalog = load_library(folder.path() / "media");
        REQUIRE(catalog.has_value());
        load_playlists(folder.path() / "playlists", *catalog, count_pages);
        return *catalog;
    }
};

/// The catalogue of a stand with one playlist "mora" that has one picture.
Catalog load_with(std::string const& playlist) {
    Stand stand;
    stand.folder.write("playlists/mora/bild.jpg", "");
    stand.folder.write("playlists/mora/playlist.toml", playlist);
    return stand.load();
}

std::string const file = "playlists/mora/playlist.toml";

/// What each wrong item says; the good one beside it must play on.
void check_items(std::vector<std::pair<std::string, std::vector<std::string>>> const& items) {
    for (auto const& [item, lines] : items) {
        CAPTURE(item);
        Catalog const catalog = load_with("[[item]]\n" + item + "\n[[item]]\npage = \"work\"\n");
        CHECK(problems_of(catalog) == joined(lines));
        REQUIRE(catalog.playlists.size() == 1);
        REQUIRE(catalog.playlists[0].items.size() == 1);
        CHECK(catalog.playlists[0].items[0].id == "mora/2");
    }
}

}

TEST_CASE("a bare folder plays its pictures in natural order") {
    Stand stand;
    for (char const* name : {"10.jpg", "2.JPG", "a.svg", ".hidden.png", "Thumbs.db", "notes.txt"}) {
        stand.folder.write(std::string("playlists/Mora stånd/") + name, "");
    }
    Catalog const catalog = stand.load();
    CHECK(problems_of(catalog) == "");
    REQUIRE(catalog.playlists.size() == 1);
    Playlist const& playlist = catalog.playlists[0];
    CHECK(playlist.id == "Mora stånd");
    CHECK(playlist.title == LocalizedText{"Mora stånd"});
    CHECK(playlist.share == 1);
    REQUIRE(playlist.items.size() == 3);
    CHECK(playlist.items[0].image == "Mora stånd/2.JPG");
    CHECK(playlist.items[1].image == "Mora stånd/10.jpg");
    CHECK(playlist.items[2].image == "Mora stånd/a.svg");
    CHECK(playlist.items[0].id == "Mora stånd/1");
    CHECK(playlist.items[0].duration == Millis{10'000});
    Image const* image = catalog.image("Mora stånd/2.JPG");
    REQUIRE(image);
    CHECK(image->decorative);
    CHECK(image->file == stand.folder.path() / "playlists/Mora stånd/2.JPG");
}

TEST_CASE("a playlist.toml without items keeps the pictures but sets the rest") {
    Stand stand;
    stand.folder.write("playlists/mora/1.jpg", "");
    stand.folder.write("playlists/mora/logo.svg", "<svg/>");
    stand.folder.write(file, "title = {sv = \"Mora\", en = \"Mora!\"}\nexhibitor = \"Mora kommun\"\n"
                             "logo = \"logo.svg\"\nshare = 2.5\nduration = 4\n");
    Catalog const catalog = stand.load();
    CHECK(problems_of(catalog) == "");
    REQUIRE(catalog.playlists.size() == 1);
    Playlist const& playlist = catalog.playlists[0];
    CHECK(playlist.title.in("en") == "Mora!");
    CHECK(playlist.exhibitor == "Mora kommun");
    CHECK(playlist.logo == "mora/logo.svg");
    CHECK(playlist.share == 2.5);
    REQUIRE(playlist.items.size() == 1);
    CHECK(playlist.items[0].image == "mora/1.jpg");
    CHECK(playlist.items[0].duration == Millis{4'000});
}

TEST_CASE("an item of each kind") {
    Catalog const catalog = load_with(R"(duration = 8
[[item]]
image = "bild.jpg"
kicker = "Nu"
headline = {sv = "Hej", en = "Hello"}
motion = "kenburns"
transition = "slide"
topic = "work"
[[item]]
text = {sv = "Kom hit", en = "Come here"}
template = "quote"
by = "Anna"
ground = "birch"
duration = 12.5
qr = "skills"
[[item]]
argument = "jobs"
enabled = false
[[item]]
page = "work"
[[item]]
workshop = "skills"
windows = [{days = [1, 2], from = "09:00", to = "24:00", start = 2027-03-01, end = 2027-03-03}, {from = "22:00", to = "02:00"}]
[[item]]
image = "steel-strip"
fit = "contain"
)");
    CHECK(problems_of(catalog) == "");
    REQUIRE(catalog.playlists.size() == 1);
    std::vector<Item> const& items = catalog.playlists[0].items;
    REQUIRE(items.size() == 6);
    CHECK(items[0].image == "mora/bild.jpg");
    CHECK(items[0].headline.in("en") == "Hello");
    CHECK(items[0].fit == Fit::Cover);
    CHECK(items[0].motion == Motion::KenBurns);
    CHECK(items[0].transition == Transition::Slide);
    CHECK(items[0].duration == Millis{8'000});
    CHECK(items[0].topic == "work");
    CHECK(items[1].text.in("sv") == "Kom hit");
    CHECK(items[1].text_template == TextTemplate::Quote);
    CHECK(items[1].by == "Anna");
    CHECK(items[1].ground == Ground::Birch);
    CHECK(items[1].duration == Millis{12'500});
    CHECK(items[1].qr == "skills");
    CHECK(items[1].topic == "");
    CHECK(items[2].argument == "jobs");
    CHECK(items[2].topic == "work");
    CHECK_FALSE(items[2].enabled);
    CHECK(items[3].topic == "work");
    CHECK(items[4].workshop == "skills");
    REQUIRE(items[4].windows.size() == 2);
    using namespace std::chrono_literals;
    std::chrono::sys_days const march_first{2027y / 3 / 1};
    CHECK(items[4].windows[0] == Window{{1, 2}, 9h, 24h, march_first, march_first + std::chrono::days{2}});
    CHECK(items[4].windows[1] == Window{{}, 22h, 2h, {}, {}});
    CHECK(items[5].image == "steel-strip");
    CHECK(items[5].fit == Fit::Contain);
    CHECK(catalog.item("mora/2") == &items[1]);
}

TEST_CASE("a text of each template") {
    Catalog const catalog = load_with(R"([[item]]
text = {sv = "4,1 %", en = "4.1 %"}
template = "figure"
unit = {sv = "utan arbete", en = "out of work"}
year = "2026"
source = "Region Dalarna"
[[item]]
text = "Tre skäl"
template = "list"
points = [{sv = "Sjön", en = "The lake"}, "Skogen"]
[[item]]
text = "Hur långt?"
template = "question"
answer = {sv = "Två mil", en = "20 km"}
[[item]]
text = "Hur långt?"
template = "question"
topic = "work"
)");
    CHECK(problems_of(catalog) == "");
    REQUIRE(catalog.playlists.size() == 1);
    std::vector<Item> const& items = catalog.playlists[0].items;
    REQUIRE(items.size() == 4);
    CHECK(items[0].text_template == TextTemplate::Figure);
    CHECK(items[0].text.in("en") == "4.1 %");
    CHECK(items[0].unit.in("sv") == "utan arbete");
    CHECK(items[0].year == "2026");
    CHECK(items[0].source == "Region Dalarna");
    CHECK(items[1].text_template == TextTemplate::List);
    REQUIRE(items[1].points.size() == 2);
    CHECK(items[1].points[0].in("en") == "The lake");
    CHECK(items[1].points[1].in("en") == "Skogen");
    CHECK(items[2].text_template == TextTemplate::Question);
    CHECK(items[2].answer.in("en") == "20 km");
    CHECK(items[3].topic == "work");
}

TEST_CASE("a text that its template has no place for leaves its item out") {
    std::string const delete_it = "; write that, or delete this line";
    check_items({
        {"text = \"4\"\ntemplate = \"figure\"\nunit = \"byar\"",
         {file + ":1:1: key \"source\": is missing; expected text"}},
        {"text = \"4\"\ntemplate = \"figure\"\nsource = \"SCB\"",
         {file + ":1:1: key \"unit\": is missing; expected text"}},
        {"text = \"Skäl\"\ntemplate = \"list\"",
         {file + ":1:1: key \"points\": expected 2 to 6 texts, got 0"}},
        {"text = \"Skäl\"\ntemplate = \"list\"\npoints = [\"a\"]",
         {file + ":4:10: key \"points\": expected 2 to 6 texts, got 1"}},
        {"text = \"Skäl\"\ntemplate = \"list\"\npoints = [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\"]",
         {file + ":4:10: key \"points\": expected 2 to 6 texts, got 7"}},
        {"text = \"Skäl\"\ntemplate = \"list\"\npoints = [\"a\", \"\"]",
         {file + ":4:16: key \"points\": is empty; expected text"}},
        {"text = \"Hur?\"\ntemplate = \"question\"",
         {file + ":1:1: key \"topic\": is missing; name the page that answers the question, "
                 "or write answer = …"}},
        {"text = \"Skäl\"\npoints = [\"a\", \"b\"]",
         {file + ":3:10: key \"points\": belongs to a text with template = \"list\"" + delete_it}},
        {"text = \"Hej\"\ntemplate = \"list\"\npoints = [\"a\", \"b\"]\nby = \"Anna\"",
         {file + ":5:6: key \"by\": belongs to a text with template = \"quote\"" + delete_it}},
        {"image = \"bild.jpg\"\nunit = \"byar\"",
         {file + ":3:8: key \"unit\": belongs to a text with template = \"figure\"" + delete_it}},
        {"image = \"bild.jpg\"\ntemplate = \"quote\"",
         {file + ":3:12: key \"template\": is for a text; this item has none"}},
        {"text = \"Hej\"\ntemplate = \"lists\"",
         {file + ":3:12: key \"template\": unknown \"lists\"; did you mean \"list\"?"}},
    });
}

TEST_CASE("a picture of the folder may be described beside it") {
    Stand stand;
    stand.folder.write("playlists/mora/1.jpg", "");
    stand.folder.write("playlists/mora/1.toml", "alt = {sv = \"En kyrka\", en = \"A church\"}\n");
    Catalog const catalog = stand.load();
    CHECK(problems_of(catalog) == "");
    REQUIRE(catalog.image("mora/1.jpg"));
    CHECK(catalog.image("mora/1.jpg")->alt.in("en") == "A church");
    CHECK_FALSE(catalog.image("mora/1.jpg")->decorative);
}

TEST_CASE("a wrong item is left out alone") {
    check_items({
        {"duration = 5",
         {file + ":1:1: an item has exactly one of image, text, pdf, argument, page, workshop; "
                 "this one has none"}},
        {"image = \"bild.jpg\"\ntext = \"Hej\"",
         {file + ":1:1: an item has exactly one of image, text, pdf, argument, page, workshop; "
                 "this one has image and text"}},
        {"text = \"\"", {file + ":2:8: key \"text\": is empty; expected text"}},
        {"text = {sv = \"Hej\", de = \"Hallo\"}",
         {file + ":2:21: key \"text\": unknown language \"de\"; known are sv, en",
          file + ":2:8: key \"text\": has no text in \"en\""}},
        {"image = \"bidl.jpg\"",
         {file + ":2:9: key \"image\": no picture \"bidl.jpg\" in this folder or the library; "
                 "did you mean \"bild.jpg\"?"}},
        {"image = \"steel-stripe\"",
         {file + ":2:9: key \"image\": no picture \"steel-stripe\" in this folder or the library; "
                 "did you mean \"steel-strip\"?"}},
        {"image = \"../bild.jpg\"",
         {file + ":2:9: key \"image\": expected a file of this folder or an image of the library, "
                 "got \"../bild.jpg\""}},
        {"image = \"/etc/passwd\"",
         {file + ":2:9: key \"image\": expected a file of this folder or an image of the library, "
                 "got \"/etc/passwd\""}},
        {"argument = \"job\"",
         {file + ":2:12: key \"argument\": no argument \"job\"; did you mean \"jobs\"?"}},
        {"page = \"wrok\"", {file + ":2:8: key \"page\": no page \"wrok\"; did you mean \"work\"?"}},
        {"workshop = \"skill\"",
         {file + ":2:12: key \"workshop\": no workshop \"skill\"; did you mean \"skills\"?"}},
        {"pdf = \"karta.pdf\"",
         {file + ":2:7: key \"pdf\": no file \"karta.pdf\" in this folder; known are bild.jpg"}},
        {"poll = \"p\"", {file + ":2:8: key \"poll\": polls are not played yet; delete this item"}},
        {"text = \"Hej\"\nduration = 1",
         {file + ":3:12: key \"duration\": expected a number from 2 to 3600, got 1"}},
        {"text = \"Hej\"\nduration = \"lång\"",
         {file + ":3:12: key \"duration\": expected a number from 2 to 3600, got \"lång\""}},
        {"text = \"Hej\"\nduraton = 10",
         {file + ":3:1: unknown key \"duraton\"; did you mean \"duration\"?"}},
        {"text = \"Hej\"\ntransition = \"fade\"",
         {file + ":3:14: key \"transition\": unknown \"fade\"; known are crossfade, cut, slide"}},
        {"text = \"Hej\"\nfit = \"covr\"",
         {file + ":3:7: key \"fit\": unknown \"covr\"; did you mean \"cover\"?"}},
        {"text = \"Hej\"\nmotion = \"kenburns\"",
         {file + ":3:10: key \"motion\": moves only an image that fills the screen; delete this line, or "
                 "fit = \"contain\""}},
        {"image = \"bild.jpg\"\nfit = \"contain\"\nmotion = \"kenburns\"",
         {file + ":4:10: key \"motion\": moves only an image that fills the screen; delete this line, or "
                 "fit = \"contain\""}},
        {"text = \"Hej\"\nenabled = \"no\"",
         {file + ":3:11: key \"enabled\": expected true or false, got \"no\""}},
    });
}

TEST_CASE("a wrong window leaves its item out") {
    check_items({
        {"text = \"Hej\"\nwindows = [{days = [0]}]",
         {file + ":3:21: key \"days\": expected whole numbers from 1 to 7, got 0"}},
        {"text = \"Hej\"\nwindows = [{from = \"9:00\"}]",
         {file + ":3:20: key \"from\": expected a time such as \"09:00\", got \"9:00\""}},
        {"text = \"Hej\"\nwindows = [{from = \"25:00\"}]",
         {file + ":3:20: key \"from\": expected a time such as \"09:00\", got \"25:00\""}},
        {"text = \"Hej\"\nwindows = [{to = 17:00:00}]",
         {file + ":3:18: key \"to\": expected a time such as \"09:00\", got a time without quotation marks"}},
        {"text = \"Hej\"\nwindows = [{from = \"09:00\", to = \"09:00\"}]",
         {file + ":3:34: key \"to\": must differ from \"from\""}},
        {"text = \"Hej\"\nwindows = [{start = \"2027-03-01\"}]",
         {file + ":3:21: key \"start\": expected a date such as 2027-03-01, without quotation marks, "
                 "got \"2027-03-01\""}},
        {"text = \"Hej\"\nwindows = [{start = 2027-03-01, end = 2027-03-01}]",
         {file + ":3:39: key \"end\": must be later than start; it is the first day without the item"}},
        {"text = \"Hej\"\nwindows = {from = \"09:00\"}",
         {file + ":3:11: key \"windows\": expected a list of tables, got a table"}},
        {"text = \"Hej\"\nwindows = [{day = [1]}]",
         {file + ":3:13: unknown key \"day\"; did you mean \"days\"?"}},
    });
}

TEST_CASE("a wrong topic or code costs only the way to it") {
    Catalog const catalog = load_with("[[item]]\ntext = \"Hej\"\ntopic = \"wrk\"\nqr = \"skils\"\n");
    CHECK(problems_of(catalog) ==
          joined({file + ":3:9: key \"topic\": no page \"wrk\"; did you mean \"work\"?",
                  file + ":4:6: key \"qr\": no workshop \"skils\"; did you mean \"skills\"?"}));
    REQUIRE(catalog.playlists.size() == 1);
    CHECK(catalog.playlists[0].items[0].topic == "");
    CHECK(catalog.playlists[0].items[0].qr == "");
}

TEST_CASE("a wrong head keeps its default and the items play") {
    Catalog const catalog = load_with("title = 5\nlogo = \"logga.svg\"\nshare = 101\ncolour = \"red\"\n"
                                      "[[item]]\ntext = \"Hej\"\n");
    CHECK(problems_of(catalog) ==
          joined({file + ":1:9: key \"title\": expected text, or a text for each language, got 5",
                  file + ":2:8: key \"logo\": no picture \"logga.svg\" in this folder or the library; "
                         "known are steel-strip, bild.jpg",
                  file + ":3:9: key \"share\": expected a number from 0.1 to 100, got 101",
                  file + ":4:1: unknown key \"colour\"; known are title, exhibitor, logo, share, mode, "
                         "order, duration, item"}));
    REQUIRE(catalog.playlists.size() == 1);
    CHECK(catalog.playlists[0].title == LocalizedText{"mora"});
    CHECK(catalog.playlists[0].share == 1);
    CHECK(catalog.playlists[0].items.size() == 1);
}

TEST_CASE("a playlist that is no TOML is left out, the others play") {
    Stand stand;
    stand.folder.write(file, "[[item\n");
    stand.folder.write("playlists/falun/1.png", "");
    Catalog const catalog = stand.load();
    CHECK(problems_of(catalog) ==
          file + ":1:7: is not TOML: Error while parsing table header: expected ']', saw '\\n'\n");
    REQUIRE(catalog.playlists.size() == 1);
    CHECK(catalog.playlists[0].id == "falun");
}

TEST_CASE("folders that can't be played are named") {
    Stand stand;
    std::filesystem::create_directories(stand.folder.path() / "playlists/empty");
    std::filesystem::create_directories(stand.folder.path() / "playlists/.hidden");
    stand.folder.write("playlists/b\u202Ead/1.png", "");
    stand.folder.write("playlists/film/film.mp4", "");
    stand.folder.write("playlists/film/a\xFF.png", "");
    Catalog const catalog = stand.load([](std::filesystem::path const& file) -> Result<int> {
        return Error{Kind::Refused, file.filename().string() + ": is a video"};
    });
    CHECK(catalog.playlists.empty());
    CHECK(problems_of(catalog) ==
          joined({"playlists/b\\xE2\\x80\\xAEad: the folder's name holds the invisible character U+202E, "
                  "which reverses text; delete it",
                  "playlists/empty: has nothing to play; lay pictures in it or write playlist.toml",
                  "playlists/film/a\\xFF.png: the file's name is not UTF-8 from byte 2 on; write it in UTF-8",
                  "playlists/film/film.mp4: is a video",
                  "playlists/film: has nothing to play; lay pictures in it or write playlist.toml"}));
}

TEST_CASE("links that lead out of the folder are not followed") {
    Stand stand;
    stand.folder.write("outside.png", "");
    stand.folder.write("secret.toml", "[[item]]\ntext = \"Hej\"");
    stand.folder.write("playlists/mora/real.png", "");
    std::filesystem::path const mora = stand.folder.path() / "playlists/mora";
    std::filesystem::create_symlink("real.png", mora / "inside.png");
    std::filesystem::create_symlink("../../outside.png", mora / "out.png");
    std::filesystem::create_symlink("nowhere.png", mora / "lost.png");
    std::filesystem::create_symlink("../../secret.toml", mora / "playlist.toml");
    Catalog const catalog = stand.load();
    std::string const fault = ": is a link that leads out of the folder or nowhere; copy the file here";
    CHECK(problems_of(catalog) == joined({"playlists/mora/lost.png" + fault, "playlists/mora/out.png" + fault,
                                          "playlists/mora/playlist.toml" + fault}));
    REQUIRE(catalog.playlists.size() == 1);
    REQUIRE(catalog.playlists[0].items.size() == 2);
    CHECK(catalog.playlists[0].items[0].image == "mora/inside.png");
}

TEST_CASE("no folder of playlists is a problem, not a failure") {
    Stand stand;
    CHECK(problems_of(stand.load()) == "playlists: there is no such folder\n");
}
