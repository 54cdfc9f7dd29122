"""Failures that a customer reports as ours, in the whole thread, and how sure we are of each.

A failure is what we, our product, our staff or a supplier we chose did or failed to do against what the customer was
entitled to expect: broken expectation, not negative feeling (Olshtain & Weinbach 1987). Sentences that hold a failure
word of some frame are read clause by clause (denied, supposed, the customer's own slip, an outside cause do not count);
what the thread then shows is weighed by a small learned judge.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from replylint.language import failure_lexicon as lexicon
from replylint.language.failure_judge import TELLING, judge, kind_of, plain, sentence_score
from replylint.language.failure_lexicon import Frame
from replylint.language.patterns import lazy
from replylint.language.syntax import LONGEST_SENTENCE
from replylint.language.text import Sentence, Text
from replylint.model import Confidence, Span, Turn

if TYPE_CHECKING:
    from replylint.language.reading import Reading


@dataclass(frozen=True, slots=True)
class Failure:
    """A failure the customer reports.

    ``span`` is the sentence that tells of it, ``words`` the failure words in it. ``evidence`` holds the expectation,
    consequence and affect markers beside it, ``score`` the
    log-odds that the sentence tells of a failure, ``confidence`` how sure we are of the thread as a whole. ``covered``: we apologised for it after it was told and before this reply.
    """

    turn: Turn
    span: Span
    words: Span
    frame: Frame
    inherent: bool
    evidence: tuple[Span, ...]
    score: float
    confidence: Confidence
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence of the customer's that holds failure words, before the thread is weighed."""

    sentence: Sentence
    words: Span
    frame: Frame
    inherent: bool
    evidence: tuple[Span, ...]
    standing: str
    """``live``, or why it does not count: ``denied``, ``supposed``, ``self``, ``outside``, ``asked``."""


_FRAMES = tuple((frame, inherent, lexicon.compiled(pattern)) for frame, inherent, pattern in lexicon.FRAMES)
_NOBODY_CAME = lazy(
    r"\b(?:nobody|no[- ]?one)(?: from \w+)? (?:has |have |had |ever |even |yet )*"
    r"(?:answer|repl|respond|call|rang|rung|phon|wr[io]t|came|come|turn|show|got back|pick|help|car)\w*\b"
)
"""A failure that no thing can have, also beside a fault in the same sentence."""
_EVIDENCE = tuple(
    lexicon.compiled(p)
    for p in (
        lexicon.EXPECTED,
        lexicon.WORD_GIVEN,
        lexicon.REPEATED,
        lexicon.DURATION,
        lexicon.CONSEQUENCE,
        lexicon.AFFECT,
    )
)
_BREACH = tuple(
    lexicon.compiled(p) for p in (lexicon.EXPECTED, lexicon.WORD_GIVEN, lexicon.CONSEQUENCE, lexicon.AFFECT)
)
_SURE = 2.5
"""Log-odds from which a failure word in a letter is right 18 times in 19 (odd half of the corpus, and letters apart)."""
_WORD_GIVEN = lexicon.compiled(lexicon.WORD_GIVEN)
_IT_IS_LATER = lazy(r"\bit'?s (?:now |already |only )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the \d|gone \w)\b")
"""What day it is, said beside the day that was promised."""
_OWN_SLIP = lexicon.compiled(lexicon.OWN_SLIP)
_OUTSIDE = lexicon.compiled(lexicon.OUTSIDE)
_EXPLICIT = lexicon.compiled(lexicon.EXPLICIT)
_WITHIN_TIME = lexicon.compiled(lexicon.WITHIN_TIME)
_ACCUSED = lexicon.compiled(lexicon.ACCUSED)
_YOURS = lexicon.compiled(lexicon.YOURS)
_NO_COMPLAINT = lexicon.compiled(lexicon.NO_COMPLAINT)
_HYPOTHETICAL = lexicon.compiled(lexicon.HYPOTHETICAL)
_DENIED = lexicon.compiled(lexicon.DENIED)
_HOW_TO = lexicon.compiled(lexicon.HOW_TO)
_ANEW = lazy(
    r"\b(?:happened|happening|did it|wrong|late|charged|broken?|down|sent|missed|twice|crash\w*|cancelled"
    r"|lost) (?:\w+ )?again\b"
    r"|\b(?:second|third|fourth|2nd|3rd|4th) time\b|\banother (?:wrong|broken|late|missing|failed"
    r"|delay|error|week|hour)\b"
)
_SMALL_SLIP = lazy(
    r"\b(?:oops|whoops|repl(?:y|ying|ies)|response|respond\w*|getting back|wrong link|typo)\b", re.IGNORECASE
)
_THANKS = lexicon.compiled(
    rf"\b(?:thank(?:s| you)|thx|cheers)\b|{lexicon.RESOLVED}"
    r"|^\W*(?:(?:yes|all|and|ok)\W+)*(?:fixed|sorted|solved|resolved|working|(?:it|that) (?:works|worked))(?: now| again)?\W*$"
)
_HELP = lexicon.compiled(
    rf"{lexicon.HOW_TO}|\bany (?:ideas?|way|help|suggestions?|advice|clue|pointers)\b|\b(?:please|pls"
    rf"|can (?:you|anyone|someone)) (?:help|advise|guide)\b|\bhow (?:to|can|do|would|should)\b"
    rf"|\bwhat (?:can|should|am) i\b"
)
_TECHNICAL = lazy(
    r"\b(?:versions?|settings?|browsers?|windows|mac(?:os)?|linux|servers?|profiles?|add-?ons?"
    r"|extensions?|plugins?|(?:un|re)?install(?:ed|ing)?|reboot(?:ed)?"
    r"|error messages?|folders?|tabs?|updated?|logins?|passwords?|cache|cookies?|smtp|imap|pop3?"
    r"|drivers?|devices?|click(?:ed|ing)?|files?|inbox|screenshots?|config\w*"
    r"|scripts?|import(?:ed)?|export(?:ed)?|sync(?:ed|ing)?|backups?|antivirus|firewall|safe mode"
    r"|troubleshoot\w*|bookmarks?|calendars?|firmware|router|accounts?|urls?|apis?|css|html)\b"
)
_COMPLAINS = lexicon.compiled("|".join((lexicon.AFFECT, lexicon.EXPECTED, lexicon.WORD_GIVEN, lexicon.OPINION)))
_CLAUSE = lazy(r"[,;:(]|\bbut\b|\band\b|\bso\b|\bbecause\b|\balthough\b|\bhowever\b| - |–|—")


