"""The draft as an answer: its sentences, and which of them stand under which question."""

from __future__ import annotations

import re
from functools import cached_property

from replylint.language.patterns import lazy
from replylint.language.question_clauses import Question
from replylint.language.replying import Link, ReplySentence, link, reply_sentences
from replylint.language.text import Text
from replylint.language.vocabulary import content
from replylint.model import Span

_QUOTED_LINE = lazy(r"^[ \t]{0,3}>+[ \t]?(?P<words>[^\n]*)$", re.M)
_LIST_ITEM = lazy(r"^[ \t]*(?:(?P<n>\d{1,2})|(?:q|question\s)(?P<q>\d{1,2})|\(?(?P<a>[a-h]))[.):]\s", re.I | re.M)


class Reply:
    """The draft as an answer: its sentences, links and the parts that stand under a quoted or numbered question."""

    def __init__(self, draft: Text) -> None:
        self.draft = draft

    @cached_property
    def sentences(self) -> tuple[ReplySentence, ...]:
        return tuple(reply_sentences(self.draft))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return tuple(link(m.span.of(self.draft.raw)) for m in self.draft.masks if m.kind == "url")

    @cached_property
    def _sections(self) -> list[tuple[frozenset[str], Span]]:
        """The quoted lines with the stretch of our own words below each: interleaved answers."""
        quotes = list(_QUOTED_LINE.finditer(self.draft.raw))
        sections = []
        ends = [*(quote.start() for quote in quotes[1:]), len(self.draft.raw)]
        for quote, following in zip(quotes, ends, strict=False):
            below = Span(quote.end(), following)
            if below.of(self.draft.raw).strip():
                sections.append((content(quote["words"]), below))
        return sections

    @cached_property
    def _items(self) -> dict[str, Span]:
        items = list(_LIST_ITEM.finditer(self.draft.scan))
        ends = [*(m.start() for m in items[1:]), len(self.draft.raw)]
        return {next(g for g in m.groups() if g).lower(): Span(m.start(), e) for m, e in zip(items, ends, strict=False)}

    def scope(self, question: Question) -> tuple[tuple[ReplySentence, ...], bool]:
        """Return the sentences where the answer must stand, and whether the writer put them there for it."""
        span = self._below_quote(question) or self._at_number(question)
        inside = tuple(s for s in self.sentences if span and s.span.overlaps(span))
        return (inside, True) if inside else (self.sentences, False)

    def _below_quote(self, question: Question) -> Span | None:
        fitting = [(len(words & question.topic), below) for words, below in self._sections]
        shared, below = max(fitting, key=lambda f: f[0], default=(0, None))
        return below if question.topic and shared >= min(2, len(question.topic)) else None

    def _at_number(self, question: Question) -> Span | None:
        return self._items.get(question.number.lower()) if question.number and len(self._items) > 1 else None
