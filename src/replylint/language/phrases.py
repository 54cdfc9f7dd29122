"""A small language for wordings, so that a rule can say in YAML what it looks for.

    as <we> (already|previously)? (said|told you)     words, alternatives, what may be missing, named groups
    ^ [[simply]] *                                    at the start of a clause; only "simply" is marked; any one word
    you need to ... understand !(how)                 up to four words between; not before "how"
    ^^ again ,                                        at the start of the sentence, with a comma behind it
    easy fix $                                        at the end of a clause
    you $$                                            at the end of the text
    we ~ly refund~                                    words that end or begin so ("truly", "refunded")

    * , [[sweetie]] $                                 behind a comma

A space stands for any white space with or without a comma, an apostrophe may be straight, curly or missing ("dont", but
"were" is not "we're"). A phrase is compiled only where one of its ``anchors`` (words it cannot match without) occurs, so
that hundreds of phrases cost a set intersection a sentence.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from replylint.model import Span

COMMON_GROUPS: Mapping[str, str] = {
    "you": "you|u|ya|yourself",
    "we": "i|we",
    "youre": "you are|you're|u r|your",
    "youve": "you have|you've",
    "youd": "you would|you had|you'd",
    "youll": "you will|you'll",
    "its": "it is|it's|this is|that is|that's",
    "must": "must|should|need to|have to|ought to|got to|will need to|will have to|are required to",
    "adverb": "really|very|quite|so|pretty|actually|fairly|just|simply|also|even|perfectly|rather|that|all|too|only",
    "any": "any|every|each|most|all",
}
"""Groups of alternatives that every phrase may name as ``<we>``."""

_LEXEME = re.compile(
    r"(?P<flat>!?\([\w'&/ |-]+\)\??)|(?P<part>(?:~[\w'-]+|[\w'-]+~)\??)"
    r"|\[\[|\]\]|!\(|\(|\)\??|\||\^\^?|\$\$?|,|\.\.\.|\*|<[a-z_]+>\??"
    r"|(?P<word>[\w'&/-]+\??)|(?P<space>\s+)|(?P<bad>.)"
)
_SEPARATOR = r",?\s+"
_CLAUSE_START = (
    r"(?:^|(?<=[^\w\s'\ufffc)]\s)|(?<=[—–(])|(?<=[.!?:;]\s\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=[,;.–—-]\sso\s)|(?<=\bor\s)"
    r"|(?<=\bthen\s)|(?<=\bwell\s)|(?<=\boh\s)|(?<=\bok\s)|(?<=\bokay\s)|(?<=\bhi\s)|(?<=\bhello\s)|(?<=\bno\s)"
    r"|(?<=\bbecause\s)|(?<=\bplease\s))"
)
_STARTS = {"^": _CLAUSE_START, "^^": r"(?:^|(?<=^\W)|(?<=^\W\W))"}
_ENDS = {"$": r"(?=\s*(?:[^\w\s'\ufffc-]|$))", "$$": r"(?=\s*$)"}
_ANY_WORD = r"[\w'\ufffc-]+"
_REST_OF_WORD = r"[\w'-]{0,20}"
_FREQUENT = frozenset(
    "a an the i we you your it its that this is are was be been to of in on for and or but not no so as at by with have"
    " has had do does did will would can could should if my our me us there what which who how they all any just".split()
)
_NEEDS_APOSTROPHE = frozenset("we're we'll we'd i'll i'd he'll she'll".split())
"""Words that are others without it."""
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})


def plain(text: str) -> str:
    """Return a text in lower case with straight apostrophes, each character at its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.translate(_APOSTROPHES)


def words(plain_text: str) -> frozenset[str]:
    """Return the words of a ``plain`` text, without their apostrophes."""
    return frozenset(word.replace("'", "") for word in _WORD.findall(plain_text))


@dataclass(frozen=True)
class Phrase:
    """A wording: where it occurs in a plain text, and the words it cannot occur without.

    One word of each set of ``needed`` is in every occurrence; ``anchors`` is the rarest of these sets.
    """

    source: str
    anchors: frozenset[str]
    needed: tuple[frozenset[str], ...]
    regex: str

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.regex)

    def possible(self, words: frozenset[str]) -> bool:
        """Whether a text with these words can hold the phrase; much cheaper than to look for it."""
        return not any(words.isdisjoint(needed) for needed in self.needed)

    def spans(self, plain_text: str) -> Iterator[Span]:
        """Yield what is marked in each occurrence."""
        for match in self._compiled.finditer(plain_text):
            yield Span(*match.span("mark"))

    def occurs(self, plain_text: str) -> bool:
        return self._compiled.search(plain_text) is not None

    def end(self, plain_text: str, start: int) -> int:
        """Return where the occurrence ends that starts at a place; -1 where none does."""
        match = self._compiled.match(plain_text, start)
        return match.end() if match else -1


