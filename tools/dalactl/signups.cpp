#include "dalactl/signups.h"

#include "base/csv.h"
#include "dalactl/table.h"
#include "signup/book.h"
#include "signup/files.h"
#include "signup/registration.h"
#include "signup/seal.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

namespace kiosk {
namespace {

/// A sign-up with what was sealed in it.
struct OpenedSignup {
    Signup signup;
    Registration registration;
};

struct Opened {
    std::vector<OpenedSignup> signups;
    std::size_t closed = 0;  ///< How many do not open with this key.
};

char const* standing_name(Standing standing) {
    return standing == Standing::Confirmed ? "confirmed" : "cancelled";
}

int complain(std::string const& sentence) {
    std::fprintf(stderr, "dalactl: %s\n", sentence.c_str());
    return 1;
}

Result<Opened> open_signups(SignupsJob const& job) {
    auto key = PrivateKey::load(job.key_file);
    if (!key) return key.error();
    auto signups = read_signups(job.data_dir / "signups.db");
    if (!signups) return signups.error();
    Opened out;
    for (Signup& signup : *signups) {
        auto text = key->open(signup.sealed);
        auto registration = text ? read_registration(*text) : text.error();
        if (registration)
            out.signups.push_back({std::move(signup), std::move(*registration)});
        else
            ++out.closed;
    }
    return out;
}

Row table_row(OpenedSignup const& s) {
    return {s.signup.workshop,
            iso8601(s.signup.at),
            s.registration.value(Field::Name),
            s.registration.value(Field::Email),
            s.registration.value(Field::Organisation),
            standing_name(s.signup.standing)};
}

std::string table_of(std::vector<OpenedSignup> const& signups) {
    std::vector<Row> rows{{"workshop", "when (UTC)", "name", "e-mail", "organisation", "status"}};
    for (OpenedSignup const& s : signups) rows.push_back(table_row(s));
    return table(rows);
}

std::string csv(std::vector<OpenedSignup> const& signups) {
    std::vector<Row> rows{{"workshop", "when_utc", "status", "receipt"}};
    for (Field field : all_fields) rows.front().emplace_back(field_name(field));
    rows.front().insert(rows.front().end(), {"news", "news_text", "language"});
    for (auto const& [signup, registration] : signups) {
        Row& row = rows.emplace_back(
            Row{signup.workshop, iso8601(signup.at), standing_name(signup.standing), signup.receipt});
        for (Field field : all_fields) row.push_back(registration.value(field));
        row.insert(row.end(),
                   {registration.news ? "yes" : "no", registration.news_text, registration.language});
    }
    std::string out;
    for (Row const& row : rows) out += csv_row(row);
    return out;
}

std::string json(std::vector<OpenedSignup> const& signups) {
    nlohmann::json out = nlohmann::json::array();
    for (auto const& [signup, registration] : signups) {
        auto record = nlohmann::json::parse(write_registration(registration));
        record.update({{"workshop", signup.workshop},
                       {"when_utc", iso8601(signup.at)},
                       {"status", standing_name(signup.standing)},
                       {"receipt", signup.receipt}});
        out.push_back(std::move(record));
    }
    return out.dump(2) + "\n";
}

}

int run_signups(SignupsJob const& job) {
    auto opened = open_signups(job);
    if (!opened) return complain(opened.error().what);
    std::string out = job.verb == "list"     ? table_of(opened->signups)
                      : job.format == "json" ? json(opened->signups)
                                             : csv(opened->signups);
    if (job.out == "-") {
        std::fwrite(out.data(), 1, out.size(), stdout);
    } else if (auto written = write_new_file(job.out, out); !written) {
        return complain(written.error().what);
    }
    if (opened->closed == 0) return 0;
    return complain(std::to_string(opened->closed) + " of " +
                    std::to_string(opened->closed + opened->signups.size()) + " sign-ups do not open with " +
                    job.key_file.string() + "; try the key that was in use when they were made");
}

}
