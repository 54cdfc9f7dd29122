"""Measures how long a person waits for one short draft, from the shell's prompt back to it.

    python benchmarks/cold_start.py [--runs 15]

Prints the median, in milliseconds, of commands that are run in turns, so that they meet the same machine: Python alone,
the import of spaCy, and ``replylint check`` on a draft where no sentence needs the parser and on one where one does.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

UNPARSED = "Hi Maya,\n\nThe blue frames left Leeds on Monday 9 November 2026.\n\nKind regards,\nDana\n"
PARSED = "Hi Maya,\n\nYou just have to tighten the screws.\n\nKind regards,\nDana\n"
GOALS = {"check, nothing to parse": 150, "check, one sentence parsed": 1_200}
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""With bytecode kept, as an installed package has it; the first run, which is not measured, writes it."""
IS_PARSED = """
import sys
from replylint.cli import main
try:
    main(["check", sys.argv[1]])
finally:
    sys.exit(10 if "spacy" in sys.modules else 11)
"""


def milliseconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=ENVIRONMENT)
    return (time.perf_counter() - start) * 1_000


def loads_spacy(draft: Path) -> bool:
    """Whether checking a draft loads the parser, so that the numbers are about what they say."""
    return (
        subprocess.run([sys.executable, "-c", IS_PARSED, str(draft)], capture_output=True, env=ENVIRONMENT).returncode
        == 10
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        unparsed, parsed = Path(folder, "unparsed.txt"), Path(folder, "parsed.txt")
        unparsed.write_text(UNPARSED, "utf-8")
        parsed.write_text(PARSED, "utf-8")
        if loads_spacy(unparsed) or not loads_spacy(parsed):
            print("the drafts no longer show what they should: change them", file=sys.stderr)
            return 1
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            'python -c "import spacy"': [sys.executable, "-c", "import spacy"],
            "check, nothing to parse": [sys.executable, "-m", "replylint", "check", str(unparsed)],
            "check, one sentence parsed": [sys.executable, "-m", "replylint", "check", str(parsed)],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(milliseconds(command))
    for name, found in times.items():
        goal = f"   (goal {GOALS[name]:,})" if name in GOALS else ""
        print(f"{name:28}{statistics.median(found):8.0f} ms{goal}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
