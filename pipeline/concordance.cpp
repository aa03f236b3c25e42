// SPDX-License-Identifier: GPL-3.0-or-later
//
// The order of work of `demarche kwic`: choose documents, find hits (by words, or of stored mentions), sort,
// put each hit in its context.
#include "pipeline/concordance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "corpora/concordance/index_plan.hpp"
#include "corpora/concordance/matching.hpp"
#include "corpora/exports/concordance_table.hpp"
#include "corpora/exports/names.hpp"
#include "corpora/model/error.hpp"
#include "corpora/store/study_store.hpp"
#include "extractors/text/display.hpp"
#include "extractors/text/search_words.hpp"

namespace demarche {

namespace {

constexpr std::size_t sorting_words = 10;  // further ones decide nothing that a reader would see

bool is_wanted(const std::vector<std::string>& wanted, std::string_view value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool is_wanted(const ConcordanceOptions& options, const std::string& language, BlockRole role) {
    return is_wanted(options.languages, language) && is_wanted(options.roles, name_of(role));
}

// Counts what is searched of each document, and finds out whether a language is known.
void count_sentences(const StudyStore& store, const ConcordanceOptions& options, Concordance& concordance) {
    std::map<std::string, std::uint32_t> searched;
    std::set<std::string> languages;
    for (const SentenceCount& count : store.sentence_counts()) {
        languages.insert(count.language);
        if (is_wanted(options, count.language, count.role)) searched[count.document] += count.sentences;
    }
    for (const std::string& language : options.languages)
        if (!languages.contains(language))
            throw Error(ErrorKind::usage, "--language",
                        fmt::format("no sentence of the study is in \"{}\"; there are {}", language,
                                    fmt::join(languages, ", ")));
    for (const StudyDocument& document : concordance.documents)
        concordance.sentences.push_back(searched.contains(document.id) ? searched[document.id] : 0);
}

// Index of each searched document that has a text.
std::map<std::string, std::size_t> readable(const Concordance& concordance) {
    std::map<std::string, std::size_t> numbers;
    for (std::size_t i = 0; i < concordance.documents.size(); ++i)
        if (!concordance.documents[i].failure) numbers.emplace(concordance.documents[i].id, i);
    return numbers;
}

// --- by words ---

void find_words(const StudyStore& store, const ConcordanceOptions& options, Concordance& concordance) {
    const SplitWords split = split_by(options.letters);
    const QueryNode query = parse_query(options.query, split);
    concordance.asked = to_string(query);
    const Candidates candidates = candidates_for(
        query, [&](const auto& visit) { store.for_each_index_word(visit); }, split_by(LetterRule::folded));
    if (candidates.which == Candidates::Which::none) return;

    const std::map<std::string, std::size_t> numbers = readable(concordance);
    std::vector<std::string> documents;
    documents.reserve(numbers.size());
    for (const auto& [id, number] : numbers) documents.push_back(id);
    std::vector<TextWord> words;
    store.for_each_sentence(documents, candidates.expression, [&](const StudySentence& found) {
        if (!is_wanted(options, found.sentence.language, found.sentence.role)) return;
        split(found.text, words);
        for (const Span span : find_hits(query, words))
            concordance.hits.push_back({numbers.at(found.document),
                                        found.sentence,
                                        span.shifted_by(found.sentence.span.begin()),
                                        {},
                                        {},
                                        std::nullopt,
                                        {}});
    });
}

// --- by codes ---

// "norm.g", or "norm.*" for all codes that begin with "norm.".
bool is_asked_for(const std::vector<std::string>& codes, const std::string& code) {
    return std::any_of(codes.begin(), codes.end(), [&](const std::string& asked) { return fits(asked, code); });
}

void find_mentions(const StudyStore& store, const ConcordanceOptions& options, Concordance& concordance) {
    concordance.asked = fmt::format("{}", fmt::join(options.codes, ", "));
    const std::map<std::string, std::size_t> numbers = readable(concordance);
    std::set<std::string> seen;
    store.for_each_observation([&](const Observation& observation) {
        const Mention& mention = observation.mention;
        seen.insert(mention.code);
        if (!is_asked_for(options.codes, mention.code)) return;
        const auto document = numbers.find(observation.document);
        if (document == numbers.end() || !is_wanted(options, observation.language, observation.role)) return;
        if (!options.stances.empty() && !(mention.stance && is_wanted(options.stances, to_string(*mention.stance))))
            return;
        Sentence sentence;
        sentence.ordinal = mention.sentence;
        const std::uint32_t begin = mention.span.begin() - observation.within_sentence.begin();
        sentence.span = Span(begin, begin + static_cast<std::uint32_t>(observation.sentence.size()));
        sentence.language = observation.language;
        sentence.role = observation.role;
        sentence.section = observation.section;
        sentence.page = observation.page;
        concordance.hits.push_back({document->second, sentence, mention.span, observation.id, mention.code,
                                    mention.stance, observation.boxes});
    });
    for (const std::string& asked : options.codes)
        if (std::none_of(seen.begin(), seen.end(), [&](const std::string& code) { return fits(asked, code); }))
            concordance.codes_unseen.push_back(asked);
    concordance.codes_seen.assign(seen.begin(), seen.end());
}

// --- lines ---

void put_in_order(const ConcordanceOptions& options, const Concordance& concordance,
                  std::vector<ConcordanceHit>& hits) {
    if (options.sort != SortBy::year) return;
    const auto year = [&](const ConcordanceHit& hit) {
        const auto& fact = concordance.documents[hit.document].facts.year;
        return std::pair(!fact.has_value(), fact ? fact->value : 0);
    };
    std::stable_sort(hits.begin(), hits.end(), [&](const ConcordanceHit& left, const ConcordanceHit& right) {
        return year(left) < year(right);
    });
}

class LineMaker {
public:
    explicit LineMaker(const ConcordanceOptions& options) : options_(options) {}

    ConcordanceLine line(const CleanText& text, const ConcordanceHit& hit) {
        ConcordanceLine line;
        line.hit = hit;
        line.page = text.page_at(hit.keyword.begin());
        line.boxes = hit.boxes.empty() ? text.origin(hit.keyword) : hit.boxes;
        line.keyword = one_line(text.slice(hit.keyword));
        Context context = context_of(text.text(), hit.keyword, options_.window, split_,
                                     [&](std::string_view stretch) { return breaks_.ends(stretch); });
        line.left = std::move(context.left);
        line.right = std::move(context.right);
        return line;
    }

    // What the line is sorted by, word by word.
    std::vector<std::string> key(const CleanText& text, const ConcordanceHit& hit) {
        std::vector<std::string> words;
        const std::string& all = text.text();
        if (options_.sort == SortBy::left) {
            words = words_before(all, hit.keyword, sorting_words, split_);
        } else if (options_.sort == SortBy::right || options_.sort == SortBy::keyword) {
            if (options_.sort == SortBy::keyword) {
                std::vector<TextWord> own;
                split_(text.slice(hit.keyword), own);
                for (const TextWord& word : own) words.push_back(word.form);
            }
            const auto after = words_after(all, hit.keyword, sorting_words, split_);
            words.insert(words.end(), after.begin(), after.end());
        }
        for (std::string& word : words) word = order_.key(word);
        return words;
    }

private:
    const ConcordanceOptions& options_;
    SplitWords split_ = split_by(LetterRule::folded);
    CharacterBreaks breaks_;
    WordOrder order_;
};

void add_lines(const StudyStore& store, const ConcordanceOptions& options, Concordance& concordance) {
    std::vector<ConcordanceHit> hits = concordance.hits;
    const std::size_t limit = options.limit.value_or(hits.size());
    const bool is_by_words = options.sort != SortBy::document && options.sort != SortBy::year;
    put_in_order(options, concordance, hits);
    if (!is_by_words) hits.resize(std::min(hits.size(), limit));

    LineMaker maker(options);
    std::vector<std::pair<std::vector<std::string>, ConcordanceLine>> lines;
    std::size_t document = concordance.documents.size();
    CleanText text;
    for (const ConcordanceHit& hit : hits) {
        if (hit.document != document) text = store.text(concordance.documents[hit.document].id);
        document = hit.document;
        lines.emplace_back(maker.key(text, hit), maker.line(text, hit));
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    lines.resize(std::min(lines.size(), limit));
    for (auto& [key, line] : lines) concordance.lines.push_back(std::move(line));
}

void check(const ConcordanceOptions& options) {
    if (options.query.empty() == options.codes.empty())
        throw Error(ErrorKind::usage, "",
                    options.codes.empty() ? "there is nothing to look for: give a QUERY, or a code with --code"
                                          : "give either a QUERY or --code, not both");
    if (!options.stances.empty() && options.codes.empty())
        throw Error(ErrorKind::usage, "--stance", "words have no stance, mentions do: give a code with --code");
}

}  // namespace

SplitWords split_by(LetterRule rule) {
    return [rule](std::string_view text, std::vector<TextWord>& words) { search_words(text, rule, words); };
}

Concordance find_concordance(const ConcordanceOptions& options) {
    check(options);
    const StudyStore store = StudyStore::open(options.study);
    Concordance concordance;
    store.at_one_moment([&] {
        concordance.documents = chosen_documents(options, store.documents());
        count_sentences(store, options, concordance);
        if (options.codes.empty())
            find_words(store, options, concordance);
        else
            find_mentions(store, options, concordance);
        // The index speaks in the order in which documents were stored.
        std::stable_sort(
            concordance.hits.begin(), concordance.hits.end(),
            [](const ConcordanceHit& left, const ConcordanceHit& right) { return left.document < right.document; });
        if (options.count == CountBy::nothing) add_lines(store, options, concordance);
    });
    return concordance;
}

void write_concordance(const ConcordanceOptions& options, std::ostream& out) {
    const Concordance concordance = find_concordance(options);
    if (options.format == ConcordanceFormat::text) return write_concordance_text(concordance, options, out);
    const bool is_csv = options.format == ConcordanceFormat::csv;
    if (options.count == CountBy::nothing)
        return is_csv ? write_concordance_csv(concordance, out) : write_concordance_json(concordance, out);
    const std::vector<HitCount> counts =
        options.count == CountBy::document ? count_by_document(concordance) : count_by_state(concordance);
    if (is_csv)
        write_hit_counts_csv(counts, out);
    else
        write_hit_counts_json(concordance, counts, out);
}

}  // namespace demarche
