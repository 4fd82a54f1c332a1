"""What staff made of the words, for a report: themes, who wrote of them, what may be quoted, and what was decided."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, exists, select

from feedback.flows.model import Choice
from report.build.report import Action, Findings
from report.counting.sorted_words import Sample, Sorting
from report.counting.tally import rolled
from report.disclosure.told_back import ToldCount
from report.exports.theme_columns import ThemeWords
from report.narrative.file import from_file
from report.narrative.model import Narrative
from report.narrative.quotes import Quotable
from storage.conversations.consents import listed
from storage.crypto.vault import Vault
from storage.review import outcomes, themes
from storage.review.quotable import has_unsorted, quotable
from storage.review.told_back.told_share import told_share
from storage.review.work import report_texts, samples
from storage.review.work.report_texts import ReportText
from storage.tables import answers, codings, comments, conversations

_STATES = {"did": "we did", "could not": "we could not, because", "deciding": "still deciding"}


def heard(tx: Connection, vault: Vault, *, flow: str | None) -> Findings:
    """Return the themes of one flow (None: of all) with the answers and comments under them, and published decisions.

    Unseals the words that may be quoted, and no others.
    """
    used = themes.in_use(tx)
    merged = themes.taken_over(tx)
    written = report_texts.newest(tx, flow=flow) if flow else None
    decided = [one.draft for one in outcomes.entries(tx) if one.published_at is not None]
    return Findings(
        themes=tuple(Choice(one.id, one.name) for one in used),
        coded=_coded(tx, flow),
        said=tuple(Quotable(*one) for one in quotable(tx, vault, flow=flow)),
        actions=tuple(
            Action(merged.get(one.theme_id or "", one.theme_id or ""), _STATES[one.kind], one.done) for one in decided
        ),
        credits=listed(tx, flow=flow),
        parents={one.id: one.parent_id for one in used if one.parent_id},
        has_unsorted=has_unsorted(tx, flow=flow),
        partly=_partly(tx, flow),
        sample=_sample(tx, flow),
        narrative=narrative_of(written, merged),
        told=_told(tx, flow),
        picked=None if written is None or written.quotes is None else frozenset(written.quotes),
    )


def _told(tx: Connection, flow: str | None) -> ToldCount | None:
    share = told_share(tx, flow=flow) if flow else None
    return ToldCount(share.asked, share.days) if share else None


def narrative_of(written: ReportText | None, merged: Mapping[str, str]) -> Narrative:
    """Return the words of a version; nothing where none was written. `merged` says what took the place of a theme."""
    if written is None:
        return Narrative()
    return replace(from_file("report.toml", written.words), version=written.version).renamed(merged)


def theme_words(tx: Connection, *, flow: str | None) -> ThemeWords:
    """Return the themes in use and what stands under them, for the columns of an export. Unseals nothing."""
    used = themes.in_use(tx)
    parents = {one.id: one.parent_id for one in used if one.parent_id}
    sorting = Sorting(rolled(_coded(tx, flow), parents), _partly(tx, flow))
    return ThemeWords(tuple(Choice(one.id, one.name) for one in used), sorting)


def _sample(tx: Connection, flow: str | None) -> Sample | None:
    drawn = samples.of_flow(tx, flow=flow) if flow else None
    return None if drawn is None else Sample(drawn.seed, drawn.limit)


def _partly(tx: Connection, flow: str | None) -> frozenset[str]:
    """Return the conversations of which somebody has sorted one comment, and nobody another."""
    is_sorted = exists().where(codings.c.comment_id == comments.c.id)
    query = (
        select(comments.c.conversation_id)
        .join(conversations, conversations.c.id == comments.c.conversation_id)
        .where(comments.c.is_current, ~comments.c.is_held, comments.c.words.is_not(None), ~is_sorted)
    )
    return frozenset(tx.execute(query if flow is None else query.where(conversations.c.flow == flow)).scalars())


def _coded(tx: Connection, flow: str | None) -> dict[tuple[str, str | None], frozenset[str]]:
    """Return the themes of each text that stands as it was coded, by conversation and question (None: unprompted)."""
    query = (
        select(conversations.c.id, answers.c.question, codings.c.theme_id)
        .select_from(codings)
        .outerjoin(answers, answers.c.id == codings.c.answer_id)
        .outerjoin(comments, comments.c.id == codings.c.comment_id)
        .join(conversations, conversations.c.id.in_((answers.c.conversation_id, comments.c.conversation_id)))
        .where(answers.c.is_current.is_(True) | comments.c.is_current.is_(True))
    )
    found: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for conversation, question, theme in tx.execute(
        query if flow is None else query.where(conversations.c.flow == flow)
    ):
        found[conversation, question].add(theme)
    return {where: frozenset(given) for where, given in found.items()}
