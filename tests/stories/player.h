#pragma once
// Plays a story (see README.md beside this file) on update() and view().

#include "state/stage.h"
#include "view/fixed_ruler.h"
#include "view/view.h"

namespace kiosk {

using Words = std::vector<std::string>;

class Player {
public:
    Player(Catalog, Glass const&);

    /// Carries out one step. "" or why it failed.
    std::string step(std::string const& line);
    /// What is on the screen: its name, then each element with its id and its name.
    std::string screen() const;

private:
    std::string act(Words const&);
    std::string tap(Words const&);
    std::string press(Words const&);
    std::string type(std::string const& digits);
    std::string answer_pin(Words const&);
    std::string staff(Words const&);
    std::string service(Words const&);
    std::string files(Words const&);
    std::string expect(Words const&);
    std::string expect_text(std::string const& text, bool there) const;
    std::string expect_code(std::string const& part, bool there) const;
    std::string expect_saved(Words const&) const;

    Scene scene() const { return view(m_stage.model, m_stage.now, m_ruler); }
    Element const* find(Scene const&, std::string const& id) const;
    void touch(Touched::Phase, Point);
    /// Where `words` point to: an element that can be reached, or a place. Else sets `m_fault`.
    std::optional<Point> place(Words const&);

    Catalog m_files;
    Stage m_stage;
    FixedRuler m_ruler;
    Point m_finger;
    std::string m_fault;
};

}
