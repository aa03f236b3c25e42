// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/lint/lint.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "worked_example.hpp"

namespace demarche::tests {

namespace {

using Names = std::vector<std::string>;

lint::Report check(const std::string& text) {
    std::istringstream in(text);
    return lint::check_graph_file(in);
}

// The rules that are broken, with their lines: "weight 12".
Names found(const std::string& text) {
    Names names;
    for (const lint::Defect& finding : check(text).findings())
        names.push_back(std::string(finding.rule->name) + " " + std::to_string(finding.line));
    return names;
}

std::string replaced(std::string text, const std::string& from, const std::string& into) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::invalid_argument("no " + from);
    return text.replace(at, from.size(), into);
}

const std::string graphml = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="g" for="graph" attr.name="version" attr.type="string"/>
  <key id="l" for="node" attr.name="label" attr.type="string"/>
  <key id="a" for="node" attr.name="author" attr.type="boolean"/>
  <key id="n" for="node" attr.name="documents" attr.type="int"/>
  <key id="w" for="edge" attr.name="weight" attr.type="double"/>
  <graph edgedefault="directed">
    <data key="g">1</data>
    <node id="A">
      <data key="l">A</data>
      <data key="a">true</data>
      <data key="n">3</data>
    </node>
    <node id="B"><data key="l">B</data></node>
    <edge id="e1" source="A" target="B" label="x"><data key="w">1.5</data></edge>
    <edge id="e2" source="A" target="B" label="y"/>
  </graph>
</graphml>
)";

const std::string gexf = R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <graph mode="dynamic" defaultedgetype="directed" timeformat="date">
    <attributes class="node" mode="static">
      <attribute id="0" title="documents" type="integer"/>
    </attributes>
    <nodes>
      <node id="A" label="A">
        <attvalues><attvalue for="0" value="3"/></attvalues>
        <spells>
          <spell start="2016-01-01" end="2016-12-31"/>
          <spell start="2018-01-01" end="2018-12-31"/>
        </spells>
        <viz:color r="1" g="2" b="3"/>
      </node>
      <node id="B" label="B"/>
    </nodes>
    <edges>
      <edge id="e1" source="A" target="B" kind="x" weight="2"/>
      <edge id="e2" source="A" target="B" kind="y"/>
    </edges>
  </graph>
</gexf>
)";

Names in_graphml(const std::string& from, const std::string& into) {
    return found(replaced(graphml, from, into));
}

Names in_gexf(const std::string& from, const std::string& into) {
    return found(replaced(gexf, from, into));
}

}  // namespace

TEST_CASE("What demarche writes is clean") {
    for (const WorkedExample& example : {worked_example(), nasty_example()})
        for (const char* format : {"graphml", "graphml-multi", "gexf"}) {
            INFO(format);
            Network network = example.network();
            network[0].position = Position{1, 2};
            const lint::Report report = check(written(network, format));
            CHECK(report.findings().empty());
            CHECK(report.is_readable);
            CHECK(report.nodes == boost::num_vertices(network));
        }
}

TEST_CASE("A sound file is clean, of both formats") {
    CHECK(found(graphml).empty());
    CHECK(found(gexf).empty());
    CHECK(check(graphml).format == "GraphML");
    CHECK(check(gexf).format == "GEXF");
    CHECK(check(gexf).edges == 2);
}

