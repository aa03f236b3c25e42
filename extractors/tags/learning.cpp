// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/learning.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "extractors/tags/definitions.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

using Fate = Consideration::Fate;

// So many words before a name may belong to the mention that covers it.
constexpr int words_around = 3;
constexpr int patience = 3;

std::vector<std::string> words_in_order(std::string_view text) {
    std::vector<Token> tokens;
    tokenize(text, tokens);
    std::vector<std::string> words;
    words.reserve(tokens.size());
    for (const Token& token : tokens)
        words.push_back(folded_word(text.substr(token.begin, token.end - token.begin)));
    return words;
}

std::set<std::string> words_in(std::string_view text) {
    std::vector<std::string> words = words_in_order(text);
    return {words.begin(), words.end()};
}

// The words of a code's own entries, folded: what its names are made of.
std::set<std::string> words_of_code(const Code& code) {
    std::string all = code.label + " " + code.definition;
    for (const Term& term : code.terms)
        for (const Pattern& pattern : term.patterns)
            for (const PatternStep& step : pattern) all += " " + step.text;
    return words_in(all);
}

bool is_alike(const std::string& word, const std::string& other) {
    const std::size_t length = std::min<std::size_t>(word.size(), 5);
    return other.size() >= length && other.compare(0, length, word, 0, length) == 0;
}

class Learner {
public:
    Learner(SentenceMatcher& matcher, CodeWords& known)
        : matcher_(matcher), codebook_(matcher.codebook()), finder_(codebook_.naming), known_(known) {}

    LearntNames learn(const CleanText& text, const std::vector<Sentence>& sentences) {
        for (const Sentence& sentence : sentences) {
            const std::string_view words = text.slice(sentence.span);
            if (sentence.role == BlockRole::contents) continue;
            for (const Definition& definition : finder_.find(words)) consider(definition, words, sentence);
        }
        return chosen();
    }

private:
    struct Found {
        LearntName name;
        bool is_foreign = false;
    };

    void consider(const Definition& definition, std::string_view text, const Sentence& sentence) {
        const std::string_view short_form = slice(text, definition.short_form);
        const std::string_view long_form = slice(text, definition.long_form);
        // A document explains the same thing again and again.
        std::string& latest = latest_[std::string(short_form)];
        if (latest == long_form) return;
        latest = long_form;
        // What several names do not explain is a remark in brackets.
        if (definition.kind == Definition::Kind::foreign && ++tried_[std::string(short_form)] > patience) return;
        Found found;
        found.is_foreign = definition.kind == Definition::Kind::foreign;
        short_letters_ = letters_of_acronym(short_form);
        described_ = words_in(short_form);
        LearntName& name = found.name;
        name.is_acronym = definition.kind != Definition::Kind::description;
        name.name = {std::string(short_form), std::string(long_form), {}, sentence.ordinal, sentence.page};
        if (const auto mention = mention_of(definition, text, sentence.language)) {
            name.code = mention->code;
            name.name.code = codebook_.source.codes[mention->code].id;
            if (definition.kind != Definition::Kind::acronym) name.name.long_form = mention->words;
        }
        if (found.is_foreign && !name.code) return;
        // Another thing of the same description ends the one before; of itself it says nothing.
        if (!name.is_acronym && !name.code && !is_described(name.name.short_form)) return;
        if (name.is_acronym && !compare_with_codebook(found, sentence.language)) return;
        set_words(name);
        found_.push_back(std::move(found));
    }

    bool is_described(const std::string& short_form) const {
        return std::any_of(found_.begin(), found_.end(),
                           [&](const Found& each) { return each.name.name.short_form == short_form; });
    }

    static std::string_view slice(std::string_view text, Span span) {
        return text.substr(span.begin(), span.length());
    }

    struct NameMention {
        std::uint32_t code;
        std::string words;
    };

    // What the long form is by the codebook's own terms.
    std::optional<NameMention> mention_of(const Definition& definition, std::string_view text,
                                          const std::string& language) {
        const Span window = window_of(definition, text);
        const std::string_view words = slice(text, window);
        std::optional<NameMention> best;
        std::uint32_t longest = 0;
        for (const Candidate& candidate : matcher_.match_terms({words, language, {}})) {
            if (candidate.fate != Fate::kept || !can_be_learnt(codebook_, candidate.code)) continue;
            if (!names(candidate, definition, window, words)) continue;
            if (best && candidate.last - candidate.first <= longest) continue;
            longest = candidate.last - candidate.first;
            const Token &first = matcher_.tokens()[candidate.first], &last = matcher_.tokens()[candidate.last - 1];
            best = NameMention{candidate.code, std::string(words.substr(first.begin, last.end - first.begin))};
        }
        return best;
    }

