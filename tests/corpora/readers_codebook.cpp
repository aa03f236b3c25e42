// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/model/error.hpp"
#include "corpora/readers/codebook.hpp"
#include "tests/corpora/readers_folder.hpp"

using namespace demarche;

namespace {

Lines problems_in(std::string_view yaml) {
    return shown(check_codebook_text(yaml, "c.yaml").problems);
}

Codebook codebook_in(std::string_view yaml) {
    auto [codebook, problems] = check_codebook_text(yaml, "c.yaml");
    CHECK(shown(problems) == Lines{});
    return codebook;
}

// Around the entries of a test, so that each test shows its own alone. The first entry is in line 6.
std::string in_codebook(const std::string& entries) {
    return "families: [{id: body}, {id: norm, stance: true}, {id: cbm}]\n"
           "codes:\n"
           "  - {id: body.itu, kind: multilateral, terms: {any: [=ITU]}}\n"
           "  - {id: norm.g, terms: {en: [protection]}}\n"
           "  - {id: cbm, terms: {en: [confidence building]}}\n" +
           entries;
}

Lines with_entries(const std::string& entries) {
    return problems_in(in_codebook(entries));
}

}  // namespace

TEST_CASE("A codebook is read with all that its format has") {
    const Codebook codebook = codebook_in(R"(
version: "1.2"
families:
  - {id: body, number: 2, title: Forums, layer: names}
  - {id: norm, stance: true}
codes:
  - id: body.first
    label: FIRST
    definition: >
      Forum of Incident Response
      and Security Teams.
    kind: technical
    parent: body.x
    terms:
      en:
        - Forum of (Incident|Crisis) Response
        - {term: =FIRST, with: [incident, =CERT], without: [=LAST], not_before: ["of all"], not_after: [at]}
      any: [=FIRST.org, {form: first forum}]
    exclude:
      en: [first responder]
    examples:
      yes: ["The CSIRT joined FIRST in 2019."]
      no:  ["First, the law."]
  - {id: body.x, kind: technical, terms: {any: [=X]}}
  - {id: norm.g, terms: {no: [beskytte]}}
concepts:
  protect:
    en: [protect, safeguard]
    fr: [protéger]
  stance.commit:
    en: [will]
rules:
  - id: protect-infrastructure
    code: norm.g
    lang: [en, fr]
    all: ["@protect", [body.first, "body.*", "kind:technical", state.other, infrastructure]]
    none: [market]
    within: 12
    ordered: true
)");
    CHECK(codebook.version == "1.2");
    REQUIRE(codebook.families.size() == 2);
    CHECK(codebook.families[0].title == "Forums");
    CHECK(codebook.families[0].number == 2);
    CHECK(codebook.families[0].layer == "names");
    CHECK(codebook.families[1].layer == "norm");

    const Code& first = *codebook.find_code("body.first");
    CHECK(first.family == "body");
    CHECK(first.label == "FIRST");
    CHECK(first.definition == "Forum of Incident Response and Security Teams.");
    CHECK(first.kind == "technical");
    CHECK(first.parent == "body.x");
    CHECK_FALSE(first.has_stance);
    CHECK(first.place.file == "c.yaml");
    CHECK(first.place.line == 7);
    CHECK(first.examples_yes == Lines{"The CSIRT joined FIRST in 2019."});
    CHECK(first.examples_no == Lines{"First, the law."});
    REQUIRE(first.terms.size() == 4);
    CHECK(first.terms[0].id == "body.first/en/1");
    CHECK(first.terms[0].text == "Forum of (Incident|Crisis) Response");
    CHECK(first.terms[0].patterns.size() == 2);
    CHECK(first.terms[1].id == "body.first/en/2");
    CHECK(first.terms[1].place.line == 17);
    CHECK(first.terms[1].with.size() == 2);
    CHECK(first.terms[1].without.size() == 1);
    CHECK(first.terms[1].not_before.at(0).size() == 2);
    CHECK(first.terms[1].not_after.size() == 1);
    CHECK(first.terms[2].id == "body.first/any/1");
    CHECK(first.terms[3].patterns.at(0).at(0).kind == PatternStep::Kind::form);
    CHECK(first.exclusions.at(0).id == "body.first/exclude/en/1");

    CHECK(codebook.find_code("norm.g")->has_stance);
    CHECK(codebook.find_code("norm.g")->label == "norm.g");
    CHECK(codebook.concepts.at(0).terms.at(2).id == "@protect/fr/1");

    const Rule& rule = codebook.rules.at(0);
    CHECK(rule.id == "norm.g#protect-infrastructure");
    CHECK(rule.languages == Lines{"en", "fr"});
    REQUIRE(rule.all.size() == 2);
    CHECK(rule.all[0].references == Lines{"@protect"});
    CHECK(rule.all[1].references == Lines{"body.first", "body.*", "kind:technical", "state.other"});
    REQUIRE(rule.all[1].terms.size() == 2);
    CHECK(rule.all[1].terms[0].language == "en");
    CHECK(rule.all[1].terms[1].language == "fr");
    CHECK(rule.all[1].terms[1].id == "norm.g#protect-infrastructure/all/2/fr/1");
    CHECK(rule.none.at(0).terms.at(0).text == "market");
    CHECK(rule.within == 12);
    CHECK(rule.ordered);
}

