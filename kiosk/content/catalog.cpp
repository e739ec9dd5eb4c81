#include "content/catalog.h"

#include <algorithm>

namespace kiosk {
namespace {

template <class List> auto by_id(List const& list, std::string_view id) -> decltype(list.data()) {
    auto it = std::ranges::find(list, id, [](auto const& entry) -> std::string_view { return entry.id; });
    return it == list.end() ? nullptr : &*it;
}

template <class Map> auto in_map(Map const& map, std::string_view id) {
    auto it = map.find(id);
    return it == map.end() ? nullptr : &it->second;
}

}

std::vector<std::string> Topic::arguments() const {
    std::vector<std::string> all;
    for (Section const& section : sections)
        all.insert(all.end(), section.arguments.begin(), section.arguments.end());
    return all;
}

Topic const* Catalog::topic(std::string_view id) const { return by_id(topics, id); }
Place const* Catalog::place(std::string_view id) const { return by_id(places, id); }
Workshop const* Catalog::workshop(std::string_view id) const { return by_id(workshops, id); }
Notice const* Catalog::notice(std::string_view id) const { return by_id(notices, id); }
Partner const* Catalog::partner(std::string_view id) const { return by_id(partners, id); }
Argument const* Catalog::argument(std::string_view id) const { return in_map(arguments, id); }
Image const* Catalog::image(std::string_view id) const { return in_map(images, id); }

Playlist const* Catalog::playlist_of(std::string_view item) const {
    return by_id(playlists, item.substr(0, item.rfind('/')));
}

Item const* Catalog::item(std::string_view id) const {
    Playlist const* playlist = playlist_of(id);
    return playlist ? by_id(playlist->items, id) : nullptr;
}

std::string const& Catalog::phrase(std::string_view language, std::string_view key) const {
    static std::string const none;
    auto look = [&](Language const& in) -> std::string const* {
        auto texts = phrases.find(in);
        return texts == phrases.end() ? nullptr : in_map(texts->second, key);
    };
    if (std::string const* found = look(Language(language))) return *found;
    for (Language const& other : languages) {
        if (std::string const* found = look(other)) return *found;
    }
    return none;
}

}
