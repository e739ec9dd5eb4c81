#include "state/intake.h"

#include <algorithm>

namespace kiosk {
namespace {

using Step = Intake::Step;

bool is_busy(Intake const& intake) {
    return intake.step == Step::Looking || intake.step == Step::Offered || intake.step == Step::Copying;
}

Effects look(Model& model, Stick const& stick) {
    std::uint64_t const ticket = model.intake.ticket + 1;
    model.intake = Intake{.step = Step::Looking, .stick = stick, .ticket = ticket};
    return {SurveyStick{ticket, stick, model.glass.px}};
}

/// Late answers find another ticket.
void close(Model& model) { model.intake = Intake{.ticket = model.intake.ticket + 1}; }

}

Effects on_stick_put(Model& model, StickPut const& put) {
    if (std::ranges::find(model.sticks, put.stick) != model.sticks.end()) return {};
    model.sticks.push_back(put.stick);
    return is_busy(model.intake) ? Effects{} : look(model, put.stick);
}

Effects on_stick_pulled(Model& model, StickPulled const& pulled) {
    std::erase_if(model.sticks, [&](Stick const& stick) { return stick.folder == pulled.folder; });
    Intake const& intake = model.intake;
    bool const over =
        intake.step == Step::Copying || intake.step == Step::Failed || intake.step == Step::Idle;
    if (intake.stick.folder != pulled.folder || over) return {};
    close(model);
    return {StopIntake{}};
}

void on_intake_progress(Model& model, IntakeProgress const& progress) {
    Intake& intake = model.intake;
    if (progress.ticket != intake.ticket) return;
    if (intake.step == Step::Looking) intake.looked = int(progress.done), intake.files = int(progress.of);
    if (intake.step == Step::Copying) intake.copied = progress.done;
}

void on_survey_done(Model& model, SurveyDone const& done) {
    Intake& intake = model.intake;
    if (done.ticket != intake.ticket || intake.step != Step::Looking) return;
    intake.step = done.survey ? Step::Offered : Step::Failed;
    if (done.survey)
        intake.survey = *done.survey;
    else
        intake.fault = done.survey.error();
}

Effects on_brought_in(Model& model, BroughtIn const& brought) {
    Intake& intake = model.intake;
    if (brought.ticket != intake.ticket || intake.step != Step::Copying) return {};
    intake.step = brought.fault ? Step::Failed : Step::Done;
    intake.fault = brought.fault;
    if (brought.fault || model.settings.playlists_off.erase(intake.survey.name) == 0) return {};
    return {SaveSettings{model.settings}};
}

Effects look_at_stick(Model& model, LookAtStick const& wish) {
    auto const stick = std::ranges::find(model.sticks, wish.folder, &Stick::folder);
    return is_busy(model.intake) || stick == model.sticks.end() ? Effects{} : look(model, *stick);
}

Effects approve_import(Model& model) {
    Intake& intake = model.intake;
    if (intake.step != Step::Offered || intake.survey.slides == 0) return {};
    intake.step = Step::Copying;
    intake.copied = 0;
    return {BringIn{intake.ticket, intake.survey}};
}

Effects decline_import(Model& model) {
    switch (model.intake.step) {
    case Step::Idle:
        return {};
    case Step::Copying:  // It may be done already: the answer tells.
        return {StopIntake{}};
    default:
        close(model);
        return {StopIntake{}};
    }
}

bool wants_attention(Intake const& intake) { return intake.step != Step::Idle; }

std::string step_name(Intake const& intake) {
    constexpr char const* names[] = {"idle", "looking", "offered", "copying", "done", "failed"};
    return names[int(intake.step)];
}

}
