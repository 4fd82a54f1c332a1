"""The newest refresh token of a mailbox, beside the key file: Microsoft replaces the one that a host was given."""

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class KeptToken:
    """A file of two lines: which token the host had set when it was written (`of`, a hash), and the newest one.

    Once the host sets another token, what is kept from before counts no more.
    """

    file: Path
    of: str

    def read(self) -> str:
        """Return the newest token, empty where none was kept for the one that is set."""
        try:
            of, _, token = self.file.read_text("utf-8").partition("\n")
        except OSError:
            return ""
        return token.strip() if of == self.of else ""

    async def keep(self, token: str) -> None:
        """Write the newest token down, for its owner alone."""
        await asyncio.to_thread(self._write, token)

    def _write(self, token: str) -> None:
        beside = self.file.with_name(f"{self.file.name}.new")
        beside.touch(mode=0o600)
        beside.write_text(f"{self.of}\n{token}\n", "utf-8")
        os.replace(beside, self.file)  # noqa: PTH105 - replaces in one step, also where the file is there already
