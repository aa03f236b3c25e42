// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <stdexcept>

#include "graphs/exports/exports.hpp"
#include "tests/graphs/small_networks.hpp"
#include "worked_example.hpp"

namespace demarche::tests {

namespace {

std::vector<std::string> ids_of(const Network& network) {
    std::vector<std::string> ids;
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network)))
        ids.push_back(network[vertex].id);
    return ids;
}

}  // namespace

TEST_CASE("A network's nodes are the authors and what is mentioned, in order of id") {
    const Network network = worked_example().network();
    CHECK(ids_of(network) == std::vector<std::string>{"AUS", "FRA", "IDN", "KEN", "body.eu", "body.un_oewg", "cbm",
                                                      "document.unknown_policy", "ins.budapest", "law.applies",
                                                      "norm.g"});

    SECTION("states carry what the catalogue knows") {
        const Node& france = node_of(network, "FRA");
        CHECK(france.type == NodeType::state);
        CHECK(france.label == "France");
        CHECK(france.iso2 == "FR");
        CHECK(france.organisations == std::vector<std::string>{"body.eu", "body.nato"});
    }
    SECTION("codes carry what the codebook knows") {
        const Node& group = node_of(network, "body.un_oewg");
        CHECK(group.type == NodeType::body);
        CHECK(group.kind == "multilateral");
        CHECK(group.parent == "body.un");
        CHECK(node_of(network, "cbm").type == NodeType::norm);
        CHECK(node_of(network, "law.applies").type == NodeType::norm);
        CHECK(node_of(network, "ins.budapest").type == NodeType::instrument);
    }
    SECTION("an author sums up its documents") {
        const Authorship& authorship = node_of(network, "AUS").authorship.value();
        CHECK(authorship.documents == std::vector<std::string>{"aus_2016_en", "aus_2020_en"});
        CHECK(authorship.first_year == 2016);
        CHECK(authorship.last_year == 2020);
        CHECK(authorship.words == 6000);
        CHECK(authorship.pages_unread == 1);
    }
    SECTION("a state that is only named is no author") {
        CHECK_FALSE(node_of(network, "IDN").authorship);
    }
}

TEST_CASE("A document that could not be read leaves its author in the network") {
    const Network network = worked_example().network();
    const Node& kenya = node_of(network, "KEN");
    REQUIRE(kenya.authorship);
    CHECK(kenya.authorship->documents.empty());
    CHECK(kenya.authorship->failed == std::vector<std::string>{"ken_2014_en"});
    CHECK_FALSE(kenya.authorship->first_year);
    CHECK(kenya.authorship->words == 0);
    CHECK(network[boost::graph_bundle].documents == 5);
    CHECK(network[boost::graph_bundle].documents_failed == 1);
}

TEST_CASE("International and unknown authors are nodes of their own") {
    WorkedExample example = worked_example();
    SECTION("a body that the issuer names is the author") {
        const Network network = example.network();
        CHECK(node_of(network, "body.eu").authorship);
        CHECK(node_of(network, "body.eu").label == "European Union");
        CHECK(edge_between(network, "body.eu", Relation::mentions, "body.un_oewg") != nullptr);
    }
    SECTION("another issuer is an organisation") {
        example.documents[4].facts.issuer = {"Council of Ministers (Example)", Provenance::manifest};
        const Network network = example.network();
        const Node& council = node_of(network, "INT.council_of_ministers_example");
        CHECK(council.type == NodeType::organisation);
        CHECK(council.label == "Council of Ministers (Example)");
    }
    SECTION("no issuer, one common node") {
        example.documents[4].facts.issuer.reset();
        CHECK(node_of(example.network(), "INT").type == NodeType::organisation);
    }
    SECTION("an unknown author is its document") {
        const Network network = example.network();
        const Node& policy = node_of(network, "document.unknown_policy");
        CHECK(policy.type == NodeType::document);
        CHECK(policy.label == "unknown_policy.pdf");
        CHECK(network[boost::graph_bundle].documents_without_author == 1);
    }
    SECTION("also when nothing of its state or title can be shown") {
        example.documents[5].facts.state = {"\x01", Provenance::manifest};
        example.documents[5].facts.title = {" \f", Provenance::manifest};
        CHECK(node_of(example.network(), "document.unknown_policy").label == "document.unknown_policy");
    }
}

