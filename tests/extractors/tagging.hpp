// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "extractors/tags/tagger.hpp"

namespace demarche {

// What a tagger is told and what it says, in words that a test can show at a glance.

using Words = std::vector<std::string>;

// A codebook as users write it; fails the test if there is a mistake in it.
Codebook codebook_from(const std::string& yaml);

// The same with the shipped catalogue's names of states.
Codebook codebook_with_states(const std::string& yaml);

// One code, "t", of a family of that name, with `terms` as they stand under "terms:".
Codebook codebook_of(const std::string& terms);

// What a session says of one sentence. Texts are English and author nobody unless said.
class Asked {
public:
    explicit Asked(Codebook codebook) : tagger_(std::move(codebook)), session_(tagger_) {}

    Asked& in(std::string_view language) {
        language_ = language;
        return *this;
    }
    Asked& by(std::string_view author_state) {
        author_ = author_state;
        return *this;
    }

    std::vector<Mention> mentions(std::string_view sentence) {
        return session_.tag({sentence, language_, author_});
    }
    // "code: words as printed", in order.
    Words about(std::string_view sentence);
    // The words that carry a code.
    Words words(std::string_view sentence);
    // The codes alone, in order of place.
    Words codes(std::string_view sentence);
    // "code: words | fate | because".
    Words reasons(std::string_view sentence);
    std::vector<Consideration> explain(std::string_view sentence) {
        return session_.explain({sentence, language_, author_});
    }
    const Tagger& tagger() const { return tagger_; }

private:
    Tagger tagger_;
    TaggingSession session_;
    std::string language_ = "en";
    std::string author_;
};

// The words that a single English term finds in a sentence.
Words found_by(const std::string& term, std::string_view sentence);
// The same for a term of another language.
Words found_by(const std::string& term, std::string_view sentence, const std::string& language);

}  // namespace demarche
