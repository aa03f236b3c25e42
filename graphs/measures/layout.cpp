// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/measures/layout.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graphs/measures/cohesion.hpp"
#include "graphs/measures/igraph_graph.hpp"
#include "graphs/measures/simple_graph.hpp"

namespace demarche {

namespace {

using measures::IgraphGraph;
using measures::IgraphSession;
using measures::IgraphVector;
using measures::require;

constexpr double spacing = 60;         // between neighbours, about; programs draw nodes 10 to 20 wide
constexpr double least_distance = 24;  // between any two nodes
constexpr std::size_t few = 2;         // nodes that need no forces

// Vertices of one component, and its edges by their places in `vertices`.
struct Part {
    std::vector<std::size_t> vertices;
    std::vector<WeightedPair> pairs;
    std::vector<Position> positions;

    Position extent() const {
        Position extent;
        for (const Position& position : positions) {
            extent.x = std::max(extent.x, position.x);
            extent.y = std::max(extent.y, position.y);
        }
        return extent;
    }
};

// The components in order of their numbers: the largest first.
std::vector<Part> parts_of(std::size_t vertices, const std::vector<WeightedPair>& pairs) {
    const Components components = components_of(undirected_graph(vertices, pairs));
    std::vector<Part> parts(components.size.size());
    std::vector<std::uint32_t> place(vertices);
    for (std::size_t vertex = 0; vertex < vertices; ++vertex) {
        Part& part = parts[static_cast<std::size_t>(components.number[vertex] - 1)];
        place[vertex] = static_cast<std::uint32_t>(part.vertices.size());
        part.vertices.push_back(vertex);
    }
    for (const WeightedPair& pair : pairs)
        parts[static_cast<std::size_t>(components.number[pair.source] - 1)].pairs.push_back(
            {place[pair.source], place[pair.target], pair.weight});
    return parts;
}

std::vector<double> pulls_of(const std::vector<WeightedPair>& pairs) {
    double least = pairs.front().weight;
    for (const WeightedPair& pair : pairs) least = std::min(least, pair.weight);
    std::vector<double> pulls;
    pulls.reserve(pairs.size());
    // Rounded, because logarithms differ in their last bit from one processor to another, and the forces would make
    // a different drawing of that. All else is sums, products and square roots, which do not.
    for (const WeightedPair& pair : pairs)
        pulls.push_back(1 + std::round(std::log(pair.weight / least) * 1e6) / 1e6);
    return pulls;
}

std::vector<Position> drawn_by_forces(const Part& part, std::uint32_t seed) {
    const IgraphSession session(seed);
    const IgraphGraph graph(part.vertices.size(), part.pairs);
    const IgraphVector pulls(pulls_of(part.pairs));
    igraph_matrix_t drawn{};
    require(igraph_matrix_init(&drawn, 0, 0));
    constexpr igraph_integer_t rounds = 500;  // igraph's own default
    const auto nodes = static_cast<double>(part.vertices.size());
    const igraph_error_t status =
        igraph_layout_fruchterman_reingold(graph.get(), &drawn, false, rounds, std::sqrt(nodes),
                                           IGRAPH_LAYOUT_AUTOGRID, pulls.get(), nullptr, nullptr, nullptr, nullptr);
    std::vector<Position> positions;
    for (igraph_integer_t row = 0; row < igraph_matrix_nrow(&drawn); ++row)
        positions.push_back({MATRIX(drawn, row, 0), MATRIX(drawn, row, 1)});
    igraph_matrix_destroy(&drawn);
    require(status);
    return positions;
}

// Into a square of `side` with a corner at (0, 0).
void fit(std::vector<Position>& positions, double side) {
    Position low = positions.front(), high = low;
    for (const Position& position : positions) {
        low = {std::min(low.x, position.x), std::min(low.y, position.y)};
        high = {std::max(high.x, position.x), std::max(high.y, position.y)};
    }
    const double extent = std::max({high.x - low.x, high.y - low.y, 1e-9});
    for (Position& position : positions)
        position = {(position.x - low.x) / extent * side, (position.y - low.y) / extent * side};
}

// Nodes by the cell of a grid that they stand in: who stands too near is in the same cell or one beside it.
class Neighbourhoods {
public:
    explicit Neighbourhoods(const std::vector<Position>& positions) {
        for (std::size_t node = 0; node < positions.size(); ++node) {
            const auto [column, row] = cell_of(positions[node]);
            cells_[key(column, row)].push_back(node);
        }
    }

