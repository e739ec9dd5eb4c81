#pragma once
// Many screens small on one picture, to judge them beside each other.

#include "base/bitmap.h"
#include "base/result.h"

#include <filesystem>
#include <vector>

namespace kiosk {

class ContactSheet {
public:
    /// Row by row, in the order in which they are added. All frames have one size.
    void add(Bitmap const& frame);
    /// Fails as write_png does; an empty sheet writes nothing.
    Status write(std::filesystem::path const& file) const;

private:
    std::vector<Bitmap> m_thumbnails;
};

}
