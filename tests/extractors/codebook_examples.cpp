// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/readers/catalogue.hpp"
#include "corpora/readers/codebook.hpp"
#include "extractors/tags/examples.hpp"
#include "extractors/tags/tagger.hpp"

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

std::string told(const Code& code, const TriedExample& example) {
    return "\n  " + code.place.file + ":" + std::to_string(code.place.line) + " " + code.id +
           (example.should_be_given ? " is not given to: " : " is given to: ") + *example.sentence;
}

}  // namespace

TEST_CASE("Every code of the shipped codebook is given to its examples, and to no counter-example") {
    const Tagger tagger(shipped());
    TaggingSession session(tagger);
    std::string failures;
    std::size_t examples = 0;
    for (const Code& code : shipped().codes)
        for (const TriedExample& example : try_examples(session, code)) {
            ++examples;
            if (!example.is_right()) failures += told(code, example);
        }
    CHECK(examples > 100);
    INFO("examples that fail:" << failures);
    CHECK(failures.empty());
}
