"""Findings as one page of HTML that needs nothing from elsewhere: to send to whoever writes the replies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from replylint.model import Excerpt, Finding, Fix, RelatedLocation, Severity
from replylint.reports import Outcome, printable
from replylint.reports.screen import one_line, visible

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --error: #c62828; --warning: #a86100; --info: #1565a8; }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffc46b; --info: #82b8f0; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
article { border: 1px solid var(--line); border-left: .3rem solid var(--level); border-radius: .3rem; margin: .7rem 0;
  padding: .6rem .9rem; }
.error { --level: var(--error); } .warning { --level: var(--warning); } .info { --level: var(--info); }
article p { margin: .2rem 0; overflow-wrap: anywhere; } .level { color: var(--level); font-weight: 600; }
.place, .code { font: .85rem ui-monospace, monospace; }
pre { background: var(--soft); padding: .5rem .7rem; margin: .5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: none; color: inherit; text-decoration: underline wavy var(--level); text-underline-offset: .2em; }
ul { margin: .2rem 0; padding-left: 1.2rem; } table { border-collapse: collapse; }
td, th { border-bottom: 1px solid var(--line); padding: .2rem .8rem .2rem 0; text-align: left; }
""".strip()


def render(outcome: Outcome) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>replylint: {_shown(_summary(outcome))}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>"
    yield f"<h1>{_shown(_summary(outcome))}</h1>"
    if outcome.errors:
        yield "<h2>Could not be read</h2>\n<ul>"
        yield from (f"<li>{_shown(str(error))}</li>" for error in outcome.errors)
        yield "</ul>"
    if outcome.findings:
        yield from _rules(outcome.findings)
    for path, findings in groupby(outcome.findings, lambda finding: finding.path):
        yield f"<h2>{_shown(path)}</h2>"
        for finding in findings:
            yield from _finding(finding)
    yield "</body>\n</html>"


def _summary(outcome: Outcome) -> str:
    import click

    from replylint.reports.text import summary

    return click.unstyle(summary(outcome))


def _rules(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield how many findings each rule has."""
    ordered = sorted(findings, key=lambda finding: finding.code)
    counts = [(key, len(list(group))) for key, group in groupby(ordered, lambda f: (f.code, f.name))]
    yield "<table>\n<tr><th>Rule</th><th>Findings</th></tr>"
    for (code, name), count in sorted(counts, key=lambda item: -item[1]):
        yield f"<tr><td><span class=code>{_shown(code)}</span> {_shown(name)}</td><td>{count}</td></tr>"
    yield "</table>"


def _finding(finding: Finding) -> Iterator[str]:
    start = finding.location.start
    level = str(finding.severity) if finding.severity > Severity.OFF else "info"
    yield f'<article class="{level}">'
    yield f'<p><span class="place">{start.line}:{start.column}</span> <span class="level">{level}</span>'
    yield f'<span class="code">{_shown(finding.code)} {_shown(finding.name)}</span></p>'
    yield f"<p>{_shown(finding.message)}</p>"
    if finding.excerpt is not None and finding.excerpt.text.strip():
        yield f"<pre>{_marked(finding.excerpt)}</pre>"
    notes = [
        f"{related.message or 'see'}: “{related.text}”" + (f" ({_place(related)})" if related.path else "")
        for related in finding.related
        if related.text.strip()
    ]
    if notes or finding.fixes:
        yield "<ul>"
        yield from (f"<li>{_shown(note)}</li>" for note in (*notes, *map(_help, finding.fixes)))
        yield "</ul>"
    yield "</article>"


def _place(related: RelatedLocation) -> str:
    at = related.location.start
    return f"{related.path}:{at.line}:{at.column}"


def _help(fix: Fix) -> str:
    return f"Help: {fix.description}"


def _marked(excerpt: Excerpt) -> str:
    """Return the lines of a finding with its words marked."""
    text, span = excerpt.text, excerpt.span
    before, marked, after = text[: span.start], text[span.start : span.end], text[span.end :]
    return f"{_lines(before)}<mark>{_lines(marked)}</mark>{_lines(after)}"


def _shown(text: str) -> str:
    return escape(one_line(printable(text)))


def _lines(text: str) -> str:
    return escape(visible(text.replace("\r\n", "\n")))
