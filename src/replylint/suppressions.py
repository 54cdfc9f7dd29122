"""Findings that a file's own comments or front matter switch off, and the two rules about such comments.

``<!-- replylint: ignore TIM001 -->`` speaks of the line it is on, or the next line where it stands alone;
``<!-- replylint: ignore-file TIM001 -->`` of the whole message. Meta rules: RPL001 bare ignore, RPL002 unused ignore.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from replylint.language.reading import Reading
from replylint.locations import locate
from replylint.model import Finding, Location, Rule, Severity, Span
from replylint.selection import matches

_COMMENT = re.compile(r"<!--\s*replylint:\s*(?P<kind>ignore-file|ignore)\b(?P<codes>[^>]*?)-->")
_CODE = re.compile(r"[A-Za-z][\w-]*")


@dataclass
class _Ignore:
    selector: str
    scope: Span
    location: Location
    used: bool = field(default=False)


def apply(reading: Reading, findings: Sequence[Finding], rules: Sequence[Rule]) -> Iterator[Finding]:
    """Yield the findings that stay, then those about the ignores themselves."""
    ignores = list(_ignores(reading))
    by_code = {rule.code: rule for rule in rules}
    for finding in findings:
        rule = by_code[finding.code]
        ignored = [i for i in ignores if matches(rule, i.selector) and i.scope.overlaps(_touched(finding))]
        for ignore in ignored:
            ignore.used = True
        if not ignored:
            yield finding
    for ignore in ignores:
        if not ignore.selector:
            yield _about(reading, ignore, "RPL001", "bare-ignore", "Say which rule to ignore, such as “ignore TIM001”.")
        elif not ignore.used and any(matches(rule, ignore.selector) for rule in rules):
            yield _about(
                reading,
                ignore,
                "RPL002",
                "unused-ignore",
                f"Nothing here breaks {ignore.selector}: remove this ignore.",
            )


def _touched(finding: Finding) -> Span:
    span = finding.location.span
    return span if len(span) else Span(span.start, span.end + 1)


def _ignores(reading: Reading) -> Iterator[_Ignore]:
    text = reading.draft.raw
    whole = Span(0, len(text) + 1)
    for ignore in reading.conversation.ignores:
        here = Location(reading.turn, Span(0, 0), ignore.position, ignore.position)
        yield _Ignore(ignore.selector, whole, here)
    for comment in _COMMENT.finditer(text):
        scope = whole if comment["kind"] == "ignore-file" else _scope(text, comment.start(), comment.end())
        location = locate(reading.message.source, text, reading.turn, Span(*comment.span()))
        for selector in _CODE.findall(comment["codes"]) or [""]:
            yield _Ignore(selector, scope, location)


def _scope(text: str, start: int, end: int) -> Span:
    """The comment's own line, or the next one where the comment stands alone on its line."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if (text[line_start:start] + text[end:line_end]).strip():
        return Span(line_start, line_end)
    next_end = text.find("\n", line_end + 1)
    return Span(line_end, len(text) + 1 if next_end < 0 else next_end)


def _about(reading: Reading, ignore: _Ignore, code: str, name: str, message: str) -> Finding:
    return Finding(
        code=code,
        name=name,
        severity=Severity.WARNING,
        message=message,
        path=reading.conversation.path,
        conversation=reading.conversation.id,
        location=ignore.location,
        text=ignore.location.span.of(reading.draft.raw),
        source=reading.draft.message.source,
    )