TEST_CASE("An edge stands for all mentions of one relation") {
    const Network network = worked_example().network();
    SECTION("with their number, sentences, documents and years") {
        const Edge* edge = edge_between(network, "AUS", Relation::mentions, "body.un_oewg");
        REQUIRE(edge != nullptr);
        CHECK(edge->weight == 3);
        CHECK(edge->sentences == 2);
        CHECK(edge->documents == 2);
        CHECK(edge->years == std::vector<int>{2016, 2020});
        CHECK(edge->per_10000_words == 5.0);
        REQUIRE(edge->evidence.size() == 3);
        CHECK(edge->evidence[0].observation == "aus_2016_en:12:body.un_oewg:1");
        CHECK(edge->evidence[0].page == 2);
        CHECK(edge->evidence[2].observation == "aus_2020_en:3:body.un_oewg:2");
        CHECK(edge->evidence[2].passage->text == "Sentence 3 of aus_2020_en.");
    }
    SECTION("norms by stance, side by side") {
        CHECK(edge_between(network, "AUS", Relation::commits, "norm.g") != nullptr);
        CHECK(edge_between(network, "AUS", Relation::urges, "norm.g") != nullptr);
        CHECK(edge_between(network, "AUS", Relation::supports, "law.applies") != nullptr);
        CHECK(edge_between(network, "FRA", Relation::describes, "cbm") != nullptr);
        CHECK(edge_between(network, "FRA", Relation::rejects, "norm.g") != nullptr);
        CHECK(edge_between(network, "AUS", Relation::mentions, "norm.g") == nullptr);
    }
    SECTION("states name states, but not themselves") {
        CHECK(edge_between(network, "AUS", Relation::names, "IDN") != nullptr);
        CHECK(edge_between(network, "AUS", Relation::names, "AUS") == nullptr);
        CHECK(edge_between(network, "body.eu", Relation::mentions, "body.eu") == nullptr);
    }
    SECTION("without a year or words the values are missing") {
        WorkedExample example = worked_example();
        example.documents[5].quality.words = 0;
        const Network other = example.network();
        const Edge* edge = edge_between(other, "document.unknown_policy", Relation::names, "FRA");
        REQUIRE(edge != nullptr);
        CHECK(edge->years.empty());
        CHECK_FALSE(edge->per_10000_words);
    }
}

TEST_CASE("A body is engaged in a sentence that speaks of engaging, and mentioned in others") {
    WorkedExample example = worked_example();
    example.observations.push_back(mention_in("aus_2020_en", 3, "forum.un"));
    const Network network = example.network();
    const Edge* engaged = edge_between(network, "AUS", Relation::engages, "body.un_oewg");
    REQUIRE(engaged != nullptr);
    CHECK(engaged->mentions == 2);
    CHECK(engaged->sentences == 1);
    CHECK(engaged->years == std::vector<int>{2020});
    const Edge* mentioned = edge_between(network, "AUS", Relation::mentions, "body.un_oewg");
    REQUIRE(mentioned != nullptr);
    CHECK(mentioned->mentions == 1);
    SECTION("also where all its mentions do") {
        example.observations.push_back(mention_in("aus_2016_en", 12, "forum.bilateral"));
        const Network other = example.network();
        CHECK(edge_between(other, "AUS", Relation::mentions, "body.un_oewg") == nullptr);
        CHECK(edge_between(other, "AUS", Relation::engages, "body.un_oewg")->mentions == 3);
    }
}

