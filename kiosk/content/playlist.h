#pragma once
// An exhibitor's part of the loop, as plain values.

#include "base/localized.h"
#include "base/time.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kiosk {

/// Days and times at which an item may play. Times are local, `to` is exclusive and may lie past midnight.
struct Window {
    std::vector<int> days;                            ///< ISO, Monday 1; empty: every day.
    std::optional<std::chrono::minutes> from, to;     ///< Since midnight.
    std::optional<std::chrono::sys_days> start, end;  ///< Dates; `end` is exclusive.
    bool operator==(Window const&) const = default;
};

enum class Fit { Cover, Contain };
enum class Transition { Crossfade, Cut, Slide };
enum class Motion { None, KenBurns };
enum class TextTemplate { Headline, Quote, Figure, List, Question };
enum class Ground { Falu, Spruce, Siljan, Birch };

/// One slide of a playlist: exactly one of image, text, argument, page, workshop is set
/// (a page of a document is an image).
struct Item {
    std::string id;     ///< "PLAYLIST/NUMBER", unique; the number counts items that were left out.
    std::string image;  ///< Image id.
    LocalizedText text;  ///< Set largest: what is said, a number, the head of a list, a question.
    std::string argument, page, workshop;

    LocalizedText kicker, headline;  ///< Set over an image.
    TextTemplate text_template = TextTemplate::Headline;
    std::string by;                     ///< Quote: who said it.
    LocalizedText unit;                 ///< Figure: what the number counts …
    std::string year, source;           ///< … when, and who says so; the year may be empty.
    std::vector<LocalizedText> points;  ///< List: two to six.
    LocalizedText answer;               ///< Question: told half-way through; may be empty.
    Ground ground = Ground::Falu;

    Millis duration{10'000};
    Fit fit = Fit::Cover;
    Transition transition = Transition::Crossfade;
    Motion motion = Motion::None;
    std::string topic;  ///< Where a touch leads (an argument or page leads to its own); empty: home.
    std::string fact;   ///< Rows of the register of facts that its words rest on.
    std::string qr;     ///< Workshop whose code stands in the corner.
    bool enabled = true;
    std::vector<Window> windows;                   ///< Empty: always.
    std::optional<std::chrono::sys_days> expires;  ///< The first day without it.
    int max_per_hour = 0;                          ///< 0: as often as its turn comes.
    bool operator==(Item const&) const = default;
};

/// When a playlist has its turn, unless staff choose: always, only while no other has anything to play,
/// never.
enum class PlaylistMode { Always, Fallback, Never };
enum class PlaylistOrder { Listed, Shuffled };

struct Playlist {
    std::string id;  ///< Its folder's name.
    LocalizedText title;
    std::string exhibitor;
    std::string logo;  ///< Image id or empty.
    double share = 1;  ///< Of the loop, relative to the others.
    PlaylistMode mode = PlaylistMode::Always;
    PlaylistOrder order = PlaylistOrder::Listed;
    std::vector<Item> items;
    bool operator==(Playlist const&) const = default;
};

}
