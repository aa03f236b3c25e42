// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/readers/glob_term.hpp"
#include "corpora/readers/term_notation.hpp"

using namespace demarche;

namespace {

// The term, in quotes when its words stand for themselves, and what changed, if anything.
std::string taken(std::string_view glob) {
    const GlobTerm term = term_of_glob(glob);
    if (term.text.empty()) return "left out: " + term.change;
    const std::string text = term.only_forms ? "'" + term.text + "'" : term.text;
    return term.change.empty() ? text : text + " | " + term.change;
}

// The forms that a term stands for.
std::vector<std::string> forms_of(std::string_view glob) {
    std::vector<std::string> forms;
    for (const Pattern& pattern : expand_term(term_of_glob(glob).text, true)) {
        std::string form;
        for (const PatternStep& step : pattern)
            form += (form.empty() ? "" : " ") + step.text + (step.kind == PatternStep::Kind::prefix ? "*" : "");
        forms.push_back(form);
    }
    return forms;
}

bool has(const std::vector<std::string>& forms, const std::string& form) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
}

}  // namespace

TEST_CASE("An entry that a term can say is said exactly") {
    CHECK(taken("budget") == "'budget'");
    CHECK(taken("  income   support ") == "'income support'");
    CHECK(taken("tax*") == "tax*");
    CHECK(taken("tax* relief") == "'tax* relief'");
    CHECK(taken("cyber * ambassador") == "'cyber * ambassador'");
    CHECK(taken("кибер*") == "кибер*");
    CHECK(taken("网络安全") == "'网络安全'");
    CHECK(taken("free_trade") == "'free trade'");
    CHECK(taken("tax**") == "tax*");
    CHECK(taken("2019*") == "2019*");
}

TEST_CASE("What the notation gives a meaning to is not taken for it") {
    CHECK(taken("don't") == "'don't'");
    CHECK(taken("'tis") == "'tis'");
    CHECK(taken("\"quoted words\"") == "'quoted words'");
    CHECK(taken("wait...") == "'wait'");
    CHECK(taken("@state") == "'state' | its signs fall away, as demarche looks at words alone");
    CHECK(taken("a=b|c(d)~e") == "'a b c d e' | its signs fall away, as demarche looks at words alone");
    CHECK(taken("anti-*") == "'anti *'");
    CHECK(taken("e-mail*") == "'e mail*'");
}

TEST_CASE("An acronym with stops is found however it is written") {
    CHECK(taken("u.n.") == "'(=U.N.|u n)'");
    CHECK(taken("U.K. forces") == "'(=U.K.|U K) forces'");
    CHECK(taken("etc.") == "'etc.'");
}

TEST_CASE("A question mark is spelled out") {
    const auto forms = forms_of("organi?ation");
    CHECK(has(forms, "organisation"));
    CHECK(has(forms, "organization"));
    CHECK(has(forms, "organi ation"));  // a hyphen is a space
    CHECK_FALSE(has(forms, "organiation"));
    CHECK(taken("organi?ation").find(" | ") == std::string::npos);
    SECTION("at the end, without the space") {
        CHECK(has(forms_of("gun?"), "guns"));
        CHECK_FALSE(has(forms_of("gun?"), "gun"));
    }
    SECTION("before a star") {
        CHECK(has(forms_of("organi?ation*"), "organisation*"));
    }
    SECTION("but one only, and in the Latin script only") {
        const std::string more = " | a '?' that cannot be spelled out becomes '*': more is found";
        CHECK(taken("secur???") == "secur*" + more);
        CHECK(taken("кибер?") == "кибер*" + more);
        CHECK(taken("gun? ri?le").ends_with("ri*'" + more));
    }
}

TEST_CASE("What the notation cannot say becomes something near, and that is said") {
    CHECK(taken("inter*tion") ==
          "inter* | a '*' stands at the end of a word only, so what follows it is not asked for: more is found");
    CHECK(taken("*ism") == "'ism' | a word cannot begin with '*', so only the word 'ism' is found");
    CHECK(taken("*deceit*") ==
          "deceit* | a word cannot begin with '*', so only words that begin with 'deceit' are found");
    CHECK(taken("class ?") == "'class *' | '?' stands for a word of any length, not of 1 letter");
    CHECK(taken("class ??") == "'class *' | '\?\?' stands for a word of any length, not of 2 letters");
    CHECK(taken("#metoo") == "'metoo' | its signs fall away, as demarche looks at words alone");
}

TEST_CASE("What would find anything, or nothing, is left out with the reason") {
    CHECK(taken(":-)") == "left out: it holds no word");
    CHECK(taken("😀") == "left out: it holds no word");
    CHECK(taken("") == "left out: it holds no word");
    CHECK(taken("*") == "left out: it holds no word");
    CHECK(taken("* ?") == "left out: it holds no word");
    CHECK(taken("a*") ==
          "left out: the term 'a*' has a '*' after fewer than two letters: it would match nearly any word");
    CHECK(taken("??ber") == "left out: a word that begins with several '?' cannot be said");
}
