"""Who said what when, in each format."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from replylint.model import Conversation, PathSettings, Settings
from replylint.readers import Overrides, read, read_bytes, read_customer


def one(text: str, path: str = "a.txt", settings: Settings | None = None) -> Conversation:
    result = read_bytes(text.encode(), path, settings)
    assert not result.errors, [str(e) for e in result.errors]
    (conversation,) = result.conversations
    return conversation


def said(conversation: Conversation) -> list[tuple[str, str]]:
    return [(message.role, message.text) for message in conversation.messages]


def own_words(conversation: Conversation) -> str:
    """Return what of the draft is not masked."""
    draft = conversation.draft
    assert draft is not None
    kept = list(draft.text)
    for mask in draft.masks:
        kept[mask.span.start : mask.span.end] = [""] * len(mask.span)
    return " ".join("".join(kept).split())


def test_thread_with_speakers() -> None:
    conversation = one(
        "customer [2026-11-24 09:12]: Is 7:30 fine?\n\nAGENT: Which day?\nSystem: Closed.\n"
        "Customer: [2026-11-25]\nMonday\nor Tuesday\n\nReply [2026-11-25T10:00+01:00]:\nYes.\nAgent: Jo\n"
    )
    assert said(conversation) == [
        ("customer", "Is 7:30 fine?"), ("agent", "Which day?"), ("system", "Closed."), ("customer", "Monday\nor Tuesday"),
    ]  # fmt: skip
    assert conversation.messages[0].sent_at == datetime(2026, 11, 24, 9, 12)
    assert conversation.messages[3].sent_at == datetime(2026, 11, 25)
    draft = conversation.draft
    assert draft is not None
    assert draft.text == "Yes.\nAgent: Jo"
    assert draft.sent_at == datetime.fromisoformat("2026-11-25T10:00+01:00")


@pytest.mark.parametrize(
    "text",
    ["Hi,\nAgent: Jo\nCustomer: 12\n", "Agent: Jo Smith\nDate: Monday", "---\nHello there\n---\nHi", "---\nHi", "Customers: hi"],
)  # fmt: skip
def test_a_draft_with_colons_stays_a_draft(text: str) -> None:
    conversation = one(text)
    assert (conversation.messages, conversation.draft and conversation.draft.text) == ((), text)


def test_front_matter() -> None:
    conversation = one(
        "---\nid: x1\nchannel: sms\nlocale: en_GB\nmode: template\nauthor: Jo\nattachments: [a.pdf]\nlast: true\n"
        "now: 2026-11-24\ntitle: A: 'foreign'\nmeta: {brands: [ClearView], at: 7:30}\n"
        "replylint:\n  ignore: [TIM001, QST]\n---\nHi".replace("A: ", "")
        , "a.md",
    )  # fmt: skip
    assert (conversation.id, conversation.channel, conversation.locale, conversation.mode) == (
        "x1",
        "sms",
        "en-GB",
        "template",
    )
    assert conversation.meta["last"] is True
    assert conversation.meta["brands"] == ["ClearView"]
    assert conversation.meta["at"] == "7:30"
    assert conversation.draft is not None
    assert (conversation.draft.author, conversation.draft.attachments) == ("Jo", ("a.pdf",))
    assert [(i.selector, i.position.line, i.position.column) for i in conversation.ignores] == [
        ("TIM001", 13, 12),
        ("QST", 13, 20),
    ]


def test_record_says_itself_before_the_settings_and_flags_win() -> None:
    settings = Settings(
        channel="chat", locale="en-GB", timezone="Europe/Paris", now=datetime(2026, 1, 1),
        per_path=(PathSettings("t/*", mode="template", channel="social"),), root=".",
    )  # fmt: skip
    data = b'{"channel": "sms", "draft": {"text": "Hi", "from": "a@x"}, "meta": {"tz": "multi"}}'
    (record,) = read_bytes(data, "t/a.json", settings).conversations
    assert (record.channel, record.locale, record.mode) == ("sms", "en-GB", "template")
    assert dict(record.meta) == {"tz": "multi", "now": "2026-01-01T00:00:00"}
    assert record.draft is not None
    assert record.draft.sender == "a@x"
    (record,) = read_bytes(data, "t/a.json", settings, Overrides(channel="email", mode="draft")).conversations
    assert (record.channel, record.mode) == ("email", "draft")
    assert one("Hi", "t/a.txt", settings).channel == "social"
    assert one("Hi", "a.txt", settings).channel == "chat"


HEAD = "From: Jo Baker <jo@shop.example>\nTo: ann@x.example\nDate: Tue, 24 Nov 2026 10:00:00 +0000\n"
QUOTES = {
    "gmail": "On Tue, Nov 24, 2026 at 9:12 AM Ann Lee <ann@x.example> wrote:\n\n> Is it on?\n> Where?\n",
    "gmail wrapped": "On Tue, Nov 24, 2026 at 9:12 AM Ann Lee <ann@x.example>\nwrote:\n\n> Is it on?\n> Where?\n",
    "apple": "> On 24 Nov 2026, at 09:12, Ann Lee <ann@x.example> wrote:\n> \n> Is it on?\n> Where?\n",
    "apple unmarked": "On 24 Nov 2026, at 09:12, Ann Lee <ann@x.example> wrote:\n\nIs it on?\nWhere?\n",
    "outlook": "From: Ann Lee <ann@x.example>\nSent: 24 November 2026 09:12\nTo: Jo\nSubject: Hall\n\nIs it on?\nWhere?\n",
    "outlook ruled": "________________________________\nFrom: Ann Lee <ann@x.example>\nSent: Tuesday, November 24, 2026 9:12 AM\n"
    "To: Jo\nSubject: Hall\n\nIs it on?\nWhere?\n",
    "original": "-----Original Message-----\nFrom: Ann Lee [mailto:ann@x.example]\nSent: 24 November 2026 09:12\n"
    "To: Jo\nSubject: Hall\n\nIs it on?\nWhere?\n",
}  # fmt: skip


@pytest.mark.parametrize("style", QUOTES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_quoted_mail_is_the_customers(style: str, newline: str) -> None:
    conversation = one(f"{HEAD}\nYes, at 7.\n\nJo\n\n{QUOTES[style]}".replace("\n", newline), "a.eml")
    assert said(conversation) == [("customer", "Is it on?\nWhere?")]
    assert own_words(conversation) == "Yes, at 7. Jo"
    asked = conversation.messages[0]
    assert (asked.author, asked.sender) == ("Ann Lee", "ann@x.example")
    assert asked.sent_at == datetime(2026, 11, 24, 9, 12)
    assert conversation.draft is not None
    assert (conversation.draft.author, conversation.draft.sender) == ("Jo Baker", "jo@shop.example")
    assert conversation.draft.sent_at == datetime(2026, 11, 24, 10, tzinfo=UTC)
    assert "Is it on?" in conversation.draft.text


def test_replies_between_quoted_lines() -> None:
    body = "On 24 Nov 2026, at 09:12, Ann <ann@x.example> wrote:\n> Is it on?\n\nYes.\n\n> Where?\n\nIn the hall.\n"
    conversation = one(f"{HEAD}\n{body}", "a.eml")
    assert said(conversation) == [("customer", "Is it on?\nWhere?")]
    assert own_words(conversation) == "Yes. In the hall."


def test_history_is_told_apart_oldest_first() -> None:
    body = (
        "Seven.\n\nOn 3 Nov 2026, at 09:00, Ann <ann@x.example> wrote:\n> When?\n>\n"
        "> On 2 Nov 2026, at 09:00, Jo Baker <jo@shop.example> wrote:\n>> Sure.\n>>\n"
        ">> On 1 Nov 2026, at 09:00, Ann <ann@x.example> wrote:\n>>> May I come?\n"
    )
    conversation = one(f"{HEAD}\n{body}", "a.eml")
    assert said(conversation) == [("customer", "May I come?"), ("agent", "Sure."), ("customer", "When?")]


def test_html_mail() -> None:
    html = (
        '<div dir="ltr">Hi&nbsp;Ann,<div><br></div><div>it&#39;s <code>a7</code> on.</div></div><br>'
        '<div class="gmail_quote"><div class="gmail_attr">On Tue, Nov 24, 2026 at 9:12 AM Ann Lee &lt;<a>ann@x.example</a>&gt; '
        'wrote:<br></div><blockquote class="gmail_quote"><p>Is it on?</p><ul><li>Hall</li></ul></blockquote></div>'
    )
    conversation = one(f"{HEAD}Content-Type: text/html\n\n{html}", "a.eml")
    assert own_words(conversation) == "Hi Ann, it's on."
    assert said(conversation) == [("customer", "Is it on?\n\n- Hall")]
    assert conversation.draft is not None
    assert conversation.draft.masks[0].kind == "code"


def test_multipart_prefers_text_and_names_attachments() -> None:
    data = (
        f'{HEAD}Subject: =?utf-8?B?SGFsbCDwn5iA?=\nContent-Type: multipart/mixed; boundary="b 1"\n\nno text\n--b 1\n'
        "Content-Type: multipart/alternative; boundary=b2\n\n--b2\nContent-Type: text/html\n\n<p>markup\n"
        "--b2\nContent-Type: text/plain\n\nwords\n--b2--\n--b 1\nContent-Type: application/pdf\n"
        "Content-Disposition: attachment; filename*=utf-8''caf%C3%A9.pdf\n\nJVBE\n--b 1\n"
        "Content-Type: image/png; name=logo.png\nContent-ID: <1>\n\nAAAA\n--b 1--\n"
    )
    conversation = one(data, "a.eml")
    assert conversation.draft is not None
    assert (conversation.draft.text, conversation.draft.attachments) == ("words", ("café.pdf",))
    assert conversation.meta["subject"] == "Hall 😀"


@pytest.mark.parametrize(
    ("agents", "ours"), [((), True), (("jo@shop.example",), True), (("shop.example",), True), (("other.example",), False)]
)  # fmt: skip
def test_the_settings_say_who_the_agent_is(agents: tuple[str, ...], ours: bool) -> None:
    conversation = one(f"{HEAD}\nYes.\n\n{QUOTES['gmail']}", "a.eml", Settings(agents=agents))
    assert (conversation.draft is not None) == ours
    assert conversation.messages[-1].role == "customer"


MBOX = (
    "From x\nFrom: Ann <ann@x.example>\nMessage-ID: <1@x>\nDate: Tue, 24 Nov 2026 09:00:00 +0000\n\nIs it on?\n\n"
    "From x\nFrom: Bob <bob@x.example>\nMessage-ID: <2@x>\n\nOther.\n\n"
    "From x\nFrom: Jo <jo@shop.example>\nMessage-ID: <3@x>\nReferences: <0@x>\n <1@x>\n"
    "Date: Tue, 24 Nov 2026 10:00:00 +0000\n\n>From 7.\n\nOn 24 Nov 2026, at 09:00, Ann <ann@x.example> wrote:\n> Is it on?\n"
)


def test_mailbox_threads() -> None:
    first, second = read_bytes(MBOX.encode(), "a.mbox").conversations
    assert (first.id, second.id) == ("a.mbox:1", "a.mbox:8")
    assert said(first) == [("customer", "Is it on?\n\n")]
    assert own_words(first) == "From 7."
    assert second.draft is not None
    assert second.draft.author == "Bob"
    ours = Settings(agents=("shop.example",))
    assert [c.draft is not None for c in read_bytes(MBOX.encode(), "a.mbox", ours).conversations] == [True, False]


def test_standard_input_and_the_customers_message(tmp_path: Path) -> None:
    asked = tmp_path / "asked.eml"
    asked.write_text("From: Ann <ann@x.example>\n\nIs it on?")
    (result,) = read(["-"], stdin=b'{"draft": {"text": "Yes."}}', stdin_filename="x.json", to=str(asked))
    assert result.path == "x.json"
    assert said(result.conversations[0]) == [("customer", "Is it on?")]
    (result,) = read(["-"], stdin=b"Yes.")
    assert (result.path, result.conversations[0].messages) == ("<stdin>", ())


@pytest.mark.parametrize(
    ("name", "text", "roles"),
    [
        ("a.txt", "Is it on?", ["customer"]),
        ("a.txt", "Customer: Hi\n\nAgent: Ho\n\nCustomer: Well?", ["customer", "agent", "customer"]),
        ("a.json", '{"draft": {"text": "Is it on?"}}', ["customer"]),
        ("a.json", '{"messages": [{"role": "customer", "text": "Is it on?"}]}', ["customer"]),
    ],
)
def test_customers_file(tmp_path: Path, name: str, text: str, roles: list[str]) -> None:
    (tmp_path / name).write_text(text)
    assert [message.role for message in read_customer(str(tmp_path / name))] == roles


@pytest.mark.parametrize(
    ("said", "sent_at"),
    [
        ("28 October 2018", datetime(2018, 10, 28)),
        ("June 2, 2012", datetime(2012, 6, 2)),
        ("N/A", None),
        ("unknown", None),
    ],
)
def test_a_record_takes_the_moments_that_exports_write(said: str, sent_at: datetime | None) -> None:
    data = json.dumps({"draft": {"text": "Hi", "sent_at": said}}).encode()
    assert read_bytes(data, "a.json").conversations[0].message("draft").sent_at == sent_at
