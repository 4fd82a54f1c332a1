"""What our own mail server found out about who sent a mail (Authentication-Results, RFC 8601). Pure, in linear time.

Anybody can write such a header. Those count that bear the name of our own server and stand where only our own servers
write: above the first hop that is not theirs. The server has to take out those that come from outside under its name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

Trail = tuple[tuple[str, str], ...]
"""What servers wrote into a mail, topmost first: ("by", who took it in) for each hop, ("found", what was checked)."""

NAMELESS = "protection.outlook.com"
"""Microsoft 365 puts no name before its results, and renames those that come from outside."""
_INSIDE = (".internal", ".local", ".lan", ".localdomain")
_MOST_LINES = 60
"""Headers of servers that are read, topmost first: ours stand on top. Postfix refuses a mail after 50 hops as going
round in circles."""
_LONGEST_HEAD = 256 * 1024
"""Bytes, as `mail.mime.headers` takes."""
_LONGEST_RESULT = 4_000
"""Characters. A guess: a server writes one or two hundred for each method; a longer line is made to cost time."""
_LONGEST_ID = 300
"""Characters. A server's name has 253 at most (RFC 1035); a remark may stand before it."""
_END = re.compile(rb"\r?\n\r?\n")
_LINE = re.compile(
    rb"^(received|authentication-results)[ \t]*:((?:[^\n]*\n[ \t])*[^\n]*)", re.IGNORECASE | re.MULTILINE
)
_COMMENT = re.compile(r"\([^()]{0,500}\)|\breason\s*=\s*\"[^\"]{0,500}\"")
_BY = re.compile(r"\bby\s+([^\s;]{1,255})")
_RESULT = re.compile(r"(?:^|[;\s])(dmarc|dkim|spf)\s*=\s*([a-z]{1,20})([^;]{0,500})", re.IGNORECASE)
_SIGNED_BY = re.compile(r"(?:header\.d|header\.i|smtp\.mailfrom)\s*=\s*\"?([^\s;\"]{1,320})", re.IGNORECASE)
_JUDGED = re.compile(r"header\.from\s*=\s*\"?([^\s;\"]{1,320})", re.IGNORECASE)
_PASSED = frozenset({"pass", "bestguesspass"})
_FAILED = frozenset({"fail", "reject", "quarantine"})


@dataclass(frozen=True)
class AuthenticationResults:
    """What our own mail server found out about the sender: pass, fail (or the like), or "" where it said nothing.

    `is_genuine` is True when the domain in From is proved, False when the proof failed or speaks of another domain,
    None when nothing was proved.
    """

    spf: str = ""
    dkim: str = ""
    dmarc: str = ""
    is_genuine: bool | None = None


@dataclass(frozen=True)
class _Check:
    """One check of one method, with the domain that it is about."""

    name: str
    result: str
    domain: str


def trail(raw: bytes) -> Trail:
    """Return what servers wrote into the head of a mail, topmost first; nothing where none says what it checked."""
    end = _END.search(raw, 0, _LONGEST_HEAD)
    head = raw[: end.start() if end else _LONGEST_HEAD]
    if b"authentication-results" not in head.lower():
        return ()
    found = ((name.lower(), value.decode("latin-1")) for name, value in _LINE.findall(head)[:_MOST_LINES])
    return tuple(
        ("by", _taken_by(value)) if name == b"received" else ("found", " ".join(value[:_LONGEST_RESULT].split()))
        for name, value in found
    )


def verdict(found: Trail, sender: str, server: str) -> AuthenticationResults:
    """Return what the server named `server` found out about a mail from `sender`; nothing where `server` is empty.

    Several headers of ours are read together. Where they differ about one method, the topmost counts, and the sender
    is not proved: one of them may be forged.
    """
    checks = [_checks(value) for value in _ours(found, server.casefold())] if server else []
    told = {name: _told(name, checks) for name in ("spf", "dkim", "dmarc")}
    domain = sender.rpartition("@")[2].casefold()
    is_genuine = _is_genuine(told, [check for of_one in checks for check in of_one], domain)
    if is_genuine and any(_differs(name, checks) for name in told):
        is_genuine = False
    return AuthenticationResults(told["spf"], told["dkim"], told["dmarc"], is_genuine)


def _taken_by(received: str) -> str:
    by = _BY.search(_COMMENT.sub(" ", _COMMENT.sub(" ", received[:_LONGEST_RESULT])))
    return by[1].casefold() if by else ""


def _ours(found: Trail, server: str) -> Iterable[str]:
    """Yield the results of our server, as far down as only our own servers have written."""
    house = _house(server)
    for kind, value in found:
        if kind == "found" and _said_by(value) == server:
            yield value
        elif kind == "by" and _is_foreign(value, house):
            return


def _said_by(value: str) -> str:
    named = _COMMENT.sub(" ", value[:_LONGEST_ID]).partition(";")[0].split()
    if named and "=" in named[0]:
        return NAMELESS
    return named[0].casefold() if named else ""


def _is_foreign(host: str, house: str) -> bool:
    """Whether a mail was taken in by a server that is not ours. A number, or a name for inside only, tells nothing."""
    is_name = "." in host and bool(re.search("[a-z]", host)) and ":" not in host
    return is_name and not host.endswith(_INSIDE) and host != house and not host.endswith(f".{house}")


def _house(server: str) -> str:
    """Return the domain that a server belongs to: two labels of its name, or three as in example.org.uk."""
    labels = server.split(".")
    is_deep = len(labels[-1]) == 2 and len(labels) > 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if is_deep else labels[-2:])


def _checks(value: str) -> list[_Check]:
    told = _COMMENT.sub(" ", value)
    told = told if _said_by(value) == NAMELESS else told.partition(";")[2]
    return [_Check(match[1].lower(), match[2].lower(), _domain(match[1], match[3])) for match in _RESULT.finditer(told)]


def _domain(name: str, rest: str) -> str:
    by = (_JUDGED if name.lower() == "dmarc" else _SIGNED_BY).search(rest)
    return by[1].rpartition("@")[2].casefold() if by else ""


def _results(name: str, checks: list[_Check]) -> str:
    """Return the result of one method in one header: a mail may bear several signatures, and one that holds will do."""
    results = [check.result for check in checks if check.name == name]
    return "pass" if "pass" in results else next(iter(results), "")


def _told(name: str, checks: list[list[_Check]]) -> str:
    return next((result for of_one in checks if (result := _results(name, of_one))), "")


def _differs(name: str, checks: list[list[_Check]]) -> bool:
    return len({result for of_one in checks if (result := _results(name, of_one))}) > 1


def _is_genuine(told: dict[str, str], checks: list[_Check], domain: str) -> bool | None:
    """DMARC decides where it was looked at and the domain asks for it; else a proof of the domain itself."""
    if told["dmarc"] in _FAILED:
        return False
    if told["dmarc"] in _PASSED:
        judged = next((check.domain for check in checks if check.name == "dmarc"), "")
        return not judged or judged == domain or _is_same_house(judged, domain)
    if any(
        check.result == "pass" and check.name != "dmarc" and _is_same_house(check.domain, domain) for check in checks
    ):
        return True
    return False if not told["dmarc"] and "fail" in (told["dkim"], told["spf"]) else None


def _is_same_house(proof: str, domain: str) -> bool:
    return "." in proof and (domain == proof or domain.endswith("." + proof))
