"""LanguageTool as a spelling engine: a server that runs already, or one started here from its jars.

The client, ``language-tool-python``, is GPL-3.0: it comes with the extra ``replylint[languagetool]`` only, and nothing
but this module imports it.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib.metadata
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from replylint.language.patterns import lazy
from replylint.language.spelling.engine import MISSPELLING, EngineError, Query, Remark, readable
from replylint.model import Span

if TYPE_CHECKING:
    from language_tool_python import LanguageTool, Match

INSTALL = 'pip install "replylint[languagetool]"'
_LARGEST = 20_000
"""Characters in a request; the server's work grows with them, and public servers refuse more."""
_BREAK = "\n\n"
"""Ends a paragraph, over which no rule that we keep looks."""
_SLOWEST_START = 120.0
"""Seconds that a server of our own may take to start; 8 are usual."""
_JAVA = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""A server that lives as long as one run: these halve what it takes to start."""
_LANGUAGES = ("en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA")
_LOOPBACK = lazy(r"https?://(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])[:/]", re.I)
_SPELLERS = lazy("MORFOLOGIK_RULE|SPELLER_RULE|HUNSPELL")
_RULES: Mapping[str, str] = MappingProxyType({"EN_A_VS_AN": "SPL004", "EN_CONTRACTION_SPELLING": "SPL006"})
_CATEGORIES: Mapping[str, str] = MappingProxyType({"TYPOS": "SPL002", "CONFUSED_WORDS": "SPL002", "GRAMMAR": "SPL005"})
_UNSURE = (
    "ADVISE_VBG", "AGREEMENT_QUESTION", "A_INFINITIVE", "A_INSTALL", "CD_NN", "CONDITIONAL_CLAUSE", "DID_BASEFORM", "FEWER_LESS",
    "FROM_FORM", "IN_WINDOWS", "NON_STANDARD_WORD", "POSSESSIVE_APOSTROPHE", "SIGN_INTO", "THE_SUPERLATIVE", "YOUR",
    "UPPERCASE_SENTENCE_START",
)  # fmt: skip
"""Rules that are often wrong about support replies (the names of menus, commands and columns), or that rules of ours own."""
_OFF = ("STYLE", "REDUNDANCY", "PLAIN_ENGLISH", "COLLOQUIALISMS", "WIKIPEDIA", "TYPOGRAPHY", "PUNCTUATION",
        "REPETITIONS_STYLE", "CREATIVE_WRITING", "ACADEMIC_WRITING", "GENDER_NEUTRALITY", "INCLUSIVE_LANGUAGE", "TEXT_ANALYSIS",
        "REGIONALISMS", "SEMANTICS", "COMPOUNDING", "NONSTANDARD_PHRASES", "FALSE_FRIENDS")  # fmt: skip
"""Categories that are matters of taste, or that rules of ours own; the server need not look for them."""


class LanguageToolEngine:
    """Asks a LanguageTool server. With ``url`` that one and no other; else one of our own from the jars in ``jars``."""

    name = "languagetool"

    def __init__(self, url: str = "", jars: Path | None = None, timeout: float = 30.0) -> None:
        self.url = url
        self._jars = jars
        self._timeout = timeout
        self._server: Server | None = None
        self._clients: dict[str, LanguageTool] = {}

    def remarks(self, queries: Sequence[Query]) -> Iterator[Sequence[Sequence[Remark]]]:
        """Yield for each message the remarks on each of its sentences, asking for many sentences at once."""
        found: list[list[list[Remark]]] = [[[] for _ in query.text.sentences] for query in queries]
        for locale in dict.fromkeys(query.locale for query in queries):
            pieces = [
                (said, readable(sentence))
                for query, of_text in zip(queries, found, strict=True)
                if query.locale == locale
                for said, sentence in zip(of_text, query.text.sentences, strict=True)
            ]
            for batch in _batches(pieces):
                self._ask(batch, _language(locale))
        yield from found

    def _ask(self, pieces: Sequence[tuple[list[Remark], str]], language: str) -> None:
        """Append to each piece's list what the server says of it; halves a request that the server finds too large."""
        try:
            matches = self._client(language).check(_BREAK.join(text for _, text in pieces))
        except (TypeError, KeyError, AttributeError):  # its JSON is another's
            raise _wrong(self.url) from None
        except TooLargeError:
            if len(pieces) == 1:
                raise
            half = len(pieces) // 2
            self._ask(pieces[:half], language)
            self._ask(pieces[half:], language)
            return
        start = 0
        matches.sort(key=lambda m: m.offset)
        i = 0
        for said, text in pieces:
            end = start + len(text)
            while i < len(matches) and matches[i].offset < end:
                match = matches[i]
                i += 1
                code = _code(match)
                if code and match.offset >= start and match.offset + match.error_length <= end:
                    span = Span(match.offset - start, match.offset - start + match.error_length)
                    said.append(Remark(code, span, tuple(match.replacements[:4])))
            start = end + len(_BREAK)

    def _client(self, language: str) -> LanguageTool:
        if language not in self._clients:
            if not self.url:
                self._server = Server(self._jars)
                self.url = self._server.url
            timeout = max(self._timeout, _SLOWEST_START) if self._server else self._timeout  # it still warms up
            self._clients[language] = _client(self.url, language, timeout)
        return self._clients[language]

    @property
    def server_pid(self) -> int | None:
        """The process that was started here."""
        return self._server.pid if self._server else None

    def close(self) -> None:
        """Stop the server that was started here."""
        if self._server:
            self._server.stop()


class TooLargeError(EngineError):
    """The server says that a text is too large."""


