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
    CHECK(std::filesystem::is_empty(desk.data.path() / "run"));
}

TEST_CASE("a stick that is gone is an answer too") {
    Desk desk;
    std::filesystem::remove_all(desk.stick.path());
    desk.worker.survey(desk.wish(1));
    CHECK_FALSE(desk.answer<Surveyed>().done.survey);
}

TEST_CASE("what nobody wants any more ends soon, also when the program does") {
    TempFolder const programs;
    programs.write("soffice", "#!/bin/sh\nsleep 60\n");
    std::filesystem::permissions(programs.path() / "soffice", std::filesystem::perms::owner_all);
    std::string const path = std::getenv("PATH");
    ::setenv("PATH", (programs.path().string() + ":" + path).c_str(), 1);
    auto const began = std::chrono::steady_clock::now();
    {
        Desk desk;
        desk.stick.write("bilder.pptx", "PK\x03\x04[Content_Types].xml");
        desk.worker.survey(desk.wish(1));
        std::this_thread::sleep_for(std::chrono::milliseconds{500});
        desk.worker.stop();
        CHECK(desk.answer<Surveyed>().done.ticket == 1);
        desk.worker.survey(desk.wish(2));
        std::this_thread::sleep_for(std::chrono::milliseconds{500});
    }
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{10});
    ::setenv("PATH", path.c_str(), 1);
}
