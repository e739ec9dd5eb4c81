#pragma once
// What every part of a page is built from: the model, the time, the ruler, the sizes, the language.

#include "view/metrics.h"
#include "view/ruler.h"

namespace kiosk {

struct Context {
    Model const& model;
    Now const& now;
    TextRuler const& ruler;
    Metrics m;
    Language language;

    Catalog const& catalog() const { return model.catalog; }
    /// The product's own words in the visitor's language.
    std::string const& say(std::string_view key) const { return model.catalog.phrase(language, key); }
    std::string const& in(LocalizedText const& text) const { return text.in(language); }
};

}
