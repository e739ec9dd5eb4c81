#include "content/library_parts.h"

#include "content/text_check.h"

#include <algorithm>

namespace kiosk {
namespace {

/// Fills in what NAME.toml says. False, with a line in the problems, if it can't be used.
bool read_description(NamedPath const& file, Image& image, Catalog& catalog) {
    Result<TomlTable> table = read_toml(file);
    if (!table) {
        catalog.problems.push_back({file.label, table.error().what});
        return false;
    }
    Findings findings{file.label, catalog.problems};
    TableReader in{*table, {}, findings, catalog.languages};
    Image described = image;
    described.decorative = in.flag("decorative", false);
    described.alt = in.localized("alt", described.decorative ? Need::Optional : Need::Required);
    described.credit = in.text("credit");
    if (in.has("licence")) described.licence = in.text("licence");
    described.tags = in.words("tags");
    described.focus = in.focus("focus");
    in.finish();
    if (findings.faults() > 0) return false;
    image = std::move(described);
    return true;
}

NamedPath description_of(NamedPath const& picture) {
    NamedPath file = picture;
    file.path.replace_extension(".toml");
    file.label = std::filesystem::path{file.label}.replace_extension(".toml").string();
    return file;
}

bool is_note(NamedPath const& file) {
    return file.path.extension() == ".md" || file.path.extension() == ".txt";
}

bool exists(NamedPath const& file) {
    std::error_code failed;
    return std::filesystem::exists(file.path, failed);
}

}

std::optional<Image> read_picture(NamedPath const& file, std::string id, std::string const& licence, Catalog& catalog) {
    if (auto unfit = unfit_for_screen(file.name())) {
        catalog.problems.push_back({file.label, file.label + ": the file's name " + *unfit});
        return std::nullopt;
    }
    Image image;
    image.id = std::move(id);
    image.file = file.path;
    image.licence = licence;
    image.decorative = true;
    if (NamedPath description = description_of(file); exists(description)) {
        read_description(description, image, catalog);
    }
    return image;
}

void read_images(NamedPath const& folder, std::string const& licence, Catalog& catalog) {
    auto report = [&](NamedPath const& file, std::string const& what) {
        catalog.problems.push_back({file.label, file.label + ": " + what});
    };
    Listing listing = list_folder(folder);
    for (NamedPath const& file : listing.files) {
        if (file.path.extension() == ".toml" || is_note(file)) continue;
        if (!is_picture(file.path)) {
            report(file, "is not a picture that can be shown; export it as SVG, PNG, JPEG or WebP");
        } else if (catalog.image(file.stem())) {
            report(file, "another picture has the name \"" + file.stem() + "\"; rename one of them");
        } else if (auto image = read_picture(file, file.stem(), licence, catalog)) {
            if (!exists(description_of(file))) report(file, "has no description; write one beside it, with alt = {…}");
            catalog.images.emplace(image->id, std::move(*image));
        }
    }
    for (NamedPath const& file : listing.files) {
        if (file.path.extension() != ".toml" || catalog.image(file.stem())) continue;
        report(file, "describes a picture that is not there");
    }
}

}
