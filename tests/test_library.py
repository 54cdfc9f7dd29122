"""Templates judged by each other, and what is switched off inside each format of a library."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from replylint import Checker, Conversation, Finding, Linter, Message, Settings, load_rules, select_rules
from replylint.changes import ChangedLines
from replylint.model import LibrarySettings, PathSettings
from replylint.readers import read, read_bytes

RULES = load_rules()


def library(*texts: str, **fields: object) -> list[Conversation]:
    """Templates of a library, each in a file of its own."""
    return [
        Conversation(f"t{i}", draft=Message("agent", text), mode="library", path=f"t{i}.md", **fields)  # type: ignore[arg-type]
        for i, text in enumerate(texts, 1)
    ]


def check(conversations: Sequence[Conversation], *codes: str) -> list[Finding]:
    return list(Linter(select_rules(RULES, codes), known=RULES).check(conversations))


def told(findings: Sequence[Finding]) -> list[str]:
    return [f"{f.path} {f.code} {f.text} <- {f.related[0].path} {f.related[0].text}" for f in findings]


def test_a_finding_names_both_places() -> None:
    (finding,) = check(library("We open at 9 am.", "Hello.", "Be early.\n\nWe open at 10 am."), "ACC202")
    assert (finding.path, finding.conversation) == ("t3.md", "t3")
    assert (finding.location.start.line, finding.location.start.column) == (3, 12)
    (related,) = finding.related
    assert (related.path, related.conversation, related.text) == ("t1.md", "t1", "9 am")
    assert (related.location.start.line, related.location.start.column) == (1, 12)
    assert finding.message == 'The opening time: "10 am" here, and "9 am" in template "t1". Keep the one that is right.'


def test_the_majority_decides_wherever_it_stands() -> None:
    assert told(check(library("We open at 10 am.", "We open at 9 am.", "We open at 9 am."), "ACC202")) == [
        "t1.md ACC202 10 am <- t2.md 9 am"
    ]
    assert told(check(library("Doors open at 19:30.", "We meet at 8 pm.", "We meet at 9 pm."), "TIM014")) == [
        "t1.md TIM014 19:30 <- t2.md 8 pm"
    ]
    assert told(check(library("Our color.", "Our colour.", "Our favourite."), "SPL009")) == [
        "t1.md SPL009 color <- t2.md colour"
    ]


def test_findings_keep_the_order_of_the_files_and_other_modes_are_left_alone() -> None:
    first, second, third = library("The colour.", "The color.", "The favor we honor.")
    draft = Conversation("d", draft=Message("agent", "The theatre."), path="draft.txt")
    found = check([draft, first, second, draft, third], "SPL009")
    assert told(found) == ["t1.md SPL009 colour <- t2.md color"]
    template = replace(first, mode="template")
    assert check([template, second], "SPL009") == []


def test_templates_with_other_settings_are_compared_too() -> None:
    settings = Settings(
        per_path=(PathSettings("t2.md", extend_select=("LIB001",)), PathSettings("t4.md", ignore=("SPL009",)))
    )
    conversations = library("Our colour.", "Our favourite.", "Our color.", "Our honor.")
    found = Checker(settings).check(conversations)
    assert told([f for f in found if f.code == "SPL009"]) == ["t3.md SPL009 color <- t1.md colour"]


@pytest.mark.parametrize(
    "texts",
    [
        ("We open at 9 am.", "We open at 10 am."),
        ("The returns window is 30 days.", "You have 14 days to return it."),
    ],
)
def test_what_is_said_of_a_template_is_a_reason_for_another_number(texts: tuple[str, str]) -> None:
    one, other = library(*texts)
    assert len(check([one, other], "ACC202")) == 1
    assert check([replace(one, meta={"region": "UK"}), replace(other, meta={"region": "EU"})], "ACC202") == []
    assert check([replace(one, id="returns_uk"), replace(other, id="returns_eu")], "ACC202") == []
    assert check([replace(one, path="eu/a.md"), replace(other, path="us/a.md")], "ACC202") == []


def test_of_many_that_are_the_same_each_is_told_once() -> None:
    text = "We have sent your order today, and it will be with you on Monday."
    found = check(library(text, "Hello.", text, text, text), "LIB001")
    assert [(f.path, f.related[0].path) for f in found] == [("t3.md", "t1.md"), ("t4.md", "t1.md"), ("t5.md", "t1.md")]


def test_the_forms_of_one_text_are_no_duplicates() -> None:
    text = "We have sent {{count}} parcel today, and it will be with you on Monday. Thank you for waiting."
    one, other = library(text, text.replace("parcel", "parcels"))
    assert check([replace(one, id="sent.one"), replace(other, id="sent.other")], "LIB001") == []
    assert len(check([replace(one, id="sent.one"), replace(other, id="late.other")], "LIB001")) == 1


def test_relative_links_lead_to_files_that_were_read_or_are_there(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.md").write_text("See [the refund](a/c.md), [the logo](logo.png) and [the rest](a/d.md#top).")
    (tmp_path / "a" / "c.md").write_text("See [it](../b.md) and [them](../e.md).")
    (tmp_path / "e.md").write_text("Not read.")
    results = read([str(tmp_path / "b.md"), str(tmp_path / "a")], Settings(mode="library"))
    found = check([c for result in results for c in result.conversations], "LIB003")
    assert [(Path(f.path).name, f.text) for f in found] == [("b.md", "a/d.md#top")]


YAML = """\
# replylint: ignore TIM001
- title: one
  body: Your audition is tomorrow at 7:30.
