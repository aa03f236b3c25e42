// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/concordance.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "corpora/concordance/matching.hpp"
#include "corpora/model/error.hpp"
#include "corpora/store/study_store.hpp"
#include "tests/pipeline/corpus_fixture.hpp"

namespace demarche {

namespace {

using Lines = std::vector<std::string>;

// A study of texts that are given.
class Texts {
public:
    explicit Texts(const std::vector<std::pair<std::string, std::string>>& texts) : corpus_({"none"}) {
        for (const auto& [name, text] : texts) corpus_.folder().write("briefs/" + name, text);
        corpus_.run();
    }

    ConcordanceOptions asking(const std::string& query) const {
        ConcordanceOptions options;
        options.study = corpus_.study();
        options.query = query;
        return options;
    }
    Lines keywords(const std::string& query, LetterRule letters = LetterRule::folded) const {
        ConcordanceOptions options = asking(query);
        options.letters = letters;
        Lines found;
        for (const ConcordanceLine& line : find_concordance(options).lines) found.push_back(line.keyword);
        return found;
    }
    static std::string text(const ConcordanceOptions& options) {
        std::ostringstream out;
        write_concordance(options, out);
        return out.str();
    }
    const TestCorpus& corpus() const noexcept { return corpus_; }

private:
    TestCorpus corpus_;
};

}  // namespace

TEST_CASE("Words are found in every script") {
    const Texts study({
        {"jpn_2020_ja.txt", "国民が安全で安心して暮らせる社会を実現する。サイバーセキュリティを推進する。"},
        {"tha_2020_th.txt", "การรักษาความมั่นคง ปลอดภัยไซเบอร์แห่งชาติ\n"},
        {"chn_2020_zh.txt", "中华人民共和国网络安全法。国家坚持网络安全与信息化发展并重。"},
        {"egy_2020_ar.txt", "تلتزم مصر بتعزيز الأمن السيبراني والتعاون الدولي في الفضاء السيبراني.\n"},
        {"ind_2020_hi.txt", "भारत की साइबर सुरक्षा नीति सुरक्षित साइबर स्पेस के लिए है।\n"},
        {"rus_2020_ru.txt", "Щит кибербезопасности защищён. Подъём защищен.\n"},
        {"fra_2020_fr.txt", "La France renforce la cyber-sécurité. L'Agence veille à la Sécurité des réseaux.\n"},
    });
    CHECK(study.keywords("サイバー") == Lines{"サイバー"});
    CHECK(study.keywords("ｻｲﾊﾞｰ") == Lines{"サイバー"});
    CHECK(study.keywords("安全").size() == 3);
    CHECK(study.keywords("网络安全") == Lines{"网络安全", "网络安全"});
    CHECK(study.keywords("网络安全 NOT 共和国") == Lines{"网络安全"});
    CHECK(study.keywords("ความมั่นคงปลอดภัย") == Lines{"ความมั่นคง ปลอดภัย"});
    CHECK(study.keywords("ความม").empty());  // ม without its vowel is another letter
    CHECK(study.keywords("السيبراني").size() == 2);
    CHECK(study.keywords("الامن") == Lines{"الأمن"});
    CHECK(study.keywords("सुरक्षा") == Lines{"सुरक्षा"});
    CHECK(study.keywords("सुर*").size() == 2);
    CHECK(study.keywords("защищен") == Lines{"защищён", "защищен"});
    CHECK(study.keywords("защищен", LetterRule::exact) == Lines{"защищен"});
    CHECK(study.keywords("securite") == Lines{"sécurité", "Sécurité"});
    CHECK(study.keywords("\"cyber securite\"") == Lines{"cyber-sécurité"});
    CHECK(study.keywords("Sécurité", LetterRule::exact) == Lines{"Sécurité"});
    CHECK(study.keywords("securite OR 安全").size() == 5);

    SECTION("lines in Arabic are mirrored, each part with its own direction") {
        ConcordanceOptions options = study.asking("الأمن");
        options.window = {1, true};
        CHECK(Texts::text(options) ==
              "1 hit in 1 sentence of 1 document: \"الأمن\"\n\n"
              "egy_2020_ar  p. 1  \xE2\x81\xA7السيبراني\xE2\x81\xA9  \xE2\x81\xA7الأمن\xE2\x81\xA9  "
              "\xE2\x81\xA7بتعزيز\xE2\x81\xA9\n");
    }
    SECTION("keywords stand below each other where letters are wide or stand on others") {
        ConcordanceOptions options = study.asking("安心 OR ปลอดภัย");
        options.window = {7, false};
        CHECK(Texts::text(options) ==
              "2 hits in 2 sentences of 2 documents: \"安心\" OR \"ปลอดภัย\"\n\n"
              "jpn_2020_ja  p. 1  国民が安全で  安心  して暮らせる社\n"
              "tha_2020_th  p. 1       วามมั่นคง  ปลอดภัย  ไซเบอร์แ\n");
    }
}

TEST_CASE("The index leads to every hit that a look at each sentence finds") {
    const TestCorpus corpus({"aus_2020_en", "ben_2020_fr", "prt_2015_pt", "chl_2017_es", "usa_2023_en"});
    corpus.run();
    const StudyStore store = StudyStore::open(corpus.study());
    std::vector<std::string> documents, words;
    for (const StudyDocument& document : store.documents()) documents.push_back(document.id);
    store.for_each_index_word([&](std::string_view word) { words.emplace_back(word); });
    REQUIRE(words.size() > 500);

    std::vector<std::string> queries;
    for (std::size_t i = 0; i + 40 < words.size(); i += 29) {
        queries.push_back(words[i]);
        queries.push_back(words[i].substr(0, 1) + "*");
        queries.push_back(words[i] + " OR " + words[i + 7] + " NOT " + words[i + 23]);
        queries.push_back("*" + words[i] + " AND " + words[i + 11]);
        queries.push_back("NEAR(" + words[i] + " *e, 6)");
    }
    const SplitWords split = split_by(LetterRule::folded);
    for (const std::string& text : queries) {
        QueryNode query;
        try {
            query = parse_query(text, split);
        } catch (const Error&) {
            continue;  // a letter of a word may be a mark alone
        }
        std::vector<std::pair<std::string, Span>> looked, asked;
        std::vector<TextWord> sentence_words;
        store.for_each_sentence(documents, "", [&](const StudySentence& sentence) {
            split(sentence.text, sentence_words);
            for (const Span span : find_hits(query, sentence_words))
                looked.emplace_back(sentence.document, span.shifted_by(sentence.sentence.span.begin()));
        });
        ConcordanceOptions options;
        options.study = corpus.study();
        options.query = text;
        options.count = CountBy::document;
        const Concordance concordance = find_concordance(options);
        for (const ConcordanceHit& hit : concordance.hits)
            asked.emplace_back(concordance.documents[hit.document].id, hit.keyword);
        INFO(text);
        CHECK(asked == looked);
    }
}

TEST_CASE("Concordances are sorted, limited and filtered") {
    const Texts study({
        {"aus_2010_en.txt", "We uphold the law. You respect Zonal law always.\n"},
        {"fra_2005_en.txt", "They break élan law. All know law because it is old.\n"},
    });
    const auto lefts = [&](SortBy sort, std::optional<std::size_t> limit = {}) {
        ConcordanceOptions options = study.asking("law");
        options.sort = sort;
        options.limit = limit;
        options.window = {1, true};
        Lines found;
        for (const ConcordanceLine& line : find_concordance(options).lines) found.push_back(line.left);
        return found;
    };
    CHECK(lefts(SortBy::document) == Lines{"the", "Zonal", "élan", "know"});
    CHECK(lefts(SortBy::year) == Lines{"élan", "know", "the", "Zonal"});
    CHECK(lefts(SortBy::left) == Lines{"élan", "know", "the", "Zonal"});
    CHECK(lefts(SortBy::right) == Lines{"élan", "Zonal", "know", "the"});  // All, always, because, You
    CHECK(lefts(SortBy::left, 2) == Lines{"élan", "know"});

    ConcordanceOptions options = study.asking("law");
    SECTION("by year and state") {
        options.years = {2010, 2012};
        CHECK(find_concordance(options).hits.size() == 2);
        options.years.reset();
        options.states = {"FRA"};
        CHECK(find_concordance(options).hits.size() == 2);
    }
    SECTION("a name that fits nothing is told of") {
        options.states = {"XYZ"};
        CHECK_THROWS_WITH(find_concordance(options),
                          "--state: the study has no document of the state \"XYZ\"; it has AUS, FRA");
        options.states.clear();
        options.documents = {"aus"};
        CHECK_THROWS_WITH(find_concordance(options),
                          "--document: the study has no document \"aus\"; it has aus_2010_en, fra_2005_en");
        options.documents.clear();
        options.languages = {"zz"};
        CHECK_THROWS_WITH(find_concordance(options),
                          "--language: no sentence of the study is in \"zz\"; there are en");
        options.languages.clear();
        options.years = {1990, 1991};
        CHECK_THROWS_AS(find_concordance(options), Error);
    }
    SECTION("either words or codes are looked for") {
        options.codes = {"norm.g"};
        CHECK_THROWS_WITH(find_concordance(options), "give either a QUERY or --code, not both");
        options.query.clear();
        options.codes.clear();
        CHECK_THROWS_WITH(find_concordance(options),
                          "there is nothing to look for: give a QUERY, or a code with --code");
        options = study.asking("law");
        options.stances = {"urge"};
        CHECK_THROWS_AS(find_concordance(options), Error);
    }
}

TEST_CASE("A code's mentions are shown with their words in the middle") {
    const TestCorpus corpus({"aus_2020_en"});
    corpus.run();
    ConcordanceOptions options;
    options.study = corpus.study();
    options.codes = {"norm.*"};
    const Concordance concordance = find_concordance(options);
    REQUIRE_FALSE(concordance.lines.empty());
    const StudyStore store = StudyStore::open(corpus.study());
    for (const ConcordanceLine& line : concordance.lines) {
        const auto observation = store.observation(line.hit.mention);
        REQUIRE(observation.has_value());
        CHECK(line.keyword == one_line(observation->mention.term));
        CHECK(line.page == observation->page);
        CHECK(line.boxes == observation->boxes);
    }
    options.codes = {"norm.nowhere"};
    CHECK(find_concordance(options).codes_unseen == std::vector<std::string>{"norm.nowhere"});
}

}  // namespace demarche
