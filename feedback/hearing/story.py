"""A story told in one go: which questions its sentences may already answer, each with the person's very words.

Strict on purpose: a wrong guess costs trust, a missed one costs a question that is asked anyway. Nothing is taken from words about
somebody else, hopes, conditions, questions, what others said, or sentences that say two things.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import ceil

from feedback.hearing.answers.labels import stem
from feedback.hearing.answers.words.vocabulary import BAD, FILLERS, NEGATORS, STOPWORDS
from feedback.hearing.ask import Ask
from feedback.hearing.hear import hear
from feedback.hearing.heard import Heard
from feedback.hearing.normal import nearest, tokens
from feedback.hearing.spellings import word_set

_LONGEST = 20_000
"""Letters of a story that are read. More is kept."""
_MOST_CLAUSES = 400
_QUOTE = 120
"""Letters of the longest quote."""
_FITTING = 0.6
"""The part of a question's own words that a sentence has to say to be about it."""
_NEAR = 5
"""So many words at most are from one word to the next that belongs to it."""
_BEFORE = 3
"""So many words before one may stand what it belongs to."""
_MOST_TOLD = 5
_MOST_HEARD = 8
"""So many are taken to be heard, most of the time of a story."""
_START = 2
"""Letters at the start of a word that a slip leaves as they are: others are not looked for."""
_LIKE = 5
"""Letters of the shortest word that may be misspelt here."""

_FAMILIES = tuple(
    word_set(line)
    for line in (
        "tell told telling tells informed",
        "get got getting gotten gets given gave",
        "hear heard",
        "choice choices decision decisions decide decided deciding choose chosen chose",
        "equal equals equally respect respected respectfully dirt rubbish badly child children kids idiots stupid",
        "clear clearly explain explained explaining",
        "why reason reasons purpose",
        "ask asked wanted invited",
        "pay paid payed money payment",
        "cost costs expenses fare fares",
        "paper papers paperwork documents",
        "soon sooner earlier",
        "change changed changes changing difference",
        "know knew known knows",
        "make made making makes",
        "feel felt feeling feels",
        "sure confident confidence surer",
        "big main important key",
        "need needed needs needing",
        "hard harder",
    )
)
"""Words that are one idea here, beside those that differ in their ending alone."""
_FAMILY = {stem(word): min(family) for family in _FAMILIES for word in family}
_FAMILY_OF = {stem(word): family for family in _FAMILIES for word in family}
_LIGHT_IDEAS = frozenset(_FAMILY.get(stem(word), stem(word)) for word in ("get", "make", "feel"))
"""What stands in many sentences, and says something beside one other word ("got what I needed")."""
_NO_TOPIC = word_set(
    "take taking took part people person they them their you your yours pick fit fits all one thing things today anything something "
    "someone anyone nothing skip tell words time want lot also way more much many most like just really own other others ever yet"
) - {"tell"}
"""Words of questions that every sentence of a story may have."""
_I = word_set("i me my we us our im ive id mine myself ourselves")
_OTHERS = word_set(
    "he she him her his hers hes shes someone somebody anyone anybody everyone else another others mum mam mom mother dad father sister brother "
    "son daughter wife husband partner friend friends mate neighbour nan gran grandad uncle aunt cousin boyfriend girlfriend lady man woman "
    "bloke guy girl boy lad client clients colleague himself herself"
)
_UNREAL = word_set(
    "if unless would wouldnt should shouldnt could couldnt might may will wont hope hoped hoping wish wished want expect expected imagine imagined "
    "suppose supposed supposedly supposed pretend pretended apparently maybe perhaps probably guess almost nearly until till ought "
    "wanting please lol haha meant promise promised"
)
_REPORTED = word_set(
    "said says say saying reckons reckon thinks think thought claimed claim claims heard according read rumour told"
)
_ELSEWHERE = word_set(
    "ago before previously previous used usually elsewhere old other different once yesterday tomorrow instead than"
)
_DOUBTFUL = _REPORTED | _ELSEWHERE
_YOU = word_set("you your yours yourself")
_FEWEST, _MOST = 3, 60
"""Words of a clause that is read."""
_UNSAFE = re.compile(
    r" (?:not only|not just|no doubt|no wonder|not that|to be|as if|i wanted|we wanted|yeah right|last time|next time|first time|as though) "
)
_PART = word_set("partly sometimes mostly most somewhat bit sort kind half")
_UNEQUAL = word_set("dirt rubbish badly child children kids idiots stupid")
"""Said of how one was treated, these are a no."""
_WHAT = word_set("what everything all nothing anything most much whatever")
_YES_NO = {"yes": "Yes", "no": "No"}
_PART_LABELS = frozenset({"partly", "in part", "sometimes", "to some extent", "somewhat", "a bit"})
_LOOK_ALIKES = word_set(
    "chance chances charge charged charges clean cleaner cleared trained training heart hearts board beard large great eaten treats tested trusted "
    "needle needles hardly lively living liver places papa payer pace page asked taxed sounds cost coast coats boost post posts clever class"
)
"""Words that are themselves, and no slip of the finger."""
_POLAR = _PART_LABELS | {"yes", "no"}
_SENTENCE = re.compile(r"[^.!?;\n\u2026]+[.!?;\u2026]*")
_SUBJECT = r"(?:i|we|they|it|there|nobody|no one|noone|nothing|no|the|staff|then|my|our|id|ive|im)\b"
_JOIN = re.compile(
    rf",?\s+(?:and|so|plus|then)\s+(?={_SUBJECT})|,\s+(?={_SUBJECT})|,?\s+(?=(?:but|although|though|except|however)\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\W*(?:(?:and|but|so|plus|then|also|well|although|though|because|cos)\s+)*", re.IGNORECASE)
