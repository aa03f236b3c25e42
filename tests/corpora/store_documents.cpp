// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <stdexcept>

#include "corpora/store/study_store.hpp"
#include "corpora/store/text_codec.hpp"
#include "store_fixture.hpp"

using namespace demarche;
using namespace demarche::testing;

namespace {

Draft brief() {
    return {"aus_2020_en",
            {"Our commitments",
             "Australia will protect critical infrastructure with the ITU and the ITU regional office.",
             "The ITU helps."},
            {{"norm.g", 2, "protect critical infrastructure"},
             {"body.itu", 2, "ITU"},
             {"body.itu", 2, "ITU regional"},
             {"body.itu", 3, "ITU"}}};
}

std::vector<Observation> observations(const StudyStore& store, const std::string& only = {}) {
    std::vector<Observation> all;
    store.for_each_observation([&](const Observation& observation) { all.push_back(observation); }, only);
    return all;
}

std::vector<std::string> ids(const std::vector<Observation>& all) {
    std::vector<std::string> result;
    for (const Observation& observation : all) result.push_back(observation.id);
    return result;
}

void check_same(const StudyDocument& left, const StudyDocument& right) {
    CHECK(left.id == right.id);
    CHECK(left.name == right.name);
    CHECK(left.path == right.path);
    CHECK(left.stamp == right.stamp);
    CHECK(left.facts == right.facts);
    CHECK(left.further == right.further);
    CHECK(left.reading_key == right.reading_key);
    CHECK(left.tagging_key == right.tagging_key);
}

}  // namespace

TEST_CASE("A document comes back as it was put") {
    const ScratchFolder folder;
    const Draft draft = brief();
    StudyDocument entry = entry_of(draft);
    entry.facts.language = Fact<std::string>{"en", Provenance::worked_out};
    entry.facts.issuer = Fact<std::string>{"Department of \"Home\" Affairs, 内政", Provenance::manifest};
    entry.facts.revises = Fact<std::string>{"aus_2016_en.pdf", Provenance::manifest};
    Finding finding = finding_of(draft);
    finding.document.pages.push_back(
        {2, 1190.55F, 0.1F, PageStatus::picture, 0, {}, 0, false, "needs tesseract-ocr-tha"});
    finding.document.pages.push_back({3, 612, 792, PageStatus::blank, 0, {"7", "Page “7” of\t9", ""}});
    finding.document.pages.push_back({4, 612, 792, PageStatus::ocr, 9, {}, 0.75, true, ""});
    finding.document.quality = {4, 2, 1, 1, 21, 4, 2, 0.8125, 1, 1, 0.75};

    StudyStore store = StudyStore::open_or_create(folder.path());
    store.put(entry, finding);

    SECTION("its entry") {
        REQUIRE(store.documents().size() == 1);
        const StudyDocument document = store.documents().front();
        check_same(document, entry);
        CHECK_FALSE(document.failure);
        CHECK(document.sentences == 3);
        CHECK(document.mentions == 4);
        CHECK(document.quality.pages == 4);
        CHECK(document.quality.pages_with_text == 2);
        CHECK(document.quality.pages_blank == 1);
        CHECK(document.quality.pages_unread == 1);
        CHECK(document.quality.words == 21);
        CHECK(document.quality.hyphens_joined == 4);
        CHECK(document.quality.replacement_characters == 2);
        CHECK(document.quality.language_confidence == 0.8125);
        CHECK(document.quality.pages_by_ocr == 1);
        CHECK(document.quality.pages_wrong_text == 1);
        CHECK(document.quality.ocr_confidence == 0.75);
        CHECK(store.totals().pages_by_ocr == 1);
        CHECK(store.totals().pages_wrong_text == 1);
    }
    SECTION("its text and pages") {
        const ReadDocument read = store.read(draft.id);
        CHECK(read.facts == entry.facts);
        CHECK(read.quality.words == 21);
        CHECK(read.text.text() == finding.document.text.text());
        CHECK(read.text.blocks() == finding.document.text.blocks());
        CHECK(read.text.pieces() == on_grid(finding.document.text).pieces());
        CHECK(read.sentences == finding.document.sentences);
        REQUIRE(read.pages.size() == 4);
        CHECK(read.pages[0].width == 595.276F);
        CHECK(read.pages[0].height == 841.89F);
        CHECK(read.pages[1].status == PageStatus::picture);
        CHECK(read.pages[1].height == 0.1F);
        CHECK(read.pages[1].remark == "needs tesseract-ocr-tha");
        CHECK(read.pages[3].status == PageStatus::ocr);
        CHECK(read.pages[3].ocr_confidence == 0.75);
        CHECK(read.pages[3].has_wrong_text_layer);
        CHECK(read.pages[2].margins == std::vector<std::string>{"7", "Page “7” of\t9", ""});
    }
    SECTION("its mentions, in order of sentence, span and code") {
        const auto all = observations(store);
        CHECK(ids(all) == std::vector<std::string>{"aus_2020_en:2:norm.g:1", "aus_2020_en:2:body.itu:1",
                                                   "aus_2020_en:2:body.itu:2", "aus_2020_en:3:body.itu:1"});
        const Observation& norm = all.front();
        CHECK(norm.document == draft.id);
        CHECK(norm.mention == finding.mentions.front());
        CHECK(norm.sentence == draft.sentences[1]);
        CHECK(norm.sentence.substr(norm.within_sentence.begin(), norm.within_sentence.length()) ==
              norm.mention.term);
        CHECK(norm.page == 1);
        CHECK(norm.section == "Part 1");
        CHECK(norm.role == BlockRole::body);
        CHECK(norm.language == "en");
        CHECK(norm.boxes == on_grid(finding.document.text).origin(norm.mention.span));
        CHECK_FALSE(all[1].mention.stance);
    }
    SECTION("one mention by its id") {
        const auto found = store.observation("aus_2020_en:2:body.itu:2");
        REQUIRE(found);
        CHECK(found->mention.term == "ITU regional");
        for (const char* id : {"", ":", "::", ":::", "aus_2020_en", "aus_2020_en:2:body.itu:3",
                               "aus_2020_en:9:body.itu:1", "nzl:2:body.itu:1", "2:body.itu:1"}) {
            CAPTURE(id);
            CHECK_FALSE(store.observation(id));
        }
    }
}

