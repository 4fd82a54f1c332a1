"""The log of payments: what people were offered and paid for being involved. It shows nothing of what anybody said.

Only administrators, who as such see no words, see to whom. Others see sums by quarter, without small numbers.
"""

import csv
import re
from collections.abc import Callable
from datetime import date
from functools import partial
from io import StringIO

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from report.exports.long import safe_cell
from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import ADMINS, PAYERS, TELLERS, StaffPage
from review.http.templates import day
from review.http.undo import Way, carry_out, just_done
from review.http.undo import undo as undo_act
from storage.audit import undo as acts
from storage.audit.undo import Act
from storage.involvement import payments
from storage.involvement.payments import (
    ACTIVITIES,
    STATES,
    WAYS,
    OfferFault,
    OfferState,
    OfferTerms,
    Payee,
    PaymentOffer,
)
from storage.people import people

_AMOUNT = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.(\d{2}))?")
_WROTE, _CHANGED, _TOOK_OFF = (
    "wrote down an offer of payment",
    "changed an offer of payment",
    "took an offer of payment off",
)
_COLUMNS = (
    "to", "activity", "what for", "offered", "paid", "expenses", "how", "state", "offered on", "settled on",
    "told of benefits advice",
)  # fmt: skip


async def show(visit: StaffRequest) -> Response:
    """Show the log, with a form for another offer."""
    return await _log(visit)


async def add(visit: StaffRequest) -> Response:
    """Write an offer down."""
    try:
        terms, payee = _terms(visit), await _payee(visit)
        work = partial(_add, visit=visit, payee=payee, terms=terms)
        return await carry_out(visit, _WROTE, work, Way("/payments"))
    except OfferFault as fault:
        return await _log(visit, str(fault))


async def show_one(visit: StaffRequest) -> Response:
    """Show one offer, to say what came of it."""
    return await _one(visit)


async def edit(visit: StaffRequest) -> Response:
    """Change what stands of an offer."""
    found = await _known(visit)
    try:
        work = partial(_edit, visit=visit, offer_id=found.id, terms=_terms(visit))
        return await carry_out(visit, _CHANGED, work, Way(f"/payments/{found.id}"))
    except OfferFault as fault:
        return await _one(visit, str(fault))


async def take_off(visit: StaffRequest) -> Response:
    """Take an offer off the log, which can be undone."""
    found = await _known(visit)
    work = partial(payments.take_off, offer_id=found.id, now=visit.desk.now())
    return await carry_out(visit, _TOOK_OFF, work, Way("/payments"))


async def forget(visit: StaffRequest) -> Response:
    """Forget to whom an offer was, for good."""
    found = await _known(visit)

    def job(tx: Connection) -> None:
        payments.forget_payee(tx, visit.vault, offer_id=found.id)
        visit.audit(tx, "forgot to whom an offer of payment was", f"offer {found.id}")

    await visit.write(job, "/payments")
    return visit.go("/payments")


async def undo(visit: StaffRequest) -> Response:
    """Undo what this administrator has done lately in the log: the common way is for readers. Raises HTTPException (404)."""
    mine = await visit.read(lambda tx: acts.latest(tx, by=visit.member.id))
    if all(done.id != visit.form.one("act") or done.what not in (_WROTE, _CHANGED, _TOOK_OFF) for done in mine):
        raise HTTPException(404)
    return await undo_act(visit)


async def show_sums(visit: StaffRequest) -> Response:
    """Show what was offered and paid by quarter: all of it to administrators, to others what tells of nobody."""
    sees_all, today = visit.member.has_one_of(PAYERS), visit.desk.now().date()
    found = await visit.read(payments.quarters)
    shown = tuple(one for one in found if sees_all or one.is_over(today))
    return visit.page("payment-sums", quarters=shown, sees_all=sees_all, money=pounds)


