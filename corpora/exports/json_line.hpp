// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "corpora/model/document.hpp"

namespace demarche {

// A JSON object whose keys stay in the order in which they were set, so that a
// person reading a line finds the same thing in the same place.
using JsonLine = nlohmann::ordered_json;

// One object on one line. Bytes that are not UTF-8 become U+FFFD.
inline void write_line(const JsonLine& object, std::ostream& out) {
    out << object.dump(-1, ' ', false, JsonLine::error_handler_t::replace) << '\n';
}

// null when the fact is unknown: every line of a file has the same keys.
template <typename Value>
JsonLine value_or_null(const std::optional<Fact<Value>>& fact) {
    return fact ? JsonLine(fact->value) : JsonLine(nullptr);
}

}  // namespace demarche
