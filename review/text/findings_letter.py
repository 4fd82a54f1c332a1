"""What people are told of the findings: the words of staff, what was done about the very thing they said, and the way out."""

from collections.abc import Sequence
from dataclasses import dataclass

from browser.public_phrases import needs_phrases
from report.build.headlines import headlines
from report.build.report import Report
from report.narrative.model import Narrative
from review.text.outcome_letter import DONE
from review.text.signing import signed
from storage.review.outcomes import OutcomeEntry

_MOST_HEADLINES = 3
"""Figures in the words that are proposed. A guess: what is remembered of a message."""


@dataclass(frozen=True)
class LetterFrame:
    """What stands around the words of staff: whose message it is, who signs, and the public page where one is open."""

    organisation: str = ""
    signature: str = ""
    page: str = ""
    easy_page: str = ""


def findings_letter(text: str, language: str, done: Sequence[OutcomeEntry], frame: LetterFrame) -> str:
    """Return the whole message for one person, for any channel.

    In English it says hello, tells what was done about what they said, and how to answer and to stop. In other
    languages staff write all of this themselves, and only the page and the signature are added.
    """
    more = [f"{_more(language)}{frame.page}"] if frame.page else []
    if needs_phrases(language):
        return signed("\n\n".join((text, *more)), frame.signature)
    easy = [f"In Easy Read: {frame.easy_page}"] if frame.easy_page else []
    about = [f"You told us about this: {one.draft.said}\n{DONE[one.draft.kind]}: {one.draft.done}" for one in done]
    sender = f"from {frame.organisation}" if frame.organisation else "from the team that reads what you tell us"
    parts = (
        "Hello. You asked to hear what comes of your answers.",
        text,
        *about,
        *more,
        *easy,
        f"This message is {sender}.",
        "You can answer here. A person will read it, but not straight away.",
        "To get no more messages like this, answer STOP.",
    )
    return signed("\n\n".join(parts), frame.signature)


def proposed_words(report: Report | None, narrative: Narrative) -> str:
    """Return words to begin with: what staff wrote for the report that they were told, and its surest figures."""
    told = [one.words for one in narrative.told]
    found = headlines(report.figures, report.method.questions)[:_MOST_HEADLINES] if report else ()
    plain = (line.partition(", interval")[0] for line in found)
    figures = ["\n".join(f"- {line.rstrip('.')}." for line in plain)] if found else []
    return "\n\n".join((*told, *figures, *([narrative.next] if narrative.next else [])))


def _more(language: str) -> str:
    return "" if needs_phrases(language) else "Read more: "
