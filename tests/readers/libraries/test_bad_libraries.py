"""Broken, hostile and unknown libraries: one line with the place, the others still read, nothing grows without bound."""

from pathlib import Path

import pytest

from replylint.model import LibrarySettings, Settings
from replylint.readers import read, read_bytes

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(20)
)
ANY = Settings(libraries=(LibrarySettings(("*",), text=("**",)),))


def errors(name: str, data: str | bytes, settings: Settings = ANY, named: bool = True) -> list[str]:
    data = data.encode() if isinstance(data, str) else data
    return [str(error) for error in read_bytes(data, name, settings, named=named).errors]


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("a.yaml", "a: [b\n", "a.yaml:2:1: broken YAML: did not find expected ',' or ']'"),
        ("a.yaml", "a:\n\t- b", "a.yaml:2:1: broken YAML: a tab where spaces must be"),
        ("a.yaml", "a: *b", "a.yaml:1:4: broken YAML: nothing is called &b"),
        ("a.yaml", "a: \x01", "a.yaml:1:4: broken YAML: a character it does not allow"),
        ("a.yaml", "[" * 500, "a.yaml:1:101: YAML nested more than 100 levels deep"),
        ("a.json", '{"a": 1,}', "a.json:1:9: broken JSON: expecting property name enclosed in double quotes"),
        ("a.csv", 'a,b\n1,"x', "a.csv:2:3: broken CSV: a quote that is never closed"),
        ("a.csv", 'a,b\n1,"x" y', "a.csv:2:3: broken CSV: text behind a closing quote"),
        ("a.csv", "a,b\n1,2,3", "a.csv:2:5: broken CSV: a row of 3 values under 2 headings"),
        ("a.xml", "<a><b></a>", "a.xml:1:9: broken XML: mismatched tag"),
        ("a.xml", "<ü>\n  <b", "a.xml:2:3: broken XML: unclosed token"),
        (
            "a.xml",
            '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
            "a.xml:1:13: XML with declarations of its own (DTD) is not read",
        ),
        ("a.toml", "a = ", "a.toml:1:5: broken TOML: invalid value"),
        ("a.toml", 'a = "x"\na = "y"', "a.toml:2:8: broken TOML: cannot overwrite a value"),
        ("a.po", 'msgid "a"\nmsgstr "b', "a.po:2:1: broken PO: expected msgid, msgstr, a text in quotes or a comment"),
        ("a.yaml", b"a: caf\xe9", "a.yaml:1:7: invalid UTF-8: byte 0xe9"),
    ],
)
def test_one_line_says_what_and_where(name: str, data: str | bytes, line: str) -> None:
    assert errors(name, data) == [line]


@pytest.mark.parametrize(
    ("name", "data", "guess"),
    [
        ("a.json", '{"snippets": [{"k": "x y", "html_body": "Hello to all of you"}]}', "snippets[*].html_body"),
        ("a.yaml", "en:\n  mail: {intro: Hello to you}\n", "en.mail.intro"),
        ("a.csv", "label,wording\nx,Hello to all of you\n", "[*].wording"),
        ("a.toml", '[mail]\nintro = "Hello to you"\n', "mail.intro"),
        ("a.xml", "<r><t>Hello to you</t></r>", 'r[*].t[*]."#text"'),
    ],
)
def test_unknown_shape_says_which_setting_would_help(name: str, data: str, guess: str) -> None:
    (error,) = errors(name, data, Settings())
    assert error.startswith(f"{name}: no library of a known shape: say which keys hold text, e.g. libraries: ")
    found = read_bytes(data.encode(), name, Settings(libraries=(LibrarySettings((name,), text=(guess,)),)))
    assert [c.draft.text[:5] for c in found.conversations if c.draft] == ["Hello"]
    assert read_bytes(data.encode(), name, Settings(), named=False).skipped


def test_setting_that_leads_nowhere_and_path_that_is_none() -> None:
    nowhere = Settings(libraries=(LibrarySettings(("*",), text=("a[*].b",)),))
    assert errors("a.yaml", "x: y", nowhere) == ["a.yaml:1:1: no text: nothing in it is at a[*].b"]
    wrong = Settings(libraries=(LibrarySettings(("*",), text=("a[?b=c].d",)),), path=".replylint.yaml")
    assert errors("a.yaml", "x: y", wrong) == [
        ".replylint.yaml: libraries: 'b=c' is no condition such as field=='comment_value'"
    ]


def test_alias_bomb_costs_nothing() -> None:
    result = read_bytes(BOMB.encode(), "a.yaml", ANY)
    assert (len(result.conversations), result.errors) == (2, ())


def test_external_entity_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    data = f'<!DOCTYPE a SYSTEM "{tmp_path}/secret"><a><b>Hello &x; you</b></a>'
    result = read_bytes(data.encode(), "a.xml", ANY)
    assert "secret" not in "".join(c.draft.text for c in result.conversations if c.draft)


def test_broken_library_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"short_code": "x", "content": "Hi"')
    (tmp_path / "b.yaml").write_text("- title: x\n  response: Hello to you\n")
    (tmp_path / "c.yaml").write_text("jobs: {build: {steps: []}}\n")
    results = list(read([str(tmp_path)]))
    assert [(len(r.conversations), len(r.errors), r.skipped) for r in results] == [
        (0, 1, False),
        (1, 0, False),
        (0, 0, True),
    ]


def test_records_keep_precedence() -> None:
    data = b'[{"draft": {"text": "Hi"}, "meta": {"short_code": "x", "content": "y"}}]'
    result = read_bytes(data, "a.json")
    assert (result.reader, len(result.conversations)) == ("conversation records", 1)


def test_ten_thousand_templates_are_read() -> None:
    entry = "- title: T{}\n  response: |\n    Hello %{{ticket.name.first}},\n    you get <b>it</b> soon.\n"
    result = read_bytes("".join(entry.format(n) for n in range(10_000)).encode(), "a.yaml")
    assert len(result.conversations) == 10_000
