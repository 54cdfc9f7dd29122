"""The forms a question takes in English, as patterns over closed word classes, and the kind of answer each expects."""

from __future__ import annotations

import re
from typing import Literal

from replylint.language.patterns import lazy

Answer = Literal[
    "yes-no", "choice", "time", "duration", "money", "number", "place", "person", "cause", "steps", "thing", "open"
]
"""The kind of answer a question expects."""

AUX = (
    r"(?:is|are|was|were|am(?=\s+i\b)|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|ought"
    r"|isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t|don['’]?t|doesn['’]?t|didn['’]?t|hasn['’]?t|haven['’]?t|hadn['’]?t"
    r"|can['’]?t|cannot|couldn['’]?t|won['’]?t|wouldn['’]?t|shouldn['’]?t|ain['’]?t)"
)
SUBJECT = (
    r"(?:i|you|u|ya|we|he|she|it|they|there|this|that|these|those|anyone|anybody|someone|somebody|everyone|everything"
    r"|anything|something|the|a|an|my|your|ur|our|his|her|its|their|any|all|both|one|some|each|every|no|not)"
)
WH = (
    r"(?:what|when|where|who|whom|whose|which|why|how|whats|wheres|hows|whens|whos|what['’]s|where['’]s|when['’]s"
    r"|who['’]s|how['’]s|why['’]s|wher)"
)
INVERSION = lazy(rf"{AUX}\s+(?:also\s+|still\s+|even\s+|then\s+)?{SUBJECT}\b", re.I)
INVERSION_NOUN = lazy(r"(?:is|are|was|were|do|does|did|has|can|will|would|should)\s+[a-z]", re.I)
"""An auxiliary and any word: a question only where the sentence ends so, or a parse finds the subject behind it."""
WH_START = lazy(rf"(?:(?:at|in|for|to|by|from|on|with|of|until|till|since|about|under|up to)\s+)?{WH}\b", re.I)
WH_QUESTION = lazy(
    rf"""(?:(?:at|in|for|to|by|from|on|with|of|until|since)\s+)?(?:
      {WH}(?:\s+(?:exactly|else|on\ earth|the\ hell|kind\ of|sort\ of|type\ of))?\s+(?:{AUX}\b|much\b|many\b|long\b
          |far\b|often\b|soon\b|big\b|late\b|early\b|old\b|fast\b|about\b|come\b|to\b)
      | (?:what|which|whose|how)\s+(?!{SUBJECT}\b)(?:[a-z0-9£$€-]+\s+){{1,4}}?{AUX}\b
      | (?:what|who)\s+(?:happen(?:s|ed)?|goes|went|causes?|caused|do)\b
      | (?:whats|wheres|hows|whens|whos|(?:what|where|when|who|how|why)['’]s)\s
      | why\s
    )""",
    re.I | re.X,
)
"""A WH-word with its auxiliary: what a direct question has and a relative clause ("when I rang") has not."""

