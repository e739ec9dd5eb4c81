#pragma once
// Pictures as other programs write them, with what those can say: profiles, orientations, 16 bits, inks.

#include "decode/pictures.h"

namespace kiosk {

struct PngOptions {
    bool is_16_bit = false, is_interlaced = false, has_alpha = true;
    std::string profile;
    int orientation = 1;
    std::string comment;  ///< In Latin-1.
};
std::string png_with(Bitmap const&, PngOptions const&);
/// One grey of 16 bits a pixel, taken from red.
std::string grey_png(Bitmap const&, std::string const& profile = "");
/// Two colours, the second one transparent.
std::string palette_png(Size, std::uint32_t colour);

struct TiffOptions {
    int bits = 8;
    bool has_alpha = false;  ///< Stored unmultiplied.
    int rows_a_strip = 7;    ///< 0: does not say, so that there is one strip.
    int orientation = 1;
    int compression = 5;  ///< LZW.
    std::string profile;
};
std::string tiff_with(Bitmap const&, TiffOptions const&);
/// The bitmap's bytes are the inks.
std::string cmyk_tiff(Bitmap const& inks, TiffOptions const& = {});

std::string webp_with(Bitmap const&, std::string const& profile = "", int orientation = 1);
/// The frames at a place, both even, on a canvas; without one it is as large as they are.
std::string animated_webp(std::vector<Bitmap> const& frames, Point place = {}, Size canvas = {});

/// HEIC, or AVIF; the orientation as EXIF counts it, said by the format's own means.
std::string heif(Bitmap const&, bool is_avif, std::string const& profile = "", int orientation = 1);

std::string with_profile(std::string const& jpeg, std::string const& profile);

/// A profile in which the numbers mean Display P3.
std::string p3_profile();
/// A profile in which the numbers mean Adobe RGB (1998).
std::string adobe_profile();
/// A profile for print in which cyan ink is blue, magenta red, yellow green, and black black.
std::string print_profile();
/// A profile for greys in which the numbers are amounts of light.
std::string linear_grey_profile();
/// A profile for greys in which everything is white.
std::string white_profile();

/// A document with these page contents, on sheets of these keys ("/MediaBox[0 0 30 10]").
struct PdfPage {
    std::string keys, content;
};
std::string pdf(std::vector<PdfPage> const& pages, std::string const& more_objects = "");

}
