"""`sayso themes import FILE`: themes and codings from another program, first shown, then stored.

`sayso themes sample FLOW` draws a random sample of replies to sort first, and says how far that is.
"""

from dataclasses import dataclass
from pathlib import Path

import click
from sqlalchemy import Connection

from config import load
from report.build.report import Findings
from report.build.themes import limit_for, writers
from report.counting.sorted_words import Sample, Sorting
from report.counting.tally import rolled
from sayso.commands.open_store import gathered, staff_id, store
from sayso.commands.report_inputs import refuse_unknown
from sayso.core.clock import now
from sayso.exports.import_codings import ImportPlan, carry_out, plan
from sayso.exports.project_file import read_project
from storage.audit.audit_log import AuditRecord, record
from storage.review.work import samples


@click.group("themes")
def command() -> None:
    """Import themes and coded text from other programs, and draw a sample to sort first."""


_SHIPPED = load.HOME / "codebooks"
"""Codebooks that come with sayso; a name without an ending means one of them."""


def _found(_context: click.Context, _parameter: click.Parameter, value: Path) -> Path:
    """Return a file, or a codebook that comes with sayso, by its name. Raises BadParameter, naming those there are."""
    shipped = {file.stem: file for file in sorted(_SHIPPED.glob("*.qdc"))}
    if not value.is_file() and str(value) not in shipped:
        raise click.BadParameter(f"There is no file {value}. With sayso come: {', '.join(shipped)}.")
    return value if value.is_file() else shipped[str(value)]


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path), callback=_found)
@click.option("--by", required=True, help="The member of staff whose codings they are, where the file does not say.")
@click.option("--yes", is_flag=True, help="Store it. Without this nothing is changed.")
def import_(file: Path, by: str, *, yes: bool) -> None:
    """Bring in FILE, a REFI-QDA project (.qdpx) or codebook (.qdc), or a codebook as .csv; or one that comes with sayso.

    Shows what would come in, and what cannot. With --yes it is done; doing it twice changes nothing.
    """
    project = read_project(file)
    at = now()
    with store() as opened:

        def bring(tx: Connection) -> ImportPlan:
            by_id = staff_id(tx, by)
            found = plan(tx, opened.vault, project, by=by_id, now=at)
            carry_out(tx, opened.vault, found, by=by_id, now=at)
            deed = AuditRecord(
                by, f"brought in {len(found.themes)} themes and {len(found.codings)} codings", reason="import"
            )
            record(tx, opened.vault, deed, now=at)
            return found

        if yes:
            outcome = opened.database.write_now(bring)
        else:
            outcome = opened.database.read_now(lambda tx: plan(tx, opened.vault, project, by=staff_id(tx, by), now=at))
    _tell(outcome, is_done=yes)


def _tell(outcome: ImportPlan, *, is_done: bool) -> None:
    click.echo(f"new themes: {len(outcome.themes)}, new codings: {len(outcome.codings)}")
    for what, count in sorted(outcome.told.items()):
        click.echo(f"{what}: {count}")
    if not is_done:
        click.echo("Nothing is stored yet. To store it, add --yes.")


@command.command("sample")
@click.argument("flow")
@click.option("--size", type=click.IntRange(10), help="How many replies to draw, or to widen the sample to.")
@click.option("--by", help="The member of staff who draws it.")
def sample(flow: str, size: int | None, by: str | None) -> None:
    """Draw a random sample of the replies to FLOW whose words staff sort first, or say how far that is.

    Once all of it is sorted, reports print shares of themes as estimates for everybody who wrote, with an interval. The
    sample can be widened, and never drawn anew: whoever could draw until they like it would have no random sample.
    """
    if size is not None:
        if not by:
            raise click.UsageError("Say who draws it: --by NAME.")
        _draw(flow, size, by)
    told = _progress(flow)
    if told.drawn is None:
        click.echo(
            f"No sample was drawn of {flow}. {len(told.wrote)} replies have words. To draw one: --size 200 --by NAME."
        )
        return
    click.echo(f"sample of {flow}: {len(told.drawn)} of {len(told.wrote)} replies with words")
    click.echo(f"sorted: {len(told.drawn) - len(told.left)}")
    for conversation in told.left:
        click.echo(f"to sort: /staff/conversations/{conversation}")


@dataclass(frozen=True)
class _Progress:
    """The replies with words, those drawn (None where nobody has drawn), and of these the ones not sorted."""

    wrote: tuple[str, ...]
    drawn: tuple[str, ...] | None
    left: tuple[str, ...]
    sample: Sample | None


def _progress(flow: str) -> _Progress:
    with gathered(flow, with_words=False) as found:
        refuse_unknown(flow, found)
        heard = found.heard or Findings()
        private = frozenset(one.id for known in found.flows.values() for one in known.questions if one.private)
        sorting = Sorting(rolled(heard.coded, heard.parents), heard.partly, private)
        told = tuple(writers((one for one in found.responses if one.flow == flow), found.flows, sorting))
    wrote = tuple(conversation for conversation, _ in told)
    if heard.sample is None:
        return _Progress(wrote, None, (), None)
    drawn = tuple(one for one in wrote if heard.sample.holds(one))
    left = tuple(one for one, is_left in told if is_left and heard.sample.holds(one))
    return _Progress(wrote, drawn, left, heard.sample)


def _draw(flow: str, size: int, by: str) -> None:
    """Draw a sample, or widen it. Raises ClickException where it would be no wider."""
    told, at = _progress(flow), now()
    seed = told.sample.seed if told.sample else samples.DrawnSample.begun().seed
    limit = limit_for(seed, told.wrote, size)
    if told.sample and limit <= told.sample.limit:
        raise click.ClickException("A sample can only be made wider. Choose a larger size.")
    if not told.wrote:
        raise click.ClickException("Nobody has written anything yet that could be drawn.")
    with store() as opened:

        def keep(tx: Connection) -> None:
            drawn = samples.DrawnSample(seed, limit)
            samples.keep(tx, flow=flow, sample=drawn, by=staff_id(tx, by), now=at)
            deed = AuditRecord(by, f"drew a sample of {size} replies of {flow} to sort")
            record(tx, opened.vault, deed, now=at)

        opened.database.write_now(keep)
