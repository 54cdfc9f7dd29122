"""Wordings and the grammar they must stand in: the check to write one's own rules with, in YAML alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, ClassVar

from replylint.checks import Check
from replylint.checks.deletions import deletion
from replylint.language.addressee import Clause, clause_at, clause_spans, echoes, is_name
from replylint.language.phrases import Phrase as Wording
from replylint.language.phrases import grammar
from replylint.language.reading import Reading
from replylint.language.text import Sentence
from replylint.model import Confidence, Edit, Fix, Match, Span

CONDITIONS: Mapping[str, Callable[[Clause], bool]] = MappingProxyType(
    {
        "to-customer": lambda clause: clause.to_customer,
        "you-subject": lambda clause: clause.subject == "you",
        "we-subject": lambda clause: clause.subject == "we",
        "names-us": lambda clause: clause.names_us,
        "names-you": lambda clause: clause.names_customer,
        "imperative": lambda clause: clause.imperative,
        "duty": lambda clause: clause.duty,
        "negated": lambda clause: clause.negated,
        "conditional": lambda clause: clause.conditional,
        "question": lambda clause: clause.question,
        "relative": lambda clause: clause.relative,
    }
)
_KEYS = frozenset({"say", "when", "unless", "not_near", "confidence", "fix", "fix_is_safe", "echo"})


@dataclass(frozen=True)
class Entry:
    """One item of ``phrases``: wordings, and what must hold of the clause they stand in.

    ``when``: all of these must hold ("a or b": one of the two); ``unless``: none may. ``not_near``: wordings that
    silence it in the same sentence. ``fix``: "delete", or the words to put in the place of the mark.
    """

    say: tuple[Wording, ...]
    when: tuple[tuple[str, ...], ...] = ()
    unless: tuple[str, ...] = ()
    not_near: tuple[Wording, ...] = ()
    confidence: Confidence = Confidence.HIGH
    fix: str = ""
    fix_is_safe: bool = False
    echo: bool = False

    @property
    def needs_syntax(self) -> bool:
        return bool(self.when or self.unless)

    def holds(self, clause: Clause) -> bool:
        return all(any(CONDITIONS[c](clause) for c in either) for either in self.when) and not any(
            CONDITIONS[c](clause) for c in self.unless
        )


@dataclass(frozen=True)
class Phrase(Check):
    """Finds wordings in the writer's own sentences, where the grammar around them is as asked.

    Quiet in quotes, names and code, where the customer used the words themselves, and a second time in one clause.
    ``groups`` are alternatives that the phrases may name as ``<group>``; ``unless`` and ``not_near`` hold for every
    phrase. ``zones``: the parts of the message to look at. ``escalate``: findings are of the case "complaint" where the
    customer reports a failure of ours. ``hint_for``: purposes of a template ("marketing") for which it is but a hint.
    """

    phrases: tuple[Mapping[str, Any], ...]
    groups: Mapping[str, str] = field(default_factory=dict)
    unless: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    zones: tuple[str, ...] = ("author",)
    escalate: bool = False
    hint_for: tuple[str, ...] = ()

    cases: ClassVar[frozenset[str]] = frozenset({"", "complaint"})

    def __post_init__(self) -> None:
        _ = self._by_anchor

    @property
    def anchors(self) -> frozenset[str]:
        return frozenset(self._by_anchor)

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        read = grammar(tuple(self.groups.items())).phrase
        shared = tuple(map(read, self.not_near))
        return tuple(_entry(item, read, self.unless, shared) for item in self.phrases)

    @cached_property
    def _by_anchor(self) -> Mapping[str, tuple[tuple[Wording, Entry], ...]]:
        found: dict[str, list[tuple[Wording, Entry]]] = {}
        for entry in self._entries:
            for wording in entry.say:
                for anchor in wording.anchors:
                    found.setdefault(anchor, []).append((wording, entry))
        return {anchor: tuple(pairs) for anchor, pairs in found.items()}

    def nominate(self, reading: Reading) -> Iterable[Sentence]:
        for sentence in self._sentences(reading):
            if any(entry.needs_syntax for _, entry in self._said(reading, sentence)):
                yield sentence

    def matches(self, reading: Reading) -> Iterator[Match]:
        for sentence in self._sentences(reading):
            hits = sorted(self._said(reading, sentence), key=lambda h: (h[0].start, -h[1].confidence, -h[0].end))
            if not hits:
                continue
            marks = [mark for mark, _ in hits]
            stretches = clause_spans(sentence.scan, marks, commas=False)
            clauses = clause_spans(sentence.scan, marks, commas=True)
            taken = -1
            for (mark, entry), stretch, clause in zip(hits, stretches, clauses, strict=True):
                if stretch.start >= taken and self._judge(reading, sentence, mark, entry):
                    taken = stretch.end
                    yield self._match(reading, sentence, mark, clause, entry)

    def _sentences(self, reading: Reading) -> Iterator[Sentence]:
        by_anchor = self._by_anchor.keys()
        for sentence in reading.draft.sentences:
            if sentence.zone in self.zones and not by_anchor.isdisjoint(reading.draft.words[sentence.index]):
                yield sentence

    def _said(self, reading: Reading, sentence: Sentence) -> Iterator[tuple[Span, Entry]]:
        """Yield where a sentence says one of the phrases, whatever its grammar, and which entry says so."""
        text, words = reading.draft.plain[sentence.index], reading.draft.words[sentence.index]
        tried: set[str] = set()
        for anchor in sorted(self._by_anchor.keys() & words):
            for wording, entry in self._by_anchor[anchor]:
                if wording.source in tried or not wording.possible(words):
                    continue
                tried.add(wording.source)
                marks = list(wording.spans(text))
                if marks and not any(near.occurs(text) for near in entry.not_near):
                    yield from ((mark, entry) for mark in marks)

    def _judge(self, reading: Reading, sentence: Sentence, mark: Span, entry: Entry) -> bool:
        if is_name(sentence.text, mark, reading.settings.brands):
            return False
        if not entry.echo and echoes(mark.of(sentence.text), (w for t in reading.current_turn for w in t.words)):
            return False
        if not entry.needs_syntax:
            return True
        clause = clause_at(reading.parse(sentence), mark)
        return clause is not None and entry.holds(clause)

    def _match(self, reading: Reading, sentence: Sentence, mark: Span, clause: Span, entry: Entry) -> Match:
        return Match(
            sentence.absolute(mark),
            confidence=Confidence.LOW
            if reading.conversation.meta.get("purpose") in self.hint_for
            else entry.confidence,
            case="complaint" if self.escalate and reading.earlier and _complaint(reading) else "",
            fixes=tuple(_fixes(sentence, mark, entry)),
            scope=sentence.absolute(clause),
        )


def _complaint(reading: Reading) -> bool:
    return any(failure.confidence > Confidence.LOW for failure in reading.failures)


def _fixes(sentence: Sentence, mark: Span, entry: Entry) -> Iterator[Fix]:
    if entry.fix == "delete":
        if fix := deletion(sentence, mark, safe=entry.fix_is_safe):
            yield fix
    elif entry.fix:
        words = entry.fix
        if sentence.text[mark.start].isupper():
            words = words[0].upper() + words[1:]
        yield Fix(f'write "{words}"', (Edit(sentence.absolute(mark), words),), entry.fix_is_safe)


def _entry(
    item: Mapping[str, Any], read: Callable[[str], Wording], unless: tuple[str, ...], near: tuple[Wording, ...]
) -> Entry:
    if not isinstance(item, Mapping) or "say" not in item:
        raise ValueError("a phrase needs the key 'say'")
    if unknown := item.keys() - _KEYS:
        raise ValueError(f"unknown key {sorted(unknown)[0]!r} in a phrase: it may have {', '.join(sorted(_KEYS))}")
    when = tuple(tuple(_condition(c) for c in either.split(" or ")) for either in _listed(item.get("when", ())))
    confidence = item.get("confidence", "high")
    if confidence.upper() not in Confidence.__members__:
        raise ValueError(f"{confidence!r} is no confidence: low, medium or high")
    return Entry(
        say=tuple(map(read, _listed(item["say"]))),
        when=when,
        unless=tuple(_condition(c) for c in (*unless, *_listed(item.get("unless", ())))),
        not_near=(*near, *map(read, _listed(item.get("not_near", ())))),
        confidence=Confidence[confidence.upper()],
        fix=item.get("fix", ""),
        fix_is_safe=_flag(item, "fix_is_safe"),
        echo=_flag(item, "echo"),
    )


def _condition(name: str) -> str:
    if name not in CONDITIONS:
        raise ValueError(f"there is no condition {name!r}: {', '.join(sorted(CONDITIONS))}")
    return name


def _listed(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _flag(item: Mapping[str, Any], key: str) -> bool:
    value = item.get(key, "false")
    if value not in ("true", "false"):
        raise ValueError(f"{key} is true or false")
    return bool(value == "true")
