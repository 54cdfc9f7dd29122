"""What kind of apology a formula makes, from the words around it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from replylint.language.patterns import lazy
from replylint.language.wordings import Wordings
from replylint.model import Span

ApologyKind = Literal[
    "not-ours", "phatic", "sympathy", "refusal", "non-apology", "conditional", "apology", "responsibility"
]
Way = Literal["responsibility", "oops", "ifid"]
"""How a formula apologises: it owns the failure, it is an outcry, or it is a word for apologising."""


class Formula(NamedTuple):
    """The words that make an apology one."""

    way: Way
    span: Span


# Those that end in $$ stand before the formula, those that begin with ^^ behind it.

_NOT_OURS = Wordings(
    "(no need to|don't|don't need to|don't have to|do not|never|needn't|not|without) <really>? <really>? $$",
    "(won't|will not|wouldn't|no|nothing to) <really>? <really>? $$",
    "(you|your|you're|yours|better safe than) <really>? <really>? $$",
    "(he|she|they) (is|are|was|were)? <really>? <really>? $$",
    "(he's|she's|they're|for whom|who|who has|who have) <really>? <really>? $$",
    "(the|your|this|that) <other> (has|have|is|was|also|already)? (has|have|is|was|also|already)? <really>? <really>? $$",
    "(feel|feels|feeling|felt|an) <really>? <really>? $$",  # you feel sorry; he owes you an apology
    really="so|very|to|have|be|really",
    other="driver|courier|seller|hotel|manager|customer|host|landlord|shop|bank|company",
)
_OURS = Wordings(
    "(i|we|our|my|i'm|we're|i'd|we'd|i'll|we'll|i've|we've|please accept|owe you) ... (*)? $$",
    "oh no $$",
)
"""We speak after all: "we owe you an apology"."""
_NO_APOLOGY = Wordings("^^ (state|sight|excuse|affair|lot|figure|than)")
"""Behind "sorry", which is an adjective there."""
_PARDON_NOT = Wordings("(not|no|don't|can't|won't|cannot) $$")
_WE_REGRET = lazy(r"(?:^|\b(?:we|i|and)|[.!,])\s*(?:\w+ly\s|do\s)?$", re.IGNORECASE)
_DENIED = Wordings(
    "(if|unless|in case|whether|not|<nt>|never|sure) ... $$",
    nt="don't|didn't|isn't|wasn't|aren't|weren't|haven't|can't|won't|doesn't|hasn't",
)
_UNDER_CONDITION = Wordings("(if|when)")
_REFUSAL = Wordings(
    "^^ (that)? <we> (can't|cannot|are unable|am unable|do not|don't)",
    "^^ to (have to)? (inform|say|advise|tell|report|announce|let you know|disappoint|confirm|be the bearer|notify)",
)
_CONDOLENCE = Wordings(
    "^^ (for|about|that) (your|the|their) (*)? (loss|illness|bereavement|passing)",
    "^^ (for|about|that) (your|the|their) (*)? (father|mother|dad|mum|mom|husband|wife|son|daughter|dog|cat)",
    "^^ (for|about|that) (your|the|their) (*)? (weather|sky|rain|snow|storm)",
)
_SYMPATHY = Wordings(
    "^^ (to|that we) (*|* *)? (hear|see|learn|know|read|find out|discover|understand|note)",
    "^^ (when|hearing|reading)",
)
_PHATIC = Wordings(
    # For the trouble of this very message.
    "^^ to (*)? (ask|bother|chase|interrupt|trouble|pester|be a pest|be a pain|bug|butt in)",
    "^^ for (asking|bothering|chasing|interrupting)",
    "^^ if (<its>|(this|that|it) (sound|sounds|seem|seems)) (a|an)? (*)? <silly>",
    "^^ if <one_has> (already|get~|got|receive|received|told|asked|mention~|misunder~|missed|misread)",
    # For what may come, of which nobody has complained.
    "^^ (if|in case) (there|it|this|we|they|things|the *) <is_or_will> !(been|caused|made|a problem|a mistake)",
    "^^ (if|in case) (there's|it's|this's) !(been|caused|made|a problem|a mistake)",
    silly="silly|stupid|dumb|obvious|daft|basic|odd|strange|off topic|off-topic|duplicate|personal|naive",
    one_has="you|you've|you have|i|i've|i have|we|we've|we have",
    is_or_will="is|are|will|may|might|can|does|do|take|takes|get|gets",
)
_REGRETS_A_MIND = Wordings(
    "^^ (that)? (on this occasion)? (that)? <they> <may>? <may>? <mind>",
    "^^ (that)? (on this occasion)? (that)? <they> <may>? <may>? (am|are|were|was|became|got|remain) (*)? <upset>",
    "^^ (that)? (you're|you|you are) (unhappy|displeased|dissatisfied|unsatisfied)",
    "^^ (that)? you're (*)? <upset>",
    "^^ (that)? (our|the|my) * ... <isnt> (to your liking|to your satisfaction|to your taste|satisfactory to you)",
    "^^ (for|about) (how|the way) you (feel|felt)",
    "^^ (for|about) (the|any|your) (*)? (confusion|misunderstanding) (on|at) your (end|side|part)",
    # You found it wanting.
    "^^ (that)? you (have)? (found|find) (our|the|my) (*)? <ours>",
    "^^ (that)? you (have)? (found|find) ... ... <wanting>",
    they="you|you've|you'd|people|anyone|some|some of you|some people|customers",
    may="may|might|have|had|still|so|both|all|also|would|clearly|obviously|then",
    mind="feel|feeling|felt|think|thought|believe|believed|consider|considered|perceived|interpret|interpreted"
    "|misunderstood|misunderstand|misinterpreted|misread|mistook|took it|take it|see it|saw it|view|viewed"
    "|disagree|dislike|disliked|<did_not> (enjoy|like|happy|satisfied|pleased|agree|understand|appreciate|find)",
    did_not="do not|don't|did not|didn't|are not|aren't|were not|weren't|was not|wasn't",
    upset="upset|offended|unhappy|disappointed|confused|dissatisfied|frustrated|annoyed|displeased|angry|bothered"
    "|under the impression|let down|disgruntled|unsatisfied",
    isnt="was not|wasn't|were not|weren't|is not|isn't|are not|aren't",
    ours="staff|team|receptionist|waiter|waitress|driver|reply|response|answer|service|tone|decision|policy|manager"
    "|colleague",
    wanting="unhelpful|unfriendly|unsatisfactory|unprofessional|unpleasant|unacceptable|unfair|unclear|uncomfortable"
    "|unwelcoming|unreasonable|unsuitable|rude|disappoint~|difficult|confusing|expensive|poor|slow|bad|offensive"
    "|misleading|frustrating|inconvenient|hard|lacking|insensitive|patronising|patronizing|below|not to|not up"
    "|less than|inadequate|impersonal|dull|boring|awful|terrible",
)
"""What is regretted is the customer's feeling or opinion."""
_REGRETS_AN_EVENT = Wordings(
    "(feel|feeling|felt) (*)? (unwell|ill|sick|poorly|under the weather|better|rough|ignored by)",
    "(by us|because of us|because we|we made you|we left you)",
)
"""Though a feeling is named: it has a cause in the world, or is one of the body."""
_CONDITIONAL = Wordings(
    "^^ ... ... (if|in case|should you|should this|should there|should it|should the|in the event)",
    "^^ (for|about|over|regarding)? any",
    "(may|might|could) (well|possibly)? have (been)? (~ed|been|felt|had|left|given|come|upset)",
)
_EVENT = Wordings(
    "^^ (that)? (you|your|you're) !(feel|felt) ... <undergo>",
    "^^ (that)? (you've|you'd)",
    undergo="have|has|had|having|haven't|hasn't|hadn't|were|was|been|are|going|experienc~|encounter~|fac~|see|seeing|deal~"
    "|did|didn't|got|received|waited|cannot|can't|could not|couldn't",
)
_CANNOT = Wordings(
    "^^ (but)? <we> (can't|cannot|do|don't|do not|won't|have no)",
    "^^ (but)? <we_are> (not|unable|only)",
    we_are="i'm|i am|we're|we are",
)
_REFUSES = Wordings(
    "(can't|cannot|can not|can only|unable|not able)",
    "(don't|doesn't|isn't|aren't|wasn't|weren't|haven't|hasn't|won't|didn't)",
    "(do|does|is|are|was|were|have|has|will|did) not",
    "(no|only|no longer|depend|depends)",
    "not (possible|available|offered|sure|something)",
    "(fully booked|sold out|closed|out of stock)",
)
_INTENSE = Wordings("(so|very|really|truly|deeply|terribly|most) $$")
_SAID_BEFORE = lazy(r"(?P<said>[^.!?]{3,200})[,\-–—]\s*(?:\w+\s)?$")
"""Before a "sorry" that trails behind ("we are full, sorry")."""
_OWN_PAST = Wordings("(no excuse|no excuses)", "(i|we|my|our) ... ... (did not|didn't|was|were|~ed)")
_OWN_ACT = Wordings(
    "<we_have> (~ly)? (sent|missed|forgot|lost|got|gave|told|kept|made|left|charged|failed|broke|were|was|took)",
    "<we> (~ly)? (did not|didn't)",
    "(wrong|delay|late|mistake|mix-up|mixup|mix up|mess)",
    we_have="i|we|i've|we've|i have|we have|i had|we had",
)
_BEARING = Wordings("^^ (one more|one moment|one sec|bear with|just to|just a|i had to laugh|but|however)")
_ENDS_THERE = lazy(r"\s*(?:[,.!?:–—-]|$|(?:but|however)\b|[\U0001F300-\U0001FAFF])", re.IGNORECASE)