@dataclass(frozen=True, slots=True)
class _Node:
    """A piece of a phrase: its regex, its anchors (none where it can do without any word) and whether it may miss."""

    regex: str
    anchors: frozenset[str] = frozenset()
    optional: bool = False
    width: bool = True


class Grammar:
    """Reads phrases that may name groups of alternatives, the common ones and ``groups``."""

    def __init__(self, groups: Mapping[str, str]) -> None:
        self._alternatives = {**COMMON_GROUPS, **groups}
        self._groups: dict[str, _Node] = {}
        self._phrases: dict[str, Phrase] = {}

    def phrase(self, source: str) -> Phrase:
        """Read a phrase; raises ValueError for a mistake in it."""
        if source not in self._phrases:
            self._phrases[source] = _Reader(source, self).phrase()
        return self._phrases[source]

    def group(self, name: str) -> _Node | None:
        """Return a group's alternatives; None where there is no such group."""
        if name not in self._groups and name in self._alternatives:
            self._groups[name] = _Reader(f"({self._alternatives[name]})", self).node()
        return self._groups.get(name)


@functools.lru_cache(maxsize=256)
def grammar(groups: tuple[tuple[str, str], ...] = ()) -> Grammar:
    """Return the grammar with these groups; kept, because a rule file is read twice: to judge it, and to use it."""
    return Grammar(dict(groups))


class _Reader:
    def __init__(self, source: str, grammar: Grammar) -> None:
        self.source = source
        self.grammar = grammar
        self.lexemes: list[tuple[str, str | None]] = []
        for match in _LEXEME.finditer(source):
            if match.lastgroup == "bad":
                raise ValueError(f"{match.group()!r} has no meaning in the phrase {source!r}")
            if match.lastgroup != "space":
                self.lexemes.append((match.group(), match.lastgroup))
        self.at = 0

    def phrase(self) -> Phrase:
        parts: list[list[_Node]] = [[]]
        start, end = r"(?<![\w'])", r"(?![\w'])"
        while (lexeme := self.peek()) is not None:
            if lexeme in _STARTS and self.at == 0:
                self.at += 1
                start = _STARTS[lexeme]
            elif lexeme in _ENDS and self.at == len(self.lexemes) - 1:
                self.at += 1
                end = _ENDS[lexeme]
            elif lexeme in ("[[", "]]"):
                self.at += 1
                if (lexeme == "[[") != (len(parts) == 1) or len(parts) == 3:
                    raise self.error("[[ and ]] must stand once each")
                parts.append([])
            else:
                parts[-1].append(self.node())
        if len(parts) == 2:
            raise self.error("]] is missing")
        before, marked, after = parts if len(parts) == 3 else ([], parts[0], [])
        needed = tuple(n.anchors for n in (*before, *marked, *after) if n.anchors and not n.optional)
        anchors = _rarest(needed)
        if not anchors:
            raise self.error("a word that is always there is missing")
        if not _solid(marked):
            raise self.error("the marked part may be empty")
        regex = f"(?P<mark>{_sequence(marked)})"
        if before:
            regex = (_sequence(before) + _SEPARATOR if _solid(before) else _leading(before)) + regex
        return Phrase(self.source, anchors, needed, start + regex + _trailing(after) + end)

    def error(self, reason: str) -> ValueError:
        return ValueError(f"{reason} in the phrase {self.source!r}")

    def peek(self) -> str | None:
        return self.lexemes[self.at][0] if self.at < len(self.lexemes) else None

    def node(self) -> _Node:
        lexeme, kind = self.lexemes[self.at]
        self.at += 1
        if kind == "word":
            return _word(lexeme)
        if kind == "part":
            return _part(lexeme)
        if kind == "flat":
            if any(not alternative.strip() for alternative in lexeme.strip("!()?").split("|")):
                raise self.error("an alternative is empty")
            return _flat_group(lexeme)
        if lexeme in ("(", "!("):
            return self.group(negative=lexeme == "!(")
        if lexeme == "...":
            return _Node(rf"{_ANY_WORD}(?:{_SEPARATOR}{_ANY_WORD}){{0,3}}?", optional=True)
        if lexeme == ",":
            return _Node("(?=,)", optional=True, width=False)
        if lexeme == "*":
            return _Node(_ANY_WORD)
        if lexeme.startswith("<"):
            name = lexeme.strip("<>?")
            node = self.grammar.group(name)
            if node is None:
                raise self.error(f"there is no group <{name}>")
            return _Node(node.regex, node.anchors, lexeme.endswith("?"))
        raise self.error(f"{lexeme!r} is out of place")

    def group(self, negative: bool) -> _Node:
        alternatives: list[list[_Node]] = [[]]
        while (lexeme := self.peek()) not in (")", ")?"):
            if lexeme is None:
                raise self.error("a bracket is not closed")
            if lexeme == "|":
                self.at += 1
                alternatives.append([])
            else:
                alternatives[-1].append(self.node())
        self.at += 1
        if not all(map(_solid, alternatives)):
            raise self.error("an alternative may be empty")
        regex = "|".join(map(_sequence, alternatives))
        if negative:
            return _not_before(regex)
        anchors = [_best(a) for a in alternatives]
        return _Node(f"(?:{regex})", frozenset().union(*anchors) if all(anchors) else frozenset(), lexeme == ")?")


