"""The clock times of a message, single or in a range or list, before anything is said about morning or evening."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from replylint.language import clock_patterns as patterns
from replylint.language.text import Sentence
from replylint.model import Span

Form = Literal["digits", "hour", "o'clock", "spoken", "approximate", "military", "noon"]
"""How a time is written: 7:30, at 7, 7 o'clock, half past seven, 7ish, 0730 hrs, noon."""
Meridiem = Literal["am", "pm", ""]
EvidenceKind = Literal[
    "meridiem", "shared meridiem", "day part", "24-hour clock", "leading zero", "restated", "opening hours", "meal"
]
WINDOW = 32
"""Characters before a number that are looked at to tell whether it is a time."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something written that removes one reading of a time, and where it stands."""

    kind: EvidenceKind
    span: Span


@dataclass(frozen=True, slots=True)
class ClockTime:
    """One time of day. ``hour`` is as written; ``meridiem`` is what stands on it or what the evidence gives it."""

    span: Span
    hour: int
    minute: int
    form: Form
    meridiem: Meridiem = ""
    meridiem_span: Span | None = None
    leading_zero: bool = False
    seconds: bool = False

    @property
    def exists(self) -> bool:
        """Whether a clock can show it; 24:00 is the end of a day (ISO 8601)."""
        return self.minute <= 59 and (self.hour <= 23 or (self.hour == 24 and self.minute == 0))

    @property
    def on_24_hour_clock(self) -> bool:
        """Whether its hour is one that only a 24-hour clock has."""
        return self.form == "military" or (self.exists and (self.hour > 12 or self.hour == 0))

    @property
    def minute_of_day(self) -> int | None:
        """Minutes since midnight, or None where both halves of the day are left."""
        if self.on_24_hour_clock:
            return self.hour * 60 + self.minute
        if not self.meridiem:
            return None
        return (self.hour % 12 + (12 if self.meridiem == "pm" else 0)) * 60 + self.minute


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time, or the times of one range or list, and the evidence that they share.

    ``record`` marks what only reports when something happened ("we received it at 7:30").
    """

    span: Span
    times: tuple[ClockTime, ...]
    is_range: bool = False
    evidence: tuple[Evidence, ...] = ()
    record: bool = False

    @property
    def ambiguous(self) -> bool:
        """Whether two sensible readers could turn up twelve hours apart."""
        return not self.evidence

    @property
    def bare(self) -> bool:
        """Whether nothing but the words around it says that it is a time ("at 7")."""
        return all(time.form == "hour" for time in self.times)


class TimeScanner:
    """Finds time expressions in a text whose masked stretches are blanked. ``sentences`` are in order."""

    def __init__(self, scan: str, sentences: tuple[Sentence, ...]) -> None:
        self._scan = scan
        self._sentences = sentences
        self._next = 0
        self._judged: dict[tuple[int, re.Pattern[str]], bool] = {}

    def __iter__(self) -> Iterator[TimeExpression]:
        done = 0
        for start in patterns.START.finditer(self._scan):
            if start.start() < done:
                continue
            found = self._expression(start.start())
            if found is not None:
                done = found.span.end
                yield found

    def _expression(self, start: int) -> TimeExpression | None:
        first = patterns.TIME.match(self._scan, start)
        if first is None or self._idle(first):
            return None
        times, joins = [_clock_time(first)], []
        end = first.end()
        while join := patterns.JOIN.match(self._scan, end):
            following = patterns.TIME.match(self._scan, join.end())
            if following is None or not self._continues(times[0], join, following):
                break
            times.append(_clock_time(following))
            joins.append(join)
            end = following.end()
        expression = TimeExpression(
            Span(start, end),
            tuple(times),
            is_range=len(times) == 2 and (bool(joins[0]["range"]) or self._between(start)),
        )
        return expression if self._is_time(expression, first) and not self._no_time(first) else None

    def _idle(self, match: re.Match[str]) -> bool:
        """Whether a plain number has nothing beside it that could make it a time: a quick way out for most numbers."""
        return self._plain(match) and not self._led(match) and not patterns.JOIN.match(self._scan, match.end())

    def _between(self, start: int) -> bool:
        return self._before(start).rstrip().lower().endswith("between")

    def _before(self, start: int) -> str:
        return self._scan[max(0, start - WINDOW) : start]

    def _sentence(self, start: int) -> Sentence | None:
        """Return the sentence at an offset; offsets must not go back by more than a sentence."""
        while self._next < len(self._sentences) and self._sentences[self._next].span.end <= start:
            self._next += 1
        if self._next < len(self._sentences) and self._sentences[self._next].span.start <= start:
            return self._sentences[self._next]
        return None

    def _in_sentence(self, pattern: re.Pattern[str], start: int) -> bool:
        sentence = self._sentence(start)
        if sentence is None:
            return False
        key = (sentence.index, pattern)
        if key not in self._judged:
            self._judged[key] = pattern.search(sentence.scan) is not None
        return self._judged[key]

    def _scheduled(self, start: int) -> bool:
        return self._in_sentence(patterns.SCHEDULING, start) or self._in_sentence(patterns.DAY, start)

    def _no_time(self, match: re.Match[str]) -> bool:
        """Whether digits are a score, a stretch of time, a version, a verse: anything but a time of day."""
        if match["meridiem"] or match["letter"] or match["oclock"]:
            return False
        if match["seconds"] or match["word"] or match["noon"] or match["spoken"] or match["half"]:
            return bool(match["seconds"])
        line = self._scan.rfind("\n", max(0, match.start() - 2 * WINDOW), match.start()) + 1
        if (line or match.start() < 2 * WINDOW) and patterns.MAIL_HEADER.match(self._scan, line):
            return True
        before = self._before(match.start())
        if patterns.AFTER_NO_TIME.match(self._scan, match.end()) and not match["military"]:
            return True
        return bool(patterns.BEFORE_NO_TIME.search(before) or patterns.SCRIPTURE.search(before))

    def _continues(self, first: ClockTime, join: re.Match[str], match: re.Match[str]) -> bool:
        if match["military"] and first.form != "military":
            return False
        if self._plain(match) and not self._may_be_bare(match):
            return (
                bool(join["range"] or first.form != "hour") and patterns.JOIN.match(self._scan, match.end()) is not None
            )
        return not (match["seconds"] or match["separator"] == "h") and not (
            match["separator"] and patterns.AFTER_NO_TIME.match(self._scan, match.end())
        )

    @staticmethod
    def _plain(match: re.Match[str]) -> bool:
        """Whether a match is a number and nothing more."""
        return bool(match["hour"] or match["word"]) and not any(
            match[part] for part in ("separator", "ish", "oclock", "meridiem", "letter")
        )

    def _may_be_bare(self, match: re.Match[str]) -> bool:
        if not 1 <= _hour(match["hour"] or match["word"] or "0") <= 12 or (match["hour"] or "").startswith("0"):
            return False
        return patterns.FOLLOWS_BARE.match(self._scan, match.end()) is not None

    def _is_time(self, expression: TimeExpression, first: re.Match[str]) -> bool:
        start, times = expression.span.start, expression.times
        if any(t.meridiem_span or t.form in ("o'clock", "noon") for t in times):
            return len(times) > 1 or not first["letter"] or first["separator"] is not None  # "8p" alone is pence
        if first["military"]:
            return bool(first["hours"]) or (self._timed_by_preposition(first) and not self._is_year(first))
        if first["spoken"]:
            return first["direction"].lower() == "past" or bool(self._led(first) and self._may_follow(first))
        if first["half"]:
            return bool(self._led(first) and self._may_follow(first))
        if first["ish"]:
            return bool(self._may_follow(first) and (self._scheduled(start) or self._led(first)))
        if first["separator"] == ":":
            return self._is_colon_time(first)
        if first["separator"]:
            return self._timed_by_preposition(first) and self._counts_nothing(start)
        if len(times) > 1 and any(t.form == "digits" for t in times):
            return bool(self._led(first))
        return self._is_bare_time(expression, first)

    def _is_year(self, match: re.Match[str]) -> bool:
        """Whether four digits end a date: 6 August 2024."""
        led = patterns.LEAD.search(self._before(match.start()))
        return led is not None and led["day"] is not None and 1900 <= int(match["military"]) <= 2099

    def _is_colon_time(self, match: re.Match[str]) -> bool:
        preposition = patterns.DIRECTLY_AFTER_PREPOSITION.search(self._before(match.start()))
        if self._in_sentence(patterns.MEDIA, match.start()) and not self._in_sentence(patterns.DAY, match.start()):
            return False
        return _clock_time(match).exists or bool(preposition and self._scheduled(match.start()))

    def _may_follow(self, match: re.Match[str]) -> bool:
        return patterns.FOLLOWS_BARE.match(self._scan, match.end()) is not None

    def _led(self, match: re.Match[str]) -> re.Match[str] | None:
        if match.start() < 2 or not (
            self._scan[match.start() - 2].isalpha() or self._scan[match.start() - 2] in "@:, "
        ):
            return None
        return patterns.LEAD.search(self._before(match.start()))

    def _timed_by_preposition(self, match: re.Match[str]) -> bool:
        return bool(self._led(match)) and self._may_follow(match) and self._scheduled(match.start())

    def _counts_nothing(self, start: int) -> bool:
        sentence = self._sentence(start)
        beginning = max(sentence.span.start if sentence else 0, start - 2 * WINDOW)
        clause = max(beginning, self._scan.rfind(",", beginning, start))
        return patterns.QUANTITY_TALK.search(self._scan, clause, start) is None

    def _is_bare_time(self, expression: TimeExpression, first: re.Match[str]) -> bool:
        start, end = expression.span.start, expression.span.end
        if not all(1 <= time.hour <= 12 for time in expression.times):
            return False
        if not patterns.FOLLOWS_BARE.match(self._scan, end):
            lead = self._led(first)
            return bool(lead and lead["at"] and patterns.MONTH_AFTER.match(self._scan, end))
        lead = self._led(first)
        if lead is None or patterns.MORE_NUMBERS.match(self._scan, end):
            return False
        if (lead["hours"] or lead["day"]) and len(expression.times) == 1 and not lead.group().rstrip().endswith(","):
            return False
        if lead["weak"] and not self._in_sentence(patterns.DAY, start):
            return False
        if first["word"] and first["word"].lower() == "one" and not lead["at"]:
            return False
        scheduled = self._scheduled(start) or (
            lead["from_number"] is None and self._in_sentence(patterns.SCHEDULING_AT, start)
        )
        return scheduled and self._counts_nothing(start)


def _hour(text: str) -> int:
    lowered = text.lower()
    return patterns.NUMBER_WORDS.index(lowered) + 1 if lowered in patterns.NUMBER_WORDS else int(text)


def _clock_time(match: re.Match[str]) -> ClockTime:
    span = Span(*match.span())
    if match["noon"]:
        noon = match["noon"].lower() != "midnight"
        return ClockTime(span, 12, 0, "noon", "pm" if noon else "am", span)
    if match["military"]:
        digits = match["military"]
        return ClockTime(span, int(digits[:2]), int(digits[2:]), "military")
    if match["spoken"]:
        return _spoken(match, span)
    if match["half"]:
        return ClockTime(span, _hour(match["half"]), 30, "spoken")
    written = match["hour"] or match["word"]
    letters = match["meridiem"] or match["letter"]
    form: Form = "digits" if match["separator"] else "hour"
    if match["ish"]:
        form = "approximate"
    elif match["oclock"]:
        form = "o'clock"
    return ClockTime(
        span,
        _hour(written),
        int(match["minute"] or 0),
        form,
        ("am" if letters[0] in "aA" else "pm") if letters else "",
        Span(*match.span("meridiem" if match["meridiem"] else "letter")) if letters else None,
        leading_zero=written.startswith("0"),
        seconds=bool(match["seconds"]),
    )


def _spoken(match: re.Match[str], span: Span) -> ClockTime:
    """Read "quarter to five" and its like."""
    words = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20}
    spelled = match["minutes"].lower()
    minutes = words.get(spelled) or (25 if spelled.startswith("twenty") else int(spelled))
    hour = _hour(match["spoken"])
    if match["direction"].lower() in ("past", "after"):
        return ClockTime(span, hour, minutes, "spoken")
    return ClockTime(span, hour - 1 or 12, 60 - minutes, "spoken")
