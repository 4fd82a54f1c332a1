"""The list of everything that is installed beside sayso: CycloneDX 1.6 as JSON (ECMA-424), from what is installed here."""

import json
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import Distribution, distributions, version
from uuid import UUID, uuid5

_NAMESPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
"""That of addresses (RFC 9562 section 6.6)."""
_LICENCES = ("License-Expression", "License")
_LINE = 100
"""Characters. What is longer is the text of a licence, not its name."""


def sbom(made_at: datetime) -> str:
    """Return the list as JSON. The same packages at the same time give the same text."""
    parts = sorted({one["purl"]: one for one in _parts()}.values(), key=lambda one: str(one["purl"]))
    whole = {"type": "application", "name": "sayso", "version": version("sayso"), "bom-ref": "sayso"}
    serial = uuid5(_NAMESPACE, json.dumps([whole, parts, made_at.isoformat()]))
    told = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"timestamp": made_at.isoformat(timespec="seconds"), "component": whole},
        "components": parts,
    }
    return json.dumps(told, indent=2) + "\n"


def _parts() -> Iterator[dict[str, object]]:
    for one in distributions():
        name = (one.name or "").lower().replace("_", "-")
        if name and name != "sayso":
            purl = f"pkg:pypi/{name}@{one.version}"
            yield {
                "type": "library",
                "name": name,
                "version": one.version,
                "purl": purl,
                "bom-ref": purl,
                **_licence(one),
            }


def _licence(one: Distribution) -> dict[str, object]:
    """Return the licence as the package tells it in one line, or nothing where it tells none, or prints it whole."""
    told = next((one.metadata[field] for field in _LICENCES if field in one.metadata), "")
    is_line = told and "\n" not in told and len(told) < _LINE
    return {"licenses": [{"license": {"name": told}}]} if is_line else {}
