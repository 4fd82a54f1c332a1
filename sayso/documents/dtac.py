"""Answers to the Digital Technology Assessment Criteria (DTAC) of NHS England, version 2, in force since 6 April 2026."""

from collections.abc import Callable, Iterator

from config.settings import Settings
from sayso.documents.hazards import HAZARDS
from sayso.documents.statement import Assurance, claim, read, section, tested
from storage.tables import METADATA


def dtac_answers(settings: Settings) -> str:
    """Return what can be said to each of the five assessed sections of the form, as Markdown."""
    head = (
        f"# DTAC version 2: {settings.organisation or 'organisation not set'}\n\n"
        "What can be said to the assessed sections C1 to D1. It follows the sections, not each question: copy what fits into the "
        "form of NHS England, and answer sections A and B (who you are, and what the product is for) yourself.\n"
    )
    return "\n".join((head, *(section(title, answers(settings)) for title, answers in _SECTIONS.items())))


def _clinical_safety(_: Settings) -> Iterator[Assurance]:
    yield claim(
        "Not a medical device: it gathers what people say of services, and neither diagnoses nor treats. Confirm it."
    )
    yield read(
        f"A hazard log with {len(HAZARDS)} hazards, each with its controls: the file hazard-log beside this one.",
        "sayso/documents/hazards.py",
    )
    yield tested(
        "Words that may need somebody are flagged, and staff are told.", "tests/journeys/test_nobody_unseen.py"
    )
    yield tested(
        "`Help now` stands in all that is said, in every channel.", "tests/sayso/test_help_in_every_channel.py"
    )
    yield claim("Clinical safety officer, clinical risk management file and safety case report (DCB0129):")


def _data_protection(settings: Settings) -> Iterator[Assurance]:
    name = settings.organisation
    yield read(f"Controller: {name}.", "SAYSO_ORGANISATION") if name else claim("Controller:")
    yield read(
        "A draft of the impact assessment, and of the record of processing: the file dpia beside this one.",
        "sayso/documents/processing.py",
    )
    yield read(
        f"{len(METADATA.tables)} tables; each column has a privacy class: docs/data-dictionary.md.", "storage/tables"
    )
    yield tested("Every column has a class, and personal words are sealed.", "tests/storage/test_tables.py")
    yield tested("People see and erase what is theirs, in every channel.", "tests/journeys/test_privacy.py")
    yield claim("Registered with the Information Commissioner, number:")
    yield claim("Data Security and Protection Toolkit, status and date:")
    yield claim("Where data is kept and processed, country and company:")


def _technical_security(settings: Settings) -> Iterator[Assurance]:
    is_https = settings.public_url.startswith("https://")
    yield read("People come by https." if is_https else "People come by http, without encryption.", "SAYSO_PUBLIC_URL")
    yield tested(
        "Staff sign in with two factors: password and code, passkey, or a provider.", "tests/review/test_sign_in.py"
    )
    if settings.oidc:
        yield read(f"The provider is {settings.oidc.issuer}.", "SAYSO_OIDC_ISSUER")
    yield tested("Tries to sign in are counted before they are judged.", "tests/review/test_sign_in_limits.py")
    yield tested("Each staff page lets in only its own roles.", "tests/review/http/test_permissions.py")
    yield tested(
        "What is sealed cannot be opened without the key file, nor moved.", "tests/storage/crypto/test_vault.py"
    )
    yield tested(
        "A backup comes back, and three after an erasure none opens for that person.", "tests/storage/test_backup.py"
    )
    yield tested(
        "All that is installed is listed: the file sbom beside this one.", "tests/sayso/commands/test_documents.py"
    )
    yield read("OWASP ASVS 5.0, level 2, line by line: the file asvs beside this one.", "sayso/documents/asvs.toml")
    yield claim("Penetration test by others within a year, date and result: none was made by the makers.")
    yield claim("Cyber Essentials, certificate and date:")
    yield claim("Software Security Code of Practice of the United Kingdom: whether you follow it.")
    yield claim("Whoever looks after the machine signs in to it with two factors:")


def _interoperability(settings: Settings) -> Iterator[Assurance]:
    yield tested("Open formats: CSV, workbook, SPSS, Parquet, each with its codebook.", "tests/exports/test_formats.py")
    yield tested("Coded text goes to and from other programs (REFI-QDA).", "tests/report/exports/test_round_trips.py")
    yield tested("Staff can sign in with OpenID Connect.", "tests/review/pages/test_oidc_sign_in.py")
    if settings.oidc is None:
        yield read("OpenID Connect is off.", "SAYSO_OIDC_ISSUER")
    yield claim("No NHS number is asked for or kept, and no clinical record is read or written: no FHIR, no NHS login.")


def _usability(_: Settings) -> Iterator[Assurance]:
    yield tested(
        "Pages for people: by keyboard, without script, at 400 %; no fault of axe.", "tests/browser/test_web.py"
    )
    yield tested("Pages for staff: the same.", "tests/browser/test_review.py")
    yield tested("Every page fits into 320 pixels.", "tests/browser/test_widths.py")
    yield read(
        "A draft of the accessibility statement (WCAG 2.2 AA): the file accessibility beside this one.",
        "sayso/documents/hazards.py",
    )
    yield claim("Tried with the people who use it, among them people with disabilities: when, and what was changed.")
    yield claim("How available the service was in the last months, and whom people ask for support:")


_SECTIONS: dict[str, Callable[[Settings], Iterator[Assurance]]] = {
    "C1 Clinical safety": _clinical_safety,
    "C2 Data protection": _data_protection,
    "C3 Technical security": _technical_security,
    "C4 Interoperability": _interoperability,
    "D1 Usability and accessibility": _usability,
}
"""The assessed sections of the form, by number and name."""
