// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "corpora/model/codebook.hpp"
#include "corpora/model/state.hpp"
#include "corpora/model/study.hpp"

namespace demarche {

// Who speaks in a document. The ids are those of the network's nodes (graphs/network_builder.hpp), so that a row
// of a comparison is found again in the network:
//
//   a state        "AUS"
//   "INT"          the body that the issuer names ("body.eu"); otherwise "INT.issuer", or "INT" when none is known
//   unknown        the document itself ("document.policy_2019")
struct Author {
    std::string id;
    std::string label;
    bool is_state = false;
};

class Authors {
public:
    Authors(const Codebook& codebook, const Catalogue& catalogue);

    Author of(const StudyDocument& document) const;

private:
    std::map<std::string, std::string> name_of_state_;
    std::map<std::string, std::string> body_by_name_;  // slug of id and label -> id
    std::map<std::string, std::string> label_of_body_;
};

}  // namespace demarche
