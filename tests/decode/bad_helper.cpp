// A helper that misbehaves, for client_test.cpp. The width of the box says how.

#include "decode/bad_helper.h"

#include "decode/shared_pixels.h"
#include "decode/wire.h"

#include <algorithm>
#include <csignal>
#include <string_view>

#include <unistd.h>

using namespace kiosk;

int main() {
    send_message(0, Answer{});
    SharedPixels pixels;
    for (;;) {
        std::vector<Fd> fds;
        auto job = receive_message<JobMessage>(0, fds);
        if (!job) return 0;
        if (fds.size() == 2) pixels = *SharedPixels::map(std::move(fds[1]));
        Answer answer{.size = job->framing.box, .inspection = {.size = {-1, 7}}};
        auto is = [&](Misdeed misdeed) { return job->framing.box.w == int(misdeed); };
        if (is(Misdeed::Dies)) raise(SIGKILL);
        if (is(Misdeed::Hangs)) pause();
        if (is(Misdeed::ClaimsMore)) answer.size = {16384, 16384};
        if (is(Misdeed::ClaimsNothing)) answer.size = {0, -1};
        if (is(Misdeed::InventsKind)) answer.kind = 77;
        if (is(Misdeed::Forges)) {
            constexpr std::string_view forged = "is bad\nerror: the disk is full";
            answer.kind = std::int32_t(Kind::Malformed);
            answer.what.fill('!');
            std::copy(forged.begin(), forged.end(), answer.what.begin());
        }
        send_message(0, answer);
    }
}
