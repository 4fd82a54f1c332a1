"""Which replies a command is about: options that several commands share."""

from collections.abc import Callable
from typing import Any

import click

from report.counting.slices import ReportSlice

_DAY = click.DateTime(["%Y-%m-%d"])
_OPTIONS = (
    click.option("--from", "since", type=_DAY, help="Only replies that began on this day or later (2026-01-31)."),
    click.option("--to", "until", type=_DAY, help="Only replies that began on this day or before."),
    click.option(
        "--place", default="", help="Only replies of those whose invitation names this place, or one within it."
    ),
    click.option("--group", default="", help="Only replies of those who were invited with this group."),
)


def with_slices(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command with the options that name a part of the replies."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def slice_of(asked: dict[str, Any]) -> ReportSlice:
    """Take what says which replies are meant out of what was asked for. Raises UsageError for days in the wrong order."""
    since, until = (None if day is None else day.date() for day in (asked.pop("since"), asked.pop("until")))
    if since and until and until < since:
        raise click.UsageError("--to is before --from. Turn the two days round.")
    return ReportSlice(since, until, asked.pop("place"), asked.pop("group"), asked.pop("name", ""))
