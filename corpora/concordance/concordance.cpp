// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/concordance/concordance.hpp"

#include <algorithm>
#include <map>

namespace demarche {

namespace {

// The count of each searched document, in their order.
std::vector<HitCount> counts_of(const Concordance& concordance) {
    std::vector<HitCount> counts;
    for (std::size_t i = 0; i < concordance.documents.size(); ++i) {
        const StudyDocument& document = concordance.documents[i];
        HitCount& count = counts.emplace_back();
        count.document = document.id;
        if (document.facts.state) count.state = document.facts.state->value;
        if (document.facts.year) count.year = document.facts.year->value;
        count.documents = 1;
        count.documents_failed = document.failure ? 1 : 0;
        count.sentences = concordance.sentences.at(i);
        count.pages_unread = document.quality.pages_unread;
    }
    const ConcordanceHit* before = nullptr;
    for (const ConcordanceHit& hit : concordance.hits) {
        HitCount& count = counts.at(hit.document);
        ++count.hits;
        const bool is_same_sentence = before != nullptr && before->document == hit.document &&
                                      before->sentence.ordinal == hit.sentence.ordinal;
        if (!is_same_sentence) ++count.sentences_with_hits;
        before = &hit;
    }
    return counts;
}

void add(HitCount& sum, const HitCount& count) {
    sum.documents += count.documents;
    sum.documents_failed += count.documents_failed;
    sum.sentences += count.sentences;
    sum.hits += count.hits;
    sum.sentences_with_hits += count.sentences_with_hits;
    sum.pages_unread += count.pages_unread;
}

void put_densest_first(std::vector<HitCount>& counts) {
    std::stable_sort(counts.begin(), counts.end(), [](const HitCount& left, const HitCount& right) {
        if (left.is_read() != right.is_read()) return left.is_read();
        return left.per_1000().value_or(-1) > right.per_1000().value_or(-1);
    });
}

}  // namespace

std::vector<HitCount> count_by_document(const Concordance& concordance) {
    std::vector<HitCount> counts = counts_of(concordance);
    put_densest_first(counts);
    return counts;
}

std::vector<HitCount> count_by_state(const Concordance& concordance) {
    std::map<std::optional<std::string>, HitCount> by_state;
    for (const HitCount& count : counts_of(concordance)) {
        HitCount& sum = by_state[count.state];
        sum.state = count.state;
        add(sum, count);
    }
    std::vector<HitCount> counts;
    counts.reserve(by_state.size());
    for (auto& [state, count] : by_state) counts.push_back(std::move(count));
    put_densest_first(counts);
    return counts;
}

HitCount count_all(const Concordance& concordance) {
    HitCount all;
    for (const HitCount& count : counts_of(concordance)) add(all, count);
    return all;
}

bool is_read_in_part(const StudyDocument& document) noexcept {
    return !document.failure && (document.partial || document.quality.pages_unread > 0);
}

}  // namespace demarche
