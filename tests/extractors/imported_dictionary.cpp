// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/exports/dictionary_codebook.hpp"
#include "corpora/readers/text_file.hpp"
#include "tests/extractors/tagging.hpp"

using namespace demarche;

namespace {

struct Imported {
    Dictionary dictionary;
    std::string yaml;
};

Imported import_of(const std::string& file, std::string_view bytes) {
    const auto dictionary = parse_dictionary(bytes, file, dictionary_format_of(file, ""), TextEncoding::utf8);
    return {dictionary.value, codebook_from(dictionary, {file, "", "en", "my"}).yaml};
}

// A word that the glob matches: "*" read as letters, "?" as one.
std::string instance_of(std::string_view glob) {
    std::string text;
    for (const char c : glob) {
        if (c == '*')
            text += "ing";
        else
            text += c == '?' ? 's' : c;
    }
    return text;
}

// The entries that a sentence made of them is not given their category for. Categories stand in the
// codebook in the dictionary's order.
Words missed(const Imported& imported) {
    const Codebook codebook = codebook_from(imported.yaml);
    Asked asked(codebook);
    Words lost;
    for (std::size_t at = 0; at < imported.dictionary.categories.size(); ++at)
        for (const DictionaryEntry& entry : imported.dictionary.categories[at].entries) {
            const Words codes = asked.codes("Here stands " + instance_of(entry.text) + ", and there.");
            if (std::find(codes.begin(), codes.end(), codebook.codes[at].id) == codes.end())
                lost.push_back(codebook.codes[at].id + ": " + entry.text);
        }
    return lost;
}

std::string fixture(const std::string& name) {
    return read_bytes(DEMARCHE_SOURCE_DIR "/tests/cli/files/dictionaries/" + name);
}

}  // namespace

TEST_CASE("An imported dictionary finds each of its entries in a sentence made of it") {
    SECTION("in quanteda's YAML, but for what was said to find less") {
        const Words less = {"my.economie_trade.trade: *ism", "my.defence.cyber: ???", "my.media: :-)"};
        CHECK(missed(import_of("policy.yml", fixture("policy.yml"))) == less);
    }
    SECTION("in LIWC's format") {
        CHECK(missed(import_of("mood.dic", fixture("mood.dic"))) == Words{"my.affect.posemo: :)", "my.space: a*"});
    }
    SECTION("in Lexicoder's") {
        CHECK(missed(import_of("tone.lc3", fixture("tone.lc3"))).empty());
    }
    SECTION("in tables") {
        CHECK(missed(import_of("mood.dicx", fixture("mood.dicx"))).empty());
        CHECK(missed(import_of("sentiment.csv", fixture("sentiment.csv"))).empty());
    }
    SECTION("whatever the words are made of") {
        CHECK(missed(import_of("my.yml",
                               "a: [u.n., U.S. policy, rock'n'roll, \"'tis\", café, naïve, R&D, and/or, "
                               "e-mail, \"2019\", \"co-op*\", free_trade, ambassador-at-large, \"'quoted'\", "
                               "état d'urgence, кибератака, \"кибер*\", \"3?\"]\n"))
                  .empty());
    }
}

TEST_CASE("Entries match as they are written, not inflected") {
    Asked asked(codebook_from(import_of("my.yml", "a: [attack, \"threat*\"]\n").yaml));
    CHECK(asked.words("An ATTACK came.") == Words{"ATTACK"});
    CHECK(asked.words("Attacks came.").empty());
    CHECK(asked.words("Threats came.") == Words{"Threats"});
}

TEST_CASE("A category takes nothing from another that it shares words with") {
    Asked asked(
        codebook_from(import_of("my.yml", "a: [cyber attack]\nb: [attack, cyber*]\nc: {d: [attack]}\n").yaml));
    CHECK(asked.codes("A cyber attack came.") == Words{"my.b", "my.a", "my.c.d"});
}
