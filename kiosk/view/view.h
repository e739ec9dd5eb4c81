#pragma once
// What the screen says: a pure function of the model and the time.

#include "state/model.h"
#include "view/ruler.h"
#include "view/scene.h"

namespace kiosk {

Scene view(Model const&, Now const&, TextRuler const&);

}
