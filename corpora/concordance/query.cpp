// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/concordance/query.hpp"

namespace demarche {

namespace {

std::string near_text(const QueryNode& near) {
    std::string text = "NEAR(";
    for (const QueryNode& phrase : near.children) text += to_string(phrase) + ' ';
    text.back() = ',';
    return text + ' ' + std::to_string(near.distance) + ')';
}

}  // namespace

std::string to_string(const QueryNode& query) {
    if (query.kind == QueryNode::Kind::phrase) return '"' + query.written + '"';
    if (query.kind == QueryNode::Kind::near) return near_text(query);
    const char* const between = query.kind == QueryNode::Kind::all   ? " AND "
                                : query.kind == QueryNode::Kind::any ? " OR "
                                                                     : " NOT ";
    std::string text;
    for (const QueryNode& child : query.children) {
        const bool is_simple = child.kind == QueryNode::Kind::phrase || child.kind == QueryNode::Kind::near;
        if (!text.empty()) text += between;
        text += is_simple ? to_string(child) : '(' + to_string(child) + ')';
    }
    return text;
}

}  // namespace demarche
