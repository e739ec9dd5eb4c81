#pragma once
// The catalogue's look: the screens' palette and type on A4.

#include <string_view>

namespace kiosk {

/// CSS that loads nothing.
std::string_view catalogue_style();

}
