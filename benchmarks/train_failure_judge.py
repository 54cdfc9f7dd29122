#!/usr/bin/env python3
"""Trains and calibrates the failure judge, and says how well it does on threads it has not seen.

    python benchmarks/train_failure_judge.py CORPUS [--write]

CORPUS is a JSON Lines file in the format of the project's corpus: ``before``, ``customer``, ``failures`` (each with
the words ``q`` that tell of it and a ``type``; ``OURS`` is what the judge looks for) and ``replies``. The threads
on its even lines and the examples of ``failure_examples.tsv`` train the weights; the other half measures them. A company can train the judge on its own mail. ``--write`` replaces ``failure_judge.json``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from weights_file import as_json, publish

from replylint.language import failure_judge
from replylint.language.apologies import ACTS
from replylint.language.failures import reports
from replylint.language.reading import Reading
from replylint.language.syntax import Parser
from replylint.language.text import Sentence, Text
from replylint.model import Conversation, Message, Settings, Span

EXAMPLES = Path(__file__).with_name("failure_examples.tsv")
_MARKED = re.compile(r"\[\[(.*?)\]\]")
SENTENCE_PENALTY, THREAD_PENALTY = 6.0, 3.0
"""Strength of the L2 penalty: a weight costs the square of its distance from what we expect of it."""
SENTENCE_PRIOR = {
    "inherent non-arrival": 2.0, "inherent wrong": 2.0, "inherent defective": 2.0, "inherent money": 2.0,
    "inherent service": 2.0, "inherent broken-word": 1.8, "inherent condition": 1.5, "defective": 1.2, "service": 0.8, "condition": 0.6,
    "broken-word": 0.4, "failure, marked": 0.7, "accuses us": 0.5, "tried": 0.8, "thing fails to": 0.7,
    "done to us": 0.5, "entitled": 0.5, "repeated": 0.4, "why": 0.5,
    "nobody": 0.4, "negated statement": 0.4, "expectation": 0.4, "expectation negated": 0.5, "affect": 0.5,
    "word given": 0.3, "duration": 0.2, "consequence": 0.3, "redress": 0.3, "sarcasm": 0.2, "shouting": 0.2,
    "contrast": 0.2, "opinion": 0.4,
    "modal": -0.2, "question": -0.5, "how-to": -0.7, "how-to question": -0.8, "supposition": -1.0, "wish": -1.2,
    "price": -0.8, "own slip": -1.5, "outside cause": -1.0, "other agent": -0.8, "praise": -0.6, "praise, no failure": -1.0, "plan": -0.5,
    "said one thing": 1.0, "ordered, got otherwise": 1.0, "never asked for": 0.8, "error quoted": 0.7, "time after time": 0.4,
    "thing refuses": 0.8, "still not": 0.8, "long wait": 0.4, "since our change": 0.4, "two figures": 0.5, "told before": 0.5,
    "only part": 0.4, "calls to account": 0.5, "moved or changed": 0.5, "fault seen": 0.5, "person keeps on": -0.7, "elsewhere": -0.5,
    "own people and things": -0.5, "third party speaks": -0.4, "request": -0.5, "ahead": -0.5, "unsure of it": -0.4, "settled": -0.7, "no let-down": -0.8,
    "gripe aside": 0.6,
    "failure denied": -1.0, "failure supposed": -0.5, "failure self": -1.0, "failure outside": -1.0, "short": -0.3,
}  # fmt: skip
"""What the catalogue leads us to expect of a feature (its traps and markers); few labels move it only so far."""
THREAD_PRIOR = {
    "worst sentence": 0.9, "second sentence": 0.3, "worst in this turn": 0.2, "affect": 0.2, "angry hashtag": 0.5,
    "we troubleshoot": 0.8, "we ask for details": 0.4, "we are concerned": 0.5, "we are pleased": -1.0,
    "we note a wish": -0.8, "wish": -0.4, "own slip": -0.6, "outside cause": -0.7, "no complaint": -1.5,
    "praise": -0.2,
}  # fmt: skip
PRECISIONS = {
    "post": {"high": 0.93, "medium": 0.92, "low": 0.74},
    "review": {"high": 0.93, "medium": 0.86, "low": 0.60},
    "letter": {"high": 0.90, "medium": 0.80, "low": 0.70},
}
"""The precision these thresholds are to have on the training threads, cross-validated, for each kind of message.

