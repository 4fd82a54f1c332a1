"""A provider of accounts on this machine: OpenID Connect with real keys and real manners, and bad ones on demand.

It signs by `cryptography` alone, so that the library which checks has never seen the one that signs.
"""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urlencode

from aiohttp import BasicAuth, web
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

CLIENT, SECRET = "sayso-at-harbour", "harbour:secret/+"
PAGE = """<!doctype html><html lang="en"><title>Harbour accounts</title><h1>Harbour accounts</h1>
<form method="post"><button name="who" value="ada">I am Ada</button><button name="who" value="bea">I am Bea</button>
<button name="who" value="">Not now</button></form></html>"""


@cache
def rsa_key(number: int) -> rsa.RSAPrivateKey:
    """A key of this number, made once in a run."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048 + 0 * number)


@cache
def curve_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def b64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def number(value: int) -> str:
    return b64(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def public_jwk(kid: str, key: Any) -> dict[str, str]:
    """What a provider tells of a key."""
    told = key.public_key().public_numbers()
    if isinstance(key, rsa.RSAPrivateKey):
        return {"kty": "RSA", "kid": kid, "use": "sig", "n": number(told.n), "e": number(told.e)}
    x, y = (b64(one.to_bytes(32, "big")) for one in (told.x, told.y))
    return {"kty": "EC", "kid": kid, "use": "sig", "crv": "P-256", "x": x, "y": y}


def signed(claims: object, key: Any, **header: object) -> str:
    """A token signed as its header says; without `alg` by what fits the key."""
    header = {"alg": "RS256" if isinstance(key, rsa.RSAPrivateKey) else "ES256", "typ": "JWT", **header}
    text = f"{b64(json.dumps(header).encode())}.{b64(json.dumps(claims).encode())}"
    return f"{text}.{b64(_signature(str(header['alg']), key, text.encode()))}"


def _signature(algorithm: str, key: Any, text: bytes) -> bytes:
    if algorithm == "none":
        return b""
    if algorithm == "HS256":
        pem = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        return hmac.digest(pem, text, "sha256")
    if algorithm == "ES256":
        parts = decode_dss_signature(key.sign(text, ec.ECDSA(hashes.SHA256())))
        return b"".join(part.to_bytes(32, "big") for part in parts)
    return key.sign(text, padding.PKCS1v15(), hashes.SHA256())


@dataclass
class Grant:
    """What a code stands for."""

    query: dict[str, str]
    subject: str
    signed_in_at: datetime


@dataclass
class OpenIdServer:
    """The provider. A test says who sits in front of it, and may spoil what it says."""

    now: Callable[[], datetime]
    url: str = ""
    who: str | None = "ada"
    since: datetime | None = None
    tells_when: bool = True
    methods: list[str] | None = None
    key: int = 1
    kid: str = "first"
    document: dict[str, object] = field(default_factory=dict)
    spoil: Callable[[dict[str, Any]], object] = lambda _: None
    header: dict[str, object] = field(default_factory=dict)
    fails: dict[str, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    grants: dict[str, Grant] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    @property
    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/.well-known/openid-configuration", self.answer_document),
            web.get("/keys", self.answer_keys),
            web.get("/authorize", self.answer_authorize),
            web.post("/authorize", self.answer_authorize),
            web.post("/token", self.answer_token),
        ]

    async def answer_document(self, request: web.Request) -> web.Response:
        places = {name: f"{self.url}/{path}" for name, path in PLACES.items()}
        return self._answer(request, {"issuer": self.url, **places, **self.document})

    async def answer_keys(self, request: web.Request) -> web.Response:
        return self._answer(request, {"keys": [public_jwk(self.kid, rsa_key(self.key))]})

    async def answer_authorize(self, request: web.Request) -> web.Response:
        """Show whoever it is a page, or send them straight back where a test has said who it is."""
        query = dict(request.query)
        who = (await request.post()).get("who") if request.method == "POST" else self.who
        if who is None:
            return web.Response(text=PAGE, content_type="text/html", headers={"Content-Security-Policy": "none"})
        back = {"state": query["state"]}
        if who:
            code = secrets.token_urlsafe(16)
            is_fresh = query.get("prompt") == "login" or request.method == "POST"
            at = self.now() if is_fresh or self.since is None else self.since
            self.grants[code] = Grant(query, str(who), at)
            back |= {"code": code}
        else:
            back |= {"error": "access_denied"}
        raise web.HTTPFound(f"{query['redirect_uri']}?{urlencode(back)}")

    async def answer_token(self, request: web.Request) -> web.Response:
        form = dict(await request.post())
        if not self._is_client(request, form):
            return web.json_response({"error": "invalid_client", "error_description": SECRET}, status=401)
        code = str(form.get("code"))
        grant = self.grants.get(code)
        if grant is None or code in self.used or not _is_same(grant, form):
            return web.json_response({"error": "invalid_grant"}, status=400)
        self.used.add(code)
        return self._answer(request, {"access_token": "x", "token_type": "Bearer", "id_token": self.token(grant)})

    def token(self, grant: Grant) -> str:
        now = self.now().timestamp()
        claims = {
            "iss": self.url,
            "aud": CLIENT,
            "sub": grant.subject,
            "exp": now + 300,
            "iat": now,
            "nonce": grant.query["nonce"],
        }
        if self.tells_when:
            claims["auth_time"] = int(grant.signed_in_at.timestamp())
        if self.methods is not None:
            claims["amr"] = self.methods
        self.spoil(claims)
        return signed(claims, rsa_key(self.key), **{"kid": self.kid, **self.header})

    def _answer(self, request: web.Request, content: object) -> web.Response:
        self.asked.append(request.path.rpartition("/")[2])
        status = self.fails.get(self.asked[-1], 200)
        headers = {"Date": self.now().astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")}
        return web.json_response(
            content if status == 200 else {"error": "server_error"}, status=status, headers=headers
        )

    def _is_client(self, request: web.Request, form: dict[str, Any]) -> bool:
        if "client_secret_post" in self.document.get("token_endpoint_auth_methods_supported", ()):
            return (form.get("client_id"), form.get("client_secret")) == (CLIENT, SECRET)
        shown = BasicAuth.decode(request.headers.get("Authorization", "Basic Og=="))
        return (shown.login, shown.password) == (CLIENT, "harbour%3Asecret%2F%2B") and "client_secret" not in form


PLACES = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}


def _is_same(grant: Grant, form: dict[str, Any]) -> bool:
    """Whether whoever brings a code is who it was made for (RFC 7636 section 4.6)."""
    challenge = b64(hashlib.sha256(str(form.get("code_verifier")).encode()).digest())
    asked = grant.query
    return (
        form.get("grant_type") == "authorization_code"
        and (asked["code_challenge_method"], asked["code_challenge"]) == ("S256", challenge)
        and (asked["client_id"], asked["redirect_uri"]) == (form.get("client_id"), form.get("redirect_uri"))
        and (asked["scope"], asked["response_type"]) == ("openid", "code")
    )


@asynccontextmanager
async def openid_server(now: Callable[[], datetime]) -> AsyncIterator[OpenIdServer]:
    """Run a provider on a free port of this machine."""
    server = OpenIdServer(now)
    application = web.Application()
    application.add_routes(server.routes)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield server
    await runner.cleanup()
