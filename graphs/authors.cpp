// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/authors.hpp"

#include <string_view>

#include "graphs/characters.hpp"

namespace demarche {

Authors::Authors(const Codebook& codebook, const Catalogue& catalogue) {
    for (const State& state : catalogue) name_of_state_.emplace(state.iso3, name_of(state));
    for (const Code& code : codebook.codes) {
        if (code.family != "body") continue;
        body_by_name_.emplace(id_part(code.id), code.id);
        body_by_name_.emplace(id_part(code.label), code.id);
        label_of_body_.emplace(code.id, code.label);
    }
}

Author Authors::of(const StudyDocument& document) const {
    const DocumentFacts& facts = document.facts;
    if (!facts.state || is_blank(facts.state->value))
        return {"document." + document.id, facts.title ? facts.title->value : document.name, NodeType::document};
    if (facts.state->value != "INT") {
        const auto known = name_of_state_.find(facts.state->value);
        return {facts.state->value, known == name_of_state_.end() ? facts.state->value : known->second,
                NodeType::state};
    }
    const std::string issuer = facts.issuer ? id_part(facts.issuer->value) : std::string();
    if (issuer.empty()) return {"INT", "International organisation", NodeType::organisation};
    if (const auto body = body_by_name_.find(issuer); body != body_by_name_.end())
        return {body->second, label_of_body_.at(body->second), NodeType::body};
    return {"INT." + issuer, facts.issuer->value, NodeType::organisation};
}

std::string name_of(const State& state) {
    if (const auto english = state.name.find("en"); english != state.name.end()) return english->second;
    return state.name.empty() ? state.iso3 : state.name.begin()->second;
}

}  // namespace demarche
