#pragma once
// What the screen says: a pure function of the model and the time.

#include "state/model.h"
#include "view/ruler.h"
#include "view/scene.h"

namespace kiosk {

/// Without `ahead` the scene says nothing of what may come next, which takes longer than what is there now.
Scene view(Model const&, Now const&, TextRuler const&, bool ahead = true);

}
