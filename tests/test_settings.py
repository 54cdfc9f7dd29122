"""Settings files."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint import rulebook
from replylint.model import PathSettings, ReplylintError, Settings, Severity
from replylint.settings import Finder, check_selectors, load_settings

YAML = """\
select: [TIM, ambiguous-clock-time]
extend-select: TON001
ignore:
  - SPL003
severity: {TIM001: warning, TON: off}
per-path:
  templates/: {mode: template, ignore: [APO101]}
  "*.chat.txt":
    channel: chat
    select: [TIM]
    extend-select: [TON]
    locale: en-GB
exclude: [archive/, "*.old"]
rules: [./my-rules]
agents: [example.com]
brands: [No, "7:30"]
words: [teleprompter]
mode: thread
channel: social
locale: en-GB
timezone: Europe/London
"""
TOML = """\
[project]
name = "x"

[tool.replylint]
select = ["TIM", "ambiguous-clock-time"]
extend-select = "TON001"
ignore = [
  "SPL003",
]
exclude = ["archive/", "*.old"]
rules = ["./my-rules"]
agents = ["example.com"]
brands = ["No", "7:30"]
words = ["teleprompter"]
mode = "thread"
channel = "social"
locale = "en-GB"
timezone = "Europe/London"
severity.TIM001 = "warning"

[tool.replylint.severity]
TON = "off"

[tool.replylint.per-path."templates/"]
mode = "template"
ignore = ["APO101"]

