#pragma once
// The product's fonts, and no others: Inter, Vollkorn and Noto Sans from Debian's folders, so that a screen
// looks the same whatever else is installed. Makes its own fontconfig configuration, in memory, the process's
// current one; neither the system's nor the user's is read. UI thread only.

#include "view/scene.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

typedef struct _PangoContext PangoContext;

namespace kiosk {

class Fonts {
public:
    /// Takes a few ms with fontconfig's caches in place. If none of the product's fonts lies below `root`,
    /// whatever fonts lie there are used.
    explicit Fonts(std::filesystem::path const& root = "/usr/share/fonts");
    ~Fonts();
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;

    /// False if there is no font at all: Pango cannot set a word then; show fault_card() instead.
    bool any() const;

    /// One sentence for each of the product's fonts that is not installed, with the command that installs it.
    std::vector<std::string> missing() const;

    /// For layouts; borrowed. Unhinted, grey antialiasing, fractional advances.
    PangoContext* context() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The families tried for a face, in Pango's notation: "Vollkorn,Inter,Noto Sans".
char const* families(Face);

}
