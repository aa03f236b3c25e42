// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpora/model/utf8.hpp"
#include "corpora/readers/codebook.hpp"
#include "extractors/tags/tagger.hpp"
#include "tests/fuzz/mention_checks.hpp"

// Whatever codebook a user writes, if the check finds no mistake in it: it tags any sentence, and the mentions are
// as with the shipped one. The input is a codebook, a line "--- text", and what to tag, a sentence a line.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::string_view parting = "\n--- text\n";
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t end = input.find(parting);
    if (end == std::string_view::npos) return 0;
    auto [codebook, problems] = demarche::check_codebook_text(input.substr(0, end), "fuzz.yaml");
    if (!problems.empty()) return 0;
    const demarche::Tagger tagger(std::move(codebook));
    demarche::TaggingSession session(tagger);
    std::string_view rest = input.substr(end + parting.size());
    while (!rest.empty()) {
        const std::string sentence = demarche::with_valid_utf8(rest.substr(0, rest.find('\n')));
        rest.remove_prefix(std::min(rest.size(), std::min(rest.find('\n'), rest.size()) + 1));
        const auto mentions = session.tag({sentence, "en", "FRA"});
        demarche::check_mentions(mentions, sentence, tagger.codebook());
        demarche::check_explanation(session.explain({sentence, "en", "FRA"}), mentions, sentence);
    }
    return 0;
}
