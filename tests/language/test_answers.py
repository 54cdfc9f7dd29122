"""How a draft treats a question: the states, and how sure we are."""

from __future__ import annotations

import pytest

from replylint.language.reading import Reading
from replylint.language.syntax import Parser
from replylint.model import Channel, Confidence, Conversation, Message, Settings


def read(customer: str, draft: str, *, agent: str = "", channel: Channel = "email") -> Reading:
    messages = [Message("agent", agent)] if agent else []
    conversation = Conversation(
        "c", (*messages, Message("customer", customer)), Message("agent", draft), channel=channel
    )
    return Reading(conversation, "draft", Settings(), Parser())


@pytest.mark.parametrize(
    ("customer", "draft", "state"),
    [
        ("When do you open?", "At 9 am.", "answered"),
        ("How much is it?", "Under-twelves come in free.", "answered"),
        ("Is it waterproof?", "It's rated IP67, so rain is fine.", "answered"),
        ("Is delivery included?", "Yes.", "answered"),
        ("Where is it?", "I'm checking with the depot and will write by 5 pm today.", "held"),
        ("When will it come?", "Which postcode is it for?", "clarified"),
        ("Should I restart it first?", "Please restart it and tell us what you see.", "answered"),
        ("Is it red or blue?", "Yes.", "bare"),
        ("Is it red or blue?", "Yes, the blue one.", "answered"),
        ("So you don't open on Sundays?", "No.", "bare"),
        ("Are you open on 25 December?", "Please see our website.", "deflected"),
        ("Where can I read the terms?", "Here: https://example.com/terms", "answered"),
        ("Where is order 10482?", "Could you send me your order number?", "re-asked"),
        ("Do I need my old glasses?", "Thanks for choosing us.", "omitted"),
        ("How much is it?", "Great choice! It is our softest wool.", "omitted"),
    ],
)
def test_states(customer: str, draft: str, state: str) -> None:
    (treatment,) = read(customer, draft).answers
    assert treatment.state == state


def test_only_what_is_decidable_is_sure() -> None:
    assert read("Is it waterproof?", "Thanks for asking!").answers[0].confidence == Confidence.HIGH
    assert read("How much is it?", "It is our softest wool.").answers[0].confidence == Confidence.MEDIUM
    assert read("Is it waterproof?", "The strap is made of leather.").answers[0].confidence == Confidence.LOW


def test_the_answering_sentence_is_named() -> None:
    reading = read("When do you open? Is parking free?", "Parking costs £3. We open at 9 am.")
    span = reading.answers[0].span
    assert span and span.of(reading.draft.raw) == "We open at 9 am."


def test_answers_between_quoted_lines_belong_to_what_is_quoted() -> None:
    draft = "> When do you open on Sunday?\nThe dog may come in.\n> May my dog come in too?\nYes, at 10 am."
    first, second = read("When do you open on Sunday? May my dog come in too?", draft).answers
    assert (first.state, second.state) == ("omitted", "answered")


def test_numbered_answers_belong_to_their_numbers() -> None:
    first, second = read("1. How much is it?\n2. When is it?", "1. A bargain.\n2. At £5, on Monday.").answers
    assert (first.state, second.state) == ("omitted", "answered")


@pytest.mark.parametrize(
    ("customer", "draft", "item", "value"),
    [
        ("My order 10482 hasn't come.", "What is your order number?", "order number", "10482"),
        ("Booking ref HX-20931, no key.", "Please send us your booking reference.", "booking reference", "HX-20931"),
        ("I'm in room 806 and it's cold.", "Sorry! Which room are you in?", "room", "806"),
        ("My dog is 14 kg.", "May I ask what he weighs?", "weight", "14 kg"),
        ("I bought it on 3 May.", "When did you buy it?", "date", "I bought it on 3 May."),
    ],
)
def test_what_was_given_is_asked_again(customer: str, draft: str, item: str, value: str) -> None:
    (asked,) = read(customer, draft).re_asked
    assert (asked.item, asked.value) == (item, value)


@pytest.mark.parametrize(
    ("customer", "draft"),
    [
        ("My order hasn't come.", "What is your order number?"),
        ("Order 10482 came, one is missing.", "What is the other order number?"),
        ("It's order 1O482.", "I couldn't find 1O482. Could you check the order number?"),
        ("I run version 115.3.", "Do you have the latest version, 115.4?"),
        ("I bought a laptop.", "Do you still have the old laptop?"),
    ],
)
def test_a_new_datum_may_be_asked_for(customer: str, draft: str) -> None:
    assert read(customer, draft).re_asked == ()


@pytest.mark.parametrize(
    ("customer", "draft", "outcome"),
    [
        ("Please cancel my subscription.", "Thanks for being a loyal customer!", "ignored"),
        ("Please cancel my subscription.", "It's cancelled as of today.", "addressed"),
        ("I'd like a refund.", "I can't refund an opened item.", "refused"),
        ("Could you move it to Friday?", "Which address is it for?", "clarified"),
    ],
)
def test_requests(customer: str, draft: str, outcome: str) -> None:
    (request,) = read(customer, draft).requests
    assert request.outcome == outcome
