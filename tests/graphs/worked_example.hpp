// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/model/state.hpp"
#include "corpora/model/study.hpp"
#include "graphs/exports/exports.hpp"
#include "graphs/network.hpp"
#include "graphs/network_builder.hpp"

namespace demarche::tests {

// A study small enough to check by hand: three states, an international body, a
// document of unknown author and one that could not be read. All texts are made up.
struct WorkedExample {
    std::vector<StudyDocument> documents;
    std::vector<Observation> observations;
    Codebook codebook;
    Catalogue catalogue;
    NetworkOptions options;

    Network network() const;
};

WorkedExample worked_example();

// The same with texts that are hard to write: controls, broken UTF-8, quotes, right-to-left marks, very long ones.
WorkedExample nasty_example();

StudyDocument document_of(const std::string& id, const std::string& state, std::optional<int> year);

// The `nth` mention of `code` in a sentence; the sentence's text is made from its place unless given.
Observation mention_in(const std::string& document, std::uint32_t sentence, const std::string& code,
                       std::optional<Stance> stance = std::nullopt, std::uint32_t nth = 1);

// `write` of an export into a string.
std::string written(const NetworkSource& source, const std::string& format);
// Without the documents, which most formats do not need.
std::string written(const Network& network, const std::string& format);

// A file of the source tree, such as "tests/graphs/readers.py".
std::filesystem::path source_file(const std::string& name);

// Compares with tests/golden/graphs/`name`, byte by byte. With DEMARCHE_APPROVE set in the environment the
// file is written anew instead.
bool is_golden(const std::string& name, const std::string& text);

}  // namespace demarche::tests
