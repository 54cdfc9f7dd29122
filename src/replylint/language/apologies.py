"""Apologies: every apology formula in our messages, in its class, with what it is for.

The classes follow the catalogue's IFID classifier (illocutionary force indicating devices: Blum-Kulka & Olshtain 1984,
"Requests and apologies"). They are decided top-down on the text alone, so that a template costs no parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from replylint.language.patterns import lazy
from replylint.language.text import Sentence, Text
from replylint.model import Span, Turn

ApologyKind = Literal[
    "not-ours", "phatic", "sympathy", "refusal", "non-apology", "conditional", "apology", "responsibility"
]
ACTS: frozenset[ApologyKind] = frozenset({"sympathy", "non-apology", "conditional", "apology", "responsibility"})
"""The kinds that do something about a failure, however weakly."""


@dataclass(frozen=True, slots=True)
class Apology:
    """One apology formula.

    ``span`` runs from its subject to the end of its clause, ``object`` is what follows the formula in that clause
    (``for the delay``), ``formula`` the words that make it one (``sorry``). ``event`` marks sympathy with an event in
    the world (``sorry you haven't received it``).
    """

    turn: Turn
    sentence: int
    span: Span
    formula: Span
    object: Span
    kind: ApologyKind
    intensified: bool = False
    event: bool = False


_FORMULA = lazy(
    r"""
    (?P<responsibility>
        \b(?:(?:that|this)(?:['’]?s|\ is|\ was)\ (?:all\ |entirely\ |completely\ |totally\ )?on\ (?:us|me)\b
            | (?:the\ )?blame(?:['’]?s|\ is)\ (?:mine|ours)
        | (?<!not\ )(?<!n't\ )(?<!n’t\ )(?:entirely\ |completely\ |totally\ )?(?:our|my)\ (?:own\ )?
          (?:mistake|fault|bad|error|doing|oversight|slip|failing|blunder)(?!\w)
        | (?:we|i|we['’]ve|i['’]ve|we\ have|i\ have)\ (?:\w+ly\ |clearly\ |also\ |just\ |then\ )?
          (?:(?:got|had|did|read|put|made|called)\ (?:\w+\ ){1,4}?(?:\w+ly\ )?wrong
            | (?:messed|screwed|mucked|slipped|cocked|stuffed|fouled|goofed|tripped)\ up\b | dropped\ the\ ball
            | let\ (?:you|your\ \w+)(?:\ \w+){0,4}?\ down | made\ (?:a|an|the|some)\ (?:\w+\ )?(?:mistake|error|mess
                |slip)
            | (?:forgot|misread|misunderstood|overlooked|mishandled|misled|misinformed|mixed\ up|failed|broke)\b
            | (?:fell|fallen|have\ fallen)\ short | kept\ you\ (?:waiting|dangling|hanging) | left\ you\ (?:waiting
                |hanging|stranded)
            | should(?:\ have|['’]ve|\ never\ have|\ not\ have|n['’]?t\ have) | (?:was|were|am|are)\ wrong\b
            | owe\ you\ (?:an?\ )?(?:\w+\ )?(?:apology|explanation) | (?:take|accept)\ (?:full
                \ |the\ )?(?:responsibility|blame))
        | (?:that|this|it|which)\ should(?:\ not|\ never|n['’]?t)\ (?:have|['’]ve)\ (?:happened|been)
        | (?:there(?:['’]s|\ is)\ )?no\ excuse\b | (?:hold|hang)\ (?:my|our)\ hands?\ up
        )
    )
  | (?P<oops>\b(?:who*ops|oops(?:ie)?|oop|argh|mea\ culpa)\b)
  | (?P<ifid>\b(?:sorry|sorrry|sry|soz|apologies|apology|apologi[sz](?:e[sd]?|ing)|appologi[sz]e[sd]?|regret(?:s|ted
      |fully)?
        | forgive | pardon | excuse\ (?:us|our|my|the))\b)
    """,
    re.IGNORECASE | re.VERBOSE,
    needs="sorry|sorrry|sry|soz|apolog|appolog|regret|forgive|pardon|excuse|ops|oop|argh|mea|on us|on me|blame"
    "|mistake|fault"
    "|bad|error|doing|oversight|slip|failing|blunder|wrong|mess|screwed|mucked|cocked|stuffed|fouled|goofed|tripped"
    "|dropped|let you|forgot|misread|misunderstood|overlooked|mishandled|misled|misinformed|mixed|failed|broke|short"
    "|kept you|left you|should|owe you|responsibility| up",
)
_SUBJECT = lazy(
    r"(?:\b(?:(?:i|we)(?:['’]?m|['’]?re| am| are| was| were| can only| do| would| must| want(?:ed)?"
    r"| have|['’]d)?|please|our|my|and|again|a|an|the)\s+"
    r"(?:(?:like|to|wish|offer|extend|accept|send|you|once|again|do|can|only|also|both|all|must|just"
    r"|be|feel|our|my|the|a|an|would|am|are|truly|really"
    r"|very|so|most|deeply|terribly|sincere(?:ly|st)?|awfully|extremely|genuinely|incredibly|humbl[ey]"
    r"|heartfelt|profound(?:ly)?|massive|huge|big"
    r"|full(?:y)?|certainly|personally|honestly|first|firstly)\s+){0,8}"
    r"|(?:(?:truly|really|very|so|most|deeply|terribly|sincere(?:ly|st)?|awfully|extremely|genuinely"
    r"|massive|huge|big|again|many|our|my|heartfelt|oh|no)[\s,]+){1,4})$",
    re.IGNORECASE,
)
_INTENSIFIER = lazy(
    r"\b(?:deep(?:ly|est)|sincere(?:ly|st)?|terribl[ey]|so so|truly|profound(?:ly)?|extremely|thousand"
    r"|awfully|genuinely"
    r"|heartfelt|humbl[ey]|from the bottom|incredibly|dreadfully|unreserved(?:ly)?)\b",
    re.IGNORECASE,
)
_CLAUSE_END = lazy(
    r"[.!?;:…\n]|\s[-–—]+\s|—|,?\s(?:but|however|although|though|yet)\b"
    r"|,\s(?:and|so|as|because|which|we|i|i['’]ll|we['’]ll|i['’]ve|we['’]ve|please|this|it|let|could"
    r"|can|that['’]?s|you|your|there|the|our|if you|when|they|he|she|he['’]s)\b"
    r"|\s(?:and|so)\s(?:we|i|i['’]?(?:ll|m|ve)|we['’]?(?:ll|re|ve)|will|would|have|hope|thank|can|want"
    r"|understand|appreciate|enjoy|please|wish|look)\b"
    r"|\s\(|[\U0001F300-\U0001FAFF]",
    re.IGNORECASE,
)

_NOT_OURS_BEFORE = lazy(
    r"(?:\b(?:no need to|don['’]?t(?: need to| have to)?|do not|never|needn['’]?t|not|without|you|your"
    r"|you['’]re|yours|better safe than|feel(?:ing|s)?|felt|an|owed an"
    r"|demand(?:ed)? an|he(?: is|['’]s| was)?|she(?: is|['’]s| was)?|they(?: are|['’]re| were)?|(?:the"
    r"|your|this|that) (?:driver|courier|seller|hotel|manager|customer|host|landlord|shop|bank"
    r"|company)"
    r"(?: has| have| is| was| also| already)*|won['’]?t|will not|wouldn['’]?t|no|nothing to|for whom"
    r"|who(?: has| have)?)\s+(?:(?:so|very|to|have|be|really)\s+){0,2})$",
    re.IGNORECASE,
)
_OURS_BEFORE = lazy(
    r"\b(?:i|we|our|my|please accept|owe you)\b(?:['’]\w+)?(?:\s\w+){0,5}\s$|\b(?:oh|oh,) no,?\s$", re.IGNORECASE
)
_NOT_OURS_AFTER = lazy(r"^\s+(?:state|sight|excuse|affair|lot|figure|than)\b", re.IGNORECASE)
_CONDOLENCE = lazy(
    r"^[,\s]*(?:for|about|that)\s+(?:your|the|their)\s+(?:\w+\s)?(?:loss|weather|illness|bereavement"
    r"|passing|sky|rain|snow|storm|father|mother|dad|mum|mom|husband|wife|son|daughter|dog|cat)\b",
    re.I,
)
_SYMPATHY = lazy(
    r"^[,\s]*(?:to|that we)\s+(?:\w+\s){0,2}?(?:hear|see|learn|know|read|find out|discover|understand"
    r"|note|hear)\b|^[,\s]*(?:when|hearing|reading)\b",
    re.I,
)
_REFUSAL = lazy(
    r"^[,\s]*(?:that\s)?(?:we|i)\s(?:can(?:not|['’]?t)|are unable|am unable|do not|don['’]t)\b"
    r"|^[,\s]*to\s+(?:have to\s+)?(?:inform|say|advise|tell|report|announce|let you know|disappoint"
    r"|confirm|be the bearer|notify)\b",
    re.I,
)
_REQUEST = lazy(
    r"^[,\s]*(?:to\s(?:\w+\s)?(?:ask|bother|chase|interrupt|trouble|pester|be a (?:pest|pain)|bug"
    r"|butt in)|for\s(?:asking|bothering|chasing|interrupting))\b"
    r"|^[,\s]*if (?:this|that|it)(?:['’]?s| is| sounds?| seems?)\s(?:an?\s)?(?:\w+\s)?(?:silly|stupid"
    r"|dumb|obvious|daft|basic|odd|strange|off[- ]topic|duplicate|personal|naive)"
    r"|^[,\s]*if (?:you(?:['’]ve| have)?|i(?:['’]ve| have)?|we(?:['’]ve| have)?) (?:already|get|got"
    r"|receive|received|told|asked|mention|misunder|missed|misread)"
    r"|^[,\s]*(?:if|in case)\s(?:there|it|this|we|they|things|the \w+)(?:['’]s|\s(?:is|are|will|may"
    r"|might|can|does|do|takes?|gets?))\b(?!\s(?:been|caused|made|a (?:problem|mistake)))",
    re.I,
)
_MIND = (
    r"(?:feel(?:ing)?|felt|think|thought|believed?|consider(?:ed)?|perceived?|interpret(?:ed)?"
    r"|mis(?:understood|understand|interpreted|read|took)|took it|take it|see it|saw it|view(?:ed)?"
    r"|(?:do|did|are|were|was)(?: not|n['’]?t) (?:enjoy|like|happy|satisfied|pleased|agree|understand"
    r"|appreciate|find)|disagree|dislike[d]?"
    r"|(?:are|were|was|became|got|['’]re|remain)\s(?:\w+\s)?(?:upset|offended|unhappy|disappointed"
    r"|confused|dissatisfied|frustrated|annoyed|displeased|angry|bothered|under the impression"
    r"|let down|disgruntled|unsatisfied))"
)
_NON_APOLOGY = lazy(
    rf"^[,\s]*(?:that\s+)?(?:on this occasion\s(?:that\s)?)?(?:you|people|anyone|some(?:\sof\syou)?"
    rf"|some people|customers)(?:\s(?:may|might|have|had|still|so|both|all|also|would|clearly|obviously"
    rf"|then)|['’](?:ve|d))*[\s]?(?:{_MIND})\b"
    r"|^[,\s]*(?:that\s+)?you(?:['’]re| are)? (?:un|dis)(?:happy|satisfied|pleased)"
    r"|^[,\s]*(?:for|about)\s(?:the|any|your)\s(?:\w+\s)?(?:confusion|misunderstanding)\s(?:on"
    r"|at)\syour\s(?:end|side|part)"
    r"|^[,\s]*(?:that\s+)?(?:our|the|my)\s(?:\w+\s){1,4}(?:was|were|is|are)\s?(?:not"
    r"|n['’]?t)\s(?:to your (?:liking|satisfaction|taste)|satisfactory to you)"
    r"|^[,\s]*(?:for|about)\s(?:how|the way)\syou\s(?:feel|felt)\b",
    re.I,
)
_BODY = lazy(
    r"\b(?:feel(?:ing)?|felt)\s(?:\w+\s)?(?:unwell|ill|sick|poorly|under the weather|better|rough|ignored by)\b"
    r"|\b(?:by|because of) us\b|\bbecause we\b|\bwe (?:made|left) you\b",
    re.I,
)
_FOUND = lazy(
    r"^[,\s]*(?:that\s+)?you\s(?:have\s)?(?:found|find)\s(?P<what>(?:[^\s.,;!?]+\s?){1,8})",
    re.I,
)
_OPINION = lazy(
    r"^(?:our|the|my)\s(?:\w+\s)?(?:staff|team|receptionist|waiter|waitress|driver|reply|response"
    r"|answer|service|tone|decision|policy|manager|colleague)\b"
    r"|\b(?:un(?:helpful|friendly|satisfactory|professional|pleasant|acceptable|fair|clear|comfortable"
    r"|welcoming|reasonable|suitable)|rude|disappoint\w*|difficult|confusing|expensive|poor|slow|bad"
    r"|offensive"
    r"|misleading|frustrating|inconvenient|hard|lacking|insensitive|patronising|patronizing|below"
    r"|not (?:to|up)|less than|inadequate|impersonal|dull|boring|awful|terrible)\b",
    re.I,
)
_CONDITIONAL = lazy(
    r"^[^.!?;]{0,40}?\b(?:if|in case|should (?:you|this|there|it|the)|in the event)\b"
    r"|^[,\s]*(?:for|about|over|regarding)?\s?any\b(?!one)(?:\s\w+){0,3}"
    r"|\b(?:may|might|could)\s(?:well\s|possibly\s)?have\s(?:been\s)?(?:\w+ed|been|felt|had|left|given"
    r"|come|experienced|upset)\b",
    re.I,
)
_EVENT = lazy(
    r"^[,\s]*(?:that\s+)?(?:your?(?:['’]\w+)?)\b(?:\s(?!feel|felt)\S+){0,3}?\s?"
    r"(?:ha(?:ve|s|d|ving)(?:n['’]?t)?|['’]?ve|['’]d|were|was|been|going|experienc\w+|encounter\w*"
    r"|fac\w+|see(?:ing)?|deal\w*|did(?:n['’]?t| not)|had to|got|received|waited|are|can(?:not|['’]?t)"
    r"|could(?:n['’]?t| not))\b",
    re.I,
)
_NO_OBJECT = lazy(r"^\s*(?:,|\.|!|-|–|—|:|$|\?|\bbut\b|\bhowever\b|[\U0001F300-\U0001FAFF])", re.I)
_REFUSED = lazy(
    r"\b(?:can(?:not|['’]?t| not| only)|(?:do|does|is|are|was|were|have|has|will|wo|did)(?:n['’]?t"
    r"| not)\b|unable|no longer|not (?:able|possible|available|offered|sure|something)"
    r"|fully booked|sold out|closed|out of stock|only|no\b|depends?\b)",
    re.I,
)
_INTENSE_BEFORE = lazy(r"\b(?:so|very|really|truly|deeply|terribly|most)\s+$", re.I)
_TRAILING = lazy(r"(?P<said>[^.!?]{3,200})[,\-–—]\s*(?:\w+\s)?$", re.I)
_OWN_PAST = lazy(r"\bno excuses?\b|\b(?:we|i|my|our)\b[^,]{0,40}\b(?:did(?:n['’]?t| not)|was|were|\w+ed)\b", re.I)
_CANNOT = lazy(
    r"^\s(?:but\s)?(?:i|we)(?:['’]?m| am|['’]?re| are)?\s(?:can(?:not|['’]?t)|don['’]?t|do(?: not)?"
    r"|won['’]?t|(?:am |are )?(?:not|unable|only)|have no)\b",
    re.I,
)
_OWN_ACT = lazy(
    r"\b(?:we|i)(?:['’]ve| have| had)? (?:\w+ly )?(?:sent|missed|forgot|lost|got|gave|told|kept|made"
    r"|left|charged|failed|broke|were|was|took|did(?:n['’]?t| not))\b"
    r"|\b(?:wrong|delay|late|mistake|mix-?up|mess)\b",
    re.I,
)
_BEARING = lazy(r"^(?:one (?:more|moment|sec)|bear with|just (?:to|a)|i had to laugh|but|however)\b", re.I)


_AROUND = 400
"""Characters; how far around a formula its clause is looked for."""


_MOST = 20
"""Apologies read in one sentence: who repeats "sorry" a thousand times has been understood by then."""


def find_apologies(texts: Iterable[Text]) -> Iterator[Apology]:
    """Yield the apology formulas of our messages, in order."""
    for text in texts:
        yield from text.once(_in_text)


def _in_text(text: Text) -> tuple[Apology, ...]:
    return tuple(apology for sentence in text.sentences for apology in islice(in_sentence(sentence), _MOST))


def in_sentence(sentence: Sentence) -> Iterator[Apology]:
    """Yield the apology formulas of one sentence."""
    scan, done = sentence.scan, 0
    for match in _FORMULA.finditer(scan):
        if match.start() < done:
            continue
        before, after = scan[max(0, match.start() - _AROUND) : match.start()], scan[match.end() : match.end() + _AROUND]
        if match.lastgroup == "ifid" and re.match(r"[\s,]*(?:and|\+|&)[\s,]*(?:we |i )?(?:\w+ )?apolog", after, re.I):
            continue  # "sorry and apologise" is one apology
        following = _FORMULA.search(scan, match.end())
        after_one = after[: following.start() - match.end()] if following and following.lastgroup == "ifid" else after
        end = _CLAUSE_END.search(after_one)
        clause = after_one[: end.start() if end else len(after_one)].rstrip(" ,")
        if len(parts := clause.split(",")) > 1 and len(parts[0].split()) >= 2:
            clause = parts[0]
        kind, event = _kind(match, before, after, clause)
        subject = _SUBJECT.search(before[-80:])
        subject_length = (
            len(re.sub(r"^(?:and|again|once)[\s,]+", "", subject.group().lstrip(), flags=re.I)) if subject else 0
        )
        start = match.start() - subject_length
        stop = match.end() + len(clause)
        yield Apology(
            sentence.turn,
            sentence.index,
            sentence.absolute(Span(start, stop)),
            sentence.absolute(Span(*match.span())),
            sentence.absolute(Span(match.end(), stop)),
            kind,
            bool(_INTENSIFIER.search(scan[max(0, start - 20) : stop])),
            event,
        )
        done = match.end() if kind in ("not-ours", "phatic", "sympathy") else stop


def _kind(match: re.Match[str], before: str, after: str, clause: str) -> tuple[ApologyKind, bool]:
    """Return a formula's class, decided top-down, and whether it regrets an event."""
    word = match.group().lower()
    if match.lastgroup == "responsibility":
        return ("not-ours" if _hypothetical(before, word) else "responsibility"), False
    if match.lastgroup == "oops":
        return "apology", False
    if _not_ours(word, before, after):
        return "not-ours", False
    if word == "regretfully" or (_REFUSAL.match(clause if clause.strip(" ,") else after[:40]) and _formal(word, after)):
        return "refusal", False
    if _CONDOLENCE.match(clause) or _SYMPATHY.match(clause):
        return "sympathy", False
    if _REQUEST.match(clause):
        return "phatic", False
    if _mind(clause):
        return "non-apology", False
    if _CONDITIONAL.search(clause):
        return "conditional", False
    if _EVENT.match(clause):
        return "sympathy", True
    if word == "sorry" and _CANNOT.match(clause):
        return "phatic", False
    if word in ("sorry", "sry", "soz", "apologies") and _phatic(before, after):
        return "phatic", False
    return "apology", False


def _not_ours(word: str, before: str, after: str) -> bool:
    if word in ("forgive", "pardon") or word.startswith("excuse"):
        return not re.match(
            r"\s*(?:us|me|our|my|the)\b", after if word in ("forgive", "pardon") else word[6:], re.I
        ) or (re.search(r"\b(?:not|n['’]?t|no)\s+$", before, re.I) is not None)
    if word.startswith("regret"):
        return word != "regretfully" and not re.search(
            r"(?:^|\b(?:we|i|and)|[.!,])\s*(?:\w+ly\s|do\s|truly\s|deeply\s)?$", before, re.I
        )
    if _NOT_OURS_AFTER.match(after) and word == "sorry":
        return True
    return bool(_NOT_OURS_BEFORE.search(before[-60:])) and not _OURS_BEFORE.search(before[-60:])


def _formal(word: str, after: str) -> bool:
    """Whether a refusal hangs on the formula itself: "we regret we cannot", not "sorry we cannot"."""
    return word.startswith("regret") or re.match(r"\s*to\b", after) is not None


def _hypothetical(before: str, formula: str) -> bool:
    """Whether a responsibility formula stands under a condition, a question or a denial."""
    if re.search(r"\b(?:if|unless|in case|whether|not|n['’]?t|never|sure)\b[^,.]{0,25}$", before, re.I):
        return True
    return "should" in formula and bool(re.search(r"\b(?:if|when)\b", before, re.I))


def _mind(clause: str) -> bool:
    """Whether what is regretted is the customer's feeling or opinion, not an event in the world."""
    if found := _FOUND.match(clause):
        return bool(_OPINION.search(found["what"]))
    return bool(_NON_APOLOGY.match(clause)) and not _BODY.search(clause)


def _phatic(before: str, after: str) -> bool:
    """Whether "sorry" could be deleted and nothing lost: before a question or a refusal, or trailing one."""
    if not _NO_OBJECT.match(after) or _INTENSE_BEFORE.search(before):
        return False
    rest = after.lstrip(" ,.!-–—:")
    if len(rest.split()) <= 1 and (trailing := _TRAILING.search(before)) and len(trailing["said"].split()) > 2:
        return bool(_REFUSED.search(trailing["said"])) and not _OWN_PAST.search(trailing["said"])
    if not rest or after.lstrip()[:1] in (".", "!"):
        return False
    if rest.rstrip().endswith("?") or _BEARING.match(rest):
        return True
    return not _OWN_ACT.search(rest.split(".")[0]) and bool(_REFUSED.search(rest[:60]))
