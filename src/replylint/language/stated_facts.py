"""What a business says of itself in numbers: how long a return is accepted, when the shop closes, what delivery costs.

Two statements are of one fact only where nothing else in their sentences differs: every other content word (a region, a
plan, "unused") may be the reason why the numbers do.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from replylint.language.clock_times import TimeExpression
from replylint.language.patterns import lazy
from replylint.language.text import Sentence, Text
from replylint.language.vocabulary import content
from replylint.model import Span

FactKind = Literal["duration", "money", "percent", "clock"]

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_NUMBER = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|{'|'.join(_NUMBERS)})"
_DURATION = lazy(
    rf"(?<![\w.,£$€:/-])(?:(?P<bound>up to|at least|at most|more than|less than|over|about"
    rf"|around)[ ])?(?P<low>{_NUMBER})"
    rf"(?:[ ]?(?:-|–|to|or)[ ]?(?P<high>{_NUMBER}))?[ -]?(?:full[ ])?(?P<business>(?:business|working|week)[ -]?)?"
    r"(?P<unit>minute|min|hour|hr|day|week|month|year)s?\b",
    re.IGNORECASE,
)
_MONEY = lazy(
    r"(?<![\w.,])(?P<sign>[£$€])[ ]?(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d{1,7}(?:\.\d\d)?)(?![\w%]|[.,]\d)"
    r"|(?<![\w.,£$€])(?P<after>\d{1,7}(?:\.\d\d)?)[ ]?(?P<name>€|EUR|euros?|GBP|pounds|USD|dollars)\b",
    re.IGNORECASE,
)
_PERCENT = lazy(r"(?<![\w.,])(?P<low>\d{1,3}(?:\.\d{1,2})?)[ ]?(?:%|per ?cent\b)", re.IGNORECASE)
_CURRENCIES = {"€": "EUR", "£": "GBP", "$": "USD", "eur": "EUR", "euro": "EUR", "euros": "EUR", "gbp": "GBP",
               "pounds": "GBP", "usd": "USD", "dollars": "USD"}  # fmt: skip
_DAYS = {"minute": 1 / 1440, "min": 1 / 1440, "hour": 1 / 24, "hr": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0,
         "year": 365.0}  # fmt: skip
_WEEK = 7 / 5
"""Calendar days for a business day, in the long run."""
_ALIKE = 1.1
"""Durations so near are one: a month and 30 days."""
_LIMITS = lazy(
    r"\b(?:if|unless|except|excluding|not|no|never|when|while|before|after|first|per|each)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words without content that limit what is said."""
_NOT_A_FACT = lazy(
    r"\?|\b(?:e\.g\.|for example|was|were|used to|instead of|no longer|now|extend\w*|add(?:ed|ing)|credit\w*|gift"
    r"|waiv\w*|off"
    r"|discount\w*|chang\w+|increas\w+|previous\w*|originally|already|ago|last|past)\b",
    re.IGNORECASE,
)
"""Questions, examples, what is over or has changed, and what is given to one customer."""
_LONGEST = 400
"""Characters from which a sentence says too much for its number to be of one thing, and takes too long to be searched."""
_SHORTEST = 3
"""Content words from which a sentence says what its number is about."""


@dataclass(frozen=True)
class _Slot:
    """What a number may be of: how a sentence says that, and the words in it that make no difference."""

    name: str
    pattern: re.Pattern[str]
    neutral: frozenset[str]


def _slot(name: str, pattern: str, neutral: str) -> _Slot:
    return _Slot(name, lazy(pattern, re.IGNORECASE), content(f"{neutral} {_NEUTRAL}"))


