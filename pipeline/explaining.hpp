// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "pipeline/status.hpp"

namespace demarche {

struct ExplainOptions {
    std::filesystem::path study;
    std::string mention;                // Observation::id
    std::vector<std::string> codebook;  // as --codebook has them
    OutputFormat format = OutputFormat::text;
};

// `demarche explain`: why a mention was made. Its sentence with page and place, the
// codebook entry that found it, and what else was considered in the sentence and lost.
//
// throws  Error{missing} when the study has no such mention
void write_explanation(const ExplainOptions& options, std::ostream& out);

}  // namespace demarche
