"""What our message asks of the customer: questions and things to send, tell or confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from replylint.language.patterns import lazy
from replylint.language.text import Text
from replylint.model import Span

_PROVIDE = (
    r"(?:send|tell|confirm|provide|let\s+(?:us|me)\s+know|attach|give|share|reply|specify|choose|state|include"
    r"|fill|upload|bring|sign|return|check)"
)
_ASK = lazy(
    rf"(?:^|[.!?;:,–—-]\s*|\band\s+|\bthen\s+|\balso\s+|\bor\s+)(?:please\s+|kindly\s+|also\s+|then\s+|and\s+"
    rf"|just\s+)*(?:(?:can|could|would|will)\s+you\s+(?:please\s+"
    rf"|also\s+)?)?(?P<provide>{_PROVIDE})\b(?!\s+(?:if\s+you|if\s+there|if\s+we))"
    rf"|(?P<question>\?)"
    rf"|(?P<whether>,?\s+and\s+(?:whether|if|what|when|where|which|how|who)\b)",
    re.I,
    needs="?|send|tell|confirm|provide|know|attach|give|share|reply|specify|choose|state|include|fill|upload|bring|sign"
    "|return|check|and",
)
_GIVE = lazy(rf"\b{_PROVIDE}\s+(?:(?:us|me)\s+)?(?P<things>(?:your|the|a)\s[^.?!;:]+)", re.I)
_CLOSING = lazy(
    r"\blet\s+(?:us|me)\s+know\s+(?:if|should|whether\s+you\s+(?:have|need))\b|\bany\s+(?:questions|problems)\b"
    r"|\banything\s+else\b|\bhow\s+(?:else\s+)?(?:can|may)\s+(?:i|we)\s+help\b",
    re.I,
    needs="know|questions|problems|anything|help",
)
_PLEA = lazy(r"\W*(?:(?:can|could|would|will)\s+you|please)", re.I)
_LISTED = lazy(r"^\s*(?:[-*•–]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s|(?:^|\s)1[.)]\s.*\s2[.)]\s", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Stack:
    """Things asked in one paragraph of running text."""

    span: Span
    count: int


def stacks(text: Text, least: int) -> Iterator[Stack]:
    """Yield the paragraphs that ask at least so many things outside a list."""
    paragraphs: dict[int, list[tuple[Span, int]]] = {}
    for sentence in text.author:
        if _LISTED.search(sentence.scan):
            continue
        paragraphs.setdefault(sentence.paragraph, []).append((sentence.span, _asks(sentence.scan)))
    for found in paragraphs.values():
        asking = [(span, n) for span, n in found if n]
        if sum(n for _, n in asking) >= least:
            yield Stack(Span(asking[0][0].start, asking[-1][0].end), sum(n for _, n in asking))


def _asks(sentence: str) -> int:
    """Count the asks of a sentence; a question is one, with one more for each thing it adds."""
    if _CLOSING.search(sentence):
        return 0
    provides = sum(1 for m in _ASK.finditer(sentence) if m.group("provide"))
    added = sum(1 for m in _ASK.finditer(sentence) if m.group("whether"))
    if sentence.rstrip().endswith("?") and not (provides and _PLEA.match(sentence)):
        from replylint.language import question_forms as forms  # slow to compile, and few drafts ask anything

        return 1 + len(re.findall(rf"[,;]?\s+and\s+(?={forms.AUX}\s+{forms.SUBJECT}\b|{forms.WH}\s)", sentence, re.I))
    return max(provides + added, _listed_things(sentence)) if provides else 0


def _listed_things(sentence: str) -> int:
    """Count the things of "tell me your name, date of birth and the date you ordered"."""
    match = _GIVE.search(sentence)
    if match is None:
        return 0
    things = [thing for thing in re.split(r",\s*(?:and\s+)?|\s+and\s+", match.group("things")) if thing.strip()]
    return len(things) if all(len(thing.split()) <= 6 for thing in things) else 0
