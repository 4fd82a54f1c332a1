"""What stands in a report, block by block: one document, from which every format is drawn."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from feedback.types.registry import type_of
from report.build.cover import cover_of, title_of
from report.build.figure_blocks import NOBODY_WROTE, charted, five_ps, notes_below, of_base
from report.build.headlines import headlines
from report.build.phrases import HIDDEN, between, notes, number, people, quoted, share, told_in_words
from report.build.report import Report
from report.counting.figures import Figure, QuestionCounts
from report.counting.flow_versions import VersionChange
from report.counting.theme_figures import Basis, ThemeFigure
from report.disclosure.completion import CompletionGroup
from report.disclosure.response_rates import GroupRate
from report.disclosure.suppression import NOBODY
from report.disclosure.theme_pairs import ThemePair
from report.formats.blocks import (
    Block,
    Chart,
    Document,
    Heading,
    Points,
    Quoted,
    SmallPrint,
    Table,
    Text,
    numbered,
)
from report.formats.svg_chart import run_chart
from report.narrative.prose import closing, section, told_section
from report.narrative.quotes import Why

_NO_HEADLINE = (
    "No answer is so clear that chance can be ruled out. Read the tables, and mind the intervals: they say how far the "
    "true share may lie from the one printed."
)
_BOTH = ("Answer", "Replies", "Organisations, each once", "95 % interval of organisations")
_ONCE = ("Answer", "Replies", "People, each once", "95 % interval of people")
_FEW_LEFT = "Where people left is hidden, as too few left."
_NO_QUOTES = "No words are printed."
_NONE_AGREED = "None have yet been agreed to by the person and checked by staff."
_KEPT_BACK: Mapping[Why, str] = {
    "theme hidden": "Some were agreed to and checked, but the number of their theme is hidden.",
    "private": "Some were agreed to and checked, but answer a private question.",
    "not counted": "Some were agreed to and checked, but belong to answers that this report does not count.",
    "no theme": "Some were agreed to and checked, but stand under no theme yet.",
    "not kept": "Words are not kept with a report that was published, as whoever said them may take them back.",
}
_TOGETHER = (
    "Themes are left out where a pair of them would tell of few people, and so are themes that are parts of others."
)
_NO_THEMES = "Staff have not sorted the words into themes yet."
_RESTS_ON: Mapping[Basis, str] = {
    "all": "That is all of them. Words that no theme fits count as sorted.",
    "sample": "They are a random sample, and all of it is sorted: the shares are estimates for all who wrote, and the "
    "interval says how far they may be off.",
    "part": "The shares are of those alone, and say nothing of the others. So there is no interval until all words are "
    "sorted, or a random sample of them.",
}
PEOPLE_ONCE = "For each question the newest reply in which a person answered it counts for them."
_ORDERED = ("points", "bands", "years")
"""Answers that are steps one after another: they keep their order."""
_ALL_WORDS = "All words together"
WORDS = "words"
"""The place of the figures of themes over all words together."""
_NO_ACTIONS = "Nothing is written down yet about what will be done."


def document(report: Report) -> Document:
    """Return the whole report as a document."""
    return Document(title_of(report), tuple(numbered(_blocks(report))), cover=cover_of(report))


def footnote(report: Report, mark: str = "*") -> str:
    """Return who replied, named as far as they agreed to it; empty where nobody did."""
    *others, last = report.method.credits or ("",)
    named = f"{', '.join(others)} and {last}" if others else last
    return f"{mark} Responses received from {named}. Named are those that agreed to it." if named else ""


def _blocks(report: Report) -> Iterator[Block]:
    words = report.method.narrative
    yield from section(words, "introduction", "asked")
    yield from findings(report)
    yield from section(words, "next")
    yield from closing(words)
    yield from counted_once(report)
    yield from rules((report,))


def findings(report: Report, mark: str = "*") -> Iterator[Block]:
    """Yield what was found: in short, what staff were told, who answered, and question by question.

    `mark` stands at the footnote of those that replied; each report of one document has its own.
    """
    words = report.method.narrative
    yield Heading(2, "In short")
    found = headlines(report.figures, report.method.questions)
    yield Points(found) if found else Text(_NO_HEADLINE)
    yield from told_section(words, (one for one in report.method.themes if one.question == WORDS))
    yield Heading(2, "Who answered")
    yield Points(tuple(_head(report, mark)))
    if report.method.credits:
        yield SmallPrint(footnote(report, mark))
    if report.method.groups:
        heads = ("Group", "Invited", "Replied", "Share")
        yield Table("Who replied, by group", heads, tuple(map(_group, report.method.groups)))
    yield from _course(report)
    yield from five_ps(report)
    yield Heading(2, "Question by question")
    yield from _questions(report)
    yield from _heard(report)
    yield Heading(2, "What will be done")
    yield Points(tuple(_actions(report))) if report.method.actions else Text(_NO_ACTIONS)


def counted_once(report: Report) -> Iterator[Block]:
    """Yield the figures that count each person, and each organisation, once; and what changed between versions."""
    yield from _people(report)
    yield from _organisations(report)
    if report.method.changes:
        yield Heading(2, "What changed between versions")
        yield Points(tuple(map(change, report.method.changes)))


def rules(reports: Sequence[Report]) -> Iterator[Block]:
    """Yield how these reports were counted, and the limits of that; what holds for several is said once."""
    yield Heading(2, "How this was counted")
    yield Points(tuple(dict.fromkeys(note for one in reports for note in one.method.notes)))
    yield Heading(2, "Limits")
    yield Points(tuple(dict.fromkeys(limit for one in reports for limit in _limits(one))))


def replies(report: Report) -> str:
    """Return how many replies there are, and from how many people where that is fewer."""
    once = f" from {people(report.method.people)}" if report.method.questions_by_person else ""
    return f"Replies: {number(report.responses)}{once}"


def _head(report: Report, mark: str) -> Iterator[str]:
    method = report.method
    yield f"{replies(report)}, of which finished: {number(report.completed)}"
    if report.invited is not None:
        yield f"Invited: {report.invited}{_began(report)}"
    if method.organisations != 0:
        yield _organisations_that_replied(report, mark)
    if method.slice.is_part:
        yield f"Only these replies: {method.slice}"
    elif method.slice.until:
        yield f"Replies that began by {method.slice.until}"
    if method.first_on and method.last_on:
        yield f"From {method.first_on.isoformat()} to {method.last_on.isoformat()}"
    yield (
        f"Left out: {number(method.without_consent)} without a yes to taking part, {number(method.withdrawn)} taken back"
    )
    if method.told_back is not None:
        yield told_in_words(method.told_back)
    yield f"Versions: {', '.join(map(str, report.versions)) or 'none used yet'}"
    yield f"Small numbers: profile {method.profile}"


def _organisations_that_replied(report: Report, mark: str) -> str:
    """Return how many organisations replied, of how many that were asked: as staff wrote it down, or as invited."""
    method = report.method
    asked, came = method.narrative.organisations_asked or method.organisations_invited, method.organisations
    whole = f" of {asked}" if asked is not None and came is not None and came <= asked else ""
    who = f", with {people(method.people)}" if whole and method.profile == "organisations" else ""
    return f"Organisations that replied: {number(came)}{whole}{mark if method.credits else ''}{who}"


def _began(report: Report) -> str:
    """Return how many of the invited began, and how many came otherwise."""
    rate, found = report.response_rate, report.method.turnout
    if found is None:
        return f" ({rate} % replied)" if rate is not None else ""
    if found.began is None:
        return ". How many of them began is hidden, as it could tell of few people."
    more = f" {found.uninvited} more came without an invitation." if found.uninvited else ""
    again = f" {found.again} more came by an invitation that was used before." if found.again else ""
    told = f" ({share(found.began, report.invited or 0, rate)})" if rate is not None else ""
    return f", of whom {found.began} began{told}.{more}{again}"


def _group(one: GroupRate) -> tuple[str, ...]:
    told = share(one.replied or 0, one.invited or 0, one.percent) if one.percent is not None else HIDDEN
    return one.name, number(one.invited), number(one.replied), told


def _course(report: Report) -> Iterator[Block]:
    """Yield how conversations went, where there were any."""
    course = report.method.journey
    if not report.responses:
        return
    parts = (course.whole, *course.channels, *course.versions)
    heads = ("Which", "Replies", "Finished", "Half finished within")
    yield Table("How conversations went", heads, tuple(map(_part, parts)))
    if any(one.left is not None for one in course.left):
        rows = tuple((one.label, number(one.left)) for one in course.left)
        yield Table("Where people left: the question that came next", ("Question", "People who left"), rows)
    elif course.left:
        yield Text(_FEW_LEFT)
    told = [(month, count) for month, count in course.months if count is not None]
    if len(told) == len(course.months) > 2:
        yield run_chart("Replies that began in each month", told)
        yield Table("Replies by month", ("Month", "Replies"), tuple((month, str(count)) for month, count in told))


def _part(part: CompletionGroup) -> tuple[str, ...]:
    part_of = share(part.completed or 0, part.responses or 0, part.completed_percent)
    told = f" of {part.responses} ({part_of})" if part.completed_percent is not None else ""
    minutes = "" if part.minutes is None else f"{part.minutes} minutes" if part.minutes else "less than a minute"
    return part.name, number(part.responses), f"{number(part.completed)}{told}", minutes


def _questions(report: Report) -> Iterator[Block]:
    """Yield each question with its figures; those that nobody answered are named together at the end."""
    changed, silent = {one.question for one in report.method.changes}, []
    for asked in report.method.questions:
        mine = _of_question(report, asked)
        if mine and asked.id not in changed and all(one.why_hidden == NOBODY for one in mine):
            silent.append(asked.ask)
        elif mine:
            yield Heading(3, asked.ask)
            yield from _question(report, asked, mine)
    if silent:
        yield Text(f"Nobody has answered these: {'; '.join(silent)}.")


def _question(report: Report, asked: QuestionCounts, mine: Sequence[Figure]) -> Iterator[Block]:
    if asked.wording:
        yield Text(f"The question: {quoted(asked.wording)}")
    yield Text(f"Base: {asked.base}.")
    yield Text(" ".join(_bases(asked)))
    new_words = [one for one in report.method.changes if one.question == asked.id]
    if new_words:
        yield Points(tuple(map(change, new_words)))
    if not any(one.shown for one in mine):
        yield Text(f"Not shown: {mine[0].why_hidden}")
        return
    if asked.summary:
        middle = asked.summary
        yield Text(
            f"Half answered {middle.median:g} or less. The middle half lies from {middle.low_quarter:g} to {middle.high_quarter:g}."
        )
    yield from charted(asked.ask, mine, keeps_order=type_of(asked).counting in _ORDERED)


def _bases(counts: QuestionCounts) -> Iterator[str]:
    """Yield how the base came about: short sentences, the rarer ones only where there is something to say."""
    if counts.answered is None:
        yield "How many answered is hidden."
        return
    yield f"Answered: {counts.answered}."
    if counts.asked is None and counts.not_asked is None:
        yield "How many were asked is hidden, as it would give away a small number."
        return
    yield f"Asked: {number(counts.asked)}. Skipped: {number(counts.skipped)}."
    yield f"Implied: {number(counts.implied)}. Not asked: {number(counts.not_asked)}."
    rare = {
        "Prefer not to say": counts.prefer_not_to_say,
        "Not reached": counts.not_reached,
        "In own words alone": counts.own_words,
    }
    yield from (f"{name}: {number(count)}." for name, count in rare.items() if count != 0)


def _heard(report: Report) -> Iterator[Block]:
    """Yield what people said in words: how many, the themes, and the words that may be printed."""
    method = report.method
    yield Heading(2, "In their own words")
    yield Points(tuple(f"{comment.label}: {number(comment.count)}" for comment in report.comments))
    asked = {one.id: one.ask for one in method.questions}
    if method.themes:
        for place in dict.fromkeys(one.question for one in method.themes):
            name = asked.get(place, _ALL_WORDS)
            mine = [one for one in method.themes if one.question == place]
            yield Heading(3, f"Themes: {name}")
            yield Text(sorted_words(mine[0]))
            yield from charted(f"Themes: {name}", mine, nobody=NOBODY_WROTE)
        yield from _together(method.together)
    else:
        yield Text(_NO_THEMES)
    if not method.quotes:
        yield Text(" ".join(no_quotes(method.kept_back)))
    labels = {one.choice: one.label for one in method.themes}
    for theme in dict.fromkeys(quote.theme for quote in method.quotes):
        yield Heading(3, f"What we heard: {labels.get(theme, 'other words')}")
        yield from (Quoted(quote.words, quote.who) for quote in method.quotes if quote.theme == theme)


def _together(pairs: Sequence[ThemePair]) -> Iterator[Block]:
    """Yield a table of the themes that are spoken of together, one row and one column for each."""
    if not pairs:
        return
    names = dict([(pairs[0].first, pairs[0].first_label), *((one.second, one.second_label) for one in pairs)])
    both = {(first, second): one.both for one in pairs for first, second in _ways(one)}
    rows = tuple((names[row], *("" if row == column else str(both[row, column]) for column in names)) for row in names)
    yield Heading(3, "Themes that are spoken of together")
    yield Text(f"How many spoke of both, of the {pairs[0].sorted} who wrote something. {_TOGETHER}")
    yield Table("Themes that are spoken of together", ("Theme", *names.values()), rows)


def _ways(one: ThemePair) -> tuple[tuple[str, str], tuple[str, str]]:
    return (one.first, one.second), (one.second, one.first)


def sorted_words(figure: ThemeFigure) -> str:
    """Return how many of those who wrote have their words sorted, and what the figures of a place may be taken for."""
    if figure.sorted is None or figure.wrote is None:
        return f"Sorted: {number(figure.sorted)} of {number(figure.wrote)} who wrote."
    return f"Sorted: {figure.sorted} of {figure.wrote} who wrote. {_RESTS_ON[figure.basis]}"


def no_quotes(why: Iterable[Why]) -> Iterator[str]:
    """Yield why no words are printed."""
    yield _NO_QUOTES
    yield from [_KEPT_BACK[one] for one in why] or [_NONE_AGREED]


def _actions(report: Report) -> Iterator[str]:
    for action in report.method.actions:
        yield f"{action.label or 'In general'} - {action.state}: {action.words}"


def _organisations(report: Report) -> Iterator[Block]:
    method = report.method
    is_once = method.organisations == report.responses and not method.without_organisation
    if method.by_organisation:
        yield Heading(2, "Organisations, each counted once")
    if method.by_organisation and is_once:
        yield Text("Each organisation replied once, so all figures above count each organisation once.")
    elif method.by_organisation:
        yield Text(
            f"Organisations: {number(method.organisations)}. {replies(report)}. An organisation counts "
            "for each answer that any of its replies gave. Where its replies differ it counts for both, so shares may "
            "add up to more than 100 %."
        )
        yield from _both("Replies beside organisations", _BOTH, report, method.by_organisation)


def _people(report: Report) -> Iterator[Block]:
    """Yield the figures that count each person once, where some replied more than once."""
    if not report.method.questions_by_person:
        return
    yield Heading(2, "People, each counted once")
    yield Text(f"{replies(report)}. {PEOPLE_ONCE} All other figures count replies.")
    told = (*report.method.by_person, *report.method.themes_by_person)
    if any(one.shown for one in told):
        yield from _both("Replies beside people", _ONCE, report, told)
    reasons = dict.fromkeys(one.why_hidden for one in told if one.answered is None and one.why_hidden)
    if reasons:
        yield Text(f"Questions that are not in a table of people are hidden. {' '.join(reasons)}")


def _both(name: str, heads: tuple[str, ...], report: Report, others: Sequence[Figure]) -> Iterator[Block]:
    """Yield a table of each answer as replies count it and as people or organisations do, each once."""
    told = [one for one in others if one.answered and one.chose != 0]
    marks = notes(told)
    yield Table(name, heads, tuple(_beside(report, told, marks)))
    yield from notes_below(marks)


def _beside(report: Report, others: Sequence[Figure], marks: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    asked = {one.id: one.ask for one in report.method.questions}
    by_reply = {one.id: one for one in (*report.figures, *report.method.themes)}
    for one in others:
        name = f"{asked.get(one.question, _ALL_WORDS)}: {one.label}"
        yield name, of_base(by_reply[one.id]), of_base(one), between(one, marks)


def _limits(report: Report) -> Iterator[str]:
    yield "Those who replied chose to. Others may see it differently, and no interval allows for that."
    if report.invited is None:
        yield "Nobody counted how many were invited, so there is no response rate."
    if report.method.journey.partial:
        yield "Some did not come to the end. Later questions rest on fewer people."


def change(one: VersionChange) -> str:
    """Return one change between versions as a sentence."""
    where = one.question if one.choice is None else f"{one.question}.{one.choice}"
    texts = f": {quoted(one.before)} became {quoted(one.after)}" if one.what in ("wording", "type") else ""
    names = {"wording": "new wording", "route": "put to other people than before", "type": "answered in another way"}
    what = names.get(one.what, one.what)
    return f"{where} {what} between version {one.versions[0]} and {one.versions[1]}{texts}."


def _of_question(report: Report, asked: QuestionCounts) -> Sequence[Figure]:
    return [one for one in report.figures if one.question == asked.id]


def drawings(blocks: Iterable[Block]) -> tuple[Chart, ...]:
    """Return the charts of a document, in order."""
    return tuple(block for block in blocks if isinstance(block, Chart))
