#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Do SciPy's likeness, linkage and G-test give what demarche computed?

    scipy_values.py VALUES.json

Exit status: 0 they do, to 1e-9; 1 they do not, each difference on a line; 77
SciPy is not installed (Debian: python3-scipy).
"""
import json
import sys

try:
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import cosine, jensenshannon, squareform
    from scipy.special import xlogy
except ImportError as error:
    print("SciPy is not installed (Debian: python3-scipy): %s" % error)
    sys.exit(77)

TOLERANCE = 1e-9
wrong = []


def check(name, ours, theirs, tolerance=TOLERANCE):
    if abs(ours - theirs) > tolerance:
        wrong.append("%s: %r, SciPy %r" % (name, ours, theirs))


def check_pairs(given):
    vectors = given["vectors"]
    for i, one in enumerate(vectors):
        for j, other in enumerate(vectors):
            check("cosine %d %d" % (i, j), given["cosine"][i][j], 1 - cosine(one, other))
            # A distance near 0 is the root of a divergence that rounding leaves at 1e-16.
            check("jensen-shannon %d %d" % (i, j), given["jensen_shannon"][i][j],
                  jensenshannon(one, other, base=2), 1e-7 if i == j else TOLERANCE)


def check_linkage(given):
    ours = given["linkage"]
    theirs = linkage(squareform(given["jensen_shannon"], checks=False), "average")
    for step, (mine, his) in enumerate(zip(ours, theirs)):
        check("merge %d" % step, mine[2], his[2])
        check("leaves of merge %d" % step, mine[3], his[3])
        if {mine[0], mine[1]} != {int(his[0]), int(his[1])}:
            wrong.append("merge %d joins %s, SciPy %s" % (step, mine[:2], his[:2]))
    if len(ours) != len(theirs):
        wrong.append("%d merges, SciPy %d" % (len(ours), len(theirs)))


def check_log_likelihood(given):
    # The two terms of Rayson and Garside, with SciPy's x ln x for the noughts.
    for a, size_a, b, size_b, ours in given["log_likelihood"]:
        share = (a + b) / (size_a + size_b)
        check("log-likelihood of %g of %g, %g of %g" % (a, size_a, b, size_b), ours,
              2 * (xlogy(a, a / (size_a * share)) + xlogy(b, b / (size_b * share))))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    check_pairs(given)
    check_linkage(given)
    check_log_likelihood(given)
    print("\n".join(wrong) or "all values are SciPy's")
    return 1 if wrong else 0


sys.exit(main())