_QUALIFIES = re.compile(rf"(?:but|although|though|except|however)\b(?!\s+{_SUBJECT})", re.IGNORECASE)
_ODD = re.compile('["\u201c\u201d\u00ab\u00bb\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]')
"""Marks of somebody else's speech, and letters that cannot be seen: such words are no quote."""


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
    for clause in _clauses(story[:_LONGEST]):
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
class _Clause:
    """A part of a sentence: its very words, and its words in the normal form."""

    quote: str
    words: tuple[str, ...]


def _clauses(story: str) -> Iterator[_Clause]:
    """Yield the clauses of a story that say something certain about whoever tells it."""
    count = 0
    for sentence in _SENTENCE.findall(story):
        was_unreal = "?" in sentence
        for part, after in pairwise([*_JOIN.split(sentence.strip()), ""]):
            count += 1
            opening = _OPENING.match(part)
            quote = part[opening.end() if opening else 0 :].rstrip(" ,:-")
            words = tuple(tokens(quote))
            is_unreal = not _UNREAL.isdisjoint(words)
            is_stated = not (was_unreal or is_unreal or _QUALIFIES.match(after) or count > _MOST_CLAUSES)
            if is_stated and _is_certain(words) and not _ODD.search(quote):
                yield _Clause(quote, words)
            was_unreal = is_unreal or "?" in sentence


def _is_certain(words: tuple[str, ...]) -> bool:
    is_of_a_length = _FEWEST <= len(words) <= _MOST
    return is_of_a_length and _OTHERS.isdisjoint(words) and not _UNSAFE.search(f" {' '.join(words)} ")


@lru_cache(maxsize=4096)
def _idea(word: str) -> str:
    """Return what a word is about: its family, or itself without its ending."""
    bare = stem(word)
    return _FAMILY.get(bare, bare)


_WHAT_IDEAS = frozenset(map(_idea, _WHAT))


