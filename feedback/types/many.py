"""`many`: as many of several choices as fit."""

import re
from collections.abc import Mapping
from typing import Any

from feedback.folding import fold
from feedback.types.choices import KEYS, NONE, PREFER_NOT, alike, by_number, choices_in, ids_by_label
from feedback.types.question_type import (
    Asked,
    FlowKeys,
    FormCells,
    FormElement,
    FormRow,
    QuestionType,
    Reading,
    TypedWords,
)

_SEPARATOR = r"(?:\s*(?:[,;&+/]|\band\b))+\s*|\s+"
_ALONE = re.compile(r"\{([^{}]*)\} notcontains '([^']*)' or \{([^{}]*)\} = \['([^']*)'\]")
_COMMAS = re.compile(r"\s*(?:[,;&+\n]|\band\b)\s*")


def _read(question: Asked, text: str, _words: TypedWords) -> Reading | None:
    by_label = ids_by_label(question.choices)
    folded = fold(_keep_breaks(text))
    picked = _listed(question, folded, by_label)
    if picked is not None:
        return _many(question, picked)
    pieces = [fold(piece) for piece in _COMMAS.split(folded) if fold(piece)]
    labels = [alike(piece, by_label) or (piece if piece in by_label else None) for piece in pieces]
    understood = tuple(by_label[label] for label in labels if label)
    if not understood:
        return None
    whole = len(understood) == len(pieces)
    if not whole and question.other:
        understood = (*understood, question.other)
    return _many(question, understood, is_sure=False, has_words=not whole)


def _keep_breaks(text: str) -> str:
    return ", ".join(line for line in text.splitlines() if line.strip())


def _listed(question: Asked, folded: str, by_label: Mapping[str, str]) -> tuple[str, ...] | None:
    """Read a message made of nothing but numbers and labels; longest labels first, since a label may hold 'and'."""
    longest_first = sorted(by_label, key=len, reverse=True)
    item = "|".join([*(re.escape(label) for label in longest_first), r"\d{1,3}"])
    if not re.fullmatch(rf"(?:{item})(?:(?:{_SEPARATOR})(?:{item}))*", folded):
        return None
    items = re.findall(rf"(?<![^\s,;&+/])(?:{item})(?![^\s,;&+/])", folded)
    ids = [by_label.get(found) or by_number(question.choices, found) for found in items]
    return tuple(choice for choice in ids if choice) if ids and all(ids) else None


def _many(question: Asked, picked: tuple[str, ...], *, is_sure: bool = True, has_words: bool = False) -> Reading | None:
    unique = tuple(dict.fromkeys(picked))
    if question.max is not None and len(unique) > question.max:
        return None
    return Reading(unique, is_sure=is_sure, has_words=has_words, items=len(unique))


def _standing_alone(question: Asked) -> list[str]:
    return [name for name in (question.only, PREFER_NOT if question.prefer_not else "") if name]


def _xlsform(question: Asked) -> FormCells:
    kind, alone = f"select_multiple {question.id}_list", _standing_alone(question)
    rules = [f"not(selected(., '{name}') and count-selected(.) > 1)" for name in alone]
    told = [f"{name} stands alone" for name in alone]
    if question.max is not None:
        rules.append(f"count-selected(.) <= {question.max}")
        told.append(f"{question.max} at most")
    if not rules:
        return FormCells(kind)
    return FormCells(kind, {"constraint": " and ".join(rules), "constraint_message": ", ".join(told)})


def _is_xlsform(row: FormRow) -> bool:
    return row.kind == "select_multiple"


def _surveyjs(question: Asked) -> Mapping[str, Any]:
    rules = [
        {
            "type": "expression",
            "text": "This choice stands alone.",
            "expression": f"{{{question.id}}} notcontains '{name}' or {{{question.id}}} = ['{name}']",
        }
        for name in _standing_alone(question)
    ]
    most = {} if question.max is None else {"maxSelectedChoices": question.max}
    return {"type": "checkbox", **most, **({"validators": rules} if rules else {})}


def _from_surveyjs(element: FormElement) -> FlowKeys | None:
    if element.kind not in ("checkbox", "tagbox"):
        return None
    found = choices_in(element)
    keys, read = dict(found.keys), set(found.read)
    most = element.number("maxSelectedChoices")
    if most is not None and most.is_integer():
        read.add("maxSelectedChoices")
        keys |= {"max": int(most)} if most > 0 else {}
    alone = _alone_in(element)
    if alone is not None:
        read.add("validators")
        named = [value for value in alone if value != found.declines]
        keys |= {"only": named[0]} if named else {}
    if element.has("showNoneItem", "hasNone"):
        keys.setdefault("only", NONE)
    return found._replace(keys=keys, read=frozenset(read))


def _alone_in(element: FormElement) -> list[str] | None:
    """Return the values that stand alone; None where the rules of the element say more than that."""
    rules = element.properties.get("validators", [])
    texts = (
        [str(rule.get("expression")) if isinstance(rule, dict) else "" for rule in rules]
        if isinstance(rules, list)
        else [""]
    )
    found = [match.groups() if (match := _ALONE.fullmatch(text)) else ("", "", "", "") for text in texts]
    values = {choice.value for choice in element.choices}
    fits = all(
        (name, value) == (again, same) and name == element.name and value in values
        for name, value, again, same in found
    )
    named = [value for _, value, _, _ in found]
    return named if fits and len([value for value in named if value != PREFER_NOT]) <= 1 else None


MANY = QuestionType(
    name="many",
    gives="choices",
    field="options",
    keys=KEYS | {"only", "max", "other"},
    read=_read,
    retry="retry_many",
    seconds=10,
    counting="choices",
    variable="picked",
    xlsform=_xlsform,
    is_xlsform=_is_xlsform,
    surveyjs=_surveyjs,
    from_surveyjs=_from_surveyjs,
)
