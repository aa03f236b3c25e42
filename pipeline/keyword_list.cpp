// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/keyword_list.hpp"

#include <utility>

namespace demarche {

Codebook keyword_list(Codebook codebook) {
    codebook.rules.clear();
    codebook.concepts.clear();
    for (Code& code : codebook.codes) {
        code.exclusions.clear();
        // Built anew from what a keyword has, so that no condition that a term may ever get is kept.
        for (Term& term : code.terms) {
            Term keyword;
            keyword.id = std::move(term.id);
            keyword.language = std::move(term.language);
            keyword.text = std::move(term.text);
            keyword.patterns = std::move(term.patterns);
            keyword.place = std::move(term.place);
            term = std::move(keyword);
        }
    }
    return codebook;
}

}  // namespace demarche