TEST_CASE("What a rule asks for is a code only where it is one") {
    const auto operand = [](const std::string& text) {
        return codebook_in(in_codebook("rules: [{id: r, code: cbm, all: [" + text + "]}]\n")).rules.at(0).all.at(0);
    };
    CHECK(operand("body.itu").references == Lines{"body.itu"});
    CHECK(operand("cbm").references == Lines{"cbm"});
    CHECK(operand("state.FRA").references == Lines{"state.FRA"});
    CHECK(operand("state.*").references == Lines{"state.*"});
    CHECK(operand("example.org").terms.at(0).text == "example.org");
    CHECK(operand("itu").terms.at(0).language == "any");
    CHECK(operand("{term: attack, without: [heart]}").terms.at(0).without.size() == 1);
}

TEST_CASE("A later path adds to an earlier one") {
    const TestFolder folder;
    folder.write("shipped/a.yaml",
                 "version: 1.0\nfamilies: [{id: body, title: Bodies, layer: names}]\n"
                 "codes: [{id: body.itu, label: ITU, kind: multilateral, terms: {en: [union]}}]\n");
    folder.write("shipped/b.yaml",
                 "concepts: {use: {en: [use]}}\nrules: [{id: r, code: body.itu, all: ['@use']}]\n");
    folder.write("shipped/.draft.yaml", "no: such\n");
    const auto mine =
        folder.write("mine.yaml",
                     "version: mine\ncodes: [{id: body.itu, label: The Union, terms: {en: [agency], fr: [UIT]}}]\n"
                     "concepts: {use: {en: [employ]}}\n"
                     "rules: [{id: r2, code: body.itu, all: ['@use', agency]}]\n");
    const Codebook codebook = read_codebook({folder.path() / "shipped", mine});
    CHECK(codebook.version == "1.0 + mine");
    REQUIRE(codebook.codes.size() == 1);
    CHECK(codebook.codes[0].label == "The Union");
    CHECK(codebook.codes[0].kind == "multilateral");
    CHECK(codebook.codes[0].terms.at(1).id == "body.itu/en/2");
    CHECK(codebook.codes[0].terms.at(1).place.file == "mine.yaml");
    CHECK(codebook.codes[0].terms.at(0).place.file == "shipped/a.yaml");
    CHECK(codebook.concepts.at(0).terms.size() == 2);
    CHECK(codebook.rules.size() == 2);
    CHECK(codebook.families.at(0).layer == "names");

    SECTION("but within one path an id comes once") {
        folder.write("shipped/c.yaml",
                     "families: [{id: body}]\ncodes: [{id: body.itu}]\n"
                     "rules: [{id: r, code: body.itu, all: [x1]}]\n");
        CHECK(
            shown(check_codebook({folder.path() / "shipped/"}).problems) ==
            Lines{"shipped/c.yaml: line 1: the family 'body' is there already (shipped/a.yaml: line 2): rename "
                  "one, or "
                  "put both together",
                  "shipped/c.yaml: line 2: the code 'body.itu' is there already (shipped/a.yaml: line 3): rename "
                  "one, "
                  "or put both together",
                  "shipped/c.yaml: line 3: the rule 'body.itu#r' is there already (shipped/b.yaml: line 2): rename "
                  "one, or put both together"});
    }
    SECTION("and an id of a rule once in all") {
        const auto more = folder.write("more.yaml", "rules: [{id: r, code: body.itu, all: [x1]}]\n");
        CHECK_THROWS_WITH(
            read_codebook({folder.path() / "shipped", more}),
            "more.yaml: line 1: the rule 'body.itu#r' is there already (shipped/b.yaml: line 2): give it "
            "another id");
    }
}

