"""Promises of our earlier messages whose day has passed, with no sign in the thread that they were kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from replylint.language.dates import DateExpression, dates_in
from replylint.language.patterns import lazy
from replylint.language.promises import Promise, promises_in
from replylint.language.syntax import Parse
from replylint.language.text import Sentence, Text
from replylint.model import Span, Turn

_EXPECTED = lazy(
    r"^\W*(?:ready|refund|delivery|dispatch|repair|replacement|due|expected|(?:it|they|he|she|that|this|the \w+"
    r"|your \w+)\b"
    r"(?:['’]s|['’]re| (?:is|are|comes?|arrives?|ships?|leaves?|takes?|lands?|should (?:be|arrive|come|take|reach))\b)"
    r"|(?:please )?allow)\b",
    re.IGNORECASE,
)
_NOT_OURS = lazy(
    r"\?\s*$|\b(?:you (?:need|have|must|can|should)|please (?!allow)|opens?|closed?|was|were|did|valid|expires?"
    r"|free (?:until|for))\b",
    re.I,
)
_CHASED = lazy(
    r"\b(?:no|not|nothing|nobody|never|none|still|where['’]?s?|late|overdue|wait(?:ing|ed)?|yet|again|promised|said"
    r"|told"
    r"|any (?:news|update|word|progress)|updates?|status|chas(?:e|ing)|what['’]?s happening)\b|n['’]?t\b",
    re.IGNORECASE,
)
_RECEIVED = lazy(
    r"\b(?:got it|(?:has|have) arrived|arrived (?:today|this|safely)|(?:i|we)(?:['’]ve| have)? received|all sorted)\b",
    re.IGNORECASE,
)
_LET_OFF = lazy(
    r"\b(?:take your time|no (?:rush|hurry)|cancel(?:led)?|changed my mind|(?:next|another) (?:week|day) is fine)\b",
    re.I,
)
_DENIED = lazy(r"n['’]?t\b|\b(?:not|never|no one|nobody)\b", re.IGNORECASE)
_HERE_IT_IS = lazy(r"\b(?:here(?:['’]s| is| are| you (?:go|are))|attached|enclosed|as promised)\b", re.IGNORECASE)
_DONE = lazy(r"\b(?:i|we)(?:['’]ve| have)? (?:just |now |already |since )*(?P<verb>\w+)", re.IGNORECASE)
_IRREGULAR = {
    "sent": "send", "wrote": "write", "written": "write", "rang": "ring", "rung": "ring", "got": "get", "paid": "pay",
    "brought": "bring", "put": "put", "made": "make", "did": "do", "done": "do", "told": "tell", "spoke": "speak",
    "shipped": "ship",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Overdue:
    """A promise of ours that was due before the draft was sent. ``lemma`` is "" where no verb says what was promised."""

    turn: Turn
    span: Span
    promised_on: date
    due: date
    time: DateExpression
    lemma: str
    topic: frozenset[str]


def overdue(
    earlier: Sequence[Text], current_turn: Sequence[Text], draft: Text, parse: Callable[[Sentence], Parse]
) -> Iterator[Overdue]:
    """Yield the promises that were due before the draft and that the customer now asks after, oldest first."""
    sent = draft.message.sent_at
    if sent is None or not any(_CHASED.search(text.scan) or "?" in text.scan for text in current_turn):
        return
    for text in earlier:
        if text.message.role != "agent" or text.message.sent_at is None:
            continue
        since = [later for later in earlier if isinstance(later.turn, int) and later.turn > int(text.turn)]
        for promise in _dated(text, parse):
            if promise.due < sent.date() and not _settled(promise, [*since, draft]):
                yield promise


def _dated(text: Text, parse: Callable[[Sentence], Parse]) -> Iterator[Overdue]:
    sent_at = text.message.sent_at
    assert sent_at is not None
    promises = {p.sentence: p for p in promises_in(text, parse) if not p.negated and not p.conditional}
    for sentence in text.author:
        promise = promises.get(sentence.index)
        if promise is None and (not _EXPECTED.search(sentence.scan) or _NOT_OURS.search(sentence.scan)):
            continue
        for expression in dates_in(text):
            days = expression.resolve(sent_at.date()) if sentence.span.contains(expression.span) else None
            if days is None or expression.past or days.latest < sent_at.date():
                continue
            yield Overdue(
                turn=text.turn,
                span=Span(sentence.span.start, sentence.span.end),
                promised_on=sent_at.date(),
                due=days.latest,
                time=expression,
                lemma=promise.lemma if promise else "",
                topic=_topic(promise, sentence),
            )
            break


def _topic(promise: Promise | None, sentence: Sentence) -> frozenset[str]:
    return promise.topic if promise else frozenset(re.findall(r"[a-z]{4,}", sentence.scan.lower()))


def _settled(promise: Overdue, later: Sequence[Text]) -> bool:
    """Whether a later message of ours reports it done, or the customer says it came or need not."""
    verb = promise.lemma.split()[0] if promise.lemma else ""
    for text in later:
        if text.message.role == "customer":
            if _LET_OFF.search(text.scan) or (_RECEIVED.search(text.scan) and not _DENIED.search(text.scan)):
                return True
        elif (
            _HERE_IT_IS.search(text.scan)
            or text.message.attachments
            or (verb and any(_base(m["verb"]) == verb for m in _DONE.finditer(text.scan)))
        ):
            return True
    return False


def _base(verb: str) -> str:
    """The base form of a past tense, near enough to compare it with a lemma."""
    verb = verb.lower()
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    stem = verb.removesuffix("ed")
    return verb.removesuffix("d") if stem.endswith(("at", "ac", "ut", "us", "ag", "iv")) else stem
