"""Writes docs/hearing.md: what is heard, missed and wrongly heard of lines whose authors did not write the word lists.

`python scripts/hearing.py` writes it; with `--check` it prints what has fallen below what is written, and ends with 1.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from feedback.hearing.ask import Ask
from feedback.hearing.hear import hear
from feedback.hearing.heard import Heard

ROOT = Path(__file__).parents[1]
LINES = ROOT / "tests" / "data" / "hearing"
PAGE = ROOT / "docs" / "hearing.md"
FIGURES = ROOT / "tests" / "data" / "hearing" / "figures.json"
_KINDS = {"any": "said to the program", "email": "leaving by email", "one": "one choice", "many": "several choices"}
_SECOND_KINDS = {
    True: "distress that the first look missed, flagged",
    None: "ordinary lines, flagged",
    False: "harmless lines of distress, flagged",
}
INTRODUCTION = """# What sayso hears, and what it misses

People write as they speak. This page says how often sayso understands what they mean. `make hearing` writes it, and CI fails when
a figure falls. Nobody who wrote the word lists wrote these lines. But while the lists were made, their authors looked at what was
missed in set A. Nobody looked at set B, so its figures are the ones to go by. They chose between ways of listening, though, so they
are a little kind: lines of a further author, judged before anybody saw them, are understood up to ten in a hundred less. Of lines
that were written to be hard, where half give the answer in none of its words, only about half of the choices are understood.

*Right*: understood as meant; taken, or asked back. *Asked back*: sayso first says what it heard and asks whether that is right. *Wrong*:
understood wrongly and taken without asking, or, where nobody was in distress, help was offered. The rest was not understood. Its words
are kept, and the question comes again in other words. For distress, *right* means that help was offered, if only in one soft line.
"""
SECOND = """
## The second look

Behind the scenes a slower reader goes through what the first look did not notice, and flags for staff what is like distress. It may be
wrong, and it writes to nobody. Ordinary lines are all those of the kinds above that are not about distress; the harmless lines of
distress hold many that were written to be hard, such as figures of speech.

| | set A | set B |
|---|---:|---:|"""
HEAD = (
    "| kind | set A: lines | right | set B: lines | right | asked back | wrong |",
    "|---|---:|---:|---:|---:|---:|---:|",
)


def ask_of(raw: Mapping[str, Any]) -> Ask:
    """Return the question of a line."""
    known = {name: raw[name] for name in ("question", "choices", "unit") if name in raw}
    pairs = {name: tuple(raw[name]) for name in ("range", "ends") if raw.get(name)}
    today = date.fromisoformat(raw["today"]) if "today" in raw else date(2026, 11, 30)
    return Ask(raw["type"], **known, **pairs, today=today)


def is_right(want: Mapping[str, Any], heard: Heard) -> bool:
    """Return whether everything that a line wants came out of it."""
    return all(_same(name, value, getattr(heard, name)) for name, value in want.items())


def _same(name: str, wanted: Any, got: Any) -> bool:
    if isinstance(wanted, list):
        return got is not None and set(got) == set(wanted)
    if name == "number":
        return got is not None and float(got) == float(wanted)
    if name in ("act", "leave") and wanted in ("none", "unclear"):
        return got in ("none", "unclear", None)
    return bool(got == wanted)


def outcomes(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the kind of each line of a set, and what became of it."""
    for path in sorted(folder.glob("*.jsonl")):
        for text in path.read_text("utf-8").splitlines():
            line = json.loads(text)
            yield from _of_distress(line) if "notice" in line else _of_answer(line)


