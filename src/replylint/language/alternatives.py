"""The alternatives a question offers: "am or pm", "am not pm", "red/blue"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from replylint.language import question_forms as forms
from replylint.language.patterns import lazy
from replylint.language.vocabulary import WORD, stem

_IDIOM = lazy(
    r"\b(?:yes or no|more or less|sooner or later|(?:one|two|three|four|five|six|day|week|month|hour|minute|year"
    r"|night|couple|time)s? or (?:so|two|three|four|thereabouts)"
    r"|\d+ or (?:\d+ (?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?|times|people|of)|so)"
    r"|or (?:do anything|not(?! at all)|so|something|anything|someone|anyone|somewhere|anywhere|somehow|whatever|whichever"
    r"|similar|equivalent|other|others|even|at least|any|more|less|fewer|over|under|above|below|what|"
    r"such|thereabouts|both|in fact|rather|if|am i (?:wrong|missing))"
    r"|whether or|and/or|either/or|give or take|and or)\b",
    re.I,
)
_OR = lazy(r"[,;]?\s+or\s+", re.I)
_CONTRAST = lazy(
    r"(?P<left>[\w£$€.:'’-]+)\s*,?\s+(?:and\s+|but\s+)?(?:not|rather than|as opposed to|instead of)\s+(?:the\s+|at\s+"
    r"|in the\s+|on\s+|in\s+)?(?P<right>[\w£$€.:'’-]+(?:\s+[\w-]+)?)\s*\W*$",
    re.I,
)
_SLASH = lazy(r"(?<![\w/.:])(?P<left>[a-z]{2,14})\s?/\s?(?P<right>[a-z]{2,14})(?![\w/])", re.I)
_NOT_ALTERNATIVES = lazy(
    r"(?:and/or|he/she|she/he|him/her|his/her|w/|his/hers|s/he|i/we|we/i|yes/no|y/n|n/a|am/are)", re.I
)
_EDGE = frozenset(
    "is are was were do does did has have had can could will would shall should may might i you we he she it they there "
    "if whether when and but because so than that to be get use for of in on at by with from as about into per need want "
    "know confirm please like prefer take come go".split()
)
_DETERMINERS = frozenset(
    "the a an this that these those my your our their its his her some any either just actually still".split()
)
_SAME_CLASS = tuple(
    lazy(rf"(?:{words})(?:s|[.])?\b", re.I)
    for words in (
        r"a\.?m|p\.?m|mornings?|afternoons?|evenings?|nights?|noon|midday|midnight|daytime|lunchtime",
        r"mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|weekdays?"
        r"|weekends?|today|tomorrow|tonight",
        r"[£$€]?\d[\d.,:]*(?:%|p|am|pm|k|kg|g|ml|cm|mm|m|st|nd|rd|th)?",
        r"red|blue|green|black|white|grey|gray|brown|yellow|pink|purple|navy|cream|gold|silver|orange|beige",
        r"small|medium|large|big|xl|xs|long|short|early|late|fast|slow|thick|thin|front|back|light|dark|single|double"
        r"|twin|king|queen|left|right|upper|lower|old|new|first|second|hot|cold|full|half|adult|child|gross|net"
        r"|inclusive|exclusive|inside|outside|upstairs|downstairs|online|store|in-store",
    )
)
_DEMONSTRATIVE = lazy(r"(?:this|that|these|those|it|so|one|them|the same|like (?:this|that))", re.I)
_ONLY = lazy(r"\b(?:only|just)\b", re.I)
_ALSO = lazy(r"\s*(?:also|the\s+\w+\s+(?:too|as\s+well))\b", re.I)
_GENUINE = lazy(
    r"\b(?:any|anything|anyone|anywhere|ever)\b|^(?:do|does|did)\s+(?:you|u|we|they|i|it)\s+(?:\w+\s+)?(?:have|take"
    r"|accept|sell|offer|do|stock|provide|serve|make)\b(?!\s+the\b)|^(?:is|are) there\b|^(?:can|could) (?:i|we)\b"
    r"|^have (?:you|i|we)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Two or more alternatives of which the answer must name one.

    ``sure`` where the question is no yes/no question about the whole list ("cash or cards" may be both) or about what
    surrounds an aside; ``added`` where the last alternative holds the others ("only the lid or also the tray").
    """

    options: tuple[str, ...]
    stems: tuple[frozenset[str], ...]
    sure: bool
    added: bool = False

    def named_in(self, stems: frozenset[str]) -> bool:
        """Whether an answer with these words names one of the alternatives: most of its words, of a clause."""
        if self.added and stems & {"onli", "just", "alon"}:
            return True
        options = self.stems[-1:] if self.added else self.stems
        return any(len(option & stems) * 2 > len(option) for option in options if option)


def choice_in(clause: str) -> Choice | None:
    """Return the alternatives that a question clause offers."""
    body = re.sub(r"\W+$", "", clause)
    if re.match(r"\W*(?:nothing|nobody|no one|none|neither|no|never)\b", body, re.I):
        return None
    return _disjunction(body) or _contrast(body) or _slash(body)


def _disjunction(body: str) -> Choice | None:
    """Return the alternatives around an "or", whole clauses before phrases inside one of them."""
    ors = [m for m in _OR.finditer(body) if not _idiom_at(body, m)]
    return next(filter(None, (_of_clauses(body, m) for m in ors)), None) or next(
        filter(None, (_of_phrases(body, m) for m in ors)), None
    )


