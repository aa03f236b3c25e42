// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "corpora/model/finding.hpp"
#include "corpora/model/study.hpp"

namespace demarche {

// What a table can be made of. Exports take this instead of the store, so that
// they are tested, and can be used, without one.
struct TableSource {
    std::vector<StudyDocument> documents;  // in order of id
    // Every mention, in order of document id, sentence, span, code.
    std::function<void(const std::function<void(const Observation&)>& visit)> for_each_observation;
    // Text and sentences of a document that did not fail.
    std::function<ReadDocument(const std::string& document)> read;
    // What a document calls things; empty of one that failed.
    std::function<DocumentNames(const std::string& document)> names = [](const std::string&) {
        return DocumentNames();
    };
};

// The document of that id. Throws std::logic_error if there is none: the source contradicts itself.
// Cost: O(log documents).
const StudyDocument& document_of(const TableSource& source, const std::string& id);

}  // namespace demarche
