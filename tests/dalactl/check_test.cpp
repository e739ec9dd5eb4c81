// The whole check on the small library, sound and with one headline that is too long.

#include "dalactl/check.h"

#include "dalactl/captured.h"
#include "dalactl/small_library.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

using namespace std::chrono_literals;

std::string times(int count, std::string const& sentence) {
    std::string text;
    for (int i = 0; i < count; ++i) text += sentence;
    return text;
}

/// The small library, its bodies of the usual length.
struct Library : SmallLibrary {
    Library() {
        for (char const* argument : {"garpenberg", "hvdc-ludvika", "siljan"}) {
            std::string const file = "media/arguments/" + std::string(argument) + ".toml";
            replace(file, "- En punkt i en lista.", times(7, "Här bor man nära sin sjö. "));
            replace(file, "- An item of a list.", times(7, "Here a lake is close by. "));
        }
    }

    /// What the check prints, and its exit code behind it.
    std::string said(bool verbose = false) const {
        Captured streams;
        int const code = run_check({folder.path() / "media",
                                    folder.path() / "playlists",
                                    2027y / std::chrono::March / 1,
                                    verbose,
                                    {{1920, 1080}}});
        return streams.said() + "exit " + std::to_string(code);
    }
};

}

TEST_CASE("a sound library has nothing to mend, and the exit code says so") {
    CHECK(Library{}.said() == "3 arguments, 4 pictures, 2 playlists: nothing to mend\nexit 0");
}

TEST_CASE("one look finds what files, texts and screens have wrong, each with its place") {
    Library const library;
    library.replace("media/pages/work.toml", "Görs här. Används i hela världen.",
                    times(12, "Görs här och används i hela världen. "));
    library.replace("media/pages/nature.toml", ", en = \"Nature & leisure\"", "");
    library.replace("media/arguments/siljan.toml", "topic", "expires = 2027-03-09\ntopic");
    library.replace("media/arguments/siljan.toml", "year = \"2025\"\n", "");
    std::string const said = library.said();
    CAPTURE(said);
    CHECK(said.starts_with("media/pages/nature.toml:2:9: key \"title\": has no text in \"en\"\n"
                           "media/arguments/siljan.toml: key \"source\": \"SCB\" has no year; write year = "
                           "\"…\", the year it is "
                           "from or in which it was looked up\n"));
    // How large it is set is a matter of the fonts.
    CHECK(said.find("\ntopic work 1920x1080 sv: headline is set at ") != said.npos);
    CHECK(said.find("; shorten key \"headline\" in media/pages/work.toml") != said.npos);
    CHECK(
        said.find("\nnote: media/arguments/siljan.toml: key \"expires\": is shown for another 8 days, until "
                  "2027-03-08\n3 arguments, 4 pictures, 2 playlists: ") != said.npos);
    CHECK(said.ends_with(" to mend, 1 note\nexit 1"));
}

TEST_CASE("with --verbose the check begins with how each body reads") {
    std::string const table = " LIX  words (sv, en)\n"
                              "   6    50  50  garpenberg\n"
                              "   6    50  50  hvdc-ludvika\n"
                              "   6    50  50  siljan\n";
    CHECK(Library{}.said(true).substr(0, table.size()) == table);
}

TEST_CASE("a library that can't be read at all is said so") {
    Library const library;
    library.folder.remove("media/library.toml");
    CHECK(library.said() == "dalactl: media/library.toml: there is no such file\nexit 1");
}
