// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/exports/dictionary_codebook.hpp"
#include "corpora/readers/codebook.hpp"
#include "tests/corpora/readers_folder.hpp"

using namespace demarche;

namespace {

DictionaryCodebook imported(std::string_view yaml, const std::string& language = "en") {
    const auto dictionary =
        parse_dictionary(yaml, "my.yml", dictionary_format_of("my.yml", ""), TextEncoding::utf8);
    return codebook_from(dictionary, {"my.yml", "abc", language, "my"});
}

// The codebook as `demarche codebook check` reads it; its problems are told as failures.
Codebook checked(const DictionaryCodebook& made) {
    auto [codebook, problems] = check_codebook_text(made.yaml, "made.yaml");
    CHECK(shown(problems).empty());
    return codebook;
}

Lines terms_of(const Codebook& codebook, const std::string& code) {
    Lines lines;
    for (const Term& term : codebook.find_code(code)->terms) lines.push_back(term.language + " " + term.text);
    return lines;
}

}  // namespace

TEST_CASE("Categories become codes, each a family of its own") {
    const Codebook codebook = checked(imported("Economy: {Tax: [tax*], Trade: [tariff]}\nMedia: [press]\n"));
    REQUIRE(codebook.codes.size() == 4);
    CHECK(codebook.codes[0].id == "my.economy");
    CHECK(codebook.codes[1].id == "my.economy.tax");
    CHECK(codebook.codes[1].parent == "my.economy");
    CHECK(codebook.codes[1].family == "my.economy.tax");
    CHECK(codebook.codes[1].label == "Tax");
    CHECK(codebook.codes[1].definition == "Category \"Economy > Tax\" of the dictionary my.yml.");
    CHECK(codebook.find_family("my.economy.tax")->title == "Economy > Tax");
    CHECK(codebook.version == "my.yml");
    CHECK(terms_of(codebook, "my.media") == Lines{"en press"});
}

TEST_CASE("Names become ids") {
    CHECK(id_part_of("Économie & trade") == "economie_trade");
    CHECK(id_part_of("affect (Affective processes)") == "affect");
    CHECK(id_part_of("ŁÓDŹ-2") == "lodz_2");
    CHECK(id_part_of("Политика").empty());
    CHECK(id_part_of("(x)") == "x");
    SECTION("each another, also where names differ in signs or have no Latin letter") {
        const Codebook codebook = checked(imported("a b: [x]\na-b: [y]\nПолитика: [z]\n"));
        CHECK(codebook.codes[0].id == "my.a_b");
        CHECK(codebook.codes[1].id == "my.a_b_2");
        CHECK(codebook.codes[2].id == "my.category_3");
        CHECK(codebook.codes[2].label == "Политика");
    }
}

TEST_CASE("Words match in the form written") {
    const auto kind = [](const Codebook& codebook) { return codebook.codes[0].terms[0].patterns[0][0].kind; };
    CHECK(kind(checked(imported("a: [attack]\n"))) == PatternStep::Kind::form);
    // where no word is inflected, the plain word is the form
    CHECK(kind(checked(imported("a: [attack]\n", "any"))) == PatternStep::Kind::word);
    CHECK(kind(checked(imported("a: [\"attack*\"]\n"))) == PatternStep::Kind::prefix);
}

TEST_CASE("What YAML would take for something else is quoted") {
    const std::string nasty = "'a: b #c'";
    const Codebook codebook =
        checked(imported("\"no\": [\"null\", \"~x\", \"- dash\", 'say \"so\"', \"a: b\", \"x # y\", "
                         "\"back\\\\slash\", \"1, 2\", \"don't\"]\n" +
                         nasty + ": [\"{x}\"]\n"));
    CHECK(codebook.codes[0].label == "no");
    CHECK(codebook.codes[1].label == "a: b #c");
    CHECK(terms_of(codebook, "my.no") == Lines{"en null", "en x", "en dash", "en say so", "en a b", "en x y",
                                               "en back slash", "en 1, 2", "en don't"});
}

TEST_CASE("A line break in a name or an entry does not end a comment") {
    const auto made = imported("\"a\\nb\": [\"x\\n- yes*\", \"\\n:\\n\", ok]\n");
    CHECK(checked(made).codes.size() == 1);
    CHECK(made.left_out == 1);
}

TEST_CASE("What YAML takes for a line's end or refuses does not spoil the codebook") {
    const std::string sign =
        GENERATE(R"(\u0085)", R"(\u0091)", R"(\u2028)", R"(\u2029)", R"(\uFEFF)", R"(\uFFFE)", R"(\uFFFF)");
    const std::string with_sign = "\"a" + sign + "b\"";
    const Codebook codebook = checked(imported(with_sign + ": [" + with_sign + ", ok]\n"));
    REQUIRE(codebook.codes.size() == 1);
    CHECK(codebook.codes[0].label == "a b");
    CHECK(terms_of(codebook, "my.a_b") == Lines{"en a b", "en ok"});
}

TEST_CASE("What became of the entries is counted and told, and stands in the file") {
    const auto made =
        imported("a:\n  - tax*\n  - tax*\n  - inter*tion\n  - \":-)\"\n  - budget\nb:\n  - \":-)\"\n");
    CHECK(made.categories == 2);
    CHECK(made.kept == 2);
    CHECK(made.repeated == 1);
    CHECK(made.changed == 1);
    CHECK(made.left_out == 2);
    CHECK(shown(made.problems) ==
          Lines{"warning: my.yml: line 3: 'tax*' stands in the same category already (line 2): taken once",
                "warning: my.yml: line 4: 'inter*tion' became 'inter*': a '*' stands at the end of a word only, so "
                "what follows it is not asked for: more is found",
                "warning: my.yml: line 5: ':-)' is left out: it holds no word",
                "warning: my.yml: line 7: the category 'b' has no entry that can be found",
                "warning: my.yml: line 8: ':-)' is left out: it holds no word"});
    CHECK(made.yaml.find("# left out: ':-)' (it holds no word)\n") != std::string::npos);
    CHECK(made.yaml.find("# 'inter*tion': a '*' stands") != std::string::npos);
    CHECK(
        made.yaml.starts_with("# Made by `demarche codebook import` from the dictionary my.yml\n# (SHA-256 abc)."));
}

TEST_CASE("What the dictionary's parser left out stands in the file too") {
    const auto dictionary = parse_dictionary("%\n1\tone\n%\nx\t1\nlost\n", "my.dic",
                                             dictionary_format_of("my.dic", ""), TextEncoding::utf8);
    const auto made = codebook_from(dictionary, {"my.dic", "abc", "en", "my"});
    CHECK(made.left_out == 1);
    CHECK(shown(made.problems) == Lines{"warning: my.dic: line 5: 'lost' has no category: left out"});
    CHECK(made.yaml.find("# my.dic: line 5: 'lost' has no category: left out\n") != std::string::npos);
}

TEST_CASE("An entry of two categories that changes is told of once") {
    const auto made = imported("a: [x, \"*ism\"]\n");
    const auto both = imported("a: [\"*ism\"]\n");
    CHECK(made.problems.size() == both.problems.size());
    const auto dictionary = parse_dictionary("%\n1\tone\n2\ttwo\n%\n*ism\t1\t2\n", "my.dic",
                                             dictionary_format_of("my.dic", ""), TextEncoding::utf8);
    const auto twice = codebook_from(dictionary, {"my.dic", "abc", "en", "my"});
    CHECK(twice.changed == 2);
    CHECK(twice.problems.size() == 1);
}