@dataclass(frozen=True)
class _About:
    """What a question or a choice is about: the ideas that a clause has to say, in order, and the lighter ones beside them."""

    ideas: tuple[str, ...]
    light: frozenset[str]
    words: frozenset[str]
    is_label: bool

    def places_in(self, said: Sequence[str]) -> tuple[int, ...]:
        """Return where the ideas stand in a clause, near each other and in their order; empty where too few do.

        A single idea needs a lighter one near it: one word alone stands in too many sentences.
        """
        found = _in_order(self.ideas, said)
        if not found or len(found) < ceil(len(self.ideas) * _FITTING) or self._lacks_what(said, found):
            return ()
        if len(self.ideas) > 1:
            return found
        if self.is_label and len(self.words.intersection(said)) < len(self.words) * _FITTING:
            return ()
        beside = [at for at, idea in enumerate(said) if idea in self.light and 0 < abs(at - found[0]) <= _NEAR]
        return tuple(sorted((found[0], min(beside, key=lambda at: abs(at - found[0]))))) if beside else ()

    def _lacks_what(self, said: Sequence[str], found: tuple[int, ...]) -> bool:
        """Whether "told what changed" is asked, and "told that the room has changed" is said."""
        return "what" in self.words and not any(
            idea in _WHAT_IDEAS for at in found for idea in said[max(0, at - _BEFORE) : at]
        )


def _in_order(ideas: Sequence[str], said: Sequence[str]) -> tuple[int, ...]:
    """Return the places of the most ideas that stand near each other and in their order."""
    best: tuple[int, ...] = ()
    for start in (at for at, idea in enumerate(said) if idea in ideas):
        found, last = [start], ideas.index(said[start])
        for at in range(start + 1, len(said)):
            if said[at] in ideas[last + 1 :] and at - found[-1] <= _NEAR:
                found, last = [*found, at], ideas.index(said[at])
        best = max(best, tuple(found), key=len)
    return best


@lru_cache(maxsize=4096)
def _about(text: str, *, is_label: bool = False) -> _About:
    """Return what a text of a flow is about."""
    words = tokens(text)
    light = frozenset(_idea(word) for word in words if _idea(word) in _LIGHT_IDEAS)
    ideas = tuple(dict.fromkeys(_idea(word) for word in words if _is_topic(word)))
    return _About(ideas, light, frozenset(map(_idea, words)), is_label)


def _is_topic(word: str) -> bool:
    is_plain = word in STOPWORDS or word in FILLERS or word in NEGATORS or word in _NO_TOPIC
    return word == "why" or not (is_plain or _idea(word) in _LIGHT_IDEAS)


@dataclass(frozen=True)
class _Candidate:
    """What a clause may answer, before it is heard: choice ids, or the one figure that is said."""

    topic: int
    clause: _Clause
    picked: tuple[str, ...]
    quote: str
    may_be_more: bool


