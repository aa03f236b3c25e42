// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace demarche::lint {

// What breaks readers of GraphML and GEXF, each rule with the readers that it breaks, as seen in their sources or
// in their users' reports: Gephi 0.10 and Gephi Lite, Cytoscape 3, NetworkX 2.8 to 3.6, igraph 0.10, Boost 1.74,
// graphology.

struct ReaderRule {
    std::string_view name;
    std::string_view breaks;
    std::string_view remedy;
};

namespace rules {

// --- the file ---
inline constexpr ReaderRule not_well_formed = {
    "not-well-formed", "No reader gets past this place.",
    "Mend the XML; most often a < or & was not written as &lt; or &amp;."};
inline constexpr ReaderRule invalid_character = {
    "invalid-character", "XML 1.0 forbids it: every reader refuses the whole file, most without telling the place.",
    "Take such characters out of the texts before writing the file."};
inline constexpr ReaderRule encoding = {"encoding", "Gephi and igraph read such files wrongly on some systems.",
                                        "Write UTF-8, and say so in the first line."};
inline constexpr ReaderRule name_space = {
    "namespace", "NetworkX finds no graph in it, and graphology and Cytoscape no elements.",
    "Give the root element the format's own namespace as the default."};
inline constexpr ReaderRule prefix = {
    "prefix", "igraph, Gephi and Cytoscape look for the names without a prefix.",
    "Make the format's namespace the default, and write its elements without prefix."};

// --- order and structure ---
inline constexpr ReaderRule one_graph = {
    "one-graph", "igraph and Gephi take the first graph only, Gephi Lite fails.", "Write one file for each graph."};
inline constexpr ReaderRule key_order = {
    "key-order", "Readers that stream (Gephi, igraph, Boost) do not know the attribute yet and drop its values.",
    "Declare all attributes before the first node."};
inline constexpr ReaderRule graph_data_order = {"graph-data-order",
                                                "Cytoscape gives late data of the graph to the last node or edge.",
                                                "Write the data of the graph before its first node."};
inline constexpr ReaderRule node_order = {"node-order", "Cytoscape loses edges whose nodes come after them.",
                                          "Write all nodes, then all edges."};
inline constexpr ReaderRule nesting = {"nesting",
                                       "igraph and NetworkX leave out what is nested, Gephi puts it on one level.",
                                       "Write one flat list of nodes; say by an attribute what belongs together."};
inline constexpr ReaderRule port = {"port", "NetworkX warns, igraph and Gephi ignore it.",
                                    "Lead edges from node to node, and make the port an attribute."};
inline constexpr ReaderRule hyperedge = {"hyperedge", "NetworkX refuses the file, igraph and Gephi leave it out.",
                                         "Write a node for the hyperedge and an edge to each of its ends."};
inline constexpr ReaderRule data_structure = {
    "data-structure", "Only yEd knows elements in data; other readers drop the value or the file.",
    "Write the value as text."};
inline constexpr ReaderRule edge_direction = {
    "edge-direction", "NetworkX refuses graphs with edges of both kinds; igraph ignores which is which.",
    "Let the graph's default hold for all edges, without exceptions."};
inline constexpr ReaderRule default_direction = {
    "default-direction", "Readers assume different things: igraph and NetworkX undirected, Gephi mixed.",
    "Say directed or undirected on the graph element."};

// --- attributes as declared ---
inline constexpr ReaderRule for_all = {"for-all", "Gephi, graphology and Cytoscape drop the attribute.",
                                       "Declare it once for nodes and once for edges."};
inline constexpr ReaderRule default_value = {"default",
                                             "Gephi and igraph fill it in, NetworkX and Cytoscape do not.",
                                             "Write the value where it holds, and no default."};
inline constexpr ReaderRule type = {"type", "NetworkX refuses the file, igraph drops the attribute.",
                                    "Use boolean, int, long, float, double or string (GEXF: integer for int)."};
inline constexpr ReaderRule attribute_name = {
    "attribute-name", "NetworkX refuses the file; others show the key's id.", "Give the attribute a name."};
inline constexpr ReaderRule duplicate_name = {
    "duplicate-name", "igraph refuses the file; in NetworkX one value overwrites the other.",
    "Give each attribute of nodes, and each of edges, a name of its own."};
inline constexpr ReaderRule duplicate_key = {"duplicate-key",
                                             "The later declaration replaces the earlier in most readers.",
                                             "Give each attribute an id of its own."};
inline constexpr ReaderRule reserved_name = {
    "reserved-name", "Gephi or Cytoscape take a column of this name for themselves, and overwrite or misread it.",
    "Choose another name."};

// --- values ---
inline constexpr ReaderRule unknown_key = {"unknown-key", "NetworkX refuses the file, others drop the value.",
                                           "Declare the attribute, for this kind of item."};
inline constexpr ReaderRule boolean = {"boolean", "Cytoscape and Gephi Lite read anything but \"true\" as false.",
                                       "Write true or false."};
inline constexpr ReaderRule whole_number = {
    "whole-number", "NetworkX, Boost and Gephi refuse the file or the value, igraph cuts it.",
    "Write digits without a point, or declare the attribute as double."};
inline constexpr ReaderRule real_number = {"real-number", "Readers fail or make it 0.",
                                           "Write 1234.5 or 1.5e-7, and leave out what is missing."};
inline constexpr ReaderRule empty_value = {
    "empty-value", "NetworkX fails on an empty number; others make it 0, false or an empty text.",
    "Leave out what is missing."};
inline constexpr ReaderRule duplicate_value = {"duplicate-value", "Readers keep the first or the last of them.",
                                               "Write one value, with a list as \"a; b\"."};
inline constexpr ReaderRule weight = {
    "weight", "Gephi drops the edge or fails in its layouts, and shortest paths are no paths.",
    "Write a weight above 0, or leave the edge out."};

// --- nodes and edges ---
inline constexpr ReaderRule label = {"label", "Gephi and Cytoscape show bare ids or nothing.",
                                     "Give the nodes a label (GraphML: an attribute of that name)."};
inline constexpr ReaderRule node_id = {"node-id", "Readers refuse the file or merge nodes.",
                                       "Give each node an id of its own."};
inline constexpr ReaderRule edge_id = {
    "edge-id", "Gephi drops an edge with the id of another; without ids NetworkX and Cytoscape make them up.",
    "Give each edge an id of its own."};
inline constexpr ReaderRule dangling_edge = {
    "dangling-edge", "igraph and graphology refuse the file, NetworkX makes up a bare node.",
    "Write the node, or leave the edge out."};
inline constexpr ReaderRule parallel_edges = {
    "parallel-edges", "Gephi merges parallel edges of one kind, and graphology fails on them in simple graphs.",
    "Tell their kinds apart: by `label` of the edge element in GraphML, by `kind` in GEXF; or merge them first."};

// --- time, in GEXF ---
inline constexpr ReaderRule spell_without_length = {
    "spell-without-length", "Gephi's timeline never shows it, silently.", "Let it end after it starts."};
inline constexpr ReaderRule overlapping_spells = {
    "overlapping-spells", "Gephi refuses spells that overlap; bounds are closed, so equal bounds overlap.",
    "Merge them, or end one before the next starts."};
inline constexpr ReaderRule time_format = {
    "time-format", "Gephi does not know it and reads times as something else.", "Use date, dateTime or double."};
inline constexpr ReaderRule time_value = {
    "time-value", "Gephi fails on it.",
    "Write 2020-01-31 for a date, or a number, as the graph's timeformat says."};

}  // namespace rules

}  // namespace demarche::lint
