"""The provider of accounts that an organisation has already (Microsoft, Google, any OpenID provider).

OpenID Connect Core 1.0, the code flow with PKCE (RFC 7636). The browser is sent there and comes back with a code; the
code is changed for a signed token, straight from the provider. Only the provider's own name for somebody is asked for:
neither address nor name.
"""

import asyncio
import base64
import hashlib
import json
import re
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

import aiohttp

from feedback.errors import SaysoError

DOCUMENT_AGE = timedelta(hours=24)
"""The addresses of a provider hardly ever change. A day means that a change heals without a restart."""
KEYS_AGE = timedelta(hours=1)
"""So long keys are believed; one that the provider takes back is refused after that."""
KEYS_PAUSE = timedelta(minutes=1)
"""A token signed with a key that we do not know has the keys fetched again, so often at most."""
SKEW = timedelta(minutes=1)
"""Its clock and ours may differ by so much."""
AWAY_PAUSE = timedelta(seconds=5)
"""A provider that could not be asked is left alone for so long: whoever comes meanwhile need not wait for it."""
_SECONDS = 10
"""Somebody looks at a page that does not come meanwhile. A provider answers in under a second."""
_LARGEST_ANSWER = 256 * 1024
"""Bytes. Keys and addresses are a few thousand; without a bound, a wrong address could fill the memory."""
_ERROR = re.compile(r"[a-z_]{1,40}")
_NAMES = {"login.microsoftonline.com": "Microsoft", "accounts.google.com": "Google"}


class ProviderAway(SaysoError):
    """The provider could not be asked, or its answer makes no sense. `reason` is a short word, no secret."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The provider of accounts could not be asked ({reason}).")
        self.reason = reason


class IdentityNotProven(SaysoError):
    """What came from the provider does not show who somebody is. `reason` says what is wrong, without its content."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The provider's answer does not show who this is ({reason}).")
        self.reason = reason


class UnknownSigningKey(IdentityNotProven):
    """The token was signed with a key that is not among those we know."""


@dataclass(frozen=True)
class ClientRegistration:
    """How sayso is known to a provider. `back` is where browsers return to.

    `has_second_step`: the host vouches that the provider asks everybody for a second step (decision 0014).
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    back: str
    has_second_step: bool = False


@dataclass(frozen=True)
class AuthorizationRequest:
    """One browser that goes to the provider. `is_fresh`: they have to sign in there again, whoever they are."""

    state: str
    nonce: str
    verifier: str = field(repr=False)
    is_fresh: bool = False


@dataclass(frozen=True)
class ExpectedClaims:
    """What a token must say."""

    issuer: str
    client_id: str
    nonce: str
    now: datetime


@dataclass(frozen=True)
class ProvenIdentity:
    """Who came back: the provider's name for them, never another's.

    `methods` is how they signed in there (RFC 8176) and `at` when, where the provider tells.
    """

    subject: str
    methods: tuple[str, ...] = ()
    at: datetime | None = None


Judge = Callable[[str, Mapping[str, Any], ExpectedClaims], ProvenIdentity]
"""Reads a token with the provider's keys (a JWK set). Raises IdentityNotProven, and UnknownSigningKey where other keys may help."""


@dataclass(frozen=True)
class ProviderEndpoints:
    """Where a provider is asked, by its own document."""

    authorize: str
    token: str
    keys: str
    takes_basic: bool
    names_itself: bool
    lets_choose: bool


@dataclass(frozen=True)
class ProviderStatus:
    """What the doctor sees of a provider: how many keys it has, and by how much its clock is ahead of ours.

    `tells_when` is False for one that lists what its tokens tell, and not when somebody signed in.
    """

    keys: int
    ahead: timedelta
    tells_when: bool


