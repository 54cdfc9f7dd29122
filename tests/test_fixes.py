"""Fixes are written into the bytes of every format, in its own escapes; nothing else in the file changes."""

from __future__ import annotations

import base64
import quopri
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from reports.findings import finding

from replylint.fixes import Fixed, Fixer, write
from replylint.model import Conversation, Edit, Fix, Judgement, LibrarySettings, ReplylintError, Settings, Span
from replylint.readers import read_bytes

BAD, GOOD = "recieve", "receive"
LIBRARIES = (
    LibrarySettings(("lib.*",), text=("**.body", "**.msgstr", '**.body[*]."#text"')),
    LibrarySettings(("lib.md",), text=("**.fences[*].text",)),
)


def mend(data: bytes, path: str, changes: Mapping[str, str], unsafe: bool = False, safe: bool = True) -> Fixed:
    """Replace words in every message of a file, as a rule would whose fixes these are."""

    def judge(conversations: Sequence[Conversation]) -> Iterator[Judgement]:
        for conversation in conversations:
            draft = conversation.draft
            assert draft is not None
            findings = []
            for old, new in changes.items():
                at = draft.text.find(old)
                if at >= 0 and not (len(new) > len(old) and draft.text.startswith(new, at)):
                    edit = Edit(Span(at, at + len(old)), new)
                    findings.append(finding(draft, old, fixes=(Fix("Mend it.", (edit,), safe),)))
            yield Judgement(conversation, "draft", tuple(findings))

    def read(data: bytes) -> Sequence[Conversation] | None:
        result = read_bytes(data, path, Settings(libraries=LIBRARIES))
        return None if result.errors else result.conversations

    return Fixer(judge, read, unsafe).fix(path, data)


def mail(body: bytes, encoding: str, charset: str = "utf-8", subtype: str = "plain") -> bytes:
    head = f"From: Jo <jo@shop.example>\nContent-Type: text/{subtype}; charset={charset}\n"
    return f"{head}Content-Transfer-Encoding: {encoding}\n\n".encode() + body


