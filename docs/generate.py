"""Writes docs/rules.md from the rule files, and into README.md what the commands in it print.

python docs/generate.py            write them
python docs/generate.py --check    exit with 1 where one of them is not current
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from replylint import Linter, Rule, load_rules
from replylint.cli.rule import page
from replylint.selection import switched_on

ROOT = Path(__file__).parents[1]
_COMMAND = re.compile(
    r"(?<=^\$ )(?P<command>replylint check [^\n]*|make demo)[^\n]*\n(?P<output>.*?)(?=^```|^\$ )", re.M | re.S
)
_EXAMPLES = 3
_HEAD = """\
# Rules

Made from [`rules/`](../rules) by `make docs`; every finding below is what `replylint` really shows for the example above
it. `replylint rule CODE --all` prints all examples of a rule.

A code's first digit says what the rule must be given: 0 the draft alone, 1 the customer's message, 2 the whole thread.
The severity is the loudest a rule can be: where a check is less sure, a finding is demoted to a warning or a hint.
"""


def readme() -> str:
    """Return the text of README.md, with what its commands print now."""

    def current(shown: re.Match[str]) -> str:
        line = shown[0].partition("\n")[0]
        if shown["command"] == "make demo":  # its first finding and its end are enough
            findings = _printed("replylint check examples").split("\n\n")
            return f"{line}\n{findings[0]}\n[…]\n{findings[-1]}"
        return f"{line}\n{_printed(shown['command'])}"

    return _COMMAND.sub(current, (ROOT / "README.md").read_text("utf-8"))


def _printed(command: str) -> str:
    arguments = shlex.split(command)
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def rules_page() -> str:
    """Return the text of docs/rules.md."""
    rules = load_rules()
    lines = [_HEAD]
    for family, members in groupby(rules, lambda rule: rule.family):
        lines += [f"## {family.capitalize()}", "", "| code | name | severity | finds |", "| --- | --- | --- | --- |"]
        lines += [f"| [{r.code}](#{_anchor(r)}) | {r.name} | {_severity(r)} | {r.summary} |" for r in members]
        lines.append("")
    for rule in rules:
        lines += _section(rule, rules)
    return "\n".join(lines).rstrip() + "\n"


def _section(rule: Rule, known: tuple[Rule, ...]) -> Iterator[str]:
    linter = Linter([switched_on(rule)], known=known)
    shown = [click.unstyle(line) for line in page(rule, linter, _EXAMPLES)]
    examples = shown.index("Found")
    yield from (f"## {rule.code} {rule.name}", "")
    for line in shown[1:examples]:  # the facts are a list, so that each stays on its line
        label, _, fact = line.partition("  ")
        yield f"- {label}: {fact.strip()}" if fact else line
    yield from ("```text", *shown[examples:], "```", "")


def _severity(rule: Rule) -> str:
    return "preview" if rule.preview else str(rule.default_severity)


def _anchor(rule: Rule) -> str:
    return f"{rule.code} {rule.name}".lower().replace(" ", "-")


def main() -> int:
    pages = {ROOT / "docs/rules.md": rules_page(), ROOT / "README.md": readme()}
    stale = [path for path, text in pages.items() if not path.is_file() or path.read_text("utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"not current: {path.name}: run make docs", file=sys.stderr)
        return bool(stale)
    for path in stale:
        path.write_text(pages[path], "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
