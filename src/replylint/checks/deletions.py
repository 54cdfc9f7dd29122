"""Fixes that take words out and leave a sentence that reads well."""

from __future__ import annotations

from replylint.language.text import Sentence
from replylint.model import Edit, Fix, Span


def deletion(sentence: Sentence, mark: Span, *, safe: bool) -> Fix | None:
    """Return the fix that takes a span out of a sentence, its comma with it, and puts the capital where it belongs.

    ``mark`` is in the sentence's own offsets. None where nothing to speak of would be left.
    """
    text = sentence.text
    start, end = mark.start, mark.end
    after = end
    while after < len(text) and (text[after].isspace() or text[after] in ",:–—"):
        after += 1
    if after >= len(text) or not text[after].isalnum():
        return None
    before = text[:start].rstrip()
    words = text[mark.start : mark.end]
    if before.endswith(",") and text[end : end + 1] == ",":
        return _fix(sentence, Span(len(before) - 1, end + 1), "", words, safe)
    if before and before[-1] not in ".!?":
        return _fix(sentence, Span(start, after), "", words, safe)
    first = text[after]
    if text[start].isupper():
        return _fix(sentence, Span(start, after + 1), first.upper(), words, safe)
    return _fix(sentence, Span(start, after), "", words, safe)


def _fix(sentence: Sentence, span: Span, text: str, words: str, safe: bool) -> Fix:
    return Fix(f'delete "{words}"', (Edit(sentence.absolute(span), text),), safe)
