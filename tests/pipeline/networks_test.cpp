// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/networks.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/pipeline/corpus_fixture.hpp"

namespace demarche {

namespace {

std::vector<std::string> offices_in(const Network& network) {
    std::vector<std::string> ids;
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network)))
        if (network[vertex].id.starts_with("office.")) ids.push_back(network[vertex].id);
    return ids;
}

}  // namespace

TEST_CASE("The offices that a strategy names are nodes of its network when they are asked for") {
    TestCorpus corpus({"none"});
    corpus.folder().write("briefs/est_2019_en.txt",
                          "The National Cyber Security Centre (NCSC) was set up in 2018.\n\n"
                          "The NCSC advises ministries on cyber security.\n\n"
                          "A cyber ambassador will be appointed.\n");
    RunOptions with_shipped_codebook = corpus.options();
    with_shipped_codebook.codebook.clear();
    TestCorpus::run(with_shipped_codebook);
    const StudyStore study = StudyStore::open(corpus.study());
    NetworkRequest request;
    CHECK(offices_in(network_of(study, request)).empty());
    request.with_offices = true;
    const Network network = network_of(study, request);
    CHECK(offices_in(network) == std::vector<std::string>{"office.EST.national_cyber_security_centre"});
    CHECK(find_vertex(network, "fp.ambassador"));
    CHECK_FALSE(find_vertex(network, "fp.agency"));
}

}  // namespace demarche
