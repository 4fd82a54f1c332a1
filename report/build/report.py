"""The report as a value: from conversations to figures that may be printed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date

from feedback.conversation.response import Response
from feedback.errors import SaysoError
from feedback.flows.model import Choice, Flow
from feedback.types.registry import type_of
from report.build.phrases import COUNTING, LEVELS, ONCE, PROFILES
from report.build.themes import ThemeTerms, pairs_told, themes_at, themes_by_person, themes_told
from report.counting.figures import (
    Figure,
    Level,
    QuestionCounts,
    countable,
    figures,
    organisation_figures,
    question_counts,
)
from report.counting.flow_versions import JoinedQuestion, VersionChange, changes, in_order, join
from report.counting.slices import ReportSlice
from report.counting.sorted_words import ANY_WORDS, Coded, Sample, SortedWords, Sorting
from report.counting.tally import Tally, rolled, tally
from report.counting.theme_figures import ThemeFigure
from report.disclosure.completion import Journey, journey
from report.disclosure.printed_question import PrintedQuestion, PrintedReport
from report.disclosure.response_rates import (
    GroupRate,
    InvitationCounts,
    Turnout,
    beside,
    group_rates,
    organisations_told,
    response_rate,
    turnout,
)
from report.disclosure.speakers import speakers
from report.disclosure.suppression import SMALL, Profile, protect, round5
from report.disclosure.theme_pairs import ThemePair
from report.disclosure.told_back import ToldBack, ToldCount, told_back
from report.narrative.model import Narrative
from report.narrative.quotes import Quotable, Quote, Why, chosen, kept_back, lifted


@dataclass(frozen=True)
class Action:
    """What will be done, or was done, about a theme: 'we did', 'we will', 'we could not, because', 'still deciding'."""

    theme: str
    state: str
    words: str
    label: str = ""
    """The name of the theme, where there is one."""


@dataclass(frozen=True)
class Findings:
    """What staff made of the words: themes, who wrote of them (by conversation and question), words and actions.

    `coded` holds every answer or comment that staff have sorted, also those that no theme fits. `said` is what may be quoted,
    the last coded first. `credits` are the names of organisations that agreed to be listed. `parents` says of which
    theme another is a part: whoever wrote of the part wrote of the whole.
    """

    themes: tuple[Choice, ...] = ()
    coded: Coded = field(default_factory=dict)
    said: tuple[Quotable, ...] = ()
    actions: tuple[Action, ...] = ()
    credits: tuple[str, ...] = ()
    parents: Mapping[str, str] = field(default_factory=dict)
    has_unsorted: bool = False
    """Whether words that the person agreed to and staff have checked stand under no theme yet."""
    partly: AbstractSet[str] = frozenset()
    """Conversations of which some comment is not sorted yet."""
    sample: Sample | None = None
    """The random sample that staff sort first, where one was drawn."""
    narrative: Narrative = field(default_factory=Narrative)
    """The words that staff wrote around the figures; they name themes by their ids."""
    picked: AbstractSet[str] | None = None
    """The texts that staff chose to quote, by their references; None where they left it to the rule."""
    told: ToldCount | None = None


@dataclass(frozen=True)
class CommentCount:
    """How many wrote in their own words: to one question, or (`question` is None) without being asked."""

    question: str | None
    label: str
    count: int | None


@dataclass(frozen=True)
class VersionCount:
    """One version of the flow in this report. `version_id` is the SHA-256 (hex) of the compiled flow."""

    version: int
    version_id: str
    responses: int | None


@dataclass(frozen=True)
class Method:
    """How the figures came about. `first_on` and `last_on` are the days (UTC) of the first word and the last."""

    title: str
    profile: Profile
    first_on: date | None
    last_on: date | None
    people: int | None
    organisations: int | None
    without_consent: int | None
    withdrawn: int | None
    versions: tuple[VersionCount, ...]
    questions: tuple[QuestionCounts, ...]
    changes: tuple[VersionChange, ...]
    notes: tuple[str, ...]
    journey: Journey
    by_organisation: tuple[Figure, ...]
    """Each organisation once; empty where replies do not speak for organisations, or none is known."""
    themes: tuple[ThemeFigure, ...]
    """Over all words together (question `words`), then question by question."""
    quotes: tuple[Quote, ...]
    actions: tuple[Action, ...]
    credits: tuple[str, ...]
    groups: tuple[GroupRate, ...] = ()
    """How many of each group replied; empty where no group was invited, or the report is older than these rows."""
    by_person: tuple[Figure, ...] = ()
    """`figures` with each person counted once; empty where nobody replied more than once."""
    questions_by_person: tuple[QuestionCounts, ...] = ()
    """`questions` with each person counted once; empty where `by_person` is."""
    together: tuple[ThemePair, ...] = ()
    """Which themes are spoken of together; empty where that may not be told, or not all words are sorted."""
    themes_by_person: tuple[ThemeFigure, ...] = ()
    """`themes` with each person counted once, who wrote of what any of their replies did; only where numbers are exact."""
    without_organisation: int | None = None
    """Replies of which no organisation is known."""
    organisations_invited: int | None = None
    """How many organisations were invited; None is hidden, or nobody counted."""
    turnout: Turnout | None = None
    """How many of the invited began; None where nobody kept count of that."""
    slice: ReportSlice = field(default_factory=ReportSlice)
    """Which replies the report is of."""
    theme_parents: Mapping[str, str] = field(default_factory=dict)
    """Of which theme another is a part, by their ids."""
    kept_back: tuple[Why, ...] = ()
    """Why words that were agreed to and checked are not printed, where none are."""
    narrative: Narrative = field(default_factory=Narrative)
    """The words of staff around the figures."""
    made_on: date | None = None
    """The day on which the report was made, where whoever made it says so."""
    told_back: ToldBack | None = None


@dataclass(frozen=True)
class Report:
    """A report; its fields are the keys of its JSON, in this order. Rates are whole percentages; None is hidden or not known."""

    flow: str
    versions: tuple[int, ...]
    responses: int | None
    completed: int | None
    invited: int | None
    response_rate: int | None
    figures: tuple[Figure, ...]
    comments: tuple[CommentCount, ...]
    method: Method


def signed(report: Report, organisation: str, made_on: date) -> Report:
    """Return a report with the day on which it was made, and by whom where its words do not say that."""
    words = report.method.narrative
    by = replace(words, organisation=words.organisation or organisation)
    return replace(report, method=replace(report.method, narrative=by, made_on=made_on))


def default_profile(level: Level) -> Profile:
    """Return the profile that fits whom a reply speaks for."""
    return "organisations" if level == "organisation" else "people"


def build(
    flow_name: str,
    responses: Iterable[Response],
    flows: Mapping[str, Flow],
    invited: InvitationCounts | int | None = None,
    profile: Profile | None = None,
    heard: Findings | None = None,
) -> Report:
    """Return the report of one flow. Reads `responses` once, so they may come as a stream; those of other flows pass.

    `flows` is by version id and holds every version that was ever used. `invited` is the number of invitations, by
    group where that is known, None where nobody counted. `profile` defaults to what the newest version's level asks for.
    `heard` is what staff made of the words, None where they have not. Raises SaysoError for an unknown flow, and for
    conversations of a version that `flows` does not hold.
    """
    heard = heard or Findings()
    asked = InvitationCounts(invited) if isinstance(invited, int) else invited
    versions = in_order(flow for flow in flows.values() if flow.name == flow_name)
    if not versions:
        raise SaysoError(f"There is no flow named {flow_name}. Look in the folder of flows for the names there are.")
    newest, joined = versions[-1], join(versions)
    counted = tally(
        (response for response in responses if response.flow == flow_name),
        {flow.version_id: flow for flow in versions},
        {one.question.id: one.question.groups for one in joined if one.question.groups},
        _sorting(heard, joined),
    )
    profile = profile or default_profile(newest.level)
    told = protect(_exact(tuple(countable(one, counted) for one in joined), counted, newest.level), profile)
    sheets = told.sheets
    used = tuple(flow for flow in versions if flow.version_id in counted.versions)
    came = turnout(asked, counted.responses, profile) if asked else None
    responses_told, completed_told = _told(counted.responses, profile), _told(counted.completed, profile)
    return Report(
        flow=flow_name,
        versions=tuple(sorted({flow.version for flow in used})),
        responses=responses_told,
        completed=completed_told,
        invited=asked.number if asked else None,
        response_rate=response_rate(responses_told, asked, came),
        figures=tuple(figure for sheet in sheets for figure in sheet.figures),
        comments=_comments(sheets, _beside(counted.unprompted, profile)),
        method=_method(newest, used, counted, told, _Terms(profile, heard, asked, came)),
    )


@dataclass(frozen=True)
class _Terms:
    """How small numbers are kept, what staff made of the words, and who was invited and began."""

    profile: Profile
    heard: Findings
    invited: InvitationCounts | None
    turnout: Turnout | None

    def themes(self, level: Level) -> ThemeTerms:
        """Return what the themes need of this."""
        return ThemeTerms(self.heard.themes, self.heard.parents, self.profile, level)


def _sorting(heard: Findings, joined: Iterable[JoinedQuestion]) -> Sorting:
    private = frozenset(one.question.id for one in joined if one.question.private)
    return Sorting(rolled(heard.coded, heard.parents), heard.partly, private, heard.sample)


def _exact(joined: Iterable[JoinedQuestion], counted: Tally, level: Level) -> PrintedReport:
    """Return all exact numbers of replies, and where some people replied more than once those of people."""
    replies, people = (
        tuple(PrintedQuestion(one, figures(one, count, level), question_counts(one, count)) for one in joined)
        for count in (counted.count, counted.count_people)
    )
    once = PrintedReport(people, counted.people, None) if counted.again.number else None
    return PrintedReport(replies, counted.responses, counted.responses - counted.completed, people=once)


def _told(number: int, profile: Profile) -> int | None:
    """Return a count of people outside the questions as the profile prints it."""
    return round5(number) if profile == "nhs-round5" else number


def _beside(number: int, profile: Profile) -> int | None:
    """Return how many comments came without being asked, or how many are left out, as the profile prints people."""
    return None if profile == "people" and number in SMALL else _told(number, profile)


def _comments(sheets: Iterable[PrintedQuestion], unprompted: int | None) -> tuple[CommentCount, ...]:
    """Return counts of free words: every open question, every other question that got some, and the unprompted."""
    counts = [
        CommentCount(sheet.counts.id, sheet.counts.ask, sheet.counts.own_words)
        for sheet in sheets
        if sheet.counts.own_words != 0 or type_of(sheet.joined.question).gives == "words"
    ]
    return (*counts, CommentCount(None, "Said without being asked", unprompted))


def _method(newest: Flow, used: tuple[Flow, ...], counted: Tally, told: PrintedReport, terms: _Terms) -> Method:
    profile, sheets, people = terms.profile, told.sheets, told.people.sheets if told.people else ()
    joined = [sheet.joined for sheet in sheets]
    quotes = _quotes(sheets, counted, newest.level, terms)
    themes = themes_told(sheets, counted, terms.themes(newest.level))
    return Method(
        title=newest.title,
        profile=profile,
        first_on=counted.began_at.date() if counted.began_at else None,
        last_on=counted.ended_at.date() if counted.ended_at else None,
        people=_told(counted.people, profile),
        organisations=_told(counted.organisations, profile),
        without_consent=_beside(counted.left_out.get("no consent", 0), profile),
        withdrawn=_beside(counted.left_out.get("withdrawn", 0), profile),
        versions=tuple(
            VersionCount(flow.version, flow.version_id, _told(counted.versions[flow.version_id], profile))
            for flow in used
        ),
        questions=tuple(sheet.counts for sheet in sheets),
        changes=changes(used),
        notes=(*COUNTING, LEVELS[newest.level], *([ONCE] if people else []), PROFILES[profile]),
        journey=journey(counted, used, _open_routes(sheets), profile),
        by_organisation=_by_organisation(joined, counted, profile),
        themes=themes,
        together=pairs_told(themes, counted, terms.themes(newest.level)),
        quotes=quotes,
        actions=tuple(_actions(counted, terms.heard)),
        credits=terms.heard.credits,
        groups=beside(group_rates(terms.invited.groups, profile), terms.turnout) if terms.invited else (),
        by_person=tuple(figure for sheet in people for figure in sheet.figures),
        questions_by_person=tuple(sheet.counts for sheet in people),
        themes_by_person=themes_by_person(sheets, counted, terms.themes(newest.level)),
        without_organisation=_told(counted.without_organisation, profile),
        organisations_invited=organisations_told(terms.invited, counted.organisations, profile),
        turnout=terms.turnout,
        theme_parents=terms.heard.parents,
        kept_back=() if quotes else _kept_back(sheets, counted, terms),
        narrative=terms.heard.narrative,
        told_back=told_back(terms.heard.told, profile, sheets),
    )


def _open_routes(sheets: Iterable[PrintedQuestion]) -> list[JoinedQuestion]:
    """Return the questions whose route is told: where people left says something of the route as well."""
    return [sheet.joined for sheet in sheets if sheet.counts.not_reached is not None]


def _by_organisation(joined: Iterable[JoinedQuestion], counted: Tally, profile: Profile) -> tuple[Figure, ...]:
    """Return the figures of organisations; none beside the people's, as the two together would tell of single people."""
    if profile != "organisations":
        return ()
    return tuple(figure for one in joined if not one.question.private for figure in organisation_figures(one, counted))


