"""After a sign-in in the middle of a form: what was typed, to be sent now."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import FormFields, StaffRequest
from review.http.roles import StaffPage
from review.http.typed_words import sent_form
from storage.accounts import kept_forms


async def show(visit: StaffRequest) -> Response:
    """Show a form as it was typed. Raises: HTTPException (404), where there is none of theirs (any more)."""
    token, staff_id, now = visit.path("token"), visit.member.id, visit.desk.now()
    kept = await visit.read(lambda tx: kept_forms.find(tx, visit.vault, token=token, staff_id=staff_id, now=now))
    if kept is None:
        raise HTTPException(404)
    form = FormFields(_together(kept.fields))
    return visit.page("kept-form", kept=kept, form=form, sent=sent_form(form))


def _together(pairs: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        found[name] = (*found.get(name, ()), value)
    return found


PAGES: tuple[StaffPage, ...] = (StaffPage("GET", "/kept/{token}", show),)
