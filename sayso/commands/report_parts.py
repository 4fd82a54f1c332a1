"""`sayso report --by`: the parts of the replies side by side."""

from typing import Any

import click

from feedback.errors import SaysoError
from report.disclosure.suppression import Profile
from report.formats.blocks import Document
from report.parts.breakdown import ReplySource, broken_down
from report.parts.side_by_side import side_by_side
from sayso.commands.report_inputs import ResponseSource, refuse_exact, refuse_unknown
from sayso.core.clock import now


def refuse_by(asked: Any) -> None:  # the order of a report
    """Raise UsageError for what parts side by side cannot have."""
    if asked.publish or asked.published or asked.check or asked.easy or asked.form == "json":
        raise click.UsageError("Parts side by side have no Easy Read and no JSON, and are not published by themselves.")
    if not asked.part.is_whole:
        raise click.UsageError("--by cuts all replies into parts. Leave out --from, --to, --place and --group.")


def parts_of(provider: ResponseSource, flow: str, by: str, profile: Profile | None) -> Document:
    """Return the parts of a flow side by side. Raises SaysoError, naming what it can be cut by, for anything else."""
    with provider(flow, with_words=False) as found:
        refuse_unknown(flow, found)
        refuse_exact(flow, found, profile)
        versions = {name: one for name, one in found.flows.items() if one.name == flow}
        known = {cut.name: cut for cut in found.cuts()}
        if by not in known:
            raise SaysoError(f"{flow} cannot be cut by {by}. There are: {', '.join(known)}.")
        invited = None if isinstance(found.invited, int) else found.invited
        source = ReplySource(flow, tuple(found.responses), versions, found.heard, profile, invited)
        return side_by_side(broken_down(source, known[by]), known[by], f"{now():%Y-%m}")