[tool.replylint.per-path."*.chat.txt"]
channel = "chat"
select = ["TIM"]
extend-select = ["TON"]
locale = "en-GB"
"""


def written(folder: Path, text: str, name: str = ".replylint.yaml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def mistake(folder: Path, text: str, name: str = ".replylint.yaml") -> str:
    """The error for a settings file, without its path."""
    file = written(folder, text, name)
    with pytest.raises(ReplylintError) as caught:
        load_settings(file)
    assert "\n" not in str(caught.value)
    return str(caught.value).removeprefix(f"{file}:").strip()


@pytest.mark.parametrize(
    ("text", "name"),
    [(YAML, ".replylint.yaml"), (TOML.replace('severity.TIM001 = "warning"\n', "").replace("TON =", 'TIM001 = "warning"\nTON ='), "pyproject.toml")],
    ids=["yaml", "toml"],
)  # fmt: skip
def test_every_key_is_read(tmp_path: Path, text: str, name: str) -> None:
    settings = load_settings(written(tmp_path, text, name))
    assert settings == Settings(
        select=("TIM", "ambiguous-clock-time"),
        extend_select=("TON001",),
        ignore=("SPL003",),
        severity={"TIM001": Severity.WARNING, "TON": Severity.OFF},
        per_path=(
            PathSettings("templates/", mode="template", ignore=("APO101",)),
            PathSettings("*.chat.txt", channel="chat", select=("TIM",), extend_select=("TON",), locale="en-GB"),
        ),
        exclude=("archive/", "*.old"),
        rules=("./my-rules",),
        agents=("example.com",),
        brands=("No", "7:30"),
        words=("teleprompter",),
        mode="thread",
        channel="social",
        locale="en-GB",
        timezone="Europe/London",
        root=str(tmp_path),
        path=str(tmp_path / name),
    )


@pytest.mark.parametrize("text", ["", "# select: [TIM]\n", "\ufeffselect: []\n"])
def test_nothing_set_is_the_default(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, text)
    assert load_settings(file) == Settings(root=str(tmp_path), path=str(file))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("selct: [TIM]", "1:1: unknown key 'selct': did you mean 'select'?"),
        ("select: [TIM]\n\nextend_select: [TON]", "3:1: unknown key 'extend_select': did you mean 'extend-select'?"),
        ("colour: red", "1:1: unknown key 'colour'"),
        ("per-path:\n  a/:\n    brands: [x]", "3:5: unknown key 'brands'"),
        ("- select", "1:1: expected keys and values"),
        ("select: {a: b}", "1:9: expected a list"),
        ("select: [[TIM]]", "1:10: expected a text"),
        ("select: ['']", "1:10: expected a text"),
        ("severity: [TIM]", "1:11: expected keys and values"),
        ("severity: {TIM: loud}", "1:17: 'loud' is not one of off, info, warning, error"),
        ("mode: drafts", "1:7: 'drafts' is not one of draft, template, library, thread"),
        ("channel: fax", "1:10: 'fax' is not one of email, chat, sms, social"),
        ("locale: english please", "1:9: 'english please' is no language tag such as en-GB"),
        ("timezone: Europe/Lundon", "1:11: 'Europe/Lundon' is no time zone such as Europe/London"),
        ("timezone: ../etc", "1:11: '../etc' is no time zone such as Europe/London"),
        ("mode: draft\nmode: thread", "2:1: the key 'mode' stands here twice"),
        ("mode:\n\tdraft", "2:1: broken YAML: a tab where spaces must be"),
        ("a: &a [x]\nb: *a", "2:4: YAML aliases (*a) are not allowed here"),
        ("[" * 5000, "1:1001: broken YAML: exceeded maximum nesting depth"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert mistake(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[tool.replylint]\nlocale = "en-GB"\n\nselct = ["TIM"]', "4:1: unknown key 'selct': did you mean 'select'?"),
        ('tool.replylint = {selct = "TIM"}', "1:1: unknown key 'selct': did you mean 'select'?"),
        ("[tool.replylint.severity]\nTIM001 = 3", "2:1: '3' is not one of off, info, warning, error"),
        ("[tool.replylint]\nselect = [[1]]", "2:1: expected a text"),
        ("[tool.replylint]\nmode = draft", "2:8: broken TOML: invalid value"),
        ("[project]", "there is no [tool.replylint] in it"),
    ],
)
def test_a_mistake_in_pyproject_is_told_with_the_place_of_its_key(tmp_path: Path, text: str, expected: str) -> None:
    assert mistake(tmp_path, text, "pyproject.toml") == expected


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ReplylintError, match=r"none\.yaml: cannot be read: no such file"):
        load_settings(tmp_path / "none.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"brands: [\xe9]")
    with pytest.raises(ReplylintError, match=r"latin\.yaml: invalid UTF-8: byte 0xe9"):
        load_settings(tmp_path / "latin.yaml")


def test_the_nearest_settings_file_upwards_holds(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    written(tmp_path, "locale: en-GB")
    find = Finder()
    assert find(str(deep / "x.txt")).locale == "en-GB"
    assert find(str(deep / "y.txt")) is find(str(tmp_path / "z.txt")), "one object for all files it holds for"
    written(tmp_path / "a", "[project]\nname = 'x'", "pyproject.toml")
    assert Finder()(str(deep / "x.txt")).locale == "en-GB", "a pyproject.toml of something else is passed over"
    written(tmp_path / "a", "[tool.replylint]\nlocale = 'en-CA'", "pyproject.toml")
    assert Finder()(str(deep / "x.txt")).locale == "en-CA"
    written(tmp_path / "a", "locale: en-AU")
    assert Finder()(str(deep / "x.txt")).locale == "en-AU", "two in one folder: the one that is ours alone"


def test_the_settings_of_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings() == Settings() or load_settings().path is not None
    written(tmp_path, "locale: en-NZ")
    assert load_settings().locale == "en-NZ"


def test_a_selector_that_means_no_rule_is_told_with_its_place(tmp_path: Path) -> None:
    text = "locale: en-GB\nper-path:\n  a/:\n    ignore: [RPL001, RPL003]\n"
    settings = load_settings(written(tmp_path, text))
    rules = (rulebook.load_file(rulebook.built_in_folder() / "suppressions" / "bare-ignore.yaml"),)
    with pytest.raises(ReplylintError, match=r"yaml:4:22: no rule is called 'RPL003': did you mean RPL001\?"):
        check_selectors(settings, rules)
    with pytest.raises(ReplylintError, match=r"yaml:2:3: no rule is called 'RPX'"):
        check_selectors(load_settings(written(tmp_path, "severity:\n  RPX: info")), rules)
