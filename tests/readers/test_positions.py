"""Every span of every message is found again at its line and column in the file as it is on disk."""

import base64
import json
import quopri

import pytest

from replylint.model import Conversation, Message, Span
from replylint.readers import read_bytes

MARK = "7:30"
ODD = [
    "",
    "😀 ",
    "e\u0301\u0302 ",
    "\t\t",
    "שלום \u200f",
    "\u200b\ufeff ",
    "日本 ",
    '"quoted" \\ ',
    "one\n",
    "  two\n\n\t",
]
CHARSET_SAFE = ["", "café £5 ", "one\n", "\t"]


def judged(data: bytes, path: str) -> Message:
    result = read_bytes(data, path)
    assert not result.errors, result.errors
    draft = result.conversations[0].draft
    assert draft is not None
    return draft


def at_mark(message: Message, data: bytes, charset: str = "utf-8-sig", mark: str = MARK) -> str:
    """Return the rest of the line in the file at which the mark's line and column point."""
    assert message.source is not None
    place = message.source.locate(message.text.index(mark))
    lines = data.decode(charset).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[place.line - 1][place.column - 1 :]


def source_of_mark(message: Message, mark: str = MARK) -> str:
    assert message.source is not None
    start = message.text.index(mark)
    return message.source.span(Span(start, start + len(mark))).of(message.source.file.text)


@pytest.mark.parametrize("before", ODD)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("above", ["", "---\nchannel: sms\n---\n", "Customer: Hi\n\nReply: "])
def test_text(before: str, newline: str, bom: bytes, above: str) -> None:
    data = bom + f"{above}Hi,\n{before}{MARK} it is.\n".replace("\n", newline).encode()
    message = judged(data, "a.md")
    assert at_mark(message, data).startswith(f"{MARK} it is.")
    assert "\r" not in message.text
    assert "channel" not in message.text


def test_old_mac_line_ends() -> None:
    data = f"Hi,\r😀 {MARK} it is.\r".encode()
    assert at_mark(judged(data, "a.txt"), data).startswith(f"{MARK} it is.")


@pytest.mark.parametrize("charset", ["utf-16", "utf-8-sig"])
def test_byte_order_mark_is_no_column(charset: str) -> None:
    data = f"😀 {MARK}".encode(charset)
    message = judged(data, "a.txt")
    assert message.source is not None
    assert str(message.source.locate(message.text.index(MARK))) == "Position(line=1, column=3)"