def _quotes(sheets: Sequence[PrintedQuestion], counted: Tally, level: Level, terms: _Terms) -> tuple[Quote, ...]:
    """Return the words under each theme whose number over all words is shown; none of a private question."""
    private = _private(sheets)
    open_themes = [one.choice for one in themes_at(ANY_WORDS, counted, terms.themes(level)) if one.shown]
    said = lifted(terms.heard.said, frozenset(open_themes), terms.heard.parents)
    counts = {one for one in counted.coded if one[1] not in private}
    labels = speakers(sheets)
    named = (replace(one, who=labels.get(counted.spoke_as.get(one.conversation, ("", "")), "")) for one in said)
    return tuple(chosen(named, open_themes, counts, terms.heard.picked))


def _kept_back(sheets: Iterable[PrintedQuestion], counted: Tally, terms: _Terms) -> tuple[Why, ...]:
    heard = terms.heard
    return kept_back(heard.said, counted.coded, _private(sheets), has_unsorted=heard.has_unsorted)


def _private(sheets: Iterable[PrintedQuestion]) -> frozenset[str]:
    return frozenset(one.joined.question.id for one in sheets if one.joined.question.private)


def _actions(counted: Tally, heard: Findings) -> Iterator[Action]:
    """Yield the actions of no theme and those of which somebody in this flow spoke, with the names of their themes."""
    names = {one.id: one.label for one in heard.themes}
    spoken = counted.themed.get(ANY_WORDS, SortedWords()).replies
    for action in heard.actions:
        if not action.theme or (action.theme in names and spoken.chose(action.theme)):
            yield replace(action, label=names.get(action.theme, ""))
