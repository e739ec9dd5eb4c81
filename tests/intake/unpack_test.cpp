#include "intake/unpack.h"

#include "base/folders.h"
#include "base/process.h"
#include "content/temp_folder.h"
#include "intake/small_disk.h"
#include "intake/unpack_frames.h"
#include "intake/zip.h"

#include <doctest/doctest.h>

#include <algorithm>

#include <fcntl.h>
#include <sys/stat.h>

using namespace kiosk;

namespace {

namespace fs = std::filesystem;

struct Parcel {
    TempFolder outside, folder;
    fs::path file = outside.path() / "bilder.zip";
    UnpackLimits limits;

    Result<Unpacked> unpacked() const { return unpack(file, folder.path(), limits); }

    /// The files that were written, sorted.
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (auto const& entry : fs::recursive_directory_iterator(folder.path()))
            if (!entry.is_directory())
                names.push_back(entry.path().lexically_relative(folder.path()).string());
        std::ranges::sort(names);
        return names;
    }
};

using Names = std::vector<std::string>;

Error fault(Result<Unpacked> const& unpacked) {
    return unpacked ? Error{Kind::Invalid, "it did not fail"} : unpacked.error();
}

}

TEST_CASE("a ZIP is unpacked with its folders, without what systems leave in it") {
    Parcel const parcel;
    Zip{parcel.file}
        .add("Bilder/hallå.jpg", std::string(3'000'000, 'h'))
        .add("./1.jpg", "one")
        .add("__MACOSX/Bilder/._hallå.jpg", "x")
        .add("Bilder/.DS_Store", "x");
    auto const unpacked = parcel.unpacked();
    REQUIRE(unpacked);
    CHECK(unpacked->refused.empty());
    CHECK_FALSE(unpacked->cut_short);
    CHECK(parcel.files() == Names{"1.jpg", "Bilder/hallå.jpg"});
    CHECK(parcel.folder.read("Bilder/hallå.jpg") == std::string(3'000'000, 'h'));
    CHECK(is_zip(parcel.file));
    CHECK_FALSE(is_zip(parcel.folder.path() / "1.jpg"));
    CHECK_FALSE(is_zip(parcel.folder.path()));
    Zip{parcel.folder.path() / "bilder.pptx"}.add("[Content_Types].xml", "x");
    CHECK_FALSE(is_zip(parcel.folder.path() / "bilder.pptx"));
}

TEST_CASE("no entry lands outside, whatever it is called") {
    Parcel const parcel;
    Zip{parcel.file}
        .add("../zip-slip.jpg", "x")
        .add("a/../../zip-slip.jpg", "x")
        .add("/tmp/zip-slip.jpg", "x")
        .add("a\\..\\..\\zip-slip.jpg", "x")
        .add("..", "x")
        .add("rad\nbyte.jpg", "x")
        .add("länk.jpg", "", "/etc/passwd")
        .add("länk2", "", "..")
        .add("länk2/zip-slip.jpg", "x")
        .add("a/b/c/d.jpg", "x")
        .add("bra.jpg", "good")
        .add("bra.jpg", "twice");
    auto const unpacked = parcel.unpacked();
    REQUIRE(unpacked);
    CHECK(parcel.files() == Names{"bra.jpg", "länk2/zip-slip.jpg"});
    CHECK(parcel.folder.read("bra.jpg") == "good");
    CHECK_FALSE(fs::exists("/tmp/zip-slip.jpg"));
    CHECK_FALSE(fs::exists(parcel.folder.path().parent_path() / "zip-slip.jpg"));
    std::string refusals;
    for (SurveyedFile const& file : unpacked->refused)
        refusals += file.name + (file.refusal == Refusal::Name      ? " name\n"
                                 : file.refusal == Refusal::Link    ? " link\n"
                                 : file.refusal == Refusal::TooDeep ? " deep\n"
                                                                    : " ?\n");
    CHECK(refusals == "../zip-slip.jpg name\na/../../zip-slip.jpg name\n/tmp/zip-slip.jpg name\n"
                      "a/../../zip-slip.jpg name\n.. name\nrad\\x0Abyte.jpg name\nlänk.jpg link\nlänk2 link\n"
                      "a/b/c/d.jpg deep\nbra.jpg name\n");
}

TEST_CASE("names in the code page of DOS become letters") {
    Parcel const parcel;
    Zip{parcel.file}.add("XXX.jpg", "x");
    std::string bytes = parcel.outside.read("bilder.zip");
    for (auto at = bytes.find("XXX"); at != bytes.npos; at = bytes.find("XXX", at))
        bytes.replace(at, 3, "\x86\x84\x94");
    parcel.outside.write("bilder.zip", bytes);
    REQUIRE(parcel.unpacked());
    CHECK(parcel.files() == Names{"åäö.jpg"});
}

