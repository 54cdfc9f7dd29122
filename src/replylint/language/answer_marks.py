"""What a sentence of a reply looks like when it answers, and when it only speaks of the matter.

Who answers speaks of this case: yes and no, what can be done, "it" and "yours", a day, a sum, what was done. Who passes
over a question describes: what such things are like, what is always so, what is lovely.
"""

from __future__ import annotations

import re

_START = (
    r"^\W*(?:(?:hi|hello|hey|dear)\b[^,.!:?]{0,25}[,.!:]+\W*)?(?:(?:and|but|so|well|ok|okay|please|just|then|no"
    r"|yes|sorry)\W+)*"
)
_VERBS = (
    r"(?:go|click|press|tap|open|select|choose|enter|type|turn|hold|use|set|send|call|ring|phone|reply|log|sign|follow"
    r"|add|remove|delete|install|uninstall|restart|reboot|download|update|upload|fill|put|take|bring|try|leave|ask"
    r"|email"
    r"|book|switch|check|change|keep|make|come|give|pop|wash|save|have|pick|wait|create|disable|enable|reset|clear|run)"
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"

MARKS: dict[str, str] = {
    # a word for or against
    "yes or no": r"(?:^|[\s,.;:!(–—-])(?:yes|yep|yeah|yup|no(?=\W*[,.;:!–—-])|no\s+(?:problem|need)|nope|sure"
    r"|of\s+course|absolutely"
    r"|definitely|certainly|correct|exactly|indeed|afraid|unfortunately|not\s+at\s+all|go\s+ahead"
    r"|happy\s+to)(?=[\s,.;:!)–—-]|$)",
    "negation": r"n't\b|\b(?:not|no|never|none|nobody|nothing|cannot|without|neither|nor|dont|cant|wont|isnt|doesnt"
    r"|didnt)\b",
    "fine": r"\b(?:fine|ok|okay|possible|allowed|available|enough|safe|works?|fits?|covered|right|wrong|true|normal"
    r"|all\s+right|alright|welcome\s+to)\b",
    "restriction": r"\b(?:only|except|unless|apart\s+from|instead|both|either|too|as\s+well|also|still|yet|already"
    r"|(?:any|no)\s+longer|any\s?more)\b",
    # this case
    "you": r"\b(?:you|yours|u)\b",
    "your": r"\b(?:your|yours|ur)\b",
    "we": r"\b(?:i|we|me|us|i['’]?m|i['’]?ve|i['’]?ll|we['’]?re|we['’]?ve|we['’]?ll|i['’]?d|we['’]?d)\b",
    "we did": r"\b(?:i|we)(?:['’]ve|\s+have|\s+had)?\s+(?:just\s+|now\s+|already\s+|also\s+)?(?:\w+ed|sent|put|made"
    r"|found|took|taken|given|gave|got|set|left|lost|went|let|kept)\b",
    "pronoun": r"\b(?:it|they|that|those|these|this|them|one|ones|he|she|him|her)\b",
    "pronoun as subject": r"(?:^\W*|[,;:.–—-]\s*|\b(?:and|but|so|as|that|because)\s+)(?:it|they|that|this|those|these"
    r"|she|he|both|neither|one|none|all\s+of\s+(?:it|them))(?:['’](?:s|ll|re))?\b",
    "here and now": r"\b(?:here|back|again|now|today|tonight|tomorrow|yesterday|this\s+(?:morning|afternoon|evening"
    r"|week|time))\b",
    "day or time": rf"\b{_DAYS}s?\b|\b\d{{1,2}}(?::\d\d|\s?[ap]m)\b|\b(?:weeks?|days?|hours?|minutes?|months?|until"
    rf"|till|by\s+the|o['’]clock|midnight|noon)\b",
    "figure": r"\d",
    "number word": r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half|both|none|once|twice)\b",
    "past": r"\b(?:was|were|had|did|\w{3,}ed)\b",
    "future": r"\b(?:will|['’]ll|going\s+to)\b",
    "modal": r"\b(?:can|could|may|might|must|should|would|need\s+to|have\s+to)\b",
    "condition": r"\b(?:if|unless|as\s+long\s+as|provided|depend(?:s|ing)?)\b",
    "reason": r"\b(?:because|since|due\s+to|as\s+(?:we|the|it|our|your|this|these|they|there)\b|caused?|reasons?|why|error|mistake|fault|bug"
    r"|wrong|so\s+that)\b",
    "guess": r"\b(?:probably|perhaps|maybe|likely|must\s+have|sounds?\s+(?:like|as)|seems?"
    r"|looks?\s+like|i\s+(?:think|guess|suspect))\b",
    "step": rf"{_START}{_VERBS}\b|[,;:]\s+(?:then\s+)?{_VERBS}\b|\b(?:and|then|please|to)\s+{_VERBS}\b|[>→]"
    rf"|\byou\s+(?:can|could|need\s+to|should)\b",
    "order": rf"{_START}{_VERBS}\b",
    "elaboration": r"[;:–—]\s",
    "goes on": r"^\W*(?:and|but|so|or|also|plus)\b",
    "names its question": r"\b(?:to|on|as\s+for|for|regarding|about)\s+your\s+(?:\w+\s+)?(?:question|point|query"
    r"|second|first|third|other|last)\b|\bas\s+(?:for|to|regards)\b|\b(?:second|other"
    r"|last)\s+(?:question|point|query)\b",
    # description
    "generality": r"\b(?:always|usually|normally|generally|typically|every|each|all\s+(?:of\s+)?(?:our|the)|most|many"
    r"|daily|often|never|customers|guests|people|everyone|policy|terms)\b",
    "made or done so": r"\b(?:is|are)\s+(?:always\s+|usually\s+|then\s+|first\s+|only\s+)?(?:\w{3,}ed|made|sent|done"
    r"|kept|held|given|shown|built|paid|put|taken)\b",
    "describes a thing": r"^\W*(?:the|our|all|each|every|most|many|a|an|\w+s)\s[\w '’-]{2,40}?\b(?:is|are|has|have"
    r"|gives?|takes?|comes?|means?|makes?|holds?|lasts?|goes|go|includes?|shows?)\b",
    "begins with a place or purpose": r"^\W*(?:with|in|for|from|under|on|at|as|when|by|to)\b",
    "praise": r"\b(?:lovely|wonderful|great|beautiful|gorgeous|best|favourite|favorite|proud|love|enjoy|delicious"
    r"|popular|fantastic|perfect|amazing|stunning)\b",
    "exclamation": r"!\W*$",
    "apology": r"\b(?:sorry|apolog\w+|regret)\b",
    "thanks": r"\bthank",
    "wish": r"\b(?:hope|wish|look(?:ing)?\s+forward|let\s+(?:us|me)\s+know|feel\s+free)\b",
}
COMPILED = {name: re.compile(pattern, re.I) for name, pattern in MARKS.items()}

AUXILIARIES = {
    form: auxiliary
    for auxiliary, forms in {
        "be": "is are was were am isn't aren't wasn't weren't isnt arent it's they're you're that's we're i'm",
        "do": "do does did don't doesn't didn't dont doesnt didnt",
        "have": "has have had hasn't haven't hadn't we've you've i've",
        "can": "can could can't cannot couldn't cant may might",
        "will": "will would won't wouldn't you'll we'll it'll i'll they'll wont",
        "must": "shall should must need needn't shouldn't",
    }.items()
    for form in forms.split()
}
"""An answer to a yes/no question takes its auxiliary up ("can it" – "it can't")."""
WORDS = re.compile(r"[a-z]+(?:'[a-z]+)?")
