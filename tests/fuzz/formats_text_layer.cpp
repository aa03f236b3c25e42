// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"
#include "extractors/formats/ocr_languages.hpp"
#include "extractors/formats/plain_text.hpp"
#include "extractors/formats/text_layer.hpp"

// Whatever the bytes of a text file: it is refused, or its pages come in order and their words are the file's, all
// of them, between letters. And whatever a page's letters and fonts: what is said of its text layer is a share, and
// a language pack that there is.

namespace {

using demarche::Page;

void require(bool holds) {
    if (!holds) std::abort();
}

std::string without_blanks(std::string_view text) {
    std::string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result),
                 [](char c) { return c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f'; });
    return result;
}

void judge(Page page) {
    page.fonts = {{"Times-Roman", false, false}, {"ABCDEF+Kruti Dev 010", false, false}, {page.text, true, true}};
    for (std::size_t word = 0; word < page.words.size(); ++word)
        page.words[word].font = static_cast<std::uint16_t>(word % 7 < 3 ? word % 7 : 0);
    const demarche::TextLayer layer = demarche::judge_text_layer(page);
    require(layer.odd_share >= 0 && layer.odd_share <= 1);
    require(layer.pack.empty() || !demarche::ocr_package_of(layer.pack).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    std::string letters;
    std::uint32_t pages = 0;
    try {
        demarche::make_plain_text_extractor()->read(bytes, {}, [&](Page&& page) {
            require(page.number == ++pages);
            std::uint32_t end = 0;
            for (const auto& word : page.words) {
                require(word.length > 0 && word.begin == end);
                end = word.begin + word.length;
                require(!demarche::first_invalid_utf8(page.letters(word)));
            }
            require(end == page.text.size());
            letters += page.text;
            judge(std::move(page));
        });
    } catch (const demarche::Error& error) {
        require(error.kind() == demarche::ErrorKind::malformed);
        return 0;
    }
    const bool has_mark = bytes.starts_with("\xEF\xBB\xBF");
    require(letters == without_blanks(bytes.substr(has_mark ? 3 : 0)));
    require(pages == 1 + static_cast<std::uint32_t>(std::count(bytes.begin(), bytes.end(), '\f')));
    return 0;
}
