// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpora/model/mention.hpp"

namespace demarche {

// A sentence as somebody coded it: a person, or demarche.
struct CodedSentence {
    std::string sid;       // the sentence's id, the same with every coder
    std::string document;  // these three are empty when unknown
    std::string language;
    std::string text;
    std::vector<std::string> codes;  // sorted, each once; those of `norms` may be among them or not
    std::map<std::string, Stance> norms;

    // Every code given, with and without a stance.
    std::set<std::string> all_codes() const {
        std::set<std::string> all(codes.begin(), codes.end());
        for (const auto& [code, stance] : norms) all.insert(code);
        return all;
    }
};

// One coder's work. A sentence that is not in it was not read by the coder; one
// without codes was read and carries none.
struct Coding {
    std::string coder;
    std::vector<CodedSentence> sentences;  // each sid once
};

}  // namespace demarche
