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
        rescue("images", m_before.images, m_fresh.images);
        rescue("arguments", m_before.arguments, m_fresh.arguments);
        rescue("pages", &Catalog::topics);
        relist_arguments();
        rescue("places", &Catalog::places);
        rescue("workshops", &Catalog::workshops);
        rescue("partners", &Catalog::partners);
        rescue("contacts", &Catalog::contacts);
        rescue("notices", &Catalog::notices);
        rescue_phrases();
        rescue_playlists();
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

    template <class Entry> void rescue(char const* folder,
                                       std::map<std::string, Entry, std::less<>> const& before,
                                       std::map<std::string, Entry, std::less<>>& fresh) {
        for (auto const& [id, entry] : before) {
            if (comes_back(library_file(folder, id))) fresh.insert_or_assign(id, entry);
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
            bool const came_back = m_spoilt.contains(library_file("arguments", before[i]));
            if (came_back && std::ranges::find(now, before[i]) == now.end())
                now.insert(now.begin() + std::ptrdiff_t(std::min(i, now.size())), before[i]);
        }
    }

    /// A file of words may hold any of them: none that was there goes missing.
    void rescue_phrases() {
        for (auto const& [language, phrases] : m_before.phrases) {
            std::string const folder = m_fresh.media_label + "/languages/" + language + "/";
            auto const spoilt = m_spoilt.lower_bound(folder);
            if (spoilt == m_spoilt.end() || !spoilt->starts_with(folder)) continue;
            m_fresh.phrases[language].insert(phrases.begin(), phrases.end());
        }
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
            std::string const own = playlist.id + "/";
            for (auto image = m_before.images.lower_bound(own);
                 image != m_before.images.end() && image->first.starts_with(own); ++image) {
                m_fresh.images.insert(*image);
            }
            Playlist kept = playlist;
            std::erase_if(kept.items, [&](Item const& item) { return !leans_on_nothing_gone(item); });
            std::erase_if(m_fresh.playlists, [&](Playlist const& p) { return p.id == kept.id; });
            if (!kept.items.empty()) m_fresh.playlists.push_back(std::move(kept));
        }
    }

    Catalog const& m_before;
    Catalog& m_fresh;
    std::set<std::string> m_spoilt;
};

}

void keep_last_good(Catalog const& before, Catalog& fresh) { Rescue{before, fresh}.run(); }

}
