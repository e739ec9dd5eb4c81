#include "content/last_good.h"

#include "content/library_parts.h"

#include <algorithm>
#include <set>

namespace kiosk {
namespace {

class Rescue {
public:
    Rescue(Catalog const& before, Catalog& fresh)
        : m_before(before), m_fresh(fresh), m_spoilt(fresh.spoilt.begin(), fresh.spoilt.end()) {}

    void run() {
        if (m_spoilt.empty()) return;
        rescue_descriptions();
        rescue_arguments();
        rescue("pages", &Catalog::topics);
        relist_arguments();
        rescue("places", &Catalog::places);
        rescue("workshops", &Catalog::workshops);
        rescue("partners", &Catalog::partners);
        rescue("contacts", &Catalog::contacts);
        rescue("notices", &Catalog::notices);
        rescue_privacy();
        rescue_phrases();
        rescue_map();
        rescue_playlists();
        relink_items();
        put_in_order(m_fresh);
    }

private:
    /// True if the file is spoilt; then staff are told what becomes of it.
    bool comes_back(std::string const& label) {
        if (!m_spoilt.contains(label)) return false;
        m_fresh.problems.push_back(
            {label, label + ": what it said before stays on the screen until it is mended"});
        return true;
    }

    std::string library_file(char const* folder, std::string const& id) const {
        return m_fresh.media_label + "/" + folder + "/" + id + ".toml";
    }

    bool is_spoilt(char const* folder, std::string const& id) const {
        return m_spoilt.contains(library_file(folder, id));
    }

    /// True if any file below `folder` of the library is spoilt.
    bool has_spoilt(std::string const& folder) const {
        std::string const begin = m_fresh.media_label + "/" + folder + "/";
        auto const spoilt = m_spoilt.lower_bound(begin);
        return spoilt != m_spoilt.end() && spoilt->starts_with(begin);
    }

    std::string description_of(Image const& image) const {
        std::string const stem = image.file.stem().string();
        if (!is_exhibitors(image.id)) return library_file("images", stem);
        std::string const playlist = image.id.substr(0, image.id.find('/'));
        return m_fresh.playlists_label + "/" + playlist + "/" + stem + ".toml";
    }

    /// What was said of a picture comes back, not the picture: which file there is now, its folder says.
    void rescue_descriptions() {
        for (auto& [id, image] : m_fresh.images) {
            std::string const description = description_of(image);
            Image const* const was = m_before.image(id);
            bool const back =
                was && (image.page == 0 ? comes_back(description) : m_spoilt.contains(description));
            if (!back) continue;
            Image kept = *was;
            kept.file = image.file, kept.page = image.page, kept.stamp = image.stamp;
            image = std::move(kept);
        }
    }

    void rescue_arguments() {
        for (auto const& [id, argument] : m_before.arguments) {
            if (comes_back(library_file("arguments", id))) m_fresh.arguments.insert_or_assign(id, argument);
        }
    }

    template <class Entry> void rescue(char const* folder, std::vector<Entry> Catalog::*list) {
        for (Entry const& entry : m_before.*list) {
            if (comes_back(library_file(folder, entry.id))) (m_fresh.*list).push_back(entry);
        }
    }

    /// A page leaves out what could not be read: arguments that came back take their places again.
    void relist_arguments() {
        for (Topic const& topic : m_before.topics) {
            auto const now = std::ranges::find(m_fresh.topics, topic.id, &Topic::id);
            if (now == m_fresh.topics.end() || *now == topic) continue;
            for (Section const& section : topic.sections) {
                auto const same = std::ranges::find(now->sections, section.id, &Section::id);
                if (same != now->sections.end()) relist(section.arguments, same->arguments);
            }
        }
    }

    void relist(std::vector<std::string> const& before, std::vector<std::string>& now) const {
        for (std::size_t i = 0; i < before.size(); ++i) {
            bool const came_back = is_spoilt("arguments", before[i]);
            if (came_back && std::ranges::find(now, before[i]) == now.end())
                now.insert(now.begin() + std::ptrdiff_t(std::min(i, now.size())), before[i]);
        }
    }

    void rescue_privacy() {
        if (m_before.privacy && comes_back(m_fresh.media_label + "/privacy.toml"))
            m_fresh.privacy = m_before.privacy;
    }

    /// A file of words may hold any of them: none that was there goes missing.
    void rescue_phrases() {
        for (auto const& [language, phrases] : m_before.phrases) {
            if (!has_spoilt("languages/" + language)) continue;
            m_fresh.phrases[language].insert(phrases.begin(), phrases.end());
        }
    }

    /// Lines and areas do not say which file they are from.
    void rescue_map() {
        if (has_spoilt("map")) m_fresh.map = m_before.map;
    }

    bool leans_on_nothing_gone(Item const& item) const {
        return (item.argument.empty() || m_fresh.argument(item.argument)) &&
               (item.page.empty() || m_fresh.topic(item.page)) &&
               (item.workshop.empty() || m_fresh.workshop(item.workshop)) &&
               (item.image.empty() || m_fresh.image(item.image));
    }

    void rescue_playlists() {
        for (Playlist const& playlist : m_before.playlists) {
            if (!comes_back(m_fresh.playlists_label + "/" + playlist.id + "/playlist.toml")) continue;
            Playlist kept = playlist;
            std::erase_if(kept.items, [&](Item const& item) { return !leans_on_nothing_gone(item); });
            std::erase_if(m_fresh.playlists, [&](Playlist const& p) { return p.id == kept.id; });
            if (!kept.items.empty()) m_fresh.playlists.push_back(std::move(kept));
        }
    }

    /// Lists were read while a page or a workshop was away: what led there leads there again.
    void relink_items() {
        for (Playlist& playlist : m_fresh.playlists) {
            auto const was = std::ranges::find(m_before.playlists, playlist.id, &Playlist::id);
            if (was != m_before.playlists.end()) relink(playlist, *was);
        }
    }

    void relink(Playlist& playlist, Playlist const& was) const {
        for (Item& item : playlist.items) {
            auto const before = std::ranges::find(was.items, item.id, &Item::id);
            if (before == was.items.end()) continue;
            if (item.topic.empty() && is_spoilt("pages", before->topic)) item.topic = before->topic;
            if (item.qr.empty() && is_spoilt("workshops", before->qr)) item.qr = before->qr;
        }
    }

    Catalog const& m_before;
    Catalog& m_fresh;
    std::set<std::string> m_spoilt;
};

}

void keep_last_good(Catalog const& before, Catalog& fresh) { Rescue{before, fresh}.run(); }

}
