// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/csv_writer.hpp"
#include "pipeline/evaluating.hpp"
#include "pipeline/table.hpp"

namespace demarche {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string joined(const std::map<std::string, std::size_t>& counts) {
    std::vector<std::string> words;
    words.reserve(counts.size());
    for (const auto& [name, count] : counts) words.push_back(fmt::format("{} ({})", name, count));
    return joined(words);
}

// What is not defined has a dash.
std::string figure(std::optional<double> value) {
    return value ? fmt::format("{:.3f}", *value) : "-";
}

std::string interval_text(const std::optional<Interval>& interval) {
    return interval ? fmt::format("{:.3f} to {:.3f}", interval->low, interval->high) : "";
}

std::string estimate_text(const Estimate& estimate) {
    return figure(estimate.value) +
           (estimate.interval ? fmt::format(" [{:.3f}, {:.3f}]", estimate.interval->low, estimate.interval->high)
                              : "");
}

// "4 norm, law, cbm", and below it "  norm".
std::string family_name(const std::string& name, int number, int number_before) {
    if (number == 0 || number == number_before) return "  " + name;
    return fmt::format("{} {}", number, name);
}

// Figures of lines that have the same sentences, or of lines that divide them.
class ScoreTable {
public:
    ScoreTable(const std::string& title, bool divides)
        : divides_(divides), table_(divides ? titles({title, "=sentences"}) : titles({title})) {}

    void add(const Score& score, const std::string& name) {
        std::vector<std::string> cells = {name.empty() ? "?" : name};
        if (divides_) cells.push_back(std::to_string(score.sentences));
        const Counts& counts = score.counts;
        for (const std::size_t count : {counts.both, counts.missed, counts.extra})
            cells.push_back(std::to_string(count));
        for (const auto& share : {counts.precision(), counts.recall(), counts.f1()}) cells.push_back(figure(share));
        cells.push_back(interval_text(score.f1_interval));
        const Macro& macro = score.macro;
        cells.push_back(macro.f1 ? fmt::format("{:.3f} ({})", *macro.f1, macro.codes) : "-");
        const StanceCounts& stance = score.stance;
        cells.push_back(
            stance.both > 0 ? fmt::format("{:.3f} ({} of {})", *stance.share(), stance.same, stance.both) : "-");
        table_.add(std::move(cells));
    }

    void write(std::ostream& out) const { table_.write(out); }

private:
    static std::vector<std::string> titles(std::vector<std::string> first) {
        for (const char* title : {"=both", "=missed", "=extra", "=precision", "=recall", "=F1", "95 % interval",
                                  "=macro F1 (codes)", "=same stance"})
            first.emplace_back(title);
        return first;
    }

