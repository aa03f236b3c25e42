# SPDX-License-Identifier: GPL-3.0-or-later
"""What each program makes of each format: READERS, a list of (format, reader, function).

A function takes a path and returns a Content. It raises Absent when the program is
not installed. What is particular to a format or a reader is undone here and said beside it; what
is left is compared by readers_table.
"""
import csv
import html
import io
import json
import math
import os
import pathlib
import re
import subprocess
import warnings

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).resolve().parent
csv.field_size_limit(2**31 - 1)


class Absent(Exception):
    """The reader is not installed; says what is missing."""


class Content:
    """A network as a reader has it.

    `values` says how far attributes are kept:
      exact    values and their types
      number   numbers equal, whether whole or not; booleans may be numbers
      text     everything is text
      none     the format has no attributes
    """

    def __init__(self, reader, values):
        self.reader = reader
        self.values = values
        self.directed = None  # not told
        self.nodes = {}  # id -> attributes
        self.edges = []  # (source, target, relation or None, weight or None, attributes)
        self.is_merged = False  # parallel edges are one, with the sum of their weights
        self.labels_only = False  # labels are how its nodes are found, and are no attribute
        self.squeezes = False  # runs of white space become one blank


def module(name, package):
    try:
        return __import__(name)
    except ImportError:
        raise Absent(f"{package} is not installed") from None


def networkx_module():
    return module("networkx", "python3-networkx")


def without(attributes, *names):
    return {name: value for name, value in attributes.items() if name not in names}


def of_networkx(graph, values, node_id=None, edge_names=()):
    networkx = networkx_module()
    content = Content(f"NetworkX {networkx.__version__}", values)
    content.directed = graph.is_directed()
    ids = {node: attributes[node_id] if node_id else node for node, attributes in graph.nodes(data=True)}
    content.nodes = {ids[node]: without(attributes, node_id) for node, attributes in graph.nodes(data=True)}
    for source, target, attributes in graph.edges(data=True):
        relation = next((attributes[n] for n in ("relation", "label", "l") if n in attributes), None)
        content.edges.append((ids[source], ids[target], relation, attributes.get("weight"),
                              without(attributes, "id", "label", "l", "weight", *edge_names)))
    return content


def of_igraph(graph, values, node_id, decode=lambda value: value):
    igraph = module("igraph", "python3-igraph")
    content = Content(f"igraph {igraph.__version__}", values)
    content.directed = graph.is_directed()

    def known(attributes):  # igraph fills what is missing with NaN, None and empty texts
        return {name: decode(value) for name, value in attributes.items()
                if value not in (None, "") and not (isinstance(value, float) and math.isnan(value))}

    ids = [decode(vertex[node_id]) for vertex in graph.vs]
    for identity, vertex in zip(ids, graph.vs):
        content.nodes[identity] = without(known(vertex.attributes()), "id", node_id)
    for edge in graph.es:
        attributes = known(edge.attributes())
        relation = attributes.get("relation", attributes.get("label"))
        content.edges.append((ids[edge.source], ids[edge.target], relation, attributes.get("weight"),
                              without(attributes, "id", "label", "weight", "edge_id")))
    return content


def of_document(document, values):
    """From the JSON of read.js and boost_reader."""
    content = Content(document["reader"], values)
    content.directed = document["directed"]
    content.nodes = document["nodes"]
    for source, target, attributes in document["edges"]:
        relation = attributes.get("relation", attributes.get("label"))
        weight = attributes.get("weight")
        content.edges.append((source, target, relation, weight,
                              without(attributes, "label", "weight", "kind", "key")))
    return content


# --- Python ---

def graphml_networkx(path):
    return of_networkx(networkx_module().read_graphml(path, force_multigraph=True), "exact")


def graphml_igraph(path):
    igraph = module("igraph", "python3-igraph")
    return of_igraph(igraph.Graph.Read_GraphML(str(path)), "number", "id")


def gexf_networkx(path):
    networkx = networkx_module()
    text = pathlib.Path(path).read_bytes()
    if "1.3" not in networkx.readwrite.gexf.GEXF.versions:  # NetworkX before 3.4: the same elements by an older name
        text = text.replace(b'"http://gexf.net/1.3', b'"http://www.gexf.net/1.2draft')
    content = of_networkx(networkx.read_gexf(io.BytesIO(text)), "exact", edge_names=("spells",))
    for attributes in content.nodes.values():
        for name in ("viz", "spells"):
            attributes.pop(name, None)
    return content


def pajek_networkx(path):
    return of_networkx(networkx_module().read_pajek(path), "none", "url")


def pajek_igraph(path):
    igraph = module("igraph", "python3-igraph")
    return of_igraph(igraph.Graph.Read_Pajek(str(path)), "none", "url")


def gml_networkx(path):
    content = of_networkx(networkx_module().read_gml(path), "number", "node_id", ("edge_id",))
    content.labels_only = True  # NetworkX takes the label for the node, and drops it
    for attributes in content.nodes.values():
        attributes.pop("graphics", None)
    return content


