#pragma once
// Every screen of the kiosk once, at a fixed hour and with made-up seats: for pictures of them (`dalactl
// shots`) and for the audits. Pure; any thread.

#include "state/model.h"
#include "view/ruler.h"

namespace kiosk {

struct Stop {
    std::string name;  ///< Unique in a tour, fit for a file: "01-attract-lake-cottage", "topic-work".
    Model model;
    Now now;
};

/// 1 March 2027, ten o'clock in Falun.
Now tour_hour();

/// The loop, the pages, every state of a workshop, the question, the way to the staff overlay and the
/// overlay. The seats come from a service that answers; `settings` and `language` are as on a real kiosk.
std::vector<Stop> tour(Catalog const&, Settings const&, Glass const&, Language const&);

/// The pages of the tour in large text, each leafed through to its last sheet: "topic-work-200-2".
std::vector<Stop> large_text_tour(Catalog const&, Settings const&, Glass const&, Language const&,
                                  int text_percent, TextRuler const&);

}
