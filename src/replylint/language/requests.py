"""The customer's requests: what they ask us to do, and whether the draft speaks of it.

Requests and commitments after Lampert, Dale & Paris (2008); pleas for help and closing formulas are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from replylint.language.patterns import lazy
from replylint.language.replying import ReplySentence
from replylint.language.text import Sentence, Text
from replylint.language.vocabulary import content, stem, widened
from replylint.model import Confidence, Span, Turn

if TYPE_CHECKING:
    from replylint.language.reading import Reading

_VERBS = (
    "send resend re-send change cancel refund reimburse call ring phone text email e-mail mail update remove delete notify move "
    "replace exchange return deliver redeliver add forward fix repair reschedule rearrange extend unsubscribe stop close "
    "transfer upgrade downgrade reserve hold issue credit pass arrange organise organize switch reset unlock activate "
    "reactivate process correct amend swap collect book renew pause reply respond release restore unblock merge"
)  # fmt: skip
_VERB = rf"(?P<verb>{'|'.join(sorted(_VERBS.split(), key=len, reverse=True))})"
_MORE = r"(?:please\s+|pls\s+|plz\s+|kindly\s+|just\s+|also\s+|then\s+|maybe\s+|possibly\s+|at\s+least\s+)*"
_REQUESTS = (
    lazy(rf"\b(?:can|could|would|will|won['’]?t|can['’]?t|couldn['’]?t)\s+(?:you|u|someone|somebody"
         rf"|one\s+of\s+you)\s+(?:guys\s+)?{_MORE}(?:be\s+able\s+to\s+)?{_VERB}\b(?!\s+(?:to|in|within|on"
         rf"|at)\b(?!\s+(?:my|me|the|our|your)))", re.I),
    lazy(rf"(?:^|[.!;,:–—-]\s*|\b(?:so|and|but|then|hi|hello)\s+)(?:please|pls|plz|kindly)\s+(?:can\s+you\s+"
         rf"|could\s+you\s+)?{_MORE}{_VERB}\b", re.I),
    lazy(rf"^\W*(?:(?:so|and|but|then|hi|hello|ok)\W+)*{_VERB}\s+(?:it|me|my|the|this|that|them|us|our|these|those)\b", re.I),
    lazy(rf"\bwould\s+you\s+mind\s+(?:please\s+)?(?P<verb>{'|'.join(v.rstrip('e') if v not in ('resend',) else v for v in _VERBS.split())})ing\b", re.I),
    lazy(rf"\b(?:i|we)(?:['’]?d|\s+would)\s+like\s+(?:you\s+)?to\s+{_MORE}{_VERB}\b", re.I),
    lazy(rf"\b(?:i|we)\s+(?:need|want)\s+you\s+to\s+{_MORE}{_VERB}\b", re.I),
    lazy(r"\b(?:i|we)\s+(?:want|wish)\s+to\s+(?P<verb>cancel|return|exchange|unsubscribe|reschedule|swap|close)\b", re.I),
    lazy(r"\b(?:i|we)(?:['’]?d|\s+would)?\s+(?:like|want|need|request|demand|expect)\s+(?:my|an?|the"
         r"|our)\s+(?:full\s+|partial\s+|immediate\s+)?(?P<verb>refund|replacement|exchange|receipt|invoice"
         r"|call\s?back|copy|quote|cancellation|money\s+back)\b", re.I),
    lazy(r"\b(?:please\s+)?let\s+(?:me|us)\s+know\s+(?:when|once|as\s+soon\s+as)\s+(?!you\s+(?:have|need|want"
         r"|would\s+like|are\s+(?:free|available)))(?P<verb>\w+)", re.I),
    lazy(r"\bplease\s+(?:could|can)\s+(?:this|it|that|my\s+\w+)\s+be\s+(?P<verb>\w+?)(?:ed|d)\b", re.I),
)  # fmt: skip
_CONDITION = lazy(
    r"\b(?:please|kindly)?\s*(?:do(?:n['’]?t|\s+not)|let\s+me\s+know\s+if)\b|\bif\s+(?:not|you\s+need|you\s+require"
    r"|there)\b|\bthanks?\s+in\s+advance\b|\bnot\s+(?:asking|requesting)\b",
    re.I,
)
_ACTS = lazy(
    r"\b(?:i|we)(?:['’](?:ve|ll|m|re)|\s+(?:have|will|am|are|can|could|would|shall|did|do))\b|\b(?:i"
    r"|we)\s+(?:just\s+)?(?:sent|changed|cancelled|canceled|refunded|added|moved|updated|passed|asked|put|made"
    r"|booked)\b|\b(?:done|sorted|booked|cancelled|canceled|refunded|sent|updated|changed|confirmed|arranged"
    r"|completed?|processed|attached|enclosed|below|here(?:['’]s|\s+(?:is|are))|no\s+problem|of\s+course|sure"
    r"|certainly|absolutely|yes|happy\s+to|will\s+do|can\s+do)\b|\bnow\s+\w+ed\b",
    re.I,
)
"""What shows that somebody acts: a first-person verb, a completed action, an agreement."""

Outcome = Literal["addressed", "clarified", "refused", "ignored"]


@dataclass(frozen=True, slots=True)
class Request:
    """Something the customer asks us to do. ``action`` is the stem of its verb."""

    turn: Turn
    span: Span
    text: str
    action: str
    topic: frozenset[str]
    outcome: Outcome
    confidence: Confidence


def find(reading: Reading) -> Iterator[Request]:
    """Yield the requests of the current turn, each action once, with what the draft makes of it."""
    seen: set[str] = set()
    for text in reading.current_turn:
        for sentence in text.author:
            for span, action in _in_sentence(text, sentence):
                if action not in seen:
                    seen.add(action)
                    yield _request(sentence, span, action, reading.reply.sentences)


def _in_sentence(text: Text, sentence: Sentence) -> Iterator[tuple[Span, str]]:
    if _CONDITION.search(sentence.scan):
        return
    for pattern in _REQUESTS:
        if match := pattern.search(sentence.scan):
            start = match.start() + len(match.group()) - len(match.group().lstrip(" ,.;:!-–—"))
            end = start + len(re.split(r"[.!?;]|,\s", sentence.scan[start:])[0].rstrip())
            yield Span(start, end), stem(match["verb"])
            return


def _request(sentence: Sentence, span: Span, action: str, reply: Sequence[ReplySentence]) -> Request:
    topic = content(span.of(sentence.text))
    said = [s for s in reply if s.informs and not s.boilerplate]
    about = widened({action}) | topic
    outcome: Outcome = "ignored"
    confidence = Confidence.LOW
    if any(s.refuses for s in said):
        outcome = "refused"
    elif any(s.asks or s.points for s in said):
        outcome = "clarified"
    elif any(s.holds or s.bare or _ACTS.search(s.scan) or s.stems & about for s in said) or any(
        s.stems & {action} for s in reply
    ):
        outcome = "addressed"
    elif len(said) <= 2:
        confidence = Confidence.MEDIUM
    return Request(sentence.turn, sentence.absolute(span), span.of(sentence.text), action, topic, outcome, confidence)
