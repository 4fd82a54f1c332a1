"""The settings of signing in with a provider of accounts: all of them, or none (decision 0014)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from config.addresses import AddressError, is_loopback, web_address
from config.secret import Secret

NAMES = ("oidc_issuer", "oidc_client_id", "oidc_client_secret")
_MICROSOFT = "login.microsoftonline.com"
_GOOGLE = "accounts.google.com"
_TENANT = re.compile(r"/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/v2\.0")


@dataclass(frozen=True)
class OpenId:
    """How sayso is known to a provider. `has_second_step`: the host vouches that it asks everybody for one."""

    issuer: str
    client_id: str
    client_secret: Secret
    has_second_step: bool


def issuer_address(text: str) -> str:
    """Return an issuer, letter by letter as it was written: a slash at its end belongs to it. Raises AddressError."""
    web_address(text)
    parts = urlsplit(text)
    if not _is_safe(text):
        raise AddressError("Write https://. Plain http is for a provider on this machine.")
    if parts.hostname == _MICROSOFT and not _TENANT.fullmatch(parts.path):
        raise AddressError(f"Name your own directory: https://{_MICROSOFT}/TENANT-ID/v2.0, without a slash at its end.")
    return text


def second_step(text: str) -> str:
    """Return who asks for the second step."""
    if text not in ("sayso", "provider"):
        raise ValueError("Write sayso or provider.")
    return text


def faults(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the name of each setting that is missing or does not fit the others, and what to do."""
    present = [name for name in NAMES if values[name]]
    for name in NAMES:
        if present and name not in present:
            others = " and ".join(f"SAYSO_{one.upper()}" for one in present)
            yield name, f"It is missing. Signing in with a provider needs it beside {others}."
    if present and values["public_url"] and not _is_safe(values["public_url"]):
        yield "public_url", "Signing in with a provider needs https. Set it to your https address."
    if values["oidc_second_step"] == "provider" and urlsplit(values["oidc_issuer"] or "").hostname == _GOOGLE:
        yield "oidc_second_step", "Google does not say when somebody signed in. Leave this out: sayso asks for a code."


def openid(values: dict[str, Any]) -> OpenId | None:
    """Take these settings out of all; return them together, or None where there are none."""
    issuer, client_id, client_secret = (values.pop(name) for name in NAMES)
    step = values.pop("oidc_second_step")
    return OpenId(issuer, client_id, client_secret, has_second_step=step == "provider") if issuer else None


def _is_safe(url: str) -> bool:
    return url.startswith("https://") or is_loopback(urlsplit(url).hostname or "")
