"""Train the model of how much of a yes a sentence is, from scripts/training/hearing, and write its weights as data.

    PYTHONPATH=. python scripts/training/hearing/train_degrees.py            # writes feedback/hearing/answers/meaning/degree_weights.py
    PYTHONPATH=. python scripts/training/hearing/train_degrees.py FOLDER...  # says how it does on the scales of other authors' lines; nothing is written

It is solved as in `train_hearing`: kernel ridge regression over hashed places, one class against the rest.
"""

import json
import sys
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from feedback.hearing.answers.usual_scales import scale_of
from feedback.hearing.answers.words.vocabulary import AMOUNT, FREQUENCY, IDIOMS, UNSURE, YES_NO
from feedback.hearing.ask import Ask
from feedback.hearing.model.features import BITS, places
from feedback.hearing.normal import normalise, tokens
from scripts.training.hearing.choosing_lines import written as written_answers
from scripts.training.hearing.train_hearing import SHARED, Vector, forms, from_distress, solve

ROOT = Path(__file__).parents[3]
LINES = ROOT / "scripts/training/hearing"
WEIGHTS = ROOT / "feedback/hearing/answers/meaning/degree_weights.py"
CLASSES = ("none", "little", "middle", "most", "all", "unsure", "void")
HARMLESS = 12
"""One in so many lines of a day's telling is learnt as saying nothing of how much."""
LEVELS = {"none": 0.0, "little": 0.25, "middle": 0.5, "most": 0.75, "all": 1.0}
OF_YES = {"yes": "all", "partly": "middle", "no": "none", "unsure": "unsure", "unclear": "void"}
Line = tuple[str, str]


def nearest_class(value: float) -> str:
    """Return the class whose level a value is nearest to."""
    return min(LEVELS, key=lambda name: abs(LEVELS[name] - value))


def from_patterns() -> Iterator[Line]:
    """Return the lines of degrees.txt."""
    heading = ""
    for row in (LINES / "degrees.txt").read_text("utf-8").splitlines():
        if row.startswith("["):
            heading = row.strip("[]")
        elif row and not row.startswith("#"):
            yield from ((form, heading) for form in dict.fromkeys(forms(row)))


def from_lists() -> Iterator[Line]:
    """Return the phrases of the word lists, which the model generalises."""
    for table in (YES_NO, FREQUENCY, AMOUNT, IDIOMS):
        yield from ((phrase, nearest_class(value)) for phrase, value in table.items() if len(phrase) > 3)
    yield from ((phrase, "unsure") for phrase in sorted(UNSURE))


def from_answers() -> Iterator[Line]:
    """Return what others have answered at questions of yes and no, and at scales."""
    for row in (LINES / "yesno.jsonl").read_text("utf-8").splitlines():
        line = json.loads(row)
        yield line["text"], OF_YES[line["choice"]]
    for row in (LINES / "degrees.jsonl").read_text("utf-8").splitlines():
        line = json.loads(row)
        yield line["text"], line["degree"]
    yield from ((line.text, "void") for line in from_distress(HARMLESS))


def from_written() -> Iterator[Line]:
    """Return the answers written for training at questions with a usual scale."""
    for one in written_answers():
        scale = scale_of(one.ask)
        if scale is not None and one.meant in scale[1]:
            yield one.text, nearest_class(scale[1][one.meant])


def of_scales(folder: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Return the lines of a set at questions with a usual scale, each with its class."""
    for path in sorted(folder.glob("*.jsonl")):
        for row in path.read_text("utf-8").splitlines():
            line = json.loads(row)
            asked = line.get("ask", {})
            if asked.get("type") not in {"one", "yesno"}:
                continue
            choices = asked.get("choices") or {"yes": "Yes", "partly": "Partly", "no": "No", "notsure": "Not sure"}
            scale = scale_of(Ask("one", asked.get("question", ""), choices))
            choice, act = line["want"].get("choice"), line["want"].get("act")
            if scale is None or (choice is None and act not in {"unclear", "other"}):
                continue
            if choice is None:
                yield line, "void"
            elif choice in scale[1]:
                yield line, nearest_class(scale[1][choice])
            elif normalise(choices[choice]) in UNSURE:
                yield line, "unsure"


def matrix(texts: list[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return texts by places, each divided by the root of its length; and how rare each place is."""
    table = np.zeros((len(texts), 1 << BITS), np.float32)
    for at, text in enumerate(texts):
        table[at, places(tokens(text))] = 1
    rare = np.log((len(texts) + 1) / (table.sum(0) + 1))
    return table / np.sqrt(np.maximum(table.sum(1, keepdims=True), 1)), rare


def train(lines: list[Line]) -> tuple[Vector, Vector]:
    """Return the weight of each place for each class, and what each class begins with."""
    table, rare = matrix([text for text, _ in lines])
    table = table * rare
    kernel = (table @ table.T).astype(float)
    typical = float(np.median(np.diag(kernel)))
    wanted = np.array([[1.0 if meaning == name else -1.0 for name in CLASSES] for _, meaning in lines])
    duals = solve(kernel / typical + SHARED, wanted)
    return (table.T @ duals) / typical * rare[:, None], SHARED * duals.sum(0)


def scores_of(text: str, weights: Vector, biases: Vector) -> Vector:
    """Return the score of each class."""
    at = places(tokens(text))
    return np.asarray(weights[at].sum(0) / np.sqrt(max(len(at), 1)) + biases)


def written(weights: Vector, biases: Vector) -> str:
    """Return the source of the weights: bytes from 1 to 255 (128 is none), compressed, in letters."""
    step = float(np.abs(weights).max()) / 127
    steps = (np.clip(np.round(weights / step), -127, 127) + 128).astype(np.uint8)
    text = urlsafe_b64encode(zlib.compress(steps.tobytes(), 9)).decode()
    body = "\n".join(f'    "{text[at : at + 12000]}"' for at in range(0, len(text), 12000))
    rounded = tuple(round(float(bias), 5) for bias in biases)
    return HEAD.format(classes=CLASSES, step=step, biases=rounded) + f"_TABLE = (\n{body}\n)  # fmt: skip\n" + TAIL


HEAD = '''"""The weights of how much of a yes a sentence is. Made by scripts/training/hearing/train_degrees.py; do not edit."""

from base64 import urlsafe_b64decode
from zlib import decompress

CLASSES = {classes!r}
STEP = {step:.8f}
"""What a whole number of the table counts."""
BIASES = {biases!r}
'''
TAIL = '''TABLE = decompress(urlsafe_b64decode(_TABLE))
"""For each place one byte for each class: 128 is none."""
'''


def main(folders: list[str]) -> None:
    """Write the weights, or say how lines of others fare."""
    lines = list(dict.fromkeys([*from_patterns(), *from_lists(), *from_answers(), *from_written()]))
    weights, biases = train(lines)
    for folder in folders:
        pairs = [
            (CLASSES[int(scores_of(line["text"], weights, biases).argmax())], name)
            for line, name in of_scales(Path(folder))
        ]
        near = sum(abs(LEVELS.get(one, 9) - LEVELS.get(other, 9)) <= 0.25 for one, other in pairs)
        print(folder, len(pairs), "exactly", sum(one == other for one, other in pairs), "nearly", near)
    if not folders:
        WEIGHTS.write_text(written(weights, biases), "utf-8")
    print(len(lines), "lines")


if __name__ == "__main__":
    main(sys.argv[1:])