TEST_CASE("A codebook that is not there is refused") {
    const TestFolder folder;
    CHECK_THROWS_WITH(
        read_codebook({folder.path() / "no"}),
        (folder.path() / "no").string() + ": there is no such codebook (a file *.yaml, or a folder of them)");
    CHECK_THROWS_WITH(read_codebook({folder.path()}),
                      folder.path().string() + ": holds no codebook: a codebook's files end in .yaml");
}

TEST_CASE("Mistakes in several files are one error") {
    const TestFolder folder;
    folder.write("cb/a.yaml", "familys: []\n");
    folder.write("cb/b.yaml", "codes: x\n");
    CHECK_THROWS_WITH(read_codebook({folder.path() / "cb"}),
                      "the codebook: 2 mistakes:\n"
                      "  cb/a.yaml: line 1: the file cannot have the key 'familys'; did you mean 'families'?\n"
                      "  cb/b.yaml: line 1: 'codes' must be a list (lines that begin with '- ', or [one, other])");
}

TEST_CASE("YAML that cannot be understood is told with its line") {
    CHECK(problems_in("").empty());
    CHECK(problems_in("# nothing yet\n").empty());
    const std::string advice =
        "text that begins with one of * & ! @ % ` ' \" { [ | >, or holds ': ' or ' #', must stand in quotation "
        "marks";
    CHECK(
        problems_in("codes:\n  - id: a: b\n") ==
        Lines{"c.yaml: line 2: is not well-formed YAML (mapping values are not allowed in this context): check the "
              "indentation here and in the line before; " +
              advice});
    CHECK(problems_in("codes:\n  - id: \"a\n  - id: b\n") ==
          Lines{"c.yaml: line 4: is not well-formed YAML (found unexpected end of stream while scanning a quoted "
                "scalar that begins in line 2): check the indentation here and in the line before; " +
                advice});
    CHECK(problems_in("codes:\n  - id: body.x\n    terms: {en: [@x]}\n")
              .at(0)
              .find("c.yaml: line 3: is not well-formed") == 0);
    CHECK(problems_in("codes: *x\n") ==
          Lines{"c.yaml: line 1: has an alias ('*name'), which a codebook has no use for; " + advice});
    CHECK(problems_in("concepts:\n  a: &x {en: [b1]}\n") ==
          Lines{"c.yaml: line 2: has an anchor ('&name'), which a codebook has no use for; " + advice});
    CHECK(problems_in("concepts:\n  a: {en: [!b c]}\n") ==
          Lines{"c.yaml: line 2: has a tag ('!name'), which a codebook has no use for; " + advice});
    CHECK(problems_in("codes: []\n---\ncodes: []\n") ==
          Lines{"c.yaml: line 2: begins a second YAML document ('---'): only one is read, so delete this line"});
    CHECK(problems_in("codes: [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]\n") ==
          Lines{"c.yaml: line 1: has lists in lists deeper than any codebook"});
    CHECK(problems_in("[a]: b\n") == Lines{"c.yaml: line 1: has a list or map where a key must stand; " + advice});
    CHECK(
        problems_in("codes: []\nfamilies: []\ncodes: []\n") ==
        Lines{"c.yaml: line 3: the key 'codes' stands in line 1 already: put both parts under one, or rename one"});
    CHECK(problems_in("codes: []\n# caf\xE9\n") ==
          Lines{"c.yaml: line 2: holds a character that is not UTF-8: save the file as UTF-8 in your editor"});
    CHECK(problems_in("codes: []\n# bell \a\n") ==
          Lines{"c.yaml: line 2: holds a control character, which no text has: delete it"});
    CHECK(problems_in("codes: []\n# one\u2028families: []\n") ==
          Lines{"c.yaml: line 2: holds a line break that editors do not show as one (Unicode's line or paragraph "
                "separator): put a space in its place"});
    CHECK(problems_in("- a\n") == Lines{"c.yaml: line 1: the file must be a map (lines of 'key: value')"});
}