The letters of the corpus are harder than what arrives on an ordinary day: half of them were written to mislead.
"""
HINT_SLACK = 0.03
"""How much F1 may be lost to more recall where a hint begins."""
FOLDS = 5


@dataclass(frozen=True)
class Thread:
    """A thread with its replies; ``told`` are the words that tell of a failure, where a reader marked them."""

    id: str
    conversations: tuple[Conversation, ...]
    failure: bool
    told: tuple[str, ...] = ()
    held_out: bool = False


@dataclass
class Prepared:
    """A thread's readings and its customer's sentences with their features."""

    thread: Thread
    readings: list[Reading]
    customer: list[Text] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    features: list[dict[str, float]] = field(default_factory=list)

    @property
    def fold(self) -> int:
        return hashlib.sha256(b"fold" + self.thread.id.encode()).digest()[0] % FOLDS


def from_corpus(path: Path) -> Iterator[Thread]:
    for number, line in enumerate(path.open(encoding="utf-8"), start=1):
        row = json.loads(line)
        messages = [Message(m["role"], m["text"]) for m in row["before"]]
        messages += [Message("customer", text) for text in row["customer"]]
        channel = {"forum": "email"}.get(row["channel"], row["channel"])
        drafts = [Message("agent", reply["text"]) for reply in row["replies"]]
        conversations = tuple(Conversation(row["id"], tuple(messages), draft, channel) for draft in drafts)
        told = tuple(f["q"] for f in row["failures"] if f["type"] == "OURS" and f.get("q"))
        failure = any(f["type"] == "OURS" for f in row["failures"])
        yield Thread(row["id"], conversations, failure, told, held_out=number % 2 == 1)


def from_examples(path: Path) -> Iterator[Thread]:
    """Yield the examples of a tab-separated file: failure (yes or no), channel, thread, reply.

    In the thread ``||`` stands between messages, ``A>`` before one of ours, and ``[[ ]]`` around what tells of the failure
    (in the older lines nothing is marked).
    """
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        if line.startswith("#") or not line.strip():
            continue
        failure, channel, customer, reply = line.split("\t")
        told = tuple(_MARKED.findall(customer))
        messages = tuple(_message(text) for text in _MARKED.sub(r"\1", customer).split(" || "))
        conversation = Conversation(f"example-{number}", messages, Message("agent", reply), channel)  # type: ignore[arg-type]
        yield Thread(conversation.id, (conversation,), failure == "yes", told)


def _message(text: str) -> Message:
    return Message("agent", text[3:]) if text.startswith("A> ") else Message("customer", text)


def _apologises(reading: Reading) -> bool:
    """Whether a reply has any act of apology; the judge is asked only about those that have none."""
    return any(a.kind in ACTS for a in reading.apologies if a.turn == reading.turn)


def prepare(thread: Thread) -> Prepared:
    parser = Parser()
    prepared = Prepared(thread, [Reading(c, "draft", Settings(), parser) for c in thread.conversations])
    prepared.readings = [r for r in prepared.readings if not _apologises(r)] or prepared.readings[:1]
    prepared.customer = [text for text in prepared.readings[0].earlier if text.message.role == "customer"]
    for text in prepared.customer:
        for sentence, report in reports(text):
            prepared.sentences.append(sentence)
            prepared.features.append(failure_judge.sentence_features(sentence, report))
    return prepared


def marked(prepared: Prepared) -> list[bool]:
    """Return for each sentence whether it overlaps words that a reader marked."""
    spans: dict[Any, list[Span]] = {}
    for text in prepared.customer:
        starts = [(text.raw.find(q), len(q)) for q in prepared.thread.told]
        spans[text.turn] = [Span(at, at + length) for at, length in starts if at >= 0]
    return [any(s.span.overlaps(span) for span in spans[s.turn]) for s in prepared.sentences]


def expectation(prior: dict[str, float], row: dict[str, float]) -> np.ndarray:
    if unknown := prior.keys() - row.keys():
        raise KeyError(f"a prior speaks of no feature: {sorted(unknown)}")
    return np.array([prior.get(name, 0.0) for name in sorted(row)])


def matrix(rows: Sequence[dict[str, float]]) -> np.ndarray:
    names = sorted(rows[0])
    return np.array([[row[n] for n in names] for row in rows])


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray, penalty: float, prior: np.ndarray) -> np.ndarray:
    """Fit a logistic regression by Newton's method, halving steps that overshoot; the last weight is the bias and costs nothing."""
    x = np.hstack([x, np.ones((len(x), 1))])
    ridge = np.diag([penalty] * (x.shape[1] - 1) + [1e-6])
    expected = np.append(prior, 0.0)

    def loss(w: np.ndarray) -> float:
        z = x @ w
        return float((weight * (np.logaddexp(0, z) - y * z)).sum() + (w - expected) @ ridge @ (w - expected) / 2)

    w = expected.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + ridge @ (w - expected)
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + ridge
        step, before = np.linalg.solve(hessian, gradient), loss(w)
        while loss(w - step) > before and np.abs(step).max() > 1e-9:
            step /= 2
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return w


