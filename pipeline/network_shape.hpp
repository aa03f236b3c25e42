// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "graphs/measures/communities.hpp"
#include "graphs/measures/measures.hpp"
#include "graphs/network.hpp"
#include "graphs/projection.hpp"

namespace demarche {

// What is made of a study's network before it is written or measured.
struct NetworkShape {
    std::optional<ProjectionOptions> projection;
    std::optional<double> backbone;  // the level: above 0, at most 1
};

// First the projection, then the backbone of it. In place, because Boost copies networks where it might move them.
void give_shape(Network& network, const NetworkShape& shape);

// Measures, communities and layout: what a network file carries unless it is asked to be bare. They are of the
// network as it is given, and cost less than reading the mentions that it is made of. Memberships count
// if `with_memberships`.
void add_all_measures(Network& network, bool with_memberships);

}  // namespace demarche
