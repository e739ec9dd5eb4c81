// dalactl: for editors, staff and organisers at a shell.

#include "base/folders.h"
#include "dalactl/check.h"
#include "dalactl/import.h"
#include "dalactl/key.h"
#include "dalactl/library.h"
#include "dalactl/pin.h"
#include "dalactl/plays.h"
#include "dalactl/shots.h"
#include "dalactl/signups.h"
#include "dalactl/status.h"
#include "signup/random.h"

#include <iostream>

#include <CLI/CLI.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace kiosk;

/// What the chosen subcommand does; set while the command line is read.
using Chosen = std::function<int()>;

struct Folders {
    std::filesystem::path media = default_library_folder("media"),
                          playlists = default_library_folder("playlists");
    std::filesystem::path data = default_data_folder();
};

void add_data(CLI::App* command, Folders& folders) {
    command->add_option("--data", folders.data, "the kiosk's data folder")
        ->type_name("DIR")
        ->capture_default_str();
}

void add_content(CLI::App* command, Folders& folders) {
    command->add_option("--media", folders.media, "the shared library")
        ->type_name("DIR")
        ->capture_default_str();
    command->add_option("--playlists", folders.playlists, "one folder an exhibitor")
        ->type_name("DIR")
        ->capture_default_str();
}

/// Whatever it writes is for its owner alone: keys and people's names.
Chosen privately(Chosen work) {
    return [work = std::move(work)] {
        ::umask(077);
        return work();
    };
}

void declare_check(CLI::App& app, Folders& folders, CheckJob& job, Chosen& chosen) {
    auto check = app.add_subcommand("check", "what is wrong with the library and the playlists");
    add_content(check, folders);
    check->add_flag("--verbose", job.verbose, "also how each body reads");
    check->callback([&] {
        job.media = folders.media, job.playlists = folders.playlists;
        chosen = [&] { return run_check(job); };
    });
}

struct ShotFlags {
    bool all = false, tour = false;
};

void declare_shots(CLI::App& app, Folders& folders, ShotsJob& job, ShotFlags& flags, Chosen& chosen) {
    auto shots = app.add_subcommand("shots", "every screen as a picture, without a display");
    add_content(shots, folders);
    shots->add_option("--out", job.out, "where the pictures go")->type_name("DIR")->capture_default_str();
    shots->add_option("--size", job.sizes, "one or more sizes")->type_name("WxH")->capture_default_str();
    shots->add_option("--language", job.languages, "one or more languages")
        ->type_name("LANG")
        ->capture_default_str();
    shots->add_option("--only", job.only, "screens whose name contains this")->type_name("TEXT");
    shots->add_option("--text", job.text_percent, "the pages in large text: 150 or 200")
        ->type_name("PERCENT")
        ->check(CLI::IsMember({100, 150, 200}));
    shots->add_flag("--all", flags.all, "all languages at all usual sizes");
    shots->add_flag("--tour", flags.tour,
                    "every screen in Swedish at 1920x1080: what happens without other options");
    shots->callback([&] {
        job.media = folders.media, job.playlists = folders.playlists;
        if (flags.all)
            job.languages = {"sv", "en"}, job.sizes = {"1920x1080", "1080x1920", "3840x2160", "1280x800"};
        chosen = [&] { return run_shots(job); };
    });
}

void declare_library(CLI::App& app, Folders& folders, LibraryJob& job, Chosen& chosen) {
    auto library = app.add_subcommand("library", "what the shared library holds, to use it elsewhere")
                       ->require_subcommand(1);
    auto add = [&](std::string const& verb, std::string const& help) {
        auto command = library->add_subcommand(verb, help);
        add_content(command, folders);
        command->callback([&, verb] {
            job.verb = verb, job.media = folders.media, job.playlists = folders.playlists;
            chosen = [&] { return run_library(job); };
        });
        return command;
    };
    auto list = add("list", "every argument, picture, page, place, workshop and partner");
    list->add_option("--kind", job.kind, "only these")
        ->check(CLI::IsMember({"argument", "picture", "page", "place", "workshop", "partner"}));
    list->add_option("--tag", job.tag, "only what has this tag")->type_name("TAG");
    auto search = add("search", "what holds all of these words, the best first");
    search->add_option("words", job.words, "words, or parts of them")->required();
    for (auto command : {list, search})
        command->add_option("--language", job.language, "of the titles")->type_name("LANG");
    add("show", "everything about one of them, and where it is used")
        ->add_option("id", job.words)
        ->required();
    add("uses", "where it is used")->add_option("id", job.words)->required();
    auto take = add("export", "texts, pictures and a catalogue to print");
    take->add_option("id", job.words, "arguments, pictures and pages; none: everything");
    take->add_option("--out", job.out, "a folder")->type_name("DIR")->required();
    take->add_flag("--expired", job.expired, "also what has expired");
}

