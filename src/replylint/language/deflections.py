"""Whether a reply sends the customer elsewhere, or praises the goods, where an answer should stand.

The forms follow Bull's typology of equivocation (Bull & Mayer 1993): it points elsewhere, declines without a reason,
claims that the question is answered already, or moves to another channel without a need.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from replylint.language.evidence import ASSENT, Evidence
from replylint.language.patterns import lazy
from replylint.language.pointers import CONTACTS, SUPPLEMENT
from replylint.language.question_clauses import Question
from replylint.language.replying import ReplySentence
from replylint.language.typed_answers import holds_answer
from replylint.language.vocabulary import widened
from replylint.language.wordings import Wordings
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

_ACCOUNT_MATTER = Wordings(
    "(account|order|ordered|parcel|package|delivery|delivered|refund|refunded|pay|paid|payment|charge|charged|bill|billed)",
    "(booking|booked|reservation|flight|ticket|claim|case|subscription|subscribe|member|membership|card|balance|miles|points|reward)",
    "(bag|bags|luggage|line|address|number|connection|internet|broadband|wifi|wi-fi|signal|outage|service|warranty|appointment)",
    "(password|log in|login|logged in|logged out|log out|sign in|signed in|sign up|locked|email|emails|transfer|deposit)",
    "(reply|replied|respond|response|dm|dms|message|messages|call|called|complain|complaint|speak|talk)",
)
"""What cannot be answered in public, or not without the customer's data."""
_CONDITION = Wordings("(if|unless)", "to (see|have|get|check|find|make|ask them|ask for)")
_LATER = Wordings("^^ (once|when|as soon as|after|if)")
_IGNORANCE = Wordings(
    "<we> (really|honestly|just|simply|also|personally)? <unknowing> $",
    "<we> (really|honestly|just|simply|also|personally)? <unknowing> (the answer|your answer|why|how|when|whether|about|either"
    "|for sure|for certain|much about|enough)",
    unknowing="don't know|do not know|don't really know|do not really know|don't actually know|have no idea|have no clue"
    "|wouldn't know|would not know|can't say|cannot say|can't tell you|cannot tell you",
)
"""We say that we do not know, and give no reason."""
_OTHERS_MAY_KNOW = Wordings(
    "(someone|somebody|others|other users) (else)? (here|also|else here)? <may>",
    "another (user|member|person|colleague|volunteer) <may>",
    "the ... (team|people|developer|developers|maker|makers|department) ... <may>",
    "(ask|contact|check with|try asking|write to|call|phone|get in touch with) (the|your|them|their|one of)",
    may="will|can|may|might|should|could|would|knows|know",
)
_IDLE = Wordings(
    "^^ (but|and|so)? (at this point)? (perhaps|maybe|possibly|presumably|who knows|i guess|hopefully|it seems|this seems)",
    "^^ (but|and|so)? (at this point)? (it apparently is|this apparently is|it is apparently|this is apparently)",
    "^^ (i found this|i just found this|this might interest|this might be of interest|good luck)",
)
"""Guesses and fillers beside an "I don't know"."""
_NOT_OURS = Wordings(
    "(not|isn't|doesn't|don't|wasn't) ... (issue|problem|matter|question|bug|thing|something|anything) ... (with|of|for|from|we|us|in)",
    "nothing to do with (us|our)",
    "(not|isn't|aren't) (our|ours|up to us)",
)
_TRY_IT = Wordings(
    "^^ (please|just|simply|well|maybe|perhaps|why not|why don't you)? (try|test|check|see|look|experiment|go) ... ... <alone>",
    "the (best|easiest|simplest|only) ... (is|would be) to * ... ... <alone>",
    "you (can|could|should|may|might) (always|just|simply|always just)? * ... ... <alone>",
    "i'd (just)? * ... ... <alone>",
    "only one way to find out",
    alone="for yourself|yourself and|it out yourself",
)
_YOU_WILL_SEE = Wordings(
    "^^ (in that way|in this way|that way|then|and|so)? (you'll|you will|you can see|you can find)"
)
_ANSWERED_BEFORE = Wordings(
    "duplicate",
    "already (been)? (answered|asked|dealt with|addressed|discussed)",
    "(has|have) been (answered|addressed|dealt with) (already|before)",
)
_BETTER_ELSEWHERE = Wordings(
    "<you_may> (probably|likely|perhaps|well)? <get> ... <help> (on|in|at|from|by|over)",
    "(a|the) better place (to ask|to post|for)",
    "(might|may|will|would|could|should|you'd|you'll) (probably|likely)? do better ... ... (on|in|at|with)",
    "(might|may|could|should) (want|like|try|be better) to? (ask|post|asking|posting) ... ... (on|in|at|over)",
    "(post|open|start|create|ask|file) (a|your own|your|another) new? (question|thread|topic|ticket)",
    "(might|may|will|would|could|should|is) (probably|likely)? be? better (asked|posted|placed|addressed)",
    you_may="you'd|you'll|you might|you may|you will|you would|you could|you should|you can",
    get="get|find|receive|have",
    help="better (help|support|advice|response|responses|answer|answers|reply|replies|luck|results)",
)
"""Others would know better."""
_CLOSES = Wordings(
    "(mark|marked|marking|close|closed|closing|lock|locked|locking) (this|that|it|your|the)",
    "(do not|don't) ... (use|respond|reply|post|answer)",
)
_AT_HAND = Wordings(
    "(here|above|below|see|because|so)",
    "in (my|our|the|your)",
    "on (monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
)
_WISHES = (
    "suggestion|suggestions|idea|ideas|feedback|request|requests|feature request|feature requests|concern|concerns|opinion"
    "|opinions|thoughts|wish|wishes|views"
)
_PUT = "post|submit|voice|raise|share|send|leave|put|file|express|add|make"
_SUGGESTION_BOX = Wordings(
    f"<wishes> ... ... ({_PUT}|posted|submitted|voiced|raised|shared|sent|filed|added)",
    f"({_PUT}) (your|an|a|any|all)? (new|own)? <wishes>",
    "(love|like|keen) to hear (your)? <wishes>",
    "<wishes> ... ... (vote|voting|votes|support)",
    wishes=_WISHES,
)
_AT_BOX = Wordings("(at|on|in|to|under|via|through|here|there)")
_NO_SAY = Wordings(
    "(volunteer|volunteers|other users|none of us|not the developers|not developers)",
    "peer (to peer)? support",
    "(no|any) (say|vote|influence|control)",
    "(go|do so) there",
)
_WISH = Wordings(
    "^^ (would|could|can|will) (it|there|you|we|i|someone|somebody)",
    "^^ (any)? (chance|possibility)",
    "^^ is it possible",
    "^^ is there (a|any) (chance|way|plan|plans)",
)
"""A question that puts forward a wish, for which the box is the place."""
_ABOUT_SUGGESTING = Wordings("<wishes>", "(suggest|propose|vote)", wishes=_WISHES)


