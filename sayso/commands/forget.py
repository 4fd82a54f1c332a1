"""`sayso forget CODE`: a person's right to be erased."""

import click

from sayso.clock import now
from sayso.commands.persons import person_of
from sayso.commands.stored import settings, store
from storage import erasure, ledger


@click.command("forget")
@click.argument("code")
@click.option("--yes", is_flag=True, help="Do not ask again.")
def command(code: str, *, yes: bool) -> None:
    """Erase everything kept about the person with this return CODE or contact (telegram:ID, email:ADDRESS).

    Their key is destroyed, and a restore erases them again. It cannot be undone. An old backup and the recovery sheet
    together still hold the words: delete backups after 30 days.
    """
    with store() as opened:
        person_id = opened.database.read_now(lambda tx: person_of(tx, opened.vault, code))
        if not yes:
            click.confirm("Erase everything that this person said? It cannot be undone.", abort=True, err=True)
        opened.database.write_now(
            lambda tx: erasure.erase(tx, opened.vault, person_id=person_id, why="asked", now=now())
        )
        erased = opened.database.read_now(erasure.erased_people)
        ledger.keep(ledger.beside(settings().key_file), erased)
        opened.database.checkpoint()
    click.echo("Everything that this person said is erased. What had been counted in printed reports stays there.")
