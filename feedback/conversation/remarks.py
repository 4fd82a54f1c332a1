"""What people say to the program itself: a question to it, a greeting, a thank you. Answered, and never counted as a wrong answer."""

from collections.abc import Callable, Mapping

from feedback.conversation.commands import obey
from feedback.conversation.events import Misunderstood
from feedback.conversation.prompts import asked_questions, question_in_hand
from feedback.conversation.turn import Turn, keep_comment
from feedback.flows.words import Command

COMMAND_OF_ACT: Mapping[str, Command] = {
    "skip": "skip",
    "stop": "stop",
    "pause": "pause",
    "back": "back",
    "continue": "next",
    "help": "help",
    "person": "person",
    "privacy": "privacy",
    "delete": "delete",
    "change": "change",
    "start-again": "start",
}
"""Acts that are one of our words, said in other words."""
_MINUTES_A_QUESTION = 0.5
"""About half a minute for each question: short answers take 10 to 20 seconds, open ones a minute or two."""


def is_remark(act: str) -> bool:
    """Return whether an act is something said to the program, other than one of its words."""
    return act in _REPLIES or act.startswith("language:")


def reply_to(turn: Turn, act: str) -> Turn:
    """Return the turn with a remark kept and answered. The open question comes again after it."""
    kept = keep_comment(turn)
    return kept.say("remark_language") if act.startswith("language:") else _REPLIES[act](kept)


def obey_in_other_words(turn: Turn, act: str) -> Turn:
    """Return the turn with one of our words obeyed that was said in other words, which are kept: we may have misheard."""
    return obey(keep_comment(turn), COMMAND_OF_ACT[act])


def _explain(turn: Turn) -> Turn:
    question = question_in_hand(turn.flow, turn.conversation)
    if question is None:
        return turn.say("help_words")
    asked = turn.add(Misunderstood(question.id, "asked what it means"))
    explained = question.means or question.hint
    return asked.line(explained) if explained else asked.say("remark_meaning")


def _tell_length(turn: Turn) -> Turn:
    asked = asked_questions(turn.flow, turn.conversation)
    left = sum(question.id not in turn.conversation.answers for question in asked)
    if not left:
        return turn.say("remark_no_more")
    return turn.say("remark_length", left=str(left), minutes=str(max(1, round(left * _MINUTES_A_QUESTION))))


def _say(key: str) -> Callable[[Turn], Turn]:
    return lambda turn: turn.say(key)


def _greet(turn: Turn) -> Turn:
    return turn if turn.lines else turn.say("remark_greeting")


_REPLIES: Mapping[str, Callable[[Turn], Turn]] = {
    "repeat": _say("remark_repeat"),
    "what-does-that-mean": _explain,
    "how-long": _tell_length,
    "are-you-human": _say("remark_human"),
    "who-reads-this": _say("remark_readers"),
    "thanks": _say("remark_thanks"),
    "greeting": _greet,
}
