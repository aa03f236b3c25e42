// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/coded_sentence.hpp"

namespace demarche {

// What the bootstrap draws: documents, as sentences of one document are alike;
// single sentences where fewer than ten documents are known, too few to draw from.
class Clusters {
public:
    explicit Clusters(const std::vector<Coding>& codings);

    std::size_t size() const noexcept { return count_; }
    bool are_documents() const noexcept { return are_documents_; }
    // Of a sentence in one of the codings.
    std::size_t of(const std::string& sid) const { return of_sentence_.at(sid); }

private:
    std::map<std::string, std::size_t> of_sentence_;
    std::size_t count_ = 0;
    bool are_documents_ = false;
};

// The part, from 1 to `parts`, that a document belongs to when documents are dealt
// out by their names: always the same, whatever other documents there are.
std::size_t part_of(std::string_view document, std::size_t parts) noexcept;

}  // namespace demarche
