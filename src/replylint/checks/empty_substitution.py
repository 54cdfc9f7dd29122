"""What is left in a reply where a program filled in nothing, or a null."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.checks import Check
from replylint.language.patterns import lazy
from replylint.language.reading import Reading
from replylint.model import Confidence, Edit, Fix, Match, Span

_GREETING = r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))"
_EMPTY_GREETING = lazy(
    rf"^[ \t]*(?P<bare>{_GREETING}[ \t]+[,!](?=\s|\Z))"
    r"|^[ \t]*(?P<titled>(?:hi|hello|dear)[ \t]+(?:mr|mrs|ms|miss|mx|dr)\.?[ \t]*,(?=\s|\Z))",
    re.IGNORECASE | re.MULTILINE,
)
_NULL_GREETING = lazy(
    rf"^[ \t]*(?i:{_GREETING})[ \t]+(?P<null>(?i:null|undefined|nan|n/a|firstname|lastname|fname|first name"
    rf"|customer name)|None|Test|TEST)"
    r"(?=[ \t]*[,!.:;]|[ \t]*$)",
    re.MULTILINE,
    needs="null|undefined|nan|n/a|name|none|test",
)
_NUMBER = lazy(
    r"\b(?:order|ticket|case|invoice|reference|booking|account|ref|request)\s?(?:number|no\.?|id)?\s?"
    r"#(?=[ ]+[a-z]|[.,;!?)](?:\s|\Z)|[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
    needs="#",
)
_MONEY = lazy(
    r"(?P<before>\w+)[ ][£€$](?=[ ]+(?:to|for|on|was|has|will|and|from|by|within|off|back)\b|[.,;!?](?:\s|\Z))",
    re.IGNORECASE,
    needs="£|€|$",
)
_ABOUT_CURRENCY = frozenset("in as to or and use the a an sign symbol between with us uk".split())
_DANGLING = lazy(
    r"\b(?:(?P<sure>ending(?: in| with)?|totalling|dated|amounting to)|of|on|until|between)[ ]+[.,](?=\s|\Z)",
    re.IGNORECASE,
)
_SPACED_PUNCTUATION = lazy(r"\w[ ]+[.,!?](?=\s|\Z)")
_NULL = lazy(
    r"(?:\b(?:is|was|of|on|for|from|by|at|your|number|total|ending|order)[ ]|[£$€#])(?P<null>NaN|nan|null|NULL"
    r"|undefined)(?=[\s.,;!?]|\Z)"
    r"|(?P<object>\[object Object\])",
    needs="nan|null|undefined|object",
)
_NO_DATE = lazy(
    r"(?<![\d/.-])(?:0?1/0?1/1970|1970-01-01|0?1\.0?1\.1970|31/12/1969|12/31/1969|0000-00-00|0?1/0?1/0001)(?![\d/-])",
    needs="1970|1969|0000|0001",
)
_PROGRAMMING = lazy(
    r"\b(?:field|values?|column|variable|function|parameter|property|exception|pointer|query|api|json|sql|javascript|"
    r"typescript|python|java|php|code|console|database|logs?|timestamp|epoch|unix|plugin|script|method|object)\b",
    re.IGNORECASE,
)


class EmptySubstitution(Check):
    """Finds greetings without a name, signs without a number, nulls and dates that stand for none."""

    def matches(self, reading: Reading) -> Iterator[Match]:
        scan, raw = reading.draft.scan, reading.draft.raw
        for match in _EMPTY_GREETING.finditer(scan):
            group = "bare" if match["bare"] else "titled"
            span = Span(*match.span(group))
            yield Match(
                span, fixes=(Fix('write "Hello,"', (Edit(span, "Hello" + raw[span.end - 1]),), safe=group == "bare"),)
            )
        for match in _NULL_GREETING.finditer(scan):
            yield Match(Span(*match.span("null")))
        for match in _NUMBER.finditer(scan):
            yield Match(Span(*match.span()))
        for match in _MONEY.finditer(scan):
            if match["before"].lower() not in _ABOUT_CURRENCY:
                yield Match(Span(match.end() - 1, match.end()))
        yield from self._dangling(scan)
        yield from self._nulls(scan, raw)

    def _dangling(self, scan: str) -> Iterator[Match]:
        """Yield prepositions before a lone full stop; not where the writer puts a space before each."""
        found = list(_DANGLING.finditer(scan))
        habit = bool(found) and sum(1 for _ in _SPACED_PUNCTUATION.finditer(scan)) > len(found)
        for match in () if habit else found:
            yield Match(Span(*match.span()), confidence=Confidence.HIGH if match["sure"] else Confidence.LOW)

    def _nulls(self, scan: str, raw: str) -> Iterator[Match]:
        found = [
            m
            for m in _NULL.finditer(raw)
            if not m["null"] or m["null"] == m.group("null") == scan[m.start("null") : m.end("null")]
        ]
        found += [m for m in _NO_DATE.finditer(scan) if "birth" not in scan.lower()]
        if found and _PROGRAMMING.search(scan):
            return
        for match in found:
            group = match.lastgroup or 0
            yield Match(Span(*match.span(group)))
