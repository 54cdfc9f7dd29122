"""One problem, one finding: which rule reports what several have found (section 5 of the rule catalogue)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from replylint.model import Match, Rule, Span

Hit = tuple[Rule, Match]
_Problem = Callable[[Hit, Hit], bool]


def _same_reply(winner: Hit, loser: Hit) -> bool:
    return True


def _same_span(winner: Hit, loser: Hit) -> bool:
    return winner[1].span.overlaps(loser[1].span)


def _same_subject(winner: Hit, loser: Hit) -> bool:
    """Whether both speak of the same place in the customer's messages; a finding that names none speaks of all."""
    a, b = _subjects(winner[1]), _subjects(loser[1])
    return not a or not b or any(x[0] == y[0] and x[1].overlaps(y[1]) for x in a for y in b)


def _subjects(match: Match) -> list[tuple[Hashable, Span]]:
    return [(related.turn, related.span) for related in match.related]


@dataclass(frozen=True)
class Precedence:
    """Codes from the strongest to the weakest; codes in one string are equals. A stronger one silences the weaker."""

    problem: _Problem
    codes: tuple[str, ...]

    def strength(self, code: str) -> int | None:
        return next((i for i, codes in enumerate(self.codes) if code in codes.split()), None)


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
    Precedence(_same_span, ("TON006", "TON008", "TON007", "TON003", "TON005", "TON009", "TON004", "TON002", "TON001")),
    Precedence(_same_reply, ("TON018", "TON019")),
    Precedence(_same_span, ("ACC101", "ACC005", "SPL001")),
    Precedence(_same_span, ("ACC003", "ACC002", "ACC001 ACC004", "SPL001 SPL003 TON013")),
    Precedence(_same_span, ("SPL010", "SPL006", "SPL002", "SPL001")),
    Precedence(_same_reply, ("QST103", "TON014", "STR001 STR002 STR007")),
)


def silenced(hits: Iterable[Hit]) -> set[int]:
    """Return the indices of the hits that a stronger rule's hit on the same problem silences."""
    hits = list(hits)
    lost: set[int] = set()
    for precedence in PRECEDENCE:
        levels: dict[int, list[int]] = {}
        for i, (rule, _) in enumerate(hits):
            if (strength := precedence.strength(rule.code)) is not None:
                levels.setdefault(strength, []).append(i)
        stronger: list[int] = []
        for strength in sorted(levels):
            lost.update(i for i in levels[strength] if any(precedence.problem(hits[j], hits[i]) for j in stronger))
            stronger += levels[strength]
    return lost
