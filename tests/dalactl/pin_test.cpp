#include "dalactl/pin.h"

#include "content/temp_folder.h"
#include "dalactl/captured.h"
#include "staff/pin_store.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

/// Types `pin` at `dalactl pin`; gives its exit code.
int set_pin(std::filesystem::path const& data, std::string const& pin) {
    Captured streams{pin + "\n"};
    return run_pin_set(data);
}

bool opens(std::filesystem::path const& data, std::string const& pin) {
    PinStore store{data / "staff-pin"};
    auto const verdict = store.check(pin, Now{});
    return verdict && verdict->right;
}

}

TEST_CASE("a new PIN takes the place of the old one, and a refused one leaves it") {
    TempFolder data;
    CHECK(set_pin(data.path(), "271828") == 0);
    CHECK(opens(data.path(), "271828"));
    CHECK(set_pin(data.path(), "111111") == 1);
    CHECK(opens(data.path(), "271828"));
    CHECK(set_pin(data.path(), "314159") == 0);
    CHECK(opens(data.path(), "314159"));
    CHECK_FALSE(opens(data.path(), "271828"));
    CHECK_FALSE(std::filesystem::exists(data.path() / "staff-pin.fresh"));
}
