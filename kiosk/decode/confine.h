#pragma once
// Locks the calling process in: from here on it may compute, use memory and talk over the descriptors it
// holds, and a system call for anything else (a file, a socket, a program, a process) kills it at once. One
// gap remains: it can ask whether a file of some name exists, and its size and times, but not what is in it.

#include "base/result.h"

namespace kiosk {

/// All threads are confined, for good. Call once, after everything that opens files. Fails with
/// Kind::Unavailable if the kernel refuses; the caller must then not go on.
Status confine();

}
