// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "extractors/tags/definitions.hpp"
#include "tests/extractors/tagging.hpp"

using namespace demarche;

namespace {

const char* const naming = R"(
families: [{id: t, number: 1, title: T}]
codes: [{id: t, label: T, definition: D., terms: {en: [thing]}}]
concepts:
  names.small: {en: ["'(of|the|and|for|in|on)'"], fr: ["'(de|la|des|l|d|du)'"], es: ["'(de|los|la)'"], ru: ["'(и|по|на)'"]}
  names.called: {en: ["'hereinafter'", "'hereinafter referred to as'"], fr: ["'ci-après'"], es: ["'en adelante'"], ru: ["'далее'"]}
  names.article: {en: ["'the'"], fr: ["'(la|le|l)'"], es: ["'(la|el)'"]}
)";

// "short = long", with a mark where the letters do not fit (?) or it is no acronym (:).
Words defined_in(const std::string& sentence) {
    static const NamingWords words = naming_words_of(codebook_from(naming));
    Words found;
    for (const Definition& each : DefinitionFinder(words).find(sentence)) {
        const auto slice = [&](Span span) { return sentence.substr(span.begin(), span.length()); };
        const char* sign = each.kind == Definition::Kind::acronym   ? " = "
                           : each.kind == Definition::Kind::foreign ? " ? "
                                                                    : " : ";
        found.push_back(slice(each.short_form) + sign + slice(each.long_form));
    }
    return found;
}

}  // namespace

TEST_CASE("A long name with its acronym in brackets is a definition") {
    CHECK(defined_in("It works with the Association of Southeast Asian Nations (ASEAN).") ==
          Words{"ASEAN = Association of Southeast Asian Nations"});
    CHECK(defined_in("The Organización de los Estados Americanos (OEA) helps.") ==
          Words{"OEA = Organización de los Estados Americanos"});
    CHECK(defined_in("Международный союз электросвязи (МСЭ) помогает.") ==
          Words{"МСЭ = Международный союз электросвязи"});
    CHECK(defined_in("the CyberSecurity Agency (\"CSA\")") == Words{"CSA = CyberSecurity Agency"});
    SECTION("with hyphens in either") {
        CHECK(defined_in("Asia-Pacific Economic Co-operation (APEC)") ==
              Words{"APEC = Asia-Pacific Economic Co-operation"});
        CHECK(defined_in("the National Cyber Security Centre Finland (NCSC-FI)") ==
              Words{"NCSC-FI = National Cyber Security Centre Finland"});
    }
    SECTION("in the plural") {
        CHECK(defined_in("Computer Emergency Response Teams (CERTs)") ==
              Words{"CERTs = Computer Emergency Response Teams"});
    }
    SECTION("the other way round") {
        CHECK(defined_in("The AU (African Union) met.") == Words{"AU = African Union"});
    }
    SECTION("as a list of abbreviations has them, several to a line") {
        CHECK(defined_in("OAS - Organization of American States") ==
              Words{"OAS = Organization of American States"});
        CHECK(defined_in("CERT: Computer Emergency Response Team NIS Network and Information Security") ==
              Words{"CERT = Computer Emergency Response Team", "NIS = Network and Information Security"});
    }
}

TEST_CASE("What stands in brackets and is no short form is no definition") {
    for (const char* sentence :
         {"as shown (see Annex A)", "in the year before (2016)", "in Part (II)", "(a) the state", "(", "()", ") (",
          "the text (i.e. this one)", "a (very) long road", "(A", "(e", "(é", "a (", "A (.",
          "the first objective (Objective 1)", ""}) {
        INFO(sentence);
        CHECK(defined_in(sentence).empty());
    }
    SECTION("nor does a name reach over what ends a phrase") {
        CHECK(defined_in("Cyber; Security (CS)") == Words{"CS ? Security"});
    }
}

TEST_CASE("An acronym whose letters do not fit is left to the codebook") {
    CHECK(defined_in("the National Cyber Security Agency (ACN)") ==
          Words{"ACN ? the National Cyber Security Agency"});
}

TEST_CASE("A description is a short form when it is announced or quoted") {
    CHECK(defined_in("The Agency for Networks (the \"Agency\") decides.") ==
          Words{"Agency : The Agency for Networks"});
    CHECK(defined_in("The Agency for Networks (hereinafter the Agency) decides.") ==
          Words{"Agency : The Agency for Networks"});
    CHECK(defined_in("Agencia Nacional (en adelante, la Agencia)") == Words{"Agencia : Agencia Nacional"});
    CHECK(defined_in("Agence nationale (ci-après « l'Agence »)") == Words{"Agence : Agence nationale"});
    CHECK(defined_in("Национальный центр (далее – Центр)") == Words{"Центр : Национальный центр"});
    CHECK(defined_in("The Agency for Networks, hereinafter referred to as the \"Agency\", decides.") ==
          Words{"Agency : The Agency for Networks"});
    SECTION("not otherwise") {
        CHECK(defined_in("The Agency for Networks (Ministry) decides.").empty());
    }
}
