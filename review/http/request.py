"""One request to the staff app: who asks, what their form says, and the ways to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from review.flows.step_context import WaitCount
from review.http.context import StaffContext
from review.http.press import Press
from review.http.templates import drawn
from storage.accounts.members import Member
from storage.accounts.sessions import Session
from storage.audit import audit_log as audit
from storage.audit.audit_log import AuditRecord
from storage.crypto.vault import Vault
from storage.db.engine import Work
from storage.db.ids import new_id

Result = TypeVar("Result")

BASE = "/staff"
"""Where the app is mounted; every link begins with it."""


class ProofWanted(Exception):
    """What a form asks for needs that password and code were shown just now. What was typed is kept meanwhile."""


@dataclass(frozen=True)
class FormFields:
    """The fields of a posted form, or of the address: texts, several under one name where there are several."""

    all: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """Return a field without the white space around it; empty where it is not there."""
        return self.text(name).strip()

    def text(self, name: str) -> str:
        """Return a field as it was typed."""
        return next(iter(self.all.get(name, ())), "")

    def at_most(self, name: str, longest: int) -> str:
        """Return a field without the white space around it. Raises: HTTPException (413), where it is longer."""
        if len(self.one(name)) > longest:
            raise HTTPException(413)
        return self.one(name)

    def many(self, name: str) -> tuple[str, ...]:
        """Return every value under a name, each once."""
        return tuple(dict.fromkeys(value for value in self.all.get(name, ()) if value))


@dataclass(frozen=True)
class StaffRequest:
    """A request that was let in. `session` is None only on pages that anybody may open."""

    desk: StaffContext
    request: Request
    session: Session | None = None
    token: str = ""
    form: FormFields = field(default_factory=FormFields)
    query: FormFields = field(default_factory=FormFields)
    press: Press | None = None
    """The press of a form that writes."""

    @property
    def member(self) -> Member:
        """Return who asks. Raises: HTTPException (403), where nobody is signed in."""
        if self.session is None:
            raise HTTPException(403)
        return self.session.member

    @property
    def is_in(self) -> bool:
        """Whether somebody is signed in, with everything that is asked for."""
        return self.session is not None and self.session.stage == "in"

    @property
    def vault(self) -> Vault:
        """Return what seals and opens."""
        return self.desk.vault

    @property
    def csrf(self) -> str:
        """Return what every form of this browser carries."""
        return csrf_of(self.desk, self.token)

    @property
    def news(self) -> WaitCount:
        """Return how much waits for whoever asks, as far as it was counted lately."""
        return self.desk.around.waits_for(self.member.role, self.desk.now())

    def path(self, name: str) -> str:
        """Return a part of the address."""
        return str(self.request.path_params[name])

    async def read(self, work: Work[Result]) -> Result:
        """Read from the database."""
        return await self.desk.database.read(work)

    async def write(self, work: Work[Result], leads_to: str = "") -> Result:
        """Write to the database. Of a form, it is its effect, which it has once; `leads_to` is the page after it.

        Raises: AlreadyDone, ChangedSince, which are answered by `review.http.acting`.
        """
        press, place = self.press, f"{BASE}{leads_to}" if leads_to else ""

        def job(tx: Connection) -> Result:
            if press is not None:
                press.take_hold(tx, place)
            return work(tx)

        return await self.desk.database.write(job)

    async def note(self, what: str, target: str = "", reason: str = "") -> None:
        """Write down that something was looked at, which is no effect of a form."""
        await self.desk.database.write(lambda tx: self.audit(tx, what, target, reason))

    def new_mark(self) -> str:
        """Return a mark for a form that is drawn now."""
        return new_id()

    def audit(self, tx: Connection, what: str, target: str = "", reason: str = "") -> None:
        """Write down what this member of staff does or reads, in a transaction."""
        audit.record(tx, self.vault, AuditRecord(self.member.name, what, target, reason), now=self.desk.now())

    def page(self, template: str, status: int = 200, **values: object) -> HTMLResponse:
        """Return a page. `values` are what its template names."""
        known = {"visit": self, "desk": self.desk, "session": self.session, "base": BASE}
        return HTMLResponse(drawn(f"{template}.html", **known, **values), status)

    def go(self, path: str) -> RedirectResponse:
        """Return the way to another page of the app, after a form."""
        return RedirectResponse(f"{BASE}{path}", 303)


def csrf_of(desk: StaffContext, token: str) -> str:
    """Return the token of the forms of one browser."""
    return desk.vault.stamp("csrf", token)
