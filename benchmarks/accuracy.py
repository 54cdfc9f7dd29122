#!/usr/bin/env python3
"""Precision, recall and F1 of each rule on labelled replies: yours, or the corpus that comes with replylint.

    python benchmarks/accuracy.py mail.jsonl                 # your own labelled mail
    python benchmarks/accuracy.py --corpus                   # the half of our corpus that nothing was tuned on
    python benchmarks/accuracy.py mail.jsonl --any unanswered=QST101,QST103,QST104,QST105,QST106,QST107

How to label: docs/labelling.md. One conversation record a line, with one key more: ``expected``, the codes of the rules
that a careful reader wants to see for this reply ([] where nothing is wrong). A rule is measured where any line expects
it; label every line for it, since what is not expected counts as a false alarm.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from replylint import rulebook, selection
from replylint.linter import Linter
from replylint.model import Conversation, Severity
from replylint.readers import read_bytes

CORPUS = Path(__file__).parent / "data" / "corpus.jsonl"
FAULTS = {"BARE": "QST103|QST104", "DEFLECTED": "QST106", "RE-ASKED": "QST107"}
UNANSWERED = ("QST101", "QST103", "QST104", "QST105", "QST106", "QST107", "QST201")
CONDESCENDING = tuple(f"TON00{i}" for i in range(1, 10))
Alternatives = frozenset[str]
"""Codes of which a reader wants to see one: ``QST103|QST104``."""


@dataclass
class Tally:
    """How often a label was expected and found."""

    both: int = 0
    only_found: int = 0
    only_expected: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, id: str, found: bool, expected: bool) -> None:
        self.both += found and expected
        self.only_found += found and not expected
        self.only_expected += expected and not found
        if found and not expected:
            self.wrong.append(id)
        if expected and not found:
            self.missed.append(id)

    @property
    def precision(self) -> float:
        return self.both / (self.both + self.only_found) if self.both + self.only_found else float("nan")

    @property
    def recall(self) -> float:
        return self.both / (self.both + self.only_expected) if self.both + self.only_expected else float("nan")

    @property
    def f1(self) -> float:
        total = 2 * self.both + self.only_found + self.only_expected
        return 2 * self.both / total if total else float("nan")

    def __str__(self) -> str:
        return (
            f"precision {self.precision:5.2f}  recall {self.recall:5.2f}  F1 {self.f1:5.2f}"
            f"   (expected {self.both + self.only_expected}, found {self.both + self.only_found})"
        )


def corpus_records(half: int | None = None) -> Iterator[dict[str, Any]]:
    """Yield the corpus as labelled records; ``half`` 0 was trained and tuned on, half 1 is only measured."""
    for number, line in enumerate(CORPUS.open(encoding="utf-8")):
        thread = json.loads(line)
        if half is not None and number % 2 != half:
            continue
        messages = thread["before"] + [{"role": "customer", "text": text} for text in thread["customer"]]
        channel = {"forum": "email"}.get(thread["channel"], thread["channel"])
        for k, reply in enumerate(thread["replies"]):
            yield {
                "id": f"{thread['id']}-{k}",
                "channel": channel,
                "messages": messages,
                "draft": {"text": reply["text"]},
                "expected": _expected(reply),
            }


def _expected(reply: Mapping[str, Any]) -> list[str]:
    states = reply["states"]
    codes = [FAULTS[state] for state in states if state in FAULTS]
    if "OMITTED" in states:
        codes.append("QST101" if set(states) == {"OMITTED"} else "QST105")
    if reply["missing_apology"]:
        codes.append("APO101")
    if reply["condescending"]:
        codes.append("|".join(CONDESCENDING))
    return codes


def measure(
    records: Iterable[dict[str, Any]], groups: Mapping[str, tuple[str, ...]], *, loud: bool = False
) -> dict[str, Tally]:
    """Compare findings and expectations reply by reply. With ``loud`` hints (severity info) are left out."""
    records = list(records)
    expected = {r["id"]: [frozenset(codes.split("|")) for codes in r.pop("expected")] for r in records}
    found: dict[str, set[str]] = defaultdict(set)
    linter = Linter(selection.select(rulebook.load(), ["ALL"]))
    for finding in linter.check(_conversations(records)):
        if not loud or finding.severity > Severity.INFO:
            found[finding.conversation].add(finding.code)
    rules = sorted(set().union(*(alternatives for wanted in expected.values() for alternatives in wanted)))
    tallies = {label: Tally() for label in (*rules, *groups)}
    for id, wanted in expected.items():
        for code in rules:
            accepted = any(code in alternatives for alternatives in wanted)
            tallies[code].add(id, code in found[id], accepted if code in found[id] else frozenset({code}) in wanted)
        for label, members in groups.items():
            tallies[label].add(id, bool(found[id] & set(members)), any(a & set(members) for a in wanted))
    return tallies


def _conversations(records: list[dict[str, Any]]) -> tuple[Conversation, ...]:
    lines = "".join(json.dumps(record) + "\n" for record in records)
    result = read_bytes(lines.encode(), "labelled.jsonl")
    if result.errors:
        sys.exit(str(result.errors[0]))
    return result.conversations


def _records(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.open(encoding="utf-8"), 1):
        if not line.strip():
            continue
        record = json.loads(line)
        if not isinstance(record.get("expected"), list):
            sys.exit(f"{path}:{number}: the key 'expected' is missing: a list of codes, [] where nothing is wrong")
        yield {"id": f"{path}:{number}", **record}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "labelled", type=Path, nargs="?", help="conversation records with the key 'expected', one a line"
    )
    parser.add_argument("--corpus", action="store_true", help="measure on the unseen half of our corpus")
    parser.add_argument("--loud", action="store_true", help="leave hints (severity info) out")
    parser.add_argument(
        "--any", action="append", default=[], metavar="NAME=CODES", help="a row for any of several codes"
    )
    parser.add_argument("--details", action="store_true", help="name the replies that were missed or wrongly found")
    options = parser.parse_args()
    if options.corpus == bool(options.labelled):
        parser.error("name a labelled file, or --corpus")
    groups = {name: tuple(codes.split(",")) for name, _, codes in (g.partition("=") for g in options.any)}
    if options.corpus:
        groups |= {"unanswered": UNANSWERED, "condescending": CONDESCENDING}
    records = corpus_records(half=1) if options.corpus else _records(options.labelled)
    for label, tally in measure(records, groups, loud=options.loud).items():
        print(f"{label:14} {tally}")
        if options.details:
            print(f"  missed: {', '.join(tally.missed)}\n  wrongly found: {', '.join(tally.wrong)}")


if __name__ == "__main__":
    main()
