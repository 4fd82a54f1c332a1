"""Views of the inbox that staff keep, each for themselves or for the whole team."""

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import READERS, StaffPage
from review.http.undo import Way, carry_out
from review.lists.list_query import FILTERS
from storage.audit import undo
from storage.review import saved_views
from storage.review.saved_views import NewView

_LONGEST = 60
"""Characters of a name that stays on one line of the menu."""


async def keep(visit: StaffRequest) -> Response:
    """Keep what the inbox shows under a name. Raises: HTTPException (400), for no name or a long one."""
    form, now = visit.form, visit.desk.now()
    name = form.one("name")
    if not name or len(name) > _LONGEST:
        raise HTTPException(400)
    kept = {one: form.one(one) for one in FILTERS if form.one(one)}
    new = NewView(name, bool(form.one("shared")), kept, form.one("q"))

    def work(tx: Connection, doing: undo.Act) -> None:
        saved_views.keep(tx, visit.vault, doing, new=new, now=now)

    shown = {**kept, "q": "" if new.is_shared else new.words}
    return await carry_out(visit, "kept a view", work, Way("/inbox", kept=shown))


async def remove(visit: StaffRequest) -> Response:
    """Take away a view of one's own. Raises: HTTPException (404), for one that is not there, or not theirs."""
    view_id = visit.path("id")

    def work(tx: Connection, doing: undo.Act) -> None:
        if not saved_views.remove(tx, doing, view_id=view_id):
            raise HTTPException(404)

    return await carry_out(visit, "took a view away", work, Way("/inbox"))


PAGES: tuple[StaffPage, ...] = (
    StaffPage("POST", "/views", keep, READERS),
    StaffPage("POST", "/views/{id}/remove", remove, READERS),
)
