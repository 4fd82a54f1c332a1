"""What a person is asked next, computed from the conversation: nothing about it is stored."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from feedback.conversation.messages import Prompt
from feedback.conversation.own_prompts.ask_prompts import asked_about, asked_prompt, awaited_prompt, take_back_prompt
from feedback.conversation.state import Aside, Conversation, Proposal
from feedback.flows.answer import Answer
from feedback.flows.model import Asked, Choice, Flow, Question, route
from feedback.flows.words import Command
from feedback.types.question_type import Value
from feedback.types.registry import type_of

_SHOWN_IN_SUMMARY = 80
"""Characters of a person's own words in the summary: enough to know it again, on a screen others may see."""
_AFTER = (("change", "change_one"), ("more", "tell_more"), ("other", "somebody_else"))
_AT_REST = (("start", "go_on"), ("other", "somebody_else"))
"""The ways on from a talk that is finished, and from one that can still be gone on with: choice ids, and their words."""
PROPOSED = "story:"
"""What the name of a step begins with that puts to the person what they told; the id of the question follows."""
_LAST_WORDS: tuple[Command, ...] = ("help", "person", "privacy")


def asked_questions(flow: Flow, conversation: Conversation) -> tuple[Question, ...]:
    """Return the questions put to this person, in order, without those that only say something."""
    return _way(flow, conversation).asked


class _Way(NamedTuple):
    """A route, those of its questions that are put to the person and ask something, and the first of them without an answer."""

    whole: tuple[Asked, ...]
    asked: tuple[Question, ...]
    unanswered: Question | None


_last_way: list[tuple[object, object, _Way]] = [(None, None, _Way((), (), None))]
"""The route asked for last. One step asks half a dozen times for that of the very same answers, which never change;
what is kept here keeps them alive, so that another object can never be taken for them."""


def _way(flow: Flow, conversation: Conversation) -> _Way:
    answers = conversation.answers
    last_flow, last_answers, last = _last_way[0]
    if last_flow is flow and last_answers is answers:
        return last
    whole = route(flow, answers)
    put = (entry.question for entry in whole if entry.state == "asked" and type_of(entry.question).gives != "nothing")
    asked = tuple(put)
    way = _Way(whole, asked, next((question for question in asked if question.id not in answers), None))
    _last_way[0] = (flow, answers, way)
    return way


def open_question(flow: Flow, conversation: Conversation) -> Question | None:
    """Return the question that an answer now would go to: where the person went back, else the first unanswered."""
    way = _way(flow, conversation)
    if conversation.at:
        at = next((question for question in way.asked if question.id == conversation.at), None)
        if at is not None:
            return _with_place(at, conversation)
    return _with_place(way.unanswered, conversation) if way.unanswered else None


def _with_place(question: Question, conversation: Conversation) -> Question:
    """A `place` question offers the place that the invitation came from, before any words are typed."""
    if not type_of(question).offers_place or not conversation.place:
        return question
    return replace(question, choices=(Choice("invited", conversation.place), *question.choices))


def question_in_hand(flow: Flow, conversation: Conversation) -> Question | None:
    """Return the question that is put to the person now, or None while the conversation is at a step of our own."""
    is_asking = conversation.stage == "asking" or (conversation.stage == "finished" and conversation.at)
    return open_question(flow, conversation) if is_asking else None


def open_about(flow: Flow, conversation: Conversation) -> str:
    """Return what the open prompt is about, without drawing it."""
    if conversation.aside == "from story":
        question = question_in_hand(flow, conversation)
        return f"{PROPOSED}{question.id}" if question else conversation.aside
    if conversation.aside == "asked":
        return asked_about(conversation.asks[-1])
    if conversation.aside or conversation.stage == "consent":
        return conversation.aside or "consent"
    question = question_in_hand(flow, conversation)
    return question.id if question else _own_step(conversation)


def _own_step(conversation: Conversation) -> str:
    return "check" if conversation.stage in ("asking", "checking") else "closed"


def open_prompt(flow: Flow, conversation: Conversation) -> Prompt:
    """Return what is open now. There always is something: a way on, and a way out."""
    if conversation.aside:
        return _ASIDES[conversation.aside](flow, conversation)
    if conversation.stage == "consent":
        return _consent(flow, conversation)
    question = question_in_hand(flow, conversation)
    if question:
        return _question(flow, conversation, question)
    return _STEPS[_own_step(conversation)](flow, conversation)


