"""Frames in which customers tell of a breached expectation without any failure word, and what speaks against one.

"The email says Sunday but the page says Monday", "we booked a double and got two singles", "typed it six times": the
two halves contrast what we said, sold or showed with what came. Patterns run over what ``plain`` returns, where quoted
words and links are U+FFFC.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from replylint.language.failure_lexicon import compiled

_OF_OURS = (
    r"(?:app|website|site|web ?page|page|portal|dashboard|system|checkout|form|link|button|e-?mail|letter|text"
    r"|leaflet|brochure|invoice|bill|statement|receipt|confirmation|booking|ticket|label|listing|advert|ad|menu|sign"
    r"|contract|quote|timetable|tracker|tracking|screen|account|update|counter|bot|machine|meter|reader"
    r"|manual|instructions?|calendar|report|export|code|voucher|driver|courier|engineer|receptionist|colleague|agent)s?"
)
_WE_SAID = (
    rf"(?:you|u|(?:your|the|ur) (?:\w+ ){{0,2}}?{_OF_OURS}(?: (?:in|of|from|on|at) (?:your|the|my) \w+)?|it|i was"
    rf"|we were)"
    r"(?:'ve| have| had)? (?:\w+ly |still |even |both |all )?(?:said|says?|shows?|showed|states?|stated|promised?"
    r"|lists?|wrote|told"
    r"|claim(?:s|ed)?|assured|confirmed|quoted|offered|advised|agreed|listed|includes?|advertises?d?)"
)
_TURN = r"(?:but|yet|and now|and then|now|then|whereas|while|although|instead|actually|in fact|only to)"
_TRADED = r"(?:ordered|booked|reserved|paid|bought|asked|requested|ticked|chose|chosen|selected|agreed|pay|specified)"
_COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|so many|countless)"

_FRAMES = {
    "said one thing": rf"\b{_WE_SAID}\b[^.?!]{{2,90}}?[,;:( –-]\s?{_TURN}\b",
    "ordered, got otherwise": (
        rf"\b(?:i|we|i'd|we'd|i've|we've) (?:had |have |only |specifically |clearly )?{_TRADED}\b[^?!]{{2,70}}?"
        r"\b(?:got|came|arrived|received|was given|were given|there (?:is|was|were|are)|turned out|instead|found"
        r"|but (?:it|the|this|they|you|what)|has come|sent)\b"
        r"|\b(?:got|came|arrived|received|given|there (?:is|was|were|are)|sent|room|box|bed|put|in)\b[^?!]{2,70}?"
        rf"(?:\(|\b(?:when|though|although|but|even though|while|and|not the \w+) )(?:i|we|i'd|we'd|i've"
        rf"|we've) (?:had |have "
        rf"|specifically |clearly )?{_TRADED}\b"
        rf"|\b(?:isn'?t|aren'?t|wasn'?t|not) (?:the|what|as) (?:\w+ ){{0,2}}?(?:i|we)(?:'d|'ve| had)? {_TRADED}\b"
    ),
    "never asked for": (
        r"\b(?:i|we)(?:'d| had| have)? ?(?:did ?n[o']?t|had ?n[o']?t|have ?n[o']?t|never|not|didnt"
        r"|havent) (?:\w+ )?(?:order(?:ed)?"
        r"|ask(?:ed)? (?:for|to)|agree[d]?|consent(?:ed)?|authori[sz]ed?|request(?:ed)?|book(?:ed)?|buy|bought"
        r"|sign(?:ed)? up|subscribed?"
        r"|change[d]?|touch(?:ed)?|use[d]?|make|made|set|take|took)\b"
        r"|\bwithout (?:asking|telling|my|our|any|warning|notice|permission|consent|a word|so much as)\b"
        r"|\bwhat(?:'?s| is| was) (?:this|that|the) (?:[£$€]|\d)"
    ),
    "error quoted": (
        r"\b(?:says?|said|saying|tells me|told|gets?|getting|got|shows?|showing|reads?|gives?|displays?|returns?"
        r"|throws?|its|it'?s"
        r"|message|error|code|pops? up|comes? up|just|with)\b(?: me| up| that| with| just| only| always| a| an"
        r"| the)*[:,]?\s?\W?\ufffc"
    ),
    "time after time": (
        rf"\b(?:every (?:single )?|each )(?:time|attempt|morning|night|evening|day|month|week)\b|\b{_COUNT} (?:times"
        rf"|tries|attempts)\b"
        r"|\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th|\dth) (?:time|day|week|month|attempt|one|replacement|visit)\b"
        r"|(?<!\bhe )(?<!\bshe )(?<!\bi )(?<!\bwe )\bkeeps? (?:on )?\w+ing\b|\b(?:two|three) times\b|\btwice\b"
        r"|\bby itself\b|\bitself\b|\b(?:yet |once )again\b|\bover and over\b|\bnon-?stop\b|\bback to square one\b"
    ),
    "thing refuses": (
        r"\b(?:wo|will|does|do|would|did) ?n[o']?'?t (?:even )?(?:let|accept|take|recogni[sz]e|open|load|show|save"
        r"|send|go|start|close"
        r"|move|turn|work|connect|pair|print|update|stick|budge|fit|come|match|add up|verify|register|submit)\b"
        r"|\b(?:wont|doesnt|dont|didnt) (?:even )?(?:let|accept|take|recogni[sz]e|open|load|show|save|send|go|start"
        r"|work|connect|pair|print)\b"
        r"|\b(?:only|just) (?:lets?|shows?|opens?|goes|spins?|sits|says|blinks?|beeps?|gives|offers|takes me|loads"
        r"|leads|does)\b"
        r"|\brefus(?:es|ed|ing)\b|\bgreyed out\b|\bnot recogni[sz]ed\b|\b(?:logs?|kicks?|throws?|locks?) (?:me"
        r"|us) out\b"
        r"|\b(?:takes|sends|leads|bounces|brings) (?:me|us|you) (?:straight |right )?(?:back )?to\b"
    ),
    "still not": (
        r"\bstill (?:no|not|nothing|waiting|n't|have ?n[o']?'?t|has ?n[o']?'?t|is ?n[o']?'?t|do ?n[o']?'?t"
        r"|does ?n[o']?'?t|shows?|says?"
        r"|get(?:ting)?|the same|havent|hasnt|isnt|doesnt|dont|missing|open|there)\b"
        r"|\b(?:no|not (?:a|one)|nothing|nobody|none)\b[^.?!]{0,40}\b(?:yet|so far|since|to date|until now|on my"
        r"|in my)\b"
        r"|\b(?:never|not) (?:\w+ )?(?:got|had|received|heard|came|arrived|seen)\b[^.?!]{0,30}\b(?:back|it|reply"
        r"|answer|one)\b"
    ),
    "long wait": (
        rf"\b(?:for|been|after|it'?s been|waiting|waited|took|taken) (?:over |about |nearly |almost |more than |now "
        rf"|already "
        rf"|the (?:last|past) )?(?:{_COUNT}|a|an|couple of) ?(?:hours?|hrs?|days?|weeks?|wks?|months?|mins?|minutes?)\b"
        r"|\b(?:hours?|days?|weeks?|months?) (?:now|already|later|and counting|on)\b|\b(?:on )?day \d+\b"
    ),
    "since our change": (
        r"\b(?:since|after|ever since) (?:i |we |you |the |your |this |that |last |yesterday's |my |today's |latest "
        r"|newest )*(?:\w+ )?"
        r"(?:updat\w+|upgrad\w+|release|version|migrat\w+|mov(?:e|ed|ing)|switch\w*|chang\w+|re-?launch|redesign"
        r"|maintenance|patch"
        r"|engineer|service|repair|fix|install\w*)\b|\bsince v?\d+\.\d|\b(?:before|until) the (?:update|upgrade"
        r"|change|switch|move)\b"
        r"|\bused to (?:work|be|show|get|come|open|have|let)\b|\b(?:worked|was) fine (?:before|until|till|yesterday"
        r"|last)\b"
        r"|\ball of a sudden\b|\bsuddenly\b|\bno longer\b|\banymore\b"
    ),
    "two figures": (
        r"\d[^?!]{3,60}\b(?:on|in|at|by|from) (?:your|the)\b[^?!]{2,40}\d[^?!]{1,40}\b(?:on|in|at|by|from) (?:your"
        r"|the)\b"
        r"|\b(?:same|but|yet|and|whereas|while|now) (?:\w+ ){1,5}(?:=|says|shows|is) [£$€]?\d[^?!]*"
        r"|\b(?:not|instead of|rather than|should be|supposed to be|was meant to be) [£$€]?\d"
        r"|\b(?:says?|said|told|shows?|showed|lists?|quoted|promised)\b[^.?!\d]{0,25}\d[^.?!]{0,25}[,;:–-] ?(?:but |and |now |yet )?"
        r"(?:the |your |my |our )?(?:\w+ )?(?:says?|said|shows?|it'?s|is|was|i|we|got|took|paid|pay|came)\b[^.?!\d]{0,15}\d"
    ),
    "told before": (
        r"\b(?:as|like) (?:i|we)(?:'ve| have|'d)? (?:already )?(?:said|wrote|told|explained|mentioned)\b|\b(?:i"
        r"|we)(?:'d|'ve| had| have) "
        r"(?:already |also )?(?:said|told|sent|written|explained|mentioned|asked|emailed|rung|called|chased|reported)\b"
        r"|\bmy (?:first|last|previous|second|third|earlier|other) (?:e-?mails?|mails?|messages?|letters?|calls?"
        r"|questions?)\b"
        r"|\b(?:asked|rang|rung|called|emailed|wrote|written|told|chased|phoned|messaged)\b[^.?!]{0,25}\b(?:twice"
        r"|again|three times|already"
        r"|before|last week)\b|\b(?:that|this) (?:is|was)n'?t (?:my question|what i asked)\b|\byou (?:didn'?t|did not"
        r"|haven'?t) answer\b"
    ),
    "only part": (
        rf"\b(?:only|just) (?:{_COUNT}|one|half|part)\b|\b(?:{_COUNT}|one|half|most) of (?:the|them|my|our"
        rf"|these)\b[^?!]{{2,60}}?\b(?:no|not"
        r"|never|n't|empty|dead|missing|wrong|without|blank|cold|different|short)\b|\bshort(?: of| by)? \d"
    ),
    "moved or changed": (
        r"\b(?:got|was|were|been|has been|have been|is|being) (?:\w+ )?(?:moved|changed|switched|swapped|cut"
        r"|cancelled|postponed|removed|taken (?:off|down|away)"
        r"|overpaid|underpaid|overcharged|charged|billed|debited|downgraded|rejected|refused|deleted|closed|suspended"
        r"|turned (?:away|down))\b"
        r"|\bmov(?:ed|ing) (?:my|our|the|us|me)\b|\b(?:is|are) now (?:at )?[£$€]?\d|\bnever had it\b"
        r"|\bnot so much as\b|\bnot a single\b"
    ),
    "fault seen": (
        r"\b(?:overflow\w*|leak\w*|drip\w*|stopped|blank|crash\w*|freez\w+|froze|wonky|crooked|lean(?:s|ing)|loose"
        r"|upside down|back to front|mixed up|flat|burn\w*"
        r"|jam(?:s|med)?|stall\w*|shak(?:es|ing|y)|blurr?(?:y|ed)|swims?|pours?|closed? itself|came? off|comes? off"
        r"|fell|falls|tore|tears|snap(?:s|ped)"
        r"|cuts? out|cutting out|drifts?|drop(?:s|ped)? (?:out|after|every)|turns? (?:itself )?off|shuts? (?:itself )?(?:off|down)"
        r"|(?:came|arrived|comes?|delivered|shipped) without|in pieces|to pieces|out of date|past its date|for the wrong|rattl\w+"
        r"|has been missing|is missing|are missing|went missing|never (?:loads?|arrives?|comes?|ends?|finishes)|peel\w*|shr[aiu]nk"
        r"|water (?:coming|pouring|running)|wrong|missing|damaged|broken|a nightmare|nearly (?:fell|went|hit))\b"
    ),
    "gripe aside": (
        r"\b(?:only|sole|one|small|tiny|minor|slight) (?:\w+ )?(?:complaints?|issues?|gripes?|downsides?|negatives?|criticisms?|niggles?"
        r"|problem|drawback|quibble|hiccups?)\b|\bwould have (?:given|been) (?:\w+ ){0,4}?(?:except|but|if)\b|\bpity about\b|\bshame about\b"
    ),
    "calls to account": (
        r"\bhow come\b|\bwhy (?:is|was|are|were|have|has|did|does|do|am|i'm)(?:n'?t)? (?:my|our|the|your|i|we|it|this"
        r"|that|there|you|nobody)\b"
        r"|\bwhere (?:is|are|'s) (?:my|our|it|he|she|the)\b|\b(?:whats|what's) (?:this|going|with)\b"
        r"|\bdid you (?:actually|even|ever|really)\b"
        r"|\b(?:on|by) (?:whose|what) (?:authority|grounds)\b|\bis anyone\b|\bhow (?:hard|difficult|can (?:you|this"
        r"|it))\b|\bfobbed off\b"
    ),
}  # fmt: skip

_AGAINST = {
    "own people and things": (
        r"\bmy (?:\w+ )?(?:husband|wife|partner|mum|mom|mother|dad|father|son|daughter|kids?|children|brother|sister"
        r"|nan|gran|grand\w+|friend"
        r"|neighbours?|colleagues?|boss|employer|doctor|gp|physio|vet|lawyer|accountant|bank|landlord|tenants?"
        r"|auditor|apprentice|teacher"
        r"|wrist|knee|back|leg|foot|feet|hands?|eyes?|skin|teeth|head|stomach|dog|cat|rabbit|horse|pony|parrot"
        r"|hamster|car|bike|house|garden)s?\b"
    ),
    "third party speaks": (
        r"\b(?:he|she|my \w+|the (?:auditor|doctor|bank|landlord|council|school|vet|insurer|customer|tenant|buyer"
        r"|neighbour)s?) (?:\w+ )?(?:says?|said"
        r"|thinks|thought|wants|told|asks|asked|insists|reckons|gave)\b"
    ),
    "person keeps on": r"\b(?:he|she|they|who|mother|father|mum|dad|sister|brother|uncle|aunt|friend|son"
                       r"|daughter) (?:\w+ )?(?:keeps?|kept|always|still)\b",
    "elsewhere": (
        r"\b(?:some|an)other (?:program|app|company|shop|hotel|airline|provider|firm|brand|bank|site)\b"
        r"|\bsomewhere else\b|\belsewhere\b"
        r"|\bairline\b|\binsur(?:er|ance)\b|\bcouncil\b|\bseller\b|\bplumber\b|\bprevious (?:owner|tenant)\b"
        r"|\bmy old\b|\blast (?:year|place|one)\b"
    ),
    "request": (
        r"^\W*(?:(?:hi|hello|hey|also|and|so|ok|thanks|thank you)\W+)*(?:please|pls|could you|can you|would you"
        r"|kindly|may i|could i|can i|can we"
        r"|could we|may we|i'?d like|i would like|we'?d like|we would like|i want to|i'?m looking|we'?re looking"
        r"|just a|quick question|a question)\b"
    ),
    "ahead": (
        r"\b(?:i'?ll|we'?ll|i will|we will|going to|planning|plan to|tomorrow|next (?:week|month|year|\w+day)"
        r"|this (?:coming|weekend)|thinking of"
        r"|considering|hoping|hope to|would like|want to|need to|intend|coming (?:on|to|in)|arriv(?:e|ing) (?:on|at)"
        r"|visiting)\b"
    ),
    "unsure of it": (
        r"\b(?:i (?:think|guess|suppose|believe|assume|reckon|wonder)|wondering|maybe|perhaps|probably|not sure"
        r"|no idea|confused|curious"
        r"|is (?:that|this|it) (?:normal|ok|okay|right|allowed|possible|me)|do i need|first time|new to)\b"
    ),
    "no let-down": (
        r"\b(?:never|not|no|without|hardly|nothing|none)\b(?: (?!fix|solve|resolve|sort|address|help)\w+){0,2}? (?:let-?down|disappoint\w*|complain\w*|problems?|issues?|trouble"
        r"|faults?|delays?|fuss|hassle|wait\w*|queues?)\b"
        r"|\b(?:eas(?:ed|ing)|solv(?:ed|ing)|fix(?:ed|ing)|sort(?:ed|ing)(?: out)?|resolv(?:ed|ing)|took (?:care of|out|away)|dealt with"
        r"|handled) (?:\w+ ){0,3}?(?:problems?|issues?|stress|hassle|complaints?|trouble|mix-?up|it)\b"
    ),
    "settled": (
        r"\b(?:found (?:it|the)|never mind|nevermind|no worries|no problem|all good|that'?s (?:fine|ok|okay|clear"
        r"|great|perfect)|which is fine|fine by me"
        r"|solved|sorted|works (?:now|again|fine|perfectly)|ignore my|got it|makes sense|ta\b|thanks for"
        r"|thank you for)\b"
    ),
}  # fmt: skip

BREACHES: Mapping[str, re.Pattern[str]] = {name: compiled(pattern) for name, pattern in _FRAMES.items()}
"""Ways to tell of a breach, each by a name a person can read in the weights."""
AGAINST: Mapping[str, re.Pattern[str]] = {name: compiled(pattern) for name, pattern in _AGAINST.items()}
"""What a sentence may hold that makes a failure of ours less likely."""
