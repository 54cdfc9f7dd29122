"""Does a sentence hold the kind of answer a question expects: a time, a sum, a place, a reason?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from replylint.language.patterns import lazy
from replylint.language.question_forms import Answer

_NUMBER_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty"
    r"|thirty|forty|fifty|sixty|ninety|hundred|thousand|dozen|half|both|none|all|several|couple|few|many"
    r"|once|twice|single|double|zero)"
)
_UNIT = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|years?|yrs?|fortnight"
    r"|decades?|weekends?|h|d|s|min)"
)
_DAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)

_DURATION = (
    rf"(?:\d[\d.,]*(?:\s*(?:-|–|to|or)\s*\d+)?\s*-?|(?:{_NUMBER_WORD}|an?|a few|the)(?:\s*(?:-|–|to"
    rf"|or)\s*(?:\d+|{_NUMBER_WORD}))?[\s-]+)(?:(?:and a half|or so|more|business|working|full|whole|calendar"
    rf"|of|good|quick)\s+)*{_UNIT}\b"
)
_TIME = (
    rf"\b\d{{1,2}}:\d{{2}}\b|(?<=at )\d{{1,2}}\.\d{{2}}\b|\b(?:from|by|until|till|before|after|around|about|between"
    rf"|and|to)\s\d{{1,2}}\.\d{{2}}\b|^\W*\d{{1,2}}\.\d{{2}}\W*$|\b\d{{1,2}}\s?(?:am|pm|a\.m|p\.m|o['’]?clock|h)\b"
    rf"|\b{_DAY}\b|\b\d{{1,2}}(?:st|nd|rd|th)\b|\b{_MONTH}\b\.?\s*\d|\d\s+(?:of\s+)?{_MONTH}\b|\b(?:in|by|until|till"
    rf"|since|of|late|early|mid|from|end of|next)[\s-]+{_MONTH}\b|\b(?:on|with|for|in)\s+(?:the|your|our"
    rf"|my)\s+{_MONTH}\b"
    r"|\b(?:today|tonight|tomorrow|yesterday|noon|midday|midnight|mornings?|afternoons?|evenings?|overnight|lunchtime"
    r"|weekends?|weekdays?|now|immediately|instantly|at once|right away|straight ?away|already|spring|summer|autumn"
    r"|fall|winter|christmas|easter|20[12]\d)\b"
    r"|\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b\d{1,4}[.-]\d{1,2}[.-]\d{1,4}\b|\b(?:this|next|last|the same|same|every"
    r"|following|each|the) (?:week|month|year|day|hour|quarter|term|season)\b|\b(?:half|quarter|ten|twenty"
    r"|five) (?:past|to)\b"
    r"|\b(?:at|by|before|after|until|till|around|about|from)\s+(?:about\s+|around\s+)?(?:\d{1,2}|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|noon|half)\b|\bhalf (?:one|two|three|four|five|six|seven|eight"
    r"|nine|ten)\b"
    r"|\b(?:as soon as|once|until|till|when(?:ever)?|after|before|the moment|the day|while|upon|on arrival|on receipt"
    r"|any (?:time|day|minute)|anytime|soon|shortly|in due course|at any time|at the end|first thing|end of|daily"
    r"|weekly|monthly|yearly|annually|hourly|round the clock|24/7|always|never|not yet|no (?:date|eta|timeline"
    r"|time ?frame))\b"
)
_HOW_LONG = rf"\bfor {_DURATION}(?<!second)(?<!seconds)(?<!minute)(?<!minutes)"
"""How long something lasts, which may say when it ends; not how long a button is held."""
_PATTERNS: Mapping[Answer, re.Pattern[str]] = MappingProxyType(
    {
        "time": lazy(rf"{_TIME}|{_HOW_LONG}|\b(?<!for ){_DURATION}", re.I),
        "duration": lazy(rf"\b{_DURATION}|\b(?:hours|days|weeks|months|years|minutes|a while|forever|indefinitely"
                         rf"|instant(?:ly)?|immediate(?:ly)?|overnight|no (?:limit|time)|up to)\b|{_TIME}", re.I),
        "money": lazy(r"[£$€¥]\s?\d|\d[\d.,]*\s?(?:p|pence|pounds?|quid|euros?|eur|usd|gbp|chf|dollars?|cents?|bucks"
                      r"|kr|%|percent|k)\b|\d+\.\d{2}\b|\b(?:free|no (?:extra )?(?:charge|cost|fee)|nothing"
                      r"|complimentary|included|on us|gratis|waived|same price|half price|doesn['’]t cost|zero)\b"
                      r"|^\W*(?:\w+\W+){0,3}\d{1,4}\W*$", re.I),
        "number": lazy(rf"\d|\b{_NUMBER_WORD}\b|\b(?:no (?:limit|more|maximum)|unlimited|any number|as many as|nobody"
                       rf"|nothing|large|small|big|medium)\b", re.I),
        "place": lazy(r"https?|\b(?:at|in|on|behind|next to|near|under|above|below|opposite|outside|inside|beside"
                      r"|between|across|along|from|round|around|off|over|by|to|via|through|beneath|upstairs"
                      r"|downstairs|here|there|online|anywhere|everywhere|nowhere|street|road|floor|desk|left|right"
                      r"|corner)\b|[>→]", re.I),
        "person": lazy(r"(?<=\w\s)[A-Z][a-z]+|\b(?:i|me|we|us|you|he|she|they|him|her|them|anyone|anybody|everyone"
                       r"|nobody|team|manager|department|staff|colleagues?|driver|courier|engineer|owner|lab|office"
                       r"|reception|desk|myself|yourself|either of us)\b"),
        "cause": lazy(r"\b(?:because|since|due to|owing to|thanks to|as (?:we|the|it|you|they|there|a|our|your|its)"
                      r"|so that|so (?:we|the|it|you|they)|caused|causes|cause|reasons?|means?|meant|result|bug|error"
                      r"|mistake|fault|fix|fixed|otherwise|explains?|comes? from|stems?|down to|in order to"
                      r"|to (?:make|keep|avoid|prevent|protect|ensure|stop|save|allow)|mis\w+|wrong\w*|failed|failure"
                      r"|broke\w*|crash\w*|outage|maintenance|shortage|delay(?:ed)?|stuck|lost|forgot\w*|overl\w+"
                      r"|sorry|apolog\w+|backlog|held|hold|lack|for (?:security|safety|legal|your))\b", re.I),
        "steps": lazy(r"https?|\b(?:by|via|through|using|with|go to|click|press|tap|open|select|choose|enter|type"
                      r"|turn|hold|use|set|send|call|ring|reply|log ?in|sign|follow|add|remove|delete|install"
                      r"|uninstall|restart|download|update|upload|fill|scan|pull|push|put|take|bring|try|leave|pop"
                      r"|ask|email|book|switch|enable|disable|check|uncheck|change|visit|settings?|menu|button|tab"
                      r"|account|page|form|link|you (?:can|could|need|have to|should|may|must|'ll)|steps?|first|then"
                      r"|automatic(?:ally)?|we (?:can|will|do)|i(?:['’]ll| will| can|['’]ve| have))\b|[>→]|\d\.\s", re.I),
    }
)  # fmt: skip


_DATE = lazy(
    rf"\b(?:on|since|from|by) (?:the )?\d{{1,2}}(?:st|nd|rd|th)\b(?! (?:time|day|week|attempt|one))"
    rf"|\b{_MONTH}\.?\s+\d|\d\s+(?:of\s+)?{_MONTH}\b|\b(?:in|since|last|from)\s+{_MONTH}\b|\b(?:19|20)\d\d\b"
    rf"|\b\d{{1,2}}[/.]\d{{1,2}}\b|\b(?:on|last|since|this)\s+{_DAY}\b|\byesterday\b|{_UNIT}\s+ago\b"
    rf"|\b{_DAY}\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\b(?![:.]\d|\s?[ap]m)|\b{_MONTH}\W{{1,3}}\d{{1,2}}(?:st|nd|rd"
    rf"|th)\b",
    re.I,
)


def holds_answer(text: str, kind: Answer | Literal["date"]) -> bool:
    """Whether a text holds an expression of the kind; always False for a kind without expressions of its own."""
    pattern = _DATE if kind == "date" else _PATTERNS.get(kind)
    return pattern is not None and pattern.search(text) is not None
