#!/usr/bin/env python3
"""Trains and calibrates the answer judge, and says how well it does on threads it has not seen.

    python benchmarks/train_answer_judge.py [MAIL] [--write]

MAIL is a JSON Lines file in the format of ``benchmarks/data/corpus.jsonl`` (which is read where none is named), one thread
a line: ``id``, ``channel``, ``before`` and ``customer`` (the messages), ``questions`` (their words, as they stand in the
messages) and ``replies``, each with its ``text`` and the ``states`` of the questions. The even lines, and all of
``answer_examples.jsonl``, train the weights and by cross-validation choose the thresholds; the odd lines measure. A
company can train the judge on its own mail; it wants some hundred threads. ``--write`` replaces ``answer_judge.json``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from weights_file import as_json, publish

from replylint.language import answer_judge
from replylint.language.answer_features import Pairing
from replylint.language.answers import RuleJudge, Treatment
from replylint.language.question_clauses import Question
from replylint.language.reading import Reading
from replylint.language.syntax import Parser
from replylint.model import Confidence, Conversation, Message, Settings

CORPUS = Path(__file__).parent / "data" / "corpus.jsonl"
EXAMPLES = Path(__file__).with_name("answer_examples.jsonl")
LEFT_OPEN = frozenset({"OMITTED", "BARE", "DEFLECTED", "RE-ASKED"})
"""States after which the customer has to write again."""
UNLABELLED = 0.5
"""Weight of a question that only we found; readers saw nothing to answer."""
PENALTY = 10.0
"""Strength of the L2 penalty: a weight costs the square of its distance from what we expect of it."""
SENTENCE_PRIOR = {
    "its words": 1.5, "more its words than another's": 0.5, "more another's": -0.4, "of its type": 1.0,
    "of its type and its words": 0.7, "not of its type": -1.0, "names an alternative": 1.5, "names no alternative": -0.4,
    "far from its place": -0.5, "yes or no": 0.3, "polar: yes or no": 1.0, "polar: its auxiliary": 0.3,
    "polar: negation": 0.4, "polar: fine": 0.3, "polar: restriction": 0.2, "polar: pronoun as subject": 0.3,
    "why: reason": 0.8, "how: step": 0.8, "how: order": 0.4, "what: figure": 0.2, "names its question": 0.7,
    "link": 0.5, "holds": 0.8, "refuses": 0.7, "asks back": 0.4, "you": 0.2, "pronoun": 0.2, "we did": 0.3,
    "generality": -0.4, "describes a thing": -0.2, "points elsewhere": -0.7, "advertises": -1.0, "praise": -0.4,
    "exclamation": -0.4, "words of the message": 0.4, "no word of the message": -0.3, "ellipsis": 0.3, "thanks": -0.5, "wish": -0.4, "apology": -0.3,
}  # fmt: skip
"""What the catalogue leads us to expect of a sentence that answers; few labels move it only so far."""
QUESTION_PRIOR = {"courtesies": 0.3, "doubtful question": -0.3, "falls away": -0.3}
LOUD = 0.785
"""Share of open questions above the threshold of a warning, among those that ``may_warn`` lets through, in mail like the
training threads, by their cross-validated scores. Where fewer questions are left open a warning is right less often, and
beyond businesses' mail there is no such threshold: among volunteers a score that is right nine times in ten here was
right once in four."""
HINTED, ANSWERED = 0.60, 0.015
"""Share of open questions that is to be above the threshold of a hint and below that of none, both in ordinary mail
(``--share``), reckoned from the cross-validated scores. Few are passed over in silence, as scores say less of other mail."""
SHARE = 0.10
"""Share of the questions in ordinary mail that are left open: 78 of 789 in real threads. Our corpus, whose replies were
written two of three with a fault, has four times as many: what is right there nine times in ten is wrong in mail every other time."""
FOLDS, STEPS, RATE = 5, 1200, 0.03
Model = tuple[np.ndarray, np.ndarray]
"""Weights of sentence features and of question features, each with the bias last."""


@dataclass(frozen=True)
class Example:
    """A question of a reply: what the judge looks at and whether a reader finds it left open (None: not labelled)."""

    thread: str
    held_out: bool
    verdict: Treatment
    may_warn: bool
    sentences: list[dict[str, float]]
    whole: dict[str, float]
    open: bool | None

    @property
    def fold(self) -> int:
        return hashlib.sha256(b"fold" + self.thread.encode()).digest()[0] % FOLDS


def examples(path: Path, *, all_train: bool = False) -> Iterator[Example]:
    parser = Parser()
    for line, text in enumerate(path.open(encoding="utf-8")):
        row = json.loads(text)
        messages = [Message(m["role"], m["text"]) for m in row["before"]]
        messages += [Message("customer", told) for told in row["customer"]]
        for reply in row["replies"]:
            draft = Message("agent", reply["text"])
            conversation = Conversation(row["id"], tuple(messages), draft, _channel(row["channel"]))
            reading = Reading(conversation, "draft", Settings(), parser)
            pairing, rules = Pairing(reading), RuleJudge()
            states = dict(zip(row["questions"], reply["states"], strict=True))
            for question in reading.questions:
                state = _state(question, messages, states)
                features = pairing.features(question)
                verdict = rules.judge(question, reading)
                may_warn = answer_judge.may_warn(question, reading)
                left_open = None if state is None else state in LEFT_OPEN
                yield Example(row["id"], line % 2 == 1 and not all_train, verdict, may_warn, *features, left_open)


def _channel(name: str) -> Any:
    return {"forum": "email"}.get(name, name)


def _state(question: Question, messages: Sequence[Message], states: dict[str, str]) -> str | None:
    """Return the state of the labelled question that overlaps one we found most."""
    assert isinstance(question.turn, int)
    text = messages[question.turn].text
    best, found = 0, None
    for words, state in states.items():
        start = text.find(words)
        shared = min(question.span.end, start + len(words)) - max(question.span.start, start)
        if start >= 0 and shared > best:
            best, found = shared, state
    return found


@dataclass(frozen=True)
class Table:
    """Examples as arrays: sentences with the number of their example, examples, labels and their weights."""

    sentences: np.ndarray
    owner: np.ndarray
    wholes: np.ndarray
    open: np.ndarray
    weight: np.ndarray

    @classmethod
    def of(cls, chosen: Sequence[Example], names: Sequence[str], whole_names: Sequence[str]) -> Table:
        rows = [[s[n] for n in names] + [1.0] for e in chosen for s in e.sentences]
        return cls(
            np.array(rows).reshape(-1, len(names) + 1),
            np.array([i for i, e in enumerate(chosen) for _ in e.sentences], int),
            np.array([[e.whole[n] for n in whole_names] + [1.0] for e in chosen]),
            np.array([bool(e.open) for e in chosen], float),
            np.array([UNLABELLED if e.open is None else 1.0 for e in chosen]),
        )

    def silence(self, w: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the logarithm of the chance that no sentence answers, and each sentence's chance to."""
        answers = self.sentences @ w
        silent = -np.bincount(self.owner, np.logaddexp(0, answers), minlength=len(self.open))
        return np.minimum(silent, -1e-6), 1 / (1 + np.exp(-answers))

    def scores(self, model: Model) -> np.ndarray:
        silent, _ = self.silence(model[0])
        result: np.ndarray = silent - np.log(-np.expm1(silent)) + self.wholes @ model[1]
        return result


