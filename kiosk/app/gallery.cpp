#include "app/gallery.h"

#include "base/log.h"

#include <algorithm>

namespace kiosk {

void Gallery::want(Scene const& scene) {
    std::vector<PictureKey> keys = pictures(scene);
    m_store.keep(keys);
    m_of_slides.clear();
    for (Layer const& slide : scene.upcoming) {
        for (PictureKey& key : vital_pictures(slide)) m_of_slides.push_back(std::move(key));
    }
    // Later items follow the first upcoming one, so what must be there comes before what may.
    std::size_t later = 0;
    for (std::size_t i = 1; i < scene.upcoming.size(); ++i) later += pictures(scene.upcoming[i]).size();
    std::size_t const shown = pictures(scene.current).size();
    std::size_t const needed = std::max(shown, keys.size() - std::min(later, keys.size()));
    keys.insert(keys.end(), scene.prefetch.begin(), scene.prefetch.end());
    for (std::size_t i = 0; i < keys.size() && m_asked.size() < at_once; ++i) {
        if (m_store.find(keys[i]) || m_store.failed(keys[i]) || is_asked(keys[i])) continue;
        if (i < needed || has_room(keys[i])) ask(keys[i], i < shown);
    }
}

void Gallery::receive(DecodedPicture picture) {
    auto asked = m_asked.find(picture.ticket);
    if (asked == m_asked.end()) return;
    PictureKey const key = asked->second;
    m_asked.erase(asked);
    if (picture.bitmap) return m_store.put(key, *std::move(picture.bitmap));
    // A slide that must do without it is named with it when its turn comes.
    if (std::ranges::find(m_of_slides, key) == m_of_slides.end()) log_warning(picture.bitmap.error().what);
    m_store.fail(key);
    m_faults.emplace_back(key, picture.bitmap.error().what);
}

void Gallery::forget_failures() {
    m_faults.clear();
    m_store.forget_failures();
}

bool Gallery::has_all(Layer const& layer) const {
    return std::ranges::all_of(
               pictures(layer),
               [&](PictureKey const& key) { return m_store.find(key) || m_store.failed(key); }) &&
           fault(layer).empty();
}

std::string Gallery::fault(Layer const& layer) const {
    std::vector<PictureKey> const keys = vital_pictures(layer);
    for (auto const& [key, why] : m_faults) {
        if (std::ranges::find(keys, key) != keys.end()) return why;
    }
    return "";
}

bool Gallery::is_asked(PictureKey const& key) const {
    return std::ranges::any_of(m_asked, [&](auto const& entry) { return entry.second == key; });
}

/// Asking for more than can be kept would decode the same pictures again and again.
bool Gallery::has_room(PictureKey const& key) const {
    std::size_t bytes = m_store.bytes() + std::size_t(key.box.w) * std::size_t(key.box.h) * 4;
    for (auto const& [ticket, asked] : m_asked)
        bytes += std::size_t(asked.box.w) * std::size_t(asked.box.h) * 4;
    return bytes <= m_limit;
}

void Gallery::ask(PictureKey const& key, bool urgent) {
    PictureJob job;
    job.ticket = ++m_ticket;
    job.file = key.file;
    job.box = key.box;
    job.fit = key.fit == Fit::Cover ? PictureJob::Fit::Cover : PictureJob::Fit::Contain;
    job.focus_x = key.focus.x;
    job.focus_y = key.focus.y;
    job.page = key.page;
    job.urgent = urgent;
    m_asked.emplace(job.ticket, key);
    m_decoder.request(std::move(job));
}

}
