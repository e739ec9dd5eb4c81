#include "content/library_parts.h"

#include "content/text_check.h"

#include <algorithm>

namespace kiosk {
namespace {

/// Fills in what NAME.toml says, or leaves the image as it is and says why.
void read_description(NamedPath const& file, Image& image, Catalog& catalog) {
    std::optional<TomlTable> table = read_toml_or_tell(file, catalog);
    if (!table) return;
    Findings findings{file.label, catalog.problems};
    TableReader in{*table, {}, findings, catalog.languages};
    Image described = image;
    described.decorative = in.flag("decorative", false);
    // Exhibitors may say as little as where the focus is.
    Need const words = described.decorative || is_exhibitors(image.id) ? Need::Optional : Need::Required;
    described.alt = in.localized("alt", words);
    described.described = described.decorative || !described.alt.empty();
    described.decorative = described.alt.empty();
    described.credit = in.text("credit");
    if (in.has("licence")) described.licence = in.text("licence");
    described.tags = in.words("tags");
    described.focus = in.focus("focus");
    described.expires = in.date("expires");
    in.finish();
    if (findings.faults() == 0)
        image = std::move(described);
    else
        catalog.spoilt.push_back(file.label);
}

NamedPath description_of(NamedPath const& picture) {
    NamedPath file = picture;
    file.path.replace_extension(".toml");
    file.label = std::filesystem::path{file.label}.replace_extension(".toml").string();
    return file;
}

constexpr char const* no_description = "has no description; write one beside it, with alt = {…}";

bool is_note(NamedPath const& file) {
    return file.path.extension() == ".md" || file.path.extension() == ".txt";
}

bool exists(NamedPath const& file) {
    std::error_code failed;
    return std::filesystem::exists(file.path, failed);
}

}

std::optional<Image> read_picture(NamedPath const& file, std::string id, std::string const& licence,
                                  Catalog& catalog) {
    if (auto unfit = unfit_for_screen(file.name())) {
        tell(file, "the file's name " + *unfit, catalog.problems);
        return std::nullopt;
    }
    Image image;
    image.id = std::move(id);
    image.file = file.path;
    image.stamp = file_stamp(file.path);
    image.licence = licence;
    image.decorative = true;
    NamedPath const description = description_of(file);
    image.described = exists(description);
    if (image.described) read_description(description, image, catalog);
    return image;
}

void read_images(NamedPath const& folder, std::string const& licence, Catalog& catalog) {
    auto report = [&](NamedPath const& file, std::string const& what) { tell(file, what, catalog.problems); };
    Listing listing = list_folder(folder);
    for (NamedPath const& file : listing.files) {
        if (file.path.extension() == ".toml" || is_note(file)) continue;
        if (!is_picture(file.path)) {
            report(file, "is not a picture that can be shown; export it as SVG, PNG, JPEG or WebP");
        } else if (catalog.image(file.stem())) {
            report(file, "another picture has the name \"" + file.stem() + "\"; rename one of them");
        } else if (auto image = read_picture(file, file.stem(), licence, catalog)) {
            if (!image->described) report(file, no_description);
            catalog.images.emplace(image->id, std::move(*image));
        }
    }
    for (NamedPath const& file : listing.files) {
        if (file.path.extension() != ".toml" || catalog.image(file.stem())) continue;
        report(file, "describes a picture that is not there");
    }
}

}
