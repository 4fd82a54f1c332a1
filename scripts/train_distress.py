"""Train the model of distress from the lines in scripts/training/distress, and say how it does on authors it has not seen.

    python scripts/train_distress.py            # writes feedback/distress/model/weights.py and groups.py
    python scripts/train_distress.py --check    # cross-validation over authors only; --also FILE adds lines to judge, not to learn

Logistic regression over hashed places (`feedback.distress.model.features`), each place weighed by its naive Bayes ratio (Wang and
Manning, 2012), fitted by accelerated gradient descent (Nesterov, 1983) in a fixed number of steps: the same lines give the same
weights. A positive text of several sentences is learnt by the one that says it most. `answers_X.jsonl` are ordinary answers of
people who filled in a form, none in distress. `word_groups.csv` holds groups of like
English words, by k-means over the single-word vectors of the Universal Sentence Encoder (multilingual, version 3, Apache-2.0).
"""

import argparse
import itertools
import json
import zlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parent.parent
LINES = ROOT / "scripts/training/distress"
MODEL = ROOT / "feedback/distress/model"
REASONS = ("self-harm", "abuse", "staff-harm", "harm-to-others", "in-need-now")
SMALL_BITS = 15
HARD_SHARE = 0.053
"""Of hard harmless lines of authors that are not learnt from, how many may be heard. A tenth is allowed, and half of it is taken, as guards
were written with these lines in view; a little more for as long as each further false alarm brings more than one further cry.
"""
ORDINARY_SHARE, ORDINARY = 0.02, "fgn"
"""Of everyday answers of authors that are not learnt from, how many may be heard where they were taken for an answer; and whose answers
are everyday ones. Those of authors o to q were written to be hard."""
TRUSTED = ("f", "g", "j", "n", "opq")  # authors whose lines, when they are not learnt from, say where the line is drawn
STEPS, FIRST_STEPS = 200, 60
ZERO = 128
Vector = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Line:
    """One line: its guarded sentences, what rules said of each, and the reasons it was written for."""

    author: str
    sentences: tuple[str, ...]
    said: tuple[tuple[str, ...], ...]
    reasons: frozenset[str]
    text: str
    is_plain: bool
    is_ordinary: bool


@dataclass(frozen=True)
class Rows:
    """Rows of places, each divided by the root of its length."""

    place: Places
    row: Places
    value: Vector
    count: int

    def times(self, weights: Vector) -> Vector:
        """Return the rows times weights."""
        return np.asarray(np.bincount(self.row, weights[self.place] * self.value, self.count), np.float64)

    def back(self, errors: Vector, size: int) -> Vector:
        """Return the transposed rows times errors."""
        return np.asarray(np.bincount(self.place, errors[self.row] * self.value, size), np.float64)


def rows_of(rows: list[Places]) -> Rows:
    """Return rows of places, ready to multiply."""
    lengths = np.array([max(len(row), 1) for row in rows])
    row = np.repeat(np.arange(len(rows)), [len(one) for one in rows])
    return Rows(np.concatenate(rows).astype(np.int64), row, (1 / np.sqrt(lengths))[row], len(rows))


def fit(rows: Rows, wanted: Vector, size: int, strength: float, steps: int = STEPS) -> tuple[Vector, float]:
    """Return weights and bias of a logistic regression, each place scaled by its naive Bayes ratio."""
    yes = np.bincount(rows.place, weights=wanted[rows.row], minlength=size) + 1
    no = np.bincount(rows.place, weights=1 - wanted[rows.row], minlength=size) + 1
    ratio = np.abs(np.log((yes / (wanted.sum() + 1)) / (no / ((1 - wanted).sum() + 1))))
    scaled = Rows(rows.place, rows.row, rows.value * ratio[rows.place], rows.count)
    steep = 0.25 * (_norm(scaled, size) + rows.count) + 1 / strength
    weights, ahead, bias, bias_ahead, pace = np.zeros(size), np.zeros(size), 0.0, 0.0, 1.0
    for _ in range(steps):
        errors = 1 / (1 + np.exp(-(scaled.times(ahead) + bias_ahead))) - wanted
        fresh = ahead - (scaled.back(errors, size) + ahead / strength) / steep
        fresh_bias = bias_ahead - errors.sum() / steep
        quicker = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = fresh + (pace - 1) / quicker * (fresh - weights)
        bias_ahead = fresh_bias + (pace - 1) / quicker * (fresh_bias - bias)
        weights, bias, pace = fresh, fresh_bias, quicker
    return weights * ratio, bias


def _norm(rows: Rows, size: int) -> float:
    """Return the largest eigenvalue of the rows' Gram matrix, by power iteration from a fixed start."""
    vector, norm = np.cos(np.arange(size)), 1.0
    for _ in range(10):
        vector = rows.back(rows.times(vector), size)
        norm = float(np.linalg.norm(vector))
        vector /= norm
    return norm


