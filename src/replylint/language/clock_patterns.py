"""The shapes of clock times in English, and the company that tells a time from a score, a price or a verse."""

from __future__ import annotations

import re

from replylint.language.patterns import lazy

NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOUR_WORD = "|".join(NUMBER_WORDS)
_MERIDIEM = r"(?:\s{0,2}(?P<meridiem>[ap](?:\.\ ?m\b\.?|m\b(?!\ +(?:us|me)\b)))(?!\w)|(?<=\d)(?P<letter>[ap])\b)"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"

TIME = lazy(
    rf"""
    (?: (?P<minutes>half|(?:a\ )?quarter|five|ten|twenty(?:[ -]five)?|\d{{1,2}}(?=\ minutes|\ past))(?:\ minutes?)?
        \ (?P<direction>past|after|to|of|before|til)\ (?P<spoken>{_HOUR_WORD}|1[0-2]|[1-9])(?!\w|:\d
            |\.\d) (?:\ ?o['’]?\ ?clock\b)?
      | half[ ](?P<half>{_HOUR_WORD}|1[0-2]|[1-9])(?!\w|:\d|\.\d)
      | (?P<noon>noon|midday|midnight)\b
      | (?P<military>(?:[01]\d|2[0-4])[0-5]\d)(?:\ ?(?P<hours>h(?:(?:ou)?rs?)?|z|zulu|utc)\b)?(?!\w|[.,:/-]\d)
      | (?: (?P<hour>\d{{1,2}})(?: (?P<separator>[:.h])(?P<minute>\d\d)(?P<seconds>:\d\d(?:[.,]\d{{1,9}})?)? )?
          | (?P<word>{_HOUR_WORD}) )
        (?P<ish>-?ish\b)?
        (?:\ ?(?P<oclock>o['’]?\ ?clock)\b)?
        {_MERIDIEM}?
        (?![^\W_]|%|°|:\d|[.,]\d)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""One clock time, however written; matched at a place that ``START`` or ``JOIN`` found."""

START = lazy(
    rf"(?<![\w:.$£€¥#+])(?<!\d,)(?<!\w[-/–—])\b"
    rf"(?:\d{{1,4}}(?!\d)|(?:{_HOUR_WORD}|half|(?:a )?quarter|twenty|noon|midday|midnight)(?:-?ish)?\b)",
    re.IGNORECASE,
)
"""Where a clock time may begin."""

LEAD = lazy(
    rf"(?:^|[^\w'’])(?:(?P<weak>around|about|approximately|since|past)|(?:(?P<at>at|@)|by|before|after|until|till?"
    rf"|(?P<from_number>from|between)|(?:how|what)\sabout"
    r"|(?:time|start|pick-?up|collection|drop-?off|kick-?off|check-?(?:in|out))(?:\sof\s\w{1,12})?(?:\s(?:is"
    r"|will\sbe)|:)"
    rf"|(?P<day>(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}|the\s\d{{1,2}}(?:st|nd|rd"
    rf"|th)|{_WEEKDAY}\s\d{{1,2}}(?:st|nd|rd|th)|today|tomorrow|{_WEEKDAY}),?)"
    r"|(?:appointment|meeting|call|interview|viewing|consultation|pick-?up|collection|delivery|session|alarm|reminder"
    r"|demo|visit|scheduled|booked|set|due)\sfor"
    rf"|(?P<hours>open|opens|hours(?:\sare|:)?|available|staffed|daily|weekdays|weekends"
    rf"|{_WEEKDAY}\s?[-–—]\s?{_WEEKDAY}:?|m-f:?))"
    r"(?:\s(?:about|around|approximately|roughly|say|like|half))?)\s{1,2}$",
    re.IGNORECASE,
)
"""Right before a bare number: what lets it be an hour."""

JOIN = lazy(
    r"\s?(?:(?P<range>[-–—]|(?<=\s)(?:to|until|till?|through|thru)(?=\s))"
    r"|(?P<list>,\s?(?:and\s|or\s)?|/|&|(?<=\s)(?:and|or|then)(?=\s)))\s?(?:(?:at|by|around|about|maybe) )?",
    re.IGNORECASE,
)
"""What stands between the times of one range or list."""

FOLLOWS_BARE = lazy(
    r"\s*(?:$|[.!?…;)\]:](?!\d)|,(?!\d)|[-–—]\s|\((?=[A-Z]{2,4}\)|local|your|our)|\ufffc)"
    r"|\n|\s(?:on|at|with|for|from|to|until|till|in(?! (?:total|all|one)\b)|and|or|but|if|so|when|because|as|then|than"
    r"|today|tomorrow|tonight|tmrw|tmr|tomoz|2morrow|2moro|2day|tonite|this|next|each|every|daily|instead|sharp|local"
    r"|your time|our time|eastern|central|pacific"
    r"|mountain|[ecmp][sd]?t|gmt|bst|cet|uk time|please|pls|thanks|that|which|where|who|i|i['’]?m|i['’]?ll|we|we['’]?ll"
    r"|we['’]?re|you|you['’]?ll|he|she|they|it|is|was|works?|would|will|are|there|the|a|via|by|should|can|has|have"
    r"|costs?"
    r"|costing|before|after|onwards?|or so|latest|earliest|weekdays?|weekends?|not|okay|ok|" + _WEEKDAY + r")(?!\w)",
    re.IGNORECASE,
)
"""What may follow a bare hour: a noun or a unit would make it a quantity ("at 7 High Street", "by 5 points")."""
MONTH_AFTER = lazy(rf"\s?(?:of )?{_MONTH}\b", re.IGNORECASE)
MORE_NUMBERS = lazy(r"\s?(?:to|and|or|[-–—,/])\s?(?:\d|[$£€])", re.IGNORECASE)

SCHEDULING = lazy(
    r"(?<![\w.])(?:meet|call|ring|phon|com(?:e|es|ing)\b|arriv|deliver|open|clos|start|finish|begin|end(?:s|ing)?\b"
    r"|appointment"
    r"|audition|session|class|slot|book|collect|pick(?:ed|ing)?[ -]?up|drop(?:ped|ping)?[ -]?off|visit|check(?:ed"
    r"|ing)?[ -]?(?:in|out)"
    r"|see you|be (?:t?here|back|ready|in)\b|leav|depart|land(?:s|ing)?\b|tak(?:e|es|ing) (?:off|place)|board|reserv"
    r"|table|flight|bus\b|train|event"
    r"|game|match|concert|show|door|interview|schedul|reschedul|deadline|due|clos|shut|available|free\b|ready|party"
    r"|lunch"
    r"|dinner|alarm|remind|kick-?off|ceremony|lesson|tour|ferry|webinar|demo\b|shift|return|repl(?:y|ies)|back to you"
    r"|send"
    r"|hear from|play(?:s|ing)?\b|perform|held|occur|ship|dispatch|engineer|technician|driver|courier|pick-?up"
    r"|work(?:s|ed)? for"
    r"|respond|updat|cut-?off|hours)",
    re.IGNORECASE,
)
"""Stems of what happens at an appointed time."""
SCHEDULING_AT = lazy(
    r"\b(?:text|e?-?mail|there|gap|decid(?:e|es|ing)|checks?|round|runs?|joins?|pop|early|late|post|office|reception"
    r"|staff|spare|tea|coffee"
    r"|lesson|practice|dinner|kids?|school|clinic|surgery|doctor|dr)\b",
    re.IGNORECASE,
)
"""Weaker signs of an appointment, enough for "at 7" and "after 7" but not for "from 7"."""
DAY = lazy(
    rf"\b(?:today|tomorrow|tonight|yesterday|{_WEEKDAY}\b|weekends?\b|weekdays?\b|(?:this|next) (?:week|month)"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)\b"
    rf"|{_MONTH}\.? \d{{1,2}}\b|\d{{1,2}} ?{_MONTH}\b|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{4}}-\d\d-\d\d)",
    re.IGNORECASE,
)
QUANTITY_TALK = lazy(
    r"\b(?:scale|rat(?:e us|ing|ings|ed)|rank(?:ed|ing)?|scores?|aged?|ages|pric(?:es?|ed|ing)|fees?|versions?|v\d"
    r"|(?:upgrad|updat)(?:e|ed|ing) (?:from|to)"
    r"|sizes?|fonts?|points?|stars|count(?:s|ing)?|index|number(?:s|ing|ed)?|instal?lments?|costs?)\b",
    re.IGNORECASE,
)
"""Before a bare or dotted number: it counts or measures something."""

