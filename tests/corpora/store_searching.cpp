// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "corpora/model/error.hpp"
#include "corpora/store/study_store.hpp"
#include "store_fixture.hpp"

namespace demarche {

namespace {

using testing::Draft;

// "document:ordinal text"
std::vector<std::string> found(const StudyStore& store, const std::vector<std::string>& documents,
                               const std::string& expression) {
    std::vector<std::string> sentences;
    store.for_each_sentence(documents, expression, [&](const StudySentence& sentence) {
        sentences.push_back(sentence.document + ':' + std::to_string(sentence.sentence.ordinal) + ' ' +
                            sentence.text);
        CHECK(sentence.sentence.span.length() == sentence.text.size());
    });
    return sentences;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("A search gives the sentences of some documents, or of all") {
    const testing::ScratchFolder folder;
    {
        StudyStore store = StudyStore::open_or_create(folder / "study");
        for (const Draft& draft :
             {Draft{"aus", {"Norms apply", "States agree", "Norms of states"}, {}},
              Draft{"fra", {"Les États agissent", "Norms again"}, {}}, Draft{"gone", {"Norms no more"}, {}}})
            store.put(testing::entry_of(draft), testing::finding_of(draft));
        const Draft again{"fra", {"Les États agissent", "Norms twice"}, {}};
        store.put(testing::entry_of(again), testing::finding_of(again));
        store.forget("gone");
    }
    const StudyStore store = StudyStore::open(folder / "study");

    SECTION("those of the documents that were named, whose text is there now") {
        CHECK(found(store, {"aus", "fra"}, "norms") ==
              Sentences{"aus:1 Norms apply", "aus:3 Norms of states", "fra:2 Norms twice"});
        CHECK(found(store, {"fra"}, "norms") == Sentences{"fra:2 Norms twice"});
        CHECK(found(store, {"aus", "fra"}, "\"etats\"") == Sentences{"fra:1 Les États agissent"});
        CHECK(found(store, {}, "norms").empty());
    }
    SECTION("all of them without an expression") {
        CHECK(found(store, {"fra", "aus"}, "") == Sentences{"fra:1 Les États agissent", "fra:2 Norms twice",
                                                            "aus:1 Norms apply", "aus:2 States agree",
                                                            "aus:3 Norms of states"});
    }
    SECTION("a visitor may ask the study meanwhile") {
        std::size_t texts = 0;
        store.at_one_moment([&] {
            store.for_each_sentence({"aus"}, "norms", [&](const StudySentence& sentence) {
                texts += store.text(sentence.document).text().size();
                CHECK(found(store, {"fra"}, "norms").size() == 1);
            });
        });
        CHECK(texts == 2 * store.read("aus").text.text().size());
    }
    SECTION("an unknown document, and an expression that is none") {
        CHECK_THROWS_AS(found(store, {"nowhere"}, ""), Error);
        CHECK_THROWS_AS(store.text("nowhere"), Error);
        CHECK_THROWS_AS(found(store, {"aus"}, "AND ("), std::logic_error);
    }
    SECTION("the index tells its words, more than once") {
        for (int time = 0; time < 2; ++time) {
            Sentences words;
            store.for_each_index_word([&](std::string_view word) { words.emplace_back(word); });
            CHECK(words ==
                  Sentences{"agissent", "agree", "apply", "etats", "les", "norms", "of", "states", "twice"});
        }
    }
    SECTION("sentences are counted by document, language and role") {
        std::uint32_t sentences = 0, headings = 0;
        for (const SentenceCount& count : store.sentence_counts()) {
            CHECK(count.language == "en");
            sentences += count.sentences;
            if (count.role == BlockRole::heading) headings += count.sentences;
        }
        CHECK(sentences == 5);
        CHECK(headings == 2);
    }
}

}  // namespace demarche
