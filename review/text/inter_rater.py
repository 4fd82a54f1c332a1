"""How far coders agree: several figures side by side, since each misleads alone. Pure.

A unit is one text; its ratings say, coder by coder, whether the theme was given: not, where a coder read it and left it
bare. Texts that nobody read are no units: they would drown the rest. `None` stands where a figure cannot be told (nobody
ever differed from everybody). Sources: Cohen 1960; Krippendorff 2004, chapter 11 (nominal); Gwet 2014 (Handbook of
Inter-Rater Reliability, fourth edition, chapter 2: with ratings missing, prevalence is over all texts with at least one
rating, agreement over those with two or more).
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

Unit = Sequence[Hashable]


@dataclass(frozen=True)
class Agreement:
    """One theme: on how many texts, and how far coders agree. `kappa` is Cohen's, for two coders alone."""

    texts: int
    given: int
    same: float
    kappa: float | None
    alpha: float | None
    ac1: float | None


def agreement(by_coder: Sequence[Mapping[str, bool]]) -> Agreement:
    """Return the figures of one theme; each mapping is one text: whether each coder gave the theme."""
    units = [tuple(ratings.values()) for ratings in by_coder if len(ratings) > 1]
    coders = {coder for ratings in by_coder if len(ratings) > 1 for coder in ratings}
    kappa = None
    if len(coders) == 2:
        one, two = sorted(coders)
        kappa = cohen([(ratings[one], ratings[two]) for ratings in by_coder if len(ratings) > 1])
    given = sum(any(unit) for unit in units)
    once = [tuple(ratings.values()) for ratings in by_coder if ratings]
    return Agreement(len(units), given, observed(units), kappa, alpha(units), gwet(once))


def observed(units: Sequence[Unit]) -> float:
    """Return the share of pairs of coders that agree, text by text; 1 where there is nothing to compare."""
    shares = [sum(n * (n - 1) for n in Counter(unit).values()) / (len(unit) * (len(unit) - 1)) for unit in units]
    return sum(shares) / len(shares) if shares else 1.0


def cohen(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Return Cohen's kappa of two coders."""
    count = len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    chance = sum(first[value] * second[value] for value in first) / count**2 if count else 1.0
    return _beyond(observed(pairs), chance)


def alpha(units: Sequence[Unit]) -> float | None:
    """Return Krippendorff's alpha for names; texts may have different numbers of ratings, two at least."""
    total = sum(len(unit) for unit in units)
    counts = Counter(value for unit in units for value in unit)
    apart = total * (total - 1) - sum(count * (count - 1) for count in counts.values())
    if not apart:
        return None
    differing = sum(
        (len(unit) ** 2 - sum(count**2 for count in Counter(unit).values())) / (len(unit) - 1) for unit in units
    )
    return 1 - (total - 1) * differing / apart


def gwet(units: Sequence[Unit], kinds: int = 2) -> float | None:
    """Return Gwet's AC1, which holds for rare themes too; `kinds` is how many values a rating can have.

    Texts with one rating say how common a value is, and nothing of agreement.
    """
    several = [unit for unit in units if len(unit) > 1]
    if not several:
        return None
    shares: dict[Hashable, float] = defaultdict(float)
    for unit in units:
        for value, count in Counter(unit).items():
            shares[value] += count / len(unit) / len(units)
    chance = sum(share * (1 - share) for share in shares.values()) / (kinds - 1)
    return _beyond(observed(several), chance)


def _beyond(seen: float, chance: float) -> float | None:
    """Return how much of what chance leaves open was agreed on."""
    return None if chance >= 1 else (seen - chance) / (1 - chance)
