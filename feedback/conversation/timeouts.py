"""What silence means: an open answer is complete, a reminder is due, a conversation has been left."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from feedback.channels import channel_named
from feedback.conversation.commands import close_answer
from feedback.conversation.events import Erased, Moved
from feedback.conversation.state import Conversation
from feedback.conversation.stories.telling import put_proposal
from feedback.conversation.turn import Turn, speak
from feedback.flows.model import Flow
from feedback.flows.words import Words

QUIET_BEFORE_NEXT = timedelta(minutes=10)
"""Silence after part of an open answer that keeps it as said: some never press Done."""
CONSENT_WAITS = timedelta(hours=24)
"""Words said before consent are kept no longer than this without it."""
CONSENT_WAITS_BY_LETTER = timedelta(days=14)
"""The same by email, where the question about it has to be read and answered by another letter."""

_CONSENT_REMINDERS = (timedelta(hours=4), timedelta(hours=20))
"""Within the 24 hours that words wait: once on the same day, once before they are erased."""
_CONSENT_REMINDERS_BY_LETTER = (timedelta(days=5), timedelta(days=12))
"""Within the 14 days that words wait by email: a working week to see the letter, and two days left after the second."""
_TIME_TO_SAY_YES = timedelta(hours=4)
"""At least so long after the last reminder nothing is erased: the night may have moved it."""

DeadlineKind = Literal["close answer", "remind", "leave", "forget"]


@dataclass(frozen=True)
class Deadline:
    """When silence becomes an event, and which."""

    at: datetime
    kind: DeadlineKind


def next_deadline(flow: Flow, conversation: Conversation) -> Deadline | None:
    """Return what silence will mean next for this conversation, or None if nothing."""
    heard = conversation.heard_at
    if waits_for_a_yes(conversation):
        return _while_consent_waits(flow, conversation)
    if conversation.stage not in ("asking", "checking", "paused"):
        return None
    if conversation.is_collecting:
        return Deadline(heard + QUIET_BEFORE_NEXT, "close answer")
    remind_at = _remind_at(flow, conversation)
    by_day = out_of_quiet_hours(remind_at, flow.words) if remind_at is not None else None
    if by_day is not None and not _is_over(flow, conversation, by_day):
        return Deadline(by_day, "remind")
    return Deadline(heard + flow.expires, "leave")


def _is_over(flow: Flow, conversation: Conversation, at: datetime) -> bool:
    """Return whether nobody may be reminded any more: the conversation is left by then, or its invitation closed."""
    closes_at = conversation.closes_at
    return at >= conversation.heard_at + flow.expires or (closes_at is not None and at >= closes_at)


def _while_consent_waits(flow: Flow, conversation: Conversation) -> Deadline:
    """Words without a yes are erased, and never without a reminder before, where we can write first."""
    heard, is_mail = conversation.heard_at, channel_named(conversation.channel).is_letter
    erase_at = heard + (CONSENT_WAITS_BY_LETTER if is_mail else CONSENT_WAITS)
    times = [
        out_of_quiet_hours(heard + wait, flow.words)
        for wait in (_CONSENT_REMINDERS_BY_LETTER if is_mail else _CONSENT_REMINDERS)
    ]
    if conversation.stage == "left early" or not may_remind_of_consent(conversation):
        return Deadline(erase_at, "forget")
    if conversation.reminders_sent < len(times):
        return Deadline(times[conversation.reminders_sent], "remind")
    return Deadline(max(erase_at, times[-1] + _TIME_TO_SAY_YES), "forget")


def waits_for_a_yes(conversation: Conversation) -> bool:
    """Return whether nothing may be kept yet. To pause or to leave before the yes stops no clock."""
    is_resting = conversation.stage in ("paused", "left early") and not conversation.consents.get("take_part")
    return conversation.stage == "consent" or is_resting


def may_remind_of_consent(conversation: Conversation) -> bool:
    """Return whether words wait for a yes, in a channel in which we can write first."""
    has_words = conversation.tries > 0 or conversation.answers != {}
    return has_words and conversation.wants_reminders and channel_named(conversation.channel).can_write_first


def _remind_at(flow: Flow, conversation: Conversation) -> datetime | None:
    channel = channel_named(conversation.channel)
    if not conversation.wants_reminders or not channel.can_write_first:
        return None
    if conversation.remind_at is not None:
        return conversation.remind_at
    if channel.is_letter:
        return _remind_by_letter_at(flow, conversation)
    if conversation.stage == "paused" or conversation.reminders_sent >= len(flow.reminders):
        return None
    return conversation.heard_at + flow.reminders[conversation.reminders_sent]


def _remind_by_letter_at(flow: Flow, conversation: Conversation) -> datetime | None:
    """One reminder by letter and no more, at the last of the flow's times: mail is read at leisure."""
    is_over = conversation.stage == "paused" or conversation.reminders_sent > 0 or not flow.reminders
    return None if is_over else conversation.heard_at + flow.reminders[-1]


def out_of_quiet_hours(at: datetime, words: Words) -> datetime:
    """Return the moment itself, or the end of the quiet hours in which it falls."""
    local = at.astimezone(ZoneInfo(words.zone))
    if words.quiet_until <= local.hour < words.quiet_from:
        return at
    day = local if local.hour < words.quiet_until else local + timedelta(days=1)
    return day.replace(hour=words.quiet_until, minute=0, second=0, microsecond=0).astimezone(at.tzinfo)


def is_quiet(now: datetime, words: Words) -> bool:
    """Return whether nobody should be reminded of anything now."""
    return out_of_quiet_hours(now, words) != now


def due_at(flow: Flow, conversation: Conversation) -> datetime | None:
    """Return when silence becomes an event for this conversation, or None if it never does."""
    deadline = next_deadline(flow, conversation)
    return deadline.at if deadline else None


def hear_silence(turn: Turn) -> Turn:
    """Return the turn with what the silence so far means. Too early, or at night, it means nothing."""
    deadline = next_deadline(turn.flow, turn.conversation)
    if deadline is None or turn.now < deadline.at:
        return turn
    match deadline.kind:
        case "close answer":
            return speak(put_proposal(turn, close_answer(turn)))
        case "forget":
            gone = turn.change(stage="declined", answers={}, place="", guess=None, lately=(), proposals=())
            return gone.add(Erased("no reply"), Moved("declined"))
        case "leave":
            return turn.move("left early")
        case "remind":  # pragma: no branch - there is no other
            return turn if is_quiet(turn.now, turn.flow.words) else _remind(turn)


def _remind(turn: Turn) -> Turn:
    conversation = turn.conversation
    if not waits_for_a_yes(conversation) and _is_over(turn.flow, conversation, turn.now):
        return hear_silence(turn.change(wants_reminders=False))  # we were away too long: now it is too late
    if waits_for_a_yes(conversation):
        waits = turn.flow.words.say("held_days" if channel_named(conversation.channel).is_letter else "held_hours")
        reminded = turn.change(reminders_sent=conversation.reminders_sent + 1, aside=None)
        said = reminded.say("consent_reminder", waits=waits).sign()
        return speak(said, kind="reminder")
    is_chosen = conversation.remind_at is not None
    counted = turn.change(
        reminders_sent=conversation.reminders_sent + (0 if is_chosen else 1), remind_at=None, aside=None
    )
    said = counted.say("reminder", title=turn.flow.title).sign()
    return speak(said, kind="reminder")
