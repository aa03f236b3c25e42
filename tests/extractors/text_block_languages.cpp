// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/block_languages.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extractors/text/sentences.hpp"

using namespace demarche;

namespace {

const std::string english =
    "The Government will work with its partners to protect the networks on which public services depend. It will "
    "publish a report every year, and the Minister will answer for it before Parliament, so that citizens can see "
    "what has been done and what remains.";
const std::string french =
    "Le Gouvernement travaillera avec ses partenaires à la protection des réseaux dont dépendent les services "
    "publics. Il publiera chaque année un rapport, et le ministre en répondra devant le Parlement, afin que les "
    "citoyens voient ce qui a été fait et ce qui reste à faire.";
const std::string russian =
    "Правительство будет вместе с партнёрами защищать сети, от которых зависят государственные услуги. Каждый год "
    "оно будет публиковать доклад, и министр будет отвечать за него перед парламентом, чтобы граждане видели, что "
    "сделано и что ещё предстоит сделать в ближайшие годы.";

CleanText text_of_blocks(const std::vector<std::string>& paragraphs) {
    std::string text;
    std::vector<Block> blocks;
    for (const std::string& paragraph : paragraphs) {
        if (!text.empty()) text += '\n';
        Block block;
        block.span = Span(static_cast<std::uint32_t>(text.size()),
                          static_cast<std::uint32_t>(text.size() + paragraph.size()));
        text += paragraph;
        blocks.push_back(block);
    }
    return {text, blocks, {}};
}

std::vector<std::string> languages_of(const std::vector<std::string>& blocks, const std::string& document) {
    return detect_block_languages(text_of_blocks(blocks), document);
}

}  // namespace

TEST_CASE("A block in another language than its document's is told") {
    CHECK(languages_of({english, french, english}, "en") == std::vector<std::string>{"en", "fr", "en"});
    CHECK(languages_of({english, russian}, "ru") == std::vector<std::string>{"en", "ru"});
    SECTION("also behind much text in the document's own") {
        std::vector<std::string> blocks(20, english);
        blocks.push_back(french);
        CHECK(languages_of(blocks, "en").back() == "fr");
    }
    SECTION("short blocks are judged with their neighbours") {
        CHECK(languages_of({english, "Stratégie nationale", french}, "en") ==
              std::vector<std::string>{"en", "fr", "fr"});
    }
    SECTION("but a name or a quotation is no other language") {
        CHECK(languages_of({english, "Agence nationale de la sécurité des systèmes d’information", english},
                           "en")[1] == "en");
    }
    SECTION("and nothing is known of a text that is too short") {
        CHECK(languages_of({"Stratégie nationale"}, "en") == std::vector<std::string>{"en"});
        CHECK(languages_of({"Stratégie nationale"}, "") == std::vector<std::string>{""});
    }
}

TEST_CASE("A sentence knows its own language") {
    const std::vector<Sentence> sentences = split_sentences(text_of_blocks({english, french}), "en");
    REQUIRE(sentences.size() == 4);
    CHECK(sentences[0].language == "en");
    CHECK(sentences[3].language == "fr");
}
