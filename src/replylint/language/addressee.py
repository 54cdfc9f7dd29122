"""Who a clause speaks to or of, and how: the customer or us, as a command, a duty, a condition, a question, a denial."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from replylint.language.patterns import lazy
from replylint.language.phrases import plain, words
from replylint.language.syntax import Parse, Token
from replylint.model import Span

Subject = Literal["you", "we", "other", "none"]

_YOU = frozenset({"you", "u", "ya", "y'all", "your", "yours", "yourself", "yourselves", "ur"})
_WE = frozenset({"i", "we", "me", "us", "my", "our", "ours", "myself", "ourselves"})
_CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "csubj", "parataxis", "conj", "pcomp"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_CONDITIONS = frozenset({"if", "unless", "when", "whenever", "whether", "once", "case", "until", "provided"})
_DUTY = frozenset({"must", "should", "ought", "need", "shall"})
_DUTY_VERBS = frozenset({"need", "have", "require", "oblige", "suppose", "expect", "got"})
_DENIALS = frozenset({"not", "n't", "nt", "never", "no", "nor", "without", "neither", "hardly"})
_BREAK = lazy(r"[;:?!()\n—–]")
_BREAK_OR_COMMA = lazy(r"[,;:?!()\n—–]")
_ECHO_IGNORES = frozenset(
    "i we you he she they it me us him her them my our your a an the this that is are am was were be been im youre its"
    " ive youve weve id youd to of in on so very really and".split()
)


@dataclass(frozen=True)
class Clause:
    """What the grammar says of a clause. ``subject`` is who acts in it; ``none``: nobody is named, as in a command."""

    verb: Token
    subject: Subject
    imperative: bool
    duty: bool
    negated: bool
    conditional: bool
    question: bool
    relative: bool
    names_customer: bool
    names_us: bool

    @property
    def to_customer(self) -> bool:
        """Whether it is said to or of the customer: a command, or something about "you" or what is yours."""
        return self.imperative or self.names_customer


def clause_at(parse: Parse, span: Span) -> Clause | None:
    """Return the clause that a span of the sentence stands in, or None where there are no words."""
    inside = parse.within(span)
    if not inside:
        return None
    verb = _clause_head(parse, _top(inside))
    subject = _subject(parse, verb)
    own = _own_tokens(parse, verb)
    lowers = {t.lower for t in own}
    return Clause(
        verb=verb,
        subject=_person(parse, subject),
        imperative=_imperative(parse, verb, subject),
        duty=any(t.lower in _DUTY or (t.lemma in _DUTY_VERBS and _has_infinitive(parse, t)) for t in own),
        negated=bool(lowers & _DENIALS) or any(t.dep == "neg" for t in own),
        conditional=_conditional(parse, verb),
        question=_question(parse, verb, subject),
        relative=verb.dep in ("relcl", "acl"),
        names_customer=bool(lowers & _YOU),
        names_us=bool(lowers & _WE),
    )


def clause_spans(text: str, marks: Iterable[Span], *, commas: bool) -> list[Span]:
    """Return for each span the stretch of the sentence around it between semicolons, colons, brackets and dashes."""
    breaks = [Span(*m.span()) for m in (_BREAK_OR_COMMA if commas else _BREAK).finditer(text)]
    ends, starts = [0, *(b.end for b in breaks)], [*(b.start for b in breaks), len(text)]
    return [
        Span(ends[bisect.bisect_right(ends, m.start) - 1], max(m.end, starts[bisect.bisect_left(starts, m.end)]))
        for m in marks
    ]


def echoes(mark: str, customer_sentences: Iterable[frozenset[str]]) -> bool:
    """Whether the customer used the same words in a sentence: then we only take them from their mouth.

    Pronouns may differ ("I didn't read it", "you didn't read it"). A lone adverb is no echo: people who write
    "I simply want my money" did not ask to be told "simply log in".
    """
    said = words(plain(mark)) - _ECHO_IGNORES
    if not said or (len(said) == 1 and (next(iter(said)).endswith("ly") or said <= {"just", "surely"})):
        return False
    return any(said <= sentence for sentence in customer_sentences)


def is_name(sentence: str, span: Span, brands: Iterable[str] = ()) -> bool:
    """Whether a span is part of a name: of a brand, or by its capitals in mid-sentence ("the Simple Setup wizard")."""
    for brand in brands:
        at = sentence.find(brand)
        while at >= 0:
            if at <= span.start and span.end <= at + len(brand):
                return True
            at = sentence.find(brand, at + 1)
    marked = span.of(sentence)
    first_person = marked[:1] == "I" and not marked[1:2].isalpha()
    if not marked[:1].isupper() or marked.isupper() or first_person:
        return False
    return sentence[: span.start].rstrip()[-1:].isalnum()


def _top(tokens: list[Token]) -> Token:
    """Return the token of a span that governs the others."""
    indices = {t.i for t in tokens}
    return next((t for t in tokens if t.head == t.i or t.head not in indices), tokens[0])


def _clause_head(parse: Parse, token: Token) -> Token:
    for candidate in (token, *parse.ancestors(token)):
        if candidate.dep in _CLAUSE_DEPS and candidate.pos in ("VERB", "AUX"):
            return candidate
        if candidate.head == candidate.i:
            return candidate
    return token


def _subject(parse: Parse, verb: Token) -> Token | None:
    """Return a verb's subject; a coordinated verb or an infinitive without one shares that of its head."""
    if found := parse.child(verb, *_SUBJECTS):
        return found
    if verb.dep in ("conj", "xcomp") and verb.head != verb.i and not _is_base_command(parse, verb):
        return _subject(parse, parse.head(verb))
    return None


