"""Stretches of a message that are not read as the writer's own words, found in plain text.

Zones after Lampert, Dale & Paris (2009), "Segmenting email message text into zones".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.language import placeholders
from replylint.language.patterns import lazy
from replylint.model import Mask, MaskKind, Span

_ZONES: tuple[tuple[MaskKind, re.Pattern[str]], ...] = (
    ("code", lazy(r"^(?P<fence>```|~~~)[^\n]*\n.*?(?:^(?P=fence)[ \t]*$|\Z)", re.M | re.S, needs="```|~~~")),
    (
        "forward",
        lazy(r"^[ \t]*-{3,}[ \t]*(?:original|forwarded) message[ \t]*-{3,}.*\Z", re.I | re.M | re.S, needs=" message"),
    ),
    ("quote", lazy(r"^[ \t]{0,3}>[^\n]*$", re.M, needs=">")),
    ("quote", lazy(r"^[ \t]*On [^\n]{6,120}(?:\n[^\n]{0,80})?[ \n]wrote:[ \t]*$", re.M, needs="wrote:")),
    ("signature", lazy(r"^--[ \t]*$.*\Z", re.M | re.S, needs="--")),
    (
        "disclaimer",
        lazy(
            r"^[^\n]{0,40}\b(?:this (?:e-?mail|message|communication)\b[^\n]{0,80}\b"
            r"(?:confidential|privileged|intended (?:only|solely))|if you are not the intended recipient"
            r"|confidentiality notice)(?:[^\n]+\n?)*",
            re.I | re.M,
            needs="confidential|privileged|intended ",
        ),
    ),
)

_INLINE = lazy(
    r"""
    (?P<code>`[^`\n]+`)
  | (?P<placeholder>"""
    + placeholders.PATTERN
    + r""")
  | (?P<url>\b(?:https?|ftp)://[^\s<>"'\u201d]*[^\s<>"'\u201d.,;:!?)\]] | \b(?:localhost
      |(?:\d{1,3}\.){3}\d{1,3}):\d+[^\s,;)]*
      | \bwww\.[^\s<>"']+[^\s<>"'.,;:!?)\]]
      | \b(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|co\.uk|io|de|fr|eu|info|edu|gov|app|dev|ly|gl|me|tv|us|uk|ca|au|ie
          |nl|nz|se|dk|ch|biz|example)\b
        (?:/[^\s<>"']*[^\s<>"'.,;:!?)\]])?)
  | (?P<email>\b[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\b)
  | (?P<handle>(?<![\w.])[@\#][A-Za-z_]\w{1,60} | (?<![\w@])\^[A-Za-z]{1,10}\b | (?<=[\s.!?])/[A-Z]{2,3}(?=\s*$)
      | \(\d/\d\) | (?<!\S)\d/\d(?=\s*$))
  | (?P<mention>"[^"\n]{1,200}"(?!\w) | \u201c[^\u201d\n]{1,200}\u201d | (?<!\w)'(?=\S)[^'\n]{1,60}(?<=\S)'(?!\w)
      | (?<!\w)\u2018(?=\S)[^\u2018\u2019\n]{1,60}\u2019(?!\w))
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
    needs="`|{|[|<|%|*|$|^|#|@|/|.|'|\"|\u2018|\u201c|_|insert|localhost",
)


def zones(text: str) -> list[Mask]:
    """Return quotes, forwarded mail, signatures, disclaimers, comments and fenced code, in order, not overlapping."""
    found: list[Mask] = []
    for kind, pattern in _ZONES:
        found += [Mask(Span(*m.span()), kind) for m in pattern.finditer(text) if m.end() > m.start()]
    return merged([*found, *_comments(text), *placeholders.comments(text)])


def _comments(text: str) -> Iterator[Mask]:
    """Yield HTML comments; a pattern would look for the end of each unclosed one anew."""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start + 4)) >= 0:
        end = close + 3
        yield Mask(Span(start, end), "code")


def inline(text: str) -> Iterator[Mask]:
    """Yield URLs, addresses, handles, code spans, placeholders and quoted words."""
    for m in _INLINE.finditer(text):
        kind: MaskKind = m.lastgroup  # type: ignore[assignment]
        if kind == "placeholder":
            if placeholders.is_placeholder(m.group()):
                yield placeholders.mask(m.group(), m.start())
        else:
            yield Mask(Span(*m.span()), kind)


def merged(masks: list[Mask]) -> list[Mask]:
    """Sort masks; of two that overlap keep the one that starts first, the longer of two that start together."""
    kept: list[Mask] = []
    for mask in sorted(masks, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or mask.span.start >= kept[-1].span.end:
            kept.append(mask)
    return kept
