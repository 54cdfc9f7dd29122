"""The customer's questions: where they stand, what kind of answer they expect, and whether they are still to be answered.

A detector of question marks alone misses about one question in five of mail (Kwong & Yorke-Smith 2009), so inversion,
WH-words, tags, fragments and embedded questions are found too. All by patterns over closed word classes: no parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from replylint.language import question_forms as forms
from replylint.language.alternatives import Choice, choice_in, joined
from replylint.language.question_forms import Answer
from replylint.language.text import Sentence, Text
from replylint.language.vocabulary import content
from replylint.model import Confidence, Span, Turn

Form = Literal["polar", "wh", "tag", "fragment", "embedded", "declarative", "plea"]


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


_ENDS_AS_QUESTION = re.compile(r"\?[^\w\ufffc]*$")
_NUMBER = re.compile(r"^\W{0,3}(?:(\d{1,2})|(?:q|question )(\d{1,2})|\(?([a-h]))[.):]\s+", re.I)
_CONNECTIVE = re.compile(
    r"^[\W_]*(?:(?:so|and|but|also|or|ok|okay|well|please|pls|now|then|plus|hi|hello|hey|hiya|sorry|thanks|thank you|cheers|oh|wait|again|first(?:ly)?"
    r"|second(?:ly)?|third(?:ly)?|finally|lastly|next|in that case|if so|if not|if yes|anyway|btw|by the way|just|ps|p\.s|q|question|to be clear|second time"
    r"|quick question|one more thing|another thing|meanwhile|actually|seriously|honestly|roughly|approximately|um|hmm|yes|no|great|perfect|guys|good (?:morning|afternoon|evening)|morning|that said|either way)\b[\s,.:;!–—-]*)+",
    re.I,
)
_QUESTION_START = rf"(?:(?:(?:at|in|for|to|by|from|on|with|until|of)\s+)?{forms.WH}\b|{forms.AUX}\s+{forms.SUBJECT}\b)"
_BORDER = re.compile(
    r"(?:(?:[,;:]|\s[-–—]+|[-–—]+\s|\.\.+)\s*)?(?:(?<=\s)|(?<=[,;:.…–—-]))(?P<joint>and|but|also|plus|then|so|&|\+)\s+(?:(?:also|then|so)\s+)?(?:if (?:so|not|yes|possible)[, ]\s*)?"
    rf"(?={_QUESTION_START}|can\s+\w|(?:i(?:['’]?d| would) (?:also )?like to know|not sure|i (?:was|am) wondering|any (?:update|idea|news|chance)))"
    rf"|(?P<comma>(?:[,;:]|\s[-–—]+|[-–—]\s|\.\.+)\s*)(?:(?:also|then|so)\s+)?(?={_QUESTION_START})"
    rf"|(?P<stop>[.!)]+\s+)(?={_QUESTION_START})",
    re.I,
)
_IMPERATIVE_DO = re.compile(
    r"(?:do|have|has|had)\s+(?:not|no|the|a|an|it|this|that|these|those|all|any|some|each|every|one|both)\b", re.I
)
_NOT_INVERTED = re.compile(
    r"(?:is|was|are|were)\s+(?:a|an|not|no|all|some|each|every|one|any)\b|should\s+(?:you|u|there|anyone|anything|it|the|this|that|i|we)\s+(?:\w+\s+)?(?:need|have|want|require|wish|be|experience|change|arise|happen|find|fail)\b|(?:may|might)\s+(?:the|this|all|you)\b"
    r"|(?:had|were)\s+(?:i|we|it|they)\b|is\s+the\s+(?:only|best|worst|most|same|one|first)\b|did\s+(?:that|this|it|so|the|all|a)\b|(?:has|had)\s+(?:my|your|his|her|our|their|its)\b|(?:do|did|does)\s+(?:everything|something|anything|nothing)\b|will\s+(?:not|no|all|each|this|that|be)\b|can(?:['’]?t|not)?\s+(?:not|no|all|any|a|an|the|one)\b(?!\s+\w+\s+be\b)|(?:can|could|would|must|will|should|may|might|did|does|was|were|has)\s+not\b|would\s+(?:not|all|a|the)\b",
    re.I,
)
_EXCLAMATION = re.compile(
    r"what an?\b|to whom it may|what\b[^,?]*\b(?:is|was|are|were|s)\b[^,?]+\b(?:is|was|are|were)\b|how (?:nice|lovely|kind|rude|awful|annoying|frustrating|disappointing|ridiculous|sad|embarrassing)\b|what(?:['’]?s| is) (?:more|worse|annoying|funny|interesting|ironic)\b|which (?:is|was|means|meant|has|i|we|you|then)\b|who (?:is|was|are|were|has|had) (?:the|a|my|our|also|now|very)\b|how(?:ever)\b",
    re.I,
)
_CLOSING = re.compile(
    r"^(?:if|whether|when)\s+(?:you|u)\s+(?:need|require|have any|want|would like|can help|could help|are able|find|get|think|hear|prefer|wish|like)\b|^(?:if|whether)\s+(?:there(?:['’]?s| is| are) (?:anything|any|something)|anything|any (?:more|further)|(?:that|this|it|these) (?:is|are|works?|helps?|suits?|doesn['’]?t|don['’]?t|would|will|makes? sense|['’]?s)|more (?:info|details)|not\b|possible\b|so\b|i can\b|i (?:should|need to|have to)\b)"
    r"|^what (?:you|u) (?:think|find|need|decide)|^how (?:it goes|you get on)|^(?:what|which|how) (?:information|details|info|else you)",
    re.I,
)
_REPORT = re.compile(
    r"^(?:let|tell|advise|inform|please let|please tell|pls let|plz let|please inform|please advise|notify)\b", re.I
)
_STATEMENT = re.compile(
    r"(?:not\s+(?:\w+\s+)?(?:sure|certain|clear)|unsure|unclear|don['’]?t|dont|do not|can['’]?t|cannot|couldn['’]?t)\b",
    re.I,
)
_PRONOUN_QUESTION_END = re.compile(r"\b(?:it|this|that|these|those|they|them|one|so|he|she)\b", re.I)
_DECLARATIVE_NOUN = re.compile(r"^\W*(?:[\w£$€'’-]+\W+){0,4}[\w£$€%'’-]+\W*$")
_TRAILING = re.compile(r"(?:[\s,;:&+–—-]+(?:and|but|also|plus|then|so|if so|if not)?)+$", re.I)
_LONE_TAG = re.compile(rf"{forms.AUX}\s+(?:i|you|u|we|he|she|it|they|there|that|this)(?:\s+not)?\W*$", re.I)
_LONE_WH = re.compile(
    rf"(?:(?:at|in|for|to|by|from|until)\s+)?{forms.WH}(?:\s+(?:much|many|long|far|time|day|date|size|colou?r))?\W*$",
    re.I,
)
_WH_CHAIN = re.compile(rf"(?:{forms.WH}(?:\s+(?:much|many|long|far))?(?:\W+(?:and\s+)?|$)){{2,}}", re.I)
_SUBORDINATE = re.compile(r"(?:when|where|while|after|before|once|if|since|as)\b", re.I)
_REMEDY = content("fix solve resolve correct repair proceed stop rid remedy sort problem issue work restore")
_STEP_TITLE = re.compile(r"^\W*how\s+to\b", re.I)


def find(texts: Sequence[Text]) -> tuple[Question, ...]:
    """Return the live questions of some messages, each once: those that need an answer, in order."""
    found: list[Question] = []
    for text in texts:
        found += _live(text, list(_in_text(text)))
    withdrawn = _withdrawn_later(texts)
    return tuple(_clustered([q for q in found if (q.turn, q.sentence) not in withdrawn]))


def _in_text(text: Text) -> Iterator[Question]:
    context: frozenset[str] = frozenset()
    previous: Question | None = None
    for sentence in text.sentences:
        if sentence.zone == "signoff":
            continue
        if nominated(sentence):
            for question in _in_sentence(sentence, context):
                if previous and _continues(previous, question, sentence):
                    previous = replace(previous, answer="choice", choice=joined(previous.text, question.text))
                else:
                    if previous:
                        yield previous
                    previous = question
        own = content(sentence.scan)
        context = own if own else context
    if previous:
        yield previous


def _continues(previous: Question, question: Question, sentence: Sentence) -> bool:
    """Whether a question is the other alternative of the one before it: "… Or does it …?"."""
    return (
        previous.sentence == question.sentence - 1
        and {previous.answer, question.answer} <= {"yes-no", "choice"}
        and previous.choice is None
        and re.match(r"\W*or\b", sentence.scan, re.I) is not None
    )


_TRIGGER = re.compile(
    rf"\?|^[\W_]*(?:\w+[\W_]+){{0,3}}{forms.WH}\b|\b{forms.AUX}\s+{forms.SUBJECT}\b|\b(?:wonder|ask|know|tell|confirm|clarify|explain|advise|check|unsure|sure|understand|question|idea|update|news|eta|price|unclear|curious|inform|clue|see)",
    re.I,
)


def nominated(sentence: Sentence) -> bool:
    """Whether a cheap scan finds what a question needs."""
    return _TRIGGER.search(sentence.scan) is not None


def _in_sentence(sentence: Sentence, context: frozenset[str]) -> Iterator[Question]:
    scan = sentence.scan
    number = ""
    start = 0
    if match := _NUMBER.match(scan):
        number, start = next(g for g in match.groups() if g), match.end()
    asked = _ENDS_AS_QUESTION.search(scan) is not None
    pieces = _pieces(scan, start)
    previous: Question | None = None
    lead = start
    for k, (begin, end, joint) in enumerate(pieces):
        last = k == len(pieces) - 1
        for question in _classify(sentence, Span(begin, end), asked, last, joint, previous, context):
            if previous is None and lead < begin:
                question = _with_lead(sentence, question, Span(lead, begin))
            previous = replace(question, number=number)
            yield previous


def _pieces(scan: str, start: int) -> list[tuple[int, int, str]]:
    """Cut a sentence where a new question may begin: (start, end, the joint before it)."""
    cuts, joints = [start], [""]
    for match in _BORDER.finditer(scan, start):
        if match.end() - cuts[-1] < 3 or match.start() <= start or _LONE_TAG.match(scan, match.end()):
            continue
        cuts.append(match.end())
        joints.append("comma" if match.group("comma") or match.group("stop") else (match.group("joint") or "").lower())
    return [(a, b, j) for a, b, j in zip(cuts, [*cuts[1:], len(scan)], joints, strict=True)]


def _with_lead(sentence: Sentence, question: Question, lead: Span) -> Question:
    """Add a condition or a topic put before the question ("If I cancel, do I …", "the wool duvet, is that …")."""
    words = lead.of(sentence.scan)
    if len(question.topic) < 2 or re.match(
        r"\W*(?:\w+\W+)?(?:if|when|once|after|before|for|with|as|since|because)\b", words, re.I
    ):
        return replace(question, topic=question.topic | content(words[-120:]))
    return question


def _classify(
    sentence: Sentence,
    piece: Span,
    in_question: bool,
    last: bool,
    joint: str,
    previous: Question | None,
    context: frozenset[str],
) -> Iterator[Question]:
    scan, asked = sentence.scan, in_question and last
    raw = piece.of(scan)
    lead = _CONNECTIVE.match(raw)
    begin = piece.start + (
        lead.end() if lead and lead.end() < len(raw) else len(raw) - len(raw.lstrip(" \t\n*-•–—\"'("))
    )
    clause = scan[begin : piece.end].rstrip()
    conditional = forms.IF_SO.match(raw) is not None or bool(
        re.search(r"\bif so\b", scan[max(0, piece.start - 12) : begin], re.I)
    )
    if not clause or forms.RHETORICAL.search(clause) or forms.ANYONE_THERE.match(raw) or forms.PLEASANTRY.match(raw):
        return

    def question(
        form: forms_Form, answer: Answer, confidence: Confidence, body: str = clause, at: int = begin
    ) -> Question:
        choice = (
            choice_in(body)
            if answer in ("yes-no", "thing", "time", "place", "money", "number", "open", "person")
            else None
        )
        if choice is not None and (answer == "yes-no" or choice.sure):
            answer = "choice" if answer in ("yes-no", "thing", "open") else answer
        elif choice is not None:
            choice = None
        topic = content(body)
        if answer in ("steps", "thing") and topic <= _REMEDY and re.search(r"\b(?:how|what to do|what (?:can|should|do) (?:i|we) do)\b", body, re.I):
            form = "plea"
        body = _TRAILING.sub("", body)
        span = Span(at, at + len(body))
        return Question(
            sentence.turn, sentence.index, sentence.absolute(span), span.of(sentence.text).strip(), form, answer, choice,
            answer in ("yes-no", "choice") and _negative(body), conditional, confidence, topic, context,
        )  # fmt: skip

    embedding = forms.EMBEDDING.search(clause)
    if embedding and (complement := clause[embedding.start("complement") :]):
        yield from _embedded(clause, embedding, complement, begin, asked, question)
        return
    if match := forms.CONFIRM.search(clause):
        body = clause[match.start("complement") :]
        if not re.match(
            r"(?:receipt|the receipt|my (?:order|booking|cancellation)|the (?:order|booking|cancellation)|by\b)",
            body,
            re.I,
        ):
            yield question("embedded", "yes-no", Confidence.MEDIUM, body, begin + match.start("complement"))
        return
    if forms.PLEA.match(clause) and (asked or not clause[:1].isupper() or len(clause) < 60):
        if asked or re.match(r"any|what", clause, re.I):
            yield question("plea", "open", Confidence.LOW)
        return
    if (match := forms.REQUEST.match(clause)) and match.group("verb").lower() not in forms.REPORTING:
        return
    if re.match(r"(?:would|do) you mind\s+\w+ing\b", clause, re.I):
        return
    inverted = forms.INVERSION.match(clause) is not None and (
        in_question or not (_IMPERATIVE_DO.match(clause) or _NOT_INVERTED.match(clause))
    )
    alternative = re.search(rf"\bor\s+{forms.AUX}\s+{forms.SUBJECT}\b", clause, re.I)
    inverted = inverted or ((in_question or alternative is not None) and re.match(rf"{forms.AUX}\s+\w", clause, re.I) is not None)
    wh = forms.WH_QUESTION.match(clause) is not None and not _EXCLAMATION.match(clause)
    wh = wh or (in_question and _LONE_WH.match(_TRAILING.sub("", clause)) is not None)
    if in_question and (chain := _WH_CHAIN.match(clause)):
        heads = list(re.finditer(rf"{forms.WH}(?:\s+(?:much|many|long|far)\b)?", chain.group(), re.I))
        for head, end in zip(heads, [*(h.start() for h in heads[1:]), len(clause)], strict=True):
            if answer := forms.wh_answer(clause[head.start() : end]):
                part = question("wh", answer, Confidence.HIGH, clause[head.start() : end], begin + head.start())
                yield replace(part, topic=content(clause))
        return
    if asked:
        yield from _asked(clause, raw, inverted, wh, joint, previous, question)
    elif inverted and not re.search(r"[a-z]\s*[,;]\s*(?:i|we|you)\s", clause[:0], re.I):
        yield question("polar", "yes-no", Confidence.HIGH if joint or len(clause) < 120 else Confidence.MEDIUM)
    elif wh and joint != "comma" and (answer := forms.wh_answer(clause)):
        yield question("wh", answer, Confidence.HIGH if not _STEP_TITLE.match(clause) else Confidence.MEDIUM)
    elif wh and previous is not None and (answer := forms.wh_answer(clause)):
        yield question("wh", answer, Confidence.MEDIUM)
    elif (
        previous is not None
        and previous.form == "embedded"
        and joint
        and re.match(rf"(?:{forms.WH}|if|whether)\b", clause, re.I)
    ):
        yield question("embedded", forms.wh_answer(clause) or "yes-no", previous.confidence)
    elif joint == "" and forms.FRAGMENT.match(clause) and len(clause) < 60:
        yield question("fragment", forms.wh_answer(clause) or "open", Confidence.MEDIUM)
    elif (match := forms.TAG.search(clause)) and re.search(r"\w\s+\w", match.group()):
        yield question("tag", "yes-no", Confidence.MEDIUM)


forms_Form = Form


def _asked(clause, raw, inverted, wh, joint, previous, question) -> Iterator[Question]:  # type: ignore[no-untyped-def]
    """Yield the question of a clause that ends in a question mark."""
    if forms.TAG.search(re.sub(r"\?[^\w]*$", "", clause)) and not inverted and not wh:
        yield question("tag", "yes-no", Confidence.MEDIUM)
    elif not wh and _SUBORDINATE.match(clause) and re.search(rf"\b{forms.AUX}\s+\w", clause, re.I):
        yield question("polar", "yes-no", Confidence.HIGH)
    elif forms.WH_START.match(clause) and not (joint == "comma" and re.match(r"which\b", clause, re.I) and not wh):
        answer = forms.wh_answer(clause)
        yield question("wh", answer or "open", Confidence.HIGH)
    elif inverted or re.match(rf"{forms.AUX}\b", clause, re.I):
        yield question("polar", "yes-no", Confidence.HIGH)
    elif re.match(r"(?:\w+\W+){0,12}?(?:what|which|how much|how many|how long|when|where|who)\W*$", clause, re.I):
        yield question("wh", forms.wh_answer(clause) or "open", Confidence.HIGH)
    elif _DECLARATIVE_NOUN.match(clause) and not re.search(rf"\b(?:i|we|you|he|she|it|they)\b", clause, re.I):
        yield question(
            "fragment",
            forms.wh_answer(clause) or "yes-no" if len(clause.split()) > 1 else forms.wh_answer(clause) or "open",
            Confidence.HIGH,
        )
    else:
        challenge = "??" in raw
        yield question("declarative", "yes-no", Confidence.LOW if challenge else Confidence.MEDIUM)


def _embedded(clause, embedding, complement, begin, asked, question) -> Iterator[Question]:  # type: ignore[no-untyped-def]
    """Yield the question in a complement ("… know when it arrives"), unless it asks for a notice or is a formula."""
    at = begin + embedding.start("complement")
    matrix = embedding.group().strip()
    if _REPORT.match(matrix) or re.match(
        r"(?:can|could|would|will) (?:you|u) (?:please )?let (?:me|us) know", matrix, re.I
    ):
        if re.match(r"(?:when|once|as soon as)\b", complement, re.I) and not asked or _CLOSING.match(complement):
            return
    if _STATEMENT.search(matrix) and not re.match(r"(?:can|could|do)\s+(?:you|u)\b", matrix, re.I):
        confidence = Confidence.LOW
    else:
        confidence = Confidence.MEDIUM
    if re.match(r"(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have)\b", complement, re.I):
        if not forms.INVERSION.match(complement):
            return
        yield question("embedded", "yes-no", confidence, complement, at)
        return
    answer = "yes-no" if re.match(r"(?:if|whether)\b", complement, re.I) else forms.wh_answer(complement) or "open"
    yield question("embedded", answer, confidence, complement, at)


def _negative(clause: str) -> bool:
    """Whether a yes/no question is put negatively, so that a bare "yes" can be read both ways."""
    if forms.MIND.match(clause):
        return True
    head = re.split(r"\b(?:because|since|if|when|that|which|who|but|so that|or|and)\b", clause, maxsplit=1)[0]
    if re.match(r"(?:could|can|would|will|won|should|why)n?['’]?t\s+(?:you|we|i|u)\b", head, re.I):
        return False
    main = forms.TAG.sub("", re.sub(r"\?[^\w]*$", "", head))
    return forms.NEGATIVE.search(main) is not None


def _live(text: Text, questions: list[Question]) -> Iterator[Question]:
    """Yield the questions that the customer neither takes back nor answers in the same message."""
    for question in questions:
        following = text.sentences[question.sentence + 1 : question.sentence + 3]
        if following and following[0].zone != "signoff":
            after = following[0].scan
            if "?" not in after and forms.SELF_ANSWER.match(after) and question.answer not in ("choice",):
                continue
        if any(forms.WITHDRAWN.search(s.scan) for s in following) or forms.WITHDRAWN.search(
            text.scan[question.span.end : text.sentences[question.sentence].span.end]
        ):
            continue
        yield question


def _withdrawn_later(texts: Sequence[Text]) -> set[tuple[Turn, int]]:
    """Return the sentences that a later message of the turn takes back ("never mind, found it")."""
    withdrawn: set[tuple[Turn, int]] = set()
    for earlier, later in zip(texts, texts[1:], strict=False):
        if later.sentences and forms.WITHDRAWN.search(later.sentences[0].scan):
            withdrawn |= {(earlier.turn, s.index) for s in earlier.sentences}
    return withdrawn


def _clustered(questions: list[Question]) -> Iterator[Question]:
    """Drop questions that only repeat or reword one that is kept."""
    kept: list[Question] = []
    for question in questions:
        twin = next((k for k in kept if same(k, question)), None)
        if twin is None:
            kept.append(replace(question, cluster=len(kept)))
        elif question.confidence > twin.confidence:
            kept[twin.cluster] = replace(question, cluster=twin.cluster, topic=question.topic | twin.topic)
    yield from kept


def same(first: Question, second: Question) -> bool:
    """Whether two questions ask the same in other words."""
    if first.form == second.form == "plea":
        return True
    shared = len(first.topic & second.topic)
    smaller = min(len(first.topic), len(second.topic))
    if first.answer != second.answer and not (smaller >= 3 and shared == smaller):
        return False
    if smaller == 0:
        adjacent = first.turn != second.turn or abs(first.sentence - second.sentence) <= 1
        return (
            adjacent
            and (not first.topic) == (not second.topic)
            or (not second.topic and adjacent and second.answer == "yes-no" == first.answer)
        )
    return shared / smaller >= 0.6 and (shared >= 2 or smaller == 1 and len(first.topic | second.topic) <= 3)