TEST_CASE("Facts that are unknown stay unknown") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    StudyDocument entry = entry_of(brief());
    entry.facts = {};
    entry.further.clear();
    store.put(entry, finding_of(brief()));
    CHECK(store.documents().front().facts == DocumentFacts());
    CHECK(store.documents().front().further.empty());
}

TEST_CASE("A document that could not be read is kept with the reason") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    const StudyDocument entry = entry_of(brief());
    store.put(entry, Failure{ErrorKind::malformed, "page 3", "its page tree is broken"});
    const StudyDocument document = store.documents().front();
    check_same(document, entry);
    REQUIRE(document.failure);
    CHECK(document.failure->kind == ErrorKind::malformed);
    CHECK(document.failure->where == "page 3");
    CHECK(document.failure->what == "its page tree is broken");
    CHECK(document.mentions == 0);
    CHECK_THROWS_WITH(store.read(entry.id), Catch::StartsWith("aus_2020_en: ") && Catch::Contains("no text"));
    CHECK_THROWS_AS(store.put_mentions(entry, {}), Error);
    CHECK(observations(store).empty());

    SECTION("until it is read after all") {
        store.put(entry, finding_of(brief()));
        CHECK_FALSE(store.documents().front().failure);
        CHECK(observations(store).size() == 4);
    }
}

