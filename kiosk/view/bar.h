#pragma once
// The bottom bar of every visitor page: back, start, languages, and the page's one main action at the right.

#include "view/widgets.h"

namespace kiosk {

struct MainAction {
    ButtonText words;
    Command command;
};

/// What the bar of `page` offers at the right.
MainAction main_action(Context const&, Page const& page);

void add_bar(Context const&, Page const& page, Layer&);

}
