"""Train the model of what is said to the program from the lines in scripts/training/hearing, and say how it does on another author.

    python scripts/training/hearing/train_hearing.py            # writes feedback/hearing/model/weights.py
    python scripts/training/hearing/train_hearing.py --check    # cross-validation by author only, nothing is written

Least squares with a penalty (kernel ridge regression, one class against the rest) over hashed places, each weighed by how rare it is
(Spärck Jones, 1972). It is solved exactly: the same lines give the same weights. `patterns.txt` is one author's, `sentences_*.txt` another's, `*.jsonl`
those of others still, who are named where they are more than one.
"""

import argparse
import json
import re
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from feedback.hearing.model.features import BITS, places_of
from feedback.hearing.rules import rule_for

ROOT = Path(__file__).parents[3]
LINES = ROOT / "scripts/training"
WEIGHTS = ROOT / "feedback/hearing/model/weights.py"
FIELDS = {"acts": "act", "consent": "consent", "summary": "summary", "yesno": "choice", "leave": "leave"}
PENALTY, SHARED, MOST_FORMS = 0.3, 0.3, 16
BALANCED = True
HARMLESS = {"acts": 8, "leave": 40}
Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Line:
    """One line of an author, and what it means."""

    author: str
    text: str
    subject: str
    meaning: str


