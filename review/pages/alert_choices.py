"""What a member of staff is told, and how: their own address, their own chat in Telegram, at once or once a day."""

import re

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.alerts.model import Colleague
from feedback.alerts.wording import confirmation_text, trial_text
from review.http.request import BASE, StaffRequest
from review.http.roles import ADMINS, RAW, StaffPage
from review.lists.set_up_snapshots import chat_code_of_form
from review.text import labels
from storage.alerts import alert_log, choices
from storage.alerts.choices import AlertChoices, AlertWishes

HOURS = tuple((str(hour), f"{hour:02}:00") for hour in range(24))
"""Each hour of a day, as a form gives it and as people write it."""
_ADDRESS = re.compile(r"[^\s@<>(),;:\"\\\x00-\x20\x7f]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LONGEST = 254
"""Characters of a mail address (RFC 5321 section 4.5.3.1.3, without the brackets)."""
_WRONG_ADDRESS = "This is no mail address. Write it like name@example.org."
_JUST_ASKED = "We have just written to an address of yours. Look there first, or wait a minute and try again."
_NO_MAIL = "sayso cannot send email yet. Whoever runs it can set that up."


async def show(visit: StaffRequest) -> Response:
    """Show what somebody chose."""
    return await _page(visit)


async def choose(visit: StaffRequest) -> Response:
    """Keep what somebody chooses. Raises: HTTPException (400), for what the form does not offer."""
    form = visit.form
    begin, end = _hour(form.one("quiet_from")), _hour(form.one("quiet_until"))
    if (begin is None) is not (end is None):
        return await _page(
            visit, "Quiet hours need a beginning and an end. Choose both, or neither.", "quiet_from", 400
        )
    quiet = None if begin is None or end is None or begin == end else (begin, end)
    wishes = AlertWishes(bool(form.one("silent")), bool(form.one("at_once")), _hour(form.one("digest")), quiet)

    def job(tx: Connection) -> None:
        choices.choose(tx, staff_id=visit.member.id, wishes=wishes, now=visit.desk.now())
        visit.audit(tx, "changed what they are told")

    await visit.write(job)
    return visit.go("/account/alerts?kept=1")


async def give_address(visit: StaffRequest) -> Response:
    """Write to the address that somebody gives as theirs."""
    address = visit.form.one("address")
    if not visit.desk.set_up.has_mail:
        return await _page(visit, _NO_MAIL, "address", 400)
    if len(address) > _LONGEST or not _ADDRESS.fullmatch(address):
        return await _page(visit, _WRONG_ADDRESS, "address", 400)

    def job(tx: Connection) -> bool:
        staff_id, now = visit.member.id, visit.desk.now()
        token = choices.ask_address(tx, visit.vault, staff_id=staff_id, address=address, now=now)
        if token:
            text = confirmation_text(f"{visit.desk.public_url.rstrip('/')}{BASE}/account/alerts/confirm/{token}")
            alert_log.ask_to_confirm(tx, visit.vault, staff_id=staff_id, address=address, text=text, now=now)
            visit.audit(tx, "gave an address for alerts")
        return bool(token)

    if not await visit.write(job):
        return await _page(visit, _JUST_ASKED, "address", 429)
    return visit.go("/account/alerts")


async def show_confirm(visit: StaffRequest) -> Response:
    """Ask whether an address is theirs. Programs that open links in mails confirm nothing."""
    staff_id, token, now = visit.member.id, visit.path("token"), visit.desk.now()
    address = await visit.read(lambda tx: choices.waits_for(tx, visit.vault, staff_id=staff_id, token=token, now=now))
    return visit.page("alert-confirm", 200 if address else 404, address=address)


async def confirm(visit: StaffRequest) -> Response:
    """Take an address as theirs, from whoever opened the link that went there."""
    staff_id, token, now = visit.member.id, visit.path("token"), visit.desk.now()

    def job(tx: Connection) -> bool:
        is_theirs = choices.confirm(tx, visit.vault, staff_id=staff_id, token=token, now=now)
        if is_theirs:
            visit.audit(tx, "confirmed an address for alerts")
        return is_theirs

    if not await visit.write(job):
        return visit.page("alert-confirm", 404, address="")
    return visit.go("/account/alerts?kept=1")


async def drop_address(visit: StaffRequest) -> Response:
    """Write no more to an address, and forget it."""

    def job(tx: Connection) -> None:
        choices.forget_address(tx, staff_id=visit.member.id, now=visit.desk.now())
        visit.audit(tx, "took away their address for alerts")

    await visit.write(job)
    return visit.go("/account/alerts")


async def give_code(visit: StaffRequest) -> Response:
    """Show a code that links somebody's own chat, once."""
    if not visit.desk.set_up.has_bot:
        raise HTTPException(404)

    def job(tx: Connection) -> str:
        visit.audit(tx, "asked for a code to link their chat")
        return choices.new_chat_code(tx, visit.vault, staff_id=visit.member.id, now=visit.desk.now())

    code = await visit.write(job)
    bot = visit.desk.set_up.bot_link()
    link = f"{bot}?start=alerts-{code.replace('-', '')}" if bot else ""
    return visit.page("alert-code", code=code, link=link, minutes=choices.CODE_MINUTES)


async def drop_chat(visit: StaffRequest) -> Response:
    """Write no more to a chat, and forget it."""

    def job(tx: Connection) -> None:
        choices.unlink_chat(tx, staff_id=visit.member.id, now=visit.desk.now())
        visit.audit(tx, "took away their chat for alerts")

    await visit.write(job)
    return visit.go("/account/alerts")


async def try_out(visit: StaffRequest) -> Response:
    """Send somebody an alert that tells of nothing, so that they see how one comes."""
    member, now = visit.member, visit.desk.now()

    def job(tx: Connection) -> None:
        kept = choices.of_staff(tx, visit.vault, staff_id=member.id)
        who = Colleague(member.id, now, ways=kept.ways)
        alert_log.tell(tx, visit.vault, who, occasions=[f"trial {now.isoformat()}"], text=trial_text(), now=now)

    await visit.write(job)
    return visit.go("/account/alerts?tried=1")


async def _page(visit: StaffRequest, problem: str = "", target: str = "", status: int = 200) -> Response:
    member, set_up = visit.member, visit.desk.set_up

    def look(tx: Connection) -> tuple[AlertChoices, tuple[alert_log.UndeliveredAlert, ...]]:
        lost = alert_log.undelivered(tx, now=visit.desk.now())
        mine = tuple(one for one in lost if one.staff_id == member.id)
        return choices.of_staff(tx, visit.vault, staff_id=member.id), mine

    kept, lost = await visit.read(look)
    code_seen = await visit.read(lambda tx: chat_code_of_form(tx, visit=visit))
    return visit.page(
        "alert-choices",
        status,
        kept=kept,
        picked=_picked(kept.wishes) if "digest" not in visit.form.all else _typed(visit),
        lost=lost,
        code_seen=code_seen.stamp(visit.vault),
        ways=set_up.ways,
        hours=HOURS,
        wording=labels,
        zone=set_up.zone,
        may_act=member.has_one_of(RAW),
        is_admin=member.has_one_of(ADMINS),
        problem=problem,
        target=target,
        typed=visit.form.one("address"),
    )


def _picked(wishes: AlertWishes) -> dict[str, str]:
    """Return what is chosen, as the form names it."""
    begin, end = wishes.quiet or (None, None)
    hours = {"digest": wishes.digest_hour, "quiet_from": begin, "quiet_until": end}
    ticks = {"at_once": wishes.is_at_once, "silent": wishes.is_silent}
    shown = {name: "" if hour is None else str(hour) for name, hour in hours.items()}
    return shown | {name: "1" if is_ticked else "" for name, is_ticked in ticks.items()}


def _typed(visit: StaffRequest) -> dict[str, str]:
    """Return what somebody picked on a form that has to be mended."""
    return {name: visit.form.one(name) for name in ("digest", "quiet_from", "quiet_until", "at_once", "silent")}


def _hour(text: str) -> int | None:
    """Return an hour of a form, None where none is chosen. Raises: HTTPException (400), for anything else."""
    if not text:
        return None
    if text not in dict(HOURS):
        raise HTTPException(400)
    return int(text)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/account/alerts", show),
    StaffPage("POST", "/account/alerts", choose),
    StaffPage("POST", "/account/alerts/address", give_address),
    StaffPage("POST", "/account/alerts/drop-address", drop_address),
    StaffPage("GET", "/account/alerts/confirm/{token}", show_confirm),
    StaffPage("POST", "/account/alerts/confirm/{token}", confirm),
    StaffPage("POST", "/account/alerts/code", give_code, watch=chat_code_of_form),
    StaffPage("POST", "/account/alerts/drop-chat", drop_chat),
    StaffPage("POST", "/account/alerts/trial", try_out),
)
