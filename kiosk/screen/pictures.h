#pragma once
// Decoded pictures, ready to be copied to the screen, within a limit of bytes. UI thread only.
// What the scene shows is never dropped, even if that alone is more than the limit.

#include "base/bitmap.h"
#include "view/scene.h"

#include <cstdint>
#include <map>

namespace kiosk {

class PictureStore {
public:
    explicit PictureStore(std::size_t limit_bytes) : m_limit(limit_bytes) {}

    /// Replaces a picture of the same key and forgets that the key failed.
    void put(PictureKey const&, Bitmap);
    /// Nothing will come for this key: its place keeps its colour.
    void fail(PictureKey const&);

    /// Borrowed until the next put or keep; null if not there.
    Bitmap const* find(PictureKey const&) const;
    /// The same of an earlier state of the file, while the new one is not there yet.
    Bitmap const* find_or_older(PictureKey const&) const;
    bool failed(PictureKey const&) const;
    /// Differs from every other answer whenever the picture of this key differs; 0 if not there.
    std::uint64_t edition(PictureKey const&) const;

    /// Says what the scene uses now or next. Others are dropped, longest unused first, until the limit holds.
    void keep(std::vector<PictureKey> const&);
    /// What failed may come after all.
    void forget_failures();

    std::size_t bytes() const { return m_bytes; }

private:
    struct Entry {
        Bitmap pixels;  ///< Empty: failed.
        std::uint64_t edition = 0;
        std::uint64_t used = 0;  ///< Turn of keep() or put() at which it was last wanted.
        bool kept = false;
    };
    struct Less {
        bool operator()(PictureKey const&, PictureKey const&) const;
    };
    void shrink();

    std::size_t m_limit;
    std::size_t m_bytes = 0;
    std::uint64_t m_turn = 0;
    std::map<PictureKey, Entry, Less> m_entries;
};

}
