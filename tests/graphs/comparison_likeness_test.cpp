// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "compared_example.hpp"
#include "corpora/model/keyness.hpp"
#include "graphs/comparison/clustering.hpp"
#include "graphs/comparison/likeness.hpp"

namespace demarche::tests {

namespace {

// Weights as counts come: many noughts, a few large ones.
std::vector<double> random_weights(std::mt19937& random, std::size_t size) {
    std::geometric_distribution<int> counts(0.3);
    std::vector<double> weights(size);
    for (double& weight : weights) weight = counts(random);
    weights[random() % size] += 1;  // never all noughts
    return weights;
}

std::vector<std::vector<double>> distances_among(const std::vector<std::vector<double>>& vectors) {
    std::vector<std::vector<double>> distances(vectors.size(), std::vector<double>(vectors.size()));
    for (std::size_t i = 0; i < vectors.size(); ++i)
        for (std::size_t j = 0; j < vectors.size(); ++j)
            distances[i][j] = i == j ? 0 : *jensen_shannon_distance(vectors[i], vectors[j]);
    return distances;
}

const Likeness& pair_of(const LikenessTable& table, const std::string& one, const std::string& other) {
    for (const Likeness& pair : table.pairs)
        if (table.units[pair.one].id == one && table.units[pair.other].id == other) return pair;
    FAIL("no pair " << one << " " << other);
    return table.pairs.front();
}

}  // namespace

TEST_CASE("The cosine of two profiles") {
    CHECK(*cosine({1, 0}, {0, 1}) == 0);
    CHECK(*cosine({1, 1}, {1, 0}) == Approx(1 / std::sqrt(2.0)));
    CHECK(*cosine({2, 4, 6}, {1, 2, 3}) == Approx(1));
    CHECK_FALSE(cosine({0, 0}, {1, 0}));
    CHECK_THROWS_AS(cosine({1}, {1, 2}), std::invalid_argument);
}

TEST_CASE("The Jensen-Shannon distance of two profiles") {
    CHECK(*jensen_shannon_distance({1, 0}, {0, 5}) == Approx(1));
    CHECK(*jensen_shannon_distance({2, 4}, {1, 2}) == Approx(0).margin(1e-12));
    // Shares 1/2, 1/2 and 1, 0; their mean 3/4, 1/4.
    const double divergence =
        0.5 * (0.5 * std::log2(0.5 / 0.75) + 0.5 * std::log2(0.5 / 0.25)) + 0.5 * std::log2(1 / 0.75);
    CHECK(*jensen_shannon_distance({1, 1}, {1, 0}) == Approx(std::sqrt(divergence)));
    CHECK_FALSE(jensen_shannon_distance({0, 0}, {1, 0}));
}

TEST_CASE("Likeness is symmetric, full with oneself, and within its bounds") {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const std::vector<double> a = random_weights(random, 12), b = random_weights(random, 12),
                                  c = random_weights(random, 12);
        CHECK(*cosine(a, b) == Approx(*cosine(b, a)));
        CHECK(*cosine(a, a) == Approx(1));
        CHECK(*cosine(a, b) <= 1);
        CHECK(*cosine(a, b) >= 0);
        const double ab = *jensen_shannon_distance(a, b), bc = *jensen_shannon_distance(b, c),
                     ac = *jensen_shannon_distance(a, c);
        CHECK(ab == Approx(*jensen_shannon_distance(b, a)));
        CHECK(*jensen_shannon_distance(a, a) == Approx(0).margin(1e-7));
        CHECK(ab <= 1);
        CHECK(ac <= ab + bc + 1e-12);  // a metric
    }
}

TEST_CASE("Authors are compared by the codes that can be found in both") {
    ComparedExample example;
    example.add_document("aus", "AUS", 2016);
    example.add_document("fra", "FRA", 2016, "fr");
    example.add_document("deu", "DEU", 2016, "de");
    example.add_mentions("aus", "body.un", 3);
    example.add_mentions("aus", "norm.g", 40);
    example.add_mentions("aus", "law.applies", 4);
    example.add_mentions("fra", "body.un", 3);
    example.add_mentions("fra", "law.applies", 4);
    const CodedStudy study = example.study();
    const LikenessTable table =
        code_likeness(study, matrix_of(study, UnitKind::state), LikenessMethod::cosine, CellValue::per_1000);
    const Likeness& likeness = pair_of(table, "AUS", "FRA");
    // norm.g has no French words, so that France's silence on it says nothing.
    CHECK(likeness.compared == 2);
    CHECK(*likeness.value == Approx(1));
    CHECK(table.features[likeness.rests_on.front()] == "law.applies");
    SECTION("and have no value where that is too few") {
        CHECK_FALSE(pair_of(table, "AUS", "DEU").value);
        CHECK(table.most_alike_first().front().value);
        CHECK_FALSE(table.most_alike_first().back().value);
    }
    SECTION("and are left out of the tree then") {
        const ClusterTree tree = cluster(table);
        CHECK(tree.leaves == std::vector<std::size_t>{0, 2});
        CHECK(tree.left_out == std::vector<std::size_t>{1});
        CHECK(newick(tree, {"AUS", "DEU", "FRA"}) == "(AUS:0.000000,FRA:0.000000);");
    }
}

