"""Access tokens for mailboxes that take no password: Microsoft 365 and Google (RFC 6749 sections 4.4 and 6).

Two ways: by client credentials (Microsoft 365: the program signs in as itself) and by a refresh token (Google and
Microsoft: somebody agreed once). The setting up is told in docs/mailbox.md.
"""

import asyncio
import json
import re
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import aiohttp

from feedback.errors import SaysoError
from mail.loopback import is_loopback_number

EARLY = timedelta(minutes=5)
"""So long before its end a token counts as old; one that lives less than twice as long, from half of its life on."""
_LIFE = 3600
"""An hour in seconds, as Google's tokens live, and the example of RFC 6749 section 5.1."""
_SECONDS = 30
"""A guess: an answer takes a second. The mailbox waits meanwhile, so half a minute too long costs nobody anything."""
_LARGEST_ANSWER = 256 * 1024
"""Bytes. An answer is a token of a few thousand; without a bound, a wrong address could fill the memory."""
_LATER = (429, 500, 502, 503, 504)
_PASSING = frozenset({"temporarily_unavailable", "server_error", "slow_down"})
_ERROR = re.compile(r"[a-z_]{1,40}")
_MICROSOFT = re.compile(r"AADSTS\d{1,9}")


class TokenRefused(SaysoError):
    """The token server will not give a token, and would not if asked again. `reason` is its error code, no more."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"The sign-in service gives no token for the mailbox ({reason}). Check SAYSO_MAIL_OAUTH and the settings "
            "beside it, as docs/mailbox.md tells."
        )
        self.reason = reason


class TokenUnavailable(SaysoError):
    """No token could be had for now. `reason` is a status or the kind of the failure."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The sign-in service could not be asked for a token ({reason}). It is tried again.")
        self.reason = reason


@dataclass(frozen=True)
class Grant:
    """What is shown to a token server. Without `refresh_token` it is client credentials.

    `url` is https; plain http is taken for this machine only. `ca` is a file of whom to trust instead of the system's.
    """

    url: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)
    scope: str = ""
    ca: Path | None = None


def microsoft(tenant: str, client_id: str, client_secret: str, refresh_token: str = "") -> Grant:
    """Return the grant of Microsoft 365: as the program itself, or in the name of who gave the refresh token."""
    own = "https://outlook.office365.com/.default"
    given = "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access"
    url = f"https://login.microsoftonline.com/{quote(tenant, safe='')}/oauth2/v2.0/token"
    return Grant(url, client_id, client_secret, refresh_token, given if refresh_token else own)


def google(client_id: str, client_secret: str, refresh_token: str) -> Grant:
    """Return the grant of Google, in the name of who gave the refresh token."""
    return Grant("https://oauth2.googleapis.com/token", client_id, client_secret, refresh_token)


async def _keep_nothing(_: str) -> None:
    """Let a new refresh token live in memory only."""


class TokenSource:
    """Hands out one access token until shortly before its end; several who ask at once wait for the same answer.

    `keep` is awaited with a new refresh token whenever the server replaces ours, as Microsoft does: store it, since the
    old one ends 90 days after it was given.
    """

    def __init__(
        self, grant: Grant, now: Callable[[], datetime], keep: Callable[[str], Awaitable[None]] = _keep_nothing
    ) -> None:
        if not _is_safe(grant.url):
            raise ValueError("A token server is asked over https only.")
        self._grant, self._now, self._keep = grant, now, keep
        self._refresh_token = grant.refresh_token
        self._token = ""
        self._old_at: datetime | None = None
        self._asking = asyncio.Lock()

    async def token(self) -> str:
        """Return a token that is good for some minutes at least. Raises TokenRefused and TokenUnavailable."""
        async with self._asking:
            if not self._token or self._old_at is None or self._now() >= self._old_at:
                await self._renew()
            return self._token

    def forget(self, token: str) -> None:
        """Do not hand this one out again: a mail server refused it. One that came after it stays."""
        if token == self._token:
            self._token = ""

    async def _renew(self) -> None:
        asked_at = self._now()
        answer = await self._ask()
        token, life = answer.get("access_token"), _life(answer.get("expires_in"))
        if not isinstance(token, str) or not token.isascii() or not token.isprintable():
            raise TokenUnavailable("an answer without a token")
        self._token, self._old_at = token, asked_at + max(life - EARLY, life / 2)
        replaced = answer.get("refresh_token")
        if self._refresh_token and isinstance(replaced, str) and replaced not in ("", self._refresh_token):
            self._refresh_token = replaced
            await self._keep(replaced)

    def _form(self) -> dict[str, str]:
        grant = self._grant
        way = {"grant_type": "client_credentials"}
        if self._refresh_token:
            way = {"grant_type": "refresh_token", "refresh_token": self._refresh_token}
        form = way | {"client_id": grant.client_id, "client_secret": grant.client_secret, "scope": grant.scope}
        return {name: value for name, value in form.items() if value}

    async def _ask(self) -> dict[str, Any]:
        """Return the server's answer. No error carries its text, which may repeat what was sent."""
        trusted = ssl.create_default_context(cafile=self._grant.ca) if self._grant.url.startswith("https") else True
        limit = aiohttp.ClientTimeout(total=_SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=limit, trust_env=True) as session,
                session.post(self._grant.url, data=self._form(), ssl=trusted, allow_redirects=False) as response,
            ):
                status, content = response.status, await _start_of(response)
        except TimeoutError:
            raise TokenUnavailable("no answer in time") from None
        except aiohttp.ClientError as error:
            raise TokenUnavailable(type(error).__name__) from None
        return _checked(status, content)


async def _start_of(response: aiohttp.ClientResponse) -> bytes:
    """Return the answer; of one that is far too long the beginning, which then is no JSON."""
    content = bytearray()
    async for piece in response.content.iter_chunked(_LARGEST_ANSWER):
        content += piece
        if len(content) > _LARGEST_ANSWER:
            break
    return bytes(content)


def _checked(status: int, content: bytes) -> dict[str, Any]:
    """Return a good answer. Raises TokenRefused where the server names a lasting reason."""
    answer: Any = None
    with suppress(ValueError, RecursionError):
        answer = json.loads(content)
    if status == 200 and isinstance(answer, dict):
        return answer
    code = answer.get("error") if isinstance(answer, dict) else None
    if not isinstance(code, str) or not _ERROR.fullmatch(code) or code in _PASSING or status in _LATER:
        raise TokenUnavailable(f"status {status}")
    detail = _MICROSOFT.search(str(answer.get("error_description", "")))
    raise TokenRefused(f"{code}, {detail[0]}" if detail else code)


def _life(seconds: object) -> timedelta:
    """Return how long a token lives; an hour where the server does not say (it may come as text)."""
    with suppress(ValueError, TypeError, OverflowError):
        told = int(seconds)  # type: ignore[call-overload] # anything that JSON can hold; what is no number raises
        return timedelta(seconds=min(max(told, 0), 24 * _LIFE))
    return timedelta(seconds=_LIFE)


def _is_safe(url: str) -> bool:
    parts = urlsplit(url)
    host = parts.hostname or ""
    return (parts.scheme == "https" and bool(host)) or (parts.scheme == "http" and is_loopback_number(host))
