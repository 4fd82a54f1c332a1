"""What stands beside exported rows, so that whoever opens them later knows what they are."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from report.exports.codebook import CODEBOOK_COLUMNS, CONVERSATION, FROM_STORY, Codebook, codebook_rows
from report.exports.long import COLUMNS, safe_cell

_LONG: dict[str, tuple[str, str]] = {
    "person": ("text", "The person, a random name. The same in every conversation of theirs."),
    "conversation": ("text", "The conversation, a random name."),
    "flow": ("text", "The flow."),
    "version": ("whole number", "The version of the flow."),
    "channel": ("text", "Where it was said: telegram, email or web."),
    "question": ("text", "The id of the question. Empty for a comment that belongs to none."),
    "state": ("text", "answered, implied, skipped, prefer not to say, not asked, not reached or withdrawn."),
    "value": ("text", "A choice id, several with spaces between, a number or a date. Empty where there is none."),
    "text": ("text", "What the person typed. Empty where words are withheld."),
    "at": ("time", "When it was said, ISO 8601, UTC. Empty where the person did nothing."),
    "revision": ("whole number", "1 for the first answer, 2 once it was corrected, and so on."),
    "language": ("text", "The language of the conversation."),
}
DICTIONARY_COLUMNS = ("file", "column", "type", "meaning")
_TYPES = {"id": "text", "words": "text", "whole": "whole number", "time": "time"}


@dataclass(frozen=True)
class ExportDescription:
    """What an export holds: made when, for whom, of which flows, in which files (name, what it is)."""

    made_at: datetime
    role: str
    has_words: bool
    flows: tuple[str, ...]
    responses: int
    files: tuple[tuple[str, str], ...]


def table_lines(
    columns: Sequence[str], table: Iterable[Sequence[str | int | float]], separator: str = ","
) -> Iterator[str]:
    """Yield a head and rows as CSV (RFC 4180) that no spreadsheet runs."""
    for row in (columns, *table):
        sheet = io.StringIO()
        csv.writer(sheet, delimiter=separator).writerow([safe_cell(cell) for cell in row])
        yield sheet.getvalue()


def codebook_lines(books: Iterable[Codebook], separator: str = ",") -> Iterator[str]:
    """Yield the codebook of these flows as CSV."""
    yield from table_lines(CODEBOOK_COLUMNS, codebook_rows(books), separator)


def dictionary_rows() -> Iterator[tuple[str, ...]]:
    """Yield what each column of each table means, as DICTIONARY_COLUMNS name them; questions are in the codebook."""
    yield from (("answers", column, *_LONG[column]) for column in COLUMNS)
    yield from (("FLOW (wide)", one.name, _TYPES[one.kind], one.label) for one in (*CONVERSATION, FROM_STORY))
    yield "FLOW (wide)", "QUESTION", "see the codebook", "The choice, number, date or place."
    yield "FLOW (wide)", "QUESTION.CHOICE", "1 or 0", "Whether the choice was picked. Empty where it was not offered."
    yield "FLOW (wide)", "QUESTION.state", "text", "What became of the question, as in answers.state."
    yield (
        "FLOW (wide)",
        "PLACE.themes.THEME",
        "1 or 0",
        (
            "Whether they speak of the theme there, or of a part of it. Empty where nobody has sorted these words. Without a "
            "place: in all their words but those to private questions."
        ),
    )
    yield "FLOW (wide)", "PLACE.themes.state", "text", "sorted, partly sorted, not sorted or no words."
    yield "FLOW (wide)", "QUESTION.text", "text", "What the person typed. Empty where words are withheld."


def read_me(about: ExportDescription) -> str:
    """Return the page that lies on top of a bundle."""
    words = (
        "These files hold people's own words. Keep them as safe as the conversations themselves."
        if about.has_words
        else "People's own words are withheld, except where somebody has checked and redacted them."
    )
    files = "\n".join(f"{name}: {what}" for name, what in about.files)
    return (
        f"An export of sayso, made {about.made_at:%Y-%m-%d %H:%M} UTC, role: {about.role}.\n"
        f"Flows: {', '.join(about.flows) or 'none'}. Conversations: {about.responses}.\n\n{words}\n\n{files}\n"
    )