def fit_sentences(threads: Sequence[Prepared]) -> np.ndarray:
    """Fit the sentence judge: first on what readers marked, then also on the worst sentence of unmarked threads."""
    prior = expectation(SENTENCE_PRIOR, threads[0].features[0])
    w: np.ndarray | None = None
    for _ in range(3):
        x, y, weight = [], [], []
        for t in threads:
            if not t.sentences:
                continue
            features = matrix(t.features)
            x.append(features)
            told = marked(t) if t.thread.failure else [False] * len(t.sentences)
            if t.thread.failure and not any(told):
                if len(t.sentences) == 1:
                    told = [True]
                elif w is not None:
                    told = list(np.arange(len(features)) == np.argmax(features @ w[:-1]))
            y += told
            # the other sentences of a thread with a failure may tell of it too: they say little
            weight += [1.0 if told[i] or not t.thread.failure else 0.1 for i in range(len(told))]
        w = fit(np.vstack(x), np.array(y, float), np.array(weight), SENTENCE_PENALTY, prior)
    assert w is not None
    return w


def thread_rows(threads: Sequence[Prepared], w: np.ndarray) -> list[dict[str, float]]:
    """Return one row of thread features a reply."""
    rows = []
    for t in threads:
        scores = list(matrix(t.features) @ w[:-1] + w[-1]) if t.features else []
        pairs = list(zip(t.sentences, map(float, scores), strict=True))
        rows += [failure_judge.thread_features(r, t.customer, pairs) for r in t.readings]
    return rows


def labels(threads: Sequence[Prepared]) -> np.ndarray:
    return np.array([t.thread.failure for t in threads for _ in t.readings], float)


def weights(threads: Sequence[Prepared]) -> np.ndarray:
    """Each reply of a thread with three counts a third, so that no thread weighs more than another."""
    return np.array([1 / max(1, len(t.thread.conversations)) for t in threads for _ in t.readings])


def folds(threads: Sequence[Prepared]) -> np.ndarray:
    return np.array([t.fold for t in threads for _ in t.readings])


def unseen_rows(threads: Sequence[Prepared]) -> list[dict[str, float]]:
    """Return thread features whose sentence scores come from judges that did not see the thread."""
    rows: dict[int, list[dict[str, float]]] = {}
    for k in range(FOLDS):
        w = fit_sentences([t for t in threads if t.fold != k])
        for i, t in enumerate(threads):
            if t.fold == k:
                rows[i] = thread_rows([t], w)
    return [row for i in range(len(threads)) for row in rows[i]]


