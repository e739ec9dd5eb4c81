#pragma once
// Names that nobody can guess, from the system's random generator. Any thread, after prepare_secrets().

#include <string>
#include <string_view>

namespace kiosk {

/// Once, before the first thread is started: makes libsodium ready. False if the system has no randomness.
bool prepare_secrets();

/// 128 bits as 22 url-safe characters: one for each form handed out.
std::string random_id();
/// True if it could have come from random_id().
bool is_random_id(std::string_view);

/// 80 bits as 16 letters and digits that can be read aloud (no I, L, O, U): a receipt's reference.
std::string random_receipt();
/// True if it could have come from random_receipt().
bool is_receipt(std::string_view);

/// Compares without telling by its time how much was right.
bool same_secret(std::string_view, std::string_view);

}