TAG = lazy(
    r"[,;–—-]\s*(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)(?:n['’]?t)?\s+"
    r"(?:it|you|u|they|we|there|i|he|she|that|this)(?:\s+not)?|right|correct|yes|yeah|no|ok|okay|or not|am i right"
    r"|innit|eh|huh|is that (?:right|correct|so))\s*$",
    re.I,
)
FRAGMENT = lazy(
    r"(?:(?:is there\s+|are there\s+|have you\s+|got\s+|do you have\s+)?any\s+(?:other\s+|further\s+|more\s+)?"
    r"(?:updates?|news|ideas?|idea|chance|luck|progress|suggestions?|thoughts|advice|tips|eta|word|solutions?|joy"
    r"|timescales?|timeline)\b"
    r"|eta\b|price\b|cost\b|size\b|how so\b|update\b)",
    re.I,
)
PLEA = lazy(
    r"(?:(?:can|could|will|would)\s+(?:you|u|anyone|anybody|someone|somebody|any\s?one)\s+(?:please\s+|pls\s+|plz\s+"
    r"|kindly\s+)?(?:please\s+)?(?:help|assist|fix)\b"
    r"|(?:please\s+)?(?:any\s+)?help\b|any (?:help|suggestions?|ideas?|thoughts|advice|tips|solutions?"
    r"|other ideas?)\b|what (?:can|should|do|shall) i do\b(?!\s+(?:with|about|for))"
    r"|suggestions?\b|ideas?\b|thoughts\b|(?:does|do) (?:anyone|anybody|someone|you) have (?:any|an) (?:ideas?"
    r"|suggestions?|thoughts|advice|clue|solution)\b|(?:is|are) there (?:any|some|a|anything|something)?\s*(?:ways?"
    r"|solutions?|fix|(?:i|you|we) can do)?\s*(?:to|for|i can do to)\s+(?:fix|solve|resolve|repair|correct|stop"
    r"|get (?:this|it) (?:fixed|working))\b|(?:can|could) (?:anyone|someone|you) (?:please )?(?:give"
    r"|offer) (?:me )?(?:some )?(?:advice|help|suggestions?))",
    re.I,
)
"""A cry for help: whatever helps answers it."""

