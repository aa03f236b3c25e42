#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Are demarche's measures what NetworkX and igraph make of the same network?

    measures.py FILE.graphml [MEASURES.json]   the measures in a file, or of `demarche graph measures --format json`,
                                               against those that the libraries compute of the file's edges
    measures.py --study STUDY --demarche PROGRAM [--table]
                                               of a study: its network, its projections, their backbones, with paths
                                               by edges and by weight, both ways and along directions
    measures.py --corpus MANIFEST --demarche PROGRAM
                                               the same of a study that is first made of these documents

Where a library defines a measure differently, what it gives is put into demarche's terms here, in the open:

  closeness    igraph has r / (sum of distances) within what is in reach; it is multiplied by r / (n - 1)
  betweenness  igraph does not normalise; NetworkX compares lengths of paths to the last bit, so it is given them as
               fractions, which are exact where weights are whole or Jaccard's
  two-mode     networkx.bipartite alone has it

Exit status: 0 all within 1e-9; 1 not, each on a line of its own; 77 NetworkX or igraph is not installed (Debian:
python3-networkx, python3-igraph).
"""
import argparse
import fractions
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

TOLERANCE = 1e-9
UMBRELLAS = {"body.csirt", "body.other", "ins.other"}
AUTHORS = {"state", "organisation", "document"}


class Comparison:
    """The largest difference of each measure, by library."""

    def __init__(self):
        self.largest = {}  # (measure, library) -> (difference, how many values)

    def add(self, measure, library, ours, theirs, at=""):
        difference = abs(ours - theirs) if ours is not None else math.inf
        before, count = self.largest.get((measure, library), (0.0, 0))
        self.largest[measure, library] = (max(before, difference), count + 1)
        if not difference <= TOLERANCE and count < 1000:
            print("%s of %s: %r, %s has %r" % (measure, at or "the network", ours, library, theirs))

    def add_all(self, measure, library, ours, theirs):
        """By node; `theirs` has every node, `ours` is of rows."""
        for node, value in theirs.items():
            self.add(measure, library, ours[node].get(measure), value, node)

    def is_good(self):
        return all(difference <= TOLERANCE for difference, _ in self.largest.values())

    def table(self):
        lines = ["%-28s %-9s %8s  %s" % ("measure", "library", "values", "largest difference")]
        for (measure, library), (difference, count) in sorted(self.largest.items()):
            lines.append("%-28s %-9s %8d  %.1e" % (measure, library, count, difference))
        return "\n".join(lines)


def simple_graph(networkx, path):
    """The file's network with parallel edges made one, and without what is not measured."""
    multi = networkx.read_graphml(path, force_multigraph=True)
    graph = networkx.DiGraph() if multi.is_directed() else networkx.Graph()
    graph.graph.update(multi.graph)
    graph.add_nodes_from((n, v) for n, v in multi.nodes(data=True) if n not in UMBRELLAS)
    for source, target, values in multi.edges(data=True):
        if source == target or values["relation"] == "member_of" or {source, target} & UMBRELLAS:
            continue
        before = graph.get_edge_data(source, target, {"weight": 0})["weight"]
        graph.add_edge(source, target, weight=before + values["weight"])
    return graph


def exact(weight):
    """The fraction that a weight is the nearest double of: 1/3 for 0.333..., where that is how it was made."""
    simple = fractions.Fraction(weight).limit_denominator(10**5)
    return simple if float(simple) == weight else fractions.Fraction(weight)


def without_directions(networkx, graph):
    plain = networkx.Graph()
    plain.add_nodes_from(graph.nodes(data=True))
    for source, target, weight in graph.edges(data="weight"):
        before = plain.get_edge_data(source, target, {"weight": 0})["weight"]
        plain.add_edge(source, target, weight=before + weight)
    for _, _, values in plain.edges(data=True):
        values["length"] = 1 / exact(values["weight"])
    return plain


