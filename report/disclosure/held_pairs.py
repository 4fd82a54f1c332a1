"""Small numbers among the same people asked twice: what changed is shown only where nobody can be worked out.

The interval and the test beside a change let a reader work back all four numbers of its table. So each of them is
held to the rule, and so are the people who are in the report and not in the pairs: they are what is left when one is
taken from the other.
"""

from collections.abc import Iterable, Sequence

from report.counting.pairs import PairCounts
from report.disclosure.attacker import SMALLEST_BASE
from report.disclosure.suppression import SMALL

Share = tuple[int, int]
"""How many picked a choice, of how many who answered."""


def may_be_shown(counts: PairCounts, left_over: Iterable[Share] = ()) -> bool:
    """Return whether a change of people may be shown: ten pairs or more, and no number of 1 to 4 among its four.

    `left_over` are shares of people who are in one published table and not in the other: ten or more of them, or
    nobody, with no number of 1 to 4.
    """
    is_large = counts.pairs >= SMALLEST_BASE and not any(number in SMALL for number in counts)
    return is_large and all(_is_apart(*share) for share in left_over)


def _is_apart(chose: int, answered: int) -> bool:
    is_none_or_many = answered == 0 or answered >= SMALLEST_BASE
    return is_none_or_many and chose not in SMALL and answered - chose not in SMALL


def shown_of(can_be_shown: Sequence[bool], *, is_one: bool) -> tuple[bool, ...]:
    """Return which choices of a question are shown, in its order.

    Of a question with one answer all are, or the first alone: of two that are left the others could be worked out.
    """
    if not is_one or all(can_be_shown):
        return tuple(can_be_shown)
    return tuple(can and place == 0 and len(can_be_shown) > 2 for place, can in enumerate(can_be_shown))
