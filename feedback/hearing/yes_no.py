"""A yes, partly, no or not sure that is told and not said ("they talked over me"), by a second look of the model."""

from functools import lru_cache

from feedback.hearing.answers.degrees import is_unsure, yes_or_no
from feedback.hearing.ask import Ask
from feedback.hearing.heard import Heard
from feedback.hearing.normal import tokens
from feedback.hearing.second_look import second_look
from feedback.hearing.spellings import word_set

_MOST_WORDS = 25
_ABOUT_TREATMENT = word_set(
    "equal equally treated treat listened listen heard respected respect valued value involved included feel felt welcome trusted "
    "trust seriously supported fair fairly opinion views voice ideas"
)
"""Words of the questions whose answers the model has learnt: how one was treated. At others a told "never" may be a yes."""
_OF_NEEDS = word_set("any anything anyone anybody need needs want more")
"""Words of questions whether there is something, or more of it: there "I'm all right" is a no, and the model knows it as a yes."""
_YES, _NO = 0.8, 0.2


def likely_yes_no(ask: Ask, text: str, heard: Heard) -> Heard:
    """Return what rules heard at a yes/no question, or what the model makes of it; the model alone is never sure."""
    answers = _answers(ask) if ask.type in {"one", "yesno"} and heard.act in {"none", "unclear"} else None
    if (
        answers is None
        or not _is_told(tokens(text), heard)
        or text.strip().endswith("?")
        or not _is_about_treatment(ask)
    ):
        return heard
    by_choice = {choice: meaning for meaning, choice in answers.items()}
    rule = ("unclear", False) if heard.choice is None else (by_choice[heard.choice], heard.sure)
    meaning, is_sure = second_look("yesno", text, rule)
    return Heard(choice=answers[meaning], sure=is_sure) if meaning in answers else heard


def _is_about_treatment(ask: Ask) -> bool:
    asked = tokens(ask.question)
    is_about = not _ABOUT_TREATMENT.isdisjoint(asked) or "part of" in " ".join(asked)
    return is_about and _OF_NEEDS.isdisjoint(asked)


def _is_told(words: list[str], heard: Heard) -> bool:
    """Return whether words may tell an answer. One word that rules do not know is none ("purple")."""
    least = 2 if heard.choice is None else 1
    return least <= len(words) <= _MOST_WORDS


def _answers(ask: Ask) -> dict[str, str] | None:
    """Return the choices of a plain yes/no question, by what they mean; None where one of them means something else."""
    return _answers_of(tuple(ask.choices.items()))


@lru_cache(maxsize=256)
def _answers_of(choices: tuple[tuple[str, str], ...]) -> dict[str, str] | None:
    meant = {_meaning(label): choice for choice, label in choices}
    return meant if len(meant) == len(choices) and {"yes", "no"} <= meant.keys() and "" not in meant else None


def _meaning(label: str) -> str:
    words = tokens(label)
    if is_unsure(words):
        return "unsure"
    degree = yes_or_no(words)
    if degree is None:
        return ""
    return "yes" if degree.value > _YES else "no" if degree.value < _NO else "partly"
