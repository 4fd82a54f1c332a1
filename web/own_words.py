"""Own words in the line beside choices: taken as the choice that is for them, in one press. Pure."""

from dataclasses import replace

from feedback.conversation.messages import Prompt
from feedback.hearing.ask import Ask
from feedback.hearing.hear import hear
from feedback.hearing.heard import Heard
from web.answer_form import Form

_OWN_ACTS = ("none", "other", "unclear")
"""What is said to the question; any other act, where it is sure, is said to the program."""


def as_other(form: Form, prompt: Prompt | None) -> Form:
    """Return the form with the choice for own words picked, where somebody wrote in their line and picked nothing.

    Words that surely name another choice, that ask something, or that need a person first stay as they are: the
    conversation hears them.
    """
    is_alone = form.text.strip() and not form.choices and not form.command
    if prompt is None or not prompt.other or form.about != prompt.about or not is_alone:
        return form
    heard = hear(Ask(prompt.type, prompt.ask, {choice.id: choice.label for choice in prompt.choices}), form.text)
    return replace(form, choices=(prompt.other,)) if _is_own(heard) else form


def _is_own(heard: Heard) -> bool:
    if heard.notice:
        return False
    return not heard.sure or (heard.act in _OWN_ACTS and heard.choice is None and not heard.choices)