- title: two
  # replylint: ignore TIM001
  body: Your audition is tomorrow at 7:30.
- title: three
  body: Your audition is tomorrow at 7:30.  # replylint: ignore TIM001
- title: four
  body: |  # replylint: ignore TIM001
    Your audition is tomorrow at 7:30.
- title: five
  body: >
    # replylint: ignore TIM001
    Your audition is tomorrow at 7:30.
- title: six
  replylint: {ignore: [TIM001, SPL003]}
  body: Your audition is tomorrow at 7:30.
# replylint: ignore
- title: seven
  body: Hello.
# replylint: ignore TIM001
"""
TOML = """\
# replylint: ignore TIM001
[[replies]]
title = "one"
body = "Your audition is tomorrow at 7:30."

[[replies]]
title = "two"
body = "Your audition is tomorrow at 7:30." # replylint: ignore TIM001

[[replies]]
title = "three # replylint: ignore TIM001"
body = '''
Your audition is tomorrow at 7:30.'''
"""
PO = """\
# replylint: ignore TIM001
msgid "one"
msgstr "Your audition is tomorrow at 7:30."

#. replylint: ignore TIM013
msgid "two"
msgstr "Your audition is tomorrow at 7:30."
"""
XML = """\
<replies>
  <!-- replylint: ignore TIM001 -->
  <reply><title>one</title><body>Your audition is tomorrow at 7:30.</body></reply>
  <reply><title>two</title>
    <body>Your audition is tomorrow at 7:30.</body> <!-- replylint: ignore TIM001 -->
  </reply>
  <reply><body>Your audition is tomorrow at 7:30.</body></reply>
</replies>
"""
MARKDOWN = """\
## One
<!-- replylint: ignore TIM001 -->
```markdown
Your audition is tomorrow at 7:30.
```

<!-- replylint: ignore TIM001 -->
## Two
```markdown
Your audition is tomorrow at 7:30.
```
{/* replylint: ignore TIM001 */}

