"""`sayso forget CODE`: a person's right to be erased."""

import click
from sqlalchemy import Connection

from sayso.commands.open_store import settings, store
from sayso.commands.people import KnownPerson, known_by
from sayso.core.clock import now
from storage.crypto.vault import Vault
from storage.people import erasure, erasure_log, people


@click.command("forget")
@click.argument("code")
@click.option("--yes", is_flag=True, help="Do not ask again.")
def command(code: str, *, yes: bool) -> None:
    """Erase everything kept about the person with this return CODE or contact (telegram:ID, email:ADDRESS).

    Their key is destroyed, and a restore erases them again. It cannot be undone. An old backup and the recovery sheet
    together still hold the words: delete backups after 30 days.
    """
    with store() as opened:
        found = opened.database.read_now(lambda tx: known_by(tx, opened.vault, code))
        if not yes:
            click.confirm("Erase everything that this person said? It cannot be undone.", abort=True, err=True)
        opened.database.write_now(lambda tx: _erase(tx, opened.vault, found))
        erased = opened.database.read_now(erasure.erased_people)
        erasure_log.keep(erasure_log.beside(settings().key_file), erased)
        opened.database.checkpoint()
    click.echo("Everything that this person said is erased. What had been counted in printed reports stays there.")


def _erase(tx: Connection, vault: Vault, found: KnownPerson) -> None:
    """Erase a person; a contact who has said nothing yet becomes one first, so that the same is done and written down."""
    at = now()
    person_id = found.person_id or people.person_of(tx, contact_id=str(found.contact_id), now=at)
    erasure.erase(tx, vault, person_id=person_id, why="asked", now=at)
