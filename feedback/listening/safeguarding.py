"""Where help is, told; and which words fit the kind of distress. Never a score, never a label of a person."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from feedback.distress.notice import Kind, Notice, Reason
from feedback.distress.noticing import notices
from feedback.flows.words import Phrase, Signpost, Tag, Words

DISTRESS_TEXTS: Mapping[Kind, str] = {
    "about-me-now": "distress_me",
    "past": "distress_past",
    "about-somebody-else": "distress_other",
    "hurt-by-somebody": "distress_hurt",
    "hurt-by-staff": "distress_staff",
    "child": "distress_child",
    "harm-to-others": "distress_harm",
    "help-now": "distress_now",
    "possible": "distress_possible",
}
"""The text that answers each kind of distress."""
_TAGS: Mapping[Reason, Tag] = {
    "self-harm": "self_harm_or_suicide",
    "abuse": "abuse_or_neglect_adult",
    "staff-harm": "allegation_about_staff",
    "harm-to-others": "harm_to_others",
    "in-need-now": "in_need_now",
}
_NATIONS = 4
_FIRST_NUMBERS = 2
"""So many numbers come first: a long list is a wall to somebody in distress. All of them are one press away."""


_NO_WORD = re.compile(r"[^\w ]+|_+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")


@dataclass(frozen=True)
class Noticed:
    """One tag that was noticed, with the words that it was noticed by (folded), for staff; and which answer fits."""

    tag: Tag
    matched: str
    kind: Kind


def signs_of_distress(words: Words, text: str, lately: tuple[str, ...] = ()) -> tuple[Noticed, ...]:
    """Return what a text is noticed for, alone or with the last short messages, and then what the host's list adds."""
    heard = tuple(Noticed(_tag_of(one), one.matched, one.kind) for one in notices(text, lately))
    known = {noticed.tag for noticed in heard}
    return (*heard, *(found for found in listed(words.phrases, text) if found.tag not in known))


def _tag_of(noticed: Notice) -> Tag:
    return "child_at_risk" if noticed.kind == "child" else _TAGS[noticed.reason]


def plain(text: str) -> str:
    """Return a text as phrases are matched: small letters, no accents or marks ("don't" is "dont"), single spaces."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_APOSTROPHES)
    letters = (
        "".join(letter for letter in folded if not unicodedata.combining(letter)) if not folded.isascii() else folded
    )
    return " ".join(_NO_WORD.sub(" ", letters).split())


def listed(phrases: Iterable[Phrase], text: str) -> tuple[Noticed, ...]:
    """Return what the list of the host finds in a text: at most one for each tag, the earliest words first.

    A list of words knows no sentence, so that what it alone finds gets the soft line; staff are shown it all the same.
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
    return tuple(Noticed(tag, matched, "possible") for tag, (_, matched) in ordered)


def shown_signposts(signposts: Iterable[Signpost], nation: str = "") -> tuple[Signpost, ...]:
    """Return the signposts for Help now: those of a nation, or of all nations where it is not known."""
    return tuple(post for post in signposts if post.show and (not nation or nation in post.nations))


def help_message(words: Words, nation: str = "") -> str:
    """Return where to find help now: the emergency first, then what is open day and night, then the rest.

    `nation` is one of the four (`feedback.flows.words.Signpost`), or empty. One source of help a line.
    """
    return "\n".join((words.say("help_first"), *_lines(words, nation), words.say("help_last")))


def first_help(words: Words, nation: str = "", kind: Kind = "about-me-now") -> str:
    """Return the two sources of help that come first, one a line: the emergency, then one that is always open.

    Where the nation is not known, only sources that serve all four are named; to a child's danger, one for children.
    """
    posts = [post for post in shown_signposts(words.signposts, nation) if post.always_open]
    fitting = [post for post in posts if nation or len(post.nations) == _NATIONS]
    ordered = sorted(fitting, key=lambda post: "child" in post.audience, reverse=True) if kind == "child" else fitting
    emergency = fitting[:1]
    others = [post for post in ordered if post not in emergency]
    return "\n".join(_line(post, nation) for post in (*emergency, *others)[:_FIRST_NUMBERS])


def _lines(words: Words, nation: str) -> list[str]:
    posts = shown_signposts(words.signposts, nation)
    return [_line(post, nation) for post in sorted(posts, key=lambda post: not post.always_open)]


def _line(post: Signpost, nation: str) -> str:
    where = "" if nation or len(post.nations) == 4 else f" ({', '.join(name.title() for name in post.nations)})"
    return f"{post.name}{where}: {post.contact}. For {post.audience}. {post.hours.capitalize()}."
