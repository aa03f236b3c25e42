// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "corpora/model/span.hpp"

namespace demarche {

// Where addresses stand in a text, in order: "https://a.int/forum", "www.a.int", "name@a.int", and without scheme
// "a.int/forum" and "forum.gov.xy". Words in them name a page, not what a sentence speaks of.
//
// "CERT.br" and "CERT.at" are names and none: a domain without scheme and path is taken for an address only
// in lower case and with an ending that is nothing else (.org, .gov.xy).
//
// cost  linear; little where full stops end words
void find_addresses(std::string_view text, std::vector<Span>& addresses);

}  // namespace demarche
