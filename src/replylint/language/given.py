"""What the customer has already told us, and whether the draft asks for it again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from replylint.language.asked_twice import asked_twice
from replylint.language.asked_values import asked_and_told, asks_aside
from replylint.language.patterns import lazy
from replylint.language.replying import ReplySentence
from replylint.language.text import Text
from replylint.language.typed_answers import holds_answer
from replylint.language.vocabulary import WORD, content, is_content, stem
from replylint.model import Confidence, Span, Turn

_ID = r"(?=[\w/-]*\d)(?:[A-Z]{1,6}[-/ ]?)?[A-Z0-9]*\d[A-Z0-9]*(?:[-/][A-Z0-9]+)*"
_VALUE = lazy(rf"(?<![\w.£$€]){_ID}(?![\w%])")
_PURE_SMALL = lazy(
    r"\d{1,3}|\d{1,2}(?:st|nd|rd|th|am|pm|h|x|k|g|kg|cm|mm|m|l|t|gb|mb|a|w|v)|(?:19|20)\d\d|v?\d+\.\d+", re.I
)
_NOUNS = {
    "order": r"(?:order|purchase)", "booking": r"(?:booking|reservation|confirmation|pnr)", "account": r"(?:account|customer|client|member(?:ship)?|user|loyalty|reader)",
    "policy": r"(?:policy|pol|contract|agreement)", "claim": r"(?:claim|case|ticket|complaint|crime)", "reference": r"(?:ref(?:erence)?|number|id)", "serial": r"(?:serial|s/n|sn|device)",
    "tracking": r"(?:tracking|parcel|consignment|shipment|container|package|waybill)", "invoice": r"(?:invoice|bill|receipt|quote|quotation)",
    "locker": r"(?:locker|slot|bay|gate|pitch|meter|part|item|article|sku|model|train|flight|bus|trip|photo ?card"
              r"|card|room|plot|file|loan|plate|reg(?:istration)?|licence|license|vehicle|product)",
}  # fmt: skip
_ASKED_NUMBER = lazy(
    rf"\b(?:(?P<noun>{'|'.join(_NOUNS.values())})(?:['’]s)?\s+(?:tag\s+)?(?P<kind>numbers?|no\.?|nr|refs?|references?"
    rf"|ids?|codes?|#|details)|(?P<lone>booking reference|reference(?: number)?|ref(?: number)?|serial(?: number)?"
    rf"|order (?:number|id|ref)|registration)|number of (?:the|your) (?P<of>\w+))\b",
    re.I,
)
_FRESH = lazy(
    r"\b(?:second|other|another|new|different|correct|right|full|complete|last (?:four|4)|first (?:four|4)"
    r"|alternative|additional|any further)"
    r"(?: [\w-]+){0,2}? (?:numbers?|references?|codes?|address|e-?mails?|phone|photos?|pictures?|orders?|dates?"
    r"|digits|model|version)\b|\b(?:could(?:n['’]t| not) find|can['’]?t find|security|verify|verification"
    r"|data protection|confirm (?:that|if|whether))\b",
    re.I,
)
_EMAIL = lazy(r"[\w.+-]+@[\w-]+\.\w")
_PHONE = lazy(r"(?<![\w-])(?:\+\d{1,3}[ -]?)?(?:\(?0\d{1,5}\)?|\d{3})(?:[ -]?\d{2,4}){1,4}(?![\w-])")
_POSTCODE = lazy(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b")
_FILE_WORDS = lazy(
    r"\b(?:attach(?:ed|ing|ment)|enclosed|see (?:the )?(?:photo|picture|pic|image|screenshot)s?|(?:photo|picture|pic"
    r"|image|screenshot|video|drawing|invoice|receipt|log|file|form|document)s? (?:is |are |below|enclosed|here"
    r"|included|above)|here (?:is|are|['’]s) (?:the |a |my |some )?(?:photo|picture|pic|image|screenshot|video)s?)\b",
    re.I,
)
_FILE_ASKED = lazy(
    r"\b(?P<file>photo(?:graph)?s?|pictures?|pics?|images?|screen ?shots?|videos?|drawing|copy of (?:the"
    r"|your) (?:invoice|receipt|bill)|log(?: file)?s?)\b",
    re.I,
)
_SENDING = lazy(
    r"\b(?:send|attach|share|provide|post|upload|provide|need|ask you for|may (?:i|we) have|could (?:i|we) have"
    r"|let (?:us|me) have|what(?:['’]s| is)|confirm|give|dm|email|include|supply|enclose|take|want|trouble you for)\b",
    re.I,
)
_PHONE_ASKED = lazy(
    r"\b(?:phone|telephone|mobile|cell|contact|daytime)\s*(?:phone\s+)?(?:number|no\b)|\bnumber (?:to|we can"
    r"|I can) (?:call|reach|ring)|\bphone number\b",
    re.I,
)
_EMAIL_ASKED = lazy(
    r"\be-?mail\s+address\b|\b(?:your|an|the)\s+e-?mail(?=\s*(?:[,.;?!)]|$|and\b|so\b|on\b|for\b|you\b|that\b))", re.I
)
_POSTCODE_ASKED = lazy(r"\b(?:post ?code|zip(?: code)?)\b", re.I)
_ALREADY = lazy(
    r"\b(?:already|as i said|i (?:have |['’]ve )?(?:gave|given|sent|told|provided|supplied"
    r"|submitted))\b[^.?!\n]{0,60}?\b(?P<item>card number|order number|account number|number|email|address|postcode"
    r"|phone|details|photos?|pictures?|date of birth|name|reference|receipt)\b",
    re.I,
)
_ASKED_NOUN = lazy(
    r"""(?:\b(?:which|what)\s+(?P<which>[a-z]+)(?:\s+(?:is|was|are|were|did|do|does|would|have|has|you|it)\b)
    | \b(?:what(?:['’]?s|\s+is|\s+was)|confirm|share|send(?:\s+(?:me|us))?|give(?:\s+(?:me|us))?|provide(?:\s+(?:me
        |us)\s+with)?|need|let\s+(?:me|us)\s+(?:have|know)|tell\s+(?:me|us)|type\s+in|take|dm(?:\s+us)?)\s+
        (?:your|the)\s+(?P<your>(?:[a-z]+\s+){0,2}?[a-z]+)(?=\s+(?:number|no|nr|code|tag|reference|ref|id)\b
            |\s*[,.;:?!)]|\s+(?:and|so|to|for|on|that|you|we|please|you['’]re|is|was)\b|$))""",
    re.I | re.X,
)
_NO_DATUM = frozenset(
    "issue problem question detail time message information info reason way error thing help answer situation matter request "
    "number code reference kind type sort part day date name address same following exact full rest other chance customer "
    "experience feedback concern status file app one version device system computer browser account email message update".split()
)
_LABELLED = r"(?:\s+(?:no\.?|nr\.?|number|code|ref(?:erence)?\.?|id|tag|is|was|are|called|of))*\s*[:#=(]?\s*"
_NEAR_VALUE = rf"(?P<value>#?{_ID}(?![\w%])|[A-Z](?![\w'’])|[A-Z]\w+#\d+)"
_WHEN_DID = lazy(
    r"\bwhen\s+(?:exactly\s+|and\s+where\s+)?(?:(?:did|was|were|have)\s+(?:you|it|the|your)|you(?=\s+(?:bought"
    r"|ordered|purchased|booked|paid|returned|cancell?ed|signed|sent|received)\b))\b(?P<what>[^?.,]*)|\b(?:which"
    r"|what)\s+(?:dates?|day)\b(?P<on>[^?.,]*)|\bthe dates?\s+(?P<when>(?:you|on\s+which|it)[^?.,]*)"
    r"|\bdate of (?P<of>purchase|birth|the order)",
    re.I,
)
_MEASURES = (
    (lazy(r"\b(?:weigh(?:t|s)?|how heavy)\b", re.I), lazy(r"\b\d[\d.,]*\s?(?:kg|kilos?|lbs?|pounds|stone|st|g|grams)\b", re.I), "weight"),
    (lazy(r"\b(?:measure\w*|dimensions?|how big (?:is|are) (?:it|they)|how (?:long|wide|high|big|large)[, ]+(?:wide|high|long|and))\b", re.I), lazy(r"\b\d+(?:[.,]\d+)?\s?(?:cm|mm|m|\"|in)?\s?[x×]\s?\d+", re.I), "measurements"),
    (lazy(r"\bhow tall\b|\byour height\b", re.I), lazy(r"\b\d['’′]\d{1,2}|\b1[.,]\d\d\s?m|\b1\d\d\s?cm", re.I), "height"),
)  # fmt: skip
_OUR_POLAR = lazy(
    r"^[\W_]*(?:(?:hi|hello|hey|dear)\s+@?[\w-]+\W+)?(?:(?:and|also|so|sorry|hi|hello|ok|well|first)\W+)*(?:have"
    r"|did)\s+(?:you|it|your)\b(?!\s+(?:still|ever|mean|really|manage)\b)[^?]*\?",
    re.I,
)
_OUR_NUMBERS = lazy(
    r"\b(?:is|was)\s+(?:it|this|that|yours)\s+(?:the\s+|a\s+)?(?P<one>\d{1,5})\s?[a-z]{0,4}\s+or\s+(?:the\s+"
    r"|a\s+)?(?P<other>\d{1,5})\s?(?P<unit>[a-z]{1,8})\b[^?]{0,80}\?",
    re.I,
)
_TOLD_ABOUT = lazy(
    r"\bi(?:['’]ve|\s+have)?(?:\s+already)?\s+(?:told|informed|notified)\s+(?:you|your\s+\w+|them)\s+(?:about"
    r"|of)\s+(?:the|my|our|this|that)\s+(?P<what>[a-z]+)",
    re.I,
)
_FILLERS = frozenset("already yet anywhere ever actually maybe also currently recently".split())
_OWN_DEED = lazy(
    r"\b(?:i|we)(?:['’]ve|\s+have)?\s+(?:already\s+|also\s+|just\s+|then\s+)?(?P<verb>\w+ed|set|put|sent|did|ran|took"
    r"|made|tried|reset|cut|got|bought|wrote|gave)\b",
    re.I,
)
_GENERIC = lazy(r"ref|number|id|booking|order|policy|account|customer|member|claim|case|reservation")
_LABEL = lazy(
    r"\b(?:ref|reference|booking|order|policy|pol|claim|case|account|invoice|serial|container|contract|no|number|nr)\b"
    r"|#|\($|^$",
    re.I,
)
_PLAIN_DATUM = lazy(
    r"\b(?:card|order|account|phone|reference) number|\bdate of birth|\bpostcode|\be-?mail address\b", re.I
)
_NOT_FOUND = lazy(
    r"\b(?:could(?:n['’]t| not)|can(?:['’]t|not)|unable to|did(?:n['’]t| not)) (?:find|locate|see|trace|match|verify)\b"
    r"|\bno record\b|\bdoes(?:n['’]t| not) (?:match|exist)\b|\b(?:invalid|not recogni[sz]ed)\b",
    re.I,
)
"""What was given failed a check, so it may be asked for again."""
_SHORT = 4
"""Content words; a longer question asks more than whether it was done."""
MOST_ASKS = 30
"""Asking sentences of a draft that are looked at."""
LAST_MESSAGES = 20
"""Messages of the customer that are looked through; what was given longer ago may be asked again."""


@dataclass(frozen=True, slots=True)
class ReAsked:
    """A datum the draft asks for though the customer gave it; ``value`` is what they wrote."""

    sentence: ReplySentence
    span: Span
    item: str
    value: str
    turn: Turn
    given: Span
    confidence: Confidence


def re_asked(sentences: Sequence[ReplySentence], earlier: Sequence[Text]) -> Iterator[ReAsked]:
    """Yield what the draft asks for again."""
    if any(_NOT_FOUND.search(sentence.scan) for sentence in sentences):
        return
    found = list(_told(sentences, [text for text in reversed(earlier) if text.message.role == "customer"]))
    yield from found
    for sentence, asked, turn, given in asked_twice(sentences, earlier):
        if not any(other.sentence == sentence for other in found):
            value = given.of(next(text.raw for text in earlier if text.turn == turn))
            yield ReAsked(sentence, sentence.sentence.absolute(asked), "answer", value, turn, given, Confidence.MEDIUM)
            return


def _told(sentences: Sequence[ReplySentence], customer: Sequence[Text]) -> Iterator[ReAsked]:
    """Yield what is asked for and stands in a message of the customer's, which are given the latest first."""
    asking = (s for s in sentences if (s.asks or asks_aside(s.scan)) and not _FRESH.search(s.scan))
    for sentence in islice(asking, MOST_ASKS):
        for text in customer[:LAST_MESSAGES]:
            if found := next(_given(sentence, text), None):
                yield found
                break


def _given(sentence: ReplySentence, text: Text) -> Iterator[ReAsked]:
    """Yield what one sentence asks for and one message of the customer's has."""
    for asked, item, given, confidence in (
        *_numbers(sentence, text),
        *_contacts(sentence, text),
        *_files(sentence, text),
        *_noun_values(sentence, text),
        *_dates_and_measures(sentence, text),
        *_values(sentence, text),
        *_offered_values(sentence, text),
        *_told_about(sentence, text),
        *_echoes(sentence, text),
    ):
        span = sentence.sentence.absolute(asked)
        yield ReAsked(sentence, span, item, given.of(text.raw), text.turn, given, confidence)


_Found = tuple[Span, str, Span, Confidence]
"""The words that ask, what they ask for, where the customer gave it, how sure we are."""


def _numbers(sentence: ReplySentence, text: Text) -> Iterator[_Found]:
    """Yield order, booking, account and other numbers."""
    asked, raw = sentence.sentence.text, text.readable
    for match in _ASKED_NUMBER.finditer(asked):
        noun = (match.group("noun") or match.group("of") or match.group("lone") or "").lower()
        if match.group("noun") and match.group("kind").lower() == "details":
            continue
        if value := _identifier(noun, match.group("kind") or "", raw):
            yield Span(*match.span()), " ".join(match.group().split()), value, Confidence.HIGH
    if (plain := _PLAIN_DATUM.search(asked)) and (already := _ALREADY.search(raw)):
        same = plain.group().lower().split()[0] in already.group("item").lower()
        if same:
            yield Span(*plain.span()), plain.group(), Span(*already.span("item")), Confidence.HIGH


def _contacts(sentence: ReplySentence, text: Text) -> Iterator[_Found]:
    """Yield an address, a telephone number, a postcode."""
    asked, raw = sentence.sentence.text, text.readable
    phones = (v for v in _PHONE.finditer(raw) if sum(c.isdigit() for c in v.group()) >= 7)
    for pattern, value, item in (
        (_EMAIL_ASKED, _EMAIL.search(text.raw) if _SENDING.search(asked) else None, "email address"),
        (_PHONE_ASKED, next(phones, None), "phone number"),
        (_POSTCODE_ASKED, _POSTCODE.search(raw), "postcode"),
    ):
        if value and (match := pattern.search(asked)):
            yield Span(*match.span()), item, Span(*value.span()), Confidence.HIGH


def _files(sentence: ReplySentence, text: Text) -> Iterator[_Found]:
    """Yield photos and papers that came with the message."""
    asked = sentence.sentence.text
    match = _FILE_ASKED.search(asked)
    if match is None or not _SENDING.search(asked[: match.start()]):
        return
    if text.message.attachments or _attached(text.readable, match.group("file")):
        given = _FILE_WORDS.search(text.readable)
        place = Span(*given.span()) if given else Span(0, len(text.raw))
        yield Span(*match.span()), match.group("file"), place, Confidence.HIGH


def _noun_values(sentence: ReplySentence, text: Text) -> Iterator[_Found]:
    """Yield asked-for things that the customer named with their value: "which room" after "room 806"."""
    for match in _ASKED_NOUN.finditer(sentence.sentence.text):
        group = "which" if match.group("which") else "your"
        noun = match.group(group).split()[-1].lower().rstrip("s")
        if noun in _NO_DATUM or len(noun) < 3:
            continue
        given = re.search(rf"(?<![\w-]){re.escape(noun)}s?{_LABELLED}{_NEAR_VALUE}", text.readable, re.I)
        if given is None or given["value"].islower() or given["value"].lower() in ("a", "i"):
            continue
        numbered = re.match(
            r"\s+(?:number|no|nr|code|tag|reference|ref|id)\b", sentence.sentence.text[match.end() :], re.I
        )
        confidence = Confidence.HIGH if numbered else Confidence.MEDIUM
        yield Span(*match.span(group)), noun, Span(*given.span("value")), confidence


def _dates_and_measures(sentence: ReplySentence, text: Text) -> Iterator[_Found]:
    """Yield dates of an event, weights and sizes that the customer has told."""
    asked = sentence.sentence.text
    for pattern, value, item in _MEASURES:
        if (match := pattern.search(asked)) and (given := value.search(text.raw)):
            yield Span(*match.span()), item, Span(*given.span()), Confidence.MEDIUM
    if match := _WHEN_DID.search(asked):
        event = content(next((g for g in match.groups() if g), ""))
        for told in text.author:
            if event & content(told.text) and "?" not in told.scan and holds_answer(told.text, "date"):
                yield Span(*match.span()), "date", told.span, Confidence.MEDIUM
                return


def _values(sentence: ReplySentence, text: Text) -> Iterator[_Found]:
    """Yield branches, colours, sums, versions and whatever else has an expression of its own."""
    for asked, item, given in asked_and_told(sentence.sentence.text, text):
        yield asked, item, given, Confidence.MEDIUM


def _offered_values(sentence: ReplySentence, text: Text) -> Iterator[_Found]:
    """Yield a choice of numbers of ours of which the customer has named one ("the 64 or the 128 GB one?")."""
    for match in _OUR_NUMBERS.finditer(sentence.sentence.text):
        named = [
            re.search(rf"(?<![\w.,£$€]){match[g]}\s?{match['unit']}\b", text.readable, re.I) for g in ("one", "other")
        ]
        given = next((n for n in named if n), None)
        if given and not all(named) and match["unit"]:
            yield Span(*match.span()), f"choice of {match['unit']}", Span(*given.span()), Confidence.MEDIUM
            return


def _told_about(sentence: ReplySentence, text: Text) -> Iterator[_Found]:
    """Yield what the customer says they have told us of ("I told you about the move")."""
    if "?" not in sentence.sentence.text:
        return
    for match in _TOLD_ABOUT.finditer(text.scan):
        if content(match["what"]) & sentence.stems:
            yield Span(0, len(sentence.sentence.text)), "answer", Span(*match.span()), Confidence.MEDIUM
            return


def _echoes(sentence: ReplySentence, text: Text) -> Iterator[_Found]:
    """Yield a yes/no question of ours that a statement of the customer's already answers word for word."""
    match = _OUR_POLAR.match(sentence.sentence.text)
    if match is None:
        return
    words = [w for w in WORD.findall(re.split(r",\s*(?:and|or)\b", match.group())[0]) if is_content(w)]
    asked = [word for word in words if word.lower() not in _FILLERS]
    for told in text.author:
        if len(asked) >= 2 and "?" not in told.scan and _echoed(asked, told.text):
            yield Span(0, len(sentence.sentence.text)), "answer", told.span, Confidence.MEDIUM
            return


def _echoed(asked: Sequence[str], told: str) -> bool:
    """Whether a statement has all that is asked, or as the customer's own deed the verb and most of the rest."""
    known = content(told)
    if known.issuperset(map(stem, asked)):
        return True
    shared = [stem(each) in known or re.search(rf"{re.escape(each)}\b", told, re.I) is not None for each in asked]
    deed = any(stem(match["verb"]) == stem(asked[0]) for match in _OWN_DEED.finditer(told))
    return deed and len(set(asked)) <= _SHORT and sum(shared) >= max(2, 0.6 * len(asked))


def _identifier(noun: str, kind: str, raw: str) -> Span | None:
    """Find the customer's value for a kind of number: behind its noun, or the only thing that looks like one."""
    group = next(
        (pattern for pattern in _NOUNS.values() if re.fullmatch(pattern, noun.split()[0] if noun else "", re.I)), None
    )
    values = [
        m
        for m in _VALUE.finditer(raw)
        if not _PURE_SMALL.fullmatch(m.group()) and sum(c.isdigit() for c in m.group()) >= 3
    ]
    for value in values:
        before = raw[max(0, value.start() - 30) : value.start()]
        if group and re.search(rf"\b{group}s?\b[^.!?\n]{{0,14}}$", before, re.I):
            return Span(*value.span())
    strong = [v for v in values if re.search(r"[A-Z]", v.group()) and re.search(r"[-/]|\d{4}", v.group())]
    if len(strong) != 1 or not (_GENERIC.match(noun) or kind.lower().startswith("ref")):
        return None
    value = strong[0]
    labelled = _LABEL.search(raw[max(0, value.start() - 25) : value.start()]) or not raw[value.end() :].strip(" .\n")
    return Span(*value.span()) if labelled else None


def _attached(raw: str, file: str) -> bool:
    kind = file.lower().rstrip("s")[:4]
    return any(
        kind in m.group().lower() or ("attach" in m.group().lower() and kind in raw.lower())
        for m in _FILE_WORDS.finditer(raw)
    )
