"""What the sentences of a reply do: thank, hold, ask back, refuse, point elsewhere, or say something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from replylint.language.patterns import lazy
from replylint.language.pointers import POINTER
from replylint.language.reply_wordings import (
    ASK,
    BEFORE_POLARITY,
    BEFORE_YES,
    BOILERPLATE,
    COURTESY,
    DATUM,
    HOLD,
    MARKETING,
    MOVE,
    ONLY_YES,
    OPENERS,
    POLARITY,
    REFUSE,
    YES,
)
from replylint.language.text import Sentence, Text
from replylint.language.vocabulary import content
from replylint.model import Span

_PERCENT_OFF = lazy(r"\d\s?%\s+off\b", re.I)
_AT_LINK = lazy(
    r"\b(?:visit|see|check(?: out)?|go to|head to|browse|switch[^.!?]{0,20})\W{0,3}\s*\ufffc"
    r"|\b(?:everything|all|lots|plenty|more|find|found|look|available|listed|hours|website|site|centre|center"
    r"|page)\b[^.!?]{0,70}?(?:\b(?:at|on)\s*|:\s*)\ufffc",
    re.I,
)
_ADDRESS = lazy(r"(?:https?://)?(?:www\.)?(?P<host>[\w.-]+)(?P<path>/[^\s?#]*)?", re.I)
_SHORTENER = lazy(r"(?:^|\.)(?:t\.co|bit\.ly|goo\.gl|tinyurl\.com|ow\.ly|spr\.ly|po\.st)$", re.I)
_NO_SEGMENT = lazy(r"[a-z]{2}(?:-[a-z]{2})?|index\.\w+|home", re.I)


@dataclass(frozen=True, slots=True)
class Link:
    """A web address in the draft. ``depth`` counts the segments of its path; a short link's is not known (-1)."""

    depth: int
    stems: frozenset[str]


def link(url: str) -> Link:
    """Return how deep an address leads, and the words of its path. A search leads nowhere yet."""
    match = _ADDRESS.match(url)
    host, path = (match["host"], match["path"] or "") if match else ("", "")
    segments = [s for s in path.split("/") if s and not _NO_SEGMENT.fullmatch(s)]
    if segments[-1:] == ["search"]:
        return Link(0, frozenset())
    return Link(-1 if _SHORTENER.search(host) else len(segments), content(re.sub(r"[-_/.]", " ", path)))


@dataclass(frozen=True)
class ReplySentence:
    """A sentence of the reply, and what it does."""

    sentence: Sentence
    scan: str
    span: Span
    links: tuple[Link, ...]

    @cached_property
    def stems(self) -> frozenset[str]:
        return content(self.sentence.text)

    @cached_property
    def courtesy(self) -> bool:
        """Whether every part of it only is polite."""
        if self.links:
            return False
        parts = [p for p in _PART.split(self.scan) if any(c.isalnum() for c in p)]
        return bool(parts) and all(
            _polite(part) or (i > 0 and len(part.split()) <= 3 and not _INFORMS.search(part))
            for i, part in enumerate(parts)
        )

    @cached_property
    def boilerplate(self) -> bool:
        return BOILERPLATE.occur(self.scan)

    @cached_property
    def bare(self) -> bool:
        """Whether it is a yes, no or OK and nothing else."""
        answer = BEFORE_YES.without(_NUMBERED.sub("", self.scan))
        first, *after = _EMOJI.split(answer, maxsplit=1)
        if after and _polite(after[0]):
            answer = first
        return YES.occur(answer) and not ONLY_YES.without(answer) and not _OUTCRY.match(answer)

    @cached_property
    def polarity(self) -> bool:
        return POLARITY.occur(BEFORE_POLARITY.without(self.scan))

    @cached_property
    def holds(self) -> bool:
        return HOLD.occur(self.scan)

    @cached_property
    def asks(self) -> bool:
        return asks(self.scan) and not self.courtesy

    @cached_property
    def refuses(self) -> bool:
        return REFUSE.occur(self.scan)

    @cached_property
    def points(self) -> bool:
        root = bool(self.links) and all(link.depth == 0 for link in self.links) and _AT_LINK.search(self.sentence.scan)
        return bool(root) or POINTER.occur(self.scan)

    @cached_property
    def only_moves(self) -> bool:
        """Whether it moves to private messages without asking for anything."""
        return MOVE.occur(self.scan) and not DATUM.occur(self.scan)

    @cached_property
    def advertises(self) -> bool:
        return MARKETING.occur(self.scan) or _PERCENT_OFF.search(self.scan) is not None

    @property
    def informs(self) -> bool:
        """Whether it says anything at all."""
        return not self.courtesy


_NUMBERED = lazy(r"^\W*\d{1,2}[.)]\s+")
_EMOJI = lazy(r"[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+")
_OUTCRY = lazy(r"\W*(?:oh|ah|aw)\W+(?:no|yes|yeah)\b", re.I)
_PART = lazy(
    r"\s+(?:and|but|so)\s+(?=(?:thank|have|enjoy|we|i|please|good|see|look|let|sorry|it|your|the|you|feel|hope|they"
    r"|that|this|there|he|she|will|are|is)\b)"
    r"|\s*[;:–—]+\s*|,\s+|\s+(?:however|because|since|although|though|unfortunately|but)\s+",
    re.I,
)
_INFORMS = lazy(
    r"\d|\b(?:yes|no|nope|yep|yeah|ok|okay|correct|sure|confirmed|pm|am|done|booked|both|either|neither|free|tomorrow"
    r"|today"
    r"|\w+day|is|are|was|were|will|can|can['’]t|won['’]t|has|have|had|do|does|did)\b",
    re.I,
)


def _polite(part: str) -> bool:
    return COURTESY.occur(part) or COURTESY.occur(OPENERS.without(part))


def asks(text: str) -> bool:
    """Whether a sentence of ours asks for something."""
    return "?" in text or ASK.occur(text)


def reply_sentences(draft: Text) -> Iterator[ReplySentence]:
    """Yield what our reply says, greeting and sign-off left out unless there is nothing else."""
    urls = [mask.span for mask in draft.masks if mask.kind == "url"]
    for sentence in draft.author or draft.sentences:
        links = tuple(link(url.of(draft.raw)) for url in urls if url.overlaps(sentence.span))
        yield ReplySentence(sentence, sentence.scan.replace("\ufffc", " "), sentence.span, links)
