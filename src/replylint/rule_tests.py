"""Runs the examples every rule carries: each mark is found exactly once, a good example not at all, a fix heals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from replylint.linter import Linter
from replylint.model import Conversation, Example, Finding, Fix, Position, Rule, Settings, Severity
from replylint.selection import switched_on


@dataclass(frozen=True)
class Failure:
    """An example that does not hold, and its place in the rule file."""

    rule: Rule
    position: Position
    reason: str

    def __str__(self) -> str:
        return f"{self.rule.path}:{self.position.line}:{self.position.column}: {self.rule.code}: {self.reason}"


def run(rules: Sequence[Rule], known: Sequence[Rule] = (), *, allow_code: bool = False) -> Iterator[Failure]:
    """Yield every example that does not hold. Each rule is judged alone, as loud as its file says.

    ``known`` are all rules there are, where these are only some of them.
    """
    for rule in rules:
        linter = Linter([switched_on(rule)], Settings(), known=known or rules, allow_code=allow_code)
        for example in rule.bad:
            yield from (Failure(rule, example.position, reason) for reason in _bad(linter, example))
        for example in rule.good:
            found = [f for f in _found(linter, example) if f.severity > Severity.INFO or rule.info_only]
            if found:
                yield Failure(rule, example.position, f"a good example is found fault with at {found[0].text!r}")


def _found(linter: Linter, example: Example, conversation: Conversation | None = None) -> list[Finding]:
    """Return the findings in an example, or in a changed one, which stands among its other templates."""
    judged = conversation or example.conversation
    return [f for f in linter.check([*example.library, judged]) if f.conversation == judged.id]


def _bad(linter: Linter, example: Example) -> Iterator[str]:
    found = _found(linter, example)
    spans = sorted(f.location.span for f in found)
    if example.marks and spans != sorted(example.marks):
        text = example.conversation.message("draft").text
        yield f"marked {[m.of(text) for m in example.marks]}, found {[f.text for f in found]}"
        return
    if len(found) != max(1, len(example.marks)):
        yield f"expected one finding, found {len(found)}"
        return
    if example.severity is not None and found[0].severity != example.severity:
        yield f"expected severity {example.severity}, found {found[0].severity}"
    yield from _fixes(linter, example, found)


def _fixes(linter: Linter, example: Example, found: Sequence[Finding]) -> Iterator[str]:
    if example.fix is not None:
        results = [fixed(example.conversation, fix) for f in found for fix in f.fixes]
        if example.fix not in results:
            yield f"no fix gives {example.fix!r}, but {results}"
    for finding in found:
        for fix in finding.fixes:
            text = fixed(example.conversation, fix)
            draft = replace(example.conversation.message("draft"), text=text)
            left = _found(linter, example, replace(example.conversation, draft=draft))
            if len(left) >= len(found):
                yield f"the fix {text!r} does not remove the finding"


def fixed(conversation: Conversation, fix: Fix) -> str:
    """Return the draft's text with a fix applied."""
    text = conversation.message("draft").text
    for edit in sorted(fix.edits, key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
