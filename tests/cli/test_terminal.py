"""Real processes: pipes that close, terminals that cannot show what is written, interruptions."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from replylint.cli import main

COMMAND = [sys.executable, "-m", "replylint"]


def run(*args: str, env: dict[str, str] | None = None, input: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *args], env={**os.environ, **(env or {})}, input=input, capture_output=True, check=False
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
def test_a_terminal_without_utf8_is_no_traceback(encoding: str) -> None:
    text = "“Hi” – 日本語 👩‍👩‍👧 e\u0301: your audition is tomorrow at 7:30."
    result = run("check", "-", "--select", "TIM001", env={"PYTHONIOENCODING": encoding}, input=text.encode())
    assert (result.returncode, result.stderr) == (1, b"")
    line, underline = result.stdout.decode(encoding).splitlines()[2:4]
    assert underline.index("^") == line.index("7:30")
    if encoding == "ascii":
        assert line.startswith('1 | "Hi" - ?????? ??')


def test_a_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Your audition is tomorrow at 7:30.\n" * 2_000)
    with subprocess.Popen(
        [*COMMAND, "check", str(file), "--select", "TIM001"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        assert b"TIM001" in process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read().strip() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_an_interruption_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Interrupted(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(Interrupted()))
    with pytest.raises(SystemExit) as exit:
        main(["check", "-"])
    assert exit.value.code == 130
    assert capsys.readouterr().err.strip() == ""


def test_importing_the_package_and_checking_a_plain_reply_loads_nothing_heavy() -> None:
    code = (
        "import sys, replylint; assert not {'yaml', 'click', 'replylint.model'} & sys.modules.keys();"
        "from replylint.cli import main; main(['check', '-', '--select', 'TIM001'], standalone_mode=False);"
        "assert not {'spacy', 'numpy', 'jsonschema', 'requests'} & sys.modules.keys(), sys.modules.keys()"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], input=b"Your audition is at 7:30 pm.", capture_output=True, check=False
    )
    assert result.returncode == 0, result.stderr
