#include "dalactl/contact_sheet.h"

#include "decode/resize.h"
#include "screen/shot.h"

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

constexpr int thumbnail_area = 480 * 270, gap = 12;
constexpr std::uint32_t ground = 0xFF2A2826;

Bitmap copy_of(Bitmap const& frame) {
    Bitmap copy(frame.size());
    std::copy_n(frame.row(0), frame.bytes() / 4, copy.row(0));
    return copy;
}

Size thumbnail_size(Size frame) {
    double const scale = std::sqrt(double(thumbnail_area) / (double(frame.w) * frame.h));
    return {int(std::lround(frame.w * scale)), int(std::lround(frame.h * scale))};
}

}

void ContactSheet::add(Bitmap const& frame) {
    Framing const whole{.box = thumbnail_size(frame.size())};
    m_thumbnails.push_back(resize(copy_of(frame), excerpt(frame.size().w, frame.size().h, whole)));
}

Status ContactSheet::write(std::filesystem::path const& file) const {
    if (m_thumbnails.empty()) return {};
    Size const cell = m_thumbnails.front().size();
    int const count = int(m_thumbnails.size());
    // About as wide as high.
    double const across = std::sqrt(double(count) * (cell.h + gap) / (cell.w + gap));
    int const columns = std::clamp(int(std::lround(across)), 1, count),
              rows = (count + columns - 1) / columns;
    Bitmap sheet({gap + columns * (cell.w + gap), gap + rows * (cell.h + gap)});
    std::fill_n(sheet.row(0), sheet.bytes() / 4, ground);
    for (int i = 0; i < count; ++i) {
        int const x = gap + i % columns * (cell.w + gap), y = gap + i / columns * (cell.h + gap);
        Bitmap const& thumbnail = m_thumbnails[std::size_t(i)];
        for (int line = 0; line < cell.h; ++line)
            std::copy_n(thumbnail.row(line), cell.w, sheet.row(y + line) + x);
    }
    return write_png(sheet, file);
}

}
