// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/addresses.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace demarche {

namespace {

constexpr auto nowhere = std::string_view::npos;

// Endings of domains, and parts of them before that of a state: "gov.uk".
constexpr std::array<std::string_view, 9> generic_endings = {"com", "org", "net",  "int", "gov",
                                                             "edu", "mil", "info", "eu"};
constexpr std::array<std::string_view, 11> second_endings = {"gov", "gob", "gouv", "gub", "go", "govt",
                                                             "com", "org", "edu",  "ac",  "co"};

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_letter_or_digit(char c) {
    return is_lower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Of ASCII, as addresses are printed; what follows in another script is the sentence's.
bool may_be_in_address(char c) {
    return c > ' ' && c < 0x7F && std::string_view("<>\"{}|\\^`").find(c) == nowhere;
}

bool is_two_lower(std::string_view label) {
    return label.size() == 2 && is_lower(label[0]) && is_lower(label[1]);
}

template <typename Endings>
bool is_one_of(const Endings& endings, std::string_view label) {
    return std::find(endings.begin(), endings.end(), label) != endings.end();
}

std::string_view last_label(std::string_view domain) {
    return domain.substr(domain.rfind('.') + 1);
}

// "enisa.europa.eu": labels in lower case, the last a generic ending or that of a state.
bool is_domain(std::string_view text) {
    if (text.find('.') == nowhere || text.find("..") != nowhere || text.front() == '.') return false;
    const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) {
        return is_lower(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
    const std::string_view ending = last_label(text);
    return is_plain && (is_two_lower(ending) || is_one_of(generic_endings, ending));
}

// Without scheme and path only where it can be nothing else.
bool is_bare_domain(std::string_view text) {
    if (!is_domain(text)) return false;
    const std::string_view ending = last_label(text);
    if (is_one_of(generic_endings, ending)) return true;
    return is_one_of(second_endings, last_label(text.substr(0, text.size() - ending.size() - 1)));
}

bool is_mail(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != nowhere && at > 0 && is_letter_or_digit(text[at - 1]) && at + 1 < text.size() &&
           is_letter_or_digit(text[at + 1]) && text.find('.', at) != nowhere;
}

// The part of a run of such characters that is an address; empty if none.
std::string_view address_in(std::string_view run) {
    constexpr std::string_view opening = "([{'", closing = ".,;:!?)]}'";
    while (!run.empty() && opening.find(run.front()) != nowhere) run.remove_prefix(1);
    while (!run.empty() && closing.find(run.back()) != nowhere) run.remove_suffix(1);
    if (std::size_t scheme = run.find("://"); scheme != nowhere) {
        while (scheme > 0 && is_letter_or_digit(run[scheme - 1])) --scheme;
        return run.substr(scheme);
    }
    if (run.starts_with("www.") || run.starts_with("WWW.") || run.starts_with("Www.") || is_mail(run)) return run;
    const std::size_t slash = run.find('/');
    const bool is_one = slash == nowhere ? is_bare_domain(run) : is_domain(run.substr(0, slash));
    return is_one ? run : std::string_view();
}

}  // namespace

void find_addresses(std::string_view text, std::vector<Span>& addresses) {
    addresses.clear();
    // Each address has a full stop before a letter or sign; most texts have them only before a blank.
    for (std::size_t at = text.find('.'); at != nowhere; at = text.find('.', at)) {
        if (at == 0 || at + 1 >= text.size() || !may_be_in_address(text[at + 1])) {
            ++at;
            continue;
        }
        std::size_t begin = at, end = at + 1;
        while (begin > 0 && may_be_in_address(text[begin - 1])) --begin;
        while (end < text.size() && may_be_in_address(text[end])) ++end;
        const std::string_view found = address_in(text.substr(begin, end - begin));
        if (!found.empty()) {
            const auto first = static_cast<std::uint32_t>(found.data() - text.data());
            addresses.emplace_back(first, first + static_cast<std::uint32_t>(found.size()));
        }
        at = end;
    }
}

}  // namespace demarche
