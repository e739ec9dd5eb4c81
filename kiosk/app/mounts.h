#pragma once
// Which sticks the system has mounted. Pure.

#include "state/model.h"

#include <string_view>

namespace kiosk {

/// Of the lines of /proc/self/mountinfo, those that are mounted where sticks are: below /media or /run/media,
/// or at /mnt/usb….
std::vector<Stick> sticks_in(std::string_view mountinfo);

/// A stick by the folder that it is mounted at; its label is that folder's name.
Stick stick_at(std::filesystem::path const& folder);

}
