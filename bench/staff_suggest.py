"""Learns themes from 3,000 invented comments and suggests some for 2,000 more; prints how many a second, and memory.

A program of its own, so that the memory is that of suggesting alone.
"""

import random  # noqa: TID251 - the same invented comments in every run
import resource
import time

from review.text.theme_model import MOST_TEXTS, Example, learn

ASKED = 2_000
_THEMES = 30


def main() -> None:
    """Print comments a second of processor time, and the most memory in MB."""
    chance = random.Random(11)  # noqa: S311 - invented words
    known = ["".join(chance.choices("etaoinshrdlu", k=chance.randint(2, 9))) for _ in range(6_000)]
    marks = {f"theme {number}": chance.sample(known, 12) for number in range(_THEMES)}

    def comment() -> Example:
        theme = chance.choice(list(marks))
        return Example(" ".join([*chance.choices(known, k=14), *chance.sample(marks[theme], 3)]), frozenset({theme}))

    model = learn([comment() for _ in range(MOST_TEXTS)])
    assert model is not None
    fresh = [comment().words for _ in range(ASKED)]
    began = time.process_time()
    for words in fresh:
        model.suggest(words)
    rate = ASKED / (time.process_time() - began)
    print(f"{rate:.0f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")


if __name__ == "__main__":
    main()
