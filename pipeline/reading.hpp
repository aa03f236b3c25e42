// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <iosfwd>

#include "pipeline/status.hpp"

namespace demarche {

// `demarche text`: what the extractor reads in one file, for a person to check.
//
// text  the running text, a paragraph a line
// json  {"document", "pages", "blocks", "sentences"}: roles, spans in bytes of the
//       running text, boxes in points from the page's top left corner, one per printed line
//
// throws  the document's Error
void write_text(const std::filesystem::path& file, OutputFormat format, std::ostream& out);

}  // namespace demarche
