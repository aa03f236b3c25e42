// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/codebook_reference.hpp"

#include <ostream>

#include "corpora/exports/atomic_file.hpp"
#include "corpora/exports/codebook_reference.hpp"
#include "corpora/model/error.hpp"
#include "corpora/readers/codebook.hpp"
#include "pipeline/knowledge.hpp"

namespace demarche {

namespace {

bool is_html(const CodebookReferenceOptions& options) {
    if (options.format.empty())
        return options.output.extension() == ".html" || options.output.extension() == ".htm";
    if (options.format != "html" && options.format != "markdown")
        throw Error(ErrorKind::usage, "",
                    "there is no reference in the format \"" + options.format + "\"; there are markdown, html");
    return options.format == "html";
}

}  // namespace

void write_codebook_reference(const CodebookReferenceOptions& options, std::ostream& out) {
    const auto write = is_html(options) ? write_reference_html : write_reference_markdown;
    const Codebook codebook = read_codebook(codebook_paths(options.codebook));
    if (options.output == "-")
        write(codebook, out);
    else
        write_file_atomically(options.output, [&](std::ostream& file) { write(codebook, file); });
}

}  // namespace demarche
