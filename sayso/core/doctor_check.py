"""One thing that the doctor looked at."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Check:
    """One thing that was looked at. `fix` is empty where all is well."""

    name: str
    is_well: bool
    found: str
    fix: str = ""

    def __str__(self) -> str:
        """Return one line, or two with the fix."""
        line = f"{'ok  ' if self.is_well else 'FAIL'} {self.name}: {self.found}"
        return line if self.is_well else f"{line}\n     {self.fix}"

    def as_row(self) -> dict[str, Any]:
        """Return it for JSON: name, ok, found, fix."""
        row = asdict(self)
        row["ok"] = row.pop("is_well")
        return row
