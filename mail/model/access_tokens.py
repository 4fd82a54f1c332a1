"""What a connection needs from whoever holds access tokens (`mail.oauth.TokenSource` in the service)."""

from typing import Protocol


class AccessTokens(Protocol):
    """Where access tokens for XOAUTH2 come from."""

    async def token(self) -> str:
        """Return a token that is still good. Raises a SaysoError that says why there is none."""
        ...

    def forget(self, token: str) -> None:
        """Never hand out this one again: the server refused it."""
        ...
