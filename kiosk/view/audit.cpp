#include "view/audit_parts.h"

#include "content/markdown.h"
#include "content/text_check.h"

#include <algorithm>
#include <set>

namespace kiosk {
namespace {

std::vector<Element const*> in_use(Scene const& scene) {
    std::vector<Element const*> elements;
    for (Element const& element : scene.current.elements) elements.push_back(&element);
    for (Element const& element : scene.above) {
        bool const veils = element.command && element.hit.contains(Rect{0, 0, scene.size.w, scene.size.h});
        if (veils) elements.clear();
        elements.push_back(&element);
    }
    return elements;
}

void audit_code(Audit& audit, Element const& element, QrPaint const& code) {
    constexpr int quiet = 4,
                  smallest = 4;  // Modules (ISO 18004); pixels that a phone tells apart at arm's length.
    if (code.modules == 0)
        return audit.tell(element, "has a QR code that holds nothing: its payload is too long");
    int const module = std::min(code.rect.w, code.rect.h) / (code.modules + 2 * quiet);
    if (module < smallest) {
        audit.tell(element, "has a QR code of " + std::to_string(code.modules) + " modules at " +
                                std::to_string(module) + " px each; a camera needs " +
                                std::to_string(smallest) + " px");
    }
    if (!element.rect.contains(code.rect))
        audit.tell(element, "has a QR code that juts out, so its quiet zone is not sure");
}

}

void Audit::tell(Element const& element, std::string const& what) {
    std::string size = std::to_string(scene.size.w) + "x" + std::to_string(scene.size.h);
    if (scene.text_percent != 100) size += " " + std::to_string(scene.text_percent) + " %";
    std::string const id = element.id.empty() ? "an element without id" : element.id;
    findings.push_back(scene.screen + " " + size + " " + scene.language + ": " + id + " " + what);
}

void Audit::tell(Element const& element, std::string const& what, TextPaint const& paint,
                 std::string const& remedy) {
    std::string const words = as_written(plain_text(paint.markup));
    if (!origins) origins.emplace(catalog, scene.language);
    std::optional<Spot> const at = origins->of(words);
    tell(element, what + ": “" + shown_safely(words) + "”" +
                      (at ? "; " + remedy + " " + at->key + " in " + at->file : ""));
}

bool fills_screen(Audit const& audit, Element const& element) {
    return element.hit.contains(audit.m.screen());
}

void audit_pictures(Audit& audit) {
    std::set<std::filesystem::path> seen;
    for (Element const* element : audit.elements) {
        for (Paint const& paint : element->paints) {
            if (auto const* code = std::get_if<QrPaint>(&paint)) audit_code(audit, *element, *code);
            auto const* picture = std::get_if<PicturePaint>(&paint);
            if (picture && !seen.insert(picture->key.file).second) {
                audit.tell(*element, "shows " + picture->key.file.filename().string() +
                                         ", which is on this screen already");
            }
        }
    }
}

std::vector<std::string> audit(Scene const& scene, TextRuler const& ruler, Catalog const& catalog,
                               PictureSource* pictures) {
    Audit audit{scene,        ruler, catalog, pictures, Metrics(Glass{.px = scene.size}, scene.text_percent),
                in_use(scene)};
    audit_text(audit);
    audit_touch(audit);
    audit_contrast(audit);
    audit_words(audit);
    audit_pictures(audit);
    return std::move(audit.findings);
}

}
