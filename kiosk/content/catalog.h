#pragma once
// What the library and the playlists say, as plain values. Made by content/library.h, replaced
// whole on reload, never changed in place. Ids are file names without their ending.

#include "content/assets.h"
#include "content/playlist.h"
#include "content/privacy.h"

#include <map>

namespace kiosk {

/// Something that was left out, and why: one line that names the file, the fault and the remedy.
struct Problem {
    std::string file;
    std::string what;
    bool operator==(Problem const&) const = default;
};

/// Everything that people wrote. Whatever does not parse is missing here and named in `problems`.
struct Catalog {
    LocalizedText name;
    std::string media_label = "media";  ///< The folder's own name, by which messages call it.
    std::string playlists_label = "playlists";
    std::string licence;              ///< Of everything that names no other.
    std::vector<Language> languages;  ///< In the order offered; the first is the default.
    std::map<Language, std::map<std::string, std::string, std::less<>>> phrases;  ///< "bar.back" → "Tillbaka"

    std::map<std::string, Image, std::less<>> images;
    std::map<std::string, Argument, std::less<>> arguments;
    std::vector<Topic> topics;  ///< By order.
    std::vector<Place> places;  ///< By name.
    std::vector<MapFeature> map;
    std::vector<Workshop> workshops;  ///< By start.
    std::vector<Partner> partners;
    std::vector<Contact> contacts;
    std::vector<Notice> notices;      ///< By order.
    std::optional<Privacy> privacy;   ///< Absent: nobody can sign up.
    std::vector<Playlist> playlists;  ///< By folder name.
    std::vector<Problem> problems;
    std::vector<std::string> spoilt;  ///< Files of which something was left out, by the names in `problems`.
    int unread_files = 0;             ///< Left out only because nobody was there to count their pages.
    bool operator==(Catalog const&) const = default;

    Topic const* topic(std::string_view id) const;
    Place const* place(std::string_view id) const;
    Workshop const* workshop(std::string_view id) const;
    Partner const* partner(std::string_view id) const;
    Notice const* notice(std::string_view id) const;
    Argument const* argument(std::string_view id) const;
    Image const* image(std::string_view id) const;
    /// The item with that id in any playlist.
    Item const* item(std::string_view id) const;
    /// The playlist that holds that item.
    Playlist const* playlist_of(std::string_view item) const;

    /// The product's own words, e.g. phrase("sv", "bar.back"). Falls back to the first language;
    /// a key that no language knows gives "".
    std::string const& phrase(std::string_view language, std::string_view key) const;
};

}