def igraph_of(igraph, graph):
    nodes = list(graph.nodes)
    number = {node: place for place, node in enumerate(nodes)}
    edges = [(number[a], number[b]) for a, b in graph.edges]
    made = igraph.Graph(n=len(nodes), edges=edges, directed=graph.is_directed())
    made.es["weight"] = [float(w) for _, _, w in graph.edges(data="weight")]
    made.es["length"] = [1 / w for w in made.es["weight"]]
    return nodes, made


def compare_degrees(graph, plain, rows, result):
    result.add_all("degree", "NetworkX", rows, dict(plain.degree))
    result.add_all("strength", "NetworkX", rows, dict(plain.degree(weight="weight")))
    if graph.is_directed():
        for way, degree in (("in", graph.in_degree), ("out", graph.out_degree)):
            result.add_all(way + "_degree", "NetworkX", rows, dict(degree))
            result.add_all(way + "_strength", "NetworkX", rows, dict(degree(weight="weight")))


def compare_paths(networkx, igraph, graph, plain, figures, rows, result):
    is_weighted = figures["paths"].startswith("1/weight")
    is_directed = figures["paths"].endswith("along directions")
    suffix = (" (weighted)" if is_weighted else "") + (" (directed)" if is_directed else "")
    among = graph if is_directed else plain
    if is_directed:
        for _, _, values in among.edges(data=True):
            values["length"] = 1 / exact(values["weight"])
    length = "length" if is_weighted else None
    ours = {node: {"betweenness" + suffix: row["betweenness"], "closeness" + suffix: row["closeness"]}
            for node, row in rows.items()}
    between = networkx.betweenness_centrality(among, weight=length)
    result.add_all("betweenness" + suffix, "NetworkX", ours, {n: float(v) for n, v in between.items()})
    close = networkx.closeness_centrality(among, distance=length)
    result.add_all("closeness" + suffix, "NetworkX", ours, {n: float(v) for n, v in close.items()})

    nodes, other = igraph_of(igraph, among)
    n = len(nodes)
    pairs = (n - 1) * (n - 2) / (1 if is_directed else 2)
    between = other.betweenness(directed=is_directed, weights=length)
    result.add_all("betweenness" + suffix, "igraph", ours, {v: b / pairs for v, b in zip(nodes, between)} if pairs else {})
    reach = [sum(1 for d in row if 0 < d < math.inf) for row in other.distances(mode="in", weights=length)]
    close = other.closeness(mode="in", weights=length, normalized=True)
    result.add_all("closeness" + suffix, "igraph", ours,
                   {v: 0.0 if math.isnan(c) else c * r / (n - 1) for v, c, r in zip(nodes, close, reach)})


def compare_rank(networkx, igraph, graph, rows, result):
    rank = networkx.pagerank(graph, alpha=0.85, tol=1e-14 / len(graph), max_iter=5000, weight="weight")
    result.add_all("pagerank", "NetworkX", rows, rank)
    nodes, other = igraph_of(igraph, graph)
    result.add_all("pagerank", "igraph", rows, dict(zip(nodes, other.pagerank(damping=0.85, weights="weight"))))


