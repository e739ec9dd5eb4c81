// dalactl: for editors, staff and organisers at a shell.

#include "base/folders.h"
#include "dalactl/key.h"
#include "dalactl/signups.h"
#include "signup/random.h"

#include <iostream>

#include <CLI/CLI.hpp>
#include <sys/stat.h>

namespace {

using namespace kiosk;

/// What the chosen subcommand does; set while the command line is read.
using Action = std::function<int()>;

void declare_key(CLI::App& app, std::filesystem::path& data, std::filesystem::path& key_out, Action& chosen) {
    auto key = app.add_subcommand("key", "the organiser's keys")->require_subcommand(1);
    auto fresh = key->add_subcommand("new", "make the pair that seals and opens sign-ups");
    fresh->add_option("--data", data, "the kiosk's data folder")->type_name("DIR")->capture_default_str();
    fresh->add_option("--out", key_out, "where the private key goes")->type_name("FILE")->capture_default_str();
    fresh->callback([&] { chosen = [&] { return run_key_new(data, key_out); }; });
}

void declare_signups(CLI::App& app, std::filesystem::path& data, SignupsJob& job, Action& chosen) {
    auto signups = app.add_subcommand("signups", "read the sign-ups with the private key")->require_subcommand(1);
    for (char const* verb : {"list", "export"}) {
        bool list = std::string_view(verb) == "list";
        auto command = signups->add_subcommand(verb, list ? "as a table" : "as CSV or JSON");
        command->add_option("--data", data, "the kiosk's data folder")->type_name("DIR")->capture_default_str();
        command->add_option("--key", job.key_file, "the organiser's private key")->type_name("FILE")->required();
        if (!list) {
            command->add_option("--format", job.format, "csv or json")->check(CLI::IsMember({"csv", "json"}));
            command->add_option("--out", job.out, "a new file; - for the screen")->type_name("FILE");
        }
        command->callback([&data, &job, &chosen, verb] {
            job.verb = verb;
            job.data_dir = data;
            chosen = [&job] { return run_signups(job); };
        });
    }
}

}

int main(int argc, char** argv) {
    ::umask(077);
    std::filesystem::path data = default_data_folder(), key_out = "organiser.key";
    SignupsJob job;
    Action chosen;
    CLI::App app{"Tools for Dalakiosk at a shell.", "dalactl"};
    app.set_version_flag("--version", "dalactl " DALA_VERSION);
    app.require_subcommand(1);
    declare_key(app, data, key_out, chosen);
    declare_signups(app, data, job, chosen);
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
