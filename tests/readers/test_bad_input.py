"""Bad input: one line that says what and where, and what is right beside it is still read."""

import json
import os
from pathlib import Path

import pytest

from replylint.model import Settings
from replylint.readers import read, read_bytes

GOOD = '{"draft": {"text": "Hi"}}'


def errors(data: bytes | str, path: str) -> list[str]:
    data = data.encode() if isinstance(data, str) else data
    return [str(error) for error in read_bytes(data, path).errors]


def record(**changes: object) -> str:
    message = {"role": "customer", "text": "Hi?"} | changes.pop("message", {})  # type: ignore[operator]
    return json.dumps({"messages": [message]} | changes)


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("a.txt", b"PK\x00\x01", "a.txt: binary file"),
        ("a.json", b"PK\x00\x01", "a.json: binary file"),
        ("a.eml", b"From: x\n\n\x00", "a.eml: binary file"),
        ("a.txt", b"Hi,\ncaf\xc3\xa9 \xe9t\xe9", "a.txt:2:6: invalid UTF-8: byte 0xe9"),
        ("a.txt", b"\xef\xbb\xbf\xff", "a.txt:1:1: invalid UTF-8"),
        ("a.json", "[1, 2", "a.json:1:6: broken JSON: expecting ',' delimiter"),
        ("a.json", '{"draft": {"text": "\\ud83d"}}', "a.json:1:21: half of a surrogate pair: \\ud83d is no character"),
        ("a.json", '{"meta": {"n": ' + "9" * 5000 + "}}", "a.json:1:16: a number too large to read"),
        ("a.json", '{"meta": {"n": 1e999}}', "a.json:1:16: a number too large to read"),
        ("a.json", '{"meta": {"n": NaN}}', "a.json:1:16: broken JSON: NaN is no JSON number"),
        ("a.json", "[" * 100_000, "a.json:1:101: JSON nested more than 100 levels deep"),
        ("a.json", '{"meta": ' + "[" * 600 + "]" * 600 + "}", "a.json:1:109: JSON nested more than 100 levels deep"),
        ("a.json", '{"id": "a",\n "id": "b"}', 'a.json:2:2: key "id" given twice'),
        ("a.json", "7", "a.json:1:1: no conversation: a record is an object, not a number"),
        ("a.json", "{}", 'a.json:1:1: no conversation: a record needs "draft" or "messages"'),
        ("a.json", '{"name": "x"}', 'a.json:1:2: unknown key "name"'),
        (
            "a.yaml",
            "a: {b: Hi there}",
            "a.yaml: no library of a known shape: say which keys hold text, "
            'e.g. libraries: [{path: "a.yaml", text: "a.b"}]',
        ),
        ("a.md", "---\nchannel: sms\n\tmode: draft\n---\nHi", "a.md:3:1: broken YAML: a tab where spaces must be"),
        ("a.md", "---\nbrands: &a [x]\nschema: *a\n---\n", "a.md:3:9: YAML aliases (*a) are not allowed here"),
        ("a.md", "---\nchanel: sms\n---\nHi", 'a.md:2:1: unknown key "chanel"; did you mean "channel"?'),
        (
            "a.md",
            "---\nchannel: fax\n---\nHi",
            'a.md:2:10: channel: "fax" is not one of "email", "chat", "sms", "social"',
        ),
        ("a.md", "---\nlocale: English\n---\nHi", 'a.md:2:9: locale: "English" is no language tag such as "en-GB"'),
        (
            "a.md",
            "---\nreplylint: {ignor: [X]}\n---\n",
            'a.md:2:13: replylint: unknown key "ignor"; did you mean "ignore"?',
        ),
        ("a.txt", "Customer [yesterday]: Hi", 'a.txt:1:11: "yesterday" is no ISO 8601 date or time'),
        ("a.txt", "Reply: Hi\n\nCustomer: Ho", 'a.txt:3:1: "Customer:" after "Reply:": the reply to judge comes last'),
        ("a.eml", b"Subject: x\n\ncaf\xe9", "a.eml:3:4: invalid UTF-8, and no charset is declared: byte 0xe9"),
        (
            "a.eml",
            b"Content-Type: text/plain; charset=klingon\n\nHi",
            'a.eml:1:27: unknown charset "klingon"',
        ),
        (
            "a.eml",
            b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nat =E9t",
            "a.eml:4:4: invalid utf-8: byte 0xe9",
        ),
        ("a.mbox", "no mail", 'a.mbox: no mailbox: no line begins with "From "'),
    ],
)
def test_one_line_says_what_and_where(name: str, data: bytes | str, line: str) -> None:
    assert errors(data, name) == [line]


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (
            record(message={"role": "custmer"}),
            'a.json:1:24: messages[0].role: "custmer" is not one of "customer", "agent", "system"',
        ),
        (record(message={"text": 5}), "a.json:1:44: messages[0].text: must be a string, not a number"),
        (
            record(message={"sent_at": "24/11/2026"}),
            'a.json:1:62: messages[0].sent_at: "24/11/2026" is no ISO 8601 date or time',
        ),
        (
            record(message={"sent_at": "2026-02-30"}),
            'a.json:1:62: messages[0].sent_at: "2026-02-30" is no ISO 8601 date or time',
        ),
        (record(draft={"txt": "x"}), 'a.json:1:63: draft: unknown key "txt"; did you mean "text"?'),
        (record(draft={}), 'a.json:1:62: draft: "text" is missing'),
        (record(mesages=[]), 'a.json:1:53: unknown key "mesages"; did you mean "messages"?'),
        (record(meta={"brands": 3}), "a.json:1:72: meta.brands: must be an array or a string, not a number"),
        (record(meta={"now": "noon"}), 'a.json:1:69: meta.now: "noon" is no ISO 8601 date or time'),
    ],
)
def test_record_names_the_value_that_is_wrong(record: str, line: str) -> None:
    assert errors(record, "a.json") == [line]


