"""The link that a first start prints: whoever opens it sets up the first account, in the browser alone."""

from datetime import datetime

from sqlalchemy import Connection

from sayso.core.store import Store
from storage.accounts import first_link

_LINES = (
    "Nobody is set up yet. Open this link in a browser, on this machine or on one that reaches it:",
    "  {link}",
    "It makes the first account and shows the recovery sheet. It works for an hour; start sayso again for a new one.",
)


def first_lines(store: Store, public_url: str, now: datetime) -> tuple[str, ...]:
    """Return what to print where nobody is set up yet: a fresh link. Nothing anywhere else."""

    def job(tx: Connection) -> str:
        return "" if first_link.has_somebody(tx, now=now) else first_link.make(tx, store.vault, now=now)

    token = store.database.write_now(job)
    link = f"{public_url.rstrip('/')}/staff/first/{token}"
    return tuple(line.format(link=link) for line in _LINES) if token else ()
