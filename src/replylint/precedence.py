"""One problem, one finding: which rule reports what several have found (section 5 of the rule catalogue)."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from replylint.model import Match, Rule, Span, Turn

Hit = tuple[Rule, Match]
_Beaten = Callable[[Match], bool]
_Problem = Callable[[Sequence[Match]], _Beaten]
"""From the matches of stronger rules to whether a weaker rule's match is about the same problem as one of them."""


class _Spans:
    """Tells whether a span overlaps one of many, in logarithmic time: a long reply has thousands."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._furthest_end = list(accumulate((span.end for span in ordered), max))

    def overlap(self, span: Span) -> bool:
        before = bisect.bisect_left(self._starts, span.end)
        return before > 0 and self._furthest_end[before - 1] > span.start


def _same_reply(stronger: Sequence[Match]) -> _Beaten:
    return lambda match: True


def _same_span(stronger: Sequence[Match]) -> _Beaten:
    spans = _Spans(match.span for match in stronger)
    return lambda match: spans.overlap(match.span)


def _same_clause(stronger: Sequence[Match]) -> _Beaten:
    scopes = _Spans(match.scope or match.span for match in stronger)
    return lambda match: scopes.overlap(match.scope or match.span)


def _same_subject(stronger: Sequence[Match]) -> _Beaten:
    """Whether both speak of the same place in the customer's messages; a match that names none speaks of all."""
    everything = any(not match.related for match in stronger)
    spans: dict[Turn, list[Span]] = {}
    for match in stronger:
        for related in match.related:
            spans.setdefault(related.turn, []).append(related.span)
    subjects = {turn: _Spans(found) for turn, found in spans.items()}

    def beaten(match: Match) -> bool:
        if everything or not match.related:
            return True
        return any(r.turn in subjects and subjects[r.turn].overlap(r.span) for r in match.related)

    return beaten


@dataclass(frozen=True)
class Precedence:
    """Codes from the strongest to the weakest; codes in one string are equals. A stronger one silences the weaker."""

    problem: _Problem
    codes: tuple[str, ...]

    @cached_property
    def strengths(self) -> Mapping[str, int]:
        """The rank of each code, 0 for the strongest."""
        return {code: rank for rank, codes in enumerate(self.codes) for code in codes.split()}


PRECEDENCE: tuple[Precedence, ...] = (
    Precedence(_same_subject, ("QST201", "QST107", "QST103 QST104", "QST106", "QST105 QST101")),
    Precedence(_same_reply, ("PRO201 PRO202 APO202", "APO101", "APO104")),
    Precedence(_same_span, ("APO104", "APO001", "APO002", "APO003")),
    Precedence(_same_reply, ("APO102", "APO006")),
    Precedence(_same_reply, ("APO008", "PRO003", "STR007")),
    Precedence(_same_reply, ("PRO202", "APO202", "ACC202")),
    Precedence(_same_span, ("TIM016", "TIM013", "TIM007", "TIM015", "TIM001", "TIM002")),
    Precedence(_same_span, ("TIM016", "TIM012", "TIM201", "TIM006", "TIM005", "TIM004", "TIM003")),
    Precedence(_same_span, ("TIM010 TIM011", "PRO003")),
    Precedence(_same_span, ("PRO002", "PRO003")),
    Precedence(
        _same_clause, ("TON006", "TON008", "TON007", "TON003", "TON005", "TON009", "TON004", "TON002", "TON001")
    ),
    Precedence(_same_reply, ("TON018", "TON019")),
    Precedence(_same_span, ("ACC101", "ACC005", "SPL001")),
    Precedence(_same_span, ("ACC003", "ACC002", "ACC001 ACC004 LIB002", "SPL001 SPL003 TON013")),
    Precedence(_same_span, ("SPL010", "SPL006", "SPL002 SPL005", "SPL001")),
    Precedence(_same_reply, ("QST103", "TON014", "STR001 STR002 STR007")),
)


def silenced(hits: Iterable[Hit]) -> set[int]:
    """Return the indices of the hits that a stronger rule's hit on the same problem silences."""
    hits = list(hits)
    lost: set[int] = set()
    for precedence in PRECEDENCE:
        levels: dict[int, list[int]] = {}
        for i, (rule, _) in enumerate(hits):
            if rule.code in precedence.strengths:
                levels.setdefault(precedence.strengths[rule.code], []).append(i)
        stronger: list[Match] = []
        for _, level in sorted(levels.items()):
            if stronger:
                beaten = precedence.problem(stronger)
                lost.update(i for i in level if beaten(hits[i][1]))
            stronger += (hits[i][1] for i in level)
    return lost
