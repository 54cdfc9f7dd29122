"""How the draft treats each of the customer's questions, with how sure we are.

Similarity cannot decide that a question is left out: it is answered in other words as often as not. So only what is
decidable is said surely (a choice answered by "yes", a reply of courtesies alone, a typed question to a short reply
without the type); the rest is a hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

from replylint.language.given import ReAsked, re_asked
from replylint.language.questions import Question
from replylint.language.replying import SUPPLEMENT, Link, ReplySentence, link, reply_sentences
from replylint.language.question_forms import Answer
from replylint.language.text import Text
from replylint.language.typed_answers import holds_answer
from replylint.language.vocabulary import content, stems, widened
from replylint.model import Confidence, Span

if TYPE_CHECKING:
    from replylint.language.reading import Reading

State = Literal["answered", "held", "clarified", "bare", "deflected", "re-asked", "omitted"]

_QUOTED_LINE = re.compile(r"^[ \t]{0,3}>+[ \t]?(?P<words>[^\n]*)$", re.M)
_LIST_ITEM = re.compile(r"^[ \t]*(?:(?P<n>\d{1,2})|(?:q|question\s)(?P<q>\d{1,2})|\(?(?P<a>[a-h]))[.):]\s", re.I | re.M)
_ITEM = re.compile(r"^\W*\d{1,2}[.)]\s")
_BOTH = re.compile(
    r"\b(?:both|either|neither|all (?:of (?:them|these)|three|four)|whichever|no difference|depends|the former|the latter|the (?:first|second) (?:one|option))\b",
    re.I,
)
_ASSENT = re.compile(
    r"""^[\W_]*(?:(?:hi|hello|hey|dear|good\s\w+)\b[^,.!:?]{0,25}[,.!:]+\s*)?(?:(?:and|oh|ah|well|ha|haha|so)\W+)*
        (?:yes|yep|yeah|yup|aye|correct|right(?=\W)|sure|absolutely|definitely|certainly|of\ course|exactly|indeed|confirmed
          |no(?=\W*[,.!–—-]|\W*$)|nope|that['’]?s\s(?:right|correct|it)|👍)(?![\w-])""",
    re.I | re.X,
)
"""A yes or no at the start of a sentence."""
_TOPIC_ASSENT = re.compile(
    r"\b(?:as (?:for|to|regards)|on|for|regarding|about|with regard to|and|to|that)\b[^.!?]{0,60}?(?:[,:;–—-]|\b(?:that|and))\s*(?:and\s+)?(?:yes|yep|yeah|that['’]?s (?:right|correct))\b"
    r"|^[\W_]*[^.!?]{0,50}[,:–—-]\s*(?:and\s+)?(?:yes|yep|yeah)\W*(?:$|[,.!:–—-])",
    re.I,
)
"""A yes behind the topic it speaks to ("as to the bed, yes")."""
_GLAD = re.compile(
    r"\b(?:glad|happy|great|good|pleased|delighted)\b[^.!?]{0,30}\b(?:resolved|solved|sorted|fixed|working|worked|works|figured|found)\b|\b(?:thanks?|thank you) for (?:posting|sharing|reporting|letting us know)[^.!?]{0,20}\b(?:solution|fix|answer|resolution|update)\b",
    re.I,
)
"""The customer has solved it, and the draft knows."""
_TYPED: frozenset[Answer] = frozenset({"time", "duration", "money", "number"})
"""Kinds of answer that have expressions of their own: where there is none, there is no such answer."""
_FIRST_PERSON = re.compile(r"\b(?:i|me|my|mine|we|us|our)\b|['’](?:m|ve)\b", re.I)
_LONG = 6
"""Sentences; a reply that says more may hold the answer in other words."""
NOTHING_FOUND = "nothing found"
_MANY = 3
"""Questions; of so many, one in three turns has one that is passed over."""
_SHORT = 3
"""Sentences that say something; in a longer reply an answer can hide."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """What the draft does with a question: ``span`` is the sentence that does it, ``evidence`` a word for why we think so."""

    question: Question
    state: State
    confidence: Confidence
    span: Span | None
    evidence: str
    asked_again: ReAsked | None = None


class AnswerJudge(Protocol):
    """Decides how a draft treats a question."""

    def judge(self, question: Question, reading: Reading) -> Treatment: ...


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
        span = None
        if question.topic:
            fitting = [(len(stems & question.topic), below) for stems, below in self._sections]
            best = max(fitting, key=lambda f: f[0], default=(0, None))
            if best[0] >= min(2, len(question.topic)):
                span = best[1]
        if span is None and question.number and len(self._items) > 1:
            span = self._items.get(question.number.lower())
        if span is None:
            return self.sentences, False
        inside = tuple(s for s in self.sentences if s.span.overlaps(span))
        return (inside, True) if inside else (self.sentences, False)

    @cached_property
    def informing(self) -> tuple[ReplySentence, ...]:
        return tuple(s for s in self.sentences if s.informs)


class RuleJudge:
    """Decides by what can be decided; everything doubtful has low confidence."""

    def judge(self, question: Question, reading: Reading) -> Treatment:
        return next(_verdicts(question, Evidence(question, reading.reply, reading.questions, reading.re_asked)))


@dataclass(frozen=True)
class Evidence:
    """What there is in a reply for one question."""

    question: Question
    reply: Reply
    questions: Sequence[Question]
    asked_again: Sequence[ReAsked] = ()

    @cached_property
    def _scope(self) -> tuple[tuple[ReplySentence, ...], bool]:
        return self.reply.scope(self.question)

    @property
    def scope(self) -> tuple[ReplySentence, ...]:
        return self._scope[0]

    @property
    def placed(self) -> bool:
        """Whether the scope is the writer's own place for this answer: below the quoted question, at its number."""
        return self._scope[1]

    @cached_property
    def said(self) -> tuple[ReplySentence, ...]:
        """The sentences that say something of this matter."""
        return tuple(s for s in self.scope if s.informs and not s.boilerplate)

    @cached_property
    def topic(self) -> frozenset[str]:
        return widened(self.question.topic or self.question.context)

    @cached_property
    def shares(self) -> tuple[ReplySentence, ...]:
        """The sentences that share a content word with the question, those that share most first."""
        return tuple(sorted((s for s in self.said if s.stems & self.topic), key=lambda s: -len(s.stems & self.topic)))

    @cached_property
    def typed(self) -> ReplySentence | None:
        """The sentence with an expression of the kind the question expects, one on its topic first."""
        order = [*self.shares, *self.said]
        return next((s for s in order if holds_answer(_ITEM.sub("", s.sentence.text), self.question.answer)), None)

    @cached_property
    def bare(self) -> ReplySentence | None:
        return next((s for s in self.scope if s.bare), None)

    @cached_property
    def assent(self) -> ReplySentence | None:
        if self.bare:
            return self.bare
        return next((s for s in self.scope if _TOPIC_ASSENT.search(s.scan)), None) or next(
            (s for s in self.said[: None if self.placed else 2] if _ASSENT.search(s.scan)), None
        )

    @cached_property
    def names_alternative(self) -> bool:
        """Whether the reply names one of the alternatives, or both, or neither."""
        choice = self.question.choice
        text = " ".join(s.sentence.text for s in self.scope)
        named = stems(text) | {w.lower() for w in re.findall(r"\b[ap]m\b|(?<=\d)[ap]m\b", text, re.I)}
        return choice is not None and (choice.named_in(named) or _BOTH.search(text) is not None)

    @cached_property
    def polarity(self) -> ReplySentence | None:
        return next((s for s in self.said if s.polarity or _TOPIC_ASSENT.search(s.scan)), self.bare)

    @cached_property
    def restated(self) -> ReplySentence | None:
        """The sentence that uses most of the question's own words again."""
        topic = self.question.topic
        return next((s for s in self.shares if topic and len(s.stems & topic) >= 0.6 * len(topic)), None)

    @cached_property
    def open_ended(self) -> bool:
        """Whether the reply holds, asks back, refuses, links or moves elsewhere, so that silence is no omission."""
        return bool(self.reply.links) or any(s.holds or s.asks or s.refuses or s.points for s in self.said)

    @property
    def yes_no_questions(self) -> int:
        return sum(q.answer in ("yes-no", "choice") for q in self.questions)


def _verdicts(q: Question, e: Evidence) -> Iterator[Treatment]:
    """Yield verdicts, the first of which holds."""

    def verdict(state: State, confidence: Confidence, by: ReplySentence | None, evidence: str) -> Treatment:
        return Treatment(q, state, confidence, by.span if by else None, evidence)

    if q.choice and q.choice.sure and e.assent and not e.names_alternative:
        sure = e.bare is not None and (e.yes_no_questions == 1 or e.placed)
        yield verdict("bare", Confidence.HIGH if sure else Confidence.MEDIUM, e.assent, "a yes or no to a choice")
    if q.negative and e.bare and not q.choice and not any(len(s.stems & e.topic) > 1 for s in e.shares):
        if e.yes_no_questions == 1 or e.placed:
            yield verdict("bare", Confidence.MEDIUM, e.bare, "a yes or no to a negative question")
    if e.bare and q.answer == "yes-no" and q.form != "embedded":
        yield verdict("answered", Confidence.MEDIUM, e.bare, "yes or no")
    if _GLAD.search(e.reply.draft.scan):
        yield verdict("answered", Confidence.LOW, e.scope[0] if e.scope else None, "solved meanwhile")
    if q.conditional and any(
        s.refuses or re.match(r"\W*(?:no|not|nope|sorry|unfortunately)\b", s.scan, re.I) for s in e.scope
    ):
        yield verdict("answered", Confidence.MEDIUM, e.scope[0], "falls away")
    if not e.said and q.answer == "cause" and any(re.search(r"\b(?:sorry|apolog)", s.scan, re.I) for s in e.scope):
        yield verdict("omitted", Confidence.MEDIUM, None, "an apology without the cause")
    if not e.said:
        yield verdict("omitted", Confidence.HIGH, None, "courtesies only")
    if e.asked_again and not (e.shares and e.typed):
        asked = e.asked_again[0]
        yield replace(
            verdict("re-asked", asked.confidence, asked.sentence, "asks for what was given"), asked_again=asked
        )
    if (pointer := _deflects(e)) is not None:
        yield verdict("deflected", Confidence.MEDIUM, pointer, "a pointer elsewhere")
    if e.typed and q.answer in _TYPED:
        yield verdict("answered", Confidence.MEDIUM, e.typed, f"a {q.answer}")
    if q.answer in ("yes-no", "choice") and e.polarity:
        yield verdict("answered", Confidence.MEDIUM, e.polarity, "a polarity")
    if q.choice and e.names_alternative:
        yield verdict("answered", Confidence.MEDIUM, e.said[0], "an alternative")
    if len(e.questions) >= _MANY and q.confidence > Confidence.LOW and q.form != "plea" and not e.placed:
        yield verdict("omitted", Confidence.LOW, None, "one of many questions")
    if (held := next((s for s in e.said if s.holds), None)) is not None:
        timed = holds_answer(held.sentence.text, "time")
        yield verdict(
            "held", Confidence.MEDIUM if timed else Confidence.LOW, held, "on it" + (" with a time" if timed else "")
        )
    if (asks := next((s for s in e.said if s.asks), None)) is not None:
        yield verdict("clarified", Confidence.LOW, asks, "asks back")
    if (refuses := next((s for s in e.said if s.refuses), None)) is not None:
        yield verdict("answered", Confidence.LOW, refuses, "a refusal")
    if q.form == "plea":
        yield verdict("answered", Confidence.LOW, e.said[0], "help")
    if e.restated and q.answer not in _TYPED:
        yield verdict("answered", Confidence.LOW, e.restated, "its words again")
    if e.shares and q.form == "polar" and q.answer == "yes-no" and q.confidence == Confidence.HIGH:
        yield verdict("omitted", Confidence.LOW, None, "no yes or no found")
    if e.shares and q.answer not in _TYPED:
        yield verdict("answered", Confidence.LOW, e.shares[0], "shared words")
    if e.reply.links and q.answer not in _TYPED:
        yield verdict("answered", Confidence.LOW, e.said[0], "a link")
    short = len(e.said) <= _SHORT and not e.open_ended
    if q.answer in _TYPED and short:
        yield verdict("omitted", Confidence.MEDIUM, None, f"no {q.answer} in a short reply")
    if len(e.questions) > 1 and len(e.said) == 1 and q.answer != "cause" and not e.open_ended and _answers_another(q, e):
        yield verdict("omitted", Confidence.MEDIUM, None, "one sentence, which answers another question")
    if e.typed and q.answer not in ("yes-no", "choice") and not q.topic:
        yield verdict("answered", Confidence.LOW, e.typed, f"a {q.answer}")
    yield verdict("omitted", Confidence.LOW, None, NOTHING_FOUND)


_ASKS_WHERE_TO_TURN = re.compile(
    r"\b(?:where|link|web ?site|web ?page|who (?:can|do|should|could|would) (?:i|we)|contact|complain|e-?mail|phone number|address|report|speak to|apply|sign up|how (?:do|can|should) (?:i|we) (?:get in touch|reach|claim|apply|book|register|return|order))\b",
    re.I,
)
"""A question to which a site or a telephone is the answer."""


def _deflects(e: Evidence) -> ReplySentence | None:
    """Return the sentence that sends the customer elsewhere, or praises the goods, in an answer's place."""
    q = e.question
    moves = [s for s in e.said if s.only_moves]
    if moves and len(moves) == len(e.said) and _is_general(q):
        return moves[0]
    turns = [
        s
        for s in e.said
        if (s.points or s.advertises) and not (s.refuses or _ASSENT.search(s.scan) or SUPPLEMENT.search(s.scan)) and _root(s)
    ]
    deep = any(li.depth not in (0,) and (li.depth != 1 or li.stems & e.topic) for li in e.reply.links)
    if not turns or deep or q.form == "plea" or _ASKS_WHERE_TO_TURN.search(q.text):
        return None
    if q.answer == "steps" and not any(s.links and ">" not in s.scan for s in turns):
        return None
    rest = [s for s in e.said if s not in turns]
    if not rest:
        return turns[0]
    pointers = [s for s in turns if s.points]
    if len(e.questions) == 1 or not pointers or len(e.said) > _LONG:
        return None
    own = {other: max(len(s.stems & widened(other.topic)) for s in pointers) for other in e.questions}
    if own[q] == max(own.values()) and (own[q] or q == e.questions[-1]):
        return max(pointers, key=lambda s: len(s.stems & e.topic))
    return None


def _is_general(q: Question) -> bool:
    """Whether a question can be answered without looking at the customer's account."""
    main = re.split(r"\b(?:so|because|if|when|since|as)\b", q.text, maxsplit=1)[0]
    return q.confidence > Confidence.LOW and q.form in ("polar", "wh", "fragment") and not _FIRST_PERSON.search(main)


def _root(sentence: ReplySentence) -> bool:
    """Whether a sentence links to nothing deeper than a home page."""
    return all(li.depth == 0 for li in sentence.links)


def _answers_another(q: Question, e: Evidence) -> bool:
    """Whether the reply's only sentence speaks of another question and not of this one."""
    only = e.said[0]
    if q.topic and q.topic & only.stems:
        return False
    others = [other for other in e.questions if other is not q]
    return any(
        (other.answer in ("yes-no", "choice") and only.polarity) or widened(other.topic) & only.stems
        for other in others
    )


def treatments(reading: Reading, judge: AnswerJudge) -> tuple[Treatment, ...]:
    """Return how the draft treats each live question of the current turn."""
    return tuple(judge.judge(question, reading) for question in reading.questions)
