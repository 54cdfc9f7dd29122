"""The spelling engines that the settings name beside, or in place of, replylint's own."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from replylint.language.reading import Reading
from replylint.language.spelling.engine import (
    MISSPELLING,
    EngineError,
    EngineSlip,
    Query,
    Remark,
    SpellingEngine,
    kept,
)
from replylint.language.spelling.words import recased
from replylint.language.text import Text
from replylint.model import Confidence, Edit, Fix, Match, Related, Rule, SpellingSettings
from replylint.places import languagetool_jars
from replylint.precedence import Hit

_LOG = logging.getLogger("replylint")
_CHATTY = frozenset({"chat", "sms"})


class Engines:
    """Asks the engines, many replies at once; one that fails is told once and not asked again."""

    def __init__(self, engines: Sequence[SpellingEngine], embedded: bool = True) -> None:
        self._engines = list(engines)
        self._embedded = embedded
        self._remarks: dict[int, tuple[Text, list[Sequence[Sequence[Remark]]]]] = {}

    def prefetch(self, readings: Iterable[Reading]) -> None:
        """Ask about some replies, and keep the answers until the next are asked about."""
        readings = list(readings)
        self._remarks = {id(r.draft): (r.draft, []) for r in readings}  # the text is kept, so that its id stays its
        queries = [Query(reading.draft, reading.conversation.locale) for reading in readings]
        for engine in list(self._engines):
            try:
                answers = list(engine.remarks(queries))
            except EngineError as error:
                self._engines.remove(engine)
                _LOG.warning("%s: %s; replylint's own engine goes on alone", engine.name, error)
                engine.close()
                continue
            for query, answer in zip(queries, answers, strict=True):
                self._remarks[id(query.text)][1].append(answer)

    def joined(self, reading: Reading, rules: Iterable[Rule], hits: list[Hit]) -> list[Hit]:
        """Return what our checks found in a reply together with what the engines say that ours have not found."""
        if id(reading.draft) not in self._remarks:
            self.prefetch([reading])
        answers = self._remarks[id(reading.draft)][1]
        if answers and not self._embedded:
            hits = [hit for hit in hits if hit[0].code != MISSPELLING]
        by_code = {rule.code: rule for rule in rules}
        for answer in answers:
            slips = [s for s in kept(reading.draft, answer, reading.vocabulary) if s.code in by_code]
            told = [match.span for rule, match in hits if rule.code.startswith("SPL")]
            new = [slip for slip in slips if not any(slip.span.overlaps(span) for span in told)]
            hits = [*hits, *((by_code[each[0].code], _match(reading, each)) for each in _grouped(reading, new))]
        return hits


def engines(spelling: SpellingSettings) -> Engines | None:
    """Return the engines that settings name; None where that is our own alone."""
    if spelling.engines == ("embedded",):
        return None
    made: list[SpellingEngine] = []
    if "languagetool" in spelling.engines:
        from replylint.language.spelling.languagetool import LanguageToolEngine

        made.append(LanguageToolEngine(spelling.url, languagetool_jars(), spelling.timeout))
    return Engines(made, "embedded" in spelling.engines)


def _grouped(reading: Reading, slips: Sequence[EngineSlip]) -> Iterator[list[EngineSlip]]:
    """Yield the places of each misspelt word together, and each other slip alone."""
    words: dict[str, list[EngineSlip]] = {}
    for slip in slips:
        if slip.code == MISSPELLING:
            words.setdefault(slip.span.of(reading.draft.raw).lower(), []).append(slip)
        else:
            yield [slip]
    yield from words.values()


def _match(reading: Reading, places: Sequence[EngineSlip]) -> Match:
    """Return a slip as the rule of its code words it."""
    raw, slip = reading.draft.raw, places[0]
    sure = slip.certainty == Confidence.HIGH
    right = recased(slip.span.of(raw), slip.meant[0])
    quiet = not sure and reading.conversation.channel in _CHATTY
    match = Match(
        slip.span,
        {"candidate": right, "fixed": right},
        confidence=Confidence.LOW if quiet else slip.certainty,
        fixes=tuple(
            Fix(f'write "{meant}"', tuple(Edit(p.span, recased(p.span.of(raw), meant)) for p in places))
            for meant in dict.fromkeys(slip.meant)
        ),
        related=tuple(Related(reading.turn, place.span, "here too") for place in places[1:]),
    )
    return replace(match, case="sure" if sure else "likely") if slip.code == MISSPELLING else match