def compare_cohesion(networkx, igraph, graph, plain, figures, rows, result):
    result.add_all("core", "NetworkX", rows, networkx.core_number(plain))
    result.add_all("clustering", "NetworkX", rows, networkx.clustering(plain))
    parts = sorted(networkx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    result.add_all("component", "NetworkX", rows, {n: k for k, part in enumerate(parts, 1) for n in part})
    nodes, other = igraph_of(igraph, plain)
    result.add_all("core", "igraph", rows, dict(zip(nodes, other.coreness())))
    local = other.transitivity_local_undirected(mode="zero")
    result.add_all("clustering", "igraph", rows, dict(zip(nodes, local)))
    for name, value in (("density", networkx.density(graph)), ("transitivity", networkx.transitivity(plain)),
                        ("mean_clustering", networkx.average_clustering(plain)), ("components", len(parts)),
                        ("largest_component", len(parts[0])), ("nodes_measured", len(graph)),
                        ("pairs_measured", graph.number_of_edges())):
        result.add(name, "NetworkX", figures[name], value)
    n = len(plain)
    if n > 2:
        degrees = [d for _, d in plain.degree]
        result.add("degree_centralisation", "NetworkX", figures["degree_centralisation"],
                   sum(max(degrees) - d for d in degrees) / ((n - 1) * (n - 2)))


def compare_two_mode(networkx, plain, figures, rows, result):
    bipartite = networkx.algorithms.bipartite
    first = {n for n, v in plain.nodes(data=True) if v["type"] in AUTHORS and v.get("documents", 0) > 0}
    second = {n for n, v in plain.nodes(data=True) if v["type"] not in AUTHORS}
    across = networkx.Graph()
    across.add_nodes_from(first | second)
    across.add_edges_from((a, b) for a, b in plain.edges if (a in first and b in second) or (b in first and a in second))
    result.add("twomode_density", "NetworkX", figures["twomode_density"], bipartite.density(across, first))
    result.add_all("twomode_degree", "NetworkX", rows, bipartite.degree_centrality(across, first))
    result.add_all("twomode_closeness", "NetworkX", rows, bipartite.closeness_centrality(across, first))
    if len(first) > 1 and len(second) > 1:  # with one node on a side NetworkX divides by nothing
        result.add_all("twomode_betweenness", "NetworkX", rows, bipartite.betweenness_centrality(across, first))


def compare_communities(networkx, igraph, plain, figures, rows, result):
    members = {}
    for node in plain:
        members.setdefault(rows[node]["community"], set()).add(node)
    result.add("communities", "NetworkX", figures["communities"], len(members))
    if plain.number_of_edges() == 0:
        return
    modularity = networkx.algorithms.community.modularity
    result.add("modularity", "NetworkX", figures["modularity"],
               modularity(plain, members.values(), weight="weight", resolution=figures["resolution"]))
    nodes, other = igraph_of(igraph, plain)
    result.add("modularity", "igraph", figures["modularity"],
               other.modularity([rows[n]["community"] for n in nodes], weights="weight"))
    sizes = [len(members[number]) for number in sorted(members)]
    result.add("communities by size", "itself", 0, 0 if sizes == sorted(sizes, reverse=True) else 1)
    # Another run of the same algorithm may end elsewhere, but not much higher than the best of ours. igraph takes its
    # chance from Python's generator: the same each time, or the test would fail once in many runs.
    random.seed(1)
    theirs = other.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1)
    found = other.modularity(theirs, weights="weight")
    result.add("modularity found by Leiden", "igraph", min(0, figures["modularity"] - found + 0.01), 0)


def compare(networkx, igraph, path, measures, result):
    graph = simple_graph(networkx, path)
    if measures is None:
        figures, rows = graph.graph, dict(graph.nodes(data=True))
    else:
        figures, rows = measures["network"], {row["id"]: row for row in measures["nodes"]}
    plain = without_directions(networkx, graph)
    if len(plain) == 0:
        return
    compare_degrees(graph, plain, rows, result)
    compare_paths(networkx, igraph, graph, plain, figures, rows, result)
    compare_rank(networkx, igraph, graph, rows, result)
    compare_cohesion(networkx, igraph, graph, plain, figures, rows, result)
    if "twomode_density" in figures:
        compare_two_mode(networkx, plain, figures, rows, result)
    if figures.get("resolution") == 1:
        compare_communities(networkx, igraph, plain, figures, rows, result)