TEST_CASE("A document that was read up to some page is kept with what was read and the reason") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    Finding finding = finding_of(brief());
    finding.document.partial = {ErrorKind::too_large, "page 2", "took longer than 3 s"};
    store.put(entry_of(brief()), finding);

    const StudyDocument document = store.documents().front();
    CHECK_FALSE(document.failure);
    REQUIRE(document.partial);
    CHECK(document.partial->kind == ErrorKind::too_large);
    CHECK(document.partial->where == "page 2");
    CHECK(document.partial->what == "took longer than 3 s");
    CHECK(document.mentions == 4);
    CHECK(store.totals().analysed == 1);
    CHECK(PlainSql(store.file())
              .row("SELECT d.status, f.kind FROM failures f JOIN documents d "
                   "ON d.id = f.document") == "analysed|too_large");
    SECTION("until it is read to its end") {
        store.put(entry_of(brief()), finding_of(brief()));
        CHECK_FALSE(store.documents().front().partial);
    }
    SECTION("also when its mentions are replaced") {
        store.put_mentions(entry_of(brief()), {});
        CHECK(store.documents().front().partial);
    }
}

TEST_CASE("Putting a document again replaces it") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    std::mt19937 random(7);
    store.put(entry_of({"zwe_2019_en", {}, {}}), finding_of(random_draft("zwe_2019_en", random, 50)));
    store.put(entry_of(brief()), finding_of(random_draft("aus_2020_en", random, 80)));

    SECTION("by another text") {
        StudyDocument entry = entry_of(brief());
        entry.further = {{"source", "archive"}};
        store.put(entry, finding_of(brief()));
        CHECK(observations(store, "aus_2020_en").size() == 4);
        CHECK(store.read("aus_2020_en").sentences.size() == 3);
        CHECK(store.documents().front().further == entry.further);
        CHECK(store.read("zwe_2019_en").sentences.size() == 50);
    }
    SECTION("by a failure, which leaves no text behind") {
        store.put(entry_of(brief()), encrypted());
        CHECK_THROWS_AS(store.read("aus_2020_en"), Error);
        CHECK(observations(store, "aus_2020_en").empty());
        PlainSql sql(store.file());
        CHECK(sql.row("SELECT count(*) FROM sentences WHERE document = 'aus_2020_en'") == "0");
        CHECK(sql.row("SELECT count(*) FROM pages WHERE document = 'aus_2020_en'") == "0");
    }
    CHECK(store.documents().size() == 2);
}

TEST_CASE("Mentions are replaced while the text stays") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    const Finding finding = finding_of(brief());
    store.put(entry_of(brief()), finding);
    const auto before = observations(store);

    StudyDocument entry = entry_of(brief());
    entry.tagging_key = "tagging-2";
    entry.facts.state = Fact<std::string>{"NZL", Provenance::manifest};

    SECTION("by others") {
        store.put_mentions(entry, {finding.mentions[3]});
        CHECK(ids(observations(store)) == std::vector<std::string>{"aus_2020_en:3:body.itu:1"});
        CHECK(store.documents().front().mentions == 1);
        CHECK(store.documents().front().tagging_key == "tagging-2");
        CHECK(store.documents().front().facts.state->value == "NZL");
        CHECK(store.read(entry.id).sentences == finding.document.sentences);
    }
    SECTION("by the same ones, which lie where they lay") {
        store.put_mentions(entry, finding.mentions);
        const auto after = observations(store);
        REQUIRE(after.size() == before.size());
        for (std::size_t i = 0; i < after.size(); ++i) {
            CHECK(after[i].boxes == before[i].boxes);
            CHECK(after[i].page == before[i].page);
            CHECK(after[i].id == before[i].id);
        }
    }
    SECTION("not of a document that is not there") {
        entry.id = "nzl_2019_en";
        CHECK_THROWS_WITH(store.put_mentions(entry, {}), "nzl_2019_en: the study has no document of that name");
        CHECK_THROWS_WITH(store.put_entry(entry), "nzl_2019_en: the study has no document of that name");
    }
    SECTION("and not by one that lies outside its sentence, which is a bug of the caller") {
        Mention astray = finding.mentions[3];
        astray.sentence = 2;
        CHECK_THROWS_AS(store.put_mentions(entry, {astray}), std::invalid_argument);
        CHECK(ids(observations(store)) == ids(before));
        CHECK(store.documents().front().tagging_key == "tagging-1");
    }
}

