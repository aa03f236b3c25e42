// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

struct ExportOptions {
    std::filesystem::path study;
    std::string format;                 // a name of export_formats()
    std::filesystem::path output;       // "-": standard output
    std::vector<std::string> codebook;  // labels and kinds are taken from it
};

struct ExportFormat {
    std::string_view name;
    std::string_view description;
};

// Every format that a study can be exported to: networks, then tables.
std::vector<ExportFormat> export_formats();

// `demarche export`. The file appears whole or not at all; the same study gives the same bytes.
// throws  Error{usage} for an unknown format, Error of the study, Error{storage} of the output
void export_study(const ExportOptions& options);

}  // namespace demarche
