"""Commitments: speech acts that oblige our side to a future action, with owner, action and time.

After Lampert, Dale & Paris (2008), "The nature of requests and commitments in email messages".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from replylint.language.patterns import lazy
from replylint.language.syntax import Parse, Token
from replylint.language.text import BLANK, Sentence, Text
from replylint.model import Span, Turn

Owner = Literal["first person", "our side", "named", "someone", "nobody", "thing", "customer"]
"""Who will do it: I or we; our team; somebody by name; an unnamed person or team; a passive without agent; a thing
("the parcel will arrive"); the customer as the one who gets something ("you'll receive")."""

Bound = Literal["date", "vague", "event", "none"]
"""What bounds it in time: a date, time or duration; a word like "soon"; an event ("once the lab replies"); nothing."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment of ours. ``lemma`` is the action's verb with its particle; ``topic`` the lemmas of its objects."""

    turn: Turn
    sentence: int
    span: Span
    owner: Owner
    lemma: str
    topic: frozenset[str]
    bound: Bound
    negated: bool
    conditional: bool


FUTURE = lazy(r"\b(?:will|shall|going to|gonna)\b|(?:\w|\ufffc)['’]ll\b|\b(?:i|we|they|he|she|it|you)ll\b", re.I)
_MODALS = frozenset({"will", "'ll", "’ll", "shall", "ll", "wo"})
_NOBODIES = frozenset({"someone", "somebody", "colleague", "member", "representative", "advisor", "adviser", "agent",
                       "specialist", "department", "team", "staff", "one", "who", "expert"})  # fmt: skip
_FIRST = frozenset({"i", "we"})
_OURS = frozenset({"our", "my"})

DATED = lazy(
    r"""\b(?:
      (?:mon|tues|wednes|thurs|fri|satur|sun)days? | today | tonight | tomorrow | now | noon | midnight
    | (?:jan(?:uary)?|feb(?:ruary)?|march|april|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?
       |dec(?:ember)?)\.?\s+\d{1,2} | \d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct
           |nov|dec)\w*
    | \d{4}-\d{2}-\d{2} | \d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?
    | \d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b | \d{1,2}:\d{2}
    | (?:\d+|an?|one|two|three|four|five|six|seven|ten|twelve|couple\ of|few|next)(?:\s?[-–]\s?\d+|\s+to\s+\w+
        |\s+or\s+\w+)?\s*
      (?:business\s+|working\s+|calendar\s+|more\s+)?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?
          |years?)
    | (?:this|next|end\ of(?:\ the)?)\s+(?:morning|afternoon|evening|week|month|weekend|business\ day|day|year)
    | (?:right|straight)\s?away | at\ once | immediately | instantly | first\ thing | end\ of\ (?:the\ )?(?:day
        |business) | eod | cob
    | (?:one|a)\ (?:moment|sec(?:ond)?|minute)
    )\b""",
    re.I | re.X,
)
VAGUE = lazy(
    r"\b(?:soon(?:est)?|shortly|asap|as soon as (?:possible|we can|i can)|in due course|at the earliest|momentarily"
    r"|in the near future|before long|one of these days|in a (?:while|bit)|some time|quickly|promptly"
    r"|when(?:ever)? (?:we|i) can"
    r"|(?:a|the next) few (?:days|weeks)|at (?:our|my) earliest|in the coming (?:days|weeks)|later)\b",
    re.I,
)
_EVENT = lazy(
    r"\b(?:as soon as|once|when(?:ever)?|after|before|until|till|upon|as (?:we|i)|the (?:day|moment|minute)|while|if)\b",
    re.I,
)
_CUSTOMER_FIRST = lazy(
    r"\b(?:if|once|when|as soon as|after|unless|should) (?:you|your|u)\b|\b(?:feel free|welcome|invite you|want) to\b"
    r"|(?:^|[.!?;,:] *|\bplease |\bjust |\bcan you |\bcould you |\bdo )(?:dm|pm|send|email|e-mail|message|let|reply"
    r"|give|call|contact"
    r"|leave|drop|share|tell|provide|confirm|follow|write|post|try|click|fill|text|connect|ring|reach|visit|pop|bring"
    r"|check|direct message)\b"
    r"[^.!?]*\b(?:and|&|so|then)\b",
    re.I,
)
_ASKED = lazy(
    r"\?\s*$|^\W*(?:please|pls|kindly|dm|pm|send|email|share|provide|let us|let me|follow|drop|give us)\b"
    r"|\b(?:suggest|recommend|need you)",
    re.I,
)
_PARTICLES = frozenset({"back", "into", "out", "up", "on", "with", "in", "off", "for", "after", "at", "to"})
_PLEASANTRY = frozenset({"happy", "glad", "able", "delighted", "pleased", "sure", "unable", "available", "welcome"})


def nominate(text: Text) -> Iterator[Sentence]:
    """Yield the sentences that may hold a commitment."""
    return (s for s in text.author if FUTURE.search(s.scan))


def promises_in(text: Text, parse: Callable[[Sentence], Parse]) -> Iterator[Promise]:
    """Yield the commitments of one of our messages, in order."""
    for sentence in nominate(text):
        if not sentence.text.rstrip().endswith("?"):
            yield from _promises(text, sentence, parse(sentence))


