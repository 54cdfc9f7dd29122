import pytest

from replylint.language.phrases import grammar, plain, words
from replylint.language.wordings import Wordings


def found(phrase: str, text: str, **groups: str) -> list[str]:
    return [span.of(text) for span in grammar(tuple(groups.items())).phrase(phrase).spans(plain(text))]


@pytest.mark.parametrize(
    "phrase, text, expected",
    [
        ("as <we> (already|previously)? said", "As I said, and as we  already\nsaid.", ["As I said", "as we  already\nsaid"]),
        ("as <we> (already|previously)? said", "as I never said", []),
        ("don't panic", "dont panic, don’t panic, DON'T panic", ["dont panic", "don’t panic", "DON'T panic"]),
        ("(we're|I'll) there", "We were there, I’ll there, ill there", ["I’ll there"]),
        ("easy", "uneasy, easy-going", ["easy"]),
        ("^ [[simply]] *", "Simply log in. I simply can't. Please, simply try.", ["Simply", "simply"]),
        ("^^ again ,", "Again, no.", ["Again"]),
        ("^^ again ,", "Well, again, no.", []),
        ("easy fix $", "An easy fix! An easy fix for that.", ["easy fix"]),
        ("thank you $$", "Thank you, Ann. Thank you ", ["Thank you"]),
        ("we ~ly refund~", "We gladly refunded it. We duly had it refunded.", ["We gladly refunded"]),
        ("you need to ... understand !(how)", "You need to really, really understand. You need to understand how.",
         ["You need to really, really understand"]),
        ("* , [[love]] $", "No worries, love! We love it.", ["love"]),
        ("x (a|b (c|d))", "x b c, x b, x a", ["x b c", "x a"]),
    ],
)  # fmt: skip
def test_finds(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text) == expected


def test_groups_of_a_rule_come_beside_the_common_ones() -> None:
    assert found("<we> <told> you", "we have told you", told="have told|said to") == ["we have told you"]


@pytest.mark.parametrize(
    "phrase, reason",
    [
        ("say <what>", "there is no group <what>"),
        ("say (it", "not closed"),
        ("say (it|)", "empty"),
        ("(maybe)? ...", "a word that is always there is missing"),
        ("[[say it", "]] is missing"),
        ("say {it}", "has no meaning"),
        ("[[(maybe)?]] say", "may be empty"),
    ],
)
def test_mistakes_are_named(phrase: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason.replace("(", r"\(")):
        grammar().phrase(phrase)


@pytest.mark.parametrize(
    "phrase, text",
    [
        ("(don't|do not) (be)? so", "Don’t be so."),
        ("is self-explanatory", "It is self-explanatory"),
        ("no-one else", "no-one else"),
        ("(a|the) (*|* *)? thing", "the big red thing"),
    ],
)
def test_a_phrase_never_occurs_without_one_of_its_anchors(phrase: str, text: str) -> None:
    read = grammar().phrase(phrase)
    assert read.occurs(plain(text))
    assert read.anchors & words(plain(text))


def test_wordings_are_found_whichever_way_they_are_put() -> None:
    unknowing = Wordings("<we> <unknown> $", unknown="don't know|have no idea")
    assert unknowing.occur("Sadly, I don’t know.")
    assert unknowing.occur("we HAVE no idea, but ask Ann")
    assert not unknowing.occur("we don't know of any")


def test_wordings_are_found_in_order_and_the_longest_of_two_that_overlap() -> None:
    ours = Wordings("our mistake", "<how>? our (mistake|fault)", how="all|entirely")
    text = "It was our fault, and all our mistake."
    assert [span.of(text) for span in ours.spans(text)] == ["our fault", "all our mistake"]


@pytest.mark.parametrize(
    "text, rest",
    [
        ("Oh well -- it is open.", "it is open."),
        ("Well, well!", ""),
        ("As well as ever.", "As well as ever."),
        ("– Oh, wellington boots", "wellington boots"),
    ],
)
def test_a_text_without_the_wordings_it_begins_with(text: str, rest: str) -> None:
    assert Wordings("oh (my)?", "well").without(text) == rest
