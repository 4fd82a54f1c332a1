"""Whether a token is from the provider, for us, for this browser, and now: OpenID Connect Core 1.0 section 3.1.3.7.

The one room that needs the optional part `sayso[oidc]`: joserfc checks signatures. Which algorithms count is decided
here, never by the token: signatures with a public key alone. So no token counts that is unsigned, or signed with
what is no secret (RFC 8725).
"""

import hmac
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from joserfc import jws, jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import JWKRegistry, Key, KeySet

from review.identity.oidc_client import SKEW, ExpectedClaims, IdentityNotProven, ProvenIdentity, UnknownSigningKey

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
_KINDS = ("RSA", "EC")
_LONGEST_SUBJECT = 255
"""Characters (OpenID Connect Core 1.0 section 2)."""
_MICROSOFT = "login.microsoftonline.com"


def judge(token: str, keys: Mapping[str, Any], expected: ExpectedClaims) -> ProvenIdentity:
    """Return whom a token shows. Raises IdentityNotProven, and UnknownSigningKey for a key that is not in this set (a JWK set)."""
    claims = _signed(token, keys)
    _judge_names(claims, expected)
    _judge_times(claims, expected.now)
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= _LONGEST_SUBJECT:
        raise IdentityNotProven("subject")
    methods = claims.get("amr")
    told = tuple(one for one in methods if isinstance(one, str)) if isinstance(methods, list) else ()
    return ProvenIdentity(subject, told, _moment(claims.get("auth_time")))


def _signed(token: str, keys: Mapping[str, Any]) -> Mapping[str, Any]:
    registry = jws.JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
    try:
        return jwt.decode(token, KeySet(_usable(keys)), registry=registry).claims
    except InvalidKeyIdError:
        raise UnknownSigningKey("signed with an unknown key") from None
    except (JoseError, ValueError, TypeError, RecursionError):
        raise IdentityNotProven("signature") from None


def _usable(keys: Mapping[str, Any]) -> list[Key]:
    """Return the public keys of a set that we can use; a kind that we do not know is no reason to refuse the others."""
    found = []
    for one in keys.get("keys", ()):
        if isinstance(one, dict) and one.get("kty") in _KINDS:
            try:
                found.append(JWKRegistry.import_key(one))
            except (JoseError, ValueError, TypeError):
                continue
    return found


def _judge_names(claims: Mapping[str, Any], expected: ExpectedClaims) -> None:
    """Refuse a token of another issuer or tenant, for another program, or for another browser."""
    if claims.get("iss") != expected.issuer:
        raise IdentityNotProven("issuer")
    parts = urlsplit(expected.issuer)
    if parts.hostname == _MICROSOFT and claims.get("tid") not in parts.path.split("/"):
        raise IdentityNotProven("tenant")
    if claims.get("aud") not in (expected.client_id, [expected.client_id]):
        raise IdentityNotProven("audience")
    if claims.get("azp", expected.client_id) != expected.client_id:
        raise IdentityNotProven("authorised party")
    nonce = claims.get("nonce")
    if not isinstance(nonce, str) or not hmac.compare_digest(nonce.encode(), expected.nonce.encode()):
        raise IdentityNotProven("nonce")


def _judge_times(claims: Mapping[str, Any], now: datetime) -> None:
    ends_at, made_at = _moment(claims.get("exp")), _moment(claims.get("iat"))
    if ends_at is None or ends_at <= now - SKEW:
        raise IdentityNotProven("expired")
    if made_at is None or made_at > now + SKEW:
        raise IdentityNotProven("made in the future")
    if (_moment(claims.get("nbf")) or now) > now + SKEW:
        raise IdentityNotProven("not yet good")


def _moment(seconds: object) -> datetime | None:
    """Return a time of a token, or None where it is no number that a time can be."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not math.isfinite(seconds):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None