def open_prompts(flow: Flow, conversation: Conversation, *, is_reply: bool = True) -> tuple[Prompt, ...]:
    """Return everything that a letter can ask now: consent while it is missing, then each question without an answer.

    What was told is put to the person in a reply alone: days later somebody else may open a reminder.
    """
    consent = (_consent(flow, conversation),) if conversation.stage == "consent" else ()
    unanswered = (one for one in asked_questions(flow, conversation) if one.id not in conversation.answers)
    told = conversation.proposals if is_reply and conversation.stage == "asking" else ()
    return (*consent, *(_in_letter(flow, replace(conversation, proposals=told), one) for one in unanswered))


def _in_letter(flow: Flow, conversation: Conversation, question: Question) -> Prompt:
    proposal = next((one for one in conversation.proposals if one.question == question.id), None)
    if proposal is not None:
        return _put(flow, question, proposal)
    return _question(flow, conversation, _with_place(question, conversation))


def step_prompt(flow: Flow, conversation: Conversation, about: str) -> Prompt | None:
    """Return one of our own steps as it was put before, or None if `about` names a question of the flow."""
    if is_proposal(about):
        return _proposed(flow, about, "")
    if about in _ASIDES and about not in ("asked", "asked words"):
        return _ASIDES[about](flow, conversation)  # type: ignore[index]  # it is one of the keys
    return _STEPS[about](flow, conversation) if about in _STEPS else None


def _consent(flow: Flow, _: Conversation) -> Prompt:
    words = flow.words
    choices = (
        Choice("yes", words.say("yes")),
        Choice("no", words.say("no")),
        Choice("more", words.say("tell_me_more")),
    )
    return _step("consent", flow.consent.ask, choices, ("help",))


def _question(flow: Flow, conversation: Conversation, question: Question) -> Prompt:
    answer = conversation.answers.get(question.id)
    return Prompt(
        about=question.id,
        ask=_lead_in(flow, conversation, question) + question.ask,
        type=question.type,
        choices=question.choices,
        other=question.other,
        picked=answer.picked if answer else (),
        progress=_progress(flow, conversation, question),
        hint=_hint(flow, question),
        ends=question.ends,
        range=question.range,
        words=_words_beside(flow, conversation, question),
        draft=answer.words if answer and not answer.picked and answer.state == "answered" else "",
    )


def _lead_in(flow: Flow, conversation: Conversation, question: Question) -> str:
    """Return what the info questions just before this one say, each as a paragraph."""
    said: list[str] = []
    for entry in _way(flow, conversation).whole:  # pragma: no branch - the question is on the way
        if entry.question.id == question.id:
            break
        if type_of(entry.question).gives != "nothing":
            said.clear()
        elif entry.state == "asked":
            said.append(entry.question.ask + "\n\n")
    return "".join(said)


def _progress(flow: Flow, conversation: Conversation, question: Question) -> str:
    asked = [entry.id for entry in asked_questions(flow, conversation)]
    return flow.words.say("progress", number=str(asked.index(question.id) + 1), total=str(len(asked)))


def _hint(flow: Flow, question: Question) -> str:
    lines = [question.hint] if question.hint else []
    if question.signpost:
        lines.append(flow.words.say("gentle_signpost"))
    return "\n".join(lines)


def _words_beside(flow: Flow, conversation: Conversation, question: Question) -> tuple[Command, ...]:
    first: tuple[Command, ...] = ("next",) if conversation.is_collecting else ("skip",)
    if question.prefer_not and not conversation.is_collecting:
        first = (*first, "prefer_not")
    if may_tell(flow, conversation):
        first = ("in_one_go", *first)
    return (*first, "back", "help", "pause", "stop")


def may_tell(flow: Flow, conversation: Conversation) -> bool:
    """Return whether the person is offered to tell it in one go: at the start, once, where no words are asked for anyway."""
    if not flow.story or conversation.has_told or conversation.answers:
        return False
    question = question_in_hand(flow, conversation)
    return question is not None and type_of(question).gives != "words"


def _check(flow: Flow, conversation: Conversation) -> Prompt:
    choices = (Choice("yes", flow.words.say("check_yes")), Choice("change", flow.words.say("check_change")))
    summary = "\n".join(summary_lines(flow, conversation))
    ask = f"{flow.finish.check}\n\n{summary}" if summary else flow.finish.check
    return _step("check", ask, choices, ("back", "help", "pause", "stop"))


