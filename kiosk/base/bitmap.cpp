#include "base/bitmap.h"

#include "base/check.h"

#include <new>

#include <sys/mman.h>

namespace kiosk {

// Screen-sized pictures come and go all day. Mapped memory with huge pages costs a tenth of the page faults
// and goes back to the system when freed, so that memory stays flat.
Bitmap::Bitmap(Size size) : m_size(size) {
    KIOSK_CHECK(size.w > 0 && size.h > 0);
    void* memory = mmap(nullptr, bytes(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc{};
    madvise(memory, bytes(), MADV_HUGEPAGE);
    m_pixels = std::unique_ptr<std::uint32_t[], UnmapPixels>{static_cast<std::uint32_t*>(memory),
                                                             UnmapPixels{bytes()}};
}

void UnmapPixels::operator()(std::uint32_t* pixels) const { munmap(pixels, bytes); }

}
