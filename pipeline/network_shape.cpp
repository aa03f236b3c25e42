// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/network_shape.hpp"

#include "graphs/backbone.hpp"
#include "graphs/measures/layout.hpp"

namespace demarche {

void give_shape(Network& network, const NetworkShape& shape) {
    if (shape.projection) network = projection_of(network, *shape.projection);
    if (shape.backbone) network = backbone_of(network, *shape.backbone);
}

void add_all_measures(Network& network, bool with_memberships) {
    add_measures(network, {.part = {.with_memberships = with_memberships}});
    add_communities(network, {.part = {.with_memberships = with_memberships}});
    add_layout(network, {.with_memberships = with_memberships});
}

}  // namespace demarche
