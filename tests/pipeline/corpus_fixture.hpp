// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/study.hpp"
#include "tests/corpora/readers_folder.hpp"

namespace demarche {

// A copy of the sample corpus to change, and studies of it.
class TestCorpus {
public:
    // names  documents of corpora/sample without "_brief.pdf"; all of them when empty
    explicit TestCorpus(const std::vector<std::string>& names = {});

    std::filesystem::path document(const std::string& name) const { return briefs() / (name + "_brief.pdf"); }
    std::filesystem::path briefs() const { return folder_.path() / "briefs"; }
    std::filesystem::path study(const std::string& name = "study") const { return folder_.path() / name; }
    const TestFolder& folder() const noexcept { return folder_; }

    // Puts a codebook beside the corpus, which runs then use: the small one of tests/cli with `more` codes and
    // terms.
    void edit_codebook(std::string_view more = "");
    std::vector<std::string> codebook() const { return {(folder_.path() / "codebook.yaml").string()}; }

    // What `demarche run BRIEFS -o STUDY` would be asked for.
    RunOptions options(const std::string& study_name = "study") const;
    RunSummary run() const { return run(options()); }
    static RunSummary run(const RunOptions& options);

    // Every export of a study, by format: all that its users can see of it.
    std::map<std::string, std::string> exports(const std::string& study_name = "study") const;

private:
    TestFolder folder_;
};

std::string bytes_of(const std::filesystem::path& file);

// How a document of the study is known there, or a failed requirement.
const StudyDocument& find_document(const RunSummary& summary, const std::string& id);

}  // namespace demarche
