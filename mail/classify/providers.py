"""Which provider reads the mail of a domain, for those that many people are with. What it tells us holds for all of these."""

from collections.abc import Mapping

_DOMAINS: Mapping[str, str] = {
    "Google": "gmail.com googlemail.com",
    "Microsoft": "outlook.com hotmail.com live.com msn.com hotmail.co.uk live.co.uk outlook.co.uk hotmail.fr live.fr outlook.fr"
    " hotmail.de outlook.de live.de hotmail.es outlook.es hotmail.it outlook.it live.it live.nl hotmail.nl outlook.ie",
    "Yahoo": "yahoo.com yahoo.co.uk ymail.com rocketmail.com aol.com aol.co.uk sky.com yahoo.fr yahoo.de yahoo.es yahoo.it yahoo.ie"
    " yahoo.in yahoo.co.in",
    "Apple": "icloud.com me.com mac.com",
    "NHSmail": "nhs.net",
    "BT": "btinternet.com btopenworld.com talk21.com",
    "TalkTalk": "talktalk.net tiscali.co.uk lineone.net",
    "Virgin": "virginmedia.com ntlworld.com blueyonder.co.uk virgin.net",
    "GMX": "gmx.de gmx.net gmx.com gmx.at gmx.ch web.de gmx.co.uk mail.com",
    "Proton": "proton.me protonmail.com pm.me",
}
_PROVIDERS = {domain: name for name, domains in _DOMAINS.items() for domain in domains.split()}


def provider_of(domain: str) -> str:
    """Return the name of the provider that reads the mail of a domain, or "" for one of few people."""
    return _PROVIDERS.get(domain.casefold().rstrip("."), "")
