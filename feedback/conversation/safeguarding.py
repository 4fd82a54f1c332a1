"""Words that may mean danger, noticed; and where help is, told. Never a score, never a label of a person.

The list is reviewable (`config/words/LANGUAGE/safeguarding.toml`) and catches too much on purpose: a false alarm costs
one kind message, and a person reads what was noticed.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from feedback.flows.words import Phrase, Signpost, Tag, Words

_NO_WORD = re.compile(r"[^\w ]+|_+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")


@dataclass(frozen=True)
class Notice:
    """One tag that was noticed, with the words that it was noticed by (folded). For staff, in the text's order."""

    tag: Tag
    matched: str


def plain(text: str) -> str:
    """Return a text as phrases are matched: small letters, no accents or marks ("don't" is "dont"), single spaces."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_APOSTROPHES)
    letters = (
        "".join(letter for letter in folded if not unicodedata.combining(letter)) if not folded.isascii() else folded
    )
    return " ".join(_NO_WORD.sub(" ", letters).split())


def notice(phrases: Iterable[Phrase], text: str) -> tuple[Notice, ...]:
    """Return what a text is noticed for: at most one notice for each tag, the earliest words first.

    The words of others, of the past, of denial are noticed as well: a person decides, not this list.
    """
    padded = f" {plain(text)} "
    said = frozenset(padded.split())
    first: dict[Tag, tuple[int, str]] = {}
    for phrase in phrases:
        if phrase.openings and phrase.openings.isdisjoint(said):
            continue
        found = phrase.pattern.search(padded)
        if found and (phrase.tag not in first or found.start() < first[phrase.tag][0]):
            first[phrase.tag] = (found.start(), found[0].strip())
    ordered = sorted(first.items(), key=lambda item: item[1][0])
    return tuple(Notice(tag, matched) for tag, (_, matched) in ordered)


def shown_signposts(signposts: Iterable[Signpost], nation: str = "") -> tuple[Signpost, ...]:
    """Return the signposts for Help now: those of a nation, or of all nations where it is not known."""
    return tuple(post for post in signposts if post.show and (not nation or nation in post.nations))


def help_message(words: Words, nation: str = "") -> str:
    """Return where to find help now: the emergency first, then what is open day and night, then the rest.

    `nation` is one of the four (`feedback.flows.words.Signpost`), or empty. One source of help a line.
    """
    posts = shown_signposts(words.signposts, nation)
    ordered = sorted(posts, key=lambda post: not post.always_open)
    lines = [_line(post, nation) for post in ordered]
    return "\n".join((words.say("help_first"), *lines, words.say("help_last")))


def _line(post: Signpost, nation: str) -> str:
    where = "" if nation or len(post.nations) == 4 else f" ({', '.join(name.title() for name in post.nations)})"
    return f"{post.name}{where}: {post.contact}. For {post.audience}. {post.hours.capitalize()}."
