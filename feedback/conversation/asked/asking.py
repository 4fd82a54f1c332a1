"""Putting a question of staff to a person, and taking the answer: a plain yes, a plain no, or own words.

Nothing but the choice itself, or a yes with nothing beside it, is a yes. Other words are kept, and the question stays.
"""

from collections.abc import Mapping

from feedback.conversation.events import AskAnswered, Renewed
from feedback.conversation.messages import AskKind, StaffAsk
from feedback.conversation.own_prompts.ask_prompts import KEYS, asked_about, asked_prompt, is_tapped_again
from feedback.conversation.own_steps import picked_in, typed_labels
from feedback.conversation.prompts import question_in_hand
from feedback.conversation.turn import PLAIN_YES, Turn, keep_comment, keep_consent, speak, watch_over
from feedback.folding import fold
from feedback.hearing.consent import has_condition

_AWAITED: Mapping[tuple[AskKind, str], str] = {
    ("case study", "change"): "wish",
    ("meeting", "yes"): "way",
    ("meeting", "own"): "card",
    ("meeting", "card"): "way",
    ("interview", "phone"): "number",
    ("interview", "other"): "when",
}
"""Which own words are asked for after a choice, or after other own words."""
_WAY_ENDS = "-"
"""What stands behind the way of a talk in the id of an offered time: `phone-1`."""
_OBEYED = frozenset({"stop", "help", "person", "delete", "pause"})
"""Acts that are obeyed in whatever words they are said, also beside an ask."""


def put(turn: Turn) -> Turn:
    """Return the turn with what staff ask said, and open in front of everything else."""
    ask = turn.inbound.ask
    if ask is None:
        return turn
    told = turn.line(ask.words)
    if ask.kind == "told":
        return speak(_ended(told, ask))
    return speak(told.change(asks=(*turn.conversation.asks, ask), aside="asked", awaited=""))


def _ended(turn: Turn, told: StaffAsk) -> Turn:
    """Return the turn without the asks that what is told ends; where one of them is in hand, nothing is asked any more."""
    asks, is_asked = turn.conversation.asks, turn.conversation.aside in ("asked", "asked words")
    left = turn.change(asks=tuple(one for one in asks if one.id not in told.ends))
    return left.change(aside=None, awaited="") if is_asked and asks[-1].id in told.ends else left


def is_for_staff(turn: Turn) -> bool:
    """Return whether words beside an open ask are for staff to read: what they ask there is not what our own texts answer."""
    is_open = turn.conversation.aside in ("asked", "asked words")
    return is_open and turn.heard is not None and turn.heard.act not in _OBEYED


def take_ask(turn: Turn) -> Turn | None:
    """Return the turn with a message taken as the answer to what staff asked; None where it is none."""
    if turn.conversation.aside == "asked words" and turn.conversation.asks:
        return _take_awaited(turn, turn.conversation.asks[-1])
    ask = _in_view(turn)
    if ask is None:
        is_again = is_tapped_again(turn.flow.words, turn.inbound.seen or "", turn.inbound.text)
        return turn if is_again else None
    picked = _picked(turn, ask)
    if picked is not None:
        return _answer(turn, ask, picked)
    return _keep_words(turn, ask) if turn.conversation.aside == "asked" else None


def _in_view(turn: Turn) -> StaffAsk | None:
    """Return the ask that a message is about: the one that was seen, the open one, or one whose very label was typed."""
    conversation, text = turn.conversation, fold(turn.inbound.text)
    is_free = conversation.aside is None and question_in_hand(turn.flow, conversation) is None
    for ask in reversed(conversation.asks):
        is_label = is_free and text in typed_labels(asked_prompt(turn.flow.words, ask))
        if turn.inbound.seen == asked_about(ask) or is_label:
            return ask
    return conversation.asks[-1] if conversation.aside == "asked" else None


def _picked(turn: Turn, ask: StaffAsk) -> str | None:
    prompt = asked_prompt(turn.flow.words, ask)
    picked = picked_in(turn, prompt)
    if picked in {choice.id for choice in prompt.choices}:
        return picked
    heard, text = turn.heard, turn.inbound.text
    is_plain = len(text.split()) <= PLAIN_YES and not has_condition(text)
    meant = heard.choice if heard is not None and heard.sure and is_plain else None
    if meant == "yes" and ask.choices:
        # A yes to one time is that time. To several it does not say which.
        return ask.choices[0][0] if len(ask.choices) == 1 else None
    return meant if meant in ("yes", "no") else None


def _answer(turn: Turn, ask: StaffAsk, picked: str) -> Turn:
    taken = turn.add(AskAnswered(ask, picked))
    if picked == "yes" and ask.kind == "again":
        return _without(taken, ask).add(Renewed(is_somebody_else=False, flow=ask.flow, ask=ask.id))
    way = picked.partition(_WAY_ENDS)[0]
    awaited = _AWAITED.get((ask.kind, way))
    if awaited:
        others = tuple(one for one in turn.conversation.asks if one.id != ask.id)
        return taken.change(asks=(*others, ask), aside="asked words", awaited=awaited)
    if ask.kind == "again":
        taken = no_more_asking(taken)
    return _without(taken, ask).say(f"{KEYS[ask.kind]}_after_{way}")


def no_more_asking(turn: Turn) -> Turn:
    """Return the turn with the consent to be asked again taken back, with the words that said so."""
    return keep_consent(turn, "ask_again", granted=False, wording=turn.flow.words.say("take_back_again"))


def _take_awaited(turn: Turn, ask: StaffAsk) -> Turn:
    if not turn.inbound.text.strip():
        return turn.say("form_empty")
    another = _tapped(turn, ask)
    if another:
        return _answer(turn, ask, another)
    awaited = turn.conversation.awaited
    kept = watch_over(turn.add(AskAnswered(ask, awaited, turn.inbound.text)))
    more = _AWAITED.get((ask.kind, awaited))
    if more:
        return kept.change(awaited=more)
    return _without(kept, ask).say(f"{KEYS[ask.kind]}_after_{awaited}")


def _tapped(turn: Turn, ask: StaffAsk) -> str:
    """Return the offered time whose very label came in the place of own words: the buttons of a chat stay in view."""
    text = fold(turn.inbound.text)
    return next((choice for choice, label in ask.choices if fold(label) == text), "")


def _keep_words(turn: Turn, ask: StaffAsk) -> Turn:
    """Keep words that are no clear answer, tell staff of them, and leave the question open."""
    if not turn.inbound.text.strip():
        return turn.say("form_empty")
    return watch_over(keep_comment(turn).add(AskAnswered(ask, "words")).say("ask_words_kept"))


def _without(turn: Turn, ask: StaffAsk) -> Turn:
    asks = tuple(one for one in turn.conversation.asks if one.id != ask.id)
    aside = turn.conversation.aside
    is_after_help = aside == "after help"
    return turn.change(asks=asks, awaited="", aside=aside if is_after_help else None)
