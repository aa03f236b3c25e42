// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <filesystem>

#include "corpora/readers/catalogue.hpp"
#include "corpora/readers/codebook.hpp"
#include "corpora/readers/text_file.hpp"
#include "extractors/document_reader.hpp"
#include "extractors/tags/tagger.hpp"
#include "extractors/tags/tokens.hpp"
#include "extractors/text/unicode.hpp"
#include "tests/extractors/shown.hpp"

// Real strategies, typeset anew in four layouts, with the text that they hold. They are no
// part of the project; where they are not beside it, these tests say so and pass.

using namespace demarche;

namespace fs = std::filesystem;

namespace {

const fs::path typeset = fs::path(DEMARCHE_SOURCE_DIR) / ".." / "shared" / "strategies" / "typeset";

// In eight languages and three scripts, and of each layout two at least.
const std::vector<std::string> chosen = {"afg_2014_en", "aze_2004_az", "ben_2020_fr", "cri_2021_es", "cze_2012_en",
                                         "grc_2017_el", "kaz_2017_ru", "nzl_2011_en", "rou_2013_ro", "swe_2015_sv"};

bool are_here() {
    if (fs::is_directory(typeset)) return true;
    WARN("no strategies in " << typeset.string() << ": not tested on real ones");
    return false;
}

// The words of a text, spelt as they are compared, each with a blank before it: sentences
// are then found whatever quotation marks, dashes and line ends stand between.
std::string words_of(std::string_view text) {
    std::string words;
    std::vector<Token> tokens;
    tokenize(text, tokens);
    for (const Token& token : tokens)
        words += " " + without_accents(case_folded(text.substr(token.begin, token.end - token.begin)));
    return words + " ";
}

bool is_leader(std::string_view sentence) {
    return sentence.find("....") != std::string_view::npos || sentence.find(". . .") != std::string_view::npos ||
           sentence.find("____") != std::string_view::npos ||
           sentence.find("\xE2\x80\xA6") != std::string_view::npos;
}

// The sentences of 40 bytes and more, cut as plainly as can be.
std::vector<std::string> sentences_of(const std::string& truth) {
    std::vector<std::string> sentences(1);
    for (std::size_t at = 0; at < truth.size(); ++at) {
        const bool ends =
            truth[at] == '\n' ||
            (truth[at] == ' ' && at > 0 && std::string_view(".!?;").find(truth[at - 1]) != std::string_view::npos);
        if (ends)
            sentences.emplace_back();
        else
            sentences.back() += truth[at];
    }
    std::erase_if(sentences,
                  [](const std::string& sentence) { return sentence.size() < 40 || is_leader(sentence); });
    return sentences;
}

ReadDocument read_strategy(const std::string& name) {
    return read_document(read_bytes(typeset / (name + ".pdf")), name + ".pdf", {}, {});
}

struct Wholeness {
    std::size_t found = 0, sought = 0;
    double share() const {
        return static_cast<double>(found) / static_cast<double>(std::max<std::size_t>(sought, 1));
    }
};

Wholeness wholeness_of(const ReadDocument& document, const std::string& name) {
    const std::string text = words_of(document.text.text());
    Wholeness wholeness;
    for (const std::string& sentence : sentences_of(read_bytes(typeset / (name + ".txt")))) {
        ++wholeness.sought;
        if (text.find(words_of(sentence)) != std::string::npos) ++wholeness.found;
    }
    return wholeness;
}

void check_places(const ReadDocument& document) {
    for (const Sentence& sentence : document.sentences) {
        const auto boxes = document.text.origin(sentence.span);
        REQUIRE(!boxes.empty());
        REQUIRE(boxes.front().page == sentence.page);
        for (const PageBox& place : boxes) {
            REQUIRE(place.page >= 1);
            REQUIRE(place.page <= document.pages.size());
            const PageRecord& page = document.pages[place.page - 1];
            REQUIRE(place.box.x0 < place.box.x1);
            REQUIRE(place.box.y0 < place.box.y1);
            REQUIRE(place.box.x0 >= -1);
            REQUIRE(place.box.x1 <= page.width + 1);
            REQUIRE(place.box.y1 <= page.height + 1);
        }
    }
}

}  // namespace

TEST_CASE("Real strategies come out with their sentences whole, and every sentence has its place") {
    if (!are_here()) return;
    Wholeness all;
    for (const std::string& name : chosen) {
        INFO(name);
        const ReadDocument document = read_strategy(name);
        CHECK(document.quality.pages_with_text == document.quality.pages);
        REQUIRE(document.facts.language);
        CHECK(document.facts.language->value == name.substr(name.size() - 2));
        check_places(document);
        const Wholeness wholeness = wholeness_of(document, name);
        CHECK(wholeness.sought > 50);
        CHECK(wholeness.share() >= 0.85);
        all.found += wholeness.found;
        all.sought += wholeness.sought;
    }
    CHECK(all.share() >= 0.93);
}

TEST_CASE("Real strategies are tagged in place, and alike whatever was tagged before") {
    if (!are_here()) return;
    const fs::path corpora = fs::path(DEMARCHE_SOURCE_DIR) / "corpora";
    Codebook codebook = check_codebook({corpora / "codebooks"}).value;
    merge(codebook, codebook_of_states(read_catalogue(corpora / "catalogue" / "states.csv")));
    const Tagger tagger(std::move(codebook));
    TaggingSession session(tagger);
    for (const std::string& name : {chosen[0], chosen[2], chosen[3], chosen[6]}) {
        INFO(name);
        const ReadDocument document = read_strategy(name);
        const std::vector<Mention> mentions = session.tag(document.text, document.sentences, "USA");
        CHECK(mentions.size() > 50);
        CHECK(TaggingSession(tagger).tag(document.text, document.sentences, "USA") == mentions);
        std::uint32_t sentence = 0;
        for (const Mention& mention : mentions) {
            REQUIRE(mention.sentence >= sentence);
            REQUIRE(mention.sentence <= document.sentences.size());
            sentence = mention.sentence;
            REQUIRE(document.sentences[sentence - 1].span.contains(mention.span));
            REQUIRE(document.text.slice(mention.span) == mention.term);
            REQUIRE(mention.code != "state.USA");
            REQUIRE(!document.text.origin(mention.span).empty());
        }
    }
}
