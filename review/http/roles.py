"""Who may see and do what: roles, and the shape of a page. The table of all pages is `review.app.PAGES`.

Every page names its roles; there is no other place where a request is let in.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from sqlalchemy import Connection
from starlette.responses import Response

from review.http.press import Snapshot
from review.http.request import StaffRequest
from storage.accounts.members import Member, Role

ROLES: tuple[Role, ...] = get_args(Role)

EVERYBODY: frozenset[Role] = frozenset(ROLES)
READERS: frozenset[Role] = EVERYBODY - {"admin"}
"""They see words, at least those that were checked. Whoever keeps accounts never does."""
RAW: frozenset[Role] = frozenset({"reviewer", "safeguarding"})
"""They see words as they came, check them, and answer."""
SAFEGUARDING: frozenset[Role] = frozenset({"safeguarding"})
"""They may see who somebody is, with a reason, where there is danger."""
CODERS: frozenset[Role] = RAW | {"coder"}
TELLERS: frozenset[Role] = RAW | {"analyst"}
"""They write what was done about it."""
ADMINS: frozenset[Role] = frozenset({"admin"})
PAYERS: frozenset[Role] = ADMINS
"""They see who was offered and paid what. They see no words, so that pay and words are not brought together."""

ROLE_MEANINGS: dict[Role, str] = {
    "viewer": "reads words that were checked",
    "coder": "reads words that were checked, and puts them under themes",
    "reviewer": "reads every word, checks it, codes it and answers",
    "safeguarding": "does all that a reviewer does, and sees to people who may be in danger",
    "analyst": "reads words that were checked, and takes figures and exports out",
    "admin": "keeps accounts and set-up, and as admin alone never sees what people said",
}
"""Each role in plain words."""

Stage = Literal["out", "joining", "code", "in"]


def meaning_of(member: Member) -> str:
    """Return in plain words what somebody with these roles does. Roles add up."""
    return "; ".join(ROLE_MEANINGS[role] for role in (member.role, *member.further))


class Watch(Protocol):
    """Looks at what a form is about, as far as whoever sends it may see it."""

    def __call__(self, tx: Connection, *, visit: StaffRequest) -> Snapshot:
        """Return what stands there now."""
        ...


@dataclass(frozen=True)
class StaffPage:
    """One address and method: what answers it, and who may come.

    `stage` is how far they must be signed in (`out`: anybody may come). `needs_proof`: password and code must have
    been shown within the last minutes. `takes_file`: its form may bring a file.

    A form changes something unless `writes` is False: then it has its effect once (`review.http.acting`). `watch` looks
    at what it is about: the form carries what its author had seen of that, and does nothing where it changed since.
    `insist` is the button by which they do it all the same, where that is right.

    `is_use` is False for what an open page asks by itself: it keeps nobody signed in.
    """

    method: Literal["GET", "POST"]
    path: str
    answer: Callable[[StaffRequest], Awaitable[Response]]
    roles: frozenset[Role] = EVERYBODY
    stage: Stage = "in"
    needs_proof: bool = False
    takes_file: bool = False
    writes: bool = True
    watch: Watch | None = None
    insist: str = ""
    is_use: bool = True
    is_secret: bool = False
    """Nothing of its form is ever shown again or kept: it holds a password."""

    @property
    def is_marked(self) -> bool:
        """Whether its form has to carry a mark: it changes something for somebody who is signed in."""
        return self.method == "POST" and self.stage == "in" and self.writes
