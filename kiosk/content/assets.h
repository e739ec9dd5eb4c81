#pragma once
// What one file of the library says, as plain values. Ids are file names without their ending.

#include "base/localized.h"
#include "base/time.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kiosk {

/// A place in a picture, as fractions of its width and height.
struct Focus {
    double x = 0.5, y = 0.5;
    bool operator==(Focus const&) const = default;
};

/// The first day on which something is no longer shown; none: it keeps.
using Expiry = std::optional<std::chrono::sys_days>;

/// A picture of the library, or one that lies in a playlist's folder.
struct Image {
    std::string id;
    std::filesystem::path file;
    int page = 0;             ///< Of a document, from 0.
    std::uint64_t stamp = 0;  ///< Differs when the file does.
    LocalizedText alt;        ///< What speech says. Empty only if decorative.
    bool decorative = false;
    bool described = false;  ///< A description lies beside the file.
    std::string credit, licence;
    std::vector<std::string> tags;
    Focus focus;  ///< What must stay visible when the picture is cropped.
    Expiry expires;
    bool operator==(Image const&) const = default;
};

/// True for a picture that lies in a playlist's folder: its id is "PLAYLIST/FILE".
inline bool is_exhibitors(std::string_view image_id) { return image_id.find('/') != std::string_view::npos; }

/// One large number with everything that makes it true.
struct Figure {
    LocalizedText value;  ///< "4,1 %"
    LocalizedText unit;   ///< What it counts: "arbetslöshet i Dalarna, 20–64 år"
    std::string year;     ///< May be empty: some things do not age.
    std::string source;   ///< Who says so, short enough for the screen.
    std::string url;
    std::string fact;  ///< Rows of the register of facts; empty: those of what it belongs to.
    bool operator==(Figure const&) const = default;
};

struct Source {
    std::string name, url, year;
    bool operator==(Source const&) const = default;
};

struct Argument {
    std::string id;
    std::string topic;  ///< Page id; the page itself may have been left out.
    LocalizedText title;
    LocalizedText body;  ///< Markdown subset; see content/markdown.h.
    std::optional<Figure> figure;
    std::string image;  ///< Image id; empty if there is none.
    std::vector<std::string> tags;
    std::vector<Source> sources;
    std::string fact;  ///< Rows of the register of facts that it rests on: "W07, W08"; see content/facts.h.
    Expiry expires;
    bool operator==(Argument const&) const = default;
};

/// A part of a topic page: a few arguments that belong together.
struct Section {
    std::string id;
    LocalizedText title;           ///< On the tab that opens it; empty only if it is the page's one part.
    std::string image;             ///< Image id; empty: the page's.
    std::optional<Figure> figure;  ///< None: the page's.
    std::vector<std::string> arguments;  ///< In the order shown.
    bool operator==(Section const&) const = default;
};

/// How a topic page is composed: where its picture stands, or that its figure leads.
enum class PageLayout { Left, Right, Band, Figure };

/// A topic page.
struct Topic {
    std::string id;
    int order = 0;
    LocalizedText title;     ///< On the card and above the headline: "Jobb & industri".
    LocalizedText headline;  ///< On the page.
    LocalizedText lead;      ///< One line under the title on the card.
    std::string image;       ///< Image id; empty if there is none.
    std::optional<Figure> figure;
    PageLayout layout = PageLayout::Left;
    std::vector<Section> sections;  ///< In the order shown; at least one.
    bool operator==(Topic const&) const = default;

    /// Those of all sections, in the order shown.
    std::vector<std::string> arguments() const;
};

/// One of the fifteen municipalities.
struct Place {
    std::string id, name, seat;
    double latitude = 0, longitude = 0;  ///< WGS 84, of the seat.
    LocalizedText known_for;
    int inhabitants = 0;
    std::string inhabitants_year, inhabitants_source;
    std::optional<int> rail_km;   ///< By rail from Uppsala.
    LocalizedText getting_there;  ///< May be empty.
    std::string image;            ///< May be empty.
    std::string fact;             ///< Rows of the register beside its own.
    bool operator==(Place const&) const = default;
};

/// A line or an area of the map, WGS 84.
struct MapFeature {
    enum class Kind { County, Lake, River } kind = Kind::County;
    std::string name;
    std::vector<std::array<double, 2>> points;  ///< longitude, latitude
    bool operator==(MapFeature const&) const = default;
};

enum class FormField { Name, Email, Organisation, Role, Phone, Needs };

struct Workshop {
    struct Field {
        FormField field = FormField::Name;
        bool required = true;
        bool operator==(Field const&) const = default;
    };
    std::string id;  ///< Its slug in addresses.
    LocalizedText title, summary, audience, place, price;
    ZonedTime starts, ends;
    std::optional<ZonedTime> opens, closes;  ///< Sign-up; absent: always until it starts.
    int seats = 0;
    int waiting_list = 0;                  ///< Who may wait for a seat once all are taken.
    std::vector<LocalizedText> questions;  ///< That it will take up.
    std::vector<Field> fields;             ///< What the form asks, in order.
    std::string image;
    bool operator==(Workshop const&) const = default;
};

struct Partner {
    std::string id;
    int order = 0;
    LocalizedText name, role;
    std::string url, fact;
    bool operator==(Partner const&) const = default;
};

struct Contact {
    std::string id;
    int order = 0;
    LocalizedText office, role;
    std::string organisation, email, phone, url;
    std::string person;  ///< Shown only when the setting contact.public is true.
    bool operator==(Contact const&) const = default;
};

/// What staff can put on the screen instead of everything else.
struct Notice {
    enum class Level { Notice, Emergency };
    std::string id;
    int order = 0;
    Level level = Level::Notice;
    LocalizedText title, body;
    bool operator==(Notice const&) const = default;
};

}
