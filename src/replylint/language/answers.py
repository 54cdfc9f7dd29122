"""How the draft treats each of the customer's questions, with how sure we are.

Similarity cannot decide that a question is left out: it is answered in other words as often as not. So only what is
decidable is said surely (a choice answered by "yes", a reply of courtesies alone, a typed question to a short reply
without the type); the rest is a hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from replylint.language.deflections import deflection
from replylint.language.evidence import Evidence
from replylint.language.given import ReAsked
from replylint.language.patterns import lazy
from replylint.language.question_clauses import Question
from replylint.language.question_forms import Answer
from replylint.language.replying import ReplySentence
from replylint.language.typed_answers import holds_answer
from replylint.language.vocabulary import widened
from replylint.model import Confidence, Span

if TYPE_CHECKING:
    from replylint.language.reading import Reading

State = Literal["answered", "held", "clarified", "bare", "deflected", "re-asked", "omitted"]
NOTHING_FOUND = "nothing found"

_GLAD = lazy(
    r"\b(?:glad|happy|great|good|pleased|delighted)\b[^.!?]{0,30}\b(?:resolved|solved|sorted|fixed|working|worked"
    r"|works|figured|found)\b|\b(?:thanks?|thank you) for (?:posting|sharing|reporting"
    r"|letting us know)[^.!?]{0,20}\b(?:solution|fix|answer|resolution|update)\b",
    re.I,
)
"""The customer has solved it, and the draft knows."""
_TYPED: frozenset[Answer] = frozenset({"time", "duration", "money", "number"})
"""Kinds of answer that have expressions of their own: where there is none, there is no such answer."""
_NO = lazy(r"\W*(?:no|not|nope|sorry|unfortunately)\b", re.I)
_SAYS_WHICH = lazy(
    r"\b(?:i|we|you|it|they|he|she|there)\s+(?:(?:do|does|did|is|are|was|were|has|have|can|will|would|should)\b(?:\s+not\b)?|\w+n['’]t\b)",
    re.I,
)
"""A verb that makes clear what a yes or no to a negative question is to ("Yes, we do")."""
_APOLOGY = lazy(r"\b(?:sorry|apolog)", re.I)
_INSTRUCTS = lazy(
    r"^[\W_]*(?:(?:first|then|just|please|simply|yes|hi\s+\w+|to\s+do\s+(?:this|that|so))\b[\s,]*)*(?:click|tap|press"
    r"|open|go\s+(?:to|into)|choose|select|drag|hold|turn|pull|push|type|enter|log\s+in|sign\s+in|right.?click|tick"
    r"|untick|hover|scroll|swipe|unplug|press)\b",
    re.I,
)
"""A sentence that tells a step to take."""
_SHALL_I = lazy(
    r"^\W*(?:and |but |so |or )*(?:should|shall|must|do|can|could) (?:i|we) (?:(?:also|still|just|have to|need to) )*"
    r"(?P<verb>[a-z]+)",
    re.I,
)
"""A question that "please <verb> …" answers."""
_MANY = 3
"""Questions; of so many, one in three turns has one that is passed over."""
_JOINED = lazy(
    r"[,;]?\s+(?:and|but|so)\s+(?:i|we|you|it|they|he|she|there|(?:the|a|an|our|your)\s+\w+)['’]?\w*\s+\w+", re.I
)
"""Two statements in one sentence: each may answer something."""
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


class RuleJudge:
    """Decides by what can be decided; everything doubtful has low confidence."""

    def judge(self, question: Question, reading: Reading) -> Treatment:
        evidence = Evidence(question, reading.reply, reading.questions, reading.re_asked)
        return next(_verdicts(question, evidence))


def treatments(reading: Reading, judge: AnswerJudge) -> tuple[Treatment, ...]:
    """Return how the draft treats each live question of the current turn."""
    return tuple(judge.judge(question, reading) for question in reading.questions)


def _verdicts(q: Question, e: Evidence) -> Iterator[Treatment]:
    """Yield verdicts, the surest first; the first one holds."""
    yield from _bare(q, e)
    yield from _moot(q, e)
    yield from _left_out_or_passed_on(q, e)
    yield from _answered(q, e)
    if len(e.questions) >= _MANY and q.confidence > Confidence.LOW and q.form != "plea" and not e.placed:
        yield _verdict(q, "omitted", Confidence.LOW, None, "one of many questions")
    yield from _kept_open(q, e)
    yield from _perhaps_answered(q, e)
    yield from _left_out_of_short_reply(q, e)
    if e.typed and q.answer not in ("yes-no", "choice") and not q.topic:
        yield _verdict(q, "answered", Confidence.LOW, e.typed, f"a {q.answer}")
    yield _verdict(q, "omitted", Confidence.LOW, None, NOTHING_FOUND)


def _verdict(
    q: Question,
    state: State,
    confidence: Confidence,
    by: ReplySentence | None,
    evidence: str,
    asked_again: ReAsked | None = None,
) -> Treatment:
    return Treatment(q, state, confidence, by.span if by else None, evidence, asked_again)


def _bare(q: Question, e: Evidence) -> Iterator[Treatment]:
    """A yes or no: it leaves a choice or a negative question open, and answers any other yes/no question."""
    paired = e.yes_no_questions == 1 or e.placed
    if q.choice and q.choice.sure and e.assent and not e.names_alternative:
        confidence = Confidence.HIGH if e.bare and paired else Confidence.MEDIUM
        yield _verdict(q, "bare", confidence, e.assent, "a yes or no to a choice")
    elsewhere = any(len(s.stems & e.topic) > 1 for s in e.shares)
    plain = e.bare is not None and _SAYS_WHICH.search(e.bare.scan) is None
    if q.negative and plain and not q.choice and paired and not elsewhere:
        yield _verdict(q, "bare", Confidence.MEDIUM, e.bare, "a yes or no to a negative question")
    if e.bare and q.answer == "yes-no" and q.form != "embedded":
        yield _verdict(q, "answered", Confidence.MEDIUM, e.bare, "yes or no")


def _moot(q: Question, e: Evidence) -> Iterator[Treatment]:
    """What fell away: the customer has solved it, or another answer rules it out."""
    if _GLAD.search(e.reply.draft.scan):
        yield _verdict(q, "answered", Confidence.MEDIUM, e.scope[0] if e.scope else None, "solved meanwhile")
    if q.conditional and any(s.refuses or _NO.match(s.scan) for s in e.scope):
        yield _verdict(q, "answered", Confidence.MEDIUM, e.scope[0], "falls away")


def _left_out_or_passed_on(q: Question, e: Evidence) -> Iterator[Treatment]:
    """Replies of courtesies alone, that ask for what was given, or that point elsewhere."""
    if not e.said:
        sorry = q.answer == "cause" and any(_APOLOGY.search(s.scan) for s in e.scope)
        confidence = Confidence.MEDIUM if sorry else Confidence.HIGH
        yield _verdict(q, "omitted", confidence, None, "courtesies only")
    if e.asked_again and not (e.shares and e.typed):
        asked = e.asked_again[0]
        yield _verdict(q, "re-asked", asked.confidence, asked.sentence, "asks for what was given", asked)
    if pointer := deflection(e):
        yield _verdict(q, "deflected", Confidence.MEDIUM, pointer, "a pointer elsewhere")


def _answered(q: Question, e: Evidence) -> Iterator[Treatment]:
    """The kind of answer that is asked for stands in the reply."""
    if e.typed and q.answer in _TYPED:
        yield _verdict(q, "answered", Confidence.MEDIUM, e.typed, f"a {q.answer}")
    if e.polarity and q.answer in ("yes-no", "choice"):
        yield _verdict(q, "answered", Confidence.MEDIUM, e.polarity, "a polarity")
    if q.choice and e.names_alternative:
        yield _verdict(q, "answered", Confidence.MEDIUM, e.said[0], "an alternative")
    if asked := _SHALL_I.match(q.text):
        order = re.compile(rf"\W*(?:(?:yes|please|just|then|so|do)\W+)*{asked['verb']}\b", re.I)
        if told := next((s for s in e.said if order.match(s.scan)), None):
            yield _verdict(q, "answered", Confidence.MEDIUM, told, "told to")


def _kept_open(q: Question, e: Evidence) -> Iterator[Treatment]:
    """We are on it, ask back, or refuse."""
    if held := next((s for s in e.said if s.holds), None):
        timed = holds_answer(held.sentence.text, "time")
        confidence = Confidence.MEDIUM if timed else Confidence.LOW
        yield _verdict(q, "held", confidence, held, "on it with a time" if timed else "on it")
    if asks := next((s for s in e.said if s.asks), None):
        yield _verdict(q, "clarified", Confidence.LOW, asks, "asks back")
    if refuses := next((s for s in e.said if s.refuses), None):
        yield _verdict(q, "answered", Confidence.LOW, refuses, "a refusal")


def _perhaps_answered(q: Question, e: Evidence) -> Iterator[Treatment]:
    """Words and links that may be the answer."""
    if q.form == "plea":
        yield _verdict(q, "answered", Confidence.LOW, e.said[0], "help")
    if q.answer in _TYPED:
        return
    if q.answer == "steps" and (step := next((s for s in e.said if _INSTRUCTS.match(s.scan)), None)):
        yield _verdict(q, "answered", Confidence.LOW, step, "steps")
    if e.restated:
        yield _verdict(q, "answered", Confidence.LOW, e.restated, "its words again")
    if e.shares and q.form == "polar" and q.answer == "yes-no" and q.confidence == Confidence.HIGH:
        yield _verdict(q, "omitted", Confidence.LOW, None, "no yes or no found")
    if e.shares:
        yield _verdict(q, "answered", Confidence.LOW, e.shares[0], "shared words")
    if e.reply.links:
        yield _verdict(q, "answered", Confidence.LOW, e.said[0], "a link")


def _left_out_of_short_reply(q: Question, e: Evidence) -> Iterator[Treatment]:
    """A short reply that has no room for the answer in other words."""
    if e.open_ended or len(e.said) > _SHORT:
        return
    if q.answer in _TYPED:
        confidence = Confidence.LOW if q.answer == "number" else Confidence.MEDIUM
        yield _verdict(q, "omitted", confidence, None, f"no {q.answer} in a short reply")
    if len(e.questions) > 1 and len(e.said) == 1 and q.answer != "cause" and _answers_another(q, e):
        yield _verdict(q, "omitted", Confidence.MEDIUM, None, "one sentence, which answers another question")


def _answers_another(q: Question, e: Evidence) -> bool:
    """Whether the reply's only sentence speaks of another question and not of this one."""
    only = e.said[0]
    if (q.topic and q.topic & only.stems) or _JOINED.search(only.scan):
        return False
    others = [other for other in e.questions if other is not q]
    polar = any(other.answer in ("yes-no", "choice") for other in others) and only.polarity
    return polar or any(widened(other.topic) & only.stems for other in others)
