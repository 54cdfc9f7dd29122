"""Values we told the customer (amounts, am or pm, places, yes or no) and later replies that contradict them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from replylint.language.patterns import lazy
from replylint.language.text import Text
from replylint.language.values import AMOUNT, Contradiction, Form, Value, values_in

if TYPE_CHECKING:
    from replylint.language.reading import Reading

_IS = r"(?:['’]s|\s(?:is|are|costs?|comes? to|was|will be|starts? at|opens? at|closes? at|is at|is on))"
_DOOR = "entrance|door|gate|office|branch|car park"
_PROPERTY = (
    "(?P<slot>refundable|available|included|valid|compatible|waterproof|allowed|accepted|vegan|vegetarian"
    "|returnable|transferable|possible|covered|deductible)"
)
_FORMS = (
    Form("money",
         [rf"\b(?:(?P<slot>price|cost|fee|total|deposit|charge|balance|rate)|it|that|they){_IS}\s(?:just |only |exactly )?"
          rf"(?P<value>{AMOUNT})(?![\d,.]*\d)(?!\s*(?:with|plus|incl\w*|excl\w*|per|a|each|for|off|less|more|to|[-–]))"],
         drop=r"[\s,]|\.00$"),
    Form("half of the day",
         [r"^\W*(?:(?:yes|yeah|yep|no|it['’]?s|that['’]?s|sorry)[\s,.!]*){0,3}(?P<value>[ap]\.?m)\b\.?\W*$"],
         drop=r"\."),
    Form("place",
         [r"\b(?P<value>(?!(?:The|Our|Use|At|This|That|Your|Please|Which|No)\s)[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})"
          rf"\s(?P<slot>{_DOOR})\b",
          rf"\b(?P<slot>{_DOOR}|venue|platform|room)\s(?:is|['’]s)\s(?:on|at|in|off)?\s?"
          r"(?P<value>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}|\d+\w?)"],
         flags=0, drop=r"^(?:the|our|use|at|on)\s"),
    Form("property",
         [rf"\bnon-?{_PROPERTY}\b", rf"\b(?:is|are|['’]s|['’]re)(?:n['’]?t| not)\s(?:\w+ )?{_PROPERTY}\b"],
         value="no", whole=True),
    Form("property", [rf"\b\w+(?:['’]s|['’]re|\s(?:is|are))\s(?:fully |also |always )?{_PROPERTY}\b"],
         value="yes", whole=True),
)  # fmt: skip
_OWNED = lazy(
    r"\b(?:i|we)(?:['’]d| had|['’]ve| have)? (?:told|said|wrote|gave|quoted|sent|mentioned|promised"
    r"|informed|advised)\b|\bcorrect(?:ion|ing|ed)?\b|\bmy mistake\b|\b(?:was|were) wrong\b|\b(?:has"
    r"|have) (?:now |since )?(?:changed|moved|gone up|gone down|been (?:moved|changed))\b"
    r"|\bno longer\b|\binstead of\b|\brather than\b|\bactually\b|\bupdate\b|\bnow\b|\boops\b"
    r"|\bchanged\b",
    re.I,
)
_CHANGE_ASKED = lazy(
    r"\?|\b(?:can|could|would|change|move|switch|instead|rather|prefer|make it|what about|how about|with|if)\b", re.I
)


def corrections(reading: Reading) -> Iterator[Contradiction]:
    """Yield the draft's values that contradict ours from before, unless it owns up or the customer asked for a change."""
    if _OWNED.search(reading.draft.scan) or any(
        a.turn == reading.turn and a.kind in ("apology", "responsibility", "conditional") for a in reading.apologies
    ):
        return
    asked = " ".join(text.scan for text in reading.current_turn)
    told = [value for text in reading.earlier if text.message.role == "agent" for value in _values(text)]
    for new in _values(reading.draft):
        changed = new.kind in ("money", "place") and _CHANGE_ASKED.search(asked)
        same = [old for old in told if old.kind == new.kind and _same_slot(old, new)]
        if same and not changed and same[-1].value != new.value:
            yield Contradiction(same[-1], new)


def _values(text: Text) -> Iterator[Value]:
    return values_in(text, text.sentences, _FORMS)


def _same_slot(old: Value, new: Value) -> bool:
    return old.slot == new.slot or (new.kind == "money" and not (old.slot and new.slot))
