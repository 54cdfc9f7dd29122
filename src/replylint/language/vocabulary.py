"""Content words as stems, so that "delivered", "delivery" and "delivers" are one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from replylint.language.patterns import lazy

STEM_LENGTH = 6
"""Characters: words that share so long a beginning are taken for forms of one ("confirm", "confirmation")."""

WORD = lazy(r"[^\W_]+(?:['’.-][^\W_]+)*")

_STOP = frozenset(
    """
    a about above actually after again ah all already also am an and another any anybody anyone anything anyway are as
    at away back basically be because been before being below best better between both but by can cant can't cannot come
    comes coming could couldnt couldn't dear did didnt didn't do does doesnt doesn't doing don done dont don't down each
    either else ever every everyone everything few for from further get gets getting give given gives go goes going gone
    gonna good got great had hadn't happen happened happens has hasnt hasn't have havent haven't having he hello help her
    here hers hey hi him his hope how however i i'd i'll i'm i've id if im in into is isnt isn't it it's its ive just kind
    know known knows later let like little look looking lot made make makes making many may maybe me mean means might mine
    more most much must my need needed needs neither never new next nice no none nor not nothing now of off oh ok okay on
    once one ones only or other others otherwise our ours out over own perhaps please plus possible possibly probably put
    quite rather re really regards right said same saw say says see seem seems seen shall she should shouldnt shouldn't
    simply since so some somebody someone something somewhat soon sorry sort still stuff such sure take taken takes tell
    than thank thanks that that's thats the their them then there there's these they they're thing things think this those
    though through thx to today together told too toward tried try trying u under until up upon ur us use used very via
    wanna want wanted wants was wasnt wasn't way we we'd we'll we're we've well were weren't what what's whatever whats
    when where where's whether which while who who's whole whom whose why will wish with within without won't wonder
    wondering wont would wouldnt wouldn't y'all yeah yep yes yet you you'd you'll you're you've your yours hear
    """.split()
)

_IRREGULAR = {
    form: base
    for base, forms in {
        "send": "sent", "buy": "bought", "pay": "paid", "leave": "left", "find": "found", "sell": "sold",
        "break": "broke broken", "choose": "chose chosen choice", "keep": "kept", "hold": "held", "lose": "lost loss",
        "begin": "began begun", "write": "wrote written", "speak": "spoke spoken", "bring": "brought", "pick": "collect",
        "teach": "taught", "catch": "caught", "build": "built", "spend": "spent", "run": "ran", "meet": "met",
        "arrive": "arrival", "receive": "receipt", "fly": "flew flight", "drive": "drove driven", "eat": "ate eaten",
        "refuse": "refusal", "renew": "renewal", "child": "children", "man": "men", "woman": "women", "foot": "feet",
        "long": "length", "wide": "width", "high": "height", "deep": "depth", "hot": "heat", "apply": "application",
        "pick-up": "pickup", "check-out": "checkout", "check-in": "checkin", "e-mail": "email mail", "grow": "grew grown",
        "wear": "wore worn", "steal": "stole stolen theft", "show": "shown", "fit": "fitting", "mum": "mom mother",
        "wifi": "wi-fi", "log-in": "login", "set-up": "setup",
    }.items()
    for form in forms.split()
}  # fmt: skip


def stem(word: str) -> str:
    """Return what a word shares with its inflections and derivations."""
    word = word.lower().replace("’", "'")
    word = re.sub(r"'(?:s|re|ve|ll|d|m)?$", "", word)
    word = _IRREGULAR.get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("ches", "shes", "sses", "xes")) else word[:-1]
    for ending in ("ing", "ed", "able", "er", "est", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    word = _IRREGULAR.get(word, word)
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("y"):
        word = word[:-1] + "i"
    return word[:STEM_LENGTH]


def is_content(word: str) -> bool:
    """Whether a word says what a sentence is about."""
    return word.lower().replace("’", "'") not in _STOP and (len(word) > 1 or word.isdigit())


def content(text: str) -> frozenset[str]:
    """Return the stems of a text's content words."""
    return frozenset(stem(word) for word in WORD.findall(text) if is_content(word))


def stems(text: str) -> frozenset[str]:
    """Return the stems of all words of a text, those without content too."""
    return frozenset(stem(word) for word in WORD.findall(text))


_CONCEPTS = (
    "arrive deliver ship dispatch despatch post courier parcel",
    "cost price fee charge pay free expensive cheap rate quote £ $ €",
    "open close hours shut",
    "refund reimburse money-back credit",
    "fix repair mend solve resolve sort",
    "cancel terminate end stop",
    "move change reschedule switch swap",
    "park car",
    "safe danger harm",
    "stock available sold-out left",
    "book reserve reservation slot appointment",
    "bug fault error broken",
    "dog pet animal",
    "child kid son daughter",
    "card cash cheque visa mastercard paypal invoice",
    "warranty guarantee cover",
    "vegan vegetarian gluten allergy nut dairy",
    "waterproof rain water ip67",
    "start begin",
    "finish end last",
    "room bed bedroom",
)
_CONCEPT: dict[str, frozenset[str]] = {}
for _group in _CONCEPTS:
    _group_stems = frozenset(stem(word) for word in _group.split())
    for _stem in _group_stems:
        _CONCEPT[_stem] = _CONCEPT.get(_stem, frozenset()) | _group_stems


def widened(stems: Iterable[str]) -> frozenset[str]:
    """Return stems and those of the words that often take their place in an answer."""
    found = set(stems)
    for each in tuple(found):
        found |= _CONCEPT.get(each, frozenset())
    return frozenset(found)
