#pragma once
// A key figure: the number large, beside or below it what it counts, its year and who says so.

#include "view/widgets.h"

namespace kiosk {

struct FigureColors {
    Color value = palette::falu, unit = palette::ink, source = palette::stone;
};

/// The colours of a panel and of what stands on it.
struct PanelLook {
    Color fill, kicker, headline;
    FigureColors figure;
};

/// Each composition of a topic page has its own dark ground for figures, on the arguments' pages too.
PanelLook panel_look(PageLayout);

/// "2019 · Källa: Fastighetsfolket"
std::string figure_origin(Context const&, Figure const&);

/// How a figure is set whose words stand below its number.
struct FigureLook {
    TextStyle value, unit;
    FigureColors colors;
};

/// Sets the figure at the top of `box`, number and words under each other. Returns the height used.
int stack_figure(Context const&, Layer&, Figure const&, Rect box, FigureLook const&);

/// Sets the figure at the top of `box`, in one row where it is wide enough. Returns the height used.
int add_figure(Context const&, Layer&, Figure const&, Rect box, TextStyle value, FigureColors = {});

}
