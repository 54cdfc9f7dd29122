"""Whether a reply sends the customer elsewhere, or praises the goods, where an answer should stand.

The forms follow Bull's typology of equivocation (Bull & Mayer 1993): it points elsewhere, declines without a reason,
claims that the question is answered already, or moves to another channel without a need.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from replylint.language.evidence import ASSENT, Evidence
from replylint.language.patterns import lazy
from replylint.language.question_clauses import Question
from replylint.language.replying import CONTACTS, SUPPLEMENT, ReplySentence
from replylint.language.typed_answers import holds_answer
from replylint.language.vocabulary import widened
from replylint.model import Confidence

_SMALL_TALK = lazy(
    r"""^[\W_]*(?:(?:hi|hello|hey|hej|dear|good\s\w+)\b[^.!?]{0,30}(?:[,!.]|$)\s*)?(?:[\W_]*$
      | (?:we|i)(?:['’]m|['’]re|\s+am|\s+are|\s+do)?\s+(?:so\s+|very\s+|truly\s+|really\s+)*(?:apologi[sz]e|sorry)\b
          (?!.*\bbut\b)
      | (?:my\s+|our\s+|sincere\s+)*(?:sorry|apologies|thanks?|thank\s+you)\b(?!.*\bbut\b)
      | (?:please\s+)?don['’]?t\s+worry\b | enjoy\b | everyone\s+(?:starts|has)\b | welcome\b
      | \w+\s+(?:rep|team|support)\s+here\W*$ | (?:\w+\W*){1,2}$)""",
    re.I | re.X,
)
"""Greetings, apologies, thanks, names and comfort, which answer nothing."""
_FIRST_PERSON = lazy(r"\b(?:i|me|my|mine|we|us|our)\b|['’](?:m|ve)\b", re.I)
_LONG = 6
"""Sentences; a reply that says more may hold the answer in other words."""
_STATEMENT = 15
"""Words; a longer statement with a question mark rather is an outcry."""
_ASKS_WHERE_TO_TURN = lazy(
    r"\b(?:where|link|web ?site|web ?page|who (?:can|do|should|could|would) (?:i|we)|contact|complain|e-?mail"
    r"|phone number|address|report|speak to|apply|sign up|how (?:do|can|should) (?:i|we) (?:get in touch|reach|claim"
    r"|apply|book|register|return|order))\b",
    re.I,
)
"""A question to which a site or a telephone is the answer."""

_ACCOUNT_MATTER = lazy(
    r"\b(?:accounts?|orders?|ordered|parcels?|packages?|deliver\w*|refund\w*|pa(?:y|id|yments?)|charg\w*|bill\w*"
    r"|bookings?|booked|reserv\w*|flights?|tickets?|claims?|cases?|subscri\w*|members?(?:hip)?|cards?|balance|miles"
    r"|points|rewards?|bags?|luggage|lines?|address|numbers?|connection|internet|broadband|wi-?fi|signal|outages?"
    r"|service|passwords?|log(?:ged|ging)?[- ]?(?:in|on|out)|sign(?:ed|ing)?[- ]?(?:in|on|out|up)|locked|emails?"
    r"|transfer\w*|deposit\w*|warranty|appointments?|repl(?:y|ied)|respond\w*|response|dms?|messages?|call(?:ed)?"
    r"|complain\w*|speak|talk)\b",
    re.I,
)
"""What cannot be answered in public, or not without the customer's data."""
_CONDITION = lazy(r"\b(?:if|unless|to\s+(?:see|have|get|check|find|make|ask\s+(?:them|for)))\b", re.I)
_LATER = lazy(r"^[\W_]*(?:once|when|as\s+soon\s+as|after|if)\b", re.I)
_IGNORANCE = lazy(
    r"\b(?:i|we)\s+(?:really\s+|honestly\s+|just\s+|simply\s+|also\s+|personally\s+)*(?:(?:do\s+not|don['’]?t)\s+"
    r"(?:actually\s+|really\s+)?know|have\s+no\s+(?:idea|clue)|would(?:n['’]t|\s+not)\s+know|can(?:['’]t|not)\s+(?:say"
    r"|tell\s+you))(?=\W*(?:$|[,.;(!]|(?:the|your)\s+answer|why\b|how\b|when\b|whether\b|about\b|either\b"
    r"|for\s+(?:sure|certain)|much\s+about|enough))",
    re.I,
)
"""We say that we do not know, and give no reason."""
_OTHERS_MAY_KNOW = lazy(
    r"\b(?:some(?:one|body)(?:\s+else)?|others?|another\s+(?:\w+\s+)?(?:user|member|person|colleague|volunteer)"
    r"|the\s+[\w ]{2,30}(?:team|people|developers?|makers?|department))\s+(?:\w+\s+)?(?:will|can|may|might|should"
    r"|could|would|knows?)\b"
    r"|\b(?:ask|contact|check\s+with|try\s+asking|write\s+to|call|phone|get\s+in\s+touch\s+with)\s+(?:the|your|them"
    r"|their|one\s+of)\b",
    re.I,
)
_IDLE = lazy(
    r"^[\W_]*(?:(?:but|and|so)\s+)?(?:perhaps|maybe|possibly|presumably|who\s+knows|i\s+guess|hopefully"
    r"|(?:at\s+this\s+point\s+)?(?:it|this)\s+(?:apparently\s+is|is\s+apparently|seems)"
    r"|i\s+(?:just\s+)?found\s+this|this\s+might\s+(?:interest|be\s+of\s+interest)|good\s+luck)\b",
    re.I,
)
"""Guesses and fillers beside an "I don't know"."""
_NOT_OURS = lazy(
    r"\b(?:not|n['’]t)\b[^.!?]{0,30}\b(?:an?\s+(?:\w+\s+)?(?:issue|problem|matter|question|bug|thing)|something|anything)\b"
    r"[^.!?]{0,12}\b(?:with|of|for|from|we|us|in)\b"
    r"|\bnothing\s+to\s+do\s+with\s+(?:us|our)\b|\b(?:not|n['’]t)\s+(?:our|ours|up\s+to\s+us)\b",
    re.I,
)
_TRY_IT = lazy(
    r"^[\W_]*(?:(?:please|just|simply|well|maybe|perhaps|why\s+(?:don['’]t\s+you|not))\W+)*"
    r"(?:(?:the\s+(?:best|easiest|simplest|only)\s+(?:\w+\s+){1,5}(?:is|would\s+be)\s+to"
    r"|you\s+(?:can|could|should|may|might)(?:\s+(?:always|just|simply))*|i['’]?d(?:\s+just)?)\s+\w+"
    r"|try|test|check|see|look|experiment|go)\b"
    r"[^.!?]{0,50}\b(?:for\s+yourself|yourself\s+and|it\s+out\s+yourself)\b"
    r"|\bonly\s+one\s+way\s+to\s+find\s+out\b",
    re.I,
)
_YOU_WILL_SEE = lazy(
    r"^[\W_]*(?:in\s+(?:that|this)\s+way|that\s+way|then|and|so)?[\s,]*you(?:['’]ll|\s+will|\s+can\s+(?:see|find))\b",
    re.I,
)
_ANSWERED_BEFORE = lazy(
    r"\b(?:duplicate|already\s+(?:been\s+)?(?:answered|asked|dealt\s+with|addressed|discussed)"
    r"|(?:has|have)\s+been\s+(?:answered|addressed|dealt\s+with)\s+(?:already|before))\b",
    re.I,
)
_CLOSES = lazy(r"\b(?:mark|close|closing|lock|locking)(?:ed)?\s+(?:this|that|it|your|the)\b", re.I)
_AT_HAND = lazy(r"\b(?:here|above|below|see|in\s+(?:my|our|the|your)|on\s+\w+day|because|so)\b", re.I)
_SUGGESTIONS = r"(?:suggestions?|ideas?|feedback|(?:feature\s+|change\s+)?requests?|concerns?|opinions?|thoughts|wish(?:es)?|views)"
_SUGGESTION_BOX = lazy(
    rf"\b{_SUGGESTIONS}\b[^.!?]{{0,60}}\b(?:post|submit|voice|raise|share|send|sent|leave|put|file|express|add)(?:t?ed|d)?\b"
    rf"|\b(?:post|submit|voice|raise|share|send|leave|put|file|express|add|make)\s+(?:\w+\s+){{0,2}}{_SUGGESTIONS}\b"
    rf"|\b(?:love|like|keen)\s+to\s+hear\s+(?:your\s+)?{_SUGGESTIONS}\b",
    re.I,
)
_AT_BOX = lazy(r"\b(?:at|on|in|to|under|via|through|here|there)\b", re.I)
_NO_SAY = lazy(
    r"\b(?:volunteers?|peer\s+(?:to\s+peer\s+)?support|other\s+users|none\s+of\s+us|no\s+(?:say|vote|influence|control)"
    r"|any\s+(?:say|vote|influence)|not\s+(?:the\s+)?developers|go\s+there|do\s+so\s+there)\b",
    re.I,
)
_WISH = lazy(
    r"(?:(?:would|could|can|will)\s+(?:it|there|you|we|i|someone|somebody)\b|(?:any\s+)?(?:chance|possibility)\b"
    r"|is\s+it\s+possible\b|is\s+there\s+(?:a|any)\s+(?:chance|way|plans?)\b)",
    re.I,
)
"""A question that puts forward a wish, for which the box is the place."""
_ABOUT_SUGGESTING = lazy(rf"\b(?:{_SUGGESTIONS}|suggest|propose|vote)\b", re.I)


def deflection(e: Evidence) -> ReplySentence | None:
    """Return the sentence that sends the customer elsewhere, or praises the goods, in an answer's place."""
    said = [s for s in e.said if s.scan.strip()]
    forms = (_moves, _passes_on, _disowns, _lets_find_out, _closes, _shows_suggestion_box)
    return next((found for form in forms if (found := form(e, said))), None) or _points_elsewhere(e)


def _moves(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """A move to private messages that asks for nothing, where nothing of the customer's account is needed."""
    told = [s for s in said if not _SMALL_TALK.match(s.scan)]
    if not told or not all(s.only_moves and not _LATER.match(s.scan) for s in told):
        return None
    own = _ACCOUNT_MATTER.search(e.question.text) is not None
    asks = e.question.confidence > Confidence.LOW and e.question.form in ("polar", "wh", "fragment")
    return told[0] if asks and (_is_general(e.question) or not own) else None


def _passes_on(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """We do not know, give no reason, and leave it to others."""
    if any(li.stems & e.topic for li in e.reply.links) or _ASKS_WHERE_TO_TURN.search(e.question.text[:20]):
        return None
    unknowing = next((s for s in said if _IGNORANCE.search(s.scan)), None)
    if unknowing is None or not any(_OTHERS_MAY_KNOW.search(s.scan) for s in said):
        return None
    rest = [s for s in said if s is not unknowing and not _OTHERS_MAY_KNOW.search(s.scan)]
    idle = all(_IDLE.match(s.scan) or _SMALL_TALK.match(s.scan) for s in rest)
    return unknowing if idle and not any(s.holds for s in said) else None


def _disowns(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """It is not our matter, and others are to be asked."""
    told = [s for s in said if not _SMALL_TALK.match(s.scan)]
    contacts = [s for s in told if CONTACTS.search(s.scan) and not _CONDITION.search(s.scan)]
    if e.question.answer in ("person", "place") or not contacts:
        return None
    if any(_ASKS_WHERE_TO_TURN.search(q.text) for q in e.questions) or e.reply.links:
        return None
    others = [s for s in told if s not in contacts]
    return contacts[0] if others and all(_NOT_OURS.search(s.scan) for s in others) else None


def _lets_find_out(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """The customer is to try it out or look it up."""
    if e.question.answer in ("steps", "cause") or e.question.form == "plea" or e.reply.links:
        return None
    told = [s for s in said if not _SMALL_TALK.match(s.scan)]
    tries = [s for s in told if _TRY_IT.search(s.scan) and not s.refuses]
    rest = [s for s in told if s not in tries]
    return tries[0] if tries and all(_YOU_WILL_SEE.match(s.scan) for s in rest) else None


def _closes(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """We declare the question answered, and do not say where."""
    told = [s for s in said if not _SMALL_TALK.match(s.scan)]
    claims = [s for s in told if _ANSWERED_BEFORE.search(s.scan)]
    done = all((s in claims or _CLOSES.search(s.scan)) and not _AT_HAND.search(s.scan) for s in told)
    return claims[0] if claims and done and not e.reply.links else None


def _shows_suggestion_box(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """We say where wishes can be put, and nothing else."""
    told = [s for s in said if not _SMALL_TALK.match(s.scan)]
    boxes = [s for s in told if _SUGGESTION_BOX.search(s.scan) and _AT_BOX.search(s.scan) and not s.refuses]
    if not boxes or not all(s in boxes or _NO_SAY.search(s.scan) for s in told):
        return None
    wish = e.question.form == "polar" and _WISH.match(e.question.text)
    return None if wish or _ABOUT_SUGGESTING.search(e.question.text) else boxes[0]


def _points_elsewhere(e: Evidence) -> ReplySentence | None:
    """A home page, a document, a telephone, another party or praise of the goods."""
    q = e.question
    turns = [s for s in e.said if _turns_away(s)]
    deep = any(li.depth != 0 and (li.depth != 1 or li.stems & e.topic) for li in e.reply.links)
    outcry = q.form == "declarative" and len(q.text.split()) > _STATEMENT
    if not turns or deep or outcry or q.form == "plea" or _ASKS_WHERE_TO_TURN.search(q.text):
        return None
    if q.answer == "steps" and not any(_is_no_step(s) for s in turns):
        return None
    rest = [s for s in e.said if not _turns_away(s) and not _SMALL_TALK.match(s.scan)]
    if not rest:
        return turns[0]
    pointers = [s for s in turns if s.points]
    if not pointers:
        return None
    if len(e.said) > _LONG:
        about = next((s for s in pointers if s.stems & e.topic), None)
        return about if len(e.questions) > 1 and not any(s.stems & e.topic for s in rest) else None
    if len(e.questions) == 1:
        return pointers[0] if not any(_may_answer(e, s) for s in rest) else None
    own = {other: max(len(s.stems & widened(other.topic)) for s in pointers) for other in e.questions}
    if own[q] == max(own.values()) and (own[q] or q == e.questions[-1]):
        return max(pointers, key=lambda s: len(s.stems & e.topic))
    return None


def _is_no_step(sentence: ReplySentence) -> bool:
    """Whether a sentence is a pointer and no step of a solution ("go to the settings page")."""
    if ">" in sentence.scan:
        return False
    sends = CONTACTS.search(sentence.scan) is not None and not _CONDITION.search(sentence.scan)
    return bool(sentence.links) or sends


def _may_answer(e: Evidence, sentence: ReplySentence) -> bool:
    """Whether a sentence beside a pointer may answer: it speaks of the matter, or as an answer does."""
    speaks = sentence.polarity or sentence.refuses or sentence.holds or sentence.asks or bool(sentence.links)
    kind = e.question.answer
    typed = kind not in ("place", "person") and holds_answer(sentence.sentence.text, kind)  # half of all sentences do
    return speaks or typed or bool(sentence.stems & e.topic)


def _is_general(q: Question) -> bool:
    """Whether a question can be answered without looking at the customer's account."""
    main = re.split(r"\b(?:so|because|if|when|since|as)\b", q.text, maxsplit=1)[0]
    return q.confidence > Confidence.LOW and q.form in ("polar", "wh", "fragment") and not _FIRST_PERSON.search(main)


def _turns_away(sentence: ReplySentence) -> bool:
    """Whether a sentence points elsewhere or advertises, and neither answers nor links deeper than a home page."""
    if not (sentence.points or sentence.advertises) or sentence.refuses or ASSENT.search(sentence.scan):
        return False
    return not SUPPLEMENT.search(sentence.scan) and all(link.depth == 0 for link in sentence.links)