def _of_answer(line: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    heard = hear(ask_of(line["ask"]), line["text"], line.get("subject", ""))
    kind = _KINDS.get(line["ask"]["type"], line["ask"]["type"])
    if is_right(line["want"], heard):
        yield kind, "right" if heard.sure else "asked back"
    else:
        yield kind, "wrong" if heard.sure and _says_something(heard) else "missed"


def _says_something(heard: Heard) -> bool:
    answer = (heard.choice, heard.choices, heard.number, heard.date_from)
    acts = (
        heard.act not in ("none", "unclear") or heard.consent in ("yes", "no") or heard.summary in ("right", "change")
    )
    return acts or heard.leave not in (None, "none") or any(part is not None for part in answer)


def _of_distress(line: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    found, wanted = hear(Ask("any"), line["text"]).notice, line["notice"]
    if wanted:
        language = "distress" if line.get("language", "en") == "en" else "distress, other languages"
        yield language, "right" if found else "missed"
        yield from ((f"distress: {reason}", "right" if found else "missed") for reason in wanted)
    else:
        yield "no distress", "wrong" if found else "right"


def counted(folder: Path) -> dict[str, Counter[str]]:
    """Return for each kind how many lines of a set came out how."""
    table: dict[str, Counter[str]] = {}
    for kind, outcome in outcomes(folder):
        table.setdefault(kind, Counter())[outcome] += 1
    return table


def _second(folder: Path) -> dict[str, tuple[int, int]]:
    """Return of each kind of line how many the second look flags, of how many that the first look passed over."""
    from sayso.second_look.judgement import Judgement  # noqa: PLC0415 - the part second-look; a check needs none of it

    judgement, flagged, passed = Judgement(), Counter[str](), Counter[str]()
    for path in sorted(folder.glob("*.jsonl")):
        for line in map(json.loads, path.read_text("utf-8").splitlines()):
            if not hear(
                ask_of(line["ask"]) if "ask" in line else Ask("any"), line["text"], line.get("subject", "")
            ).notice:
                kind = _SECOND_KINDS[None if "notice" not in line else bool(line["notice"])]
                passed[kind] += 1
                flagged[kind] += bool(judgement.missed(line["text"]))
    return {kind: (flagged[kind], passed[kind]) for kind in _SECOND_KINDS.values()}


def _second_rows(seen: Mapping[str, tuple[int, int]], unseen: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    for kind, found in seen.items():
        yield f"| {kind} | {found[0]} of {found[1]} | {unseen[kind][0]} of {unseen[kind][1]} |"


def share(row: Counter[str]) -> int:
    """Return how many of a hundred lines were right, rounded down."""
    return 100 * (row["right"] + row["asked back"]) // max(row.total(), 1)


def main(arguments: list[str]) -> int:
    """Write the page, or check that nothing has fallen."""
    seen, unseen = counted(LINES / "set_a"), counted(LINES / "set_b")
    shares = {kind: [share(seen.get(kind, Counter())), share(row)] for kind, row in sorted(unseen.items())}
    if "--check" in arguments:
        before = json.loads(FIGURES.read_text("utf-8"))
        fallen = [
            kind for kind, old in before.items() if any(new < was for new, was in zip(shares[kind], old, strict=True))
        ]
        print("\n".join(f"{kind}: {shares[kind]} of 100 right, was {before[kind]}" for kind in fallen))
        return 1 if fallen else 0
    second = [SECOND, *_second_rows(_second(LINES / "set_a"), _second(LINES / "set_b"))]
    PAGE.write_text("\n".join([INTRODUCTION, *HEAD, *_rows(seen, unseen, shares), *second, ""]), "utf-8")
    FIGURES.write_text(json.dumps(shares, indent=1) + "\n", "utf-8")
    return 0


def _rows(
    seen: Mapping[str, Counter[str]], unseen: Mapping[str, Counter[str]], shares: Mapping[str, list[int]]
) -> Iterator[str]:
    for kind, (share_a, share_b) in shares.items():
        lines = seen.get(kind, Counter()).total()
        row = unseen[kind]
        counts = f"{row.total()} | {share_b} % | {row['asked back']} | {row['wrong']}"
        yield f"| {kind} | {lines} | {share_a} % | {counts} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
