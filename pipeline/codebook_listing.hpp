// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "pipeline/status.hpp"

namespace demarche {

// `demarche codebook check`: every problem of the codebook, a line each, with file and line.
// returns  whether there is no error (warnings may be)
bool write_codebook_problems(const std::vector<std::string>& codebook_options, OutputFormat format,
                             std::ostream& out);

// `demarche codebook list`: its codes by family, with the number of terms per language.
void write_codebook_list(const std::vector<std::string>& codebook_options, OutputFormat format, std::ostream& out);

// `demarche codebook show ID`: all that is said of one code.
// throws  Error{usage} when there is no such code
void write_code(const std::string& id, const std::vector<std::string>& codebook_options, OutputFormat format,
                std::ostream& out);

}  // namespace demarche
