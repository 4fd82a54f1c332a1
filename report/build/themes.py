"""The themes of a report: honest about what is sorted, and hidden as its profile has it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from feedback.conversation.response import Response
from feedback.flows.model import Choice, Flow
from feedback.types.registry import type_of
from report.counting.figures import Level
from report.counting.response_state import replies, standing
from report.counting.sorted_words import ANY_WORDS, SortedWords, Sorting, WordsRun, mark_of
from report.counting.tally import Tally
from report.counting.theme_figures import ThemeFigure, basis_of, theme_figures
from report.disclosure.printed_question import LEAST_NHS, PrintedQuestion
from report.disclosure.suppression import SMALL, Profile, protect_apart, round5
from report.disclosure.theme_attack import ThemeContext, withstanding_themes
from report.disclosure.theme_pairs import ThemePair, theme_pairs


@dataclass(frozen=True)
class ThemeTerms:
    """The codebook of a report, how it hides small numbers, and whom a reply speaks for."""

    themes: tuple[Choice, ...]
    parents: Mapping[str, str]
    profile: Profile
    level: Level


def themes_told(sheets: Iterable[PrintedQuestion], counted: Tally, terms: ThemeTerms) -> tuple[ThemeFigure, ...]:
    """Return the themes over all words together, then question by question; of no private question.

    Where small numbers are hidden, more are until the attack finds none. All words together are left out where some of
    them were said at a question that the report does not tell of.
    """
    asked = tuple(sheets)
    told = places(asked, counted)
    if terms.profile != "organisations" and _has_untold(asked, counted, told):
        told = tuple(place for place in told if place != ANY_WORDS)
    figures = tuple(figure for place in told for figure in themes_at(place, counted, terms))
    if terms.profile == "organisations":
        return figures
    return withstanding_themes(figures, _context(asked, counted, terms))


def pairs_told(themes: Iterable[ThemeFigure], counted: Tally, terms: ThemeTerms) -> tuple[ThemePair, ...]:
    """Return which themes are spoken of together over all words, where all of these are sorted; of no theme that is a part.

    Nothing where numbers are rounded: a pair beside them would tell more than they do.
    """
    words = counted.themed.get(ANY_WORDS, SortedWords())
    wanted = [
        one for one in themes if one.question == "words" and one.basis == "all" and one.choice not in terms.parents
    ]
    if terms.profile == "nhs-round5":
        return ()
    return theme_pairs(wanted, (words.replies, words.people), is_exact=terms.profile == "organisations")


def _has_untold(sheets: Iterable[PrintedQuestion], counted: Tally, told: Iterable[str]) -> bool:
    """Return whether some wrote only at questions that the report does not tell of: all words would tell how many."""
    asked = set(told) - {ANY_WORDS}
    untold = counted.themed.keys() - _private(sheets) - asked - {ANY_WORDS}
    everywhere = counted.themed.get(ANY_WORDS, SortedWords()).wrote
    return bool(untold) and all(counted.themed[place].wrote != everywhere for place in asked)


def _private(sheets: Iterable[PrintedQuestion]) -> set[str]:
    return {one.counts.id for one in sheets if one.joined.question.private}


def _context(sheets: Iterable[PrintedQuestion], counted: Tally, terms: ThemeTerms) -> ThemeContext:
    wrote = {
        one.counts.id: one.counts.answered
        for one in sheets
        if one.counts.answered and type_of(one.joined.question).gives == "words" and not one.joined.question.private
    }
    if terms.profile == "nhs-round5":
        unasked = max(counted.unprompted, LEAST_NHS[1])
        return ThemeContext(counted.responses + 2, terms.parents, {}, unasked, is_rounded=True)
    unasked = max(SMALL) if counted.unprompted in SMALL else counted.unprompted
    return ThemeContext(counted.responses, terms.parents, wrote, unasked)


def places(sheets: Iterable[PrintedQuestion], counted: Tally) -> tuple[str, ...]:
    """Return where words were sorted: all words together, and each question that says how many wrote."""
    told = (one.counts.id for one in sheets if _is_told(one) and not one.joined.question.private)
    return tuple(place for place in (ANY_WORDS, *told) if counted.themed.get(place, SortedWords()).replies.seen)


def _is_told(sheet: PrintedQuestion) -> bool:
    """Return whether it may be told how many wrote at a question.

    Of an open one that was put to everybody that tells only how many wrote nothing, as it does of every question.
    """
    joined, counts = sheet.joined, sheet.counts
    if type_of(joined.question).gives == "words":
        return bool(counts.answered) or (joined.question.when is None and len(joined.versions) == 1)
    return bool(counts.answered) and counts.own_words is not None


def themes_at(place: str, counted: Tally, terms: ThemeTerms) -> tuple[ThemeFigure, ...]:
    """Return the themes of one place, by reply; where the people behind a number are few, it is hidden."""
    words = counted.themed.get(place, SortedWords())
    found = basis_of(words, counted.sampled.get(place))
    exact, once = theme_figures(place, terms.themes, found, words.wrote, terms.level)
    is_once = terms.profile == "organisations" or not counted.again.number
    shown = protect_apart(exact, once, terms.profile, terms.parents)
    return tuple(_told(one, terms.profile, is_once=is_once) for one in shown)


def themes_by_person(sheets: Iterable[PrintedQuestion], counted: Tally, terms: ThemeTerms) -> tuple[ThemeFigure, ...]:
    """Return the themes with each person once, where some replied again and no small number is hidden."""
    if terms.profile != "organisations" or not counted.again.number:
        return ()
    result: list[ThemeFigure] = []
    for place in places(sheets, counted):
        words = counted.themed[place]
        found = basis_of(words, counted.sampled.get(place))
        result += theme_figures(place, terms.themes, found, words.wrote, terms.level)[1]
    return tuple(result)


def _told(figure: ThemeFigure, profile: Profile, *, is_once: bool) -> ThemeFigure:
    """Return a figure whose further numbers are hidden or rounded with it; people only where replies tell no more."""
    round_ = round5 if profile == "nhs-round5" else int
    is_part = figure.basis == "part" and figure.interval is not None
    return replace(
        figure,
        interval=None if is_part else figure.interval,
        texts=figure.chose,
        people=None if figure.people is None or not (figure.shown and is_once) else round_(figure.people),
        sorted=figure.answered,
        wrote=None if figure.wrote is None else round_(figure.wrote),
    )


def writers(responses: Iterable[Response], flows: Mapping[str, Flow], sorting: Sorting) -> Iterator[tuple[str, bool]]:
    """Yield each counted reply in which somebody wrote, and whether some of it is not sorted yet.

    `flows` is by version id. Answers to private questions are not looked at: they are in no theme of a report.
    """
    for response in responses:
        flow = flows.get(response.version_id)
        if flow is None or standing(response) != "counted":
            continue
        run = WordsRun(sorting)
        run.add(response, replies(flow, response.answers))
        found = run.counted().get(ANY_WORDS)
        if found is not None:
            yield response.conversation, bool(found.unsorted)


def limit_for(seed: str, conversations: Iterable[str], size: int) -> int:
    """Return how far a sample must reach to hold so many of these replies; all, where there are no more."""
    marks = sorted(mark_of(seed, one) for one in conversations)
    return marks[min(size, len(marks)) - 1] if marks else 0
