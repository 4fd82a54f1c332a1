"""The record of processing (UK GDPR, article 30) and the assessment of its effects on people (article 35)."""

from collections import Counter
from collections.abc import Iterator

from config.settings import Settings
from sayso.documents.statement import Assurance, claim, read, section, tested
from sayso.setup.retention import RETENTION
from storage.tables import METADATA
from storage.tables.privacy import PRIVACY_MEANINGS

_ERASING = "tests/storage/conversations/test_store.py"
_BACKUPS = "tests/storage/test_backup.py"
_PRIVACY = "tests/journeys/test_privacy.py"


def record_of_processing(settings: Settings) -> str:
    """Return the record of processing as Markdown."""
    return "\n".join(
        (
            "# Record of processing\n",
            section("Who", _who(settings)),
            section("Why, and on what ground", _why()),
            section("Which data", _data()),
            section("Who receives it", _receivers(settings)),
            section("How long", _how_long()),
            section("How it is protected", _protection(settings)),
        )
    )


def impact_assessment(settings: Settings) -> str:
    """Return the data protection impact assessment as Markdown."""
    return "\n".join(
        (
            "# Data protection impact assessment\n",
            section("What is done", (*_who(settings), *_receivers(settings))),
            section("Is it needed, and no more than needed", (*_why(), *_fewness())),
            section("Which data", _data()),
            section("What could harm people, and what is done about it", _risks()),
            section("What people can do", _rights()),
            section("How long", _how_long()),
            section("Agreed by", (claim("Data protection officer, name and date:"), claim("Consulted with people:"))),
        )
    )


def _who(settings: Settings) -> Iterator[Assurance]:
    name = settings.organisation
    yield (
        read(f"Controller: {name}.", "SAYSO_ORGANISATION")
        if name
        else claim("Controller: SAYSO_ORGANISATION is not set.")
    )
    yield claim("Address of the controller, and its data protection officer:")
    yield read(f"People reach the service at {settings.public_url}.", "SAYSO_PUBLIC_URL")


def _why() -> Iterator[Assurance]:
    yield claim("Purpose: to learn from people how it is to be involved in services, and to act on it.")
    yield claim("Lawful basis (article 6) and condition for health data (article 9):")
    yield tested("Nothing is asked before a person has said yes to it.", _PRIVACY)


def _data() -> Iterator[Assurance]:
    """Yield how many columns there are of each privacy class, with what the class means."""
    counted = Counter(column.info["privacy"] for table in METADATA.tables.values() for column in table.columns)
    for name, meaning in PRIVACY_MEANINGS.items():
        if counted[name]:
            yield read(f"{counted[name]} columns of the class *{name}*: {meaning}", "storage/tables")
    yield tested("Every column has a class, and personal words are sealed.", "tests/storage/test_tables.py")


def _receivers(settings: Settings) -> Iterator[Assurance]:
    if settings.telegram_token:
        yield read("Telegram carries what people write there. It can read it and keeps it.", "SAYSO_TELEGRAM_TOKEN")
    else:
        yield read("Telegram is off.", "SAYSO_TELEGRAM_TOKEN")
    if settings.imap:
        yield read(f"The mail server {settings.imap.host} carries what people write by email.", "SAYSO_IMAP_URL")
    else:
        yield read("Email is off.", "SAYSO_IMAP_URL")
    if settings.oidc:
        yield read(
            f"Staff may sign in with {settings.oidc.issuer}. It learns nothing of anybody else.", "SAYSO_OIDC_ISSUER"
        )
    yield claim("Where the machine stands, who runs it, and the contract with them:")


def _how_long() -> Iterator[Assurance]:
    for one in RETENTION:
        yield read(f"{one.what}: {one.how_long}. What ends it: {one.ends}.", one.place)
    yield tested("Backups: three backups after an erasure none opens for that person.", _BACKUPS)
    yield claim("Answers and comments themselves: until you erase them. Write down when that is.")


def _protection(settings: Settings) -> Iterator[Assurance]:
    kind = "PostgreSQL" if settings.database_url.reveal().startswith("postgresql") else "SQLite in one file"
    yield read(
        f"The database is {kind}. Words and addresses are sealed with a key for each person.", "SAYSO_DATABASE_URL"
    )
    is_https = settings.public_url.startswith("https://")
    yield read("People come by https." if is_https else "People come by http, without encryption.", "SAYSO_PUBLIC_URL")
    yield tested("Each staff page lets in only its own roles.", "tests/review/http/test_permissions.py")
    yield tested(
        "What staff do is written down, and an altered record shows.", "tests/storage/accounts/test_members.py"
    )
    yield tested("Tries to sign in are counted before they are judged.", "tests/review/test_sign_in_limits.py")
    yield claim("The disk is encrypted, and the recovery sheet is locked away:")


def _fewness() -> Iterator[Assurance]:
    yield tested("No log line, no measure and no alert holds a word or an address of anybody.", _PRIVACY)
    yield tested("Small numbers are hidden in every report.", "tests/report/disclosure/test_attacker.py")


def _risks() -> Iterator[Assurance]:
    yield tested(
        "Somebody is recognised in a report: small numbers are hidden.", "tests/report/disclosure/test_attacker.py"
    )
    yield tested("A thief has the disk: without the key file nothing can be read.", _BACKUPS)
    yield tested("A stranger signs in: password, second step, limits.", "tests/review/test_sign_in_limits.py")
    yield tested("A stranger guesses a return code.", "tests/sayso/channels/test_guessers.py")
    yield tested("Words are lost: nothing is acknowledged before it is stored.", "tests/journeys/test_kills.py")
    yield tested(
        "Somebody in danger is not seen: words that may need somebody are flagged.",
        "tests/journeys/test_nobody_unseen.py",
    )
    yield claim("Words are free: a name within them may be seen by staff who check them.")
    yield claim("Somebody else reads the phone or the mailbox of a person.")


def _rights() -> Iterator[Assurance]:
    yield tested("See: `mydata`, or the word for it in every channel.", "tests/sayso/commands/test_open_store.py")
    yield tested("Erase: by themselves, in every channel, at once.", _ERASING)
    yield tested("Stop letters: by one press, without signing in.", "tests/web/test_stop_letters.py")
    yield claim("Complain: to you, and to the Information Commissioner. Say how on your privacy page.")
