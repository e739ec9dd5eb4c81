#pragma once
// Asks the confined decoder about files, one after the other: what each is, and whether it can be decoded to
// its end. One thread at a time.

#include "base/bitmap.h"
#include "base/process.h"
#include "intake/survey.h"

#include <memory>

namespace kiosk {

class Examiner {
public:
    /// Starts a decoder of its own, so that the show need not wait for a stick. Fails as DecodeClient does.
    static Result<Examiner> start(std::filesystem::path const& decoder_program, GoOn = {});
    Examiner(Examiner&&) noexcept;
    ~Examiner();

    /// For SurveyTools::look. Fails as DecodeClient does, and with Kind::Refused when it need not go
    /// on; nothing can be looked at any more then.
    Result<Look> look(std::filesystem::path const&);
    /// The picture just looked at, small; empty if that failed.
    Bitmap take_preview();

private:
    struct State;
    explicit Examiner(std::unique_ptr<State>);
    Error give_up_if_stopped(Error);
    std::unique_ptr<State> m_state;
};

}
