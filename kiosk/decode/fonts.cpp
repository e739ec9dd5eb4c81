#include "decode/fonts.h"

#include <algorithm>
#include <array>
#include <string>

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk {

namespace {

/// A family as documents call it, and the font that stands in for it.
struct Substitute {
    std::array<std::string_view, 3> families;
    std::string_view path;
    bool is_bold = false, is_slanted = false;
};

#define URW "/usr/share/fonts/opentype/urw-base35/"
constexpr std::array<std::string_view, 3> sans = {"Helvetica", "Arial", "Nimbus Sans"};
constexpr std::array<std::string_view, 3> serif = {"Times", "Times New Roman", "Nimbus Roman"};
constexpr std::array<std::string_view, 3> mono = {"Courier", "Courier New", "Nimbus Mono PS"};
constexpr std::array substitutes = {
    Substitute{sans, URW "NimbusSans-Regular.otf"},
    Substitute{sans, URW "NimbusSans-Bold.otf", true},
    Substitute{sans, URW "NimbusSans-Italic.otf", false, true},
    Substitute{sans, URW "NimbusSans-BoldItalic.otf", true, true},
    Substitute{serif, URW "NimbusRoman-Regular.otf"},
    Substitute{serif, URW "NimbusRoman-Bold.otf", true},
    Substitute{serif, URW "NimbusRoman-Italic.otf", false, true},
    Substitute{serif, URW "NimbusRoman-BoldItalic.otf", true, true},
    Substitute{mono, URW "NimbusMonoPS-Regular.otf"},
    Substitute{mono, URW "NimbusMonoPS-Bold.otf", true},
    Substitute{mono, URW "NimbusMonoPS-Italic.otf", false, true},
    Substitute{mono, URW "NimbusMonoPS-BoldItalic.otf", true, true},
    Substitute{{"Symbol", "Standard Symbols PS"}, URW "StandardSymbolsPS.otf"},
    Substitute{{"ZapfDingbats", "Zapf Dingbats", "D050000L"}, URW "D050000L.otf"},
};
#undef URW

using Shelf = std::array<ShelvedFont, substitutes.size()>;

/// The one thing here that lives as long as the process: C functions without arguments of ours must find it.
Shelf& shelf() {
    static Shelf fonts;
    return fonts;
}

FcChar8 const* text(std::string const& string) { return reinterpret_cast<FcChar8 const*>(string.c_str()); }

/// Said by hand what fontconfig would find by reading all of the font.
FcPattern* pattern_of(Substitute const& font, FcCharSet* letters) {
    FcPattern* pattern = FcPatternCreate();
    for (std::string_view family : font.families) {
        if (!family.empty()) FcPatternAddString(pattern, FC_FAMILY, text(std::string{family}));
    }
    FcPatternAddString(pattern, FC_FILE, text(std::string{font.path}));
    FcPatternAddInteger(pattern, FC_INDEX, 0);
    FcPatternAddInteger(pattern, FC_WEIGHT, font.is_bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern, FC_SLANT, font.is_slanted ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcPatternAddBool(pattern, FC_OUTLINE, FcTrue);
    FcPatternAddCharSet(pattern, FC_CHARSET, letters);
    return pattern;
}

std::string without_spaces(std::string_view name) {
    std::string letters{name};
    std::erase_if(letters, [](char c) { return c == ' ' || c == '-' || c == ',' || c == '_'; });
    return letters;
}

/// Nothing if the font is not installed.
ShelvedFont opened(std::string_view path) {
    int const fd = open(std::string{path}.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (fd < 0 || fstat(fd, &status) != 0) return {};
    auto const size = std::size_t(status.st_size);
    void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED) return {};
    return {path, fd, {static_cast<std::byte const*>(bytes), size}};
}

/// True if a family with `rest` behind it is no other family: "BoldItalic", "PSMT".
bool is_style(std::string_view rest) {
    constexpr std::array<std::string_view, 7> words = {"Bold",    "Italic", "Oblique", "Roman",
                                                       "Regular", "PS",     "MT"};
    while (!rest.empty()) {
        auto const word =
            std::ranges::find_if(words, [&](std::string_view one) { return rest.starts_with(one); });
        if (word == words.end()) return false;
        rest.remove_prefix(word->size());
    }
    return true;
}

}

void shelve_fonts() {
    FcConfig* config = FcConfigCreate();
    // An application's own set is made with its first font, of which there is none to be read here.
    FcConfigAppFontAddFile(config, text("/dev/null"));
    FcFontSet* known = FcConfigGetFonts(config, FcSetApplication);
    FcCharSet* letters = FcCharSetCreate();
    for (FcChar32 letter = ' '; letter < 0x7F; ++letter) FcCharSetAddChar(letters, letter);
    for (std::size_t i = 0; i < substitutes.size(); ++i) {
        Substitute const& font = substitutes[i];
        shelf()[i] = opened(font.path);
        if (shelf()[i].fd >= 0 && known) FcFontSetAdd(known, pattern_of(font, letters));
    }
    FcCharSetDestroy(letters);
    FcConfigSetCurrent(config);
    FcConfigDestroy(config);  // fontconfig keeps its own hold on it.
}

ShelvedFont const* find_shelved(std::string_view path) {
    auto found = std::ranges::find(shelf(), path, &ShelvedFont::path);
    return found == shelf().end() || found->fd < 0 ? nullptr : &*found;
}

bool has_substitute(std::string_view font_name) {
    // "ABCDEF+" before a name means that only some of its letters were to be in the file.
    std::string const name = without_spaces(font_name.substr(font_name.find('+') + 1));
    return std::ranges::any_of(substitutes, [&](Substitute const& font) {
        return find_shelved(font.path) && std::ranges::any_of(font.families, [&](std::string_view family) {
                   std::string const start = without_spaces(family);
                   return !start.empty() && name.starts_with(start) &&
                          is_style(std::string_view{name}.substr(start.size()));
               });
    });
}

}
