"""The way of one browser to the provider and back: what it is for travels with it, sealed, and nothing is stored.

The `state` that the provider hands back is sealed with a key that belongs to this browser's token. So an answer is of
use to the browser that went, for ten minutes, and once: signing in gives the browser another token. What the provider
signs (`nonce`) and what only we know (`verifier`) are made from the same two.
"""

import base64
import json
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from review.identity.oidc_client import AuthorizationRequest
from storage.crypto.vault import Vault

LONGEST = timedelta(minutes=10)
"""A guess: time to find a password and a phone for the second step. What was begun an hour ago may no longer be
meant."""
_NONCE = 12
"""Bytes, as AES-GCM takes best (NIST SP 800-38D, 8.2)."""
_LONGEST_STATE = 2000
"""Characters. The longest that we make ourselves has some 750; strangers may send any length."""
_LONGEST_AFTER = 400
"""Characters of the page to go to afterwards. The way there is part of an address, and providers refuse those that are
very long."""


@dataclass(frozen=True)
class OidcState:
    """Why somebody goes to the provider: `link` is the token of a one-time link, `after` the page to go on to."""

    purpose: Literal["sign in", "join", "prove"]
    at: datetime
    after: str = ""
    link: str = ""


def leave(vault: Vault, token: str, detour: OidcState) -> AuthorizationRequest:
    """Return what a browser with this token takes along."""
    after = detour.after if len(detour.after) <= _LONGEST_AFTER else ""
    row = asdict(detour) | {"at": detour.at.timestamp(), "after": after}
    nonce = secrets.token_bytes(_NONCE)
    sealed = nonce + _key(vault, token).encrypt(nonce, json.dumps(row).encode(), None)
    state = base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()
    return _leaving(vault, token, state, is_fresh=detour.purpose == "prove")


def came_back(vault: Vault, token: str, state: str, now: datetime) -> tuple[OidcState, AuthorizationRequest] | None:
    """Return why a browser went and what it took along, or None where it was another browser or too long ago."""
    if not token or len(state) > _LONGEST_STATE:
        return None
    try:
        sealed = base64.b64decode(state + "=" * (-len(state) % 4), altchars=b"-_", validate=True)
        row = json.loads(_key(vault, token).decrypt(sealed[:_NONCE], sealed[_NONCE:], None))
    except (ValueError, InvalidTag):
        return None
    detour = OidcState(**row | {"at": datetime.fromtimestamp(row["at"], now.tzinfo)})
    if not timedelta() <= now - detour.at < LONGEST:
        return None
    return detour, _leaving(vault, token, state, is_fresh=detour.purpose == "prove")


def _leaving(vault: Vault, token: str, state: str, *, is_fresh: bool) -> AuthorizationRequest:
    both = f"{token}\0{state}"
    return AuthorizationRequest(
        state, vault.stamp("detour nonce", both), vault.stamp("detour verifier", both), is_fresh
    )


def _key(vault: Vault, token: str) -> AESGCM:
    return AESGCM(bytes.fromhex(vault.stamp("detour", token)))
