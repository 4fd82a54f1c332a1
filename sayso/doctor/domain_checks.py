"""What the doctor looks at in the DNS: whether our server may send in the name of our domain (SPF, DKIM, DMARC).

Where nothing answers about names, that is told, and is no fault.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from config.settings import Settings
from mail.classify.reply_tokens import domain_of
from sayso.core.doctor_check import Check
from sayso.doctor.dns_text import NoDns, NoSuchName, texts

Ask = Callable[[str], tuple[str, ...]]
"""Returns the texts of a name. Raises NoSuchName, NoDns."""
_NOBODYS = re.compile(
    r"(?:^|\.)(?:test|invalid|localhost|local|internal|lan|home\.arpa|example|example\.(?:com|net|org))$"
)
"""Names that nobody can have (RFC 2606, RFC 6761, RFC 6762), or that stand in no DNS."""
_SELECTORS: Final = ("selector1", "selector2", "google", "default", "dkim", "mail", "s1", "k1")
"""Names of keys that large providers and usual signers take."""
_FIX = "docs/mailbox.md tells which record to publish, under SPF, DKIM and DMARC."


def domain_checks(settings: Settings, ask: Ask | None = None) -> Iterator[Check]:
    """Yield a check for each of the three, where letters go out in the name of a domain that may have them."""
    domain = domain_of(settings.mail_address) if settings.imap and settings.mail_address else ""
    if not domain or _NOBODYS.search(domain):
        return
    asked = ask or texts
    try:
        yield from [_spf(domain, asked), _dkim(domain, asked), _dmarc(domain, asked)]
    except NoDns:
        yield Check(
            "mail domain", is_well=True, found="no DNS answers here, so SPF, DKIM and DMARC were not looked at."
        )


def _spf(domain: str, ask: Ask) -> Check:
    """RFC 7208: exactly one record; one that lets everybody send protects nobody."""
    found = [text for text in _texts(domain, ask) if text.lower().split(" ")[0] == "v=spf1"]
    told = f"{len(found)} records for {domain}; there has to be one."
    if len(found) == 1:
        is_open = bool(re.search(r"(?:^|\s)\+?all\b", found[0], re.IGNORECASE))
        told = f"the record of {domain} lets everybody send." if is_open else f"{domain} says who may send."
        return Check("SPF", is_well=not is_open, found=told, fix=_FIX)
    return Check("SPF", is_well=False, found=told, fix=_FIX)


def _dkim(domain: str, ask: Ask) -> Check:
    """RFC 6376: a key stands under a name that only the signer knows. No name at all below _domainkey means no key."""
    keys = f"_domainkey.{domain}"
    named = [one for one in _SELECTORS if any("p=" in text for text in _texts(f"{one}.{keys}", ask))]
    if named:
        return Check("DKIM", is_well=True, found=f"{domain} has a key ({', '.join(named)}).")
    try:
        ask(keys)
    except NoSuchName:
        return Check("DKIM", is_well=False, found=f"{domain} has no key.", fix=_FIX)
    return Check("DKIM", is_well=True, found=f"{domain} has no key under a usual name; it may have others.")


def _dmarc(domain: str, ask: Ask) -> Check:
    """RFC 7489: one record, of the domain or of one above it."""
    labels = domain.split(".")
    for place in range(len(labels) - 1):
        above = ".".join(labels[place:])
        found = [
            text for text in _texts(f"_dmarc.{above}", ask) if text.replace(" ", "").lower().startswith("v=dmarc1")
        ]
        if found:
            is_one = len(found) == 1
            told = f"{above} says what to do with forged mail." if is_one else f"{len(found)} records for {above}."
            return Check("DMARC", is_well=is_one, found=told, fix="" if is_one else _FIX)
    return Check("DMARC", is_well=False, found=f"{domain} has no record.", fix=_FIX)


def _texts(name: str, ask: Ask) -> tuple[str, ...]:
    try:
        return ask(name)
    except NoSuchName:
        return ()
