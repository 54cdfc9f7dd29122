"""Spelling: what is a word, what is a slip, and what was meant."""

from __future__ import annotations

import subprocess
import sys

import pytest

from replylint.language.reading import Reading
from replylint.language.spelling.brands import misspelt_brands
from replylint.language.spelling.candidates import candidates, one_slip
from replylint.language.spelling.lexicon import Flag, lexicon
from replylint.language.spelling.morphology import base_form, built, ing_form, run_together
from replylint.language.spelling.usage import Patterns, check
from replylint.language.syntax import Parser
from replylint.language.text import Text
from replylint.model import Conversation, Message, Settings


def reading(draft: str, customer: str = "", **settings: tuple[str, ...]) -> Reading:
    messages = (Message("customer", customer),) if customer else ()
    conversation = Conversation("test", messages, Message("agent", draft))
    return Reading(conversation, "draft", Settings(**settings), Parser())  # type: ignore[arg-type]


def slips(draft: str, customer: str = "", **settings: tuple[str, ...]) -> dict[str, str]:
    return {slip.places[0].text: slip.meant[0] for slip in reading(draft, customer, **settings).slips}


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("We recieved it.", {"recieved": "received"}),
        ("Please ask the recpetionist.", {"recpetionist": "receptionist"}),
        ("The curtaains are here.", {"curtaains": "curtains"}),
        ("Just incase it rains.", {"incase": "in case"}),
        ("Sending/recieving works.", {"recieving": "receiving"}),
        ("A re-recieved parcel.", {"recieved": "received"}),
        ("The courrier’s van.", {"courrier’s": "courier"}),
        ("The webmail inbox needs an antivirus add-on, smtp and wifi.", {}),
        ("The addressbook is offlined and reinstallable.", {}),
        ("We organise the colour and organize the color.", {}),
        ("The café is naïve, the dioptre is right.", {}),
        ("Open userChrome.css, C:\\recieved, /usr/recieved or recieved_2.txt.", {}),
        ("See www.recieve.example.com and mail recieve@example.com.", {}),
        ("Wir haben Ihre Nachricht erhalten und melden uns.", {}),
        ("Please ask for Ms Njoku-Achterberg or Manuel.", {}),
        ("Haha, soooo nice!!", {}),
        ("The inconven-\nience is ours.", {}),
    ],
)
def test_slips(draft: str, expected: dict[str, str]) -> None:
    assert slips(draft) == expected


def test_the_customers_own_words_silence_likely_slips_only() -> None:
    assert slips("The flurbs are here, we recieved them.", "My flurbs are lost, I recieved none.") == {
        "recieved": "received"
    }
    assert slips("The curtaains are here.", "My curtaains are lost.") == {}


def test_words_of_the_settings_are_right() -> None:
    assert slips("Your lampp is here.") == {"lampp": "lamp"}
    assert slips("Your lampp is here.", words=("lampp",)) == {}
    assert slips("Your Recieve plan is here.", brands=("Recieve",)) == {}


def test_each_misspelling_is_reported_once_with_all_its_places() -> None:
    (slip,) = reading("We recieved it. You recieved it.").slips
    assert [word.span.start for word in slip.places] == [3, 20]


def test_sure_and_likely() -> None:
    sure = {slip.places[0].text: slip.sure for slip in reading("We recieved the curtaains.").slips}
    assert sure == {"recieved": True, "curtaains": False}


@pytest.mark.parametrize(
    "word", ["inbox", "webcam", "colour", "color", "organise", "organize", "doesn't", "smtp", "login"]
)
def test_known_words(word: str) -> None:
    assert lexicon().flags(word) & (Flag.WORD | Flag.TERM)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("recpetionist", "receptionist"),
        ("notofications", "notifications"),
        ("lampp", "lamp"),
        ("confrimaton", "confirmation"),
    ],
)
def test_candidates(wrong: str, right: str) -> None:
    assert candidates(wrong)[0].word == right


