#include "screen/plain_text.h"

#include "base/color.h"
#include "base/handle.h"
#include "base/log.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <algorithm>

namespace kiosk {

namespace {

namespace fs = std::filesystem;

using Font = std::unique_ptr<TTF_Font, FreeWith<TTF_CloseFont>>;
using Surface = std::unique_ptr<SDL_Surface, FreeWith<SDL_FreeSurface>>;

constexpr Color birch = Color::rgb(0xFBF7F0), falu = Color::rgb(0x8B1A1A), ink = Color::rgb(0x1C1B1A);

struct TtfSession {
    bool const ready = TTF_Init() == 0;
    ~TtfSession() {
        if (ready) TTF_Quit();
    }
};

constexpr char const* good_files[] = {
    "opentype/inter/Inter-SemiBold.otf",
    "truetype/noto/NotoSans-Regular.ttf",
    "truetype/dejavu/DejaVuSans.ttf",
};

fs::path any_font(fs::path const& root) {
    auto opens = [](fs::path const& file) { return Font{TTF_OpenFont(file.c_str(), 20)} != nullptr; };
    for (char const* file : good_files)
        if (opens(root / file)) return root / file;
    std::error_code bad;
    fs::recursive_directory_iterator entry{root, fs::directory_options::skip_permission_denied, bad}, end;
    for (; !bad && entry != end; entry.increment(bad)) {
        fs::path const& file = entry->path();
        if ((file.extension() == ".ttf" || file.extension() == ".otf") && opens(file)) return file;
    }
    return {};
}

std::uint32_t opaque(Color color) {
    return 0xFF000000u | std::uint32_t(color.r << 16 | color.g << 8 | color.b);
}

void fill(Bitmap& card, Rect rect, Color color) {
    Rect const part = rect.intersected({0, 0, card.size().w, card.size().h});
    for (int y = part.y; y < part.bottom(); ++y) std::fill_n(card.row(y) + part.x, part.w, opaque(color));
}

/// Blends the letters in and gives their height.
int set_words(Bitmap& card, TTF_Font* font, std::string const& words, Rect place) {
    if (words.empty()) return TTF_FontLineSkip(font);
    Surface letters{TTF_RenderUTF8_Blended_Wrapped(font, words.c_str(), {0, 0, 0, 255}, Uint32(place.w))};
    if (!letters) return 0;
    int const height = std::min(letters->h, card.size().h - place.y);
    int const width = std::min(letters->w, card.size().w - place.x);
    for (int y = 0; y < height; ++y) {
        auto const* row =
            reinterpret_cast<Uint32 const*>(static_cast<char const*>(letters->pixels) + y * letters->pitch);
        std::uint32_t* into = card.row(place.y + y) + place.x;
        for (int x = 0; x < width; ++x)
            into[x] = opaque(blend({ink.r, ink.g, ink.b, std::uint8_t(row[x] >> 24)}, birch));
    }
    return letters->h;
}

}

Bitmap fault_card(Size size, std::string const& title, std::vector<std::string> const& lines,
                  fs::path const& fonts) {
    Bitmap card(size);
    int const unit = std::max(1, std::min(size.w, size.h) / 135);  // 8 px on a Full-HD screen.
    fill(card, {0, 0, size.w, size.h}, birch);
    fill(card, {0, 0, size.w, 2 * unit}, falu);

    TtfSession const session;
    fs::path const file = session.ready ? any_font(fonts) : fs::path{};
    Font large{file.empty() ? nullptr : TTF_OpenFont(file.c_str(), 7 * unit)};
    Font small{file.empty() ? nullptr : TTF_OpenFont(file.c_str(), 4 * unit)};
    if (!large || !small) {
        log_error(fonts.string() +
                  ": no font file opens, so the fault card stays without words; run apt-get "
                  "install fonts-inter. The card would say: " +
                  title);
        return card;
    }
    Rect place{11 * unit, 24 * unit, size.w - 22 * unit, 0};
    place.y += set_words(card, large.get(), title, place) + 3 * unit;
    for (std::string const& line : lines) {
        if (place.y >= size.h) break;
        place.y += set_words(card, small.get(), line, place) + unit;
    }
    return card;
}

}
