// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/xml_text.hpp"

#include <algorithm>

#include "graphs/characters.hpp"

namespace demarche {

namespace {

// White space but the blank is written by number: in attribute values readers
// would make blanks of it, in content a carriage return would become a line feed.
void append_escaped(std::string& out, std::string_view text, bool in_attribute) {
    constexpr std::string_view special = "&<>\"\t\n\r";
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find_first_of(special), text.size());
        out += text.substr(0, plain);
        if (plain == text.size()) return;
        switch (text[plain]) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;  // always, so that no "]]>" can arise
            case '\r': out += "&#13;"; break;
            case '"': out += in_attribute ? "&quot;" : "\""; break;
            case '\t': out += in_attribute ? "&#9;" : "\t"; break;
            default: out += in_attribute ? "&#10;" : "\n"; break;
        }
        text.remove_prefix(plain + 1);
    }
}

}  // namespace

void append_xml(std::string& out, std::string_view text, XmlPlace place) {
    if (is_exchangeable(text))
        append_escaped(out, text, place == XmlPlace::attribute);
    else
        append_escaped(out, exchangeable(text), place == XmlPlace::attribute);
}

}  // namespace demarche
