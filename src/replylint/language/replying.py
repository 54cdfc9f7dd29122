"""What the sentences of a reply do: thank, hold, ask back, refuse, point elsewhere, or say something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from replylint.language.text import Sentence, Text
from replylint.language.vocabulary import content
from replylint.model import Span

_COURTESY = re.compile(
    r"""^[\W_]*(?:(?:and|but|so|also|please|again|once\ again|hi|hello|hey|oh|ah|well|then|as\ always)\b[\s,]*)*(?:
      (?:(?:many|much|kind|big|huge|sincere)\s+)?(?:thanks?|thank\ you|thankyou|thx|ta|cheers)\b(?!.*\b(?:is|are|was|will|has|have\ been|can|were)\s+(?:now|been|on|in|out|due|ready|fixed|sorted|done|booked)\b)
    | (?:we|i)(?:['’]re|['’]m|\s+are|\s+am)?\s+(?:really\s+|so\s+|very\s+|truly\s+|most\s+|always\s+)*(?:appreciate|value|grateful|thankful|delighted|thrilled|pleased|glad|happy|love|hope|wish|here\ to\ help|here\ for\ you|look\ forward|looking\ forward|understand\ (?:how|your|the|that\ this)|hear\ you|care\ about|strive|aim|try\ (?:our|to)|always\ try|do\ our\ best|pride|committed|take\ (?:all|every|your|this|these|feedback|pride)|working\ (?:hard|to\ (?:improve|make))|work\ hard|very\ busy|busy|know\ (?:how|that\ this\ is|this\ is)|can\ imagine|apologi[sz]e\b|sorry\b|welcome|can\ help|can\ definitely\ help|would\ love\ to\ help|want\ to\ (?:help|make|ensure))
    | (?:please\s+)?(?:do\s+)?(?:accept\s+our|let\s+(?:me|us)\s+know\s+(?:if|should)|feel\s+free|(?:do\s+not|don['’]?t)\s+hesitate|give\s+us\s+a\s+(?:shout|nudge)|just\s+(?:shout|ask|let\s+us\s+know|give\s+us\s+a\s+shout)|shout\b|holler|stay\s+(?:safe|tuned|well)|take\s+care|bear\s+with\s+us|enjoy\b|have\s+(?:a|an|fun)\b|happy\s+\w+|all\s+the\s+best|good\s+luck|best\s+of\s+luck|keep\s+(?:us\s+posted|in\s+touch|enjoying)|come\s+(?:back|again|see\s+us)|hope\b|wish(?:ing)?\b|see\s+you\b|speak\s+soon|talk\s+soon|look(?:ing)?\s+forward|congrat\w*|welcome\b|sorry\b|apologies\b|our\s+(?:sincere(?:st)?\s+|deepest\s+)?apologies|my\s+apologies|sincere\s+apologies|noted\b|understood\b|received\b|acknowledged|no\s+(?:problem|worries|trouble)\b|not\s+a\s+problem|you['’]?re\s+(?:very\s+)?welcome|(?:of|for)\s+(?:your|all\s+your)\s+(?:order|message|patience|understanding|feedback|interest)|any\s+(?:other\s+|more\s+|further\s+)?questions|if\s+(?:you|there(?:['’]?s|\s+is|\s+are))\b.{0,60}?\b(?:need|have|any|anything|questions?|help)\b.{0,60}?(?:$|let\s+us|let\s+me|feel\s+free|just|give\s+us|we['’]?re|don['’]?t|do\s+not|please|shout|drop|get\s+in\s+touch|reach|contact))
    | (?:your|the)\s+(?:\w+\s+)?(?:order|feedback|satisfaction|message|patience|understanding|comments?|business|opinion|enquiry|inquiry|support|experience|request|query|question)\s+(?:is|are|means?|has\s+been|have\s+been)\s+(?:very\s+|so\s+|always\s+|really\s+|highly\s+)?(?:in\s+good\s+hands|important|appreciated|valued|welcome|noted|received|a\s+lot|(?:the\s+)?world|our\s+(?:top\s+)?priority|passed|well\s+received)
    | (?:great|good|fantastic|lovely|wonderful|excellent|amazing|awesome|perfect|nice|beautiful|fair)\s+(?:question|choice|news|to\s+(?:hear|see|have|meet)|stuff|point|catch|taste|one|job|work|day|weekend|evening|week|to\b)
    | (?:what\s+a|how)\s+(?:lovely|nice|exciting|wonderful|great|sweet|kind|frustrating|annoying|disappointing)\b
    | (?:that|this|it)(?:['’]?s|\s+is|\s+sounds?|\s+must\s+be|\s+doesn['’]?t\s+sound|\s+isn['’]?t|\s+is\s+not)\s+(?:like\s+)?(?:really\s+|very\s+|so\s+|not\s+)*(?:great|good|lovely|wonderful|frustrating|annoying|disappointing|no\s+good|right|ideal|awful|never\s+(?:good|nice|fun)|the\s+experience|what\s+we\s+(?:like|want))\b.{0,50}$
    | (?:best|kind(?:est)?|warm(?:est)?)\s+(?:wishes|regards)
    | (?:hi|hello|hey|howdy|greetings|good\s+(?:morning|afternoon|evening|day))\b(?:\W+\w+){0,2}\W*$
    )""",
    re.I | re.X,
)
"""The beginning of a segment that only is polite: thanks, wishes, apologies, closing offers, praise of the question."""

_BOILERPLATE = re.compile(
    r"\b(?:we(?:['’]re| are)? (?:always|constantly|continually|continuously) (?:working|striving|trying|looking|aiming)|we aim to (?:process|respond|reply|answer|deal|provide|give|be)|we (?:have|offer|provide|stock) (?:many|lots of|plenty of|a (?:wide|huge|great|large|whole) (?:range|variety|selection|choice)|something|a number of|various|packages)"
    r"|to suit (?:every|all|any)|one of our (?:most|best)|our best.?sellers?|most popular|very proud|prides? (?:ourselves|itself)|award.?winning|world.?class|state of the art|many (?:of our )?(?:customers|learners|guests|people|clients|users) (?:love|tell|say|like|enjoy|ask|swear)"
    r"|(?:customer )?(?:satisfaction|safety|comfort|privacy) is (?:our|very|of|paramount|always)|means? (?:a lot|the world) to us|thank you for (?:being|choosing)|loyal customers?|high(?:est)? (?:standards?|quality)|(?:as|more) (?:quickly|soon|fast) as (?:possible|we can))\b",
    re.I,
)
_BARE = re.compile(
    r"""^[\W_]*(?:(?:hi|hello|hey|dear)\s+(?:there|\w+)?\s*[,!.-]*\s*)?
      (?:(?:as\s+regards?|regarding|on|for|to|as\s+for|about|with\s+regard\s+to)\s+(?:your|the)\s+(?:\w+\s+){0,3}?(?:point|question|query|one|part|first|second|third|last|other)\s*[,:–-]\s*)?
      (?P<token>yes|yep|yeah|yea|yup|aye|yess+|no|nope|nah|ok|okay|okey|k|correct|right|sure(?:\s+(?:thing|can|is|does|will))?|absolutely|definitely|certainly|of\s+course|indeed|exactly|affirmative|confirmed|true|agreed|fine|spot\s+on|quite|precisely|that['’]?s\s+(?:right|correct|fine|it|true|the\s+case|quite\s+(?:right|all\s+right)|all\s+right)|you['’]?re\s+(?:right|correct)|you\s+(?:have|['’]ve)\s+(?:got\s+)?(?:it|that)\s+right|👍|✅|👌|i\s+(?:think|believe|guess)\s+so|not\s+a\s+problem|no\s+problem(?:\s+at\s+all)?)
      (?:[\s,.!:;–—-]*(?:(?:so|and|well|it|they|we|that|he|she|you)\s+)?(?:yes|yep|yeah|no|nope|please|thanks|thank\s+you|correct|right|exactly|indeed|absolutely|definitely|of\s+course|sure|ok|okay|fine|that['’]?s\s+(?:right|correct|fine|it|true|the\s+one|the\s+case|quite\s+(?:right|all\s+right)|all\s+(?:right|fine|ok(?:ay)?|good|correct)|absolutely\s+\w+|perfectly\s+\w+)|that\s+is\s+(?:right|correct|fine|the\s+case|all\s+right)|you['’]?re\s+(?:right|correct)|you\s+are\s+(?:right|correct)|i\s+(?:think|believe|guess)\s+so|(?:is|are|was|were|does|do|did|has|have|will|can|should|would)(?:\s+indeed)?|can\s+confirm|as\s+far\s+as\s+i\s+know|sorry(?:\s+about\s+(?:that|this))?|sir|madam|mate|love|dear|for\s+sure|all\s+(?:good|fine|correct|right|ok)|no\s+(?:problem|worries|bother)(?:\s+at\s+all)?|at\s+all|always|quite|right|good\s+(?:spot|question|point)|well\s+spotted|glad\s+to|happy\s+to(?:\s+help)?|sounds\s+good|perfect|great|as\s+you\s+say|[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+))*[\W_]*$""",
    re.I | re.X,
)
"""A yes, no or OK with nothing but filler behind it."""

POLARITY = re.compile(
    r"^[\W_]*(?:\d{1,2}[.)]\s+)?(?:(?:hi|hello|hey|dear|oh|ah|well|good (?:question|news|morning|afternoon)|great (?:question|news)|so|and|but|thanks(?: for [^,.!]{1,40})?|sorry|unfortunately|i['’]m afraid)\b[\s,!.–—:-]*(?:\w+[\s,!.–—:-]+)?){0,2}"
    r"(?:yes|yep|yeah|yup|aye|no|nope|nah|not|sure|of course|absolutely|definitely|certainly|correct|right|that['’]?s (?:right|correct)|indeed|exactly|you can|you could|you may|you do|you don['’]?t|you won['’]?t|you will|you need|you['’]ll|it (?:is|does|isn|doesn|will|won|can)|they (?:are|do|don|will|can)|we (?:do|don|can|will|are)|there (?:is|are|isn|aren)|i (?:can|will|do|have)|afraid (?:so|not)|please do|feel free|go ahead|no need|never|always|only|neither|both|either)\b",
    re.I,
)

HOLD = re.compile(
    r"\b(?:(?:i|we|our \w+|my \w+|the \w+(?: team)?|he|she|they|someone)(?:['’]?(?:ll|m|re|ve|s)|\s+(?:will|am|are|have|is|shall|has|am currently|are currently|are still|am still))?\s+(?:just\s+|now\s+|also\s+|already\s+|still\s+|currently\s+|both\s+|be\s+|been\s+|going to\s+|need to\s+|to\s+)*"
    r"(?:check(?:ing|ed)?|look(?:ing|ed)? (?:into|at|for|it up|up)|find(?:ing)? (?:out|that out)|investigat(?:e|ing|ed)|chas(?:e|ing|ed)|ask(?:ing|ed)|follow(?:ing|ed)? (?:up|this up)|get(?:ting)? (?:back|in touch|an answer)|(?:come|came|coming) back|escalat(?:e|ing|ed)|rais(?:e|ed|ing)|pass(?:ed|ing)?|forward(?:ed|ing)?|pull(?:ing|ed) up|work(?:ing)? on|let you know|update you|e?-?mail you|write (?:to you|again|back)|call you|ring you|text you|phone you|contact you|message you|be in touch|have (?:an answer|it|news|the)|tell you|speak(?:ing)? (?:to|with)|spoken (?:to|with)|report(?:ed)?|confirm|aware of|tracing|trac(?:e|ed)|clarify|dig|sort(?:ing)?)\b"
    r"|(?:let me|allow me to|let us|leave (?:it|this|that) with (?:me|us)|bear with me|(?:one|just a) (?:moment|sec(?:ond)?|minute|mo)\b|two (?:ticks|secs|mins|minutes)|hang on|hold on|give (?:me|us) (?:a|an|two|five|ten|one|until)|more (?:info|information|details|news) (?:soon|to follow|will follow)|to follow (?:by|on|today|tomorrow|this|once|as soon)|will follow\b|answer (?:by|to follow)|(?:is|are) being (?:looked into|checked|investigated|reviewed)|under (?:review|investigation)|in the queue|on it\b))",
    re.I,
)
ASK = re.compile(
    r"\?|(?:^|[.!?,;:–—-]\s*|\b(?:and|then|so)\s+)(?:please\s+|kindly\s+|pls\s+|simply\s+|just\s+)*(?:(?:can|could|would|will|may|might)\s+(?:you|we|i)\s+(?:please\s+|kindly\s+|just\s+|also\s+)*(?:please\s+)?)?"
    r"(?:send|provide|share|dm|pm|d\.m|message|let\s+(?:us|me)\s+know\s+(?!if\s+(?:you|there|that|we|i\b))|tell\s+(?:us|me)|confirm|give\s+(?:us|me)|supply|attach|post|upload|drop\s+us|shoot\s+us|reply\s+with|email\s+(?:us|me)|pop\s+us|follow|private\s+message|direct\s+message|text\s+(?:us|me)|include|paste|describe|specify|clarify|elaborate|read\s+(?:us|me)|quote|re-?enter|have)\b"
    r"|\b(?:direct|private)\s+(?:message|msg)|\bdms?\b|\binbox\s+us|\b(?:would|we(?:['’]d| would)|i(?:['’]d| would)|['’]ll)\s+(?:also\s+|just\s+)?(?:need|require|like)\s+(?:to\s+know\s+|your|the|a\s|some|more|you\s+to)|\bneed\s+(?:your|you\s+to|some\s+(?:more|extra|info|details)|more\s+(?:info|details)|a\s+(?:bit|few|little)\s+more)|\bwhat\s+(?:i|we)\s+need",
    re.I,
)
CHANNEL = re.compile(
    r"\b(?:dms?|d\.m\.?|pm|inbox|(?:direct|private)\s+(?:message|msg)s?|message\s+us|send\s+us\s+a\s+(?:message|note|dm|pm)|follow\s+(?:us|and|me)|drop\s+us\s+a)\b",
    re.I,
)
REFUSE = re.compile(
    r"\b(?:can(?:['’]?t|not|\s+not)|couldn['’]?t|unable|not\s+able|won['’]?t|unfortunately|afraid|(?:do|does|did)(?:n['’]?t|\s+not)\s+(?:have|know|offer|support|do|allow|currently|take|sell|stock|provide|include|plan|recommend|think|believe)|no\s+(?:longer|plans?|way|eta|date|timeline|timeframe|news|update|info|information)|not\s+(?:possible|available|sure|allowed|permitted|yet|currently|certain|aware|something|at\s+this\s+time|an\s+option|supported)|isn['’]?t\s+(?:possible|available|something|supported|yet)|aren['’]?t\s+(?:able|available)|depends?\s+on|it\s+depends|hard\s+to\s+say|only\s+available|at\s+the\s+moment\s+we|nobody\s+knows|no\s+one\s+knows|discontinued|sold\s+out|out\s+of\s+stock)\b",
    re.I,
)
POINTER = re.compile(
    r"""\b(?:
      (?:see|visit|check(?:\s+out)?|refer\s+to|have\s+a\s+(?:look|read)(?:\s+(?:at|through))?|take\s+a\s+look\s+at|look\s+(?:at|on|through|in)|go\s+to|head\s+(?:over\s+)?to|browse|read(?:\s+through)?|consult|try|google|search|explore|(?:is|are|can\s+be)\s+(?:all\s+)?(?:found|explained|listed|available|covered|set\s+out|described)\s+(?:on|in|at|by)|(?:is|are)\s+(?:all\s+)?(?:on|in)|(?:can\s+be\s+)?find\s+\w+\s+(?:on|in)|(?:to\s+be\s+)?found\s+(?:on|in|at))
          \s+(?:out\s+)?(?:(?:the|our|your|this|that|these|their|his|its)\s+)?(?:\w+[\s/&-]+){0,3}?(?:website|web\s?site|site|faqs?|help\s+(?:centre|center|pages?|section|desk)|helpdesk|terms(?:\s+(?:and|&)\s+conditions)?|t&cs?|conditions|brochure|pages?|leaflet|wiki|manual|documentation|docs|knowledge\s+base|support\s+(?:page|site|centre|center)|app|small\s+print|policy\s+(?:page|booklet|document)|handbook|forum|blog|guide|price\s+list|catalogue|internet|web|google|support\s+articles?|articles?|information\s+page|timetable|listing|product\s+page)\b
    | (?:please\s+|kindly\s+|just\s+|best\s+(?:to\s+)?|you['’]ll\s+(?:need|have)\s+to\s+|you\s+(?:can|could|may|should|need\s+to|might\s+want\s+to|will\s+need\s+to)\s+|i(?:['’]d)?\s+(?:suggest|recommend|advise)\s+(?:you\s+)?|try(?:ing)?\s+to\s+|is\s+to\s+|^|[.;:,–—-]\s*)(?:call(?:ing)?|phon(?:e|ing)|ring(?:ing)?|e-?mail(?:ing)?|contact(?:ing)?|get\s+in\s+touch\s+with|reach\s+out\s+to|speak\s+(?:to|with)|talk\s+to|ask(?:ing)?|check\s+with|direct\s+(?:this|your\s+\w+)\s+to|take\s+(?:it|this|that)\s+up\s+with|write\s+to|tweet(?:ing)?|approach)\s+(?:us\b(?!\s+(?:a|your|the))|them\b|(?:the|our|your|a|an|any)\s+\w+)
    | (?:as\s+(?:per|stated\s+in|set\s+out\s+in)|in\s+(?:line|accordance)\s+with|according\s+to)\s+(?:our|the)\s+(?:\w+\s+)*?(?:terms|policy|policies|conditions|rules|guidelines|t&cs?|contract|agreement)
    | why\s+(?:do|are)\s+you\s+ask(?:ing)? | why\s+would\s+you | what\s+makes\s+you\s+(?:ask|think) | who\s+told\s+you | does\s+it\s+matter
    | (?:it|that|this)(?:['’]s|\s+is)\s+(?:all\s+)?(?:on|in|explained|covered)\s+(?:in\s+|on\s+)?(?:the|our|your)\s+(?:\w+\s+){0,2}(?:website|site|page|app|leaflet|email|brochure|manual|guide|terms|faqs?|confirmation|timetable)
    | (?:a\s+matter|one|a\s+question)\s+for\s+(?:the|your|our)\s+\w+ | outside\s+(?:of\s+)?(?:our|my)\s+(?:remit|scope|control)
    | (?:visit|click|tap|go|head|see)\s+(?:us\s+)?(?:here|there|this\s+link|the\s+link|below)
    )""",
    re.I | re.X | re.M,
)


@dataclass(frozen=True)
class ReplySentence:
    """A sentence of the reply, and what it does."""

    sentence: Sentence
    scan: str
    span: Span

    @cached_property
    def stems(self) -> frozenset[str]:
        return content(self.sentence.text)

    @cached_property
    def courtesy(self) -> bool:
        """Whether every part of it only is polite."""
        parts = [p for p in _PART.split(self.scan) if any(c.isalnum() for c in p)]
        return all(_COURTESY.match(part) or len(part.split()) == 1 and not _INFORMS.search(part) for part in parts)

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
        return POINTER.search(self.scan) is not None

    @property
    def informs(self) -> bool:
        """Whether it says anything at all."""
        return not self.courtesy


_PART = re.compile(
    r"\s+(?:and|but|so)\s+(?=(?:thank|have|enjoy|we|i|please|good|see|look|let|sorry|it|your|the|you|feel|hope)\b)|[;–—]\s*|,\s+(?=(?:it|we|i|you|the|that|this|your|they|he|she|there|please|but|and|so|yes|no|have|enjoy)\b)",
    re.I,
)
_INFORMS = re.compile(
    r"\d|^(?:yes|no|nope|yep|yeah|ok|okay|correct|sure|confirmed|pm|am|done|booked|both|either|neither|free|tomorrow|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.I,
)


def reply_sentences(draft: Text) -> Iterator[ReplySentence]:
    """Yield what our reply says, greeting and sign-off left out unless there is nothing else."""
    sentences = draft.author or draft.sentences
    for sentence in sentences:
        yield ReplySentence(sentence, sentence.scan.replace("\ufffc", " "), sentence.span)
