// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "corpora/model/codebook.hpp"
#include "corpora/model/state.hpp"
#include "corpora/model/study.hpp"
#include "graphs/network.hpp"

namespace demarche {

// Who speaks in a document, for the network and for the comparison, so that a row of one is a node of the other. By
// DocumentFacts::state:
//
//   a state        that state ("AUS")
//   "INT"          the body that the issuer names, by id or label, if the codebook has one ("body.eu"); otherwise
//                  "INT.issuer", or "INT" when no issuer is known
//   unknown        the document itself ("document.policy_2019")
struct Author {
    std::string id;
    std::string label;  // as catalogue and codebook have it; a state that they do not know is its own label
    NodeType type = NodeType::state;
};

class Authors {
public:
    // Copies what it needs.
    Authors(const Codebook& codebook, const Catalogue& catalogue);

    Author of(const StudyDocument& document) const;

private:
    std::map<std::string, std::string> name_of_state_;
    std::map<std::string, std::string> body_by_name_;  // id_part() of id and label -> id
    std::map<std::string, std::string> label_of_body_;
};

// Its English name; where there is none, its first, or its code.
std::string name_of(const State& state);

}  // namespace demarche
