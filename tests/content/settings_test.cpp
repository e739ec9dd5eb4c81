#include "content/settings.h"
#include "content/temp_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

std::string fault_in(std::string const& text) {
    TempFolder folder;
    folder.write("settings.toml", text);
    Result<Settings> settings = load_settings(folder.path() / "settings.toml");
    return settings ? "" : settings.error().what;
}

}

TEST_CASE("no settings file gives the defaults") {
    TempFolder folder;
    Result<Settings> settings = load_settings(folder.path() / "settings.toml");
    REQUIRE(settings.has_value());
    CHECK(*settings == Settings{});
    folder.write("settings.toml", "");
    settings = load_settings(folder.path() / "settings.toml");
    REQUIRE(settings.has_value());
    CHECK(*settings == Settings{});
}

TEST_CASE("settings come back as they were saved") {
    TempFolder folder;
    Settings const settings{
        "en", {"Mora \"stånd\"", "back\\slash"}, {"gäst"}, "leave", 90, 30, "https://example.org", "http://10.0.0.2",
        true};
    REQUIRE(save_settings(settings, folder.path() / "settings.toml").has_value());
    Result<Settings> loaded = load_settings(folder.path() / "settings.toml");
    REQUIRE_MESSAGE(loaded.has_value(), loaded.error().what);
    CHECK(*loaded == settings);
    REQUIRE(save_settings(Settings{}, folder.path() / "settings.toml").has_value());
    CHECK(*load_settings(folder.path() / "settings.toml") == Settings{});
    CHECK_FALSE(std::filesystem::exists(folder.path() / "settings.toml.new"));
}

TEST_CASE("the old settings survive when writing fails") {
    TempFolder folder;
    std::filesystem::path const file = folder.path() / "settings.toml";
    Settings old;
    old.idle_seconds = 77;
    REQUIRE(save_settings(old, file).has_value());

    // A folder in the way of the new file: it can't be opened, whoever runs the test.
    std::filesystem::create_directories(folder.path() / "settings.toml.new/in-the-way");
    Status saved = save_settings(Settings{}, file);
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error() == Error{Kind::Unreadable, file.string() + ": can't be written (Is a directory); "
                                                                   "the old settings stay"});
    CHECK(*load_settings(file) == old);
}

TEST_CASE("a full disk leaves the old settings") {
    if (!std::filesystem::exists("/dev/full")) return;
    TempFolder folder;
    std::filesystem::path const file = folder.path() / "settings.toml";
    Settings old;
    old.idle_seconds = 77;
    REQUIRE(save_settings(old, file).has_value());
    std::filesystem::create_symlink("/dev/full", folder.path() / "settings.toml.new");
    Status saved = save_settings(Settings{}, file);
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error() ==
          Error{Kind::Unavailable, file.string() + ": can't be written (No space left on device); "
                                                   "the old settings stay"});
    CHECK(*load_settings(file) == old);
}

TEST_CASE("wrong settings are named") {
    CHECK(fault_in("idle_seconds = 5") ==
          "settings.toml:1:16: key \"idle_seconds\": expected a whole number from 20 to 600, got 5");
    CHECK(fault_in("idle_secs = 30") ==
          "settings.toml:1:1: unknown key \"idle_secs\"; did you mean \"idle_seconds\"?");
    CHECK(fault_in("still_there_seconds = 10") ==
          "settings.toml:1:23: key \"still_there_seconds\": expected a whole number from 20 to 600, got 10");
    CHECK(fault_in("language = \"\"") == "settings.toml:1:12: key \"language\": is empty; expected text");
    CHECK(fault_in("playlists_off = \"mora\"") ==
          "settings.toml:1:17: key \"playlists_off\": expected a list of texts, got \"mora\"");
    CHECK(fault_in("[signup]\nservice = \"signup.local\"") ==
          "settings.toml:2:11: key \"service\": expected an address such as \"https://www.example.org\", "
          "got \"signup.local\"");
    CHECK(fault_in("[contact]\npublik = true") ==
          "settings.toml:2:1: unknown key \"publik\"; did you mean \"public\"?");
    CHECK(fault_in("signup = 5") == "settings.toml:1:10: key \"signup\": expected a table, got 5");
    CHECK(fault_in("language = sv").starts_with("settings.toml:1:12: is not TOML: "));
}