LONG = "Thank you for the order that you placed, which you will "
WHERE = {
    "text": ("a.txt", "Hi 😀,\r\n\r\nyou will {} it.\r\n"),
    "front matter": ("a.md", "---\nchannel: sms\n# recieve\n---\nYou will {} it.\n"),
    "thread": ("a.txt", "Customer: did I recieve it?\n\nReply: You will {} it.\n"),
    "no line end": ("a.txt", "You will {}"),
    "json": ("a.json", '{{"draft":   {{"text": "\\u2019tis \\ud83d\\ude00 you\\nwill {} it"}}, "id": "recieve"}}'),
    "json lines": ("a.jsonl", '{{"draft": {{"text": "no"}}}}\r\n\r\n{{"draft": {{"text": "we {} it"}}}}\r\n'),
    "mail": ("a.eml", "From: jo@x.example\r\nSubject: recieve\r\n\r\n😀 We {} it.\r\n\r\n> did you get it\r\n"),
    "mailbox": ("a.mbox", "From a\nFrom: a@x.example\n\nHi\n\nFrom b\nFrom: b@x.example\n\n>From here we {} it\n"),
    "yaml plain": ("lib.yaml", "macros: # recieve\n  - title: a\n    body: You will {} it, # soon\n"),
    "yaml over lines": ("lib.yaml", "- title: a\n  body: You will\n     {} it\n\n     soon\n- title: b\n  body: No.\n"),
    "yaml single": ("lib.yaml", "- {{title: a, body: 'It''s what you {} now'}}\n"),
    "yaml double": ("lib.yaml", '- title: "recieve"\n  body: "It\\u0027s\\\n    what \\"you\\" {} now"\n'),
    "yaml literal": ("lib.yaml", "- title: a\n  body: |-\n    Hi,\n\n      you {} it\n    soon\n\n- title: b\n  body: c\n"),
    "yaml folded": ("lib.yaml", "- title: a\n  body: >\n    Hi you\n    {} it\n\n    soon\n"),
    "csv": ("lib.csv", 'title,body\r\nrecieve,"You said ""{}"", twice\r\nand more"\r\n'),
    "csv bare": ("lib.csv", "title;body\nrecieve;You will {} it\n"),
    "toml": ("lib.toml", "[[replies]]\ntitle = 'a'\nbody = \"say \\\"{}\\\" \\u2019\" # recieve\n"),
    "toml blocks": ("lib.toml", '[[replies]]\ntitle = \'a\'\nbody = """\nHi,\nyou {} \\\n   it"""\n'),
    "po": ("lib.po", 'msgid "greeting"\nmsgstr ""\n"Hi \\"you\\"\\n"\n"will {} it"\n'),
    "html in json": ("lib.json", '{{"macros": [{{"title": "a", "body": "<p>Hi&nbsp;&amp; <b>you<\\/b> {} it</p><p>So</p>"}}]}}'),
    "html in yaml": ("lib.yaml", "- title: a\n  body: |\n    <p>You &quot;will&quot;\n    {} <a href='recieve'>it</a></p>\n"),
    "xml": ("lib.xml", "<a>\r\n<!-- recieve -->\r\n<body>é &quot;you&quot;\r\n {} it</body></a>\r\n"),
    "cdata": ("lib.xml", "<a><body>a</body><body><![CDATA[you & <b>I</b> {} it]]></body></a>"),
    "html in xml": ("lib.xml", "<a><body>&lt;p&gt;you &amp;amp; &lt;b&gt;I&lt;/b&gt; {} it&lt;/p&gt;</body></a>"),
    "fence": ("lib.md", "# Late\n\n- a\n\n  ```text\n  You will {} it.\n  ```\n\nrecieve\n"),
}  # fmt: skip


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", WHERE)
def test_a_word_is_mended_and_every_other_byte_stays(name: str, bom: bytes) -> None:
    path, template = WHERE[name]
    data = bom + template.format(BAD).encode()
    fixed = mend(data, path, {BAD: GOOD})
    assert fixed.after == bom + template.format(GOOD).encode()
    assert fixed.applied.total() == 1
    assert not fixed.refused
    assert mend(fixed.after, path, {BAD: GOOD}).after == fixed.after


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-be"])
def test_utf_16(charset: str) -> None:
    mark = b"" if charset == "utf-16" else b"\xfe\xff"
    data = mark + f"😀 we {BAD} it\r\n".encode(charset)
    assert mend(data, "a.txt", {BAD: GOOD}).after == mark + f"😀 we {GOOD} it\r\n".encode(charset)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_mail_in_its_charset(charset: str) -> None:
    data = mail(f"café {BAD}\n".encode(charset), "8bit", charset)
    assert mend(data, "a.eml", {BAD: "reçu"}).after == mail("café reçu\n".encode(charset), "8bit", charset)


def test_a_character_that_the_charset_lacks_is_refused() -> None:
    for data in (
        mail(f"café {BAD}\n".encode("latin-1"), "8bit", "iso-8859-1"),
        mail(b"caf=E9 recieve\n", "quoted-printable", "iso-8859-1"),
        mail(b"recieve\n", "7bit", "us-ascii"),
    ):
        fixed = mend(data, "a.eml", {BAD: "“receive”"})
        assert fixed.after == data
        assert "has no '“'" in fixed.refused[0][1]


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("new", [GOOD, "reçu = 1", "a much longer word than the one before"])
def test_quoted_printable(new: str, newline: bytes) -> None:
    text = f"{LONG}{BAD} and then café\nand on and on it goes\n"
    data = mail(quopri.encodestring(text.encode()), "quoted-printable").replace(b"\n", newline)
    fixed = mend(data, "a.eml", {BAD: new})
    assert fixed.applied.total() == 1
    body = fixed.after.partition(newline * 2)[2]
    assert quopri.decodestring(body).decode().replace("\r\n", "\n") == text.replace(BAD, new)
    assert max(map(len, body.split(newline))) <= 76


