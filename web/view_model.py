"""How one question looks on the page: prompts as fields and buttons. Pure; the template only draws."""

from dataclasses import dataclass
from typing import Literal

from feedback.conversation.messages import Outbound, Prompt
from feedback.conversation.prompts import is_proposal
from feedback.flows.model import Choice
from feedback.flows.words import Command, Words
from feedback.types.registry import type_of
from web.answer_form import Form
from web.page_texts import label, say
from web.port import Page

Shape = Literal["nothing", "taps", "one of", "some of", "line", "box"]
"""`nothing` only tells; `taps` are buttons that answer at once; `line` is one line of text, `box` several."""

_FIRST_ROW: tuple[Command, ...] = ("start", "in_one_go", "skip", "prefer_not", "back")
_SECOND_ROW: tuple[Command, ...] = ("help", "pause", "stop", "person", "change", "delete", "no_reminders")
_ONE_TAP = ("is that right", "answer or stop", "after help")
"""Steps of our own that are answered by one press. What erases, or says yes to keeping, takes a pick and a press."""
_GO_ON = "start"
_GONE = ("deleted", "declined")
_RESTS = ("paused", "finished", "stopped", "left early")


@dataclass(frozen=True)
class Option:
    """One radio button or checkbox."""

    value: str
    label: str
    is_picked: bool


@dataclass(frozen=True)
class Button:
    """A command beside the answer."""

    command: Command
    label: str


@dataclass(frozen=True)
class Field:
    """Where the answer goes. `name` is that of the options; typed words always go by the name `text`."""

    shape: Shape
    name: str = "choice"
    options: tuple[Option, ...] = ()
    hints: tuple[str, ...] = ()
    has_words: bool = False
    """A line for own words stands below the options."""
    words: str = ""
    input_mode: Literal["text", "decimal"] = "text"

    @property
    def first_id(self) -> str:
        """Return the id of the element that an error points to."""
        return "option-1" if self.options or self.shape == "taps" else "text"


@dataclass(frozen=True)
class View:
    """Everything the page of a conversation shows."""

    said: tuple[Outbound, ...]
    before: tuple[str, ...] = ()
    ask: str = ""
    """The heading; empty where nothing is asked."""
    after: tuple[str, ...] = ()
    answer: Field = Field("nothing")
    progress: str = ""
    about: str = ""
    ways_on: tuple[Choice, ...] = ()
    """Choices that are each a button of its own: before a free text, or alone."""
    ways_else: tuple[Choice, ...] = ()
    """Such choices that come after the free text, which is asked first."""
    first_row: tuple[Button, ...] = ()
    second_row: tuple[Button, ...] = ()
    problem: str = ""
    send: str = ""
    """What the main button says."""
    code: str = ""
    is_code_open: bool = False
    is_code_said: bool = False
    """What we say names the return code already."""
    is_over: bool = False
    """The conversation is gone for good: this browser may forget it."""


def view(page: Page, words: Words, typed: Form | None = None, problem: str = "") -> View:
    """Return the page of a conversation.

    `typed` is what the person has just sent or typed; it is shown again where it belongs to the open question.
    `problem` is what is wrong with it, if the page and not the conversation found that out.
    """
    prompt = prompt_of(page)
    said = tuple(message for message in page.messages if message.text.strip())
    if page.is_retry and not problem and said:
        problem, said = said[-1].text, said[:-1]
    if prompt is None or page.stage in _GONE:
        return View(said, problem=problem, code=page.code, is_over=page.stage in _GONE)
    before, ask, after = _parts(prompt)
    is_tap = prompt.about in _ONE_TAP or is_proposal(prompt.about)
    ways = prompt.choices if is_tap or type_of(prompt).field == "box" else ()
    same = typed if typed is not None and typed.about == prompt.about else None
    return View(
        said=said,
        before=before,
        ask=ask,
        after=after,
        answer=Field("taps", hints=_hints(prompt, words)) if is_tap else _field(prompt, words, same),
        progress=prompt.progress,
        about=prompt.about,
        ways_on=ways if is_tap else tuple(way for way in ways if way.id == _GO_ON),
        ways_else=() if is_tap else tuple(way for way in ways if way.id != _GO_ON),
        first_row=_buttons(_FIRST_ROW, prompt.words, words),
        second_row=_buttons(_SECOND_ROW, prompt.words, words),
        problem=problem,
        send=label(words, "next") if prompt.about != "closed" else say(words, "send"),
        code=page.code,
        is_code_open=page.stage in _RESTS and not any(message.kind == "help" for message in said),
        is_code_said=any(page.code in message.text for message in said),
    )


