// SPDX-License-Identifier: GPL-3.0-or-later
//
// A study as other programs see it: these tests use SQLite, not StudyStore, to
// read, and run what schema.md tells its readers to run.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "corpora/store/study_store.hpp"
#include "store_fixture.hpp"

using namespace demarche;
using namespace demarche::testing;

namespace {

using Lines = std::vector<std::string>;

// Two documents with text, one without.
void fill(StudyStore& store) {
    Finding british = finding_of({"gbr_2022_en",
                                  {"The United Kingdom works through the ITU.", "Cyber diplomacy matters."},
                                  {{"body.itu", 1, "ITU"}, {"state.GBR", 1, "United Kingdom"}}});
    british.names.focal_points = {{"National Cyber Security Centre", "NCSC", "fp.agency", 2, 1, 1}};
    store.put(entry_of({"gbr_2022_en", {}, {}}), british);
    store.put(entry_of({"aus_2020_en", {}, {}}),
              finding_of({"aus_2020_en",
                          {"Our commitments", "With the ITU we will protect critical infrastructure in Genève.",
                           "Réseaux, 网络 and norms."},
                          {{"norm.g", 2, "protect critical infrastructure"}, {"body.itu", 2, "ITU"}}}));
    store.put(entry_of({"locked", {}, {}}), encrypted());
}

// The fenced examples of schema.md in one language.
Lines examples(const std::string& language) {
    const auto file = std::filesystem::path(DEMARCHE_SOURCE_DIR) / "corpora/store/schema.md";
    std::ifstream in(file);
    REQUIRE(in);
    Lines found;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (inside && line == "```")
            inside = false;
        else if (inside)
            found.back() += line + "\n";
        else if (line == "```" + language) {
            inside = true;
            found.emplace_back();
        }
    }
    return found;
}

}  // namespace

TEST_CASE("A study says what it is") {
    const ScratchFolder folder;
    StudyStore::open_or_create(folder.path());
    PlainSql sql(folder / "study.sqlite");
    CHECK(sql.row("PRAGMA application_id") == "1684894307");
    CHECK(sql.row("PRAGMA user_version") == "2");
    CHECK(sql.row("SELECT value FROM study WHERE key = 'format_version'") == "2");
}

TEST_CASE("The names that a document gives are kept with its mentions") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    const Draft draft{"aus_2020_en", {"The ACSC helps."}, {}};
    Finding finding = finding_of(draft);
    finding.names.defined = {{"ACSC", "Australian Cyber Security Centre", "fp.agency", 1, 1},
                             {"IT", "it", "", 1, 1}};
    finding.names.focal_points = {{"Australian Cyber Security Centre", "", "fp.agency", 1, 1, 7}};
    store.put(entry_of(draft), finding);
    CHECK(store.names(draft.id) == finding.names);
    CHECK(store.names("nobody") == DocumentNames());

    SECTION("as plain SQL") {
        store.settle();
        PlainSql sql(store.file());
        CHECK(sql.rows("SELECT short_form, code, page, sentence FROM defined_names ORDER BY ordinal") ==
              Lines{"ACSC|fp.agency|1|1", "IT|NULL|1|1"});
        CHECK(sql.row("SELECT document, organisation, acronym, code, mentions FROM focal_points") ==
              "aus_2020_en|Australian Cyber Security Centre|NULL|fp.agency|7");
    }
    SECTION("and go with them") {
        store.put_mentions(entry_of(draft), {});
        CHECK(store.names(draft.id) == DocumentNames());
        store.put(entry_of(draft), finding);
        store.forget(draft.id);
        CHECK(store.names(draft.id) == DocumentNames());
    }
}

TEST_CASE("A study from before names were kept is read without them, and has them once it is written") {
    const ScratchFolder folder;
    {
        StudyStore store = StudyStore::open_or_create(folder.path());
        fill(store);
    }
    PlainSql(folder / "study.sqlite").rows("DROP TABLE defined_names");
    PlainSql(folder / "study.sqlite").rows("DROP TABLE focal_points");
    CHECK(StudyStore::open(folder.path()).names("aus_2020_en") == DocumentNames());
    StudyStore store = StudyStore::open_or_create(folder.path());
    Finding finding = finding_of({"aus_2020_en", {"One."}, {}});
    finding.names.focal_points = {{"Centre", "C", "fp.agency", 1, 1, 1}};
    store.put(entry_of({"aus_2020_en", {}, {}}), finding);
    CHECK(store.names("aus_2020_en") == finding.names);
}

