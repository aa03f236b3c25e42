// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <ostream>

#include "pipeline/status.hpp"

namespace demarche {

enum class GraphVerdict { clean, has_findings, is_unreadable };

// `demarche graph lint`: what in a GraphML or GEXF file breaks which reader, and what to do.
// returns  is_unreadable for what is not XML to its end; what was found before that is written
// throws   Error{missing}, Error{unreadable} of the file, Error{malformed} for what is neither format
GraphVerdict write_graph_lint(const std::filesystem::path& file, OutputFormat format, std::ostream& out);

}  // namespace demarche
