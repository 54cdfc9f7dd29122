"""One clause of a customer's message: is it a question, and of what kind?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from replylint.language import question_forms as forms
from replylint.language.alternatives import Choice, choice_in
from replylint.language.patterns import lazy
from replylint.language.question_forms import Answer
from replylint.language.text import Sentence
from replylint.language.vocabulary import content
from replylint.model import Confidence, Span, Turn

Form = Literal["polar", "wh", "tag", "fragment", "embedded", "declarative", "plea"]
Joint = Literal["", "comma", "and"]
"""What stands before a clause: nothing, a comma or dash, a conjunction."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something the customer wants to know.

    ``topic`` are the stems of its content words, ``context`` those of the sentence before it; ``number`` is its number in
    a list; ``conditional`` marks one that falls away with the answer to another ("and if so, when?").
    """

    turn: Turn
    sentence: int
    span: Span
    text: str
    form: Form
    answer: Answer
    choice: Choice | None
    negative: bool
    conditional: bool
    confidence: Confidence
    topic: frozenset[str]
    context: frozenset[str]
    number: str = ""
    cluster: int = 0


_CONNECTIVE = lazy(
    r"^[\W_]*(?:(?:so|and|but|also|or|ok|okay|well|please|pls|now|then|plus|hi|hello|hey|hiya|sorry|thanks|thank you"
    r"|cheers|oh|wait|again|first(?:ly)?"
    r"|second(?:ly)?|third(?:ly)?|finally|lastly|next|in that case|if so|if not|if yes|anyway|btw|by the way|just|ps"
    r"|p\.s|q|question|to be clear|second time"
    r"|quick question|one more thing|another thing|meanwhile|actually|seriously|honestly|roughly|approximately|um|hmm"
    r"|yes|no|great|perfect|guys|(?:good (?:morning|afternoon|evening)|morning)(?!\s+(?:or|not)\b)|that said|either way)\b[\s,.:;!()–—-]*)+",
    re.I,
)
_IMPERATIVE_DO = lazy(
    r"(?:do|have|has|had)\s+(?:not|no|the|a|an|it|this|that|these|those|all|any|some|each|every|one|both)\b", re.I
)
_NOT_INVERTED = lazy(
    r"(?:is|was|are|were)\s+(?:a|an|not|no|all|some|each|every|one|any)\b|should\s+(?:you|u|there|anyone|anything|it"
    r"|the|this|that|i|we)\s+(?:\w+\s+)?(?:need|have|want|require|wish|be|experience|change|arise|happen|find|fail)\b"
    r"|(?:may|might)\s+(?:the|this|all|you)\b"
    r"|(?:had|were)\s+(?:i|we|it|they)\b|is\s+the\s+(?:only|best|worst|most|same|one|first)\b|did\s+(?:that|this|it"
    r"|so|the|all|a)\b|(?:has|had)\s+(?:my|your|his|her|our|their|its)\b|(?:do|did|does)\s+(?:everything|something"
    r"|anything|nothing)\b|will\s+(?:not|no|all|each|this|that|be)\b|can(?:['’]?t|not)?\s+(?:not|no|all|any|a|an|the"
    r"|one)\b(?!\s+\w+\s+be\b)|(?:can|could|would|must|will|should|may|might|did|does|was|were|has)\s+not\b"
    r"|would\s+(?:not|all|a|the)\b",
    re.I,
)
_EXCLAMATION = lazy(
    r"what an?\b|to whom it may|what\b[^,?]*\b(?:is|was|are|were|s)\b[^,?]+\b(?:is|was|are|were)\b|how (?:nice|lovely"
    r"|kind|rude|awful|annoying|frustrating|disappointing|ridiculous|sad|embarrassing)\b|what(?:['’]?s| is) (?:more"
    r"|worse|annoying|funny|interesting|ironic)\b|which (?:is|was|means|meant|has|i|we|you|then)\b|who (?:is|was|are"
    r"|were|has|had) (?:the|a|my|our|also|now|very)\b|how(?:ever)\b",
    re.I,
)
_CLOSING = lazy(
    r"^(?:if|whether|when)\s+(?:you|u)\s+(?:need|require|have any|want|would like|can help|could help|are able|find"
    r"|get|think|hear|prefer|wish|like)\b|^(?:if|whether)\s+(?:there(?:['’]?s| is| are) (?:anything|any|something)"
    r"|anything|any (?:more|further)|(?:that|this|it|these) (?:is|are|works?|helps?|suits?|doesn['’]?t|don['’]?t"
    r"|would|will|makes? sense|['’]?s)|more (?:info|details)|not\b|possible\b|so\b|i can\b|i (?:should|need to"
    r"|have to)\b)"
    r"|^what (?:you|u) (?:think|find|need|decide)|^how (?:it goes|you get on)|^(?:what|which|how) (?:information"
    r"|details|info|else you)",
    re.I,
)
_REPORT = lazy(
    r"^(?:let|tell|advise|inform|please let|please tell|pls let|plz let|please inform|please advise|notify)\b", re.I
)
_STATEMENT = lazy(
    r"(?:not\s+(?:\w+\s+)?(?:sure|certain|clear)|unsure|unclear|don['’]?t|dont|do not|can['’]?t|cannot|couldn['’]?t)\b",
    re.I,
)
_DECLARATIVE_NOUN = lazy(r"^\W*(?:[\w£$€'’-]+\W+){0,4}[\w£$€%'’-]+\W*$")
_TRAILING = lazy(r"(?:[\s,;:&+–—-]+(?:and|but|also|plus|then|so|if so|if not)?)+$", re.I)
_LONE_WH = lazy(
    rf"(?:(?:at|in|for|to|by|from|until)\s+)?{forms.WH}(?:\s+(?:much|many|long|far|time|day|date|size|colou?r))?\W*$",
    re.I,
)
_WH_CHAIN = lazy(rf"(?:{forms.WH}(?:\s+(?:much|many|long|far))?(?:\W+(?:and\s+)?|$)){{2,}}", re.I)
_SUBORDINATE = lazy(r"(?:when|where|while|after|before|once|if|since|as)\b", re.I)
_STEP_TITLE = lazy(r"^\W*how\s+to\b", re.I)
_INVERTED_WH = lazy(rf"(?:\w+\s+)?{forms.WH}\s+(?:\w+\s+)?{forms.AUX}\s+{forms.SUBJECT}\b", re.I)
_ASKING_WH = lazy(rf"(?:why|how|when|where|what|who)(?:['’]s|\s+{forms.AUX})\s+{forms.SUBJECT}\b", re.I)
_FINAL_WH = lazy(r"(?:\w+\W+){0,12}?(?:what|which|how much|how many|how long|when|where|who)\W*$", re.I)
_RECEIPT = lazy(
    r"(?:receipt|the receipt|my (?:order|booking|cancellation)|the (?:order|booking|cancellation)|by\b)", re.I
)
_INTENT = lazy(r"will\s+(?:you|u|ya|someone|somebody)\s+(?!(?:please|pls|plz|kindly|just)\b)", re.I)
"""What we are going to do: a question, as "can you" and "would you" are requests."""
_LET_KNOW = lazy(r"(?:can|could|would|will) (?:you|u) (?:please )?let (?:me|us) know", re.I)
_STILL_OPEN = lazy(r"(?:what|all|one\s+thing)\s+(?:i|we)\b", re.I)
_ASKED_TO = lazy(r"(?:can|could|do)\s+(?:you|u)\b", re.I)
_EVENT = lazy(r"(?:when|once|as soon as)\b", re.I)
_WHETHER = lazy(r"(?:if|whether)\b", re.I)
_AUX_START = lazy(rf"{forms.AUX}\b", re.I)
_WHAT_TO_DO = lazy(r"\b(?:how|what to do|what (?:can|should|do) (?:i|we) do)\b", re.I)
_PERSONAL = lazy(r"\b(?:i|we|you|he|she|it|they)\b", re.I)
_WH_AS_SUBJECT = lazy(r"(?:who|which(?:\s+(?!is\b)\w+)?)\s+(?!(?:is|was|has|means)\b)\w+s\b", re.I)
"""A WH-word that is the subject, with its verb ("who pays for …")."""
_PSEUDO_CLEFT = lazy(r"what\s+(?:i|we)\s+(?:\w+\s+){1,3}?(?:is|was|were)\s+(?!\w+ing\b)", re.I)
"""A statement that begins like a question ("what we got was a spoon?")."""
_MARK = lazy(r"\?[^\w]*$")
_REMEDY = content("fix solve resolve correct repair proceed stop rid remedy sort problem issue work restore")
_CHOOSABLE: frozenset[Answer] = frozenset({"yes-no", "thing", "time", "place", "money", "number", "open", "person"})


@dataclass(frozen=True)
class Clause:
    """A clause that may be a question. ``piece`` is its place in the sentence, ``previous`` the question before it.

    ``in_question`` says that the sentence ends in a question mark, ``last`` that the clause ends with the sentence.
    """

    sentence: Sentence
    piece: Span
    in_question: bool
    last: bool
    joint: Joint
    previous: Question | None
    context: frozenset[str]

    @cached_property
    def raw(self) -> str:
        return self.piece.of(self.sentence.scan)

    @cached_property
    def begin(self) -> int:
        """Where the clause begins behind "so", "also", "hi" and the like."""
        lead = _CONNECTIVE.match(self.raw)
        if lead and lead.end() < len(self.raw):
            return self.piece.start + lead.end()
        return self.piece.start + len(self.raw) - len(self.raw.lstrip(" \t\n*-•–—\"'(\ufffc"))

    @cached_property
    def text(self) -> str:
        return self.sentence.scan[self.begin : self.piece.end].rstrip()

    @property
    def asked(self) -> bool:
        return self.in_question and self.last

    @property
    def idle(self) -> bool:
        """Whether it is rhetorical or a pleasantry: nothing to answer."""
        text, raw = self.text, self.raw
        return not text or bool(
            forms.RHETORICAL.search(text) or forms.ANYONE_THERE.match(raw) or forms.PLEASANTRY.match(raw)
        )

    @cached_property
    def conditional(self) -> bool:
        before = self.sentence.scan[max(0, self.piece.start - 12) : self.begin]
        return forms.IF_SO.match(self.raw) is not None or re.search(r"\bif so\b", before, re.I) is not None

    @cached_property
    def inverted(self) -> bool:
        """Whether the auxiliary stands before its subject."""
        text = self.text
        if forms.INVERSION.match(text) and (
            self.in_question or not (_IMPERATIVE_DO.match(text) or _NOT_INVERTED.match(text))
        ):
            return True
        alternative = re.search(rf"\bor\s+{forms.AUX}\s+{forms.SUBJECT}\b", text, re.I)
        return bool(self.in_question or alternative) and re.match(rf"{forms.AUX}\s+\w", text, re.I) is not None

    @cached_property
    def wh(self) -> bool:
        """Whether it begins with a WH-word that asks, not one that relates."""
        if forms.WH_QUESTION.match(self.text) and not _EXCLAMATION.match(self.text):
            return True
        if self.in_question and not self.joint and _WH_AS_SUBJECT.match(self.text):
            return True
        return self.in_question and _LONE_WH.match(_TRAILING.sub("", self.text)) is not None

    def questions(self) -> Iterator[Question]:
        """Yield the question it is; two where it asks "when and where"."""
        if self.idle:
            return
        text = self.text
        if embedding := forms.EMBEDDING.search(text):
            yield from self._embedded(embedding)
        elif match := forms.CONFIRM.search(text):
            body = text[match.start("complement") :]
            if not _RECEIPT.match(body):
                yield self.question("embedded", "yes-no", Confidence.MEDIUM, match.start("complement"))
        elif forms.PLEA.match(text) and (self.asked or not text[:1].isupper() or len(text) < 60):
            if self.asked or re.match(r"any|what", text, re.I):
                yield self.question("plea", "open", Confidence.LOW)
        elif not self._requests():
            yield from self._chain() or self._direct()

    def _requests(self) -> bool:
        """Whether it asks for an action ("can you send …"), not for information."""
        match = forms.REQUEST.match(self.text)
        if match and _INTENT.match(self.text):
            return False
        if match and match.group("verb").lower() not in forms.REPORTING:
            return True
        return re.match(r"(?:would|do) you mind\s+\w+ing\b", self.text, re.I) is not None

    def _chain(self) -> list[Question]:
        """Return the questions of "when, where and how much?"."""
        chain = _WH_CHAIN.match(self.text) if self.in_question else None
        if chain is None:
            return []
        heads = list(re.finditer(rf"{forms.WH}(?:\s+(?:much|many|long|far)\b)?", chain.group(), re.I))
        found = []
        for head, end in zip(heads, [*(h.start() for h in heads[1:]), len(self.text)], strict=True):
            if answer := forms.wh_answer(self.text[head.start() : end]):
                part = self.question("wh", answer, Confidence.HIGH, head.start(), end)
                found.append(replace(part, topic=content(self.text)))
        return found

    def _direct(self) -> Iterator[Question]:
        text = self.text
        answer = forms.wh_answer(text)
        if self.asked:
            yield self._marked()
        elif self.inverted:
            yield self.question(
                "polar", "yes-no", Confidence.HIGH if self.joint or len(text) < 120 else Confidence.MEDIUM
            )
        elif (
            self.wh
            and answer
            and (not self.joint or (self.joint == "and" and (self.previous or _INVERTED_WH.match(text))))
        ):
            doubtful = _STEP_TITLE.match(text) or (self.joint and not self.in_question)
            yield self.question("wh", answer, Confidence.MEDIUM if doubtful else Confidence.HIGH)
        elif (
            self.wh
            and answer
            and _ASKING_WH.match(text)
            and self.sentence.scan[: self.piece.start].rstrip().endswith(":")
        ):
            yield self.question("wh", answer, Confidence.HIGH)
        elif self.wh and answer and self.previous:
            yield self.question("wh", answer, Confidence.MEDIUM)
        elif self.joint and self.previous and self.previous.form == "embedded" and (
            forms.WH_START.match(text) or _WHETHER.match(text)
        ):  # fmt: skip
            yield self.question("embedded", answer or "yes-no", self.previous.confidence)
        elif not self.joint and forms.FRAGMENT.match(text) and len(text) < 60:
            yield self.question("fragment", answer or "open", Confidence.MEDIUM)
        elif (match := forms.TAG.search(text)) and re.search(r"\w\s+\w", match.group()):
            yield self.question("tag", "yes-no", Confidence.MEDIUM)

    def _marked(self) -> Question:
        """Return the question of a clause that ends in a question mark."""
        text = self.text
        answer = forms.wh_answer(text)
        if forms.TAG.search(_MARK.sub("", text)) and not self.inverted and not self.wh:
            return self.question("tag", "yes-no", Confidence.MEDIUM)
        if not self.wh and _SUBORDINATE.match(text) and re.search(rf"\b{forms.AUX}\s+\w", text, re.I):
            return self.question("polar", "yes-no", Confidence.HIGH)
        relative = self.joint == "comma" and not self.wh and re.match(r"which\b", text, re.I)
        if forms.WH_START.match(text) and not relative and not _PSEUDO_CLEFT.match(text):
            return self.question("wh", answer or "open", Confidence.HIGH)
        if self.inverted or _AUX_START.match(text):
            return self.question("polar", "yes-no", Confidence.HIGH)
        if _FINAL_WH.match(text):
            return self.question("wh", answer or "open", Confidence.HIGH)
        if _DECLARATIVE_NOUN.match(text) and not _PERSONAL.search(text):
            default: Answer = "yes-no" if len(text.split()) > 1 else "open"
            return self.question("fragment", answer or default, Confidence.HIGH)
        return self.question("declarative", "yes-no", Confidence.LOW if "??" in self.raw else Confidence.MEDIUM)

    def _embedded(self, embedding: re.Match[str]) -> Iterator[Question]:
        """Yield the question in a complement ("… know when it arrives"), unless it asks for a notice or is a formula."""
        at = embedding.start("complement")
        matrix, complement = embedding.group().strip(), self.text[at:]
        if _REPORT.match(matrix) or _LET_KNOW.match(matrix):
            notice = _EVENT.match(complement) and not self.asked
            if notice or _CLOSING.match(complement):
                return
        doubtful = _STATEMENT.search(matrix) and not (_ASKED_TO.match(matrix) or _STILL_OPEN.match(matrix))
        confidence = Confidence.LOW if doubtful else Confidence.MEDIUM
        if _AUX_START.match(complement):
            if forms.INVERSION.match(complement):
                yield self.question("embedded", "yes-no", confidence, at)
            return
        answer: Answer = "yes-no" if _WHETHER.match(complement) else forms.wh_answer(complement) or "open"
        yield self.question("embedded", answer, confidence, at)

    def question(
        self, form: Form, answer: Answer, confidence: Confidence, start: int = 0, end: int | None = None
    ) -> Question:
        """Make a question of a stretch of the clause."""
        body = _TRAILING.sub("", self.text[start:end])
        choice = choice_in(body) if answer in _CHOOSABLE else None
        if choice and not (answer == "yes-no" or choice.sure):
            choice = None
        if choice and answer in ("yes-no", "thing", "open"):
            answer = "choice"
        topic = content(body)
        if answer in ("steps", "thing") and topic <= _REMEDY and _WHAT_TO_DO.search(body):
            form = "plea"
        span = Span(self.begin + start, self.begin + start + len(body))
        return Question(
            turn=self.sentence.turn,
            sentence=self.sentence.index,
            span=self.sentence.absolute(span),
            text=span.of(self.sentence.text).strip(),
            form=form,
            answer=answer,
            choice=choice,
            negative=answer in ("yes-no", "choice") and _negative(body),
            conditional=self.conditional,
            confidence=confidence,
            topic=topic,
            context=self.context,
        )


def _negative(clause: str) -> bool:
    """Whether a yes/no question is put negatively, so that a bare "yes" can be read both ways."""
    if forms.MIND.match(clause):
        return True
    head = re.split(r"\b(?:because|since|if|when|that|which|who|but|so that|or|and)\b", clause, maxsplit=1)[0]
    if re.match(r"(?:could|can|would|will|won|should|why)n?['’]?t\s+(?:you|we|i|u)\b", head, re.I):
        return False
    main = forms.TAG.sub("", re.sub(r"\?[^\w]*$", "", head))
    return forms.NEGATIVE.search(main) is not None