EMBEDDING = lazy(
    r"""(?:^|(?<=[\s,;:–—(-]))(?:
      (?:can|could|would|will|may)\s+(?:you|u|anyone|somebody|someone|anybody|any\s?one|i|we|ye)\s+(?:guys\s+
          |all\s+)?(?:please\s+|pls\s+|plz\s+|possibly\s+|kindly\s+|also\s+|just\s+|perhaps\s+)*
          (?:tell|let|advise|confirm|explain|clarify|say|ask|check|see|find\ out|remind|inform|know|shed\ (?:some
              \ |any\ )?light\ on|recommend|suggest|specify|give\ (?:me|us)\ an?\ (?:idea|estimate)\ (?:of|on|about
              |as\ to)?|look\ up)
          (?:\s+(?:me|us|for\ me))?(?:\s+(?:know|please|pls|exactly|to\ me|out|with\ you))*
    | (?:please|pls|plz|kindly)\s+(?:can\ you\s+|could\ you\s+)?(?:tell|let|advise|confirm|explain|clarify
        |inform)(?:\s+(?:me|us))?(?:\s+(?:know|on|as\ to|about))?
    | (?<!to\s)(?<!not\s)(?<!n't\s)(?<!will\s)(?<!they\s)(?<!he\s)(?<!she\s)(?:let|tell|advise)\s+(?:me
        |us)(?:\s+know)?(?:\s+(?:please|pls))?
    | (?:do|did|does|would|have|has)\s+(?:you|u|anyone|anybody|somebody|someone|any\s?one)(?:\s+(?:guys|all
        |happen\ to|by\ any\ chance|here|perhaps|also))*\s+(?:know|remember|(?:have|got)\s+(?:any\s+|an\s+)?(?:idea
        |clue|news|update|word|information|info)(?:\s+(?:of|on|about|as\ to))?|mind\ telling\ me)
    | (?:(?:my|our|his|her|the)\s+[\w’'-]+|[A-Z][\w’'-]+|he|she|they)\s+(?:(?:also|just|really|still|now)\s+)?
          (?:asks|(?:keeps?|is|are)\s+asking|wants?\s+to\s+know|wonders|would\s+like\s+to\s+know)(?:\s+(?:me|us))?
    | (?:my|our)\s+[\w’'-]+\s+(?:has|have)\s+asked(?:\s+(?:me|us))?
    | (?:i|we)(?:['’]?m|['’]re|\s+am|\s+are|\s+have\s+been|['’]ve\s+been)\s+asked(?:\s+by\s+(?:\w+\s+){1,3}?)?
    | ^(?:explain|tell\s+(?:me|us))\s+(?:please|to\s+me|exactly)
    | any(?:one|body)\s+(?:know|knows|have\ (?:any\ |an\ )?idea)
    | any\s+(?:idea|ideas|clue|news|word|update|info|information|thoughts|chance)s?(?:\s+(?:on|of|about|as\ to
        |regarding))?
    | (?:i|we|my\s+\w+)(?:['’]?m|['’]?re|\s+am|\s+are|\s+was|\s+were|\s+is|\s+have\ been|['’]ve\ been)?\s*(?:just\s+
        |also\s+|really\s+|still\s+|now\s+|a\ bit\s+|curious\s+and\s+)*
          (?:wonder(?:ing|ed|s)?|not\s+(?:entirely\s+|quite\s+|really\s+)?(?:sure|certain|clear)|unsure|unclear
              |confused(?:\s+about)?|curious(?:\s+(?:about|as\ to))?|asking|asks|ask
          |(?:want|need|would\ (?:quite\ |really\ |also\ )?like|['’]d\ (?:quite\ |really\ |also\ )?like|wanted|would\ love|['’]d\ love|like|trying|hoping
              |looking)\s+to\s+(?:know|ask(?:\s+you)?|find\s+out|understand|check|enquire|inquire|hear
              |learn)(?:\s+about)?
          |(?:do\ not|don['’]?t|dont|can['’]?t|cannot|couldn['’]?t)\s+(?:really\s+|quite\s+|fully\s+)?(?:understand
              |see|know|work\ out|figure\ out|tell|get))
    | (?:i|we)\s+must\s+(?:also\s+)?know
    | not\s+(?:entirely\s+|quite\s+|really\s+)?(?:sure|certain)
    | (?:be|am|['’]m)\s+(?:very\s+|really\s+|most\s+)?(?:keen|interested|curious|grateful|glad|happy|good|nice|great
        |helpful|useful)\s+to\s+(?:know|hear|learn|find\s+out|understand)
    | (?:what|all|one\s+thing)\s+(?:i|we)\s+(?:still\s+|also\s+|really\s+)?(?:don['’]?t\s+know|do\s+not\s+know
        |(?:want|need|would\s+like|['’]d\s+like)\s+to\s+know)\s+(?:is|was)
    | (?:my|our|one|another|the|a|first|second|last|next|main|only)\s+(?:other\s+|main\s+|only\s+|first\s+|second\s+
        |last\s+|quick\s+|real\s+)?(?:question|query|concern)s?\s*(?:is|was|are|:|-|–|,)
    | (?:quick\ |a\ |one\ |another\ )?question\s*[:–-]
    | wonder(?:ing|ed)
    | (?:can|could)\s+i\s+(?:just\s+)?(?:ask|check|confirm|find\ out|know|clarify)
    | (?:may|might)\s+i\s+(?:ask|know|enquire|inquire)
    )\s*(?:,|:|-|–|about|that)?\s+(?=(?P<complement>(?:(?:at|in|for|to|by|from|on|with)\s+)?(?:if|whether|what|when
        |where|who|whom|whose|which|why|how|whats|wheres)\b
        |(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have)\s))""",
    re.I | re.X,
)
"""A question put inside a statement, an order or another question, up to its complement."""

CONFIRM = lazy(
    r"(?:^|(?<=[\s,;:]))(?:(?:can|could|would|will)\s+(?:you|u|someone|anyone)\s+(?:please\s+|pls\s+|just\s+|also\s+"
    r"|kindly\s+)*"
    r"(?:confirm|verify|double.?check|clarify)|please\s+(?:can\ you\s+)?(?:confirm|clarify|verify))\s+(?:that\s+"
    r"|to me\s+)?(?=(?P<complement>\w))",
    re.I,
)

