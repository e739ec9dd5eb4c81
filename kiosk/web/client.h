#pragma once
// The kiosk's side of its own door: seats and fresh codes from the sign-up service on this machine.
// Blocking, at most a second or two a call; for one thread that may wait, never the UI thread.

#include "base/result.h"
#include "signup/terms.h"

#include <string>
#include <vector>

namespace kiosk {

/// How one workshop stands, and the token for its QR code: BASE/w/SLUG?t=TOKEN.
struct WorkshopState {
    std::string slug;
    int seats = 0, taken = 0, left = 0;
    SignupStatus status = SignupStatus::Closed;
    std::string token;
    bool operator==(WorkshopState const&) const = default;
};

class SignupClient {
public:
    /// As the service said in its line "listening PORT SECRET".
    SignupClient(int port, std::string secret) : m_port(port), m_secret(std::move(secret)) {}

    /// Fails with Kind::Unavailable if the service does not answer; Kind::Refused if it answers and says why
    /// nobody can sign up, or that the secret is wrong; Kind::Malformed if something else answers at that
    /// port.
    Result<std::vector<WorkshopState>> fetch() const;

private:
    int m_port;
    std::string m_secret;
};

}
