// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is compared, worked out from what was asked for: codes, documents, authors. The modes have files of their
// own (comparing_matrix.cpp ...); a new one is one file, one line in write_comparison() and one option in
// cli/compare.cpp.
#include "pipeline/comparing.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <ostream>
#include <set>
#include <string_view>
#include <utility>

#include "corpora/evaluation/scope.hpp"
#include "corpora/exports/atomic_file.hpp"
#include "corpora/model/code_languages.hpp"
#include "corpora/model/error.hpp"
#include "corpora/model/language.hpp"
#include "corpora/readers/problems.hpp"
#include "corpora/store/study_store.hpp"
#include "graphs/comparison/guideline_scores.hpp"
#include "pipeline/document_words.hpp"
#include "pipeline/guidelines.hpp"

namespace demarche {

namespace {

// Families 1 to 6 of the coding scheme are what states are compared by unless others are asked for: they are held
// against people's codes, and have terms in every language that the codebook serves.
constexpr int last_compared_family = 6;

std::vector<std::string> parts_of(const std::vector<std::string>& lists) {
    std::vector<std::string> parts;
    for (const std::string& list : lists)
        for (std::size_t at = 0; at <= list.size();) {
            const std::size_t end = std::min(list.find(',', at), list.size());
            std::string part = list.substr(at, end - at);
            part.erase(0, part.find_first_not_of(' '));
            part.erase(part.find_last_not_of(' ') + 1);
            if (!part.empty()) parts.push_back(std::move(part));
            at = end + 1;
        }
    return parts;
}

std::string listed(const std::vector<std::string>& words, std::size_t most = 60) {
    std::string text;
    for (std::size_t i = 0; i < std::min(words.size(), most); ++i) text += (i == 0 ? "" : ", ") + words[i];
    return words.size() > most ? text + " ..." : text;
}

// --- codes ---

bool is_in(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

Scope families_of(const CompareOptions& options, const Codebook& codebook) {
    std::vector<std::string> all;
    for (const Family& family : codebook.families) all.push_back(family.id);
    const std::vector<std::string> names = parts_of(options.families);
    if (is_in(names, "all")) return Scope::named(codebook, all);
    if (!names.empty()) return Scope::named(codebook, names);
    const Scope scope = Scope::up_to(codebook, last_compared_family);
    return scope.families().empty() ? Scope::named(codebook, all) : scope;
}

void add_pattern(const std::string& pattern, const std::vector<std::string>& known,
                 std::vector<std::string>& codes) {
    bool is_known = false;
    for (const std::string& code : known) {
        if (!stands_for(pattern, code)) continue;
        is_known = true;
        if (!is_in(codes, code)) codes.push_back(code);
    }
    if (!is_known)
        throw Error(ErrorKind::usage, "--codes",
                    "the codebook has no code \"" + pattern + "\"" + did_you_mean(pattern, known) +
                        "; `demarche codebook list` shows those that it has, and norm.* means all that begin "
                        "with norm.");
}

// Codes of the study that the codebook does not have: it was tagged with another.
std::vector<std::string> unknown_codes(const StudyStore& store, const Codebook& codebook) {
    std::set<std::string> known, unknown;
    for (const Code& code : codebook.codes) known.insert(code.id);
    store.for_each_observation([&](const Observation& observation) {
        if (!known.contains(observation.mention.code)) unknown.insert(observation.mention.code);
    });
    return {unknown.begin(), unknown.end()};
}

// Of codes that carry no stance, none is mentioned in any: they would pass for absent.
void keep_those_with_stance(const Codebook& codebook, std::vector<std::string>& codes) {
    std::erase_if(codes, [&](const std::string& id) {
        const Code* code = codebook.find_code(id);
        return code == nullptr || !code->has_stance;
    });
    if (codes.empty())
        throw Error(ErrorKind::usage, "--stance", "none of the codes asked for carries a stance; norms and law do");
}

// An item whose codes carry no stance would be missing everywhere.
void require_codes_for_all(const Guideline& guideline, const std::vector<std::string>& codes) {
    for (const GuidelineItem& item : guideline.items)
        if (std::none_of(codes.begin(), codes.end(), [&](const auto& code) { return is_met_by(item, code); }))
            throw Error(ErrorKind::usage, "--stance",
                        "no code of the item '" + item.id +
                            "' of this guideline carries a stance: leave --stance "
                            "out, or take a guideline of norms and law");
}

std::vector<std::string> codes_wanted(const CompareOptions& options, const Codebook& codebook,
                                      const std::vector<std::string>& further) {
    std::vector<std::string> known;
    for (const Code& code : codebook.codes) known.push_back(code.id);
    known.insert(known.end(), further.begin(), further.end());
    std::vector<std::string> codes;
    if (!options.codes.empty()) {
        for (const std::string& pattern : parts_of(options.codes)) add_pattern(pattern, known, codes);
        return codes;
    }
    const Scope scope = families_of(options, codebook);
    std::copy_if(known.begin(), known.end(), std::back_inserter(codes),
                 [&](const std::string& code) { return scope.holds(code); });
    return codes;
}

// --- documents ---

std::set<Stance> stances_wanted(const CompareOptions& options) {
    std::set<Stance> stances;
    for (const std::string& word : parts_of(options.stances)) {
        const auto stance = stance_named(word);
        if (!stance)
            throw Error(
                ErrorKind::usage, "--stance",
                "there is no stance \"" + word + "\"; there are commit, support, urge, describe and reject");
        stances.insert(*stance);
    }
    return stances;
}

std::optional<int> year_in(std::string_view text) {
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (text.size() != 4 || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return year;
}

void take_years(const std::string& years, ComparisonScope& scope) {
    if (years.empty()) return;
    const std::size_t dash = years.find('-');
    const std::string from = years.substr(0, dash), to = dash == std::string::npos ? from : years.substr(dash + 1);
    scope.from_year = year_in(from);
    scope.to_year = year_in(to);
    const bool is_clear =
        (from.empty() || scope.from_year) && (to.empty() || scope.to_year) && (scope.from_year || scope.to_year);
    if (!is_clear || (scope.from_year && scope.to_year && *scope.from_year > *scope.to_year))
        throw Error(ErrorKind::usage, "--years",
                    "must be as 2018, 2015-2020, 2015- or -2015; it is \"" + years + "\"");
}

// What is asked for must be there: a misspelt state would be compared as one that says nothing.
void require_known(const std::vector<std::string>& wanted, const std::set<std::string>& there,
                   const std::string& option, const std::string& what) {
    const std::vector<std::string> known(there.begin(), there.end());
    for (const std::string& word : wanted)
        if (!there.contains(word))
            throw Error(ErrorKind::usage, option,
                        std::string("the study has no ").append(what).append(" \"").append(word).append("\"") +
                            did_you_mean(word, known) + (known.empty() ? "" : "; it has " + listed(known)));
}

void take_authors(const CompareOptions& options, const Knowledge& knowledge,
                  const std::vector<StudyDocument>& documents, ComparisonScope& scope) {
    const Authors authors(knowledge.codebook, knowledge.catalogue);
    std::set<std::string> there, ids, languages;
    for (const StudyDocument& document : documents) {
        there.insert(authors.of(document).id);
        ids.insert(document.id);
        if (document.facts.language) languages.insert(primary_language(document.facts.language->value));
    }
    const std::vector<std::string> states = parts_of(options.states), wanted = parts_of(options.documents);
    require_known(states, there, "--states", "author");
    require_known(wanted, ids, "--documents", "document");
    scope.authors.insert(states.begin(), states.end());
    scope.documents.insert(wanted.begin(), wanted.end());
    std::vector<std::string> spoken;
    for (const std::string& language : parts_of(options.languages)) spoken.push_back(primary_language(language));
    require_known(spoken, languages, "--language", "document in");
    scope.languages.insert(spoken.begin(), spoken.end());
    if (options.group.empty()) return;
    const StateGroup group = state_group_named(options.group, "--group", knowledge.catalogue);
    std::set<std::string> both;
    for (const std::string& state : group.states)
        if (scope.authors.empty() ? there.contains(state) : scope.authors.contains(state)) both.insert(state);
    if (both.empty())
        throw Error(ErrorKind::usage, "--group", "the study has no document of states of " + group.name);
    scope.authors = both;
}

std::vector<DocumentWords> words_of(const StudyStore& store, const std::vector<StudyDocument>& documents) {
    std::vector<DocumentWords> words;
    for (const StudyDocument& document : documents) {
        if (document.failure) continue;
        const std::string language =
            document.facts.language ? primary_language(document.facts.language->value) : std::string();
        words.push_back(document_words(document.id, language, store.read(document.id)));
    }
    return words;
}

LikenessTable likeness_of(const ComparedStudy& compared, const StudyStore& store,
                          const std::vector<StudyDocument>& documents) {
    if (compared.options.method == LikenessMethod::text)
        return text_likeness(compared.study, units_of(compared.study, compared.by), words_of(store, documents));
    return code_likeness(compared.study, matrix_of(compared.study, compared.by), compared.options.method,
                         compared.value);
}

CellValue default_value(CompareMode mode) {
    return mode == CompareMode::likeness || mode == CompareMode::tree || mode == CompareMode::trends
               ? CellValue::per_1000
               : CellValue::mentions;
}

void require_usable(const CompareOptions& options) {
    if (options.format == CompareFormat::newick && options.mode != CompareMode::tree)
        throw Error(ErrorKind::usage, "--format", "newick is the format of trees: add --tree");
    if (options.mode == CompareMode::guideline && (!options.codes.empty() || !options.families.empty()))
        throw Error(ErrorKind::usage, "--guideline",
                    "brings its own codes: leave out --family and --codes, or write a guideline of your own");
    if (options.mode == CompareMode::side_by_side && options.states.empty() && options.documents.empty())
        throw Error(ErrorKind::usage, "--side-by-side",
                    "needs to know whom: --states AUS,FRA or --documents ID,ID");
}

void require_something(const ComparedStudy& compared) {
    if (compared.study.documents().empty())
        throw Error(ErrorKind::usage, compared.options.study.string(),
                    "no document of the study is left: --years, --language, --group, --states or --documents "
                    "leave none together");
    if (compared.options.mode == CompareMode::side_by_side && units_of(compared.study, compared.by).size() < 2)
        throw Error(ErrorKind::usage, "--side-by-side", "needs two states or documents at least");
}

void write_mode(const ComparedStudy& compared, const StudyStore& store, const std::vector<StudyDocument>& documents,
                const std::optional<Guideline>& guideline, std::ostream& out) {
    switch (compared.options.mode) {
        case CompareMode::matrix: return write_matrix(compared, out);
        case CompareMode::side_by_side: return write_side_by_side(compared, out);
        case CompareMode::likeness: return write_likeness(compared, likeness_of(compared, store, documents), out);
        case CompareMode::tree: return write_tree(compared, likeness_of(compared, store, documents), out);
        case CompareMode::keyness: return write_keyness(compared, out);
        case CompareMode::trends: return write_trends(compared, out);
        case CompareMode::guideline: return write_guideline_scores(compared, *guideline, out);
    }
}

void compare(const CompareOptions& options, std::ostream& out) {
    const Knowledge knowledge = load_knowledge(options.codebook);
    std::optional<Guideline> guideline;
    if (options.mode == CompareMode::guideline) guideline = load_guideline(options.guideline, knowledge.codebook);
    const StudyStore store = StudyStore::open(options.study);
    const std::vector<StudyDocument> documents = store.documents();
    const std::vector<RunRecord> runs = store.runs();
    const bool is_other = !runs.empty() && runs.back().codebook_hash != knowledge.codebook.hash;

    ComparisonScope scope;
    scope.codes =
        guideline ? codes_of(*guideline, knowledge.codebook)
                  : codes_wanted(options, knowledge.codebook,
                                 is_other ? unknown_codes(store, knowledge.codebook) : std::vector<std::string>());
    scope.stances = stances_wanted(options);
    if (!scope.stances.empty()) keep_those_with_stance(knowledge.codebook, scope.codes);
    if (guideline) require_codes_for_all(*guideline, scope.codes);
    take_years(options.years, scope);
    take_authors(options, knowledge, documents, scope);
    scope.keeps_quotations = options.mode == CompareMode::side_by_side;
    const UnitKind by = options.by.value_or(guideline ? UnitKind::document : UnitKind::state);
    ComparedStudy compared{options,
                           knowledge,
                           CodedStudy(documents, knowledge.codebook, knowledge.catalogue, std::move(scope)),
                           by,
                           options.value.value_or(default_value(options.mode)),
                           is_other};
    store.for_each_observation([&](const Observation& observation) { compared.study.add(observation); });
    require_something(compared);
    write_mode(compared, store, documents, guideline, out);
}

}  // namespace

StateGroup state_group_named(const std::string& name, const std::string& option, const Catalogue& catalogue) {
    try {
        return state_group(catalogue, name);
    } catch (const Error& error) {
        throw error.within(option);
    }
}

void write_comparison(const CompareOptions& options, std::ostream& out) {
    require_usable(options);
    const std::function<void(std::ostream&)> write = [&](std::ostream& to) {
        if (options.mode == CompareMode::guideline && options.guideline == "list")
            write_guideline_list(options, to);
        else
            compare(options, to);
    };
    if (options.output.empty())
        write(out);
    else
        write_file_atomically(options.output, write);
}

}  // namespace demarche
