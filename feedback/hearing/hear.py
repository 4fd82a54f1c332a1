"""The one way in: what a text means at a question. Distress first, then what is said to the program, then the answer."""

from dataclasses import replace

from feedback.distress.noticing import notices
from feedback.hearing.acts import act_in
from feedback.hearing.answers import labels
from feedback.hearing.answers.answer import hear_answer, with_choices
from feedback.hearing.answers.choices import is_built
from feedback.hearing.answers.choosing.vague import is_vague
from feedback.hearing.answers.meaning import degree_guess
from feedback.hearing.answers.special import refuses, special
from feedback.hearing.answers.weighing.likeliest import may_be_likely, with_likeliest
from feedback.hearing.answers.words.stems import stem
from feedback.hearing.ask import Ask
from feedback.hearing.consent import consent_in, is_yes_and_story
from feedback.hearing.guess_language import guess_language
from feedback.hearing.heard import Heard
from feedback.hearing.leaving import leave_in
from feedback.hearing.model import features
from feedback.hearing.normal import forget, normalise, tokens
from feedback.hearing.second_look import second_look
from feedback.hearing.spellings import word_set
from feedback.hearing.summary import summary_in
from feedback.hearing.wording.addressing import is_addressed
from feedback.hearing.yes_no import likely_yes_no

_LIGHT = frozenset({"thanks", "greeting", "continue", "repeat", "what-does-that-mean"})
"""Acts beside which an answer counts: "yes thanks" is yes."""
_AT_A_QUESTION = 0.5
"""The lead of an act at a question, where an answer is what one expects."""
_ADDRESSED = 0.25
"""The lead of an act at a question, in a text that is addressed to the program by its wording."""
_AT_AN_OPEN_QUESTION = 0.6
"""The lead of an act at an open question, where any words are an answer. It is never sure."""
_COMMON = word_set("i a the to of my me it is not do would want in at and for with no")
_VAGUE = frozenset({"help", "stop", "repeat", "continue", "what-does-that-mean"})
_EXPLICIT = word_set(
    "stop quit exit end pause skip question questions survey this chat bot help back delete cancel finish mean means meaning repeat understand what whats continue"
)
"""Words of which one at least says that the program is meant: without one, "I'm done with it" is an answer where one was found."""
_BRIEF = 140
"""Letters of the longest request to the program."""
_LONGEST = 20_000
"""Letters of a text that are heard. More is kept, and no message holds more: Telegram's hold 4,096."""


def hear(ask: Ask, text: str, subject: str = "") -> Heard:
    """Return what a text means at a question. It never raises, and takes time linear in the length of the text.

    `subject` is that of a mail (`ask.type` email). Distress is heard at every question, and a cry is no answer.
    """
    said = text[:_LONGEST]
    heard = _heard(with_choices(ask, said), said, subject)
    found = notices(said, is_answer=heard.is_answer)
    reasons = tuple(dict.fromkeys(notice.reason for notice in found))
    is_plain = any(notice.kind != "possible" for notice in found)
    if is_plain and ask.type not in {"consent", "summary", "email"}:
        heard = replace(heard, act="distress", place=False if ask.type == "place" else heard.place)
    language = guess_language(said) or ""
    forget()
    features.forget()
    degree_guess.forget()
    return replace(heard, notice=reasons, language=language)


def _heard(ask: Ask, text: str, subject: str) -> Heard:
    if ask.type == "email":
        leave, is_sure = second_look("leave", text, leave_in(text, subject), subject)
        return Heard(leave=leave, sure=is_sure)
    act = act_in(text, ask.type)
    if ask.type == "consent":
        return _at_consent(text, act)
    if ask.type == "summary":
        summary, is_sure = second_look("summary", text, summary_in(text))
        return Heard(act=act[0] if act and summary == "unclear" else "none", summary=summary, sure=is_sure)
    heard = _at_question(ask, text, act)
    heard = _with_likely_act(ask, text, act, heard) if _may_be_act(ask, text, heard) else heard
    is_void = heard.choice is None and is_vague(text)
    if not may_be_likely(ask, heard) or is_void or is_built(ask, text):
        return heard
    return with_likeliest(ask, text, heard)


