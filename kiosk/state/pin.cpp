#include "state/pin.h"

#include "state/visit.h"

#include <algorithm>

namespace kiosk {
namespace {

/// The pad is done with what was typed: what follows depends on what it was asked for.
Effects hand_in(PinPad& pad) {
    std::string const typed = std::exchange(pad.digits, "");
    if (pad.step == PinPad::Step::Enter) {
        pad.checking = true;
        return {CheckPin{typed}};
    }
    if (pad.step == PinPad::Step::Choose) {
        bool easy = typed.size() < pin_min_digits || is_too_easy(typed);
        pad.fault = easy ? PinPad::Fault::TooEasy : PinPad::Fault::None;
        if (!easy) pad = {.step = PinPad::Step::Repeat, .digits = {}, .chosen = typed};
        return {};
    }
    if (typed != pad.chosen) {
        pad = {.step = PinPad::Step::Choose, .digits = {}, .chosen = {}, .fault = PinPad::Fault::Mismatch};
        return {};
    }
    pad.checking = true;
    return {StorePin{typed}};
}

}

bool is_too_easy(std::string_view pin) {
    auto steps_by = [&](int step) {
        return std::ranges::adjacent_find(pin, [&](char a, char b) { return b - a != step; }) == pin.end();
    };
    return steps_by(0) || steps_by(1) || steps_by(-1);
}

void open_pin_pad(Model& model, Now const& now) {
    end_visit(model, now);
    model.leaving.reset();
    model.last_touch = now.steady;
    model.display = PinPad{.step = model.pin_set ? PinPad::Step::Enter : PinPad::Step::Choose};
}

Effects on_pin_key(Model& model, PinKey const& key, Now const& now) {
    auto* pad = std::get_if<PinPad>(&model.display);
    if (!pad || pad->checking) return {};
    if (key.kind == PinKey::Kind::Cancel) {
        end_visit(model, now);
        return {};
    }
    if (pad->locked || now.steady < pad->wait_until) return {};
    switch (key.kind) {
    case PinKey::Kind::Digit:
        pad->fault = PinPad::Fault::None;
        if (pad->digits.size() < pin_max_digits) pad->digits += char('0' + key.digit);
        break;
    case PinKey::Kind::Erase:
        if (!pad->digits.empty()) pad->digits.pop_back();
        break;
    case PinKey::Kind::Done:
        if (!pad->digits.empty()) return hand_in(*pad);
        break;
    case PinKey::Kind::Cancel:
        break;
    }
    return {};
}

void on_pin_answer(Model& model, PinAnswer const& answer, Now const& now) {
    auto* pad = std::get_if<PinPad>(&model.display);
    // The answer to a pad that has closed since must not open the next one.
    if (!pad || !pad->checking) return;
    model.last_touch = now.steady;
    if (answer.right) {
        model.pin_set = true;
        model.display = Staff{};
    } else if (pad->step == PinPad::Step::Repeat) {
        *pad = PinPad{.step = PinPad::Step::Choose};  // It could not be stored; the log says why.
    } else {
        pad->checking = false;
        pad->locked = answer.locked;
        pad->wait_until = now.steady + answer.wait;
        pad->fault = PinPad::Fault::Wrong;
    }
}

}
