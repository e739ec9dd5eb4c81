// Every hostile file through the helper as it ships, with its limits: it is shown or refused within five
// seconds and 400 MB, and the next picture comes as if nothing had been.

#include "decode/client.h"

#include "base/fd.h"
#include "content/temp_folder.h"
#include "decode/encoders.h"
#include "decode/hostile.h"
#include "decode/peak.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <optional>
#include <thread>

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace kiosk {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr Millis longest{7'000};  // The client's limit of five seconds, and its turn on a busy machine.
constexpr long most_kilobytes = 400'000;

/// A folder of pictures and a client that shows them, one after the other.
class Stand {
public:
    Stand() {
        write("good.png", png(patches({40, 20}, {{red, blue}})));
        auto client =
            DecodeClient::start(DECODE_HELPER, [this](DecodedPicture picture) { take(std::move(picture)); });
        REQUIRE(client);
        m_client.emplace(*std::move(client));
    }

    fs::path const& path() const { return m_folder.path(); }
    void write(std::string const& name, std::string const& bytes) const { m_folder.write(name, bytes); }

    /// "shown", or the sentence.
    std::string show(fs::path const& file) {
        m_picture = std::promise<std::string>{};
        m_client->request({.file = file, .box = {1920, 1080}});
        return m_picture.get_future().get();
    }
    std::string inspect(fs::path const& file) {
        auto const found = m_client->inspect(file);
        return found ? std::string{outcome::shown} : found.error().what;
    }
    /// Shows it, inspects it, and then shows a good one, and holds all against the limits. A file can pass
    /// for a good one until it is decoded, but not the other way round.
    std::string outlast(fs::path const& file) {
        std::string const said = timed([&] { return show(file); });
        std::string const seen = timed([&] { return inspect(file); });
        CHECK((seen == outcome::shown || said != outcome::shown));
        CHECK(show(path() / "good.png") == outcome::shown);
        long const peak = peak_kilobytes();
        CHECK(peak > 0);
        CHECK(std::max(peak, peak_kilobytes_of_ended()) < most_kilobytes);
        return said;
    }

private:
    void take(DecodedPicture picture) {
        m_picture.set_value(picture.bitmap ? std::string{outcome::shown} : picture.bitmap.error().what);
    }

    static std::string timed(auto const& deed) {
        auto const start = Clock::now();
        std::string said = deed();
        CHECK(std::chrono::duration_cast<Millis>(Clock::now() - start) < longest);
        return said;
    }

    TempFolder m_folder;
    std::promise<std::string> m_picture;
    std::optional<DecodeClient> m_client;
};

void outlast(std::vector<HostileFile> const& files) {
    {
        Stand stand;
        for (HostileFile const& file : files) {
            CAPTURE(file.name);
            stand.write(file.name, file.bytes);
            std::string const said = stand.outlast(stand.path() / file.name);
            CAPTURE(said);
            CHECK(is_allowed(file, said));
        }
    }
    CHECK(peak_kilobytes_of_ended() < most_kilobytes);
}

}

TEST_CASE("hostile JPEGs") { outlast(hostile_jpegs()); }
TEST_CASE("hostile PNGs") { outlast(hostile_pngs()); }
TEST_CASE("hostile WebPs") { outlast(hostile_webps()); }
TEST_CASE("hostile GIFs") { outlast(hostile_gifs()); }
TEST_CASE("hostile BMPs") { outlast(hostile_bmps()); }
TEST_CASE("hostile TIFFs") { outlast(hostile_tiffs()); }
TEST_CASE("hostile HEICs and AVIFs") { outlast(hostile_heifs()); }
TEST_CASE("hostile SVGs") { outlast(hostile_svgs()); }
TEST_CASE("hostile PDFs") { outlast(hostile_pdfs()); }
TEST_CASE("files that are two things or none") { outlast(hostile_others()); }

TEST_CASE_FIXTURE(Stand, "what is no file at all") {
    fs::path const pipe = path() / "pipe.png", folder = path() / "folder.png", link = path() / "link.png",
                   door = path() / "door.png", circle = path() / "circle.png";
    mkfifo(pipe.c_str(), 0600);
    fs::create_directory(folder);
    fs::create_symlink("/etc/passwd", link);
    fs::create_symlink(circle, circle);
    sockaddr_un address{.sun_family = AF_UNIX};
    door.string().copy(address.sun_path, sizeof address.sun_path - 1);
    Fd const socket_fd{socket(AF_UNIX, SOCK_STREAM, 0)};
    REQUIRE(bind(socket_fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);

    constexpr std::string_view no_picture = ": is a folder or a device, not a picture",
                               is_link = ": is a link to another file: copy the picture itself here";
    CHECK(outlast(pipe) == "pipe.png" + std::string{no_picture});
    CHECK(outlast(folder) == "folder.png" + std::string{no_picture});
    CHECK(outlast("/dev/zero") == "zero" + std::string{no_picture});
    CHECK(outlast(link) == "link.png" + std::string{is_link});
    CHECK(outlast(circle) == "circle.png" + std::string{is_link});
    CHECK(outlast(door) == "door.png: cannot be opened (No such device or address): make it readable for the "
                           "kiosk");
    CHECK(outlast(path() / std::string(300, 'x'))
              .ends_with("…: cannot be opened (File name too long): make it readable for the kiosk"));
}

TEST_CASE_FIXTURE(Stand, "names that are more than a name") {
    for (std::string const name : {"two\nlines.png", "\x1B[2Jclear.png", "turned \u202Egnp.exe",
                                   "'; drop.png", "%s%n.png", "\xFF\xFE.png", "-rf.png", " .png"}) {
        write(name, "");
        std::string said = outlast(path() / name);
        CHECK(said.ends_with(": is empty: copy it again"));
        CHECK(std::ranges::none_of(said, [](unsigned char c) { return c < 0x20; }));
        CHECK(said.find("\u202E") == said.npos);
    }
}

TEST_CASE_FIXTURE(Stand, "a file of terabytes that takes no space") {
    write("sparse.png", "");
    fs::resize_file(path() / "sparse.png", std::uintmax_t(1) << 42);
    CHECK(outlast(path() / "sparse.png").ends_with("at most 64 MB are read: export it smaller"));
}

TEST_CASE_FIXTURE(Stand, "a file that changes while it is read") {
    std::string const picture = png(patches({40, 20}, {{red, blue}}));
    fs::path const file = path() / "restless.png";
    for (auto const& change : std::vector<std::function<void(int)>>{
             [&](int i) {
                 std::ofstream{file, std::ios::app} << std::string(std::size_t(i) * 10, 'x');
             },
             [&](int i) { fs::resize_file(file, std::size_t(i) % picture.size()); },
             [&](int i) { i % 2 ? write("restless.png", picture) : void(fs::remove(file)); }}) {
        write("restless.png", picture);
        std::atomic<bool> is_over = false;
        std::thread writer{[&] {
            for (int i = 0; !is_over; ++i) {
                try {
                    change(i);
                } catch (fs::filesystem_error const&) {  // It is gone just now.
                }
            }
        }};
        for (int i = 0; i < 30; ++i) show(file);
        is_over = true;
        writer.join();
        CHECK(outlast(path() / "good.png") == outcome::shown);
    }
}

}
