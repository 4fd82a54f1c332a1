"""A self-assessment as a document: what an organisation says of each statement beside what people said of the same.

`assessment_document` is all of it; `board_page` is what fits on one page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from report.formats.blocks import Block, Document, Heading, Points, SmallPrint, Table, Text

STANDING_WORDS = {"met": "Met", "partly": "Partly", "not": "Not met", "": "Not looked at yet"}
_NOT_ASKED = "Not asked"
_STEPS = ("not", "partly", "met")
_ABOUT_PEOPLE = (
    "What people said is from those who took part with this organisation, and as it was on the day of signing off. It is "
    "shown from ten replies on, and hidden where a few could be worked out."
)


@dataclass(frozen=True)
class AssessedAction:
    """What will be done about a statement, by whom and until when."""

    what: str
    owner: str
    due: date | None
    is_done: bool


@dataclass(frozen=True)
class AssessedStatement:
    """One statement: how far it is true (`standing`: met, partly, not or nothing), and what people said of it.

    `before` is its standing the time before, None where there was none that means the same.
    """

    part: str
    text: str
    standing: str
    people: str = ""
    before: str | None = None
    evidence: str = ""
    link: str = ""
    action: AssessedAction | None = None


@dataclass(frozen=True)
class AssessedStandard:
    """A whole self-assessment. `signed_on` is None while it is open; `before_on` when there was none before."""

    organisation: str
    standard: str
    note: str
    statements: tuple[AssessedStatement, ...]
    signed_on: date | None = None
    signed_by: str = ""
    before_on: date | None = None


def assessment_document(found: AssessedStandard) -> Document:
    """Return all of a self-assessment."""
    return Document(f"{found.organisation}: {found.standard}", tuple(_whole(found)))


def board_page(found: AssessedStandard) -> Document:
    """Return a self-assessment in short, for a board to print: one page."""
    return Document(f"{found.organisation}: {found.standard}, in short", tuple(_short(found)))


def _short(found: AssessedStandard) -> Iterator[Block]:
    yield Text(_state(found))
    yield Table("How far the statements are met", ("Part", *map(str, STANDING_WORDS.values())), tuple(_counts(found)))
    yield from _changed(found)
    yield from _gaps(found)
    yield from _actions(found.statements)
    yield from _foot(found)


def _whole(found: AssessedStandard) -> Iterator[Block]:
    yield from _short(found)
    for part in dict.fromkeys(one.part for one in found.statements):
        yield Heading(2, part)
        mine = [one for one in found.statements if one.part == part]
        heads = ("Statement", "The organisation", "People who were involved")
        yield Table(part, heads, tuple((one.text, STANDING_WORDS[one.standing], _people(one)) for one in mine))
        for one in mine:
            if one.evidence or one.link:
                yield Heading(3, one.text)
                yield from (Text(line) for line in one.evidence.splitlines() if line.strip())
                yield from [SmallPrint(f"See: {one.link}")] if one.link else []


def _state(found: AssessedStandard) -> str:
    if found.signed_on is None:
        return "Not signed off yet. It may still change."
    return f"Signed off on {found.signed_on.isoformat()}, by: {found.signed_by}."


def _counts(found: AssessedStandard) -> Iterator[tuple[str, ...]]:
    for part in (*dict.fromkeys(one.part for one in found.statements), ""):
        mine = [one.standing for one in found.statements if part in (one.part, "")]
        yield (part or "All", *(str(mine.count(standing)) for standing in STANDING_WORDS))


def _changed(found: AssessedStandard) -> Iterator[Block]:
    if found.before_on is None:
        return
    yield Heading(2, f"What changed since {found.before_on.isoformat()}")
    moved = [one for one in found.statements if one.before and one.standing and one.before != one.standing]
    lines = [
        f"{one.text} {'Better' if _is_better(one) else 'Worse'}: "
        f"{STANDING_WORDS[one.before or ''].lower()} before, {STANDING_WORDS[one.standing].lower()} now."
        for one in moved
    ]
    new = sum(one.before is None for one in found.statements)
    lines += [f"Statements with no like before: {new}. They are not compared."] if new else []
    yield Points(tuple(lines)) if lines else Text("Nothing that can be compared.")


def _is_better(one: AssessedStatement) -> bool:
    return _STEPS.index(one.standing) > _STEPS.index(one.before or "")


def _gaps(found: AssessedStandard) -> Iterator[Block]:
    told = [one for one in found.statements if one.people]
    if told:
        yield Heading(2, "What people who were involved said")
        yield Points(tuple(f"{one.text} {STANDING_WORDS[one.standing]}. People: {one.people}." for one in told))


def _people(one: AssessedStatement) -> str:
    return one.people or _NOT_ASKED


def _actions(statements: Sequence[AssessedStatement]) -> Iterator[Block]:
    rows = [(one.action.what, one.action.owner, _due(one.action)) for one in statements if one.action is not None]
    if rows:
        yield Heading(2, "What will be done")
        yield Table("Actions", ("What", "Who", "By when"), tuple(rows))


def _due(action: AssessedAction) -> str:
    if action.is_done:
        return "Done"
    return action.due.isoformat() if action.due else "No day yet"


def _foot(found: AssessedStandard) -> Iterator[Block]:
    if any(one.people for one in found.statements):
        yield SmallPrint(_ABOUT_PEOPLE)
    if found.note:
        yield SmallPrint(found.note)
