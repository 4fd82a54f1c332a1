"""Where people put their answers: each position lays out a reply piece by piece and knows what was typed and why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random  # noqa: TID251 - every reply is made from a seed that is handed in
from typing import Literal

from mail_replies import people
from mail_replies.letters import CLOSE, Letter
from mail_replies.people import Signature


@dataclass(frozen=True)
class Piece:
    """One stretch of a reply, from top to bottom.

    `ours` is section `section` of the letter; `head` opens a quotation and `end` closes it; `typed` is the person's;
    `other` is somebody else's in the thread. `words` is what must be kept of a typed piece (None: all of it).
    """

    role: Literal["ours", "head", "end", "typed", "sign", "other"]
    text: str = ""
    section: int = 0
    item: int | None = None
    words: str | None = None
    is_joined: bool = False
    """Typed at the end of the line above it."""


@dataclass(frozen=True)
class Plan:
    """A reply before any program has drawn it. `is_open`: its words may count as a comment or as an answer."""

    position: str
    pieces: tuple[Piece, ...]
    is_open: bool = False
    is_tight: bool = False
    fold: int = 0
    """Columns at which the quoted lines are folded anew; 0 for not."""
    is_fold_broken: bool = False
    """What was folded off has lost its mark."""
    colour: str = ""
    is_copied: bool = False
    """Our words were copied without any mark."""


Maker = Callable[[Random, Letter, Signature], Plan]


def _typed(item: int | None, text: str, shown: str | None = None) -> Piece:
    return Piece("typed", shown or text, item=item, words=text)


def _whole(letter: Letter) -> list[Piece]:
    return [Piece("head"), *(Piece("ours", section=section) for section in (0, *letter.numbers, CLOSE)), Piece("end")]


def _free(rng: Random, letter: Letter) -> Piece:
    """Return an answer in one's own words; it belongs to the question only where there is just one."""
    if len(letter.sent.items) > 1:
        return _typed(None, rng.choice(people.PROSE))
    return _typed(1, people.answer(rng, letter.sent.items[0]))


def top(rng: Random, letter: Letter, sign: Signature) -> Plan:
    return Plan("top", (_free(rng, letter), Piece("sign", sign.text), *_whole(letter)))


def bottom(rng: Random, letter: Letter, sign: Signature) -> Plan:
    return Plan("bottom", (*_whole(letter), _free(rng, letter), Piece("sign", sign.text)))


def alone(rng: Random, letter: Letter, sign: Signature) -> Plan:
    return Plan("no quote", (_free(rng, letter), Piece("sign", sign.text)))


def word(rng: Random, letter: Letter, sign: Signature) -> Plan:
    only = 1 if len(letter.sent.items) == 1 else None
    typed = _typed(only, rng.choice(people.SHORT))
    return Plan("one word", (typed, Piece("sign", sign.text), *_whole(letter)), is_open=only is None)


def numbered(rng: Random, letter: Letter, sign: Signature) -> Plan:
    """A list of answers by number, above the letter, below it, or without it."""
    style = rng.choice(("{n}. {a}", "{n}) {a}", "{n}: {a}", "{n} {a}", "{n} - {a}", "Q{n}: {a}", "Question {n}: {a}"))
    answers = people.sheet(rng, letter.sent.items)
    listed = [_typed(n, text, style.format(n=n, a=text)) for n, text in answers.items()]
    opening = [_typed(None, rng.choice(people.OPENINGS))] if rng.random() < 0.3 else []
    mine = [*opening, *listed, Piece("sign", sign.text)]
    place = rng.random()
    pieces = [*mine, *_whole(letter)] if place < 0.7 else [*_whole(letter), *mine] if place < 0.8 else mine
    return Plan("numbered", tuple(pieces), is_tight=rng.random() < 0.7)


def one_line(rng: Random, letter: Letter, sign: Signature) -> Plan:
    """All answers in one line: `1 yes 2 skip 3 partly`."""
    style, gap = rng.choice(
        (("{n} {a}", " "), ("{n} {a}", ", "), ("{n}. {a}", "; "), ("{n}: {a}", " "), ("{n}) {a}", " "))
    )
    chosen = [item for item in letter.sent.items[:8] if rng.random() < 0.8] or letter.sent.items[:1]
    answers = [(item.number, people.short_answer(rng, item)) for item in chosen]
    pieces = [
        replace(_typed(n, text, (gap if place else "") + style.format(n=n, a=text)), is_joined=place > 0)
        for place, (n, text) in enumerate(answers)
    ]
    return Plan("one line", (*pieces, Piece("sign", sign.text), *_whole(letter)))


