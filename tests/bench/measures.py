#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each measure costs, beside NetworkX and igraph on the same network in the same run.

    cmake --build --preset release --target bench_measures
    tests/bench/measures.py [--nodes N] [--edges M] [--build FOLDER] [--sources K] [MEASURE...]

A random network without directions, of weights 1 to 9. Processor seconds; a ratio above 1 says that demarche is so much
faster. Measures over shortest paths from all nodes would take NetworkX hours: it is timed on K of the nodes, and
multiplied. Debian: python3-networkx, python3-igraph.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

import igraph
import networkx

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def timed(run):
    begin = time.process_time()
    run()
    return time.process_time() - begin


def by_igraph(graph):
    return {
        "components": lambda: graph.connected_components(),
        "core": lambda: graph.coreness(),
        "clustering": lambda: graph.transitivity_local_undirected(mode="zero"),
        "pagerank": lambda: graph.pagerank(weights="weight"),
        "communities": lambda: graph.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1),
        "layout": lambda: graph.layout_fruchterman_reingold(weights="weight"),
        "closeness": lambda: graph.closeness(),
        "closeness_weighted": lambda: graph.closeness(weights="length"),
        "betweenness": lambda: graph.betweenness(directed=False),
        "betweenness_weighted": lambda: graph.betweenness(directed=False, weights="length"),
    }


def by_networkx(graph, sources):
    """Name -> (what to run, by how much it falls short of all nodes)."""
    share = len(graph) / sources
    some = list(graph)[:sources]
    return {
        "components": (lambda: list(networkx.connected_components(graph)), 1),
        "core": (lambda: networkx.core_number(graph), 1),
        "clustering": (lambda: networkx.clustering(graph), 1),
        "pagerank": (lambda: networkx.pagerank(graph, tol=1e-14 / len(graph), max_iter=1000), 1),
        "closeness": (lambda: [networkx.closeness_centrality(graph, u=node) for node in some], share),
        "closeness_weighted": (
            lambda: [networkx.closeness_centrality(graph, u=node, distance="length") for node in some], share),
        "betweenness": (lambda: networkx.betweenness_centrality(graph, k=sources, seed=1), share),
        "betweenness_weighted": (
            lambda: networkx.betweenness_centrality(graph, k=sources, seed=1, weight="length"), share),
    }


def cell(seconds, ours):
    return "%10s %8s" % ("-", "") if seconds is None else "%10.3f %7.1fx" % (seconds, seconds / ours)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("measures", nargs="*", metavar="MEASURE")
    options.add_argument("--nodes", type=int, default=20000)
    options.add_argument("--edges", type=int, default=200000)
    options.add_argument("--sources", type=int, default=20)
    options.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    asked = options.parse_args()
    program = asked.build / "bench_measures"
    if not program.exists():
        sys.exit("bench: no bench_measures in %s; build that target first" % asked.build)
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "edges"
        said = subprocess.run([program, str(asked.nodes), str(asked.edges), str(file), *asked.measures],
                              check=True, stdout=subprocess.PIPE, text=True).stdout
        edges = [tuple(map(int, line.split())) for line in file.read_text().splitlines()]
    graph = networkx.Graph()
    graph.add_nodes_from(range(asked.nodes))
    graph.add_edges_from((a, b, {"weight": w, "length": 1 / w}) for a, b, w in edges)
    other = igraph.Graph(n=asked.nodes, edges=[(a, b) for a, b, _ in edges])
    other.es["weight"] = [float(w) for _, _, w in edges]
    other.es["length"] = [1 / w for _, _, w in edges]

    theirs, slow = by_igraph(other), by_networkx(graph, asked.sources)
    print("%d nodes, %d edges; seconds\n%-22s %10s %10s %8s %10s %8s" % (
        asked.nodes, asked.edges, "measure", "demarche", "igraph", "ratio", "NetworkX", "ratio"))
    for line in said.splitlines():
        name, ours = line.split()[0], max(float(line.split()[1]), 1e-6)
        fast = timed(theirs[name]) if name in theirs else None
        run, share = slow.get(name, (None, 1))
        print("%-22s %10.3f %s %s" % (name, ours, cell(fast, ours), cell(timed(run) * share if run else None, ours)),
              flush=True)


if __name__ == "__main__":
    main()
