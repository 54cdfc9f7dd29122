"""What removes one of the two readings of a clock time.

The kinds are those of the rule catalogue: a meridiem on the time (E1) or shared in its range or list (E2), a day-part on
it or on its day (E3), the 24-hour clock (E4), a leading zero where that clock is usual (E5), a restatement (E6), opening
hours (E7) and meals (E8). What businesses usually do is no evidence: that guess sends customers to locked doors.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from replylint.language import clock_patterns as patterns
from replylint.language.clock_times import ClockTime, Evidence, Meridiem, TimeExpression
from replylint.language.text import Sentence, Text
from replylint.model import Span

REACH = 160
"""Characters between a day-part and the time it is about, at most."""


@dataclass(frozen=True, slots=True)
class DayPart:
    """A morning, an evening, a meal: ``half`` is empty where it may be either (night)."""

    span: Span
    half: Meridiem
    meal: bool


class EvidenceFinder:
    """Finds the evidence for each of the time expressions of one message, which must be all of them, in order."""

    def __init__(self, text: Text, expressions: Sequence[TimeExpression], clock_24: bool) -> None:
        self._scan = text.scan
        self._sentences = text.sentences
        self._expressions = expressions
        self._clock_24 = clock_24
        self._starts = [e.span.start for e in expressions]

    def evidence(self, expression: TimeExpression) -> Iterator[Evidence]:
        """Yield what says which half of the day an expression means; nothing where both readings survive."""
        times = expression.times
        marks = [t.meridiem_span for t in times if t.meridiem_span]
        if marks:
            yield Evidence("meridiem" if times[-1].meridiem_span and len(times) == 1 else "shared meridiem", marks[-1])
        if clock := self._twenty_four_hours(expression):
            yield Evidence("24-hour clock", clock)
        if self._clock_24 and any(t.leading_zero for t in times):
            yield Evidence("leading zero", next(t.span for t in times if t.leading_zero))
        if part := self.day_part(expression):
            yield Evidence("meal" if part.meal else "day part", part.span)
        if restated := self._restated(expression):
            yield Evidence("restated", restated)
        if opening := self._opening_hours(expression):
            yield Evidence("opening hours", opening)

    def _twenty_four_hours(self, expression: TimeExpression) -> Span | None:
        own = next((t.span for t in expression.times if t.on_24_hour_clock), None)
        if own:
            return own
        if expression.times[-1].form == "digits" and (
            match := patterns.UNIVERSAL.match(self._scan, expression.span.end)
        ):
            return Span(*match.span())
        return self._style

    @cached_property
    def _style(self) -> Span | None:
        """An unmistakable 24-hour time anywhere in the message."""
        return next(
            (t.span for e in self._expressions for t in e.times if t.on_24_hour_clock and not t.meridiem_span), None
        )

    @cached_property
    def _day_parts(self) -> tuple[DayPart, ...]:
        return tuple(
            DayPart(
                Span(*m.span()),
                "am" if m["am"] else "pm" if m["pm"] else "",
                patterns.MEAL.match(m.group()) is not None,
            )
            for m in patterns.DAY_PART.finditer(self._scan)
        )

    @cached_property
    def _day_part_starts(self) -> list[int]:
        return [part.span.start for part in self._day_parts]

    def sentence(self, offset: int) -> Sentence | None:
        """Return the sentence at an offset."""
        i = bisect.bisect_right(self._sentence_starts, offset) - 1
        return self._sentences[i] if i >= 0 and offset < self._sentences[i].span.end else None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.span.start for s in self._sentences]

    def day_part(self, expression: TimeExpression) -> DayPart | None:
        """Return the day-part that is about a time: in its clause, or that of the day its sentence goes on about."""
        sentence = self.sentence(expression.span.start)
        if sentence is None:
            return None
        i = bisect.bisect_left(self._day_part_starts, expression.span.end)
        for part in self._day_parts[i : i + 1]:
            if part.span.end <= sentence.span.end and self._attached(
                part, expression.span.end, part.span.start, expression
            ):
                return part
        for part in self._day_parts[max(0, i - 1) : i]:
            if part.span.start >= sentence.span.start and self._attached(
                part, part.span.end, expression.span.start, expression
            ):
                return part
            if self._of_the_day_before(part, sentence):
                return part
        return None

    def _attached(self, part: DayPart, start: int, end: int, expression: TimeExpression) -> bool:
        if end - start > REACH or self._other_time_between(start, end, expression):
            return False
        between = f" {self._scan[start:end].lower()} "
        return not any(w in between for w in (";", " but ", " while ")) and not (
            part.meal and patterns.NEXT_CLAUSE.search(between)
        )

    def _other_time_between(self, start: int, end: int, expression: TimeExpression) -> bool:
        i = bisect.bisect_left(self._starts, start)
        return i < len(self._starts) and self._starts[i] < end and self._expressions[i] is not expression

    def _of_the_day_before(self, part: DayPart, sentence: Sentence) -> bool:
        """Whether a sentence that names no day goes on about the evening its predecessor spoke of."""
        if sentence.index == 0 or patterns.DAY.search(sentence.scan[:REACH]):
            return False
        previous = self._sentences[sentence.index - 1]
        if not previous.span.start <= part.span.start < previous.span.end or sentence.paragraph != previous.paragraph:
            return False
        tonight = part.span.of(self._scan).lower() == "tonight"
        return tonight or patterns.AHEAD.search(self._scan[max(0, part.span.start - 24) : part.span.start]) is not None

    def _restated(self, expression: TimeExpression) -> Span | None:
        halves = {self._clear[key] for t in expression.times if (key := (t.hour % 12, t.minute)) in self._clear}
        return halves.pop() if len(halves) == 1 and len(expression.times) == 1 else self._in_brackets(expression)

    @cached_property
    def _clear(self) -> dict[tuple[int, int], Span]:
        """Times of the message that carry a meridiem, where no twin of theirs carries the other one."""
        seen: dict[tuple[int, int], ClockTime] = {}
        contested = set()
        for time in (t for e in self._expressions for t in e.times if t.meridiem_span and t.form != "noon"):
            key = (time.hour % 12, time.minute)
            if seen.setdefault(key, time).meridiem != time.meridiem:
                contested.add(key)
        return {key: time.span for key, time in seen.items() if key not in contested}

    def _in_brackets(self, expression: TimeExpression) -> Span | None:
        end = expression.span.end
        bracket = self._scan.find("(", end, end + 30)
        close = self._scan.find(")", bracket, bracket + 40) if bracket >= 0 else -1
        if close < 0:
            return None
        i = bisect.bisect_left(self._starts, bracket)
        if i < len(self._starts) and self._starts[i] < close:
            inside = self._expressions[i]
            clear = any(t.minute_of_day is not None for t in inside.times)
            return inside.span if clear or patterns.UNIVERSAL.match(self._scan, inside.span.end) else None
        i = bisect.bisect_left(self._day_part_starts, bracket)
        return next((p.span for p in self._day_parts[i : i + 1] if p.span.start < close), None)

    def _opening_hours(self, expression: TimeExpression) -> Span | None:
        """Return the word that makes "9-5" opening hours; only where they start at 7 to 11 and end at 1 to 7."""
        if not expression.is_range:
            return None
        opens, closes = expression.times
        if not (7 <= opens.hour <= 11 and 1 <= closes.hour <= 7):
            return None
        sentence = self.sentence(expression.span.start)
        start = max(sentence.span.start if sentence else 0, expression.span.start - 80)
        match = patterns.OPENING_HOURS.search(self._scan, start, expression.span.end + 30)
        return Span(*match.span()) if match else None


def halves(expression: TimeExpression, part: DayPart | None) -> Iterator[Meridiem]:
    """Yield which half of the day each time of an expression is in; empty where that is not known."""
    following: Meridiem = ""
    found: list[Meridiem] = []
    for time in reversed(expression.times):
        own: Meridiem = time.meridiem if time.meridiem_span else ""
        following = own or following
        found.insert(0, own or following or (part.half if part else ""))
    yield from found