def _between(rng: Random, letter: Letter, *, keep: Callable[[int], bool] = lambda _: True) -> Iterator[Piece]:
    """Yield the questions that are kept, each with what was typed under it; now and then one was deleted."""
    answers = people.sheet(rng, letter.sent.items)
    for number in letter.numbers:
        text = answers.get(number)
        roll = rng.random()
        if roll < 0.02 and text is not None:  # the question gave way to its answer
            yield _typed(number, text, f"{number}. {text}")
            continue
        if (roll > 0.96 and text is None) or not keep(number):
            continue
        yield Piece("ours", section=number)
        if text is not None:
            yield _typed(number, text, f"{number}. {text}" if roll < 0.05 else None)


def _inline(
    rng: Random, letter: Letter, sign: Signature, change: Callable[[Piece], Piece] = lambda piece: piece
) -> list[Piece]:
    answers = [change(piece) if piece.role == "typed" else piece for piece in _between(rng, letter)]
    pieces = [Piece("head"), Piece("ours"), *answers, Piece("ours", section=CLOSE), Piece("end")]
    opening = [_typed(None, rng.choice(people.OPENINGS))] if rng.random() < 0.4 else []
    ending = [_typed(None, rng.choice(people.PROSE))] if rng.random() < 0.15 else []
    signed = Piece("sign", sign.text)
    if rng.random() < 0.4 and opening:
        return [*opening, signed, *pieces, *ending]
    return [*opening, *pieces, *ending, signed]


def inline(rng: Random, letter: Letter, sign: Signature) -> Plan:
    return Plan("inline", tuple(_inline(rng, letter, sign)))


def tight(rng: Random, letter: Letter, sign: Signature) -> Plan:
    return Plan("inline tight", tuple(_inline(rng, letter, sign)), is_tight=True)


def folded(rng: Random, letter: Letter, sign: Signature) -> Plan:
    return Plan("inline folded", tuple(_inline(rng, letter, sign)), fold=rng.randint(34, 72))


def broken(rng: Random, letter: Letter, sign: Signature) -> Plan:
    pieces = tuple(_inline(rng, letter, sign))
    return Plan("inline broken", pieces, fold=rng.randint(50, 72), is_fold_broken=True)


def named(rng: Random, letter: Letter, sign: Signature) -> Plan:
    """Outlook's habit: the writer's name in brackets before each answer."""
    name = rng.choice(people.NAMES)
    prefix = rng.choice((f"[{name}]", f"[{name} Example]", f"{name}:", f"<{name}>"))

    def change(piece: Piece) -> Piece:
        return replace(piece, text=f"{prefix} {piece.text}")

    return Plan("inline named", tuple(_inline(rng, letter, sign, change)))


def same_line(rng: Random, letter: Letter, sign: Signature) -> Plan:
    def change(piece: Piece) -> Piece:
        return replace(piece, is_joined="\n" not in piece.text)

    return Plan("inline same line", tuple(_inline(rng, letter, sign, change)))


def coloured(rng: Random, letter: Letter, sign: Signature) -> Plan:
    """Answers typed into the letter itself, told apart by their colour alone."""
    colour = rng.choice(("#C00000", "red", "rgb(0, 112, 192)", "#1F497D"))
    opening = _typed(None, rng.choice(("My answers are in colour below.", "See below in red.", "Hi, answers below.")))
    pieces = (opening, *_inline(rng, letter, sign)) if rng.random() < 0.5 else _inline(rng, letter, sign)
    return Plan("inline coloured", tuple(pieces), colour=colour)


def questions(rng: Random, letter: Letter, sign: Signature) -> Plan:
    """Only the questions were copied, without any mark, and each is answered below it."""
    pieces = (*_between(rng, letter), Piece("sign", sign.text))
    return Plan("questions only", pieces, is_copied=True)


def partial(rng: Random, letter: Letter, sign: Signature) -> Plan:
    """All but some of the questions were cut away."""
    kept = set(rng.sample(letter.numbers, k=min(len(letter.numbers), rng.randint(1, 4))))
    pieces = [Piece("head"), *_between(rng, letter, keep=lambda number: number in kept), Piece("end")]
    cut = tuple(piece for piece in pieces if piece.role != "typed" or piece.item in kept)
    return Plan("partial quote", (*cut, Piece("sign", sign.text)))


def two_people(rng: Random, letter: Letter, sign: Signature) -> Plan:
    """Bea answers on top of what Ada had answered to the letter: only the first are the words of this mail."""
    own, others = rng.sample(people.PROSE, 2)
    about = None if len(letter.sent.items) > 1 else 1
    inner = (Piece("head", "Ada Example"), Piece("other", others), *_whole(letter), Piece("end"))
    return Plan("two people", (_typed(about, own), Piece("sign", sign.text), *inner))


POSITIONS: tuple[Maker, ...] = (
    top,
    bottom,
    alone,
    word,
    numbered,
    one_line,
    inline,
    tight,
    folded,
    broken,
    named,
    same_line,
    coloured,
    questions,
    partial,
    two_people,
)
MARKED = (folded, broken)
"""These need a program that marks quoted lines in plain text."""
COLOURED = (coloured,)
"""These need HTML."""
