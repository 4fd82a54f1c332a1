"""You said, we did: what came of what people said, and telling those who asked to be told."""

from datetime import date
from typing import get_args

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import RAW, READERS, TELLERS, StaffPage
from review.http.undo import Way, carry_out, just_done
from review.lists.list_query import number_of
from review.lists.snapshots import of_outcome, outcome_of_form
from review.pages.figures import versions_of
from review.text import labels
from review.text.outcome_letter import letter
from review.text.signing import signed
from storage.accounts import members
from storage.audit.undo import Act
from storage.review import outcomes, replies, themes
from storage.review.case_list import Case
from storage.review.outcomes import Kind, OutcomeDraft, OutcomeEntry

_LONGEST = 3000
"""Characters: most of one chat message (Telegram takes 4,096), with room for the words around it."""
_LONGEST_TEXT = 1000
"""Characters of what was said and of what was done: both stand in the message to people, with room around them."""
_MOST_SHOWN = 50
"""Entries on one page. A guess: what a team does in a year or two."""
_MISSING = f"Write what people said, and what came of it, in {_LONGEST_TEXT:,} characters each at most."


async def show_all(visit: StaffRequest) -> Response:
    """Show every entry, and a form for a new one."""
    return await _list(visit)


async def add(visit: StaffRequest) -> Response:
    """Keep a new entry."""
    draft = await _draft(visit)
    if draft is None:
        return await _list(visit, _MISSING)
    now = visit.desk.now()

    def work(_: Connection, doing: Act) -> None:
        outcomes.add(doing, draft=draft, now=now)

    return await carry_out(visit, "wrote what we did", work, Way("/outcomes"))


async def show(visit: StaffRequest) -> Response:
    """Show one entry, and who would be told of it."""
    return await _page(visit, await _known(visit))


async def change(visit: StaffRequest) -> Response:
    """Change an entry."""
    outcome, draft = await _known(visit), await _draft(visit)
    if draft is None:
        return await _page(visit, outcome, _MISSING)

    def work(_: Connection, doing: Act) -> None:
        outcomes.change(doing, outcome_id=outcome.id, draft=draft)

    return await carry_out(visit, "changed what we did", work, Way(f"/outcomes/{outcome.id}"))


async def tell(visit: StaffRequest) -> Response:
    """Write to everybody who asked to be told and spoke of this theme."""
    outcome, words = await _known(visit), visit.form.one("words")
    if not words or len(words) > _LONGEST:
        return await _page(visit, outcome, f"Write what they will read, in {_LONGEST} characters at most.")
    new = replies.NewReply(signed(words, visit.desk.signature), visit.member.id, visit.desk.now(), outcome.id)

    def job(tx: Connection) -> None:
        sent = outcomes.tell(tx, visit.vault, outcome=outcome, new=new)
        visit.audit(tx, f"told {len(sent)} people what was done", f"outcome {outcome.id}")

    await visit.write(job, f"/outcomes/{outcome.id}")
    return visit.go(f"/outcomes/{outcome.id}")


async def take_back(visit: StaffRequest) -> Response:
    """Take back every message about an entry that has not gone out."""
    outcome, now = await _known(visit), visit.desk.now()

    def job(tx: Connection) -> int:
        count = outcomes.take_back_all(tx, outcome_id=outcome.id, by=visit.member.id, now=now)
        visit.audit(tx, f"took {count} messages back", f"outcome {outcome.id}")
        return count

    count = await visit.write(job, f"/outcomes/{outcome.id}")
    return visit.go(f"/outcomes/{outcome.id}?back={count}")