def _promises(text: Text, sentence: Sentence, parse: Parse) -> Iterator[Promise]:
    covered: set[int] = set()
    for verb in parse:
        if verb.i in covered or not _is_future(parse, verb):
            continue
        subject = parse.child(verb, "nsubj", "nsubjpass") or parse.child(parse.head(verb), "nsubj")
        if subject is None:
            continue
        actions = [verb, *_conjoined(parse, verb)]
        covered.update(action.i for action in actions)
        owner = _owner(parse, verb, subject)
        if owner is None:
            continue
        tokens = parse.subtree(verb)
        start = min(subject.start, verb.start, *(t.start for t in parse.subtree(subject)))
        clause = Span(start, max(t.end for t in tokens if t.pos != "PUNCT"))
        for action in actions:
            if _is_pleasantry(parse, action):
                continue
            yield Promise(
                turn=text.turn,
                sentence=sentence.index,
                span=sentence.absolute(Span(start, _action_end(parse, action, _unmasked_end(sentence, clause)))),
                owner=owner,
                lemma=_action(parse, action),
                topic=_topic(parse, action),
                bound=bound(sentence.text),
                negated=any(child.dep == "neg" or child.lower == "never" for child in parse.children(verb)),
                conditional=_waits_for_customer(text, sentence),
            )


def _waits_for_customer(text: Text, sentence: Sentence) -> bool:
    """Whether the customer has to do something first: "Send us a photo and we'll …", "Could you send a photo? We'll …"."""
    before = text.sentences[sentence.index - 1].scan if sentence.index else ""
    return bool(_CUSTOMER_FIRST.search(sentence.scan) or _ASKED.search(before.replace(BLANK, "")))


def _is_future(parse: Parse, verb: Token) -> bool:
    if any(aux.lower in _MODALS and aux.tag == "MD" for aux in parse.children(verb, "aux")):
        return True
    head = parse.head(verb)
    return verb.dep == "xcomp" and head.lower in ("going", "gonna") and bool(parse.child(head, "aux"))


def _conjoined(parse: Parse, verb: Token) -> Iterator[Token]:
    """Yield the verbs that share a verb's subject and modal: "I'll look into it and let you know"."""
    for other in parse.children(verb, "conj"):
        own = parse.children(other, "nsubj", "nsubjpass")
        if not own and other.tag in ("VB", "VBP") and not any(a.tag == "MD" for a in parse.children(other, "aux")):
            yield other
            yield from _conjoined(parse, other)


def _owner(parse: Parse, verb: Token, subject: Token) -> Owner | None:
    passive = subject.dep == "nsubjpass" or bool(parse.child(verb, "auxpass"))
    if passive:
        return None if parse.child(verb, "agent") else "nobody"
    if subject.lower in _FIRST or (subject.pos == "PRON" and any(c.lower in _FIRST for c in parse.subtree(subject))):
        return "first person"
    if subject.lower == "you":
        return "customer"
    return _other_owner(parse, subject)


def _other_owner(parse: Parse, subject: Token) -> Owner | None:
    if subject.lower == "who":
        subject = parse.head(parse.head(subject))
    possessive = any(child.lower in _OURS for child in parse.children(subject, "poss"))
    if subject.lower == "they" or (subject.lemma.lower() in _NOBODIES and not possessive):
        return "someone"
    if possessive and subject.lemma.lower() in _NOBODIES:
        return "our side"
    return "named" if subject.pos == "PROPN" else "thing"


def _is_pleasantry(parse: Parse, action: Token) -> bool:
    """Whether the clause promises a mood, not an action: "we'll be happy to help"."""
    if action.lemma != "be" or _action(parse, action) != "be":
        return False
    mood = parse.child(action, "acomp", "attr")
    return mood is None or mood.lower in _PLEASANTRY


def _action(parse: Parse, action: Token) -> str:
    if action.lemma == "let":
        told = [t.lower for t in parse.tokens[action.i + 1 : action.i + 3]]
        return "let you know" if told == ["you", "know"] else "let"
    if action.lemma == "be" and "touch" in {t.lower for t in parse.subtree(action)}:
        return "be in touch"
    following = parse[action.i + 1] if action.i + 1 < len(parse) else None
    close = following if following and following.lower in _PARTICLES and following.head == action.i else None
    tail = parse.child(action, "prt") or close
    return f"{action.lemma.lower()} {tail.lower}" if tail else action.lemma.lower()


def _unmasked_end(sentence: Sentence, clause: Span) -> int:
    """Where a clause ends, or the URL or initials behind it begin."""
    masked = sentence.scan.find(BLANK, clause.start, clause.end)
    end = clause.end if masked < 0 else masked
    return clause.start + len(sentence.scan[clause.start : end].rstrip(" /:,;.!-–—"))


def _topic(parse: Parse, action: Token) -> frozenset[str]:
    """The lemmas of what the action is done to: objects, and for a passive its subject."""
    heads = parse.children(action, "dobj", "nsubjpass", "attr", "dative", "ccomp", "xcomp", "prep", "nsubj")
    return frozenset(
        t.lemma.lower() for head in heads for t in parse.subtree(head) if t.pos in ("NOUN", "PROPN", "VERB", "NUM")
    )


def _action_end(parse: Parse, action: Token, clause_end: int) -> int:
    """Where the action's own words end: its object or particle, without the clauses that hang on it."""
    close = parse.children(action, "prt", "dobj", "attr", "acomp", "dative", "ccomp")
    close += [p for p in parse.children(action, "prep", "advmod") if p.lower in _PARTICLES]
    ends = [t.end for child in close for t in parse.subtree(child) if t.i - action.i < 8]
    return min(clause_end, max([action.end, *ends]))


def bound(sentence: str) -> Bound:
    """What a sentence ties its promise to in time. Placeholders are read as the plain words of ``Sentence.text``."""
    if DATED.search(sentence):
        return "date"
    if VAGUE.search(sentence):
        return "vague"
    return "event" if _EVENT.search(sentence) else "none"
