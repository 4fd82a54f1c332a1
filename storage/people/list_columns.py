"""Which column of a list holds what: by its heading, by what stands in it, or as somebody says."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from unicodedata import normalize

from storage.people.list_files import ContactTable, has_address, names_address

FIELDS = (
    "email", "name", "first name", "family name", "organisation", "role", "nation", "language",
    "kind of organisation", "place", "part of", "signed",
)  # fmt: skip
"""What a column may hold. Any other column is left out."""
_NAMED: Mapping[str, str] = {
    "name": "name|full name|fullname|contact|contact name|display name|person|who|enw|imie i nazwisko|nume complet|nombre completo",
    "first name": "first name|firstname|first|forename|forenames|given name|given names|christian name|known as|imie|prenume|nombre|vorname|prenom",
    "family name": "last name|lastname|last|surname|family name|second name|nazwisko|nume|apellido|apellidos|nachname|nom",
    "organisation": (
        "organisation|organization|org|company|company name|employer|trust|charity|agency|service|organisation name|organization name|"
        "nhs trust|group name|sefydliad|organizacja|firma|business"
    ),
    "role": "role|job|job title|title|position|job role|occupation|stanowisko|post|swydd",
    "nation": "nation|country|uk nation|home nation|gwlad|kraj",
    "kind of organisation": "kind of organisation|organisation type|organization type|type of organisation|sector",
    "place": "place|town|city|area|region",
    "part of": "part of|parent|parent organisation|parent trust|belongs to",
    "signed": "signed|signed up to|standard|standards|signatory of",
    "language": "language|lang|preferred language|first language|spoken language|iaith|jezyk|limba",
}


def guess(table: ContactTable) -> tuple[str, ...]:
    """Return what each column holds; an empty text where it is left out. No field stands twice."""
    found = [_by_heading(heading) for heading in table.header] or [""] * table.width
    if "email" not in found:
        cells = (pair for row in table.rows[:200] for pair in enumerate(row.cells[: len(found)]))
        counts = Counter(at for at, cell in cells if has_address(cell))
        if counts:
            found[counts.most_common(1)[0][0]] = "email"
    if not table.header and table.width == 2 and "email" in found:
        found[found.index("")] = "name"
    if "name" in found:
        found = ["" if one in ("first name", "family name") else one for one in found]
    return tuple(field if field not in found[:at] else "" for at, field in enumerate(found))


def is_known(field: str) -> bool:
    """Return whether a column may be said to hold this."""
    return field in FIELDS


def label(table: ContactTable, at: int) -> str:
    """Return what a column is called: its heading, or its number."""
    heading = table.header[at] if at < len(table.header) else ""
    return heading or f"column {at + 1}"


def left_out(table: ContactTable, columns: Sequence[str]) -> tuple[str, ...]:
    """Return what the columns are called that are left out."""
    return tuple(label(table, at) for at, field in enumerate(columns) if not field)


def _by_heading(heading: str) -> str:
    plain = normalize("NFKD", heading.lower().translate({0x142: "l"}))
    plain = " ".join(re.sub(r"[^a-z' -]|\(.*?\)", " ", re.sub("[\u0300-\u036f]", "", plain)).replace("-", " ").split())
    named = next((field for field, names in _NAMED.items() if plain in names.split("|")), "")
    return named or ("email" if names_address(heading) else "")
