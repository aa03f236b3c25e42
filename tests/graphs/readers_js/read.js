// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a program of JavaScript makes of a network file, as JSON on standard output:
// {"reader", "nodes": {id: attributes}, "edges": [[source, target, attributes]], "directed"}
//
//     node read.js graphology|cytoscape FORMAT FILE
"use strict";
const fs = require("fs");
const path = require("path");

const [library, format, file] = process.argv.slice(2);
const text = fs.readFileSync(file, "utf8");

function version(name) {
    const about = path.join(__dirname, "node_modules", name, "package.json");
    return `${name} ${JSON.parse(fs.readFileSync(about, "utf8")).version}`;
}

function withGraphology() {
    const Graph = require("graphology");
    let graph;
    if (format.startsWith("graphml")) {
        graph = require("graphology-graphml").parse(Graph, text);
    } else if (format === "gexf") {
        graph = require("graphology-gexf").parse(Graph, text);
    } else {
        const data = JSON.parse(text);
        graph = new Graph({ type: data.directed ? "directed" : "undirected", multi: data.multigraph });
        data.nodes.forEach(({ id, ...attributes }) => graph.addNode(id, attributes));
        data.links.forEach(({ id, source, target, ...attributes }) =>
            graph.addEdgeWithKey(id, source, target, attributes));
    }
    return {
        reader: version("graphology"),
        directed: graph.type === "directed",
        nodes: Object.fromEntries(graph.mapNodes((id, attributes) => [id, attributes])),
        edges: graph.mapEdges((id, attributes, source, target) => [source, target, attributes]),
    };
}

function withCytoscape() {
    const cytoscape = require("cytoscape");
    const data = JSON.parse(text);
    // To Cytoscape.js the parent of a node is one that it is drawn in.
    const elements = {
        nodes: data.nodes.map(({ parent: wider, ...node }) => ({ data: { ...node, wider } })),
        edges: data.links.map((link) => ({ data: link })),
    };
    const graph = cytoscape({ headless: true, elements });
    const bare = ({ id, source, target, wider: parent, ...attributes }) => ({ ...attributes, parent });
    return {
        reader: version("cytoscape"),
        directed: data.directed, // Cytoscape.js leaves directions to styles
        nodes: Object.fromEntries(graph.nodes().map((node) => [node.id(), bare(node.data())])),
        edges: graph.edges().map((edge) => [edge.source().id(), edge.target().id(), bare(edge.data())]),
    };
}

process.stdout.write(JSON.stringify(library === "cytoscape" ? withCytoscape() : withGraphology()));
