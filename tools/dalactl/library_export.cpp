#include "dalactl/library_export.h"

#include "content/inventory.h"
#include "content/markdown.h"
#include "content/nearest.h"
#include "content/table_reader.h"
#include "dalactl/catalogue.h"

#include <algorithm>
#include <fstream>

namespace kiosk {
namespace {

bool is_over(Expiry const& expires, std::chrono::sys_days today) { return expires && today >= *expires; }

/// Finds out what is wanted, and what of it has expired.
class Wanted {
public:
    Wanted(Catalog const& catalog, ExportWish const& wish) : m_catalog(catalog), m_wish(wish) {}

    void add_everything() {
        for (auto const& [id, argument] : m_catalog.arguments) add_argument(argument);
        for (auto const& [id, image] : m_catalog.images) {
            if (!is_exhibitors(id)) add_picture(id);
        }
    }

    Status add(std::string const& id) {
        Argument const* argument = m_catalog.argument(id);
        Topic const* topic = m_catalog.topic(id);
        bool const picture = m_catalog.image(id);
        if (argument) add_argument(*argument);
        if (topic) add_page(*topic);
        if (picture) add_picture(id);
        if (argument || topic || picture) return {};
        Names known = ids_of(m_catalog.arguments);
        for (Names const& more : {ids_of(m_catalog.images), ids_of(m_catalog.topics)})
            known.insert(known.end(), more.begin(), more.end());
        return Error{Kind::NotFound,
                     "no argument, picture or page has the id \"" + id + "\"" + suggestion(id, known)};
    }

    Selection selection;
    std::vector<std::string> left_out;

private:
    void add_argument(Argument const& argument) {
        if (!may_go(argument.expires, {AssetKind::Argument, argument.id})) return;
        selection.arguments.insert(argument.id);
        add_picture(argument.image);
    }

    void add_page(Topic const& topic) {
        add_picture(topic.image);
        for (Section const& section : topic.sections) {
            add_picture(section.image);
            for (std::string const& id : section.arguments) add_argument(*m_catalog.argument(id));
        }
    }

    void add_picture(std::string const& id) {
        Image const* image = m_catalog.image(id);
        if (image && may_go(image->expires, {AssetKind::Picture, id})) selection.pictures.insert(id);
    }

    bool may_go(Expiry const& expires, AssetId const& asset) {
        if (m_wish.expired || !is_over(expires, m_wish.today)) return true;
        std::string const sentence =
            file_of(m_catalog, asset) + ": has expired and is left out; --expired takes it along";
        if (std::ranges::find(left_out, sentence) == left_out.end()) left_out.push_back(sentence);
        return false;
    }

    Catalog const& m_catalog;
    ExportWish const& m_wish;
};

/// "name: value" and a line break, or nothing without a value.
std::string line(std::string const& name, std::string const& value) {
    return value.empty() ? "" : name + ": " + value + "\n";
}

/// Words that are printed elsewhere: without the joiners that only a typesetter needs.
std::string plain(std::string text) {
    constexpr std::string_view joiner = "\u2060";
    for (std::size_t at = text.find(joiner); at != std::string::npos; at = text.find(joiner, at))
        text.erase(at, joiner.size());
    return text;
}

class Writer {
public:
    Writer(Catalog const& catalog, Selection const& selection, std::filesystem::path out)
        : m_catalog(catalog), m_selection(selection), m_out(std::move(out)) {}

    Status write_arguments() {
        for (std::string const& id : m_selection.arguments) {
            for (Language const& language : m_catalog.languages) {
                auto done = write(std::filesystem::path("arguments") / (id + "." + language + ".txt"),
                                  text_of(*m_catalog.argument(id), language));
                if (!done) return done;
            }
        }
        return {};
    }

    Status write_pictures() {
        for (std::string const& id : m_selection.pictures) {
            Image const& image = *m_catalog.image(id);
            std::filesystem::path const file = m_out / "pictures" / exported_name(image);
            std::error_code failed;
            std::filesystem::create_directories(file.parent_path(), failed);
            std::filesystem::copy_file(image.file, file, std::filesystem::copy_options::overwrite_existing,
                                       failed);
            if (failed)
                return Error{Kind::Unreadable, file.string() + ": can't be written: " + failed.message()};
            auto done =
                write(std::filesystem::path("pictures") / (exported_name(image) + ".txt"), text_of(image));
            if (!done) return done;
        }
        return {};
    }

    Status write(std::filesystem::path const& name, std::string const& text) {
        std::filesystem::path const file = m_out / name;
        std::error_code failed;
        std::filesystem::create_directories(file.parent_path(), failed);
        std::ofstream stream{file, std::ios::binary | std::ios::trunc};
        stream << text;
        stream.close();
        if (stream) return {};
        return Error{Kind::Unreadable,
                     file.string() + ": can't be written; is there room, and may you write there?"};
    }

private:
    std::string say(Language const& language, std::string_view key) const {
        return m_catalog.phrase(language, "catalogue." + std::string(key));
    }

    std::string text_of(Argument const& argument, Language const& language) const {
        std::string text = argument.title.in(language) + "\n\n";
        for (Paragraph const& paragraph : read_markdown(argument.body.in(language)))
            text += (paragraph.list_item ? "– " : "") + plain_text(paragraph.markup) + "\n\n";
        if (argument.figure) {
            Figure const& figure = *argument.figure;
            text += line(say(language, "figure"), figure.value.in(language) + " " + figure.unit.in(language));
            text += source_line(language, figure.source, figure.year, figure.url);
        }
        for (Source const& source : argument.sources)
            text += source_line(language, source.name, source.year, source.url);
        if (m_selection.pictures.contains(argument.image)) {
            Image const& image = *m_catalog.image(argument.image);
            text += line(say(language, "picture"),
                         "pictures/" + exported_name(image) + ", " + credit_line(image));
        }
        return plain(text + line(say(language, "licence"), m_catalog.licence));
    }

    std::string source_line(Language const& language, std::string const& name, std::string const& year,
                            std::string const& url) const {
        return line(say(language, "source"), said_source(name, year) + (url.empty() ? "" : ", " + url));
    }

    std::string text_of(Image const& image) const {
        std::string text = exported_name(image) + "\n\n";
        for (Language const& language : m_catalog.languages) {
            text += image.alt.in(language) + "\n";
            text += line(say(language, "credit"), image.credit);
            text += line(say(language, "licence"), image.licence) + "\n";
        }
        return plain(text);
    }

    Catalog const& m_catalog;
    Selection const& m_selection;
    std::filesystem::path m_out;
};

}

Result<Exported> export_library(Catalog const& catalog, ExportWish const& wish,
                                std::filesystem::path const& out) {
    Wanted wanted{catalog, wish};
    if (wish.ids.empty()) wanted.add_everything();
    for (std::string const& id : wish.ids) {
        if (auto added = wanted.add(id); !added) return added.error();
    }
    Writer writer{catalog, wanted.selection, out};
    if (auto done = writer.write_arguments(); !done) return done.error();
    if (auto done = writer.write_pictures(); !done) return done.error();
    auto done = writer.write("catalogue.html", catalogue_html(catalog, wanted.selection, wish.today));
    if (!done) return done.error();
    return Exported{wanted.selection.arguments.size(), wanted.selection.pictures.size(),
                    std::move(wanted.left_out)};
}

}
