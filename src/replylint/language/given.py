"""What the customer has already told us, and whether the draft asks for it again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from replylint.language.replying import ReplySentence
from replylint.language.text import Text
from replylint.model import Confidence, Span, Turn

_ID = r"(?=[\w/-]*\d)(?:[A-Z]{1,6}[-/ ]?)?[A-Z0-9]*\d[A-Z0-9]*(?:[-/][A-Z0-9]+)*"
_VALUE = re.compile(rf"(?<![\w.£$€]){_ID}(?![\w%])")
_PURE_SMALL = re.compile(
    r"\d{1,3}|\d{1,2}(?:st|nd|rd|th|am|pm|h|x|k|g|kg|cm|mm|m|l|t|gb|mb|a|w|v)|(?:19|20)\d\d|v?\d+\.\d+", re.I
)
_NOUNS = {
    "order": r"(?:order|purchase)", "booking": r"(?:booking|reservation|confirmation|pnr)", "account": r"(?:account|customer|client|member(?:ship)?|user|loyalty|reader)",
    "policy": r"(?:policy|pol)", "claim": r"(?:claim|case|ticket|complaint|crime)", "reference": r"(?:ref(?:erence)?|number|id)", "serial": r"(?:serial|s/n|sn|device)",
    "tracking": r"(?:tracking|parcel|consignment|shipment|container|package|waybill)", "invoice": r"(?:invoice|bill|receipt|quote|quotation)",
    "locker": r"(?:locker|slot|bay|gate|pitch|meter|part|item|article|sku|model|train|flight|bus|trip|photo ?card|card|room|plot|file|loan|plate|reg(?:istration)?|licence|license|vehicle|product)",
}  # fmt: skip
_ASKED_NUMBER = re.compile(
    rf"\b(?:(?P<noun>{'|'.join(_NOUNS.values())})(?:['’]s)?\s+(?:tag\s+)?(?P<kind>numbers?|no\.?|nr|refs?|references?|ids?|codes?|#|details)|(?P<lone>booking reference|reference(?: number)?|ref(?: number)?|serial(?: number)?|order (?:number|id|ref)|registration)|number of (?:the|your) (?P<of>\w+))\b",
    re.I,
)
_FRESH = re.compile(
    r"\b(?:second|other|another|new|different|correct|right|full|complete|last (?:four|4)|first (?:four|4)|alternative|additional|any further|could(?:n['’]t| not) find|can['’]?t find|security|verify|verification|data protection|confirm (?:that|if|whether))\b",
    re.I,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
_PHONE = re.compile(r"(?<![\w-])(?:\+\d{1,3}[ -]?)?(?:\(?0\d{1,5}\)?|\d{3})(?:[ -]?\d{2,4}){1,4}(?![\w-])")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b")
_FILE_WORDS = re.compile(
    r"\b(?:attach(?:ed|ing|ment)|enclosed|see (?:the )?(?:photo|picture|pic|image|screenshot)s?|(?:photo|picture|pic|image|screenshot|video|drawing|invoice|receipt|log|file|form|document)s? (?:is |are |below|enclosed|here|included|above)|here (?:is|are|['’]s) (?:the |a |my |some )?(?:photo|picture|pic|image|screenshot|video)s?)\b",
    re.I,
)
_FILE_ASKED = re.compile(
    r"\b(?P<file>photo(?:graph)?s?|pictures?|pics?|images?|screen ?shots?|videos?|drawing|copy of (?:the|your) (?:invoice|receipt|bill)|log(?: file)?s?)\b",
    re.I,
)
_PHONE_ASKED = re.compile(
    r"\b(?:phone|telephone|mobile|cell|contact|daytime)\s*(?:phone\s+)?(?:number|no\b)|\bnumber (?:to|we can|I can) (?:call|reach|ring)|\bphone number\b",
    re.I,
)
_EMAIL_ASKED = re.compile(r"\be-?mail(?:\s+address)?\b", re.I)
_POSTCODE_ASKED = re.compile(r"\b(?:post ?code|zip(?: code)?)\b", re.I)
_ALREADY = re.compile(
    r"\b(?:already|as i said|i (?:have |['’]ve )?(?:gave|given|sent|told|provided|supplied|submitted))\b[^.?!\n]{0,60}?\b(?P<item>card number|order number|account number|number|email|address|postcode|phone|details|photos?|pictures?|date of birth|name|reference|receipt)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class ReAsked:
    """A datum the draft asks for though the customer gave it."""

    sentence: ReplySentence
    span: Span
    item: str
    value: str
    turn: Turn
    given: Span
    confidence: Confidence


def re_asked(sentences: Sequence[ReplySentence], customer: Sequence[Text]) -> Iterator[ReAsked]:
    """Yield what the draft asks for again."""
    for sentence in sentences:
        if not sentence.asks or _FRESH.search(sentence.scan):
            continue
        for text in customer:
            if found := next(_given(sentence, text), None):
                yield found
                break


def _given(sentence: ReplySentence, text: Text) -> Iterator[ReAsked]:
    asked = sentence.sentence.text
    raw = text.readable

    def found(asked_match: re.Match[str], item: str, given: Span, confidence: Confidence = Confidence.HIGH) -> ReAsked:
        span = sentence.sentence.absolute(Span(*asked_match.span()))
        return ReAsked(sentence, span, item, given.of(text.raw), text.turn, given, confidence)

    for match in _ASKED_NUMBER.finditer(asked):
        noun = (match.group("noun") or match.group("of") or match.group("lone") or "").lower()
        if match.group("noun") and match.group("kind").lower() == "details":
            continue
        if value := _identifier(noun, raw):
            yield found(match, " ".join(match.group().split()), value)
    if (
        (match := _EMAIL_ASKED.search(asked))
        and re.search(r"your e-?mail|e-?mail address|e-?mail (?:on|for) ", asked, re.I)
        and (value := _EMAIL.search(text.raw))
    ):
        yield found(match, "email address", Span(*value.span()))
    if (match := _PHONE_ASKED.search(asked)) and (
        value := next((v for v in _PHONE.finditer(raw) if sum(c.isdigit() for c in v.group()) >= 7), None)
    ):
        yield found(match, "phone number", Span(*value.span()))
    if (match := _POSTCODE_ASKED.search(asked)) and (value := _POSTCODE.search(raw)):
        yield found(match, "postcode", Span(*value.span()))
    if (match := _FILE_ASKED.search(asked)) and (text.message.attachments or _attached(raw, match.group("file"))):
        given = _FILE_WORDS.search(raw)
        yield found(match, match.group("file"), Span(*given.span()) if given else Span(0, len(text.raw)))
    if (
        match := re.search(
            r"\b(?:card|order|account|phone|reference) number|\bdate of birth|\bpostcode|\be-?mail\b", asked, re.I
        )
    ) and (already := _ALREADY.search(raw)):
        if match.group().lower().split()[0] in already.group("item").lower():
            yield found(match, match.group(), Span(*already.span("item")))


def _identifier(noun: str, raw: str) -> Span | None:
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
    if len(strong) == 1 and re.search(
        r"\b(?:ref|reference|booking|order|policy|pol|claim|case|account|invoice|serial|container|contract|no|number|nr)\b|#|\($|^$",
        raw[max(0, strong[0].start() - 25) : strong[0].start()],
        re.I,
    ):
        return (
            Span(*strong[0].span())
            if re.match(r"ref|number|id|booking|order|policy|account|customer|member|claim|case|reservation", noun)
            else None
        )
    return None


def _attached(raw: str, file: str) -> bool:
    kind = file.lower().rstrip("s")[:4]
    return any(
        kind in m.group().lower() or "attach" in m.group().lower() and kind in raw.lower()
        for m in _FILE_WORDS.finditer(raw)
    )
