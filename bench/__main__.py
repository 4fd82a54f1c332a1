"""`python -m bench [SECTION ...]`: measure, and print one table."""

import sys

from bench.rows import SECTIONS


def main(names: list[str]) -> int:
    """Print every row of the sections (all where none is named); 1 if an aim was missed."""
    unknown = [name for name in names if name not in SECTIONS]
    if unknown:
        print(f"There is no section {', '.join(unknown)}. There are: {', '.join(SECTIONS)}.", file=sys.stderr)
        return 2
    is_met = True
    for name in names or list(SECTIONS):
        for row in SECTIONS[name]():
            print(row, flush=True)
            is_met = is_met and row.is_met is not False
    return 0 if is_met else 1


sys.exit(main(sys.argv[1:]))
