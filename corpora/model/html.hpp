// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace demarche {

// The text as HTML shows it, between tags and in attributes between double quotation marks.
std::string html_escaped(std::string_view text);

}  // namespace demarche