    // In an order that only the positions decide.
    std::vector<std::size_t> near(Position position) const {
        std::vector<std::size_t> found;
        const auto [column, row] = cell_of(position);
        for (std::int64_t x = column - 1; x <= column + 1; ++x)
            for (std::int64_t y = row - 1; y <= row + 1; ++y)
                if (const auto cell = cells_.find(key(x, y)); cell != cells_.end())
                    found.insert(found.end(), cell->second.begin(), cell->second.end());
        return found;
    }

private:
    static std::pair<std::int64_t, std::int64_t> cell_of(Position position) {
        return {static_cast<std::int64_t>(std::floor(position.x / least_distance)),
                static_cast<std::int64_t>(std::floor(position.y / least_distance))};
    }
    static std::uint64_t key(std::int64_t column, std::int64_t row) {
        return (static_cast<std::uint64_t>(column) << 32U) ^ (static_cast<std::uint64_t>(row) & 0xFFFFFFFFU);
    }

    std::unordered_map<std::uint64_t, std::vector<std::size_t>> cells_;
};

// Moves two nodes that stand too near apart. Whether it had to.
bool part_two(Position& one, Position& other, std::size_t number) {
    Position apart = {other.x - one.x, other.y - one.y};
    double distance = std::sqrt(apart.x * apart.x + apart.y * apart.y);  // not hypot: see pulls_of()
    if (distance >= least_distance) return false;
    if (distance < 1e-6) {  // on one spot: any direction, but another for each node
        const double angle = static_cast<double>(number) * 2.399963;  // the golden angle, in radians
        apart = {std::cos(angle), std::sin(angle)};
        distance = 1;
    }
    const double step = (least_distance * 1.05 - std::min(distance, least_distance)) / 2 / distance;
    one = {one.x - apart.x * step, one.y - apart.y * step};
    other = {other.x + apart.x * step, other.y + apart.y * step};
    return true;
}

void spread(std::vector<Position>& positions) {
    constexpr int most_rounds = 200;
    for (int round = 0; round < most_rounds; ++round) {
        bool has_moved = false;
        const Neighbourhoods neighbourhoods(positions);
        for (std::size_t node = 0; node < positions.size(); ++node)
            for (const std::size_t other : neighbourhoods.near(positions[node]))
                if (other > node) has_moved |= part_two(positions[node], positions[other], other);
        if (!has_moved) return;
    }
}

void draw(Part& part, std::uint32_t seed) {
    if (part.vertices.size() <= few) {
        for (std::size_t place = 0; place < part.vertices.size(); ++place)
            part.positions.push_back({static_cast<double>(place) * spacing, 0});
        return;
    }
    part.positions = drawn_by_forces(part, seed);
    fit(part.positions, spacing * std::sqrt(static_cast<double>(part.vertices.size())));
    spread(part.positions);
    Position low = part.positions.front();
    for (const Position& position : part.positions)
        low = {std::min(low.x, position.x), std::min(low.y, position.y)};
    for (Position& position : part.positions) position = {position.x - low.x, position.y - low.y};
}

// Rows of parts, each as long as the first part is wide or a little more; y falls from row to row.
void arrange(std::vector<Part>& parts) {
    const std::size_t nodes_in_all = [&] {
        std::size_t sum = 0;
        for (const Part& part : parts) sum += part.vertices.size();
        return sum;
    }();
    const double width = std::max(parts.front().extent().x, spacing * std::sqrt(static_cast<double>(nodes_in_all)));
    Position corner;
    double height = 0;  // of the row so far
    for (Part& part : parts) {
        const Position extent = part.extent();
        if (corner.x > 0 && corner.x + extent.x > width) {
            corner = {0, corner.y - height - spacing};
            height = 0;
        }
        for (Position& position : part.positions)
            position = {position.x + corner.x, position.y + corner.y - extent.y};
        corner.x += extent.x + spacing;
        height = std::max(height, extent.y);
    }
}

double in_hundredths(double value) {
    return std::round(value * 100) / 100 + 0.0;  // + 0.0: no minus zero
}

void centre(std::vector<Part>& parts) {
    Position low = parts.front().positions.front(), high = low;
    for (const Part& part : parts)
        for (const Position& position : part.positions) {
            low = {std::min(low.x, position.x), std::min(low.y, position.y)};
            high = {std::max(high.x, position.x), std::max(high.y, position.y)};
        }
    for (Part& part : parts)
        for (Position& position : part.positions)
            position = {in_hundredths(position.x - (low.x + high.x) / 2),
                        in_hundredths(position.y - (low.y + high.y) / 2)};
}

}  // namespace

void add_layout(Network& network, const LayoutOptions& options) {
    network[boost::graph_bundle].is_laid_out = true;
    if (boost::num_vertices(network) == 0) return;
    const Measured all =
        measured(network, {.with_memberships = options.with_memberships, .with_umbrella_codes = true});
    std::vector<Part> parts = parts_of(all.vertices.size(), without_direction(all.pairs));
    for (Part& part : parts) draw(part, options.seed);
    arrange(parts);
    centre(parts);
    for (const Part& part : parts)
        for (std::size_t place = 0; place < part.vertices.size(); ++place)
            network[part.vertices[place]].position = part.positions[place];
}

}  // namespace demarche
