#include "state/schedule.h"

#include "content/window.h"

#include <algorithm>

namespace kiosk {
namespace {

using Turn = Schedule::Turn;

constexpr std::chrono::hours hour{1};

bool may_play(Model const& model, Item const& item, Now const& now) {
    return item.enabled && !model.show.skipped.contains(item.id) && is_open(item, now);
}

/// Mixes one number into another (SplitMix64, Steele, Lea and Flood 2014).
std::uint64_t mixed(std::uint64_t seed, std::uint64_t more) {
    std::uint64_t z = seed + more + 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

int plays_within_an_hour(Schedule const& schedule, std::string const& item, Now const& now) {
    return int(std::ranges::count_if(schedule.lately, [&](Schedule::Play const& play) {
        return play.item == item && play.at > now.steady - hour;
    }));
}

/// What of one playlist can be chosen.
class Choice {
public:
    Choice(Model const& model, Schedule const& schedule, Turnout const& turnout)
        : m_playlist(model.catalog.playlists[turnout.playlist]),
          m_items(turnout.items),
          m_schedule(schedule) {
        auto turn = schedule.turns.find(m_playlist.id);
        if (turn != schedule.turns.end()) m_turn = &turn->second;
    }

    /// Without the playlist's turn spoilt by anything: the next item for which `fits` holds, or null.
    template <class Fits> Item const* next(Fits const& fits) const {
        return m_playlist.order == PlaylistOrder::Listed ? next_listed(fits) : next_shuffled(fits);
    }

    double stamp() const { return std::max(m_turn ? m_turn->stamp : 0, m_schedule.clock); }
    Playlist const& playlist() const { return m_playlist; }

private:
    Item const& item(std::size_t number) const { return m_playlist.items[number]; }

    template <class Fits> Item const* next_listed(Fits const& fits) const {
        auto const played = [&](std::size_t number) { return m_turn && item(number).id == m_turn->last; };
        auto const start = std::ranges::find_if(m_items, played);
        std::size_t const from = start == m_items.end() ? 0 : std::size_t(start - m_items.begin()) + 1;
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            Item const& candidate = item(m_items[(from + i) % m_items.size()]);
            if (fits(candidate)) return &candidate;
        }
        return nullptr;
    }

    /// The one that lies on top of the shuffled pack. A new pack begins with another item than the last one
    /// ended.
    template <class Fits> Item const* next_shuffled(Fits const& fits) const {
        std::uint64_t const round = m_turn ? m_turn->rounds : 0;
        auto fresh = [&](Item const& item) {
            return fits(item) && !(m_turn && m_turn->round.contains(item.id));
        };
        if (Item const* item = top(round, fresh)) return item;
        auto other = [&](Item const& item) { return fits(item) && item.id != m_turn->last; };
        if (Item const* item = top(round + 1, other)) return item;
        return top(round + 1, fits);
    }

    template <class Fits> Item const* top(std::uint64_t round, Fits const& fits) const {
        Item const* best = nullptr;
        std::uint64_t least = 0;
        for (std::size_t number : m_items) {
            if (!fits(item(number))) continue;
            std::uint64_t const name = std::hash<std::string>{}(item(number).id);
            std::uint64_t const place = mixed(mixed(m_schedule.seed, round), name);
            if (!best || place < least) best = &item(number), least = place;
        }
        return best;
    }

    Playlist const& m_playlist;
    std::vector<std::size_t> const& m_items;
    Schedule const& m_schedule;
    Turn const* m_turn = nullptr;
};

/// The next item of the playlist whose turn it is, among those with that mode.
template <class Fits>
Item const* next_of(Model const& model, Schedule const& schedule, bool fallback, Fits const& fits) {
    Item const* best = nullptr;
    double least = 0;
    for (Turnout const& turnout : model.show.turnout) {
        Choice const choice(model, schedule, turnout);
        if ((choice.playlist().mode == PlaylistMode::Fallback) != fallback) continue;
        if (best && choice.stamp() >= least) continue;
        if (Item const* item = choice.next(fits)) best = item, least = choice.stamp();
    }
    return best;
}

}

std::vector<Turnout> turnout(Model const& model, Now const& now) {
    std::vector<Turnout> all;
    for (std::size_t number = 0; number < model.catalog.playlists.size(); ++number) {
        Playlist const& playlist = model.catalog.playlists[number];
        if (!is_on(playlist, model.settings)) continue;
        Turnout turnout{number, {}};
        for (std::size_t i = 0; i < playlist.items.size(); ++i) {
            if (may_play(model, playlist.items[i], now)) turnout.items.push_back(i);
        }
        if (!turnout.items.empty()) all.push_back(std::move(turnout));
    }
    return all;
}

std::string choose(Model const& model, Schedule const& schedule, std::string const& current, Now const& now) {
    auto free = [&](Item const& item) {
        return item.max_per_hour == 0 || plays_within_an_hour(schedule, item.id, now) < item.max_per_hour;
    };
    auto other = [&](Item const& item) { return item.id != current; };
    auto other_and_free = [&](Item const& item) { return other(item) && free(item); };
    auto any = [](Item const&) { return true; };
    for (bool const fallback : {false, true}) {
        if (Item const* item = next_of(model, schedule, fallback, other_and_free)) return item->id;
        if (Item const* item = next_of(model, schedule, fallback, free)) return item->id;
    }
    // Everything has played as often as it may: rather too often than nothing at all.
    for (bool const fallback : {false, true}) {
        if (Item const* item = next_of(model, schedule, fallback, other)) return item->id;
        if (Item const* item = next_of(model, schedule, fallback, any)) return item->id;
    }
    return "";
}

void note(Schedule& schedule, Model const& model, std::string const& id, Now const& now) {
    Item const* item = model.catalog.item(id);
    Playlist const* playlist = model.catalog.playlist_of(id);
    if (!item || !playlist) return;
    Turn& turn = schedule.turns[playlist->id];
    schedule.clock = std::max(turn.stamp, schedule.clock);
    turn.stamp = schedule.clock + double(item->duration.count()) / 1000 / playlist->share;
    turn.last = id;
    if (turn.round.contains(id)) turn.round.clear(), ++turn.rounds;
    turn.round.insert(id);
    std::erase_if(schedule.lately, [&](Schedule::Play const& play) { return play.at <= now.steady - hour; });
    if (item->max_per_hour > 0) schedule.lately.push_back({id, now.steady});
}

}
