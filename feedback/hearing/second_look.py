"""What the model makes of a text for which rules have no word, or another. What it alone says is asked back, save where it is plain.

The lines at which it is believed were chosen by cross-validation over authors (`scripts/training/hearing/train_hearing.py --check`), so that less than
one line in a hundred is taken wrongly without asking back.
"""

from dataclasses import dataclass

from feedback.hearing.answers.words.vocabulary import NEGATORS
from feedback.hearing.consent import is_doubtful, is_split, is_weak_yes, is_yeah_no, says_yes_apart
from feedback.hearing.model.features import places_of
from feedback.hearing.model.scoring import judge
from feedback.hearing.normal import normalise, tokens
from feedback.hearing.rules import Said

_FOR_A_YES = 0.3
"""The least lead of a yes to keeping that the model makes: a no or a doubt that is missed is asked again, a yes is asked back."""
_VOID = frozenset({"none", "unclear"})
_NO_YES = NEGATORS | {"but", "if", "unless", "refuse", "object", "mind", "stop", "delete", "private"}
_NO_DENIAL_BESIDE_YES = frozenset({"no", "nothing", "havent", "stop"})
"""Words that deny something else where a yes stands apart: "no name then, fine, yes", "I haven't any secrets, so yes"."""


@dataclass(frozen=True)
class Lines:
    """Leads over which the model is believed: where rules said nothing, where they said another, and for being sure of it.

    `plain` is for a meaning that rules did not find (over 2 is never), `agreed` for one that they were sure of too.
    """

    filling: float
    overruling: float
    agreed: float
    plain: float


_LINES = {
    "acts": Lines(0.1, 0.5, 0.4, 0.8),
    "consent": Lines(0.1, 0.4, 0.8, 9),
    "summary": Lines(0.3, 0.4, 0.3, 9),
    "yesno": Lines(0.1, 0.6, 0.35, 9),
    "leave": Lines(0.1, 0.1, 0.65, 0.8),
}


def second_look(task: str, text: str, rule: Said, subject: str = "", least: float = 0) -> Said:
    """Return what a text means at a task, and whether it is sure, from what rules said and what the model makes of both.

    Where they differ nothing is sure, but for a void of the rules that the model fills plainly. No yes to keeping is made by the model
    where rules heard another, or where anything in the text denies. A weak yes is one, and is asked back.
    """
    if task == "consent" and is_weak_yes(text):
        return "yes", False
    if task == "consent" and (is_split(normalise(text)) or is_yeah_no(normalise(text))):
        return rule
    judged, lines = judge(task, places_of(task, text, subject, rule)), _LINES[task]
    if judged.meaning == rule[0]:
        return rule[0], judged.margin > (lines.agreed if rule[1] else lines.plain)
    is_void = rule[0] in _VOID
    least = max(least, _FOR_A_YES) if (task, judged.meaning) == ("consent", "yes") else least
    line = max(least, lines.filling if is_void else lines.overruling)
    if judged.margin <= line or _would_be_a_false_yes(task, text, judged.meaning):
        return rule[0], rule[1] and is_void and judged.margin < lines.filling
    return judged.meaning, is_void and judged.margin > lines.plain


def _would_be_a_false_yes(task: str, text: str, meaning: str) -> bool:
    if task != "consent" or meaning != "yes":
        return False
    words = tokens(text)
    denying = _NO_YES.intersection(words) | {word for word in words if word.endswith("nae")}
    is_apart = denying <= _NO_DENIAL_BESIDE_YES and says_yes_apart(text)
    return "?" in text or is_doubtful(" ".join(words)) or (denying != set() and not is_apart)