TEST_CASE("Keys and the types of values are checked") {
    CHECK(with_entries("  - {id: body.a, kind: regional, lable: A, terms: {any: [=A]}}\n") ==
          Lines{"c.yaml: line 6: a code cannot have the key 'lable'; did you mean 'label'?"});
    CHECK(with_entries("  - {label: A}\n") == Lines{"c.yaml: line 6: a code has no 'id': every code needs one"});
    CHECK(with_entries("  - {id: body a}\n") ==
          Lines{"c.yaml: line 6: 'body a' cannot be an id: write letters, digits and '_', joined by '.'"});
    CHECK(with_entries("  - {id: [x]}\n") == Lines{"c.yaml: line 6: 'id' must be a text"});
    CHECK(with_entries("  - body.a\n") == Lines{"c.yaml: line 6: a code must be a map (lines of 'key: value')"});
    CHECK(with_entries("  - {id: norm.a, terms: [x1]}\n") ==
          Lines{"c.yaml: line 6: 'terms' must stand under their language ('en:'), or under 'any:'",
                "warning: c.yaml: line 6: nothing finds the code 'norm.a': it has neither terms nor a rule"});
    CHECK(with_entries("  - {id: norm.a, terms: {en: x1}}\n").at(0) ==
          "c.yaml: line 6: 'en' must be a list (lines that begin with '- ', or [one, other])");
    CHECK(with_entries("  - {id: norm.a, terms: {en: }}\n").at(0) == "c.yaml: line 6: 'en' is empty");
    CHECK(with_entries("  - {id: norm.a, terms: {en: []}}\n").at(0) ==
          "c.yaml: line 6: 'en' is empty: name a term, or leave it out");
    CHECK(with_entries("  - {id: norm.a, terms: {en: [x1], gr: [x2], english: [x3], xx: [x4]}}\n") ==
          Lines{"c.yaml: line 6: 'gr' is not a language code of two letters (ISO 639-1: en, fr, zh), nor 'any'; "
                "did you "
                "mean 'el'?",
                "c.yaml: line 6: 'english' is not a language code of two letters (ISO 639-1: en, fr, zh), nor "
                "'any'; did "
                "you mean 'en'?",
                "c.yaml: line 6: 'xx' is not a language code of two letters (ISO 639-1: en, fr, zh), nor 'any'"});
    CHECK(with_entries("concepts: {'a b': {en: [x1]}}\n") ==
          Lines{"c.yaml: line 6: 'a b' cannot name a concept: write letters, digits and '_'"});
    CHECK(problems_in("families: [{id: a, number: two, stance: maybe}]\n") ==
          Lines{"c.yaml: line 1: 'number' must be a number from 0 to 1000, not 'two'",
                "c.yaml: line 1: 'stance' must be true or false, not 'maybe'"});
}

