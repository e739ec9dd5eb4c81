#pragma once
// The exhibitor is told what became of each file, on their own stick. Blocking; any thread.

#include "base/result.h"
#include "content/survey.h"

namespace kiosk {

inline constexpr char const* result_file_name = "dalakiosk-result.txt";

/// The file's content: what plays and what does not, and why, in every language of the catalogue.
std::string result_text(Survey const&, Catalog const& words);

/// Writes it into Survey::result_folder, in place of an older one, and makes it durable, so that the stick
/// can be pulled out. Fails with Kind::Unreadable or Kind::Unavailable; a stick that can't be written is
/// usual.
Status write_result(Survey const&, Catalog const& words);

}