TEST_CASE("A state is named for what the words around its name say") {
    WorkedExample example = worked_example();
    const auto said = [](const std::string& code, std::uint32_t begin, std::uint32_t end) {
        Observation observation = mention_in("aus_2020_en", 50, code);
        observation.mention.span = Span(begin, end);
        return observation;
    };
    example.observations.push_back(said("state.IDN", 20, 29));
    example.observations.push_back(said("state.KEN", 60, 65));
    const auto purpose_of = [&](const std::string& state) {
        const Network network = example.network();
        return edge_between(network, "AUS", Relation::names, state)->evidence.back().purpose;
    };
    SECTION("nothing where they say nothing") {
        CHECK_FALSE(purpose_of("KEN"));
        CHECK(edge_between(example.network(), "AUS", Relation::names, "KEN")->as_threat == 0);
    }
    SECTION("the words of the sentence, wherever they stand in it") {
        example.observations.push_back(said("naming.threat", 30, 40));
        CHECK(purpose_of("KEN") == Purpose::threat);
        CHECK(edge_between(example.network(), "AUS", Relation::names, "KEN")->as_threat == 1);
    }
    SECTION("those that run around the name before all others, the closest first") {
        example.observations.push_back(said("naming.cooperation", 10, 70));
        example.observations.push_back(said("naming.threat", 55, 66));
        CHECK(purpose_of("IDN") == Purpose::cooperation);
        CHECK(purpose_of("KEN") == Purpose::threat);
    }
    SECTION("words of engaging are none of them") {
        example.observations.push_back(said("forum.un", 10, 70));
        CHECK_FALSE(purpose_of("KEN"));
    }
}

TEST_CASE("A state organises its diplomacy around a focal point") {
    WorkedExample example = worked_example();
    example.observations.push_back(mention_in("aus_2016_en", 9, "fp.ambassador"));
    const Network network = example.network();
    CHECK(node_of(network, "fp.ambassador").type == NodeType::focal_point);
    CHECK(edge_between(network, "AUS", Relation::organises, "fp.ambassador") != nullptr);
}

TEST_CASE("Weights count what is asked for, beside the plain counts") {
    WorkedExample example = worked_example();
    const auto weight = [&](Weighting weighting) {
        example.options.weighting = weighting;
        const Network network = example.network();
        CHECK(network[boost::graph_bundle].weighting == weighting);
        const Edge* edge = edge_between(network, "AUS", Relation::mentions, "body.un_oewg");
        CHECK(edge->mentions == 3);
        return edge->weight;
    };
    CHECK(weight(Weighting::mentions) == 3);
    CHECK(weight(Weighting::sentences) == 2);
    CHECK(weight(Weighting::documents) == 2);
    CHECK(weight(Weighting::per_thousand_sentences) == Approx(1000 * 2 / 300.0));
}

TEST_CASE("A document holds until it is replaced") {
    WorkedExample example = worked_example();
    const auto replaced = [&](const std::string& id) {
        const Network network = example.network();
        for (const CitedDocument& document : network[boost::graph_bundle].archive->documents())
            if (document.id == id) return document.replaced;
        throw std::logic_error("no document " + id);
    };
    SECTION("by its author's next") {
        CHECK(replaced("aus_2016_en") == 2020);
        CHECK_FALSE(replaced("aus_2020_en"));
    }
    SECTION("by the one that revises it, before any other") {
        example.documents.push_back(document_of("aus_2023_en", "AUS", 2023));
        example.documents.back().facts.revises = {"aus_2016_en.pdf", Provenance::manifest};
        CHECK(replaced("aus_2016_en") == 2023);
        CHECK(replaced("aus_2020_en") == 2023);
    }
    SECTION("international organisations publish side by side") {
        example.documents.push_back(document_of("au_2022_en", "INT", 2022));
        CHECK_FALSE(replaced("eu_2020_en"));
    }
}

