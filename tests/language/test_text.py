"""A message as the rules read it: what is masked, where its zones and sentences are, and that every offset is true."""

from __future__ import annotations

import pytest

from replylint.language.text import BLANK, Text
from replylint.model import Mask, Message, Span


def read(text: str, *masks: Mask) -> Text:
    return Text(Message("agent", text, masks=masks), "draft")


def sentences(text: str) -> list[str]:
    """The sentences of a text, cut out of the untouched text."""
    return [s.span.of(text) for s in read(text).sentences]


def zone(text: str, name: str) -> list[str]:
    return [s.span.of(text) for s in read(text).sentences if s.zone == name]


def masked(text: str) -> list[tuple[str, str]]:
    return [(m.kind, m.span.of(text)) for m in read(text).masks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ship today. It takes two days.", ["We ship today.", "It takes two days."]),
        ("Is it ready??? When?! Oh…", ["Is it ready???", "When?!", "Oh…"]),
        ("is it ready? i need it. thx", ["is it ready?", "i need it.", "thx"]),
        ("Well... it depends. Wait… no.", ["Well... it depends.", "Wait… no."]),
        ("We asked. “Really?” she said. (Yes.) Done", ["We asked.", "“Really?” she said.", "(Yes.)", "Done"]),
        ("Dr. Who saw Mr. Smith, e.g. on Mill St. in Leeds.", ["Dr. Who saw Mr. Smith, e.g. on Mill St. in Leeds."]),
        ("J. Smith is here. So am I. We wait.", ["J. Smith is here.", "So am I.", "We wait."]),
        ("See you at 7 p.m. We look forward.", ["See you at 7 p.m.", "We look forward."]),
        ("Open from 9 a.m. Monday to 5 p.m. GMT on Friday.", ["Open from 9 a.m. Monday to 5 p.m. GMT on Friday."]),
        ("Your order no. 5 costs £5.50. See p. 4.", ["Your order no. 5 costs £5.50.", "See p. 4."]),
        ("Use v2.0.1 of app.py. Thanks.", ["Use v2.0.1 of app.py.", "Thanks."]),
        ("We are sorry . We will fix it .", ["We are sorry .", "We will fix it ."]),
        ("Please:\n- sign it\n- send it? yes\n1. Wait.", ["Please:", "- sign it", "- send it?", "yes", "1. Wait."]),
        ("One * two • three", ["One", "* two", "• three"]),
        ("Short line\nAnother one", ["Short line", "Another one"]),
        (
            "This line was wrapped by a mail program in the middle of\na sentence, as they do.",
            ["This line was wrapped by a mail program in the middle of\na sentence, as they do."],
        ),
        ("A title\n\nand a paragraph.", ["A title", "and a paragraph."]),
        ("One.\r\n\r\nTwo\r\nThree", ["One.", "Two", "Three"]),
        ("One.\u2028Two.\u2029Three.\xa0Four.", ["One.", "Two.", "Three.", "Four."]),
        ("👍🏽 Café e\u0301tude? \u202eabc\u202c. Next\u200b.", ["👍🏽 Café e\u0301tude?", "\u202eabc\u202c.", "Next\u200b."]),
        ("...", []),
        ("- - -\n***\n\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "greeting", "signoff"),
    [
        ("Hi Maya,\n\nIt is here.\n\nKind regards,\nDana", ["Hi Maya,"], ["Kind regards,", "Dana"]),
        ("Hi Maya,\r\n\r\nIt is here.\r\n\r\nThanks,\r\nDana", ["Hi Maya,"], ["Thanks,", "Dana"]),
        ("Dear Ms. O’Neil-Smith: it is here. Best regards, Dana", ["Dear Ms. O’Neil-Smith:"], ["Best regards, Dana"]),
        ("hey there! it is here", ["hey there!"], []),
        ("Hello {{ first_name }},\nit is here.", ["Hello {{ first_name }},"], []),
        ("> quoted\nHi Tom,\nit is here.", ["Hi Tom,"], []),
        ("It is here.\nBest,\nDana\nLarkspur Talent Ltd.\n12 Mill Street", [], ["Best,", "Dana", "Larkspur Talent Ltd.", "12 Mill Street"]),
        ("It is here.\n\nCheers", [], ["Cheers"]),
        ("Thank you.\n\nWe have refunded you today.", [], []),
        ("Thanks!\nYour parcel is here.", [], []),
        ("Thanks\n\nHi Tom,\n\nIt is here.", [], []),
        ("Hide the key under the mat.", [], []),
        ("Hello World is our song.", [], []),
        ("Hi we sent it.", [], []),
        ("hi maya, we sent it.", ["hi maya,"], []),
        ("Dear Élodie and Mr. Ng,\nit is here.", ["Dear Élodie and Mr. Ng,"], []),
        ("Best of all, it is here.", [], []),
    ],
)  # fmt: skip
def test_zones(text: str, greeting: list[str], signoff: list[str]) -> None:
    assert (zone(text, "greeting"), zone(text, "signoff")) == (greeting, signoff)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://a.example/b?c=d. Or www.a.example!", [("url", "https://a.example/b?c=d"), ("url", "www.a.example")]),
        ("Write to help@a-b.example, or @acme.", [("email", "help@a-b.example"), ("handle", "@acme")]),
        ("Run `rm x`.", [("code", "`rm x`")]),
        ("Run\n```\nrm x\n\nls\n```\nnow", [("code", "```\nrm x\n\nls\n```")]),
        ("Run\n~~~ sh\nrm x", [("code", "~~~ sh\nrm x")]),
        ("Hi {{name}}, {% if x %}yes{% endif %} %{date} [Your Name] <first name> ORDER_NO",
         [("placeholder", p) for p in
          ("{{name}}", "{% if x %}", "{% endif %}", "%{date}", "[Your Name]", "<first name>", "ORDER_NO")]),
        ("We call it “simply”, or \"just\" or 'only'.", [("mention", "“simply”"), ("mention", '"just"'), ("mention", "'only'")]),
        ("It's the customers' choice, isn't it?", []),
        ("Is 3 < 4 and 5 > 2?", []),
        ("> you asked\nWe answer.\n> > and this\nToo.", [("quote", "> you asked"), ("quote", "> > and this")]),
        ("Yes.\n\nOn Mon, 1 Jun 2026 at 10:00, Tom <t@x.example>\nwrote:\n> hm",
         [("quote", "On Mon, 1 Jun 2026 at 10:00, Tom <t@x.example>\nwrote:"), ("quote", "> hm")]),
        ("Yes.\n\n---- Forwarded message ----\nFrom: you\n\nNo.", [("forward", "---- Forwarded message ----\nFrom: you\n\nNo.")]),
        ("Yes.\r\n-- \r\nDana\r\nhttps://a.example", [("signature", "-- \r\nDana\r\nhttps://a.example")]),
        ("Yes.\n\nThis email is confidential and intended only for you.\nDelete it.\n\nBye.",
         [("disclaimer", "This email is confidential and intended only for you.\nDelete it.\n")]),
        ("Yes <!-- no > never\n--> and <!-- open", [("code", "<!-- no > never\n-->")]),
    ],
)  # fmt: skip
def test_masks(text: str, expected: list[tuple[str, str]]) -> None:
    assert masked(text) == expected


