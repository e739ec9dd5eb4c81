#include "decode/client.h"

#include "content/temp_folder.h"
#include "decode/bad_helper.h"
#include "decode/encoders.h"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace kiosk {

namespace {

using namespace std::chrono_literals;

/// Takes what the client delivers. It can be held closed, so that a delivery waits.
class Deliveries {
public:
    std::function<void(DecodedPicture)> taker() {
        return [this](DecodedPicture picture) {
            std::unique_lock guard{m_lock};
            m_pictures.push_back(std::move(picture));
            m_changed.notify_all();
            m_changed.wait(guard, [&] { return m_is_open; });
        };
    }
    void set_open(bool is_open) {
        std::lock_guard guard{m_lock};
        m_is_open = is_open;
        m_changed.notify_all();
    }
    /// Waits until so many have come, and hands out all of them so far.
    std::vector<DecodedPicture>& wait_for(std::size_t count) {
        std::unique_lock guard{m_lock};
        REQUIRE(m_changed.wait_for(guard, 60s, [&] { return m_pictures.size() >= count; }));
        return m_pictures;
    }

private:
    std::mutex m_lock;
    std::condition_variable m_changed;
    std::vector<DecodedPicture> m_pictures;
    bool m_is_open = true;
};

struct Fixture {
    TempFolder folder;
    Deliveries deliveries;

    Fixture() { folder.write("good.png", png(patches({40, 20}, {{red, blue}}))); }
    DecodeClient client(char const* program = DECODE_HELPER, Millis limit = DecodeClient::usual_limit) {
        auto client = DecodeClient::start(program, deliveries.taker(), limit);
        REQUIRE(client);
        return *std::move(client);
    }
    PictureJob job(std::uint64_t ticket, std::string_view name = "good.png", Size box = {40, 20}) {
        return {.ticket = ticket, .file = folder.path() / name, .box = box};
    }
    /// The sentence the client has for one file.
    std::string fault(std::string_view name) {
        DecodeClient one = client();
        one.request(job(1, name));
        auto& picture = deliveries.wait_for(1).front();
        return picture.bitmap ? "" : picture.bitmap.error().what;
    }
};

std::vector<pid_t> children() {
    std::vector<pid_t> pids;
    for (auto const& entry : std::filesystem::directory_iterator{"/proc"}) {
        std::ifstream status{entry.path() / "stat"};
        std::string pid, name, state, parent;
        status >> pid >> name >> state >> parent;
        if (parent == std::to_string(getpid())) pids.push_back(std::stoi(pid));
    }
    return pids;
}

long open_descriptors() {
    auto entries = std::filesystem::directory_iterator{"/proc/self/fd"};
    return std::distance(begin(entries), end(entries));
}

}

TEST_CASE_FIXTURE(Fixture, "a picture comes back at the size of its box") {
    DecodeClient one = client();
    one.request(job(7));
    auto& picture = deliveries.wait_for(1).front();
    CHECK(picture.ticket == 7);
    REQUIRE(picture.bitmap);
    CHECK(picture.bitmap->size() == Size{40, 20});
    CHECK(picture.bitmap->row(19)[0] == red);
    CHECK(picture.bitmap->row(19)[39] == blue);
}

TEST_CASE_FIXTURE(Fixture, "jobs are done in order, urgent ones first") {
    deliveries.set_open(false);
    DecodeClient one = client();
    one.request(job(1));
    deliveries.wait_for(1);
    one.request(job(2));
    PictureJob urgent = job(3);
    urgent.urgent = true;
    one.request(urgent);
    deliveries.set_open(true);
    auto& pictures = deliveries.wait_for(3);
    CHECK(pictures[1].ticket == 3);
    CHECK(pictures[2].ticket == 2);
}

TEST_CASE_FIXTURE(Fixture, "a file is inspected without its picture") {
    folder.write("turned.jpg", with_exif_orientation(jpeg(patches({40, 20}, {{red}})), 6));
    DecodeClient one = client();
    auto found = one.inspect(folder.path() / "turned.jpg");
    REQUIRE(found);
    CHECK(format_name(found->format) == "JPEG");
    CHECK(found->size == Size{20, 40});
    CHECK(found->pages == 1);
    CHECK(found->turned);
    CHECK(!found->has_alpha);
    folder.write("notes.png", "Dear all,\n");
    auto refused = one.inspect(folder.path() / "notes.png");
    REQUIRE(!refused);
    CHECK(refused.error() == Error{Kind::Refused, "notes.png: is a text file, not a picture"});
    auto missing = one.inspect(folder.path() / "gone.png");
    REQUIRE(!missing);
    CHECK(missing.error().kind == Kind::NotFound);
}

