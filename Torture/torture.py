"""Tortures a built Lectern and counts what is lost: nothing may be.

python3 Torture/torture.py --lectern PROGRAM --shim faults.so [--seed N] [--only NAME]
"""

import argparse
import os
import random
import sys
import time

import kills
import refusals
from counts import Counts
from program import Program


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lectern", required=True)
    parser.add_argument("--shim", required=True)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", default="", help="only those whose name has this word")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    generator = random.Random(options.seed)

    def make():
        return Program(os.path.abspath(options.lectern), os.path.abspath(options.shim))

    total = Counts()
    tortures = [
        (name, part) for part, names in [
            (kills, ["killed commands", "killed browsers"]),
            (refusals, [name for name, _ in refusals.TORTURES]),
        ] for name in names if options.only in name]
    for name, part in tortures:
        begun = time.monotonic()
        counts = part.run(make, generator, name)
        print(f"{counts.line(name)}  {time.monotonic() - begun:5.0f} s", flush=True)
        for wrong in counts.wrong[:20]:
            print(f"  {wrong}", flush=True)
        total.add(counts)
    print(total.line("in all"))
    sys.exit(1 if total.wrong else 0)


if __name__ == "__main__":
    main()