def kind_of(way: Way, formula: str, before: str, after: str, clause: str) -> tuple[ApologyKind, bool]:
    """Return a formula's class, decided top-down, and whether it regrets an event.

    ``before`` and ``after`` are the text around it, ``clause`` is what follows it in its clause.
    """
    if way == "responsibility":
        return ("not-ours" if _hypothetical(formula, before) else "responsibility"), False
    if way == "oops":
        return "apology", False
    if _not_ours(formula, before, after):
        return "not-ours", False
    if formula == "regretfully" or _refuses(formula, after, clause):
        return "refusal", False
    if _CONDOLENCE.occur(clause) or _SYMPATHY.occur(clause):
        return "sympathy", False
    if _PHATIC.occur(clause):
        return "phatic", False
    if _REGRETS_A_MIND.occur(clause) and not _REGRETS_AN_EVENT.occur(clause):
        return "non-apology", False
    if _CONDITIONAL.occur(clause):
        return "conditional", False
    if _EVENT.occur(clause):
        return "sympathy", True
    if formula == "sorry" and _CANNOT.occur(clause):
        return "phatic", False
    if formula in ("sorry", "sry", "soz", "apologies") and _could_be_deleted(before, after):
        return "phatic", False
    return "apology", False


def _hypothetical(formula: str, before: str) -> bool:
    """Whether a responsibility formula stands under a condition, a question or a denial."""
    return _DENIED.occur(_last_clause(before)) or ("should" in formula and _UNDER_CONDITION.occur(before))


