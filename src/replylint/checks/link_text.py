"""A link that cannot be followed, or whose words do not say where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Confidence, Edit, Fix, Match, Span

_POOR = r"(?:(?:please )?(?:click|tap|press)(?: on)? (?:here|this(?: link)?)|here|this link|read more|link)"
_MARKDOWN = lazy(
    r"(?<!!)\[(?P<text>[^\[\]\n]{1,100})\](?P<gap>[ ]?)\((?P<target>[^()\s]{0,500})(?P<end>\)?)", needs="["
)
_POOR_TEXT = lazy(_POOR, re.IGNORECASE)
_CLICK_HERE = lazy(r"\b(?:click|tap)(?:ing)?(?: on)? (?:here|this link)\b", re.IGNORECASE, needs="click|tap")
_HERE = lazy(
    r"\b(?:track|find|read|view|download|reset|log ?in|sign ?up|book|pay|apply|register|access|learn more"
    r"|more info(?:rmation)?)\b"
    r"[^.!?\n\ufffc]{0,30}\bhere(?=[.!;]|[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
    needs="here",
)
_PLACE = lazy(r"\b(?:us|me|somebody|someone|anyone|staff|in here|out here|around here|from here)\b", re.IGNORECASE)
_THIS_LINK = lazy(
    r"\b(?:this|the following) link(?=[.:!]|[ \t]*$| (?:to|and)\b)|\blink below\b",
    re.IGNORECASE | re.MULTILINE,
    needs="link",
)
_BROKEN_SCHEME = lazy(
    r"(?<![\w/:])https?(?://|:/(?!/)|;//|:\\\\)[^\s<>\"']{2,200}|https?://[ ]+(?:www\.)?[\w-]+\.\w{2,}[^\s<>\"']*"
    r"|\bhttps?://https?:?//\S{1,200}",
    re.I,
    needs="http",
)
_INTERNAL = lazy(
    r"\b(?:https?://)?(?:(?:staging|stage|preprod|uat|qa)\d?[.-][\w.-]+|[\w-]+\.(?:staging|preprod|uat)\.[\w.-]+"
    r"|(?<=//)localhost(?::\d+)?|localhost:\d+|[\w.-]+\.(?:internal|local|lan|corp|intranet))(?=[/:?\s.,;)]"
    r"|\Z)(?:[/?][^\s<>\"']*)?",
    re.IGNORECASE,
    needs="staging|stage|preprod|uat|qa|localhost|.internal|.local|.lan|.corp|.intranet",
)
_PART = lazy(r"\(\d/\d\)|(?<!\S)\d/\d\b|\.\.\.$|…$")


class LinkText(Check):
    """Finds broken and internal addresses, links whose text says nothing, and words for a link that is not there."""

    slots: ClassVar[frozenset[str]] = frozenset({"reason"})
    cases: ClassVar[frozenset[str]] = frozenset({"", "broken"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        found = sorted((*_broken(reading), *_poor(reading)), key=lambda match: match.span)
        for number, match in enumerate(found):
            if not number or match.span.start >= found[number - 1].span.end:
                yield match


def _broken(reading: Reading) -> Iterator[Match]:
    """Yield addresses and Markdown links that lead nowhere."""
    draft, raw = reading.draft, reading.draft.raw
    for match in _BROKEN_SCHEME.finditer(raw):
        if not draft.masked(Span(*match.span()), "code", "quote", "forward"):
            yield Match(Span(*match.span()), {"reason": "its address is broken"}, case="broken", fixes=_joined(match))
    for match in _INTERNAL.finditer(raw):
        span = Span(match.start(), match.start() + len(match.group().rstrip(".,;)")))
        if not draft.masked(span, "code", "quote", "forward", "email"):
            yield Match(span, {"reason": "only people inside can open it"})
    for match in _MARKDOWN.finditer(raw):
        span = Span(*match.span())
        if draft.masked(span, "code", "quote", "forward"):
            continue
        address = match["target"].startswith(("http", "www.", "/", "#", "mailto:"))
        if not match["target"] and match["end"] and not match["gap"]:
            yield Match(span, {"reason": "it has no address"}, case="broken")
        elif match["gap"] and address and match["end"]:
            fix = Fix("join text and address", (Edit(span, match.group().replace("] (", "](")),), safe=True)
            yield Match(span, {"reason": "a space parts its text from its address"}, case="broken", fixes=(fix,))
        elif not match["gap"] and _POOR_TEXT.fullmatch(match["text"].strip()) and match["target"]:
            yield Match(Span(*match.span("text")), {"reason": "its text does not say where it leads"})


def _joined(match: re.Match[str]) -> tuple[Fix, ...]:
    """Return the fix of an address that a space or a missing colon broke."""
    whole = re.sub(r"^(https?)(?::?/{1,2}|;//|:\\\\)[ ]*", r"\1://", match.group(), flags=re.IGNORECASE)
    whole = re.sub(r"^https?://(https?):?//", r"\1://", whole, flags=re.IGNORECASE)
    return (Fix(f"write {whole}", (Edit(Span(*match.span()), whole),)),)


def _poor(reading: Reading) -> Iterator[Match]:
    """Yield "click here" and "here" where the message holds no address they could mean."""
    draft, scan = reading.draft, reading.draft.scan
    if draft.message.attachments or any(mask.kind == "url" for mask in draft.masks) or "](" in draft.raw:
        return
    if any(mask.kind == "placeholder" for mask in draft.masks) or _PART.search(draft.raw):
        return  # the address may be filled in, or be in the next part
    rendered = bool(reading.conversation.meta.get("html"))
    reason = "its text does not say where it leads" if rendered else "there is no address"
    for match in _CLICK_HERE.finditer(scan):
        yield Match(Span(*match.span()), {"reason": reason})
    if rendered:
        return
    is_part = reading.conversation.mode in ("template", "library")  # of a mail that may add the link
    for match in _HERE.finditer(scan):
        if not _PLACE.search(match.group()):
            confidence = Confidence.LOW if is_part else Confidence.MEDIUM
            yield Match(Span(match.end() - 4, match.end()), {"reason": reason}, confidence)
    for match in () if is_part else _THIS_LINK.finditer(scan):
        yield Match(Span(*match.span()), {"reason": reason}, Confidence.MEDIUM)