def fit(table: Table, prior: Model, penalty: float = PENALTY) -> Model:
    """Fit by gradient descent with momentum (Adam): the same numbers each time, no random start."""
    size = len(prior[0])
    expected = np.concatenate(prior)
    ridge = np.full(len(expected), penalty)
    ridge[[size - 1, -1]] = 0.1
    w, mean, square = expected.copy(), np.zeros_like(expected), np.zeros_like(expected)
    for step in range(1, STEPS + 1):
        silent, answers = table.silence(w[:size])
        score = silent - np.log(-np.expm1(silent)) + table.wholes @ w[size:]
        error = table.weight * (1 / (1 + np.exp(-score)) - table.open)
        inner = -(error / -np.expm1(silent))[table.owner] * answers
        gradient = np.concatenate([table.sentences.T @ inner, table.wholes.T @ error]) + ridge * (w - expected)
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        rate = RATE * (1 - step / STEPS)
        w -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return w[:size], w[size:]


def expectation(prior: dict[str, float], names: Sequence[str], bias: float) -> np.ndarray:
    if unknown := prior.keys() - set(names):
        raise KeyError(f"a prior speaks of no feature: {sorted(unknown)}")
    return np.array([prior.get(name, 0.0) for name in names] + [bias])


def unseen_scores(chosen: Sequence[Example], names: tuple[list[str], list[str]], prior: Model) -> np.ndarray:
    """Return each example's score by a judge that has not seen its thread."""
    scores, folds = np.zeros(len(chosen)), np.array([e.fold for e in chosen])
    for k in range(FOLDS):
        model = fit(Table.of([e for e in chosen if e.fold != k], *names), prior)
        scores[folds == k] = Table.of([e for e in chosen if e.fold == k], *names).scores(model)
    return scores