    // The long form, and of an acronym's the words before it, as a mention may begin earlier than its letters ask.
    Span window_of(const Definition& definition, std::string_view text) const {
        std::uint32_t begin = definition.long_form.begin();
        if (definition.kind != Definition::Kind::acronym) return definition.long_form;
        for (int i = 0; i < words_around && begin > 1 && text[begin - 1] == ' '; ++i) {
            const std::size_t space = text.find_last_of(" \n", begin - 2);
            begin = space == std::string_view::npos ? 0 : static_cast<std::uint32_t>(space) + 1;
        }
        return {begin, definition.long_form.end()};
    }

    // Whether a mention in the window is what the short form stands for.
    bool names(const Candidate& mention, const Definition& definition, Span window, std::string_view words) const {
        const std::vector<Token>& tokens = matcher_.tokens();
        const bool ends_there = mention.last == tokens.size();
        if (definition.kind == Definition::Kind::acronym) return is_head(mention, definition, window, words);
        if (!ends_there) return false;
        if (definition.kind == Definition::Kind::description) return shares_word(mention, words);
        return may_be_foreign(mention, words);
    }

    // "Rwanda [National Cyber Security Authority]" and "[African Union] of Addis": nothing but names before the
    // mention, no other noun behind it.
    bool is_head(const Candidate& mention, const Definition& definition, Span window,
                 std::string_view words) const {
        const std::vector<Token>& tokens = matcher_.tokens();
        const std::uint32_t begin = definition.long_form.begin() - window.begin();
        std::uint32_t first = 0;
        while (first < tokens.size() && tokens[first].begin < begin) ++first;
        for (std::uint32_t i = std::min(first, mention.first); i < std::max(first, mention.first); ++i)
            if (is_small(i, words)) return false;
        if (mention.first > first + words_around) return false;
        return mention.last == tokens.size() ||
               (mention.first <= first &&
                codebook_.naming.goes_on.contains(folded_word(word_at(mention.last, words))));
    }

    bool is_small(std::uint32_t i, std::string_view words) const {
        return codebook_.naming.small.contains(folded_word(word_at(i, words)));
    }

    std::string_view word_at(std::uint32_t i, std::string_view words) const {
        const Token& token = matcher_.tokens()[i];
        return words.substr(token.begin, token.end - token.begin);
    }

    // "the Agency" is the Information Security Agency, not the Board of which the sentence spoke before.
    bool shares_word(const Candidate& mention, std::string_view words) const {
        for (std::uint32_t i = mention.first; i < mention.last; ++i)
            if (described_.contains(folded_word(word_at(i, words)))) return true;
        return false;
    }

    bool may_be_foreign(const Candidate& mention, std::string_view words) const {
        const std::uint32_t initial = first_code_point(word_at(mention.first, words));
        const bool is_capitalised = !is_lower_case(initial);
        if (!is_capitalised || short_letters_.size() < 3) return false;
        if (is_focal_point(codebook_.source.codes[mention.code])) return true;
        std::vector<NameWord> name;
        for (std::uint32_t i = mention.first; i < mention.last; ++i)
            name.push_back({folded_word(word_at(i, words)), false});
        return are_initials(name, short_letters_);
    }

