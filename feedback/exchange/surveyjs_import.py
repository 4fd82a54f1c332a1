"""SurveyJS forms made into flow files: what can be carried over, and a list of all that cannot.

What `sayso flow export` wrote comes back with its words, its choices and its conditions.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from feedback.exchange.conditions import Known, NotUnderstood, when_all
from feedback.exchange.flow_file import NAMES, NOT_SAID, Head, Taken, flow_text, free_id, question_text
from feedback.exchange.surveyjs_conditions import read_visible_if
from feedback.exchange.surveyjs_export import AGREED, CONSENT, REFUSED
from feedback.exchange.surveyjs_form import Placed, SurveyJsForm, lose_others, read_form, shown
from feedback.flows.condition import Condition, Has, Is
from feedback.flows.condition_parser import KEYWORDS, spell
from feedback.flows.question_parser import RESERVED_IDS
from feedback.types.info import MORE_THAN_WORDS, text_of
from feedback.types.question_type import FlowKeys, FormElement, QuestionType
from feedback.types.registry import TYPES

_CARRIED = frozenset({"type", "name", "title", "description", "visibleIf", "visible", "valueName"})
_NAMING_CHOICES = frozenset({"only", "other"})
_BLANK = re.compile(r"\{[^{}]*\}|[{}]")


@dataclass
class _Draft:
    """A question of the flow that is being made: its keys in a flow file, and its choices by their ids."""

    name: str
    """Its name in the form."""
    kind: QuestionType
    known: Known
    keys: dict[str, object]
    choices: Mapping[str, str]


@dataclass
class _Taking:
    """A form being carried over. `texts` are its words around the questions."""

    form: SurveyJsForm
    texts: dict[str, str] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    drafts: list[_Draft] = field(default_factory=list)

    def lose(self, what: str, where: str) -> None:
        """Note something that is not carried over."""
        self.form.losses.add(what, where)


def from_surveyjs(text: str, fallback: str) -> Taken:
    """Return the flow file for a form (JSON). `fallback` names the flow, as a form has no name of its own.

    Raises FormError for a file that is no form, with everything that has to be mended.
    """
    form = read_form(text)
    taking = _Taking(form)
    if thanks := _plain(taking, None, form.properties.get("completedHtml", "")):
        taking.texts["thanks"] = thanks
    for placed in form.placed:
        if not _is_ours(taking, placed) and not _is_beside_a_choice(taking, placed):
            _take(taking, placed)
    name = free_id(fallback, (), "flow")
    title = _words(taking, None, form.properties.get("title", ""))
    head = Head(name, title, language=form.properties.get("locale", ""))
    questions = [question_text(draft.keys, draft.choices) for draft in taking.drafts]
    return Taken(name, flow_text(head, taking.texts, questions), form.losses.lines())


def _is_ours(taking: _Taking, placed: Placed) -> bool:
    """Take the words that `sayso flow export` puts before the questions, and return whether these are some."""
    element = placed.element
    key = {"start_words": "start", CONSENT: "consent", "consent_no": "consent_no"}.get(element.name, "")
    is_ours = {
        "start": element.kind == "html" and not placed.when,
        "consent": element.kind == "radiogroup" and not taking.known and _values(element) == {"yes", "no"},
        "consent_no": element.kind == "html" and placed.when == (REFUSED,),
    }
    if not key or not is_ours[key]:
        return False
    if key == "consent":
        taking.texts[key] = _words(taking, element, element.words("title", element.name))
    else:
        taking.texts[key] = _plain(taking, element, element.words("html"))
    return True


def _values(element: FormElement) -> set[str]:
    return {choice.value for choice in element.choices}


def _is_beside_a_choice(taking: _Taking, placed: Placed) -> bool:
    """Return whether this is the text that is written beside a choice of an earlier question; the choice then takes it."""
    element = placed.element
    question, _, value = element.name.rpartition(".")
    draft = next((one for one in taking.drafts if one.name == question), None)
    if element.kind != "comment" or draft is None or "other" not in draft.kind.keys or "other" in draft.keys:
        return False
    known = draft.known
    if value not in known.choices or not placed.when or not _asks_for(taking, placed.when[-1], known, value):
        return False
    draft.keys["other"] = known.choices[value]
    if element.words("title") != draft.choices[known.choices[value]]:
        taking.lose("the words above a text beside a choice", shown(element.name))
    _lose_rest(taking, element, FlowKeys())
    return True


def _asks_for(taking: _Taking, text: str, known: Known, value: str) -> bool:
    choice = known.choices[value]
    try:
        return read_visible_if(text, taking.known) in (Is(known.id, choice), Has(known.id, choice))
    except NotUnderstood:
        return False


def _take(taking: _Taking, placed: Placed) -> None:
    element = placed.element
    found = [(kind, says) for kind in TYPES.values() if (says := kind.from_surveyjs(element)) is not None]
    if not found:
        asked = " ".join(filter(None, (element.kind, element.words("inputType"))))
        taking.lose(f"questions of type {shown(asked)}", shown(element.name))
        return
    ((kind, says),) = found
    name = free_id(element.name, {draft.known.id for draft in taking.drafts} | RESERVED_IDS, "q")
    if name != element.name:
        taking.lose(NAMES, f"{shown(element.name)} (now {name})")
    condition, ids = _condition(taking, placed), _choice_ids(taking, element, says)
    known = Known(name, kind.name, ids, condition is not None, says.declines)
    choices = {ids[choice.value]: _words(taking, element, choice.label) for choice in says.choices}
    taking.drafts.append(_Draft(element.name, kind, known, _keys(taking, element, says, known, condition), choices))
    if kind.gives != "nothing":
        taking.known[element.words("valueName", element.name)] = known
    _lose_rest(taking, element, says)


def _choice_ids(taking: _Taking, element: FormElement, says: FlowKeys) -> Mapping[str, str]:
    """Return our ids of the choices by their values in the form."""
    found: dict[str, str] = {}
    for choice in says.choices:
        where = f"{shown(element.name)}.{shown(choice.value)}"
        if choice.value in found:
            taking.lose("choices with the same value", where)
            continue
        found[choice.value] = says.ids.get(choice.value) or free_id(choice.value, {*found.values(), *KEYWORDS}, "c")
        if found[choice.value] != choice.value and not says.ids:
            taking.lose(NAMES, f"{where} (now {found[choice.value]})")
    return found


def _keys(
    taking: _Taking, element: FormElement, says: FlowKeys, known: Known, condition: Condition | None
) -> dict[str, object]:
    """Return the keys of a question in a flow file, in the order in which it writes them."""
    ask = str(says.keys.get("ask") or element.words("title", element.name))
    keys: dict[str, object] = {"id": known.id, "ask": _words(taking, element, ask), "type": known.type}
    if hint := _words(taking, element, element.words("description")):
        keys["hint"] = hint
    for name, held in says.keys.items():
        if name != "ask":
            keys[name] = known.choices.get(str(held), held) if name in _NAMING_CHOICES else held
    if condition is not None:
        keys["when"] = spell(condition)
    return keys


def _condition(taking: _Taking, placed: Placed) -> Condition | None:
    """Return when a question is asked: what it says itself, and what the page and the panels around it say."""
    is_ours = "consent" in taking.texts
    return when_all(
        (text for text in placed.when if not (is_ours and text == AGREED)),
        lambda text: read_visible_if(text, taking.known),
        lambda why: taking.lose(NOT_SAID, f"{shown(placed.element.name)} ({shown(why)})"),
    )


def _lose_rest(taking: _Taking, element: FormElement, says: FlowKeys) -> None:
    where = shown(element.name)
    lose_others(taking.form.losses, element.properties, _CARRIED | says.read, where)
    for what in says.lost:
        taking.lose(what, where)
    if "choices" in says.read and not says.choices:
        taking.lose("choices that are kept elsewhere", where)


def _words(taking: _Taking, element: FormElement | None, text: str) -> str:
    """Return a text without blanks that another answer would fill."""
    if _BLANK.search(text):
        where = shown(element.name) if element else "the form"
        taking.lose("answers repeated in the words of another question", where)
    return _BLANK.sub("...", text)


def _plain(taking: _Taking, element: FormElement | None, html: str) -> str:
    """Return the words around the questions, which a form holds as HTML."""
    text, has_more = text_of(html)
    if has_more:
        taking.lose(MORE_THAN_WORDS, shown(element.name) if element else "the form")
    return _words(taking, element, text)
