"""Who a mail is really from, as our own mail server wrote it down; forged results prove nobody."""

import pytest

from mail.model.authentication_results import NAMELESS, AuthenticationResults, trail, verdict

OURS = "mx.example.test"


@pytest.mark.parametrize(
    ("results", "told"),
    [
        (
            (f"{OURS}; dmarc=pass header.from=example.org; spf=pass; dkim=fail",),
            AuthenticationResults("pass", "fail", "pass", is_genuine=True),
        ),
        (
            (f"{OURS}; dmarc=fail (p=none) header.from=example.org; spf=pass",),
            AuthenticationResults("pass", "", "fail", is_genuine=False),
        ),
        (
            (f"{OURS} 1; dkim=pass (ok; yes) header.d=example.org",),
            AuthenticationResults("", "pass", "", is_genuine=True),
        ),
        ((f"{OURS}; dkim=pass header.d=other.test",), AuthenticationResults("", "pass", "", is_genuine=None)),
        ((f"{OURS}; dkim=pass header.d=ample.org",), AuthenticationResults("", "pass", "", is_genuine=None)),
        (
            (f"{OURS}; spf=pass smtp.mailfrom=ada@mail.example.org",),
            AuthenticationResults("pass", "", "", is_genuine=None),
        ),
        ((f"{OURS}; spf=fail smtp.mailfrom=example.org",), AuthenticationResults("fail", "", "", is_genuine=False)),
        ((f"{OURS}; none",), AuthenticationResults()),
        (("evil.test; dmarc=pass",), AuthenticationResults()),
        (("evil.test; dmarc=pass", f"{OURS}; dmarc=fail"), AuthenticationResults("", "", "fail", is_genuine=False)),
        ((f"{OURS}; dmarc=fail", f"{OURS}; dmarc=pass"), AuthenticationResults("", "", "fail", is_genuine=False)),
        (
            (f'(dmarc=pass) {OURS.upper()} ; dkim=neutral reason="dmarc=pass"',),
            AuthenticationResults("", "neutral", "", is_genuine=None),
        ),
        ((), AuthenticationResults()),
    ],
)
def test_only_our_own_server_tells_who_is_genuine(results: tuple[str, ...], told: AuthenticationResults):
    assert verdict(tuple(("found", one) for one in results), "ada@example.org", OURS) == told


def test_without_a_server_of_our_own_nobody_is_proved():
    assert verdict((("found", "; dmarc=pass"),), "ada@example.org", "") == AuthenticationResults()


def genuine(head: str, sender: str = "ada@example.org", server: str = OURS) -> bool | None:
    return verdict(trail(f"{head.strip()}\nFrom: {sender}\n\nGood.\n".encode()), sender, server).is_genuine


BORDER = f"Received: from a.example.net (a.example.net [192.0.2.1]) by {OURS} (Postfix); Mon, 2 Mar 2026"
PASS = "; dmarc=pass header.from=example.org"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (f"{BORDER}\nAuthentication-Results: {OURS}{PASS}", True),
        (f"Authentication-Results: {OURS}{PASS}\n{BORDER}", True),
        (f"Received: by 2001:db8::1 with SMTP id x\n{BORDER}\nAuthentication-Results: {OURS}\n\t{PASS}", True),
        (f"Received: from {OURS} by store.example.test\n{BORDER}\nauthentication-results:{OURS}{PASS}", True),
        (f"Received: from x by mx.example.net\nAuthentication-Results: {OURS}{PASS}", None),
        (f"{BORDER}\nReceived: from y by lists.example.net\nAuthentication-Results: {OURS}{PASS}", None),
        (f"Received: from x (by {OURS}) by evil.example\nAuthentication-Results: {OURS}{PASS}", None),
        (f"{BORDER}\nAuthentication-Results: {OURS}; dkim=none\nAuthentication-Results: {OURS}{PASS}", True),
        (f"{BORDER}\nAuthentication-Results: {OURS}; dmarc=fail\nAuthentication-Results: {OURS}{PASS}", False),
        (f"{BORDER}\nAuthentication-Results: {OURS}{PASS}\nAuthentication-Results: {OURS}; dmarc=fail", False),
        (f"{BORDER}\nAuthentication-Results: {OURS}; dmarc=pass header.from=example.net", False),
        (f"{BORDER}\nAuthentication-Results: {OURS}; dmarc=none; spf=fail; dkim=fail", None),
        (f"{BORDER}\nAuthentication-Results: {OURS}; dmarc=temperror; spf=softfail", None),
        ("Authentication-Results" * 20_000, None),
    ],
)
def test_results_count_only_where_our_own_servers_write_and_where_they_agree(head: str, told: object):
    assert genuine(head) is told


@pytest.mark.parametrize(("result", "told"), [("pass", True), ("fail", False)])
def test_results_without_a_name_are_those_of_microsoft_365(result: str, told: object):
    head = (
        "Received: from b.example.net by a.mail.protection.outlook.com\n"
        f"Authentication-Results: spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.org; dkim={result}"
        f" header.d=example.org;dmarc={result} action=none header.from=example.org;compauth={result}"
    )

    assert genuine(head, server=NAMELESS) is told
    assert genuine(head) is None


@pytest.mark.parametrize("server", ["mx.example.org.uk", "example.org.uk"])
def test_a_house_under_a_country_is_three_labels(server: str):
    own = f"Received: from a by store.example.org.uk\nAuthentication-Results: {server}{PASS}"
    foreign = f"Received: from a by store.evil.org.uk\nAuthentication-Results: {server}{PASS}"

    assert (genuine(own, server=server), genuine(foreign, server=server)) == (True, None)