class Server:
    """A LanguageTool server on a free port of the loopback interface, until ``stop`` or the end of the program."""

    def __init__(self, jars: Path | None) -> None:
        java = shutil.which("java")
        if java is None:
            raise EngineError("LanguageTool needs Java 17 or newer, or a languagetool.url in the settings")
        if jars is None or not is_jar_folder(jars):
            raise EngineError("LanguageTool's jars are not there: see `replylint doctor`, or set languagetool.url")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        command = [java, *_JAVA, "-cp", str(jars / "*"), "org.languagetool.server.HTTPServer", "--port", str(port)]
        quiet = subprocess.DEVNULL
        try:
            self._process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
        except OSError as error:
            raise EngineError(f"Java does not start: {error.strerror}") from None
        self.pid = self._process.pid
        atexit.register(self.stop)
        self._wait(port)

    def _wait(self, port: int) -> None:
        until = time.monotonic() + _SLOWEST_START
        while time.monotonic() < until:
            if self._process.poll() is not None:
                raise EngineError(f"LanguageTool's server ended with exit code {self._process.returncode} at its start")
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                return
            time.sleep(0.1)
        self.stop()
        raise EngineError(f"LanguageTool's server did not start in {_SLOWEST_START:.0f} seconds")

    def stop(self) -> None:
        """End the process and wait until it is gone."""
        atexit.unregister(self.stop)
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()


def version() -> str | None:
    """Return the version of the client that is installed, None where there is none."""
    try:
        return importlib.metadata.version("language-tool-python")
    except importlib.metadata.PackageNotFoundError:
        return None


def is_jar_folder(folder: Path) -> bool:
    """Whether a folder has the jars of LanguageTool's server."""
    return any(folder.glob("languagetool-server*.jar"))


def problem(url: str, timeout: float) -> str | None:
    """Return why the server at a URL cannot be asked, None where it can."""
    try:
        _client(url, "en-US", timeout)
    except EngineError as error:
        return str(error)
    return None


def _batches(pieces: Sequence[tuple[list[Remark], str]]) -> Iterator[Sequence[tuple[list[Remark], str]]]:
    batch: list[tuple[list[Remark], str]] = []
    size = 0
    for piece in pieces:
        length = len(piece[1]) + len(_BREAK)
        if batch and size + length > _LARGEST:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += length
    if batch:
        yield batch


def _language(locale: str) -> str:
    """Return the language that spells as a locale does; Ireland and India write as Britain does."""
    folded = "-".join(locale.replace("_", "-").split("-")[:2])
    known = next((language for language in _LANGUAGES if language.lower() == folded.lower()), None)
    return known or ("en-GB" if folded.lower() in ("en-ie", "en-in") else "en-US")


def _code(match: Match) -> str | None:
    """Return the rule of ours that a match falls under, None for style and for what we judge ourselves."""
    if _SPELLERS.search(match.rule_id):
        return MISSPELLING
    return _RULES.get(match.rule_id) or _CATEGORIES.get(match.category)


def _client(url: str, language: str, timeout: float) -> LanguageTool:
    """Return a client of the server at a URL; raises EngineError where none answers."""
    try:
        import language_tool_python
        import requests  # its own dependency
    except ImportError:
        raise EngineError(f"LanguageTool's client is not installed: {INSTALL}") from None

    address = re.sub(r"/(?:v2/?)?$", "", url.strip()) + "/"
    session = requests.Session()
    session.trust_env = not _LOOPBACK.match(address)  # no proxy stands between this machine and itself

    class Client(language_tool_python.LanguageTool):
        """The package's client, without its retries and redirects, and with errors that can be told apart."""

        def _query_server(self, url: str, params: Any = None, num_tries: int = 1, method: str = "get") -> Any:
            data = {"data" if method == "post" else "params": params}
            try:
                answer = session.request(method, url, timeout=timeout, allow_redirects=False, **data)
            except requests.Timeout:
                raise EngineError(f"{_shown(url)} gave no answer in {timeout:g} seconds") from None
            except (requests.RequestException, OSError):
                raise EngineError(f"no LanguageTool server answers at {_shown(url)}") from None
            return _content(answer, url)

    try:
        client = Client(language, remote_server=address)
    except (TypeError, AttributeError, KeyError, ValueError):
        raise _wrong(address) from None
    client.disabled_categories = set(_OFF)
    client.disabled_rules = set(_UNSURE)
    return client


def _content(answer: Any, url: str) -> Any:
    """Return what a server answered; raises EngineError where that is an error or not LanguageTool's."""
    if answer.status_code == 413 or (answer.status_code == 400 and "exceed" in answer.text[:500]):
        raise TooLargeError(f"{_shown(url)} finds a text too large")
    if answer.status_code in (426, 429):
        raise EngineError(f"{_shown(url)} takes no more requests for now (HTTP {answer.status_code}, rate limit)")
    if answer.status_code != 200:
        raise EngineError(f"{_shown(url)} answers with HTTP {answer.status_code}")
    try:
        content = answer.json()
    except ValueError:
        raise _wrong(url) from None
    right = isinstance(content, list) if url.endswith("/languages") else isinstance(content, dict)
    if not right or (isinstance(content, dict) and not isinstance(content.get("matches"), list)):
        raise _wrong(url)
    if isinstance(content, dict) and content.get("warnings", {}).get("incompleteResults"):
        raise EngineError(f"{_shown(url)} gave up on a text before its end")
    return content


def _wrong(url: str) -> EngineError:
    return EngineError(f"what answers at {_shown(url)} is no LanguageTool server")


def _shown(url: str) -> str:
    """Return a URL without what is secret in it."""
    base = url.partition("?")[0].removesuffix("/languages").removesuffix("/check").removesuffix("/v2").rstrip("/")
    return re.sub(r"//[^/@]*@", "//", base)