BEFORE_NO_TIME = lazy(
    r"(?:\b(?:ratio|odds|aspect|score[ds]?|scoring|timestamps?|time ?codes?|mark|pace|port|utc|gmt)(?:\s(?:of|at|is"
    r"|was|to))?\s?[:=~−–(-]?\s?"
    r"|\b(?:w[io]n(?:ning|s)?|los[te](?:s)?|beat(?:en|s)?|drew|draw|tied|leads?|led|run ?time|running time|runs"
    r"|last(?:s|ed)|took|takes?"
    r"|length|duration|timer|in|within|versions?|step|section|chapter|verses?|ch\.|figure|fig\.|release|build|article"
    r"|clause"
    r"|[a-z]*os|windows|android)\s(?:(?:of|is|was|by|about|around|only|just|over|under)\s)?"
    r"|(?:[$£€¥]|\b(?:usd|eur|gbp|cad|aud|rs\.?))\s?"
    r"|\b(?!(?:to(?:day|morrow|night)|mon|tues|wednes|thurs|fri|satur|sun|morning|afternoon|evening|week|it|that"
    r"|there|here|what|when|let|he|she)\b)"
    r"(?!\w*day['’])(?-i:[A-Z])\w*['’]s\s"
    r")$",
    re.IGNORECASE,
)
"""Right before digits: they are a score, a stretch of time, a version, a price, a title, a mail header."""
MAIL_HEADER = lazy(r"[ \t>*]*(?:sent|received|timestamp):", re.IGNORECASE)
"""At the start of a line: its time is that of another message."""
AFTER_NO_TIME = lazy(
    r"\s?-?(?:minutes?|mins?|seconds?|secs?|hours?|hrs?|long|mark|minute mark|into|ratio|aspect|odds|scale|split|pace"
    r"|per|win|victory"
    r"|loss|defeat|draw|lead|out of|km|miles?|in the (?:video|clip|recording|film|song|podcast|episode|track)"
    r"|of the (?:video|clip|recording|film|song|podcast|episode|track)|[x×]|[$£€]|gb|mb|kg)(?!\w)|\s?/\s?(?:km|mi|10"
    r"|5)\b",
    re.IGNORECASE,
)
DIRECTLY_AFTER_PREPOSITION = lazy(
    r"\b(?:at|by|from|until|till?|before|after|between|around|since|@|about)\s(?:(?:about|around|approximately)\s)?$",
    re.IGNORECASE,
)
MEDIA = lazy(
    r"\b(?:videos?(?! (?:call|chat|conference|consultation|meeting|visit|appointment|interview))|clip|recording|footage"
    r"|time ?(?:stamps?|codes?)|playback|youtube|podcast|soundtrack)\b",
    re.IGNORECASE,
)
SCRIPTURE = lazy(
    r"\b(?:gen(?:esis)?|ex(?:odus)?|lev(?:iticus)?|num(?:bers)?|deut(?:eronomy)?|josh(?:ua)?|judges|ruth|samuel|kings"
    r"|chronicles|ezra"
    r"|nehemiah|esther|job|psalms?|ps|prov(?:erbs)?|eccl(?:esiastes)?|isa(?:iah)?|jer(?:emiah)?|lam(?:entations)?"
    r"|ezek(?:iel)?|dan(?:iel)?"
    r"|hosea|joel|amos|obadiah|jonah|micah|nahum|habakkuk|zephaniah|haggai|zech(?:ariah)?|malachi|matt(?:hew)?|mark"
    r"|luke|john|acts"
    r"|rom(?:ans)?|cor(?:inthians)?|gal(?:atians)?|eph(?:esians)?|phil(?:ippians)?|col(?:ossians)?|thess(?:alonians)?"
    r"|tim(?:othy)?|titus"
    r"|philemon|heb(?:rews)?|james|pet(?:er)?|jude|rev(?:elation)?|quran|qur['’]an|surah|sura|verse|song of (?:songs"
    r"|solomon))\.?\s$",
    re.IGNORECASE,
)
"""A book of scripture right before digits. A person's name there ("see John 7:30") is read as one too."""

