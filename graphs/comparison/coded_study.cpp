// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/comparison/coded_study.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "corpora/model/code_languages.hpp"
#include "corpora/model/language.hpp"

namespace demarche {

namespace {

ComparedDocument compared(const StudyDocument& document, const Authors& authors) {
    ComparedDocument made;
    made.id = document.id;
    made.title = document.facts.title ? document.facts.title->value : document.name;
    made.author = authors.of(document);
    if (document.facts.year) made.year = document.facts.year->value;
    if (document.facts.language) made.language = primary_language(document.facts.language->value);
    made.is_failed = document.failure.has_value();
    if (made.is_failed) return made;
    made.is_read_in_part = document.partial.has_value() || document.quality.pages_unread > 0;
    made.pages = document.quality.pages;
    made.pages_unread = document.quality.pages_unread;
    made.sentences = document.sentences;
    return made;
}

ComparedCode compared(const std::string& id, const Codebook& codebook) {
    const Code* code = codebook.find_code(id);
    if (code == nullptr) return {id, id.substr(0, id.find('.')), id};
    return {id, code->family, code->label};
}

// The number at the end of a mention's id, which its other parts do not hold.
std::uint32_t nth_of(const std::string& observation) {
    std::uint32_t nth = 1;
    const std::size_t colon = observation.rfind(':');
    if (colon != std::string::npos)
        std::from_chars(observation.data() + colon + 1, observation.data() + observation.size(), nth);
    return nth;
}

template <typename Value>
bool admits(const std::set<Value>& wanted, const Value& value) {
    return wanted.empty() || wanted.contains(value);
}

}  // namespace

CodedStudy::CodedStudy(const std::vector<StudyDocument>& documents, const Codebook& codebook,
                       const Catalogue& catalogue, ComparisonScope scope)
    : scope_(std::move(scope)) {
    for (const std::string& id : scope_.codes)
        if (code_at_.emplace(id, codes_.size()).second) codes_.push_back(compared(id, codebook));
    const Authors authors(codebook, catalogue);
    for (const StudyDocument& document : documents) {
        ComparedDocument made = compared(document, authors);
        if (holds(made)) documents_.push_back(std::move(made));
    }
    std::sort(documents_.begin(), documents_.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    const CodeLanguages reach(codebook);
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        document_at_.emplace(documents_[i].id, i);
        std::vector<bool>& findable = findable_[documents_[i].language];
        if (!findable.empty()) continue;
        for (const ComparedCode& code : codes_) findable.push_back(reach.can_find(code.id, documents_[i].language));
    }
    occurrences_.resize(documents_.size());
}

bool CodedStudy::holds(const ComparedDocument& document) const {
    const bool asks_year = scope_.from_year || scope_.to_year;
    if (asks_year && !document.year) return false;
    if (scope_.from_year && *document.year < *scope_.from_year) return false;
    if (scope_.to_year && *document.year > *scope_.to_year) return false;
    return admits(scope_.languages, document.language) && admits(scope_.authors, document.author.id) &&
           admits(scope_.documents, document.id);
}

void CodedStudy::add(const Observation& observation) {
    const auto code = code_at_.find(observation.mention.code);
    if (code == code_at_.end()) return;
    const auto document = document_at_.find(observation.document);
    if (document == document_at_.end()) return;
    const std::optional<Stance> stance = observation.mention.stance;
    if (!scope_.stances.empty() && (!stance || !scope_.stances.contains(*stance))) return;
    Occurrence made{observation.mention.sentence, nth_of(observation.id), observation.page, stance, {}, {}};
    if (scope_.keeps_quotations) {
        if (!last_quotation_ || *last_quotation_ != observation.sentence)
            last_quotation_ = std::make_shared<const std::string>(observation.sentence);
        made.quotation = last_quotation_;
        made.term = observation.mention.term;
    }
    occurrences_[document->second][code->second].push_back(std::move(made));
}

std::optional<std::size_t> CodedStudy::find_code(const std::string& id) const {
    const auto found = code_at_.find(id);
    return found == code_at_.end() ? std::nullopt : std::optional(found->second);
}

const std::vector<Occurrence>& CodedStudy::occurrences(std::size_t document, std::size_t code) const {
    static const std::vector<Occurrence> none;
    const auto& of_document = occurrences_.at(document);
    const auto found = of_document.find(code);
    return found == of_document.end() ? none : found->second;
}

bool CodedStudy::can_find(std::size_t document, std::size_t code) const {
    return findable_.at(documents_.at(document).language).at(code);
}

std::string CodedStudy::mention_id(std::size_t document, std::size_t code, const Occurrence& occurrence) const {
    return observation_id(documents_.at(document).id, occurrence.sentence, codes_.at(code).id, occurrence.nth);
}

}  // namespace demarche
