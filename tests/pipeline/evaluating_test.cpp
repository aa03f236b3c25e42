// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "corpora/readers/codebook.hpp"
#include "extractors/tags/tagger.hpp"
#include "pipeline/evaluating.hpp"
#include "pipeline/keyword_list.hpp"
#include "pipeline/tagging.hpp"

using namespace demarche;

namespace {

const std::string files = DEMARCHE_SOURCE_DIR "/tests/cli/files/";

EvaluateOptions gold_by_mini() {
    EvaluateOptions options;
    options.files = {files + "gold.jsonl"};
    options.codebook = {files + "mini.yaml"};
    return options;
}

std::set<std::string> codes_of(const Codebook& codebook, const std::string& sentence) {
    const Tagger tagger(codebook);
    TaggingSession session(tagger);
    std::set<std::string> codes;
    for (const Mention& mention : session.tag({sentence, "en", ""})) codes.insert(mention.code);
    return codes;
}

using Codes = std::set<std::string>;

}  // namespace

TEST_CASE("What is evaluated is what demarche tag says") {
    const Evaluation evaluation = evaluate(gold_by_mini());
    std::ifstream gold(files + "gold.jsonl");
    std::stringstream tagged;
    tag_lines(gold, "gold.jsonl", {files + "mini.yaml"}, tagged);
    REQUIRE(evaluation.machine);
    std::size_t sentences = 0;
    for (std::string line; std::getline(tagged, line); ++sentences) {
        const auto said = nlohmann::json::parse(line);
        const CodedSentence& coded = evaluation.machine->sentences.at(sentences);
        CHECK(coded.sid == said["sid"]);
        CHECK(coded.language == said["lang"]);
        auto expected = said["codes"].get<std::set<std::string>>();
        for (const auto& [code, stance] : said["norms"].items()) {
            expected.insert(code);
            CHECK(to_string(coded.norms.at(code)) == stance.get<std::string>());
        }
        std::set<std::string> found = coded.all_codes();
        std::erase_if(found, [&](const std::string& code) { return !evaluation.scope.holds(code); });
        CHECK(found == expected);
    }
    CHECK(sentences == evaluation.machine->sentences.size());
}

TEST_CASE("A keyword list has the terms of a codebook and nothing else") {
    const Codebook codebook = read_codebook({files + "mini.yaml"});
    const Codebook list = keyword_list(codebook);
    CHECK(list.codes.size() == codebook.codes.size());
    CHECK(list.rules.empty());
    SECTION("terms are found without their conditions") {
        CHECK(codes_of(codebook, "It joined FIRST.").empty());
        CHECK(codes_of(list, "It joined FIRST.") == Codes{"body.first"});
    }
    SECTION("nothing is excluded") {
        const std::string sentence = "The CSIRT trains each FIRST responder.";
        CHECK(codes_of(codebook, sentence).empty());
        CHECK(codes_of(list, sentence) == Codes{"body.first"});
    }
    SECTION("no rule applies") {
        const std::string sentence = "We protect critical infrastructure with the United Nations.";
        CHECK(codes_of(codebook, sentence) == Codes{"body.un", "norm.infrastructure"});
        CHECK(codes_of(list, sentence) == Codes{"body.un"});
    }
}

TEST_CASE("The parts of a set of documents are the set") {
    EvaluateOptions options = gold_by_mini();
    const Counts all = evaluate(options).comparisons.front().all.counts;
    Counts sum;
    options.parts = 2;
    for (options.part = 1; options.part <= 2; ++options.part) {
        const Counts part = evaluate(options).comparisons.front().all.counts;
        sum.both += part.both;
        sum.missed += part.missed;
        sum.extra += part.extra;
    }
    CHECK(sum.both == all.both);
    CHECK(sum.missed == all.missed);
    CHECK(sum.extra == all.extra);
}
