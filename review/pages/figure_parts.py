"""Figures of one part of the replies, or of all parts side by side: by period, place, group, channel or who people are.

One cut at a time, with small numbers hidden over all of its parts together, so that whoever looks at one part after the
other learns no more than from the table of all. Exact filters, in any combination, are on the page of exact figures.
"""

from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from report.formats.blocks import Document
from report.parts.breakdown import ReplySource, broken_down, offered
from report.parts.cuts import Cut
from report.parts.part_sizes import Path
from report.parts.side_by_side import part_alone, side_by_side
from review.http.request import StaffRequest
from review.http.roles import RAW, READERS, TELLERS, StaffPage
from review.pages.figures import drawn, title_of, versions_of
from review.text.invited_counts import invited_to
from review.text.reply_parts import cuts
from review.text.report_inputs import heard
from storage.conversations.coded_rows import coded_responses

_ALL, _ONLY = "all", "only"
_ABOUT_FIRST = 4
"""Cuts by period, place, group and channel come first; of those that follow nothing but the whole cut is offered."""


@dataclass(frozen=True)
class PartChoice:
    """What can be picked: its value in the address, what it is called, the cut, and the part (None: all side by side)."""

    value: str
    words: str
    cut: Cut
    path: Path | None = None


async def show(visit: StaffRequest) -> Response:
    """Show the part that the address names, or all parts side by side; with nothing named, what there is to pick."""
    name, title = visit.path("name"), title_of(visit)
    choices, picked, told = await visit.read(lambda tx: _looked(tx, visit, name))
    await visit.note("looked at parts of figures", f"flow {name}", picked.words if picked else "")
    blocks = () if told is None else tuple(drawn(block, place) for place, block in enumerate(told.blocks))
    return visit.page(
        "figure-parts",
        blocks=blocks,
        name=name,
        title=title,
        beside=[one for one in choices if one.path is None],
        alone=[
            (cut, mine) for cut in dict.fromkeys(one.cut.label for one in choices) if (mine := _parts(choices, cut))
        ],
        picked=picked,
        places="/places" if visit.member.has_one_of(TELLERS) else "",
        exact=f"/figures/{name}/exact" if visit.member.has_one_of(RAW) else "",
    )


def _parts(choices: list[PartChoice], label: str) -> list[PartChoice]:
    return [one for one in choices if one.cut.label == label and one.path is not None]


def _looked(
    tx: Connection, visit: StaffRequest, name: str
) -> tuple[list[PartChoice], PartChoice | None, Document | None]:
    """Return what can be picked, what was, and what it shows. Raises: HTTPException (404), for a part that is not there."""
    versions = versions_of(tx, visit, name)
    replies = tuple(coded_responses(tx, flow=name)) if versions else ()
    asked, today = visit.query.one("see"), visit.desk.now().date()
    if not replies:
        return [], None, None
    told = heard(tx, visit.vault, flow=name)
    source = ReplySource(name, replies, versions, told, invited=invited_to(tx, flow=name))
    choices = _choices(source, cuts(tx, flow=name, versions=versions, today=today))
    picked = next((one for one in choices if one.value == asked), None)
    if asked and picked is None:
        raise HTTPException(404)
    if picked is None:
        return choices, None, None
    found = broken_down(source, picked.cut)
    if picked.path is None:
        return choices, picked, side_by_side(found, picked.cut, f"{today:%Y-%m}")
    return choices, picked, part_alone(found, picked.cut, picked.path)


def _choices(source: ReplySource, known: tuple[Cut, ...]) -> list[PartChoice]:
    found = []
    for place, cut in enumerate(known):
        paths = offered(source, cut)
        if paths:
            found.append(PartChoice(f"{_ALL}|{cut.name}", cut.label, cut))
        alone = paths if place < _ABOUT_FIRST else []
        found += [PartChoice("|".join((_ONLY, cut.name, *path)), cut.words(path), cut, path) for path in alone]
    return found


PAGES: tuple[StaffPage, ...] = (StaffPage("GET", "/figures/{name}/parts", show, READERS),)
