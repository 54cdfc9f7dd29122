import pytest

from replylint.language.addressee import Clause, clause_at, clause_spans, echoes, is_name
from replylint.language.phrases import plain, words
from replylint.language.syntax import Parser
from replylint.model import Span

PARSER = Parser()


def clause(marked: str) -> Clause:
    start, end = marked.index("["), marked.index("]") - 1
    found = clause_at(PARSER(marked.replace("[", "").replace("]", "")), Span(start, end))
    assert found is not None
    return found


@pytest.mark.parametrize(
    "sentence, subject",
    [
        ("[Obviously] you need to charge it first.", "you"),
        ("We [obviously] got this wrong.", "we"),
        ("[Obviously], the warranty doesn't cover drops.", "other"),
        ("[Simply] log in and change it.", "none"),
        ("We tried, but you [clearly] deleted it.", "you"),
    ],
)
def test_who_acts(sentence: str, subject: str) -> None:
    assert clause(sentence).subject == subject


@pytest.mark.parametrize(
    "sentence, facts",
    [
        ("[Simply] log in and change it.", {"imperative", "to_customer"}),
        ("Please [just] try it again.", {"imperative", "to_customer"}),
        ("We've [just] shipped it.", set()),
        ("[You] must sign the form.", {"duty", "to_customer"}),
        ("[You] have to sign the form.", {"duty", "to_customer"}),
        ("[You] didn't sign the form.", {"negated", "to_customer"}),
        ("If [you] forgot your PIN, tap here.", {"conditional", "to_customer"}),
        ("Did [you] sign the form?", {"question", "to_customer"}),
        ("This is the form that [you] signed.", {"relative", "to_customer"}),
        ("Your parcel is [clearly] on its way.", {"to_customer"}),
    ],
)
def test_how_it_is_said(sentence: str, facts: set[str]) -> None:
    found = clause(sentence)
    names = ("imperative", "duty", "negated", "conditional", "question", "relative", "to_customer")
    assert {name for name in names if getattr(found, name)} == facts


@pytest.mark.parametrize(
    "mark, customer, expected",
    [
        ("you didn't read", "Oops, I didnt read the instructions.", True),
        ("You should have told", "I told you twice.", False),
        ("simply", "I simply want my money.", False),
        ("it's easy", "You said it would be easy!", True),
    ],
)
def test_echoes(mark: str, customer: str, expected: bool) -> None:
    assert echoes(mark, [words(plain(customer))]) is expected


def test_names() -> None:
    sentence = "Open the Simple Setup wizard, then simply wait."
    assert is_name(sentence, Span(9, 15))
    assert not is_name(sentence, Span(35, 41))
    assert not is_name("Simply wait.", Span(0, 6))
    assert is_name("Try just eat.", Span(4, 8), ["just eat"])
    assert not is_name("Yes, as I've said", Span(8, 17))
    assert is_name("Open Ivory settings", Span(5, 10))


def test_clauses() -> None:
    text = "Like I said, it's easy: just try it"
    said, easy, just = Span(0, 11), Span(18, 22), Span(24, 28)
    assert [s.of(text) for s in clause_spans(text, [said, easy, just], commas=False)] == [
        "Like I said, it's easy",
        "Like I said, it's easy",
        " just try it",
    ]
    assert [s.of(text) for s in clause_spans(text, [said, easy], commas=True)] == ["Like I said", " it's easy"]