TEST_CASE("Terms are checked") {
    const auto term = [](const std::string& yaml) {
        return with_entries("  - id: norm.a\n    terms:\n      en:\n        - fine\n        - " + yaml + "\n");
    };
    CHECK(term("") == Lines{"c.yaml: line 10: the term is empty"});
    CHECK(term("(a1|b1") == Lines{"c.yaml: line 10: the term '(a1|b1' opens a parenthesis that it does not close"});
    CHECK(term("[a1]") == Lines{"c.yaml: line 10: a term cannot be a list"});
    CHECK(term("{with: [x1]}") == Lines{"c.yaml: line 10: a term in braces has either 'term: ...' or 'form: ...'"});
    CHECK(term("{term: a1, form: a1}") ==
          Lines{"c.yaml: line 10: a term in braces has either 'term: ...' or 'form: ...'"});
    CHECK(term("{term: a1, wiht: [x1]}") ==
          Lines{"c.yaml: line 10: a term cannot have the key 'wiht'; did you mean 'with'?"});
    CHECK(term("{term: a1, with: x1}") ==
          Lines{"c.yaml: line 10: 'with' must be a list (lines that begin with '- ', or [one, other])"});
    CHECK(term("{term: a1, with: []}") == Lines{"c.yaml: line 10: 'with' is empty: name a term, or leave it out"});
    CHECK(term("{term: a1, with: [x*1]}") ==
          Lines{"c.yaml: line 10: the term 'x*1' has a '*' inside a word: it stands at the end of one, or alone"});
}

TEST_CASE("References are followed") {
    CHECK(with_entries("  - {id: bdy.a, terms: {any: [=A]}}\n") ==
          Lines{"c.yaml: line 6: the code 'bdy.a' belongs to no family: its id must begin with a family's, such as "
                "'body.'; did you mean 'body'?"});
    CHECK(with_entries("  - {id: norm.a, parent: norm.a, terms: {en: [a1]}}\n") ==
          Lines{"c.yaml: line 6: the code 'norm.a' is its own parent, over 1 step: one of them must go"});
    CHECK(with_entries("  - {id: norm.a, parent: body.ito, terms: {en: [a1]}}\n") ==
          Lines{"c.yaml: line 6: the code 'norm.a' has the parent 'body.ito', which is no code; did you mean "
                "'body.itu'?"});
    CHECK(with_entries("  - {id: norm.a, parent: norm.a, terms: {en: [a1]}}\n") ==
          Lines{"c.yaml: line 6: the code 'norm.a' is its own parent, over 1 step: one of them must go"});
    CHECK(with_entries("  - {id: norm.a, parent: norm.b, terms: {en: [a1]}}\n"
                       "  - {id: norm.b, parent: norm.a, terms: {en: [b1]}}\n") ==
          Lines{"c.yaml: line 6: the code 'norm.a' is its own parent, over 2 steps: one of them must go",
                "c.yaml: line 7: the code 'norm.b' is its own parent, over 2 steps: one of them must go"});
    CHECK(
        with_entries("  - {id: body.a, kind: regionl, terms: {any: [=A]}}\n") ==
        Lines{
            "c.yaml: line 6: 'regionl' is not a kind of body (multilateral, regional, multistakeholder, technical, "
            "industry, organisation); did you mean 'regional'?"});
    CHECK(with_entries("  - {id: norm.a, kind: regional, terms: {any: [=A]}}\n") ==
          Lines{"c.yaml: line 6: only bodies (codes that begin with 'body.') have a kind: leave it out"});
    CHECK(
        with_entries("concepts: {stance.comit: {en: [will]}}\n") ==
        Lines{"c.yaml: line 6: the concept 'stance.comit' begins with 'stance.', which is kept for stance.commit, "
              "task, support, urge, reject, describe, author and others; did you mean 'stance.commit'?"});
}

