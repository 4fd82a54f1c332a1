"""The one way in: what a text means at a question. Distress first, then what is said to the program, then the answer."""

from dataclasses import replace

from feedback.distress.noticing import notices
from feedback.hearing.acts import act_in
from feedback.hearing.answers import labels
from feedback.hearing.answers.answer import hear_answer
from feedback.hearing.answers.choices import refusal_choice, refuses
from feedback.hearing.ask import Ask
from feedback.hearing.consent import consent_in
from feedback.hearing.guess_language import guess_language
from feedback.hearing.heard import Heard
from feedback.hearing.leaving import leave_in
from feedback.hearing.summary import summary_in

_LIGHT = frozenset({"thanks", "greeting", "continue", "repeat", "what-does-that-mean"})
"""Acts beside which an answer counts: "yes thanks" is yes."""
_LONGEST = 20_000
"""Letters of a text that are heard. More is kept, and no message holds more: Telegram's hold 4,096."""


def hear(ask: Ask, text: str, subject: str = "") -> Heard:
    """Return what a text means at a question. It never raises, and takes time linear in the length of the text.

    `subject` is that of a mail (`ask.type` email). Distress is heard at every question, and a cry is no answer.
    """
    said = text[:_LONGEST]
    found = notices(said)
    reasons = tuple(dict.fromkeys(notice.reason for notice in found))
    is_plain = any(notice.kind != "possible" for notice in found)
    heard = _heard(ask, said, subject)
    if is_plain and ask.type not in {"consent", "summary", "email"}:
        heard = replace(heard, act="distress", place=False if ask.type == "place" else heard.place)
    return replace(heard, notice=reasons, language=guess_language(said) or "")


def _heard(ask: Ask, text: str, subject: str) -> Heard:
    if ask.type == "email":
        leave, is_sure = leave_in(text, subject)
        return Heard(leave=leave, sure=is_sure)
    act = act_in(text, ask.type)
    if ask.type == "consent":
        consent, is_sure = consent_in(text)
        return Heard(act=act[0] if act and consent == "unclear" else "none", consent=consent, sure=is_sure)
    if ask.type == "summary":
        summary, is_sure = summary_in(text)
        return Heard(act=act[0] if act and summary == "unclear" else "none", summary=summary, sure=is_sure)
    return _at_question(ask, text, act)


def _at_question(ask: Ask, text: str, act: tuple[str, bool] | None) -> Heard:
    """Return an exact label before all else, then what was said to the program, then the answer."""
    chosen = labels.exact(ask, text)
    if chosen is not None and ask.type != "many":
        return Heard(choice=chosen)
    refusal = refusal_choice(ask)
    if refusal is not None and refuses(text):
        return Heard(choice=refusal) if ask.type != "many" else Heard(choices=(refusal,))
    if act is None and refuses(text) and ask.type not in {"text", "info", "any"}:
        return Heard(act="skip", place=False if ask.type == "place" else None, sure=False)
    if act is None:
        return hear_answer(ask, text)
    heard = hear_answer(ask, text)
    is_answered = heard.act == "none" and ask.type not in {"place", "text", "info", "any"}
    if is_answered and (not act[1] or (heard.sure and act[0] in _LIGHT)):
        return heard
    return Heard(act=act[0], place=False if ask.type == "place" else None, sure=act[1])
