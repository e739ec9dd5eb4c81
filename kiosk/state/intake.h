#pragma once
// A stick at the stand: it is looked at as soon as it is in, staff decide, and what they approve is brought
// in. One stick at a time; the work goes on beside the loop, and whatever goes wrong with it stays here.

#include "state/action.h"
#include "state/effect.h"

namespace kiosk {

Effects on_stick_put(Model&, StickPut const&);
/// What was only looked at is forgotten; a copying that goes on will fail by itself.
Effects on_stick_pulled(Model&, StickPulled const&);
void on_intake_progress(Model&, IntakeProgress const&);
void on_survey_done(Model&, SurveyDone const&);
/// A playlist that staff had switched off is on again: they have just asked for it.
Effects on_brought_in(Model&, BroughtIn const&);

Effects look_at_stick(Model&, LookAtStick const&);
Effects approve_import(Model&);
/// Stops what goes on, or closes what is over.
Effects decline_import(Model&);

/// True while staff are asked or the outcome waits to be seen.
bool wants_attention(Intake const&);

/// The word for scripts: "idle", "looking", "offered", "copying", "done", "failed".
std::string step_name(Intake const&);

}