TEST_CASE("Texts are compared by the words that are not in all of them") {
    ComparedExample example;
    std::vector<DocumentWords> words;
    const auto text = [&](const std::string& id, const std::string& state, const std::string& language,
                          std::map<std::string, std::uint32_t> stems) {
        example.add_document(id, state, 2016, language);
        words.push_back({id, language, std::move(stems)});
    };
    text("a", "AUS", "en", {{"the", 50}, {"devolv", 1}, {"horizon", 1}});
    text("b", "DEU", "en", {{"the", 9}, {"devolv", 1}, {"rhine", 1}});
    text("c", "FRA", "fr", {{"le", 9}, {"horizon", 2}});
    text("d", "GBR", "en", {{"the", 9}, {"thames", 1}});
    text("e", "NZL", "en", {{"the", 9}, {"kiwi", 1}});
    SECTION("not where there are too few to weigh words by") {
        const CodedStudy study = example.study();
        const LikenessTable table = text_likeness(study, units_of(study, UnitKind::state), words);
        CHECK(pair_of(table, "AUS", "DEU").missing == NoLikeness::few_texts);
    }
    SECTION("by hand: ln(5/2) and ln 5 for words that two and one of five have") {
        text("f", "USA", "en", {{"the", 9}, {"texa", 1}});
        const CodedStudy study = example.study();
        const LikenessTable table = text_likeness(study, units_of(study, UnitKind::state), words);
        const double both = std::log(5 / 2.0), own = std::log(5.0);
        const Likeness& likeness = pair_of(table, "AUS", "DEU");
        CHECK(*likeness.value == Approx(both * both / (both * both + own * own)));
        CHECK(likeness.shared == 1);
        CHECK(likeness.compared == 3);
        CHECK(table.features[likeness.rests_on.at(0)] == "devolv");
        CHECK(*pair_of(table, "AUS", "GBR").value == 0);
        CHECK(pair_of(table, "AUS", "FRA").missing == NoLikeness::no_language);
    }
}

TEST_CASE("Average linkage joins what is nearest on average") {
    // 0 and 1 at 2; 2 is at 6 and 4 from them, 5 on average.
    const std::vector<ClusterMerge> merges = average_linkage({{0, 2, 6}, {2, 0, 4}, {6, 4, 0}});
    REQUIRE(merges.size() == 2);
    CHECK(merges[0].one == 0);
    CHECK(merges[0].other == 1);
    CHECK(merges[0].distance == Approx(2));
    CHECK(merges[1].one == 3);
    CHECK(merges[1].other == 2);
    CHECK(merges[1].distance == Approx(5));
    CHECK(merges[1].leaves == 3);
    CHECK(newick({{0, 1, 2}, {}, merges}, {"AUS", "NZL", "it's_far"}) ==
          "((AUS:1.000000,NZL:1.000000):1.500000,'it''s_far':2.500000);");
    CHECK(average_linkage({}).empty());
    CHECK(average_linkage({{0}}).empty());
}

TEST_CASE("Newick labels survive what names hold") {
    CHECK(newick_label("AUS") == "AUS");
    CHECK(newick_label("body.eu") == "body.eu");
    CHECK(newick_label("aus_2020") == "'aus_2020'");
    CHECK(newick_label("a (b), c:d; [e]") == "'a (b), c:d; [e]'");
    CHECK(newick_label("l'État\n") == "'l''État '");
    CHECK(newick_label("") == "''");
    CHECK(newick({}, {}) == ";");
    CHECK(newick({{0}, {}, {}}, {"AUS"}) == "AUS;");
}

TEST_CASE("SciPy comes to the same values") {
    std::mt19937 random(11);
    nlohmann::json given;
    std::vector<std::vector<double>> vectors;
    for (int i = 0; i < 24; ++i) vectors.push_back(random_weights(random, 15));
    given["vectors"] = vectors;
    given["cosine"] = nlohmann::json::array();
    given["jensen_shannon"] = distances_among(vectors);
    for (const auto& one : vectors) {
        std::vector<double> row;
        for (const auto& other : vectors) row.push_back(*cosine(one, other));
        given["cosine"].push_back(row);
    }
    for (const ClusterMerge& merge : average_linkage(distances_among(vectors)))
        given["linkage"].push_back({merge.one, merge.other, merge.distance, merge.leaves});
    for (int i = 0; i < 50; ++i) {
        const double a = static_cast<double>(random() % 40), b = static_cast<double>(random() % 40 + 1);
        const double size_a = static_cast<double>(random() % 900 + 100),
                     size_b = static_cast<double>(random() % 900 + 100);
        given["log_likelihood"].push_back({a, size_a, b, size_b, log_likelihood(a, size_a, b, size_b)});
    }
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("demarche_scipy_" + std::to_string(getpid()) + ".json");
    std::ofstream(file) << given.dump();
    const std::string python = std::filesystem::exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
    const std::string command =
        python + " '" + source_file("tests/graphs/scipy_values.py").string() + "' '" + file.string() + "' 2>&1";
    std::string said;
    int status = -1;
    if (FILE* const pipe = popen(command.c_str(), "r"); pipe != nullptr) {
        std::array<char, 4096> part{};
        while (const std::size_t length = fread(part.data(), 1, part.size(), pipe))
            said.append(part.data(), length);
        status = WEXITSTATUS(pclose(pipe));
    }
    std::filesystem::remove(file);
    INFO(said);
    constexpr int scipy_absent = 77;
    constexpr int python_absent = 127;
    if (status == scipy_absent || status == python_absent)
        WARN("skipped for want of Python or SciPy: " + said);
    else
        CHECK(status == 0);
}

}  // namespace demarche::tests
