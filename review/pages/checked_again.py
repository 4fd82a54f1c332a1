"""Texts that were checked when the rules found fewer names: those in which there is something new are offered again."""

from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import RAW, StaffPage
from review.text.pii import propose
from storage.accounts import members
from storage.review import redactions, texts
from storage.review.texts import FreeText

_LOOKED_AT = 100
"""Texts looked through for one page. A guess: that takes under half a second."""


@dataclass(frozen=True)
class TextToSeeAgain:
    """One text, and how many parts of it the rules of today would hide and its check does not."""

    text: FreeText
    new: int


async def show(visit: StaffRequest) -> Response:
    """List texts in which the rules of today find more. Those where they find nothing new are noted and leave the list."""

    def look(tx: Connection) -> tuple[list[TextToSeeAgain], int]:
        refs = redactions.under_older_rules(tx, limit=_LOOKED_AT)
        names = [member.name for member in members.members(tx)]
        found = texts.with_refs(tx, visit.vault, refs=refs)
        every = (TextToSeeAgain(text, _new(text, names)) for text in found.values())
        rows = [row for row in every if row.new]
        redactions.stand(tx, sorted({*refs} - {row.text.ref for row in rows}))
        return rows, redactions.count_under_older_rules(tx)

    rows, left = await visit.write(look)
    return visit.page("checked-again", rows=rows, left=left - len(rows))


def _new(text: FreeText, names: list[str]) -> int:
    """Return how many parts the rules propose of which something can be seen."""
    hidden = text.check.hidden if text.check else ()
    covered = {place for span in hidden for place in range(span.start, span.stop)}
    return sum(not covered.issuperset(range(span.start, span.stop)) for span in propose(text.words, names))


PAGES: tuple[StaffPage, ...] = (StaffPage("GET", "/texts/again", show, RAW),)
