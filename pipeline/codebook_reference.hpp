// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace demarche {

struct CodebookReferenceOptions {
    std::vector<std::string> codebook;
    std::string format;                  // "markdown", "html"; empty: html for an output that ends in .html
    std::filesystem::path output = "-";  // "-": `out`
};

// `demarche codebook reference`: the codebook as a page to read. Names of states, which the catalogue
// holds, are no part of it.
// throws  Error{usage, missing, invalid, storage}
void write_codebook_reference(const CodebookReferenceOptions& options, std::ostream& out);

}  // namespace demarche
