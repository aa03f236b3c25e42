// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/focal_points.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "extractors/tags/definitions.hpp"
#include "extractors/tags/learning.hpp"
#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

using Fate = Consideration::Fate;

constexpr std::uint32_t longest_name = 14;  // tokens
constexpr std::uint32_t farthest = 2;       // tokens between an office and the state that it belongs to

// Languages that print every word of a name with a capital; others the first, and names in it.
bool capitalises_names(std::string_view language) {
    return language == "en";
}

std::string folded_name(std::string_view name) {
    std::vector<Token> tokens;
    tokenize(name, tokens);
    std::string folded;
    for (const Token& token : tokens)
        folded += (folded.empty() ? "" : " ") + folded_word(name.substr(token.begin, token.end - token.begin));
    return folded;
}

// An office under all the names that are known to be its.
struct Office {
    std::string code;
    std::string folded, folded_acronym;
    std::string printed, acronym;
    std::map<std::uint32_t, std::uint32_t> sentences;  // ordinal, page
};

// Whether one name only adds to the other at an end: "National Cyber Security Centre", "... Centre of Finland".
bool is_one(const std::string& left, const std::string& right) {
    const std::string &longer = left.size() < right.size() ? right : left,
                      &shorter = left.size() < right.size() ? left : right;
    if (shorter == longer) return true;
    if (std::count(shorter.begin(), shorter.end(), ' ') < 2) return false;
    return longer.starts_with(shorter + " ") || longer.ends_with(" " + shorter);
}

bool is_plural_acronym(std::string_view word) {
    return word.size() > 2 && word.ends_with('s') && is_acronym(word) &&
           is_upper_case(last_code_point(word.substr(0, word.size() - 1)));
}

bool is_state(const Code& code) {
    return code.id.starts_with("state.");
}

}  // namespace

std::string_view FocalPointCollector::word(std::uint32_t i) const {
    const Token& token = matcher_->tokens()[i];
    return text_.substr(token.begin, token.end - token.begin);
}

bool FocalPointCollector::is_capital(std::uint32_t i) const {
    const std::string_view letters = word(i);
    for (std::size_t at = 0; at < std::min<std::size_t>(letters.size(), 6); at += code_point_length(letters[at]))
        if (is_upper_case(first_code_point(letters.substr(at)))) return true;  // "eGovernment"
    return false;
}

bool FocalPointCollector::is_small(std::uint32_t i) const {
    return codebook_.naming.small.contains(folded_word(word(i)));
}

// Whether a token and the next are printed as parts of one name: "CERT-FI", "CERT.LV".
bool FocalPointCollector::is_adjacent(std::uint32_t left) const {
    const auto& tokens = matcher_->tokens();
    const std::string_view between = text_.substr(tokens[left].end, tokens[left + 1].begin - tokens[left].end);
    return between == " " || between == "-" || between == "‐" || (between == "." && word(left + 1).size() <= 3);
}

std::string FocalPointCollector::printed(Range name) const {
    const auto& tokens = matcher_->tokens();
    return std::string(
        text_.substr(tokens[name.first].begin, tokens[name.last - 1].end - tokens[name.first].begin));
}

// Rows of tables and lists of abbreviations run names together.
bool FocalPointCollector::is_table_row() const {
    const auto size = static_cast<std::uint32_t>(matcher_->tokens().size());
    std::uint32_t capitals = 0, words = 0;
    for (std::uint32_t i = 0; i < size; ++i) {
        const bool is_capitalised = is_capital(i);
        if (!is_capitalised && word(i).size() <= 3) continue;  // mostly small words
        ++words;
        capitals += is_capitalised ? 1U : 0U;
    }
    return words > 8 && 3 * capitals > 2 * words;
}

// Where a name begins whose capitals run on to the left. Not at the head of a sentence, where any word has one:
// "Building CSIRT capacity".
std::uint32_t FocalPointCollector::left_end(Range mention) const {
    std::uint32_t first = mention.first;
    const auto& tokens = matcher_->tokens();
    // Names stand beside acronyms without being theirs: "[MOICI] GM-CSIRT".
    if (is_acronym(printed(mention))) {
        while (first > 0 && is_capital(first - 1) && text_[tokens[first].begin - 1] == '-' &&
               is_adjacent(first - 1))
            --first;
        return first;
    }
    const NamingWords& naming = codebook_.naming;
    while (first > 0 && is_adjacent(first - 1) && is_capital(first - 1) && !is_small(first - 1)) {
        const std::string before = folded_word(word(first - 1));
        if (naming.articles.contains(before) || naming.not_own.contains(before)) return first;
        if (--first == 0 || mention.first - first > 4) return mention.first;
    }
    return first;
}

