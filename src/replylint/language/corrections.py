"""Values we told the customer (amounts, am or pm, places, yes or no) and later replies that contradict them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from replylint.language.patterns import lazy
from replylint.language.text import Text
from replylint.model import Span, Turn

if TYPE_CHECKING:
    from replylint.language.reading import Reading


@dataclass(frozen=True, slots=True)
class Value:
    """A value a message states. ``slot`` is what it is the value of, ``""`` where only "it" or nothing is said."""

    turn: Turn
    span: Span
    text: str
    kind: str
    slot: str
    value: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A value of the draft, and the one of an earlier message of ours that it contradicts."""

    old: Value
    new: Value


_IS = r"(?:['’]s|\s(?:is|are|costs?|comes? to|was|will be|starts? at|opens? at|closes? at|is at|is on))"
_MONEY = lazy(
    rf"\b(?:(?P<slot>price|cost|fee|total|deposit|charge|balance|rate|it|that|they){_IS}\s(?:just "
    rf"|only |exactly )?)(?P<value>[£$€]\s?\d[\d,.]*\d|[£$€]\s?\d)(?![\d,.]*\d)(?!\s*(?:with|plus"
    rf"|incl\w*|excl\w*|per|a|each|for|off|less|more|to|[-–]))",
    re.I,
)
_HALF_DAY = lazy(
    r"^\W*(?:(?:yes|yeah|yep|no|it['’]?s|that['’]?s|sorry)[\s,.!]*){0,3}(?P<value>[ap]\.?m)\b\.?\W*$", re.I
)
_PLACE = lazy(
    r"\b(?P<named>(?!(?:The|Our|Use|At|This|That|Your|Please|Which"
    r"|No)\s)(?:[A-Z][\w'’-]+\s){1,3})(?P<slot>entrance|door|gate|office|branch|car park)\b"
    r"|\b(?P<slot2>entrance|door|gate|office|branch|car park|venue|platform|room)\s(?:is|['’]s)\s(?:on"
    r"|at|in|off)?\s?(?P<named2>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}|\d+\w?)"
)
_PROPERTY = (
    "refundable|available|included|valid|compatible|waterproof|allowed|accepted|vegan|vegetarian"
    "|returnable|transferable|possible|covered|deductible"
)
_ASSERTS = lazy(rf"\b\w+(?:['’]s|['’]re|\s(?:is|are))\s(?:fully |also |always )?(?P<value>{_PROPERTY})\b", re.I)
_DENIES = lazy(
    rf"\bnon-?(?P<value>{_PROPERTY})\b|\b(?:is|are|['’]s|['’]re)(?:n['’]?t| not)\s(?:\w+ )?(?P<value2>{_PROPERTY})\b",
    re.I,
)

_OWNED = lazy(
    r"\b(?:i|we)(?:['’]d| had|['’]ve| have)? (?:told|said|wrote|gave|quoted|sent|mentioned|promised"
    r"|informed|advised)\b|\bcorrect(?:ion|ing|ed)?\b|\bmy mistake\b|\b(?:was|were) wrong\b|\b(?:has"
    r"|have) (?:now |since )?(?:changed|moved|gone up|gone down|been (?:moved|changed))\b"
    r"|\bno longer\b|\binstead of\b|\brather than\b|\bactually\b|\bupdate\b|\bnow\b|\boops\b"
    r"|\bchanged\b",
    re.I,
)
_CHANGE_ASKED = lazy(
    r"\?|\b(?:can|could|would|change|move|switch|instead|rather|prefer|make it|what about|how about|with|if)\b", re.I
)


def corrections(reading: Reading) -> Iterator[Correction]:
    """Yield the draft's values that contradict ours from before, unless it owns up or the customer asked for a change."""
    if _OWNED.search(reading.draft.scan) or any(
        a.turn == reading.turn and a.kind in ("apology", "responsibility", "conditional") for a in reading.apologies
    ):
        return
    asked = " ".join(text.scan for text in reading.current_turn)
    told = [value for text in reading.earlier if text.message.role == "agent" for value in values(text)]
    for new in values(reading.draft):
        changed = new.kind in ("money", "place") and _CHANGE_ASKED.search(asked)
        same = [old for old in told if old.kind == new.kind and _same_slot(old, new)]
        if same and not changed and same[-1].value != new.value:
            yield Correction(same[-1], new)


def values(text: Text) -> Iterator[Value]:
    """Yield the values a message states."""
    raw = text.raw
    for sentence in text.sentences:
        scan, base = sentence.scan, sentence.span.start
        for m in _MONEY.finditer(scan):
            span = Span(base + m.start("value"), base + m.end("value"))
            slot = "" if m["slot"].lower() in ("it", "that", "they") else m["slot"].lower()
            yield Value(text.turn, span, span.of(raw), "money", slot, re.sub(r"[\s,]|\.00$", "", m["value"]))
        if half := _HALF_DAY.match(scan):
            span = Span(base + half.start("value"), base + half.end("value"))
            yield Value(text.turn, span, span.of(raw), "half of the day", "", half["value"].lower().replace(".", ""))
        for m in _PLACE.finditer(scan):
            group = "named" if m["named"] else "named2"
            span = Span(base + m.start(group), base + m.start(group) + len(m[group].rstrip()))
            yield Value(text.turn, span, span.of(raw), "place", (m["slot"] or m["slot2"]).lower(), _name(m[group]))
        for pattern, sign in ((_DENIES, "not "), (_ASSERTS, "")):
            for m in pattern.finditer(scan):
                span = Span(base + m.start(), base + m.end())
                word = next(g for g in m.groups() if g).lower()
                yield Value(text.turn, span, span.of(raw), "property", word, sign + word)


def _name(words: str) -> str:
    return re.sub(r"^(?:the|our|use|at|on)\s", "", " ".join(words.split()).lower())


def _same_slot(old: Value, new: Value) -> bool:
    return old.slot == new.slot or (new.kind == "money" and not (old.slot and new.slot))
