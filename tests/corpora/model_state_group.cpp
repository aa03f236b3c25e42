// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/model/error.hpp"
#include "corpora/model/state_group.hpp"

using namespace demarche;

namespace {

Catalogue three_states() {
    Catalogue catalogue(3);
    catalogue[0].iso3 = "AUS";
    catalogue[0].region = "Oceania";
    catalogue[0].subregion = "Australia and New Zealand";
    catalogue[0].un_group = "WEOG";
    catalogue[1].iso3 = "EST";
    catalogue[1].region = "Europe";
    catalogue[1].subregion = "Northern Europe";
    catalogue[1].organisations = {"body.eu", "body.nato"};
    catalogue[2].iso3 = "NZL";
    catalogue[2].region = "Oceania";
    catalogue[2].subregion = "Australia and New Zealand";
    catalogue[2].un_group = "WEOG";
    return catalogue;
}

using States = std::set<std::string>;

}  // namespace

TEST_CASE("A group of states is named by organisation, region, group in the United Nations, or codes") {
    const Catalogue catalogue = three_states();
    CHECK(state_group(catalogue, "body.eu").states == States{"EST"});
    CHECK(state_group(catalogue, "EU").name == "body.eu");
    CHECK(state_group(catalogue, "oceania").states == States{"AUS", "NZL"});
    CHECK(state_group(catalogue, "Australia and New Zealand").name == "Australia and New Zealand");
    CHECK(state_group(catalogue, "weog").states == States{"AUS", "NZL"});
    CHECK(state_group(catalogue, "aus").states == States{"AUS"});
    CHECK(state_group(catalogue, "AUS, eu").states == States{"AUS", "EST"});
    CHECK(state_group(catalogue, "AUS, eu").name == "AUS, body.eu");
}

TEST_CASE("A group that there is not is refused with those that there are") {
    const Catalogue catalogue = three_states();
    CHECK_THROWS_WITH(state_group(catalogue, "AUS,Atlantis"),
                      Catch::Contains("\"Atlantis\"") && Catch::Contains("body.nato"));
    CHECK_THROWS_AS(state_group(catalogue, ""), Error);
}
