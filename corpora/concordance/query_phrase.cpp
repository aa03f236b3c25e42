// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/concordance/query_phrase.hpp"

#include <algorithm>

namespace demarche {

namespace {

// Goes along the words of a phrase and what stands between them.
class PhraseReader {
public:
    PhraseReader(std::string_view phrase, std::optional<std::string>& problem)
        : phrase_(phrase), problem_(problem) {}

    void add(const TextWord& word) {
        const std::string_view gap = gap_before(word.span.begin());
        const bool is_joined = !gap.empty() && gap.find_first_not_of('*') == std::string_view::npos && has_word_;
        if (is_joined && (word.is_unspaced || words_.back().is_unspaced)) {
            problem_ = "a star has no meaning between letters of a script that is written without spaces";
            return;
        }
        if (is_joined) {
            words_.back().pattern += '*' + word.form;
        } else {
            add_stars_between(gap, true);
            const bool has_star = !word.is_unspaced && gap.ends_with('*');
            words_.push_back({(has_star ? "*" : "") + word.form, word.is_unspaced, false});
        }
        has_word_ = true;
        end_ = word.span.end();
    }

    std::vector<QueryWord> finish() {
        add_stars_between(phrase_.substr(end_), false);
        const bool says_something =
            std::any_of(words_.begin(), words_.end(), [](const QueryWord& word) { return word.pattern != "*"; });
        if (!says_something && !words_.empty())
            problem_ = "a star alone would find every word; put a word beside it";
        return std::move(words_);
    }

private:
    std::string_view gap_before(std::uint32_t begin) const {
        // The parts of one letter share its place.
        return begin < end_ ? std::string_view() : phrase_.substr(end_, begin - end_);
    }

    // Stars at the gap's ends belong to the words there; others are words of their own.
    void add_stars_between(std::string_view gap, bool has_next) {
        if (has_word_ && has_next && words_.back().is_unspaced && gap.empty()) words_.back().touches_next = true;
        if (has_word_ && gap.starts_with('*') && !words_.back().is_unspaced) words_.back().pattern += '*';
        if (has_word_) gap.remove_prefix(std::min(gap.find_first_not_of('*'), gap.size()));
        if (has_next) gap = gap.substr(0, gap.find_last_not_of('*') + 1);
        for (std::size_t i = 0; i < gap.size(); ++i)
            if (gap[i] == '*' && (i == 0 || gap[i - 1] != '*')) {
                words_.push_back({"*", false, false});
            }
    }

    std::string_view phrase_;
    std::optional<std::string>& problem_;
    std::vector<QueryWord> words_;
    bool has_word_ = false;
    std::uint32_t end_ = 0;
};

}  // namespace

std::vector<QueryWord> phrase_words(std::string_view phrase, const SplitWords& split,
                                    std::optional<std::string>& problem) {
    std::vector<TextWord> words;
    split(phrase, words);
    PhraseReader reader(phrase, problem);
    for (const TextWord& word : words) reader.add(word);
    return reader.finish();
}

}  // namespace demarche