TEST_CASE("The file as a whole") {
    CHECK(in_graphml("xmlns=\"http://graphml.graphdrawing.org/xmlns\"", "") == Names{"namespace 2"});
    CHECK(in_graphml("graphdrawing.org/xmlns", "graphdrawing.org/xmlns/graphml") == Names{"namespace 2"});
    CHECK(in_gexf("http://gexf.net/1.3", "http://gexf.net/1.9") == Names{"namespace 2"});
    CHECK(in_gexf("http://gexf.net/1.3", "http://www.gexf.net/1.2draft").empty());
    CHECK(in_graphml("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"") == Names{"encoding 1"});
    SECTION("with a prefix") {
        CHECK(
            found(
                "<g:graphml xmlns:g=\"http://graphml.graphdrawing.org/xmlns\">\n<g:graph edgedefault=\"directed\">"
                "<g:node id=\"A\"/>\n</g:graph></g:graphml>") == Names{"prefix 1", "label 2"});
    }
    SECTION("that holds characters which no XML may hold") {
        CHECK(in_graphml(">B<", ">B\f\x01<") == Names{"invalid-character 15", "invalid-character 15"});
        CHECK(in_graphml(">B<", ">B\xFF<") == Names{"invalid-character 15"});
        CHECK(in_graphml(">B<", ">half \xED\xA0\xBD<").size() == 3);
        CHECK(in_graphml(">B<", ">\xEF\xBF\xBE<") == Names{"invalid-character 15", "empty-value 15"});
        CHECK(in_graphml(">B<", ">é שלום 😀<").empty());
    }
    SECTION("that is no XML to its end") {
        const lint::Report report = check(replaced(graphml, ">B<", ">R&D<"));
        CHECK(report.count("not-well-formed") == 1);
        CHECK(report.findings().back().line == 15);
        CHECK_FALSE(report.is_readable);
    }
    SECTION("or is something else") {
        CHECK_FALSE(check("<html/>").is_readable);
        CHECK_FALSE(check("").is_readable);
        CHECK_FALSE(check("source,target\nA,B\n").is_readable);
    }
    SECTION("with characters parted by where the reading is") {
        // 64 KiB are read at a time.
        for (std::size_t shift = 0; shift < 5; ++shift)
            CHECK(in_graphml(">B<", ">" + std::string(64800 + shift, 'x') + std::string(4000, '.') + "😀<").empty());
        for (const std::size_t size : {65000U, 66000U}) {
            std::string text(size, 'x');
            for (int i = 0; i < 400; ++i) text += "😀é";
            CHECK(in_graphml(">B<", ">" + text + "<").empty());
        }
    }
}

TEST_CASE("Order and structure of GraphML") {
    const std::string late_key = "  <key id=\"k\" for=\"node\" attr.name=\"late\" attr.type=\"string\"/>\n";
    CHECK(in_graphml("</graphml>", late_key + "</graphml>") == Names{"key-order 19"});
    CHECK(in_graphml("  </graph>", "    <data key=\"g\">1</data>\n  </graph>") == Names{"graph-data-order 18"});
    CHECK(in_graphml("  </graph>", "    <node id=\"C\"><data key=\"l\">C</data></node>\n  </graph>") ==
          Names{"node-order 18"});
    CHECK(in_graphml("  </graph>", "  </graph>\n  <graph edgedefault=\"directed\"/>") == Names{"one-graph 19"});
    CHECK(in_graphml("<data key=\"l\">B</data>", "<data key=\"l\">B</data><graph edgedefault=\"directed\"/>") ==
          Names{"nesting 15"});
    CHECK(in_graphml("<data key=\"l\">B</data>", "<data key=\"l\">B</data><port name=\"p\"/>") == Names{"port 15"});
    CHECK(in_graphml("label=\"y\"", "label=\"y\" sourceport=\"p\"") == Names{"port 17"});
    CHECK(in_graphml("  </graph>", "    <hyperedge/>\n  </graph>") == Names{"hyperedge 18"});
    CHECK(in_graphml("label=\"y\"", "label=\"y\" directed=\"false\"") == Names{"edge-direction 17"});
    CHECK(in_graphml(" edgedefault=\"directed\"", "") == Names{"default-direction 8"});
    CHECK(in_graphml(">B<", "><b>B</b><") == Names{"data-structure 15"});
}

TEST_CASE("Attributes as GraphML declares them") {
    CHECK(in_graphml("for=\"node\" attr.name=\"author\"", "for=\"all\" attr.name=\"author\"") ==
          Names{"for-all 5"});
    CHECK(in_graphml("attr.name=\"author\" attr.type=\"boolean\"/>",
                     "attr.name=\"author\" attr.type=\"boolean\"><default>true</default></key>") ==
          Names{"default 5"});
    CHECK(in_graphml("\"boolean\"", "\"bool\"") == Names{"type 5"});
    CHECK(in_graphml(" attr.type=\"boolean\"", "") == Names{"type 5"});
    CHECK(in_graphml(" attr.name=\"author\"", "") == Names{"attribute-name 5"});
    CHECK(in_graphml("attr.name=\"author\"", "attr.name=\"documents\"") == Names{"duplicate-name 6"});
    CHECK(in_graphml("id=\"a\"", "id=\"g\"") == Names{"duplicate-key 5", "boolean 9", "unknown-key 12"});
    for (const char* name : {"id", "name", "size", "color", "x", "key", "SUID", "interaction", "selected"})
        CHECK(in_graphml("attr.name=\"author\"", "attr.name=\"" + std::string(name) + "\"") ==
              Names{"reserved-name 5"});
    SECTION("but names of the graph's own are nobody's columns") {
        CHECK(in_graphml("attr.name=\"version\"", "attr.name=\"name\"").empty());
        CHECK(in_graphml("attr.name=\"version\"", "attr.name=\"label\"").empty());
    }
}

TEST_CASE("Values in GraphML") {
    for (const char* value : {"1", "0", "True", "yes"})
        CHECK(in_graphml(">true<", ">" + std::string(value) + "<") == Names{"boolean 12"});
    for (const char* value : {"3.0", "3,000", "4e2", "2147483648", "three"})
        CHECK(in_graphml(">3<", ">" + std::string(value) + "<") == Names{"whole-number 13"});
    CHECK(in_graphml(">3<", ">-2147483648<").empty());
    CHECK(in_graphml(">3<", "><") == Names{"empty-value 13"});
    CHECK(in_graphml("<data key=\"n\">3</data>", "<data key=\"n\"/>") == Names{"empty-value 13"});
    CHECK(in_graphml("<data key=\"n\">3</data>", "<data key=\"m\">3</data>") == Names{"unknown-key 13"});
    CHECK(in_graphml("<data key=\"n\">3</data>", "<data key=\"w\">3</data>") == Names{"unknown-key 13"});
    CHECK(in_graphml("<data key=\"n\">3</data>", "<data key=\"n\">3</data><data key=\"n\">4</data>") ==
          Names{"duplicate-value 13"});
    for (const char* weight : {"0", "-1", "0.0"})
        CHECK(in_graphml(">1.5<", ">" + std::string(weight) + "<") == Names{"weight 16"});
    CHECK(in_graphml(">1.5<", ">NaN<") == Names{"real-number 16", "weight 16"});
    CHECK(in_graphml(">1.5<", ">1,5<") == Names{"real-number 16", "weight 16"});
}

TEST_CASE("Nodes and edges in GraphML") {
    CHECK(in_graphml("<data key=\"l\">B</data>", "") == Names{"label 15"});
    CHECK(in_graphml("id=\"e2\"", "id=\"e1\"") == Names{"edge-id 17"});
    CHECK(in_graphml("id=\"e2\" ", "") == Names{"edge-id 17"});
    CHECK(in_graphml("<node id=\"B\">", "<node id=\"A\">") ==
          Names{"node-id 15", "dangling-edge 16", "dangling-edge 17"});
    CHECK(in_graphml("source=\"A\" target=\"B\" label=\"y\"", "source=\"A\" target=\"C\" label=\"y\"") ==
          Names{"dangling-edge 17"});
    CHECK(in_graphml("target=\"B\" label=\"y\"", "label=\"y\"") == Names{"dangling-edge 17"});
    SECTION("parallel edges need something that tells them apart") {
        std::string text = replaced(replaced(graphml, " label=\"x\"", ""), " label=\"y\"", "");
        CHECK(found(text) == Names{"parallel-edges 17"});
        CHECK(found(replaced(text, "source=\"A\" target=\"B\"/>", "source=\"B\" target=\"A\"/>")).empty());
        text = replaced(text, "edgedefault=\"directed\"", "edgedefault=\"undirected\"");
        CHECK(found(replaced(text, "source=\"A\" target=\"B\"/>", "source=\"B\" target=\"A\"/>")) ==
              Names{"parallel-edges 17"});
    }
}

TEST_CASE("What breaks readers of GEXF") {
    CHECK(in_gexf(" kind=\"x\"", "") == Names{});
    CHECK(found(replaced(replaced(gexf, " kind=\"x\"", ""), " kind=\"y\"", "")) == Names{"parallel-edges 20"});
    CHECK(in_gexf("weight=\"2\"", "weight=\"0\"") == Names{"weight 19"});
    CHECK(in_gexf("value=\"3\"", "value=\"3.0\"") == Names{"whole-number 9"});
    CHECK(in_gexf("value=\"3\"", "value=\"\"") == Names{"empty-value 9"});
    CHECK(in_gexf("attvalue for=\"0\"", "attvalue for=\"1\"") == Names{"unknown-key 9"});
    CHECK(in_gexf("type=\"integer\"", "type=\"int\"") == Names{"type 5"});
    CHECK(in_gexf("title=\"documents\"", "title=\"size\"") == Names{"reserved-name 5"});
    CHECK(in_gexf("id=\"e2\"", "id=\"e1\"") == Names{"edge-id 20"});
    CHECK(in_gexf("target=\"B\" kind=\"y\"", "target=\"Z\" kind=\"y\"") == Names{"dangling-edge 20"});
    CHECK(in_gexf("kind=\"y\"", "kind=\"y\" type=\"undirected\"") == Names{"edge-direction 20"});
    CHECK(in_gexf("<node id=\"B\" label=\"B\"/>",
                  "<node id=\"B\" label=\"B\"><nodes><node id=\"C\" label=\"C\"/></nodes></node>") ==
          Names{"nesting 16"});
    CHECK(in_gexf("id=\"B\" label=\"B\"", "id=\"B\"") == Names{"label 16"});
    CHECK(in_gexf("timeformat=\"date\"", "timeformat=\"datetime\"").empty());
}

TEST_CASE("Spells in GEXF") {
    const std::string first = "start=\"2016-01-01\" end=\"2016-12-31\"";
    CHECK(in_gexf(first, "start=\"2016-01-01\" end=\"2016-01-01\"") == Names{"spell-without-length 11"});
    CHECK(in_gexf(first, "start=\"2017-01-01\" end=\"2016-01-01\"") == Names{"spell-without-length 11"});
    CHECK(in_gexf(first, "start=\"2016-01-01\" end=\"2018-06-30\"") == Names{"overlapping-spells 12"});
    CHECK(in_gexf(first, "start=\"2016-01-01\" end=\"2018-01-01\"") == Names{"overlapping-spells 12"});
    CHECK(in_gexf(first, "start=\"2016-01-01\" end=\"2017-12-31\"").empty());
    CHECK(in_gexf(first, "start=\"2016-01-01\"") == Names{"overlapping-spells 12"});  // never ends
    CHECK(in_gexf(first, "start=\"2016\" end=\"2017\"") == Names{"time-value 11", "time-value 11"});
    CHECK(in_gexf("timeformat=\"date\"", "timeformat=\"integer\"").front() == "time-format 3");
    CHECK(in_gexf("id=\"e1\"", "id=\"e1\" start=\"2020-01-01\" end=\"2020-01-01\"") ==
          Names{"spell-without-length 19"});
    SECTION("as numbers") {
        const std::string numbers =
            replaced(replaced(replaced(gexf, " timeformat=\"date\"", ""), first, "start=\"2016\" end=\"2017.5\""),
                     "start=\"2018-01-01\" end=\"2018-12-31\"", "start=\"2017\" end=\"2019\"");
        CHECK(found(numbers) == Names{"overlapping-spells 12"});
    }
}

TEST_CASE("A rule that is broken everywhere is told some times, and counted") {
    std::string nodes;
    for (int i = 0; i < 1000; ++i) nodes += "<node id=\"n" + std::to_string(i) + "\"/>\n";
    const lint::Report report = check(replaced(graphml, "<node id=\"B\">", nodes + "<node id=\"B\">"));
    CHECK(report.count("label") == 1000);
    CHECK(report.total() == 1000);
    CHECK(report.findings().size() == lint::Report::kept_of_each);
}

TEST_CASE("Every finding says who breaks and what to do") {
    for (const lint::Defect& finding : check(replaced(graphml, ">3<", ">3.0<")).findings()) {
        CHECK(finding.what == "node \"A\": \"documents\" is \"3.0\", which is no whole number of 32 bits");
        CHECK_FALSE(finding.rule->breaks.empty());
        CHECK_FALSE(finding.rule->remedy.empty());
    }
}

}  // namespace demarche::tests
