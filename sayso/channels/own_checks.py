"""Self-assessments behind personal links, with the real database: implements `web.organisations.own_check.OwnChecks`."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Connection

from feedback.errors import SaysoError, TryLater
from feedback.flows.model import Flow
from report.parts.self_assessment import assessment_document, board_page
from review.text.self_assessments import StandardShelf, beside, given_back
from sayso.core import log
from sayso.exports.report_formats import drawn
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.db.errors import StorageError
from storage.organisations import assessments, register
from storage.organisations.assessments import AssessmentEntry, AssessmentFault, SelfAssessment, WrittenSince
from web.organisations.own_check import OwnCheck, OwnCheckStatement
from web.page_texts import TEXTS

Found = TypeVar("Found")

_BAD_DAY = "Write the day like this: 2027-03-31."


class StoredOwnChecks:
    """The self-assessments of one database. `shelf` are the standards, `pinned` returns a flow version as it was asked."""

    def __init__(
        self,
        stored: tuple[Database, Vault],
        shelf: StandardShelf,
        pinned: Callable[[Connection, str], Flow],
        now: Callable[[], datetime],
    ) -> None:
        self._database, self._vault = stored
        self._shelf, self._pinned, self._now = shelf, pinned, now

    async def of(self, token: str) -> OwnCheck | None:
        """Return what a link opens; None for one that is none."""
        return await self._read(lambda tx: self._shown(tx, token))

    async def put(self, token: str, statement: str, fields: Mapping[str, str]) -> str:
        """Write what stands under a statement. Returns what is wrong; empty where nothing is."""
        try:
            entry = _entry(fields)
            await self._write(lambda tx: self._put(tx, token, statement, entry))
        except WrittenSince:
            return TEXTS["own_check_clash"]
        except AssessmentFault as fault:
            return str(fault)
        except ValueError:
            return _BAD_DAY
        return ""

    async def sign_off(self, token: str) -> None:
        """Sign it off, with what people said as it is now."""

        def job(tx: Connection) -> None:
            opened = self._opened(tx, token)
            standard = self._shelf.of(opened[0]) if opened else None
            if opened is not None and standard is not None and opened[0].signed_off_at is None:
                mine, shelf = opened[0].organisation_id, self._shelf
                said = beside(tx, standard=standard, organisation_id=mine, pinned=self._pinned, shelf=shelf)
                assessments.sign_off(tx, assessment_id=opened[0].id, by=opened[1], beside=said, now=self._now())

        await self._write(job)

    async def as_file(self, token: str, *, is_short: bool) -> bytes:
        """Return it as a PDF. Raises SaysoError for a link that opens nothing any more."""
        vault = self._vault

        def job(tx: Connection) -> bytes:
            opened = self._opened(tx, token)
            told = given_back(tx, vault, found=opened[0], shelf=self._shelf) if opened else None
            if told is None:
                raise SaysoError("This link opens nothing any more.")
            return drawn(board_page(told) if is_short else assessment_document(told), "pdf")

        return await self._read(job)

    def _opened(self, tx: Connection, token: str) -> tuple[SelfAssessment, str] | None:
        return assessments.by_token(tx, self._vault, token=token, now=self._now())

    def _shown(self, tx: Connection, token: str) -> OwnCheck | None:
        opened = self._opened(tx, token)
        standard = self._shelf.of(opened[0]) if opened else None
        if opened is None or standard is None:
            return None
        found = opened[0]
        kept = assessments.entries(tx, self._vault, assessment_id=found.id)
        return OwnCheck(
            register.names(tx).get(found.organisation_id, ""),
            standard.title,
            standard.note,
            found.signed_off_at is None,
            tuple(
                OwnCheckStatement(
                    one.id,
                    one.part,
                    one.text,
                    found.beside.get(one.id, ""),
                    _fields(kept.get(one.id, AssessmentEntry())),
                )
                for one in standard.statements
            ),
        )

    def _put(self, tx: Connection, token: str, statement: str, entry: AssessmentEntry) -> None:
        opened = self._opened(tx, token)
        if opened is None:
            raise AssessmentFault("This link opens nothing any more.")
        named = {"assessment_id": opened[0].id, "statement": statement}
        assessments.put(tx, self._vault, **named, entry=entry, now=self._now())

    async def _write(self, job: Callable[[Connection], None]) -> None:
        try:
            await self._database.write(job)
        except StorageError as fault:
            log.warn("self-assessment not stored", **log.place_of(fault))
            raise TryLater("It could not be stored.") from None

    async def _read(self, work: Callable[[Connection], Found]) -> Found:
        try:
            return await self._database.read(work)
        except StorageError as fault:
            log.warn("self-assessment not read", **log.place_of(fault))
            raise TryLater("The database cannot be read.") from None


def _fields(entry: AssessmentEntry) -> dict[str, str]:
    return {
        "standing": entry.standing,
        "evidence": entry.evidence,
        "link": entry.link,
        "action": entry.action,
        "owner": entry.owner,
        "due": entry.due.isoformat() if entry.due else "",
        "done": "yes" if entry.is_done else "",
        "seen": str(entry.revision),
    }


def _entry(fields: Mapping[str, str]) -> AssessmentEntry:
    """Return what a form says. Raises ValueError for a day or a number that is none."""
    told = {name: fields.get(name, "") for name in ("standing", "evidence", "link", "action", "owner")}
    due = fields.get("due", "")
    return AssessmentEntry(
        **told,
        due=date.fromisoformat(due) if due else None,
        is_done=fields.get("done") == "yes",
        revision=int(fields.get("seen") or 0),
    )
