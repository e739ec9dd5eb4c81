#pragma once
// What is wrong with a screen, found on its Scene: cut or overlapping text, too little contrast, targets that
// a finger misses, elements that say nothing, untranslated words, codes that no camera reads. Pure; any
// thread.

#include "base/bitmap.h"
#include "content/catalog.h"
#include "view/ruler.h"

namespace kiosk {

/// Decodes pictures for the audit of contrast.
class PictureSource {
public:
    virtual ~PictureSource() = default;
    /// The picture as the key frames it; null if it can't be had. Borrowed until the next call.
    virtual Bitmap const* find(PictureKey const&) = 0;
};

/// One sentence a fault, naming screen, element and figure, and the file that holds the words if they were
/// written there; empty if the screen keeps every rule. The rules are those of visual.md and WCAG 2.2 (1.4.3
/// contrast, 2.5.8 target size); sizes scale with the short side. A scene in the middle of a change is looked
/// at as if the change were over. Words on a picture must be readable whatever it holds; with `pictures`,
/// what would not be is measured on the picture itself.
std::vector<std::string> audit(Scene const&, TextRuler const&, Catalog const&,
                               PictureSource* pictures = nullptr);

}
