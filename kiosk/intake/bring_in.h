#pragma once
// Carries a survey out. A playlist's folder is written beside its place, made durable, compared with what was
// looked at, and changes places with the old one in one system call: whatever happens, also a power cut, the
// old playlist or the new one is there, never half of one. On file systems that can't exchange two folders it
// takes two renamings, and after a power cut between them clean_up_imports() puts the old one back. Blocking;
// any thread. Two programs may import at once.

#include "base/result.h"
#include "content/survey.h"

#include <functional>

namespace kiosk {

/// So many bytes have been copied, of Survey::bytes. False: stop, and leave everything as it was.
using CopyProgress = std::function<bool(std::uintmax_t copied)>;

/// Brings the files that have a `to` into PLAYLISTS/NAME, Survey::name, in place of what is there. Fails,
/// with everything as it was, with Kind::NotFound (the stick was pulled out), Kind::Invalid (a file is no
/// longer what was looked at), Kind::Unavailable (the disk is full), Kind::Unreadable (the playlists' folder
/// can't be written) or Kind::Refused (stopped, nothing to bring, or the same import goes on already).
Status bring_in(Survey const&, std::filesystem::path const& playlists, CopyProgress const& = {});

/// Removes what an import left behind that was cut off, and puts back what it had moved away; what can't be
/// put back stays. One that still goes on is left alone. To be called when a program starts.
void clean_up_imports(std::filesystem::path const& playlists);

/// Puts the folder `fresh` in the place of `name`, both in `folder`, and removes what was there once the new
/// one's name is durable. The middle of bring_in(), for file systems that can't exchange two folders. False,
/// with errno, if that fails.
bool replace_in_two_steps(std::filesystem::path const& folder, std::string const& fresh,
                          std::string const& name);

}
