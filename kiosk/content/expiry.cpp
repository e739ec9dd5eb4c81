#include "content/expiry.h"

namespace kiosk {

Catalog current(Catalog const& all, std::chrono::sys_days today) {
    auto over = [&](auto const& entry) { return entry.expires && today >= *entry.expires; };
    Catalog now = all;
    std::erase_if(now.arguments, [&](auto const& entry) { return over(entry.second); });
    std::erase_if(now.images, [&](auto const& entry) { return over(entry.second); });
    for (Topic& topic : now.topics) {
        for (Section& section : topic.sections)
            std::erase_if(section.arguments, [&](std::string const& id) { return !now.argument(id); });
        std::erase_if(topic.sections, [&](Section const& section) {
            return section.arguments.empty() && topic.sections.size() > 1;
        });
    }
    for (Playlist& playlist : now.playlists) {
        std::erase_if(playlist.items, [&](Item const& item) {
            bool const lost_argument = !item.argument.empty() && !now.argument(item.argument);
            bool const lost_picture = !item.image.empty() && !now.image(item.image);
            return over(item) || lost_argument || lost_picture;
        });
    }
    return now;
}

}
