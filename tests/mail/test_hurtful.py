"""Mails meant to hurt: whatever is sent, the time that it takes grows no faster than its size."""

import os
from collections.abc import Callable
from random import Random  # noqa: TID251 - a letter is made from a seed

import pytest
from mail_replies.hurtful import KINDS, Maker, against
from mail_replies.letters import letter

from mail.reader.parse import hear, understand
from tests.growth import grows_in_line
from tests.samples import TURN

pytestmark = pytest.mark.uncounted
LETTER = letter(Random(3))  # noqa: S311 - a letter of the tests is no secret
BESIDE = against(LETTER)
SMALL, LARGE = 125_000, 1_000_000
SAMPLE = int(os.environ.get("SAYSO_HURTFUL", "6"))
"""One kind in so many is timed, others each day; 1 times all (`make nightly`)."""


def sampled(kinds: dict[str, Maker]) -> list[str]:
    """Return some of the kinds: which ones changes from day to day."""
    return list(kinds)[TURN % SAMPLE :: SAMPLE]


@pytest.mark.slow
@pytest.mark.parametrize("kind", sampled(KINDS))
def test_understanding_takes_time_in_line_with_size(kind: str):
    assert is_in_line(KINDS[kind], understand)


@pytest.mark.slow
@pytest.mark.parametrize("kind", sampled({**KINDS, **BESIDE}))
def test_reading_beside_the_letter_takes_time_in_line_with_size(kind: str):
    assert is_in_line({**KINDS, **BESIDE}[kind], lambda raw: hear(raw, LETTER.sent))


@pytest.mark.parametrize("kind", {**KINDS, **BESIDE})
def test_a_small_one_of_each_kind_is_read_to_its_end(kind: str):
    raw = {**KINDS, **BESIDE}[kind](2_000)

    assert understand(raw)
    assert hear(raw, LETTER.sent)


def is_in_line(make: Maker, read: Callable[[bytes], object]) -> bool:
    small, large = make(SMALL), make(LARGE)
    return grows_in_line(lambda: read(small), lambda: read(large), times=LARGE / SMALL)
