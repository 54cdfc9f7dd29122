"""What the sentences of a reply do: thank, hold, ask back, refuse, point elsewhere, or say something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from replylint.language.patterns import lazy
from replylint.language.text import Sentence, Text
from replylint.language.vocabulary import content
from replylint.model import Span

_COURTESY = lazy(
    r"""^[\W_]*(?:(?:and|but|so|also|please|again|once\ again|hi|hello|hey|oh|ah|well|then|as\ always)\b[\s,]*)*(?:
      (?:(?:many|much|kind|big|huge|sincere)\s+)?(?:thanks?|thank\ you|thankyou|thx|ta|cheers)\b(?!.*\b(?:is|are|was
          |will|has|have\ been|can|were)\s+(?:now|been|on|in|out|due|ready|fixed|sorted|done|booked)\b)
    | (?:we|i)(?:['’]re|['’]m|\s+are|\s+am|['’]d\s+be|\s+would\s+be|['’]d)?\s+(?:really\s+|so\s+|very\s+|truly\s+
        |most\s+|always\s+)*(?:appreciate|value|grateful|thankful|delighted|thrilled|pleased|glad|happy|love|hope
        |wish|here\ to\ help|here\ for\ you|look\ forward|looking\ forward|understand\ (?:how|your|the|that\ this)
        |hear\ you|care\ about|strive|aim|try\ (?:our|to)|always\ try|do\ our\ best|pride|committed|take\ (?:all
        |every|your|this|these|feedback|pride)|working\ (?:hard|to\ (?:improve|make))|work\ hard|very\ busy|busy
        |know\ (?:how|that\ this\ is|this\ is)|can\ imagine|can\ (?:definitely\ |certainly\ )?(?:help|assist
        |provide\ some)|will\ (?:gladly|happily)\ help|apologi[sz]e\b|sorry\b|welcome|can\ help|can\ definitely\ help
        |would\ love\ to\ help|can(?:['’]?t|not)\ wait|want\ to\ (?:help|make|ensure))
    | (?:please\s+)?(?:do\s+)?(?:accept\s+our|let\s+(?:me|us)\s+know\s+(?:if|should)|feel\s+free|(?:do\s+not
        |don['’]?t)\s+hesitate|give\s+us\s+a\s+(?:shout|nudge)|just\s+(?:shout|ask|let\s+us\s+know
        |give\s+us\s+a\s+shout)|shout\b|holler|stay\s+(?:safe|tuned|well)|take\s+care|bear\s+with\s+us|enjoy\b
        |have\s+(?:a|an|fun)\b|happy\s+\w+|all\s+the\s+best|good\s+luck|best\s+of\s+luck|keep\s+(?:us\s+posted
        |in\s+touch|enjoying)|come\s+(?:back|again|see\s+us)|hope\b|wish(?:ing)?\b|see\s+you\b|speak\s+soon
        |talk\s+soon|look(?:ing)?\s+forward|congrat\w*|welcome\b|sorry\b|apologies\b|our\s+(?:sincere(?:st)?\s+
        |deepest\s+)?apologies|my\s+apologies|sincere\s+apologies|noted\b|understood\b|received\b|acknowledged
        |no\s+(?:problem|worries|trouble)\b|not\s+a\s+problem|you['’]?re\s+(?:very\s+)?welcome|(?:of|for)\s+(?:your
        |all\s+your)\s+(?:order|message|patience|understanding|feedback|interest)|any\s+(?:other\s+|more\s+
        |further\s+)?questions|if\s+(?:you|there(?:['’]?s|\s+is|\s+are))\b.{0,60}?\b(?:need|have|any|anything
        |questions?|help)\b.{0,60}?(?:$|let\s+us|let\s+me|feel\s+free|just|give\s+us|we['’]?re|don['’]?t|do\s+not
        |please|shout|drop|get\s+in\s+touch|reach|contact))
    | (?:your|the)\s+(?:\w+\s+)?(?:order|feedback|satisfaction|message|patience|understanding|comments?|business
        |opinion|enquiry|inquiry|support|experience|request|query|question)\s+(?:is|are|means?|has\s+been
        |have\s+been)\s+(?:very\s+|so\s+|always\s+|really\s+|highly\s+)?(?:in\s+good\s+hands|important|appreciated
        |valued|welcome|noted|received|a\s+lot|(?:the\s+)?world|our\s+(?:top\s+)?priority|passed|well\s+received)
    | (?:great|good|fantastic|lovely|wonderful|excellent|amazing|awesome|perfect|nice|beautiful|fair)\s+(?:question
        |choice|news|to\s+(?:hear|see|have|meet)|stuff|point|catch|taste|one|job|work|day|weekend|evening|week|to\b)
    | (?:what\s+a|how)\s+(?:lovely|nice|exciting|wonderful|great|sweet|kind|frustrating|annoying|disappointing)\b
    | (?:that|this|it)(?:['’]?s|\s+is|\s+sounds?|\s+must\s+be|\s+doesn['’]?t\s+sound|\s+isn['’]?t
        |\s+is\s+not)\s+(?:like\s+)?(?:really\s+|very\s+|so\s+|not\s+)*(?:great|good|lovely|wonderful|frustrating
        |annoying|disappointing|no\s+good|right|ideal|awful|never\s+(?:good|nice|fun)|the\s+experience
        |what\s+we\s+(?:like|want))\b.{0,50}$
    | (?:best|kind(?:est)?|warm(?:est)?)\s+(?:wishes|regards)
    | (?:hi|hello|hey|howdy|greetings|good\s+(?:morning|afternoon|evening|day))\b(?:\W+\w+){0,2}\W*$
    )""",
    re.I | re.X,
)
"""The beginning of a segment that only is polite: thanks, wishes, apologies, closing offers, praise of the question."""

_BOILERPLATE = lazy(
    r"\b(?:we(?:['’]re| are)? (?:always|constantly|continually|continuously) (?:working|striving|trying|looking"
    r"|aiming)|we aim to (?:process|respond|reply|answer|deal|provide|give|be)|prides? (?:ourselves|itself)"
    r"|award.?winning|world.?class|state of the art|many (?:of our )?(?:customers|learners|guests|people|clients"
    r"|users) (?:love|tell|say|like|enjoy|ask|swear)"
    r"|(?:customer )?(?:satisfaction|safety|comfort|privacy) is (?:our|very|of|paramount|always)|means? (?:a lot"
    r"|the world) to us|thank you for (?:being|choosing)|loyal customers?|high(?:est)? (?:standards?|quality)|(?:as"
    r"|more) (?:quickly|soon|fast) as (?:possible|we can))\b",
    re.I,
)
_BARE = lazy(
    r"""^[\W_]*(?:(?:hi|hello|hey|dear)\s+(?:there|\w+)?\s*[,!.-]*\s*)?
      (?:(?:as\s+regards?|regarding|on|for|to|as\s+for|about|with\s+regard\s+to)\s+(?:your
          |the)\s+(?:\w+\s+){0,3}?(?:point|question|query|one|part|first|second|third|last|other)\s*[,:–-]\s*)?
      (?P<token>yes|yep|yeah|yea|yup|aye|yess+|no|nope|nah|ok|okay|okey|k|correct|right|sure(?:\s+(?:thing|can|is
          |does|will))?|absolutely|definitely|certainly|of\s+course|indeed|exactly|affirmative|confirmed|true|agreed
          |fine|spot\s+on|quite|precisely|that['’]?s\s+(?:right|correct|fine|it|true|the\s+case|quite\s+(?:right
          |all\s+right)|all\s+right)|you['’]?re\s+(?:right|correct)|you\s+(?:have|['’]ve)\s+(?:got\s+)?(?:it
          |that)\s+right|👍|✅|👌|i\s+(?:think|believe|guess)\s+so|not\s+a\s+problem|no\s+problem(?:\s+at\s+all)?)
      (?:[\s,.!:;–—-]*(?:(?:so|and|well|it|they|we|that|he|she|you)\s+)?(?:yes|yep|yeah|no|nope|please|thanks
          |thank\s+you|correct|right|exactly|indeed|absolutely|definitely|of\s+course|sure|ok|okay|fine
          |that['’]?s\s+(?:right|correct|fine|it|true|the\s+one|the\s+case|quite\s+(?:right|all\s+right)
          |all\s+(?:right|fine|ok(?:ay)?|good|correct)|absolutely\s+\w+|perfectly\s+\w+)|that\s+is\s+(?:right|correct
          |fine|the\s+case|all\s+right)|you['’]?re\s+(?:right|correct)|you\s+are\s+(?:right|correct)|i\s+(?:think
          |believe|guess)\s+so|(?:is|are|was|were|does|do|did|has|have|will|can|should|would)(?:\s+indeed)?
          |can\s+confirm|as\s+far\s+as\s+i\s+know|sorry(?:\s+about\s+(?:that|this))?|sir|madam|mate|love|dear
          |for\s+sure|all\s+(?:good|fine|correct|right|ok)|no\s+(?:problem|worries|bother)(?:\s+at\s+all)?|at\s+all
          |always|quite|right|good\s+(?:spot|question|point)|well\s+spotted|glad\s+to|happy\s+to(?:\s+help)?
          |sounds\s+good|perfect|great|as\s+you\s+say|[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+))*[\W_]*$""",
    re.I | re.X,
)
"""A yes, no or OK with nothing but filler behind it."""

POLARITY = lazy(
    r"^[\W_]*(?:\d{1,2}[.)]\s+)?(?:(?:hi|hello|hey|dear|oh|ah|well|good (?:question|news|morning|afternoon)"
    r"|great (?:question|news)|so|and|but|thanks(?: for [^,.!]{1,40})?|sorry|unfortunately"
    r"|i['’]m afraid)\b[\s,!.–—:-]*(?:\w+[\s,!.–—:-]+)?){0,2}"
    r"(?:yes|yep|yeah|yup|aye|no|nope|nah|not|sure|of course|absolutely|definitely|certainly|correct|right"
    r"|that['’]?s (?:right|correct)|indeed|exactly|you can|you could|you may|you do|you don['’]?t|you won['’]?t"
    r"|you will|you need|you['’]ll|it['’]s|they['’]re|that['’]s|we['’](?:re|ve)|it (?:is|does|isn|doesn|will|won|can)"
    r"|they (?:are|do|don|will|can)|we (?:do|don|can|will|are)|there (?:is|are|isn|aren)|i (?:can|will|do|have)"
    r"|afraid (?:so|not)|please do|feel free|go ahead|no need|never|always|only|neither|both|either)\b",
    re.I,
)

HOLD = lazy(
    r"\b(?:(?:i|we|our \w+|my \w+|the \w+(?: team)?|he|she|they|someone)(?:['’]?(?:ll|m|re|ve|s)|\s+(?:will|am|are"
    r"|have|is|shall|has|am currently|are currently|are still|am still))?\s+(?:just\s+|now\s+|also\s+|already\s+"
    r"|still\s+|currently\s+|both\s+|be\s+|been\s+|going to\s+|need to\s+|to\s+)*"
    r"(?:check(?:ing|ed)?|look(?:ing|ed)? (?:into|at|for|it up|up)|find(?:ing)? (?:out|that out)|investigat(?:e|ing"
    r"|ed)|chas(?:e|ing|ed)|ask(?:ing|ed)|follow(?:ing|ed)? (?:up|this up)|get(?:ting)? (?:back|in touch|an answer)"
    r"|(?:come|came|coming) back|escalat(?:e|ing|ed)|rais(?:e|ed|ing)|pass(?:ed|ing)?|forward(?:ed|ing)?|pull(?:ing"
    r"|ed) up|work(?:ing)? on|let you know|update you|e?-?mail you|write (?:to you|again|back)|call you|ring you"
    r"|text you|phone you|contact you|message you|be in touch|have (?:an answer|it|news|the)|tell you"
    r"|speak(?:ing)? (?:to|with)|spoken (?:to|with)|report(?:ed)?|confirm|aware of|tracing|trac(?:e|ed)|clarify|dig"
    r"|sort(?:ing)?)\b"
    r"|(?:let me|allow me to|let us|leave (?:it|this|that) with (?:me|us)|bear with me|(?:one|just a) (?:moment"
    r"|sec(?:ond)?|minute|mo)\b|two (?:ticks|secs|mins|minutes)|hang on|hold on|give (?:me|us) (?:a|an|two|five|ten"
    r"|one|until)|more (?:info|information|details|news) (?:soon|to follow|will follow)|to follow (?:by|on|today"
    r"|tomorrow|this|once|as soon)|will follow\b|answer (?:by|to follow)|(?:is|are) being (?:looked into|checked"
    r"|investigated|reviewed)|under (?:review|investigation)|in the queue|on it\b))",
    re.I,
)
ASK = lazy(
    r"\?|(?:^|[.!?,;:–—-]\s*|\b(?:and|then|so)\s+)(?:please\s+|kindly\s+|pls\s+|simply\s+|just\s+)*(?:(?:can|could"
    r"|would|will|may|might)\s+(?:you|we|i)\s+(?:please\s+|kindly\s+|just\s+|also\s+)*(?:please\s+)?)?"
    r"(?:send|provide|share|(?:dm|pm|message)\s+(?:us|me|your|the|over|it|with)|let\s+(?:us|me)\s+have|type\s+in"
    r"|let\s+(?:us|me)\s+know\s+(?!if\s+(?:you|there|that|we|i\b))|tell\s+(?:us|me)|confirm|give\s+(?:us|me)|supply"
    r"|attach|post|upload|drop\s+us|shoot\s+us|reply\s+with|email\s+(?:us|me)|pop\s+us|follow|private\s+message"
    r"|direct\s+message|text\s+(?:us|me)|include|paste|describe|specify|clarify|elaborate|read\s+(?:us|me)|quote"
    r"|re-?enter|have)\b"
    r"|\byou\s+(?:could|can|should)\s+(?:please\s+)?(?:expand|explain|clarify|elaborate|describe)\b"
    r"|\bif\s+you\s+(?:could\s+|can\s+|would\s+)?(?:tell|send|give|let|share|dm|post)\s+(?:us|me)\b|\b(?:ask"
    r"|need)\s+(?:you\s+)?(?:for|its|the|your)\b|\b(?:may|can|could)\s+(?:i|we)\s+(?:just\s+)?(?:ask|have|take|get)\b"
    r"|\bplease\s+(?:could\s+)?you\b"
    r"|\b(?:direct|private)\s+(?:message|msg)|\bdms?\b|\binbox\s+us|\b(?:would|we(?:['’]d| would)|i(?:['’]d| would)"
    r"|['’]ll)\s+(?:also\s+|just\s+)?(?:need|require|like)\s+(?:to\s+know\s+|your|the|a\s|some|more|you\s+to)"
    r"|\bneed\s+(?:your|you\s+to|some\s+(?:more|extra|info|details)|more\s+(?:info|details)|a\s+(?:bit|few"
    r"|little)\s+more)|\bwhat\s+(?:i|we)\s+need",
    re.I,
)
CHANNEL = lazy(
    r"\b(?:dms?|d\.m\.?|pm|inbox|(?:direct|private)\s+(?:message|msg)s?|message\s+us|send\s+us\s+a\s+(?:message|note"
    r"|dm|pm)|follow\s+(?:us|and|me)|drop\s+us\s+a)\b",
    re.I,
)
REFUSE = lazy(
    r"\b(?:can(?:['’]?t|not|\s+not)|couldn['’]?t|unable|not\s+able|won['’]?t|unfortunately|afraid|(?:do|does"
    r"|did)(?:n['’]?t|\s+not)\s+(?:have|know|offer|support|do|allow|currently|take|sell|stock|provide|include|plan"
    r"|recommend|think|believe)|no\s+(?:longer|plans?|way|eta|date|timeline|timeframe|news|update|info|information)"
    r"|not\s+(?:possible|available|sure|allowed|permitted|yet|currently|certain|aware|something|at\s+this\s+time"
    r"|an\s+option|supported)|isn['’]?t\s+(?:possible|available|something|supported|yet)|aren['’]?t\s+(?:able"
    r"|available)|depends?\s+on|it\s+depends|hard\s+to\s+say|only\s+available|at\s+the\s+moment\s+we|nobody\s+knows"
    r"|no\s+one\s+knows|discontinued|sold\s+out|out\s+of\s+stock)\b",
    re.I,
)
_SITE = (
    r"(?:web\s?sites?|web\s?page|home\s?page|(?<!this\s)(?<!that\s)site|faqs?|help\s+(?:centre|center|pages?|section"
    r"|desk|area)|helpdesk|support\s+(?:area|pages?|site|section|centre|center|hub)"
    r"|terms(?:\s+(?:and|&)\s+conditions)?|t&cs?|brochure|knowledge\s+base|newsletter|search\s+engine"
    r"|internet(?!\s+(?:connection|settings?|speed|options?|security|explorer|provider|service|access)\b)|directories"
    r"|spec\s+sheet|handbook|manual|wiki|white\s+paper|leaflet|booklet|price\s+list"
    r"|(?:your|the|our)\s+contract|own\s+page|small\s+print|timetable|(?:common"
    r"|frequent(?:ly)?)\s+(?:asked\s+)?questions|policy\s+(?:page|booklet|document)|privacy\s+policy"
    r"|(?:[\w’']+\s+)?portal|\w+\s+pages|(?:delivery|returns|our|shop|info(?:rmation)?)\s+page|(?:parent|mobile|our"
    r"|the)\s+app|(?:public\s+)?register)"
)
_PARTY = (
    r"(?:team|customer\s+(?:service|services|care|support)|service|line|hotline|shops?|stores?|branch(?:es)?|office"
    r"|reception|desk|helpline|staff|colleagues|experts|contact\s+centre|call\s+centre|department"
    r"|manufacturer|maker|courier|carrier|seller|bank|provider|insurer|vendor|retailer|supplier|council|landlord"
    r"|authorities|embassy|platform|publisher|sales|support|advis[eo]rs?|engineer|repair\s+(?:shop|centre|center)"
    r"|computer\s+shop)"
)
_TURN = (
    r"(?:see|visit|check(?:\s+out)?|refer\s+to|(?:have|take)\s+a\s+(?:look|read)(?:\s+(?:at|on|in|through))?"
    r"|look\s+(?:at|on|through|in)|go\s+to|head\s+(?:over\s+)?to|browse|read(?:ing)?(?:\s+through)?|consult"
    r"|google|search|explore|follow|use|try)"
)
_CALL = (
    r"(?:call(?:ing)?|phon(?:e|ing)|ring(?:ing)?|e-?mail(?:ing)?|contact(?:ing)?|get\s+in\s+touch\s+with"
    r"|reach\s+out\s+to|speak(?:ing)?\s+(?:to|with)|talk\s+to|ask|check\s+with|take\s+(?:it|this"
    r"|that)\s+up\s+with|taken\s+up\s+with|write\s+to|tweet|approach|pop\s+(?:in)?to|drop\s+(?:in)?to"
    r"|go\s+through|take\s+(?:it\s+)?to)"
)
POINTER = lazy(
    rf"""
      (?:^|\b(?:please|kindly|just|can|could|may|should|best\s+to|to|and|or|recommend|suggest)\s+
          |[.;:,–—-]\s*){_TURN}\s+(?:(?:the|our|your|their|its|any\s+of\s+our
          |a)\s+)?(?:[\w/&'’-]+\s+){{0,3}}?{_SITE}\b
    | \b(?:is|are|can\s+be|be)\s+(?:all\s+)?(?:found|explained|listed|available|covered|set\s+out|described|stated
        |handled|shown|dealt\s+with|on|in|at|searched)\b[^.!?]{{0,40}}?\b{_SITE}\b
    | \b(?:find|got|has|have)\s+(?:out\s+)?(?:everything|all|lots|plenty|more|them|it|that|this
        |a)\b[^.!?]{{0,50}}?\b{_SITE}\b
    | (?:^|[\s,.;:–—-])(?:please\s+|kindly\s+|just\s+|simply\s+|best\s+(?:to\s+)?|(?:you['’]ll\s+|you\s+)(?:need|have
        |will\s+need|can|could|may|should|might\s+want)(?:\s+to)?\s+|(?:suggest|recommend
        |advise)\s+(?:that\s+)?(?:you\s+)?|are\s+best\s+|would\s+be\s+to\s+|^){_CALL}\s+(?:(?:the|our|your|their|a|an
        |any\s+of\s+our|any)\s+)(?:[\w'’-]+\s+){{0,3}}?{_PARTY}\b
    | \bgive\s+(?:the|our|your)\s+(?:\w+\s+){{0,3}}{_PARTY}\s+a\s+(?:ring|call|shout|bell)
        | \bgive\s+us\s+a\s+(?:ring|call|bell)\b
    | ^[\W_]*(?:please\s+)?(?:call|phone|ring|e-?mail|contact|visit|tweet)\s+us\b(?!\s+(?:a|your|the|with)\b)
    | (?:as\s+(?:per|stated\s+in|set\s+out\s+in)|in\s+(?:line|accordance)\s+with|according\s+to)\s+(?:our
        |the)\s+(?:\w+\s+)*?(?:terms|policy|policies|conditions|rules|guidelines|t&cs?|contract|agreement)\W*$
    | ^[\W_]*(?:why\s+(?:do|are)\s+you\s+ask(?:ing)? | why\s+would\s+you\s+(?:ask|want) | what\s+makes\s+you\s+(?:ask
        |think) | who\s+told\s+you | does\s+it\s+matter)
    | ^[\W_]*(?:for|with|on|as\s+to|regarding)\s+(?:all|any|every)\w*\s[^.!?]{{3,60}}?\b(?:please|there['’]?s|ring
        |visit|contact)\b
    | ^[\W_]*(?:everything|anything|all)\s+(?:about|on|to\s+do\s+with|of\s+the)\b[^.!?]{{3,60}}?\b(?:is|are)\b
    | ^[\W_]*(?:\w+\s+)?questions\s+(?:about|on|go|are)\b[^.!?]{{3,70}}?\b(?:go\s+through|taken\s+up|handled|directed
        |answered\s+(?:by|on|in))\b
    | \b(?:visit|click|tap|see)\s+us\s+here\b
    | ^[\W_]*(?:but\s+|and\s+)?(?:for|with|as\s+(?:to|for)|on|regarding)\s[^.!?]{{3,70}}?\b(?:please|kindly|best\s+to
        |you['’]ll\s+have\s+to|do)\s+(?:have\s+a\s+(?:look|browse|read)|consult|visit|see|contact|ring|call|phone
        |speak|ask|check|use|follow|refer|go|read|write)\b
    | ^[\W_]*(?:for|with|as\s+(?:to|for)|on|regarding)\s[^.!?]{{3,70}}?\b(?:there(?:['’]s|\s+is|\s+are)
        |we['’]ve\s+got)\s[^.!?]{{0,50}}?\b(?:section|page|questions|help|knowledge|article|video|terms)\b
    | ^[\W_]*(?:\w+\s+){{1,4}}(?:queries|questions|problems|complaints|matters|enquiries|requests)\s+(?:go|are|should
        |must|have\s+to)\b[^.!?]{{0,20}}\b(?:through|to|by|with|directed|sent)\b
    | \b(?:you['’]ll|you\s+(?:can|will|could))\s+(?:find|see|get)\b[^.!?]{{0,60}}?\b(?:on|at|in|from|under)\s+(?:the
        |our|your)\s+(?:[\w'’-]+\s+){{0,2}}?{_SITE}\b
    | \b(?:have|take)\s+a\s+(?:browse|look|peek)\s+(?:round|around|of|at|on|over)\s+(?:the
        |our)\s+(?:[\w'’-]+\s+){{0,2}}?{_SITE}\b
    | \b{_SITE}\b[^.!?]{{0,30}}?\b(?:has|have)\s+(?:plenty|lots|everything|all|more|loads)\b | \b{_SITE}\s+(?:is
        |are)\s+(?:a|the)\s+(?:great|good|best|right)\s+place\b
    | ^[\W_]*(?:as\s+i\s+said|again|like\s+i\s+said|well)?[\s,]*it['’]?s\s+all\s+(?:on|in|at)\s+(?:the|our
        |your)\s+(?:[\w'’-]+\s+){{0,2}}?{_SITE}\b
    | \b(?:internet|web|google|search\s+engines?)\s+(?:will|can)\s+(?:tell|show|give|explain)\b | \b(?:google
        |search)\s+(?:it|that|for\s+it)\b
    | \b(?:any|all)\s+[^.!?]{{2,40}}?\bplease\s+(?:ring|call|contact|visit|see|ask)\b
    | ^[\W_]*(?:please\s+)?(?:use|try)\s+the\s+search\b | ^[\W_]*please\s+read\s+your\s+\w+\W*$
        | \bsearch\s+the\s+web\b
    """,
    re.I | re.X | re.M,
)
"""A sentence that sends the customer elsewhere: a site, a document, a telephone, another party."""
CONTACTS = lazy(
    rf"\b{_CALL}\s+(?:the|our|your|their|a|an)\s+(?:[\w'’-]+\s+){{0,3}}?{_PARTY}\b"
    rf"|^[\W_]*(?:please\s+)?take\s+(?:it\s+)?to\s+an?\s+(?:\w+\s+)?{_PARTY}\b",
    re.I,
)
"""Advice to turn to somebody else."""
_MOVE = lazy(
    r"\b(?:dm|pm|message|inbox)\s+us\b|\b(?:send|shoot|drop)\s+us\s+an?\b|\blet['’]?s\b[^.!?]{0,40}\b(?:dms?|direct"
    r"|private)\b"
    r"|\b(?:by|via|through|in|over\s+to|into)\s+(?:a\s+|our\s+)?(?:dms?|direct\s+message|private\s+message)\b",
    re.I,
)
DATUM = lazy(
    r"\b(?:your(?!\s+(?:reply|response|message|patience|time|support|dms?|direct|private|inbox|convenience|device|thoughts)\b)|which|what|whether|number|details?|info(?:rmation)?|username|e-?mail|address|locator|code|reference"
    r"|screenshot|photo|post ?code|serial|model|version|more about|what happened|issues?|describe|explain)\b",
    re.I,
)
"""What a needed question asks for; a move to private messages that asks for nothing is none."""
SUPPLEMENT = lazy(
    r"\b(?:more|further|full|additional|extra)\s+(?:info|information|details|help|assistance|tips|reading|questions)\b",
    re.I,
)
MARKETING = lazy(
    r"\bwe (?:have|offer|provide|stock) (?:many|lots of|plenty of|a (?:wide|huge|great|large|whole) (?:range|variety"
    r"|selection|choice)|something for)|\bto suit (?:every|all|any)\b|\bmost popular\b|\bvery proud\b|"
    r"\b\d+\s?%\s+off\b|\b(?:lovely|special|great|new|latest)\s+(?:offers?|range|collection|menu|season)\b"
    r"|\bmust.?haves?\b|\bcome\s+(?:and\s+)?see\b|\bone\s+of\s+(?:the|our)\s+(?:lowest|best|finest|most)\b"
    r"|\bhave\s+you\s+(?:seen|tried)\s+our\b|\bdid\s+you\s+know\b|\b(?:packages?|options?|something)\s+(?:to\s+suit"
    r"|for)\s+every|\bfor\s+(?:every|all)\s+(?:budgets?|tastes?|needs?|ages)|\bjust\s+as\s+(?:gorgeous|good|lovely)\b"
    r"|\bsign\s+up\b|\bnewsletter\b|\bwhile\s+(?:stocks|they)\s+last\b|\bdon['’]t\s+miss\b|\bour\s+best.?sellers?\b"
    r"|\b(?:trusted|loved)\s+by\b|\bwe\s+take\s+\w+\s+(?:extremely|very)\s+seriously\b",
    re.I,
)
"""Praise of the goods where an answer should stand."""


_AT_LINK = lazy(
    r"\b(?:visit|see|check(?: out)?|go to|head to|browse|switch[^.!?]{0,20})\W{0,3}\s*\ufffc"
    r"|\b(?:everything|all|lots|plenty|more|find|found|look|available|listed|hours|website|site|centre|center"
    r"|page)\b[^.!?]{0,70}?(?:\b(?:at|on)\s*|:\s*)\ufffc",
    re.I,
)
_ADDRESS = lazy(r"(?:https?://)?(?:www\.)?(?P<host>[\w.-]+)(?P<path>/[^\s?#]*)?", re.I)
_SHORTENER = lazy(r"(?:^|\.)(?:t\.co|bit\.ly|goo\.gl|tinyurl\.com|ow\.ly|spr\.ly|po\.st)$", re.I)
_NO_SEGMENT = lazy(r"[a-z]{2}(?:-[a-z]{2})?|index\.\w+|home", re.I)


@dataclass(frozen=True, slots=True)
class Link:
    """A web address in the draft. ``depth`` counts the segments of its path; a short link's is not known (-1)."""

    depth: int
    stems: frozenset[str]


def link(url: str) -> Link:
    """Return how deep an address leads, and the words of its path."""
    match = _ADDRESS.match(url)
    host, path = (match["host"], match["path"] or "") if match else ("", "")
    segments = [s for s in path.split("/") if s and not _NO_SEGMENT.fullmatch(s)]
    return Link(-1 if _SHORTENER.search(host) else len(segments), content(re.sub(r"[-_/.]", " ", path)))


@dataclass(frozen=True)
class ReplySentence:
    """A sentence of the reply, and what it does."""

    sentence: Sentence
    scan: str
    span: Span
    links: tuple[Link, ...]

    @cached_property
    def stems(self) -> frozenset[str]:
        return content(self.sentence.text)

    @cached_property
    def courtesy(self) -> bool:
        """Whether every part of it only is polite."""
        if self.links:
            return False
        parts = [p for p in _PART.split(self.scan) if any(c.isalnum() for c in p)]
        return bool(parts) and all(
            _COURTESY.match(part) or (i > 0 and len(part.split()) <= 3 and not _INFORMS.search(part))
            for i, part in enumerate(parts)
        )

    @cached_property
    def boilerplate(self) -> bool:
        return _BOILERPLATE.search(self.scan) is not None

    @cached_property
    def bare(self) -> str:
        """The yes, no or OK that is all it says; empty where it says more."""
        match = _BARE.match(self.scan)
        return match.group("token") if match else ""

    @cached_property
    def polarity(self) -> bool:
        return POLARITY.match(self.scan) is not None

    @cached_property
    def holds(self) -> bool:
        return HOLD.search(self.scan) is not None

    @cached_property
    def asks(self) -> bool:
        return ASK.search(self.scan) is not None and not self.courtesy

    @cached_property
    def refuses(self) -> bool:
        return REFUSE.search(self.scan) is not None

    @cached_property
    def points(self) -> bool:
        root = bool(self.links) and all(link.depth == 0 for link in self.links) and _AT_LINK.search(self.sentence.scan)
        return bool(root) or POINTER.search(self.scan) is not None

    @cached_property
    def only_moves(self) -> bool:
        """Whether it moves to private messages without asking for anything."""
        return _MOVE.search(self.scan) is not None and DATUM.search(self.scan) is None

    @cached_property
    def advertises(self) -> bool:
        return MARKETING.search(self.scan) is not None

    @property
    def informs(self) -> bool:
        """Whether it says anything at all."""
        return not self.courtesy


_PART = lazy(
    r"\s+(?:and|but|so)\s+(?=(?:thank|have|enjoy|we|i|please|good|see|look|let|sorry|it|your|the|you|feel|hope|they"
    r"|that|this|there|he|she|will|are|is)\b)"
    r"|\s*[;:–—]+\s*|,\s+|\s+(?:however|because|since|although|though|unfortunately|but)\s+",
    re.I,
)
_INFORMS = lazy(
    r"\d|\b(?:yes|no|nope|yep|yeah|ok|okay|correct|sure|confirmed|pm|am|done|booked|both|either|neither|free|tomorrow"
    r"|today"
    r"|\w+day|is|are|was|were|will|can|can['’]t|won['’]t|has|have|had|do|does|did)\b",
    re.I,
)


def reply_sentences(draft: Text) -> Iterator[ReplySentence]:
    """Yield what our reply says, greeting and sign-off left out unless there is nothing else."""
    urls = [mask.span for mask in draft.masks if mask.kind == "url"]
    for sentence in draft.author or draft.sentences:
        links = tuple(link(url.of(draft.raw)) for url in urls if url.overlaps(sentence.span))
        yield ReplySentence(sentence, sentence.scan.replace("\ufffc", " "), sentence.span, links)
