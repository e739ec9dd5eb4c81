#include "content/privacy.h"

#include "content/library_parts.h"

#include <algorithm>

namespace kiosk {
namespace {

/// Ten years: nobody needs the list of those who came to a workshop for longer.
constexpr int most_days = 3650;

Names const bases{"public_task", "contract", "consent", "legal_obligation", "legitimate_interest"};

bool is_purpose_id(std::string_view id) {
    return !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == id.npos;
}

Correspondent read_correspondent(TableReader& in, std::string_view key) {
    Correspondent out;
    auto table = in.table(key);
    if (!table) {
        if (!in.has(key))
            in.complain("table \"" + std::string(key) + "\": is missing; the notice must name it");
        return out;
    }
    out.name = table->localized("name", Need::Required);
    out.email = table->text("email");
    out.phone = table->text("phone");
    out.url = table->address("url");
    table->finish();
    if (out.email.empty() && out.phone.empty() && out.url.empty())
        table->complain("table \"" + std::string(key) +
                        "\": can't be reached; give an email, a phone or a url");
    return out;
}

void check_consent(Purpose const& purpose, TableReader& in) {
    bool rests_on_it = purpose.basis == Purpose::Basis::Consent;
    if (purpose.consent && !rests_on_it)
        in.complain(Grade::Fault, "consent",
                    "belongs to basis = \"consent\" only; what rests on another basis is not asked");
    if (rests_on_it && !purpose.consent)
        in.complain(Grade::Fault, "basis", "\"consent\" needs consent = true and the words to ask with, ask");
    if (purpose.consent && purpose.ask.empty() && !in.has("ask"))
        in.complain(Grade::Fault, "ask", "is missing; expected the words beside the tick box");
    if (!purpose.consent && in.has("ask"))
        in.complain(Grade::Fault, "ask", "is used with consent = true only");
}

Purpose read_purpose(TableReader& in) {
    Purpose out;
    out.id = in.text("id", Need::Required);
    if (!out.id.empty() && !is_purpose_id(out.id))
        in.complain(Grade::Fault, "id", "expected a-z, 0-9 and hyphens only, such as \"news\"");
    out.basis = in.choice<Purpose::Basis>("basis", bases);
    if (!in.has("basis"))
        in.complain("key \"basis\": is missing; expected one of public_task, contract, consent, "
                    "legal_obligation, legitimate_interest");
    out.what = in.localized("what", Need::Required);
    out.recipients = in.localized("recipients", Need::Required);
    out.storage_days = in.whole("storage_days", 1, most_days, {});
    out.consent = in.flag("consent", false);
    out.ask = in.localized("ask");
    check_consent(out, in);
    in.finish();
    return out;
}

std::vector<Purpose> read_purposes(TableReader& in) {
    std::vector<Purpose> out;
    for (TableReader& table : in.tables("purpose")) {
        Purpose purpose = read_purpose(table);
        bool doubled = !purpose.id.empty() && std::ranges::find(out, purpose.id, &Purpose::id) != out.end();
        if (doubled) table.complain(Grade::Fault, "id", "is another purpose's too; give each its own");
        out.push_back(std::move(purpose));
    }
    if (std::ranges::all_of(out, &Purpose::consent))
        in.complain("has no [[purpose]] for the sign-up itself; only those without consent count");
    return out;
}

}

Purpose const* Privacy::purpose(std::string_view id) const {
    auto found = std::ranges::find(purposes, id, &Purpose::id);
    return found == purposes.end() ? nullptr : &*found;
}

int Privacy::signup_storage_days() const {
    int longest = 0;
    for (Purpose const& purpose : purposes)
        if (!purpose.consent) longest = std::max(longest, purpose.storage_days);
    return longest;
}

std::optional<Privacy> read_privacy(NamedPath const& file, Catalog& catalog) {
    if (!std::filesystem::exists(file.path)) {
        if (!catalog.workshops.empty())
            tell(file,
                 "is missing; without it nobody can sign up, for a form must say what becomes of the data",
                 catalog.problems);
        return std::nullopt;
    }
    std::optional<TomlTable> table = read_toml_or_tell(file, catalog);
    if (!table) return std::nullopt;
    Findings findings{file.label, catalog.problems};
    TableReader in{*table, {}, findings, catalog.languages};
    Privacy out;
    out.disposal_decision = in.text("disposal_decision");
    out.controller = read_correspondent(in, "controller");
    out.officer = read_correspondent(in, "officer");
    out.authority = read_correspondent(in, "authority");
    out.purposes = read_purposes(in);
    in.finish();
    if (findings.faults() == 0) return out;
    catalog.spoilt.push_back(file.label);
    return std::nullopt;
}

}
