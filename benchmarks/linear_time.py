"""Checks odd but legal texts of growing size and prints how the time grows.

    python benchmarks/linear_time.py [NAME…] [--scale 1.0] [--limit 1.3]

For each text: the seconds at four sizes, and the exponent of their growth with the length of the file (1.0 is linear,
2.0 quadratic). Exits with 1 where an exponent is above the limit.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections.abc import Callable

from replylint import rulebook, selection
from replylint.linter import Linter
from replylint.readers import read_bytes

PROSE = (
    "Thank you for your message about order {n}. We have sent the blue frames today, and they will reach you on "
    "Monday 30 November. Could you tell us whether the left hinge is loose? I am sorry that you had to wait. "
)
QUESTION = "My parcel was due on Monday and it is still not here. Where is it? Can you send it to number {n} instead? "


def prose(characters: int) -> str:
    return "".join(PROSE.format(n=n) for n in range(characters // len(PROSE) + 1))[:characters]


def thread(messages: int, mode: str) -> str:
    said = [
        {"role": ("customer", "agent")[n % 2], "text": (QUESTION, PROSE)[n % 2].format(n=n)} for n in range(messages)
    ]
    return json.dumps({"mode": mode, "messages": said, "draft": {"text": PROSE.format(n="it")}})


def answer_to(customer: str, draft: str = "Yes, we have sent it.") -> str:
    return json.dumps({"messages": [{"role": "customer", "text": customer}], "draft": {"text": draft}})


def quoted(levels: int) -> str:
    return "We have sent it.\n\n" + "".join(f"{'> ' * level}Did you send it?\n" for level in range(1, levels + 1))


TEXTS: dict[str, tuple[int, str, Callable[[int], str]]] = {
    "one line of words": (
        10_000_000,
        "txt",
        lambda n: "we sent the blue frames to your new house on the hill " * (n // 54),
    ),
    "one line without a space": (10_000_000, "txt", lambda n: "x" * n),
    "one line of prose": (1_000_000, "txt", prose),
    "a draft of prose": (100_000, "txt", prose),
    "a draft of short lines": (100_000, "txt", lambda n: "We have sent it today\n" * (n // 22)),
    "levels of quoting": (300, "txt", quoted),
    "question marks": (10_000, "txt", lambda n: "Really" + "?" * n + " Yes" + "?!" * (n // 2) + "x"),
    "the customer's question marks": (10_000, "json", lambda n: answer_to("What" + "?" * n + " Why?" + "? " * n)),
    "the customer's questions": (100_000, "json", lambda n: answer_to(QUESTION * (n // len(QUESTION)))),
    "zero-width characters": (100_000, "txt", lambda n: "We\u200b have\u200d sent\ufeff it. " * (n // 20)),
    "right-to-left characters": (100_000, "txt", lambda n: "\u202eWe have\u202c שלחנו אותו. \u200f" * (n // 22)),
    "combining characters": (100_000, "txt", lambda n: "e" + "\u0301" * n + " We sent it."),
    "unclosed quotation marks": (100_000, "txt", lambda n: "“We 'said \"it " * (n // 14)),
    "unclosed comments": (100_000, "txt", lambda n: "<!-- replylint: ignore " * (n // 23)),
    "unclosed placeholders": (100_000, "txt", lambda n: "{{ [ {% < %{ ${ a" * (n // 17)),
    "spaces": (100_000, "txt", lambda n: "Thanks" + " " * n + "x\n" + "\t" * n + "Hi" + " " * n + "."),
    "sign-offs": (100_000, "txt", lambda n: "Thanks,\n" * (n // 8)),
    "faults": (100_000, "txt", lambda n: "Obviously you should have come at 7:30. " * (n // 40)),
    "misspelt words": (100_000, "txt", lambda n: "recieve definately seperate " * (n // 28)),
    "a thread": (500, "json", lambda n: thread(n, "draft")),
    "an audit of a thread": (500, "json", lambda n: thread(n, "thread")),
}


def seconds(linter: Linter, data: bytes, suffix: str) -> float:
    start = time.process_time()  # of this process alone: others do not change it
    result = read_bytes(data, f"benchmark.{suffix}")
    if result.errors:
        raise SystemExit(f"not read: {result.errors[0]}")
    for _ in linter.check(result.conversations):
        pass
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="texts to check; default: all")
    parser.add_argument("--scale", type=float, default=1.0, help="check texts this much smaller (0.1) or larger")
    parser.add_argument("--limit", type=float, default=1.3, help="the largest exponent that passes (default 1.3)")
    arguments = parser.parse_args()
    linter = Linter(selection.select(rulebook.load()))
    seconds(linter, PROSE.encode(), "txt")  # load the parser first
    slow = []
    print(f"{'text':32}{'largest':>12}{'seconds at 1/8, 1/4, 1/2, 1':>36}  exponent")
    for name, (largest, suffix, make) in TEXTS.items():
        if arguments.names and name not in arguments.names:
            continue
        largest = int(largest * arguments.scale)
        texts = [make(largest // part).encode() for part in (8, 4, 2, 1)]
        times = [seconds(linter, text, suffix) for text in texts]
        exponent = math.log(times[-1] / times[0]) / math.log(len(texts[-1]) / len(texts[0]))
        print(f"{name:32}{largest:12,}{''.join(f'{t:9.3f}' for t in times)}  {exponent:8.2f}", flush=True)
        if exponent > arguments.limit and times[3] > 0.1:  # below that it is noise
            slow.append(name)
    for name in slow:
        print(f"grows faster than its length: {name}", file=sys.stderr)
    return bool(slow)


if __name__ == "__main__":
    sys.exit(main())
