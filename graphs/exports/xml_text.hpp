// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace demarche {

enum class XmlPlace { attribute, content };

// Appends `text` to an XML file so that a reader gets it back as it is, but for the characters that XML 1.0
// forbids: these are left out, and bytes that are no UTF-8 become U+FFFD.
void append_xml(std::string& out, std::string_view text, XmlPlace place);

}  // namespace demarche