    bool divides_;
    TextTable table_;
};

void write_scores(const Comparison& comparison, const EvaluateOptions& options, std::ostream& out) {
    ScoreTable table("family", false);
    int before = 0;
    for (const Score& family : comparison.families) {
        table.add(family, family_name(family.name, family.number, before));
        before = family.number;
    }
    table.add(comparison.all, "all");
    table.write(out);
    const auto further = [&](const std::string& title, bool divides, const std::vector<Score>& scores) {
        ScoreTable lines(title, divides);
        for (const Score& score : scores) lines.add(score, score.name);
        out << '\n';
        lines.write(out);
    };
    const bool is_known = comparison.languages.size() > 1 || !comparison.languages.front().name.empty();
    if (is_known) further("language", true, comparison.languages);
    if (options.by_code) further("code", false, comparison.codes);
    if (options.by_document) further("document", true, comparison.documents);
}

void write_stances(const Comparison& comparison, std::ostream& out) {
    if (comparison.all.stance.both == 0) return;
    std::vector<std::string> titles = {comparison.reference + " \\ " + comparison.other};
    for (std::size_t i = 0; i < stance_count; ++i)
        titles.push_back("=" + std::string(to_string(static_cast<Stance>(i))));
    TextTable table(titles);
    for (std::size_t i = 0; i < stance_count; ++i) {
        std::vector<std::string> cells = {std::string(to_string(static_cast<Stance>(i)))};
        for (const std::size_t count : comparison.stances.at(i)) cells.push_back(std::to_string(count));
        table.add(std::move(cells));
    }
    out << '\n';
    table.write(out);
}

void write_agreement(const AgreementTable& agreement, const EvaluateOptions& options, std::ostream& out) {
    TextTable table({"agreement", "=units", "percent", "kappa", "alpha", "AC1"});
    const auto add = [&](const AgreementRow& row, const std::string& name) {
        const AgreementEstimate& estimate = row.estimate;
        table.add({name, std::to_string(estimate.units), estimate_text(estimate.percent),
                   estimate_text(estimate.kappa), estimate_text(estimate.alpha), estimate_text(estimate.ac1)});
    };
    int before = 0;
    for (const AgreementRow& family : agreement.families) {
        add(family, family_name(family.name, family.number, before));
        before = family.number;
    }
    add(agreement.all, "all");
    add(agreement.stance, "stance");
    if (options.by_code)
        for (const AgreementRow& code : agreement.codes) add(code, code.name);
    out << '\n';
    table.write(out);
}

std::string with_stance(const CodedSentence& sentence, const std::string& code) {
    const auto found = sentence.norms.find(code);
    return found == sentence.norms.end() ? code : fmt::format("{} ({})", code, to_string(found->second));
}

void write_miss(const Miss& miss, const Comparison& comparison, const Evaluation& evaluation, std::ostream& out) {
    const CodedSentence& sentence = *miss.reference;
    out << fmt::format("{}  {}  {}{}{}\n", to_string(miss.kind), miss.code, sentence.sid,
                       sentence.language.empty() ? "" : ", " + sentence.language,
                       sentence.document.empty() ? "" : ", " + sentence.document);
    if (miss.kind != Miss::Kind::extra)
        out << fmt::format("    {}: {}\n", comparison.reference, with_stance(sentence, miss.code));
    if (miss.kind != Miss::Kind::missed)
        out << fmt::format("    {}: {}\n", comparison.other, with_stance(*miss.other, miss.code));
    if (!miss.instead.empty())
        out << fmt::format("    {} instead: {}\n",
                           miss.kind == Miss::Kind::missed ? comparison.other : comparison.reference,
                           joined(miss.instead));
    const auto found = evaluation.evidence.find({sentence.sid, miss.code});
    if (comparison.other == machine_name && found != evaluation.evidence.end())
        out << fmt::format("    found by {}: \"{}\"\n", found->second.rule, found->second.words);
    if (!sentence.text.empty()) out << "    " << sentence.text << '\n';
}

void write_misses(const Comparison& comparison, const Evaluation& evaluation, const EvaluateOptions& options,
                  std::ostream& out) {
    if (options.misses == 0) return;
    const std::size_t shown = std::min(options.misses, comparison.misses.size());
    out << fmt::format("\n{} of {}, those of the codes with the most first\n", shown,
                       counted(comparison.misses.size(), "difference"));
    for (std::size_t i = 0; i < shown; ++i) write_miss(comparison.misses[i], comparison, evaluation, out);
}

void write_coder(const Coding& coding, const Scope& scope, const std::string& further, std::ostream& out) {
    std::set<std::string> documents;
    std::size_t codes = 0;
    for (const CodedSentence& sentence : coding.sentences) {
        if (!sentence.document.empty()) documents.insert(sentence.document);
        for (const std::string& code : sentence.all_codes())
            if (scope.holds(code)) ++codes;
    }
    out << fmt::format("{}: {}{}, {}{}\n", coding.coder, counted(coding.sentences.size(), "sentence"),
                       documents.empty() ? "" : " of " + counted(documents.size(), "document"),
                       counted(codes, "code"), further);
}

void write_head(const Evaluation& evaluation, const EvaluateOptions& options, std::ostream& out) {
    for (const Coding& coding : evaluation.coders) write_coder(coding, evaluation.scope, "", out);
    if (evaluation.machine) {
        const std::string& version = evaluation.codebook_version;
        write_coder(*evaluation.machine, evaluation.scope,
                    fmt::format(", by codebook {}{}{}", version.empty() ? "" : version + ", ",
                                evaluation.codebook_hash.substr(0, 12),
                                options.terms_only ? ", its terms alone (no rules, conditions or stances)" : ""),
                    out);
    } else if (!options.coders_only) {
        out << "demarche coded nothing, as no file holds the sentences' texts\n";
    }
    out << "families compared: " << joined(evaluation.scope.families()) << '\n';
    if (!evaluation.left_out.empty()) out << "families left out: " << joined(evaluation.left_out) << '\n';
    if (!evaluation.unknown.empty()) out << "not in the codebook: " << joined(evaluation.unknown) << '\n';
    if (options.parts > 1)
        out << fmt::format("documents: part {} of {}, dealt out by name\n", options.part, options.parts);
    out << fmt::format("intervals: 95 %, from {} draws of {}\n", bootstrap_draws,
                       evaluation.draws_documents ? "documents" : "sentences");
}

}  // namespace

void write_evaluation_text(const Evaluation& evaluation, const EvaluateOptions& options, std::ostream& out) {
    write_head(evaluation, options, out);
    if (evaluation.among_coders) {
        out << fmt::format("\n== all {} coders\n", evaluation.coders.size());
        write_agreement(*evaluation.among_coders, options, out);
    }
    for (const Comparison& comparison : evaluation.comparisons) {
        out << fmt::format("\n== {} against {}, {}\n\n", comparison.other, comparison.reference,
                           counted(comparison.all.sentences, "sentence"));
        if (comparison.all.sentences == 0) {
            out << "no sentence in common\n";
            continue;
        }
        write_scores(comparison, options, out);
        write_stances(comparison, out);
        write_agreement(comparison.agreement, options, out);
        write_misses(comparison, evaluation, options, out);
    }
}

void write_misses_csv(const Evaluation& evaluation, std::ostream& out) {
    CsvWriter csv(out);
    csv.header({"reference", "other", "difference", "code", "sid", "document", "language", "reference_stance",
                "other_stance", "instead", "words", "rule", "text"});
    csv.end_row();
    const auto stance = [&](const CodedSentence& sentence, const std::string& code) {
        const auto found = sentence.norms.find(code);
        csv.text_or_empty(found == sentence.norms.end() ? std::nullopt : std::optional(to_string(found->second)));
    };
    for (const Comparison& comparison : evaluation.comparisons)
        for (const Miss& miss : comparison.misses) {
            const CodedSentence& sentence = *miss.reference;
            csv.text(comparison.reference).text(comparison.other).text(to_string(miss.kind)).text(miss.code);
            csv.text(sentence.sid).text(sentence.document).text(sentence.language);
            stance(sentence, miss.code);
            stance(*miss.other, miss.code);
            std::string instead;
            for (const std::string& code : miss.instead) instead += (instead.empty() ? "" : "; ") + code;
            csv.text(instead);
            const auto found = evaluation.evidence.find({sentence.sid, miss.code});
            const bool has_evidence = comparison.other == machine_name && found != evaluation.evidence.end();
            csv.text(has_evidence ? found->second.words : "").text(has_evidence ? found->second.rule : "");
            csv.text(sentence.text);
            csv.end_row();
        }
}

}  // namespace demarche
