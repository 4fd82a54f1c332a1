"""A story told in one go: which questions its sentences may already answer, each with the person's very words.

Strict on purpose: a wrong guess costs trust, a missed one costs a question that is asked anyway. Nothing is taken from words about
somebody else, hopes, conditions, questions, what others said, or sentences that say two things.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from feedback.hearing.answers.words.stems import stem
from feedback.hearing.answers.words.vocabulary import BAD, NEGATORS, STOPWORDS
from feedback.hearing.ask import Ask
from feedback.hearing.hear import hear
from feedback.hearing.heard import Heard
from feedback.hearing.normal import nearest, tokens
from feedback.hearing.story.closeness import about, idea, is_topic
from feedback.hearing.story.sentences import Clause, clauses
from feedback.hearing.story.signals import (
    ALL_OF_IT,
    DOUBTFUL,
    FAMILY_OF,
    IN_PART,
    LESS,
    LOOK_ALIKES,
    MYSELF,
    PART_LABELS,
    POLAR,
    UNEQUAL,
    WHAT,
    YES_NO,
    YOU,
)

_LONGEST = 20_000
"""Letters of a story that are read. More is kept."""
_QUOTE, _QUOTE_WORDS = 120, 20
"""Letters and words of the longest quote."""
_CUT_WORDS = 14
"""Words of a quote that is cut out of a longer sentence."""
_MOST_TOLD = 5
_MOST_HEARD = 8
"""So many are taken to be heard, most of the time of a story."""
_DENIALS = NEGATORS | LESS | BAD
_START = 2
"""Letters at the start of a word that a slip leaves as they are: others are not looked for."""
_LIKE = 5
"""Letters of the shortest word that may be misspelt here."""


@dataclass(frozen=True)
class Topic:
    """A question that a story may be about. What is not `may_be_told` is never taken from a story, and keeps others from its words."""

    ask: Ask
    may_be_told: bool = True


@dataclass(frozen=True)
class Told:
    """What a story may answer: the place of its topic, what was heard, and the words of the story that say so, exactly."""

    topic: int
    heard: Heard
    quote: str


def told_in(topics: Sequence[Topic], story: str) -> tuple[Told, ...]:
    """Return what a story may answer, at most one for each topic and five in all, in their order. Each is for the person to confirm.

    Nothing is taken for a topic of which two sentences say different things. Takes time linear in the length of the story.
    """
    reader = _Reader(topics)
    found: dict[int, list[_Candidate]] = {}
    for clause in clauses(story[:_LONGEST]):
        candidate = reader.read(clause)
        if candidate is not None:
            found.setdefault(candidate.topic, []).append(candidate)
    agreed = [one for _, several in sorted(found.items()) if (one := _agreed(several)) is not None]
    told = (_confirmed(topics[one.topic].ask, one) for one in agreed[:_MOST_HEARD])
    return tuple(one for one in told if one is not None)[:_MOST_TOLD]


def _agreed(several: list["_Candidate"]) -> "_Candidate | None":
    """Return the one that all agree with. Where several can be picked, the clause that names most is taken."""
    if several[0].may_be_more:
        return max(several, key=lambda one: len(one.picked))
    return several[0] if len({one.picked for one in several}) == 1 else None


@dataclass(frozen=True)
class _Candidate:
    """What a clause may answer, before it is heard: choice ids, or the one figure that is said."""

    topic: int
    picked: tuple[str, ...]
    quote: str
    may_be_more: bool


class _Reader:
    """Reads clauses for the topics of one flow."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._topics = topics
        self._spelt: dict[str, str] = {}
        self._known = _by_start(topics)

    def read(self, clause: Clause) -> _Candidate | None:
        """Return what a clause may answer, if it is about one topic, and more than about any other."""
        said = tuple(map(self._meant, clause.words))
        close = [(len(_closest(topic.ask, said)), place) for place, topic in enumerate(self._topics)]
        most = max((size for size, _ in close), default=0)
        places = [place for size, place in close if size == most]
        if not most or len(places) > 1 or not self._topics[places[0]].may_be_told:
            return None
        ask = self._topics[places[0]].ask
        picked = _picked(ask, clause, said) if _may_say(ask, clause) else ()
        quote = _shortened(clause, _closest(ask, said)) if picked else ""
        return _Candidate(places[0], picked, quote, ask.type == "many") if quote else None

    def _meant(self, word: str) -> str:
        """Return what a word is about, spelt as it comes."""
        if word not in self._spelt:
            self._spelt[word] = idea(self._put_right(word))
        return self._spelt[word]

    def _put_right(self, word: str) -> str:
        if len(word) < _LIKE or word in LOOK_ALIKES or word in STOPWORDS or word in NEGATORS:
            return word
        return nearest(word, self._known.get(word[:_START], ())) or word


def _by_start(topics: Sequence[Topic]) -> Mapping[str, tuple[str, ...]]:
    """Return the words that the topics are about, and those of their families, by their first letters."""
    found: dict[str, dict[str, None]] = {}
    for topic in topics:
        for text in (topic.ask.question, *topic.ask.choices.values()):
            for word in _spellings_of(text):
                found.setdefault(word[:_START], {})[word] = None
    return {start: tuple(words) for start, words in found.items()}


@lru_cache(maxsize=4096)
def _spellings_of(text: str) -> tuple[str, ...]:
    said = [word for word in tokens(text) if is_topic(word)]
    return tuple(dict.fromkeys(like for word in said for like in (word, *sorted(FAMILY_OF.get(stem(word), ())))))


