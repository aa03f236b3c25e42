// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/evaluating.hpp"

#include <algorithm>
#include <ostream>
#include <set>
#include <string_view>

#include "corpora/exports/atomic_file.hpp"
#include "corpora/model/error.hpp"
#include "corpora/readers/hand_codes.hpp"
#include "extractors/tags/tagger.hpp"
#include "pipeline/keyword_list.hpp"
#include "pipeline/knowledge.hpp"
#include "pipeline/tagging.hpp"

namespace demarche {

namespace {

bool has_coder(const std::vector<Coding>& coders, const std::string& name) {
    return std::any_of(coders.begin(), coders.end(), [&](const Coding& coding) { return coding.coder == name; });
}

std::vector<Coding> read_coders(const std::vector<std::filesystem::path>& files) {
    std::vector<Coding> coders;
    for (const std::filesystem::path& file : files)
        for (Coding& coding : read_codings(file)) {
            // "first/gold.jsonl" and "second/gold.jsonl" are told apart by what was written.
            if (has_coder(coders, coding.coder)) coding.coder = file.string();
            if (has_coder(coders, coding.coder))
                throw Error(ErrorKind::usage, file.string(),
                            "is given twice, or holds a coder of the same name as a file before it: rename one");
            coders.push_back(std::move(coding));
        }
    return coders;
}

// Text that differs in white space alone is the same: spreadsheets trim cells.
std::string folded(std::string_view text) {
    std::string result;
    for (const char letter : text)
        if (letter != ' ' && letter != '\t' && letter != '\r' && letter != '\n') result += letter;
    return result;
}

// What one file says of a sentence holds for all: a second coder's file may hold ids and codes alone.
void share_facts(std::vector<Coding>& coders) {
    struct Facts {
        std::string text, language, document, coder;
    };
    std::map<std::string, Facts> facts;
    const auto fill = [](std::string& known, const std::string& said) {
        if (known.empty()) known = said;
    };
    for (const Coding& coding : coders)
        for (const CodedSentence& sentence : coding.sentences) {
            Facts& known = facts[sentence.sid];
            if (!known.text.empty() && !sentence.text.empty() && folded(known.text) != folded(sentence.text))
                throw Error(ErrorKind::invalid, "sentence " + sentence.sid,
                            "has one text with " + known.coder + " and another with " + coding.coder +
                                ": the same sid must be the same sentence with every coder");
            if (known.text.empty() && !sentence.text.empty()) known.coder = coding.coder;
            fill(known.text, sentence.text);
            fill(known.language, sentence.language);
            fill(known.document, sentence.document);
        }
    for (Coding& coding : coders)
        for (CodedSentence& sentence : coding.sentences) {
            const Facts& known = facts.at(sentence.sid);
            sentence.text = known.text;
            sentence.language = known.language;
            sentence.document = known.document;
        }
}

void keep_part(std::vector<Coding>& coders, const EvaluateOptions& options) {
    if (options.parts == 1) return;
    bool is_empty = true;
    for (Coding& coding : coders) {
        std::erase_if(coding.sentences, [&](const CodedSentence& sentence) {
            const std::string& name = sentence.document.empty() ? sentence.sid : sentence.document;
            return part_of(name, options.parts) != options.part;
        });
        is_empty = is_empty && coding.sentences.empty();
    }
    if (is_empty)
        throw Error(ErrorKind::usage, "",
                    "no document falls into part " + std::to_string(options.part) + " of " +
                        std::to_string(options.parts) + ": take fewer parts");
}

CodedSentence coded_by_machine(TaggingSession& session, const CodedSentence& sentence, Evaluation& evaluation) {
    const TaggedSentence tagged = tag_sentence(session, sentence.text, sentence.language);
    CodedSentence coded{sentence.sid, sentence.document, tagged.language, sentence.text, {}, {}};
    std::set<std::string> codes;
    for (const Mention& mention : tagged.mentions) {
        codes.insert(mention.code);
        if (mention.stance) coded.norms.emplace(mention.code, *mention.stance);
        evaluation.evidence.try_emplace({sentence.sid, mention.code}, Grounds{mention.term, mention.rule});
    }
    coded.codes.assign(codes.begin(), codes.end());
    return coded;
}

// Every sentence whose text is known, once.
void code_by_machine(const Tagger& tagger, Evaluation& evaluation) {
    if (has_coder(evaluation.coders, machine_name))
        throw Error(ErrorKind::usage, "",
                    std::string("a coder is called ") + machine_name +
                        ", as the program: rename the file or coder, or compare with --coders-only");
    TaggingSession session(tagger);
    std::set<std::string> seen;
    Coding machine{machine_name, {}};
    for (const Coding& coding : evaluation.coders)
        for (const CodedSentence& sentence : coding.sentences)
            if (!sentence.text.empty() && seen.insert(sentence.sid).second)
                machine.sentences.push_back(coded_by_machine(session, sentence, evaluation));
    if (machine.sentences.empty()) return;
    evaluation.coders.push_back(std::move(machine));
    share_facts(evaluation.coders);  // the languages that it has worked out
    evaluation.machine = std::move(evaluation.coders.back());
    evaluation.coders.pop_back();
}

void count_codes(Evaluation& evaluation) {
    std::size_t compared = 0;
    for (const Coding& coding : evaluation.coders)
        for (const CodedSentence& sentence : coding.sentences)
            for (const std::string& code : sentence.all_codes()) {
                if (!evaluation.scope.holds(code)) {
                    ++evaluation.left_out[evaluation.scope.family_of(code)];
                    continue;
                }
                ++compared;
                if (!evaluation.scope.is_known(code)) ++evaluation.unknown[code];
            }
    if (compared > 0 || evaluation.left_out.empty()) return;
    std::string families;
    for (const auto& [family, count] : evaluation.left_out) families += (families.empty() ? "" : ", ") + family;
    throw Error(ErrorKind::usage, "",
                "no code of the families compared is there, only of " + families +
                    ": name families with --family, or compare all with --family all");
}

void compare_all(Evaluation& evaluation) {
    const Clusters clusters(evaluation.coders);
    const Draws draws(clusters.size());
    evaluation.draws_documents = clusters.are_documents();
    const std::vector<Coding>& coders = evaluation.coders;
    for (std::size_t i = 0; i < coders.size(); ++i)
        for (std::size_t j = i + 1; j < coders.size(); ++j)
            evaluation.comparisons.push_back(compare(coders[i], coders[j], evaluation.scope, clusters, draws));
    if (evaluation.machine)
        for (const Coding& coding : coders)
            evaluation.comparisons.push_back(
                compare(coding, *evaluation.machine, evaluation.scope, clusters, draws));
    if (std::none_of(evaluation.comparisons.begin(), evaluation.comparisons.end(),
                     [](const Comparison& comparison) { return comparison.all.sentences > 0; }))
        throw Error(ErrorKind::invalid, "",
                    "the coders have no sentence in common: a sentence must have the same sid with every coder");
    if (coders.size() < 3) return;
    std::vector<const Coding*> all;
    all.reserve(coders.size());
    for (const Coding& coding : coders) all.push_back(&coding);
    evaluation.among_coders = agreement_among(all, evaluation.scope, clusters, draws);
}

Scope scope_of(const EvaluateOptions& options, const Codebook& codebook, const std::vector<Coding>& coders) {
    if (options.families.empty()) return Scope::up_to(codebook, last_scored_family);
    if (std::find(options.families.begin(), options.families.end(), "all") != options.families.end())
        return Scope::all_in(codebook, coders);
    return Scope::named(codebook, options.families);
}

}  // namespace

Evaluation evaluate(const EvaluateOptions& options) {
    std::vector<Coding> coders = read_coders(options.files);
    if (coders.size() == 1 && options.coders_only)
        throw Error(ErrorKind::usage, options.files.front().string(),
                    "holds one coder, whom --coders-only leaves nobody to compare with: give a second file");
    share_facts(coders);
    keep_part(coders, options);

    Codebook codebook = load_knowledge(options.codebook).codebook;
    Evaluation evaluation{scope_of(options, codebook, coders),
                          codebook.version,
                          codebook.hash,
                          std::move(coders),
                          std::nullopt,
                          {},
                          {},
                          {},
                          false,
                          {},
                          std::nullopt};
    count_codes(evaluation);
    if (!options.coders_only)
        code_by_machine(Tagger(options.terms_only ? keyword_list(std::move(codebook)) : std::move(codebook)),
                        evaluation);
    if (evaluation.coders.size() == 1 && !evaluation.machine)
        throw Error(
            ErrorKind::invalid, options.files.front().string(),
            "holds one coder and no texts: add the sentences as `text` for demarche to code them, or give a "
            "second coder's file");
    compare_all(evaluation);
    return evaluation;
}

void write_evaluation(const EvaluateOptions& options, std::ostream& out) {
    const Evaluation evaluation = evaluate(options);
    if (!options.misses_file.empty())
        write_file_atomically(options.misses_file, [&](std::ostream& file) { write_misses_csv(evaluation, file); });
    if (options.format == OutputFormat::json)
        write_evaluation_json(evaluation, options, out);
    else
        write_evaluation_text(evaluation, options, out);
}

}  // namespace demarche
