"""Which tokens count: those of the provider, for us, for this browser, now, and signed with a public key."""

from datetime import UTC, datetime

import pytest

from review.identity.id_token import judge
from review.identity.oidc_client import ExpectedClaims, IdentityNotProven, UnknownSigningKey
from tests.review.openid_server import b64, curve_key, public_jwk, rsa_key, signed

NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)
AT = NOW.timestamp()
TENANT = "11111111-2222-3333-4444-555555555555"
MICROSOFT = f"https://login.microsoftonline.com/{TENANT}/v2.0"
ISSUER = "https://accounts.example.org"
GOOD = {"iss": ISSUER, "aud": "us", "sub": "ada", "exp": AT + 300, "iat": AT, "nonce": "once"}
KEYS = {"keys": [public_jwk("first", rsa_key(1)), public_jwk("second", curve_key())]}


def shown(token, keys=KEYS, issuer=ISSUER):
    return judge(token, keys, ExpectedClaims(issuer, "us", "once", NOW))


def refused(token, **more):
    with pytest.raises(IdentityNotProven) as raised:
        shown(token, **more)
    assert "ada" not in str(raised.value)
    return raised.value.reason


def token(key=None, kid="first", header=(), **claims):
    wanted = {name: value for name, value in {**GOOD, **claims}.items() if value is not None}
    return signed(wanted, key or rsa_key(1), kid=kid, **dict(header))


@pytest.mark.slow
def test_a_token_signed_by_either_kind_of_key_shows_who_came():
    told = {"amr": ["pwd", "mfa", 7], "auth_time": AT - 60}

    by_rsa = shown(token(**told))
    by_curve = shown(token(curve_key(), "second", aud=["us"], azp="us"))

    assert (by_rsa.subject, by_rsa.methods, by_rsa.at.timestamp()) == ("ada", ("pwd", "mfa"), AT - 60)
    assert (by_curve.subject, by_curve.methods, by_curve.at) == ("ada", (), None)


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"iss": "https://accounts.example.org/"}, "issuer"),
        ({"iss": None}, "issuer"),
        ({"aud": "them"}, "audience"),
        ({"aud": ["us", "them"]}, "audience"),
        ({"aud": None}, "audience"),
        ({"azp": "them"}, "authorised party"),
        ({"nonce": "twice"}, "nonce"),
        ({"nonce": None}, "nonce"),
        ({"nonce": "ünce"}, "nonce"),
        ({"exp": AT - 61}, "expired"),
        ({"exp": None}, "expired"),
        ({"exp": True}, "expired"),
        ({"exp": "9999999999"}, "expired"),
        ({"exp": 1e300}, "expired"),
        ({"iat": AT + 61}, "made in the future"),
        ({"iat": None}, "made in the future"),
        ({"nbf": AT + 61}, "not yet good"),
        ({"sub": None}, "subject"),
        ({"sub": ""}, "subject"),
        ({"sub": 7}, "subject"),
        ({"sub": "x" * 256}, "subject"),
    ],
)
def test_a_token_that_says_anything_else_is_refused(claims, reason):
    assert refused(token(**claims)) == reason


def test_clocks_may_differ_by_a_minute():
    assert shown(token(exp=AT - 59, iat=AT + 59, nbf=AT + 59)).subject == "ada"


def test_a_token_of_another_tenant_of_microsoft_is_refused():
    ours, theirs = token(iss=MICROSOFT, tid=TENANT), token(iss=MICROSOFT, tid=TENANT.replace("1", "9"))

    assert shown(ours, issuer=MICROSOFT).subject == "ada"
    assert refused(theirs, issuer=MICROSOFT) == "tenant"
    assert refused(token(iss=MICROSOFT), issuer=MICROSOFT) == "tenant"
    assert refused(token(iss=MICROSOFT.replace("1", "9"), tid=TENANT), issuer=MICROSOFT) == "issuer"


def test_only_a_signature_with_a_public_key_that_we_know_counts():
    good = token()
    head, body, mark = good.split(".")
    own = {"jwk": public_jwk("first", rsa_key(2)), "jku": "https://example.org/keys"}

    assert refused(token(header={"alg": "none"})) == "signature"
    assert refused(token(header={"alg": "HS256"})) == "signature"
    assert refused(token(header={"crit": ["odd"], "odd": 1})) == "signature"
    assert refused(token(rsa_key(2))) == "signature"
    assert refused(token(rsa_key(2), header=own)) == "signature"
    assert refused(f"{head}.{b64(b'{}')}.{mark}") == "signature"
    assert refused(f"{head}.{body}.") == "signature"
    assert refused(signed([GOOD], rsa_key(1), kid="first")) == "signature"
    for odd in ("", "a.b", "a.b.c", "...", "ü.ü.ü", "x" * 200_000):
        assert refused(odd) == "signature"


def test_a_secret_among_the_keys_is_never_one_to_check_with():
    odd = {"keys": [{"kty": "oct", "kid": "first", "k": b64(b"x" * 32)}, "odd", {"kty": "RSA", "n": "!"}, 7]}

    assert refused(token(header={"alg": "HS256"}), keys=odd) == "signature"
    with pytest.raises(UnknownSigningKey):
        shown(token(), keys=odd)


def test_an_unknown_key_is_told_apart_since_other_keys_may_help():
    with pytest.raises(UnknownSigningKey):
        shown(token(rsa_key(2), "third"))


def test_a_key_for_another_use_or_algorithm_does_not_count():
    for more in ({"use": "enc"}, {"alg": "PS256"}):
        with pytest.raises(IdentityNotProven):
            shown(token(), keys={"keys": [{**public_jwk("first", rsa_key(1)), **more}]})
