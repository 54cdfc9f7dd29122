"""What the comments and keys of a library switch off, and for which of its texts.

A comment (``# replylint: ignore TIM001``, ``<!-- replylint: ignore TIM001 -->``) on a line of its own speaks of what
follows it: the next text, or all texts of an entry that begins there. Behind a value it speaks of that value, and with
``ignore-file`` of every text. Where a format has no comments, the key ``replylint`` of an entry holds its ignores.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import PurePath

from replylint.model import Ignore, SourceFile
from replylint.readers.decoding import mistake
from replylint.readers.libraries.tree import Array, Document, Found, Leaf, Object, Value, descendants

KEY = "replylint"
_SAID = r"[ \t]*replylint:[ \t]*(?P<kind>ignore-file|ignore)(?![\w-])(?P<codes>[^\n>*]{0,500}?)"
_HASH = re.compile(rf"#[.,:|~]?{_SAID}[ \t]*\r?$", re.MULTILINE)
_MARKUP = re.compile(rf"(?:<!--|\{{/\*){_SAID}[ \t]*(?:-->|\*/\}})")
_SELECTOR = re.compile(r"[A-Za-z]\w*(?:-\w+)*")
_COMMENTS = {
    ".yaml": _HASH, ".yml": _HASH, ".toml": _HASH, ".po": _HASH,
    ".xml": _MARKUP, ".md": _MARKUP, ".mdx": _MARKUP, ".markdown": _MARKUP,
}  # fmt: skip


def ignores_of(document: Document, texts: Sequence[Found]) -> dict[int, list[Ignore]]:
    """Return what is switched off for each text, by the ``id()`` of its value; ``texts`` are in the order of the file."""
    found: dict[int, list[Ignore]] = {}
    if not texts or KEY not in document.file.text:
        return found
    for text in texts:
        found[id(text.value)] = list(_beside(text, document.file))
    for comment in _comments(document, texts):
        ignores = list(_named(comment, document.file))
        spoken_of = texts if comment["kind"] == "ignore-file" else _spoken_of(comment, document, texts)
        for text in spoken_of:
            found[id(text.value)] += ignores
        if not spoken_of:
            found[id(texts[-1].value)] += [Ignore(i.selector, i.position, holds=False) for i in ignores]
    return found


def inside(leaf: Leaf, file: SourceFile) -> list[Ignore]:
    """Return the ignores in the comments of an HTML text, which are not shown; they speak of all of it."""
    if KEY not in leaf.text:
        return []
    mapped = leaf.mapped()
    return [
        Ignore(selector, file.position(mapped.place(at, at + 1)[0]))
        for comment in _MARKUP.finditer(leaf.text)
        for selector, at in _selectors(comment)
    ]


def _comments(document: Document, texts: Sequence[Found]) -> Iterator[re.Match[str]]:
    """Yield the comments that are no part of a value."""
    suffix = PurePath(document.file.path).suffix.lower()
    pattern = _COMMENTS.get(suffix)
    if pattern is None:
        return
    values: list[Value] = [text.value for text in texts]
    if pattern is _HASH:
        values = [value for root in document.roots for _, value in descendants(root)]
    spans = sorted((_first(value, document.file), value.end) for value in values if isinstance(value, Leaf))
    starts = [start for start, _ in spans]
    for comment in pattern.finditer(document.file.text):
        before = bisect_right(starts, comment.start()) - 1
        if before < 0 or spans[before][1] <= comment.start():
            yield comment


def _first(leaf: Leaf, file: SourceFile) -> int:
    """Return where a value's own words begin: a YAML block's on the line below its ``|``, behind which comments may stand."""
    if file.text[leaf.start : leaf.start + 1] in ("|", ">"):
        line_end = file.text.find("\n", leaf.start, leaf.end)
        return line_end + 1 if line_end >= 0 else leaf.start
    return leaf.start


def _spoken_of(comment: re.Match[str], document: Document, texts: Sequence[Found]) -> list[Found]:
    file, at = document.file, comment.start()
    following = bisect_right(texts, at, key=lambda text: text.value.start)
    stands_alone = not file.text[file.text.rfind("\n", 0, at) + 1 : at].strip(" \t-")
    if not stands_alone and following and _last_line(texts[following - 1], file) >= file.position(at).line:
        return [texts[following - 1]]
    if following == len(texts):
        return []
    entry = None
    for above in texts[following].above():
        if isinstance(above.value, Object) and above.value.start > at and above.value not in document.roots:
            entry = above.value
    if entry is None or not stands_alone:
        return [texts[following]]
    return list(takewhile(lambda text: any(above.value is entry for above in text.above()), texts[following:]))


def _last_line(text: Found, file: SourceFile) -> int:
    leaf = text.value
    assert isinstance(leaf, Leaf)
    written = file.text[leaf.start : leaf.end].rstrip()
    return file.position(leaf.start + max(0, len(written) - 1)).line


def _named(comment: re.Match[str], file: SourceFile) -> Iterator[Ignore]:
    for selector, at in _selectors(comment):
        yield Ignore(selector, file.position(at))


def _selectors(comment: re.Match[str]) -> list[tuple[str, int]]:
    """Return the rules that a comment names and where; an empty one at its start where it names none."""
    start, end = comment.span("codes")
    named = [(match.group(), match.start()) for match in _SELECTOR.finditer(comment.string, start, end)]
    return named or [("", comment.start())]


def _beside(text: Found, file: SourceFile) -> Iterator[Ignore]:
    """Yield what the ``replylint`` keys of the entries that a text is in say."""
    for above in text.above():
        if isinstance(above.value, Object) and (said := above.value.get(KEY)) is not None:
            yield from _said(said, file)


def _said(said: Value, file: SourceFile) -> Iterator[Ignore]:
    """Yield what a key says: ``TIM001, SPL003``, a list of such, or an object with it under ``ignore``."""
    if isinstance(said, Object):
        for key, value in said.pairs:
            if key != "ignore":
                raise mistake(file, said.start, f'replylint: unknown key "{key}"; it holds ignore: [TIM001]')
            yield from _said(value, file)
    elif isinstance(said, Array):
        for item in said.items:
            yield from _said(item, file)
    elif said.is_text and said.text.strip():
        mapped = said.mapped()
        words = said.text.removeprefix("ignore")
        for match in _SELECTOR.finditer(words):
            at = match.start() + len(said.text) - len(words)
            yield Ignore(match.group(), file.position(mapped.place(at, at + 1)[0]))
