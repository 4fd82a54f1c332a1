"""Where a reply repeats the letter that it answers, word by word, whatever marks and wrapping a program adds.

The person's words are what is left. When a word may be ours or theirs, it is theirs: an answer that equals one of our
choices, or begins like our next line, is given back to them.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from mail.replies.sent_text import GRAM, NOWHERE, IndexedLetter, LetterWord

_SHORT: Final = 8
"""Words of ours that somebody may repeat inside a sentence of their own."""

_LONG: Final = 80
"""Words. Nobody types so many of ours again by hand: such a copy is a quote, and is not tried as an echo."""

_PASSES: Final = 2
"""Looks for echoes: what led on to a copy may turn out to be the person's own."""


@dataclass(frozen=True, slots=True)
class QuotedCopy:
    """Words `at` to `end` of the reply repeat the letter from word `place` on."""

    at: int
    end: int
    place: int

    @property
    def place_end(self) -> int:
        """The place after the last one repeated."""
        return self.place + self.end - self.at


class ReplyAlignment:
    """A reply laid beside the letter. `marked` says of each line whether it is marked as quoted."""

    def __init__(self, words: list[LetterWord], sheet: IndexedLetter, marked: list[bool]) -> None:
        self._words = words
        self._keys = [word.key for word in words]
        self._sheet = sheet
        self._marked = marked
        self._line_first = [at == 0 or words[at - 1].line != word.line for at, word in enumerate(words)]
        self._line_last = [*self._line_first[1:], True] if words else []

    def places(self) -> list[int]:
        """Give for each word of the reply its place in the letter, or NOWHERE for the person's own."""
        copies = self._copies()
        copies = self._apart(self._without_echoes(self._split(copies)))
        following = [*copies[1:], None] if copies else []
        copies = [self._tail(copy, after) for copy, after in zip(copies, following, strict=True)]
        copies = self._headed(copies)
        copies = self._without_choices(copies)
        places = [NOWHERE] * len(self._keys)
        for copy in copies:
            places[copy.at : copy.end] = range(copy.place, copy.place_end)
        self._give_back(places)
        return places

    def _copies(self) -> list[QuotedCopy]:
        found: list[QuotedCopy] = []
        at = 0
        last = 0
        while at < len(self._keys):
            copy = self._copy(at, last)
            if copy is None:
                at += 1
                continue
            found.append(copy)
            at, last = copy.end, copy.place_end
        return found

    def _copy(self, at: int, last: int) -> QuotedCopy | None:
        """The longest copy that begins at word `at`; of equals, the next one in the letter after `last`."""
        starts = self._sheet.grams.get(tuple(self._keys[at : at + GRAM]))
        if starts is None:
            return self._line_copy(at, last) if self._line_first[at] else None
        reach, place = self._best(at, starts, last)
        return None if self._better_soon(at, reach, place, last) else QuotedCopy(at, at + reach, place)

    def _better_soon(self, at: int, reach: int, place: int, last: int) -> bool:
        """Whether our text goes on where it stopped, a few words later and further than here."""
        if place == last or reach > 2 * _SHORT:
            return False
        ahead = range(at + 1, min(at + reach, len(self._keys)))
        return any((run := self._run(soon, last)) >= GRAM and soon + run > at + reach for soon in ahead)

    def _best(self, at: int, starts: list[int], last: int) -> tuple[int, int]:
        runs = [(self._run(at, start), start) for start in starts]
        longest = max(run for run, _ in runs)
        same = [start for run, start in runs if run == longest]
        return longest, min(same, key=lambda start: (start < last, abs(start - last)))

    def _run(self, at: int, place: int) -> int:
        keys, ours = self._keys, self._sheet.keys
        most = min(len(keys) - at, len(ours) - place)
        run = 0
        while run < most and keys[at + run] == ours[place + run]:
            run += 1
        return run

    def _line_copy(self, at: int, last: int) -> QuotedCopy | None:
        """A line of ours of less than four words: where we would go on, or clearly quoted."""
        end = at + 1
        while end < len(self._keys) and not self._line_first[end]:
            end += 1
            if end - at > GRAM:
                return None
        places = self._sheet.whole.get(tuple(self._keys[at:end]))
        if places is None:
            return None
        place = min(places, key=lambda start: (start < last, abs(start - last)))
        sure = self._is_marked(at) or place == last
        sure = sure or (end - at == GRAM - 1 and self._sheet.option_at(place) is None)
        return QuotedCopy(at, at + self._run(at, place), place) if sure else None

    def _apart(self, copies: list[QuotedCopy]) -> list[QuotedCopy]:
        """Where two copies in a row repeat the same few words of ours, one of the two is the person's."""
        found: list[QuotedCopy] = []
        for copy in copies:
            before = found[-1] if found else None
            back = before.place_end - copy.place if before and before.place <= copy.place < before.place_end else 0
            if before is None or not 0 < back <= 2 * _SHORT or back > min(before.end - before.at, copy.end - copy.at):
                found.append(copy)
            elif self._is_typed_later(before, copy, back):
                found.append(QuotedCopy(copy.at + back, copy.end, copy.place + back))
            else:
                found[-1:] = [QuotedCopy(before.at, before.end - back, before.place), copy]
        return [copy for copy in found if copy.end > copy.at]

    def _headed(self, copies: list[QuotedCopy]) -> list[QuotedCopy]:
        """Let copies reach back over words of ours on their first line."""
        found: list[QuotedCopy] = []
        for copy in copies:
            at, floor = copy.at, found[-1].end if found else 0
            back = 0
            while (
                at - back > floor
                and not self._line_first[at - back]
                and self._same(at - back - 1, copy.place - back - 1)
            ):
                back += 1
            found.append(QuotedCopy(at - back, copy.end, copy.place - back))
        return found

    def _same(self, at: int, place: int) -> bool:
        return place >= 0 and self._keys[at] == self._sheet.keys[place]

    def _without_choices(self, copies: list[QuotedCopy]) -> list[QuotedCopy]:
        """Give back choices that stand alone, unmarked, where our text did not go on: they are answers."""
        found: list[QuotedCopy] = []
        for copy in copies:
            options = self._sheet.option_at(copy.place)
            within = (
                options is not None
                and copy.place_end <= options.end
                and (copy.place, copy.place_end) != (options.start, options.end)
            )
            if within and not self._is_marked(copy.at) and not (found and found[-1].place_end == copy.place):
                continue
            found.append(copy)
        return found

    def _stands_alone(self, at: int, end: int) -> bool:
        """Whether these words are whole lines that nobody marked as quoted."""
        return self._line_first[at] and self._line_last[end - 1] and not self._is_marked(at)

    def _is_typed_later(self, before: QuotedCopy, copy: QuotedCopy, back: int) -> bool:
        """Whether of the same words twice the second are the person's: unmarked, and alone to the end of their line."""
        marked = self._is_marked(before.end - 1), self._is_marked(copy.at)
        if marked[0] != marked[1]:
            return marked[0]
        return self._line_last[copy.at + back - 1]

    def _is_marked(self, at: int) -> bool:
        return self._marked[self._words[at].line]

    def _split(self, copies: list[QuotedCopy]) -> list[QuotedCopy]:
        """Part copies where lines change between marked and unmarked, and where one that began inside a line goes on.

        A word or two that begin an unmarked line as ours begins below the marked ones are the person's.
        """
        found: list[QuotedCopy] = []
        for copy in copies:
            start, inside = copy.at, not self._line_first[copy.at]
            for at in range(copy.at + 1, copy.end):
                if self._is_marked(at) != self._is_marked(at - 1) or (inside and self._line_first[at]):
                    found.append(QuotedCopy(start, at, copy.place + start - copy.at))
                    start, inside = at, False
            if start == copy.at or not self._only_begins(start, copy):
                found.append(QuotedCopy(start, copy.end, copy.place + start - copy.at))
        return found

    def _only_begins(self, start: int, copy: QuotedCopy) -> bool:
        is_line = self._line_last[copy.end - 1] and copy.place_end in self._sheet.ends
        is_below = self._is_marked(start - 1) and not self._is_marked(start)
        return copy.end - start < GRAM and is_below and not is_line

    def _without_echoes(self, copies: list[QuotedCopy]) -> list[QuotedCopy]:
        """Drop short copies that are the person's own words: our words again, or inside a sentence of theirs."""
        marked = sum(copy.end - copy.at for copy in copies if self._is_marked(copy.at))
        mostly = 10 * marked >= 8 * sum(copy.end - copy.at for copy in copies)
        times = [0] * len(self._sheet.keys)
        for copy in copies:
            for place in range(copy.place, copy.place_end):
                times[place] += 1
        kept = {(copy.end, copy.place_end): copy for copy in copies}
        led_on = Counter(copy.place_end for copy in copies)
        ours = {at for copy in copies for at in range(copy.at, copy.end)}
        said: set[tuple[int, int]] = set()
        in_turn = sorted(copies, key=lambda one: (self._line_first[one.at], one.end - one.at))
        for copy in in_turn * _PASSES:
            before = (copy.at, copy.place)
            if before in kept or (copy.end, copy.place_end) not in kept or copy.end - copy.at > _LONG:
                continue
            again = all(times[place] > 1 for place in range(copy.place, copy.place_end))
            loose = again and not led_on[copy.place]
            spoken = self._in_sentence(copy, ours, again=again) or (
                before in said and self._is_spoken_on(copy, again=again)
            )
            if spoken or self._is_echo(copy, again=again, loose=loose, mostly=mostly):
                del kept[copy.end, copy.place_end]
                led_on[copy.place_end] -= 1
                said |= {(copy.end, copy.place_end)} if spoken else set()
                for place in range(copy.place, copy.place_end):
                    times[place] -= 1
        return [copy for copy in copies if (copy.end, copy.place_end) in kept]

    def _is_spoken_on(self, copy: QuotedCopy, *, again: bool) -> bool:
        """Whether a sentence of the person's that holds our words goes on from the line above."""
        return copy.place not in self._sheet.asks and (again or not self._line_last[copy.end - 1])

    def _is_echo(self, copy: QuotedCopy, *, again: bool, loose: bool, mostly: bool) -> bool:
        """Whether few words of ours are somebody's own.

        `again`: they stand elsewhere too; `loose`: and no other copy leads up to these; `mostly`: ours are marked as
        quoted nearly everywhere.
        """
        if copy.end - copy.at > 2 * _SHORT:
            return False
        if self._is_marked(copy.at):
            return loose or (again and not self._line_first[copy.at])
        return again or mostly

    def _in_sentence(self, copy: QuotedCopy, ours: set[int], *, again: bool) -> bool:
        """Whether our words stand inside a sentence of the person's: You ask "how was it?" and I say ..."""
        before = copy.at
        while not self._line_first[before] and before - 1 not in ours:
            before -= 1
        own = copy.at - before
        if own == 0 or self._keys[copy.at - 1].isdigit():
            return False
        if self._is_marked(copy.at):
            return again or not self._line_last[copy.end - 1]
        return again or own >= 2

    def _tail(self, copy: QuotedCopy, after: QuotedCopy | None) -> QuotedCopy:
        """Give back the first words of a line at the end of a copy when our own line goes on differently."""
        first = copy.end - 1
        while first > copy.at and not self._line_first[first]:
            first -= 1
        if first > copy.at and self._stops_in_options(copy):
            return QuotedCopy(copy.at, first, copy.place)
        short = first > copy.at and copy.end - first < GRAM and not self._is_marked(first)
        goes_on = after is not None and after.place == copy.place_end
        if short and not goes_on and copy.place_end not in self._sheet.ends and not self._options_begin(copy, first):
            return QuotedCopy(copy.at, first, copy.place)
        return copy

    def _stops_in_options(self, copy: QuotedCopy) -> bool:
        """Whether a copy ends among our choices while its line goes on with other words: "Yes, I think"."""
        options = self._sheet.option_at(copy.place_end - 1)
        unfinished = options is not None and copy.place_end < options.end
        return unfinished and not self._line_last[copy.end - 1] and not self._is_marked(copy.end - 1)

    def _options_begin(self, copy: QuotedCopy, first: int) -> bool:
        """Whether the line from word `first` on begins our choices: that is `_give_back`'s to judge."""
        return self._sheet.option_at(copy.place + first - copy.at) is not None

    def _give_back(self, places: list[int]) -> None:
        """A choice that stands without the others, with nothing else said to its question, is the answer.

        So are choices that stand without their question: the person deleted it, and typed an answer to two at once.
        """
        said = self._said(places)
        stands: dict[int, list[int]] = {}
        for at, place in enumerate(places):
            stands.setdefault(place, []).append(at)
        for options in self._sheet.options:
            held = sorted(at for place in range(options.start, options.end) for at in stands.get(place, ()))
            is_alone = options.start - 1 not in stands
            for group in _groups(held, places):
                chosen = [span for span in options.spans if set(range(*span)) <= {places[at] for at in group}]
                typed = options.item not in said or self._stands_alone(group[0], group[-1] + 1)
                if chosen and (is_alone or (typed and len(chosen) < len(options.spans))):
                    for at in group:
                        places[at] = NOWHERE

    def _said(self, places: list[int]) -> set[int]:
        """Items after whose words the person wrote something."""
        said: set[int] = set()
        owner = NOWHERE
        for place in places:
            if place != NOWHERE:
                owner = self._sheet.owner[place]
            elif owner != NOWHERE:
                said.add(owner)
        return said


def _groups(held: list[int], places: list[int]) -> list[list[int]]:
    """Words of the reply that repeat choices, one list for each time the choices are repeated."""
    groups: list[list[int]] = []
    for at in held:
        if not groups or places[at] <= places[groups[-1][-1]]:
            groups.append([])
        groups[-1].append(at)
    return groups