TEST_CASE_FIXTURE(Fixture, "an inspection that the helper lies about is not believed") {
    DecodeClient one = client(DECODE_BAD_HELPER);
    auto tell = [&](Lie lie) {
        folder.write("picture", std::string(1, char(lie)));
        return one.inspect(folder.path() / "picture");
    };
    for (Lie lie : {Lie::NoSize, Lie::EndlessPages}) {
        auto found = tell(lie);
        REQUIRE(!found);
        CHECK(found.error().what.starts_with("the decoder ended while reading picture"));
    }
    auto found = tell(Lie::BoolsOfTwo);
    REQUIRE(found);
    for (bool is_it : {found->scalable, found->turned, found->has_alpha, found->has_profile}) {
        CHECK(int(is_it) == 1);
    }
}

TEST_CASE_FIXTURE(Fixture, "a picture has no second page") {
    DecodeClient one = client();
    PictureJob second = job(1);
    second.page = 1;
    one.request(second);
    auto& picture = deliveries.wait_for(1).front();
    REQUIRE(!picture.bitmap);
    CHECK(picture.bitmap.error() ==
          Error{Kind::Refused, "good.png: has 1 page, so there is no page 2: name another page in the list"});
}

TEST_CASE_FIXTURE(Fixture, "the sentence begins with the file's name") {
    folder.write("notes.png", "Dear all,\n");
    CHECK(fault("notes.png") == "notes.png: is a text file, not a picture");
}

TEST_CASE_FIXTURE(Fixture, "a missing file is named") {
    CHECK(fault("gone.jpg") == "gone.jpg: there is no such file: put it back, or take it out of the list");
}

TEST_CASE_FIXTURE(Fixture, "a folder is not opened as a picture") {
    folder.write("album/one.png", "");
    CHECK(fault("album") == "album: is a folder or a device, not a picture");
}

TEST_CASE_FIXTURE(Fixture, "a link is not followed") {
    std::filesystem::create_symlink(folder.path() / "good.png", folder.path() / "link.png");
    CHECK(fault("link.png") == "link.png: is a link to another file: copy the picture itself here");
}

TEST_CASE_FIXTURE(Fixture, "a file of more than 64 MB is not read") {
    folder.write("scan.tif", "");
    std::filesystem::resize_file(folder.path() / "scan.tif", 70'000'000);
    CHECK(fault("scan.tif") == "scan.tif: is 70 MB; at most 64 MB are read: export it smaller");
}

TEST_CASE_FIXTURE(Fixture, "a helper killed while it is idle costs nothing") {
    DecodeClient one = client();
    one.request(job(1));
    deliveries.wait_for(1);
    auto helpers = children();
    REQUIRE(helpers.size() == 1);
    kill(helpers[0], SIGKILL);
    siginfo_t end{};
    REQUIRE(waitid(P_PID, id_t(helpers[0]), &end, WEXITED | WNOWAIT) == 0);
    one.request(job(2));
    CHECK(deliveries.wait_for(2)[1].bitmap);
    CHECK(children().size() == 1);
    CHECK(children() != helpers);
}

TEST_CASE_FIXTURE(Fixture, "a picture that kills the helper costs one job") {
    DecodeClient one = client(DECODE_BAD_HELPER);
    one.request(job(1, "good.png", {int(Misdeed::Dies), 20}));
    one.request(job(2));
    auto& pictures = deliveries.wait_for(2);
    REQUIRE(!pictures[0].bitmap);
    CHECK(pictures[0].bitmap.error() ==
          Error{Kind::Malformed,
                "the decoder ended while reading good.png: the file is damaged or hostile; export the "
                "picture again"});
    CHECK(pictures[1].bitmap);
}

TEST_CASE_FIXTURE(Fixture, "a helper that is gone is replaced before the next job") {
    DecodeClient one = client(DECODE_BAD_HELPER);
    auto const first = children();
    one.request(job(1, "good.png", {int(Misdeed::Dies), 20}));
    deliveries.wait_for(1);
    auto is_replaced = [&] {
        auto const now = children();
        return now.size() == 1 && now != first;
    };
    for (int i = 0; i < 1000 && !is_replaced(); ++i) std::this_thread::sleep_for(10ms);
    CHECK(is_replaced());
}

TEST_CASE_FIXTURE(Fixture, "getting ready and decoding share one limit") {
    auto const script = folder.path() / "slow_helper";
    folder.write("slow_helper", std::string{"#!/bin/sh\nsleep 1.5\nexec "} + DECODE_BAD_HELPER + "\n");
    std::filesystem::permissions(script, std::filesystem::perms::owner_all);
    DecodeClient one = client(script.c_str(), 2000ms);
    auto const begun = std::chrono::steady_clock::now();
    one.request(job(1, "good.png", {int(Misdeed::Hangs), 20}));
    CHECK(!deliveries.wait_for(1)[0].bitmap);
    CHECK(std::chrono::steady_clock::now() - begun < 3s);
}