```markdown
Your audition is tomorrow at 7:30.

<!-- replylint: ignore TIM001 -->
Your audition is tomorrow at 7:30.
```
"""
JSON = json.dumps(
    [
        {"title": "one", "body": "Your audition is tomorrow at 7:30.", "replylint": {"ignore": ["TIM001"]}},
        {"title": "two", "body": "Your audition is tomorrow at 7:30.", "replylint": "TIM001, SPL003"},
        {"title": "three", "body": "<p>Your audition is tomorrow at 7:30.</p><!-- replylint: ignore TIM001 -->"},
        {"title": "four", "body": "Your audition is tomorrow at 7:30."},
    ],
    indent=1,
)
CSV = """\
title,body,replylint
one,Your audition is tomorrow at 7:30.,TIM001
two,Your audition is tomorrow at 7:30.,
three,Your audition is at 7:30 pm.,ignore ambiguous-clock-time
"""


@pytest.mark.parametrize(
    ("name", "text", "where", "expected"),
    [
        ("a.yaml", YAML, "[*].body", ["15:34 TIM001", "17:32 RPL002", "22:21 RPL002", "19:1 RPL001"]),
        ("a.toml", TOML, "replies[*].body", ["13:30 TIM001"]),
        ("a.po", PO, "[*].msgstr", ["5:22 RPL002", "7:38 TIM001"]),
        ("a.xml", XML, "replies[*].reply[*].body[*].\"#text\"", ["7:45 TIM001"]),
        ("a.md", MARKDOWN, "[*].fences[*].text", []),
        ("a.json", JSON, "[*].body", ["14:25 RPL002", "22:41 TIM001"]),
        ("a.csv", CSV, "[*].body", ["3:34 TIM001", "4:43 RPL002"]),
    ],
)  # fmt: skip
def test_every_format_can_switch_rules_off(name: str, text: str, where: str, expected: list[str]) -> None:
    settings = Settings(libraries=(LibrarySettings((name,), (where,), title="title"),))
    result = read_bytes(text.encode(), name, settings)
    assert result.errors == ()
    found = check(result.conversations, "TIM001", "SPL003", "TIM013", "RPL")
    assert sorted(f"{f.location.start.line}:{f.location.start.column} {f.code}" for f in found) == sorted(expected)


def test_an_ignore_for_a_whole_file_is_unused_where_no_text_needs_it() -> None:
    text = "# replylint: ignore-file TIM001\n- body: Hello.\n- body: Be there at 7:30.\n- body: Hello.\n"
    settings = Settings(libraries=(LibrarySettings(("a.yaml",), ("[*].body",)),))
    assert check(read_bytes(text.encode(), "a.yaml", settings).conversations, "TIM001", "RPL") == []
    text = text.replace("7:30", "7:30 pm")
    (finding,) = check(read_bytes(text.encode(), "a.yaml", settings).conversations, "TIM001", "RPL")
    assert (finding.code, finding.location.start.column) == ("RPL002", 26)


def test_an_ignore_silences_a_comparison() -> None:
    text = "- body: We open at 9 am.\n- body: We open at 10 am.  # replylint: ignore ACC202\n"
    settings = Settings(libraries=(LibrarySettings(("a.yaml",), ("[*].body",), mode="library"),))
    assert check(read_bytes(text.encode(), "a.yaml", settings).conversations, "ACC202", "RPL") == []


def test_an_ignore_of_a_comparison_is_not_called_unused_where_nothing_is_compared() -> None:
    text = "- body: We open at 10 am.  # replylint: ignore ACC202\n"
    settings = Settings(libraries=(LibrarySettings(("a.yaml",), ("[*].body",)),))
    (template,) = read_bytes(text.encode(), "a.yaml", settings).conversations
    assert check([template], "ACC202", "RPL") == []
    assert [f.code for f in check([replace(template, mode="library")], "ACC202", "RPL")] == ["RPL002"]


def test_a_key_that_says_something_else_is_a_mistake() -> None:
    settings = Settings(libraries=(LibrarySettings(("a.json",), ("body",)),))
    result = read_bytes(b'{"body": "Hi.", "replylint": {"ingore": ["TIM001"]}}', "a.json", settings)
    assert [str(error) for error in result.errors] == [
        'a.json:1:30: replylint: unknown key "ingore"; it holds ignore: [TIM001]'
    ]


def test_a_finding_is_new_where_the_template_it_compares_with_changed() -> None:
    (finding,) = check(library("We open at 9 am.", "We open at 10 am."), "ACC202")
    root = str(Path.cwd().resolve())
    for changed, is_shown in (("t1.md", True), ("t2.md", True), ("t3.md", False)):
        lines = ChangedLines(root, {os.path.realpath(changed): (range(1, 2),)})
        assert lines.touch(finding) == is_shown


def test_names_in_another_template_are_hidden_too(tmp_path: Path) -> None:
    text = "Dear {}, we have sent your order today. It will be with you on Monday, and we hope that you like it.\n"
    for name, customer in (("a.txt", "Zelda Quux"), ("b.txt", "Bertha Foo")):
        (tmp_path / name).write_text(text.format(customer))
    command = [sys.executable, "-m", "replylint", "check", ".", "--mode", "library", "--select", "LIB001", "--redact"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "LIB001" in done.stdout and "[NAME]" in done.stdout
    assert not any(name in done.stdout for name in ("Zelda", "Quux", "Bertha", "Foo"))
