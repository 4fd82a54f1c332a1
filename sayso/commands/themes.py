"""`sayso themes import FILE`: themes and codings from another program, first shown, then stored."""

from pathlib import Path

import click
from sqlalchemy import Connection

from sayso.commands.open_store import store
from sayso.core.clock import now
from sayso.exports.import_codings import ImportPlan, carry_out, plan
from sayso.exports.qdpx import read_project
from storage.accounts.members import named
from storage.audit.audit_log import AuditRecord, record


@click.group("themes")
def command() -> None:
    """Import themes and coded text from other programs."""


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", required=True, help="The member of staff whose codings they are, where the file does not say.")
@click.option("--yes", is_flag=True, help="Store it. Without this nothing is changed.")
def import_(file: Path, by: str, *, yes: bool) -> None:
    """Bring in FILE, a REFI-QDA project (.qdpx) or codebook (.qdc).

    Shows what would come in, and what cannot. With --yes it is done; doing it twice changes nothing.
    """
    project = read_project(file)
    at = now()
    with store() as opened:

        def bring(tx: Connection) -> ImportPlan:
            staff_id = _member(tx, by)
            found = plan(tx, opened.vault, project, by=staff_id, now=at)
            carry_out(tx, opened.vault, found, by=staff_id, now=at)
            deed = AuditRecord(
                by, f"brought in {len(found.themes)} themes and {len(found.codings)} codings", reason="import"
            )
            record(tx, opened.vault, deed, now=at)
            return found

        if yes:
            outcome = opened.database.write_now(bring)
        else:
            outcome = opened.database.read_now(lambda tx: plan(tx, opened.vault, project, by=_member(tx, by), now=at))
    _tell(outcome, is_done=yes)


def _member(tx: Connection, name: str) -> str:
    account = named(tx, name=name)
    if account is None or account.member.disabled_at is not None:
        raise click.ClickException(f'There is no open account named "{name}". See: sayso staff list.')
    return account.member.id


def _tell(outcome: ImportPlan, *, is_done: bool) -> None:
    click.echo(f"new themes: {len(outcome.themes)}, new codings: {len(outcome.codings)}")
    for what, count in sorted(outcome.told.items()):
        click.echo(f"{what}: {count}")
    if not is_done:
        click.echo("Nothing is stored yet. To store it, add --yes.")