TEST_CASE("Tables show text ids") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    fill(store);
    store.settle();
    PlainSql sql(store.file());

    SECTION("documents, with where each fact is from") {
        CHECK(sql.rows("SELECT id, status, state, state_from, year, year_from, issuer, issuer_from FROM documents "
                       "ORDER BY id") == Lines{"aus_2020_en|analysed|AUS|manifest|2020|worked_out|NULL|NULL",
                                               "gbr_2022_en|analysed|AUS|manifest|2020|worked_out|NULL|NULL",
                                               "locked|failed|AUS|manifest|2020|worked_out|NULL|NULL"});
        CHECK(sql.row("SELECT pages, words, sentences, mentions FROM documents WHERE id = 'locked'") ==
              "NULL|NULL|NULL|NULL");
        CHECK(sql.row("SELECT avg(sentences) FROM documents") == "2.5");
        CHECK(sql.row("SELECT * FROM failures") ==
              "locked|encrypted||it needs a password; save a copy without one");
        CHECK(sql.rows("SELECT name, value FROM document_further WHERE document = 'locked'") ==
              Lines{"kind|national", "text_layer|yes"});
    }
    SECTION("pages") {
        CHECK(sql.row("SELECT * FROM pages WHERE document = 'gbr_2022_en'") ==
              "gbr_2022_en|1|595.276|841.89|text|40|[\"A strategy\"]|NULL|0|");
    }
    SECTION("sentences") {
        CHECK(
            sql.rows("SELECT id, document, ordinal, begin, end, page, language, role, section, text FROM sentences "
                     "WHERE document = 'aus_2020_en' AND ordinal > 1") ==
            Lines{"aus_2020_en:2|aus_2020_en|2|16|80|1|en|body|Part 1|With the ITU we will protect critical "
                  "infrastructure in Genève.",
                  "aus_2020_en:3|aus_2020_en|3|81|108|1|en|body|Part 1|Réseaux, 网络 and norms."});
    }
    SECTION("mentions") {
        CHECK(sql.rows("SELECT id, document, sentence, ordinal, code, nth, begin, end, page, term, rule, stance "
                       "FROM mentions WHERE document = 'aus_2020_en' ORDER BY ordinal") ==
              Lines{"aus_2020_en:2:body.itu:1|aus_2020_en|2|1|body.itu|1|25|28|1|ITU|body.itu/en/1|NULL",
                    "aus_2020_en:2:norm.g:1|aus_2020_en|2|2|norm.g|1|37|68|1|protect critical infrastructure|"
                    "norm.g/en/1|commit"});
    }
    SECTION("boxes, in points") {
        CHECK(sql.rows("SELECT line, page, x0, y0, x1, y1 FROM mention_boxes "
                       "WHERE mention = 'aus_2020_en:2:norm.g:1'") == Lines{"1|1|137.75|70.5|172.75|82.25"});
    }
    SECTION("quotations") {
        CHECK(
            sql.row("SELECT id, state, year, page, code, stance, text FROM quotations WHERE code = 'norm.g'") ==
            "aus_2020_en:2:norm.g:1|AUS|2020|1|norm.g|commit|With the ITU we will protect critical infrastructure "
            "in Genève.");
    }
}

