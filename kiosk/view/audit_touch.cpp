#include "view/audit_parts.h"

#include <algorithm>

namespace kiosk {
namespace {

bool is_full_size(Audit const& audit, Element const& element) {
    return element.hit.w >= audit.m.target() && element.hit.h >= audit.m.target();
}

/// True if a larger element does the same: nobody needs to hit the small one (WCAG 2.5.8, "equivalent").
bool has_larger_twin(Audit const& audit, Element const& element) {
    return !is_full_size(audit, element) && std::ranges::any_of(audit.elements, [&](Element const* other) {
        return other != &element && other->command == element.command && is_full_size(audit, *other);
    });
}

std::string said(Rect r) { return std::to_string(r.w) + "x" + std::to_string(r.h) + " px"; }

void audit_size(Audit& audit, Element const& element) {
    if (!is_full_size(audit, element)) {
        std::string const least = std::to_string(audit.m.target());
        audit.tell(element,
                   "is a target of " + said(element.hit) + "; the least is " + least + "x" + least + " px");
    }
    if (!element.hit.contains(element.rect)) audit.tell(element, "shows more than can be touched");
    if (!audit.m.screen().contains(element.hit))
        audit.tell(element, "can be touched beyond the screen's edge only");
}

void audit_distance(Audit& audit, Element const& one, Element const& other) {
    // The token is 16 px; a target that is larger than it must be may stand a little nearer.
    int const least = audit.m.px(16 * 0.6);
    int const dx = std::max(one.hit.x, other.hit.x) - std::min(one.hit.right(), other.hit.right());
    int const dy = std::max(one.hit.y, other.hit.y) - std::min(one.hit.bottom(), other.hit.bottom());
    int const apart = std::max(dx, dy);
    if (apart < 0)
        audit.tell(one, "and " + other.id + " are targets that overlap");
    else if (apart < least) {
        audit.tell(one, "is only " + std::to_string(apart) + " px from the target " + other.id +
                            "; the least is " + std::to_string(least) + " px");
    }
}

}

void audit_touch(Audit& audit) {
    std::vector<Element const*> targets;
    for (Element const* element : audit.elements) {
        if (!element->command || fills_screen(audit, *element) || has_larger_twin(audit, *element)) continue;
        audit_size(audit, *element);
        targets.push_back(element);
    }
    for (auto one = targets.begin(); one != targets.end(); ++one) {
        for (auto other = one + 1; other != targets.end(); ++other) audit_distance(audit, **one, **other);
    }
}

}
