"""LanguageTool as a spelling engine: against the real server, and against servers that do not behave."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from replylint import rule_cache, selection
from replylint.engines import Engines, engines
from replylint.language.spelling import languagetool
from replylint.language.spelling.engine import EngineError, Query
from replylint.language.spelling.languagetool import LanguageToolEngine
from replylint.language.text import Text
from replylint.linter import Linter
from replylint.model import Conversation, Finding, Message, Settings, SpellingSettings
from replylint.version import built_in_folder

JARS = Path(os.environ.get("REPLYLINT_LANGUAGETOOL") or Path(__file__).parents[2] / ".languagetool")
QUERY = Query(Text(Message("agent", "We recieved it."), "draft"), "en-US")
ALONE, BOTH = ("languagetool",), ("embedded", "languagetool")

pytestmark = pytest.mark.skipif(languagetool.version() is None, reason="language-tool-python is not installed")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a real server, which the engine has started as it does for a user."""
    if shutil.which("java") is None:
        pytest.skip("no Java: LanguageTool's server cannot run")
    if not languagetool.is_jar_folder(JARS):
        pytest.skip("LanguageTool's jars are not here: make languagetool")
    engine = LanguageToolEngine("", JARS)
    ((remarks,),) = engine.remarks([QUERY])
    assert [remark.meant[0] for remark in remarks] == ["received"]
    assert engine.url.startswith("http://127.0.0.1:")
    yield engine.url
    engine.close()
    with pytest.raises(EngineError, match="no LanguageTool server answers"):
        list(engine.remarks([QUERY]))


def linter(url: str, using: tuple[str, ...] = ALONE, timeout: float = 60, **settings: tuple[str, ...]) -> Linter:
    rules = selection.select(rule_cache.load(built_in_folder()), ["SPL"])
    return Linter(rules, Settings(spelling=SpellingSettings(using, url, timeout), **settings))  # type: ignore[arg-type]


def conversation(draft: str, locale: str = "en-US") -> Conversation:
    return Conversation("test", (), Message("agent", draft), locale=locale)


def found(linter: Linter, draft: str, locale: str = "en-US") -> list[tuple[str, str, str]]:
    """Code, words and first fix of each finding that is more than a hint."""
    return [_short(f) for f in linter.check([conversation(draft, locale)]) if f.severity > 1]


