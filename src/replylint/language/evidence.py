"""What there is in a reply for one question: words, types, a yes or no, pointers elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from replylint.language.given import ReAsked
from replylint.language.patterns import lazy
from replylint.language.question_clauses import Question
from replylint.language.reply import Reply
from replylint.language.replying import ReplySentence
from replylint.language.typed_answers import holds_answer
from replylint.language.vocabulary import stems, widened

_ITEM = lazy(r"^\W*\d{1,2}[.)]\s")
_BOTH = lazy(
    r"\b(?:(?<!you )both(?!\s+(?!(?:ways?|options?|ones|times|dates|days|sizes|colou?rs|methods|types|versions|models"
    r"|is|works?|does)\b)[a-z]+s\b)(?!\s+(?:fully|very|really|equally)\b)|either|neither|all (?:of (?:them|these)"
    r"|three|four)|whichever|no difference|depends|the former|the latter|the (?:first|second) (?:one|option))\b",
    re.I,
)
ASSENT = lazy(
    r"""^[\W_]*(?:\d{1,2}[.)]\s+)?(?:(?:hi|hello|hey|dear|good\s\w+)\b[^,.!:?]{0,25}[,.!:]+\s*)?(?:(?:and|well|ha|haha|so)\W+)*
        (?:(?:oh|ah)\W+(?=yes|yep|yeah))?
        (?:yes|yep|yeah|yup|aye|correct|right(?=\W)|sure|absolutely|definitely|certainly|of\ course|exactly|indeed
            |confirmed
          |no(?=\W*[,.!–—-]|\W*$)|nope|that(?:['’]?s|\sis)\s(?:right|correct|it|so)|👍|you\sgot\sit|you\sbet|will\sdo|sure\sthing|we\sagree
          |(?:we|i)\s(?:can\s)?confirm\s(?:this|that|it)(?=\W)|(?:we|it|they|he|she)\s(?:do|does|is|are|will|can)\syes
          |exactly\sas\syou\ssay)(?![\w-])""",
    re.I | re.X,
)
"""A yes or no at the start of a sentence."""
_AND_YES = lazy(r"\W*(?:and|also|plus)\W+(?:yes|yep|yeah|no|sure)\b", re.I)
_TOPIC_ASSENT = lazy(
    r"\b(?:as (?:for|to|regards)|on|for|regarding|about|with regard to|and|to|that)\b[^.!?]{0,60}?(?:[,:;–—-]"
    r"|\b(?:that|and))\s*(?:and\s+)?(?:yes|yep|yeah|that['’]?s (?:right|correct))\b"
    r"|^[\W_]*[^.!?]{0,50}[,:–—-]\s*(?:and\s+)?(?:yes|yep|yeah)\W*(?:$|[,.!:–—-])",
    re.I,
)
"""A yes behind the topic it speaks to ("as to the bed, yes")."""
_YES_TO = lazy(
    r"^[\W_]*(?:(?:and|but|oh|also|so)\W+)*(?:yes|yep|yeah|aye|no)\s+(?:to|on|about|for|regarding)\s+(?=(?:the|your"
    r"|that|this|it|whether|(?:q|question|number|no\.?|point)\s?\d)\b)(?P<topic>[^.!?,;:–—]{2,60})",
    re.I,
)
"""A yes before its topic ("and yes to the bed")."""
_POSITION = lazy(
    r"\b(?:(?P<first>first|1st)|(?P<second>second|2nd|other)|(?P<third>third|3rd)|(?P<last>last|final"
    r"|latter))(?:\s+(?:of\s+\w+\s+)?(?:one|point|question|query|part|thing|bit)\b|\s*[,:–—-])",
    re.I,
)
_HEDGED = lazy(r"\b(?:question|point|query|and|or|matter|choice|bit)\b", re.I)
"""What makes a topic that is only mentioned ("on your point about gas or oil: yes") of one that is chosen ("on oil: yes")."""
_OPENING = 2
"""Sentences at the start in which a yes answers whatever was asked."""
_BRIEF = 5
"""Words of an assent that may stand anywhere in a reply."""
_THAT_IS_SO = lazy(r"^[\W_]*(?:yes|yep|yeah|sure|correct|exactly)\W+(?:that|this|it)(?:['’]s|\s+is|\s+\w+s)\b", re.I)


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
        return next((s for s in self.scope if s.bare and not self._comes_after_another(s)), None)

    @cached_property
    def assent(self) -> ReplySentence | None:
        """The yes or no that this question gets."""
        if self.bare:
            return self.bare
        if to_topic := next((s for s in self.scope if self._assents_to_topic(s)), None):
            return to_topic
        said = self.said if self.placed else [s for i, s in enumerate(self.said) if i < _OPENING or _is_brief(s)]
        own = (s for s in said if not self._is_of_another(s) and not self._comes_after_another(s))
        return next((s for s in own if ASSENT.search(s.scan)), None)

    def _assents_to_topic(self, sentence: ReplySentence) -> bool:
        """Whether a sentence says yes to a topic it names, and that may be this question's."""
        topic = _assented_topic(sentence)
        if topic is None:
            return False
        if self.yes_no_questions == 1 or self.placed:
            return True
        if position := _POSITION.search(topic):
            places = {"first": 0, "second": 1, "third": 2, "last": -1}
            at = places[position.lastgroup or "last"]
            return len(self.questions) > at and self.questions[at] == self.question
        return bool(stems(topic) & self.topic)

    def _is_of_another(self, sentence: ReplySentence) -> bool:
        """Whether an assent that says more speaks to an earlier yes/no question than this one."""
        polar = [q for q in self.questions if q.answer in ("yes-no", "choice")]
        first = not polar or polar[0] == self.question
        return not (first or self.placed or _is_brief(sentence) or sentence.stems & self.topic)

    def _comes_after_another(self, sentence: ReplySentence) -> bool:
        """Whether an "and yes" behind other sentences speaks to a later yes/no question than the first."""
        polar = [q for q in self.questions if q.answer in ("yes-no", "choice")]
        if len(polar) < 2 or self.placed or polar[0] != self.question:
            return False
        return _AND_YES.match(sentence.scan) is not None and self.said[:1] != (sentence,)

    @cached_property
    def names_alternative(self) -> bool:
        """Whether the reply names one of the alternatives, or both, or neither."""
        choice = self.question.choice
        text = " ".join(_without_mention(s) for s in self.scope)
        named = stems(text) | {w.lower() for w in re.findall(r"\b[ap]m\b|(?<=\d)[ap]m\b", text, re.I)}
        return choice is not None and (choice.named_in(named) or _BOTH.search(text) is not None)

    @cached_property
    def polarity(self) -> ReplySentence | None:
        return next((s for s in self.said if s.polarity or _assented_topic(s) is not None), self.bare)

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


def _assented_topic(sentence: ReplySentence) -> str | None:
    """Return the words for what a sentence says yes to ("and yes to the kit", "as to the kit: yes")."""
    if match := _YES_TO.match(sentence.scan):
        return match["topic"]
    match = _TOPIC_ASSENT.search(sentence.scan)
    return match.group() if match else None


def _is_brief(sentence: ReplySentence) -> bool:
    words = len(sentence.scan.split())
    return words <= _BRIEF or (words <= 2 * _BRIEF and _THAT_IS_SO.match(sentence.scan) is not None)


def _without_mention(sentence: ReplySentence) -> str:
    """Return a sentence's words without the question it only refers to."""
    topic = _assented_topic(sentence)
    text = sentence.sentence.text
    return text.replace(topic, "") if topic and _HEDGED.search(topic) else text