@pytest.mark.parametrize("before", [*ODD, "\x7f", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")])
@pytest.mark.parametrize("escaped", [True, False])
@pytest.mark.parametrize("indent", [None, 2])
def test_json(before: str, escaped: bool, indent: int | None) -> None:
    record = {"messages": [{"role": "customer", "text": before}], "draft": {"text": f"{before}{MARK} it is."}}
    data = json.dumps(record, ensure_ascii=escaped, indent=indent).encode()
    message = judged(data, "a.json")
    assert message.text == record["draft"]["text"]
    assert at_mark(message, data).startswith(f'{MARK} it is."')
    assert source_of_mark(message) == MARK


@pytest.mark.parametrize("written", [r"7\u003a30", r"\u0037:30", r"7:3\u0030"])
def test_json_mark_in_escapes(written: str) -> None:
    data = f'{{"draft": {{"text": "at \\ud83d\\ude00 {written} pm"}}}}'.encode()
    message = judged(data, "a.json")
    assert message.text == "at 😀 7:30 pm"
    assert source_of_mark(message) == written
    assert at_mark(message, data).startswith(f"{written} pm")


def test_json_lines_count_in_the_whole_file() -> None:
    data = b'\xef\xbb\xbf{"draft": {"text": "no"}}\r\n\r\n{"draft": {"text": "\xf0\x9f\x98\x80 7:30"}}\r\n'
    result = read_bytes(data, "folder/a.jsonl")
    assert [c.id for c in result.conversations] == ["a.jsonl:1", "a.jsonl:3"]
    draft = result.conversations[1].draft
    assert draft is not None
    assert draft.source is not None
    assert draft.source.locate(2) == draft.source.file.position(draft.source.file.text.index(MARK))
    assert (draft.source.locate(2).line, draft.source.locate(2).column) == (3, 23)


def mail(body: bytes, encoding: str, charset: str = "utf-8", subtype: str = "plain") -> bytes:
    head = f"From: Jo <jo@shop.example>\nContent-Type: text/{subtype}; charset={charset}\n"
    return f"{head}Content-Transfer-Encoding: {encoding}\n\n".encode() + body


@pytest.mark.parametrize("before", ODD)
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
def test_mail_encodings(before: str, newline: bytes, encoding: str) -> None:
    text = f"Hi,\n{'long words ' * 9}{before}{MARK} it is.\n".encode()
    encode = {"8bit": bytes, "quoted-printable": quopri.encodestring, "base64": base64.encodebytes}[encoding]
    data = mail(encode(text), encoding).replace(b"\n", newline)
    message = judged(data, "a.eml")
    assert message.text == text.decode()
    place = source_of_mark(message)
    if encoding == "base64":
        clean = "".join(place.split())
        assert MARK.encode() in base64.b64decode(clean)
        assert at_mark(message, data)[:4] == place[:4]
    else:
        assert place.replace("=\r\n", "").replace("=\n", "") == MARK
        assert at_mark(message, data).replace("=", "")[:1] == "7"


@pytest.mark.parametrize("split", ["=\n7:30", "7=\n:30", "7:=\n30", "7=3A30", "7:3=30", "=37=3A=33=30", "7:= \n30"])
def test_quoted_printable_soft_breaks(split: str) -> None:
    data = mail(f"at =F0=9F=98=80 {split} pm".encode(), "quoted-printable")
    message = judged(data, "a.eml")
    assert message.text == "at 😀 7:30 pm"
    assert source_of_mark(message) == split.removeprefix("=\n")


@pytest.mark.parametrize("before", CHARSET_SAFE)
@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-16-le", "shift_jis", "iso-2022-jp", "big5"])
def test_mail_charsets(before: str, charset: str) -> None:
    before = before if charset.startswith(("iso-8859", "windows", "utf")) else before.replace("café £5", "日本")
    text = f"Hi,\n{before}{MARK} it is.\n"
    encoding = "base64" if charset == "utf-16-le" else "8bit"
    body = text.encode(charset)
    data = mail(base64.encodebytes(body) if encoding == "base64" else body, encoding, charset)
    message = judged(data, "a.eml")
    assert message.text == text
    if encoding == "8bit":
        assert at_mark(message, data, charset).startswith(f"{MARK} it is.")


HTML = [
    "",
    "😀 ",
    "&eacute;&#x1F600; ",
    "<b title='a > b'>x</b> ",
    "<!-- 7:30 -->",
    "a   b\n\t",
    "<p>one<p>",
    "3 < 4 & 5 ",
]


@pytest.mark.parametrize("before", HTML)
@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_html(before: str, encoding: str, newline: bytes) -> None:
    markup = f"<html><head><title>7:30</title><style>7:30</style></head><body>{before}{MARK}<br>is it.</body>".encode()
    body = quopri.encodestring(markup) if encoding == "quoted-printable" else markup
    data = mail(body, encoding, subtype="html").replace(b"\n", newline)
    message = judged(data, "a.eml")
    assert message.text.count(MARK) == 1
    assert message.text.rstrip().endswith("7:30\nis it.")
    place = source_of_mark(message).replace("=\r\n", "").replace("=\n", "")
    assert place == MARK


def test_html_mark_in_entities_and_tags() -> None:
    message = judged(mail(b"<p>at 7&#58;<b>3</b>0 pm", "8bit", subtype="html"), "a.eml")
    assert message.text.startswith("at 7:30 pm")
    assert source_of_mark(message) == "7&#58;<b>3</b>0"


def test_quoted_message_maps_to_the_lines_it_was_quoted_on() -> None:
    data = "From: jo@shop.example\r\n\r\nYes.\r\n\r\nOn 24 Nov 2026, at 09:12, Ann <a@x.example> wrote:\r\n\r\n> 😀 7:30?\r\n"
    conversation: Conversation = read_bytes(data.encode(), "a.eml").conversations[0]
    asked = conversation.messages[0]
    assert asked.text == "😀 7:30?"
    assert at_mark(asked, data.encode()) == "7:30?"
    assert asked.source is not None
    assert (asked.source.locate(2).line, asked.source.locate(2).column) == (7, 5)


def test_mailbox_positions() -> None:
    data = b"From a\nFrom: a@x.example\n\nHi\n\nFrom b\r\nFrom: b@x.example\r\n\r\n>From here \xc3\xa9 7:30\r\n"
    last = read_bytes(data, "a.mbox").conversations[1].draft
    assert last is not None
    assert last.text.startswith("From here")
    assert at_mark(last, data).startswith(MARK)


@pytest.mark.parametrize(
    ("name", "text"), [("a.txt", "Customer: Hi\n\nReply:\n"), ("a.json", '{"draft": {"text": ""}}')]
)
def test_an_empty_reply_has_a_place(name: str, text: str) -> None:
    message = judged(text.encode(), name)
    assert (message.text, message.source is not None and message.source.locate(0).line) == ("", 1)
