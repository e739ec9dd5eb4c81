#include "content/library_parts.h"

#include "content/text_check.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace kiosk {
namespace {

using Json = nlohmann::json;

/// Thrown and caught in this file only: the walk through the tree stops at the first fault.
struct MapFault {
    std::string what;
};

Position position_of(std::string_view text, std::size_t byte) {
    Position at;
    for (char c : text.substr(0, byte > 0 ? byte - 1 : 0)) {
        if (c == '\n')
            at = {at.line + 1, 1};
        else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)
            ++at.column;
    }
    return at;
}

Json const& member(Json const& object, char const* key, std::string const& where) {
    auto it = object.is_object() ? object.find(key) : object.end();
    if (it == object.end()) throw MapFault{where + key + " is missing"};
    return *it;
}

std::string string_member(Json const& object, char const* key, std::string const& where) {
    Json const& value = member(object, key, where);
    if (!value.is_string()) throw MapFault{where + key + ": expected text, got " + value.type_name()};
    return value.get<std::string>();
}

MapFeature::Kind kind_of(std::string const& name, std::string const& where) {
    if (name == "county") return MapFeature::Kind::County;
    if (name == "lake") return MapFeature::Kind::Lake;
    if (name == "river") return MapFeature::Kind::River;
    throw MapFault{where + "kind: expected county, lake or river, got \"" + shown_safely(name) + "\""};
}

std::vector<std::array<double, 2>> points_of(Json const& list, std::string const& where) {
    std::vector<std::array<double, 2>> points;
    for (Json const& point : list) {
        if (!point.is_array() || point.size() < 2 || !point[0].is_number() || !point[1].is_number()) {
            throw MapFault{where + "coordinates: expected points [longitude, latitude]"};
        }
        double longitude = point[0].get<double>(), latitude = point[1].get<double>();
        if (longitude < -180 || longitude > 180 || latitude < -90 || latitude > 90) {
            throw MapFault{where + "coordinates: a point lies off the globe; expected [longitude, latitude]"};
        }
        points.push_back({longitude, latitude});
    }
    if (points.size() < 2) throw MapFault{where + "coordinates: expected at least two points"};
    return points;
}

/// A feature of several parts becomes several features; holes in an area are not drawn.
void add_feature(Json const& feature, std::string const& where, std::vector<MapFeature>& map) {
    Json const& properties = member(feature, "properties", where);
    MapFeature one;
    one.kind = kind_of(string_member(properties, "kind", where + "properties."), where + "properties.");
    if (properties.contains("name")) one.name = string_member(properties, "name", where + "properties.");
    if (auto unfit = unfit_for_screen(one.name)) throw MapFault{where + "properties.name: " + *unfit};

    Json const& geometry = member(feature, "geometry", where);
    std::string const type = string_member(geometry, "type", where + "geometry.");
    Json const& coordinates = member(geometry, "coordinates", where + "geometry.");
    std::string const inside = where + "geometry.";
    auto add = [&](Json const& points) {
        one.points = points_of(points, inside);
        map.push_back(one);
    };
    if (type == "LineString")
        add(coordinates);
    else if (type == "Polygon")
        add(coordinates.at(0));
    else if (type == "MultiLineString")
        for (Json const& line : coordinates) add(line);
    else if (type == "MultiPolygon")
        for (Json const& polygon : coordinates) add(polygon.at(0));
    else
        throw MapFault{inside + "type: expected a line or a polygon, got \"" + shown_safely(type) + "\""};
}

Result<std::vector<MapFeature>> read_map_file(NamedPath const& file) {
    Result<std::string> text = read_text(file);
    if (!text) return text.error();
    try {
        Json const root = Json::parse(*text);
        std::vector<MapFeature> map;
        int number = 0;
        for (Json const& feature : member(root, "features", "")) {
            add_feature(feature, "features[" + std::to_string(number++) + "].", map);
        }
        return map;
    } catch (MapFault const& fault) {
        return Error{Kind::Invalid, file.label + ": " + fault.what};
    } catch (Json::parse_error const& e) {
        return Error{Kind::Malformed, place(file.label, position_of(*text, e.byte)) + "is not JSON"};
    } catch (Json::exception const&) {
        return Error{Kind::Malformed, file.label + ": is not a GeoJSON collection of lines and polygons"};
    }
}

}

void read_map(NamedPath const& folder, Catalog& catalog) {
    for (NamedPath const& file : list_folder(folder).files) {
        if (file.path.extension() != ".geojson") continue;
        Result<std::vector<MapFeature>> map = read_map_file(file);
        if (map) {
            std::ranges::move(*map, std::back_inserter(catalog.map));
        } else {
            catalog.problems.push_back({file.label, map.error().what});
            catalog.spoilt.push_back(file.label);
        }
    }
}

}
