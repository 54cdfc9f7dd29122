"""Terms we promised the customer (a discount, something free, the right to cancel, a person, a day), and replies that give less."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from replylint.language.dates import dates_in
from replylint.language.patterns import lazy
from replylint.language.text import Text
from replylint.language.vocabulary import stem
from replylint.model import Span, Turn

TermKind = Literal["discount", "free", "allowed", "person", "day"]


@dataclass(frozen=True, slots=True)
class Term:
    """What a message grants or takes: ``slot`` is the stem of what it is about, ``granted`` whether the customer has it."""

    turn: Turn
    span: Span
    kind: TermKind
    slot: str
    value: str
    granted: bool


@dataclass(frozen=True, slots=True)
class ChangedTerm:
    """A term of an earlier message of ours, and the worse one of the draft."""

    old: Term
    new: Term


_NOUN = r"(?P<slot>[a-z]{3,})"
_MONEY = r"[£$€]\s?\d[\d,.]*\d|[£$€]\s?\d"
_ALLOWED = r"(?P<right>refund|cancel|return|exchang|transfer|chang|renew|extend)"
_NAME = r"(?P<name>[A-Z][a-z]+)"
_GRANTS: tuple[tuple[TermKind, re.Pattern[str]], ...] = (
    ("discount", lazy(rf"\b\d{{1,2}} ?(?:%|per ?cent) (?:off|discount (?:on|for|off))(?: (?:your|our|the|any|all"
                      rf"|every|each))? {_NOUN}", re.I)),
    ("discount", lazy(rf"\b(?:discount|reduction) of \d{{1,2}} ?(?:%|per ?cent) (?:on|for)(?: (?:your|our"
                      rf"|the))? {_NOUN}", re.I)),
    ("free", lazy(rf"\b{_NOUN} (?:is|are|will be|comes?) (?:completely |always |also )?(?:free|complimentary|included"
                  rf"|on us)\b", re.I)),
    ("free", lazy(rf"\b(?:free|complimentary) {_NOUN}|\bno (?:charge|fee) for(?: the| your)? (?P<slot2>[a-z]{{3,}})", re.I)),
    ("allowed", lazy(rf"\bthe {_NOUN} (?:is|are) (?:fully )?{_ALLOWED}e?able\b"
                     rf"|\bthe (?P<slot2>[a-z]{{3,}}) can be (?P<right2>refund|cancel|return|exchang|transfer|chang"
                     rf"|renew|extend)\w*", re.I)),
    ("person", lazy(rf"\b(?i:you['’]?ll|you will|you can) (?:speak|talk|deal) (?:to|with) {_NAME}"
                    rf"|\b(?P<name2>[A-Z][a-z]+) (?:will|is going to) (?:call|help|handle|look after|deal with)")),
)  # fmt: skip
_TAKES: tuple[tuple[TermKind, re.Pattern[str]], ...] = (
    ("discount", lazy(rf"\b(?:price|cost|charge|fee)s? (?:of|for)(?: (?:your|our|the|an?))? {_NOUN} (?:is|are|was"
                      rf"|were|will be) (?:{_MONEY})", re.I)),
    ("discount", lazy(rf"\b{_NOUN} (?:costs?|is|are) (?:{_MONEY})|\bno discounts? (?:on|for)(?: (?:your|our"
                      rf"|the))? (?P<slot2>[a-z]{{3,}})", re.I)),
    ("free", lazy(rf"\b{_NOUN} (?:is|are|costs?|will be|comes? at) (?:an extra |charged at )?(?:{_MONEY})|\b(?:charge"
                  rf"|fee) for(?: the| your)? (?P<slot2>[a-z]{{3,}})", re.I)),
    ("free", lazy(rf"\b{_NOUN} (?:is|are)(?:n['’]?t| not) (?:free|included|complimentary)\b", re.I)),
    ("allowed", lazy(rf"\b{_NOUN} (?:can['’]?t|cannot|can not) be {_ALLOWED}\w*|\b(?P<slot2>[a-z]{{3,}}) (?:is"
                     rf"|are) non-?(?P<right2>refund|cancel|return|exchang|transfer|chang)\w*"
                     rf"|\b(?P<slot3>[a-z]{{3,}}) (?:is|are)(?:n['’]?t| not) (?P<right3>refund|cancel|return|exchang"
                     rf"|transfer|chang)e?able", re.I)),
    ("person", lazy(rf"\b{_NAME} (?:is|will be) (?:handling|looking after|dealing with|managing|taking over"
                    rf"|in charge of)\b")),
)  # fmt: skip
_OWNED = lazy(
    r"\b(?:sorry|apolog\w+|mistake|wrong|error|promised|told you|said|quoted|correct(?:ion|ing)|changed|no longer"
    r"|instead|rather than|used to"
    r"|ha(?:s|ve) gone up|went up|taken over|since (?:then|we)|honou?r|off duty|on leave|ill|left us)\b",
    re.IGNORECASE,
)
_ASKED = lazy(
    r"\b(?:make it|move|switch|postpone|reschedule|instead|someone else|another|with tax|upgrade|add|later|earlier"
    r"|different)\b",
    re.I,
)
_DELIVERS = lazy(
    r"\b(?:will|['’]ll|is|are|due|ready|arriv\w+|deliver\w*|call|send|ship\w*|come|coming|finish\w*|fit|install\w*"
    r"|repair\w*)\b",
    re.I,
)


def changed_terms(earlier: Sequence[Text], current_turn: Sequence[Text], draft: Text) -> Iterator[ChangedTerm]:
    """Yield the promised terms that the draft makes worse without a word about it, and without the customer's wish."""
    if _OWNED.search(draft.scan) or any(_ASKED.search(text.scan) for text in current_turn):
        return
    granted = [
        t for text in earlier if text.message.role == "agent" for t in (*_terms(text, _GRANTS, True), *_days(text))
    ]
    if not granted:
        return
    for new in (*_terms(draft, _TAKES, False), *_days(draft)):
        old = next((old for old in reversed(granted) if old.kind == new.kind and _worse(old, new)), None)
        if old is not None:
            yield ChangedTerm(old, new)


