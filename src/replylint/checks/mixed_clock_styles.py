"""12-hour and 24-hour times in one message, or in one library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from replylint.checks import LibraryCheck
from replylint.language.clock_styles import Style, rewritten, styled
from replylint.language.clock_times import ClockTime
from replylint.language.reading import Reading
from replylint.language.spelling.foreign import foreign
from replylint.model import Conversation, Edit, Fix, Match, Related, Span


class MixedClockStyles(LibraryCheck):
    """Finds the times of the clock that is used less, in a message that uses both; and in a library that does."""

    slots: ClassVar[frozenset[str]] = frozenset({"style"})
    cases: ClassVar[frozenset[str]] = frozenset({"message", "library"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        times = styled(reading.draft, reading.times)
        if not all(times.values()):
            return
        usual, other = sorted(times, key=lambda style: (-len(times[style]), times[style][0].span))
        yield Match(
            times[other][0].span,
            {"style": usual},
            case="message",
            fixes=tuple(_rewritten(times[other], usual)),
            related=(Related(reading.turn, times[usual][0].span, f"{usual} clock"),),
        )

    def note(self, reading: Reading) -> tuple[Style, Span] | None:
        times = styled(reading.draft, reading.times) if any(c.isdigit() for c in reading.draft.scan) else {}
        used = [(style, found[0].span) for style, found in times.items() if found]
        in_english = not foreign([word for sentence in reading.draft.words for word in sorted(sentence)], 0)
        return used[0] if len(used) == 1 and in_english else None

    def compare(self, noted: Sequence[tuple[Conversation, tuple[Style, Span]]]) -> Iterator[tuple[Conversation, Match]]:
        for group in _by_locale(noted).values():
            counts = Counter(style for _, (style, _) in group)
            (usual, _), *others = counts.most_common()
            kept, at = next((c, span) for c, (style, span) in group if style == usual)
            for conversation, (style, span) in group if others else ():
                if style != usual:
                    related = Related("draft", at, f"{usual} clock", kept)
                    yield conversation, Match(span, {"style": usual}, case="library", related=(related,))


def _by_locale(
    noted: Sequence[tuple[Conversation, tuple[Style, Span]]],
) -> dict[str, list[tuple[Conversation, tuple[Style, Span]]]]:
    groups: dict[str, list[tuple[Conversation, tuple[Style, Span]]]] = {}
    for conversation, note in noted:
        groups.setdefault(conversation.locale, []).append((conversation, note))
    return groups


def _rewritten(times: Sequence[ClockTime], style: Style) -> Iterator[Fix]:
    new = [rewritten(time, style) for time in times]
    if all(text is not None for text in new):
        edits = tuple(Edit(time.span, text or "") for time, text in zip(times, new, strict=True))
        yield Fix(f"write {', '.join(edit.text for edit in edits)}", edits, safe=True)
