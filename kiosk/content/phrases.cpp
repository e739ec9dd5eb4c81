#include "content/library_parts.h"

#include <algorithm>
#include <set>

namespace kiosk {
namespace {

using Phrases = std::map<std::string, std::string, std::less<>>;

/// What one file says, with the place of each phrase.
struct Phrase {
    std::string key, text;
    Position at;
};

void flatten(TomlTable const& table, std::string const& prefix, std::vector<Language> const& none,
             Findings& findings, std::vector<Phrase>& phrases) {
    TableReader in{table, {}, findings, none};
    for (TomlEntry const& entry : table) {
        std::string key = prefix + entry.key;
        if (auto inner = std::get_if<TomlTable>(&entry.value.data)) {
            flatten(*inner, key + ".", none, findings, phrases);
        } else if (std::string text = in.text(entry.key, Need::Required); !text.empty()) {
            phrases.push_back({std::move(key), std::move(text), entry.value.at});
        }
    }
}

/// The placeholders in a phrase: {seats} and {name} in "{name}: {seats} left".
std::set<std::string> placeholders(std::string_view text) {
    std::set<std::string> names;
    for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
        std::size_t close = text.find('}', open);
        if (close != text.npos) names.emplace(text.substr(open, close - open + 1));
    }
    return names;
}

void compare(Phrase const& phrase, std::string const& original, Language const& first, Findings& findings) {
    std::set<std::string> here = placeholders(phrase.text), there = placeholders(original);
    auto remark = [&](std::string const& what) {
        findings.add(Grade::Remark, phrase.at, "key \"" + phrase.key + "\": " + what);
    };
    for (std::string const& name : there) {
        if (!here.contains(name)) remark("lacks " + name + ", which the text in \"" + first + "\" has");
    }
    for (std::string const& name : here) {
        if (!there.contains(name)) remark("has " + name + ", which the text in \"" + first + "\" lacks");
    }
}

void read_phrase_file(NamedPath const& file, Language const& language, Catalog& catalog) {
    std::optional<TomlTable> table = read_toml_or_tell(file, catalog);
    if (!table) return;
    Findings findings{file.label, catalog.problems};
    std::vector<Phrase> phrases;
    flatten(*table, "", {}, findings, phrases);
    if (findings.faults() > 0) return catalog.spoilt.push_back(file.label);

    Language const& first = catalog.languages.front();
    Phrases const& originals = catalog.phrases[first];
    for (Phrase& phrase : phrases) {
        auto original = originals.find(phrase.key);
        if (language != first && original != originals.end())
            compare(phrase, original->second, first, findings);
        bool is_new = catalog.phrases[language].emplace(phrase.key, phrase.text).second;
        if (!is_new) {
            findings.add(Grade::Remark, phrase.at,
                         "key \"" + phrase.key + "\": another file has it too; delete one");
        }
    }
}

/// Both ways: a key that one language lacks is either not translated or misspelt.
void report_gaps(Language const& language, NamedPath const& folder, Catalog& catalog) {
    Language const& first = catalog.languages.front();
    for (auto const& [key, text] : catalog.phrases[first]) {
        if (catalog.phrases[language].contains(key)) continue;
        tell(folder, "has no phrase \"" + key + "\"", catalog.problems);
    }
    for (auto const& [key, text] : catalog.phrases[language]) {
        if (catalog.phrases[first].contains(key)) continue;
        tell(folder, "has a phrase \"" + key + "\", which \"" + first + "\" lacks", catalog.problems);
    }
}

}

void read_phrases(NamedPath const& folder, Catalog& catalog) {
    for (NamedPath const& other : list_folder(folder).folders) {
        if (std::ranges::find(catalog.languages, other.name()) != catalog.languages.end()) continue;
        tell(other, "library.toml does not list this language" + suggestion(other.name(), catalog.languages),
             catalog.problems);
    }
    for (Language const& language : catalog.languages) {
        NamedPath const own = folder / language;
        std::vector<NamedPath> files = list_folder(own).files;
        std::erase_if(files, [](NamedPath const& file) { return file.path.extension() != ".toml"; });
        for (NamedPath const& file : files) read_phrase_file(file, language, catalog);
        if (files.empty()) {
            tell(own, "has no phrases; copy those of another language", catalog.problems);
        } else if (language != catalog.languages.front()) {
            report_gaps(language, own, catalog);
        }
    }
}

}
