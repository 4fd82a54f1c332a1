"""The points of words, trained so that an answer lies near the label that it means. Used by `train_choosing`.

A text and a label are sums of the points of their words, of length one. Softmax over the labels of the
question, and over labels of other questions, is taken down by Adam (Kingma and Ba, 2015). What moves away from the encoder's point of
a word costs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
STEPS, RATE, FORGOTTEN, OTHERS, OF_OTHERS = 80, 0.005, 0.2, 96, 0.3
HOLD = 1e-5


@dataclass(frozen=True)
class Line:
    """One answer: its question, the labels, the text, and the place of the label that is meant."""

    question: str
    labels: tuple[str, ...]
    text: str
    meant: int


class Scatter:
    """Adds rows up by an index: the counterpart of taking rows by it."""

    def __init__(self, index: Ints, size: int) -> None:
        self.order = np.argsort(index, kind="stable")
        self.found, self.starts = np.unique(index[self.order], return_index=True)
        self.size = size

    def __call__(self, rows: Floats) -> Floats:
        """Return for each number of the index the sum of its rows."""
        result = np.zeros((self.size, *rows.shape[1:]), np.float32)
        if len(self.order):
            result[self.found] = np.add.reduceat(rows[self.order], self.starts, axis=0)
        return result


class Bags:
    """Texts as the places of their words, one after the other."""

    def __init__(self, texts: Sequence[str], places: Callable[[str], Sequence[int]]) -> None:
        found = [list(places(text)) for text in texts]
        self.words = np.array([place for bag in found for place in bag], np.int64)
        self.owners = np.array([at for at, bag in enumerate(found) for _ in bag], np.int64)
        self.to_owner = Scatter(self.owners, len(texts))


@dataclass
class Points:
    """What is trained: points of words, the logarithm of their weights, and how sharp the softmax is."""

    words: Floats
    weights: Floats
    scale: Floats


def unit(rows: Floats) -> tuple[Floats, Floats]:
    """Return rows of length one, and what their lengths were."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True) + np.float32(1e-3)
    return rows / lengths, lengths


def through_unit(grad: Floats, rows: Floats, lengths: Floats) -> Floats:
    """Return the gradient before rows were made of length one."""
    return np.asarray((grad - rows * (grad * rows).sum(1, keepdims=True)) / lengths)


class Trainer:
    """Trains points on lines."""

    def __init__(self, lines: Sequence[Line], start: Points, places: Callable[[str], Sequence[int]]) -> None:
        self.labels = list(dict.fromkeys(label for line in lines for label in line.labels))
        at = {label: place for place, label in enumerate(self.labels)}
        texts, labels = Bags([line.text for line in lines], places), Bags(self.labels, places)
        self.used, packed = np.unique(np.concatenate([texts.words, labels.words]), return_inverse=True)
        texts.words, labels.words = packed[: len(texts.words)], packed[len(texts.words) :]
        self.texts, self.label_bags, self.start = texts, labels, start
        self.random = np.random.default_rng(0)
        self.of_line = np.array([n for n, line in enumerate(lines) for _ in line.labels], np.int64)
        self.of_label = np.array([at[label] for line in lines for label in line.labels], np.int64)
        sizes = np.array([len(line.labels) for line in lines])
        self.begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        self.target = self.begins + np.array([line.meant for line in lines])
        self.to_text, self.to_label = Scatter(self.of_line, len(lines)), Scatter(self.of_label, len(self.labels))
        self.to_word_of_text, self.to_word_of_label = (Scatter(bag.words, len(self.used)) for bag in (texts, labels))

    def trained(self) -> Points:
        """Return the points after all steps."""
        begun = {
            "words": self.start.words[self.used],
            "weights": self.start.weights[self.used],
            "scale": self.start.scale,
        }
        now = {name: value.copy() for name, value in begun.items()}
        mean = {name: np.zeros_like(value) for name, value in now.items()}
        spread = {name: np.zeros_like(value) for name, value in now.items()}
        rates = {"words": RATE, "weights": RATE, "scale": 10 * RATE}
        holds = {"words": HOLD, "weights": HOLD, "scale": 0.0}
        for step in range(1, STEPS + 1):
            for name, grad in self.gradients(now).items():
                held = grad + 2 * np.float32(holds[name]) * (now[name] - begun[name])
                mean[name] = 0.9 * mean[name] + 0.1 * held
                spread[name] = 0.99 * spread[name] + 0.01 * held**2
                move = (mean[name] / (1 - 0.9**step)) / (np.sqrt(spread[name] / (1 - 0.99**step)) + 1e-7)
                now[name] = (now[name] - rates[name] * move).astype(np.float32)
        words, weights = self.start.words.copy(), self.start.weights.copy()
        words[self.used], weights[self.used] = now["words"], now["weights"]
        return Points(words, weights, now["scale"])

    def gradients(self, now: dict[str, Floats]) -> dict[str, Floats]:
        """Return the gradient of the loss for each part of the points."""
        loud = now["words"] * np.exp(now["weights"])[:, None]
        kept = (self.random.random(len(self.texts.words)) > FORGOTTEN).astype(np.float32)[:, None]
        told, told_lengths = unit(self.texts.to_owner(loud[self.texts.words] * kept))
        label, label_lengths = unit(self.label_bags.to_owner(loud[self.label_bags.words]))
        grad_told, grad_label, grad_scale = self._within(told, label, now["scale"])
        others = self._among_others(told, label, now["scale"])
        grad_told, grad_label, grad_scale = grad_told + others[0], grad_label + others[1], grad_scale + others[2]
        grad_told = through_unit(grad_told, told, told_lengths)
        grad_label = through_unit(grad_label, label, label_lengths)
        grad_loud = self.to_word_of_text(grad_told[self.texts.owners] * kept)
        grad_loud += self.to_word_of_label(grad_label[self.label_bags.owners])
        return {
            "words": grad_loud * np.exp(now["weights"])[:, None],
            "weights": (grad_loud * loud).sum(1),
            "scale": np.array(grad_scale, np.float32),
        }

    def _within(self, told: Floats, label: Floats, scale: Floats) -> tuple[Floats, Floats, float]:
        """Return the gradients of the softmax over the labels of the question."""
        left, right = told[self.of_line], label[self.of_label]
        near = (left * right).sum(1)
        raised = np.exp(scale * near - scale)
        grad = raised / np.add.reduceat(raised, self.begins)[self.of_line]
        grad[self.target] -= 1
        grad /= len(told)
        by_pair = (scale * grad)[:, None]
        return self.to_text(by_pair * right), self.to_label(by_pair * left), float((grad * near).sum())

    def _among_others(self, told: Floats, label: Floats, scale: Floats) -> tuple[Floats, Floats, float]:
        """Return the gradients of the softmax over the right label and some of other questions."""
        drawn = self.random.choice(len(label), min(OTHERS, len(label)), replace=False)
        meant = self.of_label[self.target]
        near = np.concatenate([(told * label[meant]).sum(1, keepdims=True), told @ label[drawn].T], 1)
        raised = np.exp(scale * near - scale)
        raised[:, 1:][drawn[None, :] == meant[:, None]] = 0
        grad = raised / raised.sum(1, keepdims=True)
        grad[:, 0] -= 1
        grad *= OF_OTHERS / len(told)
        scaled = scale * grad
        grad_told = scaled[:, :1] * label[meant] + scaled[:, 1:] @ label[drawn]
        grad_label = Scatter(meant, len(label))(scaled[:, :1] * told)
        grad_label[drawn] += scaled[:, 1:].T @ told
        return grad_told, grad_label, float((grad * near).sum())
