"""What our message asks the customer for, by kind, and where their messages already tell it.

A kind has words that ask for it ("which branch", "the colour"), an expression its value takes ("our Leith branch", "red")
and a tie between both: a colour is given only where the thing it is asked of is spoken of too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from replylint.language.patterns import lazy
from replylint.language.text import Text
from replylint.language.typed_answers import holds_answer
from replylint.language.vocabulary import WORD, content, stem
from replylint.model import Span

_ASKED = lazy(
    r"""(?P<wh>(?:^|[^\w\s]\s*|\b(?:and|or|so|also)\s+)(?:(?:on|at|in|for|from|to|since|under|with
    |sorry)[\s,]+)?(?:(?:which|what)(?:['’]s)?|when\s+(?:did|was|were)|where\s+(?:did|do|are)|how\s+(?:many|much|long
    |did))\b(?!\s+a\b))
    | \b(?:send|tell|give|share|provide|confirm|need|require|let\s+(?:us|me)\s+(?:have|know)|(?:may|can|could)\s+(?:i
        |we)\s+(?:just\s+|please\s+)?(?:have|take)
      |remind|quote|dm|supply|type\s+in|reply\s+with|include|state|specify)\b
    | (?P<aside>\b(?:(?:i|we)['’]d\s+(?:also\s+)?(?:want|have\s+to\s+know|like\s+to\s+know)
      |trouble\s+you\s+for | without\s+(?=the\b|your\b) | (?:would|['’]d)\s+help\s+to\s+(?:know|have)
      |(?:useful|helpful|grateful|glad|good)\s+(?:to\s+(?:know|learn|have)|if\s+you\s+(?:were\s+able\s+to|could|would|can))
      |if\s+you\s+could\s+kindly | (?:still\s+)?without\s+details\s+of | inform\s+us\s+of
      |(?:matters|depends)(?:\s+on)?\s+(?=whether\b|which\b|what\b|how\b))\b)""",
    re.I | re.X,
)
"""Words that ask: a question, a request, and ``aside`` what asks without being either ("I'd want the booking reference")."""
_ASKED_END = lazy(
    r"[?.!;]|\b(?:so\s+(?:that|we|i)|in\s+order|because|for\s+(?:us|me)\s+to|to\s+(?:help|see|check|look|locate|find"
    r"|investigate|assist|trace|compare))\b",
    re.I,
)
_NEW = lazy(
    r"\b(?:new|another|other|different|preferred?|alternative|instead|like|want|prefer|suits?|latest|current(?:ly)?"
    r"|now)\b"
    r"|\b(?:would|should|shall|can|will|could)\s+(?:you|we|i|be\s+(?:best|better|good|convenient|ok(?:ay)?|easiest)"
    r"|work|fit)\b",
    re.I,
)
"""What asks for a wish, for something else or for the state of today, which what was told before does not give."""
_NUMBER = (
    r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty"
    r"|thirty|forty|fifty)"
)
_MONEY = r"(?:[£$€]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:euros?|pounds?|dollars?|quid|eur|gbp|usd)\b)"
_COLOUR = (
    r"\b(?:red|blue|green|black|white|gr[ea]y|brown|yellow|pink|purple|navy|cream|gold|silver|orange|beige"
    r"|burgundy|turquoise|teal)\b"
)
_SYSTEM = (
    r"\b(?:Mac(?=[,.;\s])|Sonoma|Ventura|Sequoia|Chromebook|Windows\s+(?:Server\s+)?(?:\d[\w.]*|XP|Vista)|Win\s?(?:7|8|10|11)\b|mac\s?OS\b(?:\s+\w+)?|OS\s?X\b"
    r"|(?:Debian|Ubuntu|Fedora|Linux\s+Mint|Android|iOS)\s+\d[\d.]*)"
)
_RANGE = r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)?\s?(?:-|–|and|to|till)\s?\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)?\b(?![./:]\d)"
_PLACE = (
    r"(?:branch|shop|store|warehouse|depot|hotel|hall|station|airport|office|salon|clinic|restaurant|terminal"
    r"|campus|gym|studio|theatre|library|venue|site)"
)
_PEOPLE = frozenset(stem(w) for w in "people guests persons adults children kids members players students".split())


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of datum; ``tie`` says what must be in the sentence that gives it besides the value."""

    item: str
    asked: re.Pattern[str]
    value: re.Pattern[str]
    tie: Literal["nothing", "topic"] = "nothing"


def _kind(item: str, asked: str, value: str, tie: Literal["nothing", "topic"] = "nothing", flags: int = re.I) -> _Kind:
    return _Kind(item, lazy(asked, re.I), lazy(value, flags), tie)


_KINDS = (
    _kind("branch", rf"\b{_PLACE}\b", rf"(?<=[a-z,] )(?!I\b)[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s+{_PLACE}\b", flags=0),
    _kind("operating system", r"\b(?:operating\s+system|os|(?:which|what)\s+system)\b", _SYSTEM),
    _kind("colour", r"\bcolou?rs?\b", _COLOUR, "topic"),
    _kind("amount", r"\bhow\s+much\s+(?:was|were|is|did|do|has|have)\b|\bwhat\s+you(?:['’]ve|\s+have)?\s+paid\b|\b(?:amount|total|sum|budget)\b", _MONEY, "topic"),
    _kind("time slot", r"\b(?:(?:appointment|delivery|time|arrival|booking)\s+)(?:window|slot)\b", _RANGE),
    _kind("name", r"\bname\b[^?.!]{0,40}\b(?:under|in)\b(?!\s+(?:which|full))", r"\b(?:under|in\s+the\s+name(?:\s+of)?)\s+(?!The\b|Our\b|My\b)[A-Z]\w+", flags=0),
    _kind("code", r"(?<!post )(?<!zip )(?<!security )(?<!error )(?<!country )\bcodes?\b", r"\bcodes?\W{0,3}(?:is\W+|was\W+)?\d{3,}(?:\s\d{3,})*", flags=re.I),
    _kind("currency", r"\bcurrency\b", r"[£$€]\s?\d|\b\d[\d.,]*\s(?:euros?|pounds?|dollars?|francs?)\b"),
    _kind("reference", r"\breference\s+(?:of|on|for)\s+(?:the|your)\s+(?:transfer|payment)\b", r"\bref(?:erence)?\b\W{0,3}[A-Z][\w-]*\d[\w-]*"),
    _kind("size", r"\bsizes?\b(?!\s+of\b)", r"\bsize\s+(?:[SML]\b|X[SL]\b|\d{1,2}\b)|\b(?:usually|normally)\s+an?\s+\d{1,2}\b|\b(?:XXL|XL|XS)\b", flags=0),
    _kind("error message", r"\berror(?:\s+message)?\b|\bmessage\b[^?.!]{0,30}\b(?:say|get|see|show)", r"\b(?:error|message|says?|saying|said|shows?|reads?)\b[^.!?\"“”]{0,30}[\"“][^\"”]{4,}[\"”]"),
    _kind("time", r"\bwhat\s+time\b", r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)\b|\b\d{1,2}:\d\d\b|\b\d{1,2}\s?o['’]clock\b", "topic"),
    _kind("number of people", r"\bhow\s+many\s+(?:of\s+you|are\s+you|you\s+are|are\s+(?:in|coming|there\s+in)|will\s+you\s+be)\b"
                              r"|\bwhat\s+(?:sort\s+of\s+)?numbers\b|\bsize\s+of\s+(?:your|the)\s+group\b"
                              r"|\b(?:party|group)\s+size\b|\bsize\s+of\s+(?:your|the)\s+(?:party|group)\b", rf"\b(?:party|table|group)\s+(?:of|for)\s+{_NUMBER}\b|\b{_NUMBER}\s+(?:of\s+us|people|guests|adults"
        rf"|persons)\b"),
    _kind("address", r"(?<!mail )\baddress\b", r"\b\d{1,4}[a-z]?,?\s+[A-Z]\w+(?:\s[A-Z]\w+)?\s+(?:Street|St|Road|Rd"
                                               r"|Lane|Avenue|Ave|Drive|Close|Court|Way|Place|Terrace|Row|Crescent"
                                               r"|Gardens|Boulevard|Cottages|Square|Grove|Mews|Hill)\b", flags=0),
    _kind("registration", r"\b(?:registration|number\s?plate|licen[cs]e\s+plate)\b", r"\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b", flags=0),
    _kind("duration", r"\bhow\s+long\s+(?:have|has|had|did|was|were|it|you)\b", rf"\b(?:for|past|last|after)\s+(?:about\s+|over\s+|the\s+(?:past|last)\s+)*(?:{_NUMBER}|an?)\s+(?:minutes?"
        rf"|hours?|days?|nights?|weeks?|months?|years?)\b|\bsince\s+(?!then\b|it\b|i\b|you\b|we\b)\w+", "topic"),
    _kind("age", r"\bhow\s+old(?:['’]s|\s+(?:is|are))\s+(?:he|she|they|you|your\s+(?:son|daughter|child|wife|husband|dog|cat)|the"
                 r"\s+(?:\w+\s+)?(?:driver|child|guest|passenger|patient|player))\b",
          r"\b(?:she|he|i)(?:['’][sm]|\s+(?:is|am))\s+\d{1,2}\b(?![.:]\d|\s*(?:am|pm|%|minutes|hours|days|th\b))|\baged?\s+\d{1,2}\b"
          r"|\b\d{1,2}[- ]?(?:years?[- ]old|yo|y/o)\b"),
    _kind("route", r"\b(?:which|what)\s+(?:route|bus|line)\b", r"\b(?:on\s+the|the|bus|route|line|no\.?)\s+\d{1,3}[A-Z]?\b(?![:.%]\d?|(?:st|nd|rd|th)\b)"),
    _kind("train", r"\b(?:which|what)\s+(?:train|service)\b", r"\b\d{1,2}[:.]\d\d\s+(?:to|from|train|service|departure)\b"),
    _kind("floor", r"\bfloor\b", r"\b(?:ground|top|first|second|third|fourth|fifth|sixth|\d{1,2}(?:st|nd|rd"
                                 r"|th))\s+floor\b"),
    _kind("place of purchase", r"\bwhere\s+(?:did\s+)?you\s+(?:buy|bought|purchase|order|get)", r"\b(?:bought|purchased|ordered)\b[^.!?]{0,40}?\b(?:at|from|in)\s+(?:your|[A-Z])"),
    _kind("place", r"\bwhere\s+(?:are\s+you\s+(?:based|located)|you\s+(?:are\s+based|live)|do\s+you\s+live)\b"
                   r"|\bcountry\b", r"\b(?:live|living|based|located|am|['’]m)\s+in\s+[A-Z]\w+", flags=0),
    _kind("steps tried", r"\b(?:tried|try)\b(?!\s+(?:the|this|to|it|a|that|with|using)\b)", r"\bI(?:['’]ve|\s+have)?\s+(?:already\s+|also\s+|just\s+)?(?:tried|restarted|reinstalled|reset|rebooted"
        r"|cleared|unplugged|swapped|replaced)\b"),
    _kind("way of payment", r"\bhow\s+did\s+you\s+pay\b|\bhow\s+you\s+paid\b|\bpayment\s+method\b", r"\bpaid\s+(?:\w+\s+){0,3}?(?:by|with|via|through|in)\s+(?:my\s+)?(?:\w+\s+)?(?:card|paypal|cash|cheque"
        r"|transfer|visa|mastercard|amex|voucher|debit)\b"),
    _kind("name", r"\b(?:your|full|first|last)\s+(?:full\s+)?name\b", r"\b(?:[Mm]y\s+name\s+is|[Mm]y\s+name['’]s|[Tt]his\s+is|[Ii]t['’]?s)\s+[A-Z][a-z]+\s+[A-Z][a-z]+\b", flags=0),
)  # fmt: skip
_VERSION = lazy(r"\bversions?\b(?:\s+of\s+(?:the\s+)?(?P<of>[\w-]+))?", re.I)
_VERSION_VALUE = lazy(r"\b(?:version\W{1,3}v?\d+(?:\.\d+)*|[A-Za-z][\w-]+\s+v?\d+(?:\.\d+)+)\b", re.I)
_COUNT = lazy(r"\b(?:how\s+many|number\s+of)\s+(?P<noun>[a-z]+)", re.I)
_DATE = lazy(
    r"\b(?:(?:which|what)\s+(?:dates?|day)|dates?\s+(?:of|on|when|you)|the\s+dates?\b|since\s+when|when\s+(?:did|was"
    r"|were)\s+(?:you|it|this|that|the)|when\s+you\s+\w+ed\b)",
    re.I,
)
_EVENTS = tuple(
    frozenset(stem(w) for w in group.split())
    for group in (
        "buy bought purchase order ordered invoice receipt paid pay",
        "return returned bring brought back drop dropped hand",
        "visit visited ate eat dine dined stay stayed lunch dinner meal table came",
        "charge charged took debit debited payment paid transfer",
        "outage outages without service down off missed collections collection interruption",
        "book booked reserve reserved reservation appointment",
        "travel travelled flight flew train journey",
    )
)
_CONTEXTLESS = frozenset(
    stem(w)
    for w in "date day exact exactly amount total sum colour color number time happened send tell share provide confirm require remind "
    "supply type reply include state specify dm".split()
)


def asks_aside(sentence: str) -> bool:
    """Whether a sentence of ours asks for something without a question or a request."""
    return any(match["aside"] for match in _ASKED.finditer(sentence))


def asked_regions(sentence: str) -> Iterator[Span]:
    """Yield the stretches of our sentence that name what we ask for."""
    at = 0
    while match := _ASKED.search(sentence, at):
        if match["wh"] is not None and "?" not in sentence[match.end() :]:
            at = match.end()
            continue
        end = _ASKED_END.search(sentence, match.end())
        region = Span(match.start(), end.start() if end else len(sentence))
        yield region
        at = max(region.end, match.end())


def asked_and_told(sentence: str, told: Text) -> Iterator[tuple[Span, str, Span]]:
    """Yield the words that ask, what they ask for, and where the customer told it."""
    for region in asked_regions(sentence):
        words = region.of(sentence)
        if _NEW.search(words):
            continue
        topic = asked_content(words)
        for item, asked, given in (
            *_of_kinds(words, topic, told),
            *_versions(words, told),
            *_counts(words, told),
            *_dates(words, topic, told),
        ):
            yield asked.shifted(region.start), item, given


def asked_content(words: str) -> frozenset[str]:
    """Return what the words that ask are about, the asking itself left out."""
    return content(words) - _CONTEXTLESS


_Told = tuple[str, Span, Span]


def _of_kinds(words: str, topic: frozenset[str], told: Text) -> Iterator[_Told]:
    for kind in _KINDS:
        match = kind.asked.search(words)
        if match is None:
            continue
        for sentence in told.author:
            value = kind.value.search(sentence.text)
            if value and (kind.tie == "nothing" or topic & content(sentence.text)):
                yield kind.item, Span(*match.span()), sentence.absolute(Span(*value.span()))
                break


def _versions(words: str, told: Text) -> Iterator[_Told]:
    """Yield a version: of the product that is named, or of the only one there is."""
    match = _VERSION.search(words)
    if match is None:
        return
    products = {w.lower() for w in WORD.findall(words) if w[0].isupper()} | {(match["of"] or "").lower()} - {""}
    for sentence in told.author:
        for value in _VERSION_VALUE.finditer(sentence.text):
            name = value.group().split()[0].lower()
            if name in products or not products:
                yield "version", Span(*match.span()), sentence.absolute(Span(*value.span()))
                return


def _counts(words: str, told: Text) -> Iterator[_Told]:
    match = _COUNT.search(words)
    if match is None:
        return
    noun = stem(match["noun"])
    nouns = _PEOPLE if noun in _PEOPLE else {noun}
    for sentence in told.author:
        for value in re.finditer(rf"\b{_NUMBER}\s+(?P<noun>[a-z]+)(?:\s+(?P<next>[a-z]+))?", sentence.text, re.I):
            if any(value[g] and stem(value[g]) in nouns for g in ("noun", "next")):
                yield f"number of {match['noun'].lower()}", Span(*match.span()), sentence.absolute(Span(*value.span()))
                return


def _dates(words: str, topic: frozenset[str], told: Text) -> Iterator[_Told]:
    """Yield the date of an event the customer has dated."""
    match = _DATE.search(words)
    if match is None:
        return
    events = frozenset().union(topic, *(group for group in _EVENTS if group & topic))
    for sentence in told.author:
        if events & content(sentence.text) and holds_answer(sentence.text, "date") and "?" not in sentence.scan:
            yield "date", Span(*match.span()), sentence.span
            return
