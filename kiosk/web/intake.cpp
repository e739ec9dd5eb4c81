#include "web/intake.h"

#include "base/log.h"
#include "signup/random.h"
#include "web/workshops.h"

#include <algorithm>

namespace kiosk {
namespace {

using Why = NotStored::Why;

NotStored unavailable(Service& service, Error const& error) {
    ++service.counters.failed;
    log_error(error.what);
    return {Why::Unavailable};
}

/// What keeps anyone from signing up here, whatever they type.
std::optional<NotStored> obstacle(Service& service, Workshop const& workshop, WallTime now) {
    auto seats = seats_now(service, workshop, now);
    if (!seats) return unavailable(service, seats.error());
    if (seats->status != SignupStatus::Open) return NotStored{Why::NotOpen, {}, seats->status};
    if (!service.organiser) return NotStored{Why::NoKey};
    return std::nullopt;
}

}

Result<SeatsNow> seats_now(Service& service, Workshop const& workshop, WallTime now) {
    if (!service.book) return Error{Kind::Unavailable, "the sign-ups can't be opened"};
    auto taken = service.book->taken();
    if (!taken) return taken.error();
    auto at = taken->find(workshop.id);
    int gone = at == taken->end() ? 0 : at->second;
    return SeatsNow{std::max(0, workshop.seats - gone), signup_status(terms_of(workshop), gone, now)};
}

std::optional<Stored> stored_before(Service& service, std::string_view form) {
    if (!service.book) return std::nullopt;
    auto before = service.book->find_form(form);
    if (!before || !*before) return std::nullopt;
    ++service.counters.repeated;
    return Stored{(*before)->receipt, true};
}

Intake store_registration(Service& service, Workshop const& workshop, Registration const& registration,
                          std::string const& form, std::string_view client, Now const& now) {
    if (auto before = stored_before(service, form)) return *before;
    if (auto stop = obstacle(service, workshop, now.wall)) return *stop;
    if (auto faults = find_faults(registration, asked_fields(workshop)); !faults.empty())
        return NotStored{Why::Faulty, std::move(faults)};
    if (!service.limit.take(client, now.steady)) return NotStored{Why::Busy};

    auto receipt = service.book->add({random_receipt(), form, workshop.id, now.wall,
                                      service.organiser->seal(write_registration(registration))},
                                     workshop.seats);
    if (!receipt && receipt.error().kind == Kind::Refused)
        return NotStored{Why::NotOpen, {}, SignupStatus::Full};
    if (!receipt) return unavailable(service, receipt.error());
    ++service.counters.stored;
    return Stored{*receipt};
}

}
