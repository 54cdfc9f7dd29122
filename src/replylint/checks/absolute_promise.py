"""Promises with no limit: what no company can keep in every case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from replylint.checks import Check
from replylint.language import promises
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.language.syntax import Parse, Token
from replylint.language.text import Sentence
from replylint.model import Match, Span

_WORDS = lazy(
    r"\b(?:guarantees?|guaranteed|promises?|always|never|won['’]?t|not|immediately|instantly|definitely|certainly"
    r"|absolutely"
    r"|everything|anything|whatever|no matter what|without fail|zero risk|risk[- ]free|100 ?%|100 per ?cent"
    r"|every single|by all means)",
    re.IGNORECASE,
)
_UNLIMITED = lazy(
    r"\b(?:no matter what(?=\s*(?:[.,;:!)]|$))|whatever it takes|without fail|absolutely certain|(?:there(?:['’]s"
    r"| is) )?(?:zero|no) risk"
    r"|100 ?(?:%|per ?cent) (?:sure|certain|guaranteed?))\b",
    re.IGNORECASE,
)
_EFFORT = lazy(
    r"\b(?:do|try) (?:everything|anything|whatever)\b(?! in (?:our|my) power)"
    r"(?: (?:that )?(?:we|i) (?:possibly )?can| possible| to \w+| it takes)",
    re.IGNORECASE,
)
_FIRST = frozenset({"i", "we"})
_OUTCOMES = frozenset({"arrive", "work", "come", "solve", "fix", "resolve", "deliver", "get", "be", "receive", "have",
                       "happen", "reach", "improve", "sort", "cure", "recover", "last", "ship", "help"})  # fmt: skip
_URGENT = frozenset({"fix", "resolve", "refund", "reply", "respond", "answer", "solve", "deliver", "replace", "send",
                     "call", "sort", "repair", "correct", "process"})  # fmt: skip
_HABITS = frozenset({"answer", "reply", "respond", "deliver", "ship", "arrive", "refund", "fix", "resolve", "keep",
                     "honour", "honor", "meet", "call", "dispatch", "send"})  # fmt: skip


class AbsolutePromise(Check):
    """A certainty quantifier over our own future performance. Product guarantees and refusals to promise are none."""

    def nominate(self, reading: Reading) -> Iterable[Sentence]:
        return (s for s in reading.draft.author if _WORDS.search(s.scan) and not s.text.rstrip().endswith("?"))

    def matches(self, reading: Reading) -> Iterator[Match]:
        if reading.conversation.meta.get("purpose") == "terms":
            return
        for sentence in self.nominate(reading):
            span = _absolute(sentence, reading.parse(sentence))
            if span is not None:
                yield Match(sentence.absolute(span))


def _absolute(sentence: Sentence, parse: Parse) -> Span | None:
    for token in parse:
        span = _vouched(parse, token) or _never_again(parse, token) or _adverb(parse, token, sentence)
        if span is not None:
            return span
    ours = any(t.lower in _FIRST for t in parse) or promises.FUTURE.search(sentence.scan)
    for pattern in (_UNLIMITED, _EFFORT):
        match = pattern.search(sentence.scan)
        if match and ours and not _denied(parse, match.start()):
            return Span(*match.span())
    return None


def _vouched(parse: Parse, token: Token) -> Span | None:
    """ "I guarantee it will arrive": a first-person verb of certainty over a clause or an outcome."""
    if token.lemma not in ("guarantee", "promise") or token.pos != "VERB":
        return None
    subject = parse.child(token, "nsubj")
    if subject is None or subject.lower not in _FIRST or _negated(parse, token) or token.tag in ("VBD", "VBN"):
        return None
    if any(a.lower in ("can", "could", "would", "ca") for a in parse.children(token, "aux")) and _negated(parse, token):
        return None
    clause = parse.child(token, "ccomp")
    thing = parse.child(token, "dobj")
    if clause is None and not (token.lemma == "guarantee" and thing is not None):
        return None
    return Span(subject.start, token.end)


def _never_again(parse: Parse, token: Token) -> Span | None:
    """ "This will never happen again"."""
    if token.lemma not in ("happen", "occur", "repeat", "recur") or not any(t.lower == "again" for t in parse):
        return None
    modal = next((a for a in parse.children(token, "aux") if a.lower in ("will", "'ll", "’ll", "wo")), None)
    if modal is None or not (_negated(parse, token) or any(c.lower == "never" for c in parse.children(token))):
        return None
    if any(a.lemma in ("hope", "ensure", "trust", "try", "assure", "want", "sure") for a in parse.ancestors(token)):
        return None
    again = next(t for t in parse if t.lower == "again")
    return Span(modal.start, max(again.end, token.end))


def _adverb(parse: Parse, token: Token, sentence: Sentence) -> Span | None:
    """ "always answer within the hour", "will definitely arrive", "I'll immediately refund you"."""
    if token.dep != "advmod":
        return None
    verb = parse.head(token)
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if subject is None or _negated(parse, verb) or parse.child(verb, "mark"):
        return None
    future = any(a.lower in ("will", "'ll", "’ll", "wo") for a in parse.children(verb, "aux"))
    ours = subject.lower in _FIRST
    if (token.lower == "always" and ours and verb.lemma in _HABITS and verb.tag == "VBP") or (
        token.lower == "always" and ours and future and verb.lemma in _HABITS
    ):
        return Span(*sorted((token.start, verb.end)))
    if token.lower in ("definitely", "certainly", "absolutely") and future and verb.lemma in _OUTCOMES:
        if subject.lower in ("you", "i") or (ours and verb.lemma in ("be", "have", "get", "help")):
            return None
        return Span(*sorted((token.start, verb.end)))
    if token.lower in ("immediately", "instantly") and future and ours and verb.lemma in _URGENT:
        return Span(min(token.start, verb.start), max(token.end, verb.end))
    return None


def _negated(parse: Parse, verb: Token) -> bool:
    return any(c.dep == "neg" and c.lower != "never" for c in parse.children(verb)) or any(
        c.lower in ("cannot", "unable") for c in parse.children(verb)
    )


def _denied(parse: Parse, offset: int) -> bool:
    return any(t.end <= offset and (t.dep == "neg" or t.lower in ("cannot", "unable", "no", "nothing")) for t in parse)