async def file(visit: StaffRequest) -> Response:
    """Hand the log out as CSV (RFC 4180). No cell runs as a formula."""
    found = await visit.read(lambda tx: payments.listed(tx, visit.vault))
    await visit.note("took the log of payments out")
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow(_COLUMNS)
    writer.writerows(map(_cells, found))
    headers = {"Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="payments.csv"'}
    return Response(sheet.getvalue().encode("utf-8-sig"), headers=headers)


def pounds(pence: int) -> str:
    """Return an amount as people write it."""
    return f"£{pence // 100:,}.{pence % 100:02}"


def whom(offer: PaymentOffer) -> str:
    """Return to whom an offer was: a name, or the mark that each offer to one person has."""
    if offer.name:
        return offer.name
    return f"somebody with a return code ({offer.mark})" if offer.is_by_code else "forgotten"


def offer_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the offer that a form is about."""
    found = payments.one(tx, visit.vault, offer_id=visit.path("id"))
    return _snapshot(found) if found else Snapshot()


def _snapshot(found: PaymentOffer) -> Snapshot:
    terms = found.terms
    parts = (
        ("To", whom(found)), ("Activity", terms.activity), ("What for", terms.what_for),
        ("Offered", pounds(terms.offered)), ("Paid", pounds(terms.paid)), ("Expenses", pounds(terms.expenses)),
        ("How", terms.way), ("State", terms.state), ("Offered on", day(terms.offered_on)),
        ("Settled on", day(terms.settled_on)), ("Told of benefits advice", "yes" if terms.is_advised else "no"),
    )  # fmt: skip
    return Snapshot(parts, target=f"offer {found.id}")


def _add(tx: Connection, act: Act, *, visit: StaffRequest, payee: Payee, terms: OfferTerms) -> None:
    payments.add(tx, visit.vault, act, payee=payee, terms=terms, now=visit.desk.now())


def _edit(tx: Connection, act: Act, *, visit: StaffRequest, offer_id: str, terms: OfferTerms) -> None:
    payments.edit(tx, visit.vault, act, offer_id=offer_id, terms=terms)


async def _payee(visit: StaffRequest) -> Payee:
    """Return to whom the form says that it was. Raises OfferFault for a return code that is none."""
    code, name = visit.form.one("code"), visit.form.one("name")
    if not code or name:
        return Payee(code, name)
    found = await visit.read(lambda tx: people.by_code(tx, visit.vault, code=code))
    if found is None:
        raise OfferFault("We do not know this return code. Look at it again, or give a name in its place.")
    return Payee(found.person_id)


def _terms(visit: StaffRequest) -> OfferTerms:
    """Return what the form says. Raises OfferFault."""
    form = visit.form
    offered_on = _day(form.one("offered_on")) or visit.desk.now().date()
    fallback: OfferState = "offered"
    state = next((one for one in STATES if one == form.one("state")), fallback)
    offered, paid, expenses = (_pence(form.one(name)) for name in ("offered", "paid", "expenses"))
    return OfferTerms(
        form.one("activity"), offered, offered_on, form.one("what_for"), state, paid, expenses, form.one("way"),
        _day(form.one("settled_on")), bool(form.one("is_advised")),
    )  # fmt: skip


def _pence(told: str) -> int:
    found = _AMOUNT.fullmatch(told or "0")
    if found is None:
        raise OfferFault("Write an amount in pounds, such as 25 or 12.50.")
    return int(found[1].replace(",", "")) * 100 + int(found[2] or 0)


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told) if told else None
    except ValueError as fault:
        raise OfferFault("Write the day like this: 2027-03-31.") from fault


def _cells(offer: PaymentOffer) -> list[str | int | float]:
    terms = offer.terms
    amounts = (f"{pence / 100:.2f}" for pence in (terms.offered, terms.paid, terms.expenses))
    days = (each.isoformat() if each else "" for each in (terms.offered_on, terms.settled_on))
    told = "yes" if terms.is_advised else "no"
    row = (whom(offer), terms.activity, terms.what_for, *amounts, terms.way, terms.state, *days, told)
    return [safe_cell(cell) for cell in row]


async def _known(visit: StaffRequest) -> PaymentOffer:
    found = await visit.read(lambda tx: payments.one(tx, visit.vault, offer_id=visit.path("id")))
    if found is None:
        raise HTTPException(404)
    return found


async def _log(visit: StaffRequest, problem: str = "") -> Response:
    offers = await visit.read(lambda tx: payments.listed(tx, visit.vault))
    await visit.note("looked at the log of payments")
    return visit.page("payments", 400 if problem else 200, offers=offers, **await _words(visit, problem))


async def _one(visit: StaffRequest, problem: str = "") -> Response:
    found = await _known(visit)
    await visit.note("looked at an offer of payment", f"offer {found.id}")
    seen = _snapshot(found).stamp(visit.vault)
    return visit.page("payment", 400 if problem else 200, found=found, seen=seen, **await _words(visit, problem))


async def _words(visit: StaffRequest, problem: str) -> dict[str, object]:
    """Return what both pages with a form need."""
    lists: dict[str, tuple[str, ...]] = {"activities": ACTIVITIES, "states": STATES, "ways": WAYS}
    options = {name: [(word, word) for word in words] for name, words in lists.items()}
    money: Callable[[int], str] = pounds
    more = {"problem": problem, "typed": visit.form, "money": money, "whom": whom, "done": await just_done(visit)}
    return options | more


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/payments", show, PAYERS),
    StaffPage("POST", "/payments", add, PAYERS),
    StaffPage("POST", "/payments/undo", undo, PAYERS),
    StaffPage("GET", "/payments/sums", show_sums, ADMINS | TELLERS),
    StaffPage("GET", "/payments/file", file, PAYERS, needs_proof=True),
    StaffPage("GET", "/payments/{id}", show_one, PAYERS),
    StaffPage("POST", "/payments/{id}", edit, PAYERS, watch=offer_of_form, insist="Keep mine in its place"),
    StaffPage("POST", "/payments/{id}/take-off", take_off, PAYERS),
    StaffPage("POST", "/payments/{id}/forget", forget, PAYERS, watch=offer_of_form),
)
