"""Odd but legal text is read, whole and soon."""

import json

import pytest

from replylint.readers import read_bytes

HTML = b"From: jo@shop.example\nContent-Type: text/html\n\n"
MAIL = b"From: jo@shop.example\n\n"
LEVELS = b"".join(b">" * level + b" words\n" for level in range(1, 301))


@pytest.mark.parametrize(
    ("name", "data", "size"),
    [
        ("a.txt", b"a" * 10_000_000, 10_000_000),
        ("a.txt", b"?" * 10_000, 10_000),
        ("a.md", "\u200b\u202eשלום".encode() * 10_000, 60_000),
        ("a.json", json.dumps({"draft": {"text": "é\n" * 200_000}}).encode(), 400_000),
        ("a.eml", MAIL + b"a" * 10_000_000, 10_000_000),
        ("a.eml", MAIL + b"Hi\n" + LEVELS, 3 + len(LEVELS)),
        ("a.eml", MAIL + b">" * 1_000_000, 1_000_000),
        ("a.eml", MAIL + b"On 1 wrote:\n" * 20_000, 240_000),
        ("a.eml", HTML + b"<p>Hi" * 20_000, None),
        ("a.eml", HTML + b"Hi" + b"<a b='" * 100_000, 2),
        ("a.eml", HTML + b"Hi" + b"<!--" * 100_000, 2),
        ("a.eml", HTML + b"Hi" + b"<![<" * 100_000, 2),
        ("a.eml", HTML + b"<div>" * 100_000 + b"Hi", 2),
        ("a.eml", HTML + b"<blockquote>Hi" * 5_000, None),
        ("a.eml", HTML + b"&" * 1_000_000, 1_000_000),
    ],
)
def test_is_read(name: str, data: bytes, size: int | None) -> None:
    result = read_bytes(data, name)
    assert not result.errors
    draft = result.conversations[0].draft
    assert draft is not None
    if size is not None:
        assert len(draft.text) == size


def test_three_hundred_levels_of_quotes_are_masked() -> None:
    (conversation,) = read_bytes(MAIL + b"Hi\n" + LEVELS, "a.eml").conversations
    assert conversation.draft is not None
    (mask,) = conversation.draft.masks
    assert mask.span.of(conversation.draft.text) == LEVELS.decode().rstrip()
    assert conversation.messages[-1].text == "words"
