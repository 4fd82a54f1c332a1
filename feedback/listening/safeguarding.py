"""Where help is, told; and which words fit the kind of distress. Never a score, never a label of a person."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from feedback.distress.notice import Kind, Notice, Reason
from feedback.distress.noticing import notices
from feedback.flows.words import DistressWords, Phrase, Signpost, Tag, Words

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
"""England, Scotland, Wales and Northern Ireland: a number that serves all four is right for somebody whose nation is
not known."""
_FIRST_NUMBERS = 2
"""So many numbers come first: a long list is a wall to somebody in distress. All of them are one press away."""


_FOR_CHILDREN = re.compile(r"child|young|under 1[0-9]")
_SHARED_STEM = "suicid"
"""Many languages share it with English, so that it does not say which of them somebody speaks."""
_NO_BREAK = "\u00a0"
"""A common separator (UAX 9): between the parts of a number it keeps their order in a text from right to left."""
_NO_WORD = re.compile(r"[^\w ]+|_+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")


@dataclass(frozen=True)
class Noticed:
    """One tag that was noticed, with the words that it was noticed by (folded), for staff; and which answer fits."""

    tag: Tag
    matched: str
    kind: Kind
    language: str = "en"
    """The code of the language in which it was said."""


def signs_of_distress(
    words: Words, text: str, lately: tuple[str, ...] = (), *, is_answer: bool = False
) -> tuple[Noticed, ...]:
    """Return what a text is noticed for, alone or with the last short messages, and then what the host's list adds.

    `is_answer` says that it was taken for an answer to a closed question.
    """
    found = notices(text, lately, is_answer=is_answer)
    heard = tuple(Noticed(_tag_of(one), one.matched, one.kind, _language_of(one)) for one in found)
    known = {noticed.tag for noticed in heard}
    return (*heard, *(found for found in listed(words.phrases, text) if found.tag not in known))


def _tag_of(noticed: Notice) -> Tag:
    return "child_at_risk" if noticed.kind == "child" else _TAGS[noticed.reason]


def _language_of(noticed: Notice) -> str:
    return "en" if noticed.matched.startswith(_SHARED_STEM) else noticed.language


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


def calm_words(words: Words, noticed: Noticed, nation: str = "", *, is_again: bool = False) -> str:
    """Return what somebody in distress is told first: words that fit, then two sources of help, one a line.

    The first is the emergency, the second is always open; where the nation is not known, both serve all four. What was
    said in another language is answered in it, with the same in English below. `is_again`: in short, once more.
    """
    opening = words.say("distress_again" if is_again else DISTRESS_TEXTS[noticed.kind])
    own = words.distress.get(noticed.language) if noticed.language != words.language else None
    posts = _first_posts(words, nation, noticed.kind, is_number=own is not None)
    english = "\n".join(_line(post, nation) for post in posts)
    parts = (_in_own_language(own, posts) if own else "", opening, words.say("distress_numbers"), english)
    return "\n\n".join(part for part in parts if part)


def _in_own_language(own: DistressWords, posts: list[Signpost]) -> str:
    """Return the words in another language; none where a host shows fewer numbers.

    Each paragraph begins with a letter of its own direction (Unicode Standard Annex 9, rule P2), and the digits of a
    number hold together in both.
    """
    if len(posts) < _FIRST_NUMBERS:
        return ""
    first, second = (post.contact.replace(" ", _NO_BREAK) for post in posts)
    danger = own.danger.format(first=first, name=own.name)
    return "\n".join((own.heard, danger, own.talk.format(second=second)))


def _first_posts(words: Words, nation: str, kind: Kind, *, is_number: bool = False) -> list[Signpost]:
    posts = [post for post in shown_signposts(words.signposts, nation) if post.always_open]
    numbers = [post for post in posts if not is_number or post.contact.replace(" ", "").isdigit()]
    fitting = [post for post in numbers if nation or len(post.nations) == _NATIONS]
    is_for_child = kind == "child"
    ordered = sorted(fitting[1:], key=lambda post: is_for_child and not _FOR_CHILDREN.search(post.audience))
    return [*fitting[:1], *ordered][:_FIRST_NUMBERS]


def _lines(words: Words, nation: str) -> list[str]:
    posts = shown_signposts(words.signposts, nation)
    return [_line(post, nation) for post in sorted(posts, key=lambda post: not post.always_open)]


def _line(post: Signpost, nation: str) -> str:
    where = "" if nation or len(post.nations) == 4 else f" ({', '.join(name.title() for name in post.nations)})"
    return f"{post.name}{where}: {post.contact}. For {post.audience}. {post.hours.capitalize()}."
