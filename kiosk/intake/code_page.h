#pragma once
// The code page of DOS, in which old programs write the names in a ZIP. Pure.

#include <string>
#include <string_view>

namespace kiosk {

bool is_utf8(std::string_view);

/// Code page 437 as UTF-8: "\x86" becomes "å".
std::string from_code_page_437(std::string_view);

}
