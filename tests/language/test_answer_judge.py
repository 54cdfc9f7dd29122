"""The judge that weighs what the rules leave undecided."""

from __future__ import annotations

import json

import pytest

from replylint.language import answer_judge
from replylint.language.answer_features import Pairing
from replylint.language.answer_judge import LearnedJudge, conclusion, decided, log_odds, may_warn
from replylint.language.answers import RuleJudge, Treatment
from replylint.language.reading import Reading
from replylint.language.syntax import Parser
from replylint.language.weights import load
from replylint.model import Confidence, Conversation, Message, Settings


def read(customer: str, draft: str) -> Reading:
    return Reading(
        Conversation("c", (Message("customer", customer),), Message("agent", draft)), "draft", Settings(), Parser()
    )


def score(customer: str, draft: str) -> float:
    reading = read(customer, draft)
    return log_odds(load(answer_judge.WEIGHTS), *Pairing(reading).features(reading.questions[0]))


@pytest.mark.parametrize(
    ("customer", "answering", "passing_over"),
    [
        (
            "Can the jacket go in a tumble dryer?",
            "It can, on low heat; take the hood off first.",
            "Our jackets are made in a lovely old mill by the sea!",
        ),
        (
            "Which of the two sofas folds out into a bed?",
            "The Arden folds out. The Elmet doesn't.",
            "Both sofas are covered in wool, with a great choice of colours.",
        ),
        (
            "How do I move my bookmarks to a new laptop?",
            "Open Settings, press Export and copy the file to the new laptop.",
            "Bookmarks are always kept with the profile, and most people love them.",
        ),
        (
            "Why was the class on Monday called off?",
            "Because the teacher fell ill that morning, sorry.",
            "Classes are usually held in the big hall, with the best view of the park!",
        ),
        (
            "Is there a lift to the third floor?",
            "I'm afraid not, but we can carry your bags up.",
            "Every room on the third floor has a wonderful view of the bay.",
        ),
    ],
)
def test_an_answer_scores_below_a_description(customer: str, answering: str, passing_over: str) -> None:
    assert score(customer, answering) < score(customer, passing_over)


def test_what_the_rules_are_sure_of_stands() -> None:
    reading = read("Is it red or blue? Where do I park?", "Yes.")
    rules, learned = RuleJudge(), LearnedJudge(RuleJudge())
    for question in reading.questions:
        verdict = rules.judge(question, reading)
        assert learned.judge(question, reading) == verdict or not decided(verdict)


def test_long_replies_are_left_to_the_rules() -> None:
    reading = read("Is the pool heated in the winter months?", "The sauna has a window onto the wood. " * 80)
    (question,) = reading.questions
    assert LearnedJudge(RuleJudge()).judge(question, reading) == RuleJudge().judge(question, reading)


@pytest.mark.parametrize(
    ("customer", "draft", "loud"),
    [
        ("Is the pool heated?", "Hello Ann, our pool has twelve lanes and was built in 1931.", True),
        ("Is the pool heated?", "Twelve lanes, built in 1931, by the same people as the town hall.", False),
        ("Is the pool heated?", "We have twelve lanes. What would you like to do there?", False),
        ("Is the pool heated?", "Our pool is shown at https://example.com/pool/lanes.", False),
        ("Is the pool heated?", "Thank you for your review. We are proud of our twelve lanes.", False),
        ("I wonder whether the pool is heated.", "Our pool has twelve lanes and was built in 1931.", False),
        ("Why is the pool cold?", "We think it is probably the old boiler.", False),
        ("Why is the pool cold?", "Our pool has twelve lanes and was built in 1931.", True),
        ("How much is a swim?", "We swim there daily, and it says 33 on the wall.", False),
    ],
)
def test_only_where_nothing_hides_an_answer_may_it_warn(customer: str, draft: str, loud: bool) -> None:
    reading = read(customer, draft)
    assert may_warn(reading.questions[0], reading) is loud


def test_a_question_passed_over_in_a_business_reply_is_a_warning() -> None:
    customer = "Hi, when does the night ferry dock in Oban, and may I take my bike on deck?"
    draft = (
        "Dear Ann, our ferries were built in a small yard in Norway. The cabins have been painted blue by local artists."
        " We look forward to welcoming you on board!"
    )
    assert [(t.state, t.confidence) for t in read(customer, draft).answers] == [("omitted", Confidence.MEDIUM)] * 2


def verdict(state: str) -> Treatment:
    (question,) = read("Is the pool heated?", "").questions
    return Treatment(question, state, Confidence.LOW, None, "nothing found")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "odds", "expected"),
    [
        ("omitted", 3.0, ("omitted", Confidence.MEDIUM)),
        ("omitted", 1.0, ("omitted", Confidence.LOW)),
        ("omitted", 0.0, ("omitted", Confidence.LOW)),
        ("omitted", -2.0, ("answered", Confidence.LOW)),
        ("answered", 3.0, ("omitted", Confidence.MEDIUM)),
        ("answered", 1.0, ("answered", Confidence.LOW)),
    ],
)
def test_thresholds(state: str, odds: float, expected: tuple[str, Confidence]) -> None:
    likeliest = read("Is the pool heated?", "All year, to 27 degrees.").reply.sentences[0]
    found = conclusion(verdict(state), odds, {"medium": 2.0, "low": 0.8, "answered": -1.5}, likeliest)
    assert (found.state, found.confidence) == expected


def test_no_score_passes_a_threshold_that_is_missing() -> None:
    for odds in (-50.0, 50.0):
        assert conclusion(verdict("omitted"), odds, dict.fromkeys(("medium", "low", "answered")), None) == verdict(
            "omitted"
        )


def test_every_feature_has_a_weight() -> None:
    reading = read("Is it open and how much is it?", "It is open on Sunday.")
    sentences, whole = Pairing(reading).features(reading.questions[0])
    model = json.loads(answer_judge.WEIGHTS.read_text("utf-8"))
    assert model["sentence"]["weights"].keys() == sentences[0].keys()
    assert model["question"]["weights"].keys() == whole.keys()
