"""What a public page is made of now: figures that were published, words that may still be quoted, and what was done."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from feedback.flows.model import Flow
from report.build.release_history import load_report
from report.build.report import Report
from report.narrative.quotes import Quotable, chosen, lifted
from report.parts.public_page import open_themes
from storage.crypto.vault import Vault
from storage.review import outcomes
from storage.review.outcomes import OutcomeEntry
from storage.review.quotable import quotable_texts
from storage.review.told_back.public_pages import PublicPageDraft


@dataclass(frozen=True)
class PublicMaterial:
    """What may be seen of a page at this moment. `report` is None where no figures were chosen."""

    report: Report | None
    quotes: tuple[str, ...]
    outcomes: tuple[OutcomeEntry, ...]


def material_of(tx: Connection, vault: Vault, flow: Flow, draft: PublicPageDraft) -> PublicMaterial:
    """Return what is left to be seen of what staff chose: words that were taken back, or hidden since, are not."""
    report = load_report(json.loads(draft.report)) if draft.report else None
    said = (Quotable(*one) for one in quotable_texts(tx, vault, flow=flow.name, refs=draft.quotes))
    shown = [one for one in outcomes.entries(tx) if one.id in draft.outcomes]
    return PublicMaterial(report, _quotes(report, allowed(report, flow, said)), tuple(shown))


def allowed(report: Report | None, flow: Flow, said: Iterable[Quotable]) -> tuple[Quotable, ...]:
    """Return the words that may stand beside published figures, each under a theme whose number these show.

    Nothing that answers a private question is among them.
    """
    if report is None:
        return ()
    shown, private = open_themes(report), {one.id for one in flow.questions if one.private}
    under = lifted(said, shown, report.method.theme_parents)
    return tuple(one for one in under if one.theme in shown and one.question not in private)


def _quotes(report: Report | None, said: tuple[Quotable, ...]) -> tuple[str, ...]:
    themes = [one.choice for one in report.method.themes if one.question == "words"] if report else []
    everywhere = {(one.conversation, one.question) for one in said}
    return tuple(one.words for one in chosen(said, themes, everywhere))