TEST_CASE_FIXTURE(Fixture, "the helper gives way to the screen") {
    DecodeClient one = client();
    one.request(job(1));
    deliveries.wait_for(1);
    auto helpers = children();
    REQUIRE(helpers.size() == 1);
    constexpr int most = 19;
    CHECK(getpriority(PRIO_PROCESS, id_t(helpers[0])) == std::min(getpriority(PRIO_PROCESS, 0) + 5, most));
}

TEST_CASE_FIXTURE(Fixture, "a picture that takes too long costs one job") {
    DecodeClient one = client(DECODE_BAD_HELPER, 2000ms);
    one.request(job(1, "good.png", {int(Misdeed::Hangs), 20}));
    one.request(job(2));
    auto& pictures = deliveries.wait_for(2);
    REQUIRE(!pictures[0].bitmap);
    CHECK(pictures[0].bitmap.error() ==
          Error{Kind::Unavailable,
                "good.png: was not decoded within 2 s: export it smaller, or as a plain JPEG or PNG"});
    CHECK(pictures[1].bitmap);
}

TEST_CASE_FIXTURE(Fixture, "a helper that lies is not believed") {
    DecodeClient one = client(DECODE_BAD_HELPER);
    one.request(job(1, "good.png", {int(Misdeed::ClaimsMore), 20}));
    one.request(job(2, "good.png", {int(Misdeed::ClaimsNothing), 20}));
    one.request(job(3, "good.png", {int(Misdeed::InventsKind), 20}));
    for (auto const& picture : deliveries.wait_for(3)) {
        REQUIRE(!picture.bitmap);
        CHECK(picture.bitmap.error().what.starts_with("the decoder ended while reading good.png"));
    }
    one.request(job(4, "good.png", {int(Misdeed::Forges), 20}));
    auto& forged = deliveries.wait_for(4)[3];
    REQUIRE(!forged.bitmap);
    constexpr std::string_view told = "good.png: is bad error:  the disk is full!";
    std::string const& what = forged.bitmap.error().what;
    CHECK(what.substr(0, told.size()) == told);
    CHECK(what.back() == '!');
}

TEST_CASE_FIXTURE(Fixture, "a client that goes does not wait for its helper") {
    auto begun = std::chrono::steady_clock::now();
    {
        DecodeClient one = client(DECODE_BAD_HELPER);
        one.request(job(1, "good.png", {int(Misdeed::Hangs), 20}));
        std::this_thread::sleep_for(100ms);
    }
    CHECK(std::chrono::steady_clock::now() - begun < 5s);
    CHECK(children().empty());
}

TEST_CASE_FIXTURE(Fixture, "a program that is not there is named") {
    auto none = DecodeClient::start("/nowhere/dala-decode", deliveries.taker());
    REQUIRE(!none);
    CHECK(none.error() == Error{Kind::Unavailable,
                                "/nowhere/dala-decode: the decoder cannot be started (No such file or "
                                "directory): install Dalakiosk again"});
}

TEST_CASE_FIXTURE(Fixture, "a program that ends at once is named once a picture is wanted") {
    DecodeClient one = client("/bin/true");
    one.request(job(1));
    auto& picture = deliveries.wait_for(1).front();
    REQUIRE(!picture.bitmap);
    CHECK(picture.bitmap.error().what ==
          "the decoder did not get ready: run dala-decode in a terminal to see why");
}

TEST_CASE_FIXTURE(Fixture, "descriptors do not pile up") {
    DecodeClient one = client();
    one.request(job(0));
    deliveries.wait_for(1);
    long before = open_descriptors();
    folder.write("bad.png", "text");
    for (std::uint64_t ticket = 1; ticket <= 200; ++ticket) {
        one.request(job(ticket, ticket % 3 == 0 ? "bad.png" : "good.png", {int(40 + ticket), 20}));
    }
    auto& pictures = deliveries.wait_for(201);
    CHECK(open_descriptors() == before);
    // The helper may have fewer than 200, so it would have failed had it kept them.
    for (auto const& picture : pictures)
        CHECK(picture.bitmap.has_value() == (picture.ticket % 3 != 0 || picture.ticket == 0));
}

TEST_CASE_FIXTURE(Fixture, "a scan in one strip is decoded in time") {
    folder.write("scan.tif", tiff_with(patches({4000, 3000}, {{red, blue}}), {.rows_a_strip = 0}));
    CHECK(fault("scan.tif") == "");
}

}