def _short(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.text, finding.fixes[0].edits[0].text if finding.fixes else ""


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("We recieved your lamp.", [("SPL001", "recieved", "received")]),
        ("We will send the accessoriess on Monday.", [("SPL001", "accessoriess", "accessories")]),
        ("The server lack a plug, and it lack a lamp.", [("SPL005", "lack", "lacks")]),
        ("We are awaiting for the parcel.", [("SPL002", "awaiting for", "awaiting")]),
        # offsets count characters, whatever the server counts in
        ("😀😀 We 👩‍👩‍👧 recieved 😀 it becuase 😀.", [("SPL001", "recieved", "received"), ("SPL001", "becuase", "because")]),
        ("Dear 𝓐nna,\r\n\r\nWe recieved it.\r\n", [("SPL001", "recieved", "received")]),
        # what replylint masks, knows or takes for taste
        ("See https://shop.example/recieved or `recieved`.", []),
        ('You wrote "recieved".', []),
        ("> We recieved it.\n\nThank you for the colour chart.", []),
        ("Please right click the wifi icon in webmail.", []),
        ("Liebe Anna, wir haben Ihre Nachricht erhalten und werden sie prüfen.", []),
        ("Hi {{frist_name}}, your lamp is here.", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_found_and_what_is_left_alone(server: str, draft: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(linter(server), draft) == expected


def test_words_of_the_settings_and_names_are_right(server: str) -> None:
    draft = "Hi Zorblina,\n\nYour flurbometers are here, and the accessoriess too."
    assert found(linter(server, words=("flurbometers", "accessoriess")), draft) == []


def test_many_replies_are_one_request_and_come_back_in_their_places(server: str) -> None:
    drafts = [f"Hello 😀{'!' * n}\n\nNumber {n}: we recieved it." for n in range(70)]
    findings = list(linter(server).check(map(conversation, drafts)))
    spans = [f.location.span for f in findings if f.code == "SPL001"]
    assert [span.of(draft) for span, draft in zip(spans, drafts, strict=True)] == ["recieved"] * 70


def test_a_word_is_told_once_a_message(server: str) -> None:
    (finding,) = linter(server).check([conversation("We recieved it. Thank you. We recieved both.")])
    assert len(finding.related) == 1 and len(finding.fixes[0].edits) == 2


def test_together_with_our_own_engine_nothing_is_told_twice(server: str) -> None:
    draft = "We recieved it, and we should of told you. The server lack a plug, and it lack a lamp."
    told = found(linter(server, BOTH), draft)
    assert [words for _, words, _ in told] == ["recieved", "should of", "lack"]


def test_rules_that_are_not_selected_stay_quiet(server: str) -> None:
    rules = selection.select(rule_cache.load(built_in_folder()), ["SPL005"])
    settings = Settings(spelling=SpellingSettings(ALONE, server))
    assert found(Linter(rules, settings), "We recieved it.") == []


def test_without_jars_the_line_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"replylint doctor|Java"):
        list(LanguageToolEngine("", tmp_path).remarks([QUERY]))


Answer = Callable[[dict[str, list[str]]], tuple[int, str]]
LANGUAGES = '[{"code": "en-US", "longCode": "en-US"}, {"code": "en-GB", "longCode": "en-GB"}]'


@pytest.fixture
def fake() -> Iterator[Callable[[Answer], str]]:
    """Start a server that gives an answer to each request, and return its address."""
    running: list[ThreadingHTTPServer] = []

    def start(answer: Answer) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.reply(*(answer({}) if self.path != "/v2/languages" else (200, LANGUAGES)))

            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.reply(*answer(parse_qs(sent)))

            def reply(self, status: int, body: str) -> None:
                self.send_response(status)
                if status == 307:
                    self.send_header("Location", body)
                self.end_headers()
                with contextlib.suppress(OSError):  # nobody waited
                    self.wfile.write(body.encode())

            def log_message(self, *args: object) -> None:
                pass

        http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        running.append(http)
        threading.Thread(target=http.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{http.server_address[1]}"

    yield start
    for http in running:
        http.shutdown()
        http.server_close()


@pytest.mark.parametrize(
    ("status", "body", "line"),
    [
        (429, "slow down", "takes no more requests for now (HTTP 429, rate limit)"),
        (500, "<html>oops</html>", "answers with HTTP 500"),
        (307, "http://127.0.0.1:9/elsewhere", "answers with HTTP 307"),
        (200, "<html>Welcome to nginx</html>", "is no LanguageTool server"),
        (200, '{"hello": 1}', "is no LanguageTool server"),
        (200, '{"matches": [{"hello": 1}]}', "is no LanguageTool server"),
        (413, "too large", "finds a text too large"),
        (200, '{"matches": [], "warnings": {"incompleteResults": true}}', "gave up on a text"),
    ],
)
def test_a_server_that_fails_is_told_once_and_our_own_engine_goes_on(
    fake: Callable[[Answer], str], caplog: pytest.LogCaptureFixture, status: int, body: str, line: str
) -> None:
    checked = linter(fake(lambda sent: (status, body)))
    for _ in range(2):
        assert found(checked, "We recieved it.") == [("SPL001", "recieved", "received")]
    (record,) = caplog.records
    assert line in record.getMessage() and "\n" not in record.getMessage()
    assert record.getMessage().endswith("replylint's own engine goes on alone")


def test_a_dead_server_and_one_that_sleeps(fake: Callable[[Answer], str], caplog: pytest.LogCaptureFixture) -> None:
    awake = threading.Event()
    sleeping = fake(lambda sent: (200, str(awake.wait(5))))
    for url, line in (("http://127.0.0.1:9", "no LanguageTool server answers at"), (sleeping, "no answer in 0.2 sec")):
        caplog.clear()
        assert found(linter(url, timeout=0.2), "We recieved it.") == [("SPL001", "recieved", "received")]
        assert line in caplog.text
    awake.set()


def test_a_request_that_is_too_large_is_halved(fake: Callable[[Answer], str]) -> None:
    sizes: list[int] = []

    def answer(sent: dict[str, list[str]]) -> tuple[int, str]:
        sizes.append(len(sent["text"][0]))
        return (413, "") if sizes[-1] > 100 else (200, '{"matches": []}')

    engine = LanguageToolEngine(fake(answer))
    text = Text(Message("agent", "The lamp is in the shop.\n\n" * 12), "draft")
    assert list(engine.remarks([Query(text, "en-US")])) == [[[]] * 12]
    assert max(sizes) > 100 and min(sizes) <= 100


def test_nothing_masked_is_sent(fake: Callable[[Answer], str]) -> None:
    sent_texts: list[str] = []

    def answer(sent: dict[str, list[str]]) -> tuple[int, str]:
        sent_texts.append(sent["text"][0])
        return 200, '{"matches": []}'

    draft = "Write to anna@example.com or see https://example.com/a?token=1.\n\nOn Monday Jo wrote:\n> secret words"
    found(linter(fake(answer)), draft)
    (text,) = sent_texts
    assert "anna" not in text and "token" not in text and "secret" not in text and text.startswith("Write to 000")


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en-GB", "en-GB"),
        ("en_gb", "en-GB"),
        ("en-GB-oxendict", "en-GB"),
        ("en-IE", "en-GB"),
        ("en", "en-US"),
        ("de", "en-US"),
    ],
)
def test_the_customer_s_english_is_asked_for(fake: Callable[[Answer], str], locale: str, language: str) -> None:
    asked: list[str] = []

    def answer(sent: dict[str, list[str]]) -> tuple[int, str]:
        asked.append(sent["language"][0])
        return 200, '{"matches": []}'

    found(linter(fake(answer)), "We received it.", locale)
    assert asked == [language]


def test_our_own_engine_alone_loads_nothing() -> None:
    assert engines(SpellingSettings()) is None
    assert isinstance(engines(SpellingSettings(BOTH)), Engines)