def _not_ours(formula: str, before: str, after: str) -> bool:
    if formula.startswith(("forgive", "pardon", "excuse")):
        return _PARDON_NOT.occur(before)
    if formula.startswith("regret"):
        return formula != "regretfully" and not _WE_REGRET.search(before)
    if formula == "sorry" and _NO_APOLOGY.occur(after):
        return True
    return _NOT_OURS.occur(_last_clause(before)) and not _OURS.occur(before)


def _last_clause(before: str) -> str:
    return re.split("[,.]", before)[-1]


def _refuses(formula: str, after: str, clause: str) -> bool:
    """Whether a refusal hangs on the formula itself: "we regret we cannot", not "sorry we cannot"."""
    formal = formula.startswith("regret") or after.lstrip().startswith("to ")
    return formal and _REFUSAL.occur(clause if clause.strip(" ,") else after[:40])


def _could_be_deleted(before: str, after: str) -> bool:
    """Whether "sorry" could be deleted and nothing lost: before a question or a refusal, or trailing one."""
    if not _ENDS_THERE.match(after) or _INTENSE.occur(before):
        return False
    rest = after.lstrip(" ,.!-–—:")
    if len(rest.split()) <= 1 and (trailing := _SAID_BEFORE.search(before)) and len(trailing["said"].split()) > 2:
        return _REFUSES.occur(trailing["said"]) and not _OWN_PAST.occur(trailing["said"])
    if not rest or after.lstrip()[:1] in (".", "!"):
        return False
    if rest.rstrip().endswith("?") or _BEARING.occur(rest):
        return True
    return not _OWN_ACT.occur(rest.split(".")[0]) and _REFUSES.occur(rest[:60])