TEST_CASE("Rules are checked") {
    const auto rule = [](const std::string& keys) {
        return with_entries(
            "concepts: {use: {en: [use]}}\nrules:\n  - {id: used, code: norm.g, all: ['@use']}\n  - {" + keys +
            "}\n");
    };
    CHECK(rule("code: norm.g, all: [x1]") == Lines{"c.yaml: line 9: a rule has no 'id': every rule needs one"});
    CHECK(rule("id: r, all: [x1]") == Lines{"c.yaml: line 9: a rule has no 'code': every rule needs one"});
    CHECK(rule("id: r, code: norm.g") ==
          Lines{"c.yaml: line 9: a rule needs 'all': what must stand in the sentence"});
    CHECK(rule("id: r, code: norm.g, all: []") ==
          Lines{"c.yaml: line 9: 'all' is empty: name what to find, or leave it out"});
    CHECK(rule("id: used, code: norm.g, all: [x1]") ==
          Lines{"c.yaml: line 9: the rule 'norm.g#used' is there already (c.yaml: line 8): rename one, or put both "
                "together"});
    CHECK(rule("id: r, code: body.itv, all: [x1]") ==
          Lines{"c.yaml: line 9: the rule gives the code 'body.itv', which is not in the codebook; did you mean "
                "'body.itu'?"});
    CHECK(
        rule("id: r, code: norm.g, all: ['@usee']") ==
        Lines{"c.yaml: line 9: the rule refers to the concept '@usee', which is not in the codebook; did you mean "
              "'use'?"});
    CHECK(
        rule("id: r, code: norm.g, all: [x1], none: [body.utu, 'bodi.*', state.xx]") ==
        Lines{
            "c.yaml: line 9: the rule refers to the code 'body.utu', which is not in the codebook (a term would "
            "need "
            "'=' before it); did you mean 'body.itu'?",
            "c.yaml: line 9: the rule refers to the code 'bodi.*', which is not in the codebook (a term would need "
            "'=' before it)",
            "c.yaml: line 9: the rule refers to the code 'state.xx', which is not in the codebook (a term would "
            "need "
            "'=' before it)"});
    CHECK(rule("id: r, code: norm.g, all: ['kind:regonal']") ==
          Lines{"c.yaml: line 9: the rule refers to 'kind:regonal', but bodies are multilateral, regional, "
                "multistakeholder, technical, industry or organisation; did you mean 'regional'?"});
    CHECK(rule("id: r, code: norm.g, lang: [en, jp], all: [x1]") ==
          Lines{"c.yaml: line 9: 'jp' is not a language code of two letters (ISO 639-1: en, fr, zh), nor 'any'; "
                "did you "
                "mean 'ja'?"});
    CHECK(rule("id: r, code: norm.g, all: [x1], within: 0") ==
          Lines{"c.yaml: line 9: 'within' must be a number from 1 to 1000, not '0'"});
    CHECK(rule("id: r, code: norm.g, all: [x1, (y1]") ==
          Lines{"c.yaml: line 9: the term '(y1' opens a parenthesis that it does not close"});
}

TEST_CASE("What is odd but not wrong is a warning") {
    CHECK(with_entries("  - {id: body.a, terms: {any: [=A]}}\n") ==
          Lines{"warning: c.yaml: line 6: the body 'body.a' has no kind, so no rule finds it by 'kind:'"});
    CHECK(with_entries("  - {id: norm.a}\n") ==
          Lines{"warning: c.yaml: line 6: nothing finds the code 'norm.a': it has neither terms nor a rule"});
    CHECK(with_entries("concepts: {use: {en: [use]}}\n") ==
          Lines{"warning: c.yaml: line 6: no rule uses the concept 'use'"});
    CHECK(with_entries("concepts: {use: {en: [use]}}\nrules: [{id: r, code: cbm, lang: fr, all: ['@use']}]\n") ==
          Lines{"warning: c.yaml: line 7: the rule is for 'fr', but '@use' has no term in it, so it never finds "
                "anything "
                "there"});
    SECTION("a term that two codes of one layer share") {
        CHECK(with_entries("  - {id: norm.a, terms: {any: [(safety|protection)]}}\n") ==
              Lines{"warning: c.yaml: line 6: the term '(safety|protection)' of 'norm.a' is one of 'norm.g' too "
                    "(c.yaml: "
                    "line 4): which of the two a sentence gets is unclear"});
        CHECK(with_entries("  - {id: norm.a, terms: {fr: [protection]}}\n").empty());
        CHECK(with_entries("  - {id: norm.a, terms: {en: [{term: protection, with: [x1]}]}}\n").empty());
        CHECK(with_entries("  - {id: body.a, kind: regional, terms: {en: [protection]}}\n").empty());
    }
    SECTION("a term that adds nothing to its code") {
        CHECK(with_entries("  - {id: norm.a, terms: {en: [(a1|b1), b1, (b1|c1)]}}\n") ==
              Lines{"warning: c.yaml: line 6: the term 'b1' stands in 'norm.a' already (c.yaml: line 6)"});
    }
    SECTION("and warnings stop nothing") {
        const TestFolder folder;
        CHECK(read_codebook({folder.write("c.yaml", "concepts: {use: {en: [use]}}\n")}).concepts.size() == 1);
    }
}

