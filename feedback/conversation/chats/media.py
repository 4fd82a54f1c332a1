"""Pictures, voices, files, places on a map and forwarded words: never an answer, and kept as far as we keep them."""

from feedback.channels import channel_named
from feedback.conversation.prompts import question_in_hand
from feedback.conversation.turn import Turn, keep_comment, watch_over
from feedback.types.registry import type_of

_ON_A_MAP = ("location", "venue")


def take_passed_on(turn: Turn) -> Turn:
    """Return the turn with something kept as a comment and thanked for, once an album.

    A place on a map is not kept; at a question about a place it is asked for in words.
    """
    kept, album = keep_comment(turn), turn.inbound.album
    if album and album == turn.conversation.album:
        return watch_over(kept)
    return watch_over(kept.change(album=album).say(_thanks(turn)))


def _thanks(turn: Turn) -> str:
    if turn.inbound.is_forward:
        return "forward_kept"
    question = question_in_hand(turn.flow, turn.conversation)
    if turn.inbound.media in _ON_A_MAP:
        is_asked = question is not None and type_of(question).offers_place and turn.conversation.aside is None
        return "place_in_words" if is_asked else "place_not_kept"
    if channel_named(turn.conversation.channel).is_letter:
        return "mail_no_words"
    return "media_not_kept" if turn.inbound.text else "media_alone"


def is_more_of_album(turn: Turn) -> bool:
    """Return whether a picture belongs to the album before: the question is not asked again after each of them."""
    return turn.inbound.album != "" and turn.inbound.album == turn.conversation.album
