// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/dictionary.hpp"

#include <algorithm>
#include <utility>

#include "corpora/model/error.hpp"
#include "corpora/readers/dictionary_formats.hpp"

namespace demarche {

namespace {

std::string ending_of(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    for (char& letter : ending)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
    return ending;
}

std::string known_formats() {
    std::string known;
    for (const DictionaryFormat& format : dictionary_formats()) {
        known += (known.empty() ? "" : ", ") + std::string(format.name) + " (";
        for (std::size_t at = 0; at < format.endings.size(); ++at)
            known += (at == 0 ? "" : " ") + std::string(format.endings[at]);
        known += ")";
    }
    return known;
}

bool has_ending(const DictionaryFormat& format, const std::string& ending) {
    return std::find(format.endings.begin(), format.endings.end(), ending) != format.endings.end();
}

}  // namespace

std::size_t Dictionary::category(std::string_view name, std::optional<std::size_t> parent, int line) {
    const auto same = std::find_if(categories.begin(), categories.end(), [&](const DictionaryCategory& each) {
        return each.name == name && each.parent == parent;
    });
    if (same != categories.end()) return static_cast<std::size_t>(same - categories.begin());
    categories.push_back({std::string(name), line, parent, {}});
    return categories.size() - 1;
}

const std::vector<DictionaryFormat>& dictionary_formats() {
    static const std::vector<DictionaryFormat> formats = {
        {"yaml", {".yml", ".yaml"}, "quanteda's YAML: keys, perhaps nested, with lists", parse_yaml_dictionary},
        {"liwc", {".dic"}, "LIWC 2001 to 2015: categories between % lines, then words", parse_liwc_dictionary},
        {"lexicoder",
         {".lc3"},
         "Lexicoder 3: +CATEGORY lines, each followed by its words",
         parse_lexicoder_dictionary},
        {"table",
         {".dicx", ".csv", ".tsv"},
         "LIWC-22 (a column for each category), or columns term and category",
         parse_table_dictionary},
    };
    return formats;
}

const DictionaryFormat& dictionary_format_of(const std::filesystem::path& path, std::string_view name) {
    const std::string ending = ending_of(path);
    for (const DictionaryFormat& format : dictionary_formats())
        if (name.empty() ? has_ending(format, ending) : format.name == name) return format;
    if (!name.empty())
        throw Error(ErrorKind::usage, "",
                    "there is no dictionary format \"" + std::string(name) + "\"; there are " + known_formats());
    throw Error(
        ErrorKind::usage, path.string(),
        "does not say by its ending what kind of dictionary it is: say --from with one of " + known_formats());
}

bool is_dictionary_file(const std::filesystem::path& path) {
    const std::string ending = ending_of(path);
    const auto& formats = dictionary_formats();
    return ending != ".yaml" && ending != ".yml" &&
           std::any_of(formats.begin(), formats.end(),
                       [&](const DictionaryFormat& format) { return has_ending(format, ending); });
}

Checked<Dictionary> parse_dictionary(std::string_view bytes, const std::string& name,
                                     const DictionaryFormat& format, TextEncoding encoding) {
    const std::string text = decoded_text(bytes, encoding, name);
    Checked<Dictionary> checked = format.parse(text, name);
    if (has_errors(checked.problems)) throw as_error(name, checked.problems);
    const auto& categories = checked.value.categories;
    if (std::all_of(categories.begin(), categories.end(), [](const auto& each) { return each.entries.empty(); }))
        throw Error(ErrorKind::invalid, name, "holds no word in any category");
    return checked;
}

}  // namespace demarche
