"""The ``libraries`` setting: which values are text, what their placeholders are, and mistakes in it."""

from pathlib import Path

import pytest

from replylint import ReplylintError, load_settings
from replylint.model import Placeholder
from replylint.readers import Overrides, read_file

SETTINGS = """\
libraries:
  - path: "macros/*.json"
    text: "macros[*].actions[?field=='comment_value'].value"
    title: title
    html: true
    placeholders: liquid
    schema:
      order.id: {type: number, required: true}
      customer.first_name: name
    meta: {audience: trade customers}
  - path: [mails/*.md, "*.txt"]
    schema: [name, order.id]
    mode: library
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".replylint.yaml").write_text(SETTINGS)
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "a.json").write_text(
        '{"macros": [{"title": "T", "actions": [{"field": "comment_value", "value": "<p>Hi&nbsp;you</p>"}]}]}'
    )
    (tmp_path / "a.txt").write_text("Hi {{name}}")
    return tmp_path


def test_texts_titles_and_meta_come_from_the_setting(folder: Path) -> None:
    settings = load_settings(folder / ".replylint.yaml")
    assert settings.libraries[0].schema["order.id"] == Placeholder("number", required=True)
    result = read_file(str(folder / "macros" / "a.json"), settings)
    (conversation,) = result.conversations
    assert (conversation.id, conversation.mode, result.reader) == ("T", "template", "json library")
    assert conversation.draft and conversation.draft.text == "Hi you"
    meta = conversation.meta
    assert (meta["schema"], meta["required"]) == (("order.id", "customer.first_name"), ("order.id",))
    assert (meta["placeholders"], meta["audience"]) == ("liquid", "trade customers")


def test_a_setting_without_text_makes_templates_of_plain_files(folder: Path) -> None:
    settings = load_settings(folder / ".replylint.yaml")
    (conversation,) = read_file(str(folder / "a.txt"), settings).conversations
    assert (conversation.mode, conversation.meta["schema"]) == ("library", ("name", "order.id"))


def test_flags_win(folder: Path) -> None:
    settings = load_settings(folder / ".replylint.yaml")
    for name in ("a.txt", "macros/a.json"):
        (conversation,) = read_file(str(folder / name), settings, Overrides(mode="draft")).conversations
        assert conversation.mode == "draft"


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        ("- {txt: a, path: b}", "2:6: unknown key 'txt': did you mean 'text'?"),
        ("- {text: a}", "2:5: a library needs a path, a pattern as in .gitignore"),
        ("- {path: a, html: maybe}", "2:21: 'maybe' is not one of true, false"),
        ("- {path: a, schema: {x: {need: 1}}}", "2:28: unknown key 'need'"),
    ],
)
def test_mistakes_have_a_place(tmp_path: Path, written: str, mistake: str) -> None:
    file = tmp_path / ".replylint.yaml"
    file.write_text(f"libraries:\n  {written}\n")
    with pytest.raises(ReplylintError) as caught:
        load_settings(file)
    assert str(caught.value).startswith(f"{file}:{mistake}")