TEST_CASE("Sentences are found by their words") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    fill(store);
    PlainSql sql(store.file());
    const auto found = [&](const std::string& words) {
        return sql.rows(
            "SELECT s.id FROM sentences_fts f JOIN sentences s ON s.row = f.rowid WHERE sentences_fts "
            "MATCH '" +
            words + "' ORDER BY s.id");
    };
    CHECK(found("itu") == Lines{"aus_2020_en:2", "gbr_2022_en:1"});
    CHECK(found("geneve") == Lines{"aus_2020_en:2"});
    CHECK(found("reseaux") == Lines{"aus_2020_en:3"});
    CHECK(found("网络") == Lines{"aus_2020_en:3"});
    CHECK(found("\"critical infrastructure\"") == Lines{"aus_2020_en:2"});
    CHECK(found("\"infrastructure critical\"").empty());
    CHECK(found("diplom*") == Lines{"gbr_2022_en:2"});

    store.forget("gbr_2022_en");
    CHECK(found("itu") == Lines{"aus_2020_en:2"});
    CHECK(found("diplomacy").empty());
    store.put(entry_of({"aus_2020_en", {}, {}}), finding_of({"aus_2020_en", {"Other words."}, {}}));
    CHECK(found("itu").empty());
    CHECK(found("other") == Lines{"aus_2020_en:1"});
    CHECK_NOTHROW(sql.rows("INSERT INTO sentences_fts(sentences_fts, rank) VALUES('integrity-check', 1)"));
}

TEST_CASE("The index stays in step with the sentences through many changes") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    std::mt19937 random(11);
    std::uniform_int_distribution<int> which(0, 9), what(0, 5);
    for (int change = 0; change < 150; ++change) {
        const std::string id = "document_" + std::to_string(which(random));
        const Draft draft = random_draft(id, random, 30);
        switch (what(random)) {
            case 0: store.forget(id); break;
            case 1: store.put(entry_of(draft), encrypted()); break;
            default: store.put(entry_of(draft), finding_of(draft));
        }
    }
    PlainSql sql(store.file());
    CHECK_NOTHROW(sql.rows("INSERT INTO sentences_fts(sentences_fts, rank) VALUES('integrity-check', 1)"));
    CHECK(sql.row("PRAGMA integrity_check") == "ok");
    CHECK(sql.row("SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH 'itu'") ==
          sql.row("SELECT sum(sentences) FROM documents"));
}

TEST_CASE("The examples of schema.md run") {
    const ScratchFolder folder;
    StudyStore store = StudyStore::open_or_create(folder.path());
    fill(store);
    PlainSql sql(store.file());
    const Lines queries = examples("sql");
    CHECK(queries.size() >= 10);
    for (const std::string& query : queries) {
        CAPTURE(query);
        CHECK_FALSE(sql.rows(query).empty());
    }
}

TEST_CASE("The description of the pieces suffices to read them in Python") {
    if (std::system("python3 -c 'import sqlite3, zlib' 2>/dev/null") != 0) {
        WARN("skipped: there is no python3 with sqlite3 here");
        return;
    }
    const ScratchFolder folder;
    {
        StudyStore store = StudyStore::open_or_create(folder.path());
        std::mt19937 random(5);
        const Draft draft = random_draft("long", random, 120);
        store.put(entry_of(draft), finding_of(draft));
        std::ofstream expected(folder / "expected.txt");
        const ReadDocument read = store.read("long");
        for (const Piece& piece : read.text.pieces()) {
            expected << piece.span.begin() << ' ' << piece.span.end() << ' ' << piece.page << ' ' << piece.line;
            for (const float value : {piece.box.x0, piece.box.y0, piece.box.x1, piece.box.y1})
                expected << ' ' << std::lround(value * 100);
            expected << '\n';
        }
    }
    {
        std::ofstream script(folder / "read.py");
        script << examples("python").back() << R"(
import sqlite3, sys
study = sqlite3.connect("file:study.sqlite?mode=ro", uri=True)
for text, pieces in study.execute("SELECT text, pieces FROM texts"):
    for piece in printed_words(text, pieces):
        print(*piece[:4], *(round(100 * value) for value in piece[4:]))
)";
    }
    REQUIRE(std::system(("cd '" + folder.path().string() + "' && python3 read.py > found.txt").c_str()) == 0);
    const auto content = [&](const char* name) {
        std::ostringstream all;
        all << std::ifstream(folder / name).rdbuf();
        return all.str();
    };
    CHECK(content("expected.txt").size() > 10'000);
    CHECK(content("found.txt") == content("expected.txt"));
}
