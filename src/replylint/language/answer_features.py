"""What the answer judge looks at: the questions of a turn beside the sentences of the reply."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from replylint.language.answer_marks import AUXILIARIES, COMPILED, WORDS
from replylint.language.question_clauses import Question
from replylint.language.replying import ReplySentence
from replylint.language.spelling.lexicon import lexicon
from replylint.language.typed_answers import holds_answer
from replylint.language.vocabulary import WORD, content, is_content, stem, stems, widened
from replylint.model import Confidence

if TYPE_CHECKING:
    from replylint.language.reading import Reading

_STRONG = frozenset({"time", "duration", "money", "number"})
"""Kinds of answer that have expressions of their own."""
_POLAR = frozenset({"yes-no", "choice"})
_FEW = 8
"""Words; a sentence of so few without a verb is what is left of an answer."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|am|be|been|do|does|did|has|have|had|can|could|will|would|shall|should|must|may|might|let"
    r"|get|gets|got|please)\b"
    r"|n['’]t\b|['’](?:s|re|ve|ll|m|d)\b|\w(?:ed|es)\b",
    re.I,
)
_SYNONYM = 0.6
"""What a word counts that only stands for one of the question's."""
_COMMON, _RARE, _UNKNOWN = 0.5, 4.5, 4.0
"""Least and greatest weight of a word by its rarity (7 less its Zipf value), and that of one no list knows."""


@dataclass(frozen=True)
class Pairing:
    """The questions of a turn beside the sentences of the reply."""

    reading: Reading

    @cached_property
    def said(self) -> tuple[ReplySentence, ...]:
        return tuple(s for s in self.reading.reply.sentences if s.informs and not s.boilerplate)

    @cached_property
    def told(self) -> frozenset[str]:
        """The content words of the customer's turn."""
        return content(" ".join(text.scan for text in self.reading.current_turn))

    @cached_property
    def marks(self) -> list[dict[str, float]]:
        """What each sentence looks like, whatever the question."""
        return [_marks(sentence, self.told) for sentence in self.said]

    @cached_property
    def shares(self) -> list[list[float]]:
        """For each question how much of it each sentence says again, its words weighed by their rarity."""
        return [_shares(question, self.said) for question in self.reading.questions]

    def features(self, question: Question) -> tuple[list[dict[str, float]], dict[str, float]]:
        """Return what the judge looks at: in each sentence, and in the whole."""
        at = next(i for i, other in enumerate(self.reading.questions) if other is question)
        sentences = [self._sentence_features(question, at, j) for j in range(len(self.said))]
        return sentences, self._question_features(at)

    def _sentence_features(self, q: Question, i: int, j: int) -> dict[str, float]:
        sentence, marks, n = self.said[j], self.marks[j], len(self.reading.questions)
        share = self.shares[i][j]
        other = max((self.shares[k][j] for k in range(n) if k != i), default=0.0)
        typed = q.answer in _STRONG and holds_answer(sentence.sentence.text, q.answer)
        named = q.choice is not None and q.choice.named_in(stems(sentence.sentence.text))
        values: dict[str, float] = {
            "its words": share,
            "more its words than another's": max(-1.0, min(1.0, share - other)),
            "another's words": other,
            "more another's": float(other > share + 0.1),
            "of its type": float(typed),
            "of its type and its words": float(typed and share > 0.1),
            "not of its type": float(q.answer in _STRONG and not typed),
            "names an alternative": float(named),
            "names no alternative": float(q.choice is not None and not named),
            "far from its place": abs((i + 0.5) / n - (j + 0.5) / len(self.said)) if n > 1 else 0.0,
            "first": float(j == 0),
            "first, for the first": float(j == 0 and i == 0 and n > 1),
            "last": float(j == len(self.said) - 1),
            "last, for the last": float(j == len(self.said) - 1 and i == n - 1 and n > 1),
        }
        kinds = {
            "polar": q.answer in _POLAR, "why": q.answer == "cause", "how": q.answer == "steps",
            "what": q.answer not in _POLAR | _STRONG | {"cause", "steps"},
        }  # fmt: skip
        for kind, names in _OF_KIND.items():
            values |= {f"{kind}: {name}": float(kinds[kind]) * marks[name] for name in names}
        values["polar: its auxiliary"] = float(kinds["polar"] and _auxiliary(q.text) in _auxiliaries(sentence.scan))
        return values | marks

    def _question_features(self, i: int) -> dict[str, float]:
        questions, all_sentences = self.reading.questions, self.reading.reply.sentences
        n, m, q = len(questions), len(self.said), questions[i]
        return {
            "sentences": math.log1p(m),
            "questions": math.log(n),
            "more questions than sentences": math.log((n + 0.5) / (m + 0.5)),
            "words": math.log1p(len(self.reading.draft.scan.split())),
            "courtesies": sum(s.courtesy for s in all_sentences) / max(1, len(all_sentences)),
            "last of several": float(n > 1 and i == n - 1),
            "doubtful question": float(q.confidence == Confidence.LOW),
            "falls away": float(q.conditional),
            "thread": float(len(self.reading.earlier) > 1),
        }


_OF_KIND: dict[str, Sequence[str]] = {
    "polar": (
        "yes or no", "negation", "fine", "restriction", "you", "modal", "pronoun as subject", "describes a thing", "past",
        "figure", "future", "we did",
    ),
    "why": ("reason", "guess", "past", "apology", "we did"),
    "how": ("step", "order"),
    "what": ("figure", "pronoun as subject"),
}  # fmt: skip
"""Marks that tell more, or something else, about an answer to such a question."""


def _marks(s: ReplySentence, told: frozenset[str]) -> dict[str, float]:
    values = {name: float(pattern.search(s.scan) is not None) for name, pattern in COMPILED.items()}
    return values | {
        "words of the message": min(len(s.stems & told), 4) / 2,
        "no word of the message": float(s.stems.isdisjoint(told)),
        "ellipsis": float(len(s.scan.split()) <= _FEW and not _VERB.search(s.scan)),
        "asks back": float(s.asks),
        "holds": float(s.holds),
        "refuses": float(s.refuses),
        "points elsewhere": float(s.points),
        "advertises": float(s.advertises),
        "link": float(bool(s.links)),
        "long": math.log1p(len(s.scan.split())) / 2,
    }


def _shares(question: Question, said: Sequence[ReplySentence]) -> list[float]:
    weights: dict[str, float] = {}
    for word in filter(is_content, WORD.findall(question.text)):
        weights[stem(word)] = max(weights.get(stem(word), 0.0), _rarity(word))
    total = sum(weights.values())
    if not total:
        return [0.0] * len(said)
    standing_for = {each: widened((each,)) for each in weights}
    return [sum(w * _again(s, standing_for[s], x.stems) for s, w in weights.items()) / total for x in said]


def _again(word: str, standing_for: frozenset[str], said: frozenset[str]) -> float:
    return 1.0 if word in said else _SYNONYM * (not standing_for.isdisjoint(said))


def _rarity(word: str) -> float:
    frequency = lexicon().frequency(word.lower().replace("’", "'").removesuffix("'s"))
    return max(_COMMON, min(_RARE, 7.0 - frequency)) if frequency else _UNKNOWN


def _auxiliaries(text: str) -> list[str]:
    words = WORDS.findall(text.lower().replace("’", "'"))
    return [AUXILIARIES[word] for word in words if word in AUXILIARIES]


def _auxiliary(question: str) -> str:
    return next(iter(_auxiliaries(question)), "none")
