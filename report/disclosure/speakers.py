"""As what somebody speaks, below their words: only what ten people or more are, and what the report says of them anyway."""

from collections.abc import Iterable, Mapping

from report.disclosure.attacker import SMALLEST_BASE
from report.disclosure.printed_question import PrintedQuestion


def speakers(sheets: Iterable[PrintedQuestion]) -> Mapping[tuple[str, str], str]:
    """Return what may stand below words, by question and choice: its label. An answer in own words never does."""
    return {
        (figure.question, figure.choice): figure.label
        for sheet in sheets
        for figure in sheet.figures
        if sheet.joined.question.speaker and figure.choice != sheet.joined.question.other
        if figure.shown and (figure.chose or 0) >= SMALLEST_BASE
    }
