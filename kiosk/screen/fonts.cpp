#include "screen/fonts.h"

#include "base/handle.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

namespace kiosk {

namespace {

// Only these files are taken from the folders: fewer faces make every match quicker, and the scripts are the
// ones that visitors read. Inter covers Latin and Cyrillic.
constexpr char const* accepted[] = {
    "opentype/inter/Inter-*",
    "truetype/vollkorn/Vollkorn-*",
    "truetype/noto/NotoSans-Regular.*",
    "truetype/noto/NotoSans-Bold.*",
    "truetype/noto/NotoSansArabic-Regular.*",
    "truetype/noto/NotoSansArabic-Bold.*",
    "truetype/noto/NotoSansEthiopic-Regular.*",
    "truetype/noto/NotoSansEthiopic-Bold.*",
    "truetype/noto/NotoSansMath-Regular.*",
    "truetype/noto/NotoSansSymbols-Regular.*",
    "truetype/noto/NotoSansSymbols2-Regular.*",
};

// The caches are the ones that Debian's packages keep current: one for each folder.
constexpr char const* caches = "<cachedir>/var/cache/fontconfig</cachedir>"
                               "<cachedir prefix=\"xdg\">fontconfig</cachedir>";

struct Wanted {
    char const* family;
    char const* package;
    char const* until_then;
};

constexpr Wanted wanted[] = {
    {"Inter", "fonts-inter", "text is set in another font until then"},
    {"Vollkorn", "fonts-vollkorn", "headlines are set in Inter until then"},
    {"Noto Sans", "fonts-noto-core", "letters that Inter lacks show as boxes until then"},
};

using Config = std::unique_ptr<FcConfig, FreeWith<FcConfigDestroy>>;
using Pattern = std::unique_ptr<FcPattern, FreeWith<FcPatternDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, FreeWith<FcFontSetDestroy>>;
using FontMap = std::unique_ptr<PangoFontMap, FreeWith<g_object_unref>>;
using Context = std::unique_ptr<PangoContext, FreeWith<g_object_unref>>;

std::string product_only(std::string const& root) {
    std::string xml = "<fontconfig>";
    for (char const* folder : {"opentype/inter", "truetype/vollkorn", "truetype/noto"})
        xml += "<dir>" + root + "/" + folder + "</dir>";
    xml += caches;
    xml += "<selectfont><acceptfont>";
    for (char const* files : accepted) xml += "<glob>" + root + "/" + files + "</glob>";
    return xml + "</acceptfont><rejectfont><glob>*</glob></rejectfont></selectfont></fontconfig>";
}

std::string everything(std::string const& root) {
    return "<fontconfig><dir>" + root + "</dir>" + caches + "</fontconfig>";
}

Config load(std::string const& xml) {
    Config config{FcConfigCreate()};
    auto const* text = reinterpret_cast<FcChar8 const*>(xml.c_str());
    if (!config || !FcConfigParseAndLoadFromMemory(config.get(), text, FcFalse)) return nullptr;
    if (!FcConfigBuildFonts(config.get())) return nullptr;
    return config;
}

bool has_fonts(FcConfig* config) {
    FcFontSet const* fonts = config ? FcConfigGetFonts(config, FcSetSystem) : nullptr;
    return fonts && fonts->nfont > 0;
}

bool has_family(FcConfig* config, char const* family) {
    Pattern pattern{FcPatternCreate()};
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<FcChar8 const*>(family));
    FontSet found{FcFontList(config, pattern.get(), nullptr)};
    return found && found->nfont > 0;
}

// Nothing is snapped to whole pixels: letters keep their designed distances at every size.
Context make_context(PangoFontMap* map) {
    Context context{pango_font_map_create_context(map)};
    std::unique_ptr<cairo_font_options_t, FreeWith<cairo_font_options_destroy>> options{
        cairo_font_options_create()};
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_cairo_context_set_resolution(context.get(), 72);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    return context;
}

}

struct Fonts::State {
    Config config;
    FontMap map;
    Context context;
};

Fonts::Fonts(std::filesystem::path const& root) : m_state(std::make_unique<State>()) {
    m_state->config = load(product_only(root.string()));
    if (!has_fonts(m_state->config.get())) m_state->config = load(everything(root.string()));
    // Pango starts a thread that asks for the current configuration, and without one loads the system's.
    if (m_state->config) FcConfigSetCurrent(m_state->config.get());
    m_state->map = FontMap{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(m_state->map.get()), m_state->config.get());
    m_state->context = make_context(m_state->map.get());
}

Fonts::~Fonts() = default;
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;

bool Fonts::any() const { return has_fonts(m_state->config.get()); }

std::vector<std::string> Fonts::missing() const {
    std::vector<std::string> sentences;
    for (Wanted const& w : wanted)
        if (!m_state->config || !has_family(m_state->config.get(), w.family))
            sentences.push_back(std::string("font ") + w.family + " is not installed: run apt-get install " +
                                w.package + "; " + w.until_then);
    return sentences;
}

PangoContext* Fonts::context() const { return m_state->context.get(); }

char const* families(Face face) {
    return face == Face::Headline ? "Vollkorn,Inter,Noto Sans" : "Inter,Noto Sans";
}

}
