// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/exporting.hpp"

#include <functional>
#include <iostream>
#include <ostream>

#include "corpora/exports/atomic_file.hpp"
#include "corpora/exports/table_exports.hpp"
#include "corpora/model/error.hpp"
#include "corpora/store/study_store.hpp"
#include "graphs/exports/exports.hpp"
#include "graphs/network_builder.hpp"
#include "pipeline/knowledge.hpp"
#include "pipeline/version.hpp"

namespace demarche {

namespace {

using Writer = std::function<void(std::ostream&)>;

Network network_of(const StudyStore& store, const std::vector<std::string>& codebook) {
    const Knowledge knowledge = load_knowledge(codebook);
    NetworkOptions options;
    options.version = program_version();
    NetworkBuilder builder(store.documents(), knowledge.codebook, knowledge.catalogue, options);
    store.for_each_observation([&](const Observation& observation) { builder.add(observation); });
    return std::move(builder).build();
}

TableSource source_of(const StudyStore& store) {
    return {store.documents(), [&store](const auto& visit) { store.for_each_observation(visit); },
            [&store](const std::string& document) { return store.read(document); }};
}

// Nothing when the format is unknown.
Writer writer_for(const ExportOptions& options, const StudyStore& store) {
    if (const TableExport* table = find_table_export(options.format))
        return [&store, table](std::ostream& out) { table->write(source_of(store), out); };
    if (const NetworkExport* format = find_network_export(options.format))
        return [&store, &options, format](std::ostream& out) {
            format->write(network_of(store, options.codebook), out);
        };
    return {};
}

Error unknown_format(const std::string& name) {
    std::string known;
    for (const ExportFormat& format : export_formats())
        known += (known.empty() ? "" : ", ") + std::string(format.name);
    return {ErrorKind::usage, "", "there is no export format \"" + name + "\"; there are " + known};
}

}  // namespace

std::vector<ExportFormat> export_formats() {
    std::vector<ExportFormat> formats;
    for (const NetworkExport& format : all_network_exports()) formats.push_back({format.name, format.description});
    for (const TableExport& table : table_exports()) formats.push_back({table.name, table.description});
    return formats;
}

void export_study(const ExportOptions& options) {
    if (!find_table_export(options.format) && !find_network_export(options.format))
        throw unknown_format(options.format);
    const StudyStore store = StudyStore::open(options.study);
    const Writer write = writer_for(options, store);
    if (options.output == "-")
        write(std::cout);
    else
        write_file_atomically(options.output, write);
}

}  // namespace demarche
