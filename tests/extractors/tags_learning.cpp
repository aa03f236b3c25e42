// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "extractors/tags/initials.hpp"
#include "tests/extractors/tagging.hpp"

using namespace demarche;

namespace {

const char* const codebook = R"(
families:
  - {id: body, number: 2, title: Bodies, layer: names}
  - {id: fp, number: 1, title: Focal points, layer: each}
codes:
  - {id: body.au, label: AU, definition: D., kind: regional, terms: {en: [african union, {term: =AU, with: [Addis], not_before: [Optronics]}]}}
  - {id: body.cis, label: CIS, definition: D., kind: regional, terms: {en: [Commonwealth of Independent States, =CIS]}}
  - {id: body.csirt, label: CSIRT, definition: D., kind: technical, terms: {en: [computer emergency response team, =CERT]}}
  - {id: fp.agency, label: Agency, definition: D., terms: {en: [(national|) cyber security agency]}}
  - {id: fp.ambassador, label: Ambassador, definition: D., terms: {en: [cyber ambassador, leads cyber diplomacy]}}
concepts:
  names.small: {en: ["'(of|the|and|for|in)'"]}
  names.called: {en: ["'hereinafter'"]}
  names.article: {en: ["'the'"]}
  names.goes_on: {en: ["'(of|for)'"]}
  names.not_own: {en: ["'(each|other|teams)'"]}
  names.generic: {en: ["'(CERT|computer emergency response team)'"]}
  names.office: {en: ["'ministry of *'"]}
)";

struct Document {
    CleanText text;
    std::vector<Sentence> sentences;
};

// Each sentence a block of its own, on a page of its number.
Document document_of(const Words& sentences) {
    Document document;
    std::string text;
    std::vector<Block> blocks;
    std::uint32_t ordinal = 0;
    for (const std::string& each : sentences) {
        if (!text.empty()) text += '\n';
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += each;
        const Span span(begin, static_cast<std::uint32_t>(text.size()));
        ++ordinal;
        blocks.push_back({span, BlockRole::body, ordinal});
        document.sentences.push_back({ordinal, span, "en", BlockRole::body, ordinal, ""});
    }
    document.text = CleanText(text, blocks, {});
    return document;
}

DocumentTags tags_of(const Words& sentences, const std::string& author = {}) {
    static const Tagger tagger(codebook_with_states(codebook));
    const Document document = document_of(sentences);
    return TaggingSession(tagger).tag_document(document.text, document.sentences, author);
}

// "sentence code words", of bodies and focal points.
Words found_in(const Words& sentences) {
    Words found;
    for (const Mention& mention : tags_of(sentences).mentions)
        if (!mention.code.starts_with("state."))
            found.push_back(std::to_string(mention.sentence) + " " + mention.code + " " + mention.term);
    return found;
}

Words offices_in(const Words& sentences, const std::string& author = {}) {
    Words found;
    for (const NamedFocalPoint& each : tags_of(sentences, author).names.focal_points)
        found.push_back(each.organisation + " | " + each.acronym + " | " + each.code + " | " +
                        std::to_string(each.page) + " | " + std::to_string(each.mentions));
    return found;
}

}  // namespace

TEST_CASE("An acronym that the document defines needs no other context, anywhere in it") {
    CHECK(found_in({"We met AU states.", "The African Union (AU) met.", "AU states agreed."}) ==
          Words{"1 body.au AU", "2 body.au African Union", "2 body.au AU", "3 body.au AU"});
    SECTION("and without a definition it does") {
        CHECK(found_in({"We met AU states."}).empty());
    }
    SECTION("but not beside what denies it") {
        CHECK(found_in({"The African Union (AU) met.", "The AU Optronics plant."}) ==
              Words{"1 body.au African Union", "1 body.au AU"});
    }
    SECTION("in its own case alone") {
        CHECK(found_in({"The African Union (AU) met.", "au revoir"}).size() == 2);
    }
    SECTION("the rule says so") {
        const DocumentTags tags = tags_of({"The African Union (AU) met.", "AU states agreed."});
        CHECK(tags.mentions.back().rule == "body.au/learnt");
        CHECK(tags.names.defined == std::vector<DefinedName>{{"AU", "African Union", "body.au", 1, 1}});
    }
}

TEST_CASE("The document's definition wins over the codebook") {
    CHECK(found_in({"The Centre for Internet Security (CIS) advises.", "CIS advises."}).empty());
    CHECK(found_in({"CIS advises."}) == Words{"1 body.cis CIS"});
    SECTION("but not where it is a wording of the same") {
        CHECK(found_in({"The Commonwealth of the Independent States (CIS) met.", "CIS states met."}) ==
              Words{"1 body.cis CIS", "2 body.cis CIS"});
    }
    SECTION("of two definitions each holds until the next, the first before itself") {
        CHECK(found_in({"CIS a.", "The Centre for Internet Security (CIS) b.", "CIS c.",
                        "The Commonwealth of Independent States (CIS) d.", "CIS e."}) ==
              Words{"4 body.cis Commonwealth of Independent States", "4 body.cis CIS", "5 body.cis CIS"});
    }
}

TEST_CASE("False friends are not learnt") {
    CHECK(
        tags_of({"The agency (see Annex A) met (2016).", "The African Union (Addis) met."}).names.defined.empty());
    SECTION("a harmless definition gives nothing") {
        const DocumentTags tags =
            tags_of({"Information and communication technologies (ICT) matter.", "ICT grows."});
        CHECK(tags.mentions.empty());
        CHECK(tags.names.defined.at(0).code.empty());
    }
    SECTION("a body inside a longer name is not what the acronym means") {
        CHECK(found_in({"The Friends of the African Union (FAU) met.", "FAU met."}) ==
              Words{"1 body.au African Union"});
        CHECK(found_in({"The African Union Convention Bureau (AUCB) met.", "AUCB met."}) ==
              Words{"1 body.au African Union"});
    }
    SECTION("nor is a body what any letters behind it mean") {
        CHECK(found_in({"We work with the African Union (DFS).", "DFS pays."}) == Words{"1 body.au African Union"});
    }
}

