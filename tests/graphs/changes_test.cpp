// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>

#include "graphs/changes.hpp"
#include "worked_example.hpp"

namespace demarche::tests {

namespace {

// The worked example's documents of the years up to 2018, and from 2019 on.
Network network_of_years(WorkedExample example, std::optional<int> first, std::optional<int> last) {
    example.options.view.first_year = first;
    example.options.view.last_year = last;
    return example.network();
}

EdgeFate fate_of(const NetworkChanges& changes, const std::string& source, Relation relation,
                 const std::string& target) {
    const auto found = std::find_if(changes.edges.begin(), changes.edges.end(), [&](const EdgeChange& change) {
        return change.source == source && change.relation == relation && change.target == target;
    });
    REQUIRE(found != changes.edges.end());
    return found->fate;
}

}  // namespace

TEST_CASE("What appeared and what went is told of authors that were read in both networks") {
    WorkedExample example = worked_example();
    example.observations.push_back(mention_in("aus_2016_en", 14, "ins.budapest"));
    const Network before = network_of_years(example, std::nullopt, 2018);
    const Network after = network_of_years(example, 2019, std::nullopt);
    const NetworkChanges changes = network_changes(before, after);

    CHECK(changes.authors_of_both == std::vector<std::string>{"AUS"});
    CHECK(changes.authors_before_only == std::vector<std::string>{"FRA"});  // Kenya's document could not be read
    CHECK(changes.authors_after_only == std::vector<std::string>{"body.eu"});
    CHECK(fate_of(changes, "AUS", Relation::mentions, "body.un_oewg") == EdgeFate::kept);
    CHECK(fate_of(changes, "AUS", Relation::commits, "norm.g") == EdgeFate::appeared);
    CHECK(fate_of(changes, "AUS", Relation::mentions, "ins.budapest") == EdgeFate::gone);
    CHECK(fate_of(changes, "FRA", Relation::rejects, "norm.g") == EdgeFate::no_source_after);
    CHECK(fate_of(changes, "body.eu", Relation::mentions, "body.un_oewg") == EdgeFate::no_source_before);
    CHECK(changes.nodes_appeared == std::vector<std::string>{"IDN", "body.eu", "law.applies"});
    CHECK(changes.nodes_gone == std::vector<std::string>{"FRA", "KEN", "cbm", "ins.budapest"});
    CHECK(changes.count(EdgeFate::kept) == 1);
}

TEST_CASE("Nothing changes from a network to itself, and the other way round gone is appeared") {
    const WorkedExample example = worked_example();
    const Network network = example.network();
    const NetworkChanges none = network_changes(network, network);
    CHECK(none.count(EdgeFate::kept) == boost::num_edges(network));
    CHECK(none.nodes_appeared.empty());

    const Network before = network_of_years(example, std::nullopt, 2018);
    const Network after = network_of_years(example, 2019, std::nullopt);
    const NetworkChanges there = network_changes(before, after), back = network_changes(after, before);
    CHECK(there.nodes_gone == back.nodes_appeared);
    CHECK(there.count(EdgeFate::appeared) == back.count(EdgeFate::gone));
    CHECK(there.count(EdgeFate::no_source_before) == back.count(EdgeFate::no_source_after));
    CHECK(there.edges.size() == back.edges.size());
}

}  // namespace demarche::tests