async def _draft(visit: StaffRequest) -> OutcomeDraft | None:
    """Return what the form says, or None where something is missing that must be there."""
    form = visit.form
    kind = next((one for one in get_args(Kind) if one == form.one("kind")), None)
    texts = form.one("said"), form.one("done")
    if kind is None or not all(texts) or max(map(len, texts)) > _LONGEST_TEXT:
        return None
    known = {theme.id for theme in await visit.read(themes.in_use)}
    team = {one.id for one in await visit.read(members.members) if one.has_one_of(TELLERS) and one.disabled_at is None}
    flows = dict(visit.desk.titles)
    theme, owner = form.one("theme"), form.one("owner")
    return OutcomeDraft(
        kind,
        form.one("said"),
        form.one("done"),
        theme if theme in known else None,
        owner if owner in team else None,
        _day(form.one("due")),
        tuple(one for one in form.many("about") if one.count(".") == 2 and one.partition(".")[0] in flows),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


async def _known(visit: StaffRequest) -> OutcomeEntry:
    found = await visit.read(lambda tx: outcomes.entries(tx, outcome_id=visit.path("id")))
    if not found:
        raise HTTPException(404)
    return found[0]


async def _list(visit: StaffRequest, problem: str = "") -> Response:
    form, skipped = visit.form, number_of(visit.query.one("from"))
    shown = await visit.read(lambda tx: outcomes.entries(tx, skipped=skipped, limit=_MOST_SHOWN + 1))
    draft: dict[str, object] = {name: form.text(name) for name in ("kind", "said", "done", "theme", "owner", "due")}
    draft |= {"about": form.many("about")}
    return visit.page(
        "outcomes",
        400 if problem else 200,
        entries=shown[:_MOST_SHOWN],
        older=skipped + _MOST_SHOWN if len(shown) > _MOST_SHOWN else 0,
        share=await visit.read(outcomes.share_told),
        draft=draft,
        problem=problem,
        can_write=visit.member.has_one_of(TELLERS),
        seen="",
        **await _choices(visit),
    )


async def _page(visit: StaffRequest, outcome: OutcomeEntry, problem: str = "") -> Response:
    form, kept = visit.form, outcome.draft
    draft = {
        "kind": form.one("kind") or kept.kind,
        "said": form.text("said") or kept.said,
        "done": form.text("done") or kept.done,
        "theme": form.one("theme") or kept.theme_id or "",
        "owner": form.one("owner") or kept.owner_id or "",
        "due": form.one("due") or (kept.due_on.isoformat() if kept.due_on else ""),
        "about": form.many("about") if form.all else kept.about,
    }

    def look(tx: Connection) -> tuple[tuple[Case, ...], int, str]:
        told = outcomes.one_each(outcomes.audience(tx, outcome=outcome))
        last = outcomes.last_letter(tx, visit.vault, outcome_id=outcome.id)
        return told, outcomes.still_here(tx, outcome_id=outcome.id), of_outcome(outcome, last).stamp(visit.vault)

    told, still_here, seen = await visit.read(look)
    taken_back = visit.query.one("back")[:6]
    return visit.page(
        "outcome",
        400 if problem else 200,
        outcome=outcome,
        draft=draft,
        people=len(told),
        at_once=sum(replies.is_seen_at_once(case) for case in told),
        still_here=still_here,
        taken_back=int(taken_back) if taken_back.isascii() and taken_back.isdecimal() else None,
        words=visit.form.text("words") or letter(outcome.draft, visit.desk.organisation),
        minutes=int(replies.TAKE_BACK.total_seconds()) // 60,
        problem=problem,
        can_write=visit.member.has_one_of(TELLERS),
        can_tell=visit.member.has_one_of(RAW),
        seen=seen,
        **await _choices(visit),
    )


async def _choices(visit: StaffRequest) -> dict[str, object]:
    def look(tx: Connection) -> tuple[object, object, list[tuple[str, list[tuple[str, str]]]]]:
        return themes.in_use(tx), members.members(tx), answers_to_tap(tx, visit)

    known, team, taps = await visit.read(look)
    return {"themes": known, "team": team, "taps": taps, "wording": labels, "done": await just_done(visit)}


def answers_to_tap(tx: Connection, visit: StaffRequest) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return each flow by its title with the answers that can be tapped in it: FLOW.QUESTION.CHOICE, and its words."""
    found = []
    for name, title in visit.desk.titles:
        flow = visit.desk.set_up.current(name) or next(reversed(versions_of(tx, visit, name).values()), None)
        asked = [one for one in flow.questions if not one.private] if flow else []
        codes = [
            (f"{name}.{one.id}.{choice.id}", f"{one.short or one.ask}: {choice.label}")
            for one in asked
            for choice in one.choices
        ]
        found += [(title, codes)] if codes else []
    return found


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/outcomes", show_all, READERS),
    StaffPage("POST", "/outcomes", add, TELLERS),
    StaffPage("GET", "/outcomes/{id}", show, READERS),
    StaffPage("POST", "/outcomes/{id}", change, TELLERS, watch=outcome_of_form, insist="Keep mine in its place"),
    StaffPage("POST", "/outcomes/{id}/tell", tell, RAW, watch=outcome_of_form, insist="Send mine as well"),
    StaffPage("POST", "/outcomes/{id}/take-back", take_back, RAW),
)
