"""One sentence judged: what is harmless is taken out, then the plain rules are tried."""

from dataclasses import dataclass

from feedback.distress.guards import DENIALS, FIGURES
from feedback.distress.lexicon import CLASSES
from feedback.distress.notice import Reason
from feedback.distress.pattern import Rules, lines_of
from feedback.distress.rules_abuse import CHILD, HURT
from feedback.distress.rules_self_harm import RULES as SELF_HARM
from feedback.distress.rules_staff import HELP, OTHERS, STAFF
from feedback.distress.sayings.everyday_help import HELP_EVERYDAY, OTHERS_EVERYDAY
from feedback.distress.sayings.everyday_hurt import ABUSE_EVERYDAY, CHILD_EVERYDAY, STAFF_EVERYDAY
from feedback.distress.sayings.everyday_self_harm import SELF_HARM_EVERYDAY
from feedback.distress.sayings.guards_everyday import DENIALS_EVERYDAY, FIGURES_EVERYDAY
from feedback.distress.sayings.guards_more import FIGURES_MORE
from feedback.distress.sayings.indirect import FIGURES_INDIRECT, NEED_INDIRECT, SELF_HARM_INDIRECT
from feedback.distress.sayings.rules_more import ABUSE_MORE, HELP_MORE, OTHERS_MORE, SELF_HARM_MORE, STAFF_MORE
from feedback.distress.sayings.rules_soft import SOFT
from feedback.distress.sayings.veiled import (
    ABUSE_VEILED,
    FIGURES_TALK,
    HELP_VEILED,
    SELF_HARM_VEILED,
    STAFF_VEILED,
)

FIGURE_MARK = "_f"
DENIAL_MARK = "_d"
_GUARDS: Rules[str] = Rules(
    [(DENIAL_MARK, line) for line in lines_of(DENIALS + DENIALS_EVERYDAY)]
    + [
        (FIGURE_MARK, line)
        for line in lines_of(FIGURES + FIGURES_MORE + FIGURES_EVERYDAY + FIGURES_TALK + FIGURES_INDIRECT)
    ],
    CLASSES,
)
# In the order of the answer they need: where two hold for the same words, the earlier names the kind.
_SOURCES: tuple[tuple[Reason, bool, str], ...] = (
    ("self-harm", False, SELF_HARM),
    ("abuse", True, CHILD),
    ("staff-harm", False, STAFF),
    ("abuse", False, HURT),
    ("harm-to-others", False, OTHERS),
    ("in-need-now", False, HELP),
    ("self-harm", False, SELF_HARM_MORE),
    ("staff-harm", False, STAFF_MORE),
    ("abuse", False, ABUSE_MORE),
    ("harm-to-others", False, OTHERS_MORE),
    ("in-need-now", False, HELP_MORE),
)
# Whole thoughts, each tried on some six thousand harmless lines: the model has no say over them.
_SURE: tuple[tuple[Reason, bool, str], ...] = (
    ("self-harm", False, SELF_HARM_EVERYDAY),
    ("abuse", True, CHILD_EVERYDAY),
    ("staff-harm", False, STAFF_EVERYDAY),
    ("abuse", False, ABUSE_EVERYDAY),
    ("harm-to-others", False, OTHERS_EVERYDAY),
    ("in-need-now", False, HELP_EVERYDAY),
    ("self-harm", False, SELF_HARM_VEILED),
    ("staff-harm", False, STAFF_VEILED),
    ("abuse", False, ABUSE_VEILED),
    ("in-need-now", False, HELP_VEILED),
    ("self-harm", False, SELF_HARM_INDIRECT),
    ("in-need-now", False, NEED_INDIRECT),
)

_OWN = frozenset({"i", "me", "my", "myself"})


@dataclass(frozen=True)
class Sign:
    """A rule that held in a sentence: its reason, whether it is about a child or sure by itself, the words, and where they stood."""

    reason: Reason
    child: bool
    sure: bool
    matched: str
    start: int
    end: int

    @property
    def is_plain(self) -> bool:
        """Return whether the words are somebody's own of themselves: no model overrules them. A cry for help alone may be for tea bags."""
        is_age = self.child and self.matched.startswith("i am")
        is_own = self.reason != "in-need-now" and not is_age and not _OWN.isdisjoint(self.matched.split())
        return self.sure or is_own


_PLAIN: Rules[tuple[Reason, bool, bool]] = Rules(
    [((reason, child, False), line) for reason, child, text in _SOURCES for line in lines_of(text)]
    + [((reason, child, True), line) for reason, child, text in _SURE for line in lines_of(text)],
    CLASSES,
)


def guarded(sentence: str) -> str:
    """Return a folded sentence in which what is harmless is replaced by a mark: `_f` a figure of speech, `_d` a denial."""
    padded = f" {sentence} "
    for rule in _GUARDS.candidates(sentence):
        padded = rule.pattern.sub(f"{rule.label} ", padded)
    return padded.strip()


def signs(sentence: str) -> list[Sign]:
    """Return the plain signs in a guarded sentence, one for each reason, in the order of the answer that they need."""
    first: dict[tuple[Reason, bool], Sign] = {}
    for (reason, child, sure), found in _PLAIN.matches(sentence):
        sign = Sign(reason, child, sure, found[0].strip(), found.start(), found.end())
        known = first.get((reason, child))
        if known is None or (sign.is_plain and not known.is_plain):
            first[reason, child] = sign
    return list(first.values())


_SOFT: Rules[str] = Rules([("soft", line) for line in lines_of(SOFT)], CLASSES)


def is_soft(sentence: str) -> bool:
    """Return whether a guarded sentence only may be one of distress: somebody low, alone, or for whom it is too much."""
    return next(iter(_SOFT.matches(sentence)), None) is not None