def gml_igraph(path):
    igraph = module("igraph", "python3-igraph")
    decode = lambda value: html.unescape(value) if isinstance(value, str) else value  # igraph leaves &#233; as it is
    return of_igraph(igraph.Graph.Read_GML(str(path)), "number", "node_id", decode)


def json_networkx(path):
    networkx = networkx_module()
    data = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    try:
        graph = networkx.node_link_graph(data, edges="links")
    except TypeError:  # before 3.4
        graph = networkx.node_link_graph(data)
    content = of_networkx(graph, "exact")
    for attributes in content.nodes.values():
        for name in ("x", "y"):
            attributes.pop(name, None)
    return content


def unquoted(value):
    if value.startswith('"') and value.endswith('"'):
        value = re.sub(r'\\(["\\])', r"\1", value[1:-1])
    return value


LOOKS = ("tooltip", "shape", "fillcolor", "fontcolor", "fontsize", "pos", "color", "penwidth", "edgetooltip",
         "arrowsize", "style", "fontname", "margin", "_gvid", "name", "head", "tail", "node_id", "id")


def shown(text):
    """A label as it was before it was written for Graphviz, or as Graphviz hands it on."""
    return html.unescape(text.replace("\\n", " ").replace('\\"', '"').replace("\\\\", "\\"))


def clean_dot(content):
    for attributes in content.nodes.values():
        for name in LOOKS:
            attributes.pop(name, None)
        if "label" in attributes:
            attributes["label"] = shown(attributes["label"])
    content.edges = [(s, t, r, float(w), without(a, *LOOKS)) for s, t, r, w, a in content.edges]
    return content


def dot_networkx(path):
    module("pydot", "python3-pydot")
    networkx = networkx_module()
    raw = networkx.nx_pydot.read_dot(path)
    for junk in ("\\n", '"\\n"', "graph", "node", "edge"):  # pydot takes line ends and defaults for nodes
        if junk in raw:
            raw.remove_node(junk)
    graph = networkx.MultiDiGraph() if raw.is_directed() else networkx.MultiGraph()
    for node, attributes in raw.nodes(data=True):
        graph.add_node(unquoted(node), **{name: unquoted(value) for name, value in attributes.items()})
    for source, target, attributes in raw.edges(data=True):
        graph.add_edge(unquoted(source), unquoted(target),
                       **{name: unquoted(value) for name, value in attributes.items()})
    content = clean_dot(of_networkx(graph, "text"))
    content.reader += " (pydot)"
    return content


def dot_graphviz(path):
    try:
        told = subprocess.run(["dot", "-V"], capture_output=True, text=True, check=True).stderr
        done = subprocess.run(["neato", "-n2", "-Tdot_json", str(path)], capture_output=True, check=False)
        if done.returncode != 0 or not done.stdout:  # without places, it has to find some
            done = subprocess.run(["sfdp", "-Tdot_json", str(path)], capture_output=True, check=True)
    except FileNotFoundError:
        raise Absent("graphviz is not installed") from None
    data = json.loads(done.stdout.decode("utf-8"), strict=False)
    names = {item["_gvid"]: item["name"] for item in data.get("objects", [])}
    content = Content("Graphviz " + re.search(r"[0-9.]+", told).group(), "text")
    content.directed = data["directed"]
    content.nodes = {names[item["_gvid"]]: dict(item) for item in data.get("objects", [])}
    for item in data.get("edges", []):
        content.edges.append((names[item["tail"]], names[item["head"]], item["relation"], item["weight"],
                              without(item, "weight", "label")))
    return clean_dot(content)


def matrix(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    numbers = [[float(cell) for cell in row[1:]] for row in rows[1:]]
    return rows[0][1:], [row[0] for row in rows[1:]], numbers


def adjacency_networkx(path):
    networkx = networkx_module()
    numpy = module("numpy", "python3-numpy")
    columns, rows, numbers = matrix(path)
    if columns != rows:
        raise ValueError("rows and columns differ")
    array = numpy.array(numbers).reshape(len(rows), len(rows))
    graph = networkx.from_numpy_array(array, create_using=networkx.DiGraph)
    content = of_networkx(networkx.relabel_nodes(graph, dict(enumerate(rows))), "none")
    content.is_merged = True
    return content


def adjacency_igraph(path):
    igraph = module("igraph", "python3-igraph")
    columns, rows, numbers = matrix(path)
    if columns != rows:
        raise ValueError("rows and columns differ")
    graph = igraph.Graph.Weighted_Adjacency(numbers) if rows else igraph.Graph(directed=True)
    graph.vs["name"] = rows
    content = of_igraph(graph, "none", "name")
    content.is_merged = True
    return content


def incidence_igraph(path):
    igraph = module("igraph", "python3-igraph")
    columns, rows, numbers = matrix(path)
    content = Content(f"igraph {igraph.__version__}", "none")
    if rows and columns:
        graph = igraph.Graph.Incidence(numbers, weighted=True, directed=True, mode="out")
        names = rows + columns
        content.edges = [(names[e.source], names[e.target], None, e["weight"], {}) for e in graph.es]
    content.nodes = {name: {} for name in rows + columns}
    content.is_merged = True
    return content


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):  # an apostrophe keeps spreadsheets from taking a text for a formula
            yield {name: re.sub(r"^'(?=[=+\-@＝＋－＠\t\r\n])", "", value) for name, value in row.items() if value}