def test_html_mail_in_quoted_printable() -> None:
    body = b'<p style=3D"x">Caf=C3=A9 <b>you</b> reci=\neve it</p>'
    fixed = mend(mail(body, "quoted-printable", subtype="html"), "a.eml", {BAD: "a <b> & c"})
    assert fixed.after == mail(body.replace(b"reci=\neve", b"a &lt;b&gt; &amp; c"), "quoted-printable", subtype="html")


def test_base64_is_refused() -> None:
    data = mail(base64.encodebytes(f"We {BAD} it".encode()), "base64")
    fixed = mend(data, "a.eml", {BAD: GOOD})
    assert (fixed.after, [why for _, why in fixed.refused]) == (data, ["its text is encoded as a whole"])


@pytest.mark.parametrize(
    ("path", "before", "new", "after"),
    [
        ("a.json", '{"draft": {"text": "say X"}}', 'a "b" \\ c\nd\té', '{"draft": {"text": "say a \\"b\\" \\\\ c\\nd\\t\\u00e9"}}'),
        ("a.json", '{"draft": {"text": "é X"}}', "é", '{"draft": {"text": "é é"}}'),
        ("lib.csv", 'title,body\na,"say X"\n', 'a "b", c', 'title,body\na,"say a ""b"", c"\n'),
        ("lib.yaml", "- title: a\n  body: 'say X'\n", "it's", "- title: a\n  body: 'say it''s'\n"),
        ("lib.yaml", '- title: a\n  body: "say X"\n', 'a "b" \\ c\nd', '- title: a\n  body: "say a \\"b\\" \\\\ c\\nd"\n'),
        ("lib.yaml", "- title: a\n  body: |\n    say X\r\n    now\r\n", "a: #b\nc", "- title: a\n  body: |\n    say a: #b\n    c\r\n    now\r\n"),
        ("lib.toml", "[[replies]]\ntitle = 'a'\nbody = \"say X\"\n", 'a "b" \\ c', "[[replies]]\ntitle = 'a'\nbody = \"say a \\\"b\\\" \\\\ c\"\n"),
        ("lib.po", 'msgid "a"\nmsgstr "say X"\n', 'a "b"\nc', 'msgid "a"\nmsgstr "say a \\"b\\"\\nc"\n'),
        ("lib.json", '{"macros": [{"title": "a", "body": "<p>say X</p>"}]}', 'a < "b" & c', '{"macros": [{"title": "a", "body": "<p>say a &lt; \\"b\\" &amp; c</p>"}]}'),
        ("a.txt", "say X\r\nnow\r\n", "a\nb", "say a\r\nb\r\nnow\r\n"),
        ("lib.xml", "<a><body>say X</body></a>", 'a < "b" & c', '<a><body>say a &lt; "b" &amp; c</body></a>'),
        ("lib.xml", "<a><body><![CDATA[say X]]> X</body></a>", "you & I", "<a><body><![CDATA[say you & I]]> you &amp; I</body></a>"),
    ],
)  # fmt: skip
def test_escapes(path: str, before: str, new: str, after: str) -> None:
    assert mend(before.encode(), path, {"X": new}).after == after.encode()