def read(path: Path, author: str) -> list[Line]:
    """Return the lines of a file of {"text", "notice"}, folded and guarded as the service does it."""
    from feedback.distress.fold import sentences  # noqa: PLC0415
    from feedback.distress.judging import guarded, signs  # noqa: PLC0415
    from feedback.distress.sayings.calm import is_told_calmly  # noqa: PLC0415 - the groups may have just been written

    found = []
    for raw in path.read_text().splitlines():
        line = json.loads(raw)
        told = sentences(line["text"])
        if is_told_calmly(told):
            continue
        parts = tuple(map(guarded, told))
        held = [signs(part) for part in parts]
        said = tuple(tuple(sign.reason for sign in each) for each in held)
        is_plain = any(sign.is_plain for each in held for sign in each)
        is_ordinary = path.stem.startswith("answers") or author == "d"
        found.append(Line(author, parts, said, frozenset(line["notice"]), line["text"], is_plain, is_ordinary))
    return found


def windows(line: Line) -> list[Places]:
    """Return the places of each sentence of a line, and of each two in a row, as the service judges them."""
    from feedback.distress.model.features import places  # noqa: PLC0415

    parts = [np.array(sorted(places(text, said))) for text, said in zip(line.sentences, line.said, strict=True)]
    return parts + [np.concatenate(pair) for pair in itertools.pairwise(parts)]


def examples(lines: list[Line], cut: list[list[Places]], weights: Vector | None) -> tuple[list[Places], list[float]]:
    """Return rows to learn from: every window of a harmless line, and the one window of another that says it most."""
    rows, wanted = [], []
    for line, parts in zip(lines, cut, strict=True):
        if not line.reasons:
            rows += parts
            wanted += [0.0] * len(parts)
        elif parts:
            most = int(np.argmax([_score(part, weights) for part in parts])) if weights is not None else -1
            rows.append(parts[most])
            wanted.append(1.0)
    return rows, wanted


def _score(part: Places, weights: Vector) -> float:
    return float(weights[part].sum() / np.sqrt(max(len(part), 1)))


def learn(lines: list[Line], cut: list[list[Places]], size: int, strength: float) -> tuple[Vector, float]:
    """Return weights and bias, learnt twice: the second time each line speaks by the window that the first found strongest."""
    rows, wanted = examples(lines, cut, None)
    weights, _ = fit(rows_of(rows), np.array(wanted), size, strength, FIRST_STEPS)
    rows, wanted = examples(lines, cut, weights)
    return fit(rows_of(rows), np.array(wanted), size, strength)


def scores(lines: list[Line], cut: list[list[Places]], weights: Vector, bias: float) -> Vector:
    """Return the figure of each line as `feedback.distress.model.scoring.judge` makes it."""
    from feedback.distress.model.scoring import leaning  # noqa: PLC0415

    best = [max((_score(part, weights) for part in parts), default=-99.0) for parts in cut]
    words = [sum(len(text.split()) for text in line.sentences) for line in lines]
    lean = [leaning(count, ruled=any(line.said)) for count, line in zip(words, lines, strict=True)]
    return np.asarray(np.array(best) + np.array(lean) + bias, np.float64)


def lines_for(found: Vector, lines: list[Line]) -> tuple[float, float]:
    """Return the figures above which only the shares of harmless lines are that no plain rule holds in: of any words, and of answers."""
    judges = "".join(TRUSTED)
    trusted = [(mark, one) for mark, one in zip(found, lines, strict=True) if one.author in judges and not one.reasons]
    hard = [-99.0 if one.is_plain else mark for mark, one in trusted if not one.is_ordinary]
    everyday = [-99.0 if one.is_plain else mark for mark, one in trusted if one.is_ordinary and one.author in ORDINARY]
    return _above(hard, HARD_SHARE), _above(everyday, ORDINARY_SHARE)


def _above(marks: list[float], share: float) -> float:
    return sorted(marks, reverse=True)[int(share * len(marks))]


def tell(name: str, found: Vector, lines: list[Line], drawn: tuple[float, float]) -> None:
    """Print how many lines in Latin letters are heard, and how many harmless ones are; ordinary ones as the answers that they are."""
    heard = [(mark > drawn[one.is_ordinary] or one.is_plain, one) for mark, one in zip(found, lines, strict=True)]
    yes = [is_heard for is_heard, one in heard if one.reasons and one.text.isascii()]
    hard = [is_heard for is_heard, one in heard if not one.reasons and not one.is_ordinary]
    ordinary = [is_heard for is_heard, one in heard if not one.reasons and one.is_ordinary]
    false = f"false {sum(hard)} of {len(hard)} hard, {sum(ordinary)} of {len(ordinary)} ordinary"
    print(f"{name}: heard {sum(yes)} of {len(yes)}, {false}")


def cross_validate(lines: list[Line], cut: list[list[Places]], size: int, strength: float) -> tuple[float, float]:
    """Return the thresholds that leave the shares of false alarms on authors that were not learnt from, and print how they do."""
    found = np.zeros(len(lines))
    for authors in TRUSTED:
        inside = [at for at, line in enumerate(lines) if line.author not in authors]
        outside = [at for at, line in enumerate(lines) if line.author in authors]
        weights, bias = learn([lines[at] for at in inside], [cut[at] for at in inside], size, strength)
        found[outside] = scores([lines[at] for at in outside], [cut[at] for at in outside], weights, bias)
    drawn = lines_for(found, lines)
    print("lines", *drawn)
    for author in "".join(TRUSTED):
        of = [at for at, one in enumerate(lines) if one.author == author]
        tell(f"author {author} (not learnt from)", found[of], [lines[at] for at in of], drawn)
    return drawn


