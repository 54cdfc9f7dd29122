"""Which rules run: codes, prefixes, names and ALL, against the settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from replylint.model import PathSettings, ReplylintError, Rule, Settings, Severity

ALL = "ALL"
_UNWANTED, _BY_DEFAULT, _BY_ALL, _BY_NAME = -2, -1, 0, 100
"""How closely a rule is meant; a prefix or code counts its letters."""


def matches(rule: Rule, selector: str) -> bool:
    """Whether a code, a prefix of a code, a name or ALL means this rule."""
    return _closeness(rule, selector) is not None


def _closeness(rule: Rule, selector: str) -> int | None:
    if selector.upper() == ALL:
        return _BY_ALL
    if selector.lower() == rule.name:
        return _BY_NAME
    if selector and rule.code.startswith(selector.upper()):
        return _BY_NAME if len(selector) == len(rule.code) else len(selector)
    return None


def _closest(rule: Rule, selectors: Iterable[str]) -> int | None:
    found = [closeness for s in selectors if (closeness := _closeness(rule, s)) is not None]
    return max(found, default=None)


def select(
    rules: Sequence[Rule],
    select: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Mapping[str, Severity] | None = None,
) -> tuple[Rule, ...]:
    """Return the rules to run, with the severities of the settings.

    Where several selectors mean a rule, the closest decides: a code or name before a longer prefix, that before a
    shorter one, ALL last; of two that are equally close ``ignore`` wins. By default all rules run that are neither
    preview nor off. A selector that names a rule outright, or ALL, also brings preview rules and those that are off
    (these as warnings); ``severity: {TIM002: off}`` switches a rule off however it is selected.

    Raises ReplylintError for a selector that means no rule.
    """
    settings = Settings(tuple(select), tuple(extend_select), tuple(ignore), severity or {})
    return select_by(rules, settings)


def select_by(rules: Sequence[Rule], settings: Settings, entries: Sequence[PathSettings] = ()) -> tuple[Rule, ...]:
    """Return the rules that settings select, as ``select`` does; a later one of their per-path entries wins."""
    layers: tuple[Settings | PathSettings, ...] = (settings, *entries)
    for selector in (s for layer in layers for s in (*layer.select, *layer.extend_select, *layer.ignore)):
        check_selector(rules, selector)
    for selector in settings.severity:
        check_selector(rules, selector)
    chosen = (_chosen(rule, layers, settings.severity) for rule in rules)
    return tuple(rule for rule in chosen if rule)


def named(rules: Sequence[Rule], selectors: Iterable[str]) -> tuple[Rule, ...]:
    """Return the rules that selectors mean, preview ones and those that are off too; raises like ``select``."""
    selectors = tuple(selectors)
    for selector in selectors:
        check_selector(rules, selector)
    return tuple(rule for rule in rules if _closest(rule, selectors) is not None)


def _chosen(rule: Rule, layers: Iterable[Settings | PathSettings], severity: Mapping[str, Severity]) -> Rule | None:
    closeness = _BY_DEFAULT
    for layer in layers:
        said = _said(rule, layer)
        closeness = closeness if said is None else said
    if closeness == _UNWANTED:
        return None
    outright = closeness in (_BY_ALL, _BY_NAME)
    set_by_user = _with_severity(rule, severity)
    if set_by_user is not rule:
        return set_by_user if set_by_user.default_severity > Severity.OFF and (outright or not rule.preview) else None
    if not outright and (rule.preview or rule.default_severity == Severity.OFF):
        return None
    return switched_on(rule)


def _said(rule: Rule, layer: Settings | PathSettings) -> int | None:
    """Return how closely a layer means a rule; None where it has no word on it."""
    wanted, unwanted = _closest(rule, (*layer.select, *layer.extend_select)), _closest(rule, layer.ignore)
    if unwanted is not None and (wanted is None or unwanted >= wanted):
        return _UNWANTED
    return _UNWANTED if wanted is None and layer.select else wanted


def switched_on(rule: Rule) -> Rule:
    """Return a rule that is off as a warning, others as they are."""
    if rule.default_severity > Severity.OFF:
        return rule
    return replace(rule, severity=dict.fromkeys(rule.severity, Severity.WARNING))


def _with_severity(rule: Rule, severity: Mapping[str, Severity]) -> Rule:
    """Apply the closest setting to every case of a rule."""
    fitting = {s: closeness for s in severity if (closeness := _closeness(rule, s)) is not None}
    if not fitting:
        return rule
    return replace(rule, severity=dict.fromkeys(rule.severity, severity[max(fitting, key=fitting.__getitem__)]))


def check_selector(rules: Sequence[Rule], selector: str) -> None:
    """Raise ReplylintError for a selector that means no rule, naming the nearest one that does."""
    if any(matches(rule, selector) for rule in rules):
        return
    near = nearest(rules, selector)
    raise ReplylintError(f"no rule is called {selector!r}" + (f": did you mean {near}?" if near else ""))


def nearest(rules: Sequence[Rule], selector: str) -> str | None:
    """Return the code or name of a rule that a misspelt selector may mean."""
    import difflib

    for written, known in ((selector.upper(), [r.code for r in rules]), (selector.lower(), [r.name for r in rules])):
        if near := difflib.get_close_matches(written, known, 5):
            return max(near, key=lambda name: _common_start(name, written))
    return None


def _common_start(a: str, b: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