def _right_of(body: str, match: re.Match[str]) -> str:
    return re.split(r"[,;:?!()]|\s[-–—]\s|\bso (?:that|i|we)\b|\bbecause\b", body[match.end() :])[0]


def _of_clauses(body: str, match: re.Match[str]) -> Choice | None:
    right = _right_of(body, match)
    inverted = forms.INVERSION.match(right)
    begun = re.match(rf"{forms.AUX}\s", right, re.I) and not forms.WH_START.match(right)
    return _made(body[: match.start()], right, sure=True) if inverted or begun else None


def _of_phrases(body: str, match: re.Match[str]) -> Choice | None:
    right_text = _right_of(body, match)
    if forms.WH_START.match(right_text):
        return None
    right = _phrase(right_text.split())
    before = body[: match.start()].rstrip(" )")
    left_words = re.split(r"[;:?!]|(?<=\s)[(]|\s[-–—]\s", before)[-1].split()
    left = _phrase(list(reversed(left_words)), backwards=True)
    if not left or not right:
        return None
    if _DEMONSTRATIVE.fullmatch(left):  # "like that or just some": the words before say what "that" is
        left = " ".join(left_words)
    alternatives = [*(_phrase(p.split()) for p in re.split(r",\s*", left)), right] if "," in left else [left, right]
    options = _opposites(tuple(a for a in alternatives if a))
    sure = _one_class(options) or not _GENUINE.search(body)
    size = max(1, len(_stems(options[-1])))
    return Choice(options, tuple(_stems(o, size) for o in options), sure, _added(body, match))


def _added(body: str, match: re.Match[str]) -> bool:
    """Whether the second alternative adds to the first: "only the lid or also the tray"."""
    return bool(_ONLY.search(body, 0, match.start()) and _ALSO.match(body, match.end()))


def joined(first: str, second: str) -> Choice:
    """Return the choice between two whole questions ("Does it stop? Or does it go on?")."""
    return _made(first, re.sub(r"\W+$", "", second), sure=True)


def _idiom_at(body: str, match: re.Match[str]) -> bool:
    if not _IDIOM.search(body, max(0, match.start() - 12), match.end() + 14):
        return False
    return any(m.start() <= match.end() - 1 and match.start() < m.end() for m in _IDIOM.finditer(body))


def _made(left: str, right: str, sure: bool) -> Choice:
    one, other = _stems(left), _stems(right)
    shared = one & other
    if shared != one and shared != other:  # what both say tells neither
        one, other = one - shared, other - shared
    return Choice((left.strip(), right.strip()), (one, other), sure)


def _contrast(body: str) -> Choice | None:
    match = _CONTRAST.search(body)
    if match is None:
        return None
    left, right = match.group("left"), match.group("right")
    contrasted = re.search(r"rather than|as opposed to|instead of", match.group(), re.I)
    if not _one_class((left, right)):
        verb = re.search(r"ing\b", right) or left.lower() in _EDGE or re.fullmatch(forms.AUX, left, re.I)
        if not contrasted or verb:
            return None
    aside = body.rfind("(", 0, match.start()) > body.rfind(")", 0, match.start())
    return Choice((left, right), (_stems(left), _stems(right)), not aside)


def _slash(body: str) -> Choice | None:
    match = _SLASH.search(body)
    if match is None or _NOT_ALTERNATIVES.search(match.group()) or forms.NEGATIVE.search(body):
        return None
    left, right = match.group("left"), match.group("right")
    return Choice((left, right), (_stems(left), _stems(right)), _one_class((left, right)))


def _one_class(options: tuple[str, ...]) -> bool:
    """Whether all alternatives belong to one class of opposites: times of day, weekdays, numbers, colours, sizes."""
    return any(all(pattern.search(option) for option in options) for pattern in _SAME_CLASS)


def _opposites(options: tuple[str, ...]) -> tuple[str, ...]:
    """Leave of each alternative only the word that sets it against the others ("the white kit", "the blue")."""
    for pattern in _SAME_CLASS:
        found = [list(pattern.finditer(option)) for option in options]
        if all(found) and found[-1][-1].end() == len(options[-1]):
            return tuple(m[-1].group() for m in found)
    return options


def _phrase(words: list[str], backwards: bool = False) -> str:
    """Return the words of one alternative, read away from the "or" up to a border."""
    taken: list[str] = []
    for word in words[:8]:
        bare = word.strip(",.'\"()")
        if backwards and word.endswith((",",)) and taken and len(taken) > 4:
            break
        if bare.lower() in _EDGE and taken:
            break
        taken.append(word)
        if backwards and bare.lower() in _DETERMINERS and len(taken) > 1:
            break
        if len(taken) >= (5 if backwards else 6):
            break
    return " ".join(reversed(taken) if backwards else taken).strip(" ,.")


def _stems(option: str, size: int = 99) -> frozenset[str]:
    """Return the last words that name an alternative, function words left out unless there is nothing else."""
    words = WORD.findall(option)
    named = [w for w in words if w.lower() not in _EDGE and w.lower() not in _DETERMINERS]
    return frozenset(stem(word) for word in (named or words)[-size:])