REQUEST = lazy(
    r"(?:^|[,;]\s*)(?:(?:so|and|also|but|then|hi|hello|hey|please|pls|in that case|if (?:so|not|possible))[,]?\s+)*"
    r"(?:can|could|would|will|won['’]?t|can['’]?t|couldn['’]?t)\s+(?:you|u|ya|someone|somebody|one of you"
    r"|we)\s+(?:guys\s+|all\s+)?(?:please\s+|pls\s+|plz\s+|kindly\s+|just\s+|maybe\s+|perhaps\s+|possibly\s+|also\s+"
    r"|at least\s+)*"
    r"(?P<verb>[a-z]+)",
    re.I,
)
REPORTING = frozenset(
    "tell advise confirm explain clarify say let inform recommend suggest see hear be have remember know guarantee verify describe remind "
    "do like prefer want need mind rather ship deliver accept take offer sell post get make use believe imagine understand promise".split()
)
"""Verbs that make "can you …" ask about an ability or for information, not for an action."""

_TYPE_WORDS: tuple[tuple[Answer, str], ...] = (
        ("duration", r"how (?:much )?(?:long|quick(?:ly)?|fast)\b(?! (?:is|are) the\b)|how many (?:minutes|hours|days"
                     r"|weeks|months|years|nights)\b|how much (?:longer|time|notice|later)\b|what(?:['’]?s| is"
                     r"| are) the (?:\w+ )?(?:wait|lead time|turnaround|timescale|timeframe|waiting time)"),
        ("time", r"\b(?:when|whens|when['’]s)\b|\bwhat (?:time|date|day|hour|month|year|days|times|hours|dates)\b"
                 r"|\bwhich (?:day|date|week|days|dates|month|evening|morning|time)\b|\bhow (?:soon|late|early"
                 r"|often)\b|\buntil what\b|\bwhat(?:['’]?s| is| are) (?:the|your) (?:\w+ )?(?:date|time|hours"
                 r"|deadline|eta|opening|closing)|\beta\b"),
        ("money", r"\bhow much\b(?! (?:of|further|more time)\b)(?! (?!(?:extra|more|money|would|should|could|might"
                  r"|must|shall|have|cost|less|does|did|will|are|was|were|can|has|had)\b)[a-z]{3,} (?:is|are|do|does|did|can|could|will|would|should|was"
                  r"|were|has|have|i|we|you|it)\b)(?! (?:space|room|water|data|storage|weight|memory)\b)"
                  r"(?! (?!money\b|cash\b)[a-z]{4,} in\b)"
                  r"|\bwhat(?:['’]?s| is| are| would| will| does| do|s)\b(?!.{0,60}\b(?:pay for|covers?|includes?|buys?|for)\W*$).{0,40}\b(?:price|cost|costs|fee|fees|charge"
                  r"|rate|rates|deposit|total|postage)\b|\b(?:which|what) (?:price|rate|fee)\b|^\W*(?:price|cost)\b"
                  r"|^how many (?:pounds|euros|dollars)"),
        ("number", r"\bhow (?:many|much|big|tall|wide|heavy|far|deep|thick|large|high|old)\b|\bwhat (?:size|number"
                   r"|percentage|weight|dimensions|temperature|length|width|height|speed|voltage|code|version|age)\b"
                   r"|\bwhat(?:['’]?s| is|s) the (?:\w+ )?(?:code|number|size|limit|maximum|minimum|weight|capacity"
                   r"|password|pin|reference|phone)\b|^\W*size\b"),
        ("cause", r"\bwhy\b|\bhow come\b|\bwhat(?:['’]?s| is| has|s)? (?:happened|happens|happening|went wrong"
                  r"|gone wrong|going on|wrong|caused?|causes|causing|the (?:reason|problem|issue|matter|cause|deal"
                  r"|delay|hold ?up))\b|\bfor what reason\b|\bwhat (?:exactly )?(?:happened|went wrong)"
                  r"|\bhow did (?:this|that|it) happen"),
        ("steps", r"\bhow (?:do|does|can|could|to|should|would|shall|did|on earth|exactly|best)\b|\bwhat(?:['’]?s"
                  r"| is) the (?:best |easiest |correct |right )?(?:way|procedure|process|method)\b|\bwhat (?:do"
                  r"|should|must|can) (?:i|we) (?:do|need to do|have to do)\b|\bwhat are the steps\b"),
        ("place", r"\b(?:where|wheres|where['’]s|wher)\b|\bwhat (?:address|branch|floor|platform|gate|room|entrance"
                  r"|street)\b|\bwhich (?:branch|floor|platform|gate|room|entrance|address|door|office|hall)\b"
                  r"|\bwhat(?:['’]?s| is) (?:the|your) (?:\w+ )?address\b"),
        ("person", r"\b(?:who|whom|whose|who['’]s|whos)\b|\bwhich (?:person|doctor|stylist|trainer|teacher|driver)\b"),
        ("thing", r"\b(?:which|what|whats|what['’]s)\b"),
        ("open", r"\b(?:how|hows|how['’]s)\b"),
)  # fmt: skip
_TYPES = tuple((kind, lazy(pattern, re.I)) for kind, pattern in _TYPE_WORDS)