def prompt_of(page: Page) -> Prompt | None:
    """Return what is asked on a page, or None where nothing is."""
    return next((message.prompt for message in reversed(page.messages) if message.prompt), None)


def about_of(page: Page) -> str:
    """Return the name of what is asked on a page, or nothing."""
    prompt = prompt_of(page)
    return prompt.about if prompt else ""


def said_before(page: Page) -> str:
    """Return the answer that the open question has already, as the person would know it; empty where it has none."""
    prompt = prompt_of(page)
    if prompt is None or not prompt.is_question:
        return ""
    labels = [choice.label for choice in prompt.choices if choice.id in prompt.picked]
    return ", ".join(labels or prompt.picked) or prompt.draft.strip()


def is_same_answer(page: Page, form: Form) -> bool:
    """Return whether a form says again what the open question has as its answer."""
    prompt = prompt_of(page)
    if prompt is None:
        return False
    if form.choices:
        return set(form.choices) == set(prompt.picked) and not form.text.strip()
    return form.text.strip() in (prompt.draft.strip(), *prompt.picked)


def what_is_missing(shown: View, words: Words) -> str:
    """Return what to say to somebody who sent the form of this view with nothing in it; empty where that is fine."""
    if shown.answer.shape == "nothing":
        return ""
    is_pick = shown.answer.shape in ("taps", "one of", "some of")
    if any(button.command == "skip" for button in shown.first_row):
        return say(words, "pick_or_skip" if is_pick else "write_or_skip", skip=label(words, "skip"))
    return say(words, "pick_one" if is_pick else "write_first")


def _parts(prompt: Prompt) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return what leads up to a question, the question, and what follows it (the lines of a summary)."""
    paragraphs = tuple(filter(None, (part.strip() for part in prompt.ask.split("\n\n"))))
    if prompt.is_question or is_proposal(prompt.about):
        return paragraphs[:-1], paragraphs[-1], ()
    return (), paragraphs[0], paragraphs[1:]


def _buttons(row: tuple[Command, ...], offered: tuple[Command, ...], words: Words) -> tuple[Button, ...]:
    return tuple(Button(command, label(words, command)) for command in row if command in offered)


def _field(prompt: Prompt, words: Words, typed: Form | None) -> Field:
    hints = _hints(prompt, words)
    draft = typed.text if typed else prompt.draft
    match type_of(prompt).field:
        case "nothing":
            return Field("nothing", hints=hints)
        case "points" if not prompt.choices:
            return Field("one of", "text", _steps(prompt, draft), hints)
        case ("options" | "points" | "line") as kind if prompt.choices:
            return _picking(prompt, typed, hints, draft if prompt.other or kind == "line" else None)
        case "number":
            return Field("line", hints=hints, words=draft, input_mode="decimal")
        case "line":
            return Field("line", hints=hints, words=draft)
        case _:
            return Field("box", hints=hints, words=draft)


def _hints(prompt: Prompt, words: Words) -> tuple[str, ...]:
    return tuple(filter(None, (prompt.hint, *_own_hints(prompt, words))))


def _picking(prompt: Prompt, typed: Form | None, hints: tuple[str, ...], own_words: str | None) -> Field:
    """Return choices to pick, with a line for own words where these are not None."""
    shape: Shape = "some of" if type_of(prompt).gives == "choices" else "one of"
    return Field(shape, "choice", _options(prompt, typed), hints, own_words is not None, own_words or "")


def _options(prompt: Prompt, typed: Form | None) -> tuple[Option, ...]:
    picked = typed.choices if typed else prompt.picked
    return tuple(Option(choice.id, choice.label, choice.id in picked) for choice in prompt.choices)


def _steps(prompt: Prompt, draft: str) -> tuple[Option, ...]:
    low, high = _whole_range(prompt)
    ends = {low: prompt.ends[0], high: prompt.ends[1]} if prompt.ends else {}
    picked = (draft, *prompt.picked)
    return tuple(
        Option(str(step), f"{step}: {ends[step]}" if step in ends else str(step), str(step) in picked)
        for step in range(low, high + 1)
    )


def _whole_range(prompt: Prompt) -> tuple[int, int]:
    low, high = prompt.range or (1, 5)
    return int(low), int(high)


def _own_hints(prompt: Prompt, words: Words) -> tuple[str, ...]:
    kind = type_of(prompt)
    if kind.page_hint:
        return (say(words, kind.page_hint),)
    if kind.gives == "choices" and "all that fit" not in prompt.ask:
        return (say(words, "pick_many"),)
    if kind.field == "number" and prompt.range:
        return (say(words, "between", low=f"{prompt.range[0]:g}", high=f"{prompt.range[1]:g}"),)
    return ()
