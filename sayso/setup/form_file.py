"""Forms of other programs read from files: in a process of its own, since a small workbook can swell to fill a machine.

    python -m sayso.setup.form_file MEMORY SECONDS NAME < FILE

is that process. It says one JSON line: the form, or in one sentence what is wrong with it.
"""

import json
import sys
from collections.abc import Mapping

from feedback.errors import SaysoError
from review.http.setup_port import TakenForm
from sayso.core.bounded_child import OUT_OF_MEMORY, ChildFailed, ChildLimits, Reason, confine, run_child_on
from sayso.setup.written import take_form

LIMITS = ChildLimits(memory=512 << 20, seconds=30, clock=60.0)
"""A guess: the longest form seen, of 1,400 rows, takes 90 MB and a second."""
_FAULTS: Mapping[Reason, str] = {
    "memory": "it takes too much memory to read. That is no form.",
    "time": "it takes too long to read. That is no form.",
    "fault": "it is damaged. Save it again.",
}


def take_form_file(name: str, content: bytes, limits: ChildLimits = LIMITS) -> TakenForm:
    """Return a form of another program as a file of questions. Raises SaysoError for no form."""
    try:
        told = json.loads(run_child_on(content, "sayso.setup.form_file", limits, name))
    except ChildFailed as failed:
        raise SaysoError(_FAULTS[failed.reason]) from failed
    if isinstance(told, str):
        raise SaysoError(told)
    return TakenForm(told["name"], told["text"], tuple(told["lost"]))


def main() -> None:
    """Read standard input and say what it holds."""
    memory, seconds, name = sys.argv[1:]
    confine(int(memory), int(seconds))
    told: object
    try:
        taken = take_form(name, sys.stdin.buffer.read())
        told = {"name": taken.name, "text": taken.text, "lost": taken.lost}
    except SaysoError as fault:
        told = str(fault)
    except (MemoryError, RecursionError):
        sys.exit(OUT_OF_MEMORY)
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