def _is_base_command(parse: Parse, verb: Token) -> bool:
    """Whether a coordinated verb is a command of its own: "the form is short, so just fill it in"."""
    head = parse.head(verb)
    return verb.tag == "VB" and head.tag not in ("VB", "VBP") and not parse.children(verb, "aux")


def _person(parse: Parse, subject: Token | None) -> Subject:
    if subject is None:
        return "none"
    if subject.dep == "nsubj" and subject.lower in ("who", "which", "that"):
        return "other"
    if subject.lower in ("you", "u", "ya", "yourself"):
        return "you"
    return "we" if subject.lower in ("i", "we", "us") else "other"


def _imperative(parse: Parse, verb: Token, subject: Token | None) -> bool:
    if subject is not None or verb.tag not in ("VB", "VBP"):
        return False
    helpers = parse.children(verb, "aux", "auxpass", "mark")
    return all(t.lower in ("do", "don't", "dont") or t.tag == "RP" for t in helpers)


def _own_tokens(parse: Parse, verb: Token) -> list[Token]:
    """Return a clause's words without those of the clauses that depend on it."""
    found, stack = [], [verb]
    while stack:
        token = stack.pop()
        found.append(token)
        stack += [c for c in parse.children(token) if c.dep not in ("ccomp", "advcl", "relcl", "parataxis", "conj")]
    return found


def _has_infinitive(parse: Parse, token: Token) -> bool:
    return any(c.tag == "VB" for c in parse.children(token, "xcomp"))


def _conditional(parse: Parse, verb: Token) -> bool:
    """Whether a clause is, or stands in, the condition of another one."""
    for clause in (verb, *parse.ancestors(verb)):
        if clause.dep in ("ROOT", "conj") and clause is not verb:
            return False
        markers = [t.lower for t in parse.children(clause, "mark", "advmod") if t.i < clause.i]
        if _CONDITIONS.intersection(markers):
            return True
        if clause.dep == "ROOT":
            break
    if parse[0].lower == "should" and parse[0].head == verb.i:
        return True
    before = [t.lower for t in parse.tokens[: verb.i]]
    cut = max((i for i, word in enumerate(before) if word in (",", ";", ":", "then")), default=-1)
    return not _CONDITIONS.isdisjoint(before[cut + 1 :])


def _question(parse: Parse, verb: Token, subject: Token | None) -> bool:
    """Whether a clause asks: by a question mark, or by an auxiliary before its subject."""
    if parse[len(parse) - 1].text.startswith("?"):
        return True
    return subject is not None and any(aux.i < subject.i and aux.lower != "had" for aux in parse.children(verb, "aux"))
