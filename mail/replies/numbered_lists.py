"""Answers given as a numbered list: "1 yes 2 skip", "1. yes", "Q1: yes", one a line or all in one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from feedback.types.registry import type_of
from mail.model.expected_answers import LetterItem
from mail.phrases.client_phrases import words
from mail.replies.sent_text import keys_of

_START = re.compile(
    r"^\s*(?:[-*•]\s+)?(?:q(?:uestion)?|no|nr|answer|a)?[.\s]{0,2}#?(\d{1,2})(?:\s*[.):\]=–—-]+\s*|\s+|\s*$)(.*)$",
    re.IGNORECASE,
)
_INNER = re.compile(
    r"(?:(?<=\s)|(?<=[,;.]))(?:q(?:uestion)?\s?)?#?(\d{1,2})(?:\s*[.):\]=–—-]+\s*|\s+)(?=\S)", re.IGNORECASE
)
_DOTTED = re.compile(r"(?:^|(?<=\s))(\d{1,2})[.):]\s+(?=\S)")
_NAME = re.compile(r"^\s*[A-ZÀ-Þ][\w'’-]{1,20}(?:\s[A-ZÀ-Þ][\w'’-]{0,20})?,?(?:\sx{1,3})?\s*$")
_PASS = words("skip pass none no yes na n/a - ? same prefer not sure unsure maybe")


@dataclass(frozen=True)
class NumberedAnswers:
    """Answers by number, the words before the first and after the last, and whether they fit what was asked."""

    before: str
    answers: tuple[tuple[int, str], ...]
    after: str
    fits: bool


def listed(text: str, items: Iterable[LetterItem]) -> NumberedAnswers | None:
    """Read a numbered list; None where there is none. Numbers rise and belong to items of the letter."""
    known = {item.number: item for item in items}
    listing, after = name_below(text)
    before, answers = _by_lines(listing.split("\n"), known)
    if len(answers) < 2 or _has_inner(answers, known):
        answers = _spread(answers, known)
    if len(answers) < 2 and not (answers and _alone(text, answers[0], known)):
        return None
    said = tuple((number, told) for number, lines in answers if (told := "\n".join(lines).strip()))
    return NumberedAnswers("\n".join(before).strip(), said, after, _fits(said, known))


def name_below(text: str) -> tuple[str, str]:
    """Part a text from a name that stands alone below it: (text, name). The name may have a kiss."""
    above, gap, last = text.rstrip().rpartition("\n\n")
    if not gap or "\n" in last:
        above, gap, last = text.rstrip().rpartition("\n")
        gap = gap if re.search(r"\sx{1,3}$", last) else ""
    if gap and _NAME.match(last) and last.casefold() not in _PASS:
        return above.rstrip(), last
    return text, ""


def only(text: str, item: LetterItem) -> tuple[str, str]:
    """Read the answer to a letter's only question: (words before its number, answer)."""
    before, answers = _by_lines(text.split("\n"), {item.number: item})
    dotted = answers and re.search(
        rf"^\W*(?:q\w*\s?)?{item.number}\s*[.):=–—-]", "\n".join(text.split("\n")[len(before) :]), re.IGNORECASE
    )
    told = "\n".join(answers[0][1]).strip() if answers else ""
    counted = type_of(item).gives == "number" or not told[:1].isalpha()
    if told and (dotted or not counted or _fit_well(told, item)):
        return "\n".join(before).strip(), told
    return "", text


def unnumbered(text: str, item: LetterItem) -> str:
    """Take a question's own number off its answer."""
    match = re.match(rf"^\s*(?:q(?:uestion)?\s?)?{item.number}\s*(?:[.):]|\s[-–—=])\s+(?=\S)", text, re.IGNORECASE)
    return text[match.end() :] if match else text


def _alone(text: str, answer: tuple[int, list[str]], known: dict[int, LetterItem]) -> bool:
    """Whether one numbered answer to a closed question is all there is, but for a greeting."""
    number, lines = answer
    if len(text.split("\n")) == 1 and _fit_well(lines[0], known[number]):
        return True
    keys = keys_of(lines[0])
    starts = any(
        label and keys[: len(label)] == label for choice in known[number].choices if (label := keys_of(choice.label))
    )
    return starts and len(keys) <= 8 and len([line for line in text.split("\n") if line.strip()]) <= 4


def _fit_well(told: str, item: LetterItem) -> bool:
    keys = keys_of(told)
    return bool(keys) and (
        any(keys_of(choice.label) == keys for choice in item.choices) or (len(keys) <= 2 and keys[0] in _PASS)
    )


