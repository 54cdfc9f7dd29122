"""Findings without what identifies a person: names, numbers and addresses become tags such as ``[EMAIL]``.

Reports travel further than the mail they quote (build logs, tickets). When in doubt something is hidden: a brand that
is taken for a name costs little. Dates, clock times and years stay, as findings are about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from replylint.model import Conversation, Excerpt, Fact, Finding, Fix, Judgement, RelatedLocation, Span

_STREET = (
    "street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|square|sq|place|pl|way|terrace|crescent"
    "|boulevard|blvd"
)
_WORD = r"[A-Z](?:[^\W\d_]|[’'-](?=[^\W\d_]))*(?![\w-])"
_PATTERNS = re.compile(
    rf"""
    (?P<URL>\b(?:[a-z][a-z0-9+.-]{{1,20}}://|www\.)[^\s<>"]+)
  | (?P<EMAIL>[\w.+%-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,6}})
  | (?P<HANDLE>(?<![\w.])@\w{{1,60}})
  | (?P<ADDRESS>\b\d{{1,5}}[A-Za-z]?,?\s(?-i:{_WORD}\s){{1,3}}(?:{_STREET})\b
      | (?-i:\b[A-Z]{{1,2}}\d[A-Z\d]?\s?\d[A-Z]{{2}}\b | \b[A-Z]{{2}}\s\d{{5}}(?:-\d{{4}})?\b))
  | (?P<kept>\b\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?\b | \b\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d)\b
      | \b(?:19|20)\d\d(?:s\b|\b(?![\d-]))| \b\d{{1,2}}[:.]\d\d\b)
  | (?P<NUMBER>[+(]?\b\d(?:[ ().,/-]{{0,2}}\d){{3,30}}\b | (?:\#\s?)?\b[A-Za-z]{{1,6}}-?\d[\w-]{{2,30}}\b
      | \#\s?\d+\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_GREETING = re.compile(
    rf"(?:\b[Hh]i|\b[Hh]ello|\b[Hh]ey|\b[Dd]ear|\bMr|\bMrs|\bMs|\bMx|\bDr|\bProf|[Mm]y name is|[Tt]his is|[Ii]t['’]s"
    rf"|\bI am|\bI['’]m)\.?"
    rf"[ ,]+((?:{_WORD}[ ]?){{1,3}})"
)
_BEHIND_CLOSING = re.compile(
    rf"^[ \t]*(?:[\w ]{{0,20}}(?:regards|wishes|best|sincerely|faithfully|cheers|thanks|thank you"
    rf"|love))[,.!]?[ \t]*\n{{1,3}}[ \t]*"
    rf"((?-i:(?:{_WORD}[ ]?){{1,3}}))",
    re.IGNORECASE | re.MULTILINE,
)
_INSIDE_SENTENCE = re.compile(rf"(?<=[a-z,;] )({_WORD})")
_COMMON = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december christmas easter english british american i'm i'll i've i'd i’m i’ll i’ve i’d"
    " mr mrs ms mx dr prof hi hello hey dear thanks thank the we you our your".split()
)


class Redactor:
    """Hides what identifies the people of one conversation. ``keep`` are words that are no secret, such as brands."""

    def __init__(self, conversation: Conversation, keep: Iterable[str] = ()) -> None:
        kept = _COMMON | {word.lower() for phrase in keep for word in phrase.split()}
        names = {name for name in _names(conversation) if name.lower() not in kept and len(name) > 1}
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        joined = "|".join(map(re.escape, longest_first))
        self._names = re.compile(rf"(?<!\w)(?:{joined})(?:[ -](?:{joined}))*(?!\w)") if names else None

    def text(self, text: str) -> str:
        return self._hidden(text, Span(0, 0))[0]

    def finding(self, finding: Finding) -> Finding:
        """Return a finding whose words may be shown to anybody; its offsets are those of the untouched message."""
        return replace(
            finding,
            message=self.text(finding.message),
            text=self.text(finding.text),
            fixes=tuple(self._fix(fix) for fix in finding.fixes),
            related=tuple(self._related(related) for related in finding.related),
            excerpt=self._excerpt(finding.excerpt) if finding.excerpt else None,
        )

    def judgement(self, judgement: Judgement) -> Judgement:
        """Return a judgement whose findings and questions may be shown to anybody."""
        return replace(
            judgement,
            findings=tuple(self.finding(finding) for finding in judgement.findings),
            questions=tuple(self.fact(question) for question in judgement.questions),
        )

    def fact(self, fact: Fact) -> Fact:
        """Return something understood whose words may be shown to anybody."""
        return replace(
            fact, text=self.text(fact.text), evidence=tuple(self._related(related) for related in fact.evidence)
        )

    def _fix(self, fix: Fix) -> Fix:
        """Hide a fix's words; one that would write a tag into the message has no edits left."""
        changes = any(self.text(edit.text) != edit.text for edit in fix.edits)
        return replace(fix, description=self.text(fix.description), edits=() if changes else fix.edits)

    def _related(self, related: RelatedLocation) -> RelatedLocation:
        return replace(related, message=self.text(related.message), text=self.text(related.text))

    def _excerpt(self, excerpt: Excerpt) -> Excerpt:
        text, span = self._hidden(excerpt.text, excerpt.span)
        return excerpt if text == excerpt.text else Excerpt(text, span, excerpt.line, None)

    def _hidden(self, text: str, span: Span) -> tuple[str, Span]:
        """Return a text with tags, and where a span of it is now; a tag that the span touches is all in it."""
        pieces: list[str] = []
        done = shift = 0
        start, end = span.start, span.end
        for found, tag in self._secrets(text):
            pieces += [text[done : found.start], tag]
            done, grown = found.end, len(tag) - len(found)
            if found.end <= span.start:
                start, end = start + grown, end + grown
            elif found.start < span.end:
                start = min(start, found.start + shift)
                end = end + grown if found.end <= span.end else found.start + shift + len(tag)
            shift += grown
        return "".join([*pieces, text[done:]]), Span(start, end)

    def _secrets(self, text: str) -> Iterator[tuple[Span, str]]:
        """Yield what to hide and the tag for it, in order."""
        found = [(Span(*m.span()), f"[{m.lastgroup}]") for m in _PATTERNS.finditer(text) if m.lastgroup != "kept"]
        if self._names is not None:
            found += [(Span(*m.span()), "[NAME]") for m in self._names.finditer(text)]
        done = 0
        for span, tag in sorted(found, key=lambda item: (item[0].start, -item[0].end)):
            if span.start >= done:
                yield span, tag
                done = span.end


def _names(conversation: Conversation) -> Iterator[str]:
    """Yield the words that are somebody's name, or look like it."""
    messages = [*conversation.messages, *([conversation.draft] if conversation.draft else [])]
    for message in messages:
        for author in (message.author, message.sender):
            yield from re.findall(r"[^\W\d_][\w’'-]*", re.sub(r"\S+@\S+", " ", author or ""))
        for pattern in (_AFTER_GREETING, _BEHIND_CLOSING, _INSIDE_SENTENCE):
            for match in pattern.finditer(message.text):
                yield from (re.sub(r"[’']s$", "", word) for word in match.group(1).split())
