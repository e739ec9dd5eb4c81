#pragma once
// KIOSK_CHECK(condition): for programmer errors only. Stays on in release: logs the place and aborts;
// whoever supervises the program starts it again.

namespace kiosk {

[[noreturn]] void check_failed(char const* condition, char const* file, int line);

}

#define KIOSK_CHECK(condition) ((condition) ? void(0) : ::kiosk::check_failed(#condition, __FILE__, __LINE__))