def scores_of(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    return x @ w[:-1] + w[-1]


def thresholds(scores: np.ndarray, y: np.ndarray, weight: np.ndarray, kind: str) -> dict[str, float]:
    """Return the lowest scores from which on the precisions hold, and the best from which on to hint."""
    order = np.argsort(-scores)
    hits, seen = np.cumsum((weight * y)[order]), np.cumsum(weight[order])
    at = {}
    for name, precision in PRECISIONS[kind].items():
        good = np.nonzero(hits / seen >= precision)[0]
        at[name] = float(scores[order[good[-1]]]) if len(good) else 99.0
    f1 = 2 * hits / (seen + hits[-1]) * (hits / seen >= PRECISIONS[kind]["low"])
    lowest = np.nonzero(f1 >= f1.max() - HINT_SLACK)[0][-1]
    at["low"] = min(float(scores[order[lowest]]), at["medium"])
    return at


def thresholds_by_kind(
    scores: np.ndarray, y: np.ndarray, weight: np.ndarray, kinds: np.ndarray
) -> dict[str, dict[str, float]]:
    """Return for each kind of message the score from which each confidence holds."""
    return {
        kind: thresholds(scores[of], y[of], weight[of], kind) for kind in failure_judge.KINDS for of in [kinds == kind]
    }


def kinds_of(threads: Sequence[Prepared]) -> np.ndarray:
    return np.array([failure_judge.kind_of(r, t.customer) for t in threads for r in t.readings])


def report(name: str, predicted: np.ndarray, y: np.ndarray) -> None:
    hit = int((predicted & (y > 0)).sum())
    precision, recall = hit / max(1, predicted.sum()), hit / max(1, (y > 0).sum())
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name:28} precision {precision:.2f}  recall {recall:.2f}  F1 {f1:.2f}  (n {len(y)})")


def train(threads: Sequence[Prepared]) -> tuple[np.ndarray, np.ndarray, dict[str, dict[str, float]], np.ndarray]:
    """Return sentence weights, thread weights, thresholds, and the training replies' cross-validated scores."""
    rows = unseen_rows(threads)
    prior = expectation(THREAD_PRIOR, rows[0])
    x, y, weight, fold = matrix(rows), labels(threads), weights(threads), folds(threads)
    unseen = np.zeros(len(y))
    for k in range(FOLDS):
        w = fit(x[fold != k], y[fold != k], weight[fold != k], THREAD_PENALTY, prior)
        unseen[fold == k] = scores_of(x[fold == k], w)
    levels = thresholds_by_kind(unseen, y, weight, kinds_of(threads))
    return fit_sentences(threads), fit(x, y, weight, THREAD_PENALTY, prior), levels, unseen


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--write", action="store_true")
    options = arguments.parse_args()
    corpus = list(from_corpus(options.corpus))
    threads = [prepare(t) for t in corpus if not t.held_out] + [prepare(t) for t in from_examples(EXAMPLES)]
    test = [prepare(t) for t in corpus if t.held_out]
    sentence_w, thread_w, levels, unseen = train(threads)
    rows = thread_rows(test, sentence_w)
    scores = scores_of(matrix(rows), thread_w)
    for name in ("high", "medium", "low"):
        for title, part, value in ("cross-validated", threads, unseen), ("unseen half", test, scores):
            at = np.array([levels[kind][name] for kind in kinds_of(part)])
            for kind in failure_judge.KINDS:
                of = kinds_of(part) == kind
                report(f"{title}, {kind}, {name}", (value >= at)[of], labels(part)[of])
    model = {
        "about": "Log-odds weights made by benchmarks/train_failure_judge.py",
        "thresholds": {
            kind: {name: round(at, 3) for name, at in levels_of.items()} for kind, levels_of in levels.items()
        },
        "sentence": as_json(sorted(threads[0].features[0]), sentence_w),
        "thread": as_json(sorted(rows[0]), thread_w),
    }
    publish(model, failure_judge.WEIGHTS if options.write else None)


if __name__ == "__main__":
    main()