TEST_CASE("a bomb is refused early, and the disk keeps its room") {
    Parcel parcel;
    {
        Zip zip{parcel.file};
        for (int i = 0; i < 8; ++i) zip.add(std::to_string(i) + ".bmp", std::string(50'000'000, '\0'));
    }
    REQUIRE(fs::file_size(parcel.file) < 450'000);
    Error const refused{
        Kind::Refused,
        "bilder.zip: holds far more than it seems to, as bad ZIPs do; bring the files themselves"};
    CHECK(fault(parcel.unpacked()) == refused);
    std::uintmax_t written = 0;
    for (auto const& entry : fs::directory_iterator(parcel.folder.path())) written += entry.file_size();
    CHECK(written <= 100'000'000);

    Parcel large;
    large.limits.bytes = 1'000'000;
    large.limits.ratio = 1'000'000;
    Zip{large.file}.add("a.bmp", std::string(600'000, '\0')).add("b.bmp", std::string(600'000, '\0'));
    CHECK(fault(large.unpacked()) == refused);
}

TEST_CASE("large files stay in the ZIP, and so do more entries than are looked at") {
    Parcel parcel;
    parcel.limits.largest = 1'000;
    parcel.limits.entries = 3;
    Zip{parcel.file}
        .add("film.mp4", std::string(2'000, 'f'))
        .add("1.jpg", "1")
        .add("2.jpg", "2")
        .add("3.jpg", "3");
    auto const unpacked = parcel.unpacked();
    REQUIRE(unpacked);
    CHECK(unpacked->cut_short);
    REQUIRE(unpacked->refused.size() == 1);
    CHECK(unpacked->refused.front().refusal == Refusal::TooLarge);
    CHECK(parcel.files() == Names{"1.jpg", "2.jpg"});
}

TEST_CASE("what is no ZIP, cut off, locked or empty is said so") {
    Parcel const parcel;
    CHECK(fault(parcel.unpacked()) == Error{Kind::NotFound, "bilder.zip: is no file that can be read"});
    parcel.outside.write("bilder.zip", "");
    CHECK(fault(parcel.unpacked()) == Error{Kind::Malformed,
                                            "bilder.zip: can't be unpacked (it is empty); bring the "
                                            "files themselves"});
    parcel.outside.write("bilder.zip", "PK\x03\x04 and nothing");
    CHECK(fault(parcel.unpacked()).kind == Kind::Malformed);
    fs::remove(parcel.file);
    REQUIRE(::mkfifo(parcel.file.c_str(), 0644) == 0);
    CHECK(fault(parcel.unpacked()).kind == Kind::NotFound);
    CHECK_FALSE(is_zip(parcel.file));
    fs::remove(parcel.file);

    Zip{parcel.file}.add("hemlig.jpg", "secret");
    std::string bytes = parcel.outside.read("bilder.zip");
    bytes[6] = char(bytes[6] | 1);
    bytes[bytes.find("PK\x01\x02") + 8] |= 1;
    parcel.outside.write("bilder.zip", bytes);
    auto const locked = parcel.unpacked();
    REQUIRE(locked);
    REQUIRE(locked->refused.size() == 1);
    CHECK(locked->refused.front().refusal == Refusal::Locked);
}

TEST_CASE("nothing is unpacked where others would have no room left") {
    Parcel const parcel;
    Zip{parcel.file}.add("1.jpg", std::string(3'000'000, '1'));
    SmallDisk const small{parcel.folder.path()};
    if (!small) return;
    Error const full = fault(parcel.unpacked());
    CHECK(full.kind == Kind::Unavailable);
    CHECK(
        full.what.starts_with(parcel.folder.path().string() + ": the disk is full: 201 MB are needed and "));
    CHECK(parcel.files().empty());
}

TEST_CASE("the process that reads a ZIP may work for two minutes, and wait for longer") {
    Parcel const parcel;
    Zip{parcel.file}.add("1.jpg", std::string(3'000'000, '1'));
    Fd const zip{::open(parcel.file.c_str(), O_RDONLY | O_CLOEXEC)};
    auto const child =
        start_child(program_folder() / "dala-unpack", {"10000000"}, {.input = zip.get(), .own_group = true});
    REQUIRE(child);
    UnpackFrame first;
    REQUIRE(read_exactly(child->output, &first, sizeof first, Millis{20'000}));
    std::ifstream in{"/proc/" + std::to_string(child->pid) + "/limits"};
    std::string const limits{std::istreambuf_iterator<char>{in}, {}};
    end_group(*child, Millis{0});
    if (limits.empty()) {
        MESSAGE("not tried: only root can ask a confined process");
        return;
    }
    CHECK(limits.find("\nMax cpu time              120                  120 ") != limits.npos);
}
