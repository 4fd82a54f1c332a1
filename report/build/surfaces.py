"""Every place of a report where a number of people stands: one list, which the attack between two reports walks.

A test holds every field of a report to be on this list, or to hold no number of people. So a new one cannot be forgotten.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from report.build.report import Report
from report.disclosure.attacker import SMALLEST_BASE
from report.disclosure.completion import CompletionGroup, Journey
from report.disclosure.response_rates import Turnout, beside
from report.disclosure.suppression import SMALL

_FEWER_THAN_TEN = range(1, SMALLEST_BASE)

Cells = Mapping[str, int | None]
"""Numbers of people by name; None is hidden."""


@dataclass(frozen=True)
class Surface:
    """One published table. `fields` are those of Report or Method that it stands in.

    `cells` reads its numbers. `without` takes it out of a report; None for what has an attack of its own. `few` are the
    numbers of people between two reports that must not be told: 1 to 4, or 1 to 9 where few are invited in all.
    """

    fields: tuple[str, ...]
    cells: Callable[[Report], Cells]
    without: Callable[[Report], Report] | None = None
    few: range = SMALL


def cells_of(report: Report) -> Sequence[Cells]:
    """Return the numbers of each table of the list, in its order."""
    return [surface.cells(report) for surface in SURFACES]


def told_between(old: Sequence[Cells], new: Sequence[Cells]) -> Iterator[Surface]:
    """Yield the tables that would tell, beside an earlier report, of one to four people between the two."""
    for surface, before, now in zip(SURFACES, old, new, strict=True):
        pairs = ((before.get(name), number) for name, number in now.items())
        if surface.without is not None and any(_is_few(*pair, surface.few) for pair in pairs):
            yield surface


def _is_few(before: int | None, now: int | None, few: range) -> bool:
    return before is not None and now is not None and abs(now - before) in few


def _method(new: Report, **changes: object) -> Report:
    return replace(new, method=replace(new.method, **changes))  # type: ignore[arg-type] # names of its fields


def _journey(new: Report, **changes: object) -> Report:
    return _method(new, journey=replace(new.method.journey, **changes))  # type: ignore[arg-type] # the same


def _by_part(read: Callable[[Journey], tuple[CompletionGroup, ...]]) -> Callable[[Report], Cells]:
    def cells(report: Report) -> Cells:
        found: dict[str, int | None] = {}
        for one in read(report.method.journey):
            left = None if one.responses is None or one.completed is None else one.responses - one.completed
            found |= {
                f"{one.name} replied": one.responses,
                f"{one.name} ended": one.completed,
                f"{one.name} left": left,
            }
        return found

    return cells


def _turnout(report: Report) -> Cells:
    found = report.method.turnout
    if found is None:
        return {}
    silent = None if found.began is None or report.invited is None else report.invited - found.began
    return {"began": found.began, "silent": silent, "uninvited": found.uninvited, "again": found.again}


def _without_turnout(report: Report) -> Report:
    nothing = Turnout(None, None, None)
    hidden = _method(report, turnout=nothing, groups=beside(report.method.groups, nothing))
    return replace(hidden, response_rate=None)


def _told_back(report: Report) -> Cells:
    found = report.method.told_back
    if found is None:
        return {}
    waiting = None if found.asked is None or found.told is None else found.asked - found.told
    return {"asked": found.asked, "told": found.told, "not yet": waiting}


def _groups(report: Report) -> Cells:
    replied = {one.name: one.replied for one in report.method.groups}
    silent = {
        f"{one.name} silent": one.invited - one.replied
        for one in report.method.groups
        if one.invited is not None and one.replied is not None
    }
    return {**replied, **silent}


def _together(report: Report) -> Cells:
    found: dict[str, int | None] = {}
    for one in report.method.together:
        numbers = {"both": one.both, "first": one.only_first, "second": one.only_second}
        numbers["neither"] = one.sorted - one.both - one.only_first - one.only_second
        found |= {f"{name} {one.first} {one.second}": number for name, number in numbers.items()}
    return found


def _without_comments(report: Report) -> Report:
    return replace(report, comments=tuple(replace(one, count=None) for one in report.comments))


def _figures(*fields: str) -> Callable[[Report], Cells]:
    def cells(report: Report) -> Cells:
        return {f"{name} {one.id}": one.chose for name in fields for one in getattr(report.method, name)}

    return cells


SURFACES: tuple[Surface, ...] = (
    Surface(("figures", "questions"), lambda report: {one.id: one.chose for one in report.figures}),
    Surface(("by_person", "questions_by_person"), _figures("by_person")),
    Surface(("themes", "themes_by_person"), _figures("themes", "themes_by_person")),
    Surface(("together",), _together, lambda new: _method(new, together=())),
    Surface(("by_organisation",), _figures("by_organisation"), lambda new: _method(new, by_organisation=())),
    Surface(("responses", "completed", "people"), lambda report: {"replied": report.responses}),
    Surface(
        ("comments",),
        lambda report: {str(one.question): one.count for one in report.comments},
        _without_comments,
    ),
    Surface(("invited", "response_rate", "turnout"), _turnout, _without_turnout, _FEWER_THAN_TEN),
    Surface(("groups",), _groups, lambda new: _method(new, groups=()), _FEWER_THAN_TEN),
    Surface(("journey",), _by_part(lambda told: told.channels), lambda new: _journey(new, channels=())),
    Surface(("journey", "versions"), _by_part(lambda told: told.versions), lambda new: _journey(new, versions=())),
    Surface(
        ("journey",),
        lambda report: dict(report.method.journey.months),
        lambda new: _journey(new, months=()),
    ),
    Surface(
        ("journey",),
        lambda report: {one.question: one.left for one in report.method.journey.left},
        lambda new: _journey(new, left=()),
    ),
    Surface(
        ("organisations", "without_organisation", "organisations_invited"),
        lambda report: {"known": report.method.organisations, "unknown": report.method.without_organisation},
        lambda new: _method(new, organisations=None, without_organisation=None, organisations_invited=None),
    ),
    Surface(
        ("without_consent", "withdrawn"),
        lambda report: {"no yes": report.method.without_consent, "taken back": report.method.withdrawn},
        lambda new: _method(new, without_consent=None, withdrawn=None),
    ),
    Surface(("told_back",), _told_back, lambda new: _method(new, told_back=None)),
    Surface(("quotes", "kept_back"), lambda _: {}, lambda new: _method(new, quotes=())),
    Surface(("credits", "actions"), lambda _: {}),
    Surface(("narrative",), lambda _: {}),
)
