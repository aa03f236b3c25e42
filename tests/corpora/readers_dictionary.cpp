// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/model/error.hpp"
#include "corpora/readers/codebook.hpp"
#include "corpora/readers/dictionary.hpp"
#include "tests/corpora/readers_folder.hpp"

using namespace demarche;

namespace {

Checked<Dictionary> parsed(const std::string& file, std::string_view bytes) {
    return parse_dictionary(bytes, file, dictionary_format_of(file, ""), TextEncoding::utf8);
}

// "economy > tax: tax*, income support", a line for each category.
Lines categories(const Checked<Dictionary>& checked) {
    Lines lines;
    Lines paths;
    for (const DictionaryCategory& category : checked.value.categories) {
        paths.push_back((category.parent ? paths[*category.parent] + " > " : "") + category.name);
        std::string line = paths.back() + ":";
        for (const DictionaryEntry& entry : category.entries) line += " " + entry.text + ",";
        if (line.back() == ',') line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

Lines categories(const std::string& file, std::string_view bytes) {
    const auto checked = parsed(file, bytes);
    CHECK(shown(checked.problems).empty());
    return categories(checked);
}

}  // namespace

TEST_CASE("A dictionary in quanteda's YAML is read") {
    SECTION("keys inside keys, one entry or a list of them") {
        CHECK(categories("my.yml",
                         "economy:\n"
                         "  tax: [tax*, income support]\n"
                         "  trade: tariff*\n"
                         "media: [press]\n") ==
              Lines{"economy:", "economy > tax: tax*, income support", "economy > trade: tariff*", "media: press"});
    }
    SECTION("a key's own entries, as as.yaml() writes them") {
        CHECK(categories("my.yml", "economy:\n  tax: [tax]\n  __: [budget]\n") ==
              Lines{"economy: budget", "economy > tax: tax"});
    }
    SECTION("a list with keys among its entries") {
        CHECK(categories("my.yml", "economy:\n  - budget\n  - tax: [levy]\n  - [debt, deficit]\n") ==
              Lines{"economy: budget, debt, deficit", "economy > tax: levy"});
    }
    SECTION("a key that comes twice is one category") {
        CHECK(categories("my.yml", "a: [x]\nb: [y]\na: [z]\n") == Lines{"a: x, z", "b: y"});
    }
    SECTION("words that YAML programs take for something else") {
        CHECK(categories("my.yml", "negation: [no, yes, 2019]\n") == Lines{"negation: no, yes, 2019"});
    }
    SECTION("with the line of each entry") {
        const auto checked = parsed("my.yml", "a:\n  - x\n  - y\n");
        CHECK(checked.value.categories[0].line == 1);
        CHECK(checked.value.categories[0].entries[1].line == 3);
    }
    SECTION("and an empty entry is told") {
        CHECK(shown(parsed("my.yml", "a:\n  - x\n  -\n").problems) ==
              Lines{"warning: my.yml: line 3: has nothing where an entry of 'a' must stand: taken as empty"});
    }
}

TEST_CASE("Mistakes in a YAML dictionary are told") {
    CHECK_THROWS_WITH(parsed("my.yml", "- a\n- b\n"),
                      "my.yml: line 1: must hold categories: lines such as 'economy: [tax*, budget]'");
    CHECK_THROWS_WITH(parsed("my.yml", "codes:\n  - id: a.b\n"),
                      "my.yml: line 1: is a codebook already: use it with --codebook");
    CHECK_THROWS_WITH(parsed("my.yml", "\"\": [x]\n"), "my.yml: line 1: has a category without a name");
    CHECK_THROWS_WITH(parsed("my.yml", "a: [*ism]\n"), Catch::Contains("must stand in quotation marks"));
    CHECK_THROWS_WITH(parsed("my.yml", ""), "my.yml: holds no word in any category");
    CHECK_THROWS_WITH(parsed("my.yml", "a: []\nb:\n"), "my.yml: holds no word in any category");
}

TEST_CASE("A LIWC dictionary is read") {
    SECTION("numbers, with a zero before them or not, and words of several categories") {
        CHECK(categories("my.dic", "%\n1\taffect\n02\tspace\n%\nhappi*\t1\nlie\t01\t2\nin fact\t2\n") ==
              Lines{"affect: happi*, lie", "space: lie, in fact"});
    }
    SECTION("from Windows, with a byte order mark, empty lines and spaces at the ends of lines") {
        CHECK(categories("my.dic", "\xEF\xBB\xBF%\r\n1\tone \r\n%\r\n\r\nword\t1\t\r\n") == Lines{"one: word"});
    }
    SECTION("tabs before a number put a category inside the one above") {
        CHECK(categories("my.dic", "%\n1\ta\n\t2\tb\n\t\t3\tc\n\t4\td\n5\te\n%\nx\t1\t2\t3\t4\t5\n") ==
              Lines{"a: x", "a > b: x", "a > b > c: x", "a > d: x", "e: x"});
    }
    SECTION("where a tab was lost, the numbers at the end are the categories") {
        CHECK(categories("my.dic", "%\n1 one\n11 two\n%\nspare 1 11\nnine 9 lives 11\n") ==
              Lines{"one: spare", "two: spare, nine 9 lives"});
    }
    SECTION("a number that comes twice in a line counts once") {
        CHECK(categories("my.dic", "%\n1\tone\n%\nx\t1\t01\n") == Lines{"one: x"});
    }
    SECTION("a percentage among the words is an entry") {
        CHECK(categories("my.dic", "%\n1\tone\n%\n%\t1\nx\t1\n") == Lines{"one: %, x"});
    }
}

TEST_CASE("What a LIWC dictionary says and cannot be taken over is told with its line") {
    const auto checked = parsed("my.dic",
                                "%\n1\tone\n2\ttwo\n%\n"
                                "kind\t1\t<of>1/2\n"
                                "like\t(01 2)1/2\t2\n"
                                "lost\n"
                                "far\t9\n"
                                "odd\tx\n");
    CHECK(categories(checked) == Lines{"one: kind", "two: like"});
    CHECK(checked.value.left_out == 5);
    const std::string under_condition = ": left out of it; write a term with 'with' or 'not_before' if it matters";
    CHECK(
        shown(checked.problems) ==
        Lines{"warning: my.dic: line 5: 'kind' has a category under a condition, '<of>1/2'" + under_condition,
              "warning: my.dic: line 6: 'like' has a category under a condition, '(01 2)1/2'" + under_condition,
              "warning: my.dic: line 7: 'lost' has no category: left out",
              "warning: my.dic: line 8: 'far' is in category 9, which has no name: left out of it",
              "warning: my.dic: line 9: 'odd' has 'x' where the number of a category must stand: left out of it"});
}

TEST_CASE("Mistakes in a LIWC dictionary are told") {
    CHECK_THROWS_WITH(
        parsed("my.dic", "happi*\t1\n"),
        "my.dic: line 1: must begin with a line '%', then categories with their numbers, then another "
        "'%'");
    CHECK_THROWS_WITH(parsed("my.dic", "%\n1\tone\n2\ttwo\n"),
                      "my.dic: line 3: has no second line '%' after the categories");
    CHECK_THROWS_WITH(parsed("my.dic", "%\none\n%\n"),
                      "my.dic: line 2: 'one' is no category: write its number, a tab and its name");
    CHECK_THROWS_WITH(parsed("my.dic", "%\n1\tone\n01\ttwo\n%\n"),
                      "my.dic: line 3: the number 1 stands for 'one' already: give 'two' another");
    CHECK_THROWS_WITH(parsed("my.dic", "%\n1\tone\n%\n"), "my.dic: holds no word in any category");
}

TEST_CASE("A Lexicoder dictionary is read") {
    CHECK(categories("my.lc3", "+NEGATIVE\na lie\n abandon*\n\n+POSITIVE\nability*\n+NEGATIVE\nbad\n") ==
          Lines{"NEGATIVE: a lie, abandon*, bad", "POSITIVE: ability*"});
    CHECK_THROWS_WITH(parsed("my.lc3", "a lie\n+NEGATIVE\n"),
                      "my.lc3: line 1: 'a lie' stands before the first category: a line such as +NAME must come "
                      "first");
    CHECK_THROWS_WITH(parsed("my.lc3", "+A\nx\n+\n"), "my.lc3: line 3: has a '+' without a category's name");
}

TEST_CASE("A dictionary in a table is read") {
    SECTION("as LIWC-22 writes it") {
        CHECK(categories("my.dicx", "DicTerm,posemo,negemo\nhappi*,X,\nlie,,1\nmixed,x,X\nmild,0,X\n") ==
              Lines{"posemo: happi*, mixed", "negemo: lie, mixed, mild"});
    }
    SECTION("a category may be called as a column of names is") {
        CHECK(categories("my.dicx", "Entry,topic,key\nhappi*,X,\nlie,,X\n") == Lines{"topic: happi*", "key: lie"});
    }
    SECTION("a row for each entry and category") {
        CHECK(categories("my.csv", "id,Word,Sentiment\n1,joy,positive\n2,\"fear, dread\",negative\n") ==
              Lines{"positive: joy", "negative: fear, dread"});
    }
    SECTION("what has no category, or no entry, is told") {
        const auto wide = parsed("my.dicx", "Entry,a\nx,1\ny,\n");
        CHECK(shown(wide.problems) == Lines{"warning: my.dicx: line 3: 'y' has no category: left out"});
        const auto tall = parsed("my.csv", "term,category\nx,a\ny,\n,b\n");
        CHECK(shown(tall.problems) == Lines{"warning: my.csv: line 3: 'y' has no category: left out",
                                            "warning: my.csv: line 4: a row of 'b' has no entry: left out"});
        CHECK(tall.value.left_out == 2);
    }
    SECTION("weights are not taken over, and that is told") {
        CHECK(shown(parsed("my.dicx", "Entry,a\nx,0.5\ny,2\n").problems) ==
              Lines{"warning: my.dicx: has weights, which a codebook has not: each entry counts as one"});
    }
    SECTION("one column is not enough") {
        CHECK_THROWS_WITH(parsed("my.csv", "word\nx\n"),
                          "my.csv: line 1: has one column: there must be columns term and category, or one for the "
                          "entries and one for each category");
    }
}

TEST_CASE("A dictionary's format is the one that is asked for, or that its ending says") {
    CHECK(dictionary_format_of("a/MY.DIC", "").name == "liwc");
    CHECK(dictionary_format_of("my.yaml", "").name == "yaml");
    CHECK(dictionary_format_of("my.txt", "liwc").name == "liwc");
    const std::string known = "yaml (.yml .yaml), liwc (.dic), lexicoder (.lc3), table (.dicx .csv .tsv)";
    CHECK_THROWS_WITH(
        dictionary_format_of("my.txt", ""),
        "my.txt: does not say by its ending what kind of dictionary it is: say --from with one of " + known);
    CHECK_THROWS_WITH(dictionary_format_of("my.dic", "wordstat"),
                      "there is no dictionary format \"wordstat\"; there are " + known);
}

TEST_CASE("A dictionary given as a codebook is sent to the import") {
    const TestFolder folder;
    const auto file = folder.write("my.dic", "%\n1\tone\n%\nx\t1\n");
    CHECK_THROWS_WITH(
        check_codebook({file}),
        file.string() + ": is a dictionary, not a codebook: `demarche codebook import` makes one of it");
}