def summary_lines(flow: Flow, conversation: Conversation) -> tuple[str, ...]:
    """Return one line for each answer on the route: the short name, then what was said."""
    return tuple(
        f"{question.short or question.ask}: {_shown(flow, _with_place(question, conversation), answer)}"
        for question in asked_questions(flow, conversation)
        if (answer := conversation.answers.get(question.id))
    )


def _shown(flow: Flow, question: Question, answer: Answer) -> str:
    if answer.state != "answered":
        return flow.words.say("summary_declined" if answer.state == "declined" else "summary_skipped")
    labels = [choice.label for choice_id in answer.picked if (choice := question.choice(choice_id))]
    if labels:
        return ", ".join(labels)
    if answer.value is not None:
        return str(answer.value)
    if question.private:
        return flow.words.say("summary_kept")
    shown = " ".join(answer.words.split())
    return shown if len(shown) <= _SHOWN_IN_SUMMARY else shown[: _SHOWN_IN_SUMMARY - 3].rstrip() + "..."


def _closed(flow: Flow, conversation: Conversation) -> Prompt:
    """What is open when nothing is: a person can always write, and always go on where there is something to go on."""
    if conversation.stage in ("declined", "deleted"):
        return Prompt("closed", flow.words.say("after_deletion"), "info", words=("start", "help"), is_question=False)
    is_finished = conversation.stage == "finished"
    ways = _AT_REST if not is_finished else _AFTER if conversation.answers else _AFTER[1:]
    changing: tuple[Command, ...] = ("delete",) if is_finished else ("change", "delete")
    return Prompt(
        about="closed",
        ask=flow.words.say("closed" if is_finished else "closed_can_go_on"),
        type="text",
        choices=tuple(Choice(name, flow.words.say(key)) for name, key in ways),
        words=(*changing, *_LAST_WORDS) if conversation.answers else _LAST_WORDS,
        is_question=False,
    )


def _step(about: str, ask: str, choices: tuple[Choice, ...], words: tuple[Command, ...]) -> Prompt:
    return Prompt(about=about, ask=ask, type="one", choices=choices, words=words, is_question=False)


def _stop(flow: Flow, _: Conversation) -> Prompt:
    choices = (Choice("keep", flow.words.say("keep_it")), Choice("delete", flow.words.say("delete_it")))
    return _step("stop", flow.words.say("stop_ask"), choices, ("help", "person"))


def _delete(flow: Flow, _: Conversation) -> Prompt:
    choices = (Choice("delete", flow.words.say("delete_yes")), Choice("keep", flow.words.say("delete_no")))
    return _step("delete", flow.words.say("delete_ask"), choices, ("help", "person"))


def _change(flow: Flow, conversation: Conversation) -> Prompt:
    answered = (question for question in asked_questions(flow, conversation) if question.id in conversation.answers)
    choices = tuple(Choice(question.id, question.short or question.ask) for question in answered)
    return _step("change", flow.words.say("change_ask"), choices, ("back", "help"))


def _person(flow: Flow, _: Conversation) -> Prompt:
    choices = (Choice("yes", flow.words.say("yes")), Choice("no", flow.words.say("no")))
    return _step("person", flow.words.say("person_ask"), choices, ("help", "stop"))


def _pause(flow: Flow, _: Conversation) -> Prompt:
    choices = (
        Choice("day", flow.words.say("pause_one_day")),
        Choice("days", flow.words.say("pause_four_days")),
        Choice("none", flow.words.say("pause_no_reminder")),
    )
    return _step("pause", flow.words.say("pause_ask"), choices, ("start", "help", "stop"))


_AFTER_HELP = (
    *(("more", "help_more"), ("person", "help_person"), ("pause", "help_pause")),
    *(("stop", "help_stop"), ("go_on", "go_on")),
)


def _after_help(flow: Flow, conversation: Conversation) -> Prompt:
    """Return what is offered after help: in the language of the cry too, where help came in it."""
    own = flow.words.distress.get(conversation.helped_in)
    english = {"ask": flow.words.say("after_help_ask"), **{key: flow.words.say(name) for key, name in _AFTER_HELP}}
    said = {key: own.beside(key, text) if own else text for key, text in english.items()}
    return _step("after help", said["ask"], tuple(Choice(key, said[key]) for key, _ in _AFTER_HELP), ("help",))


