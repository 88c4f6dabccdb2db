#!/usr/bin/env python3
"""Measures importing BibTeX against the least that the same rows can cost.

    python3 Benchmarks/import.py [--lectern PROGRAM] [--entries N] [--rounds N] [--file FILE] [--check]

The document is made up here unless one is named. Two floors are measured in the same run, in turn
with Lectern: counting the lines of the document, below which nothing can read it, and the sqlite3
program that copies the rows of the finished library into an empty one with the same tables,
triggers and full-text indexes, below which nothing can store it and make it searchable.
Absolute times are noisy: compare only within one run, and judge by the ratios.
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time



class Budget:
    """What docs/performance.md promises."""

    import_ratio = 2.0
    memory_mb = 300.0


def document(path, entries):
    """Writes a library of made-up papers, the same for the same number."""
    draw = random.Random(1)
    syllables = "ba ce di fo gu la me ni po ru sa te vi xo zu ant ler mic tron vec".split()
    words = ["".join(draw.choices(syllables, k=draw.randint(1, 4))) for _ in range(4000)]
    weights = [1 / (rank + 2.7) for rank in range(len(words))]
    names = [w.capitalize() for w in words[:400]] + ["Müller", "Łoś", "Nguyễn", "Çelik"]
    titles = [w.capitalize() for w in words[100:700]]
    with open(path, "w", encoding="utf-8") as file:
        for number in range(entries):
            year, month = 2010 + number % 144 // 12, number % 12 + 1
            arxiv = f"{year % 100:02}{month:02}.{number // 144 + 1:05}"
            authors = " and ".join(
                f"{draw.choice(names)}, {draw.choice(names)}" for _ in range(draw.randint(1, 6)))
            title = " ".join(draw.choices(titles, k=draw.randint(3, 9)))
            abstract = " ".join(draw.choices(words, weights, k=draw.randint(90, 180)))
            note = "" if draw.random() < 0.6 else f"  note = {{{' '.join(draw.choices(words, k=9))}}},\n"
            file.write(
                f"@article{{key{number},\n  title = {{{title}}},\n  author = {{{authors}}},\n"
                f"  year = {{{year}}},\n  journal = {{Journal of {titles[number % 40]}}},\n"
                f"  doi = {{10.1234/{number}}},\n  eprint = {{{arxiv}}},\n"
                f"  archivePrefix = {{arXiv}},\n  url = {{https://arxiv.org/abs/{arxiv}}},\n"
                f"  keywords = {{{titles[number % 60]}}},\n{note}  abstract = {{{abstract}}}\n}}\n\n")


class Run:
    """One program from its start to its end: seconds, and megabytes at the most."""

    def __init__(self, argv, env=None, text=None):
        start = time.monotonic()
        source = subprocess.PIPE if text else subprocess.DEVNULL
        process = subprocess.Popen(
            argv, env=env, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if text:
            process.stdin.write(text.encode())
            process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds = time.monotonic() - start
        self.processor = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024
        if process.returncode != 0:
            sys.exit(f"{argv[0]} failed with {process.returncode}")


def remove(path):
    for ending in ("", "-wal", "-shm"):
        try:
            os.unlink(path + ending)
        except FileNotFoundError:
            pass


COPY = """
ATTACH '{full}' AS full;
PRAGMA synchronous = FULL;
PRAGMA cache_size = -48000;
BEGIN IMMEDIATE;
INSERT INTO list SELECT * FROM full.list WHERE id NOT IN (SELECT id FROM list);
INSERT INTO paper SELECT * FROM full.paper WHERE id > {last};
INSERT INTO identifier SELECT * FROM full.identifier WHERE paper > {last} ORDER BY paper, place;
INSERT INTO link SELECT * FROM full.link WHERE paper > {last};
INSERT INTO paper_tag SELECT * FROM full.paper_tag WHERE paper > {last};
INSERT INTO entry SELECT * FROM full.entry WHERE paper > {last};
INSERT INTO paper_name(rowid, title, short_name, authors)
  SELECT id, title, short_name, authors FROM paper WHERE id > {last};
INSERT INTO paper_text(rowid, title, short_name, authors, abstract, remark, note)
  SELECT * FROM paper_passage WHERE paper > {last};
DELETE FROM full_text_due;
COMMIT;
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lectern", default=".build/release/lectern")
    parser.add_argument("--entries", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--file", help="a BibTeX document instead of a made-up one")
    parser.add_argument("--slack", type=float, default=1.0, help="how many times a budget is allowed")
    parser.add_argument("--check", action="store_true", help="fail when a budget is broken")
    arguments = parser.parse_args()
    lectern = os.path.abspath(arguments.lectern)
    with tempfile.TemporaryDirectory(prefix="lectern-bench-") as folder:
        measure(arguments, lectern, folder)


def measure(arguments, lectern, folder):
    source = arguments.file or os.path.join(folder, "library.bib")
    if not arguments.file:
        document(source, arguments.entries)
    env = {"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    library, empty = os.path.join(folder, "library.db"), os.path.join(folder, "empty.db")
    copy = os.path.join(folder, "copy.db")
    Run([lectern, "--library", empty, "lists"], env)
    last = subprocess.check_output(["sqlite3", empty, "SELECT max(id) FROM paper"], text=True).strip()
    runs = {"lines": [], "dry run": [], "sqlite3": [], "import": []}
    for _ in range(arguments.rounds):
        remove(library)
        remove(copy)
        shutil.copy(empty, library)
        shutil.copy(empty, copy)
        runs["lines"].append(Run(["wc", "-l", source], env))
        runs["dry run"].append(Run([lectern, "--library", library, "import", "--dry-run", source], env))
        runs["import"].append(Run([lectern, "--library", library, "import", source], env))
        runs["sqlite3"].append(Run(["sqlite3", copy], env, COPY.format(full=library, last=last)))
    entries = int(subprocess.check_output(
        ["sqlite3", library, f"SELECT count(*) FROM paper WHERE id > {last}"], text=True))
    report(arguments, entries, os.path.getsize(source), runs)


def report(arguments, entries, size, runs):
    print(f"{entries} entries, {size / 1e6:.1f} MB, {arguments.rounds} rounds, medians")
    print(f"{'':10} {'seconds':>8} {'processor':>9} {'a second':>9} {'MB/s':>7} {'peak MB':>8}")
    median = {}
    for name, all_runs in runs.items():
        seconds = median[name] = statistics.median(run.seconds for run in all_runs)
        processor = statistics.median(run.processor for run in all_runs)
        print(
            f"{name:10} {seconds:8.2f} {processor:9.2f} {entries / seconds:9.0f}"
            f" {size / seconds / 1e6:7.1f} {max(run.megabytes for run in all_runs):8.0f}")
    # Noise never makes a program faster, so the best round of each says most.
    ratio = min(run.seconds for run in runs["import"]) / min(run.seconds for run in runs["sqlite3"])
    memory = max(run.megabytes for run in runs["import"])
    print(f"import to the floor of sqlite3: {ratio:.2f}")
    if not arguments.check:
        return
    broken = []
    if ratio > Budget.import_ratio * arguments.slack:
        broken.append(f"an import takes {ratio:.2f} times the floor, not {Budget.import_ratio}")
    if memory > Budget.memory_mb * arguments.slack:
        broken.append(f"an import takes {memory:.0f} MB, not {Budget.memory_mb:.0f}")
    for line in broken:
        print("over budget: " + line)
    if broken:
        sys.exit(1)


if __name__ == "__main__":
    main()
