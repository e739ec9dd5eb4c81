// A helper that misbehaves, for client_test.cpp.

#include "decode/bad_helper.h"

#include "decode/shared_pixels.h"
#include "decode/wire.h"

#include <algorithm>
#include <climits>
#include <csignal>
#include <string_view>

#include <unistd.h>

using namespace kiosk;

namespace {

InspectionMessage invented(int picture) {
    char letter = 0;
    (void)!read(picture, &letter, 1);
    InspectionMessage told{.size = {40, 20}};
    switch (Lie{letter}) {
    case Lie::NoSize:
        told.size = {-1, 7};
        break;
    case Lie::EndlessPages:
        told.pages = INT_MAX;
        break;
    case Lie::BoolsOfTwo:
        told.scalable = told.turned = told.has_alpha = told.has_profile = 2;
    }
    return told;
}

}

int main() {
    send_message(0, Answer{});
    SharedPixels pixels;
    for (;;) {
        std::vector<Fd> fds;
        auto job = receive_message<JobMessage>(0, fds);
        if (!job) return 0;
        if (fds.size() == 2) pixels = *SharedPixels::map(std::move(fds[1]));
        Answer answer{.size = job->framing.box};
        if (job->task == JobMessage::Task::Inspect) answer.inspection = invented(fds[0].get());
        auto is = [&](Misdeed misdeed) { return job->framing.box.w == int(misdeed); };
        if (is(Misdeed::Dies)) raise(SIGKILL);
        if (is(Misdeed::Hangs)) pause();
        if (is(Misdeed::ClaimsMore)) answer.size = {16384, 16384};
        if (is(Misdeed::ClaimsNothing)) answer.size = {0, -1};
        if (is(Misdeed::InventsKind)) answer.kind = 77;
        if (is(Misdeed::Forges)) {
            constexpr std::string_view forged = "is bad\nerror: \u202E\x9B\xFFthe disk is full", cut = "\xC3";
            answer.kind = std::int32_t(Kind::Malformed);
            answer.what.fill('!');
            std::copy(forged.begin(), forged.end(), answer.what.begin());
            std::copy_backward(cut.begin(), cut.end(), answer.what.end());
        }
        send_message(0, answer);
    }
}
