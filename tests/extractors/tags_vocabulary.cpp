// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <set>

#include "extractors/tags/vocabulary.hpp"
#include "tests/extractors/tagging.hpp"

using namespace demarche;

TEST_CASE("A word of a term stands for every case and inflection of it") {
    CHECK(found_by("cyber ambassador", "Cyber Ambassadors and a CYBER AMBASSADOR met.") ==
          Words{"Cyber Ambassadors", "CYBER AMBASSADOR"});
    CHECK(found_by("protect", "protects, protected, protecting").size() == 3);
    SECTION("in the language of the sentence") {
        CHECK(found_by("ambassadeur", "les ambassadeurs", "fr") == Words{"ambassadeurs"});
        CHECK(found_by("embajador", "los embajadores", "es") == Words{"embajadores"});
        CHECK(found_by("Botschafter", "den Botschaftern", "de") == Words{"Botschaftern"});
        CHECK(found_by("посол", "о посоле", "ru") == Words{"посоле"});
    }
    SECTION("in a language without a stemmer it stands for itself") {
        CHECK(found_by("ambasador", "ambasador i ambasadorzy", "pl") == Words{"ambasador"});
    }
}

TEST_CASE("A form stands for every case, but for no inflection") {
    CHECK(found_by("'information security'", "Information Security is not informed secure.") ==
          Words{"Information Security"});
    CHECK(found_by("information security", "The informed are secure.").empty());
    CHECK(found_by("'network'", "networks, a network").size() == 1);
    SECTION("as a map too") {
        Asked asked(codebook_of("{en: [{form: state party}]}"));
        CHECK(asked.words("A State Party and state parties.") == Words{"State Party"});
    }
}

TEST_CASE("An equals sign asks for exactly this case") {
    CHECK(found_by("=FIRST", "First, join FIRST first.") == Words{"FIRST"});
    CHECK(found_by("=First", "First, join FIRST first.") == Words{"First"});
    CHECK(found_by("=GGE report", "The GGE Reports, not the gge report.") == Words{"GGE Reports"});
    CHECK(found_by("=TF-CSIRT", "TF-CSIRT, TF CSIRT and tf-csirt") == Words{"TF-CSIRT", "TF CSIRT"});
    CHECK(found_by("=ENISA", "ENISAs").empty());
}

TEST_CASE("Words are compared without accents") {
    CHECK(found_by("=Lomé", "in Lomé").size() == 1);
    CHECK(found_by("'sécurité'", "SECURITE, securite, sécurité", "fr").size() == 3);
    CHECK(found_by("protección", "PROTECCION, proteccion, protección", "es").size() == 3);
    // A stemmer sees an accent as part of the ending, and headings in capitals are printed without accents.
    CHECK(found_by("sécurité", "SECURITE, securite, SÉCURITÉ, sécurités", "fr").size() == 4);
    CHECK(found_by("securite", "la sécurité", "fr").size() == 1);
    CHECK(found_by("développement", "DEVELOPPEMENT", "fr").size() == 1);
    CHECK(found_by("proteção", "PROTECAO", "pt").size() == 1);
    SECTION("composed or not") {
        CHECK(found_by("'sécurité'",
                       "se\xCC\x81"
                       "curite\xCC\x81",
                       "fr")
                  .size() == 1);
        CHECK(found_by("=Lomé", "Lome\xCC\x81").size() == 1);
    }
    SECTION("Cyrillic and Greek too") {
        CHECK(found_by("'ещё'", "еще, ещё", "ru").size() == 2);
        CHECK(found_by("'άμυνα'", "ΑΜΥΝΑ", "el").size() == 1);
    }
}

TEST_CASE("Hyphens count as spaces, and what stands between words counts for nothing") {
    CHECK(found_by("cyber attack",
                   "cyber-attack, cyber attack, cyber\xE2\x80\x93"
                   "attack")
              .size() == 3);
    CHECK(found_by("cyber-attack", "cyber attacks") == Words{"cyber attacks"});
    CHECK(found_by("cyber attack", "a cyberattack").empty());
    CHECK(found_by("cyber~attack", "cyberattacks, cyber attacks, cyber-attacks").size() == 3);
    CHECK(found_by("rule of law", "the \xE2\x80\x9Crule of\xE2\x80\x9D law") == Words{"rule of\xE2\x80\x9D law"});
    CHECK(found_by("states' right", "a state's right and States\xE2\x80\x99 rights").size() == 1);
}

TEST_CASE("A star stands for the rest of a word, or for one word") {
    CHECK(found_by("cyber* diplomacy", "cyber diplomacy, cyberspace diplomacy, digital diplomacy").size() == 2);
    CHECK(found_by("cyber* attack", "CYBERSECURITY ATTACKS").size() == 1);
    CHECK(found_by("cyber * ambassador", "cyber affairs ambassador, cyber ambassador") ==
          Words{"cyber affairs ambassador"});
    CHECK(found_by("sécur*", "SECURISATION", "fr").size() == 1);
    CHECK(found_by("кибер*", "кибербезопасность", "ru").size() == 1);
}