@pytest.mark.parametrize(("word", "expected"), [("incase", ("in", "case")), ("alot", ("a", "lot")), ("webmail", None)])
def test_words_written_together(word: str, expected: tuple[str, str] | None) -> None:
    assert run_together(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("reinstallable", True), ("addressbook", True), ("messageing", False), ("reappers", False)]
)
def test_words_built_of_known_ones(word: str, expected: bool) -> None:
    assert built(word) is expected


@pytest.mark.parametrize(
    ("word", "base"), [("received", "receive"), ("stopped", "stop"), ("tries", "try"), ("need", None), ("always", None)]
)
def test_base_form(word: str, base: str | None) -> None:
    assert base_form(word) == base


def test_ing_form() -> None:
    assert [ing_form(verb) for verb in ("hear", "serve", "get", "lie", "lamp")] == [
        "hearing",
        "serving",
        "getting",
        "lying",
        None,
    ]


@pytest.mark.parametrize(
    ("scan", "expected"),
    [
        ("The Bright Desk app", [("Bright Desk", "BrightDesk")]),
        ("The brightdesk app", [("brightdesk", "BrightDesk")]),
        ("The BrighDesk app", [("BrighDesk", "BrightDesk")]),
        ("The BrightDesk app, BrightDesk's, BRIGHTDESK", []),
        ("a bright idea, a desk", []),
    ],
)
def test_brands(scan: str, expected: list[tuple[str, str]]) -> None:
    assert [(span.of(scan), name) for span, name in misspelt_brands(scan, ["BrightDesk"])] == expected


@pytest.mark.parametrize(
    ("wrong", "right", "expected"),
    [
        ("brigtdesk", "brightdesk", True),
        ("brihgtdesk", "brightdesk", True),
        ("brightdesk", "brightdesk", False),
        ("brite", "bright", False),
    ],
)
def test_one_slip(wrong: str, right: str, expected: bool) -> None:
    assert one_slip(wrong, right) is expected


def found(pattern: str, draft: str, **sets: str) -> list[tuple[str, tuple[str, ...]]]:
    text = Text(Message("agent", draft), "draft")
    patterns = Patterns([pattern], sets)
    return [
        (f.shown.of(s.scan), f.rights)
        for s in text.sentences
        for f in patterns.find(text, s, lambda s: Parser()(s.text))
    ]


@pytest.mark.parametrize(
    ("pattern", "draft", "expected"),
    [
        ("could <of=have> !course", "You could of seen it.", [("of", ("have",))]),
        ("could <of=have> !course", "You could of course see it.", []),
        ("^ <your=you're> welcome .", "Your welcome. Your welcome pack.", [("Your", ("you're",))]),
        ("[did not ?even <*ed=@base>]", "We did not received it.", [("did not received", ("receive",))]),
        ("[did not ?even <*ed=@base>]", "We did not need it.", []),
        (
            "one of our <*\\team|staff=*s> will",
            "One of our agent will call. One of our team will.",
            [("agent", ("agents",))],
        ),
        ("$det <lamp=lamps>", "The lamp and my lamp.", [("lamp", ("lamps",))]),
        ("<were=was> ~ if", "If they were here, we were there.", []),
    ],
)
def test_patterns(pattern: str, draft: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found(pattern, draft, det="the a") == expected


@pytest.mark.parametrize("pattern", ["no wrong word", "<one=1> <two=2>", "$nothing <one=1>"])
def test_broken_patterns(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"wrong word|no set"):
        check(pattern, {})


def test_a_clean_draft_loads_no_heavy_engine() -> None:
    program = (
        "import sys; from replylint.language.reading import Reading; from replylint.language.syntax import Parser;"
        "from replylint.model import *;"
        "r = Reading(Conversation('x', (), Message('agent', 'Thank you, your lamp is here.')), 'draft', Settings(), Parser());"
        "assert r.slips == (); print(sorted(m for m in sys.modules if 'candidates' in m or m in ('spacy', 'numpy')))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
