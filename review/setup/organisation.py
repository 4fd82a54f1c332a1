"""The name of the organisation, who signs what people get, and the address under which people find sayso."""

from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.setup.kept import keep, settings_watched, shown, stamp_of, stored

_LONGEST = 120
"""Characters of a name that stays on two lines of a phone."""
_NAMES = ("organisation", "signed_by", "reach_us", "public_url")


async def show(visit: StaffRequest) -> Response:
    """Show each, and where it comes from."""
    return await _page(visit, ())


async def save(visit: StaffRequest) -> Response:
    """Store them."""
    before = await stored(visit)
    new = {name: visit.form.one(name) for name in _NAMES}
    problems = visit.desk.house.faults({**before, **{name: value for name, value in new.items() if value}})
    if len(new["organisation"]) > _LONGEST:
        problems += (f"Give a name of {_LONGEST} letters at most.",)
    if problems:
        return await _page(visit, problems)
    return await keep(visit, new, "changed the organisation", "/settings/organisation")


async def _page(visit: StaffRequest, problems: tuple[str, ...]) -> Response:
    known, mark = await shown(visit), await stamp_of(visit, settings_watched)
    typed = {name: visit.form.one(name) if visit.form.all else known[name].value for name in _NAMES}
    status = 400 if problems else 200
    return visit.page("set-organisation", status, known=known, typed=typed, seen=mark, problems=problems)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/settings/organisation", show, ADMINS),
    StaffPage("POST", "/settings/organisation", save, ADMINS, watch=settings_watched),
)
