"""Temporary: enough of `check` for score.py while the command line is built."""

from __future__ import annotations

import json
import sys
from datetime import datetime

import click

from replylint import rule_tests, rulebook, selection
from replylint.linter import Linter
from replylint.model import Conversation, Message, ReplylintError


def _message(m: dict, role: str) -> Message:
    t = m.get("sent_at")
    return Message(
        m.get("role", role),
        m["text"],
        datetime.fromisoformat(t.replace("Z", "+00:00")) if t else None,
        m.get("author"),
        m.get("from"),
        tuple(m.get("attachments", ())),
    )


@click.group()
def main() -> None:
    pass


@main.command()
@click.argument("path")
@click.option("--format", "fmt")
@click.option("--select", "select", default="ALL")
@click.option("--exit-zero", is_flag=True)
def check(path: str, fmt: str, select: str, exit_zero: bool) -> None:
    records = [json.loads(line) for line in open(path, encoding="utf-8")]
    conversations = [
        Conversation(
            r["id"],
            tuple(_message(m, "customer") for m in r.get("messages", [])),
            _message(r["draft"], "agent") if r.get("draft") else None,
            r.get("channel", "email"),
            r.get("locale", "en-US"),
            r.get("mode", "draft"),
            r.get("meta", {}),
            path=path,
        )
        for r in records
    ]
    linter = Linter(selection.select(rulebook.load(), select.split(",")))
    out = []
    for f in linter.check(conversations):
        out.append(
            {
                "code": f.code,
                "severity": str(f.severity),
                "conversation": f.conversation,
                "message": f.message,
                "start": f.location.span.start,
                "end": f.location.span.end,
                "text": f.text,
                "related": [r.text for r in f.related],
                "fixes": [
                    {
                        "safe": x.safe,
                        "edits": [{"start": e.span.start, "end": e.span.end, "text": e.text} for e in x.edits],
                    }
                    for x in f.fixes
                ],
            }
        )
    json.dump({"findings": out}, sys.stdout)


@main.command()
@click.argument("codes", nargs=-1)
def test(codes: tuple[str, ...]) -> None:
    mistakes: list[ReplylintError] = []
    known = rulebook.load(mistakes=mistakes)
    for mistake in mistakes:
        print(mistake)
    rules = [r for r in known if not codes or r.code.startswith(codes)]
    failures = list(rule_tests.run(rules, known))
    for failure in failures:
        print(failure)
    print(f"{len(rules)} rules, {sum(len(r.bad) + len(r.good) for r in rules)} examples, {len(failures)} failures")
