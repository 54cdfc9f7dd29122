"""One placeholder in two spellings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from replylint.checks import LibraryCheck
from replylint.language import placeholders
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Conversation, Match, Related, Span

_BRACKETS = lazy(r"[^\w\s]*")
_FILLED_BY_HAND = ("[", "<", "")
"""How the slots begin that a person fills in: [Name], <name>, PROJECT_NAME."""
_SHORTEST = 6
"""Letters from which two swapped ones are a slip."""
_Kind = tuple[str, str]
"""What fills placeholders in, and their brackets: names are compared within one kind."""
_Name = tuple[_Kind, str]
_Noted = dict[_Name, Span]


class PlaceholderSpelling(LibraryCheck):
    """Finds placeholder names that most templates write with other capitals, signs or two letters swapped."""

    slots: ClassVar[frozenset[str]] = frozenset({"name", "usual"})
    cases: ClassVar[frozenset[str]] = frozenset({"value", "slot"})

    def note(self, reading: Reading) -> _Noted | None:
        filled_by = str(reading.conversation.meta.get("placeholders", ""))
        noted: _Noted = {}
        for placeholder in reading.draft.once(placeholders.in_text):
            written = placeholder.text.strip("[]<>") if placeholder.kind == "slot" else placeholder.name
            if placeholder.kind in ("value", "slot") and written:
                brackets = _BRACKETS.match(placeholder.text)
                assert brackets is not None
                start = placeholder.span.start + placeholder.text.find(written)
                name = (filled_by, brackets.group()), written
                noted.setdefault(name, Span(start, start + len(written)))
        return noted or None

    def compare(self, noted: Sequence[tuple[Conversation, _Noted]]) -> Iterator[tuple[Conversation, Match]]:
        usual = _usual(Counter(name for _, note in noted for name in note))
        first = {name: (c, span) for c, note in reversed(noted) for name, span in note.items()}
        for conversation, note in noted:
            for name, span in note.items():
                if name in usual:
                    kept, at = first[usual[name]]
                    slots = {"name": name[1], "usual": usual[name][1]}
                    related = Related("draft", at, "as most templates write it", kept)
                    case = "slot" if name[0][1] in _FILLED_BY_HAND else "value"
                    yield conversation, Match(span, slots, case=case, related=(related,))


def _usual(counts: Counter[_Name]) -> dict[_Name, _Name]:
    """Return each less usual name with the usual one; of two that are as frequent the first one stays."""
    groups: dict[tuple[_Kind, str], list[_Name]] = {}
    for name in counts:
        plain = _plain(name[1])
        groups.setdefault((name[0], "".join(sorted(plain))), []).append(name)
    found: dict[_Name, _Name] = {}
    for names in groups.values():
        ordered = sorted(names, key=lambda name: -counts[name])
        for number, name in enumerate(ordered):
            same = (other for other in ordered[:number] if other not in found and _is_same(name[1], other[1]))
            if (kept := next(same, None)) is not None:
                found[name] = kept
    return found


def _is_same(name: str, other: str) -> bool:
    """Whether two names are one but for capitals and signs, or for two letters side by side that were swapped."""
    one, two = _plain(name), _plain(other)
    if one == two:
        return True
    different = [i for i, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    return len(one) >= _SHORTEST and len(different) == 2 and different[1] == different[0] + 1


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()
