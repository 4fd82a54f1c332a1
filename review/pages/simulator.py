"""A flow played through in the browser with the real engine: what people would see, and why they would be asked."""

from functools import partial

from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.conversation.messages import Prompt
from feedback.flows.model import Flow
from feedback.types.registry import type_of
from review.flows.simulator import MOST_TURNS, RehearsalTurn, dump, load, places, play, tidings
from review.http.request import StaffRequest
from review.http.roles import ADMINS, TELLERS, StaffPage
from review.lists.draft_flows import flow_of_draft, note_rehearsed
from review.pages.flows import file_of, newest

_SOURCES = ("draft", "file")
"""What is rehearsed, where it is not what is in use."""
_LONGEST = 4000
"""Characters: about as much as one message of Telegram holds (4,096). All turns travel with the form each time."""


async def begin(visit: StaffRequest) -> Response:
    """Begin a rehearsal."""
    return await _page(visit, ())


async def go_on(visit: StaffRequest) -> Response:
    """Take one more turn, or the last one back. Nothing is stored: the page carries all that was said."""
    form = visit.form
    turns = load(form.text("turns"))
    if form.one("do") == "back":
        return await _page(visit, turns[:-1])
    turn = RehearsalTurn(form.one("about"), form.many("choice"), form.text("text")[:_LONGEST], form.one("command"))
    if turn.is_empty and not form.one("tells"):
        return await _page(visit, turns, "Pick or write something first, or press Skip.")
    if len(turns) >= MOST_TURNS:
        return await _page(visit, turns, "This rehearsal is long enough. Begin again.")
    return await _page(visit, (*turns, turn))


async def _page(visit: StaffRequest, turns: tuple[RehearsalTurn, ...], problem: str = "") -> Response:
    source = next((one for one in _SOURCES if visit.form.one(one) or visit.query.one(one)), "")
    flow = await _flow(visit, source)
    now = visit.desk.now()
    shown = await visit.read(lambda _: play(flow, turns, now))
    if source == "draft" and shown.talk.stage == "finished":
        await note_rehearsed(visit, flow.name)
    return visit.page(
        "rehearsal",
        400 if problem else 200,
        flow=flow,
        source=source,
        shown=shown,
        places=places(flow, shown.talk),
        happened=tidings(flow, shown.happened),
        turns=dump(turns),
        count=len(turns),
        kind=type_of(shown.prompt),
        steps=_steps(shown.prompt),
        problem=problem,
    )


def _steps(prompt: Prompt) -> tuple[str, ...]:
    """Return the whole numbers of a scale, each with the words of its end; none for what is no scale."""
    if type_of(prompt).field != "points" or prompt.choices:
        return ()
    low, high = prompt.range or (1, 5)
    return tuple(str(number) for number in range(int(low), int(high) + 1))


async def _flow(visit: StaffRequest, source: str) -> Flow:
    """Return the flow of the address, as it is in use, or as its file or draft is now. Raises: HTTPException (404)."""
    name = visit.path("name")
    if source == "draft":
        flow = await flow_of_draft(visit, name)
    elif source == "file":
        found = await visit.read(partial(file_of, visit, name))
        flow = found.flow if found else None
    else:
        flow = await visit.read(partial(newest, visit=visit, name=name))
    if flow is None:
        raise HTTPException(404)
    return flow


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/rehearsal/{name}", begin, ADMINS | TELLERS),
    StaffPage("POST", "/rehearsal/{name}", go_on, ADMINS | TELLERS, writes=False),
)