TEST_CASE("A view shows part of a study") {
    WorkedExample example = worked_example();
    NetworkView& view = example.options.view;
    const auto facts = [](const Network& network) { return network[boost::graph_bundle]; };
    SECTION("documents of some years, as if there were no others") {
        view.first_year = view.last_year = 2020;
        const Network network = example.network();
        CHECK(facts(network).documents == 2);
        CHECK(facts(network).documents_left_out == 4);
        CHECK(facts(network).view == "documents of 2020");
        CHECK_FALSE(find_vertex(network, "FRA"));
        CHECK(edge_between(network, "AUS", Relation::mentions, "body.un_oewg")->mentions == 2);
        CHECK(node_of(network, "AUS").authorship->documents == std::vector<std::string>{"aus_2020_en"});
    }
    SECTION("what replaced a document is known although it is not shown") {
        view.last_year = 2016;
        const Network network = example.network();
        CHECK(facts(network).archive->documents().front().replaced == 2020);
        CHECK(facts(network).view == "documents of 2016 and earlier");
    }
    SECTION("documents in some languages") {
        view.languages = {"fr"};
        CHECK(boost::num_edges(example.network()) == 3);
        CHECK(example.network()[boost::graph_bundle].view == "documents in fr");
    }
    SECTION("documents by the states of a group, and whatever they lead to") {
        view.authors = state_group(example.catalogue, "nato");
        const Network network = example.network();
        CHECK(facts(network).documents == 1);
        CHECK(facts(network).view == "documents by states of body.nato");
        CHECK(find_vertex(network, "ins.budapest"));
    }
    SECTION("mentions of some stances alone") {
        view.stances = {Stance::commit, Stance::reject};
        const Network network = example.network();
        CHECK(boost::num_edges(network) == 2);
        CHECK(edge_between(network, "AUS", Relation::commits, "norm.g") != nullptr);
        CHECK(edge_between(network, "FRA", Relation::rejects, "norm.g") != nullptr);
        CHECK(facts(network).view == "mentions of stance commit, reject");
    }
    SECTION("edges of some weight, and no node that none of them leads to") {
        view.least_weight = 2;
        const Network network = example.network();
        CHECK(boost::num_edges(network) == 1);
        CHECK(find_vertex(network, "body.un_oewg"));
        CHECK_FALSE(find_vertex(network, "norm.g"));
        CHECK(find_vertex(network, "KEN"));  // an author
    }
}

TEST_CASE("Memberships come from the catalogue and are told apart from what is said") {
    WorkedExample example = worked_example();
    CHECK_FALSE(find_vertex(example.network(), "body.nato"));
    example.options.with_memberships = true;
    const Network network = example.network();
    const Edge* membership = edge_between(network, "FRA", Relation::member_of, "body.nato");
    REQUIRE(membership != nullptr);
    CHECK(membership->weight == 1);
    CHECK(membership->mentions == 0);
    CHECK(membership->evidence.empty());
    CHECK(edge_between(network, "FRA", Relation::mentions, "body.eu") == nullptr);
    SECTION("and has no weight that a view could find too small") {
        example.options.view.least_weight = 5;
        CHECK(edge_between(example.network(), "FRA", Relation::member_of, "body.nato") != nullptr);
    }
}

TEST_CASE("Families are asked for") {
    WorkedExample example = worked_example();
    SECTION("issue areas are left out unless they are") {
        CHECK_FALSE(find_vertex(example.network(), "issue.cybercrime"));
        example.options = example.options.with_all_families(example.codebook);
        const Network network = example.network();
        CHECK(node_of(network, "issue.cybercrime").type == NodeType::theme);
        CHECK(edge_between(network, "AUS", Relation::mentions, "issue.cybercrime") != nullptr);
    }
    SECTION("with none at all, the authors stay") {
        example.options.families.clear();
        const Network network = example.network();
        CHECK(boost::num_vertices(network) == 5);
        CHECK(boost::num_edges(network) == 0);
    }
    SECTION("a code that the codebook no longer has is known by its id") {
        example.observations.push_back(mention_in("fra_2018_fr", 9, "body.gone"));
        const Network network = example.network();
        const Node& gone = node_of(network, "body.gone");
        CHECK(gone.type == NodeType::body);
        CHECK(gone.label == "body.gone");
        CHECK(gone.family == "body");
    }
}

