"""Train the model of distress in other languages from scripts/training/distress/languages_*.jsonl, and say how it does.

    python scripts/train_distress_languages.py            # writes feedback/distress/languages/weights.py
    python scripts/train_distress_languages.py --check    # cross-validation over authors only

The fit is that of `train_distress.py`, over runs of letters and words (`feedback.distress.languages.letters`), one table for all
languages. Short English lines without distress are learnt too, so that "brilliant" is no cry in some language.
"""

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from train_distress import LINES, REASONS, Places, Vector, fit, packed, rows_of, wrapped

from feedback.distress.fold import plain
from feedback.distress.languages.letters import BITS, REASON_BITS, places, sentences
from feedback.distress.languages.listening import is_english, signs_in

WEIGHTS = Path(__file__).parent.parent / "feedback/distress/languages/weights.py"
STRENGTH = 10.0
SHARE = 0.025  # of harmless lines in other languages, how many may get the soft line
ENGLISH_SHARE = 0.005  # of short English lines
SURE = 0.8  # of the lines that a word stands in, how many are in the language that it tells


@dataclass(frozen=True)
class Line:
    """One line: who wrote it, its language, its places, what it was written for, and whether a rule holds in it."""

    author: str
    language: str
    words: tuple[str, ...]
    places: Places
    reasons: frozenset[str]
    is_ruled: bool


def read(path: Path) -> list[Line]:
    """Return the lines of a file that the model is asked about: those in other languages, or without English words."""
    return [line for raw in path.read_text().splitlines() if (line := _line(path.stem, json.loads(raw)))]


def _line(author: str, raw: dict[str, object]) -> Line | None:
    text, language = plain(str(raw["text"])), str(raw.get("language", "en"))
    said, reasons = " ".join(sentences(text)), frozenset(map(str, raw["notice"] or ()))  # type: ignore[call-overload]
    if not said or (language == "en" and (reasons or is_english(said))):
        return None
    found = np.array(sorted(places(said)))
    return Line(author, language, tuple(said.split()), found, reasons, bool(signs_in(text)))


def learn(lines: list[Line]) -> tuple[Vector, float]:
    """Return weights and bias."""
    wanted = np.array([float(bool(line.reasons)) for line in lines])
    return fit(rows_of([line.places for line in lines]), wanted, 1 << BITS, STRENGTH)


def scores(lines: list[Line], weights: Vector, bias: float) -> Vector:
    """Return the figure of each line as `feedback.distress.languages.likeness` makes it."""
    return np.array([weights[line.places].sum() / np.sqrt(max(len(line.places), 1)) + bias for line in lines])


def cross_validate(lines: list[Line]) -> float:
    """Return the threshold that leaves the shares of false alarms on authors that were not learnt from, and print how it does."""
    found = np.zeros(len(lines))
    for author in sorted({line.author for line in lines}):
        inside = [line for line in lines if line.author != author]
        outside = [at for at, line in enumerate(lines) if line.author == author]
        found[outside] = scores([lines[at] for at in outside], *learn(inside))
    line = max(_above(found, lines, SHARE, english=False), _above(found, lines, ENGLISH_SHARE, english=True))
    for author in sorted({one.author for one in lines}):
        told = [(mark > line, one) for mark, one in zip(found, lines, strict=True) if one.author == author]
        yes = [is_heard or one.is_ruled for is_heard, one in told if one.reasons]
        alone = [is_heard for is_heard, one in told if one.reasons]
        no = [is_heard or one.is_ruled for is_heard, one in told if not one.reasons]
        print(f"{author}: heard {sum(yes)} of {len(yes)} ({sum(alone)} without rules), false {sum(no)} of {len(no)}")
    print(f"line {line:.2f}")
    return line


def _above(found: Vector, lines: list[Line], share: float, *, english: bool) -> float:
    trusted = (
        mark
        for mark, one in zip(found, lines, strict=True)
        if not one.reasons and one.author != OWN and (one.language == "en") == english
    )
    marks = sorted(trusted, reverse=True)
    return float(marks[int(share * len(marks))])


OWN = "languages_k"
"""The lines of whoever wrote the rules: they do not say where the line is drawn."""


def words_of(lines: list[Line]) -> dict[str, list[str]]:
    """Return for each language the words that tell it from the others, at least two letters or one sign of Chinese."""
    known: dict[str, Counter[str]] = {}
    for line in lines:
        for word in set(line.words):
            known.setdefault(word, Counter())[line.language] += 1
    found: dict[str, list[str]] = {}
    for word, counts in sorted(known.items()):
        language, most = counts.most_common(1)[0]
        if language != "en" and most > 1 and most >= SURE * counts.total() and not word.isdigit():
            found.setdefault(language, []).append(word)
    return found


def write(lines: list[Line], line: float) -> None:
    """Write the model learnt from all lines as a module."""
    weights, bias = learn(lines)
    table, step = packed(weights)
    tables, biases = reason_tables([one for one in lines if one.reasons])
    words = "\n".join(f"{language} {' '.join(row)}" for language, row in sorted(words_of(lines).items()))
    WEIGHTS.write_text(
        '"""The weights of the model of other languages, as data. Made by scripts/train_distress_languages.py; do not edit."""\n\n'
        "from base64 import urlsafe_b64decode\nfrom zlib import decompress\n\n"
        "from feedback.distress.notice import Reason\n\n"
        + wrapped("_TABLE", table)
        + "".join(wrapped(f"_TABLE_{at}", text) for at, text in enumerate(tables))
        + f'_WORDS = """\n{words}\n"""\n'
        + "\n\ndef _unpacked(text: str) -> bytes:\n    return decompress(urlsafe_b64decode(text))\n\n\n"
        + f"SCALE = {step:.8f}\nBIAS = {bias:.5f}\nLINE = {line:.5f}\n"
        + f"REASONS: tuple[Reason, ...] = {REASONS!r}\n"
        + f"REASON_BIASES = {biases!r}\n"
        + "TABLE = _unpacked(_TABLE)\n"
        + f"REASON_TABLES = tuple(_unpacked(text) for text in ({', '.join(f'_TABLE_{at}' for at in range(len(tables)))}))\n"
        + "WORDS = {word: (row.split()[0],) for row in _WORDS.split('\\n') for word in row.split()[1:]}\n"
    )


def reason_tables(lines: list[Line]) -> tuple[list[str], tuple[tuple[float, float], ...]]:
    """Return for each reason the weights by which lines that have one are told apart."""
    small = (1 << REASON_BITS) - 1
    rows = rows_of([np.array(sorted({int(at) & small for at in line.places})) for line in lines])
    found = []
    for reason in REASONS:
        weights, bias = fit(rows, np.array([float(reason in line.reasons) for line in lines]), small + 1, 5.0)
        text, step = packed(weights)
        found.append((text, (round(step, 8), round(float(bias), 5))))
    return [text for text, _ in found], tuple(pair for _, pair in found)


def main() -> None:
    """Train, or only check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="cross-validate only, write nothing")
    asked = parser.parse_args()
    paths = sorted([*LINES.glob("languages_*.jsonl"), *LINES.glob("lines_*.jsonl"), *LINES.glob("answers_*.jsonl")])
    lines = [line for path in paths for line in read(path)]
    line = cross_validate(lines)
    if not asked.check:
        write(lines, line)


if __name__ == "__main__":
    main()