def _closest(ask: Ask, said: Sequence[str]) -> tuple[int, ...]:
    """Return where a clause says what a question is about: its own words, or those of the choice that it says most of."""
    if ask.type == "number":
        return _counted(ask, said)
    asked = about(ask.question).places_in(said)
    if _is_polar(ask) or ask.type not in {"one", "many"}:
        return asked
    return max((about(label, is_label=True).places_in(said) for label in ask.choices.values()), key=len, default=())


def _counted(ask: Ask, said: Sequence[str]) -> tuple[int, ...]:
    """Return where a clause has its one figure, right before what the question counts: "5 meetings"."""
    figures = [at for at, one in enumerate(said) if one[0].isdigit()]
    is_counted = len(figures) == 1 and said[figures[0] + 1 : figures[0] + 2] != ()
    return (figures[0], figures[0] + 1) if is_counted and said[figures[0] + 1] in about(ask.question).ideas else ()


def _may_say(ask: Ask, clause: Clause) -> bool:
    """Return whether a clause speaks of the person, here and now, and by themselves, where the question asks for that."""
    asked = about(ask.question).words
    doubtful = [word for word in clause.words if word in DOUBTFUL and idea(word) not in asked]
    is_about_me = asked.isdisjoint(YOU) or not MYSELF.isdisjoint(clause.words)
    return is_about_me and not doubtful


def _is_polar(ask: Ask) -> bool:
    return ask.type == "yesno" or {"yes", "no"} <= set(map(_normal, ask.choices.values()))


@lru_cache(maxsize=4096)
def _normal(label: str) -> str:
    return " ".join(tokens(label))


def _picked(ask: Ask, clause: Clause, said: Sequence[str]) -> tuple[str, ...]:
    """Return the choices that a clause says, or the one figure where a number is asked for."""
    if _is_polar(ask):
        return _yes_or_no(ask, clause, _closest(ask, said))
    if not _DENIALS.isdisjoint(clause.words):
        return ()
    if ask.type in {"one", "many"}:
        named = tuple(one for one, label in ask.choices.items() if about(label, is_label=True).places_in(said))
        return named if ask.type == "many" or len(named) == 1 else ()
    return tuple(clause.words[at] for at in _closest(ask, said)[:1]) if ask.type == "number" else ()


def _yes_or_no(ask: Ask, clause: Clause, places: tuple[int, ...]) -> tuple[str, ...]:
    """Return yes, partly or no, as one denial or none makes it. Of two denials, or a judgement beside, nothing is made."""
    denied = [at for at, word in enumerate(clause.words) if word in NEGATORS]
    judged = any(word in BAD and at not in places for at, word in enumerate(clause.words))
    is_part = not IN_PART.isdisjoint(clause.words)
    is_late = any(at > places[0] and not (clause.words[at] in WHAT and at < places[-1]) for at in denied)
    if judged or is_late or (denied and not ALL_OF_IT.isdisjoint(clause.words)):
        return ()
    denied += [at for at in places if clause.words[at] in UNEQUAL]
    if len(denied) > 1 or (is_part and denied):
        return ()
    wanted = PART_LABELS if is_part else {"no"} if denied else {"yes"}
    return tuple(one for one, label in _polar(ask).items() if _normal(label) in wanted)[:1]


def _polar(ask: Ask) -> Mapping[str, str]:
    """Return the choices that say yes, partly or no: others ("Nothing changed") are not for a story to pick."""
    return {one: label for one, label in (ask.choices or YES_NO).items() if _normal(label) in POLAR}


def _confirmed(ask: Ask, candidate: _Candidate) -> Told | None:
    """Return what a clause answers, where `hear` hears the same in it and nothing of distress."""
    is_polar = _is_polar(ask)
    heard = hear(replace(ask, choices=_polar(ask)) if is_polar else ask, candidate.quote)
    if heard.notice or heard.act not in {"none", "other"}:
        return None
    picked = tuple(one for one in heard.choices or (heard.choice,) if one in candidate.picked)
    if not picked and heard.number is None:
        return None
    several, one = (picked, None) if candidate.may_be_more else (None, next(iter(picked), None))
    return Told(candidate.topic, Heard(choice=one, choices=several, number=heard.number, sure=False), candidate.quote)


def _shortened(clause: Clause, places: tuple[int, ...]) -> str:
    """Return the words of a clause, cut between words to those around what it is about; empty where that is too long."""
    if len(clause.quote) <= _QUOTE and len(clause.words) <= _QUOTE_WORDS:
        return clause.quote
    spans = [(found.start(), found.end()) for found in re.finditer(r"\S+", clause.quote)]
    owner = [at for at, (start, end) in enumerate(spans) for _ in tokens(clause.quote[start:end])]
    first, last = owner[min(places[0], len(owner) - 1)], owner[min(places[-1], len(owner) - 1)]
    for step in range(len(spans)):
        wider = (max(0, first - 1), last) if step % 2 else (first, min(len(spans) - 1, last + 1))
        is_brief = wider[1] - wider[0] < _CUT_WORDS
        if is_brief and spans[wider[1]][1] - spans[wider[0]][0] <= _QUOTE:
            first, last = wider
    start, end = spans[first][0], spans[last][1]
    return clause.quote[start:end] if end - start <= _QUOTE else ""