DAY_PART = lazy(
    r"(?<!good )\b(?:(?P<am>mornings?|dawn|sunrise|first thing|(?<!all day )(?<!all-day )(?<!and )breakfast)"
    r"|(?P<pm>afternoons?|evenings?|tonight|tonite|dusk|sunset|lunch(?:time|break)?|dinner|supper)"
    r"|(?P<either>(?<!\d )(?<!per )(?<!a )nights?|overnight|noon|midday|midnight|brunch))\b(?! (?:included|stays?"
    r"|lights))",
    re.IGNORECASE,
)
NEXT_CLAUSE = lazy(r"\band\b.*\b(?:is|are|starts?|opens?|begins?|closes?|will|can|check-?(?:in|out))\b", re.DOTALL)
"""Between a meal and a time: another event has begun ("breakfast is included and check-in is at 3")."""
MEAL = lazy(r"breakfast|lunch|dinner|supper|brunch", re.IGNORECASE)
AHEAD = lazy(
    rf"(?:\b(?:tomorrow|that|{_WEEKDAY}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,?|next day)['’]?s? $)", re.IGNORECASE
)
"""Before a day-part: it is that of a day to come, which the next sentence may go on about."""
OPENING_HOURS = lazy(
    rf"\b(?:open(?:s|ing)?|hours?|available|staffed|staff|reach(?:ed|able)?|office|lines?|here"
    rf"|{_WEEKDAY}\s?[-–—]\s?{_WEEKDAY}"
    rf"|{_WEEKDAY} (?:to|through) {_WEEKDAY}|m-f)\b",
    re.IGNORECASE,
)
UNIVERSAL = lazy(r"\s?(?:\(?utc\b|gmt\b|z(?:ulu)?\b|[+−-]\d\d:?\d\d\b|h(?:ou)?rs?\b|military time)", re.IGNORECASE)
"""Right after a time: it is on the 24-hour clock."""
_APPOINTED = (
    r"(?:(?:re-?)?(?:scheduled|booked|timed|confirmed|planned|arranged|set|moved|changed|delayed|postponed|expected"
    r"|due|supposed"
    r"|asked|told|invited|required|allowed|requested|pencill?ed|put|meant))"
)
RECORD = lazy(
    rf"(?P<ahead>\b(?:is|are|be|being|gets?|not|to)\s(?:\w+ly\s)?(?:\w+(?:ed|en)|made|sent|held)\b|['’](?:s"
    rf"|re)\s(?:\w+ly\s)?\w+ed\b"
    rf"|['’]?(?:ve|have|has|had)\sgot\b|\b(?:(?:was|were|been)\s)?{_APPOINTED}\b"
    r"|\b(?:will|shall|is|are|can|could|would|should|may|might|must|please|to be|let['’]?s|going to|wants?|needs?"
    r"|available"
    r"|(?:leav|depart|arriv|start|open|clos|begin|com|run|land|board)(?:e?s|n?ing)|goes|takes off)\b|['’](?:ll|re|d)\b)"
    r"|\b(?P<past>(?:was|were|been|got)\s(?:\w+ly\s)?\w+(?:ed|en)|received|got|sent|logged|recorded|placed|posted"
    r"|submitted|arrived"
    r"|delivered|called|rang|phoned|e?mailed|wrote|woken?|awoken?|happened|occurred|began|started|ended|signed|scanned"
    r"|collected|processed|updated|created|left|tried|attempted|noticed|saw|spoke|reported|went|failed|crashed"
    r"|expired|came"
    r"|answered|replied|dispatched|shipped|cancell?ed|checked|opened|closed|said|picked|dropped|charged|paid|made"
    r"|took|missed"
    r"|resolved|restored|heard|met|broke|fell|found)\b",
    re.IGNORECASE,
)
"""Verbs before a time: the last one says whether it reports what happened or appoints what will."""