def reports(text: Text) -> Iterator[tuple[Sentence, Report | None]]:
    """Yield a customer's sentences, each with the failure words in it and how they stand."""
    for sentence in text.sentences:
        yield sentence, _report(sentence)


def _report(sentence: Sentence) -> Report | None:
    scan = plain(sentence.scan)[:LONGEST_SENTENCE]
    best: Report | None = None
    for frame, inherent, pattern in _FRAMES:
        for match in islice(pattern.finditer(scan), 5):
            standing = _standing(scan, match)
            found = Report(sentence, Span(*match.span()), frame, inherent, (), standing)
            if best is None or _rank(found) > _rank(best):
                best = found
            if standing == "live":
                break
    if best is None:
        return None
    evidence = tuple(Span(*m.span()) for pattern in _EVIDENCE for m in pattern.finditer(scan))
    return replace(best, evidence=evidence)


def _rank(report: Report) -> tuple[bool, bool, int]:
    return report.standing == "live", report.inherent, -report.words.start


def _standing(scan: str, match: re.Match[str]) -> str:
    """Say whether a failure word reports that something failed, or why it does not."""
    start = match.start()
    borders = [m.end() for m in _CLAUSE.finditer(scan, 0, start)]
    clause = scan[borders[-1] if borders else 0 : start]
    whole = scan[: match.end()]
    if _NO_COMPLAINT.search(scan) and not re.search(r"\bbut\b", scan[:start]):
        return "denied"
    if _DENIED.search(clause) and not re.match(r"(?:no|not|never|nothing|without|[a-z]+n'?t)\b", match.group()):
        return "denied"
    if _HYPOTHETICAL.search(clause):
        return "supposed"
    if _OWN_SLIP.search(whole[-80:]):
        return "self"
    if _OUTSIDE.search(scan) and not _ACCUSED.search(scan):
        return "outside"
    if _HOW_TO.match(scan.lstrip(" ,.-")) and scan.rstrip().endswith("?"):
        return "asked"
    return "live"


@dataclass(frozen=True)
class _Told:
    """A sentence of the customer's. What it says is looked for once, however many replies follow in the thread."""

    sentence: Sentence
    report: Report | None
    score: float

    @cached_property
    def scan(self) -> str:
        return plain(self.sentence.scan)

    @cached_property
    def _known(self) -> dict[re.Pattern[str], bool]:
        return {}

    def says(self, pattern: re.Pattern[str]) -> bool:
        if pattern not in self._known:
            self._known[pattern] = pattern.search(self.scan) is not None
        return self._known[pattern]

    @cached_property
    def asks_how(self) -> bool:
        return "how" in self.scan and _HOW_TO.match(self.scan) is not None

    @cached_property
    def technical(self) -> frozenset[str]:
        return frozenset(_TECHNICAL.findall(self.scan))


def _told(text: Text) -> tuple[_Told, ...]:
    return tuple(_Told(sentence, report, sentence_score(sentence, report)) for sentence, report in reports(text))


