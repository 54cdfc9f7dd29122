"""A bare yes or no, finished: what the writer may have meant by it, in full."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replylint.language import question_forms as forms
from replylint.language.patterns import lazy
from replylint.language.vocabulary import content

if TYPE_CHECKING:
    from replylint.language.answers import Treatment
    from replylint.language.reading import Reading

_TURNED = {"you": "we", "your": "our", "yours": "ours", "u": "we", "i": "you", "my": "your", "me": "you", "we": "you", "our": "your", "us": "you"}  # fmt: skip
_NEGATION = lazy(
    r"(?P<aux>do|does|did|is|are|was|were|has|have|had|could|would|should|ca|wo)(?:n['’]?t|\s+not)\b\s*", re.I
)
_LONGEST_OPTION = 4
"""Words; a longer alternative is a clause that does not fit behind "It is"."""


def completions(reading: Reading, treatment: Treatment) -> tuple[str, ...]:
    """Return full answers in a bare answer's place: never one that chooses for the writer, unless our thread has."""
    question = treatment.question
    if question.choice:
        if any(len(option.split()) > _LONGEST_OPTION or "\ufffc" in option for option in question.choice.options):
            return ()
        ours = frozenset().union(
            *(content(t.raw) | _meridiems(t.raw) for t in reading.earlier if t.message.role == "agent")
        )
        named = [o for o, stems in zip(question.choice.options, question.choice.stems, strict=True) if stems & ours]
        return tuple(f"It is {option}." for option in (named if len(named) == 1 else question.choice.options))
    return _both_ways(question.text)


def _meridiems(text: str) -> frozenset[str]:
    return frozenset(m.lower() for m in re.findall(r"(?<![a-z])([ap]m)\b", text, re.I))


def _both_ways(question: str) -> tuple[str, ...]:
    """Return the negative statement and the positive one that a negative rising statement may be answered with."""
    statement = forms.TAG.sub("", re.sub(r"\W+$", "", question))
    match = _NEGATION.search(statement)
    if match is None or match.start() == 0:
        return ()
    aux = {"ca": "can", "wo": "will"}.get(match["aux"].lower(), match["aux"])
    positive = f"{statement[: match.start()]}{aux} {statement[match.end() :]}"
    return (f"No, {_turned(statement)}.", f"Yes, {_turned(positive)}.")


def _turned(statement: str) -> str:
    """Turn the customer's "you" and "I" into ours."""
    words = [_TURNED.get(word.lower(), word) for word in statement.split()]
    if words and words[0][0].isupper() and words[0] not in ("I",) and not words[0].isupper():
        words[0] = words[0][0].lower() + words[0][1:]
    text = " ".join(words)
    return re.sub(r"\b(we|you) (?:is|am)\b", r"\1 are", text)
