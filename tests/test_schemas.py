"""The JSON Schemas that editors use say the same as the code that reads the files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from replylint import ReplylintError, load_settings
from replylint.cli import main
from replylint.cli.init import _TEMPLATE
from replylint.cli.schema import SCHEMAS
from replylint.language.placeholders import FAMILIES
from replylint.rulebook import _EXAMPLE_KEYS, _KEYS, _REQUIRED
from replylint.settings_file import _KEYS as SETTINGS_KEYS
from replylint.settings_file import _LIBRARY_KEYS, _PATH_KEYS
from replylint.version import built_in_folder


def schema(of: str) -> Any:
    result = CliRunner().invoke(main, ["schema", of])
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def fits(text: str, of: str) -> bool:
    """Whether a YAML text is allowed: as an editor reads it (YAML 1.2 has no 7:30 and no "no"), strings but for flags."""
    return bool(jsonschema.Draft7Validator(schema(of)).is_valid(yaml.load(text, yaml.CBaseLoader)))


@pytest.mark.parametrize("of", SCHEMAS)
def test_they_are_schemas(of: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema(of))


def test_they_know_the_keys_that_the_readers_know() -> None:
    settings, rule = schema("settings"), schema("rule")
    assert set(settings["properties"]) == set(SETTINGS_KEYS)
    assert set(settings["properties"]["per-path"]["additionalProperties"]["properties"]) == set(_PATH_KEYS)
    library = settings["definitions"]["library"]["properties"]
    assert set(library) == set(_LIBRARY_KEYS)
    assert library["placeholders"]["enum"] == list(FAMILIES)
    assert set(rule["properties"]) == set(_KEYS)
    assert set(rule["required"]) == set(_REQUIRED)
    assert set(rule["definitions"]["example"]["properties"]) == set(_EXAMPLE_KEYS)


def test_every_rule_file_fits() -> None:
    validator = jsonschema.Draft7Validator(schema("rule"))
    for path in built_in_folder().rglob("*.yaml"):
        value = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
        assert not [f"{path}: {error.message}" for error in validator.iter_errors(value)]


def test_the_settings_that_init_writes_fit_with_and_without_their_comments() -> None:
    assert fits(_TEMPLATE, "settings")
    lines = [
        line.removeprefix("# ") if ":" in line or line.startswith("#  ") else "" for line in _TEMPLATE.splitlines()
    ]
    keys = "\n".join(line for line in lines if line and not line[:1].isupper())
    assert len(yaml.load(keys, yaml.CBaseLoader)) > 10
    assert fits(keys, "settings")


LIBRARY = """
libraries:
  - path: [macros/, "*.yaml"]
    text: macros[*].body
    html: true
    placeholders: liquid
    schema: {name: text, order: {type: number, required: true}}
    meta: {audience: customers}
    mode: library
"""


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("", True), (LIBRARY, True), ("select: TIM\nlocale: en-GB\nper-path: {a/: {mode: template}}", True),
        ("severity: {TIM001: off}", True), ("libraries: {path: a, schema: [name]}", True),
        ("selct: [TIM]", False), ("mode: drafts", False), ("severity: {TIM001: loud}", False), ("locale: english!", False),
        ("libraries: [{text: a}]", False), ("per-path: {a/: {words: [b]}}", False), ("select: {a: b}", False),
        ("libraries: {path: a, placeholders: handlebar}", False),
    ],
)  # fmt: skip
def test_schema_and_reader_agree_on_settings(tmp_path: Path, text: str, right: bool) -> None:
    file = tmp_path / ".replylint.yaml"
    file.write_text(text)
    assert fits(text, "settings") is right
    if right:
        load_settings(file)
    else:
        with pytest.raises(ReplylintError):
            load_settings(file)