def wh_answer(clause: str) -> Answer | None:
    """Return the kind of answer a WH-clause expects, by its first WH-word; None where it has none."""
    found: list[tuple[int, int, Answer]] = []
    for rank, (kind, pattern) in enumerate(_TYPES):
        if match := pattern.search(clause):
            found.append((match.start(), rank, kind))
    return min(found)[2] if found else None


RHETORICAL = lazy(
    r"how hard (?:can|could|is) (?:it|that)|are you (?:serious|kidding|joking|having a laugh|for real|mad|insane"
    r"|stupid)|you(?:['’]re)? (?:kidding|joking)|"
    r"what(?:['’]?s| is| the hell is| on earth is|s) wrong with (?:you|u|these)|who do you (?:people )?think"
    r"|^\W*(?:seriously|really)\W*(?:@\w+\W*)*$|what kind of (?:company|service|people|joke|business|place)|"
    r"why (?:do|does|must|should) (?:you|it|they) (?:guys |people )?(?:always|make it so|never|even|bother|insist)"
    r"|why (?:the|tf|on earth the)\s?(?:hell|heck|fuck|f\*+k?|f)\b|what the (?:hell|heck|fuck|f)|wtf|"
    r"do you (?:people |guys )?even\b|don['’]?t you (?:think|people|care|guys (?:care|think))|(?:do|did) (?:you"
    r"|u) (?:people|guys) (?:think|hate|enjoy|not care|actually care|ever)|isn['’]?t (?:that|it) (?:great|lovely"
    r"|wonderful|funny|ironic|amazing|a shame)|"
    r"^\W*who knows\b|who cares|who (?:wouldn['’]?t|would have thought|doesn['’]?t)|what(?:['’]?s| is) the point"
    r"|what more (?:can|could|do)|what else is new|guess what|you know what|know what i mean|"
    r"is (?:that|this|it) (?:too much to ask|a joke|some (?:kind|sort) of joke|really (?:so|that|too) (?:hard"
    r"|difficult|much))|is this (?:a|some) joke|how (?:dare|could) you\b|how (?:am i|are we) supposed to (?:trust"
    r"|believe)|"
    r"why (?:would|should) (?:i|anyone|we|anybody) (?:ever |even )?(?:pay|trust|bother|want|choose|stay|believe)"
    r"|what did i (?:do|ever do)|what (?:are|were) you (?:thinking|playing)|where(?:['’]?s| is) the (?:logic|sense"
    r"|justice|customer service)|"
    r"how about (?:a|an|some|you|we|push|stop|fix|try)\b|ever heard of|remember (?:me|that|us)\W*$|(?:need"
    r"|should) i (?:say|go on)|can you (?:believe|imagine)|(?:how|what) (?:about|if) (?:you|u) (?:guys )?(?:stop"
    r"|start|fix|try|learn|actually|sort|hire|do your)|"
    r"when will you (?:ever )?learn|how many (?:more )?times (?:do|must|have)|do (?:i|we) look like"
    r"|what happened to (?:customer service|good|quality|the days)|what am i paying|why am i (?:even )?paying"
    r"|,\s*you (?:may |might |will )?ask\b|shouldn['’]?t (?:there|you|it|that|they|this)\b",
    re.I,
)
PLEASANTRY = lazy(
    r"^\W*(?:(?:hi|hello|hey|dear \w+|morning|afternoon)\W+)?(?:(?:how(?:['’]?s| are| is|s| r| have)? (?:you|u|things"
    r"|it going|your day|your (?:week|weekend)|everyone|been keeping|you been|life|u doing|you doing|yourself"
    r"|business)\b(?! (?:going to|gonna|planning|expect|calculat|charg|deliver|ship|send|handl|process|fix))"
    r"|(?:i )?hope (?:you|this|all|everyone|your|you['’]re|ur)\b|did you have a (?:good|nice|lovely)|had a (?:good"
    r"|nice|lovely))[^?]{0,60}|(?:alright|all right|you (?:ok|well|alright)|what['’]?s up|wassup|sup|hello|hi|hey"
    r"|how do you do))\W*$",
    re.I,
)
ANYONE_THERE = lazy(
    r"^\W*(?:(?:is|are)\s+)?(?:any(?:one|body)|someone|you)\s+(?:still\s+)?(?:there|here|around|listening|awake|alive)(?:\s+alive)?\W*$"
    r"|^\W*hello\W*$",
    re.I,
)
WITHDRAWN = lazy(
    r"\b(?:never ?mind|nvm|found it|figured it out|worked it out|sorted it|(?<!case )ignore (?:that|this|me|my (?:last"
    r"|question))|scrap that|forget (?:it|that|about it)|disregard|no need to (?:answer|reply)|all sorted|sorted now"
    r"|got it (?:now|working)|(?:it['’]?s|it is|all|everything(?:['’]?s| is)?) (?:now )?(?:working|sorted|fixed"
    r"|solved|resolved)(?: now| again)?|solved it|(?:problem|issue) (?:is |has been |was )?(?:now )?(?:gone|solved"
    r"|fixed|resolved)|works (?:again|now)|i (?:have |['’]ve )?(?:found|got) (?:a|the|my) (?:solution|answer|fix))\b",
    re.I,
)
SELF_ANSWER = lazy(
    r"^\W*(?:because\b|obviously\b|of course (?:not|you|it|they)\b|the answer (?:is|was)\b|(?:no|nope|yes"
    r"|yep),? (?:it|you|they|i|we|that)\b|exactly\W|nobody\b|no one\b|nothing\W|never\W|not (?:you|me|them|really)\b"
    r"|to (?:make|get|take) |(?:probably|definitely|absolutely|certainly|most likely)(?: not| so| yes)?[.!,]"
    r"|(?:no|nope|nah|yes|yep|yeah)\W*$|(?:not a chance|no chance|no way|hardly|i doubt it|i think not|unlikely|highly unlikely)\W*$)",
    re.I,
)
CONDITION = lazy(
    r"\bif (?:you|it|that|they|this) (?:can['’]?t|cannot|don['’]?t|doesn['’]?t|won['’]?t|isn['’]?t|aren['’]?t|not)\b"
    r"|^\W*(?:if not|otherwise|and if not|failing that)\b",
    re.I,
)
IF_SO = lazy(
    r"^\W*(?:and |but )?(?:if so|if yes|if it (?:is|does)|if you do|if that(?:['’]s| is) (?:the case|possible)"
    r"|if possible)\b",
    re.I,
)
NEGATIVE = lazy(
    r"(?:n['’]t|\b(?:dont|doesnt|didnt|isnt|arent|wasnt|werent|havent|hasnt|hadnt|cant|cannot|couldnt|wont|wouldnt"
    r"|shouldnt|aint|not|never|no|nothing|nobody|nowhere|without|unable))\b",
    re.I,
)
MIND = lazy(r"^\W*(?:and |but |so )?(?:do|would) (?:you|they|u) mind\b", re.I)