class _Reader:
    """Reads clauses for the topics of one flow."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._topics = topics
        self._spelt: dict[str, str] = {}
        self._known = _by_start(topics)

    def read(self, clause: _Clause) -> _Candidate | None:
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
        return _Candidate(places[0], clause, picked, quote, ask.type == "many") if quote else None

    def _meant(self, word: str) -> str:
        """Return what a word is about, spelt as it comes."""
        if word not in self._spelt:
            self._spelt[word] = _idea(self._put_right(word))
        return self._spelt[word]

    def _put_right(self, word: str) -> str:
        if len(word) < _LIKE or word in _LOOK_ALIKES or word in STOPWORDS or word in NEGATORS:
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
    said = [word for word in tokens(text) if _is_topic(word)]
    return tuple(dict.fromkeys(like for word in said for like in (word, *sorted(_FAMILY_OF.get(stem(word), ())))))


def _closest(ask: Ask, said: Sequence[str]) -> tuple[int, ...]:
    """Return where a clause says what a question is about: its own words, or those of the choice that it says most of."""
    asked = _about(ask.question).places_in(said)
    if _is_polar(ask) or ask.type not in {"one", "many"}:
        return asked
    return max((_about(label, is_label=True).places_in(said) for label in ask.choices.values()), key=len, default=())


def _may_say(ask: Ask, clause: _Clause) -> bool:
    """Return whether a clause speaks of the person, here and now, and by themselves, where the question asks for that."""
    asked = _about(ask.question).words
    doubtful = [word for word in clause.words if word in _DOUBTFUL and _idea(word) not in asked]
    is_about_me = asked.isdisjoint(_YOU) or not _I.isdisjoint(clause.words)
    return is_about_me and not doubtful


def _is_polar(ask: Ask) -> bool:
    return ask.type == "yesno" or {"yes", "no"} <= set(map(_normal, ask.choices.values()))


@lru_cache(maxsize=4096)
def _normal(label: str) -> str:
    return " ".join(tokens(label))


def _picked(ask: Ask, clause: _Clause, said: Sequence[str]) -> tuple[str, ...]:
    """Return the choices that a clause says, or the one figure where a number or a day is asked for."""
    if _is_polar(ask):
        return _yes_or_no(ask, clause, _closest(ask, said))
    if not NEGATORS.isdisjoint(clause.words):
        return ()
    if ask.type in {"one", "many"}:
        named = tuple(one for one, label in ask.choices.items() if _about(label, is_label=True).places_in(said))
        return named if ask.type == "many" or len(named) == 1 else ()
    figures = tuple(word for word in clause.words if word[0].isdigit())
    return figures if len(figures) == 1 and ask.type in {"number", "scale", "date"} else ()


def _yes_or_no(ask: Ask, clause: _Clause, places: tuple[int, ...]) -> tuple[str, ...]:
    """Return yes, partly or no, as one denial or none makes it. Of two denials, or a judgement beside, nothing is made."""
    denied = [at for at, word in enumerate(clause.words) if word in NEGATORS]
    judged = any(word in BAD and at not in places for at, word in enumerate(clause.words))
    is_part = not _PART.isdisjoint(clause.words)
    if judged or (denied and denied[0] > places[-1]):
        return ()
    denied += [at for at in places if clause.words[at] in _UNEQUAL]
    if len(denied) > 1 or (is_part and denied):
        return ()
    wanted = _PART_LABELS if is_part else {"no"} if denied else {"yes"}
    return tuple(one for one, label in _polar(ask).items() if _normal(label) in wanted)[:1]


def _polar(ask: Ask) -> Mapping[str, str]:
    """Return the choices that say yes, partly or no: others ("Nothing changed") are not for a story to pick."""
    return {one: label for one, label in (ask.choices or _YES_NO).items() if _normal(label) in _POLAR}


def _confirmed(ask: Ask, candidate: _Candidate) -> Told | None:
    """Return what a clause answers, where `hear` hears the same in it and nothing of distress."""
    is_polar = _is_polar(ask)
    heard = hear(replace(ask, choices=_polar(ask)) if is_polar else ask, candidate.clause.quote)
    if heard.notice or heard.act not in {"none", "other"}:
        return None
    picked = tuple(one for one in heard.choices or (heard.choice,) if one in candidate.picked)
    match ask.type:
        case "many" if picked:
            found = Heard(choices=picked, sure=False)
        case "one" | "yesno" if picked:
            found = Heard(choice=picked[0], sure=False)
        case "number" | "scale" | "date":
            found = Heard(number=heard.number, date_from=heard.date_from, date_to=heard.date_to, sure=False)
        case _:
            return None
    return Told(candidate.topic, found, candidate.quote)


def _shortened(clause: _Clause, places: tuple[int, ...]) -> str:
    """Return the words of a clause, cut between words to those around what it is about; empty where that is too long."""
    if len(clause.quote) <= _QUOTE:
        return clause.quote
    spans = [(found.start(), found.end()) for found in re.finditer(r"\S+", clause.quote)]
    owner = [at for at, (start, end) in enumerate(spans) for _ in tokens(clause.quote[start:end])]
    first, last = owner[min(places[0], len(owner) - 1)], owner[min(places[-1], len(owner) - 1)]
    while first and spans[last][1] - spans[first - 1][0] <= _QUOTE:
        first -= 1
    while last + 1 < len(spans) and spans[last + 1][1] - spans[first][0] <= _QUOTE:
        last += 1
    start, end = spans[first][0], spans[last][1]
    return clause.quote[start:end] if end - start <= _QUOTE else ""
