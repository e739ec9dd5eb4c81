#include "screen/pictures.h"

#include <tuple>

namespace kiosk {

bool PictureStore::Less::operator()(PictureKey const& a, PictureKey const& b) const {
    auto parts = [](PictureKey const& key) {
        return std::tie(key.file.native(), key.box.w, key.box.h, key.fit, key.focus.x, key.focus.y, key.page,
                        key.stamp);
    };
    return parts(a) < parts(b);
}

void PictureStore::put(PictureKey const& key, Bitmap pixels) {
    Entry& entry = m_entries[key];
    m_bytes -= entry.pixels.bytes();
    m_bytes += pixels.bytes();
    entry.pixels = std::move(pixels);
    entry.edition = entry.used = ++m_turn;
    shrink();
}

void PictureStore::fail(PictureKey const& key) { put(key, Bitmap{}); }

void PictureStore::forget_failures() {
    std::erase_if(m_entries, [](auto const& entry) { return entry.second.pixels.empty(); });
}

Bitmap const* PictureStore::find(PictureKey const& key) const {
    auto entry = m_entries.find(key);
    return entry == m_entries.end() || entry->second.pixels.empty() ? nullptr : &entry->second.pixels;
}

Bitmap const* PictureStore::find_or_older(PictureKey const& key) const {
    if (Bitmap const* pixels = find(key)) return pixels;
    if (failed(key)) return nullptr;
    PictureKey other = key;
    other.stamp = 0;  // States of a file stand side by side.
    for (auto entry = m_entries.lower_bound(other); entry != m_entries.end(); ++entry) {
        other.stamp = entry->first.stamp;
        if (!(entry->first == other)) break;
        if (!entry->second.pixels.empty()) return &entry->second.pixels;
    }
    return nullptr;
}

bool PictureStore::failed(PictureKey const& key) const {
    auto entry = m_entries.find(key);
    return entry != m_entries.end() && entry->second.pixels.empty();
}

std::uint64_t PictureStore::edition(PictureKey const& key) const {
    auto entry = m_entries.find(key);
    return entry == m_entries.end() || entry->second.pixels.empty() ? 0 : entry->second.edition;
}

void PictureStore::keep(std::vector<PictureKey> const& keys) {
    ++m_turn;
    for (auto& [key, entry] : m_entries) entry.kept = false;
    for (PictureKey const& key : keys)
        if (auto entry = m_entries.find(key); entry != m_entries.end()) {
            entry->second.kept = true;
            entry->second.used = m_turn;
        }
    shrink();
}

// A newly put picture was asked for, so it is the last to go among those that are not kept.
void PictureStore::shrink() {
    while (m_bytes > m_limit) {
        auto oldest = m_entries.end();
        for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry)
            if (!entry->second.kept && !entry->second.pixels.empty() && entry->second.used < m_turn &&
                (oldest == m_entries.end() || entry->second.used < oldest->second.used))
                oldest = entry;
        if (oldest == m_entries.end()) return;
        m_bytes -= oldest->second.pixels.bytes();
        m_entries.erase(oldest);
    }
}

}