TEST_CASE("The order in which mentions come makes no difference") {
    WorkedExample example = worked_example();
    for (std::uint32_t nth = 3; nth <= 12; ++nth)  // two digits: the tenth does not come before the second
        example.observations.push_back(mention_in("aus_2020_en", 3, "body.un_oewg", std::nullopt, nth));
    std::vector<std::string> expected;
    for (const NetworkExport& format : all_network_exports())
        expected.push_back(written(example.network(), std::string(format.name)));

    std::mt19937 random(20200213);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(example.observations.begin(), example.observations.end(), random);
        std::shuffle(example.documents.begin(), example.documents.end(), random);
        std::shuffle(example.codebook.codes.begin(), example.codebook.codes.end(), random);
        const Network network = example.network();
        for (std::size_t index = 0; index < expected.size(); ++index)
            REQUIRE(written(network, std::string(all_network_exports()[index].name)) == expected[index]);
    }
    const Network network = example.network();
    const Edge* edge = edge_between(network, "AUS", Relation::mentions, "body.un_oewg");
    REQUIRE(edge->evidence.size() == 13);
    CHECK(edge->evidence[2].observation == "aus_2020_en:3:body.un_oewg:2");
    CHECK(edge->evidence[10].observation == "aus_2020_en:3:body.un_oewg:10");
}

TEST_CASE("Weights add up to the mentions of what became nodes") {
    const WorkedExample example = worked_example();
    const Network network = example.network();
    std::int32_t sum = 0;
    for (const NetworkEdge edge : boost::make_iterator_range(boost::edges(network))) {
        sum += network[edge].mentions;
        CHECK(network[edge].weight == network[edge].mentions);
        CHECK(network[edge].mentions == static_cast<std::int32_t>(network[edge].evidence.size()));
    }
    CHECK(sum == static_cast<std::int32_t>(example.observations.size()) - 3);  // itself twice, and an issue area
}

TEST_CASE("A network outlives what it was built from") {
    const auto built = [] { return worked_example().network(); };
    const Network network = built();
    const Network copy = network;
    CHECK(written(copy, "graphml-multi") == written(worked_example().network(), "graphml-multi"));
}

TEST_CASE("Mistakes of the caller are told apart from data") {
    WorkedExample example = worked_example();
    SECTION("a mention of an unknown document") {
        example.observations.push_back(mention_in("nowhere", 1, "body.un"));
        CHECK_THROWS_WITH(example.network(),
                          "observation nowhere:1:body.un:1 is of a document that the network "
                          "does not know");
    }
    SECTION("a mention added twice") {
        example.observations.push_back(example.observations.front());
        CHECK_THROWS_WITH(example.network(), "observation aus_2016_en:12:body.un_oewg:1 was added twice");
    }
    SECTION("two documents of one id") {
        example.documents.push_back(example.documents.front());
        CHECK_THROWS_WITH(example.network(), "two documents have the id aus_2016_en");
    }
    SECTION("two texts of one sentence") {
        example.observations.push_back(mention_in("aus_2016_en", 12, "body.un"));
        example.observations.back().sentence = "Something else.";
        CHECK_THROWS_AS(example.network(), std::logic_error);
    }
}

TEST_CASE("An empty study is an empty network") {
    WorkedExample example = worked_example();
    example.documents.clear();
    example.observations.clear();
    CHECK(boost::num_vertices(example.network()) == 0);
}

}  // namespace demarche::tests
