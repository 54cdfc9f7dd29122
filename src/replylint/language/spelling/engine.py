"""Spelling engines other than replylint's own: what one gives, and what of it replylint keeps.

An engine knows words and grammar; it does not know what is quoted, who is named, or what the company sells. So each
engine's remarks pass the same masks and vocabulary as our own findings before they are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from replylint.language.spelling.candidates import candidates
from replylint.language.spelling.foreign import foreign
from replylint.language.spelling.lexicon import Flag, lexicon
from replylint.language.spelling.slips import strength
from replylint.language.spelling.vocabulary import Vocabulary
from replylint.language.spelling.words import Word, sentence_words
from replylint.language.text import BLANK, Sentence, Text
from replylint.model import Confidence, Span

MISSPELLING = "SPL001"
_WORD = 2
"""Letters from which a stretch has a word rather than a smiley."""
_SENTENCE = 4
"""Words from which a line is a sentence."""
_STRONG = -0.5
"""Strength from which a word that an engine does not know either is a likely slip (our own engine, alone, wants 0)."""


class EngineError(Exception):
    """An engine cannot be asked; ``str()`` is one line that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What an engine says of a stretch of a sentence, as the rule it falls under; ``meant`` has the likeliest first."""

    code: str
    span: Span
    meant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EngineSlip:
    """A remark that was kept, with its span in the message."""

    code: str
    span: Span
    meant: tuple[str, ...]
    certainty: Confidence


@dataclass(frozen=True, slots=True)
class Query:
    """A message to look at, and the customer's English."""

    text: Text
    locale: str


class SpellingEngine(Protocol):
    """An engine; the sentences of a message are given as ``readable`` makes them. Raises EngineError."""

    name: str

    def remarks(self, queries: Sequence[Query]) -> Iterator[Sequence[Sequence[Remark]]]:
        """Yield for each message the remarks on each of its sentences, with spans in the sentence."""

    def close(self) -> None:
        """Stop what the engine started."""


def readable(sentence: Sentence) -> str:
    """Return a sentence as an engine may see it: what is masked is a number, so that nothing private is sent.

    Characters outside the Basic Multilingual Plane (emoji) become one that is in it, so that an engine which counts in
    UTF-16 counts as we do.
    """
    text = "".join(seen if masked != BLANK else "0" for seen, masked in zip(sentence.text, sentence.scan, strict=True))
    return text if text.isascii() else "".join(c if c <= "\uffff" else "☺" for c in text)


def kept(text: Text, remarks: Sequence[Sequence[Remark]], vocabulary: Vocabulary) -> Iterator[EngineSlip]:
    """Yield the remarks on a message that stand once its masks and the vocabulary are known."""
    for sentence, said in zip(text.sentences, remarks, strict=True):
        if not said:
            continue
        words = tuple(sentence_words(sentence))
        if foreign([w.normal for w in words], sum(w.shape == "lower" and vocabulary.strange(w) for w in words)):
            continue
        for remark in (_narrowed(r, sentence, words, vocabulary) for r in said):
            written = remark.span.of(sentence.scan)
            if not remark.meant or not _is_prose(sentence, remark.span) or _is_taste(written, remark.meant[0]):
                continue
            if certainty := _certainty(remark, sentence, words, vocabulary):
                yield EngineSlip(remark.code, sentence.absolute(remark.span), remark.meant, certainty)


def _narrowed(remark: Remark, sentence: Sentence, words: Sequence[Word], vocabulary: Vocabulary) -> Remark:
    """Return a remark on several words as one on the only unknown one of them, with what we suggest for it."""
    place = sentence.absolute(remark.span)
    there = [word for word in words if word.span.overlaps(place)]
    strange = [word for word in there if vocabulary.strange(word)]
    if remark.code != MISSPELLING or len(there) < 2 or len(strange) != 1:
        return remark
    (word,) = strange
    meant = tuple(candidate.word for candidate in candidates(word.normal)[:3]) if word.normal.isalpha() else ()
    return Remark(MISSPELLING, word.span.shifted(-sentence.span.start), meant)


def _is_prose(sentence: Sentence, span: Span) -> bool:
    """Whether a stretch has a word, and neither it nor what it touches is masked."""
    around = Span(max(0, span.start - 2), span.end + 2).of(sentence.scan)
    return BLANK not in around and sum(c.isalpha() for c in span.of(sentence.scan)) >= _WORD


def _is_taste(written: str, meant: str) -> bool:
    """Whether only hyphens and capitals differ: "right click", "wifi"."""
    return written.replace("-", " ").casefold() == meant.replace("-", " ").casefold() or (
        "-" in meant and written.casefold() == meant.replace("-", "").casefold()
    )


def _certainty(remark: Remark, sentence: Sentence, words: Sequence[Word], vocabulary: Vocabulary) -> Confidence | None:
    place = sentence.absolute(remark.span)
    there = [word for word in words if word.span.overlaps(place)]
    if not there or any(word.normal in vocabulary.own or word.normal in vocabulary.names for word in there):
        return None
    if remark.code == MISSPELLING:
        return _of_unknown(there[0], words, vocabulary) if len(there) == 1 else None
    return Confidence.MEDIUM if sentence.zone == "author" else None


def _of_unknown(word: Word, sentence: Sequence[Word], vocabulary: Vocabulary) -> Confidence | None:
    """Return how sure it is that a word an engine does not know is a slip: not where we know it, or it is a term."""
    look = lexicon()
    begins = word.initial and word.sentence.zone == "author" and len(sentence) >= _SENTENCE
    if not vocabulary.strange(word) or not (word.shape == "lower" or (word.shape == "capital" and begins)):
        return None
    if look.corrections(word.normal):
        return Confidence.HIGH
    if word.normal in vocabulary.heard or look.flags(word.normal) & (Flag.PROPER | Flag.NAME) or word.part:
        return None
    near = candidates(word.normal) if word.normal.isalpha() else ()
    return Confidence.MEDIUM if near and strength(word.normal, near[0]) >= _STRONG else Confidence.LOW
