"""A random sample of the replies of one flow, drawn here: whose words staff sort first, and how far that is."""

from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from report.build.themes import limit_for, writers
from report.counting.sorted_words import Sample, Sorting
from report.counting.tally import rolled
from review.http.request import BASE, StaffRequest
from review.http.roles import CODERS, StaffPage
from review.pages.figures import title_of, versions_of
from review.text.report_inputs import heard
from storage.conversations.coded_rows import coded_responses
from storage.review.work import samples
from storage.review.work.samples import DrawnSample

_FEWEST = 10
"""Replies of a sample, at least: fewer say nothing of all."""
_MOST_LEFT = 50
"""Links to what is left to sort, on one page. A guess: an hour of reading."""


@dataclass(frozen=True)
class _Progress:
    """The replies with words, those drawn, and of these the ones that are not sorted; the sample, where there is one."""

    wrote: tuple[str, ...]
    drawn: tuple[str, ...]
    left: tuple[str, ...]
    kept: DrawnSample | None


async def show(visit: StaffRequest) -> Response:
    """Show how many wrote, how many are drawn, and what is left to sort."""
    return await _page(visit)


async def draw(visit: StaffRequest) -> Response:
    """Draw a sample, or make it wider. It is never drawn anew: whoever could draw until they like it has no random sample."""
    name, asked = visit.path("name"), visit.form.one("size")
    size = int(asked[:9]) if asked.isascii() and asked.isdecimal() else 0
    if size < _FEWEST:
        return await _page(visit, f"Write how many replies to draw: {_FEWEST} or more.")
    found = await visit.read(lambda tx: _progress(tx, visit, name))
    if not found.wrote:
        return await _page(visit, "Nobody has written anything yet that could be drawn.")
    begun = found.kept or DrawnSample.begun()
    wider = DrawnSample(begun.seed, limit_for(begun.seed, found.wrote, size))
    if found.kept is not None and wider.limit <= found.kept.limit:
        return await _page(visit, "A sample can only be made wider. Write a larger number.")

    def job(tx: Connection) -> None:
        samples.keep(tx, flow=name, sample=wider, by=visit.member.id, now=visit.desk.now())
        visit.audit(tx, f"drew a sample of {size} replies to sort", f"flow {name}")

    await visit.write(job, f"/figures/{name}/sample")
    return RedirectResponse(f"{BASE}/figures/{name}/sample", 303)


def _progress(tx: Connection, visit: StaffRequest, name: str) -> _Progress:
    found, versions, kept = (
        heard(tx, visit.vault, flow=name),
        versions_of(tx, visit, name),
        samples.of_flow(tx, flow=name),
    )
    private = frozenset(one.id for flow in versions.values() for one in flow.questions if one.private)
    sorting = Sorting(rolled(found.coded, found.parents), found.partly, private)
    told = tuple(writers(coded_responses(tx, flow=name), versions, sorting))
    sample = None if kept is None else Sample(kept.seed, kept.limit)
    drawn = [(one, is_left) for one, is_left in told if sample is not None and sample.holds(one)]
    wrote = tuple(one for one, _ in told)
    return _Progress(wrote, tuple(one for one, _ in drawn), tuple(one for one, is_left in drawn if is_left), kept)


async def _page(visit: StaffRequest, problem: str = "") -> Response:
    name, title = visit.path("name"), title_of(visit)
    found = await visit.read(lambda tx: _progress(tx, visit, name))
    return visit.page(
        "report-sample",
        400 if problem else 200,
        name=name,
        title=title,
        wrote=len(found.wrote),
        drawn=len(found.drawn),
        is_drawn=found.kept is not None,
        left=len(found.left),
        links=found.left[:_MOST_LEFT],
        size=visit.form.one("size"),
        problem=problem,
    )


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/figures/{name}/sample", show, CODERS),
    StaffPage("POST", "/figures/{name}/sample", draw, CODERS),
)
