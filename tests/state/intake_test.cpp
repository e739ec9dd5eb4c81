// A stick at the stand: what staff see of it, and what they may do.

#include "state/intake.h"

#include "state/stage.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

Stick const blue{"/media/stand/BLUE", "BLUE"}, red{"/media/stand/RED", "RED"};

Survey survey_of(int slides) {
    Survey survey;
    survey.label = "BLUE";
    survey.name = "verkstad";
    survey.slides = slides;
    survey.bytes = 1'000;
    return survey;
}

struct Stand : Stage {
    /// A kiosk whose staff look at the overlay.
    explicit Stand(Settings settings = {}) : Stage(stage_catalog(), std::move(settings)) {
        pass(1s);
        enter_staff();
        effects.clear();
    }

    std::string step() const { return step_name(model.intake); }
    std::uint64_t ticket() const { return model.intake.ticket; }
    /// Up to the moment when staff are asked.
    void offer(int slides = 3) {
        act(StickPut{blue});
        act(SurveyDone{ticket(), survey_of(slides)});
        effects.clear();
    }
};

}

TEST_CASE("a stick is looked at as soon as it is in, and the loop goes on") {
    Stage stage;
    stage.pass(1s);
    stage.act(StickPut{blue});
    CHECK(stage.effects == Effects{SurveyStick{1, blue, stage.model.glass.px}});
    CHECK(stage.model.sticks == std::vector{blue});
    CHECK(step_name(stage.model.intake) == "looking");
    stage.pass(25s);
    CHECK(stage.display().starts_with("attract"));
    CHECK(stage.played.size() >= 3);
    stage.act(StickPut{blue});
    CHECK(stage.effects.size() == 1);
}

TEST_CASE("from the stick to the slideshow") {
    Stand stand;
    stand.act(StickPut{blue});
    std::uint64_t const ticket = stand.ticket();
    stand.act(IntakeProgress{ticket, 12, 30});
    CHECK(stand.model.intake.looked == 12);
    CHECK(stand.model.intake.files == 30);
    stand.act(SurveyDone{ticket, survey_of(3)});
    CHECK(stand.step() == "offered");
    stand.effects.clear();
    stand.act(ApproveImport{});
    CHECK(stand.effects == Effects{BringIn{ticket, survey_of(3)}});
    stand.act(IntakeProgress{ticket, 500, 1'000});
    CHECK(stand.model.intake.copied == 500);
    stand.act(BroughtIn{ticket, {}});
    CHECK(stand.step() == "done");
    stand.act(StickPulled{blue.folder});
    CHECK(stand.step() == "idle");
    CHECK(stand.model.sticks.empty());
}

TEST_CASE("a playlist that staff had switched off is on again when they import it") {
    Settings settings;
    settings.playlists_off = {"verkstad", "a"};
    Stand stand{settings};
    stand.offer();
    stand.act(ApproveImport{});
    stand.effects.clear();
    stand.act(BroughtIn{stand.ticket(), {}});
    CHECK(stand.model.settings.playlists_off == std::set<std::string>{"a"});
    CHECK(stand.effects == Effects{SaveSettings{stand.model.settings}});
}

TEST_CASE("declined, it is forgotten, and can be looked at again") {
    Stand stand;
    stand.offer();
    stand.act(DeclineImport{});
    CHECK(stand.step() == "idle");
    CHECK(stand.effects == Effects{StopIntake{}});
    stand.act(ApproveImport{});
    CHECK(stand.effects.size() == 1);
    stand.act(LookAtStick{blue.folder});
    CHECK(stand.step() == "looking");
    CHECK(std::holds_alternative<SurveyStick>(stand.effects.back()));
    stand.act(LookAtStick{"/etc"});
    CHECK(stand.effects.size() == 2);
}

TEST_CASE("nothing that plays can't be approved") {
    Stand stand;
    stand.offer(0);
    stand.act(ApproveImport{});
    CHECK(stand.step() == "offered");
    CHECK(stand.effects.empty());
}

TEST_CASE("what fails is said, and stays until staff have seen it") {
    Stand stand;
    stand.act(StickPut{blue});
    Error const fault{Kind::NotFound, "BLUE: is gone"};
    stand.act(SurveyDone{stand.ticket(), fault});
    CHECK(stand.step() == "failed");
    CHECK(stand.model.intake.fault == fault);
    stand.act(StickPulled{blue.folder});
    CHECK(stand.step() == "failed");
    stand.act(DeclineImport{});
    CHECK(stand.step() == "idle");
}

TEST_CASE("a stick pulled out: forgotten while it was looked at, an error while it was copied") {
    Stand stand;
    stand.act(StickPut{blue});
    stand.effects.clear();
    std::uint64_t const ticket = stand.ticket();
    stand.act(StickPulled{blue.folder});
    CHECK(stand.step() == "idle");
    CHECK(stand.effects == Effects{StopIntake{}});
    stand.act(SurveyDone{ticket, survey_of(3)});
    CHECK(stand.step() == "idle");

    stand.offer();
    stand.act(ApproveImport{});
    stand.act(StickPulled{blue.folder});
    CHECK(stand.step() == "copying");
    stand.act(BroughtIn{stand.ticket(), Error{Kind::NotFound, "pulled out too early"}});
    CHECK(stand.step() == "failed");
    stand.act(StickPut{red});
    CHECK(stand.step() == "looking");
    CHECK(stand.model.intake.stick == red);
}

TEST_CASE("stopped while it copies, the answer tells how it ended") {
    Stand stand;
    stand.offer();
    stand.act(ApproveImport{});
    stand.act(DeclineImport{});
    CHECK(stand.step() == "copying");
    CHECK(stand.effects.back() == Effect{StopIntake{}});
    stand.act(BroughtIn{stand.ticket(), Error{Kind::Refused, "the import was stopped; nothing was changed"}});
    CHECK(stand.step() == "failed");
}

TEST_CASE("one stick at a time: a second one waits until staff ask") {
    Stand stand;
    stand.offer();
    stand.act(StickPut{red});
    CHECK(stand.effects.empty());
    CHECK(stand.model.intake.stick == blue);
    stand.act(LookAtStick{red.folder});
    CHECK(stand.model.intake.stick == blue);
    stand.act(DeclineImport{});
    stand.act(LookAtStick{red.folder});
    CHECK(stand.model.intake.stick == red);
    stand.act(StickPulled{blue.folder});
    CHECK(stand.step() == "looking");
}

TEST_CASE("late answers are dropped") {
    Stand stand;
    stand.offer();
    std::uint64_t const old = stand.ticket();
    stand.act(DeclineImport{});
    stand.act(LookAtStick{blue.folder});
    stand.act(IntakeProgress{old, 5, 5});
    stand.act(SurveyDone{old, survey_of(9)});
    stand.act(BroughtIn{old, {}});
    CHECK(stand.step() == "looking");
    CHECK(stand.model.intake.looked == 0);
}

TEST_CASE("only staff decide about a stick") {
    Stage stage;
    stage.pass(1s);
    stage.act(StickPut{blue});
    stage.act(SurveyDone{stage.model.intake.ticket, survey_of(3)});
    stage.effects.clear();
    for (Command const& command :
         {Command{ApproveImport{}}, Command{DeclineImport{}}, Command{LookAtStick{blue.folder}}})
        stage.act(command);
    CHECK(stage.effects.empty());
    CHECK(step_name(stage.model.intake) == "offered");
}
