#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Is a GraphML file what every reader takes, and do they all read the same in it?

    readers.py FILE.graphml [--nodes N] [--edges M]

First the file is held against the rules that keep it readable everywhere (see
graphs/exports/graphml.hpp), with nothing but Python's own XML parser. Then
NetworkX and igraph read it, and every node, edge, attribute, value and type is
compared with what stands in the file.

Exit status: 0 all is well; 1 something is not, each on a line of its own;
77 the rules hold, but NetworkX or igraph is not installed (Debian:
python3-networkx, python3-igraph).
"""
import argparse
import math
import re
import sys
import xml.etree.ElementTree as ElementTree

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES = {"boolean", "int", "long", "float", "double", "string"}
# Columns that Gephi and Cytoscape take for themselves.
RESERVED = {"id", "name", "size", "color", "x", "y", "z", "r", "g", "b", "key", "selected", "suid", "interaction"}
WHOLE = re.compile(r"-?(0|[1-9][0-9]*)\Z")
DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?\Z")


class Found(list):
    """Mistakes, as sentences. Only the first hundred: a rule broken once is broken everywhere."""

    def check(self, holds, sentence):
        if not holds and len(self) < 100:
            self.append(sentence)
        return holds


class Content:
    """What stands in the file, as plain values."""

    def __init__(self):
        self.types = {"graph": {}, "node": {}, "edge": {}}  # domain -> name -> type
        self.graph = {}
        self.nodes = {}  # id -> {name: value}
        self.edges = {}  # id -> (source, target, {name: value})


def parsed(text, kind):
    """The value that `text` stands for; raises ValueError if it is not of its kind."""
    if kind == "boolean":
        if text not in ("true", "false"):
            raise ValueError("a boolean is true or false")
        return text == "true"
    if kind in ("int", "long"):
        if not WHOLE.match(text):
            raise ValueError("not a whole number")
        bits = 31 if kind == "int" else 63
        if not -(2**bits) <= int(text) < 2**bits:
            raise ValueError("too large for its type")
        return int(text)
    if kind in ("float", "double"):
        if not DECIMAL.match(text) or not math.isfinite(float(text)):
            raise ValueError("not a finite decimal number")
        return float(text)
    return text


def tag(name):
    return "{%s}%s" % (NAMESPACE, name)


def check_bytes(path, found):
    with open(path, "rb") as file:
        raw = file.read()
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        found.check(False, "not UTF-8: %s" % error)
    found.check(raw.startswith(b'<?xml version="1.0" encoding="UTF-8"?>'), "no XML declaration with UTF-8")
    with open(path, "rb") as file:
        prefixes = [space for _, space in ElementTree.iterparse(file, ["start-ns"])]
    found.check(prefixes == [("", NAMESPACE)], "namespaces are %s, not GraphML's alone without prefix" % prefixes)


def read_keys(root, content, found):
    """The declared keys: id -> (domain, name, type)."""
    keys = {}
    for key in root.findall(tag("key")):
        at = "key %s: " % key.get("id")
        found.check(set(key.keys()) == {"id", "for", "attr.name", "attr.type"}, at + "wrong XML attributes")
        domain, name, kind = key.get("for"), key.get("attr.name"), key.get("attr.type")
        if not found.check(domain in content.types, at + "for what? %s" % domain):
            continue
        found.check(len(key) == 0 and not (key.text or "").strip(), at + "has content, such as a default")
        found.check(kind in TYPES, at + "unknown type %s" % kind)
        found.check(key.get("id") not in keys, at + "declared twice")
        found.check(bool(name) and name.lower() not in RESERVED, at + "%s is a reserved name" % name)
        found.check(name not in content.types[domain], at + "%s is declared twice for %ss" % (name, domain))
        keys[key.get("id")] = (domain, name, kind)
        content.types[domain][name] = kind
    return keys


def read_data(element, domain, keys, at, found):
    """Name -> value of the data directly in `element`."""
    values = {}
    for data in element.findall(tag("data")):
        key = data.get("key")
        if not found.check(set(data.keys()) == {"key"} and key in keys, at + "data of unknown key %s" % key):
            continue
        of, name, kind = keys[key]
        found.check(of == domain, at + "%s is not declared for %ss" % (name, domain))
        found.check(len(data) == 0, at + "%s has elements in it" % name)
        found.check(name not in values, at + "%s stands there twice" % name)
        if not found.check(bool((data.text or "").strip()), at + "%s is empty" % name):
            continue
        try:
            values[name] = parsed(data.text, kind)
        except ValueError as error:
            found.check(False, at + "%s = %r: %s" % (name, data.text, error))
    return values


def check_order(element, names, at, found):
    """The children are of these names only, and come in their order."""
    ranks = []
    for child in element:
        name = child.tag[len(tag("")):] if child.tag.startswith(tag("")) else child.tag
        if found.check(name in names, at + "has a <%s> in it" % name):
            ranks.append(names.index(name))
    found.check(ranks == sorted(ranks), at + "children are not in the order " + ", ".join(names))


def read_file(path, found):
    check_bytes(path, found)
    content = Content()
    root = ElementTree.parse(path).getroot()
    found.check(root.tag == tag("graphml"), "the root is %s" % root.tag)
    check_order(root, ["key", "graph"], "graphml ", found)
    keys = read_keys(root, content, found)
    graphs = root.findall(tag("graph"))
    if not found.check(len(graphs) == 1, "%d graphs" % len(graphs)):
        return content
    graph = graphs[0]
    found.check(graph.get("edgedefault") in ("directed", "undirected"), "the graph has no edgedefault")
    check_order(graph, ["data", "node", "edge"], "graph ", found)
    content.graph = read_data(graph, "graph", keys, "graph: ", found)
    for node in graph.findall(tag("node")):
        at = "node %s: " % node.get("id")
        found.check(set(node.keys()) == {"id"}, at + "wrong XML attributes")
        check_order(node, ["data"], at, found)
        found.check(node.get("id") not in content.nodes, at + "stands there twice")
        values = read_data(node, "node", keys, at, found)
        found.check("label" in values, at + "no label")
        content.nodes[node.get("id")] = values
    for edge in graph.findall(tag("edge")):
        at = "edge %s: " % edge.get("id")
        found.check(set(edge.keys()) == {"id", "source", "target", "label"}, at + "wrong XML attributes")
        check_order(edge, ["data"], at, found)
        found.check(edge.get("id") not in content.edges, at + "stands there twice")
        source, target = edge.get("source"), edge.get("target")
        found.check(source in content.nodes and target in content.nodes, at + "an end is no node")
        values = read_data(edge, "edge", keys, at, found)
        found.check(values.get("weight", 0) > 0, at + "no weight above 0")
        found.check(values.get("relation") == edge.get("label"), at + "label and relation differ")
        content.edges[edge.get("id")] = (source, target, values)
    return content


def same(left, right):
    """Equal, and of the same type: 3 is not 3.0, and True not 1."""
    return type(left) is type(right) and left == right


def compare_values(at, expected, values, found):
    for name in sorted(set(expected) | set(values)):
        found.check(
            name in expected and name in values and same(expected[name], values[name]),
            "%s: %s is %r, not %r" % (at, name, values.get(name), expected.get(name)),
        )


def check_networkx(networkx, path, content, found):
    plain = networkx.read_graphml(path)
    found.check(plain.number_of_edges() == len(content.edges), "NetworkX: %d edges" % plain.number_of_edges())
    graph = networkx.read_graphml(path, force_multigraph=True)
    found.check(graph.is_directed(), "NetworkX: not directed")
    found.check(set(graph.nodes) == set(content.nodes), "NetworkX: other nodes")
    found.check(graph.number_of_edges() == len(content.edges), "NetworkX: %d edges" % graph.number_of_edges())
    own = {"node_default", "edge_default"}
    compare_values("NetworkX graph", content.graph, {k: v for k, v in graph.graph.items() if k not in own}, found)
    for node, values in graph.nodes(data=True):
        compare_values("NetworkX node %s" % node, content.nodes.get(node, {}), values, found)
    for source, target, key, values in graph.edges(keys=True, data=True):
        at = "NetworkX edge %s" % key
        expected = content.edges.get(key)
        if found.check(expected is not None and expected[:2] == (source, target), at + ": other ends"):
            compare_values(at, expected[2], {k: v for k, v in values.items() if k != "id"}, found)


def igraph_value(value, kind):
    """What igraph makes of a value: it knows numbers with decimals, booleans and strings only."""
    if value is None:
        return {"string": "", "boolean": False}.get(kind, math.nan)
    return float(value) if kind not in ("string", "boolean") else value


def compare_igraph(at, types, expected, values, found):
    found.check(set(values) - {"id"} == set(types), "%s: other attributes" % at)
    for name, kind in types.items():
        value, wanted = values.get(name), igraph_value(expected.get(name), kind)
        is_missing = isinstance(wanted, float) and math.isnan(wanted)
        equal = isinstance(value, float) and math.isnan(value) if is_missing else same(value, wanted)
        # igraph gives None for a string that no item has.
        equal = equal or (name not in expected and value is None)
        found.check(equal, "%s: %s is %r, not %r" % (at, name, value, wanted))


def check_igraph(igraph, path, content, found):
    graph = igraph.Graph.Read_GraphML(path)
    found.check(graph.is_directed(), "igraph: not directed")
    found.check(graph.vcount() == len(content.nodes), "igraph: %d nodes" % graph.vcount())
    found.check(graph.ecount() == len(content.edges), "igraph: %d edges" % graph.ecount())
    values = {name: graph[name] for name in graph.attributes()}
    compare_igraph("igraph graph", content.types["graph"], content.graph, values, found)
    ids = graph.vs["id"] if content.nodes else []
    found.check(ids == list(content.nodes), "igraph: other nodes")
    for vertex in graph.vs:
        at = "igraph node %s" % vertex["id"]
        compare_igraph(at, content.types["node"], content.nodes.get(vertex["id"], {}), vertex.attributes(), found)
    for edge in graph.es:
        at = "igraph edge %s" % edge["id"]
        expected = content.edges.get(edge["id"])
        ends = (ids[edge.source], ids[edge.target])
        if found.check(expected is not None and expected[:2] == ends, at + ": other ends"):
            compare_igraph(at, content.types["edge"], expected[2], edge.attributes(), found)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("file")
    options.add_argument("--nodes", type=int, help="the number of nodes that there must be")
    options.add_argument("--edges", type=int, help="the number of edges that there must be")
    asked = options.parse_args()

    found = Found()
    try:
        content = read_file(asked.file, found)
    except ElementTree.ParseError as error:
        print("not well-formed XML: %s" % error)
        return 1
    nodes, edges = len(content.nodes), len(content.edges)
    found.check(asked.nodes in (None, nodes), "%d nodes, not %s" % (nodes, asked.nodes))
    found.check(asked.edges in (None, edges), "%d edges, not %s" % (edges, asked.edges))

    readers, absent = [], []
    for name, check in (("networkx", check_networkx), ("igraph", check_igraph)):
        try:
            module = __import__(name)
        except ImportError:
            absent.append(name)
            continue
        readers.append("%s %s" % (name, module.__version__))
        check(module, asked.file, content, found)

    if found:
        print("\n".join(found))
        return 1
    print("%d nodes, %d edges; read alike by %s" % (nodes, edges, ", ".join(readers) or "nobody"))
    if absent:
        print("skipped: %s not installed" % " and ".join(absent))
        return 77
    return 0


if __name__ == "__main__":
    sys.exit(main())
