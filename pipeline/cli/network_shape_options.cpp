// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/cli/command.hpp"

namespace demarche::cli {

namespace {

constexpr const char* shape_of_network = "What is made of the network";

const std::map<std::string, Projected> projections = {
    {"states", Projected::states}, {"authors", Projected::authors}, {"bodies", Projected::bodies}};
const std::map<std::string, SharedWeight> weights = {{"shared", SharedWeight::count},
                                                     {"jaccard", SharedWeight::jaccard},
                                                     {"cosine", SharedWeight::cosine},
                                                     {"newman", SharedWeight::newman}};
const std::map<std::string, NodeType> shareable = {{"bodies", NodeType::body},
                                                   {"norms", NodeType::norm},
                                                   {"instruments", NodeType::instrument},
                                                   {"focal_points", NodeType::focal_point},
                                                   {"states", NodeType::state},
                                                   {"concepts", NodeType::theme}};
const std::map<std::string, Relation> relations = {
    {"mentions", Relation::mentions},  {"engages", Relation::engages}, {"commits", Relation::commits},
    {"supports", Relation::supports},  {"urges", Relation::urges},     {"describes", Relation::describes},
    {"rejects", Relation::rejects},    {"names", Relation::names},     {"organises", Relation::organises},
    {"member_of", Relation::member_of}};

// The values that `names` stand for.
template <typename Value>
std::set<Value> named(const char* option, const std::map<std::string, Value>& known,
                      const std::vector<std::string>& names) {
    std::set<Value> values;
    for (const std::string& name : names) {
        const auto found = known.find(name);
        if (found == known.end()) {
            std::string list;
            for (const auto& [word, value] : known) {
                if (!list.empty()) list += ", ";
                list += word;
            }
            list.insert(0, "must be of ").append("; it is ").append(name);
            throw CLI::ValidationError(option, list);
        }
        values.insert(found->second);
    }
    return values;
}

// The options of a projection count only with one: what is set of it before --project is read is kept here.
struct ShapeOptions {
    NetworkShape* shape = nullptr;
    ProjectionOptions projection;
    bool is_projected = false;

    void apply() const {
        if (is_projected) shape->projection = projection;
    }
};

}  // namespace

void add_network_shape(CLI::App& command, NetworkShape& shape) {
    auto options = std::make_shared<ShapeOptions>();
    options->shape = &shape;
    command
        .add_option_function<std::string>(
            "--project",
            [options](const std::string& name) {
                options->projection.nodes = *named("--project", projections, {name}).begin();
                options->is_projected = true;
                options->apply();
            },
            "Ties between states (or all authors) that speak of the same, or bodies spoken of by the same")
        ->type_name("states|authors|bodies")
        ->group(shape_of_network);
    CLI::Option* project = command.get_option("--project");
    const auto add = [&](const char* name, const char* type, const char* what, auto set) {
        command
            .add_option_function<std::vector<std::string>>(
                name,
                [options, set](const std::vector<std::string>& names) {
                    set(options->projection, names);
                    options->apply();
                },
                what)
            ->delimiter(',')
            ->allow_extra_args(false)
            ->type_name(type)
            ->needs(project)
            ->group(shape_of_network);
    };
    add("--share", "NAMES",
        "What states may share: bodies, norms, instruments (all three without it), focal_points, "
        "states, concepts",
        [](ProjectionOptions& projection, const std::vector<std::string>& names) {
            projection.shared = named("--share", shareable, names);
        });
    add("--by-relation", "NAMES", "Only what they share by these relations, as engages,commits",
        [](ProjectionOptions& projection, const std::vector<std::string>& names) {
            projection.relations = named("--by-relation", relations, names);
        });
    add("--tie", "WEIGHT",
        "What a tie weighs: shared (how many they share; the default), jaccard, cosine, or newman",
        [](ProjectionOptions& projection, const std::vector<std::string>& names) {
            projection.weight = *named("--tie", weights, names).begin();
        });
    command
        .add_option_function<double>(
            "--backbone", [&shape](double level) { shape.backbone = level; },
            "Edges alone that weigh more for one of their ends than chance has it at this level, as 0.05")
        ->check(CLI::Range(1e-12, 1.0).description(""))
        ->type_name("ALPHA")
        ->group(shape_of_network);
}

}  // namespace demarche::cli
