"""The retention schedule: what is kept, how long, what ends it, and which part of the program sees to it."""

from config.settings import Settings
from sayso.documents.statement import claim
from sayso.setup.retention import RETENTION

_HEAD = "| privacy class | what | how long | what ends it | enforced in |\n|---|---|---|---|---|\n"


def retention_schedule(settings: Settings) -> str:
    """Return the schedule as Markdown."""
    rows = "\n".join(
        f"| {one.privacy} | {one.what} | {one.how_long} | {one.ends} | `{one.place}` |" for one in RETENTION
    )
    decided = claim("How long you keep answers and comments, who decided it, and who erases them then:")
    return (
        f"# Retention schedule: {settings.organisation or 'organisation not set'}\n\n"
        "Read from the program as it runs. The page Settings shows the same, and counts what is older than a time that you "
        f"choose.\n\n{_HEAD}{rows}\n\n{decided}\n"
    )
