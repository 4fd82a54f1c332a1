"""Pages drawn from templates, and the files beside them."""

import hashlib
from calendar import month_name
from collections.abc import Mapping
from datetime import date, datetime
from importlib import resources
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from browser.look import TOKENS
from report.disclosure.suppression import SMALL
from review.identity.oidc_client import provider_name
from review.text.labels import language_name

STATIC: Mapping[str, tuple[bytes, str]] = {
    name: (before + resources.files("review").joinpath("static", name).read_bytes(), kind)
    for name, before, kind in (("staff.css", TOKENS, "text/css"), ("staff.js", b"", "text/javascript"))
}
"""Each file by its name: its bytes and its media type."""

_STAMP = hashlib.sha256(b"".join(content for content, _ in STATIC.values())).hexdigest()[:12]
"""Changes with the files, so that a browser may keep them for ever."""


_MONTHS = tuple(month_name)


def drawn(template: str, **values: object) -> str:
    """Return a page as HTML. Raises what Jinja raises for a value that the template misses."""
    return _TEMPLATES.get_template(template).render(**values)


def day(at: date | datetime | None) -> str:
    """Return a day as people write it."""
    if isinstance(at, datetime):
        at = at.astimezone()
    return f"{at.day} {_MONTHS[at.month]} {at.year}" if at else ""


def moment(at: datetime | None) -> str:
    """Return a moment as people write it, in the zone in which the service lives."""
    if at is None:
        return ""
    # A list says some dozen of these; formatting by patterns would cost more than all else in a row of it.
    here = at.astimezone()
    return f"{here.day} {_MONTHS[here.month]} {here.year}, {here.hour:02}:{here.minute:02}"


def many(count: int, one: str, more: str = "") -> str:
    """Return a number with its noun."""
    return f"{count:,} {one if count == 1 else more or f'{one}s'}"


def is_few(number: int, of: int) -> bool:
    """Whether a number of people is one that reports hide: 1 to 4, or all but 1 to 4."""
    return number in SMALL or of - number in SMALL


def is_small(group: int) -> bool:
    """Whether so few people are in a group that what became of its letters tells what one of them wants: 1 to 4."""
    return group in SMALL


def address(**fields: object) -> str:
    """Return the query of an address; empty fields are left out."""
    kept = [(name, value) for name, value in fields.items() if value not in ("", None)]
    return f"?{urlencode(kept)}" if kept else ""


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("review"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"day": day, "moment": moment, "provider": provider_name, "language_name": language_name}
    environment.globals |= {"many": many, "address": address, "is_few": is_few, "is_small": is_small, "stamp": _STAMP}
    return environment


_TEMPLATES = _environment()
