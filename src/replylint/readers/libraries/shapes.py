"""The shapes in which help desks and repositories keep their canned responses, one declaration each.

A file has a shape where it holds all of ``keys`` and ``text`` leads to something. The field names are those of each
system's documentation; ``unverified`` where that names none and they were taken from elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath

from replylint.readers.libraries.paths import Path, parse
from replylint.readers.libraries.tree import Array, Document, Leaf, Object, descendants

DATA = frozenset((".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".csv", ".tsv"))
YAML = frozenset((".yaml", ".yml"))


@dataclass(frozen=True)
class Shape:
    """One system's canned responses.

    ``text`` and ``title`` are paths; of several texts each is judged. ``html`` says whether texts are HTML: None, where
    it is to be seen. ``placeholders`` is a family of ``language.placeholders``. A shape that is not ``telling`` is taken
    only for files that were named, ``files`` are the names of files it is in.
    """

    name: str
    keys: frozenset[str]
    text: tuple[Path, ...]
    title: tuple[Path, ...] = ()
    html: bool | None = None
    placeholders: str = ""
    suffixes: frozenset[str] = DATA
    telling: bool = True
    files: re.Pattern[str] | None = None
    unverified: bool = field(default=False, compare=False)


def _shape(
    name: str,
    keys: str,
    *text: str,
    title: str = "",
    html: bool | None = None,
    placeholders: str = "",
    suffixes: frozenset[str] = DATA,
    telling: bool = True,
    files: str = "",
    unverified: bool = False,
) -> Shape:
    return Shape(
        name=name,
        keys=frozenset(keys.split()),
        text=tuple(parse(path) for path in text),
        title=tuple(parse(key) for key in title.split()),
        html=html,
        placeholders=placeholders,
        suffixes=suffixes,
        telling=telling,
        files=re.compile(files) if files else None,
        unverified=unverified,
    )


SHAPES: tuple[Shape, ...] = (
    _shape(
        "Zendesk macros",
        "actions field value",
        "**.actions[?field=='comment_value'].value",
        "**.actions[?field=='comment_value'].value[1]",  # ["channel:all", "the text"]
        "**.actions[?field=='comment_value_html'].value",
        "**.actions[?field=='comment_value_html'].value[1]",
        title="title",
        placeholders="zendesk",
    ),
    _shape(
        "Gorgias macros",
        "actions arguments",
        "**.actions[*].arguments.(body_html || body_text)",
        title="name",
        placeholders="gorgias",
    ),
    _shape(
        "Intercom macros",
        "body visible_to",
        "**[?visible_to && body].body",
        title="name",
        html=True,
        placeholders="intercom",
    ),
    _shape(
        "Front message templates",
        "subject body folder_id",
        "**[?name && folder_id].body",
        title="name",
        html=True,
        placeholders="mustache",
        unverified=True,
    ),
    _shape(
        "Front message templates",
        "_results body name",
        "_results[?name].body",
        title="name",
        html=True,
        placeholders="mustache",
    ),
    _shape(
        "Help Scout saved replies",
        "name text chatText",
        "**[?name && chatText].text",
        "**[?name && text].chatText",
        title="name",
        placeholders="helpscout",
    ),
    _shape(
        "Freshdesk canned responses",
        "title content_html",
        "**[?title].(content_html || content)",
        title="title",
        placeholders="freshdesk",
        unverified=True,
    ),
    _shape(
        "Zammad text modules",
        "name content keywords",
        "**[?name && content].content",
        title="name",
        placeholders="zammad",
    ),
    _shape(
        "Chatwoot canned responses",
        "short_code content",
        "**[?short_code].content",
        title="short_code",
        html=False,
        placeholders="chatwoot",
    ),
    _shape(
        "osTicket canned responses",
        "title response",
        "**[?title].response",
        title="title",
        html=True,
        placeholders="osticket",
    ),
    _shape(
        "Discourse system messages",
        "system_messages",
        "**.text_body_template",
        "**.subject_template",
        "**.text_body_template.*",
        "**.subject_template.*",
        html=False,
        placeholders="discourse",
        suffixes=YAML,
    ),
    _shape(
        "Frappe saved replies",
        "title message scope",
        "**[?title && scope].message",
        title="title",
        html=True,
        placeholders="jinja",
    ),
    _shape(
        "Frappe saved replies",
        "doctype title message",
        "**[?doctype=='HD Saved Reply'].message",
        title="title",
        html=True,
        placeholders="jinja",
    ),
    _shape(
        "GitHub saved replies",
        "savedReplies body",
        "**.savedReplies.**[?title].body",
        title="title",
        html=False,
    ),
    _shape(
        "Refined Saved Replies",
        "replies body",
        "replies[?name].body",
        title="name",
        html=False,
        placeholders="mustache",
        suffixes=YAML,
    ),
    _shape(
        "VS Code commands",
        "type name comment",
        "[?type && name].comment",
        title="name",
        html=False,
        placeholders="vscode",
    ),
    _shape(
        "Label Actions",
        "comment",
        "*.comment",
        "*.comment[*]",
        "*.*.comment",
        "*.*.comment[*]",
        "*.actions.*.comment",
        "*.actions.*.comment[*]",
        html=False,
        placeholders="labelactions",
        suffixes=YAML,
        files=r"(?:label-actions|labels?-?commenter?[\w-]*)\.ya?ml$",
    ),
    _shape(
        "Znuny templates",
        "Insert @Table Data @Key",
        "**.Insert[?@Table=='standard_template'].Data[?@Key=='text'].\"#text\"",
        "**.Insert[?@Table=='auto_response'].Data[?@Key=='text0'].\"#text\"",
        "**.Insert[?@Table=='auto_response'].Data[?@Key=='text1'].\"#text\"",
        "**.Insert[?@Table=='salutation'].Data[?@Key=='text'].\"#text\"",
        "**.Insert[?@Table=='signature'].Data[?@Key=='text'].\"#text\"",
        title="Data[?@Key=='name'].#text",
        placeholders="otrs",
        suffixes=frozenset((".xml",)),
    ),
    _shape(
        "UVdesk saved replies",
        "name subject message",
        "**[?name && subject].message",
        title="name",
        html=True,
        placeholders="uvdesk",
        telling=False,
    ),
    _shape(
        "osTicket email templates",
        "subject body",
        "subject",
        "body",
        html=True,
        placeholders="osticket",
        telling=False,
        suffixes=YAML,
    ),
    _shape(
        "FreeScout saved replies",
        "name text",
        "**[?name && text].text",
        title="name",
        html=True,
        placeholders="freescout",
        telling=False,
        unverified=True,
    ),
    _shape(
        "Zammad text modules",
        "name content",
        "[*][?name].content",
        title="name",
        placeholders="zammad",
        telling=False,
        suffixes=frozenset((".csv", ".json")),
    ),
    _shape(
        "Markdown replies",
        "title fences",
        "[?title].fences[?info=='markdown'].text",
        "[?title].fences[?info=='md'].text",
        title="title",
        html=False,
        suffixes=frozenset((".md", ".mdx", ".markdown")),
    ),
    _shape(
        "PO messages", "msgid msgstr", '[?msgid]."msgstr"', title="msgid", suffixes=frozenset((".po",)), telling=False
    ),
)
_FENCED = re.compile(r"^[ \t]*(?:```+|~~~+)[ \t]*(?:markdown|md)[ \t]*$", re.MULTILINE)


def may_have_shape(text: str, path: str, named: bool) -> bool:
    """Whether a file may be a library of a known shape, from a look at its text alone."""
    suffix = PurePath(path).suffix.lower()
    if suffix in (".md", ".mdx", ".markdown"):
        return len(_FENCED.findall(text)) > 1
    folded = text.casefold()
    return any(all(key.lstrip("@").casefold() in folded for key in shape.keys) for shape in _candidates(path, named))


def recognised(document: Document, named: bool) -> Shape | None:
    """Return the shape that a document has; None where it is of no known one."""
    path = document.file.path
    keys = {key.casefold() for root in document.roots for key in _keys(root)}
    for shape in _candidates(path, named):
        if {key.casefold() for key in shape.keys} <= keys and _leads_to_text(document, shape):
            return shape
    return None


def _candidates(path: str, named: bool) -> list[Shape]:
    suffix, name = PurePath(path).suffix.lower(), PurePath(path).name
    return [
        shape
        for shape in SHAPES
        if suffix in shape.suffixes and (named or shape.telling) and (shape.files is None or shape.files.search(name))
    ]


def _keys(root: Object | Array | Leaf) -> set[str]:
    return {key for key, _ in descendants(root)}


def _leads_to_text(document: Document, shape: Shape) -> bool:
    return any(
        isinstance(found.value, Leaf) and found.value.is_text
        for root in document.roots
        for path in shape.text
        for found in path.find(root)
    )
