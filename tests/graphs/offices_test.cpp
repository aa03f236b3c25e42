// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "graphs/offices.hpp"
#include "tests/graphs/small_networks.hpp"
#include "tests/graphs/worked_example.hpp"

using namespace demarche;
using namespace demarche::tests;

namespace {

DocumentNames australian_names() {
    DocumentNames names;
    names.focal_points = {
        {"Joint Cyber Security Centre", "JCSC", "fp.agency", 3, 1, 1},
        {"Australian Cyber Security Centre", "ACSC", "fp.agency", 4, 2, 9},
        {"Ambassador for Cyber Affairs", "", "fp.ambassador", 5, 2, 2},
        {"CERT Australia", "", "body.csirt", 6, 3, 4},
    };
    return names;
}

Mention mention_of(const std::string& code, const std::string& words) {
    Mention mention;
    mention.code = code;
    mention.term = words;
    return mention;
}

// The office that the words name; empty: none.
std::string named(const std::string& code, const std::string& words) {
    Offices offices;
    offices.learn("AUS", "aus_2016_en", australian_names());
    const Office* office = offices.named_in("aus_2016_en", mention_of(code, words));
    return office == nullptr ? "" : office->id;
}

}  // namespace

TEST_CASE("The words of a mention say which office it names") {
    SECTION("in full, in any case") {
        CHECK(named("fp.agency", "joint cyber security centre") == "office.AUS.joint_cyber_security_centre");
    }
    SECTION("by the acronym, as a word of its own in its own case") {
        CHECK(named("fp.agency", "JCSC") == "office.AUS.joint_cyber_security_centre");
        CHECK(named("fp.agency", "the ACSC's Centre") == "office.AUS.australian_cyber_security_centre");
        CHECK(named("fp.agency", "XJCSC").empty());
        CHECK(named("fp.agency", "jcsc").empty());
    }
    SECTION("with words around it") {
        CHECK(named("fp.agency", "new Joint Cyber Security Centre of ours") ==
              "office.AUS.joint_cyber_security_centre");
    }
    SECTION("in part, which is the one named most where it fits several") {
        CHECK(named("fp.agency", "Cyber Security Centre") == "office.AUS.australian_cyber_security_centre");
        CHECK(named("fp.agency", "Joint Cyber") == "office.AUS.joint_cyber_security_centre");
        CHECK(named("fp.agency", "Joint Cyb").empty());
    }
    SECTION("of the mention's model alone") {
        CHECK(named("fp.ambassador", "Joint Cyber Security Centre").empty());
        CHECK(named("fp.ambassador", "Ambassador for Cyber Affairs") == "office.AUS.ambassador_for_cyber_affairs");
    }
    SECTION("a CERT is a body, not an office") {
        CHECK(named("body.csirt", "CERT Australia").empty());
    }
    SECTION("in its own document alone") {
        Offices offices;
        offices.learn("AUS", "aus_2016_en", australian_names());
        CHECK(offices.named_in("fra_2015_en", mention_of("fp.agency", "Joint Cyber Security Centre")) == nullptr);
    }
}

TEST_CASE("Offices become nodes when they are asked for, with their model as parent") {
    WorkedExample example = worked_example();
    Observation by_name = mention_in("aus_2016_en", 9, "fp.agency"),
                by_model = mention_in("aus_2016_en", 10, "fp.agency");
    by_name.mention.term = "Joint Cyber Security Centre";
    by_model.mention.term = "central agency";
    const auto network_with = [&](bool with_offices) {
        example.options.with_offices = with_offices;
        NetworkBuilder builder(example.documents, example.codebook, example.catalogue, example.options);
        builder.add_names("aus_2016_en", australian_names());
        for (const Observation& observation : {by_name, by_model}) builder.add(observation);
        return std::move(builder).build();
    };
    SECTION("what names one leads to it, the rest to the model") {
        const Network network = network_with(true);
        const Node& office = node_of(network, "office.AUS.joint_cyber_security_centre");
        CHECK(office.type == NodeType::focal_point);
        CHECK(office.label == "Joint Cyber Security Centre");
        CHECK(office.parent == "fp.agency");
        CHECK(office.family == "fp");
        CHECK(edge_between(network, "AUS", Relation::organises, office.id)->mentions == 1);
        CHECK(edge_between(network, "AUS", Relation::organises, "fp.agency")->mentions == 1);
    }
    SECTION("otherwise all lead to the model") {
        const Network network = network_with(false);
        CHECK_FALSE(find_vertex(network, "office.AUS.joint_cyber_security_centre"));
        CHECK(edge_between(network, "AUS", Relation::organises, "fp.agency")->mentions == 2);
    }
}
