"""Two questions of our own: whether we may keep what is said, and whether the summary is right."""

import re
from collections.abc import Iterator

from feedback.channels import channel_named
from feedback.conversation.commands import erase, obey
from feedback.conversation.events import Answered, Commented
from feedback.conversation.mail_replies import consent_to_all
from feedback.conversation.messages import Prompt
from feedback.conversation.prompts import open_prompt
from feedback.conversation.remarks import is_remark, reply_to
from feedback.conversation.stories.telling import may_offer
from feedback.conversation.timeouts import waits_for_a_yes
from feedback.conversation.turn import PLAIN_YES, Turn, keep_comment, keep_what_else_was_said, watch_over
from feedback.flows.model import Choice, Question
from feedback.flows.words import BESIDE
from feedback.folding import fold
from feedback.hearing.consent import is_yes_with_condition
from feedback.hearing.normal import normalise
from feedback.listening.answer_parser import read_answer

_WELL = "fine|ok|all right|good|better|no|nah|nope|dont worry|sorry"
_BESIDE_WELL = (
    "i|im|am|its|it|is|thanks|thank|you|really|honestly|about|me|just|now|feeling|feel|yes|yeah|oh|be|only|tired|having|a|"
    "moment|will|not bad|much|today|though|tbh"
)
_BRUSHED_OFF = re.compile(rf"(?!.*\bno (?:good|better)\b)(?=.*\b(?:{_WELL})\b)(?:(?:{_WELL}|{_BESIDE_WELL})(?: |$))+")
"""All is well, or no help is wanted, and nothing else, in normal form: "no im fine". "Not ok" and "no better" are not among it."""


def picked_step(turn: Turn) -> str | None:
    """Return the choice picked in the step of ours that is open, by form, number, label or a like word."""
    if goes_on_after_help(turn):
        return "go_on"
    return picked_in(turn, open_prompt(turn.flow, turn.conversation))


def goes_on_after_help(turn: Turn) -> bool:
    """Return whether somebody to whom help is offered brushes it off."""
    return turn.conversation.aside == "after help" and _is_brushed_off(turn.inbound.text)


def _is_brushed_off(text: str) -> bool:
    return _BRUSHED_OFF.fullmatch(normalise(text)) is not None


def go_on_after_help(turn: Turn) -> Turn:
    """Go on with the questions; words that brush help off are kept, for staff see that there was a cry."""
    return keep_comment(turn).say("distress_denied") if _is_brushed_off(turn.inbound.text) else turn


def picked_in(turn: Turn, prompt: Prompt) -> str | None:
    """Return the choice of a step of ours that a message picks, or None."""
    if turn.inbound.choices:
        known = {choice.id for choice in prompt.choices}
        return next((choice for choice in turn.inbound.choices if choice in known), None)
    for choices in _in_each_language(prompt.choices):
        reading = read_answer(
            Question("step", prompt.ask, "yesno", choices=choices), turn.inbound.text, turn.flow.words
        )
        if reading and not reading.has_words:
            return str(reading.value)
    return None


def typed_labels(prompt: Prompt) -> frozenset[str]:
    """Return the labels of a step, folded, as they may be typed: each language alone where they stand in two."""
    return frozenset(fold(one.label) for choices in _in_each_language(prompt.choices) for one in choices)


def _in_each_language(choices: tuple[Choice, ...]) -> Iterator[tuple[Choice, ...]]:
    """Yield choices as they are shown, and, where their labels stand in two languages, in each alone: so they are typed."""
    yield choices
    if any(BESIDE in choice.label for choice in choices):
        yield tuple(Choice(choice.id, choice.label.partition(BESIDE)[0]) for choice in choices)
        yield tuple(Choice(choice.id, choice.label.rpartition(BESIDE)[2]) for choice in choices)


def take_consent(turn: Turn) -> Turn:
    """Return the turn with what was said to the question about consent: only a plain yes keeps anything."""
    picked = picked_step(turn)
    said = turn.heard.consent if turn.heard and turn.heard.sure else None
    is_yes = picked == "yes" or said == "yes"
    if is_yes and turn.flow.start.strip() in turn.lines:
        return _hear_unasked_yes(turn)
    if is_yes:
        agreed = consent_to_all(keep_what_else_was_said(turn)).say("consent_thanks")
        return agreed.say("story_offer") if may_offer(agreed) else agreed
    if picked == "no" or said == "no":
        return erase(turn, "no consent")
    if picked == "more":
        return turn.say(turn.flow.consent.more)
    if not turn.inbound.text:
        return turn.say("form_empty") if turn.inbound.whole else turn
    return _hold(turn)


def _hear_unasked_yes(turn: Turn) -> Turn:
    """A yes that comes first answers a question of before: what it was about is erased, and this one was not seen yet."""
    told = turn.say("late_yes_first")
    return watch_over(keep_comment(told)) if len(turn.inbound.text.split()) > PLAIN_YES else told


def _hold(turn: Turn) -> Turn:
    """Keep words that came without a yes, and say what becomes of them without one."""
    heard = turn.heard
    is_question = heard is not None and heard.consent == "question"
    if heard is not None and is_question and is_remark(heard.act) and heard.act != "who-reads-this":
        return reply_to(turn, heard.act)
    held = watch_over(keep_comment(turn)).change(tries=turn.conversation.tries + 1)
    if held.conversation.aside == "after help":
        return held
    if is_question:
        return held.say(turn.flow.consent.more)
    if heard is not None and heard.consent == "yes":
        return held.say("consent_is_that_yes")
    if heard is not None and heard.consent == "unclear" and is_yes_with_condition(turn.inbound.text):
        return held.say("consent_condition")
    is_again = turn.conversation.tries > 0
    is_letter = channel_named(turn.conversation.channel).is_letter
    waits = turn.flow.words.say("held_days" if is_letter else "held_hours")
    return held.say("held_plainly" if is_again else "held_until_consent", waits=waits)


def tell_what_is_held(before: Turn, turn: Turn) -> Turn:
    """Say once what becomes of words without a yes, whatever they were: from then on a reminder comes first, too."""
    is_kept = any(isinstance(event, Commented | Answered) for event in turn.events)
    if not is_kept or before.conversation.tries or not waits_for_a_yes(turn.conversation):
        return turn
    is_letter = channel_named(turn.conversation.channel).is_letter
    waits = turn.flow.words.say("held_days" if is_letter else "held_hours")
    is_told = any(waits in line for line in turn.lines)
    told = turn if is_told else turn.say("held_note", waits=waits)
    return told.change(tries=max(1, turn.conversation.tries))


def take_check(turn: Turn) -> Turn:
    """Return the turn with what was said to the summary: finished, something to change, or more words."""
    picked = picked_step(turn)
    said = turn.heard.summary if turn.heard and turn.heard.sure else None
    if picked == "yes" or said == "right":
        finished = turn.move("finished").line(turn.flow.finish.thanks.strip())
        return finished.say("your_code", code=turn.conversation.code).sign()
    if picked == "change" or said == "change":
        kept = watch_over(keep_comment(turn)) if said == "change" else turn
        return kept if kept.conversation.aside else obey(kept, "change")
    if not turn.inbound.text:
        return turn.say("form_empty")
    return watch_over(keep_comment(turn).say("kept_words"))
