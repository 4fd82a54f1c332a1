"""Work through what is ready, one text at a time: what to hide, themes, and on to the next with one press."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.errors import PartMissing
from review.http.request import ProofWanted, StaffRequest
from review.http.roles import CODERS, RAW, StaffPage
from review.http.templates import address
from review.http.undo import Way, carry_out, case_of, just_done
from review.lists.visibility import VisibleText, seen_by
from review.lists.work_place import QUEUES, WorkPlace, of_work, place_in_work, queues_of, ref_in, work_of_form
from review.pages.redaction import apart, is_about_person, proposed_in, shows_more, text_of, value_of
from review.text import labels
from review.text.pii import KINDS, spans_of
from review.text.tokens import chosen, sentences_of, words_of
from storage.audit import undo
from storage.review import case_list, codings, texts, themes
from storage.review.codings import NO_THEME, NO_THEME_NAME, WHOLE, Coding, NewCoding
from storage.review.texts import CheckState, FreeText, TextSpan
from storage.review.themes import Theme, ThemeFault, Wording
from storage.review.work import settling
from storage.review.work.queue import COUNTED_MOST, QueuePlace, ReadyText, open_elsewhere, ready

THEME_KEYS = "123456789abcdefgijlpqrtvwxy"
"""The keys of themes in the order of the codebook, so that a theme keeps its key from text to text. The other letters
and 0 are those of `COMMANDS`; themes beyond are ticked."""
COMMANDS: Mapping[str, str] = {
    "s": "Save and next. Enter does the same",
    "0": NO_THEME_NAME,
    "k": "Keep all of it back, and next",
    "h": "Hide the words that are marked with the mouse",
    "m": "Write why",
    "n": "Leave it for now, and next",
    "o": "Open the conversation",
    "u": "Undo what was saved last",
    "?": "Show this list",
}
"""What each key does, beside those of themes."""


@dataclass(frozen=True)
class ThemeKey:
    """A theme as it can be picked: its key, whether it is ticked, and why the program thinks that it may fit."""

    theme: Theme
    key: str
    is_ticked: bool
    because: tuple[str, ...] = ()
    is_suggested: bool = False


@dataclass(frozen=True)
class WorkPicks:
    """What somebody picked for a text. `state` is None where they do not check it."""

    state: CheckState | None
    hidden: tuple[TextSpan, ...]
    theme_ids: tuple[str, ...]
    new: str
    coding: tuple[TextSpan, ...]
    memo: str

    @property
    def what(self) -> str:
        """What is done, in a few words for the audit and for the note that offers to undo it."""
        checked = {"checked": "checked", "kept back": "kept back", None: ""}[self.state]
        coded = "coded" if self.theme_ids or self.new else ""
        return f"{' and '.join(filter(None, (checked, coded)))} a text"


async def show(visit: StaffRequest) -> Response:
    """Show the next text that is ready; where none is left behind this place, the queue begins anew."""
    place = place_in_work(visit)

    def look(tx: Connection) -> tuple[FreeText | None, int]:
        found = _next(tx, visit, place)
        is_end = found[0] is None and place.after != QueuePlace()
        return _next(tx, visit, WorkPlace(place.queue, place.is_newest_first)) if is_end else found

    text, left = await visit.read(look)
    if text is not None:
        return await _page(visit, place, text, left=left)
    queues, done = [(name, QUEUES[name]) for name in queues_of(visit.member.role)], await just_done(visit)
    return visit.page("work-done", spot=place, queues=queues, done=done, was=ref_in(visit.query.one("was")))


async def show_one(visit: StaffRequest) -> Response:
    """Show one text again, in whichever queue it was."""
    return await _page(visit, place_in_work(visit), await text_of(visit))


async def save(visit: StaffRequest) -> Response:
    """Keep what was picked for a text, in one act, and go on to the next."""
    place, ref = place_in_work(visit), ref_in(visit.path("ref"))
    text = await visit.read(lambda tx: texts.with_ref(tx, visit.vault, ref=ref)) if ref else None
    if text is None:
        return visit.go(f"/work-through{_address(place, gone='yes')}")
    if not seen_by(visit.member.role, text).is_open:
        raise HTTPException(404)
    picks = await _picks(visit, place, text)
    problem = _problem(place, picks)
    if problem:
        return await _page(visit, place, text, problem)
    _ask_for_proof(visit, text, picks)
    now = visit.desk.now()

    def work(tx: Connection, doing: undo.Act) -> None:
        if picks.state is not None:
            texts.check(doing, text=text, state=picks.state, hidden=picks.hidden, now=now)
            case_list.move_on(tx, doing, conversation_id=text.conversation_id, to="read", now=now)
        if picks.theme_ids or picks.new:
            _code(tx, doing, visit, place, text, picks)
            case_list.move_on(tx, doing, conversation_id=text.conversation_id, to="coded", now=now)

    way = Way("/work-through", kept={**place.past(ref).fields, "was": ref})
    try:
        return await carry_out(visit, picks.what, work, way, text.conversation_id)
    except ThemeFault as fault:
        return await _page(visit, place, text, str(fault))


def _ask_for_proof(visit: StaffRequest, text: FreeText, picks: WorkPicks) -> None:
    """Let nobody show what was hidden without a fresh proof of who they are. Raises: ProofWanted."""
    is_proved = visit.session is not None and visit.session.is_proved(visit.desk.now())
    if picks.state is not None and shows_more(text, picks.state, picks.hidden) and not is_proved:
        raise ProofWanted


def _code(
    tx: Connection, doing: undo.Act, visit: StaffRequest, place: WorkPlace, text: FreeText, picks: WorkPicks
) -> None:
    """Put a text under what was picked; where coders differed, this settles it."""
    now, wanted = visit.desk.now(), {*picks.theme_ids}
    if picks.new:
        known = {theme.name.casefold(): theme.id for theme in themes.in_use(tx)}
        made = known.get(picks.new.casefold()) or themes.add(tx, doing, wording=Wording(picks.new), now=now)
        wanted.add(made)
    if place.queue == "differ":
        settling.settle(tx, doing, text=text, theme_ids=wanted, now=now)
    for span in picks.coding:
        codings.put_under(tx, visit.vault, doing, text=text, theme_ids=wanted, coding=NewCoding(span, now, picks.memo))


def _next(tx: Connection, visit: StaffRequest, place: WorkPlace) -> tuple[FreeText | None, int]:
    """Return the next text that this role can see, and how many are left with it; nobody gets what another has open."""
    waiting = ready(tx, queue=place.queue, after=place.after, is_newest_first=place.is_newest_first)
    elsewhere = open_elsewhere(tx, by=visit.member.name, now=visit.desk.now())
    free = [one for one in waiting if one.conversation_id not in elsewhere]
    return _first_open(tx, visit, free) or _first_open(tx, visit, waiting), len(waiting)


def _first_open(tx: Connection, visit: StaffRequest, waiting: Sequence[ReadyText]) -> FreeText | None:
    found = (texts.with_ref(tx, visit.vault, ref=one.ref) for one in waiting)
    return next((text for text in found if text and seen_by(visit.member.role, text).is_open), None)


async def _picks(visit: StaffRequest, place: WorkPlace, text: FreeText) -> WorkPicks:
    """Return what the form says. Raises: HTTPException (400), for parts that the text does not have."""
    form, seen = visit.form, seen_by(visit.member.role, text)
    known = {theme.id for theme in await visit.read(themes.in_use)} | {NO_THEME}
    try:
        spans = chosen(seen.words, form.many("part"), ("", "")) or (WHOLE,)
    except ValueError as fault:
        raise HTTPException(400) from fault
    state: CheckState | None = None
    hidden: tuple[TextSpan, ...] = ()
    if visit.member.has_one_of(RAW) and place.queue == "check":
        is_kept = form.one("do") == "keep" or await is_about_person(visit, text)
        state, hidden = "kept back" if is_kept else "checked", await _hidden(visit, text)
    theme_ids = tuple(one for one in form.many("theme") if one in known)
    return WorkPicks(state, hidden, theme_ids, form.one("new"), spans, form.one("memo"))


async def _hidden(visit: StaffRequest, text: FreeText) -> tuple[TextSpan, ...]:
    form = visit.form
    ticked = {span for span in await proposed_in(visit, text) if value_of(span) in form.many("hide")}
    kind = form.one("kind") if form.one("kind") in KINDS else "other"
    return apart({*ticked, *spans_of(text.words, form.text("more").split("\n"), kind)})


def _problem(place: WorkPlace, picks: WorkPicks) -> str:
    """Return what is wrong with what was picked, or nothing."""
    if NO_THEME in picks.theme_ids and (len(picks.theme_ids) > 1 or picks.new):
        return f"Choose themes, or '{NO_THEME_NAME}', not both."
    if place.queue != "check" and not picks.theme_ids and not picks.new:
        return f"Choose a theme, or '{NO_THEME_NAME}'."
    return ""


async def _page(
    visit: StaffRequest, place: WorkPlace, text: FreeText, problem: str = "", *, left: int | None = None
) -> Response:
    role, case = visit.member.role, await case_of(visit, text.conversation_id)
    given = (await visit.read(lambda tx: codings.of_texts(tx, visit.vault, refs=[text.ref]))).get(text.ref, ())
    seen = seen_by(role, text, given)
    if not seen.is_open:
        raise HTTPException(404)
    options = await _options(visit, place, text)
    flow = await visit.read(lambda tx: visit.desk.pinned(tx, case.version_id))
    question = flow.question(text.question)
    await visit.note("read", f"conversation {text.conversation_id}")
    shown = words_of(text.words, (), [span for span, _ in options]) if options else seen.words
    mine = {one.theme_id for one in given if one.by == visit.member.id and one.span == WHOLE}
    ticked = set(visit.form.many("theme")) if visit.form.all else mine
    return visit.page(
        "work",
        400 if problem else 200,
        spot=place,
        queues=[(name, QUEUES[name]) for name in queues_of(role)],
        text=text,
        case=case,
        asked=(question.short or question.ask) if question else "Said besides",
        flow=flow,
        seen=VisibleText(text, seen.is_raw, shown, given),
        sentences=sentences_of(seen.words),
        options=[(value_of(span), text.words[span.start : span.stop], span.kind, is_on) for span, is_on in options],
        kinds=[(kind, kind) for kind in KINDS],
        is_kept=place.queue == "check" and await is_about_person(visit, text),
        keys=await _keys(visit, seen, ticked),
        none_ticked=NO_THEME in ticked,
        given=_by_coder(given) if place.queue == "differ" else {},
        stamp=of_work(visit, place, text, given).stamp(visit.vault),
        skip=_address(place.past(text.ref)),
        here=_address(place),
        left="" if left is None else f"over {COUNTED_MOST}" if left > COUNTED_MOST else str(left),
        is_gone=bool(visit.query.one("gone")),
        was=ref_in(visit.query.one("was")),
        done=await just_done(visit),
        problem=problem,
        commands=COMMANDS,
        no_theme=(NO_THEME, NO_THEME_NAME),
        wording=labels,
    )


async def _options(visit: StaffRequest, place: WorkPlace, text: FreeText) -> list[tuple[TextSpan, bool]]:
    """Return what may have to be hidden, each with whether it is ticked; nothing where nobody checks."""
    if place.queue != "check" or not visit.member.has_one_of(RAW):
        return []
    picked = set(text.check.hidden) if text.check else None
    named = visit.form.many("hide") if visit.form.all else None
    proposed = await proposed_in(visit, text)
    return [
        (span, value_of(span) in named if named is not None else picked is None or span in picked) for span in proposed
    ]


async def _keys(visit: StaffRequest, seen: VisibleText, ticked: set[str]) -> list[ThemeKey]:
    """Return every theme with its key, in the order of the codebook, and which of them the program suggests."""
    known = await visit.read(themes.in_use)
    try:
        model = await visit.desk.learning.current(visit.desk.database, visit.vault)
    except PartMissing:
        model = None
    fitting = {one.theme_id: tuple(one.because) for one in model.suggest(seen.plain)} if model is not None else {}
    keys = THEME_KEYS.ljust(len(known))
    return [
        ThemeKey(theme, keys[place].strip(), theme.id in ticked, fitting.get(theme.id, ()), theme.id in fitting)
        for place, theme in enumerate(known)
    ]


def _by_coder(given: Sequence[Coding]) -> dict[str, str]:
    """Return the names of the themes that each coder gave."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in given:
        found[one.coder].append(one.theme)
    return {coder: ", ".join(dict.fromkeys(names)) for coder, names in sorted(found.items())}


def _address(place: WorkPlace, **more: str) -> str:
    return address(**place.fields, **more)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/work-through", show, CODERS),
    StaffPage("GET", "/work-through/{ref}", show_one, CODERS),
    StaffPage("POST", "/work-through/{ref}", save, CODERS, watch=work_of_form),
)
