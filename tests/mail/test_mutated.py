"""Spoilt mails: none may raise anything, and what is told of each can be stored.

`make nightly` reads 10,000 (SAYSO_MUTATED); here a sample, other ones each time. A failure names its seed.
"""

import os
import secrets
from random import Random  # noqa: TID251 - the seed is shown

import pytest
from mail_replies.make import reply
from mail_replies.mutation import mutated

from mail.model.parsed_mail import dump, load
from mail.reader.parse import hear, understand
from tests.samples import IS_GATE

pytestmark = pytest.mark.uncounted
COUNT = int(os.environ.get("SAYSO_MUTATED", "150"))
FIRST = int(os.environ.get("SAYSO_MUTATED_FIRST", "1" if IS_GATE else str(secrets.randbelow(1_000_000))))


@pytest.mark.slow
def test_no_spoilt_mail_raises_anything():
    raised = {seed: fault for seed in range(FIRST, FIRST + COUNT) if (fault := fault_of(seed))}

    assert raised == {}


def fault_of(seed: int) -> str:
    made = reply(seed % 997)
    raw = mutated(made.raw, Random(seed))  # noqa: S311 - no secret
    try:
        understood = understand(raw)
        hear(raw, made.sent)
    except Exception as fault:  # noqa: BLE001 - any fault at all is what is looked for
        return repr(fault)[:200]
    return "" if load(dump(understood)) == understood else "it is not the same when it was stored"
