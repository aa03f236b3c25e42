// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/document_names.hpp"
#include "corpora/model/mention.hpp"

namespace demarche {

// A state's own office by its name, a node beside the models of offices.
struct Office {
    std::string id;     // "office.AUS.joint_cyber_security_centre": the same in all documents of an author
    std::string label;  // as printed where the document names it first
    std::string model;  // id of the code that it stands for: "fp.agency"
    std::string acronym;
};

// The offices that documents name, and which of them a mention of a focal-point model is about.
class Offices {
public:
    // Of the names, those that are offices of `author` with a focal-point model; a CERT is a body.
    void learn(const std::string& author, const std::string& document, const DocumentNames& names);

    // By the mention's words: an office's acronym, or its name in full or in part. Among several the one that the
    // document names in most sentences. Null: it names none ("a central agency will be set up").
    // cost  the offices of the document, which are few
    const Office* named_in(const std::string& document, const Mention& mention) const;

private:
    struct Known {
        Office office;
        std::string folded;  // its name as names are compared
    };
    std::map<std::string, std::vector<Known>, std::less<>> by_document_;  // named in most sentences first
};

}  // namespace demarche