def upper_threshold(scores: np.ndarray, y: np.ndarray, precision: float, share: float) -> float | None:
    """Return the lowest score from which on findings have this precision in mail with this share of open questions.

    One more wrong than was seen is reckoned with, so that a handful of lucky ones is no proof. None where none is.
    """
    order = np.argsort(-scores)
    hits, wrong = np.cumsum(y[order]), np.cumsum(1 - y[order]) + 1
    good = np.nonzero(hits / (hits + wrong * oversampled(y, share)) >= precision)[0]
    return float(scores[order[good[-1]]]) if len(good) else None


def lower_threshold(scores: np.ndarray, y: np.ndarray, most: float, share: float) -> float | None:
    """Return the highest score below which so few questions are open that a hint is not worth its while."""
    order = np.argsort(scores)
    hits, others = np.cumsum(y[order]) + 1, np.cumsum(1 - y[order])
    good = np.nonzero(hits / (hits + others * oversampled(y, share)) <= most)[0]
    return float(scores[order[good[-1]]]) if len(good) else None


def oversampled(y: np.ndarray, share: float) -> float:
    """Return how many times likelier an open question is here than in ordinary mail, as odds."""
    return float(y.mean() / (1 - y.mean()) * (1 - share) / share)


def area(scores: np.ndarray, y: np.ndarray) -> float:
    """Return the area under the ROC curve: how often an open question scores above an answered one."""
    ranks = np.argsort(np.argsort(scores)) + 1
    n = y.sum()
    return float((ranks[y > 0].sum() - n * (n + 1) / 2) / (n * (len(y) - n)))


def report(name: str, predicted: np.ndarray, y: np.ndarray) -> None:
    hit = int((predicted & (y > 0)).sum())
    precision, recall = hit / max(1, predicted.sum()), hit / max(1, (y > 0).sum())
    print(f"{name:28} precision {precision:.2f}  recall {recall:.2f}  (n {len(y)}, flagged {predicted.sum()})")


def undecided(verdict: Treatment) -> bool:
    """Whether rules found no fault that they are sure of: such questions train the judge."""
    if verdict.state == "omitted":
        return verdict.confidence == Confidence.LOW
    return verdict.state in ("answered", "held", "clarified")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("mail", type=Path, nargs="?", default=CORPUS)
    arguments.add_argument(
        "--share", type=float, default=SHARE, help="share of open questions in ordinary mail (%(default)s)"
    )
    arguments.add_argument("--write", action="store_true")
    options = arguments.parse_args()
    found = [*examples(options.mail), *examples(EXAMPLES, all_train=True)]
    found = [e for e in found if undecided(e.verdict) and e.sentences]
    train, test = [e for e in found if not e.held_out], [e for e in found if e.held_out]
    names = (sorted(next(e.sentences[0] for e in train if e.sentences)), sorted(train[0].whole))
    prior = (expectation(SENTENCE_PRIOR, names[0], -1.5), expectation(QUESTION_PRIOR, names[1], 0.0))
    model = fit(Table.of(train, *names), prior)
    unseen, scores = unseen_scores(train, names, prior), Table.of(test, *names).scores(model)
    y, y_test = (np.array([bool(e.open) for e in half], float) for half in (train, test))
    outright, outright_test = (np.array([e.may_warn for e in half]) for half in (train, test))
    thresholds = {
        "medium": upper_threshold(unseen[outright], y[outright], LOUD, y[outright].mean()),
        "low": upper_threshold(unseen, y, HINTED, options.share),
        "answered": lower_threshold(unseen, y, ANSWERED, options.share),
    }
    print(f"area under the curve: cross-validated {area(unseen, y):.3f}, unseen half {area(scores, y_test):.3f}")
    for name, at in thresholds.items():
        if at is None:
            print(f"{name}: no threshold is good enough")
            continue
        loud = name == "medium"
        report(f"cross-validated, {name}", (unseen >= at) & (outright | (not loud)), y)
        report(f"unseen half, {name}", (scores >= at) & (outright_test | (not loud)), y_test)
    made = {
        "about": "Log-odds weights made by benchmarks/train_answer_judge.py",
        "thresholds": {name: at if at is None else round(at, 3) for name, at in thresholds.items()},
        "sentence": as_json(names[0], model[0]),
        "question": as_json(names[1], model[1]),
    }
    publish(made, answer_judge.WEIGHTS if options.write else None)


if __name__ == "__main__":
    main()