TEST_CASE("A gap is up to so many words, or none") {
    CHECK(found_by("protect ...2 infrastructure", "protect infrastructure") == Words{"protect infrastructure"});
    CHECK(found_by("protect ...2 infrastructure", "protect our critical infrastructure").size() == 1);
    CHECK(found_by("protect ...2 infrastructure", "protect all our critical infrastructure").empty());
    CHECK(found_by("protect ... infrastructure", "protect 1 2 3 4 5 infrastructure").size() == 1);
    CHECK(found_by("protect ... infrastructure", "protect 1 2 3 4 5 6 infrastructure").empty());
}

TEST_CASE("In scripts without spaces a term is a run of characters") {
    CHECK(found_by("网络空间", "维护网络空间安全", "zh") == Words{"网络空间"});
    CHECK(found_by("サイバー大使", "初のサイバー大使を任命", "ja") == Words{"サイバー大使"});
    CHECK(found_by("ไซเบอร์", "ความมั่นคงปลอดภัยไซเบอร์แห่งชาติ", "th") == Words{"ไซเบอร์"});
    CHECK(found_by("=ITU", "与ITU合作", "zh") == Words{"ITU"});
    SECTION("whatever the standard of the language") {
        Asked asked(codebook_of("{zh: [网络空间]}"));
        CHECK(asked.in("zh-Hant").words("网络空间").size() == 1);
    }
}

TEST_CASE("Terms are looked for in sentences of their language") {
    Asked asked(codebook_of("{en: [embassy], fr: [traité], any: [=ITU]}"));
    CHECK(asked.in("en").words("embassy traité ITU") == Words{"embassy", "ITU"});
    CHECK(asked.in("fr").words("embassy traité ITU") == Words{"traité", "ITU"});
    CHECK(asked.in("fr-CA").words("embassy traité ITU") == Words{"traité", "ITU"});
    CHECK(asked.in("de").words("embassy traité ITU") == Words{"ITU"});
    CHECK(asked.in("").words("embassy traité ITU") == Words{"ITU"});
    SECTION("Norwegian is one language under three codes") {
        Asked norwegian(codebook_of("{\"no\": [ambassadør]}"));
        CHECK(norwegian.in("no").words("ambassadører") == Words{"ambassadører"});
        CHECK(norwegian.in("nb").words("ambassadører") == Words{"ambassadører"});
        Asked bokmal(codebook_of("{nb: [ambassadør]}"));
        CHECK(bokmal.in("nb").words("ambassadører") == Words{"ambassadører"});
        CHECK(bokmal.in("no").words("ambassadører") == Words{"ambassadører"});
    }
}

TEST_CASE("A vocabulary gives one symbol to words that are one") {
    Vocabulary vocabulary;
    using Kind = PatternStep::Kind;
    const Symbol protects = vocabulary.add("en", Kind::word, "protects");
    CHECK(vocabulary.add("en", Kind::word, "Protecting") == protects);
    CHECK(vocabulary.add("en", Kind::form, "protects") != protects);
    CHECK(vocabulary.add("fr", Kind::word, "protects") != protects);
    CHECK(vocabulary.add("en", Kind::exact, "UN") == vocabulary.add("en", Kind::exact, "U.N"));
    CHECK(vocabulary.add("en", Kind::exact, "UN") != vocabulary.add("en", Kind::exact, "Un"));
    SECTION("and a word of a text all symbols that it stands for, each once") {
        vocabulary.add("en", Kind::prefix, "pro");
        vocabulary.add("any", Kind::prefix, "protec");
        Stemmer stemmer("en");
        std::vector<Symbol> symbols;
        vocabulary.look_up("en", "protects", stemmer, symbols);
        CHECK(symbols.size() == 4);
        CHECK(std::set<Symbol>(symbols.begin(), symbols.end()).size() == 4);
    }
    SECTION("and none to a word that no term has") {
        Stemmer stemmer("en");
        std::vector<Symbol> symbols;
        vocabulary.look_up("en", "banana", stemmer, symbols);
        CHECK(symbols.empty());
    }
}

// A sentence may bring more new words than the cache holds.
TEST_CASE("A sentence of more words than are remembered is tagged whole") {
    Asked asked(codebook_of("{en: [summit of heads]}"));
    std::string text = "The summit of heads";
    for (int i = 0; i < 200'100; ++i) text += " w" + std::to_string(i);
    text += " and another summit of heads.";
    CHECK(asked.words(text) == Words{"summit of heads", "summit of heads"});
    CHECK(asked.words("A last summit of heads.") == Words{"summit of heads"});
}