_Answers = list[tuple[int, list[str]]]


def _by_lines(lines: list[str], known: dict[int, LetterItem]) -> tuple[list[str], _Answers]:
    before: list[str] = []
    answers: _Answers = []
    for line in lines:
        match = _START.match(line[:2000])
        number = int(match[1]) if match else 0
        if match and number in known and number > (answers[-1][0] if answers else 0):
            answers.append((number, [match[2].strip()]))
        elif answers:
            answers[-1][1].append(line)
        else:
            before.append(line)
    return before, answers


def _has_inner(answers: _Answers, known: dict[int, LetterItem]) -> bool:
    """Whether lines hold several numbers each, and each number is the next one."""
    return len(_spread(answers, known)) >= 2 * len(answers) - 1 > 1


def _spread(answers: _Answers, known: dict[int, LetterItem]) -> _Answers:
    """Part lines like "1 yes 2 skip" at each next number, as long as answers are short or marked off."""
    found: _Answers = []
    for at, (number, lines) in enumerate(answers):
        limit = answers[at + 1][0] if at + 1 < len(answers) else max(known, default=0) + 1
        found += _parted(number, " ".join(lines), limit, known)
    return found


def _parted(number: int, text: str, limit: int, known: dict[int, LetterItem]) -> _Answers:
    parts: _Answers = []
    start = 0
    matches = list(_INNER.finditer(text[:4000]))
    ends = [match.start() for match in matches[1:]] + [len(text)]
    for match, end in zip(matches, ends, strict=False):
        following = int(match[1])
        told = text[start : match.start()].strip(" ,;")
        if not told or not number < following < limit or following not in known:
            continue
        is_near = sum(number < one < following for one in known) <= 2 or match[0].strip()[-1] in ".):"
        answer, item = text[match.end() : end].strip(" ,;"), known[number]
        is_short = _is_short(told, item)
        is_likely = is_near and (_is_marked(match, text) or (is_short and _may_be(answer, known[following])))
        is_clear = _fit_well(answer, known[following]) and (
            is_short or type_of(item).gives == "words" or told[-1] in ".!?"
        )
        if is_likely or is_clear:
            parts.append((number, [told]))
            number, start = following, match.end()
    return [*parts, (number, [text[start:].strip(" ,;") if parts else text.strip()])]


def _may_be(answer: str, item: LetterItem) -> bool:
    """Whether words can answer a question at all: a closed one has its own few answers."""
    return not (type_of(item).field == "options" and type_of(item).gives == "choice") or _fit(answer, item)


def _is_marked(match: re.Match[str], text: str) -> bool:
    """Whether a number is set off: a dot or the like behind it, a comma or a gap before it."""
    before = text[max(0, match.start() - 2) : match.start()]
    return (
        match[0].strip()[-1] in ".):]=-–—"
        or (before.isspace() and len(before) == 2)
        or before.rstrip()[-1:] in {",", ";"}
    )


def _is_short(told: str, item: LetterItem) -> bool:
    """Whether words are a whole answer: few of them, or the very words of a choice."""
    return len(told.split()) <= 3 or any(keys_of(choice.label) == keys_of(told) for choice in item.choices)


def parted(text: str, number: int, gone: list[int]) -> list[tuple[int, str]]:
    """Part the words under question `number` at the numbers, set off by a dot, of deleted questions after it."""
    parts: list[tuple[int, str]] = []
    start = 0
    for match in _DOTTED.finditer(text[:8000]):
        if int(match[1]) in gone and int(match[1]) > number:
            parts.append((number, text[start : match.start()]))
            number, start = int(match[1]), match.end()
    parts.append((number, text[start:]))
    return [(one, told.strip()) for one, told in parts if told.strip()]


def _fits(answers: tuple[tuple[int, str], ...], known: dict[int, LetterItem]) -> bool:
    """Whether most answers to closed questions are answers to them."""
    verdicts = [
        _fit(told, known[number])
        for number, told in answers
        if type_of(known[number]).field in ("options", "points", "number")
    ]
    return not verdicts or 2 * sum(verdicts) >= len(verdicts)


def _fit(told: str, item: LetterItem) -> bool:
    keys = keys_of(told)
    if not keys:
        return True
    labels = [keys_of(choice.label) for choice in item.choices]
    starts = any(keys[: len(label)] == label or label[: len(keys)] == keys for label in labels if label)
    return starts or keys[0].isdigit() or keys[0] in _PASS or len(keys) <= 3
