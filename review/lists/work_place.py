"""Where somebody is in the day's work, as an address names it: the queue, its order, and how far it was gone through."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from review.http.request import StaffRequest
from review.http.roles import RAW
from storage.accounts.members import Role
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


def ref_in(text: str) -> str:
    """Return the name of a text that an address names, or nothing."""
    return text if _REF.fullmatch(text) else ""
