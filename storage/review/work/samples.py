"""Random samples of replies that staff sort first, so that shares of themes can be estimated for all."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from storage.db.dialect import insert_into
from storage.tables import theme_samples


@dataclass(frozen=True)
class DrawnSample:
    """The sample of one flow: its seed, and how far it reaches of 2 to the power of 63."""

    seed: str
    limit: int

    @classmethod
    def begun(cls) -> "DrawnSample":
        """Return a sample with a seed of its own that nothing is in yet."""
        return cls(secrets.token_hex(16), 0)


def of_flow(tx: Connection, *, flow: str) -> DrawnSample | None:
    """Return the sample of a flow; None where none was drawn."""
    columns = (theme_samples.c.seed, theme_samples.c.limit)
    row = tx.execute(select(*columns).where(theme_samples.c.flow == flow)).first()
    return None if row is None else DrawnSample(row[0], row[1])


def keep(tx: Connection, *, flow: str, sample: DrawnSample, by: str, now: datetime) -> None:
    """Keep the sample of a flow, or how much wider it reaches now. `by` is the id of a member of staff."""
    row = {"flow": flow, "seed": sample.seed, "limit": sample.limit, "drawn_by": by, "drawn_at": now}
    new = insert_into(tx, theme_samples).values(row)
    tx.execute(new.on_conflict_do_update(index_elements=["flow"], set_={**row, "seed": theme_samples.c.seed}))