def find_failures(reading: Reading) -> Iterator[Failure]:
    """Yield the failures the customer reports in the thread: the telling sentences, as sure as the thread is."""
    customer = [text for text in reading.earlier if text.message.role == "customer"]
    told = [each for text in customer for each in text.once(_told)]
    if not told:
        return
    confidence = judge(reading, customer, [(each.sentence, each.score) for each in told])
    if kind_of(reading, customer) == "letter" and any(map(_breached, told)):
        confidence = max(confidence or Confidence.MEDIUM, Confidence.MEDIUM)
    current = {text.turn for text in reading.current_turn}
    if confidence is None or _cancelled(told) or _thanked(told, current):
        return
    if _asks_for_help(told, public=reading.conversation.channel == "social"):
        confidence = Confidence.LOW
    apologised = max(_apologised_turns(reading), default=-1)
    least = min(0.0, max(each.score for each in told))
    for each in told:
        if each.score >= least:
            covered = apologised >= 0 and not (int(each.sentence.turn) > apologised and _happened_anew(each))
            yield _failure(each.sentence, each.report, each.score, confidence, covered)


def _breached(told: _Told) -> bool:
    """Whether a sentence tells surely of a failure, or also of what it cost or was against, or of a day that is past."""
    report = told.report
    if report is None or report.standing != "live" or told.score < TELLING:
        return False
    overdue = told.says(_WORD_GIVEN) and told.says(_IT_IS_LATER)
    return overdue or (report.inherent and (told.score >= _SURE or any(told.says(pattern) for pattern in _BREACH)))


def _cancelled(told: Sequence[_Told]) -> bool:
    """Whether something said outright outweighs the judge: no complaint meant, all outside us, or only a set-up."""
    telling = [each.report for each in told if each.score >= 0 and each.report]
    if any(each.says(_EXPLICIT) for each in told):
        return True
    if any(each.says(_WITHIN_TIME) for each in told):
        return not any(report.evidence and report.inherent for report in telling)
    if not any(report.standing == "live" for report in telling) and any(each.says(_OUTSIDE) for each in told):
        return not any(each.says(_ACCUSED) for each in told)
    asks_how = any(each.asks_how for each in told)
    return asks_how and not any(report.inherent or report.evidence for report in telling)


def _thanked(told: Sequence[_Told], current: Collection[Turn]) -> bool:
    """Whether the customer's last word is thanks, or that all is well now."""
    last = [each for each in told if each.sentence.turn in current]
    glad = any(each.says(_THANKS) for each in last)
    return glad and not any(each.score >= 0 or each.scan.rstrip().endswith("?") for each in last)


def _asks_for_help(told: Sequence[_Told], public: bool) -> bool:
    """Whether a thing does not work, and no word complains of it or blames us.

    Who writes of it in public complains by that, unless they ask how it would work. Who writes in the words of a
    bug report wants help.
    """
    telling = [each for each in told if each.score >= 0]
    if any(each.says(_ACCUSED) and each.says(_YOURS) for each in telling):
        return False
    faults = all(each.report is None or each.report.frame == "defective" for each in telling) and not any(
        each.says(_NOBODY_CAME) for each in telling
    )
    technical = len(frozenset().union(*(each.technical for each in told)))
    complains = any(each.says(_COMPLAINS) for each in told)
    if not public and technical >= (1 if faults else 3) and not complains:
        return True
    asks = not public or any(each.says(_HELP) for each in told)
    return asks and faults and not complains


def _failure(sentence: Sentence, report: Report | None, score: float, confidence: Confidence, covered: bool) -> Failure:
    words = sentence.absolute(report.words) if report else sentence.span
    return Failure(
        turn=sentence.turn,
        span=sentence.span,
        words=words,
        frame=report.frame if report else "service",
        inherent=bool(report and report.inherent),
        evidence=tuple(sentence.absolute(span) for span in report.evidence) if report else (),
        score=score,
        confidence=confidence,
        covered=covered,
    )


def _happened_anew(told: _Told) -> bool:
    """Whether a sentence tells of a failure that came after our apology, not of the one it was for."""
    return told.report is not None and told.report.standing == "live" and told.says(_ANEW)


def _apologised_turns(reading: Reading) -> Sequence[int]:
    """Return the earlier turns in which we apologised for more than a slow answer or a slip of the pen."""
    kinds = ("apology", "responsibility", "conditional")
    ours = [a for a in reading.apologies if a.turn != reading.turn and a.kind in kinds]
    return [
        a.turn
        for a in ours
        if isinstance(a.turn, int) and not _SMALL_SLIP.search(reading.text(a.turn).sentences[a.sentence].scan)
    ]
