"""The process that looks: it is handed texts on standard input, one JSON line each, and hands back what it found in them.

A line in is a list of texts; the line out is a list as long, each the sentence to read or "". Started by
`sayso.second_look.process`. It is given no setting and no key, opens no connection and no file of the service, steps back
behind every other process, and says nothing but its answers.
"""

import json
import os
import sys
from typing import BinaryIO

from sayso.core.bounded_child import confine

_MEMORY = 2 << 30
"""Bytes of address space. Loaded, it takes 150 MB, but libraries and threads set aside far more than they use."""
_LAST = 19
"""The least urgent that a process can be (nice): whoever writes or reads comes first."""
READY = b"ready\n"


def main() -> None:
    """Answer until there is nothing more to read."""
    os.nice(_LAST)
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    confine(_MEMORY)
    from sayso.second_look.judgement import Judgement  # noqa: PLC0415 - numpy reads the number of threads when it loads

    judgement = Judgement()
    taken, given = sys.stdin.buffer, sys.stdout.buffer
    _say(given, READY)
    while line := taken.readline():
        _say(given, json.dumps([judgement.missed(text) for text in json.loads(line)]).encode() + b"\n")


def _say(given: BinaryIO, line: bytes) -> None:
    given.write(line)
    given.flush()


if __name__ == "__main__":
    main()
