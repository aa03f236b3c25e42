// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pipeline/corpus_fixture.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "pipeline/exporting.hpp"
#include "pipeline/progress.hpp"

namespace demarche {

namespace fs = std::filesystem;

namespace {

const fs::path source_folder = DEMARCHE_SOURCE_DIR;

class Silence final : public Progress {
public:
    void begin(std::size_t) override {}
    void step(const std::string&, bool) override {}
    void end() override {}
};

}  // namespace

TestCorpus::TestCorpus(const std::vector<std::string>& names) {
    fs::create_directory(briefs());
    const fs::path sample = source_folder / "corpora" / "sample";
    for (const auto& entry : fs::directory_iterator(sample)) {
        const std::string file = entry.path().filename().string();
        const bool is_wanted = names.empty() || std::any_of(names.begin(), names.end(), [&](const auto& name) {
                                   return file == name + "_brief.pdf";
                               });
        if (entry.path().extension() == ".pdf" && is_wanted) fs::copy_file(entry.path(), briefs() / file);
    }
    edit_codebook();
}

void TestCorpus::edit_codebook(std::string_view more) {
    const std::string small = bytes_of(source_folder / "tests" / "cli" / "files" / "mini.yaml");
    const std::string heading = "codes:\n";
    const std::size_t at = small.find(heading) + heading.size();
    folder_.write("codebook.yaml", small.substr(0, at) + std::string(more) + small.substr(at));
}

RunOptions TestCorpus::options(const std::string& study_name) const {
    RunOptions options;
    options.inputs = {briefs()};
    options.study = study(study_name);
    options.codebook = codebook();
    options.jobs = 2;
    options.ocr = OcrMode::never;  // a scan is the document that fails, and quickly
    options.reading.worker = DEMARCHE_PROGRAM;
    return options;
}

RunSummary TestCorpus::run(const RunOptions& options) {
    Silence progress;
    return run_study(options, progress);
}

std::map<std::string, std::string> TestCorpus::exports(const std::string& study_name) const {
    std::map<std::string, std::string> exports;
    for (const ExportFormat& format : export_formats()) {
        const fs::path file = folder_.path() / "export";
        ExportOptions options;
        options.study = study(study_name);
        options.format = format.name;
        options.output = file;
        options.network.codebook = codebook();
        export_study(options);
        exports[std::string(format.name)] = bytes_of(file);
    }
    return exports;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return bytes.str();
}

const StudyDocument& find_document(const RunSummary& summary, const std::string& id) {
    const auto found = std::find_if(summary.documents.begin(), summary.documents.end(),
                                    [&](const StudyDocument& document) { return document.id == id; });
    if (found == summary.documents.end()) throw std::runtime_error("the study has no document " + id);
    return *found;
}

}  // namespace demarche
