"""What counts as a question, of which kind, and which ones no longer need an answer."""

from __future__ import annotations

import pytest

from replylint.language.question_clauses import Question
from replylint.language.questions import find
from replylint.language.text import Text
from replylint.model import Confidence, Message


def questions(*messages: str) -> tuple[Question, ...]:
    return find([Text(Message("customer", text), i) for i, text in enumerate(messages)])


@pytest.mark.parametrize(
    ("text", "form", "answer"),
    [
        ("Do you deliver to Leeds?", "polar", "yes-no"),
        ("does it come in red", "polar", "yes-no"),
        ("Does the lift work", "polar", "yes-no"),
        ("What happened this morning", "wh", "cause"),
        ("hi how much is a child ticket", "wh", "money"),
        ("where's my order 10482??", "wh", "place"),
        ("How long does it last?", "wh", "duration"),
        ("which floor is it on", "wh", "place"),
        ("How do I reset it?", "wh", "steps"),
        ("When using the app, can my son log in too?", "polar", "yes-no"),
        ("You're open on Sunday, right?", "tag", "yes-no"),
        ("it isn't open, is it?", "tag", "yes-no"),
        ("Refund?", "fragment", "open"),
        ("any update", "fragment", "open"),
        ("I was wondering whether it is back in stock.", "embedded", "yes-no"),
        ("Can you tell me when you close", "embedded", "time"),
        ("I'd like to know who signed for it.", "embedded", "person"),
        ("You said Tuesday???", "declarative", "yes-no"),
        ("What we got was a plate of cold chips?", "declarative", "yes-no"),
        ("what you are doing about it?", "wh", "thing"),
        ("am or pm?", "fragment", "choice"),
        ("yes but morning or evening?", "fragment", "choice"),
        ("Morning, is it open?", "polar", "yes-no"),
        ("Can you confirm the audition is am not pm?", "embedded", "choice"),
        ("is the bus running or has it been cancelled", "polar", "choice"),
        ("My sister wants to know whether the lift works.", "embedded", "yes-no"),
        ("A colleague asks if it will be filmed.", "embedded", "yes-no"),
        ("I just can't work out whether the fee is due.", "embedded", "yes-no"),
        ("I'd be interested to hear when you mean to open again.", "embedded", "time"),
        ("I must know who has the key.", "embedded", "person"),
        ("Explain please why it was opened.", "embedded", "cause"),
        ("Will you send a new one or do I have to buy it?", "polar", "choice"),
        ("will you delete my photos?", "polar", "yes-no"),
        ("Have you anybody who knows old clocks?", "polar", "yes-no"),
        ("How much does it cost?", "wh", "money"),
        ("How much salt is in it?", "wh", "number"),
        ("What does this fee pay for?", "wh", "thing"),
        ("Lastly (sorry!) roughly how many days is that.", "wh", "duration"),
    ],
)
def test_forms_and_kinds(text: str, form: str, answer: str) -> None:
    (question,) = questions(text)
    assert (question.form, question.answer) == (form, answer)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("When does it arrive and can I pay by card?", ["When does it arrive", "can I pay by card?"]),
        ("Is breakfast included, and what time is check-out?", ["Is breakfast included", "what time is check-out?"]),
        ("When and where?", ["When", "where?"]),
        ("Who pays for the floor, and when is it mended?", ["Who pays for the floor", "when is it mended?"]),
        ("Which one fits, and what does it cost?", ["Which one fits", "what does it cost?"]),
        ("when where how much?", ["when", "where", "how much?"]),
        ("can you tell me when it comes and how much it costs", ["when it comes", "how much it costs"]),
        ("1. Is it blue?\n2. How tall is it?", ["Is it blue?", "How tall is it?"]),
        ("Does it stop? Or does it run on?", ["Does it stop?"]),
        ("How are you? Is the 3 pm slot still free?", ["Is the 3 pm slot still free?"]),
    ],
)
def test_several_in_one(text: str, asked: list[str]) -> None:
    assert [q.text for q in questions(text)] == asked


@pytest.mark.parametrize(
    "text",
    [
        "How hard can it be to send one parcel?",
        "Hope you're well?",
        "What time does it start? Never mind, found it.",
        "Can you send me the invoice?",
        "Would you mind changing the address?",
        "Let me know when it ships.",
        "Let me know if you need anything else.",
        "When I rang, nobody answered.",
        "Which is why I am writing.",
        "What a lovely shop!",
        "He texted to tell me what time he would arrive.",
        "Do not call me before noon.",
        "Have a nice day",
        "See https://example.com/?q=1",
        '"Is it ready?" was all I asked.',
        "> When will it ship?\nThanks for that.",
        "Would I buy the tent again? Probably not. It leaked on the first night.",
        "Was it worth the drive? No.",
        "What did we get for it, you ask: cold soup.",
        "No heating for a week. Really @hillcrest ??",
        "is anyone there alive",
        "And shouldn't there be a notice before that?",
    ],
)
def test_no_question_to_answer(text: str) -> None:
    assert questions(text) == ()


def test_rewordings_are_one_question() -> None:
    assert len(questions("Is it in stock? Have you got it?")) == 1
    assert len(questions("How do I change the tyre size?\n\nHello, how can I change the size of the tyre?")) == 1
    assert len(questions("When do you open?", "And when do you close?")) == 2


def test_a_later_message_takes_it_back() -> None:
    assert questions("What time does it start?", "Never mind, found it.") == ()


def test_certainty_follows_the_form() -> None:
    assert questions("Is it ready?")[0].confidence == Confidence.HIGH
    assert questions("I was wondering if it is ready.")[0].confidence == Confidence.MEDIUM
    assert questions("You said Tuesday???")[0].confidence == Confidence.LOW


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Is the audition am or pm?", ("am", "pm")),
        ("Is the fee £40 or £45?", ("£40", "£45")),
        ("is that 8 in the morning not the evening?", ("morning", "evening")),
        ("red/blue?", ("red", "blue")),
    ],
)
def test_alternatives(text: str, options: tuple[str, ...]) -> None:
    choice = questions(text)[0].choice
    assert choice is not None and choice.options == options and choice.sure


@pytest.mark.parametrize(
    "text",
    [
        "Will it take a day or two?",
        "Is it ready or not?",
        "In 2 or 3 days?",
        "Is there a form or something?",
        "Do I have to ring or do anything?",
    ],
)
def test_an_idiom_with_or_is_no_choice(text: str) -> None:
    assert questions(text)[0].choice is None


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("So you don't open on Sundays?", True),
        ("Is there no way to change it?", True),
        ("do you mind if I bring my own", True),
        ("It's not refundable, is it?", True),
        ("Isn't it heated when it is open?", True),
        ("Is it open, because the site doesn't say?", False),
    ],
)
def test_negative_questions(text: str, negative: bool) -> None:
    assert questions(text)[0].negative is negative


def test_questions_of_light_verbs_are_not_one() -> None:
    assert [q.text for q in questions("How did it happen, and why were we not told?")] == [
        "How did it happen",
        "why were we not told?",
    ]


def test_ignoring_is_for_a_case_only() -> None:
    (question,) = questions("Where does the extra £300 come from? Unless that's the deposit, in which case ignore me.")
    assert question.answer == "place"
