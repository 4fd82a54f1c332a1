"""Checking one text for what could show who somebody is: rules propose, a person confirms."""

from bisect import bisect

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.flows.model import about_person
from review.http.request import ProofWanted, StaffRequest
from review.http.roles import RAW, StaffPage
from review.http.undo import Way, carry_out, case_of
from review.lists.list_query import came_from
from review.lists.snapshots import of_text, text_of_form
from review.text.pii import KINDS, propose, spans_of
from storage.accounts import members
from storage.audit import undo
from storage.review import case_list, texts
from storage.review.texts import RULES, CheckState, FreeText, TextSpan


async def text_of(visit: StaffRequest) -> FreeText:
    """Return the text that the address names. Raises: HTTPException (404), where there is none."""
    text = await visit.read(lambda tx: texts.with_ref(tx, visit.vault, ref=visit.path("ref")))
    if text is None:
        raise HTTPException(404)
    return text


async def show(visit: StaffRequest) -> Response:
    """Show a text with what may have to be hidden."""
    text = await text_of(visit)
    await visit.note("read", f"conversation {text.conversation_id}")
    return await _page(visit, text)


async def check(visit: StaffRequest) -> Response:
    """Note what must not be seen, and whether somebody could be recognised all the same.

    Words that say who somebody is are kept back in any case, so that no list, search or export shows them.
    """
    text, form = await text_of(visit), visit.form
    is_known = form.one("recognised")
    if is_known not in ("no", "yes"):
        return await _page(visit, text, "Say whether somebody could be recognised.")
    ticked = {span for span in await proposed_in(visit, text) if value_of(span) in form.many("hide")}
    kind = form.one("kind") if form.one("kind") in KINDS else "other"
    more = spans_of(text.words, form.text("more").split("\n"), kind)
    state: CheckState = "checked" if is_known == "no" and not await is_about_person(visit, text) else "kept back"
    now, hidden = visit.desk.now(), apart({*ticked, *more})
    if shows_more(text, state, hidden) and (visit.session is None or not visit.session.is_proved(now)):
        raise ProofWanted

    def work(tx: Connection, doing: undo.Act) -> None:
        texts.check(doing, text=text, state=state, hidden=hidden, now=now)
        case_list.move_on(tx, doing, conversation_id=text.conversation_id, to="read", now=now)

    what = "checked a text" if state == "checked" else "kept a text back"
    way = Way(f"/conversations/{text.conversation_id}", text.ref, came_from(visit))
    return await carry_out(visit, what, work, way, text.conversation_id)


def shows_more(text: FreeText, state: CheckState, hidden: tuple[TextSpan, ...]) -> bool:
    """Return whether something that was hidden, or kept back, would be seen now: that asks again who one is."""
    if text.check is None or state == "kept back":
        return False
    covered = {place for span in hidden for place in range(span.start, span.stop)}
    before = {place for span in text.check.hidden for place in range(span.start, span.stop)}
    return text.check.state == "kept back" or not before <= covered


async def _page(visit: StaffRequest, text: FreeText, problem: str = "") -> Response:
    proposed = await proposed_in(visit, text)
    is_older = text.check is not None and text.check.rules < RULES
    picked = set(proposed) if is_older or text.check is None else set(text.check.hidden)
    options = [(value_of(span), text.words[span.start : span.stop], span.kind, span in picked) for span in proposed]
    status, kinds = 400 if problem else 200, [(kind, kind) for kind in KINDS]
    is_kept = await is_about_person(visit, text)
    return visit.page(
        "check",
        status,
        text=text,
        options=options,
        kinds=kinds,
        problem=problem,
        is_kept=is_kept,
        is_older=is_older,
        came=came_from(visit),
        seen=of_text(text).stamp(visit.vault),
        typed=visit.form,
    )


async def is_about_person(visit: StaffRequest, text: FreeText) -> bool:
    """Return whether a text answers a question about who somebody is."""
    case = await case_of(visit, text.conversation_id)
    return text.question in about_person(await visit.read(lambda tx: visit.desk.pinned(tx, case.version_id)))


async def proposed_in(visit: StaffRequest, text: FreeText) -> tuple[TextSpan, ...]:
    """Return what may have to be hidden: what was hidden before, what rules find, and the names of staff."""
    team = await visit.read(members.members)
    before = text.check.hidden if text.check else ()
    return apart({*before, *propose(text.words, [member.name for member in team])}, before)


def apart(spans: set[TextSpan], first: tuple[TextSpan, ...] = ()) -> tuple[TextSpan, ...]:
    """Return spans of which none overlaps another: those that stood before win, then the longer ones."""
    kept: list[TextSpan] = []
    before = frozenset(first)
    for span in sorted(spans, key=lambda one: (one not in before, one.start - one.stop)):
        place = bisect(kept, span)
        beside = kept[max(place - 1, 0) : place + 1]
        if all(span.stop <= other.start or other.stop <= span.start for other in beside):
            kept.insert(place, span)
    return tuple(kept)


def value_of(span: TextSpan) -> str:
    """Return what stands for a span in a form."""
    return f"{span.start}-{span.stop}-{span.kind}"


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/texts/{ref}/check", show, RAW),
    StaffPage("POST", "/texts/{ref}/check", check, RAW, watch=text_of_form),
)