TEST_CASE("The hash changes with what is found, and with nothing else") {
    const std::string base = in_codebook(
        "  - {id: norm.a, label: A, terms: {en: [a1]}, exclude: {en: [a1 b1]}}\n"
        "concepts: {use: {en: [use]}}\n"
        "rules: [{id: r, code: cbm, all: ['@use', x1], within: 9}]\n");
    const std::string hash = codebook_in(base).hash;
    CHECK(hash.size() == 64);
    const auto hash_with = [&](const std::string& old, const std::string& replacement) {
        std::string text = base;
        REQUIRE(text.find(old) != std::string::npos);
        return codebook_in(text.replace(text.find(old), old.size(), replacement)).hash;
    };
    SECTION("not with comments, labels, definitions, examples or titles") {
        CHECK(codebook_in("# a comment\n" + base).hash == hash);
        CHECK(hash_with("label: A", "label: B, definition: C") == hash);
        CHECK(hash_with("label: A", "examples: {yes: [a1]}") == hash);
        CHECK(hash_with("{id: body}", "{id: body, title: Bodies, number: 2}") == hash);
        CHECK(hash_with("[a1]", "['a1 ']") == hash);
    }
    SECTION("but with terms, exclusions, rules, concepts, layers and kinds") {
        CHECK(hash_with("[a1]", "[a2]") != hash);
        CHECK(hash_with("[a1]", "[\"'a1'\"]") != hash);
        CHECK(hash_with("[a1]", "[{term: a1, with: [x1]}]") != hash);
        CHECK(hash_with("[a1]", "[{term: a1, without: [x1]}]") != hash_with("[a1]", "[{term: a1, with: [x1]}]"));
        CHECK(hash_with("[a1 b1]", "[a1 c1]") != hash);
        CHECK(hash_with("within: 9", "within: 8") != hash);
        CHECK(hash_with("within: 9", "ordered: true, within: 9") != hash);
        CHECK(hash_with("[use]", "[use, employ]") != hash);
        CHECK(hash_with("{id: body}", "{id: body, layer: names}") != hash);
        CHECK(hash_with("kind: multilateral", "kind: regional") != hash);
        CHECK(hash_with("stance: true", "stance: false") != hash);
    }
    SECTION("nor with the file that an entry stands in, or their order") {
        const TestFolder folder;
        folder.write("one/a.yaml",
                     "families: [{id: cbm}, {id: norm}]\ncodes: [{id: cbm, terms: {en: [a1]}}, {id: norm.a, "
                     "terms: {en: [b1]}}]\n");
        folder.write("two/a.yaml", "families: [{id: norm}]\ncodes: [{id: norm.a, terms: {en: [b1]}}]\n");
        folder.write("two/b.yaml", "families: [{id: cbm}]\ncodes: [{id: cbm, terms: {en: [a1]}}]\n");
        CHECK(read_codebook({folder.path() / "one"}).hash == read_codebook({folder.path() / "two"}).hash);
    }
}
