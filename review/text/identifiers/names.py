"""Names of people: words that are on a list of names, or have a capital letter, or are said to be somebody's name.

An everyday word that is a name too (`will`, `rose`, `hope`) needs something beside it that says so.
"""

from collections.abc import Iterator, Sequence

from review.text.identifiers import lexicon
from review.text.identifiers.cues import is_met, is_person_at_first, is_thing, is_title, is_told, takes_person
from review.text.identifiers.words import Word
from storage.review.texts import TextSpan

_PLACES = lexicon.cue("places")
"""What the name of a place ends with."""
_LONGEST_PLACE = 5
"""Words of the name of a place at most, so that a text made to hurt takes no longer."""
_BETWEEN = lexicon.cue("between")
"""Small words within a name."""
_SHORT_FORM = 5
"""Capital letters that may stand for a longer name (`NHS`), if they are not on a list of names."""
_ENGLISH_ENOUGH = 0.5
"""Share of English words from which a text is taken for English, so that a word that is not English says something."""
_NOT_FIRST = lexicon.cue("not first")
"""Small words that begin no name, since they are everyday words too."""
_MODAL = lexicon.cue("modal")


class NameFinder:
    """The words of one text, and which of them are names."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        shouted = sum(len(word.text) for word in words if word.is_shouted)
        self._is_shouted = shouted * 2 > sum(len(word.text) for word in words)
        english = sum(lexicon.is_english(word.key) for word in words)
        named = sum(
            not lexicon.is_english(word.key) and (self._is_capital(word) or lexicon.is_name(word.key)) for word in words
        )
        capital = sum(self._is_capital(word) for word in words)
        self._is_title_case = capital * 3 > len(words) * 2
        self._is_english = english >= (len(words) - named) * _ENGLISH_ENOUGH

    def spans(self) -> Iterator[TextSpan]:
        """Yield every name and every place with a capital letter, from the left; none overlaps another."""
        at = 0
        while at < len(self.words):
            first, last = self._run(at)
            if last > first:
                kind = "place" if self.words[last - 1].key in _PLACES else "name"
                yield TextSpan(self.words[first].start, self.words[last - 1].stop, kind)
            at = max(last, at + 1)

    def _run(self, at: int) -> tuple[int, int]:
        """Return the first word of the name that begins at a word, and the one after its last; the same where none does."""
        first = at
        if is_title(self.words, at) and self._is_titled(at + 1):
            at += 1
        elif not self._is_seed(at):
            return self._place(at)
        last = at + 1
        while (more := self._joined(last)) > last:
            last = more
        return first, last

    def _is_titled(self, at: int) -> bool:
        """Return whether a word after a title is a name: any with a capital letter, and small ones that may be one."""
        if at >= len(self.words) or not self.words[at].joins:
            return False
        word = self.words[at]
        is_sure = self.words[at - 1].key in ("mr", "mrs", "mx")
        is_doing = word.key in _MODAL or takes_person(word.key)
        if is_doing and not self._is_capital(word) and not is_sure:
            return False
        is_plain = lexicon.is_english(word.key) and not lexicon.is_name(word.key)
        if self._is_capital(word) or is_sure:
            is_name = not takes_person(word.key) or (not word.is_shouted and lexicon.is_name(word.key))
            return is_name and (is_sure or not (is_plain and self.words[at - 1].key not in ("dr", "ms")))
        return not is_plain and len(word.key) > 1

    def _is_seed(self, at: int) -> bool:
        """Return whether a name begins at a word, looked at with what stands before and after it."""
        word, key = self.words[at], self.words[at].key
        if is_told(self.words, at) and self._may_be(word):
            return True
        if len(key) == 1:
            return word.is_capital and self._is_initial(at)
        if key in lexicon.known():
            is_day = (
                key in lexicon.everyday()
                and at + 1 < len(self.words)
                and not lexicon.is_english(self.words[at + 1].key)
            )
            is_possible = key not in _OPENERS and lexicon.is_name(key) and (self._is_capital(word) or is_day)
            return is_possible and self._begins_name(at)
        if self._is_capital(word):
            return self._is_capital_seed(at)
        return self._is_small_seed(at)

    def _is_initial(self, at: int) -> bool:
        """Return whether one letter and a full stop stand before a name (`J. Brook`)."""
        after = self.words[at + 1] if at + 1 < len(self.words) else None
        return after is not None and after.joins and self.words[at].stop + 1 < after.start and after.is_capital

    def _is_capital_seed(self, at: int) -> bool:
        word, is_name = self.words[at], lexicon.is_name(self.words[at].key)
        if not lexicon.is_english(word.key):
            is_short_form = word.is_shouted and len(word.key) <= _SHORT_FORM
            return is_name or word.begins or not is_short_form
        if "'" in word.key or (word.is_shouted and not is_name):
            return False
        if not word.begins:
            return is_name or not self._is_title_case or self._is_sure(at + 1)
        is_person = word.key in lexicon.everyday() and not is_thing(self.words, at)
        return is_name and (is_person or self._acts(at) or self._is_sure(at + 1))

    def _is_small_seed(self, at: int) -> bool:
        word = self.words[at]
        is_first = word.begins and word.key in lexicon.everyday() and not is_thing(self.words, at)
        if self._begins_name(at) or (is_first and (word.is_shouted or is_person_at_first(word.key))):
            return True
        if word.key in _BETWEEN - _NOT_FIRST and self._is_sure(at + 1):
            return True
        if lexicon.is_english(word.key):
            return False
        is_said = len(word.key) > 2 and self._is_english and (self._acts(at) or is_met(self.words, at))
        return self._is_small_name(word) or self._is_unknown(word) or is_said

    def _is_small_name(self, word: Word) -> bool:
        """Return whether a word in small letters is a name by itself: on a list, or not of this language."""
        if not word.key.isascii() or not self._is_english:
            return lexicon.is_name(word.key) and len(word.key) > 4
        is_foreign = not word.text.isascii() and word.key not in _BORROWED
        is_owner = word.key.endswith("s") and lexicon.is_name(word.key[:-1]) and len(word.key) > 4
        is_alone = word.begins and word.is_shouted
        return len(word.key) > 2 and (is_foreign or is_owner or is_alone or lexicon.is_name(word.key))

    def _is_unknown(self, word: Word) -> bool:
        """Return whether a word in small letters is no English one, nor one with a slip of the pen."""
        is_long = len(word.key) > 3 and word.key.isascii() and self._is_english
        return is_long and not lexicon.is_english(word.key) and not lexicon.is_slip(word.key)

    def _begins_name(self, at: int) -> bool:
        """Return whether a word that alone says little is a name by what stands after it."""
        word = self.words[at]
        is_unknown = not lexicon.is_english(word.key) and (len(word.key) > 2 or lexicon.is_name(word.key))
        if not lexicon.is_name(word.key) and not is_unknown:
            return False
        if word.key in lexicon.everyday() and self._acts(at) and not self._is_owned(at):
            return True
        if not self._is_sure(at + 1):
            return False
        after = self.words[at + 1].key
        if word.key in _MODAL and not self._is_capital(word):
            return after not in lexicon.given() and not lexicon.is_english(after)
        return is_unknown or self._is_capital(word) or after in lexicon.family() or not lexicon.is_english(after)

    def _is_sure(self, at: int) -> bool:
        """Return whether the next word joins the one before it and is a name whatever stands around."""
        if at >= len(self.words) or not self.words[at].joins:
            return False
        word = self.words[at]
        if lexicon.is_english(word.key) or word.key in lexicon.known():
            return self._is_capital(word) and lexicon.is_name(word.key) and word.key not in lexicon.known()
        return self._is_capital(word) or self._is_small_name(word) or self._is_unknown(word)

    def _acts(self, at: int) -> bool:
        """Return whether the next word is what a person does."""
        after = at + 1
        return after < len(self.words) and self.words[after].joins and takes_person(self.words[after].key)

    def _is_owned(self, at: int) -> bool:
        """Return whether a word before says that this is a thing (`the bill was`), or it stands for a feeling (`hope is`)."""
        before = self.words[at - 1].key if at and self.words[at].joins else ""
        is_doing = self.words[at + 1].key not in ("is", "was", "has", "had", "s")
        return before in _OWNERS or (self.words[at].key in _FEELINGS and not is_doing)

    def _may_be(self, word: Word) -> bool:
        """Return whether a word that is said to be a name can be one."""
        if word.key in lexicon.everyday() or self._is_capital(word):
            return word.key in lexicon.everyday() or word.key not in lexicon.known()
        return len(word.key) > 1 and not lexicon.is_english(word.key)

    def _joined(self, at: int) -> int:
        """Return the word after those that belong to the name that ends before a word."""
        if at >= len(self.words) or not self.words[at].joins:
            return at
        word, before = self.words[at], self.words[at - 1]
        if word.key in _BETWEEN and (self._is_joinable(at + 1, before) or self._is_between(at + 1, before)):
            return at + 1
        is_initial = len(word.text) == 1 and word.is_capital and (word.text != "I" or self._is_initial(at))
        is_small_initial = len(word.text) == 1 and word.key not in ("i", "a") and self._is_joinable(at + 1, before)
        return at + 1 if is_initial or is_small_initial or self._is_joinable(at, before) else at

    def _is_between(self, at: int, before: Word) -> bool:
        is_one = at < len(self.words) and self.words[at].joins and self.words[at].key in _BETWEEN
        return is_one and self._is_joinable(at + 1, before)

    def _is_joinable(self, at: int, before: Word) -> bool:
        if at >= len(self.words) or not self.words[at].joins or self.words[at].begins:
            return False
        word = self.words[at]
        if self._is_capital(word):
            is_month = word.key in lexicon.known() and word.key not in _PLACES
            return not is_month or lexicon.is_name(word.key)
        if word.key in lexicon.known() or takes_person(word.key):
            return False
        if not lexicon.is_english(word.key):
            return len(word.key) > 1 and (
                lexicon.is_name(word.key) or (self._is_english and not self._is_capital(before))
            )
        if self._is_capital(before) or word.key in _MODAL or before.key in _MODAL:
            return False
        is_after_given = before.key in lexicon.given() or not lexicon.is_english(before.key)
        return (word.key in lexicon.family() and is_after_given) or (
            lexicon.is_name(word.key) and self._is_sure(at + 1)
        )

    def _place(self, at: int) -> tuple[int, int]:
        """Return capital letters that end in what a place is called (`Harbour Ward`), none of them at the beginning of a sentence."""
        last = at
        while self._is_in_place(last, at):
            last += 1
        found = [one for one in range(at + 1, last) if self.words[one].key in _PLACES]
        is_named = found and self.words[at].key not in lexicon.known() and not self._opens(self.words[at])
        return (at, found[-1] + 1) if is_named and not self._is_shouted else (at, at)

    def _is_in_place(self, at: int, first: int) -> bool:
        is_near = at < min(len(self.words), first + _LONGEST_PLACE)
        return is_near and self._is_capital(self.words[at]) and (at == first or self.words[at].joins)

    def _opens(self, word: Word) -> bool:
        return word.begins and lexicon.is_english(word.key) and word.key in _OPENERS

    def _is_capital(self, word: Word) -> bool:
        return word.is_capital and not self._is_shouted


_BORROWED = lexicon.cue("borrowed")
"""Words with an accent that English has borrowed."""
_OWNERS = lexicon.cue("owners")
_FEELINGS = lexicon.cue("feelings")
_OPENERS = lexicon.cue("openers")
