#pragma once
// Pages in large text are written as a column of blocks, which view/sheets.h cuts into sheets. A block is
// laid out at the origin, as wide as the column; nothing in it is cut apart.

#include "view/widgets.h"

namespace kiosk {

struct Block {
    std::vector<Element> elements;
    int height = 0;
    int before = 0;      ///< Distance to the block above it on the same sheet.
    bool leads = false;  ///< A heading: never the last of its sheet.
};

/// A button as wide as the column, or as half of it.
struct Row {
    std::string id, label;
    Command command;
    std::string note = {};         ///< A second line.
    Image const* image = nullptr;  ///< Stands small at its left.
    bool chosen = false;
};

class Blocks {
public:
    /// `sheet` is the room on one sheet.
    Blocks(Context const& context, Size sheet) : m_context(context), m_sheet(sheet) {}

    void kicker(std::string const& text);
    void headline(std::string const& text);
    void heading(std::string id, std::string const& text);
    /// What is higher than a sheet becomes several blocks. Empty text: nothing.
    void paragraph(std::string const& id, std::string const& text, Color = palette::ink);
    void markup(std::string const& id, std::string const& markup, Color = palette::ink);
    void small(std::string id, std::string const& text);
    void figure(Figure const&);
    /// Two in a row where their words leave room for it.
    void rows(std::vector<Row> const&);
    /// A name and, under it, what there is to say of it.
    void term(std::string const& id, std::string const& name, std::string const& text);
    /// A code with what to do with it: beside it where there is width, else above.
    void code(std::string const& name, std::string const& lead, std::string const& payload);
    void meter(std::string const& name, double done);

    std::vector<Block> take() { return std::move(m_blocks); }

private:
    void text(std::string id, Role, std::string const& text, Setting, int before, bool leads = false);
    /// Height of the headings that the next block must stay with.
    int held() const;
    Element row(Row const&, Rect) const;
    int row_height(Row const&, int width) const;
    /// True if the label takes at most two lines in a row of that width.
    bool suits(Row const&, int width) const;

    Context const& m_context;
    Size m_sheet;
    std::vector<Block> m_blocks;
};

}
