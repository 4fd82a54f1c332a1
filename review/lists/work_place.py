"""Where somebody is in the day's work, as an address names it: the queue, its order, and how far it was gone through."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import RAW
from review.lists.snapshots import of_text, of_words
from storage.accounts.members import Role
from storage.review import codings, texts
from storage.review.codings import Coding
from storage.review.texts import FreeText
from storage.review.work.queue import Queue, QueuePlace

QUEUES: Mapping[Queue, str] = {"check": "To check", "code": "To code", "differ": "Where coders differ"}
"""What can be worked through, and what it is called. To check and to settle, one has to see every word."""
_AFTER = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_REF = re.compile(r"[ac][0-9]{1,9}")


@dataclass(frozen=True)
class WorkPlace:
    """A queue, its order, and the texts that were passed in it."""

    queue: Queue
    is_newest_first: bool = False
    after: QueuePlace = field(default_factory=QueuePlace)

    @property
    def fields(self) -> dict[str, str]:
        """Return what stands for it in an address."""
        is_begun = self.after != QueuePlace()
        return {
            "queue": self.queue,
            "order": "newest" if self.is_newest_first else "",
            "after": f"{self.after.answer}-{self.after.comment}" if is_begun else "",
        }

    def past(self, ref: str) -> "WorkPlace":
        """Return the place behind a text."""
        return replace(self, after=self.after.past(ref))


def queues_of(role: Role) -> tuple[Queue, ...]:
    """Return the queues that are ready for a role."""
    return tuple(QUEUES) if role in RAW else ("code",)


def place_in_work(visit: StaffRequest) -> WorkPlace:
    """Return the place that an address names; what is not understood names the beginning of the first queue."""
    query, queues = visit.query, queues_of(visit.member.role)
    queue = next((one for one in queues if one == query.one("queue")), queues[0])
    found = _AFTER.fullmatch(query.one("after"))
    after = QueuePlace(int(found.group(1)), int(found.group(2))) if found else QueuePlace()
    return WorkPlace(queue, query.one("order") == "newest", after)


def of_work(visit: StaffRequest, place: WorkPlace, text: FreeText, given: Sequence[Coding]) -> Snapshot:
    """Return what somebody sees of a text who works on it: its check where they check, its themes where coders differ."""
    if place.queue == "check":
        return of_text(text)
    seen = of_words(visit.member.role, text)
    if place.queue == "code":
        return seen
    themes: dict[str, set[str]] = {}
    for one in given:
        themes.setdefault(one.coder, set()).add(one.theme)
    return replace(seen, parts=(*seen.parts, *((coder, ", ".join(sorted(names))) for coder, names in themes.items())))


def work_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the text that a form works on."""
    text = texts.with_ref(tx, visit.vault, ref=ref_in(visit.path("ref")))
    if text is None:
        return Snapshot()
    return of_work(
        visit, place_in_work(visit), text, codings.of_texts(tx, visit.vault, refs=[text.ref]).get(text.ref, ())
    )


def ref_in(text: str) -> str:
    """Return the name of a text that an address names, or nothing."""
    return text if _REF.fullmatch(text) else ""
