"""What the linter adds to the checks: which rules run, who wins, in which order, how loud."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest

from replylint.linter import Linter, effective_severity
from replylint.model import Confidence, Conversation, Message, Rule, Severity, Span

CUSTOMER = Message("customer", "Is it red or blue?")


def rule(code: str, *words: str, sure: bool = True, **fields: Any) -> Rule:
    """A rule that finds words in the draft."""
    options: Mapping[str, Any] = MappingProxyType({"words": words, "sure": sure})
    known: dict[str, Any] = {
        "name": f"rule-{code.lower()}", "summary": "", "message": {"": "{span} in {upper}"}, "severity": {"": Severity.ERROR},
        "needs": "draft", "check": "own_checks.Words", "rationale": "", "principle": "", "bad": (), "good": (),
        "modes": frozenset({"draft", "template", "library", "thread"}),
        "channels": frozenset({"email", "chat", "sms", "social"}), "preview": False, "family": "", "path": "",
    }  # fmt: skip
    return Rule(code=code, options=options, **{**known, **fields})


def check(draft: str, *rules: Rule, thread: tuple[Message, ...] = (), **fields: Any) -> list[tuple[str, str]]:
    """The code and the text of each finding in a draft."""
    conversation = Conversation("a", thread, Message("agent", draft), **fields)
    return [(f.code, f.text) for f in Linter(rules, allow_code=True).check([conversation])]


@pytest.mark.parametrize(
    ("severity", "confidence", "expected"),
    [
        (Severity.ERROR, Confidence.HIGH, Severity.ERROR),
        (Severity.ERROR, Confidence.MEDIUM, Severity.WARNING),
        (Severity.ERROR, Confidence.LOW, Severity.INFO),
        (Severity.WARNING, Confidence.HIGH, Severity.WARNING),
        (Severity.WARNING, Confidence.MEDIUM, Severity.WARNING),
        (Severity.WARNING, Confidence.LOW, Severity.INFO),
        (Severity.INFO, Confidence.LOW, Severity.INFO),
        (Severity.OFF, Confidence.HIGH, Severity.OFF),
    ],
)
def test_what_is_not_sure_is_less_loud(severity: Severity, confidence: Confidence, expected: Severity) -> None:
    assert effective_severity(severity, confidence) == expected


def test_a_finding_has_its_rules_code_and_message_and_the_checks_place() -> None:
    conversation = Conversation("a", (CUSTOMER,), Message("agent", "It is\nred."), path="a.txt")
    (finding,) = Linter([rule("XYZ001", "red", sure=False)], allow_code=True).check([conversation])
    assert (finding.code, finding.name, finding.severity) == ("XYZ001", "rule-xyz001", Severity.INFO)
    assert (finding.message, finding.text, finding.path, finding.conversation) == ("red in RED", "red", "a.txt", "a")
    assert (finding.location.turn, finding.location.span) == ("draft", Span(6, 9))
    assert (finding.location.start.line, finding.location.start.column) == (2, 1)
    (related,) = finding.related
    assert (related.location.turn, related.text, related.message) == (0, "red", "the customer's word")


def test_findings_are_in_the_order_of_the_conversations_then_of_place_then_of_code() -> None:
    rules = [rule("XYZ002", "red", "blue"), rule("XYZ001", "blue"), rule("ABC001", "green")]
    drafts = ["blue red", "green blue", "", "red"]
    conversations = [Conversation(str(i), (), Message("agent", text)) for i, text in enumerate(drafts)]
    found = [(f.conversation, f.code, f.text) for f in Linter(rules, allow_code=True).check(conversations)]
    assert found == [
        ("0", "XYZ001", "blue"), ("0", "XYZ002", "blue"), ("0", "XYZ002", "red"),
        ("1", "ABC001", "green"), ("1", "XYZ001", "blue"), ("1", "XYZ002", "blue"),
        ("3", "XYZ002", "red"),
    ]  # fmt: skip


def test_conversations_are_read_as_they_are_needed() -> None:
    asked = 0

    def endless() -> Any:
        nonlocal asked
        while True:
            asked += 1
            yield Conversation("a", (), Message("agent", "red"))

    assert next(Linter([rule("XYZ001", "red")], allow_code=True).check(endless())).text == "red"
    assert asked < 1_000


def test_a_rule_runs_only_in_its_modes_and_channels() -> None:
    drafts_only, no_chat = rule("XYZ001", "red", modes=frozenset({"draft"})), rule("XYZ002", "red", channels={"email"})
    assert check("red", drafts_only, no_chat) == [("XYZ001", "red"), ("XYZ002", "red")]
    assert check("red", drafts_only, no_chat, mode="template") == [("XYZ002", "red")]
    assert check("red", drafts_only, no_chat, channel="chat") == [("XYZ001", "red")]


def test_a_rule_runs_only_where_it_has_what_it_needs() -> None:
    rules = [rule("XYZ001", "red"), rule("XYZ101", "red", needs="reply-to"), rule("XYZ201", "red", needs="thread")]
    ours = Message("agent", "It is new.")

    def codes(*thread: Message) -> list[str]:
        return [code for code, _ in check("red", *rules, thread=thread)]

    assert codes() == ["XYZ001"]
    assert codes(CUSTOMER) == codes(ours, CUSTOMER) == ["XYZ001", "XYZ101", "XYZ201"]
    assert codes(CUSTOMER, ours) == ["XYZ001", "XYZ201"], "the customer has not answered our last message"


def test_the_last_message_of_ours_is_judged_where_there_is_no_draft_and_each_in_an_audit() -> None:
    thread = (Message("agent", "red"), Message("customer", "red"), Message("agent", "red"), Message("system", "red"))
    linter = Linter([rule("XYZ001", "red")], allow_code=True)

    def turns(**fields: Any) -> list[object]:
        return [f.location.turn for f in linter.check([Conversation("a", thread, **fields)])]

    assert turns() == [2]
    assert turns(mode="thread") == [0, 2]
    assert turns(mode="thread", draft=Message("agent", "red")) == [0, 2, "draft"]
    assert list(linter.check([Conversation("a", (CUSTOMER,))])) == []


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [("TIM013", "TIM001"), ("TON006", "TON001"), ("APO001", "APO003"), ("SPL002", "SPL001"), ("ACC003", "SPL003")],
)
def test_one_place_has_one_finding(stronger: str, weaker: str) -> None:
    rules = [rule(weaker, "red", "blue"), rule(stronger, "very red")]
    assert check("very red and blue", *rules) == [(stronger, "very red"), (weaker, "blue")]
    assert check("very red and blue", rules[0]) == [(weaker, "red"), (weaker, "blue")]


def test_one_question_of_the_customers_has_one_finding() -> None:
    thread = (Message("customer", "Is it red? And is it blue?"),)
    bare = rule("QST103", "red")
    assert check("red", bare, rule("QST101", "red"), thread=thread) == [("QST103", "red")]
    assert check("red blue", bare, rule("QST101", "blue"), thread=thread) == [("QST103", "red"), ("QST101", "blue")]
    assert check("red new", bare, rule("QST101", "new"), thread=thread) == [("QST103", "red")], "it names no question"


def test_one_reply_has_one_finding_about_what_is_missing() -> None:
    assert check("red blue", rule("APO101", "red"), rule("APO104", "blue")) == [("APO101", "red")]


def test_rules_of_different_problems_do_not_silence_each_other() -> None:
    assert check("red", rule("TIM001", "red"), rule("TON001", "red"), rule("SPL001", "red")) == [
        ("SPL001", "red"),
        ("TIM001", "red"),
        ("TON001", "red"),
    ]


def test_a_rule_that_is_off_silences_nothing() -> None:
    off = rule("TIM013", "red", severity={"": Severity.OFF})
    assert check("red", off, rule("TIM001", "red")) == [("TIM001", "red")]


def test_masked_words_are_not_found_and_offsets_stay_true() -> None:
    assert check("> red\nhttps://red.example “red” red", rule("XYZ001", "red")) == [("XYZ001", "red")]
    conversation = Conversation("a", (), Message("agent", "“red” red"))
    (finding,) = Linter([rule("XYZ001", "red")], allow_code=True).check([conversation])
    assert finding.location.span == Span(6, 9)
