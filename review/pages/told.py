"""Findings, told to everybody who asked to hear: written, seen as they will be read, and sent to each person once."""

import asyncio
from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from browser.public_phrases import EASY
from feedback.channels import channel_named
from report.narrative.model import Narrative
from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import RAW, TELLERS, StaffPage
from review.http.templates import moment
from review.http.undo import Way, carry_out, just_done
from review.pages.figures import title_of, versions_of
from review.text.findings_letter import LetterFrame, findings_letter, proposed_words
from review.text.labels import language_name
from review.text.reading_ease import reading_of
from review.text.report_inputs import narrative_of
from storage.audit.undo import Act
from storage.review import replies, themes
from storage.review.case_list import Case
from storage.review.told_back import findings, public_pages
from storage.review.told_back.findings import FindingsText, ToBeTold
from storage.review.told_back.told_share import ToldShare, told_share
from storage.review.work import report_texts

_LONGEST = 2400
"""Characters of the words of staff: with what stands around them they fit one chat message (Telegram takes 4,096)."""
_LONGEST_MESSAGE = 4000
"""Characters of a whole message, for the same reason."""
_STEPS = {"two weeks": 14, "six weeks": 42, "twelve weeks": 84}
"""By when people should have heard. A guess; NHS complaints aim at 40 working days."""


@dataclass(frozen=True)
class _Known:
    """Where the findings of a flow stand: those written, who is still to be told, and how many were."""

    name: str
    language: str
    written: tuple[FindingsText, ...]
    waiting: tuple[ToBeTold, ...]
    still_here: int
    share: ToldShare
    frame: LetterFrame
    narrative: Narrative

    @property
    def latest(self) -> FindingsText | None:
        """The findings that are told now."""
        return next(iter(self.written), None)


async def show(visit: StaffRequest) -> Response:
    """Show the findings, how they will be read, and who will be told."""
    return await _page(visit, await _known(visit))


async def save(visit: StaffRequest) -> Response:
    """Keep the words: as new findings, or in the place of those that nobody was told yet."""
    known, texts = await _known(visit), _typed(visit)
    problem = _problem(known, texts)
    if problem:
        return await _page(visit, known, problem, texts)
    latest = known.latest

    def work(_: Connection, doing: Act) -> None:
        if latest is not None and latest.sent_at is None:
            findings.change(doing, findings_id=latest.id, texts=texts)
        else:
            findings.write(doing, flow=known.name, texts=texts, by=visit.member.name, now=visit.desk.now())

    return await carry_out(visit, "wrote findings", work, Way(f"/figures/{known.name}/told"))


async def tell(visit: StaffRequest) -> Response:
    """Write to everybody who asked and was not told of these. A second press writes to nobody again."""
    known = await _known(visit)
    of, here = _named(visit, known), f"/figures/{known.name}/told"
    new = replies.NewReply("", visit.member.id, visit.desk.now())

    def job(tx: Connection) -> None:
        to = [(one.case, _message(known, of, one)) for one in findings.audience(tx, of=of)]
        sent = findings.tell(tx, visit.vault, of=of, to=to, new=new)
        visit.audit(tx, f"told {len(sent)} people the findings", f"findings {of.id}")

    await visit.write(job, here)
    return visit.go(here)


async def take_back(visit: StaffRequest) -> Response:
    """Take back every message about the findings that has not gone out."""
    known = await _known(visit)
    of, here, now = _named(visit, known), f"/figures/{known.name}/told", visit.desk.now()

    def job(tx: Connection) -> None:
        count = findings.take_back_all(tx, findings_id=of.id, by=visit.member.id, now=now)
        visit.audit(tx, f"took {count} messages back", f"findings {of.id}")

    await visit.write(job, here)
    return visit.go(here)


def _named(visit: StaffRequest, known: _Known) -> FindingsText:
    found = next((one for one in known.written if one.id == visit.path("id")), None)
    if found is None:
        raise HTTPException(404)
    return found


async def _known(visit: StaffRequest) -> _Known:
    name, _ = visit.path("name"), title_of(visit)

    def look(tx: Connection) -> _Known:
        flows = tuple(versions_of(tx, visit, name).values())
        if not flows:
            raise HTTPException(404)
        written = findings.of_flow(tx, flow=name)
        latest = next(iter(written), None)
        return _Known(
            name=name,
            language=flows[-1].language,
            written=written,
            waiting=findings.audience(tx, of=latest) if latest else (),
            still_here=replies.count_not_gone(tx, findings_id=latest.id) if latest else 0,
            share=told_share(tx, flow=name),
            frame=_frame(tx, visit, name),
            narrative=narrative_of(report_texts.newest(tx, flow=name), themes.taken_over(tx)),
        )

    return await visit.read(look)


