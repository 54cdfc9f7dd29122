"""References to a template that is not in the library."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import ClassVar

from replylint.checks import LibraryCheck
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.template_links import TemplateLink, slug, template_links
from replylint.model import Conversation, Match

_EXPLICIT = ("file", "scheme", "macro")
"""References that can mean nothing else. Others count where at least one of them leads to a template of the library."""
_STEPS = lazy(r"[.\[\]()]+")


class DeadTemplateLink(LibraryCheck):
    """Finds relative links, includes and named macros that lead to no template that was read and to no file."""

    slots: ClassVar[frozenset[str]] = frozenset({"target"})

    def note(self, reading: Reading) -> tuple[TemplateLink, ...]:
        raw = reading.draft.raw
        return tuple(template_links(reading.draft)) if any(c in raw for c in "/:>\"“'") else ()

    def compare(
        self, noted: Sequence[tuple[Conversation, tuple[TemplateLink, ...]]]
    ) -> Iterator[tuple[Conversation, Match]]:
        if not any(links for _, links in noted):
            return
        names = {name for conversation, _ in noted for name in _names(conversation)}
        paths = {os.path.normpath(conversation.path) for conversation, _ in noted}
        endings = {PurePath(path).suffix.lower() for path in paths}
        proven = {link.kind for _, links in noted for link in links if slug(_stem(link.target)) in names}
        for conversation, links in noted:
            for link in links:
                if link.kind == "file":
                    dead = PurePath(link.target).suffix.lower() in endings and not _leads(link, conversation, paths)
                else:
                    known = slug(link.target) in names or slug(_stem(link.target)) in names
                    dead = not known and (link.kind in _EXPLICIT or link.kind in proven)
                if dead:
                    yield conversation, Match(link.span, {"target": link.target})


def _leads(link: TemplateLink, conversation: Conversation, paths: set[str]) -> bool:
    """Whether a relative link leads to a file that was read, or to one that was not and is there."""
    path = os.path.normpath(os.path.join(os.path.dirname(conversation.path), link.target))  # noqa: PTH118, PTH120
    return path in paths or os.path.exists(path)  # noqa: PTH110


def _names(conversation: Conversation) -> Iterator[str]:
    """Yield what a template may be called: its title, each part of the way to it, its file."""
    yield slug(conversation.id)
    yield from map(slug, _STEPS.split(conversation.id))
    yield slug(PurePath(conversation.path).stem)


def _stem(target: str) -> str:
    return PurePath(target).stem.lstrip("_")