def tables_networkx(path):
    """Both tables, as one program reads them."""
    networkx = networkx_module()
    rows = list(rows_of(path))
    graph = networkx.MultiGraph() if rows and rows[0]["Type"] == "Undirected" else networkx.MultiDiGraph()
    for row in rows_of(pathlib.Path(path).with_suffix(".nodes-csv")):
        graph.add_node(row.pop("Id"), label=row.pop("Label", None), **row)
    for row in rows:
        graph.add_edge(row.pop("Source"), row.pop("Target"), key=row.pop("Id"),
                       **{name.lower() if name == "Weight" else name: value for name, value in row.items()})
    content = of_networkx(graph, "text", edge_names=("Kind", "Type", "Label"))
    content.edges = [(s, t, r, float(w), a) for s, t, r, w, a in content.edges]
    return content


def xlsx_openpyxl(path):
    openpyxl = module("openpyxl", "python3-openpyxl")
    workbook = openpyxl.load_workbook(path, read_only=True)

    def rows(sheet):
        lines = workbook[sheet].iter_rows(values_only=True)
        names = next(lines)
        for line in lines:
            yield {name: value for name, value in zip(names, line) if value is not None}

    content = Content(f"openpyxl {openpyxl.__version__}", "number")
    content.nodes = {str(row.pop("id")): row for row in rows("nodes")}
    for row in rows("edges"):
        content.edges.append((row["source"], row["target"], row["relation"], row["weight"],
                              without(row, "source", "target", "source_label", "target_label", "weight", "id")))
    return content


# --- JavaScript and C++ ---

def javascript(library, form):
    def read(path):
        if not (HERE / "readers_js" / "node_modules" / library).is_dir():
            raise Absent(f"{library} is not installed: npm ci in tests/graphs/readers_js")
        try:
            done = subprocess.run(["node", str(HERE / "readers_js" / "read.js"), library, form, str(path)],
                                  capture_output=True, check=False)
        except FileNotFoundError:
            raise Absent("node is not installed") from None
        if done.returncode != 0:
            raise ValueError(done.stderr.decode("utf-8", "replace").strip()[:500])
        content = of_document(json.loads(done.stdout), "number")
        for attributes in content.nodes.values():
            for name in ("x", "y", "size", "color", "z"):
                attributes.pop(name, None)
        return content

    return read


def boost(form):
    def read(path):
        program = os.environ.get("DEMARCHE_BOOST_READER", "")
        if not program:
            raise Absent("no boost_reader: set DEMARCHE_BOOST_READER to the program of the tests")
        done = subprocess.run([program, form, str(path)], capture_output=True, check=False)
        if done.returncode != 0:
            raise ValueError(done.stderr.decode("utf-8", "replace").strip()[:500])
        content = of_document(json.loads(done.stdout), "number" if form == "graphml" else "text")
        content.squeezes = form == "graphml"
        return content if form == "graphml" else clean_dot(content)

    return read


READERS = [
    ("graphml", "NetworkX", graphml_networkx),
    ("graphml", "igraph", graphml_igraph),
    ("graphml", "Boost", boost("graphml")),
    ("graphml", "graphology", javascript("graphology", "graphml")),
    ("graphml-multi", "NetworkX", graphml_networkx),
    ("graphml-multi", "igraph", graphml_igraph),
    ("graphml-multi", "Boost", boost("graphml")),
    ("graphml-multi", "graphology", javascript("graphology", "graphml")),
    ("gexf", "NetworkX", gexf_networkx),
    ("gexf", "graphology", javascript("graphology", "gexf")),
    ("pajek", "NetworkX", pajek_networkx),
    ("pajek", "igraph", pajek_igraph),
    ("gml", "NetworkX", gml_networkx),
    ("gml", "igraph", gml_igraph),
    ("dot", "NetworkX", dot_networkx),
    ("dot", "Boost", boost("dot")),
    ("dot", "Graphviz", dot_graphviz),
    ("json", "NetworkX", json_networkx),
    ("json", "graphology", javascript("graphology", "json")),
    ("json", "Cytoscape.js", javascript("cytoscape", "json")),
    ("edges-csv", "NetworkX", tables_networkx),
    ("adjacency-csv", "NetworkX", adjacency_networkx),
    ("adjacency-csv", "igraph", adjacency_igraph),
    ("incidence-csv", "igraph", incidence_igraph),
    ("xlsx", "openpyxl", xlsx_openpyxl),
]