TEST_CASE("An office's acronym may come from another language") {
    CHECK(found_in({"The National Cyber Security Agency (ACN) leads.", "ACN decides."}) ==
          Words{"1 fp.agency National Cyber Security Agency", "2 fp.agency ACN"});
    SECTION("if it means nothing else") {
        CHECK(found_in({"The National Cyber Security Agency (CIS) leads.", "CIS met."}) ==
              Words{"1 fp.agency National Cyber Security Agency", "1 body.cis CIS", "2 body.cis CIS"});
        CHECK(
            found_in({"The Armed Corps of Nurses (ACN) and the National Cyber Security Agency (ACN).", "ACN met."})
                .size() == 1);
    }
    SECTION("and the name is one") {
        CHECK(found_in({"a national cyber security agency (ACN)", "ACN decides."}).size() == 1);
    }
}

TEST_CASE("A description holds from its definition on, after an article") {
    CHECK(found_in({"The Agency met.", "The National Cyber Security Agency (hereinafter the \"Agency\") leads.",
                    "The Agency decides.", "An Agency decides.", "The Agency for Roads decides.",
                    "The Agency Act says so."}) ==
          Words{"2 fp.agency National Cyber Security Agency", "3 fp.agency Agency"});
    SECTION("and until it is defined otherwise") {
        CHECK(found_in({"The National Cyber Security Agency (the \"Agency\") leads.",
                        "The Roads Agency (the \"Agency\") builds.", "Then the Agency decides."})
                  .size() == 1);
    }
}

TEST_CASE("The names of the state's own offices are kept") {
    CHECK(offices_in({"The National Cyber Security Agency (ACN) leads.", "ACN decides.",
                      "The National Cyber Security Agency decides."}) ==
          Words{"National Cyber Security Agency | ACN | fp.agency | 1 | 3"});
    SECTION("with what belongs to the name") {
        CHECK(offices_in({"Later the Cyber Security Agency of Ruritania was set up."}) ==
              Words{"Cyber Security Agency of Ruritania |  | fp.agency | 1 | 1"});
        CHECK(offices_in({"Events go to CERT-RU at once."}) == Words{"CERT-RU | CERT-RU | body.csirt | 1 | 1"});
    }
    SECTION("a ministry that leads") {
        CHECK(offices_in({"The Ministry of Foreign Affairs leads cyber diplomacy."}) ==
              Words{"Ministry of Foreign Affairs |  | fp.ambassador | 1 | 1"});
    }
    SECTION("but not descriptions, nobody's, or a head of a sentence") {
        CHECK(offices_in({"A national cyber security agency will be set up.", "Each Cyber Security Agency helps.",
                          "The CERT helps.", "Building CERT is hard."})
                  .empty());
    }
    SECTION("nor those of other states") {
        CHECK(offices_in({"We work with France's Cyber Security Agency."}, "ITA").empty());
        CHECK(offices_in({"We work with the Cyber Security Agency of France."}, "ITA").empty());
        CHECK(offices_in({"We set up the Cyber Security Agency of France."}, "FRA").size() == 1);
    }
}

TEST_CASE("What is learnt depends on the document alone") {
    static const Tagger tagger(codebook_with_states(codebook));
    TaggingSession session(tagger);
    const Document first = document_of({"The Centre for Internet Security (CIS) advises.", "CIS advises."});
    const Document second = document_of({"CIS advises."});
    const auto before = session.tag(second.text, second.sentences, "");
    CHECK(before.size() == 1);
    CHECK(session.tag(first.text, first.sentences, "").empty());
    CHECK(session.tag(second.text, second.sentences, "") == before);
    SECTION("a sentence by itself learns nothing") {
        CHECK(session.tag({"The Centre for Internet Security (CIS) advises.", "en", ""}).size() == 1);
    }
    SECTION("and an explanation tells where") {
        const Document document = document_of({"AU met.", "The African Union (AU) met."});
        const auto considered = session.explain(document.text, document.sentences, "", 1);
        const auto kept = std::find_if(considered.begin(), considered.end(),
                                       [](const auto& c) { return c.fate == Consideration::Fate::kept; });
        REQUIRE(kept != considered.end());
        REQUIRE(kept->definition);
        CHECK(kept->definition->long_form == "African Union");
        CHECK(kept->definition->sentence == 2);
    }
}

TEST_CASE("Letters fit when they are in the long form in order, the first at its beginning") {
    const auto words = [](const Words& letters) {
        std::vector<NameWord> all;
        for (const std::string& each : letters) all.push_back({each, each == "of" || each == "and"});
        return all;
    };
    CHECK(long_form_before(words({"the", "world", "health", "organization"}), "who") == 1);
    CHECK(long_form_before(words({"ministry", "of", "foreign", "affairs"}), "mfa") == 0);
    CHECK(long_form_before(words({"international", "police"}), "interpol") == 0);
    CHECK(!long_form_before(words({"world", "bank"}), "imf"));
    CHECK(!long_form_before({}, "imf"));
    CHECK(long_form_before(words({"cybersecurity", "agency"}), "csa") == 0);
    CHECK(long_form_after(words({"world", "trade", "organization", "rules"}), "wto") == 3);
    CHECK(!long_form_after(words({"rules", "of", "trade"}), "wto"));
    CHECK(are_initials(words({"national", "cyber", "security", "agency"}), "acn"));
    CHECK(!are_initials(words({"national", "agency"}), "acn"));
}
