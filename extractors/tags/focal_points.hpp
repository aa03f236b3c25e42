// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpora/model/document_names.hpp"
#include "corpora/model/sentence.hpp"
#include "extractors/tags/sentence_matcher.hpp"

namespace demarche {

// Gathers the names of the state's own offices from the sentences of one document:
// agency, CERT, cyber ambassador, and the ministry that leads.
//
// A mention of fp.agency, fp.ambassador or body.csirt carries a name when its words are
// printed as one: capitalised, in English throughout; neither plural nor general ("each",
// "a national CERT"); and not another state's or an organisation's. A ministry is taken
// from a sentence that gives fp.agency or fp.ambassador by a rule or a
// description, when it is the only office there (the concept `names.office`).
class FocalPointCollector {
public:
    explicit FocalPointCollector(const CompiledCodebook& codebook) : codebook_(codebook) {}

    // The sentence that `matcher` matched last, and what it found there.
    void look_at(const Sentence& sentence, std::string_view text, const std::vector<Candidate>& found,
                 const SentenceMatcher& matcher);

    // The sentences must still be there. In order of the sentence that names each first. Names of one office, its
    // acronym and its long form, are one.
    std::vector<NamedFocalPoint> gathered(const LearntNames& learnt) const;

private:
    struct Range {
        std::uint32_t first, last;  // tokens
    };
    struct Gathered {
        std::string code;
        std::string folded;   // the name as names are compared
        std::string printed;  // as it was first
        std::vector<const Sentence*> sentences;
    };

    std::string_view word(std::uint32_t i) const;
    bool is_capital(std::uint32_t i) const;
    bool is_small(std::uint32_t i) const;
    bool is_adjacent(std::uint32_t left) const;
    bool is_glued(std::uint32_t i) const;
    bool is_table_row() const;
    std::uint32_t left_end(Range mention) const;
    std::uint32_t short_run_end(Range name) const;
    Range widened(Range name, bool runs_on) const;
    bool is_name(Range name) const;
    bool is_printed_as_name(Range name) const;
    std::string printed(Range name) const;
    bool is_of_others(Range name) const;
    std::optional<Range> leading_office(const Candidate& mention) const;
    void add(const std::string& code, Range name, const Sentence& sentence);

    const CompiledCodebook& codebook_;
    std::map<std::pair<std::string, std::string>, Gathered> offices_;  // by code and folded name
    std::set<std::string> others_;                                     // folded names of other states' offices
    // Of the sentence at hand.
    std::string_view text_;
    std::string_view language_;
    const std::vector<Candidate>* found_ = nullptr;
    const SentenceMatcher* matcher_ = nullptr;
};

}  // namespace demarche
