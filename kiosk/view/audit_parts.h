#pragma once
// What the audits share; see view/audit.h. Only the audit_*.cpp files include this.

#include "view/audit.h"
#include "view/origin.h"
#include "view/theme.h"

namespace kiosk {

/// The scene under audit, its elements in the order in which they are painted, and what was found so far.
struct Audit {
    Scene const& scene;
    TextRuler const& ruler;
    Catalog const& catalog;
    PictureSource* pictures = nullptr;
    Metrics m;
    std::vector<Element const*> elements = {};  ///< Without what a dialog veils: that is no longer in use.
    std::vector<std::string> findings = {};
    std::optional<Origins> origins = {};  ///< Made for the first finding about words.

    /// "topic work 1920x1080 sv: headline …"
    void tell(Element const&, std::string const& what);
    /// The same about words: what is wrong, the words, what to do with them and where they are written.
    void tell(Element const&, std::string const& what, TextPaint const&, std::string const& remedy);
};

/// True for a ground that takes every touch beside the other elements: a slide, what a dialog stands on.
bool fills_screen(Audit const&, Element const&);

/// Where the letters of `paint` really are: its rectangle without the room beside short lines.
Rect letters(Audit const&, TextPaint const&);

void audit_text(Audit&);   ///< Cut, outside, too small, overlapping.
void audit_touch(Audit&);  ///< Too small or too near to the next target.
void audit_contrast(Audit&);
void audit_words(Audit&);     ///< Empty, unnamed, untranslated.
void audit_pictures(Audit&);  ///< Shown twice; codes that can't be read.

}