def _frame(tx: Connection, visit: StaffRequest, name: str) -> LetterFrame:
    page, desk = public_pages.of_flow(tx, flow=name), visit.desk
    here = f"{desk.public_url}/heard/{name}" if page is not None and page.is_open else ""
    easy = f"{here}/{EASY}" if here and page is not None and page.texts.get(EASY) else ""
    return LetterFrame(desk.organisation, desk.signature, here, easy)


def _message(known: _Known, of: FindingsText, one: ToBeTold) -> str:
    language, text = of.in_language(one.case.language, known.language)
    return findings_letter(text, language, one.done, known.frame)


def _typed(visit: StaffRequest) -> dict[str, str]:
    form = visit.form
    texts = {code: form.one(f"text-{code}").replace("\r\n", "\n") for code in form.many("language")}
    return {code: text for code, text in texts.items() if text}


def _problem(known: _Known, texts: dict[str, str]) -> str:
    if known.language not in texts:
        return f"Write the findings in {language_name(known.language)}, the language of the questions."
    if any(len(text) > _LONGEST for text in texts.values()):
        return f"Write {_LONGEST:,} characters at most: it has to fit one message."
    return ""


async def _page(visit: StaffRequest, known: _Known, problem: str = "", typed: dict[str, str] | None = None) -> Response:
    latest = known.latest
    texts = typed if typed is not None else dict(latest.texts) if latest and latest.sent_at is None else {}
    if not texts and typed is None:
        texts = await _first_words(visit, known)
    cases = [one.case for one in known.waiting]
    return visit.page(
        "told",
        400 if problem else 200,
        name=known.name,
        title=title_of(visit),
        known=known,
        problem=problem,
        done=await just_done(visit),
        languages=[(code, texts.get(code, ""), _remarks(code, texts)) for code in _languages(known, cases, texts)],
        previews=_previews(visit, known, latest) if latest else (),
        ways=_counted(cases),
        steps=[(words, known.share.within(days)) for words, days in _STEPS.items()],
        too_long=_too_long(known, latest),
        minutes=int(replies.TAKE_BACK.total_seconds()) // 60,
        can_tell=visit.member.has_one_of(RAW),
        seen=_snapshot(latest).stamp(visit.vault),
    )


async def _first_words(visit: StaffRequest, known: _Known) -> dict[str, str]:
    """Return words to begin with, from the figures that were published last and the words of the report."""
    reports = await asyncio.to_thread(visit.desk.service.published, known.name)
    words = proposed_words(next(iter(reports.values()), None), known.narrative)[:_LONGEST]
    return {known.language: words} if words else {}


def _languages(known: _Known, cases: list[Case], texts: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((known.language, EASY, *(case.language for case in cases), *texts)))


def _remarks(code: str, texts: dict[str, str]) -> tuple[str, ...]:
    return reading_of(texts[code]).remarks if texts.get(code) and code.startswith("en") else ()


def _previews(visit: StaffRequest, known: _Known, latest: FindingsText) -> list[tuple[str, str, str]]:
    """Return each language with the message as a chat and the page show it, and as a letter."""
    sample = max(known.waiting, key=lambda one: len(one.done), default=None)
    drawn = []
    for code, text in latest.texts.items():
        words = findings_letter(text, code, sample.done if sample else (), known.frame)
        drawn.append((code, words, visit.desk.service.as_letter(words)))
    return drawn


def _too_long(known: _Known, latest: FindingsText | None) -> int:
    """Return how many messages would not fit where they go."""
    return sum(len(_message(known, latest, one)) > _LONGEST_MESSAGE for one in known.waiting) if latest else 0


def _counted(cases: list[Case]) -> list[tuple[str, str, int, bool]]:
    """Return how many are told in each channel and language, and whether they can read it at once."""
    ways = dict.fromkeys((case.channel, case.language) for case in cases)
    return [
        (
            channel,
            language,
            sum((case.channel, case.language) == (channel, language) for case in cases),
            channel_named(channel).shows_at_once,
        )
        for channel, language in ways
    ]


def _snapshot(latest: FindingsText | None) -> Snapshot:
    if latest is None:
        return Snapshot((("The findings", "none yet"),), "findings")
    words = "\n\n".join(latest.texts.values())
    told = f"first on {moment(latest.sent_at)}" if latest.sent_at else "nobody yet"
    return Snapshot(((f"By {latest.written_by}", words), ("Who was told", told)), "findings")


def findings_watched(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the findings that are told now, and whether they went out."""
    return _snapshot(next(iter(findings.of_flow(tx, flow=visit.path("name"))), None))


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/figures/{name}/told", show, TELLERS),
    StaffPage("POST", "/figures/{name}/told", save, TELLERS, watch=findings_watched, insist="Keep mine in its place"),
    StaffPage("POST", "/figures/{name}/told/{id}/tell", tell, RAW, watch=findings_watched),
    StaffPage("POST", "/figures/{name}/told/{id}/take-back", take_back, RAW),
)
