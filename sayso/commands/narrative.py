"""`sayso narrative FLOW [FILE]`: the words around the figures of a report as a file, and back again."""

from pathlib import Path

import click
from sqlalchemy import Connection

from feedback.errors import SaysoError
from report.narrative.file import from_file, to_file
from review.text.report_inputs import narrative_of
from sayso.commands.open_store import settings, staff_id, store
from sayso.core.clock import now
from sayso.core.flow_registry import registry_for
from storage.audit.audit_log import AuditRecord, record
from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.review import themes
from storage.review.work import report_texts
from storage.review.work.report_texts import NewReportText


@click.command("narrative")
@click.argument("flow")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", default="", help="The member of staff who wrote it.")
def command(flow: str, file: Path | None, by: str) -> None:
    """Show the words around the figures of FLOW's report as a file (TOML).

    With FILE its words are kept as the newest version, so that every report prints them. Older versions stay.
    """
    _refuse_unknown(flow)
    with store() as opened:
        if file is None:
            click.echo(opened.database.read_now(lambda tx: _written(tx, flow)), nl=False)
            return
        if not by:
            raise click.UsageError("Say who wrote it: --by NAME")
        text = file.read_text("utf-8-sig", "replace")
        number = opened.database.write_now(lambda tx: _keep(tx, opened.vault, (flow, str(file), text), by))
    click.echo(f"Kept as version {number}.")


def _refuse_unknown(flow: str) -> None:
    names = [name for name, _ in registry_for(settings()).titles()]
    if flow not in names:
        raise SaysoError(f"There is no flow named {flow}. There are: {', '.join(names)}.")


def _written(tx: Connection, flow: str) -> str:
    found = narrative_of(report_texts.newest(tx, flow=flow), themes.taken_over(tx))
    return to_file(found.renamed({one.id: one.name for one in themes.in_use(tx)}))


def _keep(tx: Connection, vault: Vault, new: tuple[str, str, str], by: str) -> int:
    """Keep the words of a file (flow, name, text) and return their version; the choice of quotes stays."""
    flow, name, text = new
    ids = {one.name: one.id for one in themes.in_use(tx)}
    words = from_file(name, text, ids).renamed(ids)
    latest, at = report_texts.newest(tx, flow=flow), now()
    doing = Act(tx, vault, by=staff_id(tx, by), what="wrote words of a report", now=at)
    kept = NewReportText(to_file(words), latest.quotes if latest else None)
    number = report_texts.write(tx, doing, flow=flow, new=kept, by=by, now=at)
    doing.store()
    record(tx, vault, AuditRecord(by, "wrote words of a report", f"flow {flow}"), now=at)
    return number
