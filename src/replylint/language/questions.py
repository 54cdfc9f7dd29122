"""The customer's questions: where they stand, what kind of answer they expect, and whether they are still to be answered.

A detector of question marks alone misses about one question in five of mail (Kwong & Yorke-Smith 2009), so inversion,
WH-words, tags, fragments and embedded questions are found too. All by patterns over closed word classes: no parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from replylint.language import question_forms as forms
from replylint.language.alternatives import joined
from replylint.language.patterns import lazy
from replylint.language.question_clauses import Clause, Joint, Question
from replylint.language.text import Sentence, Text
from replylint.language.vocabulary import content, stems
from replylint.model import Span, Turn

MOST = 60
"""Questions of one turn that are looked at; nobody answers more in one reply."""
LONGEST = 1_000
"""Characters; what is longer is no sentence."""

_ENDS_AS_QUESTION = lazy(r"\?[^\w\ufffc]*$")
_NUMBER = lazy(r"^\W{0,3}(?:(\d{1,2})|(?:q|question )(\d{1,2})|\(?([a-h]))[.):]\s+", re.I)
_QUESTION_START = rf"(?:(?:(?:at|in|for|to|by|from|on|with|until|of)\s+)?{forms.WH}\b|{forms.AUX}\s+{forms.SUBJECT}\b)"
_BORDER = lazy(
    r"(?:(?:[,;:]|\s[-–—]+|[-–—]+\s|\.\.+)\s*)?(?:(?<=\s)|(?<=[,;:.…–—-]))(?P<joint>and|but|also|plus|then|so|&"
    r"|\+)\s+(?:(?:also|then|so)\s+)?(?:if (?:so|not|yes|possible)[, ]\s*)?"
    rf"(?={_QUESTION_START}|can\s+\w|(?:i(?:['’]?d| would) (?:also )?like to know|not sure|i (?:was|am) wondering"
    rf"|any (?:update|idea|news|chance)))"
    rf"|(?P<comma>(?:[,;:]|\s[-–—]+|[-–—]\s|\.\.+)\s*)(?:(?:also|then|so)\s+)?(?={_QUESTION_START})"
    rf"|(?P<stop>[.!)]+\s+)(?={_QUESTION_START})",
    re.I,
)
_FUNCTION_WORDS = lazy(
    rf"\b(?:{forms.WH}|{forms.AUX}|{forms.SUBJECT}|me|us|him|them|not|so|then|and|but|to|be|been|being|have|at|in|on|for|of)\b",
    re.I,
)
_LONE_TAG = lazy(rf"{forms.AUX}\s+(?:i|you|u|we|he|she|it|they|there|that|this)(?:\s+not)?\W*$", re.I)
_LEAD = lazy(r"\W*(?:\w+\W+)?(?:if|when|once|after|before|for|with|as|since|because)\b", re.I)
_TRIGGER = lazy(
    rf"\?|^[\W_]*(?:\w+[\W_]+){{0,3}}{forms.WH}\b|\b{forms.AUX}\s+{forms.SUBJECT}\b|\b(?:wonder|ask|know|tell|confirm"
    rf"|clarify|explain|advise|check|unsure|sure|understand|question|idea|update|news|eta|price|unclear|curious"
    rf"|inform|clue|see|whether|interested|hear|figure)",
    re.I,
)


def find(texts: Sequence[Text]) -> tuple[Question, ...]:
    """Return the live questions of some messages, each once: those that need an answer, in order."""
    found: list[Question] = []
    for text in texts:
        found += _live(text, islice(_in_text(text), MOST))
    withdrawn = _withdrawn_later(texts)
    return tuple(_clustered([q for q in found[:MOST] if (q.turn, q.sentence) not in withdrawn]))


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


def nominated(sentence: Sentence) -> bool:
    """Whether a cheap scan finds what a question needs."""
    return len(sentence.scan) <= LONGEST and _TRIGGER.search(sentence.scan) is not None


def _in_sentence(sentence: Sentence, context: frozenset[str]) -> Iterator[Question]:
    scan = sentence.scan
    number, start = "", 0
    if match := _NUMBER.match(scan):
        number, start = next(g for g in match.groups() if g), match.end()
    in_question = _ENDS_AS_QUESTION.search(scan) is not None
    pieces = _pieces(scan, start)
    previous: Question | None = None
    for piece, joint in pieces:
        last = piece.end == len(scan)
        for question in Clause(sentence, piece, in_question, last, joint, previous, context).questions():
            if previous is None and start < piece.start:
                question = _with_lead(sentence, question, Span(start, piece.start))
            previous = replace(question, number=number)
            yield previous


def _pieces(scan: str, start: int) -> list[tuple[Span, Joint]]:
    """Cut a sentence where a new question may begin."""
    cuts, joints = [start], list[Joint]([""])
    for match in _BORDER.finditer(scan, start):
        if match.end() - cuts[-1] < 3 or match.start() <= start or _LONE_TAG.match(scan, match.end()):
            continue
        cuts.append(match.end())
        joints.append("comma" if match.group("comma") or match.group("stop") else "and")
    return [(Span(a, b), j) for a, b, j in zip(cuts, [*cuts[1:], len(scan)], joints, strict=True)]


def _with_lead(sentence: Sentence, question: Question, lead: Span) -> Question:
    """Add a condition or a topic put before the question ("If I cancel, do I …", "the wool duvet, is that …")."""
    words = lead.of(sentence.scan)
    if len(question.topic) < 2 or _LEAD.match(words):
        return replace(question, topic=question.topic | content(words[-120:]))
    return question


def _live(text: Text, questions: Iterable[Question]) -> Iterator[Question]:
    """Yield the questions that the customer neither takes back nor answers in the same message."""
    for question in questions:
        following = text.sentences[question.sentence + 1 : question.sentence + 3]
        after = following[0].scan if following and following[0].zone != "signoff" else "?"
        if "?" not in after and forms.SELF_ANSWER.match(after) and question.answer != "choice":
            continue
        if any(forms.WITHDRAWN.search(s.scan) for s in following) or forms.WITHDRAWN.search(
            text.scan[question.span.end : text.sentences[question.sentence].span.end]
        ):
            continue
        yield question


def _withdrawn_later(texts: Sequence[Text]) -> set[tuple[Turn, int]]:
    """Return the sentences that a later message of the turn takes back ("never mind, found it")."""
    withdrawn: set[tuple[Turn, int]] = set()
    for earlier, later in pairwise(texts):
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
    if first.form == second.form == "plea" or first.text.lower() == second.text.lower():
        return True
    shared = len(first.topic & second.topic)
    smaller = min(len(first.topic), len(second.topic))
    if first.answer != second.answer and not (smaller >= 3 and shared == smaller):
        return False
    if smaller == 0:
        verbs, others = (_verbs(question) for question in (first, second))
        if first.form == second.form == "wh" and verbs and others and not verbs & others:
            return False
        adjacent = first.turn != second.turn or abs(first.sentence - second.sentence) <= 1
        both_empty = not first.topic and not second.topic
        return adjacent and (both_empty or (not second.topic and first.answer == second.answer == "yes-no"))
    return shared / smaller >= 0.6 and (shared >= 2 or (smaller == 1 and len(first.topic | second.topic) <= 3))


def _verbs(question: Question) -> frozenset[str]:
    """Return what a question without content words asks about ("how did it happen", "why were we not told")."""
    return stems(_FUNCTION_WORDS.sub(" ", question.text))