def packed(weights: Vector) -> tuple[str, float]:
    """Return weights as one byte each, compressed, in letters, and what one step is worth. `ZERO` is no weight at all."""
    step = float(np.abs(weights).max()) / 127
    clipped = (np.clip(np.round(weights / step), -127, 127) + ZERO).astype(np.uint8)
    return urlsafe_b64encode(zlib.compress(clipped.tobytes(), 9)).decode(), step


def wrapped(name: str, text: str) -> str:
    """Return a text as Python source, in rows."""
    rows = "\n".join(f'    "{text[at : at + 4000]}"' for at in range(0, len(text), 4000))
    return f"{name} = (\n{rows}\n)  # fmt: skip\n"


def write_groups() -> None:
    """Write the groups of words as a module."""
    rows = [row.split(",") for row in (LINES / "word_groups.csv").read_text().split()]
    text = "\n".join(" ".join(row) for row in rows)
    body = urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode()
    (MODEL / "groups.py").write_text(
        '"""Groups of like English words, coarse to fine, as data. Made by scripts/train_distress.py; do not edit."""\n\n'
        "from base64 import urlsafe_b64decode\nfrom zlib import decompress\n\n"
        + wrapped("_PACKED", body)
        + "_ROWS = [row.split() for row in decompress(urlsafe_b64decode(_PACKED)).splitlines()]\n"
        'GROUPS = tuple({row[0]: b"#" + row[level] for row in _ROWS} for level in (1, 2, 3))\n'
    )


def write_weights(
    lines: list[Line], cut: list[list[Places]], size: int, strength: float, drawn: tuple[float, float]
) -> None:
    """Write the model learnt from all lines as a module."""
    weights, bias = learn(lines, cut, size, strength)
    table, step = packed(weights)
    names, tables, biases = reason_tables(lines)
    (MODEL / "weights.py").write_text(
        '"""The weights of the model, as data. Made by scripts/train_distress.py; do not edit."""\n\n'
        "from base64 import urlsafe_b64decode\nfrom zlib import decompress\n\n"
        "from feedback.distress.notice import Reason\n\n"
        + wrapped("_TABLE", table)
        + "".join(wrapped(f"_TABLE_{at}", text) for at, text in enumerate(tables))
        + "\n\ndef _unpacked(text: str) -> bytes:\n    return decompress(urlsafe_b64decode(text))\n\n\n"
        + f"SCALE = {step:.8f}\nBIAS = {bias:.5f}\nLINE, ANSWER_LINE = {drawn[0]:.5f}, {drawn[1]:.5f}\n"
        + f"REASONS: tuple[Reason, ...] = {names!r}\n"
        + f"REASON_BIASES = {biases!r}\n"
        + "TABLE = _unpacked(_TABLE)\n"
        + f"TABLES = tuple(_unpacked(text) for text in ({', '.join(f'_TABLE_{at}' for at in range(len(tables)))}))\n"
    )


def reason_tables(lines: list[Line]) -> tuple[tuple[str, ...], list[str], tuple[tuple[float, float], ...]]:
    """Return for each reason the weights by which lines that have one are told apart."""
    from feedback.distress.model.features import word_places  # noqa: PLC0415

    size = 1 << SMALL_BITS
    own = [line for line in lines if line.reasons and line.sentences]
    rows = rows_of(
        [np.array(sorted({at % size for text in line.sentences for at in word_places(text)})) for line in own]
    )
    tables, biases = [], []
    for reason in REASONS:
        weights, bias = fit(rows, np.array([float(reason in line.reasons) for line in own]), size, 5.0)
        text, step = packed(weights)
        tables.append(text)
        biases.append((round(step, 8), round(float(bias), 5)))
    return REASONS, tables, tuple(biases)


def main() -> None:
    """Train, or only check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="cross-validate only, write nothing")
    parser.add_argument("--also", type=Path, help="lines to judge by the model that is learnt, not to learn")
    parser.add_argument("--strength", type=float, default=10.0)
    asked = parser.parse_args()
    if not asked.check:
        write_groups()
    from feedback.distress.model.features import BITS  # noqa: PLC0415

    size = 1 << BITS
    paths = sorted([*LINES.glob("lines_*.jsonl"), *LINES.glob("answers_*.jsonl")])
    lines = [line for path in paths for line in read(path, path.stem[-1])]
    cut = [windows(line) for line in lines]
    drawn = cross_validate(lines, cut, size, asked.strength)
    if asked.also:
        others = read(asked.also, "?")
        weights, bias = learn(lines, cut, size, asked.strength)
        tell(asked.also.name, scores(others, [windows(one) for one in others], weights, bias), others, drawn)
    if not asked.check:
        write_weights(lines, cut, size, asked.strength, drawn)


if __name__ == "__main__":
    main()
