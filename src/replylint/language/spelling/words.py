"""The words of a message as a speller sees them: runs of letters, with how and where they are written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from replylint.language.patterns import lazy
from replylint.language.text import BLANK, Sentence, Text
from replylint.model import Span

Shape = Literal["lower", "capital", "upper", "mixed"]

_CHUNK = lazy(r"\S+")
_PIECE = lazy(r"(?:(?!\.\.|--)[^\s—–…()\[\]{}\"“”„«»,;!?|*•·~<>])+")
_EDGES = ".:'‘’`´-_/"
_CODE = lazy(rf"[\d@#_\\=&%+$€£¥:.^/{BLANK}°™®©]")
_ALTERNATIVES = lazy(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*(?:/[^\W\d_]{2,}(?:['’-][^\W\d_]+)*)+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'"})
_POSSESSIVE = lazy(r"'s?$")
_BULLET = lazy(r"[\W\d]*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place in the message.

    ``normal`` is what dictionaries have: lower case, straight apostrophe, no possessive ending. ``initial`` words begin
    a sentence or a line, so that their capital says nothing. ``part`` words belong to a hyphenated or slashed one.
    """

    text: str
    normal: str
    span: Span
    sentence: Sentence
    shape: Shape
    initial: bool
    part: bool = False

    @property
    def ending(self) -> str:
        """The possessive ending, which is not part of ``normal``."""
        found = _POSSESSIVE.search(self.text.translate(_STRAIGHT))
        return self.text[found.start() :] if found else ""

    @property
    def named(self) -> bool:
        """Whether the capital marks a name."""
        return self.shape == "capital" and not self.initial


def normalised(text: str) -> str:
    """Return a word as dictionaries have it: composed, without ligatures and soft hyphens, in lower case."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_INVISIBLE).translate(_STRAIGHT)
    return text.lower()


def in_case_of(word: Word, right: str) -> str:
    """Write a word with the capitals of the one it takes the place of."""
    return recased(word.text, right)


def recased(written: str, right: str) -> str:
    """Write ``right`` with the capitals of ``written``."""
    if len(written) > 1 and written.isupper():
        return right.upper()
    return right[0].upper() + right[1:] if right and written[:1].isupper() else right


def words(text: Text) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each sentence that a person would look up: no numbers, codes, paths, addresses, file names."""
    return tuple(tuple(sentence_words(sentence)) for sentence in text.sentences)


def sentence_words(sentence: Sentence) -> Iterator[Word]:
    """Yield the words of one sentence."""
    scan = sentence.scan
    start = _BULLET.match(scan)
    first = start.end() if start else 0
    for chunk in _CHUNK.finditer(scan):
        line_start = chunk.start() == 0 or "\n" in scan[max(0, chunk.start() - 3) : chunk.start()]
        hyphenated = chunk.group().endswith("-")
        for piece in _PIECE.finditer(scan, chunk.start(), chunk.end()):
            begin, end = piece.span()
            while begin < end and scan[begin] in _EDGES:
                begin += 1
            while end > begin and scan[end - 1] in _EDGES:
                end -= 1
            if begin == end or (hyphenated and piece.end() == chunk.end()):
                continue
            initial = begin <= first or (line_start and piece.start() == chunk.start()) or _after_mark(scan, begin)
            yield from _split(sentence, begin, end, initial)


def _after_mark(scan: str, begin: int) -> bool:
    """Whether a word follows something after which people write a capital: a colon, a bracket, a quote, a dash."""
    before = scan[max(0, begin - 8) : begin].rstrip(" \t")[-1:]
    return before in ":([\"“‘'-–—•*>|/=.!?…" + BLANK if before else True


def _split(sentence: Sentence, begin: int, end: int, initial: bool) -> Iterator[Word]:
    text = sentence.scan[begin:end]
    if text.isalpha():
        yield _word(sentence, begin, text, initial, part=False)
        return
    if _CODE.search(text):
        if _ALTERNATIVES.fullmatch(text) and sentence.scan[max(0, begin - 1) : begin] not in ("/", "~", "."):
            yield from _parts(sentence, begin, text, "/", initial)
        return
    if "-" in text:
        yield from _parts(sentence, begin, text, "-", initial)
    elif any(c.isalpha() for c in text):
        yield _word(sentence, begin, text, initial, part=False)


def _parts(sentence: Sentence, begin: int, text: str, mark: str, initial: bool) -> Iterator[Word]:
    for piece in text.split(mark):
        if piece:
            yield _word(sentence, begin, piece, initial, part=True)
        begin += len(piece) + 1


def _word(sentence: Sentence, begin: int, text: str, initial: bool, part: bool) -> Word:
    start = sentence.span.start + begin
    normal = normalised(text)
    if "'" in normal:
        normal = _POSSESSIVE.sub("", normal)
    return Word(text, normal, Span(start, start + len(text)), sentence, _shape(text), initial, part)


def _shape(text: str) -> Shape:
    if text.islower():
        return "lower"
    if text[0].isupper() and not any(c.isupper() for c in text[1:]):
        return "capital" if len(text) > 1 else "upper"
    bare = text.removesuffix("s").removesuffix("'").removesuffix("’")
    return "upper" if bare.isupper() else "mixed"
