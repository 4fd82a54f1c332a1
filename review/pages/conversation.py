"""The reading page: a conversation as it happened, who has it, how far it is, and what staff said to each other."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.errors import PartMissing
from feedback.flows.model import Flow, about_person
from review.http.request import StaffRequest
from review.http.roles import CODERS, RAW, READERS, StaffPage
from review.http.undo import Way, back, carry_out, case_of, early_of, just_done
from review.lists.beside import list_beside
from review.lists.dealt import what_was_done
from review.lists.list_query import asked_for, came_from
from review.lists.search import listed
from review.lists.snapshots import case_of_form, of_case, of_words
from review.lists.visibility import VisibleText, given_to, part, seen_by
from review.text import labels
from review.text.tokens import sentences_of
from storage.accounts import members
from storage.audit import audit_log, undo
from storage.audit.audit_log import AuditEntry
from storage.messages import incoming_mail
from storage.review import case_list, codings, replies, requests, texts, themes
from storage.review.case_list import Case
from storage.review.texts import CodedAnswer, FreeText
from storage.review.work import dealing, drafts, notes

if TYPE_CHECKING:
    from review.text.theme_model import Suggestion

_LOOKING = timedelta(minutes=10)
"""A guess at how long somebody reads and writes an answer. Longer would name people who have long gone on."""
LONGEST_NOTE = 5000
"""Characters: two pages. A guess, longer than any note that colleagues read."""
_READ = "read"


@dataclass(frozen=True)
class TranscriptTurn:
    """One turn: what was asked, what was picked, and what was said in words (if anything).

    `is_kept`: it says who the person is, and whoever asks does not see every word. `is_from_story`: it was read in a
    story that the person told in one go, and they said that it is right.
    """

    asked: str
    given: str
    at: datetime
    seen: VisibleText | None = None
    is_kept: bool = False
    is_from_story: bool = False

    @property
    def is_picked(self) -> bool:
        """Whether nothing was said in words, or nobody may see them here."""
        return self.seen is None or self.is_kept


async def show(visit: StaffRequest) -> Response:
    """Show one conversation, and write down that it was read. What was said before a yes has a page of its own."""
    if early := await early_of(visit, visit.path("id")):
        return visit.go(f"/care/{early.conversation_id}")
    return await page(visit, await case_of(visit, visit.path("id")))


async def page(visit: StaffRequest, case: Case, problem: str = "", ref: str = "", place: str = "to") -> Response:
    """Return the page of a conversation; `problem` is what is wrong with the theme given to the text `ref`, or at `place`."""
    role = visit.member.role

    def look(tx: Connection) -> dict[str, object]:
        found = texts.of_conversations(tx, visit.vault, ids=[case.conversation_id]).get(case.conversation_id, ())
        coded = codings.of_texts(tx, visit.vault, refs=[text.ref for text in found])
        seen = {text.ref: seen_by(role, text, coded.get(text.ref, ())) for text in found}
        flow = visit.desk.pinned(tx, case.version_id)
        given = texts.picked(tx, visit.vault, conversation_id=case.conversation_id)
        is_raw = role in RAW
        return {
            "lines": _lines(flow, given, found, seen, frozenset() if is_raw else about_person(flow)),
            "flow": flow,
            "seen_words": {text.ref: of_words(role, text).stamp(visit.vault) for text in found},
            "themes": themes.in_use(tx),
            "leave": replies.leave(tx, case=case),
            "notes": notes.of_conversation(tx, visit.vault, case=case) if is_raw else (),
            "replies": replies.of_conversation(tx, visit.vault, case=case) if is_raw else (),
            "begun": drafts.of_conversation(tx, visit.vault, **_named(case)) if is_raw else (),
            "dealt": dealing.dealt_with(tx, conversation_id=case.conversation_id) if is_raw else (),
            "requests": requests.of_conversation(tx, conversation_id=case.conversation_id) if is_raw else (),
            "mails": incoming_mail.listed(tx, conversation_id=case.conversation_id) if is_raw else (),
            "acts": undo.latest(tx, conversation_id=case.conversation_id) if is_raw else (),
            "looks": audit_log.of_target(tx, target=f"conversation {case.conversation_id}"),
            "team": members.members(tx),
        }

    shown = await visit.read(look)
    lines = shown["lines"]
    suggested, unsuggested = await _suggested(visit, lines if isinstance(lines, tuple) else ())
    looks = shown.pop("looks")
    await visit.note(_READ, f"conversation {case.conversation_id}")
    return visit.page(
        "conversation",
        400 if problem else 200,
        case=case,
        problem=problem,
        problem_ref=ref,
        no_theme=(codings.NO_THEME, codings.NO_THEME_NAME),
        problem_place=f"theme-{ref}" if ref else place,
        readers=_readers(looks if isinstance(looks, tuple) else ()),
        others=_others(visit, looks if isinstance(looks, tuple) else ()),
        can_read_raw=role in RAW,
        can_code=role in CODERS,
        suggested=suggested,
        unsuggested=unsuggested,
        done=await just_done(visit),
        came=came_from(visit),
        following=await _following(visit, case),
        beside=await list_beside(visit),
        wording=labels,
        titles=dict(visit.desk.titles),
        sentences_of=sentences_of,
        part=part,
        seen=of_case(case).stamp(visit.vault),
        **shown,
    )


async def set_state(visit: StaffRequest) -> Response:
    """Say how far a conversation is."""
    case = await case_of(visit, visit.path("id"))
    state = visit.form.one("state")
    if state not in labels.STATES:
        raise HTTPException(400)
    return await _put(visit, case, f"marked it as {state}", state=state)


async def give(visit: StaffRequest) -> Response:
    """Give a conversation to somebody, or to nobody."""
    case = await case_of(visit, visit.path("id"))
    to = visit.form.one("to")
    team = {one.id: one for one in await visit.read(members.members) if one.disabled_at is None}
    if not to:
        return await _put(visit, case, "gave it to nobody", assigned_to=None)
    if to not in team:
        raise HTTPException(400)
    if not await visit.read(lambda tx: given_to(tx, team[to], (case.conversation_id,))):
        return await page(visit, case, f"{team[to].name} cannot see all of these words. Check them for names first.")
    return await _put(visit, case, f"gave it to {team[to].name}", assigned_to=to)


async def note(visit: StaffRequest) -> Response:
    """Keep a note for the others."""
    case = await case_of(visit, visit.path("id"))
    words = visit.form.at_most("note", LONGEST_NOTE)
    if not words:
        return back(_path(case), kept=came_from(visit))
    now = visit.desk.now()

    def work(tx: Connection, doing: undo.Act) -> None:
        notes.add(tx, visit.vault, doing, case=case, words=words, now=now)

    way = Way(_path(case), "notes", came_from(visit))
    return await carry_out(visit, "wrote a note", work, way, case.conversation_id)


async def deal_with(visit: StaffRequest) -> Response:
    """Say that what was flagged was read, and that whoever asked for a person was seen to."""
    case = await case_of(visit, visit.path("id"))
    did, words, problem = what_was_done(visit)
    if problem:
        return await page(visit, case, problem, place="done")
    now, name = visit.desk.now(), visit.member.name

    def work(tx: Connection, doing: undo.Act) -> None:
        dealing.deal_with(tx, doing, conversation_id=case.conversation_id, by=name, now=now, did=did)
        if words:
            notes.add(tx, visit.vault, doing, case=case, words=words, now=now)

    way = Way(_path(case), kept=came_from(visit))
    return await carry_out(visit, "dealt with what waited", work, way, case.conversation_id)


async def _put(visit: StaffRequest, case: Case, what: str, **values: object) -> Response:
    now = visit.desk.now()

    def work(_: Connection, doing: undo.Act) -> None:
        case_list.put(doing, conversation_ids=(case.conversation_id,), now=now, **values)

    return await carry_out(visit, what, work, Way(_path(case), kept=came_from(visit)), case.conversation_id)


def _named(case: Case) -> dict[str, str]:
    return {"conversation_id": case.conversation_id, "person_id": case.person_id}


def _path(case: Case) -> str:
    return f"/conversations/{case.conversation_id}"


def _lines(
    flow: Flow,
    given: tuple[CodedAnswer, ...],
    found: tuple[FreeText, ...],
    seen: dict[str, VisibleText],
    kept: frozenset[str],
) -> tuple[TranscriptTurn, ...]:
    """Return the turns of a conversation in their order: answers, with their words, and comments.

    Of the questions of `kept` it is told only that they were put.
    """
    in_words = {text.question: text for text in found if text.question}
    lines = []
    for one in given:
        question = flow.question(one.question)
        text = in_words.get(one.question)
        asked = (question.short or question.ask) if question else one.question
        picked = labels.said(flow, one.question, one.state, one.value)
        if one.question in kept:
            lines.append(TranscriptTurn(asked, "", one.at, is_kept=True))
        elif picked or text:
            words = seen[text.ref] if text else None
            lines.append(TranscriptTurn(asked, picked, one.at, words, is_from_story=one.is_from_story))
    lines += [TranscriptTurn("", "", text.at, seen[text.ref]) for text in found if not text.question]
    return tuple(sorted(lines, key=lambda line: line.at))


async def _following(visit: StaffRequest, case: Case) -> str:
    """Return the id of what comes next in the list that somebody came from; empty at its end, and for no list."""
    if not came_from(visit):
        return ""
    desk, is_search = visit.desk, bool(visit.query.one("q"))
    around = await desk.around.current(desk.database, desk.now())
    index = await desk.indexing.current(desk.database, visit.vault) if is_search else None
    asked = asked_for(visit, around, None, index, limit=1)
    behind = replace(asked, after=case.place(asked.wanted))
    found = await visit.read(lambda tx: listed(tx, visit.vault, behind))
    return next((row.case.conversation_id for row in found.rows), "")


async def _suggested(
    visit: StaffRequest, lines: tuple[TranscriptTurn, ...]
) -> "tuple[dict[str, tuple[Suggestion, ...]], str]":
    """Return themes that each text may be about and does not stand under, from the words that this role sees.

    Beside them stands why there are none, where the part of sayso that suggests was left out.
    """
    if not visit.member.has_one_of(CODERS):
        return {}, ""
    try:
        model = await visit.desk.learning.current(visit.desk.database, visit.vault)
    except PartMissing as fault:
        return {}, str(fault)
    found = {}
    for seen in (line.seen for line in lines if line.seen is not None and model is not None):
        given = {coding.theme_id for coding in seen.codings}
        known = model.suggest(seen.plain) if model is not None else ()
        found[seen.text.ref] = tuple(one for one in known if one.theme_id not in given)
    return found, ""


def _readers(looks: tuple[AuditEntry, ...]) -> tuple[AuditEntry, ...]:
    """Return who has read this, each once, with when last."""
    latest: dict[str, AuditEntry] = {}
    for entry in looks:
        if entry.what == _READ:
            latest.setdefault(entry.by, entry)
    return tuple(latest.values())


def _others(visit: StaffRequest, looks: tuple[AuditEntry, ...]) -> tuple[AuditEntry, ...]:
    """Return who else has this open, or had it a moment ago."""
    since = visit.desk.now() - _LOOKING
    return tuple(entry for entry in _readers(looks) if entry.by != visit.member.name and entry.at >= since)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/conversations/{id}", show, READERS),
    StaffPage("POST", "/conversations/{id}/state", set_state, RAW, watch=case_of_form),
    StaffPage("POST", "/conversations/{id}/give", give, RAW, watch=case_of_form),
    StaffPage("POST", "/conversations/{id}/note", note, RAW),
    StaffPage("POST", "/conversations/{id}/deal-with", deal_with, RAW, watch=case_of_form),
)
