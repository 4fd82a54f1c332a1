"""What of a text one role may see: the words as they came, or what was checked, or nothing. The one place that decides."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from review.http.roles import RAW, READERS
from review.text.tokens import Token, words_of
from storage.accounts.members import Member, Role
from storage.review.codings import WHOLE, Coding
from storage.review.texts import FreeText, TextSpan
from storage.review.work.seeable import seen_by_all


@dataclass(frozen=True)
class VisibleText:
    """A text as one member of staff sees it. `words` is empty where nobody has checked it and the role needs that."""

    text: FreeText
    is_raw: bool
    words: tuple[Token, ...]
    codings: tuple[Coding, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether there is anything to see."""
        return bool(self.words)

    @property
    def plain(self) -> str:
        """What is seen, as one text."""
        return "".join(word.space + word.text for word in self.words)


def seen_by(role: Role, text: FreeText, codings: tuple[Coding, ...] = ()) -> VisibleText:
    """Return a text as a role sees it."""
    spans = [coding.span for coding in codings if coding.span != WHOLE]
    if role in RAW:
        return VisibleText(text, is_raw=True, words=words_of(text.words, (), spans), codings=codings)
    return VisibleText(text, is_raw=False, words=_checked(text, spans), codings=codings)


def words_as_seen(role: Role, text: FreeText) -> str:
    """Return only the words, for a list or a search; empty where the role may see nothing of them."""
    return text.words if role in RAW else text.shown or ""


def given_to(tx: Connection, member: Member, conversation_ids: Sequence[str]) -> tuple[str, ...]:
    """Return those conversations that a member of staff can see, so that they can work on them."""
    if member.has_one_of(RAW):
        return tuple(conversation_ids)
    seen = seen_by_all(tx, conversation_ids=conversation_ids) if member.has_one_of(READERS) else frozenset()
    return tuple(one for one in conversation_ids if one in seen)


def part(seen: VisibleText, span: TextSpan) -> str:
    """Return the words of a coded span as they are seen; all of them for the whole text."""
    if span == WHOLE:
        return seen.plain
    return "".join(
        word.space + word.text for word in seen.words if word.span.start < span.stop and span.start < word.span.stop
    ).strip()


def _checked(text: FreeText, spans: list[TextSpan]) -> tuple[Token, ...]:
    if text.check is None or text.check.state != "checked":
        return ()
    return words_of(text.words, text.check.hidden, spans)
