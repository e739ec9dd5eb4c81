#pragma once
// DATA/run/status.json: what the kiosk tells about itself, renewed once a second and replaced whole.

#include "state/model.h"

#include <chrono>
#include <filesystem>

namespace kiosk {

/// The file's content. `screen` is the scene's name; `frame_age` the time since the last frame.
std::string status_json(Model const&, std::string const& screen, Millis frame_age);

/// Replaces `file` whole, so that a reader never sees half of one. Without fsync: after a power cut an old or
/// empty status is as good as none.
Status replace_file(std::filesystem::path const& file, std::string const& content);

}
