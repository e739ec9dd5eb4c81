#pragma once
// Files made to break whoever reads them: cut off, lying about their sizes, tiny but unpacking to gigabytes,
// pointing at themselves or out of themselves. Made at test time; each says how it may end.

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// A part of the sentence that a refused file gets.
namespace outcome {
inline constexpr std::string_view shown = "shown", cut_off = "is cut off", damaged = "is damaged",
                                  bad_pdf = "is a damaged PDF", bad_svg = "is a damaged SVG",
                                  too_many_pixels = "at most 64 megapixels",
                                  too_long = "at most 16384 a side", no_pixels = "nothing to show",
                                  memory = "needs more memory", slow = "was not decoded within 5 s",
                                  ended = "the decoder ended";
}

struct HostileFile {
    std::string name;
    std::string bytes;
    std::vector<std::string_view> outcomes;  ///< Any of these will do: some depend on the machine's speed.
    bool is_bomb = false;                    ///< Only for a process that may die, or has limits.
};

std::vector<HostileFile> hostile_jpegs();
std::vector<HostileFile> hostile_pngs();
std::vector<HostileFile> hostile_webps();
std::vector<HostileFile> hostile_gifs();
std::vector<HostileFile> hostile_bmps();
std::vector<HostileFile> hostile_tiffs();
std::vector<HostileFile> hostile_heifs();
std::vector<HostileFile> hostile_svgs();
std::vector<HostileFile> hostile_pdfs();
/// Two formats at once, and none.
std::vector<HostileFile> hostile_others();

inline constexpr std::array all_hostile = {hostile_jpegs, hostile_pngs,  hostile_webps, hostile_gifs,
                                           hostile_bmps,  hostile_tiffs, hostile_heifs, hostile_svgs,
                                           hostile_pdfs,  hostile_others};

/// True if that is how the file may end; `said` is "shown" or the sentence.
bool is_allowed(HostileFile const&, std::string_view said);

/// A zlib stream of so many megabytes of zeros, a thousandth as long.
std::string packed_zeros(int megabytes);

/// The text so many times.
std::string times(int count, std::string_view text);

}