def forms(pattern: str) -> Iterator[str]:
    """Return some forms of a pattern, in which {a|b} stands for either: every part in turn, each at its own pace."""
    parts = [part.split("|") if at % 2 else [part] for at, part in enumerate(re.split(r"\{([^}]*)\}", pattern))]
    many = [part for part in parts if len(part) > 1]
    count = len(many[0]) if len(many) == 1 else min(MOST_FORMS, int(np.prod([len(part) for part in many])))
    for form in range(count):
        chosen = (part[(form + form // len(part) * at) % len(part)] for at, part in enumerate(parts))
        yield " ".join("".join(chosen).split())


def from_patterns(task: str) -> Iterator[Line]:
    """Return the lines of a task that the patterns stand for."""
    heading: list[str] = []
    for row in (LINES / "hearing/patterns.txt").read_text().splitlines():
        if row.startswith("["):
            heading = row.strip("[]").split()
        elif row and not row.startswith("#") and heading[0] == task:
            yield from (Line("patterns", form, "", heading[1]) for form in dict.fromkeys(forms(row)))


def from_sentences(task: str) -> Iterator[Line]:
    """Return the lines of a task that stand under their meaning as they are; of a mail the subject stands before two bars."""
    heading: list[str] = []
    for path in sorted((LINES / "hearing").glob("sentences_*.txt")):
        for row in path.read_text("utf-8").splitlines():
            if row.startswith("["):
                heading = row.strip("[]").split()
            elif row and not row.startswith("#") and heading[0] == task:
                subject, _, text = row.rpartition("||")
                yield Line("sentences", text.strip(), subject.strip(), heading[1])


def from_distress(every: int) -> Iterator[Line]:
    """Return one in so many harmless lines of the training of distress: whoever tells of a day neither speaks to the program nor leaves."""
    for path in sorted((LINES / "distress").glob("lines_[abc].jsonl")):
        rows = [json.loads(row) for row in path.read_text().splitlines()]
        harmless = [row["text"] for row in rows if not row["notice"] and len(row["text"]) < 90]
        yield from (Line("distress", text, "", "none") for text in harmless[::every])


def lines_for(task: str) -> list[Line]:
    """Return all lines of a task, of every author; a wish for a language is the business of rules."""
    rows = [json.loads(row) for row in (LINES / f"hearing/{task}.jsonl").read_text().splitlines()]
    written = [Line(row.get("author", "lines"), row["text"], row.get("subject", ""), row[FIELDS[task]]) for row in rows]
    kept = [line for line in written if not line.meaning.startswith("language")]
    written_apart = {(line.text, line.subject): line for line in from_sentences(task)}.values()
    return [*kept, *written_apart, *from_patterns(task), *(from_distress(HARMLESS[task]) if task in HARMLESS else ())]


def matrix(task: str, lines: list[Line]) -> tuple[NDArray[np.float32], Vector]:
    """Return lines by places, each line divided by the root of its length, and how rare each place is."""
    table = np.zeros((len(lines), 1 << BITS), np.float32)
    for at, line in enumerate(lines):
        table[at, places_of(task, line.text, line.subject, rule_for(task, line.text, line.subject))] = 1
    rare = np.log((len(lines) + 1) / (table.sum(0) + 1))
    return table * rare / np.sqrt(np.maximum(table.sum(1, keepdims=True), 1)), rare


def solve(kernel: Vector, wanted: Vector) -> Vector:
    """Return by how much each line counts for each class. Lines of a frequent class are bound less closely, by the root of its size."""
    sizes = (wanted > 0).sum(0)[wanted.argmax(1)]
    slack = np.sqrt(sizes / np.median(sizes)) if BALANCED else np.ones(len(sizes))
    return np.asarray(np.linalg.solve(kernel + PENALTY * np.diag(slack), wanted), np.float64)


def tell(task: str, name: str, scores: Vector, wanted: list[str], classes: list[str]) -> None:
    """Print how many are right, and of those over some leads how many are wrong."""
    guessed = [classes[at] for at in scores.argmax(1)]
    ahead = np.sort(scores, 1)[:, -1] - np.sort(scores, 1)[:, -2]
    right = np.array([one == other for one, other in zip(guessed, wanted, strict=True)])
    shares = (
        f"over {at}: {np.mean(ahead > at):.0%}, wrong {np.mean((ahead > at) & ~right):.1%}" for at in (0.4, 0.6, 0.8)
    )
    print(f"{task:8} {name:22} n={len(wanted)} right {right.mean():.1%}; {'; '.join(shares)}")


def check(task: str, lines: list[Line], kernel: Vector, wanted: Vector, classes: list[str]) -> None:
    """Print how the lines of each author fare when the model has learnt those of all others and none of his."""
    for author in sorted({line.author for line in lines} - {"distress"}):
        own = np.array([at for at, line in enumerate(lines) if line.author == author])
        others = np.array([at for at, line in enumerate(lines) if line.author != author])
        scores = kernel[np.ix_(own, others)] @ solve(kernel[np.ix_(others, others)], wanted[others])
        tell(task, author, scores, [lines[at].meaning for at in own], classes)


def train(task: str, *, only_check: bool) -> str:
    """Train a task and return its part of the module of weights; or print how it does, and return nothing."""
    lines = lines_for(task)
    classes = sorted({line.meaning for line in lines})
    table, rare = matrix(task, lines)
    kernel = (table @ table.T).astype(float)
    typical = float(np.median(np.diag(kernel)))
    kernel = kernel / typical + SHARED
    wanted = np.array([[1.0 if line.meaning == name else -1.0 for name in classes] for line in lines])
    if only_check:
        check(task, lines, kernel, wanted, classes)
        return ""
    duals = solve(kernel, wanted)
    return written(task, classes, (table.T @ duals) / typical * rare[:, None], SHARED * duals.sum(0))


def written(task: str, classes: list[str], weights: Vector, biases: Vector) -> str:
    """Return the source of a task: weights as bytes from 1 to 255 (128 is none), compressed, in letters."""
    step = float(np.abs(weights).max()) / 127
    steps = (np.clip(np.round(weights / step), -127, 127) + 128).astype(np.uint8)
    text = urlsafe_b64encode(zlib.compress(steps.tobytes(), 9)).decode()
    body = "\n".join(f'    "{text[at : at + 12000]}"' for at in range(0, len(text), 12000))
    rounded = tuple(round(float(bias), 5) for bias in biases)
    return f"_{task.upper()} = (\n{body}\n)  # fmt: skip\nTASKS[{task!r}] = Task({tuple(classes)!r}, {step:.8f}, {rounded!r}, _unpacked(_{task.upper()}))\n"


HEAD = '''"""The weights of the model, as data. Made by scripts/training/hearing/train_hearing.py; do not edit."""

from base64 import urlsafe_b64decode
from dataclasses import dataclass
from zlib import decompress


@dataclass(frozen=True)
class Task:
    """The classes of a task, what one step of a weight is worth, their biases, and a row of weights (128 is none) for each place."""

    classes: tuple[str, ...]
    scale: float
    biases: tuple[float, ...]
    table: bytes


def _unpacked(text: str) -> bytes:
    return decompress(urlsafe_b64decode(text))


TASKS: dict[str, Task] = {}
'''


def main() -> None:
    """Write, or only check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="cross-validate only, write nothing")
    asked = parser.parse_args()
    parts = [train(task, only_check=asked.check) for task in FIELDS]
    if not asked.check:
        WEIGHTS.write_text(HEAD + "".join(parts))


if __name__ == "__main__":
    main()
