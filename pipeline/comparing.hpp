// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "corpora/model/guideline.hpp"
#include "corpora/model/state_group.hpp"
#include "graphs/comparison/likeness.hpp"
#include "graphs/comparison/matrix.hpp"
#include "pipeline/knowledge.hpp"

namespace demarche {

enum class CompareMode { matrix, side_by_side, likeness, tree, keyness, trends, guideline };
enum class CompareFormat { text, csv, json, newick };

struct CompareOptions {
    std::filesystem::path study;
    CompareMode mode = CompareMode::matrix;
    // What is compared; lists hold what one option gave, parts joined with commas.
    std::optional<UnitKind> by;  // nothing: documents against a guideline, states otherwise
    std::vector<std::string> families, codes, stances, languages, states, documents;
    std::string years;  // "2015-2020", "2018", "2015-", "-2015"
    std::string group;  // of states
    std::optional<CellValue> value;
    LikenessMethod method = LikenessMethod::cosine;
    std::string keyness_group;
    std::string guideline;  // a shipped one's name, a file, or "list"
    int period = 1;         // years
    // What is shown.
    CompareFormat format = CompareFormat::text;
    std::size_t top = 20;          // lines of long lists in the text; 0: all
    std::size_t quotes = 1;        // of a cell, in the text; JSON and CSV have all
    std::filesystem::path output;  // empty: standard output
    std::vector<std::string> codebook;
};

// `demarche compare`: states and documents of a study side by side. What the figures mean and the keys of the JSON
// are described in graphs/comparison/README.md.
//
// throws  Error of the study, the codebook or a guideline; Error{usage} for what the study does not hold
void write_comparison(const CompareOptions& options, std::ostream& out);

// --- what the modes share ---

// A study as it was asked for, and what there is to say of it.
struct ComparedStudy {
    const CompareOptions& options;
    const Knowledge& knowledge;
    CodedStudy study;
    UnitKind by = UnitKind::state;
    CellValue value = CellValue::mentions;
    bool is_other_codebook = false;  // the study was tagged with another than the one in use
};

// throws  Error{usage} that names the groups there are, for one that is none
StateGroup state_group_named(const std::string& name, const std::string& option, const Catalogue& catalogue);

// --- the modes, each in all formats ---

void write_matrix(const ComparedStudy& compared, std::ostream& out);
void write_side_by_side(const ComparedStudy& compared, std::ostream& out);
void write_likeness(const ComparedStudy& compared, const LikenessTable& table, std::ostream& out);
void write_tree(const ComparedStudy& compared, const LikenessTable& table, std::ostream& out);
void write_keyness(const ComparedStudy& compared, std::ostream& out);
void write_trends(const ComparedStudy& compared, std::ostream& out);
void write_guideline_scores(const ComparedStudy& compared, const Guideline& guideline, std::ostream& out);
void write_guideline_list(const CompareOptions& options, std::ostream& out);

}  // namespace demarche
