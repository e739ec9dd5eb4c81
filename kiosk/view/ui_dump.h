#pragma once
// The page as JSON, for whoever drives the kiosk from outside: elements in focus order, in pixels and
// millimetres.

#include "state/model.h"
#include "view/scene.h"

namespace kiosk {

std::string ui_dump(Scene const&, Glass const&);

}
