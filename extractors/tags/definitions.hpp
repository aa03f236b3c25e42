// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/span.hpp"
#include "extractors/tags/initials.hpp"
#include "extractors/tags/naming_words.hpp"
#include "extractors/tags/tokens.hpp"

namespace demarche {

// A place at which a sentence may explain a short form. Spans are bytes of the sentence.
struct Definition {
    enum class Kind : std::uint8_t {
        acronym,      // "African Union (AU)", "AU (African Union)", "AU - African Union": the letters fit
        foreign,      // "Information Security Agency (ACN)": they do not; `long_form` ends where the name does
        description,  // 'Agency for Network Security (the "Agency")': not an acronym; `long_form` likewise
    };
    Kind kind = Kind::acronym;
    Span short_form;  // without article and quotation marks
    Span long_form;
};

// The definitions in a sentence, in order. What they mean is for the codebook to
// say; here only their form is judged.
//
// parenthesis   Long Name (ACR) · ACR (Long Name) · Long Name (hereinafter "the Agency")
// announced     Long Name, hereinafter "the Agency"
// list          ACR - Long Name, at the beginning of a sentence, and others behind it
class DefinitionFinder {
public:
    explicit DefinitionFinder(const NamingWords& words) : words_(words) {}

    std::vector<Definition> find(std::string_view sentence);

private:
    struct Group {
        std::size_t first = 0, last = 0;  // tokens
    };
    bool has_promising_parenthesis() const;
    void try_parenthesis(std::size_t open);
    bool try_short_form(std::size_t begin, std::size_t end, std::size_t name_end, bool is_announced);
    void try_long_form_in(std::size_t begin, std::size_t end);
    void try_announced();
    void try_list();
    bool add_acronym(Group group, std::size_t name_end);
    std::size_t skip_announcement(std::size_t begin, std::size_t end) const;
    Group group_at(std::size_t first, std::size_t end) const;
    std::vector<std::size_t> words_before(std::size_t offset) const;
    std::vector<NameWord> name_words(std::size_t first, std::size_t last) const;
    std::string_view token(std::size_t i) const;
    Span span_of(std::size_t first, std::size_t last) const {
        return {tokens_[first].begin, tokens_[last - 1].end};
    }
    std::size_t first_token_from(std::size_t offset) const;
    std::size_t announced_length(std::size_t at) const;

    const NamingWords& words_;
    std::string_view text_;
    std::vector<Token> tokens_;
    std::vector<Definition> found_;
};

// Whether a printed word is an acronym: "ACN", "CERTs", "NCSC-FI", "MoU"; not "Annex", "II", "2016".
bool is_acronym(std::string_view printed);

// What of a printed acronym must be found in its long form: folded, without stops, hyphens and the plural's "s".
std::string letters_of_acronym(std::string_view printed);

}  // namespace demarche