// Where one or two capitals right behind a name in English end; the name's own end when there are none or more.
std::uint32_t FocalPointCollector::short_run_end(Range name) const {
    const auto size = static_cast<std::uint32_t>(matcher_->tokens().size());
    if (!capitalises_names(language_) || is_acronym(word(name.last - 1))) return name.last;
    std::uint32_t end = name.last;
    while (end < size && is_adjacent(end - 1) && is_capital(end) && !is_small(end) && !is_acronym(word(end))) ++end;
    return end - name.last <= 2 ? end : name.last;
}

// The whole name around a mention, with the capitals behind it when it `runs_on`: "[Rwanda] National Cyber Security
// Authority", "... Agency [of Singapore]".
FocalPointCollector::Range FocalPointCollector::widened(Range name, bool runs_on) const {
    const auto size = static_cast<std::uint32_t>(matcher_->tokens().size());
    name.first = left_end(name);
    // "[Trinidad and] Tobago Cyber Security Agency"
    for (const Candidate& other : *found_)
        if (other.fate == Fate::own_state && other.first < name.first && name.first < other.last)
            name.first = other.first;
    while (name.last < size && name.last - name.first < longest_name && is_adjacent(name.last - 1)) {
        std::uint32_t next = name.last;
        if (is_glued(next)) {
            ++name.last;
            continue;
        }
        if (runs_on && is_capital(next) && !is_small(next)) {
            ++name.last;
            continue;
        }
        // "Ambassador for Cyber [Affairs]"; a longer run is a title or a table.
        if (const std::uint32_t end = short_run_end(name); end > name.last) {
            name.last = end;
            continue;
        }
        if (!codebook_.naming.goes_on.contains(folded_word(word(next)))) break;
        while (next + 1 < size && is_adjacent(next) && is_small(next)) ++next;
        if (!is_capital(next) || is_small(next) || !is_adjacent(next - 1)) break;
        name.last = next + 1;
        runs_on = capitalises_names(language_);
    }
    return name;
}

// "[CERT]-FI": hyphen and capitals behind.
bool FocalPointCollector::is_glued(std::uint32_t i) const {
    const auto& tokens = matcher_->tokens();
    return i > 0 && is_capital(i) && text_.substr(tokens[i - 1].end, tokens[i].begin - tokens[i - 1].end) != " " &&
           word(i).size() <= 4;
}

bool FocalPointCollector::is_printed_as_name(Range name) const {
    std::uint32_t capitals = 0, small = 0, others = 0;
    for (std::uint32_t i = name.first; i < name.last; ++i) {
        if (is_capital(i))
            ++capitals;
        else if (is_small(i))
            ++small;
        else if (is_lower_case(first_code_point(word(i))))
            ++others;
    }
    const std::uint32_t length = name.last - name.first;
    if (capitals + others == 0) return length > small;  // a script without capitals
    if (length == 1) return is_acronym(word(name.first));
    if (capitalises_names(language_)) return others == 0 && capitals >= 2;
    // A sentence begins with a capital as well.
    return is_capital(name.first) && (name.first > 0 || capitals >= 2);
}

bool FocalPointCollector::is_of_others(Range name) const {
    return std::any_of(found_->begin(), found_->end(), [&](const Candidate& other) {
        const Code& code = codebook_.source.codes[other.code];
        if (!other.term || other.fate == Fate::excluded || other.fate == Fate::condition_failed) return false;
        const bool overlaps = other.first < name.last && name.first < other.last;
        const bool is_before = other.last <= name.first && name.first - other.last < farthest;
        const bool is_behind = other.first >= name.last && other.first - name.last <= farthest;
        if (is_state(code)) return other.fate != Fate::own_state && (overlaps || is_before || is_behind);
        return code.id.starts_with("body.") && !is_focal_point(code) &&
               (overlaps || (is_before && other.last == name.first && is_adjacent(other.last - 1)));
    });
}

bool FocalPointCollector::is_name(Range name) const {
    if (name.last - name.first > longest_name || !is_printed_as_name(name)) return false;
    const NamingWords& naming = codebook_.naming;
    for (std::uint32_t back = 1; back <= 2 && back <= name.first; ++back)
        if (naming.not_own.contains(folded_word(word(name.first - back)))) return false;
    for (std::uint32_t i = name.first; i < name.last; ++i)
        if (naming.not_own.contains(folded_word(word(i))) || is_plural_acronym(word(i))) return false;
    // "CSIRT55": the number of a note.
    if (is_digit(last_code_point(word(name.last - 1)))) return false;
    return !naming.generic.contains(folded_name(printed(name)));
}

