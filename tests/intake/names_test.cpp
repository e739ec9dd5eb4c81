#include "intake/names.h"

#include "intake/code_page.h"
#include "intake/kinds.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("a folder's name is made of what people wrote") {
    struct Row {
        char const *words, *name;
    };
    for (auto const& [words, name] :
         {Row{"Exempelverkstaden AB", "Exempelverkstaden AB"}, Row{"  Åre  &  Öl\n", "Åre & Öl"},
          Row{"../../etc", "etc"}, Row{"..", ""}, Row{".hidden", "hidden"}, Row{"a/b\\c", "a b c"},
          Row{"ab\u202Ecd", "abcd"}, Row{"\xFF\xFE", ""}, Row{"x.", "x"}, Row{"", ""}})
        CHECK(folder_name(words) == name);
    std::string const longest = folder_name(std::string(59, 'a') + "ååå");
    CHECK(longest == std::string(59, 'a'));
    CHECK(folder_name(longest) == longest);
}

TEST_CASE("a name that is taken gets a number, and stays a folder's name") {
    CHECK(numbered_folder("KINGSTON", 2) == "KINGSTON 2");
    CHECK(numbered_folder(std::string(60, 'a'), 12) == std::string(57, 'a') + " 12");
    std::string const cut = numbered_folder(std::string(57, 'a') + " å", 3);
    CHECK(cut == std::string(57, 'a') + " 3");
    CHECK(folder_name(cut) == cut);
}

TEST_CASE("which names are fit") {
    for (char const* fit : {"hallen.jpg", "Åsa & Öst (2).png", "-rf", "a..b"})
        CHECK_MESSAGE(is_fit_name(fit), fit);
    for (char const* unfit :
         {"", ".", "..", "a/b", "a\nb", "a\tb", "a\x01", "a\u202E.gpj", "a\u2066b", "\xC3"})
        CHECK_MESSAGE(!is_fit_name(unfit), unfit);
    CHECK_FALSE(is_fit_name(std::string(201, 'a')));
}

TEST_CASE("what nobody brought on purpose is passed over") {
    for (char const* name : {".DS_Store", "._hallen.jpg", "Thumbs.db", "System Volume Information",
                             "~$bilder.pptx", "dalakiosk-result.txt", "__MACOSX"})
        CHECK_MESSAGE(is_left_behind(name), name);
    for (char const* name : {"hallen.jpg", "playlist.toml", "Bilder"})
        CHECK_MESSAGE(!is_left_behind(name), name);
}

TEST_CASE("folders are laid into one") {
    CHECK(flat_name("Dag 1/Hallen/1.jpg") == "Dag 1 - Hallen - 1.jpg");
    CHECK(numbered("hallen.jpg", 2) == "hallen (2).jpg");
}

TEST_CASE("names of old ZIPs are read in the code page of DOS") {
    CHECK(from_code_page_437("r\x84ksm\x94rg\x86s.jpg") == "räksmörgås.jpg");
    CHECK(is_utf8("räksmörgås"));
    CHECK_FALSE(is_utf8("r\x84k"));
}

TEST_CASE("the first bytes tell film, sound, documents and archives from pictures") {
    using namespace std::string_literals;
    auto const kind = [](std::string const& head) { return kind_of(head); };
    for (std::string const& film : {"\0\0\0\x18"
                                    "ftypmp42"s,
                                    "\0\0\0\x14"
                                    "ftypqt  "s,
                                    "\x1A\x45\xDF\xA3..."s, "RIFF....AVI LIST"s, "FLV\x01"s,
                                    "\0\0\x01\xBA..."s, "G" + std::string(187, '.') + "G"})
        CHECK(kind(film) == BroughtKind::Video);
    for (std::string const& sound : {"ID3\x03"s, "OggS"s, "RIFF....WAVE"s,
                                     "\0\0\0\x18"
                                     "ftypM4A "s})
        CHECK(kind(sound) == BroughtKind::Sound);
    for (std::string const& document :
         {"PK\x03\x04....[Content_Types].xml"s, "PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument"s,
          "\xD0\xCF\x11\xE0\xA1"s, "PK\x03\x04....Index/Document.iwa"s})
        CHECK(kind(document) == BroughtKind::Document);
    for (std::string const& archive :
         {"PK\x03\x04....bilder/1.jpg"s, "Rar!\x1A"s, "7z\xBC\xAF"s, "\x1F\x8B"s})
        CHECK(kind(archive) == BroughtKind::Archive);
    for (std::string const& other : {""s, "\xFF\xD8\xFF\xE0"s, "\x89PNG"s,
                                     "\0\0\0\x18"
                                     "ftypheic"s,
                                     "\0\0\0\x18"
                                     "ftypavif"s,
                                     "%PDF-1.7"s, "GIF89a" + std::string(182, '.') + "G"})
        CHECK(kind(other) == BroughtKind::Other);
}
