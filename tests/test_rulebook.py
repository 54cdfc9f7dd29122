"""Rule files: what they may say, and where a mistake in one is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint import rulebook
from replylint.model import ReplylintError, Rule, Severity, Span

RULE = """\
code: TIM901
name: vague-hour
summary: An hour without its day half.
message: '"{word}" could be morning or evening.'
severity: error
check: own_checks.Words
options: {words: [seven, eight]}
rationale: Customers act on times.
examples:
  bad:
    - draft: Come at [[seven]].
  good:
    - draft: Come at 19:00.
"""
GOOD = "- draft: Come at 19:00."
CHECK = "check: own_checks.Words"
OPTIONS = "{words: [seven, eight]}"


def load(folder: Path, text: str, name: str = "vague-hour", *, allow_code: bool = True) -> Rule:
    path = folder / f"{name}.yaml"
    path.write_text(text, "utf-8")
    return rulebook.load_file(path, allow_code=allow_code)


def mistake(folder: Path, text: str) -> str:
    """Load a rule file with a mistake in it and return the error without its folder."""
    with pytest.raises(ReplylintError) as caught:
        load(folder, text)
    assert "\n" not in str(caught.value)
    return str(caught.value).replace(f"{folder}/vague-hour.yaml:", "")


def test_a_rule_file_is_all_a_rule_needs(tmp_path: Path) -> None:
    rule = load(tmp_path, RULE)
    assert (rule.code, rule.name, rule.family) == ("TIM901", "vague-hour", tmp_path.name)
    assert rule.default_severity == Severity.ERROR
    assert rule.bad[0].marks == (Span(8, 13),)
    assert rule.bad[0].conversation.message("draft").text == "Come at seven."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("severity: error", "severty: error", "5:1: unknown key 'severty': did you mean 'severity'?"),
        ("severity: error", "severity: fatal", "5:11: 'fatal' is not one of off, info, warning, error"),
        ("severity: error", "severity:\n\terror", "6:1: broken YAML: a tab where spaces must be"),
        ("severity: error\n", "", "1:1: the key 'severity' is missing"),
        ("severity: error", "severity: error\nseverity: info", "6:1: the key 'severity' stands here twice"),
        ("severity: error", "severity: {night: error}", "5:19: 'night' is no case of this check: "),
        ("severity: error", "severity: error\nneeds: rest", "6:8: 'rest' is not one of draft, reply-to, thread, meta, library"),
        ("severity: error", "severity: error\nmodes: [all]", "6:9: 'all' is not one of draft, template, library, thread"),
        ("severity: error", "severity: error\nconfidence: low", "6:1: unknown key 'confidence'"),
        ("TIM901", "TIM1", "1:7: 'TIM1' is no code: three capital letters and three digits"),
        ("vague-hour", "vague-our", "2:7: the name 'vague-our' must be that of its file, 'vague-hour'"),
        ("{word}", "{ward}", "4:10: the check has no slot {ward}: it has span, upper, word"),
        ("{word}", "{word", "4:10: not a message: "),
        (CHECK, "check: clok_time", "6:8: there is no check clok_time"),
        (CHECK, "check: own_checks.Wards", "6:8: there is no check own_checks.Wards"),
        (CHECK, "check: os.path.join", "6:8: os.path.join is not a check"),
        (OPTIONS, "{wrds: [seven]}", "7:11: unknown key 'wrds': did you mean 'words'?"),
        (OPTIONS, "{sure: true}", "7:10: the check needs the option 'words'"),
        (OPTIONS, "{words: seven}", "7:18: expected a list"),
        (OPTIONS, "{words: [seven], most: five}", "7:33: 'five' is no number"),
        (OPTIONS, "{words: [seven], sure: yes}", "7:33: 'yes' is not one of true, false"),
        (OPTIONS, "{words: [seven], how: some}", "7:32: 'some' is not one of first, all"),
        ("  good:\n    - draft: Come at 19:00.\n", "", "10:3: a rule needs good examples"),
        (GOOD, "[]", "10:3: a rule needs good examples"),
        (GOOD, "- customer: When?", "13:7: an example needs a draft"),
        (GOOD, "- darft: Come.", "13:7: unknown key 'darft': did you mean 'draft'?"),
        (GOOD, "- draft: [Come]", "13:14: expected a text"),
        (GOOD, "- {draft: Come., sent_at: tuesday}", "13:31: 'tuesday' is no ISO 8601 date"),
        (GOOD, "- {draft: Come., thread: [{text: Hm}]}", "13:32: unknown key 'text'"),
        (GOOD, "- {draft: Come., thread: [{attachments: []}]}", "13:31: a message needs one of customer, agent, system"),
        ("    - draft: Come at 19:00.", "    none", "13:5: expected a list"),
    ],
)  # fmt: skip
def test_a_mistake_is_reported_with_its_place(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert RULE.count(old) == 1 or old in ("TIM901", "vague-hour")
    assert mistake(tmp_path, RULE.replace(old, new, 1)).startswith(expected)


def test_a_file_that_is_no_rule_is_reported(tmp_path: Path) -> None:
    assert mistake(tmp_path, "") == "1:1: the file is empty"
    assert mistake(tmp_path, "- a\n- b\n") == "1:1: expected keys and values"
    (tmp_path / "latin.yaml").write_bytes(b"code: \xff")
    with pytest.raises(ReplylintError, match=r"latin\.yaml: invalid UTF-8: byte 0xff"):
        rulebook.load_file(tmp_path / "latin.yaml")
    with pytest.raises(ReplylintError, match="no such rules folder"):
        rulebook.load([tmp_path / "nowhere"])


def test_code_from_outside_needs_trust(tmp_path: Path) -> None:
    with pytest.raises(ReplylintError, match=r":6:8: the check own_checks\.Words is code outside replylint"):
        load(tmp_path, RULE, allow_code=False)


def test_what_yaml_would_convert_stays_text(tmp_path: Path) -> None:
    rule = load(tmp_path, RULE.replace(GOOD, "- {draft: no, customer: 7:30, meta: {now: 2026-11-25}}"))
    good = rule.good[0].conversation
    assert [m.text for m in good.messages] == ["7:30"]
    assert good.message("draft").text == "no"
    assert good.meta["now"] == "2026-11-25"


def test_an_option_has_the_type_of_its_field(tmp_path: Path) -> None:
    rule = load(tmp_path, RULE.replace(OPTIONS, "{words: [no, 7:30], sure: false, most: 5, how: first}"))
    assert rule.options == {"words": ("no", "7:30"), "sure": False, "most": 5, "how": "first"}


def test_a_code_or_name_is_taken_once(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        load(tmp_path / folder, RULE)
    with pytest.raises(ReplylintError, match=r"b/vague-hour\.yaml:1:7: the code TIM901 is already taken by .*a/vague"):
        rulebook.load([tmp_path], built_in=False, allow_code=True)
    load(tmp_path / "b", RULE.replace("TIM901", "TIM902"))
    with pytest.raises(ReplylintError, match=r"b/vague-hour\.yaml:2:7: the name vague-hour is already taken by "):
        rulebook.load([tmp_path], built_in=False, allow_code=True)


def test_a_folder_is_searched_deep_and_ordered_by_code(tmp_path: Path) -> None:
    deep = tmp_path / "times" / "of-day"
    deep.mkdir(parents=True)
    load(tmp_path, RULE)
    load(deep, RULE.replace("TIM901", "TIM900").replace("vague-hour", "other-hour"), "other-hour")
    own = rulebook.load([tmp_path], built_in=False, allow_code=True)
    assert [rule.code for rule in own] == ["TIM900", "TIM901"]
    all_rules = {rule.code for rule in rulebook.load([tmp_path / "vague-hour.yaml"], allow_code=True)}
    assert {"TIM001", "TIM901"} <= all_rules
