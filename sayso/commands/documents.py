"""`sayso documents`: what somebody asks for who is to buy or to approve the service."""

from pathlib import Path

import click

from sayso.commands.open_store import settings
from sayso.core.clock import now
from sayso.documents.asvs import asvs_table
from sayso.documents.dtac import dtac_answers
from sayso.documents.hazards import accessibility_statement, hazard_log
from sayso.documents.processing import impact_assessment, record_of_processing
from sayso.documents.retention import retention_schedule
from sayso.documents.sbom import sbom

_DRAFTS = {
    "record-of-processing": record_of_processing,
    "dpia": impact_assessment,
    "hazard-log": hazard_log,
    "accessibility": accessibility_statement,
    "dtac": dtac_answers,
    "asvs": asvs_table,
    "retention": retention_schedule,
}
"""The drafts by the names of their files."""


@click.command("documents")
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write into. Files of the same names are written anew.",
)
def command(folder: Path) -> None:
    """Write drafts for whoever approves the service, from the settings as they are now.

    They are: record of processing, impact assessment (DPIA), hazard log (DCB0129), accessibility statement, answers to
    DTAC version 2, the table of OWASP ASVS 5.0 level 2, the retention schedule, and the list of everything installed (SBOM,
    CycloneDX). Each line says whether it was read from the settings, is tested, or is only a CLAIM, which you have to look at.
    """
    chosen, made_at = settings(), now()
    dated = f"\nWritten by `sayso documents` on {made_at:%d %B %Y}. A draft: read it, and answer for it.\n"
    files = {f"{name}.md": write(chosen) + dated for name, write in _DRAFTS.items()} | {"sbom.cdx.json": sbom(made_at)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
    except OSError as fault:
        raise click.ClickException(f"Cannot write into {folder}: {fault.strerror}. Choose another folder.") from fault
    claims = sum(text.count("**CLAIM") for text in files.values())
    click.echo(f"Wrote {', '.join(files)} into {folder}. {claims} lines are only claims: look for CLAIM.")
