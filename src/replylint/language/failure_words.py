"""Words that name what went wrong, in whoever's mouth."""

from __future__ import annotations

import re

from replylint.language.patterns import lazy

FAILURE_WORD = lazy(
    r"\b(?:late|delay(?:ed|s)?|wait(?:ed|ing)?|missing|missed|lost|wrong|mistakes?|errors?|mix-?ups?"
    r"|oversight|incorrect(?:ly)?|broken|broke|damaged?|faulty|defect(?:ive|s)?|torn|cracked"
    r"|scratch(?:ed|es)?|leak(?:ed|ing|s)?"
    r"|charged?|overcharged?|double|twice|duplicat(?:ed?|ion)|refund|unanswered|no reply|ignored"
    r"|rude(?:ness)?|locked|closed|cold|dirty|noisy?|cancel(?:led|lation)|outage|down|crash(?:ed|es"
    r"|ing)?|bug|fail(?:ed|ure|s)?|stopped|forgot(?:ten)?"
    r"|overlooked|misspel\w+|misinformed|misled|never (?:came|arrived|turned up)|didn['’]?t|did not"
    r"|hasn['’]?t|haven['’]?t|not (?:arrive|come|work|received?)\w*|expired|empty|short|unhelpful"
    r"|unwell|mess(?:ed)?|slow|stuck|smashed)\b",
    re.IGNORECASE,
)
"""Words that name a concrete failure in our own messages; "issue" and "inconvenience" name none."""
