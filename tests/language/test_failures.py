"""Failures: what a customer reports as ours, and what only looks like it."""

import pytest

from replylint.language.failures import Failure
from replylint.language.reading import Reading
from replylint.language.syntax import Parser
from replylint.model import Channel, Confidence, Conversation, Message, Settings


def failures(*thread: str, draft: str = "Thank you for writing.", channel: Channel = "email") -> list[Failure]:
    """Read a thread: messages of ours start with "A>"."""
    messages = tuple(
        Message("agent", text[3:]) if text.startswith("A> ") else Message("customer", text) for text in thread
    )
    conversation = Conversation("c", messages, Message("agent", draft), channel)
    return list(Reading(conversation, "draft", Settings(), Parser()).failures)


@pytest.mark.parametrize(
    ("told", "frame"),
    [
        ("My parcel still hasn't arrived.", "non-arrival"),
        ("Nobody came on Friday and nobody rang.", "non-arrival"),
        ("It's been six weeks and I have not had the £90.", "non-arrival"),
        ("You sent me the wrong size again.", "wrong"),
        ("The vase was smashed when I opened the box!", "defective"),
        ("youve charged me twice", "money"),
        ("I've had no reply to two emails.", "service"),
        ("Your driver hung up on me and was rude.", "service"),
        ("It should have come on Monday.", "broken-word"),
        ("The sheets were dirty and the room stank.", "condition"),
    ],
)
def test_failures_by_frame(told: str, frame: str) -> None:
    assert [failure.frame for failure in failures(told)] == [frame]


@pytest.mark.parametrize(
    "told",
    [
        "What time do you open?",
        "Thanks so much, the lamp is perfect!",
        "I wish it had a dark mode.",
        "I forgot to cancel before the renewal.",
        "What happens if my parcel is late?",
        "No problems with delivery at all, just a question about the manual.",
        "The storm took my fence.",
        "Not a complaint, but your map pin is in the wrong street.",
        "Where is my order? I placed it yesterday.",
        "How do I connect it? It doesn't work with my phone.",
        "My son broke the handle. Do you sell spare ones?",
        "Excellent stay, spotless room, we never had a problem.",
    ],
)
def test_what_only_looks_like_a_failure(told: str) -> None:
    assert failures(told) == []


def test_a_marked_failure_is_surer_than_a_bare_fault() -> None:
    sure = failures("You promised it for Monday, it's Friday, and I still have nothing!!")
    bare = failures("Good day, the lamp does not work.")
    assert max(f.confidence for f in sure) == Confidence.HIGH
    assert all(f.confidence == Confidence.LOW for f in bare)


def test_evidence_and_place() -> None:
    told = "Hello. My order is late, it should have been here by now!"
    (failure,) = failures(told)
    assert failure.words.of(told) == "order is late"
    assert {span.of(told) for span in failure.evidence} >= {"should have", "by now"}


def test_an_apology_covers_the_failure_until_it_happens_again() -> None:
    first = "You charged me twice!"
    assert all(f.covered for f in failures(first, "A> I'm so sorry. It will be refunded.", "OK, what do I do now?"))
    again = failures(first, "A> I'm so sorry. It will be refunded.", "You've charged me twice again!")
    assert [f.covered for f in again] == [True, False]


def test_a_small_slip_of_the_pen_covers_nothing() -> None:
    thread = ("You charged me twice!", "A> Oops, wrong link! Here is the right one.", "And my money?")
    assert not any(f.covered for f in failures(*thread))


@pytest.mark.parametrize("last", ["It came, thank you so much!", "Fixed", "Yes, it works now", "It works!"])
def test_thanks_and_a_cure_close_the_matter(last: str) -> None:
    assert failures("You sent the wrong size!", "A> A new one is on its way.", last) == []


@pytest.mark.parametrize(
    ("told", "hinted"),
    [
        ("It affects the whole album.", True),
        ("I am not able to log in on the telly.", True),
        ("It's a Kestrel 7 with version 3.1.", False),
        ("Sure, I'll do that tonight.", False),
    ],
)
def test_a_fault_told_in_passing_where_we_help_is_a_hint(told: str, hinted: bool) -> None:
    thread = ("A> Hey, that's not right! Which device is it, and does logging out and back in help?", told)
    found = failures(*thread, draft="Got it. Can you try reinstalling the app? Keep us posted.", channel="social")
    assert [f.confidence for f in found[:1]] == [Confidence.LOW] * hinted


def test_guests_who_come_again_report_no_fault() -> None:
    assert failures("My sister and I stayed three times since Easter. The garden is a joy.") == []


@pytest.mark.parametrize(
    "told",
    [
        "Your site said the pool opens at 7, but the sign on the door says 9.",
        "We booked two doubles and got a room with bunk beds.",
        "There is a cleaning fee on my bill which I did not agree to.",
        'I type the code, and it says "unknown code". Six times now.',
        "Since your update every song plays twice and it won't let me skip.",
    ],
)
def test_expectation_breached_without_failure_word(told: str) -> None:
    assert failures(told)


@pytest.mark.parametrize(
    "told",
    [
        "Hi, I broke my arm in May. Can my sister take my place on the course?",
        "Hello, my bank won't let me pay abroad. May I pay in cash?",
        "He keeps asking me whether you open on Sundays. Do you?",
        "Last year I lost my notes with another program. Does yours keep copies?",
    ],
)
def test_own_affairs_are_no_failure_of_ours(told: str) -> None:
    assert not failures(told)


@pytest.mark.parametrize(
    "told",
    [
        "We drove an hour and at 7:30 this morning the doors were locked. What happened?",
        "Nobody came on Tuesday and I had taken the day off. When will you come?",
        "Our cargo bike was promised for Tuesday and it's Friday now. Is the child seat included?",
        "The sofa came with a torn seam and nobody has answered my two mails since. Can I have a new cover?",
        "The part should have come last week and still hasn't arrived. Is it lost?",
    ],
)
def test_what_the_failure_cost_the_customer_is_never_left_to_a_hint(told: str) -> None:
    assert max(failure.confidence for failure in failures(told)) >= Confidence.MEDIUM
