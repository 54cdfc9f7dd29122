"""CSV -> a list of rows with the header's names as keys, and places.

RFC 4180 with the delimiters that spreadsheets write. The standard library's reader keeps no positions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from replylint.model import SourceFile
from replylint.readers.decoding import mistake
from replylint.readers.libraries.tree import Array, Document, Leaf, Object
from replylint.readers.mapped import Builder, MappedText
from replylint.readers.writers import Csv

_DELIMITERS = ",;\t"
_CELLS = {
    delimiter: re.compile(
        rf'(?:"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"|(?P<bare>(?!")[^{delimiter}\r\n]*+))(?P<end>{delimiter}|\r\n|[\r\n]'
        rf"|\Z)"
    )
    for delimiter in _DELIMITERS
}


def read(file: SourceFile) -> Document:
    """Read a CSV file with a header; raises ReplylintError at a quote that is never closed or stands in a value."""
    rows = _rows(file)
    header = [cell.text.strip() for cell in next(rows, [])]
    table = Array(0)
    for cells in rows:
        if len(cells) > len(header) and any(cell.text.strip() for cell in cells[len(header) :]):
            place = cells[len(header)].start
            raise mistake(file, place, f"broken CSV: a row of {len(cells)} values under {len(header)} headings")
        table.items.append(Object(cells[0].start, list(zip(header, cells, strict=False))))
    return Document(file, (table,))


def _rows(file: SourceFile) -> Iterator[list[Leaf]]:
    text = file.text
    first_line = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    cell_pattern, at, row = _CELLS[delimiter], 0, list[Leaf]()
    while at < len(text):
        match = cell_pattern.match(text, at)
        if match is None:
            raise mistake(file, at, _problem(text, at))
        group = "quoted" if match["quoted"] is not None else "bare"
        start, end = match.span(group)
        value = match[group].replace('""', '"') if group == "quoted" else match[group]
        row.append(Leaf(start, end, value, partial(_mapped, file, start, end, Csv(delimiter, group == "quoted"))))
        at = match.end()
        if match["end"] != delimiter or at == len(text):
            if any(cell.text for cell in row):
                yield row
            row = []
    if row:
        yield row


def _problem(text: str, at: int) -> str:
    closed = re.compile(r'"[^"]*+(?:""[^"]*+)*+"').match(text, at)
    return "broken CSV: text behind a closing quote" if closed else "broken CSV: a quote that is never closed"


def _mapped(file: SourceFile, start: int, end: int, cell: Csv) -> MappedText:
    """Return the text of a cell; in quotes a doubled quote is one."""
    builder, done = Builder(file, cell), start
    while cell.quoted and (quote := file.text.find('""', done, end)) >= 0:
        builder.add(file.text[done:quote], done, quote)
        builder.add('"', quote, quote + 2)
        done = quote + 2
    builder.add(file.text[done:end], done, end)
    return builder.build()
