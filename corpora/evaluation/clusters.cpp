// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/evaluation/clusters.hpp"

#include <cstdint>
#include <set>

namespace demarche {

namespace {
constexpr std::size_t fewest_documents = 10;
}  // namespace

Clusters::Clusters(const std::vector<Coding>& codings) {
    std::set<std::string> documents;
    for (const Coding& coding : codings)
        for (const CodedSentence& sentence : coding.sentences)
            if (!sentence.document.empty()) documents.insert(sentence.document);
    are_documents_ = documents.size() >= fewest_documents;
    std::map<std::string, std::size_t> of_document;
    for (const Coding& coding : codings)
        for (const CodedSentence& sentence : coding.sentences) {
            const auto [entry, is_new] = of_sentence_.try_emplace(sentence.sid, count_);
            if (!is_new) continue;
            if (are_documents_ && !sentence.document.empty())
                entry->second = of_document.try_emplace(sentence.document, count_).first->second;
            if (entry->second == count_) ++count_;
        }
}

std::size_t part_of(std::string_view document, std::size_t parts) noexcept {
    std::uint64_t hash = 14695981039346656037U;  // FNV-1a, 64 bits
    for (const char letter : document) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211U;
    // Its low bits depend on the low bits of the letters alone; the high ones are mixed in.
    hash ^= hash >> 32U;
    return 1 + static_cast<std::size_t>(hash % parts);
}

}  // namespace demarche