def _at_consent(text: str, act: tuple[str, bool] | None) -> Heard:
    """Return whether a text is a yes; one that is neither yes nor no may say something to the program beside it."""
    if is_yes_and_story(text):
        return Heard(consent="yes", sure=True)
    rule = consent_in(text)
    if act and act[1] and act[0] not in {*_LIGHT, "skip"} and rule[0] == "unclear":
        return Heard(act=act[0], consent="unclear", sure=False)  # "help" is no yes, whatever it is like
    consent, is_sure = second_look("consent", text, rule)
    if consent == "question":
        asked = second_look("acts", text, act_in(text) or ("none", False))[0] if len(text) <= _BRIEF else "none"
        return Heard(act=asked, consent=consent, sure=is_sure)
    return Heard(act=act[0] if act and consent == "unclear" else "none", consent=consent, sure=is_sure)


def _may_be_act(ask: Ask, text: str, heard: Heard) -> bool:
    """Return whether the model is asked for an act: nothing was answered, and the text is brief and in English."""
    words = tokens(text)
    is_figures = all(word[0].isdigit() or word[0] == "-" for word in words)
    if len(text) > _BRIEF or heard.act.startswith("language") or is_figures or guess_language(text):
        return False
    if ask.choices and (is_vague(text) or len(heard.choices or ()) > 1):
        return False
    if ask.type == "any" or (heard.act in {"none", "unclear"} and (ask.type == "text" or heard.act == "unclear")):
        return True
    is_open = heard.act in {"none", "other"} and (not heard.sure or bool(heard.place))
    return is_open and is_addressed(normalise(text))


def _with_likely_act(ask: Ask, text: str, act: tuple[str, bool] | None, heard: Heard) -> Heard:
    """Return what was heard, with the act that the model finds. Where words are asked for, an act needs a longer lead."""
    is_said = ask.type not in {"any", "text"} and is_addressed(normalise(text))
    least = (
        _ADDRESSED
        if is_said and heard.choice is None and heard.choices is None
        else {"any": 0, "text": _AT_AN_OPEN_QUESTION}.get(ask.type, _AT_A_QUESTION)
    )
    meaning, is_sure = second_look("acts", text, act or ("none", False), least=least)
    if ask.type == "any":
        return Heard(act=meaning, sure=is_sure)
    return heard if meaning == "none" else Heard(act=meaning, place=heard.place, sure=False)


def _at_question(ask: Ask, text: str, act: tuple[str, bool] | None) -> Heard:
    """Return an exact label before all else, then what was said to the program, then the answer."""
    chosen = labels.exact(ask, text) if ask.type != "many" else None
    if chosen is None and special(ask).refusal is not None and refuses(text):
        chosen = special(ask).refusal
    if chosen is not None:
        return Heard(choice=chosen) if ask.type != "many" else Heard(choices=(chosen,))
    if act is None and refuses(text) and ask.type not in {"text", "info", "any"}:
        return Heard(act="skip", place=False if ask.type == "place" else None, sure=False)
    heard = likely_yes_no(ask, text, hear_answer(ask, text))
    if act is None:
        return heard
    is_answered = heard.act == "none" and ask.type not in {"place", "text", "info", "any"}
    if is_answered and _is_an_answer(ask, text, act[0], heard):
        return replace(heard, sure=False)
    if is_answered and (not act[1] or (heard.sure and act[0] in _LIGHT)):
        return heard
    return Heard(act=act[0], place=False if ask.type == "place" else None, sure=act[1])


def _is_an_answer(ask: Ask, text: str, act: str, heard: Heard) -> bool:
    """Return whether what sounds like a request is an answer rather: a language that can be picked, "I'm done with it"."""
    is_picked = act.startswith("language:") and ask.type in {"one", "many"}
    is_vague = act in _VAGUE and ask.type in {"one", "yesno", "many"} and _EXPLICIT.isdisjoint(tokens(text))
    return is_picked or is_vague or _is_about_the_choice(ask, text, heard)


def _is_about_the_choice(ask: Ask, text: str, heard: Heard) -> bool:
    """Return whether a text says a word of the choice that was heard, so that no request is meant by it: "I'd rather see a person"."""
    picked = heard.choices or ((heard.choice,) if heard.choice else ())
    said = {stem(word) for word in tokens(text) if word not in _COMMON}
    return any(not said.isdisjoint(stem(word) for word in tokens(ask.choices.get(one, ""))) for one in picked)