TEST_CASE("The entry of a document is replaced alone") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    store.put(entry_of(brief()), finding_of(brief()));
    StudyDocument entry = entry_of(brief());
    entry.path = "/elsewhere/aus_2020_en.pdf";
    entry.stamp.modified = -5;  // a file from before 1970
    entry.further.clear();
    store.put_entry(entry);
    check_same(store.documents().front(), entry);
    CHECK(store.documents().front().mentions == 4);
    CHECK(observations(store).size() == 4);
}

TEST_CASE("A forgotten document leaves nothing behind") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    store.put(entry_of(brief()), finding_of(brief()));
    store.forget("no such document");
    store.forget("aus_2020_en");
    CHECK(store.documents().empty());
    CHECK(observations(store).empty());
    CHECK_THROWS_AS(store.read("aus_2020_en"), Error);
    PlainSql sql(store.file());
    for (const char* table : {"documents", "document_further", "failures", "pages", "texts", "sentence_rows",
                              "mention_rows", "box_rows"}) {
        CAPTURE(table);
        CHECK(sql.row(std::string("SELECT count(*) FROM ") + table) == "0");
    }
    CHECK(sql.rows("SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH 'infrastructure'").empty());
}

TEST_CASE("Observations come in an order that does not depend on when documents were put") {
    const ScratchFolder folder;
    const std::vector<std::string> names = {"B", "a", "b", "aus", "aus_2020", "é", "aus:2020"};
    std::vector<std::vector<std::string>> orders;
    for (int round = 0; round < 3; ++round) {
        StudyStore store = StudyStore::open_or_create(folder / std::to_string(round));
        std::vector<std::string> shuffled = names;
        std::mt19937 random(static_cast<unsigned>(round));
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        for (const std::string& name : shuffled) {
            std::mt19937 words(99);
            const Draft draft = random_draft(name, words, 12);
            Finding finding = finding_of(draft);
            std::shuffle(finding.mentions.begin(), finding.mentions.end(), random);
            store.put(entry_of(draft), finding);
        }
        orders.push_back(ids(observations(store)));
        CHECK(store.observation("aus:2020:1:body.itu:1"));
    }
    CHECK(orders[0].size() == names.size() * 18);
    CHECK(orders[0].front().starts_with("B:1:"));
    CHECK(orders[1] == orders[0]);
    CHECK(orders[2] == orders[0]);
}

TEST_CASE("A visitor may ask the study and may break off") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    store.put(entry_of(brief()), finding_of(brief()));
    std::size_t asked = 0;
    store.for_each_observation([&](const Observation& observation) {
        CHECK(store.observation(observation.id)->mention == observation.mention);
        CHECK(store.read(observation.document).sentences.size() == 3);
        asked += observations(store).size();
    });
    CHECK(asked == 16);

    CHECK_THROWS_AS(store.for_each_observation([](const Observation&) { throw std::runtime_error("enough"); }),
                    std::runtime_error);
    store.put(entry_of(brief()), encrypted());
    CHECK(observations(store).empty());
}

TEST_CASE("Runs and totals are kept") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    CHECK(store.runs().empty());
    CHECK(store.totals().documents == 0);

    RunRecord run{"0.1.0", "2026-01", "abc", R"({"jobs": 2})", "2026-01-31T12:00:00Z", "", 0, 0, 0, 0};
    const auto first = store.begin_run(run);
    const auto second = store.begin_run(run);
    CHECK(first != second);
    run.ended = "2026-01-31T12:00:09Z";
    run.documents_read = 3;
    run.documents_failed = 1;
    store.end_run(second, run);
    const auto runs = store.runs();
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].ended.empty());
    CHECK(runs[1].ended == "2026-01-31T12:00:09Z");
    CHECK(runs[1].documents_read == 3);
    CHECK(runs[1].documents_failed == 1);
    CHECK(runs[1].options == R"({"jobs": 2})");

    store.put(entry_of(brief()), finding_of(brief()));
    store.put(entry_of({"x", {}, {}}), encrypted());
    const StudyTotals totals = store.totals();
    CHECK(totals.documents == 2);
    CHECK(totals.analysed == 1);
    CHECK(totals.failed == 1);
    CHECK(totals.pages == 1);
    CHECK(totals.pages_with_text == 1);
    CHECK(totals.sentences == 3);
    CHECK(totals.mentions == 4);
}
