#include "intake/brought.h"
#include "intake/small_disk.h"

#include <doctest/doctest.h>

#include <set>

#include <sys/stat.h>

using namespace kiosk;

TEST_CASE("each file gets its verdict, in the order in which they play") {
    Brought const brought;
    brought.stick.write("10-hallen.jpg", picture("hall"));
    brought.stick.write("2-laget.jpg", picture("team turned"));
    brought.stick.write("3-liten.png", picture("small", "800x600"));
    brought.stick.write("4-logga.svg", picture("drawing", "100x40"));
    brought.stick.write("5-igen.jpg", picture("hall"));
    brought.stick.write("film.mp4", std::string("\0\0\0\x18", 4) + "ftypmp42");
    brought.stick.write("katalog.pptx", "PK\x03\x04[Content_Types].xml");
    brought.stick.write("okänd.bin", "bytes");
    brought.stick.write("rast.mp3", "ID3");
    brought.stick.write("skadad.jpg", "cut");
    brought.stick.write("alla.zip", "PK\x03\x04 bilder");
    brought.stick.write("läs mig.txt", "notes are not brought");
    CHECK(brought.verdicts() ==
          "2-laget.jpg: Turned, is shown upright\n"
          "3-liten.png: Soft, 800 × 600 pixels: will look soft on this screen\n"
          "4-logga.svg: Plays\n"
          "5-igen.jpg: Plays\n"
          "10-hallen.jpg: Duplicate, is the same file as 5-igen.jpg\n"
          "alla.zip: Left out, is an archive; unpack it on the stick\n"
          "film.mp4: Left out, is a video, and video is not shown; take a still picture from it\n"
          "katalog.pptx: Left out, is a document from PowerPoint or the like; export it as PDF\n"
          "okänd.bin: Left out, is a text file, not a picture\n"
          "rast.mp3: Left out, is sound, and the kiosk plays none\n"
          "skadad.jpg: Left out, is cut off after 1 kB of picture data\n");
    Survey const survey = brought.surveyed();
    CHECK(survey.slides == 4);
    CHECK(survey.show == Millis{40'000});
    CHECK(survey.bytes == picture("team turned").size() + picture("small", "800x600").size() +
                              picture("drawing", "100x40").size() + picture("hall").size());
    CHECK(survey.name == "KINGSTON");
    CHECK_FALSE(survey.replaces);
    CHECK(remark(survey.files[5], brought.library, "sv") == "är ett arkiv; packa upp det på USB-minnet");
}

TEST_CASE("a decoder's error decides what is said in other languages") {
    Brought brought;
    brought.stick.write("a.jpg", "x");
    struct Row {
        Kind kind;
        Refusal refusal;
    };
    for (auto const& [kind, refusal] :
         {Row{Kind::Malformed, Refusal::Damaged}, Row{Kind::Refused, Refusal::NotShown},
          Row{Kind::Unreadable, Refusal::Unreadable}, Row{Kind::Unavailable, Refusal::Damaged}}) {
        brought.tools.look = [&, kind = kind](auto const&) { return Error{kind, "a.jpg: is so"}; };
        Survey const survey = brought.surveyed();
        CHECK(survey.files.front().refusal == refusal);
        CHECK(survey.files.front().what == "is so");
    }
}

TEST_CASE("a list decides what plays, how long, and under which name") {
    Brought const brought;
    brought.stick.write("playlist.toml",
                        "exhibitor = \"Exempelverkstaden AB\"\nlogo = \"logga.svg\"\nduration = 5\n"
                        "[[item]]\nimage = \"1.jpg\"\n[[item]]\ntext = \"Kom in\"\nduration = 7\n");
    brought.stick.write("1.jpg", picture("one"));
    brought.stick.write("1.toml", "alt = {sv = \"Hallen\", en = \"The hall\"}\n");
    brought.stick.write("2.jpg", picture("two"));
    brought.stick.write("lös.toml", "alt = \"?\"\n");
    brought.stick.write("logga.svg", picture("drawing"));
    CHECK(brought.verdicts() ==
          "1.jpg: Plays\n1.toml: Comes along\n2.jpg: Comes along\nlogga.svg: Comes along\n"
          "lös.toml: Left out, describes no picture that comes along\n"
          "playlist.toml: Comes along\n");
    Survey const survey = brought.surveyed();
    CHECK(survey.name == "Exempelverkstaden AB");
    CHECK(survey.slides == 2);
    CHECK(survey.show == Millis{12'000});
    CHECK(survey.complaints.empty());
}

TEST_CASE("the list's faults are told as dalactl check tells them, also those that refusing makes") {
    Brought const brought;
    brought.stick.write(
        "playlist.toml",
        "title = \"Verkstad\"\n[[item]]\nimage = \"1.jpg\"\n[[item]]\nimage = \"2.jpg\"\nfitt = 1\n");
    brought.stick.write("1.jpg", picture());
    brought.stick.write("2.jpg", "cut");
    Survey const survey = brought.surveyed();
    CHECK(survey.name == "Verkstad");
    CHECK(survey.slides == 1);
    REQUIRE(survey.complaints.size() == 2);
    CHECK(survey.complaints[0] ==
          "KINGSTON/playlist.toml:5:9: key \"image\": no picture \"2.jpg\" in this folder or "
          "the library; did you mean \"1.jpg\"?");
    CHECK(survey.complaints[1] == "KINGSTON/playlist.toml:6:1: unknown key \"fitt\"; did you mean \"fit\"?");
}

TEST_CASE("what a list names comes along, also if another file is the same") {
    Brought const brought;
    brought.stick.write("playlist.toml", "logo = \"a.jpg\"\n[[item]]\nimage = \"b.jpg\"\n");
    for (char const* name : {"a.jpg", "b.jpg", "c.jpg"}) brought.stick.write(name, picture());
    CHECK(brought.verdicts() ==
          "a.jpg: Comes along\nb.jpg: Plays\nc.jpg: Duplicate, is the same file as a.jpg\n"
          "playlist.toml: Comes along\n");
    CHECK(brought.surveyed().complaints.empty());
}

TEST_CASE("of two descriptions that would have one name, one comes along") {
    Brought const brought;
    brought.stick.write("a - b.jpg", picture());
    brought.stick.write("a - b.toml", "alt = \"One\"\n");
    brought.stick.write("a/b.toml", "alt = \"Two\"\n");
    int named = 0;
    for (SurveyedFile const& file : brought.surveyed().files) {
        named += file.to == "a - b.toml";
        if (file.verdict == Verdict::Refused) CHECK(file.refusal == Refusal::Name);
    }
    CHECK(named == 1);
    CHECK(count(brought.surveyed(), Verdict::Refused) == 1);
}

TEST_CASE("a description with a name too long for the disk costs no more than itself") {
    Brought const brought;
    std::string const long_name(150, 'x');
    brought.stick.write("1.jpg", picture());
    brought.stick.write(long_name + "/" + long_name + ".toml", "alt = \"?\"\n");
    Survey const survey = brought.surveyed();
    CHECK(survey.slides == 1);
    CHECK(survey.files.back().refusal == Refusal::Name);
}

TEST_CASE("a list that is no TOML stays away, and the pictures play by name") {
    Brought const brought;
    brought.stick.write("playlist.toml", "title = \n");
    brought.stick.write("1.jpg", picture());
    Survey const survey = brought.surveyed();
    CHECK(survey.slides == 1);
    CHECK(survey.name == "KINGSTON");
    SurveyedFile const& list = survey.files.back();
    CHECK(list.refusal == Refusal::List);
    CHECK(list.what.starts_with("KINGSTON/playlist.toml:1:"));
    CHECK(list.to.empty());
}

TEST_CASE("a list of ten thousand items is not taken") {
    Brought const brought;
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += "[[item]]\ntext = \"x\"\n";
    brought.stick.write("playlist.toml", text);
    brought.stick.write("1.jpg", picture());
    Survey const survey = brought.surveyed();
    CHECK(survey.slides == 1);
    CHECK(survey.files.back().what == "has 10000 items; at most 300 are taken");
}

TEST_CASE("folders become one, and what lies too deep or apart is named") {
    Brought brought;
    brought.stick.write("Bilder/Dag 2/1.jpg", picture("a"));
    brought.stick.write("Bilder/Dag 10/1.jpg", picture("b"));
    brought.stick.write("Bilder/sist.jpg", picture("c"));
    brought.stick.write("Bilder/Dag 2/playlist.toml", "title = \"x\"\n");
    CHECK(brought.verdicts() ==
          "Dag 2/1.jpg: Plays\n"
          "Dag 2/playlist.toml: Left out, lies in a folder of its own; bring that folder alone\n"
          "Dag 10/1.jpg: Plays\nsist.jpg: Plays\n");
    Survey const survey = brought.surveyed();
    CHECK(survey.label == "Bilder");
    CHECK(survey.files.front().to == "Dag 2 - 1.jpg");
    brought.stick.write("a/b/c/d.jpg", picture("d"));
    CHECK(brought.verdicts().starts_with("a/b/c: Left out, lies in too many folders; put it higher up\n"));
}

TEST_CASE("a name that is taken gets a number, and a picture without an ending gets one") {
    Brought const brought;
    brought.stick.write("a - b.jpg", picture("one"));
    brought.stick.write("a/b.jpg", picture("two"));
    brought.stick.write("IMG_0001", picture("three"));
    std::set<std::string> names;
    for (SurveyedFile const& file : brought.surveyed().files) names.insert(file.to);
    CHECK(names == std::set<std::string>{"a - b.jpg", "a - b (2).jpg", "IMG_0001.jpg"});
}

TEST_CASE("content decides what a file is, and its name follows") {
    Brought const brought;
    brought.stick.write("broschyr.jpg", picture("pages=3"));
    brought.stick.write("foto.pdf", picture());
    brought.stick.write("katalog.pdf", picture("pages=4"));
    Survey survey = brought.surveyed();
    CHECK(survey.files[0].to == "broschyr.jpg.pdf");
    CHECK(survey.files[1].to == "foto.pdf.jpg");
    CHECK(survey.files[2].to == "katalog.pdf");
    CHECK(survey.slides == 3 + 1 + 4);
    brought.stick.write("playlist.toml", "[[item]]\npdf = \"katalog.pdf\"\npages = [1, 3]\nduration = 20\n");
    survey = brought.surveyed();
    CHECK(survey.complaints.empty());
    CHECK(survey.slides == 2);
    CHECK(survey.show == Millis{40'000});
    CHECK(survey.files[0].verdict == Verdict::Beside);
    CHECK(survey.files[2].verdict == Verdict::Plays);
}

TEST_CASE("malice on the stick: links, pipes, folders named as pictures, names that lie") {
    Brought const brought;
    TempFolder const outside;
    outside.write("secret.jpg", picture("secret"));
    brought.stick.write("bra.jpg", picture());
    auto const at = [&](char const* name) { return brought.stick.path() / name; };
    std::filesystem::create_symlink(outside.path() / "secret.jpg", at("file-link.jpg"));
    std::filesystem::create_directory_symlink(outside.path(), at("folder-link"));
    std::filesystem::create_symlink("/dev/zero", at("zero.jpg"));
    REQUIRE(::mkfifo(at("pipe.jpg").c_str(), 0644) == 0);
    brought.stick.write("mapp.jpg/inne.jpg", picture("inside"));
    brought.stick.write("rad\nbyte.jpg", picture("newline"));
    brought.stick.write("gpj.\u202Eexe.jpg", picture("bidi"));
    brought.stick.write("\xFF.jpg", picture("bytes"));
    std::string const name = "has a name that can’t be used; rename it\n";
    std::string const verdicts = brought.verdicts();
    CAPTURE(verdicts);
    CHECK(verdicts.find("bra.jpg: Plays\n") != verdicts.npos);
    for (char const* link : {"file-link.jpg", "folder-link", "zero.jpg"})
        CHECK(verdicts.find(std::string(link) + ": Left out, is a link; put the file itself here\n") !=
              verdicts.npos);
    CHECK(verdicts.find("pipe.jpg: Left out, is no plain file\n") != verdicts.npos);
    CHECK(verdicts.find("mapp.jpg/inne.jpg: Plays\n") != verdicts.npos);
    for (char const* shown : {"rad\\x0Abyte.jpg", "gpj.\\xE2\\x80\\xAEexe.jpg", "\\xFF.jpg"})
        CHECK(verdicts.find(std::string(shown) + ": Left out, " + name) != verdicts.npos);
    CHECK(verdicts.find("secret") == verdicts.npos);
    CHECK(brought.surveyed().slides == 2);
}

TEST_CASE("a list or a description that is a link is not read") {
    Brought const brought;
    TempFolder const outside;
    outside.write("secret.toml", "exhibitor = \"Secret\"\n");
    brought.stick.write("1.jpg", picture());
    std::filesystem::create_symlink(outside.path() / "secret.toml", brought.stick.path() / "playlist.toml");
    CHECK(brought.surveyed().name == "KINGSTON");
}

TEST_CASE("a file that claims to be huge is refused by its size, without being read") {
    Brought brought;
    brought.stick.write("stor.tif", "");
    std::filesystem::resize_file(brought.stick.path() / "stor.tif", std::uintmax_t{1} << 40);
    brought.stick.write("liten.jpg", picture());
    int looked = 0;
    brought.tools.look = [&](auto const& file) { return ++looked, look_at(file); };
    CHECK(brought.verdicts() ==
          "liten.jpg: Plays\nstor.tif: Left out, is larger than 64 MB; save it smaller\n");
    CHECK(looked == 1);
}

TEST_CASE("quotas: slides, with the pages of documents, and bytes") {
    Brought brought;
    for (int i = 1; i <= 5; ++i) brought.stick.write(std::to_string(i) + ".jpg", picture(std::to_string(i)));
    brought.quota.slides = 3;
    Survey survey = brought.surveyed();
    CHECK(survey.slides == 3);
    CHECK(survey.files[3].refusal == Refusal::Slides);
    CHECK(survey.files[4].refusal == Refusal::Slides);
    brought.stick.write("1.jpg", picture("pages=3"));
    survey = brought.surveyed();
    CHECK(survey.slides == 3);
    CHECK(survey.show == Millis{30'000});
    CHECK(count(survey, Verdict::Refused) == 4);
    brought.stick.write("1.jpg", picture("pages=4"));
    CHECK(brought.surveyed().files[0].refusal == Refusal::Slides);

    brought.quota = {300, 2 * picture("2").size()};
    survey = brought.surveyed();
    CHECK(survey.bytes <= brought.quota.bytes);
    CHECK(survey.files[4].refusal == Refusal::Bytes);
    CHECK(remark(survey.files[4], brought.library, "en") ==
          "has no room: the files are too large together; save them smaller");
}

TEST_CASE("five thousand entries are looked at and no more") {
    Brought brought;
    for (int i = 0; i < 5'200; ++i)
        brought.stick.write(std::to_string(i) + ".jpg", picture(std::to_string(i)));
    int looked = 0;
    brought.tools.look = [&](auto const& file) { return ++looked, look_at(file); };
    Survey const survey = brought.surveyed();
    CHECK(survey.cut_short);
    CHECK(survey.files.size() == 5'000);
    CHECK(survey.slides == 300);
    CHECK(looked == 300);
    CHECK(count(survey, Verdict::Refused) == 4'700);
}

TEST_CASE("when its time is over, the rest goes unread") {
    Brought brought;
    for (int i = 1; i <= 4; ++i) brought.stick.write(std::to_string(i) + ".jpg", picture(std::to_string(i)));
    std::vector<int> steps;
    brought.tools.go_on = [&](int looked, int of) {
        CHECK(of == 4);
        steps.push_back(looked);
        return looked < 2;
    };
    Survey const survey = brought.surveyed();
    CHECK(std::set<int>(steps.begin(), steps.end()) == std::set<int>{0, 1, 2});
    CHECK(survey.slides == 2);
    CHECK(survey.files[3].refusal == Refusal::Unread);
}

TEST_CASE("documents are converted where something can, and the PDF is looked at") {
    Brought brought;
    brought.stick.write("katalog.pptx", "PK\x03\x04[Content_Types].xml");
    brought.tools.to_pdf = [](std::filesystem::path const& document,
                              std::filesystem::path const& into) -> Result<std::filesystem::path> {
        CHECK(document.filename() == "katalog.pptx");
        CHECK(std::filesystem::file_size(document) == std::string("PK\x03\x04[Content_Types].xml").size());
        std::ofstream{into / "katalog.pdf"} << picture("drawing pages=12");
        return into / "katalog.pdf";
    };
    Survey const survey = brought.surveyed();
    CHECK(survey.files[0].verdict == Verdict::Converted);
    CHECK(survey.files[0].pages == 12);
    CHECK(survey.files[0].made.filename() == "katalog.pdf");
    CHECK(survey.files[0].to == "katalog.pdf");
    CHECK(survey.slides == 12);
    CHECK_FALSE(std::filesystem::exists(survey.files[0].made.parent_path() / "katalog.pptx"));

    brought.tools.to_pdf = [](auto const&, auto const&) {
        return Error{Kind::Malformed, "LibreOffice can't read it; export it as PDF and bring that"};
    };
    CHECK(brought.verdicts() ==
          "katalog.pptx: Left out, LibreOffice can't read it; export it as PDF and bring that\n");
}

TEST_CASE("no document is converted where others would have no room left") {
    Brought brought;
    brought.stick.write("katalog.pptx", "PK\x03\x04[Content_Types].xml");
    brought.tools.to_pdf = [](auto const&, auto const&) { return Error{Kind::Malformed, "it was asked"}; };
    SmallDisk const small{brought.work.path()};
    if (!small) return;
    Survey const survey = brought.surveyed();
    CHECK(survey.files[0].refusal == Refusal::Office);
    CHECK(survey.files[0].what.starts_with(brought.work.path().string() +
                                           ": the disk is full: 201 MB are needed and "));
}

TEST_CASE("nothing that plays, nothing at all, and no folder") {
    Brought brought;
    CHECK(brought.surveyed().slides == 0);
    CHECK(brought.surveyed().files.empty());
    brought.stick.write("a.txt", "a");
    CHECK(brought.surveyed().slides == 0);
    std::filesystem::remove_all(brought.stick.path());
    auto const gone = brought.try_survey();
    REQUIRE_FALSE(gone);
    CHECK(gone.error() == Error{Kind::NotFound, brought.stick.path().string() +
                                                    ": can't be read: No such file or directory"});
}

TEST_CASE("a stick pulled out while it is looked at is said so") {
    Brought brought;
    for (int i = 1; i <= 4; ++i) brought.stick.write(std::to_string(i) + ".jpg", picture(std::to_string(i)));
    brought.tools.go_on = [&](int looked, int) {
        if (looked == 2) std::filesystem::remove_all(brought.stick.path());
        return true;
    };
    auto const survey = brought.try_survey();
    REQUIRE_FALSE(survey);
    CHECK(survey.error() == Error{Kind::NotFound, "KINGSTON: is gone, or was pulled out; put it in again"});
}
