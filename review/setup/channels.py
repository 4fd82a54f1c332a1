"""The mailbox and the Telegram bot: typed in, tried with the provider, and stored sealed."""

from collections.abc import Mapping
from dataclasses import replace

from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.http.setup_port import TrialLine
from review.setup.kept import keep, settings_watched, shown, stamp_of, stored
from review.setup.mail_form import SENDING, MailForm, form_of

_TELEGRAM, _MAILBOX = "/settings/telegram", "/settings/mail"
_MAIL = ("mail_address", "imap_url", "smtp_url")
_FIELDS = ("address", "host", "port", "user", "password", "folder", "smtp_host", "smtp_port", "smtp_tls", "ca")


async def show_telegram(visit: StaffRequest) -> Response:
    """Show whether there is a bot."""
    return await _telegram_page(visit)


async def save_telegram(visit: StaffRequest) -> Response:
    """Try a token and store it, or take it away. One that fails is stored only where somebody says so."""
    before = await stored(visit)
    if visit.form.one("do") == "remove":
        return await keep(visit, {"telegram_token": ""}, "took the Telegram bot away", _TELEGRAM)
    token = visit.form.one("token") or before.get("telegram_token", "")
    new = {**before, "telegram_token": token}
    problems = visit.desk.house.faults(new) if token else ("Type the token that @BotFather gave you.",)
    if problems:
        return await _telegram_page(visit, problems)
    tried = await visit.desk.house.try_telegram(new)
    if not _may_keep(visit, tried):
        return await _telegram_page(visit, tried=tried)
    new = {"telegram_token": token}
    return await keep(visit, new, "set the Telegram bot", _TELEGRAM, is_tried=_is_well(tried))


async def show_mail(visit: StaffRequest) -> Response:
    """Show the mailbox, without its password."""
    return await _mail_page(visit, _form_of(await stored(visit)))


async def save_mail(visit: StaffRequest) -> Response:
    """Try a mailbox and store it, or take it away. One that fails is stored only where somebody says so."""
    before = await stored(visit)
    if visit.form.one("do") == "remove":
        return await keep(visit, dict.fromkeys(_MAIL, ""), "took the mailbox away", _MAILBOX)
    typed = MailForm(**{name: visit.form.one(name) for name in _FIELDS})
    if not typed.password:
        typed = replace(typed, password=_form_of(before).password)
    new = typed.settings()
    problems = _missing(typed) or visit.desk.house.faults({**before, **new})
    if problems:
        return await _mail_page(visit, typed, problems)
    tried = await visit.desk.house.try_mail({**before, **new})
    if not _may_keep(visit, tried):
        return await _mail_page(visit, typed, tried=tried)
    return await keep(visit, new, "set the mailbox", _MAILBOX, is_tried=_is_well(tried))


def _may_keep(visit: StaffRequest, tried: tuple[TrialLine, ...]) -> bool:
    return _is_well(tried) or visit.form.one("anyway") == "yes"


def _is_well(tried: tuple[TrialLine, ...]) -> bool:
    return all(one.is_well for one in tried)


def _missing(typed: MailForm) -> tuple[str, ...]:
    named = (("the address", typed.address), ("the server", typed.host), ("the user", typed.user))
    missing = [name for name, value in (*named, ("the password", typed.password)) if not value]
    return (f"Fill in {', '.join(missing)}.",) if missing else ()


def _form_of(settings: Mapping[str, str]) -> MailForm:
    try:
        return form_of(settings)
    except ValueError:
        return MailForm(settings.get("mail_address", ""))


async def _telegram_page(
    visit: StaffRequest, problems: tuple[str, ...] = (), tried: tuple[TrialLine, ...] = ()
) -> Response:
    known, mark = await shown(visit), await stamp_of(visit, settings_watched)
    status = 400 if problems or tried else 200
    return visit.page("set-telegram", status, known=known, seen=mark, problems=problems, tried=tried)


async def _mail_page(
    visit: StaffRequest, typed: MailForm, problems: tuple[str, ...] = (), tried: tuple[TrialLine, ...] = ()
) -> Response:
    known, mark = await shown(visit), await stamp_of(visit, settings_watched)
    status = 400 if problems or tried else 200
    values = {"known": known, "seen": mark, "typed": typed, "sending": SENDING}
    return visit.page("set-mail", status, problems=problems, tried=tried, **values)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", _TELEGRAM, show_telegram, ADMINS),
    StaffPage("POST", _TELEGRAM, save_telegram, ADMINS, needs_proof=True, watch=settings_watched, is_secret=True),
    StaffPage("GET", _MAILBOX, show_mail, ADMINS),
    StaffPage("POST", _MAILBOX, save_mail, ADMINS, needs_proof=True, watch=settings_watched, is_secret=True),
)