def test_broken_line_does_not_hide_the_others() -> None:
    lines = [GOOD] * 6 + ['{"draft": {"text": "é"'] + [GOOD] * 2
    result = read_bytes("\n".join(lines).encode(), "a.jsonl")
    assert [str(e) for e in result.errors] == ["a.jsonl:7:23: broken JSON: expecting ',' delimiter"]
    assert len(result.conversations) == 8


def test_broken_mail_does_not_hide_the_others_of_its_mailbox() -> None:
    data = b"From a\nFrom: a@x\n\ncaf\xe9\n\nFrom b\nFrom: b@x\n\nHi\n"
    result = read_bytes(data, "a.mbox")
    assert [str(e) for e in result.errors] == ["a.mbox:4:4: invalid UTF-8, and no charset is declared: byte 0xe9"]
    assert len(result.conversations) == 1


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.eml", "a.mbox", "a.json", "a.jsonl"])
@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf"])
def test_empty_is_no_mistake(name: str, data: bytes) -> None:
    result = read_bytes(data, name)
    assert (result.conversations, result.errors) == ((), ())


@pytest.mark.parametrize("body", ["", "\n\n", "\n\n \n"])
def test_mail_without_a_body_is_no_mistake(body: str) -> None:
    result = read_bytes(f"From: a@x.example\nSubject: Hi{body}".encode(), "a.eml")
    assert (result.conversations, result.errors) == ((), ())


def test_paths_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text("Hi")
    Path("broken.txt").symlink_to("gone.txt")
    Path("loop.txt").symlink_to("loop.txt")
    results = list(read(["nowhere", "broken.txt", "loop.txt", "good.txt"], Settings()))
    assert [str(e) for r in results for e in r.errors] == [
        "nowhere: no such file or folder",
        "broken.txt: broken symlink",
        "loop.txt: too many levels of symbolic links",
    ]
    assert [r.path for r in results if r.conversations] == ["good.txt"]


def test_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("closed").mkdir()
    Path("z.txt").write_text("Hi")
    real = os.scandir

    def scandir(path: str) -> object:  # chmod does not stop root, who runs the tests in a container
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    results = list(read(["."], Settings()))
    assert [str(e) for r in results for e in r.errors] == ["closed: permission denied"]
    assert [r.path for r in results if r.conversations] == ["z.txt"]
