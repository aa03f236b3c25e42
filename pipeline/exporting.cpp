// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/exporting.hpp"
namespace demarche {
std::vector<ExportFormat> export_formats() {
    return {};
}
void export_study(const ExportOptions&) {}
}  // namespace demarche
