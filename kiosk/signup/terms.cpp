#include "signup/terms.h"

#include <array>

namespace kiosk {
namespace {

constexpr std::array<std::string_view, 5> status_names = {"open", "not_yet", "closed", "held", "full"};

}

SignupStatus signup_status(WorkshopTerms const& terms, int taken, WallTime now) {
    if (now >= terms.starts) return SignupStatus::Held;
    if (terms.closes && now >= *terms.closes) return SignupStatus::Closed;
    if (terms.opens && now < *terms.opens) return SignupStatus::NotYet;
    return taken >= terms.seats ? SignupStatus::Full : SignupStatus::Open;
}

std::string_view status_name(SignupStatus status) { return status_names[std::size_t(status)]; }

std::optional<SignupStatus> status_named(std::string_view name) {
    for (std::size_t i = 0; i < status_names.size(); ++i)
        if (status_names[i] == name) return SignupStatus(i);
    return std::nullopt;
}

}
