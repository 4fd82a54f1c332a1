"""Which words an export may hold in the role of an analyst."""

from sqlalchemy import Connection

from report.exports.redaction import ClearedTexts, HiddenSpan
from storage.review.redactions import checked_answers, checked_comments


def checked_in(tx: Connection) -> ClearedTexts:
    """Return the texts that staff have checked in this database."""
    return ClearedTexts(
        {key: _hidden(spans) for key, spans in checked_answers(tx).items()},
        {key: _hidden(spans) for key, spans in checked_comments(tx).items()},
    )


def _hidden(spans: tuple[tuple[int, int, str], ...]) -> tuple[HiddenSpan, ...]:
    return tuple(HiddenSpan(*span) for span in spans)
