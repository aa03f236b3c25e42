// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "graphs/network.hpp"

namespace demarche {

// A name to show for every node, by vertex, no two alike: its label, or "label (id)" where others have
// that label as well, or the id when there is none. For formats in which readers take the label for the node
// itself (NetworkX does for Pajek and GML). On one line, of exchangeable characters.
std::vector<std::string> unique_labels(const Network& network);

// `text` on one line, of exchangeable characters: runs of white space become one blank, and none is at the ends.
std::string one_line(const std::string& text);

}  // namespace demarche
