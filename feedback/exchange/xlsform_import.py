"""XLSForms made into flow files: what can be carried over, and a list of all that cannot.

A flow asks for consent, and every question of it can be skipped; the words for that are ours, to be gone over. Questions
keep their names where these can be ids of a flow.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from feedback.exchange.conditions import Known, when_all
from feedback.exchange.flow_file import NAMES, NOT_SAID, Head, Losses, Taken, flow_text, free_id, quoted
from feedback.exchange.xlsform_export import AGREED, Sheets
from feedback.exchange.xlsform_sheets import tidied
from feedback.exchange.xpath import read_relevant
from feedback.flows.condition import Condition
from feedback.flows.condition_parser import KEYWORDS, spell
from feedback.flows.question_parser import RESERVED_IDS
from feedback.types.choices import PREFER_NOT
from feedback.types.question_type import FormRow, QuestionType
from feedback.types.registry import TYPES
from feedback.types.scale import steps_of

_OF_THE_DEVICE = frozenset(
    {"start", "end", "today", "deviceid", "subscriberid", "simserial", "phonenumber", "username", "email", "audit"}
)
_CARRIED = frozenset({"type", "name", "label", "hint", "relevant", "constraint", "constraint_message", "parameters"})
_EDGES = re.compile(r"\s*\.\s*>=\s*(-?\d+(?:\.\d+)?)\s+and\s+\.\s*<=\s*(-?\d+(?:\.\d+)?)\s*")
_ALONE = re.compile(r"not\(selected\(\., '([^']*)'\) and count-selected\(\.\) > 1\)")
_MOST = re.compile(r"count-selected\(\.\)\s*<=\s*(\d+)")
_BLANK = re.compile(r"\$\{[^}]*\}|[{}]")

Row = Mapping[str, str]


@dataclass
class _Taking:
    """A form being read. `open` are the groups around a row: their conditions, and whether they repeat."""

    lists: Mapping[str, tuple[Row, ...]]
    label: str
    known: dict[str, Known] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    lost: Losses = field(default_factory=Losses)
    open: list[tuple[str, bool]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)

    def lose(self, what: str, where: str) -> None:
        """Note something that is not carried over."""
        self.lost.add(what, where)


def from_xlsform(sheets: Sheets, fallback: str) -> Taken:
    """Return the flow file for a form. `fallback` names the flow where the form has no id."""
    sheets = tidied(sheets)
    settings = next(iter(sheets.get("settings", ())), {})
    language = settings.get("default_language", "")
    taking = _Taking(_lists(sheets), _label_column(sheets, language))
    for name in _other_languages(sheets, taking.label):
        taking.lose("the words in other languages", name)
    for row in sheets.get("survey", ()):
        if row.get("type"):
            _take(taking, row)
    name = free_id(settings.get("form_id", "") or fallback, (), "flow")
    head = Head(name, settings.get("form_title", ""), settings.get("version", ""), language)
    return Taken(name, flow_text(head, taking.texts, taking.parts), taking.lost.lines())


def _take(taking: _Taking, row: Row) -> None:
    kind, _, rest = row["type"].strip().partition(" ")
    kind = {"begin": f"begin_{rest.split(' ')[0]}", "end": f"end_{rest.split(' ')[0]}"}.get(kind, kind)
    match kind:
        case "begin_group" | "begin_repeat":
            _open(taking, row, repeats=kind == "begin_repeat")
        case "end_group" | "end_repeat":
            del taking.open[-1:]
        case _ if any(repeats for _, repeats in taking.open):
            taking.lose("questions that repeat", _named(row))
        case _ if kind in _OF_THE_DEVICE and not row.get(taking.label):
            taking.lose("what the device tells of itself", _named(row))
        case _ if _is_ours(taking, row, kind):
            taking.texts[row["name"]] = _words(taking, row)
        case _:
            _take_question(taking, row, kind, rest.strip())


def _open(taking: _Taking, row: Row, *, repeats: bool) -> None:
    taking.open.append((row.get("relevant", ""), repeats))
    if row.get("relevant") != AGREED and row.get(taking.label):
        taking.lose("the headings of groups", _named(row))


def _is_ours(taking: _Taking, row: Row, kind: str) -> bool:
    """Return whether a row is one that `sayso flow export` adds around the questions."""
    name, relevant = row.get("name", ""), row.get("relevant", "")
    if kind == "note" and name in ("start", "thanks") and not relevant:
        return True
    if kind == "note" and name == "consent_no":
        return relevant == "${consent} = 'no'"
    return kind == "select_one" and name == "consent" and not taking.known


def _take_question(taking: _Taking, row: Row, kind: str, rest: str) -> None:
    question_type = _type(taking, row, kind, rest)
    if question_type is None:
        return
    question = free_id(row.get("name", ""), taking.ids | RESERVED_IDS, "q")
    taking.ids.add(question)
    if question != row.get("name"):
        taking.lose(NAMES, f"{_named(row)} (now {question})")
    choices = _choices(taking, row, rest) if kind.startswith("select") else {}
    condition = _condition(taking, row)
    lines = [
        f'id = "{question}"',
        f"ask = {quoted(_words(taking, row))}",
        f'type = "{question_type.name}"',
        *_more(taking, row, question_type, rest, choices),
        *([f"when = {quoted(spell(condition))}"] if condition else []),
        *(f"choices.{name} = {quoted(label)}" for name, label in choices.values()),
    ]
    taking.parts.append("\n[[question]]\n" + "\n".join(lines) + "\n")
    ids = {foreign: name for foreign, (name, _) in choices.items()}
    if question_type.gives != "nothing":
        declines = PREFER_NOT if _has_prefer_not(taking, rest) else ""
        known = Known(question, question_type.name, ids, condition is not None, declines)
        taking.known[row.get("name", "")] = known
    for column in row:
        if column.split("::")[0] not in _CARRIED and (column, row[column]) != ("appearance", "multiline"):
            taking.lose(f"the column {column}", _named(row))


def _type(taking: _Taking, row: Row, kind: str, rest: str) -> QuestionType | None:
    names = frozenset(choice.get("name", "") for choice in taking.lists.get(rest.split(" ", maxsplit=1)[0], ()))
    asked = FormRow(kind, rest, names, row.get("parameters", ""))
    found = next((one for one in TYPES.values() if one.is_xlsform(asked)), None)
    if found is None:
        taking.lose(f"questions of type {kind}", _named(row))
    return found


def _choices(taking: _Taking, row: Row, rest: str) -> dict[str, tuple[str, str]]:
    """Return our id and the label of each choice by its name in the form."""
    found: dict[str, tuple[str, str]] = {}
    for choice in taking.lists.get(rest.split(" ", maxsplit=1)[0], ()):
        if choice.get("name") == PREFER_NOT:
            continue
        taken = {name for name, _ in found.values()} | KEYWORDS
        name = free_id(choice.get("name", ""), taken, "c")
        found[choice.get("name", "")] = (name, _label(choice, taking.label) or choice.get("name", ""))
        if name != choice.get("name"):
            taking.lose(NAMES, f"{_named(row)}.{_named(choice)} (now {name})")
    if "or_other" in rest.split(" "):
        found["other"] = ("other", "Other")
    if not found:
        taking.lose("choices that are kept in another file", _named(row))
    return found


def _more(
    taking: _Taking, row: Row, kind: QuestionType, rest: str, choices: Mapping[str, tuple[str, str]]
) -> Iterator[str]:
    hint = _label(row, taking.label.replace("label", "hint", 1))
    if hint:
        yield f"hint = {quoted(_plain(taking, row, hint))}"
    if "or_other" in rest.split(" ") and "other" in choices:
        yield 'other = "other"'
    if _has_prefer_not(taking, rest):
        yield "prefer_not = true"
    if kind.gives == "choices":
        yield from _limits(taking, row, choices)
        return
    edges = steps_of(row.get("parameters", "")) if kind.field == "points" else _range(row)
    if edges and "range" in kind.keys:
        yield f"range = [{', '.join(edges)}]"
    elif row.get("constraint"):
        taking.lose("what an answer must be (constraint)", _named(row))


def _has_prefer_not(taking: _Taking, rest: str) -> bool:
    return any(choice.get("name") == PREFER_NOT for choice in taking.lists.get(rest.split(" ", maxsplit=1)[0], ()))


def _limits(taking: _Taking, row: Row, choices: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """Yield which choice stands alone and how many may be picked, where the constraint says no more than that."""
    constraint = row.get("constraint", "")
    if not constraint:
        return
    alone = [name for name in _ALONE.findall(constraint) if name in choices]
    most = _MOST.findall(constraint)
    if len(alone) > 1 or len(most) > 1 or re.sub(r"\band\b|\s", "", _MOST.sub("", _ALONE.sub("", constraint))):
        taking.lose("what an answer must be (constraint)", _named(row))
        return
    yield from (f'only = "{choices[name][0]}"' for name in alone)
    yield from (f"max = {number}" for number in most)


def _range(row: Row) -> tuple[str, ...]:
    found = _EDGES.fullmatch(row.get("constraint", ""))
    return found.groups() if found else ()


def _condition(taking: _Taking, row: Row) -> Condition | None:
    """Return when a question is asked: what it says itself, and what the groups around it say."""
    texts = [*(relevant for relevant, _ in taking.open), row.get("relevant", "")]
    return when_all(
        (text for text in texts if text.strip() not in ("", AGREED)),
        lambda text: read_relevant(text, taking.known),
        lambda why: taking.lose(NOT_SAID, f"{_named(row)} ({why})"),
    )


def _lists(sheets: Sheets) -> Mapping[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row in sheets.get("choices", ()):
        name = row.get("list_name", "")
        found[name] = (*found.get(name, ()), row)
    return found


def _label_column(sheets: Sheets, language: str) -> str:
    """Return the column that holds the words: plain, else in the form's own language, else the first there is."""
    columns = list(dict.fromkeys(column for row in sheets.get("survey", ()) for column in row))
    labels = [column for column in columns if column.split("::")[0] == "label"]
    own = next((column for column in labels if column.casefold() == f"label::{language}".casefold()), "")
    return next((column for column in ("label", own) if column in labels), next(iter(labels), "label"))


def _other_languages(sheets: Sheets, used: str) -> list[str]:
    columns = dict.fromkeys(column for row in sheets.get("survey", ()) for column in row)
    return [column.split("::", 1)[1] for column in columns if column.startswith("label::") and column != used]


def _label(row: Row, column: str) -> str:
    return row.get(column) or row.get(column.split("::", maxsplit=1)[0], "")


def _words(taking: _Taking, row: Row) -> str:
    return _plain(taking, row, _label(row, taking.label) or row.get("name", ""))


def _plain(taking: _Taking, row: Row, text: str) -> str:
    """Return a text without blanks that another answer would fill."""
    if _BLANK.search(text):
        taking.lose("answers repeated in the words of another question", _named(row))
    return _BLANK.sub("...", text)


def _named(row: Row) -> str:
    return row.get("name", "") or "without a name"