def deflection(e: Evidence) -> ReplySentence | None:
    """Return the sentence that sends the customer elsewhere, or praises the goods, in an answer's place."""
    said = [s for s in e.said if s.scan.strip()]
    forms = (_moves, _passes_on, _disowns, _sends_on, _lets_find_out, _closes, _shows_suggestion_box)
    return next((found for form in forms if (found := form(e, said))), None) or _points_elsewhere(e)


def _moves(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """A move to private messages that asks for nothing, where nothing of the customer's account is needed."""
    told = [s for s in said if not _SMALL_TALK.match(s.scan)]
    if not told or not all(s.only_moves and not _LATER.occur(s.scan) for s in told):
        return None
    own = _ACCOUNT_MATTER.occur(e.question.text)
    asks = e.question.confidence > Confidence.LOW and e.question.form in ("polar", "wh", "fragment")
    return told[0] if asks and (_is_general(e.question) or not own) else None


def _passes_on(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """We do not know, give no reason, and leave it to others."""
    if any(li.stems & e.topic for li in e.reply.links) or _ASKS_WHERE_TO_TURN.search(e.question.text[:20]):
        return None
    unknowing = next((s for s in said if _IGNORANCE.occur(s.scan)), None)
    if unknowing is None or not any(_OTHERS_MAY_KNOW.occur(s.scan) for s in said):
        return None
    rest = [s for s in said if s is not unknowing and not _OTHERS_MAY_KNOW.occur(s.scan)]
    idle = all(_IDLE.occur(s.scan) or _SMALL_TALK.match(s.scan) for s in rest)
    return unknowing if idle and not any(s.holds for s in said) else None


def _disowns(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """It is not our matter, and others are to be asked."""
    told = [s for s in said if not _SMALL_TALK.match(s.scan)]
    contacts = [s for s in told if CONTACTS.occur(s.scan) and not _CONDITION.occur(s.scan)]
    if e.question.answer in ("person", "place") or not contacts:
        return None
    if any(_ASKS_WHERE_TO_TURN.search(q.text) for q in e.questions) or e.reply.links:
        return None
    others = [s for s in told if s not in contacts]
    return contacts[0] if others and all(_NOT_OURS.occur(s.scan) for s in others) else None


def _sends_on(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """Others would know better, whether with a link to them or not; we say nothing else."""
    if _ASKS_WHERE_TO_TURN.search(e.question.text):
        return None
    told = [s for s in said if not _SMALL_TALK.match(s.scan)]
    return told[0] if told and all(_BETTER_ELSEWHERE.occur(s.scan) for s in told) else None


def _lets_find_out(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """The customer is to try it out or look it up."""
    if e.question.answer in ("steps", "cause") or e.question.form == "plea" or e.reply.links:
        return None
    told = [s for s in said if not _SMALL_TALK.match(s.scan)]
    tries = [s for s in told if _TRY_IT.occur(s.scan) and not s.refuses]
    rest = [s for s in told if s not in tries]
    return tries[0] if tries and all(_YOU_WILL_SEE.occur(s.scan) for s in rest) else None


def _closes(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """We declare the question answered, and do not say where."""
    told = [s for s in said if not _SMALL_TALK.match(s.scan)]
    claims = [s for s in told if _ANSWERED_BEFORE.occur(s.scan)]
    done = all((s in claims or _CLOSES.occur(s.scan)) and not _AT_HAND.occur(s.scan) for s in told)
    return claims[0] if claims and done and not e.reply.links else None


def _shows_suggestion_box(e: Evidence, said: Sequence[ReplySentence]) -> ReplySentence | None:
    """We say where wishes can be put, and nothing else."""
    told = [s for s in said if not _SMALL_TALK.match(s.scan)]
    boxes = [s for s in told if _SUGGESTION_BOX.occur(s.scan) and _AT_BOX.occur(s.scan) and not s.refuses]
    if not boxes or not all(s in boxes or _NO_SAY.occur(s.scan) for s in told):
        return None
    wish = e.question.form == "polar" and _WISH.occur(e.question.text)
    return None if wish or _ABOUT_SUGGESTING.occur(e.question.text) else boxes[0]


def _points_elsewhere(e: Evidence) -> ReplySentence | None:
    """A home page, a document, a telephone, another party or praise of the goods."""
    q = e.question
    if q.choice and e.names_alternative:
        return None
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
    sends = CONTACTS.occur(sentence.scan) and not _CONDITION.occur(sentence.scan)
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
    return not SUPPLEMENT.occur(sentence.scan) and all(link.depth == 0 for link in sentence.links)
