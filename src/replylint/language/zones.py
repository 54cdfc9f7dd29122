"""Where a reply's greeting ends and its sign-off begins."""

from __future__ import annotations

import bisect
import re

from replylint.language.patterns import lazy

_GREETING = lazy(
    r"[\s\ufffc]*(?i:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hiya|howdy)\b"
    r"(?:[ \t]+(?:(?i:again|there|and|to|all|both|team|everyone|sir|or|madam|valued|customer|ms|mrs|mr|dr|mx|miss)\b"
    r"|[^\W\d_a-zà-öø-ÿ][\w\ufffc.'’-]{0,60}|\ufffc+)\.?){0,5}"
    r"(?:[ \t]+[a-z][\w'’-]{0,30}(?=[ \t]*(?:[,!\n]|$)))?"  # hi maya,
    r"[ \t]*+(?:[,!:.–—-]{1,5}(?=\s|$)|\n|$)"
)
_SIGNOFF = lazy(
    r"^[ \t]*(?:(?:kind(?:est)?|best|warm(?:est)?|many|with (?:kind|best|warm))? ?regards|all the best|best(?: wishes)?"
    r"|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|cheers|many thanks|thanks(?: again)?|thank you|warmly"
    r"|respectfully|cordially|take care|love)[ \t]*+(?:[,.!][ \t]*+)?(?:\n|$)"
    r"|\b(?:kind(?:est)?|best|warm(?:est)?|many) regards\b[,.]?[^.!?\n]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_CLAUSE = lazy(
    r"\b(?:[wW]e|i|I|[yY]ou|is|are|was|were|has|have|had|will|can|[pP]lease)\b|[?,:]$|(?:\w+ ){4}\w+[.!]$", re.MULTILINE
)
_LONGEST = 200
_LONGEST_LINE = 80


def greeting_end(scan: str) -> int:
    """Return where the greeting ends, 0 where there is none."""
    match = _GREETING.match(scan)
    return match.end() if match else 0


def signoff_start(scan: str, after: int) -> int:
    """Return where the sign-off begins, or the text's end: a closing formula with a name or a few short lines behind."""
    formulas = list(_SIGNOFF.finditer(scan, after))
    first = bisect.bisect_left(formulas, True, key=lambda formula: _is_short(_behind(scan, formula)))
    for formula in formulas[first:]:
        lines = _behind(scan, formula).splitlines()
        if not lines or not _CLAUSE.search(lines[0].strip()):
            return formula.start()
    return len(scan)


def _behind(scan: str, formula: re.Match[str]) -> str:
    return scan[formula.end() :].replace("\ufffc", "").strip()


def _is_short(rest: str) -> bool:
    return len(rest) <= _LONGEST and all(len(line) <= _LONGEST_LINE for line in rest.splitlines())
