"""Which rules run: codes, prefixes, names and ALL, against the settings."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from replylint.model import ReplylintError, Rule, Severity

META_RULES = ("RPL001", "RPL002")
"""Codes about the suppressions themselves; they have no rule file."""


def matches(rule: Rule, selector: str) -> bool:
    """Whether a code, a prefix of a code, a name or ALL means this rule."""
    return selector.upper() == "ALL" or rule.code.startswith(selector.upper()) or rule.name == selector.lower()


def select(
    rules: Sequence[Rule],
    select: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: dict[str, Severity] | None = None,
) -> tuple[Rule, ...]:
    """Return the rules to run, with the severities of the settings.

    By default all run that are neither preview nor off. A selector that names a rule outright, or ALL, also brings
    preview rules and those that are off (these as warnings).

    Raises ReplylintError for a selector that means no rule.
    """
    select, extend_select, ignore = tuple(select), tuple(extend_select), tuple(ignore)
    for selector in (*select, *extend_select, *ignore, *(severity or {})):
        check_selector(rules, selector)
    chosen = []
    for rule in rules:
        rule = _with_severity(rule, severity or {})
        outright = [s for s in (*select, *extend_select) if s.upper() in (rule.code, "ALL") or s.lower() == rule.name]
        usual = not rule.preview and rule.default_severity > Severity.OFF
        wanted = any(matches(rule, s) for s in (*select, *extend_select)) or not select
        if any(matches(rule, s) for s in ignore) or not (outright or (wanted and usual)):
            continue
        if rule.default_severity == Severity.OFF:
            rule = replace(rule, severity=dict.fromkeys(rule.severity, Severity.WARNING))
        chosen.append(rule)
    return tuple(chosen)


def check_selector(rules: Sequence[Rule], selector: str) -> None:
    """Raise ReplylintError for a selector that means no rule, naming the nearest one that does."""
    if any(matches(rule, selector) for rule in rules) or any(code.startswith(selector.upper()) for code in META_RULES):
        return
    known = [*(rule.code for rule in rules), *(rule.name for rule in rules)]
    near = difflib.get_close_matches(selector.upper(), known, 1) or difflib.get_close_matches(
        selector.lower(), known, 1
    )
    raise ReplylintError(f"no rule is called {selector!r}" + (f": did you mean {near[0]}?" if near else ""))


def _with_severity(rule: Rule, severity: dict[str, Severity]) -> Rule:
    """Apply the most specific setting: a name or full code before a prefix."""
    fitting = sorted((s for s in severity if matches(rule, s)), key=lambda s: (s.lower() == rule.name, len(s)))
    if not fitting:
        return rule
    return replace(rule, severity=dict.fromkeys(rule.severity, severity[fitting[-1]]))
