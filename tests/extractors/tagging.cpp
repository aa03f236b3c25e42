// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/extractors/tagging.hpp"

#include <catch2/catch.hpp>

#include "corpora/readers/catalogue.hpp"
#include "corpora/readers/codebook.hpp"

namespace demarche {

Codebook codebook_from(const std::string& yaml) {
    auto [codebook, problems] = check_codebook_text(yaml, "test.yaml");
    for (const Problem& problem : problems)
        if (!problem.is_warning) FAIL(to_string(problem));
    return codebook;
}

Codebook codebook_with_states(const std::string& yaml) {
    Codebook codebook = codebook_from(yaml);
    merge(codebook, codebook_of_states(read_catalogue(DEMARCHE_SOURCE_DIR "/corpora/catalogue/states.csv")));
    return codebook;
}

Codebook codebook_of(const std::string& terms) {
    return codebook_from("families: [{id: t, layer: names}]\ncodes: [{id: t, terms: " + terms + "}]\n");
}

Words Asked::about(std::string_view sentence) {
    Words lines;
    for (const Mention& mention : mentions(sentence)) lines.push_back(mention.code + ": " + mention.term);
    return lines;
}

Words Asked::words(std::string_view sentence) {
    Words lines;
    for (const Mention& mention : mentions(sentence)) lines.push_back(mention.term);
    return lines;
}

Words Asked::codes(std::string_view sentence) {
    Words lines;
    for (const Mention& mention : mentions(sentence)) lines.push_back(mention.code);
    return lines;
}

Words Asked::reasons(std::string_view sentence) {
    Words lines;
    for (const Consideration& each : explain(sentence))
        lines.push_back(each.mention.code + ": " + each.mention.term + " | " + std::string(to_string(each.fate)) +
                        (each.because.empty() ? "" : " | " + each.because));
    return lines;
}

Words found_by(const std::string& term, std::string_view sentence, const std::string& language) {
    std::string quoted;
    for (const char c : term) quoted += c == '"' ? std::string("\\\"") : std::string(1, c);
    return Asked(codebook_of("{" + language + ": [\"" + quoted + "\"]}"))
        .in(language == "any" ? "en" : language)
        .words(sentence);
}

Words found_by(const std::string& term, std::string_view sentence) {
    return found_by(term, sentence, "en");
}

}  // namespace demarche