_NEUTRAL = (
    "please remember note remind usually normally typically generally always policy within period time window item order "
    "product purchase customer receive day length total full calendar business working allow offer accept"
)
_DURATION_SLOTS = (
    _slot("The time until a refund arrives", r"\brefund\w*\b(?=.*\b(?:appear|arrive|show|reach|account|card|back)\w*\b)",
          "refund appear arrive show reach account card money back payment original method"),
    _slot("The time to process a refund", r"\brefund\w*\b(?=.*\b(?:process|issue|takes?|ma[dk]e)\w*\b)"
                                          r"|\bprocess\w*\b.*\brefund",
          "refund process processed processing issue issued"),
    _slot("The return window", r"\breturn(?:s|ed|ing)?\b", "return returned returning buy bought delivery delivered"),
    _slot("The time for delivery", r"\b(?:delivery|shipping)\b|\bwe (?:usually |normally )?deliver\b",
          "deliver delivery delivered shipping expect parcel package"),
    _slot("The time for an answer",
          r"\A(?=.*\b(?:usually|normally|typically|generally|aim|try|strive|always|all|most|every|each)\b)"
          r"(?=.*\b(?:reply|replies|respond|response|answer|get back to)\b)|\b(?:response|reply) time",
          "reply replies respond response answer get back message email enquiry inquiry question query write aim try strive"),
    _slot("The length of the trial", r"\btrial\b", "trial free start last lasts try come includes"),
    _slot("The warranty", r"\b(?:warranty|guarantee)\b", "warranty guarantee cover covered covers come lasts include"),
    _slot("The notice to cancel", r"\bcancel\w*\b", "cancel cancellations cancelled notice free charge"),
)  # fmt: skip
"""What is the same in all templates of a business; nothing that a pronoun or "the link" may mean something else by."""
_PRICE = _slot(
    "The price",
    r"\b(?:fees?|charges?|costs?|price|postage|shipping|delivery|deposit|surcharge|rate|subscription|membership|plan)\b",
    "cost price fee charge amount pay",
)
_OF_ONE = lazy(r"\b(?:your|this|that|it|total|invoice|bill|balance|refund|payment)\b", re.IGNORECASE)
"""What makes a price that of one order."""
_OPENING = lazy(
    r"\b(?P<opens>open(?:s|ing)?)\b|\b(?P<closes>clos(?:e|es|ing)|until|till)\b|\b(?:hours|open)\b", re.IGNORECASE
)
_OPENING_NEUTRAL = content(f"{_NEUTRAL} open opens opening close closes closing hours hour time we am pm")
_SPAN_OF_TIME = lazy(r"\b(?:open|opening hours|hours are|business hours|available)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A number and what it is of. ``about`` is what else its sentence says; durations are in days."""

    kind: FactKind
    name: str
    about: frozenset[str]
    unit: str
    low: float
    high: float
    span: Span

    @property
    def key(self) -> tuple[str, str, str, frozenset[str]]:
        """What facts have in common that can contradict each other."""
        return self.kind, self.name, self.unit, self.about

    def contradicts(self, other: StatedFact) -> bool:
        """Whether not both can be true: no value is in both ranges, or of two ranges more than the ends differ."""
        if self.low == other.low == 0 or self.high == other.high == math.inf:  # up to 5 and up to 7 days
            return (self.low, self.high) != (other.low, other.high)
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low > high * (_ALIKE if self.kind == "duration" else 1):
            return True
        ranges = self.low < self.high < math.inf and other.low < other.high < math.inf
        return ranges and low >= high and (self.low, self.high) != (other.low, other.high)


def stated_facts(text: Text, times: tuple[TimeExpression, ...]) -> Iterator[StatedFact]:
    """Yield the facts that a message states, in no order."""
    for sentence in text.sentences:
        if len(sentence.scan) > _LONGEST:
            continue
        has_number = any(c.isdigit() for c in sentence.scan) or _DURATION.search(sentence.scan)
        if has_number and not _NOT_A_FACT.search(sentence.scan):
            yield from _durations(sentence)
            yield from _amounts(sentence)
    for expression in times:
        here = text.sentence_at(expression.span.start)
        if here is not None and len(here.scan) <= _LONGEST and not _NOT_A_FACT.search(here.scan):
            yield from _hours(here, expression)


def _durations(sentence: Sentence) -> Iterator[StatedFact]:
    found = list(_DURATION.finditer(sentence.scan))
    if len(found) != 1:
        return
    match = found[0]
    low, high = _range(match)
    slot = next((slot for slot in _DURATION_SLOTS if slot.pattern.search(sentence.scan)), None)
    yield from _statements(sentence, match, "duration", slot, "", low, high)


def _range(match: re.Match[str]) -> tuple[float, float]:
    low, high = _number(match["low"]), _number(match["high"] or match["low"])
    days = _DAYS[match["unit"].lower()]
    low, high = low * days, high * days * (_WEEK if match["business"] else 1)
    bound = (match["bound"] or "").lower()
    if bound in ("up to", "at most", "less than"):
        return 0, high
    return (low, math.inf) if bound in ("at least", "more than", "over") else (low, high)


def _number(written: str) -> float:
    return float(_NUMBERS.get(written.lower(), written))


def _amounts(sentence: Sentence) -> Iterator[StatedFact]:
    money, percents = list(_MONEY.finditer(sentence.scan)), list(_PERCENT.finditer(sentence.scan))
    if len(money) == 1 and _PRICE.pattern.search(sentence.scan):
        match = money[0]
        amount = float((match["amount"] or match["after"]).replace(",", ""))
        currency = _CURRENCIES[(match["sign"] or match["name"]).lower()]
        priced = _about(sentence, Span(*match.span())) - _PRICE.neutral
        slot = _PRICE if priced and not _OF_ONE.search(sentence.scan) else None
        yield from _statements(sentence, match, "money", slot, currency, amount, amount)
    if len(percents) == 1:
        percent = float(percents[0]["low"])
        yield from _statements(sentence, percents[0], "percent", None, "%", percent, percent)


def _statements(
    sentence: Sentence, match: re.Match[str], kind: FactKind, slot: _Slot | None, unit: str, low: float, high: float
) -> Iterator[StatedFact]:
    """Yield a number as the value of a known slot, or as that of all the other words of its sentence."""
    said, span = _about(sentence, Span(*match.span())), sentence.absolute(Span(*match.span()))
    if slot is not None:
        yield StatedFact(kind, slot.name, said - slot.neutral, unit, low, high, span)
    elif len(said) >= _SHORTEST:
        yield StatedFact(kind, "The same statement", said, unit, low, high, span)


def _about(sentence: Sentence, value: Span) -> frozenset[str]:
    rest = f"{sentence.scan[: value.start]} {sentence.scan[value.end :]}"
    return content(rest) | {found.group().lower() for found in _LIMITS.finditer(rest)}


def _hours(sentence: Sentence, expression: TimeExpression) -> Iterator[StatedFact]:
    """Yield when a place opens and closes."""
    times = expression.times
    at = Span(expression.span.start - sentence.span.start, expression.span.end - sentence.span.start)
    about = _about(sentence, at) - _OPENING_NEUTRAL
    if any(c.isdigit() for word in about for c in word):
        return
    if expression.is_range and len(times) == 2 and _SPAN_OF_TIME.search(sentence.scan, 0, at.start):
        said = [("The opening time", times[0]), ("The closing time", times[1])]
    elif len(times) == 1 and (words := list(_OPENING.finditer(sentence.scan, 0, at.start))):
        said = [("The closing time" if words[-1]["closes"] else "The opening time", times[0])]
    else:
        return
    for name, time in said:
        if (minute := time.minute_of_day) is not None:
            yield StatedFact("clock", name, about, "", minute, minute, time.span)
