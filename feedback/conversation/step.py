"""One step of a conversation: a message comes in, the conversation moves, and what happened comes out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from feedback.channels import ChannelName, channel_named
from feedback.conversation.answers import (
    accept_guess,
    go_on,
    keep_beside,
    refuse_guess,
    take_answer,
    take_earlier,
    take_edit,
)
from feedback.conversation.asked.asking import is_for_staff, take_ask
from feedback.conversation.asked.taking_back import TAKE_BACK
from feedback.conversation.chats.bubbles import as_one_thought, remember, take_continuation, take_rest_of_thought
from feedback.conversation.chats.media import is_more_of_album, take_passed_on
from feedback.conversation.chats.reactions import is_only_kept, keep_reaction, picked_by_reaction
from feedback.conversation.chats.replies import replied_about, take_reply
from feedback.conversation.chats.sight import look_at_story
from feedback.conversation.chats.tidings import TIDINGS
from feedback.conversation.commands import (
    erase,
    go_on_where_left,
    hand_over,
    obey,
    open_again,
    remind,
    renew,
    start,
    stop,
    welcome,
)
from feedback.conversation.events import Erased, Event, PersonAsked, Renewed, Said
from feedback.conversation.mail_replies import take_letter
from feedback.conversation.messages import Inbound, InboundKind
from feedback.conversation.own_steps import (
    go_on_after_help,
    goes_on_after_help,
    picked_in,
    picked_step,
    take_check,
    take_consent,
    tell_what_is_held,
    typed_labels,
)
from feedback.conversation.prompts import open_about, open_prompt, question_in_hand, step_prompt
from feedback.conversation.remarks import COMMAND_OF_ACT, is_remark, obey_in_other_words, reply_to
from feedback.conversation.state import Aside, Conversation, Stage
from feedback.conversation.stories.telling import (
    accept_proposal,
    has_told_all,
    hear_story,
    put_proposal,
    refuse_proposal,
    take_story,
)
from feedback.conversation.timeouts import hear_silence
from feedback.conversation.turn import (
    Turn,
    answer_any_cry,
    is_in_distress,
    keep_comment,
    keep_what_else_was_said,
    speak,
    understand,
    watch_over,
)
from feedback.distress.noticing import forget
from feedback.flows.model import Flow
from feedback.flows.words import Command
from feedback.folding import fold
from feedback.hearing.consent import consent_in
from feedback.hearing.heard import Heard
from feedback.listening.answer_parser import command_in
from feedback.types.registry import type_of

_TOGETHER = timedelta(minutes=10)
"""Messages so far apart are not parts of one."""
_AWAY = timedelta(hours=12)
"""Whoever was not heard for so long is welcomed back."""
_ENDED = frozenset({"stopped", "declined", "deleted"})
_MOVES: frozenset[Command] = frozenset({"next", "skip", "prefer_not", "back"})
"""Commands about the open question: those a person taps, and may tap twice."""


def begin(flow: Flow, *, conversation_id: str, code: str, channel: ChannelName, now: datetime) -> Conversation:
    """Return a new conversation that has said and heard nothing; the first `step` opens it."""
    return Conversation(
        id=conversation_id,
        flow=flow.name,
        version_id=flow.version_id,
        channel=channel,
        language=flow.language,
        code=code,
        started_at=now,
        heard_at=now,
    )


def step(
    flow: Flow, conversation: Conversation, inbound: Inbound, now: datetime
) -> tuple[Conversation, tuple[Event, ...]]:
    """Take one inbound and return the new conversation and what happened, in order.

    Never raises for anything a person can send, never loses a word, and always leaves a way on: whoever wrote gets an
    answer with something to do next, unless the very same message was taken before.
    """
    turn = Turn(flow, conversation, inbound, now)
    if inbound.kind == "silence":
        done = hear_silence(turn)
    elif inbound.kind in TIDINGS:
        done = TIDINGS[inbound.kind](turn)
    else:
        away = now - conversation.heard_at
        lately = () if away > _TOGETHER else conversation.lately
        heard = turn.change(heard_at=now, channel=inbound.channel, lately=lately)
        done = _hear(heard, is_back=conversation.is_greeted and away > _AWAY)
    forget()
    return done.conversation, done.events


def _hear(turn: Turn, *, is_back: bool) -> Turn:
    before = turn
    taken = answer_any_cry(_take(look_at_story(_greet(turn))))
    heard = tell_what_is_held(before, put_proposal(before, hear_story(before, taken)))
    is_silent = not heard.lines and heard.conversation.aside == before.conversation.aside
    is_same = replace(heard.conversation, lately=before.conversation.lately) == before.conversation
    is_repeat = is_silent and heard.events == before.events and is_same
    is_over = any(isinstance(event, Erased | Renewed) for event in heard.events)
    is_settled = is_over or (is_repeat and _is_late(turn)) or (is_silent and is_more_of_album(turn))
    if is_settled or is_only_kept(heard):
        return heard
    if quiet := as_one_thought(before, heard):
        return quiet
    return speak(welcome(heard) if is_back and _may_welcome(heard) else heard)


def _may_welcome(turn: Turn) -> bool:
    """Whoever leaves, or needs help now, is not welcomed; a letter is read at leisure, and days between are no absence."""
    is_helped = any(isinstance(event, Said) for event in turn.events)
    is_asked = turn.conversation.stage in ("consent", "asking", "checking")
    return is_asked and not is_helped and not channel_named(turn.conversation.channel).is_letter


def _greet(turn: Turn) -> Turn:
    """The opening words come once, before anything else, whatever was said first."""
    return turn if turn.conversation.is_greeted else start(turn)


def _take(turn: Turn) -> Turn:
    inbound = turn.inbound
    if turn.conversation.stage in ("declined", "deleted"):
        return _take_after_erasure(turn)
    if inbound.kind in _BY_KIND:
        return _BY_KIND[inbound.kind](turn)
    if inbound.media or inbound.is_forward:
        return take_passed_on(turn)
    command = inbound.command or command_in(inbound.text, turn.flow.words)
    if command is None or _is_choice(turn, command):
        return _listen(turn)
    return _take_command(turn, command)


def _listen(turn: Turn) -> Turn:
    """Take words by what they mean here: distress before everything, then what is said to the program, then answers."""
    if _is_form_with_cry(turn):
        return _take_cry(turn)
    if turn.inbound.kind != "text" or not turn.inbound.text.strip() or _is_label(turn):
        return _take_words(turn)
    listened = replace(turn, heard=understand(turn))
    return remember(_take_heard(listened))


def _is_form_with_cry(turn: Turn) -> bool:
    """Whether a form holds words of distress and nothing picked, where it does not ask for words."""
    inbound, question = turn.inbound, question_in_hand(turn.flow, turn.conversation)
    if inbound.kind != "choices" or inbound.choices or not inbound.text.strip():
        return False
    return question is not None and type_of(question).gives != "words" and is_in_distress(turn)


def _take_heard(turn: Turn) -> Turn:
    heard, question = turn.heard, question_in_hand(turn.flow, turn.conversation)
    if heard is None or (
        question and type_of(question).gives == "words" and turn.conversation.aside is None and heard.notice
    ):
        return _take_words(turn)
    if is_in_distress(turn):
        return _take_cry(turn)
    if has_told_all(turn):
        return obey(turn, "next")
    is_answer = heard.consent == "question" or is_for_staff(turn)
    return _take_words(turn) if is_answer else _take_act(turn, heard)


def _take_act(turn: Turn, heard: Heard) -> Turn:
    if is_remark(heard.act) and not goes_on_after_help(turn):
        return reply_to(turn, heard.act)
    if heard.sure and heard.act in COMMAND_OF_ACT and not _is_choice(turn, COMMAND_OF_ACT[heard.act]):
        return obey_in_other_words(_woken(turn, COMMAND_OF_ACT[heard.act]), heard.act)
    return _take_words(turn)


def _take_cry(turn: Turn) -> Turn:
    """A cry is no place, no number and no yes: it is kept as what it is, and answered first."""
    return watch_over(keep_comment(turn))


def _is_label(turn: Turn) -> bool:
    """Whether the message is just a number, some numbers or a label of what is open: then there is nothing to wonder about."""
    prompt = open_prompt(turn.flow, turn.conversation)
    folded = fold(turn.inbound.text)
    is_number = folded.isascii() and folded.replace(" ", "").isdigit() and prompt.choices != ()
    return is_number or folded in typed_labels(prompt)


def _take_command(turn: Turn, command: Command) -> Turn:
    is_just_opened = command == "start" and turn.lines != ()
    if is_just_opened:
        return turn
    if command in _MOVES and _is_late(turn):
        return turn.say("here_is_your_place") if turn.inbound.reply_to else turn
    return obey(_with_words_kept(_woken(turn, command)), command)


def _with_words_kept(turn: Turn) -> Turn:
    """What was typed or ticked on a form beside a button such as Pause is kept before the button is obeyed."""
    inbound, conversation = turn.inbound, turn.conversation
    has_words = bool(inbound.text.strip())
    if not inbound.command or not (has_words or inbound.choices):
        return turn
    question = question_in_hand(turn.flow, conversation)
    if question is not None and conversation.aside is None:
        is_passed_over = inbound.command in ("skip", "prefer_not")
        if (type_of(question).gives == "words" and has_words) or (inbound.choices and not is_passed_over):
            return keep_beside(turn, question)
    return watch_over(keep_comment(turn)) if has_words else turn


def _take_after_erasure(turn: Turn) -> Turn:
    """There is no consent to keep anything: only help and the privacy words are left, and a new beginning elsewhere."""
    command = turn.inbound.command or command_in(turn.inbound.text, turn.flow.words)
    if command in ("help", "privacy"):
        return obey(turn, command)
    if command == "start":
        return renew(turn)
    is_late_yes = turn.conversation.stage == "declined" and consent_in(turn.inbound.text) == ("yes", True)
    return turn.say("late_yes") if is_late_yes else turn


def _woken(turn: Turn, command: Command) -> Turn:
    """A late Skip, Next or Back goes on where the conversation was left, like any late answer."""
    is_resting = turn.conversation.stage in ("paused", "left early")
    return go_on_where_left(turn) if is_resting and command in _MOVES else turn


def _is_late(turn: Turn) -> bool:
    """Whether the person had an earlier question in front of them than the one that is open."""
    seen = turn.inbound.seen
    return seen is not None and seen != open_about(turn.flow, turn.conversation)


def _is_choice(turn: Turn, command: Command) -> bool:
    """Our own steps offer words such as Stop and Delete as choices: there they are the answer."""
    prompt = open_prompt(turn.flow, turn.conversation)
    return not prompt.is_question and fold(turn.inbound.text) in typed_labels(prompt) and command != "start"


def _take_words(turn: Turn) -> Turn:
    if (taken := take_ask(turn) or _take_earlier(turn)) is not None:
        return taken
    conversation = turn.conversation
    if conversation.aside:
        return _take_aside(turn)
    question = question_in_hand(turn.flow, conversation)
    if question:
        return take_answer(turn, question)
    return _BY_STAGE.get(conversation.stage, _take_at_rest)(turn)


def _take_earlier(turn: Turn) -> Turn | None:
    if about := replied_about(turn):
        return take_reply(turn, about)
    if _is_late(turn) and (earlier := _take_late(turn) or take_rest_of_thought(turn)):
        return earlier
    return take_continuation(turn)


def _take_late(turn: Turn) -> Turn | None:
    """Take what was written with something earlier in view; a tap made twice on one of our own steps says nothing."""
    seen = turn.inbound.seen or ""
    question = turn.flow.question(seen)
    if question is not None:
        return take_earlier(turn, question)
    prompt = step_prompt(turn.flow, turn.conversation, seen)
    return turn if prompt is not None and picked_in(turn, prompt) is not None else None


def _take_aside(turn: Turn) -> Turn:
    picked = picked_step(turn)
    aside = turn.conversation.aside
    if picked is None and turn.heard is not None and turn.heard.sure and aside in _ASKS_YES_OR_NO:
        picked = turn.heard.choice
        turn = keep_comment(turn) if aside == "person" else keep_what_else_was_said(turn)
    if aside == "story":
        return take_story(turn)
    if picked is None or aside is None:
        return _take_past_aside(turn)
    if turn.inbound.choices and turn.inbound.text.strip():
        turn = watch_over(keep_comment(turn))
    if aside == "change":
        question = turn.flow.question(picked)
        return open_again(turn.change(aside=None), question) if question else turn
    return _ASIDE_CHOICES[aside, picked](turn.change(aside=None))


def _take_past_aside(turn: Turn) -> Turn:
    """Words that do not answer our own question go to the question behind it; none are lost."""
    without = turn.change(aside=None)
    if turn.conversation.stage in _ENDED or turn.conversation.aside in ("delete", "stop", "pause"):
        return watch_over(keep_comment(without).say("kept_words"))
    return _take_words(replace(without, heard=understand(without)) if without.heard else without)


def _is_my_answer(turn: Turn) -> Turn:
    kept = turn.say("kept_as_answer")
    return kept if turn.conversation.is_collecting else go_on(kept)


_ASKS_YES_OR_NO: frozenset[Aside] = frozenset({"person", "is that right", "from story"})
_ASIDE_CHOICES: Mapping[tuple[Aside, str], Callable[[Turn], Turn]] = {
    ("stop", "keep"): lambda turn: turn.say("kept_after_stop", code=turn.conversation.code),
    ("stop", "delete"): lambda turn: erase(turn, "asked"),
    ("delete", "delete"): lambda turn: erase(turn, "asked"),
    ("delete", "keep"): lambda turn: turn.say("nothing_deleted"),
    ("person", "yes"): lambda turn: turn.add(PersonAsked(may_contact=True)).say("person_yes"),
    ("person", "no"): lambda turn: turn.add(PersonAsked(may_contact=False)).say("person_no"),
    ("pause", "day"): lambda turn: remind(turn, "day"),
    ("pause", "days"): lambda turn: remind(turn, "days"),
    ("pause", "none"): lambda turn: remind(turn, "none"),
    ("after help", "go_on"): go_on_after_help,
    ("after help", "more"): lambda turn: obey(turn, "help").change(aside="after help"),
    ("is that right", "yes"): accept_guess,
    ("is that right", "no"): refuse_guess,
    ("from story", "yes"): accept_proposal,
    ("from story", "no"): refuse_proposal,
    ("after help", "person"): lambda turn: obey(turn, "person"),
    ("after help", "pause"): lambda turn: obey(turn, "pause"),
    ("after help", "stop"): stop,
    ("answer or stop", "answer"): _is_my_answer,
    ("answer or stop", "stop"): stop,
    **TAKE_BACK,
}


def _take_at_rest(turn: Turn) -> Turn:
    """Take what comes when no question is open: a way on that was offered, an answer after all, or a remark."""
    picked = _picked_at_rest(turn)
    if picked is not None:
        inbound = turn.inbound
        has_words = bool(inbound.choices) and inbound.text.strip() != ""
        return _AT_REST[picked](watch_over(keep_comment(turn)) if has_words else turn)
    if turn.conversation.stage in ("paused", "left early"):
        woken = go_on_where_left(turn)
        return _take_words(replace(woken, heard=understand(woken)) if woken.heard else woken)
    return watch_over(keep_comment(turn).say("kept_words")) if turn.inbound.text else turn


def _picked_at_rest(turn: Turn) -> str | None:
    """Return the way on that was picked. A number to a question that was left open is an answer to that question."""
    seen, stage = turn.inbound.seen, turn.conversation.stage
    is_number = turn.inbound.text.strip().isdecimal()
    if is_number and (turn.flow.question(seen or "") or (seen is None and stage == "left early")):
        return None
    return picked_step(turn)


_AT_REST: Mapping[str, Callable[[Turn], Turn]] = {
    "start": lambda turn: obey(turn, "start"),
    "change": lambda turn: obey(turn, "change"),
    "more": renew,
    "other": hand_over,
}
_BY_STAGE: Mapping[Stage, Callable[[Turn], Turn]] = {"consent": take_consent, "checking": take_check}


def _take_reaction(turn: Turn) -> Turn:
    picked = picked_by_reaction(turn)
    return _take_words(replace(turn, inbound=picked)) if picked else keep_reaction(turn)


_BY_KIND: Mapping[InboundKind, Callable[[Turn], Turn]] = {
    "edit": take_edit,
    "letter": take_letter,
    "reaction": _take_reaction,
}
