#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `demarche diff` calls changed beside tools that compare words, and how its cost grows with the text.

    tests/bench/revisions.py changes FOLDER        pairs X_old.pdf, X_new.pdf; or OLD.pdf NEW.pdf
    tests/bench/revisions.py growth FOLDER         PDFs or texts, from which two long texts are made

changes  The number of changes of each tool. wdiff and `git diff --word-diff` get what pdftotext prints; words removed and
         added in one place are one change. Where X.edits.json lists the edits that were made, their number stands beside.
growth   Processor seconds and memory of one core at 20,000, 200,000 and 1,000,000 words a side. Of the new text's
         sentences one in twenty was reworded, one in forty removed, added or moved. When the folder's words run out they
         are taken again, every third with a letter more, as no strategy says all twice.

Debian: poppler-utils, wdiff, git.
"""
import argparse
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SIZES = (20_000, 200_000, 1_000_000)


def output_of(*command):
    """What a command prints; diffs say with status 1 that there is something to print."""
    return subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8", "replace")


def by_wdiff(old, new):
    """Places with words removed or added."""
    marked = output_of("wdiff", "--no-common", old, new)
    return marked.count("\n======================================================================")


def by_git(old, new):
    changes, is_open = 0, False
    lines = output_of("git", "diff", "--no-index", "--word-diff=porcelain", "-U1000000", old, new).splitlines()
    start = next((i for i, line in enumerate(lines) if line.startswith("@@")), len(lines))
    for line in lines[start + 1 :]:
        if line[:1] in ("+", "-"):
            changes += not is_open
            is_open = True
        elif line[:1] == " " and line.strip():
            is_open = False
    return changes


def by_demarche(program, old, new):
    return len(json.loads(output_of(program, "diff", old, new, "--format", "json"))["changes"])


def pairs_of(paths):
    if len(paths) == 2:
        yield paths[1].stem, paths[0], paths[1], None
        return
    for old in sorted(paths[0].glob("*_old.pdf")):
        name = old.name.removesuffix("_old.pdf")
        edits = old.with_name(name + ".edits.json")
        made = len(json.loads(edits.read_text(encoding="utf-8"))) if edits.exists() else None
        yield name, old, old.with_name(name + "_new.pdf"), made


def changes(program, paths, scratch):
    print(f"{'pair':<32}{'edits':>8}{'demarche':>10}{'wdiff':>8}{'git':>8}")
    for name, old, new, made in pairs_of(paths):
        texts = [str(scratch / side) for side in ("old.txt", "new.txt")]
        for pdf, text in zip((old, new), texts):
            subprocess.run(["pdftotext", str(pdf), text], check=True)
        row = (by_demarche(program, str(old), str(new)), by_wdiff(*texts), by_git(*texts))
        print(f"{name[:31]:<32}{'-' if made is None else made:>8}{row[0]:>10}{row[1]:>8}{row[2]:>8}", flush=True)


def sentences_of(folder):
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".pdf":
            text = output_of("pdftotext", str(path), "-")
        elif path.suffix == ".txt":
            text = path.read_text(encoding="utf-8", errors="replace")
        else:
            continue
        yield from (" ".join(part.split()) for part in re.split(r"(?<=[.!?])\s+|\n\s*\n", text) if part.split())


def text_of(sentences, size):
    """Sentences of `size` words and a little more."""
    made, words, copy = [], 0, 0
    while words < size:
        for sentence in sentences:
            parts = sentence.split()
            if copy:
                parts = [w + "b" * copy if i % 3 == 0 else w for i, w in enumerate(parts)]
            made.append(" ".join(parts))
            words += len(parts)
            if words >= size:
                break
        copy += 1
    return made


def revised(sentences, chance):
    new = []
    for sentence in sentences:
        dice = chance.random()
        words = sentence.split()
        if dice < 0.05 and len(words) > 4:
            words[chance.randrange(1, len(words) - 1)] = "otherwise"
            new.append(" ".join(words))
        elif dice < 0.058:
            continue
        elif dice < 0.066:
            new += [sentence, "Nobody had said before what stands in sentence " + str(len(new)) + " of this text."]
        elif dice < 0.074:
            new.insert(chance.randrange(len(new) + 1), sentence)
        else:
            new.append(sentence)
    return new


def cost_of(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"revisions: {' '.join(command)} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def growth(program, folder, scratch):
    sentences = list(sentences_of(folder))
    if not sentences:
        sys.exit(f"revisions: no text in {folder}")
    print(f"{'words a side':>12}{'seconds':>10}{'us a word':>11}{'MiB':>8}")
    for size in SIZES:
        texts = [str(scratch / side) for side in ("old.txt", "new.txt")]
        old = text_of(sentences, size)
        for name, side in zip(texts, (old, revised(old, random.Random(1)))):
            pathlib.Path(name).write_text("\n\n".join(side) + "\n", encoding="utf-8")
        seconds, memory = cost_of(["taskset", "-c", "0", program, "diff", *texts, "--in-process", "--format", "json"])
        print(f"{size:>12,}{seconds:>10.2f}{seconds / size * 1e6:>11.1f}{memory:>8.0f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("changes", "growth"))
    parser.add_argument("paths", nargs="+", type=pathlib.Path)
    parser.add_argument("--demarche", default=str(ROOT / "build/release/demarche"))
    arguments = parser.parse_args()
    for tool in ("pdftotext", *(("wdiff", "git") if arguments.what == "changes" else ("taskset",))):
        if not shutil.which(tool):
            sys.exit(f"revisions: there is no {tool}; see --help for what to install")
    with tempfile.TemporaryDirectory() as scratch:
        if arguments.what == "changes":
            changes(arguments.demarche, arguments.paths, pathlib.Path(scratch))
        else:
            growth(arguments.demarche, arguments.paths[0], pathlib.Path(scratch))


if __name__ == "__main__":
    main()
