// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "extractors/tags/tagger.hpp"
#include "extractors/text/glossaries.hpp"
#include "extractors/text/sentences.hpp"
#include "tests/extractors/printed_pages.hpp"
#include "tests/extractors/tagging.hpp"

using namespace demarche;

namespace {

// What becomes of blocks in this order; those that begin with '#' are headings.
std::vector<std::string> glossary_of(const std::vector<std::string>& blocks) {
    std::string text;
    std::vector<Block> marked;
    std::vector<float> sizes;
    for (const std::string& block : blocks) {
        const bool is_heading = block.starts_with('#');
        if (!text.empty()) text += '\n';
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += block.substr(is_heading ? 1 : 0);
        marked.push_back({Span(begin, static_cast<std::uint32_t>(text.size())),
                          is_heading ? BlockRole::heading : BlockRole::body, 1});
        sizes.push_back(is_heading ? 14 : 10);
    }
    mark_glossaries(text, sizes, marked);
    std::vector<std::string> found;
    for (const Block& block : marked)
        if (block.role == BlockRole::glossary)
            found.push_back(text.substr(block.span.begin(), block.span.length()));
    return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("A title says that a glossary follows") {
    for (const char* title :
         {"Glossary", "GLOSSARY OF TERMS", "3.17 Appendix – Glossary of terms",
          "Annex 2: Acronyms and Abbreviations", "List of abbreviations", "Terms and definitions", "Definitions",
          "ANNEXE 1 : DÉFINITIONS", "Liste des sigles et abréviations", "Lista de siglas",
          "Apéndice A: Glosario de términos", "Abkürzungsverzeichnis", "Список сокращений",
          "Приложение 1. Термины и определения", "Seznam zkratek", "Κατάλογος Συντομογραφιών", "Kısaltmalar",
          "用語集", "缩略语"})
        CHECK(is_glossary_title(title));
    for (const char* title : {"Definition of cyber security", "Definition of the problem", "Introduction", "", "1.",
                              "The terms of this glossary are explained in the annex below",
                              "The acronyms are listed below.", "Glossaries, guidelines;"})
        CHECK_FALSE(is_glossary_title(title));
}

TEST_CASE("A glossary and a list of abbreviations are told by title and form") {
    SECTION("acronyms with what they stand for, up to the next heading") {
        CHECK(
            glossary_of({"#Abbreviations", "CERT – Computer Emergency Response Team", "CII Critical infrastructure",
                         "R&D: Research", "3G Third generation", "#Foreword", "The UN matters."}) ==
            Texts{"CERT – Computer Emergency Response Team", "CII Critical infrastructure", "R&D: Research",
                  "3G Third generation"});
    }
    SECTION("in the cells of a table, under the heads of its columns") {
        const Texts cells = {"Acronym", "Meaning",
                             "AU -",    "African Union",
                             "CII",     "Critical infrastructure",
                             "ICT",     "Information technology",
                             "UN",      "United Nations"};
        Texts blocks = {"#List of Acronyms"};
        blocks.insert(blocks.end(), cells.begin(), cells.end());
        blocks.emplace_back("#FOREWORD");
        blocks.emplace_back("We join the UN.");
        CHECK(glossary_of(blocks) == cells);
    }
    SECTION("terms and what they mean") {
        CHECK(glossary_of({"#Annex: Definitions", "The terms used here mean the following.",
                           "Cyberspace: the environment of networks.", "Security - a state.",
                           "Asset – what is of value.", "Threat means a possible cause.", "#4 Interim measures",
                           "Cyberspace: we protect it."})
                  .size() == 5);
    }
    SECTION("terms as headings over their definitions") {
        CHECK(glossary_of({"#Glossary", "#Attack", "An act that harms.", "#Cloud", "A service.", "#Drill",
                           "An exercise.", "#Incident", "An event.", "It may be small.", "#Annex 2", "The plan."})
                  .size() == 9);
    }
    SECTION("sentences in the order of the alphabet") {
        CHECK(
            glossary_of({"#Glossary", "Attack is an act.", "Botnet is a network.", "Cyberspace is the environment.",
                         "It has no borders.", "Denial of service is an attack.", "Event is what is seen.",
                         "#Annex", "Zones are secured."})
                .size() == 6);
    }
    SECTION("but not by a title alone") {
        CHECK(glossary_of({"#Glossary", "#1 Introduction", "We protect networks and will join the forum.",
                           "Another aim is a law.", "States act.", "The plan is new."})
                  .empty());
        CHECK(glossary_of({"#Acronyms", "UN – United Nations", "#Foreword", "We act."}).empty());
        CHECK(glossary_of({"#Glossary"}).empty());
        CHECK(glossary_of({}).empty());
    }
    SECTION("nor without a title") {
        CHECK(glossary_of({"#Bodies", "CERT – a team", "UN – nations", "AU – a union", "EU – a union"}).empty());
    }
}

TEST_CASE("What stands in a glossary is learnt from, but is no mention") {
    const auto cleaned = PrintedPages()
                             .page()
                             .line(50, 60, "Abbreviations", {16, true, true})
                             .block(50, 100, {"NCA – National Cyber Agency"})
                             .block(50, 140, {"UN – United Nations"})
                             .block(50, 180, {"CII – Critical information infrastructure"})
                             .block(50, 220, {"CERT – Computer emergency response team"})
                             .line(50, 300, "Tasks", {16, true, true})
                             .block(50, 340, {"The NCA works with the United Nations on all of these tasks."})
                             .cleaned();
    CHECK(blocks_of(cleaned.text) ==
          std::vector<std::string>{"heading: Abbreviations", "glossary: NCA – National Cyber Agency",
                                   "glossary: UN – United Nations",
                                   "glossary: CII – Critical information infrastructure",
                                   "glossary: CERT – Computer emergency response team", "heading: Tasks",
                                   "The NCA works with the United Nations on all of these tasks."});
    const Tagger tagger(codebook_from(R"(
families: [{id: fp}, {id: body, layer: names}]
codes:
  - {id: fp.agency, terms: {en: [national cyber agency]}}
  - {id: body.un, kind: organisation, terms: {en: [united nations]}}
)"));
    TaggingSession session(tagger);
    std::vector<std::string> found;
    for (const Mention& mention : session.tag(cleaned.text, split_sentences(cleaned.text, "en"), ""))
        found.push_back(mention.code + ": " + mention.term);
    CHECK(found == std::vector<std::string>{"fp.agency: NCA", "body.un: United Nations"});
}
