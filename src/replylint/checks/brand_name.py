"""Names of brands and products that are not written as the company writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from replylint.checks import Check
from replylint.language.reading import Reading
from replylint.language.spelling.vocabulary import brands
from replylint.model import Edit, Fix, Match


class BrandName(Check):
    """Compares the draft with the names in the settings' ``brands`` and in the file's front matter."""

    slots: ClassVar[frozenset[str]] = frozenset({"canonical"})

    def matches(self, reading: Reading) -> Iterator[Match]:
        names = brands(reading.conversation, reading.settings)
        if not names:
            return
        from replylint.language.spelling.brands import misspelt_brands  # most drafts have none to look for

        for sentence in reading.draft.sentences:
            for span, name in misspelt_brands(sentence.scan, names):
                span = sentence.absolute(span)
                yield Match(span, {"canonical": name}, fixes=(Fix(f'write "{name}"', (Edit(span, name),), safe=True),))
