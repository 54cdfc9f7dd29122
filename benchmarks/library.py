"""Checks template libraries of growing size in one YAML file, and prints how time and memory grow.

    python benchmarks/library.py [--templates 10000] [--limit 1.3]

For each library: the seconds and the peak of memory at four sizes, each in a process of its own, and the exponents of
their growth (1.0 is linear). Exits with 1 where one is above the limit.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import subprocess
import sys
import time

WORDS = (
    "order parcel refund invoice address lamp table delivery account password colour colour frame lens ticket seat hall "
    "battery cable screen garden chair window photo album driver train station doctor garage engine"
).split()
MORE = "red blue large small new late early heavy broken missing second returned".split()


def distinct(number: int) -> str:
    """Return a template that shares its frame with others, and little else."""
    chance = random.Random(number)
    one, two, three = chance.sample(WORDS, 3)
    sentences = [
        "Hi {{first_name}}, thank you for your message.",
        f"Your {chance.choice(MORE)} {one} and the {two} with number {number} are on their way, and the {three} follows.",
        f"We open at {chance.choice((9, 10))} am, and the {one} desk closes at {chance.choice(('17:00', '5 pm'))}.",
        f"You can return the {two} within {chance.choice((14, 30))} days.",
        f"Please tell us by {chance.randrange(1, 12)} pm which {three} you would like to keep. Kind regards",
    ]
    return " ".join([sentences[0], *chance.sample(sentences[1:], 3)])


def alike(number: int) -> str:
    """Return a template that is nearly the same as every other one."""
    return f"Hi {{{{first_name}}}}, your parcel {number} is on its way. You can return it within 30 days. Kind regards"


LIBRARIES = {"distinct": distinct, "alike": alike}


def library(name: str, templates: int) -> bytes:
    make = LIBRARIES[name]
    entries = (f"- title: template {n}\n  text: |\n    {make(n)}\n" for n in range(templates))
    return "".join(entries).encode()


def measure(name: str, templates: int) -> None:
    """Check a library and print seconds, mebibytes and findings."""
    from replylint import Checker, Settings
    from replylint.model import LibrarySettings
    from replylint.readers import read_bytes

    data = library(name, templates)
    settings = Settings(libraries=(LibrarySettings(("library.yaml",), ("[*].text",), title="title", mode="library"),))
    start = time.process_time()
    result = read_bytes(data, "library.yaml", settings)
    found = sum(1 for _ in Checker(settings).check(result.conversations))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(time.process_time() - start, peak, found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--templates", type=int, default=10_000, help="in the largest library (default 10,000)")
    parser.add_argument("--limit", type=float, default=1.3, help="the largest exponent that passes (default 1.3)")
    parser.add_argument("--only", nargs=2, metavar=("LIBRARY", "TEMPLATES"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only:
        measure(arguments.only[0], int(arguments.only[1]))
        return 0
    too_fast = False
    print(f"{'library':10}{'templates':>10}{'seconds':>9}{'MiB':>7}{'findings':>10}")
    for name in LIBRARIES:
        rows = []
        for part in (8, 4, 2, 1):
            templates = arguments.templates // part
            run = [sys.executable, __file__, "--only", name, str(templates)]
            seconds, peak, found = map(
                float, subprocess.run(run, capture_output=True, check=True, text=True).stdout.split()
            )
            rows.append((templates, seconds, peak))
            print(f"{name:10}{templates:10,}{seconds:9.1f}{peak:7.0f}{int(found):10,}", flush=True)
        (n1, s1, m1), (n4, s4, m4) = rows[1], rows[-1]
        exponents = math.log(s4 / s1) / math.log(n4 / n1), math.log(m4 / m1) / math.log(n4 / n1)
        print(f"{name:10}exponent of time {exponents[0]:.2f}, of memory {exponents[1]:.2f}")
        too_fast |= max(exponents) > arguments.limit
    return int(too_fast)


if __name__ == "__main__":
    sys.exit(main())
