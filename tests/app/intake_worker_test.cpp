#include "app/intake_worker.h"

#include "app/ear.h"
#include "content/temp_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

constexpr char const* drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1920\" height=\"1080\">"
                                "<rect width=\"1920\" height=\"1080\" fill=\"#f00\"/></svg>";

struct Desk {
    TempFolder stick, playlists, data;
    Ear ear;
    IntakeWorker worker{{DALA_SOURCE_DIR "/media", playlists.path(), data.path()}, ear.inbox};

    SurveyStick wish(std::uint64_t ticket) const {
        return {ticket, {stick.path().string(), "BLUE"}, {1920, 1080}};
    }

    bool left_nothing() const { return std::filesystem::is_empty(data.path() / "run"); }

    /// The first answer of that kind; whatever comes before is passed over.
    template <class Answer> Answer answer() {
        for (int i = 0; i < 10; ++i) {
            for (Message& message : ear.next())
                if (auto* answer = std::get_if<Answer>(&message)) return std::move(*answer);
        }
        throw std::runtime_error("no answer came");
    }
};

}

TEST_CASE("a stick is surveyed with small pictures, and what was approved is brought in and told") {
    Desk desk;
    desk.stick.write("1.svg", drawing);
    desk.stick.write("film.mp4", "....ftypmp42");
    desk.worker.survey(desk.wish(7));
    Surveyed const surveyed = desk.answer<Surveyed>();
    CHECK(surveyed.done.ticket == 7);
    REQUIRE(surveyed.done.survey);
    Survey const& survey = *surveyed.done.survey;
    CHECK(survey.slides == 1);
    REQUIRE(surveyed.previews.size() == 2);
    CHECK(surveyed.previews[0].size() == Size{192, 108});
    CHECK(surveyed.previews[1].empty());

    desk.worker.bring_in({7, survey});
    BroughtIn const brought = desk.answer<BroughtIn>();
    CHECK(brought.ticket == 7);
    CHECK_FALSE(brought.fault);
    CHECK(desk.playlists.read(survey.name + "/1.svg") == drawing);
    CHECK(desk.stick.read("dalakiosk-result.txt").find("film.mp4") != std::string::npos);
    CHECK(desk.left_nothing());
}

TEST_CASE("a stick that is gone is an answer too") {
    Desk desk;
    std::filesystem::remove_all(desk.stick.path());
    desk.worker.survey(desk.wish(1));
    CHECK_FALSE(desk.answer<Surveyed>().done.survey);
    CHECK(desk.left_nothing());
}

TEST_CASE("a library that can't be read is nothing that the stick has done") {
    TempFolder const media, playlists, data;
    media.write("library.toml", "name = ");
    Ear ear;
    IntakeWorker worker{{media.path(), playlists.path(), data.path()}, ear.inbox};
    worker.survey({1, {data.path().string(), "BLUE"}, {1920, 1080}});
    auto const heard = ear.next();
    REQUIRE(heard.size() == 1);
    auto const& survey = std::get<Surveyed>(heard.front()).done.survey;
    REQUIRE_FALSE(survey);
    CHECK(survey.error().kind == Kind::Unreadable);
    CHECK(survey.error().what.find("/library.toml:1:") != std::string::npos);
}

TEST_CASE("answers wait until the inbox has room for them") {
    TempFolder const playlists, data;
    KioskInbox inbox{1, [] {}};
    inbox.push(AskedToEnd{});
    IntakeWorker worker{{DALA_SOURCE_DIR "/media", playlists.path(), data.path()}, inbox};
    worker.survey({1, {"/nowhere", "BLUE"}, {1920, 1080}});
    std::this_thread::sleep_for(std::chrono::milliseconds{500});
    worker.bring_in({2, {}});
    worker.stop();
    std::string heard;
    for (int i = 0; i < 1'000 && heard.size() < 3; ++i) {
        for (Message const& message : inbox.drain()) {
            if (std::holds_alternative<AskedToEnd>(message)) heard += 'e';
            if (std::holds_alternative<Surveyed>(message)) heard += 's';
            if (auto const* brought = std::get_if<BroughtIn>(&message); brought && brought->ticket == 2)
                heard += brought->fault->what == "the import was stopped before it began" ? 'b' : '?';
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    CHECK(heard == "esb");
}

TEST_CASE("what nobody wants any more ends soon, also when the program does") {
    TempFolder const programs;
    programs.write("soffice", "#!/bin/sh\n: >\"$0.began\"\nsleep 60\n");
    std::filesystem::permissions(programs.path() / "soffice", std::filesystem::perms::owner_all);
    std::string const path = std::getenv("PATH");
    ::setenv("PATH", (programs.path().string() + ":" + path).c_str(), 1);
    auto const began = std::chrono::steady_clock::now();
    auto const is_soon = [&] { return std::chrono::steady_clock::now() - began < std::chrono::seconds{40}; };
    auto const await_office = [&] {
        while (!std::filesystem::remove(programs.path() / "soffice.began") && is_soon())
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
    };
    {
        Desk desk;
        desk.stick.write("bilder.pptx", "PK\x03\x04[Content_Types].xml");
        desk.worker.survey(desk.wish(1));
        await_office();
        desk.worker.stop();
        CHECK(desk.answer<Surveyed>().done.ticket == 1);
        desk.worker.survey(desk.wish(2));
        await_office();
    }
    CHECK(is_soon());
    ::setenv("PATH", path.c_str(), 1);
}
