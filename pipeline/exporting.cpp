// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/exporting.hpp"

#include <fmt/format.h>

#include <functional>
#include <iostream>
#include <ostream>
#include <set>

#include "corpora/exports/atomic_file.hpp"
#include "corpora/exports/table_exports.hpp"
#include "corpora/model/error.hpp"
#include "corpora/store/study_store.hpp"
#include "graphs/exports/exports.hpp"
#include "pipeline/networks.hpp"

namespace demarche {

namespace {

using Writer = std::function<void(std::ostream&)>;

TableSource source_of(const StudyStore& store) {
    return {store.documents(), [&store](const auto& visit) { store.for_each_observation(visit); },
            [&store](const std::string& document) { return store.read(document); },
            [&store](const std::string& document) { return store.names(document); }};
}

// What a network becomes before it is written.
void finish(Network& network, const ExportOptions& options) {
    give_shape(network, options.shape);
    if (!options.is_bare) add_all_measures(network, options.network.with_memberships);
}

// Nothing when the format is unknown.
Writer writer_for(const ExportOptions& options, const StudyStore& store) {
    if (const TableExport* table = find_table_export(options.format))
        return [&store, table](std::ostream& out) { table->write(source_of(store), out); };
    if (const NetworkExport* format = find_network_export(options.format))
        return [&store, &options, format](std::ostream& out) {
            Network network = network_of(store, options.network);
            finish(network, options);
            format->write({network, store.documents()}, out);
        };
    return {};
}

// "network-2011-2015.graphml"
std::filesystem::path file_of_years(const std::filesystem::path& file, int first, int last) {
    std::filesystem::path name = file.stem();
    name += first == last ? fmt::format("-{}", first) : fmt::format("-{}-{}", first, last);
    name += file.extension();
    return file.parent_path() / name;
}

// Spans of years from that of the first document on; those without a document that was read are passed over.
std::vector<std::filesystem::path> export_periods(const ExportOptions& options, const StudyStore& store,
                                                  const NetworkExport& format) {
    const Knowledge knowledge = load_knowledge(options.network.codebook);
    const std::vector<StudyDocument> documents = store.documents();
    std::set<int> years;
    for (const StudyDocument& document : documents)
        if (document.facts.year && !document.failure) years.insert(document.facts.year->value);
    std::vector<std::filesystem::path> files;
    const auto is_asked = [&](int year) {
        return year >= options.network.first_year.value_or(year) &&
               year <= options.network.last_year.value_or(year);
    };
    std::erase_if(years, [&](int year) { return !is_asked(year); });
    if (years.empty()) throw Error(ErrorKind::usage, "", "the study has no document of these years");
    for (int first = *years.begin(); first <= *years.rbegin(); first += *options.years_each) {
        NetworkRequest request = options.network;
        request.first_year = first;
        request.last_year = first + *options.years_each - 1;
        Network network = network_of(store, request, knowledge);
        if (network[boost::graph_bundle].documents == 0) continue;
        files.push_back(file_of_years(options.output, first, *request.last_year));
        finish(network, options);
        write_file_atomically(files.back(), [&](std::ostream& out) { format.write({network, documents}, out); });
    }
    return files;
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

std::vector<std::filesystem::path> export_study(const ExportOptions& options) {
    const NetworkExport* network = find_network_export(options.format);
    if (!find_table_export(options.format) && !network) throw unknown_format(options.format);
    if (options.shape.projection && options.format == "graphml-multi")
        throw Error(ErrorKind::usage, "",
                    "graphml-multi has one edge for each mention, and a projection's ties are no mentions; "
                    "graphml has them, each with what is shared");
    const StudyStore store = StudyStore::open(options.study);
    if (options.years_each) {
        if (!network || options.output == "-")
            throw Error(ErrorKind::usage, "",
                        "one file for each span of years is made of networks, and needs a file name; "
                        "a table has the year in each row");
        return export_periods(options, store, *network);
    }
    const Writer write = writer_for(options, store);
    if (options.output == "-")
        write(std::cout);
    else
        write_file_atomically(options.output, write);
    return {};
}

}  // namespace demarche