def compare_projection(networkx, whole, projected, result):
    """Ties between states by bodies, norms and instruments, against NetworkX's projections."""
    graph = simple_graph(networkx, whole)
    states = {n for n, v in graph.nodes(data=True) if v["type"] == "state" and v.get("documents", 0) > 0}
    shared = {n for n, v in graph.nodes(data=True) if v["type"] in ("body", "norm", "instrument")}
    across = networkx.Graph()
    across.add_nodes_from(states | shared)
    across.add_edges_from((a, b) for a, b in graph.edges if a in states and b in shared)
    ours = networkx.read_graphml(projected)
    bipartite = networkx.algorithms.bipartite
    for name, theirs in (("shared", bipartite.weighted_projected_graph(across, states)),
                         ("jaccard", bipartite.overlap_weighted_projected_graph(across, states)),
                         ("newman", bipartite.collaboration_weighted_projected_graph(across, states))):
        result.add("ties by " + name, "NetworkX", ours.number_of_edges(), theirs.number_of_edges())
        for a, b, weight in theirs.edges(data="weight"):
            result.add("ties by " + name, "NetworkX", ours.get_edge_data(a, b, {}).get(name), weight, a + "-" + b)
    for a, b, values in ours.edges(data=True):
        both = set(across[a]) & set(across[b])
        result.add("shared_ids", "itself", 0, 0 if "; ".join(sorted(both)) == values["shared_ids"] else 1, a + "-" + b)
        result.add("ties by cosine", "itself", values["cosine"],
                   len(both) / math.sqrt(len(across[a]) * len(across[b])), a + "-" + b)


def compare_study(networkx, igraph, program, study, folder, result):
    def run(*words):
        return subprocess.run([program, *words], check=True, stdout=subprocess.PIPE).stdout

    shapes = ([], ["--backbone", "0.2"], ["--project", "states"], ["--project", "bodies", "--tie", "newman"],
              ["--project", "states", "--tie", "jaccard", "--backbone", "0.3"])
    for number, shape in enumerate(shapes):
        file = pathlib.Path(folder) / ("%d.graphml" % number)
        run("export", study, "--to", "graphml", "-o", str(file), *shape)
        compare(networkx, igraph, file, None, result)
        if shape == ["--project", "states"]:
            compare_projection(networkx, pathlib.Path(folder) / "0.graphml", file, result)
        for paths in (["--weighted-paths"], ["--directed-paths"], ["--weighted-paths", "--directed-paths"]):
            if "--directed-paths" in paths and "--project" in shape:
                continue
            measures = json.loads(run("graph", "measures", study, "--format", "json", *shape, *paths))
            compare(networkx, igraph, file, measures, result)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("file", nargs="?")
    options.add_argument("measures", nargs="?")
    options.add_argument("--study")
    options.add_argument("--corpus")
    options.add_argument("--demarche")
    options.add_argument("--table", action="store_true", help="the largest difference of each measure")
    asked = options.parse_args()
    try:
        import igraph
        import networkx
    except ImportError as error:
        print("skipped: %s" % error)
        return 77
    result = Comparison()
    if asked.file:
        measures = json.loads(pathlib.Path(asked.measures).read_text()) if asked.measures else None
        compare(networkx, igraph, asked.file, measures, result)
    elif asked.demarche and (asked.study or asked.corpus):
        with tempfile.TemporaryDirectory() as folder:
            study = asked.study or folder + "/study"
            if asked.corpus:
                subprocess.run([asked.demarche, "run", "-q", "--ocr", "never", asked.corpus, "-o", study],
                               check=False, stdout=subprocess.DEVNULL)
            compare_study(networkx, igraph, asked.demarche, study, folder, result)
    else:
        options.error("a file, or --demarche with --study or --corpus")
    if asked.table:
        print(result.table())
    values = sum(count for _, count in result.largest.values())
    largest = max((difference for difference, _ in result.largest.values()), default=0.0)
    print("%d values of %d measures; largest difference %.1e" % (values, len(result.largest), largest))
    return 0 if result.is_good() else 1


if __name__ == "__main__":
    sys.exit(main())
