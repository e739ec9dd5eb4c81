#pragma once
// The bottom bar of every visitor page: back, start, size of the text, languages, and the page's one main
// action at the right.

#include "view/widgets.h"

namespace kiosk {

struct MainAction {
    char const* phrase;
    Icon icon;
    Command command;
};

/// What the bar of `page` offers at the right.
MainAction main_action(Page const& page);

void add_bar(Context const&, Page const& page, Layer&);

}