@functools.lru_cache(maxsize=4096)
def _word(lexeme: str) -> _Node:
    word = lexeme.rstrip("?").lower()
    return _Node(_spelt(word), frozenset({_anchor(word)}), lexeme.endswith("?"))


def _spelt(word: str) -> str:
    return word if word in _NEEDS_APOSTROPHE else word.replace("'", "'?")


def _part(lexeme: str) -> _Node:
    """Read a word of which only the beginning or the end is given; it is no anchor."""
    word = lexeme.rstrip("?").lower()
    return _Node(word.replace("~", _REST_OF_WORD), optional=lexeme.endswith("?"))


@functools.lru_cache(maxsize=4096)
def _flat_group(lexeme: str) -> _Node:
    """Read alternatives of plain words, most of what phrases are made of."""
    alternatives = [a.split() for a in lexeme.strip("!()?").lower().split("|")]
    regex = "|".join(_SEPARATOR.join(map(_spelt, alternative)) for alternative in alternatives)
    if lexeme.startswith("!"):
        return _not_before(regex)
    anchors = frozenset(_anchor(next((w for w in a if w not in _FREQUENT), a[0])) for a in alternatives)
    return _Node(f"(?:{regex})", anchors, lexeme.endswith("?"))


def _not_before(regex: str) -> _Node:
    return _Node(rf"(?!{_SEPARATOR}(?:{regex})(?![\w']))", optional=True, width=False)


def _anchor(word: str) -> str:
    """Return a word as ``words`` gives it; of a hyphenated one the longest part."""
    if word.isalnum():
        return word
    return max(_WORD.findall(word), key=len, default=word).replace("'", "")


def _solid(nodes: list[_Node]) -> bool:
    return any(not n.optional and n.width for n in nodes)


def _best(nodes: list[_Node]) -> frozenset[str]:
    """Return the anchors of the piece that is rarest."""
    return _rarest([n.anchors for n in nodes if n.anchors and not n.optional])


def _rarest(anchors: Sequence[frozenset[str]]) -> frozenset[str]:
    if len(anchors) == 1:
        return anchors[0]
    return min(anchors, key=lambda a: (len(a & _FREQUENT), len(a)), default=frozenset())


def _leading(nodes: list[_Node]) -> str:
    """Optional pieces before a first sure one, each with the space behind it."""
    return "".join(n.regex if not n.width else f"(?:{n.regex}{_SEPARATOR})?" for n in nodes)


def _trailing(nodes: list[_Node]) -> str:
    """Pieces behind a sure one, each with the space before it."""
    return "".join(
        n.regex if not n.width else f"(?:{_SEPARATOR}{n.regex})?" if n.optional else f"{_SEPARATOR}{n.regex}"
        for n in nodes
    )


def _sequence(nodes: list[_Node]) -> str:
    first = next(i for i, n in enumerate(nodes) if not n.optional and n.width)
    return _leading(nodes[:first]) + nodes[first].regex + _trailing(nodes[first + 1 :])
