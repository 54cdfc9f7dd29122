"""Remedies: what a reply does about a failure, or what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from replylint.language.patterns import lazy
from replylint.language.text import Text
from replylint.language.wordings import Wordings
from replylint.model import Turn

RemedyKind = Literal["repair", "offer", "request", "forbearance", "follow-up"]


@dataclass(frozen=True, slots=True)
class Remedy:
    """A sentence that mends something, offers or asks for something, or says what we changed or will do."""

    turn: Turn
    sentence: int
    kind: RemedyKind


_MENDING = (
    # money
    "refund~|reimburs~|compensat~|credit~|waiv~|paid|pay~|void~|revers~|not charg~"
    # goods
    "|replac~|re-send~|resend~|re-sent|resent|re-order~|reorder~|re-issu~|reissu~|re-print~|reprint~|send~|sent|post~"
    "|ship~|deliver~|dispatch~|collect~|swap~|exchang~|return~|order~|refill~|brought|bring~|left"
    # appointments
    "|book~|re-book~|rebook~|reschedul~|reserv~|arrang~|organis~|organiz~|cancel~|mov~|switch~|upgrad~"
    # what is broken or wrong
    "|fix~|repair~|mend~|correct~|rectif~|re-mak~|remak~|re-do~|redo~|made|making|built|clean~|fit~|sort~|put~|set~"
    "|resolv~|chang~|amend~|updat~|add~|saved"
    # systems and accounts
    "|restor~|reset~|remov~|clear~|unblock~|unlock~|reopen~|reinstat~|patch~|releas~|deploy~|roll~|closed|stop~|drop~"
    "|withdraw~|withdrew"
    # those who can mend it
    "|ask~|spoken|spoke|raised|escalat~|chas~|pass~|report~|forward~"
)
_REPAIR = Wordings(
    # We mend it.
    "<somebody> !(<no>|(*|* *) <no>) <have>? (*|* *)? <mending>",
    "^^ (just|already|now)? <we_do> (you|it|that|this|the)",
    "(double-check|double-checked|double-checking|double check~)",
    # It is mended.
    "<was> (*|* *)? <mended>",
    "(it|it's|they|that|that's) (now)? (been)? (fixed|done|sorted|corrected|resolved|working|back)",
    "(fixed|done|sorted|corrected|refunded|cancelled|resolved) (now|it|that|in|with|today)",
    # What mends it is there, or under way.
    "<thing> ... ... ... <comes>",
    "on (its|their|the) way",
    "(here's|here is) (the|a|your|how|what)",
    # It costs nothing.
    "on (us|the house)",
    "(free of charge|no charge|at no cost|at no extra cost|at no extra charge)",
    mending=_MENDING,
    somebody="i|we|he|she|they|i've|we've|they've|i'm|we're|they're|i'll|we'll|he'll|she'll|they'll|i'd|we'd|he'd|she'd"
    "|they'd",
    no="don't|doesn't|didn't|can't|cannot|couldn't|won't|wouldn't|shouldn't|haven't|hasn't|isn't|aren't|wasn't|weren't",
    have="have|am|are|will|shall|can|just|did",
    we_do="sent|sending|resent|refunded|replaced|fixed|checking|looking|replied|booked",
    was="has|have|is|are|was|were|been|being|be",
    mended="refunded|credited|waived|processed|replaced|resent|re-sent|reordered|sent|delivered|posted|dispatched|shipped"
    "|collected|arranged|rebooked|cancelled|canceled|changed|upgraded|fixed|repaired|corrected|resolved|sorted|solved"
    "|restored|reset|removed|reinstated|patched|lifted|released",
    thing="refund|replacement|credit|voucher|compensation|engineer|technician|driver|courier|hotfix|patch|update|fix|label"
    "|right (one|size|file|link)|new (one|pair|card|order|lens|lenses|set|copy|code|link|label|version|box|parcel)",
    comes="is|are|will|has|leave|leaves|left|go|goes|went|arrive|arrives|come|comes|on its way|out|below|attached|here"
    "|today|tomorrow|due",
)
_OFFER = Wordings(
    "(would you like|do you want|shall we|shall i)",
    "would * ... ... (suit|work|help|be better|do)",
    "(if you'd|if you would) (like|prefer|rather)",
    "<you_can> (*)? <do>",
    "(we|we'd|we would|we can|we could) offer",
    "(happy to|glad to|feel free|you're welcome to|you are welcome to)",
    "let (me|us) !(know)",
    "your (next|first|new) * (is|will be)",
    you_can="you can|you may|you will|you'll",
    do="get|receive|have|choose|claim|keep|find|use|see|hear|pick|return|exchange|book|collect|go|try|reset|change|select"
    "|do",
)
_REQUEST = Wordings(
    "(please|pls|kindly) !(don't) (*)? <do>",
    "(could|can|would|will) you",
    "if you (could|can|would) (be|send|give|let|tell|share|provide|describe)",
    "(may|can|could) we (have|get|ask)",
    "(dm|pm|call|email|message|contact|ring|text) (us|me)",
    "(send us|give us|drop us|reach us|reach out)",
    do="send|dm|pm|share|provide|give|tell|let|reply|call|contact|email|e-mail|message|confirm|check|try|fill|visit|use"
    "|follow|ring|write|text|post|return|bring|open|click|see|go|reach|reset|restart|update|upload|attach|quote|have|ask",
)
_QUESTION = lazy(
    r"\b(?:what|which|when|where|who|how|would|did|do|does|is|are|was|were|have|has)\b[^.!?]{1,120}\?", re.IGNORECASE
)
_FORBEARANCE = Wordings(
    "(won't|will not|shouldn't|never) (*)? happen",
    "(so that|to make sure|to ensure)",
    "(from now on|in future|going forward|from today)",
    "(we|we've|we have) (now)? (changed|added|introduced|retrained|trained|updated|put in place|moved|hired)",
    "(spoken|talked) (to|with) (him|her|them|the|our)",
)
_FOLLOW_UP = Wordings(
    # We will do something.
    "<somebody> (will|shall|can) (*|* *)? <do>",
    "<we_will> (*|* *)? <do>",
    # We are at it.
    "(i'm|i am|we're|we are) (*)? <doing>",
    "i'm on it",
    # It will be there.
    "<it_is> (*)? (be|arrive|there|ready|due|with you|rebooked|back|out|done)",
    "by (noon|tomorrow|today|the end|<weekday>|<number>)",
    "thanks to",
    somebody="i|we|someone|he|she|they|our *|the *|one of (us|our|the) (*|* *)?",
    we_will="i'll|we'll|he'll|she'll|they'll|someone'll|i'm going to|i am going to|we're going to|we are going to",
    do="call|ring|write|email|e-mail|text|message|phone|contact|reply|be in touch|be with you|let you know|get back|come"
    "|report|update|keep you|tell|confirm|check|ask|find|follow up|reach|visit|arrive|finish|discuss|chase|start|speak",
    doing="checking|asking|chasing|calling|working|finding|tracking|tracing|speaking|fixing|making|looking at|on it",
    it_is="it is|it's|it will|it'll|that's|that will|that'll|they are|they're|they will|they'll",
    weekday="monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    number="0~|1~|2~|3~|4~|5~|6~|7~|8~|9~",
)
_ACTS: tuple[tuple[RemedyKind, Wordings], ...] = (
    ("repair", _REPAIR),
    ("offer", _OFFER),
    ("request", _REQUEST),
    ("forbearance", _FORBEARANCE),
    ("follow-up", _FOLLOW_UP),
)
_EMPTY = Wordings(
    "(thanks|thank you|strive|value your)",
    "(noted|note of) (your|the)",
    "take (your|all|this|these|such) (*)? (feedback|comments|seriously|matter|matters)",
    "look into (it|this|that)",
    "(look|looking) forward",
    "hope to (see|welcome|serve)",
    "(always|constantly) (work~|try~|look~)",
)
"""Courtesies and vague intentions."""
_SPOILT: frozenset[RemedyKind] = frozenset({"repair", "offer", "follow-up"})
"""The kinds that a courtesy in the same sentence makes empty."""


def find_remedies(text: Text) -> Iterator[Remedy]:
    """Yield the remedies of a message, at most one a sentence."""
    for sentence in text.sentences:
        if kind := _kind(sentence.scan):
            yield Remedy(text.turn, sentence.index, kind)


def _kind(scan: str) -> RemedyKind | None:
    for kind, wordings in _ACTS:
        said = wordings.occur(scan) or (kind == "request" and _QUESTION.search(scan))
        if said and not (kind in _SPOILT and _EMPTY.occur(scan)):
            return kind
    return None
