// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "corpora/model/utf8.hpp"
#include "corpora/readers/hand_codes.hpp"

// Whatever the bytes: coders, each once, with sentences, each once; every stance is of a code that was given; or
// there are problems, in the order of their lines.

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const demarche::Coding& coding) {
    require(!coding.coder.empty() && !coding.sentences.empty());
    std::set<std::string> sids;
    for (const demarche::CodedSentence& sentence : coding.sentences) {
        require(!sentence.sid.empty() && sids.insert(sentence.sid).second);
        require(std::is_sorted(sentence.codes.begin(), sentence.codes.end()));
        require(std::adjacent_find(sentence.codes.begin(), sentence.codes.end()) == sentence.codes.end());
        for (const auto& [code, stance] : sentence.norms)
            require(std::binary_search(sentence.codes.begin(), sentence.codes.end(), code));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto checked = demarche::parse_hand_codes(text, "fuzz.csv");
    require(!checked.problems.empty() || !checked.value.empty());
    int line = 0;
    for (const demarche::Problem& problem : checked.problems) {
        require(problem.place.line >= line && !demarche::first_invalid_utf8(problem.what));
        line = problem.place.line;
    }
    std::set<std::string> coders;
    for (const demarche::Coding& coding : checked.value) {
        require(coders.insert(coding.coder).second);
        check(coding);
    }
    return 0;
}
