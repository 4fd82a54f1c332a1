"""The JSON of a SurveyJS form, read into its questions in order, each with its words and the conditions around it.

The shape is that of survey-core 3.1.1 (its `surveyjs_definition.json`), with `questions` and `hasOther` of older forms.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from feedback.errors import SaysoError
from feedback.exchange.flow_file import Losses
from feedback.types.numbers import number_of
from feedback.types.question_type import FormChoice, FormElement

_DEPTH_MOST = 20
"""Panels within each other. A guess: forms have two or three; a file made to hurt may be nothing else."""
_ELEMENTS = ("elements", "questions")
_TEXTS = ("title", "description", "visibleIf", "html", "completedHtml", "locale")
_LISTS = ("pages", "elements", "questions", "choices", "rateValues")
_OF_THE_FORM = frozenset(
    {
        "title",
        "locale",
        "completedHtml",
        "pages",
        "elements",
        "questions",
        "clearInvisibleValues",
        "questionsOnPageMode",
    }
)
_OF_A_PANEL = frozenset({"type", "name", "visibleIf", "elements", "questions"})
_OF_A_CHOICE = frozenset({"value", "text", "showCommentArea"})
_CHARACTER_MOST = 80
"""Characters: a fault with this name in it still fits on two lines of a terminal."""

JsonObject = Mapping[str, Any]


class FormError(SaysoError):
    """A file that is no SurveyJS form; `faults` holds all that has to be mended, each with its place in the JSON."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("This is no SurveyJS form that can be read:\n" + "\n".join(f"  {fault}" for fault in faults))
        self.faults = faults


@dataclass(frozen=True)
class Placed:
    """A question and the conditions of its page, its panels and itself, outermost first."""

    element: FormElement
    when: tuple[str, ...]


@dataclass(frozen=True)
class SurveyJsForm:
    """A form: its own properties in one language, its questions in order, and what is not carried over so far."""

    properties: JsonObject
    placed: tuple[Placed, ...]
    losses: Losses


def read_form(text: str) -> SurveyJsForm:
    """Return the form that a file holds. Raises FormError with all faults of its shape."""
    raw = _json(text)
    if not isinstance(raw, dict):
        raise FormError(('The file must be one object: { "elements": [ ... ] }.',))
    reading = _Reading(str(raw.get("locale") or "default"))
    properties = reading.properties(raw, "the form")
    lose_others(reading.losses, properties, _OF_THE_FORM, "the form")
    if not any(isinstance(raw.get(name), list) for name in ("pages", *_ELEMENTS)):
        reading.faults.append('the form: There are no questions. Write: "elements": [ ... ].')
    pages = [(f"pages[{number}]", page) for number, page in enumerate(properties.get("pages", ()))]
    pages.append(("", {name: properties.get(name, []) for name in _ELEMENTS}))
    placed = tuple(one for at, page in pages for one in reading.panel(page, at, ()))
    if reading.faults:
        raise FormError(tuple(reading.faults))
    return SurveyJsForm(properties, placed, reading.losses)


def lose_others(losses: Losses, properties: JsonObject, carried: frozenset[str], where: str) -> None:
    """Note each property that says something and is not among those carried over."""
    for name, held in properties.items():
        if name not in carried and held not in (None, False, "", []):
            losses.add(f"the property {shown(name)}", where)


