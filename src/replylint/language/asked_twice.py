"""What we asked for in our last message, were given, and ask for again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from replylint.language.asked_values import asked_content, asked_regions
from replylint.language.patterns import lazy
from replylint.language.replying import ReplySentence, asks
from replylint.language.text import Text
from replylint.model import Span, Turn

_SENT = lazy(
    r"^\W*(?:(?:hi|ok|okay|thanks|yes|sure|all|just|have|i|i['’]ve|i\s+have|already)\b[\s,.!]*)*(?:sent|done|dm['’]?d"
    r"|e-?mailed|messaged|attached|there\s+you\s+go|here\s+(?:you|it|they)\s+(?:go|are|is)|as\s+above)\b",
    re.I,
)
_VALUE = lazy(r"\d")
_NOT_THERE = lazy(
    r"\b(?:again|re-?send|not|haven['’]?t|hasn['’]?t|didn['’]?t|don['’]?t|can['’]?t|couldn['’]?t|unable|missing|yet)\b",
    re.I,
)
"""What says that it did not arrive, or that we know we ask twice."""
_FEW = 6
"""Words; a longer sentence is no bare answer."""


def asked_twice(
    sentences: Sequence[ReplySentence], earlier: Sequence[Text]
) -> Iterator[tuple[ReplySentence, Span, Turn, Span]]:
    """Yield the sentences that ask again, the words that ask, and where the customer answered."""
    ours = max((i for i, text in enumerate(earlier) if text.message.role == "agent"), default=None)
    if ours is None or any(_NOT_THERE.search(s.scan) for s in sentences):
        return
    answer = next(_answers(earlier[ours + 1 :]), None)
    before = [
        asked_content(region.of(s.text))
        for s in earlier[ours].author
        if asks(s.scan)
        for region in asked_regions(s.text)
    ]
    if answer is None or not any(before):
        return
    turn, given = answer
    for sentence in sentences:
        for region in asked_regions(sentence.sentence.text) if sentence.asks else ():
            now = asked_content(region.of(sentence.sentence.text))
            if any(len(now & asked) * 2 > len(asked) for asked in before if asked):
                yield sentence, region, turn, given


def _answers(texts: Sequence[Text]) -> Iterator[tuple[Turn, Span]]:
    """Yield the bare values and the "sent" a customer's turn begins with."""
    for text in texts:
        for sentence in text.author[:1]:
            short = len(sentence.scan.split()) <= _FEW and "?" not in sentence.scan
            if _SENT.match(sentence.scan) or (short and _VALUE.search(sentence.text)):
                yield text.turn, sentence.span
