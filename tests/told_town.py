"""Twelve invented people who said something, and staff who read it, sorted it and wrote what came of it."""

from dataclasses import replace

from feedback.conversation.events import Consented
from report.build.report import build
from report.formats.markdown_json import to_json
from review.text.report_inputs import heard
from sayso.channels.heard import KEPT_SECONDS, HeardPages
from sayso.core.flow_registry import FlowRegistry
from storage.audit.undo import Act
from storage.conversations import store
from storage.conversations.coded_rows import coded_responses
from storage.conversations.store import StepResult
from storage.review import codings, outcomes, texts, themes
from storage.review.codings import WHOLE, NewCoding
from storage.review.outcomes import OutcomeDraft
from storage.review.themes import Wording
from storage.review.told_back import public_pages
from storage.review.told_back.public_pages import PublicPageDraft
from tests.review.conftest import NOW, House

QUOTE = Consented("quote_words", granted=True, wording="Can we share your words in a report?")
WORDS = ("They rang me back", "Nobody told me why")


class Town:
    """Twelve people who said something, two of whom may be quoted, and staff who made a page of it."""

    def __init__(self, house: House) -> None:
        self.house, self.seconds = house, 0.0
        self.keeper = house.hire("Ada", "reviewer")
        self.said = [
            house.says(WORDS[number] if number < 2 else f"Number {number}", picks="good", events=[QUOTE] * (number < 2))
            for number in range(12)
        ]
        self.outcome = house.db.write_now(self._read_and_sorted)
        registry = FlowRegistry([house.flow], house.flow.words, house.flow.name)
        self.pages = HeardPages(house.vault, registry, self._translated, lambda: self.seconds)

    def _translated(self, _: str):
        flow = self.house.flow
        how = replace(flow.questions[1], ask="Sut oedd hi?")
        return {"cy": replace(flow, language="cy", title="Eich ward", questions=(flow.questions[0], how))}

    def _read_and_sorted(self, tx) -> str:
        act = Act(tx, self.house.vault, by=self.keeper.id, what="read", now=NOW)
        theme = themes.add(tx, act, wording=Wording("Calls", "", None), now=NOW)
        for held in self.said:
            (text,) = texts.of_conversations(tx, self.house.vault, ids=[held.conversation.id])[held.conversation.id]
            texts.check(act, text=text, state="checked", hidden=(), now=NOW)
            new = NewCoding(WHOLE, NOW)
            codings.add(tx, self.house.vault, act, text=text, theme_id=theme, coding=new)
        return outcomes.add(act, draft=OutcomeDraft("did", "You said: call back.", "We call by noon.", theme), now=NOW)

    def draft(self, tx) -> PublicPageDraft:
        """The published figures, both quotes and the outcome."""
        found = heard(tx, self.house.vault, flow="ward")
        flows = {self.house.flow.version_id: self.house.flow}
        report = build("ward", coded_responses(tx, flow="ward"), flows, None, None, found)
        return PublicPageDraft(
            is_open=True,
            texts={"en": {"title": "What we heard", "text": "People want calls."}, "cy": {"text": "Galwadau."}},
            report=to_json(report),
            questions=("how",),
            outcomes=(self.outcome,),
            quotes=tuple(one.ref for one in found.said),
        )

    def choose(self, **changes) -> None:
        """Staff choose what there is, unless they choose otherwise."""
        draft = replace(self.house.db.read_now(self.draft), **changes)

        def job(tx):
            act = Act(tx, self.house.vault, by=self.keeper.id, what="chose", now=NOW)
            public_pages.keep(act, tx, flow="ward", draft=draft, by="Ada", now=NOW)

        self.house.db.write_now(job)
        self.seconds += KEPT_SECONDS

    def page(self, language: str = ""):
        return self.house.db.read_now(lambda tx: self.pages.page(tx, "ward", language, NOW))

    def says_no(self, number: int) -> None:
        """Somebody takes back that their words may be quoted."""
        held = self.said[number]
        step = StepResult(held.conversation, (Consented("quote_words", granted=False, wording="May we?"),), NOW)
        self.house.db.write_now(lambda tx: store.save(tx, self.house.vault, held=held, step=step))
