"""Words and what staff made of them: who wrote, whose words are sorted, and under which themes; place by place.

A place is a question, or all words together. Sorted is what staff have read and put under a theme or under "no theme
fits": that alone is the base of a theme. Each reply counts once at a place, and beside it each person once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import combinations

from feedback.conversation.response import Response
from feedback.types.registry import type_of
from report.counting.question_counts import Counts
from report.counting.response_state import QuestionState

Coded = Mapping[tuple[str, str | None], frozenset[str]]
"""Themes that staff gave, by conversation and question (None: said without being asked)."""

ANY_WORDS = ""
"""The place of words of any question that is not private, where writers are counted once over all of them."""


@dataclass(frozen=True)
class Sample:
    """A random sample of the replies of one flow: those whose mark, drawn from a secret seed, is at most `limit`.

    A reply that comes later is in it with the same chance, so that it stays a sample of all.
    """

    seed: str
    limit: int

    def holds(self, conversation: str) -> bool:
        """Return whether a reply is in the sample."""
        return mark_of(self.seed, conversation) <= self.limit


def mark_of(seed: str, conversation: str) -> int:
    """Return the mark of a reply, from 0 to 2 to the power of 63 less one: any as likely as any other."""
    return int.from_bytes(sha256(f"{seed} {conversation}".encode()).digest()[:8]) >> 1


@dataclass(frozen=True)
class Sorting:
    """What staff have sorted. `partly` are replies of which some comment is not sorted yet, `private` questions."""

    coded: Coded = field(default_factory=dict)
    partly: AbstractSet[str] = frozenset()
    private: AbstractSet[str] = frozenset()
    sample: Sample | None = None


@dataclass(frozen=True)
class SortedWords:
    """One place: `replies` whose words are sorted and their themes, the same of `people`, how many wrote there, and of how many some is not sorted."""

    replies: Counts = field(default_factory=Counts)
    people: Counts = field(default_factory=Counts)
    wrote: int = 0
    unsorted: int = 0


@dataclass(frozen=True)
class SortedText:
    """What one reply says at one question (None: without being asked): `themes` is None where staff have not sorted it."""

    question: str | None
    themes: frozenset[str] | None
    is_whole: bool


class WordsRun:
    """Counts the words of one reply after the other. `read` are the sorted texts that were counted."""

    def __init__(self, sorting: Sorting) -> None:
        self.sorting = sorting
        self.read: set[tuple[str, str | None]] = set()
        self._all = _Places()
        self._sampled = _Places()

    def add(self, response: Response, found: Iterable[QuestionState]) -> None:
        """Count the words of one reply: question by question, and over all that is not private."""
        texts = tuple(sorted_texts(self.sorting, response, found))
        self.read.update((response.conversation, one.question) for one in texts if one.themes)
        sample = self.sorting.sample
        lists = [self._all]
        if sample is not None and sample.holds(response.conversation):
            lists.append(self._sampled)
        public = [one for one in texts if one.question not in self.sorting.private]
        for places in lists:
            for one in texts:
                if one.question is not None:
                    places.add(one.question, response.person, [one])
            places.add(ANY_WORDS, response.person, public)

    def counted(self) -> Mapping[str, SortedWords]:
        """Return all places at which somebody wrote."""
        return self._all.counted()

    def sampled(self) -> Mapping[str, SortedWords]:
        """Return the same of the sample alone; empty where none was drawn."""
        return self._sampled.counted()


def sorted_texts(sorting: Sorting, response: Response, found: Iterable[QuestionState]) -> Iterator[SortedText]:
    """Yield the words of one reply, text by text: all comments together as one, then those at each question."""
    coded, where = sorting.coded, response.conversation
    if response.comments or (where, None) in coded:
        themes = coded.get((where, None))
        yield SortedText(None, themes, themes is not None and where not in sorting.partly)
    for reply in found:
        themes = coded.get((where, reply.question.id))
        if reply.status == "answered" and (themes is not None or _is_in_words(reply)):
            yield SortedText(reply.question.id, themes, themes is not None)


def _is_in_words(reply: QuestionState) -> bool:
    return type_of(reply.question).gives == "words" or (reply.answer is not None and reply.answer.value is None)


class _Places:
    """Counters by place, and what each person wrote there."""

    def __init__(self) -> None:
        self._replies: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self._voices: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        self._wrote: Counter[str] = Counter()
        self._unsorted: Counter[str] = Counter()

    def add(self, place: str, person: str, texts: Iterable[SortedText]) -> None:
        found = tuple(texts)
        if not found:
            return
        self._wrote[place] += 1
        self._unsorted[place] += not all(one.is_whole for one in found)
        given = [one.themes for one in found if one.themes is not None]
        if given:
            marks = {("status", "answered"), *(("choice", theme) for themes in given for theme in themes)}
            if place == ANY_WORDS:
                spoken = sorted({theme for themes in given for theme in themes})
                marks |= {("both", " ".join(two)) for two in combinations(spoken, 2)}
            self._replies[place].update(marks)
            self._voices[place, person].update(marks)

    def counted(self) -> Mapping[str, SortedWords]:
        people: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for (place, _), marks in self._voices.items():
            people[place].update(marks)
        return {
            place: SortedWords(Counts(self._replies[place]), Counts(people[place]), wrote, self._unsorted[place])
            for place, wrote in self._wrote.items()
        }
