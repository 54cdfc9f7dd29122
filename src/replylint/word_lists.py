"""Files with words that are spelt right: read, added to, and learned from what a company has written.

    words:
    - teleprompter
    - {word: wifi, count: 12, places: ["mails/7.eml:3:14"]}

Counts and places are for people. What stands under another key, such as ``doubtful``, is not accepted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from replylint.language.reading import Reading, Thread
from replylint.language.spelling.foreign import foreign
from replylint.language.spelling.lexicon import lexicon
from replylint.language.spelling.words import Word
from replylint.language.syntax import Parser
from replylint.locations import locate
from replylint.model import Conversation, ReplylintError, Settings, Turn
from replylint.yaml_nodes import NodeReader, compose, compose_text

PLACES = 3
"""Places of a learned word that are written down."""
_OFTEN = 3
"""Replies that use a word from which it is a term rather than a slip, unless it is a well-known one."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HEADER = "# Words that replylint takes as spelt right.\n"
_LEARNED = """\
# Words that replylint did not know, most frequent first, with the number of times and some places. Read them, delete
# what is wrong, and name this file in .replylint.yaml:
#   words: [./{name}]
"""
_DOUBTFUL = """\
# These look like slips, and are not accepted while they stand here: move up what is right, delete the rest.
"""


@dataclass
class Learned:
    """A word that no dictionary has: how it is written, where, and what was meant if it looks like a slip."""

    spellings: Counter[str] = field(default_factory=Counter)
    places: list[str] = field(default_factory=list)
    replies: int = 0
    meant: str = ""

    @property
    def word(self) -> str:
        return self.spellings.most_common(1)[0][0]

    @property
    def count(self) -> int:
        return self.spellings.total()


def read_words(path: Path) -> tuple[str, ...]:
    """Return the words of a file: YAML, or one a line in a .txt; raises ReplylintError."""
    if path.suffix == ".txt":
        lines = (line.partition("#")[0].strip() for line in _text(path).splitlines())
        return tuple(line for line in lines if line)
    root = compose(path)
    return tuple(_WordFile(str(path)).words(root)) if root is not None else ()


def add_words(path: Path, words: Sequence[str]) -> list[str]:
    """Add words to a file, which is made if need be, and return those it had not; raises ReplylintError.

    A possessive ending is left off.
    """
    words = [re.sub(r"['’]s?$", "", word) for word in words]
    for word in words:
        if not _WORD.fullmatch(word):
            raise ReplylintError(f"{word!r} is no word: letters, with apostrophes and hyphens between them")
    known = {word.lower() for word in read_words(path)} if path.exists() else set()
    new = [word for word in dict.fromkeys(words) if word.lower() not in known]
    if new:
        text = _text(path) if path.exists() else _HEADER
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_with_words(text, new, path), "utf-8", newline="\n")
    return new


def learn(conversations: Iterable[Conversation], settings: Settings) -> list[Learned]:
    """Return the words of our own messages that no dictionary and no setting has, the most frequent first."""
    found: dict[str, Learned] = {}
    parser = Parser()
    for conversation in conversations:
        thread = Thread()
        ours: list[Turn] = [i for i, message in enumerate(conversation.messages) if message.role == "agent"]
        for turn in (*ours, "draft") if conversation.draft else ours:
            _learn(Reading(conversation, turn, settings, parser, thread), found)
    for normal, learned in found.items():
        if learned.replies >= _OFTEN and not lexicon().corrections(normal):
            learned.meant = ""
    return sorted(found.values(), key=lambda learned: (-learned.count, learned.word.lower()))


def write_learned(found: Sequence[Learned], name: str) -> str:
    """Return learned words as the text of a word list."""
    words, doubtful = [w for w in found if not w.meant], [w for w in found if w.meant]
    text = _LEARNED.format(name=name) + _dump("words", words)
    return text + ("\n" + _DOUBTFUL + _dump("doubtful", doubtful) if doubtful else "")


def _learn(reading: Reading, found: dict[str, Learned]) -> None:
    slips = {place.normal: slip.meant[0] for slip in reading.slips for place in slip.places}
    met: set[str] = set()
    for sentence in reading.words:
        strange = [word for word in sentence if reading.vocabulary.strange(word)]
        if not strange or foreign([w.normal for w in sentence], sum(w.shape == "lower" for w in strange)):
            continue
        for word in strange:
            if word.normal in reading.vocabulary.names or not _WORD.fullmatch(word.normal):
                continue
            learned = found.setdefault(word.normal, Learned())
            learned.spellings[_spelling(word)] += 1
            learned.meant = learned.meant or slips.get(word.normal, "")
            learned.replies += word.normal not in met
            met.add(word.normal)
            if len(learned.places) < PLACES:
                learned.places.append(_place(reading, word))


def _spelling(word: Word) -> str:
    """Return a word as it is written, without its possessive ending and the capital of a sentence."""
    written = word.text.removesuffix(word.ending)
    return written.lower() if word.initial and word.shape == "capital" else written


def _place(reading: Reading, word: Word) -> str:
    start = locate(reading.message.source, reading.draft.raw, reading.turn, word.span).start
    return f"{reading.conversation.path}:{start.line}:{start.column}"


def _dump(key: str, found: Iterable[Learned]) -> str:
    entries = [
        {"word": w.word, "count": w.count, **({"meant": w.meant} if w.meant else {}), "places": w.places} for w in found
    ]
    if not entries:
        return f"{key}: []\n"
    lines = (
        yaml.safe_dump(e, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10**6) for e in entries
    )
    return f"{key}:\n" + "".join("- " + line for line in lines)


class _WordFile(NodeReader):
    """Reads the words of a YAML file."""

    def words(self, root: yaml.Node) -> Iterator[str]:
        node = self.mapping(root).get("words") if isinstance(root, yaml.MappingNode) else root
        for item in self.sequence(node) if node is not None and node.value else ():
            entry = self.mapping(item).get("word") if isinstance(item, yaml.MappingNode) else item
            if entry is None:
                raise self.error(item, "expected a word")
            yield self.text(entry)


def _with_words(text: str, words: Sequence[str], path: Path) -> str:
    """Return the text of a word list with more words at its head, and all else as it was."""
    if path.suffix == ".txt":
        return text.removesuffix("\n") + "".join(f"\n{word}" for word in words) + "\n"
    root = compose_text(text, str(path))
    node = _WordFile("").mapping(root).get("words") if isinstance(root, yaml.MappingNode) else root
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        start = text.rfind("\n", 0, node.value[0].start_mark.index) + 1
        indent = text[start : node.value[0].start_mark.index]
        return text[:start] + "".join(f"{indent}{_quoted(word)}\n" for word in words) + text[start:]
    items = "".join(f"\n- {_quoted(word)}" for word in words)
    if isinstance(node, yaml.SequenceNode) and node.value:  # [one, line]
        start = node.start_mark.index + 1
        return text[:start] + "".join(f"{_quoted(word)}, " for word in words) + text[start:]
    if node is not None:  # words: or words: []
        return text[: node.start_mark.index].rstrip(" ") + items + text[node.end_mark.index :]
    return text.removesuffix("\n") + "\nwords:" + items + "\n"


def _quoted(word: str) -> str:
    """Return a word as YAML reads it back as that text, whatever reads it."""
    return yaml.safe_dump(word, allow_unicode=True, width=10**6).removesuffix("\n").removesuffix("\n...")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReplylintError(f"invalid UTF-8: byte 0x{error.object[error.start]:02x}", str(path)) from None
    except OSError as error:
        raise ReplylintError(f"cannot be read: {(error.strerror or str(error)).lower()}", str(path)) from None
