#include "web/form.h"

#include "base/log.h"
#include "signup/random.h"
#include "web/intake.h"
#include "web/workshops.h"

#include <algorithm>

namespace kiosk {
namespace {

/// A form as it stands: what was typed and what is wrong with it.
struct Draft {
    std::string id, pass;  ///< Its own name, stored once; the proof that it was handed out a short while ago.
    Registration typed;
    std::vector<FieldFault> faults;
    std::string banner;  ///< Sentence above the form, may be empty.
};

struct InputKind {
    std::string_view type, autocomplete, hints;
};

InputKind input_kind(Field field) {
    switch (field) {
    case Field::Name:
        return {"text", "name", R"( autocapitalize="words" spellcheck="false")"};
    case Field::Email:
        return {"email", "email", R"( inputmode="email" autocapitalize="none" spellcheck="false")"};
    case Field::Organisation:
        return {"text", "organization", R"( autocapitalize="words")"};
    case Field::Role:
        return {"text", "organization-title", ""};
    case Field::Phone:
        return {"tel", "tel", R"( inputmode="tel")"};
    case Field::Needs:
        return {"text", "off", ""};
    }
    return {};
}

Html input(Draft const& draft, AskedField asked, bool bad, bool first_bad) {
    InputKind kind = input_kind(asked.field);
    std::string state = asked.required ? " required" : "";
    std::string name{field_name(asked.field)};
    if (bad) state += " aria-invalid=\"true\" aria-describedby=\"" + name + "-fault\"";
    if (first_bad) state += " autofocus";
    std::string_view pattern =
        asked.field == Field::Needs
            ? R"(<textarea id="{name}" name="{name}" rows="2" autocomplete="{autocomplete}"{hints}{state}>)"
              "{value}</textarea>"
            : R"(<input id="{name}" name="{name}" type="{type}" autocomplete="{autocomplete}"{hints}{state})"
              " value=\"{value}\">";
    return html(pattern, {{"name", name},
                          {"type", kind.type},
                          {"autocomplete", kind.autocomplete},
                          {"hints", Html{std::string(kind.hints)}},
                          {"state", Html{state}},
                          {"value", draft.typed.value(asked.field)}});
}

Html field_row(PhoneVisit const& visit, Draft const& draft, AskedField asked) {
    std::string name{field_name(asked.field)};
    auto fault = std::find_if(draft.faults.begin(), draft.faults.end(),
                              [&](FieldFault const& f) { return f.field == asked.field; });
    bool bad = fault != draft.faults.end();
    Html out = html(R"(<div class="field{bad}"><label for="{name}">{label}{aside}</label>)",
                    {{"bad", bad ? " bad" : ""},
                     {"name", name},
                     {"label", visit.say("form." + name)},
                     {"aside", asked.required ? Html{}
                                              : html(R"( <span class="aside">{optional}</span>)",
                                                     {{"optional", visit.say("form.optional")}})}});
    out += input(draft, asked, bad, bad && fault == draft.faults.begin());
    if (bad)
        out += html(R"(<p class="fault" id="{name}-fault"><span aria-hidden="true">▲</span> {fault}</p>)",
                    {{"name", name}, {"fault", visit.say(fault->phrase)}});
    return out += html("</div>\n");
}

Html form(PhoneVisit const& visit, Workshop const& workshop, Draft const& draft) {
    Html out;
    if (!draft.banner.empty())
        out += html("<p class=\"banner\" role=\"alert\"><span aria-hidden=\"true\">▲</span> {banner}</p>\n",
                    {{"banner", draft.banner}});
    std::string action = visit.request.path + "?t=" + field_value(visit.request.query, "t");
    if (visit.language_chosen) action += "&lang=" + visit.language;
    out += html("<form method=\"post\" action=\"{action}\" novalidate>\n"
                "<input type=\"hidden\" name=\"form\" value=\"{id}\">\n"
                "<input type=\"hidden\" name=\"pass\" value=\"{pass}\">\n",
                {{"action", action}, {"id", draft.id}, {"pass", draft.pass}});
    for (AskedField asked : asked_fields(workshop)) out += field_row(visit, draft, asked);
    out += html("<label class=\"check\"><input type=\"checkbox\" name=\"news\" value=\"yes\"{checked}>"
                "<span>{news} <span class=\"aside\">{aside}</span></span></label>\n"
                "<button type=\"submit\">{send}</button>\n</form>\n<p class=\"small\">{sealed}</p>\n",
                {{"checked", draft.typed.news ? " checked" : ""},
                 {"news", visit.say("form.news")},
                 {"aside", visit.say("form.news_aside")},
                 {"send", visit.say("form.send")},
                 {"sealed", visit.say("form.sealed")}});
    return out;
}

PageHead head_of(PhoneVisit const& visit, Workshop const& workshop, int left) {
    std::string seats = fill_phrase(visit.say(left == 1 ? "form.one_left" : "form.seats_left"),
                                    {{"left", std::to_string(left)}});
    std::string const& price = workshop.price.in(visit.language);
    Html when = when_in_words(visit.service.catalog, visit.language, workshop, visit.now.wall);
    return {html("{workshop} · {when}", {{"workshop", visit.say("form.workshop")}, {"when", when}}),
            workshop.title.in(visit.language),
            {workshop.place.in(visit.language), price.empty() ? seats : price + " · " + seats}};
}

Response form_page(PhoneVisit const& visit, int status, Workshop const& workshop, int left,
                   Draft const& draft) {
    PageHead head = head_of(visit, workshop, left);
    if (!draft.banner.empty()) head.tab_prefix = visit.say("form.fault_prefix") + " ";
    return html_page(visit, status, head, form(visit, workshop, draft));
}

/// The page for a workshop that takes no sign-ups now; 410 when it never will again.
Response not_now(PhoneVisit const& visit, Workshop const& workshop, SignupStatus status) {
    bool over = status == SignupStatus::Closed || status == SignupStatus::Held;
    std::string name{status_name(status)};
    std::string opens =
        workshop.opens ? moment_in_words(visit.service.catalog, visit.language, *workshop.opens) : "";
    Html body = html("<p class=\"lead\">{text}</p>\n",
                     {{"text", fill_phrase(visit.say("notice." + name), {{"date", opens}})}});
    PageHead head{escaped_html(visit.say("notice." + name + "_title")), workshop.title.in(visit.language)};
    return html_page(visit, over ? 410 : 409, head, body);
}

/// What keeps anyone from reaching the form itself.
std::optional<Response> obstacle(PhoneVisit const& visit, Workshop const& workshop,
                                 Result<SeatsNow> const& seats, TokenUse use, std::string_view token) {
    if (!seats) {
        log_error(seats.error().what);
        return notice_page(visit, 503, "unavailable");
    }
    if (seats->status != SignupStatus::Open) return not_now(visit, workshop, seats->status);
    TokenState state = visit.service.tokens.verify(use, workshop.id, token, visit.now.wall);
    if (state != TokenState::Ok)
        return notice_page(visit, 403, state == TokenState::Expired ? "expired" : "forged");
    if (!visit.service.organiser) return notice_page(visit, 503, "no_key");
    return std::nullopt;
}

Registration read_typed(PhoneVisit const& visit, Workshop const& workshop, Fields const& posted) {
    Registration typed;
    typed.language = visit.language;
    for (AskedField asked : asked_fields(workshop))
        typed.values[asked.field] = tidy_input(field_value(posted, field_name(asked.field)));
    typed.news = !field_value(posted, "news").empty();
    if (typed.news) typed.news_text = visit.say("form.news");
    return typed;
}

/// Browsers that say so tell where a form was sent from; a form of another site is none of ours.
bool from_elsewhere(Request const& request) {
    std::string const& site = field_value(request.headers, "sec-fetch-site");
    return site == "cross-site" || site == "same-site";
}

/// The form once more, filled in, for what a minute's patience mends.
Response later(PhoneVisit const& visit, Workshop const& workshop, int left, Draft draft, int status,
               std::string_view phrase) {
    draft.banner = visit.say(phrase);
    Response response = form_page(visit, status, workshop, left, draft);
    response.headers.emplace_back("Retry-After", "60");
    return response;
}

Response not_stored(PhoneVisit const& visit, Workshop const& workshop, int left, Draft draft,
                    NotStored const& answer) {
    switch (answer.why) {
    case NotStored::Why::NotOpen:
        return not_now(visit, workshop, answer.status);
    case NotStored::Why::NoKey:
        return notice_page(visit, 503, "no_key");
    case NotStored::Why::Busy:
        return later(visit, workshop, left, std::move(draft), 429, "notice.busy");
    case NotStored::Why::Unavailable:
        return later(visit, workshop, left, std::move(draft), 503, "notice.unavailable");
    case NotStored::Why::Faulty:
        break;
    }
    draft.faults = answer.faults;
    draft.banner = fill_phrase(visit.say(draft.faults.size() == 1 ? "form.one_fault" : "form.faults"),
                               {{"count", std::to_string(draft.faults.size())}});
    return form_page(visit, 422, workshop, left, draft);
}

}

Response show_form(PhoneVisit const& visit, Workshop const& workshop) {
    auto seats = seats_now(visit.service, workshop, visit.now.wall);
    std::string const& token = field_value(visit.request.query, "t");
    if (auto stop = obstacle(visit, workshop, seats, TokenUse::Screen, token)) return *stop;
    Draft draft{
        random_id(), visit.service.tokens.make(TokenUse::Form, workshop.id, visit.now.wall), {}, {}, ""};
    return form_page(visit, 200, workshop, seats->left, draft);
}

Response take_form(PhoneVisit const& visit, Workshop const& workshop) {
    if (from_elsewhere(visit.request)) return notice_page(visit, 403, "forged");
    if (!field_value(visit.request.headers, "content-type").starts_with("application/x-www-form-urlencoded"))
        return notice_page(visit, 415, "odd");
    Fields posted = parse_form(visit.request.body);
    Draft draft{field_value(posted, "form"),
                field_value(posted, "pass"),
                read_typed(visit, workshop, posted),
                {},
                ""};
    if (!is_random_id(draft.id)) return notice_page(visit, 403, "forged");

    // What is stored is confirmed, whatever has happened since: a phone that lost the answer asks again.
    auto receipt_of = [&](Stored const& stored) { return see_other(visit.link("/r/" + stored.receipt)); };
    if (auto before = stored_before(visit.service, draft.id)) return receipt_of(*before);
    auto seats = seats_now(visit.service, workshop, visit.now.wall);
    if (auto stop = obstacle(visit, workshop, seats, TokenUse::Form, draft.pass)) return *stop;
    Intake answer =
        store_registration(visit.service, workshop, draft.typed, draft.id, visit.request.peer, visit.now);
    if (auto stored = std::get_if<Stored>(&answer)) return receipt_of(*stored);
    return not_stored(visit, workshop, seats->left, std::move(draft), std::get<NotStored>(answer));
}

}
