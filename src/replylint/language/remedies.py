"""Remedies: what a reply does about a failure, or what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from replylint.language.patterns import lazy
from replylint.language.text import Text
from replylint.model import Span, Turn

RemedyKind = Literal["repair", "offer", "request", "forbearance", "follow-up"]


@dataclass(frozen=True, slots=True)
class Remedy:
    """A sentence that mends something, offers or asks for something, or says what we changed or will do."""

    turn: Turn
    sentence: int
    span: Span
    kind: RemedyKind


_MEND = (
    r"(?:refund|replac|re-?send|re-?sent|re-?book|re-?order|re-?issu|re-?mak|re-?print|re-?do|fix"
    r"|correct|credit|cancel|chang|amend|updat|restor|reset|repair|arrang|organi[sz]|upgrad|waiv"
    r"|collect|deliver|dispatch|send|sent|post|ship|book|order|swap|exchang|return|reimburs|compensat"
    r"|mov|remov|clear|unblock|unlock|reopen|reinstat|reschedul|switch|reserv|remak|refill|patch"
    r"|releas|rectif"
    r"|deploy|roll|rolled|sort|put|put right|add|paid|pay|ask|spoken|spoke|raised|escalat|chas|pass"
    r"|report|forward|resolv|fit|mend|clean|left|made|making|built|ordered|saved|set|brought|bring"
    r"|closed|stopp?|withdr[ae]w|withdrawn|drop|void|revers|not charg)"
)
_PATTERNS: tuple[tuple[RemedyKind, re.Pattern[str]], ...] = (
    (
        "repair",
        lazy(
            rf"\b(?:i|we|he|she|they)(?:['’](?:ve|m|re|ll|d)|\s(?:have|am|are|will|shall|can|just"
            rf"|did))?\s(?:\w+\s){{0,2}}?{_MEND}\w*\b"
            rf"|\b(?:has|have|is|are|was|were|been|being|be)\s(?:\w+\s){{0,2}}?(?:refunded|replaced|re-?sent"
            rf"|rebooked|reordered|fixed|corrected|credited|cancelled|canceled|changed|restored|repaired"
            rf"|arranged|upgraded|waived|collected|dispatched|shipped|sent|delivered|posted|resolved|sorted"
            rf"|reset|removed|reinstated|patched|solved|lifted|released|processed)\b"
            r"|(?:^|[.!?]\s)(?:just |already |now )?(?:sent|sending|refunded|replaced|fixed|checking|looking"
            r"|replied|booked|resent) (?:you |it |that |this |the )"
            r"|\b(?:refund|replacement|new (?:one|pair|card|order|lens(?:es)?|set|copy|code|link|label|version"
            r"|box|parcel)|credit|voucher|engineer|technician|driver|courier|hotfix|patch|update|fix"
            r"|compensation|label|right (?:one|size|file|link))\b[^.!?]{0,60}?\b(?:is|are|will|['’]s|has"
            r"|leaves?|goes|went|arrives?|comes?|on its way|out|below|attached|here|today|tomorrow|left|due)\b"
            r"|\bon (?:its|their|the) way\b|\b(?:it|they|that)['’]?s? (?:now )?(?:been )?(?:fixed|done|sorted"
            r"|corrected|resolved|working|back)\b|\b(?:fixed|done|sorted|corrected|refunded|cancelled"
            r"|resolved) (?:now|it|that|in|with|today)\b"
            r"|\bdouble[- ]check\w*\b|\bhere(?:['’]s| is) (?:the|a|your|how|what)\b|\bon (?:us|the house)\b"
            r"|\bfree of charge\b|\bat no (?:extra )?(?:cost|charge)\b|\bno charge\b",
            re.I,
        ),
    ),
    (
        "offer",
        lazy(
            r"\b(?:would you like|would [^.?!]{1,60}?(?:suit|work|help|be better|do)|shall (?:we|i)"
            r"|do you want|if you(?:['’]d| would) (?:like|prefer|rather)|you(?:['’]ll| will| can"
            r"| may) (?:\w+\s)?(?:get|receive|have|choose|claim|keep|find|use|see|hear|pick|return|exchange"
            r"|book|collect|go|try|reset|change|select|do)"
            r"|we(?:['’]d| would)? (?:can |could )?offer|happy to|glad to|let (?:me|us) (?!know)|feel free"
            r"|you(?:['’]re| are) welcome to|your (?:next|first|new) \w+ (?:is|will be))\b",
            re.I,
        ),
    ),
    (
        "request",
        lazy(
            r"\b(?:please|pls|kindly)\s(?:\w+\s)?(?:send|dm|pm|share|provide|give|tell|let|reply|call|contact"
            r"|email|e-mail|message|confirm|check|try|fill|visit|use|follow|ring|write|text|post|return|bring"
            r"|open|click|see|go|reach|reset|restart|update|upload|attach|quote|have|ask)\b"
            r"|\b(?:could|can|would|will) you\b"
            r"|\bif you (?:could|can|would) (?:be|send|give|let|tell|share|provide|describe)\b"
            r"|\b(?:may|can|could) we (?:have|get|ask)\b|\b(?:dm|pm|call"
            r"|email|message|contact|ring|text) (?:us|me)\b|\b(?:send|give|drop) us\b|\breach (?:out|us)\b"
            r"|\b(?:what|which|when|where|who|how|did|do|does|is|are|was|were|have|has)\b[^.!?]{1,120}\?",
            re.I,
        ),
    ),
    (
        "forbearance",
        lazy(
            r"\b(?:won['’]?t|will not|shouldn['’]?t|never) (?:\w+\s)?happen\b|\b(?:so that|to make sure"
            r"|to ensure|from now on|in future|going forward|from today)\b|\bwe(?:['’]ve"
            r"| have)? (?:now )?(?:changed|added|introduced|retrained|trained|updated|put in place|moved"
            r"|hired)\b|\b(?:spoken|talked) (?:to|with) (?:him|her|them|the|our)\b",
            re.I,
        ),
    ),
    (
        "follow-up",
        lazy(
            r"\b(?:i|we|someone|he|she|they|our \w+|the \w+|one of (?:us|our|the)[\w\s]{0,20})(?:['’]ll|\swill"
            r"|\sshall|['’]m going to|\sam going to|['’]re going to| can)\s(?:\w+\s){0,2}?(?:call|ring|write"
            r"|email|e-mail|text|message|phone|contact|reply|be in touch|be with you|let you know|get back"
            r"|come|report|update|keep you|tell|confirm|check|ask|find|follow up|reach|visit|arrive|finish"
            r"|discuss|chase|start|speak)\b"
            r"|\b(?:i|we)['’]?(?:m|re| am| are) (?:\w+\s)?(?:checking|asking|chasing|calling|working|finding"
            r"|tracking|tracing|speaking|fixing|making|looking at|on it)\b|\bby (?:noon|\d|\w+day|tomorrow"
            r"|today|the end)\b|\b(?:it|that|they)(?:['’]ll| will| is| are|['’]s) (?:\w+\s)?(?:be |arrive"
            r"|there|ready|due|with you|rebooked|back|out|done)\b|\bthanks? to|\bi['’]?m on it\b",
            re.I,
        ),
    ),
)
_EMPTY = lazy(
    r"\b(?:noted|note of) (?:your|the)\b|\btake (?:your|all|this|these|such) (?:\w+\s)?(?:feedback"
    r"|comments|seriously|matters?)\b|\bhope to (?:see|welcome|serve)\b|\bvalue your\b"
    r"|\blook(?:ing)? forward\b|\bthank(?:s| you)\b|\bstrive\b|\b(?:always|constantly) (?:work|try"
    r"|look)|\blook into (?:it|this|that)\b",
    re.I,
)


def find_remedies(text: Text) -> Iterator[Remedy]:
    """Yield the remedies of a message, at most one a sentence; courtesies and vague intentions are none."""
    for sentence in text.sentences:
        for kind, pattern in _PATTERNS:
            found = pattern.search(sentence.scan)
            if found and not (_EMPTY.search(sentence.scan) and kind in ("repair", "offer", "follow-up")):
                yield Remedy(text.turn, sentence.index, sentence.absolute(Span(*found.span())), kind)
                break
