"""Terms we promised the customer (a discount, something free, the right to cancel, a person, a day), and replies that give less."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from replylint.language.dates import dates_in
from replylint.language.patterns import lazy
from replylint.language.text import Text
from replylint.language.values import AMOUNT, Contradiction, Form, Value, values_in
from replylint.language.vocabulary import stem
from replylint.model import Span

if TYPE_CHECKING:
    from replylint.language.reading import Reading


def _term(kind: str, grants: Sequence[str], takes: Sequence[str], flags: int = re.IGNORECASE) -> tuple[Form, Form]:
    return Form(kind, grants, flags, whole=True), Form(kind, takes, flags, whole=True)


_NOUN = r"(?P<slot>[a-z]{3,})"
_NAME = r"(?P<value>[A-Z][a-z]+)"
_UNDO = "refund|cancel|return|exchang|transfer|chang"
_UNDONE = rf"(?P<value>{_UNDO})"
_RIGHT = rf"(?P<value>{_UNDO}|renew|extend)"
_PERCENT = r"\d{1,2} ?(?:%|per ?cent)"
_GRANTS, _TAKES = zip(
    _term("discount",
          [rf"\b{_PERCENT} (?:off|discount (?:on|for|off))(?: (?:your|our|the|any|all|every|each))? {_NOUN}"],
          [rf"\b(?:price|cost|charge|fee)s? (?:of|for)(?: (?:your|our|the|an?))? {_NOUN}"
           rf" (?:is|are|was|were|will be) {AMOUNT}"]),
    _term("discount",
          [rf"\b(?:discount|reduction) of {_PERCENT} (?:on|for)(?: (?:your|our|the))? {_NOUN}"],
          [rf"\b{_NOUN} (?:costs?|is|are) {AMOUNT}",
           rf"\bno discounts? (?:on|for)(?: (?:your|our|the))? {_NOUN}"]),
    _term("free",
          [rf"\b{_NOUN} (?:is|are|will be|comes?) (?:completely |always |also )?(?:free|complimentary|included|on us)\b"],
          [rf"\b{_NOUN} (?:is|are|costs?|will be|comes? at) (?:an extra |charged at )?{AMOUNT}",
           rf"\b(?:charge|fee) for(?: the| your)? {_NOUN}"]),
    _term("free",
          [rf"\b(?:free|complimentary) {_NOUN}",
           rf"\bno (?:charge|fee) for(?: the| your)? {_NOUN}"],
          [rf"\b{_NOUN} (?:is|are)(?:n['’]?t| not) (?:free|included|complimentary)\b"]),
    _term("allowed",
          [rf"\bthe {_NOUN} (?:is|are) (?:fully )?{_RIGHT}e?able\b",
           rf"\bthe {_NOUN} can be {_RIGHT}\w*"],
          [rf"\b{_NOUN} (?:can['’]?t|cannot|can not) be {_RIGHT}\w*",
           rf"\b{_NOUN} (?:is|are) non-?{_UNDONE}\w*",
           rf"\b{_NOUN} (?:is|are)(?:n['’]?t| not) {_UNDONE}e?able"]),
    _term("person",
          [rf"\b(?i:you['’]?ll|you will|you can) (?:speak|talk|deal) (?:to|with) {_NAME}",
           rf"\b{_NAME} (?:will|is going to) (?:call|help|handle|look after|deal with)"],
          [rf"\b{_NAME} (?:is|will be) (?:handling|looking after|dealing with|managing|taking over|in charge of)\b"],
          flags=0),
    strict=True,
)  # fmt: skip
_OWNED = lazy(
    r"\b(?:sorry|apolog\w+|mistake|wrong|error|promised|told you|said|quoted|correct(?:ion|ing)|changed|no longer"
    r"|instead|rather than|used to"
    r"|ha(?:s|ve) gone up|went up|taken over|since (?:then|we)|honou?r|off duty|on leave|ill|left us)\b",
    re.IGNORECASE,
)
_CHANGE_ASKED = lazy(
    r"\b(?:make it|move|switch|postpone|reschedule|instead|someone else|another|with tax|upgrade|add|later|earlier"
    r"|different)\b",
    re.I,
)
_DUE = lazy(
    r"\b(?:will|['’]ll|is|are|due|ready|arriv\w+|deliver\w*|call|send|ship\w*|come|coming|finish\w*|fit|install\w*"
    r"|repair\w*)\b",
    re.I,
)
_DEED = lazy(r"\b(?:arriv|deliver|call|send|ship|finish|fit|install|repair|ready)\w*", re.I)


def changed_terms(reading: Reading) -> Iterator[Contradiction]:
    """Yield the promised terms that the draft makes worse without a word about it, and without the customer's wish."""
    draft = reading.draft
    if _OWNED.search(draft.scan) or any(_CHANGE_ASKED.search(text.scan) for text in reading.current_turn):
        return
    ours = [text for text in reading.earlier if text.message.role == "agent"]
    promised = [old for text in ours for old in _terms(text, _GRANTS)]
    for new in _terms(draft, _TAKES) if promised else ():
        old = next((old for old in reversed(promised) if old.kind == new.kind and _worse(old, new)), None)
        if old is not None:
            yield Contradiction(old, new)


def _worse(old: Value, new: Value) -> bool:
    if old.kind == "person":
        return old.value != new.value
    if old.kind == "day":
        return old.slot == new.slot and old.value < new.value
    return old.slot == new.slot and old.value == new.value


def _terms(text: Text, forms: Sequence[Form]) -> Iterator[Value]:
    """Yield the terms that a message states in one of some forms, and its days, which may be better or worse."""
    yield from values_in(text, (s for s in text.author if not s.text.rstrip().endswith("?")), forms)
    yield from _days(text)


def _days(text: Text) -> Iterator[Value]:
    """Yield the days on which something of ours is due; the first verb in the sentence that says what is the slot."""
    if text.message.sent_at is None:
        return
    sent = text.message.sent_at.date()
    for day in dates_in(text):
        sentence = text.sentence_at(day.span.start)
        days = day.resolve(sent) if day.absolute else None
        if sentence is None or days is None or days.latest < sent or not _DUE.search(sentence.scan):
            continue
        if deed := _DEED.search(sentence.scan):
            said = day.span.of(text.raw).rstrip(".")
            span = Span(day.span.start, day.span.start + len(said))
            yield Value(text.turn, span, said, "day", stem(deed.group()), days.latest.isoformat())
