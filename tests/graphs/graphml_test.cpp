// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <set>

#include "graphs/exports/attributes.hpp"
#include "graphs/exports/exports.hpp"
#include "worked_example.hpp"

namespace demarche::tests {

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t number = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
    return number;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// The worked example with one more mention, whose sentence is `sentence`.
std::string with_sentence(const std::string& sentence, const std::string& format) {
    WorkedExample example = worked_example();
    example.observations.push_back(mention_in("fra_2018_fr", 99, "body.un"));
    example.observations.back().sentence = sentence;
    return written(example.network(), format);
}

std::string plain(const AttributeValue& value) {
    std::string out;
    append_plain(out, value);
    return out;
}

template <typename Item>
void check_names(const std::vector<Attribute<Item>>& attributes) {
    // What Gephi and Cytoscape take for themselves.
    const std::set<std::string_view> reserved = {"id", "name", "size", "color", "x",        "y",    "z",
                                                 "r",  "g",    "b",    "key",   "selected", "SUID", "interaction"};
    std::set<std::string_view> names;
    for (const Attribute<Item>& attribute : attributes) {
        CHECK(names.insert(attribute.name).second);
        CHECK(reserved.count(attribute.name) == 0);
        CHECK_FALSE(attribute.meaning.empty());
    }
}

}  // namespace

TEST_CASE("The worked example as GraphML, byte by byte") {
    const Network network = worked_example().network();
    CHECK(is_golden("worked_example.graphml", written(network, "graphml")));
    CHECK(is_golden("worked_example.multi.graphml", written(network, "graphml-multi")));
}

TEST_CASE("GraphML has the network's nodes and edges") {
    const WorkedExample example = worked_example();
    const Network network = example.network();
    const std::string simple = written(network, "graphml");
    const std::string multi = written(network, "graphml-multi");
    CHECK(count(simple, "<node ") == boost::num_vertices(network));
    CHECK(count(simple, "<edge ") == boost::num_edges(network));
    CHECK(count(multi, "<node ") == boost::num_vertices(network));
    CHECK(count(multi, "<edge ") == example.observations.size() - 3);  // itself twice, and an issue area
}

TEST_CASE("Missing values are left out") {
    const std::string simple = written(worked_example().network(), "graphml");
    CHECK_FALSE(holds(simple, "></data>"));
    CHECK_FALSE(holds(simple, "<data key=\"n_un_group\"></data>"));
    CHECK(count(simple, "<data key=\"n_un_group\">") == 1);
}

TEST_CASE("A text without pages has evidence without them") {
    WorkedExample example = worked_example();
    for (Observation& observation : example.observations) observation.page = 0;
    const Network network = example.network();
    CHECK(holds(written(network, "graphml"), "<data key=\"e_evidence\">aus_2016_en; aus_2020_en</data>"));
    CHECK_FALSE(holds(written(network, "graphml-multi"), "<data key=\"e_page\">"));
}

TEST_CASE("Special characters come back as they were") {
    CHECK(holds(with_sentence("a <b> & \"c\" ]]> 'd'", "graphml-multi"),
                "<data key=\"e_quotation\">a &lt;b&gt; &amp; \"c\" ]]&gt; 'd'</data>"));
    CHECK(holds(with_sentence("line\r\nline\tend", "graphml-multi"), ">line&#13;\nline\tend</data>"));
    CHECK(holds(with_sentence("😀 שלום \xE2\x80\xAEx", "graphml-multi"), ">😀 שלום \xE2\x80\xAEx</data>"));
}

TEST_CASE("What would make the file unreadable does not get into it") {
    CHECK(holds(with_sentence("page\fbreak", "graphml-multi"), ">pagebreak</data>"));
    CHECK(holds(with_sentence(std::string("nu\0l", 4), "graphml-multi"), ">nul</data>"));
    CHECK(holds(with_sentence("half \xED\xA0\xBD pair", "graphml-multi"),
                ">half \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD pair</data>"));
    SECTION("and what is empty without it is missing") {
        const std::string multi = with_sentence("\f \x01\n", "graphml-multi");
        CHECK(count(multi, "<data key=\"e_quotation\">") == count(multi, "<edge ") - 1);
    }
    SECTION("in ids, names and all other formats as well") {
        WorkedExample example = worked_example();
        example.documents[0].facts.state->value = "A\x02U\"\n<";
        example.documents[0].id = "d\fd";
        for (Observation& observation : example.observations)
            if (observation.document == "aus_2016_en") observation.document = observation.id = "d\fd";
        const Network network = example.network();
        for (const NetworkExport& format : all_network_exports()) {
            if (format.name == "xlsx") continue;  // is compressed
            const std::string text = written(network, std::string(format.name));
            CHECK_FALSE(holds(text, "\f"));
            CHECK_FALSE(holds(text, "\x02"));
        }
        CHECK(holds(written(network, "graphml"), "<node id=\"AU&quot;&#10;&lt;\">"));
    }
}

TEST_CASE("Long quotations stay whole") {
    const std::string sentence(100000, 'q');
    CHECK(holds(with_sentence(sentence, "graphml-multi"), ">" + sentence + "<"));
    CHECK(holds(with_sentence(sentence, "graphml"), ">" + sentence + "<"));
}

TEST_CASE("Values are written so that they read back as they are") {
    CHECK(plain(true) == "true");
    CHECK(plain(false) == "false");
    CHECK(plain(std::int32_t{-12}) == "-12");
    CHECK(plain(5.0) == "5");
    CHECK(plain(0.1) == "0.1");
    CHECK(plain(1.0 / 3.0) == "0.3333333333333333");
    CHECK(plain(1e-7) == "1e-07");
    CHECK(plain(std::numeric_limits<double>::infinity()).empty());
    CHECK(plain(std::numeric_limits<double>::quiet_NaN()).empty());
    CHECK(plain(AttributeValue()).empty());
    CHECK(plain(std::string_view(" \n")).empty());
}

TEST_CASE("Attributes have names of their own") {
    check_names(graph_attributes(NetworkFacts()));
    check_names(node_attributes(NetworkFacts()));
    check_names(edge_attributes(NetworkFacts()));
    check_names(mention_attributes(NetworkFacts()));
}

TEST_CASE("An empty network is a file all the same") {
    WorkedExample example = worked_example();
    example.documents.clear();
    example.observations.clear();
    const std::string simple = written(example.network(), "graphml");
    CHECK(count(simple, "<node ") == 0);
    CHECK(holds(simple, "<graph id=\"demarche\" edgedefault=\"directed\">"));
    CHECK(simple.substr(simple.size() - 22) == "  </graph>\n</graphml>\n");
}

TEST_CASE("Exports are found by name") {
    CHECK(find_network_export("graphml") != nullptr);
    CHECK(find_network_export("graphml-multi") != nullptr);
    CHECK(find_network_export("GraphML") == nullptr);
    CHECK(find_network_export("") == nullptr);
}

}  // namespace demarche::tests