void declare_import(CLI::App& app, Folders& folders, ImportJob& job, Chosen& chosen) {
    auto import = app.add_subcommand("import", "an exhibitor's folder, stick or ZIP becomes a playlist");
    import->add_option("source", job.source, "a folder or a ZIP")->type_name("DIR|ZIP")->required();
    import->add_option("--name", job.name, "of the playlist")->type_name("NAME");
    import->add_flag("--dry-run", job.dry_run, "only says what would become of each file");
    import->add_flag("--yes", job.yes, "does not ask");
    add_content(import, folders);
    add_data(import, folders);
    import->callback([&] {
        job.media = folders.media, job.playlists = folders.playlists, job.data = folders.data;
    job.asks = ::isatty(STDIN_FILENO) == 1;
    chosen = [&] { return run_import(job); };
});
}

void declare_status(CLI::App& app, Folders& folders, Chosen& chosen) {
    auto status = app.add_subcommand("status", "how the kiosk on this machine is doing");
    add_data(status, folders);
    status->callback([&] { chosen = [&] { return run_status(folders.data); }; });
}

void declare_plays(CLI::App& app, Folders& folders, PlaysJob& job, Chosen& chosen) {
    auto plays = app.add_subcommand("plays", "proof of play by exhibitor, as CSV");
    add_data(plays, folders);
    plays->add_option("--from", job.from, "the first day, such as 2027-03-01")->type_name("DAY");
    plays->add_option("--to", job.to, "the first day after it")->type_name("DAY");
    plays->add_flag("--rows", job.rows, "each play instead of the sums");
    plays->callback([&] {
        job.data_dir = folders.data;
        chosen = [&] { return run_plays(job); };
    });
}

void declare_pin(CLI::App& app, Folders& folders, Chosen& chosen) {
    auto pin = app.add_subcommand("pin", "set the staff's PIN, read from standard input");
    add_data(pin, folders);
    auto reset = pin->add_subcommand("reset", "forget the PIN and the wrong tries");
    add_data(reset, folders);
    pin->callback([&, reset] {
        bool const forget = reset->parsed();
        chosen = privately(
            [&folders, forget] { return forget ? run_pin_reset(folders.data) : run_pin_set(folders.data); });
    });
}

void declare_key(CLI::App& app, Folders& folders, std::filesystem::path& key_out, Chosen& chosen) {
    auto key = app.add_subcommand("key", "the organiser's keys")->require_subcommand(1);
    auto fresh = key->add_subcommand("new", "make the pair that seals and opens sign-ups");
    add_data(fresh, folders);
    fresh->add_option("--out", key_out, "where the private key goes")
        ->type_name("FILE")
        ->capture_default_str();
    fresh->callback([&] { chosen = privately([&] { return run_key_new(folders.data, key_out); }); });
}

void declare_signups(CLI::App& app, Folders& folders, SignupsJob& job, Chosen& chosen) {
    auto signups =
        app.add_subcommand("signups", "read the sign-ups with the private key")->require_subcommand(1);
    for (char const* verb : {"list", "export"}) {
        bool list = std::string_view(verb) == "list";
        auto command = signups->add_subcommand(verb, list ? "as a table" : "as CSV or JSON");
        add_data(command, folders);
        command->add_option("--key", job.key_file, "the organiser's private key")
            ->type_name("FILE")
            ->required();
        if (!list) {
            command->add_option("--format", job.format, "csv or json")->check(CLI::IsMember({"csv", "json"}));
            command->add_option("--out", job.out, "a new file; - for the screen")->type_name("FILE");
        }
        command->callback([&folders, &job, &chosen, verb] {
            job.verb = verb;
            job.data_dir = folders.data;
            chosen = privately([&job] { return run_signups(job); });
        });
    }
}
}

int main(int argc, char** argv) {
    Folders folders;
    std::filesystem::path key_out = "organiser.key";
    auto const today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    CheckJob check{.today = today};
    ImportJob import;
    LibraryJob library{.today = today};
    ShotsJob shots;
    SignupsJob signups;
    PlaysJob plays;
    ShotFlags flags;
    Chosen chosen;
    CLI::App app{"Tools for Dalakiosk at a shell.", "dalactl"};
    app.set_version_flag("--version", "dalactl " DALA_VERSION);
    app.require_subcommand(1);
    declare_check(app, folders, check, chosen);
    declare_import(app, folders, import, chosen);
    declare_library(app, folders, library, chosen);
    declare_shots(app, folders, shots, flags, chosen);
    declare_status(app, folders, chosen);
    declare_plays(app, folders, plays, chosen);
    declare_pin(app, folders, chosen);
    declare_key(app, folders, key_out, chosen);
    declare_signups(app, folders, signups, chosen);
    try {
        app.parse(argc, argv);
    } catch (CLI::Success const& asked) {
        return app.exit(asked);
    } catch (CLI::ParseError const& wrong) {
        std::cerr << "dalactl: " << wrong.what() << "; see dalactl --help\n";
        return 2;
    }
    if (!prepare_secrets()) {
        std::cerr << "dalactl: the system gives no random numbers\n";
        return 1;
    }
    return chosen();
}
