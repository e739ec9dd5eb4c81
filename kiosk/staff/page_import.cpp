#include "staff/pages.h"

#include <algorithm>
#include <numeric>

namespace kiosk {
namespace {

using Step = Intake::Step;

constexpr std::uintmax_t megabyte = 1'000'000;
/// More nobody reads; the exhibitor has them all in the result file.
constexpr std::size_t most_rows = 400;

struct Choice {
    std::string id;
    std::string words;
    Command command;
    bool leads = false;
};

/// Side by side; the one that leads in red.
int show_choices(Ui& ui, Rect area, std::vector<Choice> const& choices) {
    int x = area.x, height = ui.px(88);
    for (Choice const& choice : choices) {
        int const width = ui.pill_width(choice.words);
        ui.pill(choice.id, choice.words, {x, area.y, width, height},
                choice.leads ? palette::falu : palette::sand_dark,
                choice.leads ? palette::paper : palette::ink, choice.command);
        x += width + ui.px(16);
    }
    return height;
}

/// A headline, and a sentence under it.
int show_heading(Ui& ui, Rect area, std::string const& headline, std::string const& lead, Color color) {
    int const height = ui.text({area.x, area.y}, area.w, {Cut::Figure, color}, headline) + ui.px(4);
    return height + ui.text({area.x, area.y + height}, area.w, {Cut::Body, palette::ink}, lead);
}

int show_sticks(Ui& ui, Rect area, Model const& model) {
    Words const& words = ui.words();
    int y = area.y;
    y += ui.text({area.x, y}, area.w, {Cut::Body, palette::ink}, words.say("import_none")) + ui.px(28);
    for (std::size_t i = 0; i < model.sticks.size(); ++i) {
        Stick const& stick = model.sticks[i];
        std::string const name = fill(words.say("import_look"), {{"label", stick.label}}),
                          id = "import.look." + std::to_string(i + 1);
        y += show_choices(ui, {area.x, y, area.w, 0}, {{id, name, LookAtStick{stick.folder}}}) + ui.px(16);
    }
    return y - area.y;
}

/// What goes on, how far it has come, and the way to stop it.
int show_work(Ui& ui, Rect area, std::string const& headline, std::string const& lead, double share) {
    int y = area.y;
    y += show_heading(ui, area, headline, lead, palette::ink) + ui.px(24);
    ui.meter({area.x, y, area.w, ui.px(14)}, share, palette::ochre);
    y += ui.px(14 + 32);
    y += show_choices(ui, {area.x, y, area.w, 0},
                      {{"import.stop", ui.words().say("import_stop"), DeclineImport{}}});
    return y - area.y;
}

int show_looking(Ui& ui, Rect area, Intake const& intake) {
    std::string const lead = fill(ui.words().say("import_looked"), {{"done", std::to_string(intake.looked)},
                                                                    {"of", std::to_string(intake.files)}});
    std::string const headline = fill(ui.words().say("import_looking"), {{"label", intake.stick.label}});
    return show_work(ui, area, headline, lead, intake.files > 0 ? double(intake.looked) / intake.files : 0);
}

int show_copying(Ui& ui, Rect area, Intake const& intake) {
    double const all = double(std::max<std::uintmax_t>(intake.survey.bytes, 1));
    return show_work(ui, area, ui.words().say("import_copying"), ui.words().say("import_stay"),
                     double(intake.copied) / all);
}

int show_done(Ui& ui, Rect area, Intake const& intake) {
    Words const& words = ui.words();
    int y = area.y;
    y += show_heading(ui, area, words.say("import_done"),
                      fill(words.say("import_plays"), {{"name", intake.survey.name}}), palette::spruce) +
         ui.px(32);
    y += show_choices(ui, {area.x, y, area.w, 0},
                      {{"import.close", words.say("import_close"), DeclineImport{}}});
    return y - area.y;
}

/// What went wrong, in the language of the staff; the exact sentence is in English.
std::string const& fault_in_words(Words const& words, Error const& fault) {
    switch (fault.kind) {
    case Kind::NotFound:
        return words.say("import_gone");
    case Kind::Invalid:
        return words.say("import_changed");
    case Kind::Unavailable:
        return words.say("import_no_room");
    case Kind::Malformed:
        return words.say("import_damaged");
    case Kind::Refused:
        return words.say("import_refused");
    case Kind::Unreadable:
        break;
    }
    return words.say("import_unreadable");
}

int show_failed(Ui& ui, Rect area, Model const& model) {
    Words const& words = ui.words();
    Intake const& intake = model.intake;
    int y = area.y;
    if (intake.fault) {
        y += show_heading(ui, area, words.say("import_failed"), fault_in_words(words, *intake.fault),
                          palette::falu) +
             ui.px(12);
        y += ui.text({area.x, y}, area.w, {Cut::Small, palette::stone}, intake.fault->what) + ui.px(32);
    }
    std::vector<Choice> choices;
    if (std::ranges::find(model.sticks, intake.stick) != model.sticks.end())
        choices.push_back(
            {"import.again", words.say("import_again"), LookAtStick{intake.stick.folder}, true});
    choices.push_back({"import.close", words.say("import_close"), DeclineImport{}});
    y += show_choices(ui, {area.x, y, area.w, 0}, choices);
    return y - area.y;
}

std::string outcome(Words const& words, Survey const& survey) {
    char const* key = survey.slides == 0 ? "import_nothing"
                      : !survey.changes  ? "import_same"
                      : survey.replaces  ? "import_replaces"
                                         : "import_new";
    return fill(words.say(key), {{"name", survey.name}});
}

/// How much of the quota it takes, as a bar with its words.
int show_quota(Ui& ui, Rect area, double share, std::string const& words) {
    ui.meter({area.x, area.y, area.w, ui.px(14)}, share, share >= 1 ? palette::falu : palette::ochre);
    return ui.px(22) + ui.text({area.x, area.y + ui.px(22)}, area.w, {Cut::Small, palette::stone}, words);
}

int show_quotas(Ui& ui, Rect area, Survey const& survey) {
    Words const& words = ui.words();
    int const width = (area.w - ui.px(32)) / 2;
    std::string const slides =
        fill(words.say("import_slides"),
             {{"count", std::to_string(survey.slides)}, {"most", std::to_string(survey.quota.slides)}});
    std::string const bytes =
        fill(words.say("import_bytes"), {{"count", std::to_string((survey.bytes + megabyte - 1) / megabyte)},
                                         {"most", std::to_string(survey.quota.bytes / megabyte)}});
    int const left = show_quota(ui, {area.x, area.y, width, 0},
                                double(survey.slides) / std::max(1, survey.quota.slides), slides);
    int const right =
        show_quota(ui, {area.right() - width, area.y, width, 0},
                   double(survey.bytes) / double(std::max<std::uintmax_t>(1, survey.quota.bytes)), bytes);
    return std::max(left, right);
}

/// "Spelas 12 · Dubblett 1"
std::string counts(Survey const& survey, Model const& model) {
    std::string words;
    for (Verdict const verdict : {Verdict::Plays, Verdict::Turned, Verdict::Converted, Verdict::Soft,
                                  Verdict::Beside, Verdict::Same, Verdict::Refused}) {
        int const files = count(survey, verdict);
        if (files == 0) continue;
        if (!words.empty()) words += " · ";
        words += verdict_word(verdict, model.catalog, model.language) + " " + std::to_string(files);
    }
    return words;
}

/// What there is to say of a file, as one line.
std::string note_of(Words const& words, SurveyedFile const& file, Model const& model) {
    std::string const why = remark(file, model.catalog, model.language);
    if (file.verdict == Verdict::Refused) return why;  // They stand under a heading of their own.
    std::string note = verdict_word(file.verdict, model.catalog, model.language);
    if (!why.empty()) note += " · " + why;
    if (file.here_already) note += " · " + words.say("import_known");
    return note;
}

/// A row of the list; with a picture, or the place for one, if the file comes along.
int show_file(Ui& ui, Rect area, SurveyedFile const& file, Bitmap const* preview, Model const& model) {
    bool const stays = file.to.empty();
    int const pad = ui.px(12), text_x = stays ? area.x : area.x + ui.px(192 + 24),
              width = area.right() - text_x;
    Rect const frame{area.x, area.y + pad, ui.px(192), ui.px(108)};
    std::string const note = note_of(ui.words(), file, model);
    int const words =
        ui.measure(Cut::Strong, file.name, width).h + ui.px(4) + ui.measure(Cut::Small, note, width).h;
    int const height = std::max(stays ? 0 : frame.h, words) + 2 * pad;
    if (area.y + height < 0 || area.y > ui.screen().h) return height + ui.px(2);
    if (!stays && preview && !preview->empty())
        ui.picture(frame, *preview);
    else if (!stays)
        ui.fill(frame, palette::sand_dark);
    Point at{text_x, area.y + (height - words) / 2};
    at.y += ui.text(at, width, {Cut::Strong, stays ? palette::stone : palette::ink}, file.name) + ui.px(4);
    ui.text(at, width, {Cut::Small, stays ? palette::falu : palette::stone}, note);
    ui.fill({area.x, area.y + height, area.w, ui.px(2)}, palette::line);
    return height + ui.px(2);
}

/// Those first that need a word with the exhibitor.
int show_files(Ui& ui, Rect area, Model const& model, std::vector<Bitmap> const& previews) {
    std::vector<SurveyedFile> const& files = model.intake.survey.files;
    std::vector<std::size_t> order(files.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_partition(order, [&](std::size_t i) { return files[i].verdict == Verdict::Refused; });
    std::size_t const more = order.size() - std::min(order.size(), most_rows);
    order.resize(order.size() - more);
    int y = area.y;
    for (std::size_t const i : order)
        y += show_file(ui, {area.x, y, area.w, 0}, files[i], i < previews.size() ? &previews[i] : nullptr,
                       model);
    if (more > 0) {
        std::string const note = ui.words().count("import_more", more);
        y += ui.px(20) + ui.text({area.x, y + ui.px(20)}, area.w, {Cut::Body, palette::stone}, note);
    }
    return y - area.y;
}

int show_offer(Ui& ui, Rect area, Model const& model, std::vector<Bitmap> const& previews) {
    Words const& words = ui.words();
    Survey const& survey = model.intake.survey;
    Rect rest = area;
    auto below = [&](int height, int gap) { rest.y += height + ui.px(gap); };
    below(show_heading(ui, rest, survey.label, outcome(words, survey), palette::ink), 20);
    below(show_quotas(ui, rest, survey), 20);
    below(ui.text({rest.x, rest.y}, rest.w, {Cut::Body, palette::ink}, counts(survey, model)), 24);
    std::vector<Choice> choices;
    if (survey.slides > 0)
        choices.push_back({"import.approve", words.say("import_approve"), ApproveImport{}, true});
    char const* const no = survey.slides > 0 ? "import_decline" : "import_close";
    choices.push_back({"import.decline", words.say(no), DeclineImport{}});
    below(show_choices(ui, rest, choices), 28);
    if (int const refused = count(survey, Verdict::Refused); refused > 0)
        below(ui.text({rest.x, rest.y}, rest.w, {Cut::Strong, palette::falu},
                      words.count("import_left_out", std::size_t(refused))),
              16);
    if (survey.cut_short)
        below(ui.text({rest.x, rest.y}, rest.w, {Cut::Body, palette::falu},
                      model.catalog.phrase(model.language, "intake.cut_short")),
              16);
    // Where nothing plays, that is said above.
    for (std::string const& complaint : survey.slides > 0 ? survey.complaints : std::vector<std::string>{})
        below(ui.text({rest.x, rest.y}, rest.w, {Cut::Small, palette::falu}, complaint), 12);
    below(show_files(ui, rest, model, previews), 0);
    return rest.y - area.y;
}

}

int show_import(Ui& ui, Rect area, Model const& model, std::vector<Bitmap> const& previews) {
    switch (model.intake.step) {
    case Step::Idle:
        return show_sticks(ui, area, model);
    case Step::Looking:
        return show_looking(ui, area, model.intake);
    case Step::Offered:
        return show_offer(ui, area, model, previews);
    case Step::Copying:
        return show_copying(ui, area, model.intake);
    case Step::Done:
        return show_done(ui, area, model.intake);
    case Step::Failed:
        break;
    }
    return show_failed(ui, area, model);
}

}