class OidcProvider:
    """A provider of accounts, asked over https only; plain http is for this machine."""

    def __init__(self, registration: ClientRegistration, judge: Judge, now: Callable[[], datetime]) -> None:
        self.registration = registration
        self._judge, self._now = judge, now
        self._places: tuple[ProviderEndpoints, datetime] | None = None
        self._keys: tuple[Mapping[str, Any], datetime] | None = None
        self._away: tuple[str, datetime] | None = None
        self._asking = asyncio.Lock()

    @property
    def name(self) -> str:
        """Return what people call it."""
        return provider_name(self.registration.issuer)

    async def way_there(self, leaving: AuthorizationRequest) -> str:
        """Return the address that a browser is sent to. Raises ProviderAway."""
        places = await self._found()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(leaving.verifier.encode()).digest()).rstrip(b"=")
        query = {
            "response_type": "code",
            "scope": "openid",
            "client_id": self.registration.client_id,
            "redirect_uri": self.registration.back,
            "state": leaving.state,
            "nonce": leaving.nonce,
            "code_challenge": challenge.decode(),
            "code_challenge_method": "S256",
        }
        if leaving.is_fresh:
            query |= {"prompt": "login", "max_age": "0"}
        elif places.lets_choose:
            query |= {"prompt": "select_account"}
        return f"{places.authorize}{'&' if urlsplit(places.authorize).query else '?'}{urlencode(query)}"

    async def shown(self, code: str, leaving: AuthorizationRequest, issuer: str) -> ProvenIdentity:
        """Change the code of somebody who came back for who they are. `issuer` is what the way back names, if anything.

        Raises ProviderAway, and IdentityNotProven for whatever is not right (RFC 9207: an answer of another provider too).
        """
        places = await self._found()
        if (issuer or places.names_itself) and issuer != self.registration.issuer:
            raise IdentityNotProven("another provider answered")
        token = await self._token(places, code, leaving.verifier)
        expected = ExpectedClaims(self.registration.issuer, self.registration.client_id, leaving.nonce, self._now())
        try:
            return self._judge(token, await self._key_set(places), expected)
        except UnknownSigningKey:
            return self._judge(token, await self._key_set(places, KEYS_PAUSE), expected)

    async def look(self) -> ProviderStatus:
        """Ask for document and keys anew. Raises ProviderAway."""
        document, at = await _fetched("GET", self._document_url)
        keys, _ = await _fetched("GET", self._read(document).keys)
        told = document.get("claims_supported")
        tells_when = not isinstance(told, list) or "auth_time" in told
        return ProviderStatus(len(_list(keys)), (at - self._now()) if at else timedelta(), tells_when)

    async def _found(self) -> ProviderEndpoints:
        async with self._asking:
            if self._places is None or self._now() - self._places[1] >= DOCUMENT_AGE:
                self._places = self._read(await self._asked(self._document_url)), self._now()
            return self._places[0]

    @property
    def _document_url(self) -> str:
        return f"{self.registration.issuer.rstrip('/')}/.well-known/openid-configuration"

    def _read(self, document: Mapping[str, Any]) -> ProviderEndpoints:
        """Return the places of a document. Its issuer must be the one that we asked, letter by letter."""
        if document.get("issuer") != self.registration.issuer:
            raise ProviderAway("its document names another issuer")
        names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        found = [document.get(name) for name in names]
        authorize, token, keys = (url if isinstance(url, str) and is_safe(url) else "" for url in found)
        if not (authorize and token and keys):
            raise ProviderAway("its document misses an https address")
        ways = document.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        takes_basic = isinstance(ways, list) and "client_secret_basic" in ways
        names_itself = document.get("authorization_response_iss_parameter_supported") is True
        return ProviderEndpoints(authorize, token, keys, takes_basic, names_itself, self._lets_choose(document))

    def _lets_choose(self, document: Mapping[str, Any]) -> bool:
        """Return whether it may be asked to let people choose an account; some refuse whoever asks what they do not know.

        Microsoft and Google do it and do not say so.
        """
        told = document.get("prompt_values_supported")
        is_told = isinstance(told, list) and "select_account" in told
        return is_told or urlsplit(self.registration.issuer).hostname in _NAMES

    async def _key_set(self, places: ProviderEndpoints, oldest: timedelta = KEYS_AGE) -> Mapping[str, Any]:
        async with self._asking:
            if self._keys is None or self._now() - self._keys[1] >= oldest:
                keys = await self._asked(places.keys)
                _list(keys)
                self._keys = keys, self._now()
            return self._keys[0]

    async def _asked(self, url: str) -> Mapping[str, Any]:
        if self._away is not None and self._now() - self._away[1] < AWAY_PAUSE:
            raise ProviderAway(self._away[0])
        try:
            return (await _fetched("GET", url))[0]
        except ProviderAway as fault:
            self._away = fault.reason, self._now()
            raise

    async def _token(self, places: ProviderEndpoints, code: str, verifier: str) -> str:
        known = self.registration
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": known.back,
            "code_verifier": verifier,
            "client_id": known.client_id,
        }
        headers = {}
        if places.takes_basic:
            pair = f"{quote_plus(known.client_id)}:{quote_plus(known.client_secret)}".encode()
            headers["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
        else:
            form["client_secret"] = known.client_secret
        answer, _ = await _fetched("POST", places.token, form, headers)
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise IdentityNotProven("no token")
        return token


def provider_name(issuer: str) -> str:
    """Return what people call a provider: Microsoft, Google, or the name of its machine."""
    host = urlsplit(issuer).hostname or ""
    return _NAMES.get(host, host)


def is_safe(url: str) -> bool:
    """Return whether an address is https, or on this machine."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    host = parts.hostname or ""
    return (parts.scheme == "https" and bool(host)) or (parts.scheme == "http" and _is_here(host))


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


async def _fetched(
    method: str, url: str, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> tuple[Mapping[str, Any], datetime | None]:
    """Return an answer (a JSON object) and the provider's time. No error carries its text, which may repeat a secret."""
    limit = aiohttp.ClientTimeout(total=_SECONDS)
    trusted = ssl.create_default_context() if url.startswith("https") else True
    try:
        async with (
            aiohttp.ClientSession(timeout=limit, trust_env=True) as session,
            session.request(method, url, data=form, headers=headers, ssl=trusted, allow_redirects=False) as response,
        ):
            content = await _start_of(response)
            return _object(response.status, content), _time(response.headers.get("Date", ""))
    except TimeoutError:
        raise ProviderAway("no answer in time") from None
    except aiohttp.ClientError as error:
        raise ProviderAway(type(error).__name__) from None


async def _start_of(response: aiohttp.ClientResponse) -> bytes:
    """Return an answer; of one that is far too long its beginning, which is no JSON."""
    content = bytearray()
    async for piece in response.content.iter_chunked(_LARGEST_ANSWER):
        content += piece
        if len(content) > _LARGEST_ANSWER:
            break
    return bytes(content[:_LARGEST_ANSWER])


def _object(status: int, content: bytes) -> Mapping[str, Any]:
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        answer = None
    if status == 200 and isinstance(answer, dict):
        return answer
    code = answer.get("error") if isinstance(answer, dict) else None
    if status == 400 and code == "invalid_grant":
        raise IdentityNotProven("the code is over or was used")
    raise ProviderAway(error_code(code) or f"status {status}")


def error_code(code: object) -> str:
    """Return what a provider names as a fault, where it is the short word that it ought to be; else nothing."""
    return code if isinstance(code, str) and _ERROR.fullmatch(code) else ""


def _list(keys: Mapping[str, Any]) -> list[object]:
    found = keys.get("keys")
    if not isinstance(found, list):
        raise ProviderAway("its keys cannot be read")
    return found


def _time(text: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