@pytest.mark.parametrize(
    ("path", "text", "old", "new", "why"),
    [
        ("lib.yaml", "- title: a\n  body: say X\n", "X", "this: that", "the YAML text has no quotes around it"),
        ("lib.yaml", "- title: a\n  body: X marks it\n", "X", "- x", "the YAML text has no quotes around it"),
        ("lib.yaml", "- title: a\n  body: X marks it\n", "X", "'x", "the YAML text has no quotes around it"),
        ("lib.yaml", "- title: a\n  body: X marks it\n", "X", "&x", "the YAML text has no quotes around it"),
        ("lib.yaml", "- title: a\n  body: say X\n", "X", "no #1", "the YAML text has no quotes around it"),
        ("lib.yaml", "- {title: a, body: say X}\n", "X", "one, two", "the YAML text has no quotes around it"),
        ("lib.yaml", "- title: a\n  body: >\n    say X\n", "X", "a\nb", "a line break in a folded YAML text is a space"),
        ("lib.csv", "title,body\na,say X\n", "X", "one, two", "the CSV cell has no quotes around it"),
        ("lib.toml", "[[replies]]\ntitle = 'a'\nbody = 'say X'\n", "X", "it's", "a TOML string in apostrophes has no escapes"),
        ("lib.xml", "<a><body><![CDATA[say X]]></body></a>", "X", "a]]>", "it could end the CDATA section"),
        ("lib.json", '{"macros": [{"title": "a", "body": "<p>say X</p>"}]}', "X", "a\nb", "a line break in HTML is markup"),
        ("lib.json", '{"macros": [{"title": "a", "body": "<p>say <b>not</b> it</p>"}]}', "say not it", "it", "it reaches over markup"),
    ],
)  # fmt: skip
def test_what_the_format_has_no_room_for_is_refused(path: str, text: str, old: str, new: str, why: str) -> None:
    fixed = mend(text.encode(), path, {old: new})
    assert (fixed.after, [reason for _, reason in fixed.refused]) == (text.encode(), [why])


def test_only_what_differs_is_written() -> None:
    markup = '{"macros": [{"title": "a", "body": "<p>at 7&#58;30</b> it is <i>the</i> the end</p>"}]}'
    fixed = mend(markup.encode(), "lib.json", {"7:30": "7:30 pm", "the the": "the"})
    assert fixed.after.decode() == markup.replace("30", "30 pm").replace("<i>the</i> the", "<i>the</i>")
    across = markup.replace("<i>the</i> the", "the <i>the</i>")
    assert mend(across.encode(), "lib.json", {"the the": "the"}).after.decode() == across.replace("the <i>", "<i>")


def test_overlapping_fixes_are_made_in_passes_and_each_one_only_once() -> None:
    fixed = mend(b"a b c", "a.txt", {"a b": "x b", "b c": "b y"})
    assert (fixed.after, fixed.applied.total()) == (b"x b y", 2)
    endless = mend(b"a", "a.txt", {"a": "ba"})
    assert len(endless.after) == 11, "ten passes, then it stops"


def test_suggestions_need_to_be_asked_for() -> None:
    assert mend(b"X", "a.txt", {"X": "Y"}, safe=False).after == b"X"
    assert mend(b"X", "a.txt", {"X": "Y"}, safe=False, unsafe=True).after == b"Y"


@pytest.mark.parametrize("new", ["12", "true"])
def test_a_file_that_would_read_otherwise_is_left_as_it_was(new: str) -> None:
    with pytest.raises(ReplylintError, match=r"lib.yaml: left as it was: it would not read as it should"):
        mend(b"- title: a\n  body: X\n", "lib.yaml", {"X": new})


def test_one_text_that_would_read_otherwise_does_not_hold_up_the_others() -> None:
    library = '[{"body": "<p>X is X</p>"}, {"body": "<p>Y</p>"}]'
    fixed = mend(library.encode(), "lib.json", {"is": "", "Y": "Z"})
    assert fixed.after.decode() == library.replace("Y", "Z"), "two spaces are one in HTML"
    assert [why for _, why in fixed.refused] == ["the text would not read as it should"]
    assert fixed.applied.total() == 1


def test_a_file_with_a_mistake_is_not_touched() -> None:
    data = b'{"draft": {"text": "X"}}\n{"draft": \n'
    assert mend(data, "a.jsonl", {"X": "Y"}).after == data


def test_writing_keeps_permissions_and_follows_links(tmp_path: Path) -> None:
    target, link = tmp_path / "a.txt", tmp_path / "link.txt"
    target.write_bytes(b"X")
    target.chmod(0o640)
    link.symlink_to(target)
    write(Fixed(str(link), b"X", b"Y"))
    assert (target.read_bytes(), target.stat().st_mode & 0o777, link.is_symlink()) == (b"Y", 0o640, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "link.txt"]


def test_a_file_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"newer")
    with pytest.raises(ReplylintError, match="it changed while it was checked"):
        write(Fixed(str(target), b"X", b"Y"))
    assert target.read_bytes() == b"newer"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
