#pragma once
// What is wrong with a screen, found on its Scene: cut or overlapping text, too little contrast, targets that
// a finger misses, elements that say nothing, untranslated words, codes that no camera reads. Pure; any
// thread.

#include "content/catalog.h"
#include "view/ruler.h"

namespace kiosk {

/// One sentence a fault, naming screen, element and figure; empty if the screen keeps every rule. The rules
/// are those of visual.md and WCAG 2.2 (1.4.3 contrast, 2.5.8 target size); sizes scale with the short side.
/// A scene in the middle of a change is looked at as if the change were over.
std::vector<std::string> audit(Scene const&, TextRuler const&, Catalog const&);

}
