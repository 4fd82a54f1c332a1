"""Lists of contacts read from files: in a process of its own, since a small workbook can swell to fill a machine.

    python -m sayso.staff.list_file MEMORY SECONDS < FILE

is that process. It says one JSON line: the table, or what is wrong with it. Texts of some lines are read here.
"""

import json
import sys
from collections.abc import Mapping

from sayso.core.bounded_child import OUT_OF_MEMORY, ChildFailed, ChildLimits, Reason, confine, run_child_on
from storage.people.list_files import ContactTable, RosterFault, RosterRow, read_table

LIMITS = ChildLimits(memory=512 << 20, seconds=30, clock=60.0)
"""A guess: 50,000 rows take 200 MB and some seconds."""
_SMALL = 64 * 1024
"""Bytes of a text that is read at once: it takes some milliseconds."""
_FAULTS: Mapping[Reason, str] = {
    "memory": "This file takes too much memory to read. Save the sheet with the addresses alone, as CSV.",
    "time": "This file takes too long to read. Save the sheet with the addresses alone, as CSV.",
    "fault": "This file cannot be read. Save it again, or as CSV.",
}


def read_list_file(content: bytes, limits: ChildLimits = LIMITS) -> ContactTable:
    """Return the table in a file or in cells that were copied. Raises RosterFault where it is none."""
    if len(content) <= _SMALL and not content.startswith(b"PK"):
        return read_table(content)
    try:
        told = json.loads(run_child_on(content, "sayso.staff.list_file", limits))
    except ChildFailed as failed:
        raise RosterFault([_FAULTS[failed.reason]]) from failed
    if "faults" in told:
        raise RosterFault(told["faults"])
    rows = tuple(RosterRow(line, tuple(cells), fault) for line, cells, fault in told["rows"])
    return ContactTable(tuple(told["header"]), rows, told["header_line"])


def main() -> None:
    """Read standard input and say what it holds."""
    memory, seconds = sys.argv[1:]
    confine(int(memory), int(seconds))
    told: Mapping[str, object]
    try:
        table = read_table(sys.stdin.buffer.read())
        rows = [(row.line, row.cells, row.fault) for row in table.rows]
        told = {"header": table.header, "header_line": table.header_line, "rows": rows}
    except RosterFault as fault:
        told = {"faults": fault.faults}
    except (MemoryError, RecursionError):
        sys.exit(OUT_OF_MEMORY)
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
