// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace demarche {

// A short form that a document explains: "African Union (AU)", 'the Agency for Cyber Security (the "Agency")'.
struct DefinedName {
    std::string short_form;  // as printed, without its article: "AU", "Agency"
    std::string long_form;
    std::string code;            // of the body, instrument or focal point that it names; empty: none that is known
    std::uint32_t sentence = 0;  // Sentence::ordinal, where it is defined
    std::uint32_t page = 0;      // on which that sentence begins
    friend bool operator==(const DefinedName&, const DefinedName&) = default;
};

// An office of the state whose document it is, by its name: agency, CERT, cyber ambassador, leading ministry.
struct NamedFocalPoint {
    std::string organisation;    // as printed, in the longest form known: "National Cyber Security Agency"
    std::string acronym;         // "ACN"; empty when the document gives none
    std::string code;            // the model that it stands for: "fp.agency", "fp.ambassador", "body.csirt"
    std::uint32_t sentence = 0;  // Sentence::ordinal, of the first that names it
    std::uint32_t page = 0;      // on which that sentence begins
    std::uint32_t mentions = 0;  // sentences that name it, in full or by its acronym
    friend bool operator==(const NamedFocalPoint&, const NamedFocalPoint&) = default;
};

// What one document calls things. Both in order of their sentences.
struct DocumentNames {
    std::vector<DefinedName> defined;
    std::vector<NamedFocalPoint> focal_points;
    friend bool operator==(const DocumentNames&, const DocumentNames&) = default;
};

}  // namespace demarche
