"""The answers of `scripts/training/hearing/choosing`, from which choices are learnt, and their words. Used by `train_choosing`."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from feedback.hearing.ask import Ask
from feedback.hearing.normal import tokens

ROOT = Path(__file__).parents[3]
LINES = ROOT / "scripts/training/hearing"
SET_A = ROOT / "tests/data/hearing/set_a/answers.jsonl"


@dataclass(frozen=True)
class Answer:
    """One answer: who wrote it, to what, and what it means: the id of a choice, `other` or `unclear`."""

    author: str
    ask: Ask
    text: str
    meant: str


def written() -> Iterator[Answer]:
    """Yield the answers of lines_*.txt."""
    for path in sorted((LINES / "choosing").glob("lines_*.txt")):
        for part in path.read_text("utf-8").split("# ")[1:]:
            question, *rows = part.strip().splitlines()
            told = [row.split(": ", 1) for row in rows]
            for wording in range(max(len(labels.split(" | ")) for labels, _ in told)):
                yield from _worded(question, [(_wording(labels, wording), texts) for labels, texts in told])


def _wording(labels: str, at: int) -> str:
    """Return a label in one of its wordings: the last one where there are fewer."""
    wordings = labels.split(" | ")
    return wordings[min(at, len(wordings) - 1)]


def _worded(question: str, told: Sequence[tuple[str, str]]) -> Iterator[Answer]:
    choices = {str(n): label for n, label in enumerate((label for label, _ in told if label[0] != "-"), 1)}
    ids = {label: choice for choice, label in choices.items()}
    for label, texts in told:
        meant, ask = ids.get(label, label[1:]), Ask("one", question, choices)
        yield from (Answer("written", ask, text, meant) for text in texts.split(" / "))


def asked() -> Iterator[Answer]:
    """Yield the answers of others."""
    paths = {path.stem.removeprefix("asked_"): path for path in sorted((LINES / "choosing").glob("asked_*.jsonl"))}
    for author, path in {**paths, "set_a": SET_A}.items():
        for line in map(json.loads, path.read_text("utf-8").splitlines()):
            raw, want = line["ask"], line["want"]
            if raw["type"] not in {"one", "yesno"}:
                continue
            choices = raw.get("choices") or {"yes": "Yes", "partly": "Partly", "no": "No"}
            meant = want.get("choice") or want.get("act")
            if meant in {*choices, "other", "unclear"}:
                yield Answer(author, Ask(raw["type"], raw.get("question", ""), choices), line["text"], meant)


def picked() -> Iterator[Answer]:
    """Yield what others picked of several, as one answer for each choice beside those that were not picked."""
    for path in sorted((LINES / "choosing").glob("asked_*.jsonl")):
        for line in map(json.loads, path.read_text("utf-8").splitlines()):
            raw, meant = line["ask"], line["want"].get("choices") or ()
            for choice in meant if raw["type"] == "many" else ():
                left = {one: label for one, label in raw["choices"].items() if one == choice or one not in meant}
                if len(left) > 1:
                    author = path.stem.removeprefix("asked_")
                    yield Answer(author, Ask("one", raw["question"], left), line["text"], choice)


def vocabulary(answers: Sequence[Answer]) -> list[str]:
    """Return all words that get a point."""
    lists = [(LINES / name).read_text("utf-8").split("\n") for name in ("words.txt", "words_more.txt")]
    texts = [text for answer in answers for text in (answer.text, *answer.ask.choices.values())]
    said = (word for text in texts for word in tokens(text) if 1 < len(word) < 20 and not word.isdigit())
    return [word for word in dict.fromkeys([*lists[0], *lists[1], *said]) if word]
