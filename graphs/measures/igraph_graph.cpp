// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/measures/igraph_graph.hpp"

#include <new>
#include <stdexcept>
#include <string>

namespace demarche::measures {

IgraphSession::IgraphSession(std::uint32_t seed)
    : handler_before_(igraph_set_error_handler(igraph_error_handler_ignore)) {
    require(igraph_rng_seed(igraph_rng_default(), seed));
}

IgraphSession::~IgraphSession() {
    igraph_set_error_handler(handler_before_);
}

void require(igraph_error_t status) {
    if (status == IGRAPH_SUCCESS) return;
    if (status == IGRAPH_ENOMEM) throw std::bad_alloc();
    throw std::logic_error(std::string("igraph: ") + igraph_strerror(status));
}

IgraphVector::IgraphVector(const std::vector<double>& values) {
    require(igraph_vector_init_array(&vector_, values.data(), static_cast<igraph_integer_t>(values.size())));
}

IgraphGraph::IgraphGraph(std::size_t vertices, const std::vector<WeightedPair>& pairs) {
    std::vector<igraph_integer_t> ends;
    ends.reserve(2 * pairs.size());
    for (const WeightedPair& pair : pairs) {
        ends.push_back(pair.source);
        ends.push_back(pair.target);
    }
    igraph_vector_int_t view{};
    igraph_integer_t nothing = 0;  // a view of no ends must still point somewhere
    igraph_vector_int_view(&view, ends.empty() ? &nothing : ends.data(),
                           static_cast<igraph_integer_t>(ends.size()));
    require(igraph_create(&graph_, &view, static_cast<igraph_integer_t>(vertices), IGRAPH_UNDIRECTED));
}

}  // namespace demarche::measures
