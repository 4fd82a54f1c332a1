"""A second attacker of another kind: whole replies as unknowns, and exact integer programming over several reports at once."""

from itertools import product

import numpy as np
from scipy.optimize import LinearConstraint, milp

LETTERS = "abcd"
KINDS = (*LETTERS, "words", "skip")
PATTERNS = list(product(KINDS, repeat=2))
"""How one reply can answer the questions q and r."""
QUESTIONS = ("q", "r")


def cells_of(report, question):
    """Return what is printed of a question: its base, and each number; None is hidden."""
    counts = next(one for one in report.method.questions if one.id == question)
    told = {one.choice: one.chose for one in report.figures if one.question == question}
    return counts.answered, told | {"words": counts.own_words}


class Solver:
    """Unknown is how many replies of each pattern there are in each atom: what no report parts any further.

    `inside` says for each report which atoms it holds; `within` which of the others lie directly within it.
    """

    def __init__(self, reports, inside, within):
        self.reports, self.inside, self.within = reports, inside, within
        self.many = len(next(iter(inside.values()))) * len(PATTERNS)
        self.lines = []
        for name, report in reports.items():
            self.lines.append((self.row(name, lambda _: True), report.responses, report.responses))
            for at, question in enumerate(QUESTIONS):
                self.read(name, at, *cells_of(report, question))

    def read(self, name, at, base, cells):
        if base is not None:
            self.lines.append((self.row(name, lambda p: p[at] != "skip"), base, base))
        is_partly_shown = base is not None and any(
            number is not None for cell, number in cells.items() if cell != "words"
        )
        for cell, number in cells.items():
            line = self.row(name, lambda p, cell=cell: p[at] == cell)
            if number is not None:
                self.lines.append((line, number, number))
            elif is_partly_shown:
                self.lines.append((line, 1, base - 1))

    def row(self, name, wanted, *, is_rest=False):
        held = np.array(self.inside[name], bool)
        for part in self.within.get(name, ()) if is_rest else ():
            held &= ~np.array(self.inside[part], bool)
        return np.outer(held, [bool(wanted(one)) for one in PATTERNS]).astype(float).ravel()

    def ends(self, goal):
        matrix, low, high = zip(*self.lines, strict=True)
        limits, whole = LinearConstraint(np.array(matrix), low, high), np.ones(self.many)
        found = [milp(sign * goal, constraints=limits, integrality=whole) for sign in (1, -1)]
        return round(found[0].fun), round(-found[1].fun)

    def given_away(self):
        """Yield what is narrowed to fewer than five values of which some are few, and the few in a report and in none within it.

        Few are one to four, and all but one to four. What is larger may follow from a sum: it tells of nobody.
        """
        for name, report in self.reports.items():
            for at, question in enumerate(QUESTIONS):
                hidden = [cell for cell, number in cells_of(report, question)[1].items() if number is None]
                most = self.ends(self.row(name, lambda p, at=at: p[at] != "skip"))[1] if hidden else 0
                for cell in hidden:
                    low, high = self.ends(self.row(name, lambda p, at=at, cell=cell: p[at] == cell))
                    is_narrow = high and low != most and high - low + 1 < min(5, most + 1)
                    if is_narrow and (low < 5 or high > most - 5):
                        yield name, question, cell, low, high
        for name in self.within:
            yield from self.few_left(name)

    def few_left(self, name):
        for at, question in enumerate(QUESTIONS):
            for cell in (*LETTERS, "words"):
                chose = self.row(name, lambda p, at=at, cell=cell: p[at] == cell, is_rest=True)
                others = self.row(name, lambda p, at=at, cell=cell: p[at] not in (cell, "skip"), is_rest=True)
                ends = [self.ends(chose), self.ends(others)] if chose.any() else []
                if any(low > 0 and high < 5 for low, high in ends):
                    yield name, "rest", question, cell, ends


def rest_of(exact, within, name, question):
    """Return the base and the numbers of those who are in a report and in none within it."""
    base, cells = cells_of(exact[name], question)
    inside = [cells_of(exact[part], question) for part in within[name]]
    return base - sum(one[0] for one in inside), {
        cell: number - sum(one[1].get(cell, 0) for one in inside) for cell, number in cells.items()
    }


def is_harmless(exact, within, name, question):
    """Return whether no number of a question is small in a report, in those it adds up with, and in what they leave."""
    wholes = [whole for whole, parts in within.items() if name in parts or whole == name]
    near = {name, *wholes, *(part for whole in wholes for part in within[whole])}
    rests = (rest_of(exact, within, whole, question) for whole in wholes)
    return not any(_is_small(*one) for one in [*(cells_of(exact[one], question) for one in near), *rests])


def _is_small(base, cells):
    numbers = [number for cell in cells.values() for number in (cell, base - cell)]
    return 0 < base < 10 or any(number in range(1, 5) for number in numbers)
