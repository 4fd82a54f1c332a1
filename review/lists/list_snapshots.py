"""Rows of a list as the author of a form saw them that acts on many at once: those alone that it names must be the same."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.templates import many, moment
from review.lists.list_query import wanted_of, words_asked
from review.lists.search import ListQuery, every_id
from review.lists.snapshots import of_case
from review.lists.visibility import seen_by
from review.lists.work_place import ref_in
from review.text import labels
from storage.crypto.vault import Vault
from storage.review import case_list, codings, texts, themes
from storage.review.case_list import Case
from storage.review.texts import FreeText

_SHOWN = 10
"""Rows of a whole list that are shown where others changed them."""
_COUNTED = 1_000
"""Further than this nobody counts them."""


def of_rows(cases: Iterable[Case]) -> Snapshot:
    """Return what the inbox shows of conversations: when each was heard last, how far it is, who has it, what waits."""
    return Snapshot(tuple(map(_row, cases)), is_of_many=True)


def of_texts(tx: Connection, vault: Vault, said: Iterable[FreeText]) -> Snapshot:
    """Return whether texts were checked, and what they stand under."""
    shown = list(said)
    given = codings.of_texts(tx, vault, refs=[text.ref for text in shown])
    return Snapshot(
        tuple(_text(text, sorted({one.theme for one in given.get(text.ref, ())})) for text in shown), is_of_many=True
    )


def rows_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the conversations that were ticked, or at those of a whole list that changed since it was shown."""
    if visit.form.one("scope") == "all":
        return _changed_after(tx, visit, visit.form.one("shown"))
    return of_rows(case_list.named(tx, conversation_ids=visit.form.many("one")))


def texts_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the texts that were ticked, as far as whoever ticked them may read them."""
    named = [ref for ref in map(ref_in, visit.form.many("one")) if ref]
    found = texts.with_refs(tx, visit.vault, refs=named).values()
    return of_texts(tx, visit.vault, (text for text in found if seen_by(visit.member.role, text).is_open))


def _changed_after(tx: Connection, visit: StaffRequest, shown: str) -> Snapshot:
    try:
        wanted = replace(wanted_of(visit, visit.form, themes.in_use(tx)), changed_after=datetime.fromisoformat(shown))
    except ValueError:
        return Snapshot()
    asked = ListQuery(wanted, visit.member.role, words_asked(visit.form))
    ids = every_id(tx, visit.vault, asked, most=_COUNTED)
    if not ids:
        return Snapshot(is_of_many=True)
    told = (
        (f"{many(len(ids), 'conversation')} of this list", "changed since you opened it"),
        *(map(_row, case_list.named(tx, conversation_ids=ids[:_SHOWN]))),
    )
    return Snapshot(told, is_of_many=True)


def _row(case: Case) -> tuple[str, str]:
    told = "; ".join(f"{what}: {words}" for what, words in of_case(case).parts if words)
    return f"{labels.alias(case.person_id)}, {moment(case.heard_at)}", told


def _text(text: FreeText, names: list[str]) -> tuple[str, str]:
    check = f"{text.check.state} by {text.check.by}, {moment(text.check.at)}" if text.check else "not checked"
    return f"Text {text.ref[1:]}", f"{check}; under: {', '.join(names) or 'no theme yet'}"
