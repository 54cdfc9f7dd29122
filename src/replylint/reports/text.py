"""Findings as a modern compiler prints them: one line that says where and what, then the line with the span underlined."""

from __future__ import annotations

from collections.abc import Iterator

import click

from replylint.model import Excerpt, Finding, Fix, Judgement, ReplylintError, Severity
from replylint.reports import Outcome, printable
from replylint.reports.screen import one_line, prefix, suffix, visible, width

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_COLUMNS = 100
"""A fixed width, so that a report is the same on every screen and in every file."""
_BEFORE = 60
_MOST_LINES = 3
_LONGEST_QUOTE = 160
_UNANSWERED = frozenset({"omitted", "bare", "deflected", "re-asked"})


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the lines of the report; colours are for whoever prints them to strip."""
    for finding in outcome.findings:
        yield from lines(finding)
        yield ""
    several = len({j.conversation.path for j in outcome.judgements}) > 1
    for judgement in outcome.judgements:
        if judgement.questions:
            yield from questions(judgement, named=several)
            yield ""


def questions(judgement: Judgement, *, named: bool) -> Iterator[str]:
    """Yield the customer's questions, each with the sentence found for it: what a writer checks before sending."""
    whose = f" ({one_line(printable(judgement.conversation.path))})" if named else ""
    yield click.style(f"The customer asked{whose}:", bold=True)
    for question in judgement.questions:
        yield f"  {_quoted(question.text)}"
        found = _quoted(question.evidence[0].text) if question.evidence else "nothing found"
        if question.verdict != "answered" and question.evidence:
            found += f" ({question.verdict})"
        colour = "yellow" if question.verdict in _UNANSWERED else "green"
        yield f"    {click.style('->', fg=colour)} {found}"


def lines(finding: Finding) -> Iterator[str]:
    """Yield the lines of one finding."""
    start = finding.location.start
    place = click.style(f"{one_line(printable(finding.path))}:{start.line}:{start.column}:", bold=True)
    severity = click.style(str(finding.severity), fg=_COLOURS[finding.severity], bold=True)
    code = click.style(finding.code, bold=True)
    yield f"{place} {severity} {code} {finding.name}: {one_line(finding.message)}"
    gutter = " " * (len(str(finding.excerpt.line)) if finding.excerpt and finding.excerpt.line else 1)
    if finding.excerpt is not None and finding.excerpt.text.strip():
        yield _bar(f"{gutter} |")
        yield from _excerpt(finding.excerpt, gutter, _COLOURS[finding.severity])
    for related in finding.related:
        if related.text.strip():
            at = related.location.start
            yield (
                f"{_bar(f'{gutter} =')} {click.style('note', bold=True)}: {related.message or 'see'}: {_quoted(related.text)}"
                + f" ({f'{one_line(printable(related.path))}:' if related.path else ''}{at.line}:{at.column})"
            )
    for fix in finding.fixes:
        yield f"{_bar(f'{gutter} =')} {click.style('help', fg='green', bold=True)}: {one_line(fix.description)}"
        if (result := _result(finding.excerpt, fix)) is not None:
            yield f"{_bar(f'{gutter} |')}   {click.style(result, fg='green')}"


def summary(outcome: Outcome) -> str:
    """Return the line that ends a report."""
    errors, warnings = outcome.count(Severity.ERROR), outcome.count(Severity.WARNING)
    counts = [_counted(n, noun) for n, noun in ((errors, "error"), (warnings, "warning")) if n]
    counts += [f"{infos} info"] if (infos := outcome.count(Severity.INFO)) else []
    replies = f"{outcome.replies} {'reply' if outcome.replies == 1 else 'replies'} checked"
    parts = [f"{', '.join(counts)} in {replies}" if counts else f"{replies}, nothing found"]
    if outcome.fixed:
        parts.append(f"{outcome.fixed} fixed")
    if outcome.known:
        parts.append(f"{outcome.known} known and hidden")
    if outcome.gone:
        parts.append(f"{outcome.gone} of the baseline gone (remove with --update-baseline)")
    if outcome.skipped:
        how = (
            ""
            if outcome.replies
            else " (no reply by their shape: name one to read it, or say what they are in libraries:)"
        )
        parts.append(f"{_counted(outcome.skipped, 'file')} skipped{how}")
    if outcome.errors:
        parts.append(f"{_counted(len({e.path for e in outcome.errors}), 'file')} with mistakes")
    colour = "red" if errors or outcome.errors else "yellow" if counts else "green"
    return click.style("; ".join(parts), fg=colour, bold=True)


def mistake(error: ReplylintError) -> str:
    """Return the line for something that could not be read."""
    return f"{click.style('error', fg='red', bold=True)}: {one_line(printable(str(error)))}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _bar(text: str) -> str:
    return click.style(text, fg="blue", bold=True)


def _excerpt(excerpt: Excerpt, gutter: str, colour: str) -> Iterator[str]:
    """Yield each line of an excerpt and, under it, the part of the span that is on it."""
    start, number = 0, excerpt.line
    spans = []
    for line in excerpt.text.split("\n"):
        inside = max(0, excerpt.span.start - start), min(len(line), excerpt.span.end - start)
        if inside[0] <= inside[1] and (inside[0] < inside[1] or not len(excerpt.span)):
            spans.append((line, *inside, number))
        start += len(line) + 1
        number = number + 1 if number is not None else None
    for line, first, last, line_number in spans[:_MOST_LINES]:
        shown, before, marked = _cropped(line.rstrip("\r"), first, last)
        label = str(line_number or "").rjust(len(gutter))
        yield f"{_bar(f'{label} |')} {shown}"
        yield f"{_bar(f'{gutter} |')} {' ' * before}{click.style('^' * max(1, marked), fg=colour, bold=True)}"
    if len(spans) > _MOST_LINES:
        yield _bar(f"{gutter} | ...")


def _cropped(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the part of a line that is shown, the columns before the span in it, and those of the span."""
    before, span, after = visible(line[:start]), visible(line[start:end]), visible(line[end:])
    if width(before) > _BEFORE and width(before + span + after) > _COLUMNS:
        before = "..." + before[suffix(before, _BEFORE - 3) :]
    room = _COLUMNS - width(before)
    if width(span) > room:
        span, after = span[: prefix(span, room - 3)] + "...", ""
    elif width(span + after) > room:
        after = after[: prefix(after, max(0, room - width(span) - 3))] + "..."
    return before + span + after, width(before), width(before + span) - width(before)


def _quoted(text: str) -> str:
    text = " ".join(one_line(text).split())
    if width(text) > _LONGEST_QUOTE:
        text = text[: prefix(text, _LONGEST_QUOTE - 3)] + "..."
    return f'"{text}"'


def _result(excerpt: Excerpt | None, fix: Fix) -> str | None:
    """Return the excerpt as the fix would leave it; None where the fix reaches beyond it."""
    if excerpt is None or excerpt.offset is None or not fix.edits:
        return None
    text = excerpt.text
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    if edits[0].span.start + excerpt.offset < 0 or edits[-1].span.end + excerpt.offset > len(text):
        return None
    for edit in reversed(edits):
        at = edit.span.shifted(excerpt.offset)
        text = text[: at.start] + edit.text + text[at.end :]
    first = edits[0].span.start + excerpt.offset
    line_start = text.rfind("\n", 0, first) + 1
    line_end = text.find("\n", first)
    line = text[line_start : len(text) if line_end < 0 else line_end].rstrip("\r")
    return _cropped(line, first - line_start, first - line_start)[0].strip()
