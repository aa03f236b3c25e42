// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/matrices.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "corpora/model/csv_writer.hpp"
#include "corpora/model/error.hpp"
#include "graphs/exports/labels.hpp"

namespace demarche {

namespace {

bool is_membership(const Network& network, NetworkEdge edge) {
    return network[edge].relation == Relation::member_of;
}

bool has_nothing_but_memberships(const Network& network) {
    const auto [begin, end] = boost::edges(network);
    return std::all_of(begin, end, [&](const NetworkEdge& edge) { return is_membership(network, edge); });
}

// Sums of weights, a row at a time: a whole matrix may be larger than memory.
class MatrixWriter {
public:
    MatrixWriter(const Network& network, std::vector<NetworkVertex> columns, std::ostream& out)
        : network_(network),
          counts_memberships_(has_nothing_but_memberships(network)),
          columns_(std::move(columns)),
          sums_(boost::num_vertices(network)),
          csv_(out) {
        csv_.text("id");
        for (const NetworkVertex column : columns_) csv_.text(one_line(network[column].id));
        csv_.end_row();
    }

    void row(NetworkVertex vertex) {
        std::fill(sums_.begin(), sums_.end(), 0.0);
        for (const NetworkEdge edge : boost::make_iterator_range(boost::out_edges(vertex, network_)))
            add(edge, boost::target(edge, network_));
        if (!network_[boost::graph_bundle].is_directed)
            for (const NetworkEdge edge : boost::make_iterator_range(boost::in_edges(vertex, network_)))
                add(edge, boost::source(edge, network_));
        csv_.text(one_line(network_[vertex].id));
        for (const NetworkVertex column : columns_) csv_.number(sums_[column]);
        csv_.end_row();
    }

private:
    void add(NetworkEdge edge, NetworkVertex other) {
        if (counts_memberships_ || !is_membership(network_, edge)) sums_[other] += network_[edge].weight;
    }

    const Network& network_;
    bool counts_memberships_;
    std::vector<NetworkVertex> columns_;
    std::vector<double> sums_;  // of the present row, by vertex
    CsvWriter csv_;
};

// Whether an author says anything of it but its name as a state.
bool is_column(const Network& network, NetworkVertex vertex) {
    if (network[vertex].type == NodeType::state) return false;
    const auto [begin, end] = boost::in_edges(vertex, network);
    return begin != end;
}

}  // namespace

void write_adjacency_csv(const Network& network, std::ostream& out) {
    const auto [begin, end] = boost::vertices(network);
    MatrixWriter matrix(network, std::vector<NetworkVertex>(begin, end), out);
    for (const NetworkVertex vertex : boost::make_iterator_range(begin, end)) matrix.row(vertex);
}

void write_incidence_csv(const Network& network, std::ostream& out) {
    if (!network[boost::graph_bundle].is_directed)
        throw Error(ErrorKind::usage, "",
                    "a projection has one kind of node, and no matrix of authors by what they mention; "
                    "take adjacency-csv");
    std::vector<NetworkVertex> columns;
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network)))
        if (is_column(network, vertex)) columns.push_back(vertex);
    MatrixWriter matrix(network, columns, out);
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network)))
        if (network[vertex].authorship) matrix.row(vertex);
}

}  // namespace demarche