def test_what_a_reader_masked_is_not_read() -> None:
    text = "She wrote: it broke. We are sorry."
    quoted = Span(11, 20)
    assert read(text, Mask(quoted, "quote")).scan == text[:11] + BLANK * 9 + text[20:]
    assert [s.span.of(text) for s in read(text, Mask(quoted, "quote")).author] == ["She wrote: it broke. We are sorry."]


NASTY = [
    "Hi {{name}},\r\n\r\nit’s\xa07:30.\tSee https://a.example/?q=“x”.\r\n> quoted\r\n-- \r\nDana",
    "👨‍👩‍👧‍👦 family. 🇬🇧 flag! e\u0301\u0302 accents? \ufeff bom. \u200f\u202bעברית\u202c. ﷽",
    "“unclosed quote. 'another? (and [this {{that {% those",
    "```unclosed fence\nx. y? z!",
    "<!-- <!-- --> --> <!--",
    "\n\n \t\n- \n* \n1. \n",
    "a.b.c...d?!?!e…… f. . . g",
    "Thanks\n" * 50 + "\u2028\u2029\x0b\x0c\x85",
    "\x00\x01 control. \ud800 surrogate. \U0010ffff last.",
    "Best regards regards regards, best regards.\nBest regards\nBest regards",
]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_every_offset_is_one_of_the_untouched_text(text: str) -> None:
    message = read(text)
    assert message.raw == text
    assert len(message.scan) == len(message.readable) == len(text)
    blanked = [i for i, c in enumerate(message.scan) if c == BLANK]
    assert all(message.masked(Span(i, i + 1)) for i in blanked)
    end = 0
    for number, sentence in enumerate(message.sentences):
        span = sentence.span
        assert (sentence.index, span.start >= end, span.end > span.start) == (number, True, True)
        end = span.end
        assert sentence.text == message.readable[span.start : span.end]
        assert sentence.scan == message.scan[span.start : span.end]
        assert not sentence.text[0].isspace()
        assert not sentence.text[-1].isspace()
        assert message.sentence_at(span.start) is message.sentence_at(span.end - 1) is sentence
        assert sentence.absolute(Span(0, len(sentence.text))) == span
    assert message.sentence_at(len(text)) is None
    covered = {i for s in message.sentences for i in range(s.span.start, s.span.end)}
    lost = [c for i, c in enumerate(message.readable) if i not in covered and c.isalnum()]
    assert lost == []


def test_a_finding_about_something_missing_stands_at_the_first_sentence_after_the_greeting() -> None:
    text = "Hi Maya,\n\nIt is here. Enjoy.\n\nBest,\nDana"
    assert read(text).opening.of(text) == "It is here."
    assert read("Hi Maya,").opening.of("Hi Maya,") == "Hi Maya,"
    assert read("").opening == Span(0, 0)


def test_a_placeholder_is_parsed_as_a_word_of_its_kind() -> None:
    text = "We will call {{ customer.name }} on {{date}} about %{order_id}."
    assert read(text).sentences[0].text.split() == ["We", "will", "call", "Alex", "on", "Tuesday", "about", "A1", "."]