def _answer_or_stop(flow: Flow, _: Conversation) -> Prompt:
    choices = (Choice("answer", flow.words.say("it_is_my_answer")), Choice("stop", flow.words.say("i_want_to_stop")))
    return _step("answer or stop", flow.words.say("answer_or_stop_ask"), choices, ("help",))


def _is_that_right(flow: Flow, conversation: Conversation) -> Prompt:
    question = question_in_hand(flow, conversation)
    if question is not None and conversation.guess is None and type_of(question).offers_place:
        asked = _place_ask(flow, conversation.answers.get(question.id))
    else:
        asked = flow.words.say("guess_ask", labels=shown_value(question, conversation.guess) if question else "")
    choices = (Choice("yes", flow.words.say("guess_yes")), Choice("no", flow.words.say("guess_no")))
    return _step("is that right", asked, choices, ("skip", "help"))


def _place_ask(flow: Flow, answer: Answer | None) -> str:
    """Return the question whether what was written is the name of a place, with its first words."""
    written = " ".join(answer.words.split()) if answer else ""
    cut = f"{written[:_SHOWN_IN_SUMMARY].rstrip()} ..." if len(written) > _SHOWN_IN_SUMMARY else written
    return flow.words.say("place_ask", quote=cut)


def _story(flow: Flow, _: Conversation) -> Prompt:
    ask, hint = flow.words.say("story_ask"), flow.words.say("story_hint")
    words: tuple[Command, ...] = ("next", "back", "help", "pause", "stop")
    return Prompt("story", ask, "text", hint=hint, words=words, is_question=False)


def proposal_in_hand(flow: Flow, conversation: Conversation) -> Proposal | None:
    """Return what the person told that may answer the open question, while they have not answered it."""
    if not conversation.proposals:
        return None
    question = question_in_hand(flow, conversation)
    if question is None or question.id in conversation.answers:
        return None
    return next((one for one in conversation.proposals if one.question == question.id), None)


def is_proposal(about: str) -> bool:
    """Return whether the name of what is asked is that of a step which puts to the person what they told."""
    return about.startswith(PROPOSED)


def _from_story(flow: Flow, conversation: Conversation) -> Prompt:
    question, proposal = question_in_hand(flow, conversation), proposal_in_hand(flow, conversation)
    if question is None or proposal is None:
        return _proposed(flow, "from story", "")
    return replace(_put(flow, question, proposal), progress=_progress(flow, conversation, question))


def _put(flow: Flow, question: Question, proposal: Proposal) -> Prompt:
    told = flow.words.say("story_quote", quote=proposal.quote)
    shown = flow.words.say("story_is_that", labels=shown_value(question, proposal.value))
    return _proposed(flow, f"{PROPOSED}{question.id}", f"{told}\n\n{question.ask}\n\n{shown}")


def _proposed(flow: Flow, about: str, ask: str) -> Prompt:
    choices = (Choice("yes", flow.words.say("guess_yes")), Choice("no", flow.words.say("story_no")))
    return _step(about, ask, choices, ("skip", "back", "help", "pause", "stop"))


def shown_value(question: Question, value: Value) -> str:
    """Return a coded answer as the person is shown it: the labels of what was picked, or the number or day itself."""
    picked = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
    labels = [choice.label for choice_id in picked if (choice := question.choice(choice_id))]
    return ", ".join(labels) if labels else str(value).replace("/", " to ")


_ASIDES: Mapping[Aside, Callable[[Flow, Conversation], Prompt]] = {
    "stop": _stop,
    "delete": _delete,
    "change": _change,
    "person": _person,
    "pause": _pause,
    "after help": _after_help,
    "answer or stop": _answer_or_stop,
    "is that right": _is_that_right,
    "story": _story,
    "from story": _from_story,
    "asked": lambda flow, conversation: asked_prompt(flow.words, conversation.asks[-1]),
    "asked words": lambda flow, conversation: awaited_prompt(flow.words, conversation.awaited),
    "take back": lambda flow, _: take_back_prompt(flow.words),
}
_STEPS: Mapping[str, Callable[[Flow, Conversation], Prompt]] = {
    "consent": _consent,
    "check": _check,
    "closed": _closed,
}
