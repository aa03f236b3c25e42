// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "corpora/exports/dictionary_codebook.hpp"
#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"
#include "corpora/readers/codebook.hpp"

// Whatever the bytes, in every format of dictionaries and both encodings: an Error, or a codebook without
// mistakes, with a code for each category, a term for each entry that is said to be kept or changed, and a line for
// each that is not.

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::size_t entries_of(const demarche::Dictionary& dictionary) {
    std::size_t count = dictionary.left_out;
    for (const demarche::DictionaryCategory& category : dictionary.categories) count += category.entries.size();
    return count;
}

void check(const demarche::Checked<demarche::Dictionary>& dictionary, const std::string& language) {
    const auto made = demarche::codebook_from(dictionary, {"fuzz", "", language, "my"});
    require(made.kept + made.changed + made.repeated + made.left_out == entries_of(dictionary.value));
    require(made.changed + made.repeated + made.left_out == 0 || !made.problems.empty());
    const auto [codebook, problems] = demarche::check_codebook_text(made.yaml, "made.yaml");
    require(!demarche::has_errors(problems));
    require(codebook.codes.size() == dictionary.value.categories.size());
    std::size_t terms = 0;
    for (const demarche::Code& code : codebook.codes) terms += code.terms.size();
    require(terms == made.kept + made.changed);
    for (const demarche::Problem& problem : made.problems)
        require(problem.is_warning && !demarche::first_invalid_utf8(problem.what));
}

}  // namespace

// The first byte chooses format, encoding and language.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto& formats = demarche::dictionary_formats();
    const auto& format = formats[data[0] % formats.size()];
    const auto encoding =
        (data[0] & 0x40U) != 0 ? demarche::TextEncoding::windows_1252 : demarche::TextEncoding::utf8;
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    std::optional<demarche::Checked<demarche::Dictionary>> dictionary;
    try {
        dictionary = demarche::parse_dictionary(bytes, "fuzz", format, encoding);
    } catch (const demarche::Error& error) {
        require(error.kind() == demarche::ErrorKind::invalid);
        return 0;
    }
    check(*dictionary, (data[0] & 0x80U) != 0 ? "any" : "en");
    return 0;
}