// The office that a sentence makes the lead: the only one inside the mention, or in all the sentence.
std::optional<FocalPointCollector::Range> FocalPointCollector::leading_office(const Candidate& mention) const {
    std::optional<Range> inside, any;
    int count_inside = 0, count = 0;
    std::uint32_t reached = 0;
    for (const AtomPlace& place : matcher_->offices()) {
        if (place.first < reached) continue;  // the rest of a longer one
        Range office = {place.first, place.last};
        for (const AtomPlace& other : matcher_->offices())
            if (other.first == place.first) office.last = std::max(office.last, other.last);
        reached = office.last;
        office = widened(office, capitalises_names(language_));
        if (!is_name(office) || is_of_others(office)) continue;
        any = office;
        ++count;
        if (office.first < mention.last && mention.first < office.last) {
            inside = office;
            ++count_inside;
        }
    }
    if (count_inside == 1) return inside;
    return count == 1 ? any : std::nullopt;
}

void FocalPointCollector::add(const std::string& code, Range name, const Sentence& sentence) {
    const std::string words = printed(name), folded = folded_name(words);
    Gathered& gathered = offices_.try_emplace({code, folded}, Gathered{code, folded, words, {}}).first->second;
    if (gathered.sentences.empty() || gathered.sentences.back() != &sentence)
        gathered.sentences.push_back(&sentence);
}

void FocalPointCollector::look_at(const Sentence& sentence, std::string_view text,
                                  const std::vector<Candidate>& found, const SentenceMatcher& matcher) {
    const bool concerns = std::any_of(found.begin(), found.end(), [&](const Candidate& each) {
        return each.fate == Fate::kept && is_focal_point(codebook_.source.codes[each.code]);
    });
    if (!concerns || (sentence.role != BlockRole::body && sentence.role != BlockRole::footnote)) return;
    text_ = text;
    language_ = sentence.language;
    found_ = &found;
    matcher_ = &matcher;
    if (is_table_row()) return;
    for (const Candidate& each : found) {
        const Code& code = codebook_.source.codes[each.code];
        if ((each.fate != Fate::kept && each.fate != Fate::repeated) || !is_focal_point(code)) continue;
        if (each.term) {
            const Range name = each.learnt ? Range{each.first, each.last} : widened({each.first, each.last}, false);
            const bool is_description = each.learnt && !each.learnt->is_acronym;
            if (!is_description && is_name(name)) {
                if (is_of_others(name))
                    others_.insert(folded_name(printed(name)));
                else
                    add(code.id, name, sentence);
                continue;
            }
        }
        if (each.fate != Fate::kept || code.id == "body.csirt") continue;
        if (const auto office = leading_office(each)) add(code.id, *office, sentence);
    }
}

std::vector<NamedFocalPoint> FocalPointCollector::gathered(const LearntNames& learnt) const {
    std::vector<Office> offices;
    for (const LearntName& name : learnt.all())
        if (name.is_acronym && name.code && is_focal_point(codebook_.source.codes[*name.code]))
            offices.push_back({name.name.code,
                               folded_name(name.name.long_form),
                               folded_name(name.name.short_form),
                               name.name.long_form,
                               name.name.short_form,
                               {}});
    for (const auto& [key, each] : offices_) {
        auto office = std::find_if(offices.begin(), offices.end(), [&, &gathered = each](const Office& known) {
            return known.code == gathered.code &&
                   (known.folded_acronym == gathered.folded || is_one(known.folded, gathered.folded));
        });
        if (office == offices.end()) {
            const bool is_short = is_acronym(each.printed);
            offices.push_back({each.code,
                               each.folded,
                               is_short ? each.folded : "",
                               each.printed,
                               is_short ? each.printed : "",
                               {}});
            office = offices.end() - 1;
        }
        for (const Sentence* sentence : each.sentences)
            office->sentences.emplace(sentence->ordinal, sentence->page);
    }
    std::vector<NamedFocalPoint> points;
    for (const Office& office : offices)
        if (!office.sentences.empty() && !others_.contains(office.folded))
            points.push_back({office.printed, office.acronym, office.code, office.sentences.begin()->first,
                              office.sentences.begin()->second,
                              static_cast<std::uint32_t>(office.sentences.size())});
    std::sort(points.begin(), points.end(), [](const NamedFocalPoint& a, const NamedFocalPoint& b) {
        return std::tie(a.sentence, a.organisation, a.code) < std::tie(b.sentence, b.organisation, b.code);
    });
    return points;
}

}  // namespace demarche