def _worse(old: Term, new: Term) -> bool:
    if old.kind == "person":
        return old.value != new.value
    if old.kind == "day":
        return old.slot == new.slot and old.value < new.value
    return old.slot == new.slot and old.value == new.value


def _terms(text: Text, patterns: Sequence[tuple[TermKind, re.Pattern[str]]], granted: bool) -> Iterator[Term]:
    for sentence in text.author:
        if sentence.text.rstrip().endswith("?"):
            continue
        for kind, pattern in patterns:
            for match in pattern.finditer(sentence.scan):
                groups = {name.rstrip("23"): value for name, value in match.groupdict().items() if value}
                value = groups.get("name") or groups.get("right", "").lower()
                slot = "" if kind == "person" else stem(groups["slot"].lower())
                yield Term(text.turn, sentence.absolute(Span(*match.span())), kind, slot, value, granted)


def _days(text: Text) -> Iterator[Term]:
    """Yield the days on which something of ours is due: the sentence's first content verb is the slot."""
    sent = text.message.sent_at
    for day in dates_in(text) if sent is not None else ():
        sentence = text.sentence_at(day.span.start)
        days = day.resolve(sent.date()) if sent is not None and day.absolute else None
        deliver = _DELIVERS.search(sentence.scan) if sentence is not None else None
        if sentence is None or days is None or deliver is None or days.latest < sent.date():  # type: ignore[union-attr]
            continue
        verbs = [
            m.group().lower()
            for m in re.finditer(
                r"\b(?:arriv|deliver|call|send|ship|finish|fit|install|repair|ready)\w*", sentence.scan, re.I
            )
        ]
        for verb in verbs[:1]:
            span = Span(day.span.start, day.span.start + len(day.span.of(text.raw).rstrip(".")))
            yield Term(text.turn, span, "day", stem(verb), days.latest.isoformat(), True)