def shown(name: object) -> str:
    """Return a name of a form as a line of a terminal can hold it."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in str(name))
    return plain[:_CHARACTER_MOST] or "without a name"


def _json(text: str) -> Any:
    try:
        raw = json.loads(text, parse_constant=_refuse)
        json.dumps(raw, ensure_ascii=False).encode()
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, character {fault.colno}"
        raise FormError((f"{where}: This is no JSON ({fault.msg}).",)) from fault
    except RecursionError as fault:
        raise FormError(("Its brackets are too deep.",)) from fault
    except ValueError as fault:
        raise FormError(("It holds a number or a character that JSON does not allow.",)) from fault
    return raw


def _refuse(name: str) -> None:
    raise ValueError(name)


@dataclass
class _Reading:
    """A form being read in one language. `at` in its functions is a place in the JSON, such as `pages[0].elements[2]`."""

    language: str
    losses: Losses = field(default_factory=Losses)
    faults: list[str] = field(default_factory=list)

    def properties(self, raw: JsonObject, at: str) -> JsonObject:
        """Return properties with their texts in one language; those of a wrong shape are blamed and left out."""
        found = {name: self.in_one_language(held) for name, held in raw.items()}
        for names, kind, what in ((_TEXTS, str, "a text"), (_LISTS, list, "a list: [ ... ]")):
            for name in names:
                if name in found and not isinstance(found[name], kind):
                    self.faults.append(f'{at}: "{name}" must be {what}.')
                    del found[name]
        return found

    def in_one_language(self, held: Any) -> Any:
        """Return a text that is given in several languages in the form's own, or else in its default."""
        if not isinstance(held, dict) or not {"default", self.language} & held.keys():
            return held
        used = self.language if self.language in held else "default"
        for name in held:
            if name not in (used, "default"):
                self.losses.add("the words in other languages", shown(name))
        return held[used]

    def panel(self, raw: Any, at: str, around: tuple[str, ...]) -> Iterator[Placed]:
        """Yield the questions of a page or a panel."""
        if not isinstance(raw, dict):
            self.faults.append(f'{at}: This must be an object: {{ "elements": [ ... ] }}.')
            return
        properties = self.properties(raw, at)
        if len(around) > _DEPTH_MOST:
            self.faults.append(f"{at}: There are more than {_DEPTH_MOST} panels within each other.")
            return
        name = shown(properties.get("name", at))
        if properties.get("title"):
            self.losses.add("the headings of pages and panels", name)
        if properties.get("visible") is False:
            self.losses.add("pages and panels that are never shown", name)
            return
        lose_others(self.losses, properties, _OF_A_PANEL | {"title", "visible"}, name)
        when = (*around, properties.get("visibleIf", ""))
        for key in _ELEMENTS:
            for number, element in enumerate(properties.get(key, ())):
                yield from self.element(element, f"{at}.{key}[{number}]".lstrip("."), when)

    def element(self, raw: Any, at: str, around: tuple[str, ...]) -> Iterator[Placed]:
        """Yield a question, or those of a panel."""
        if not isinstance(raw, dict):
            self.faults.append(f'{at}: A question must be an object: {{ "type": "text", "name": "age" }}.')
            return
        if raw.get("type") == "panel":
            yield from self.panel(raw, at, around)
            return
        for name in ("type", "name"):
            if not isinstance(raw.get(name), str) or not raw[name].strip():
                example = "text" if name == "type" else "age"
                self.faults.append(f'{at}: "{name}" is missing or no text. Write: "{name}": "{example}".')
        properties = self.properties(raw, at)
        kind, name = str(raw.get("type")), str(raw.get("name"))
        choices = tuple(self.choices(properties, name, at))
        if properties.get("visible") is False:
            self.losses.add("questions that are never shown", shown(name))
        else:
            when = (*around, properties.get("visibleIf", ""))
            yield Placed(FormElement(kind, name, properties, choices), tuple(filter(None, when)))

    def choices(self, properties: JsonObject, question: str, at: str) -> Iterator[FormChoice]:
        """Yield the choices that a question lists: each is a value, or an object with one."""
        key = "choices" if "choices" in properties else "rateValues"
        for number, raw in enumerate(properties.get(key, ())):
            choice = self.properties(raw, f"{at}.{key}[{number}]") if isinstance(raw, dict) else {"value": raw}
            value = value_of(choice.get("value"))
            if not value:
                self.faults.append(
                    f'{at}.{key}[{number}]: A choice needs a value: {{ "value": "tea", "text": "Tea" }}.'
                )
                continue
            lose_others(self.losses, choice, _OF_A_CHOICE, f"{shown(question)}.{shown(value)}")
            text = choice.get("text")
            label = text if isinstance(text, str) and text else value
            yield FormChoice(value, label, choice.get("showCommentArea") is True)


def value_of(held: object) -> str:
    """Return the value of a choice as text, as conditions write it; empty for what is none."""
    if isinstance(held, bool):
        return str(held).lower()
    if isinstance(held, int | float):
        return number_of(held)
    return held.strip() if isinstance(held, str) else ""