    // What the codebook makes of the short form alone. False when the definition is to be left aside.
    bool compare_with_codebook(const Found& found, const std::string& language) {
        const std::vector<Candidate>& candidates = matcher_.match_terms({found.name.name.short_form, language, {}});
        const auto last = static_cast<std::uint32_t>(matcher_.tokens().size());
        return std::all_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
            return candidate.first != 0 || candidate.last != last || candidate.code == found.name.code ||
                   outweighs(found, candidate);
        });
    }

    // Whether a definition is believed against another code that the codebook gives the short form.
    bool outweighs(const Found& found, const Candidate& candidate) {
        const LearntName& name = found.name;
        const bool is_kept = candidate.fate == Fate::kept;
        if (found.is_foreign && is_kept) return false;
        if (!can_be_learnt(codebook_, candidate.code)) return true;
        if (!name.code && !is_known_otherwise(candidate)) return false;
        return (name.code && !is_kept) || !has_words_of(name.name.long_form, candidate.code);
    }

    // Whether the codebook means something else by the acronym, and is not only ignorant of its long form: it asks
    // for context, or has a name of the code that the letters fit.
    bool is_known_otherwise(const Candidate& candidate) const {
        const Term& term = *candidate.term;
        if (!(term.with.empty() && term.without.empty() && term.not_before.empty() && term.not_after.empty()))
            return true;
        const auto& terms = codebook_.source.codes[candidate.code].terms;
        return std::any_of(terms.begin(), terms.end(), [&](const Term& other) {
            return std::any_of(other.patterns.begin(), other.patterns.end(),
                               [&](const Pattern& pattern) { return has_letters(pattern); });
        });
    }

    bool has_letters(const Pattern& pattern) const {
        // A code has thousands of patterns, and few begin with the letter.
        if (pattern.size() < 2 || pattern[0].text.empty()) return false;
        const std::uint32_t initial = first_code_point(pattern[0].text), wanted = first_code_point(short_letters_);
        if (initial < 0x80 && wanted < 0x80 && (initial | 0x20U) != wanted) return false;
        std::vector<NameWord> words;
        for (const PatternStep& step : pattern)
            for (const std::string& word : words_in_order(step.text))
                words.push_back({word, codebook_.naming.small.contains(word)});
        return words.size() > 1 && long_form_before(words, short_letters_) == 0U;
    }

    bool has_words_of(const std::string& long_form, std::uint32_t code) {
        auto entry = known_.find(code);
        if (entry == known_.end()) entry = known_.emplace(code, words_of_code(codebook_.source.codes[code])).first;
        const std::set<std::string>& known = entry->second;
        std::vector<Token> tokens;
        tokenize(long_form, tokens);
        int all = 0, shared = 0;
        for (const Token& token : tokens) {
            const std::string word =
                folded_word(std::string_view(long_form).substr(token.begin, token.end - token.begin));
            if (codebook_.naming.small.contains(word)) continue;
            ++all;
            shared +=
                std::any_of(known.begin(), known.end(), [&](const auto& each) { return is_alike(word, each); });
        }
        return 5 * shared >= 3 * all;  // three words in five
    }

    static void set_words(LearntName& name) {
        std::vector<Token> tokens;
        const std::string& printed = name.name.short_form;
        tokenize(printed, tokens);
        for (const Token& token : tokens)
            name.words.push_back(letters_of(printed.substr(token.begin, token.end - token.begin)));
        name.term.id = name.name.code + "/learnt";
        name.term.text = printed;
        name.term.language = any_language;
    }

    // A definition whose letters fit is believed before one whose letters do not.
    LearntNames chosen() {
        std::set<std::string> fitting;
        for (const Found& found : found_)
            if (!found.is_foreign) fitting.insert(found.name.name.short_form);
        LearntNames names;
        for (Found& found : found_)
            if (!found.is_foreign || !fitting.contains(found.name.name.short_form))
                names.add(std::move(found.name));
        return names;
    }

    SentenceMatcher& matcher_;
    const CompiledCodebook& codebook_;
    DefinitionFinder finder_;
    CodeWords& known_;
    std::map<std::string, std::string> latest_;  // by short form, the long form given last
    std::vector<Found> found_;
    std::map<std::string, int> tried_;  // by short form, names tried whose letters do not fit
    std::set<std::string> described_;   // of the description at hand: its words
    std::string short_letters_;         // of the acronym at hand
};

}  // namespace

bool is_focal_point(const Code& code) {
    return code.id == "fp.agency" || code.id == "fp.ambassador" || code.id == "body.csirt";
}

bool can_be_learnt(const CompiledCodebook& codebook, std::uint32_t code) {
    const Code& each = codebook.source.codes[code];
    return is_focal_point(each) || (codebook.names_places[code] && !each.id.starts_with("state."));
}

LearntNames learn_names(const CleanText& text, const std::vector<Sentence>& sentences, SentenceMatcher& matcher,
                        CodeWords& known) {
    return Learner(matcher, known).learn(text, sentences);
}

}  // namespace demarche
