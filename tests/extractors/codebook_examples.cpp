// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>

#include "corpora/readers/catalogue.hpp"
#include "corpora/readers/codebook.hpp"
#include "extractors/tags/tagger.hpp"
#include "extractors/text/languages.hpp"

using namespace demarche;

namespace {

const Codebook& shipped() {
    static const Codebook codebook = [] {
        Codebook read = read_codebook({DEMARCHE_SOURCE_DIR "/corpora/codebooks"});
        merge(read, codebook_of_states(read_catalogue(DEMARCHE_SOURCE_DIR "/corpora/catalogue/states.csv")));
        return read;
    }();
    return codebook;
}

// Examples do not say their language; a sentence is short for a detector, so English, in which most
// are, has the benefit of the doubt.
std::vector<std::string> languages_of(const std::string& sentence) {
    const std::string detected = detect_language(sentence).language;
    if (detected.empty() || detected == "en") return {"en"};
    return {detected, "en"};
}

bool is_given(TaggingSession& session, const std::string& code, const std::string& sentence) {
    for (const std::string& language : languages_of(sentence)) {
        const auto mentions = session.tag({sentence, language, ""});
        if (std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.code == code; }))
            return true;
    }
    return false;
}

std::string told(const Code& code, const char* what, const std::string& sentence) {
    return "\n  " + code.place.file + ":" + std::to_string(code.place.line) + " " + code.id + " " + what + ": " +
           sentence;
}

}  // namespace

TEST_CASE("Every code of the shipped codebook is given to its examples, and to no counter-example") {
    const Tagger tagger(shipped());
    TaggingSession session(tagger);
    std::string failures;
    std::size_t examples = 0;
    for (const Code& code : shipped().codes) {
        for (const std::string& sentence : code.examples_yes) {
            ++examples;
            if (!is_given(session, code.id, sentence)) failures += told(code, "is not given to", sentence);
        }
        for (const std::string& sentence : code.examples_no) {
            ++examples;
            if (is_given(session, code.id, sentence)) failures += told(code, "is given to", sentence);
        }
    }
    CHECK(examples > 100);
    INFO("examples that fail:" << failures);
    CHECK(failures.empty());
}
