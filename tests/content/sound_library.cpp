#include "content/sound_library.h"

namespace kiosk {
namespace {

void write_basics(TempFolder const& folder) {
    folder.write("media/library.toml", R"(name = {sv = "Attraktiv region", en = "Attractive region"}
languages = ["sv", "en"]
licence = "CC BY 4.0"
)");
    folder.write("media/languages/sv/kiosk.toml",
                 "[bar]\nback = \"Tillbaka\"\nseats = \"{seats} platser\"\n");
    folder.write("media/languages/en/kiosk.toml", "[bar]\nback = \"Back\"\nseats = \"{seats} seats\"\n");
    folder.write("media/images/steel-strip.svg", "<svg/>");
    folder.write("media/images/steel-strip.toml", R"(alt = {sv = "En stålremsa", en = "A steel strip"}
credit = "Kalle"
tags = ["work"]
focus = [0.68, 0.5]
)");
    folder.write("media/map/dalarna.geojson", R"({"type": "FeatureCollection", "features": [
{"properties": {"kind": "lake", "name": "Siljan"},
 "geometry": {"type": "Polygon", "coordinates": [[[14.5, 60.8], [14.9, 60.9], [14.5, 60.8]]]}},
{"properties": {"kind": "river"},
 "geometry": {"type": "MultiLineString", "coordinates": [[[14, 61], [14.1, 61]], [[15, 60.5], [15.1, 60.4]]]}}
]})");
}

}

void write_sound_library(TempFolder const& folder) {
    write_basics(folder);
    folder.write("media/arguments/jobs.toml", R"(topic = "work"
title = {sv = "Jobb", en = "Jobs"}
body = {sv = "**Många** jobb", en = "**Many** jobs"}
image = "steel-strip"
tags = ["industry"]
fact = "W09"
[figure]
value = "300"
unit = {sv = "yrken", en = "occupations"}
year = "2019"
source = "Fastighetsfolket"
url = "https://example.org/300"
[[source]]
name = "SCB"
url = "https://scb.se"
year = "2024"
)");
    folder.write("media/pages/work.toml", R"(order = 1
title = {sv = "Jobb & industri", en = "Jobs & industry"}
headline = {sv = "Här behövs du", en = "You are needed"}
lead = {sv = "Plats för dig", en = "Room for you"}
image = "steel-strip"
arguments = ["jobs"]
)");
    folder.write("media/places/mora.toml", R"(name = "Mora"
seat = "Mora"
latitude = 61.0070
longitude = 14.5432
known_for = {sv = "Vasaloppet", en = "The Vasaloppet"}
inhabitants = 20540
inhabitants_year = "2024"
inhabitants_source = "SCB"
rail_km = 264
)");
    folder.write("media/workshops/skills.toml", R"(title = {sv = "Kompetens", en = "Skills"}
summary = {sv = "En dag", en = "A day"}
place = "Falun"
starts = 2027-08-25T09:00:00+02:00
ends = 2027-08-25T16:00:00+02:00
opens = 2027-03-01T00:00:00+01:00
closes = 2027-08-20T00:00:00+02:00
seats = 40
questions = [{sv = "Hur?", en = "How?"}]
fields = [{field = "name"}, {field = "needs", required = false}]
)");
    folder.write("media/partners/region.toml",
                 "order = 1\nname = \"Region Dalarna\"\nurl = \"https://example.org\"\n");
    folder.write("media/contacts/desk.toml",
                 "order = 1\noffice = \"Kansliet\"\nemail = \"info@example.org\"\n");
    folder.write("media/privacy.toml", R"(disposal_decision = "KS 2027/12"
[controller]
name = "Region Dalarna"
url = "https://example.org"
[officer]
name = {sv = "Dataskyddsombudet", en = "The data protection officer"}
email = "dso@example.org"
[authority]
name = "IMY"
url = "https://www.imy.se"
[[purpose]]
id = "sign-up"
basis = "public_task"
storage_days = 30
what = {sv = "Hålla platsen", en = "To keep the seat"}
recipients = {sv = "Arrangören", en = "The organiser"}
[[purpose]]
id = "news"
basis = "consent"
consent = true
storage_days = 365
ask = {sv = "Hör av er", en = "Keep in touch"}
what = {sv = "Höra av oss", en = "To keep in touch"}
recipients = "Region Dalarna"
)");
}

std::string joined(std::vector<std::string> const& lines) {
    std::string all;
    for (std::string const& line : lines) all += line + "\n";
    return all;
}

std::string problems_of(Catalog const& catalog) {
    std::string all;
    for (Problem const& problem : catalog.problems) all += problem.what + "\n";
    return all;
}

}
