"""Drafts of questions: what is written and not yet published, with what the checker says and who rehearsed it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.errors import Fault
from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.setup_port import CheckedFile
from review.http.undo import Way
from review.lists.draft_flows import is_rehearsed, path_of
from review.questions.flow_document import FlowDocument, document_text, question_toml, read_document
from review.setup.kept import change
from storage.settings import files
from storage.settings.files import SettingFile

_QUESTION = "[[question]]"
_HEADS = (_QUESTION, "[finish]", "[consent]")
"""The lines with which a part of a file begins."""


@dataclass(frozen=True)
class Remark:
    """Something that the checker says, and the number of the question that it is about, from 0; None for none."""

    fault: Fault
    number: int | None


@dataclass(frozen=True)
class DraftFlow:
    """Questions being written: their text, whether there is a draft, and what the checker says of it."""

    name: str
    text: str
    document: FlowDocument
    draft: SettingFile | None
    checked: CheckedFile
    is_rehearsed: bool

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Return all that the checker says, with the number of the question that it is about."""
        heads = [
            (at, line.strip()) for at, line in enumerate(self.text.splitlines(), start=1) if line.strip() in _HEADS
        ]
        return tuple(Remark(fault, _number(fault.line, heads)) for fault in self.checked.faults)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return what has to be mended before it can be published."""
        return tuple(fault for fault in self.checked.faults if not fault.is_warning)


async def draft_of(visit: StaffRequest) -> DraftFlow:
    """Return the draft of the flow that the address names, or its text in use. Raises: HTTPException (404)."""
    name = visit.path("name")
    draft = await visit.read(lambda tx: files.one(tx, path=path_of(name), state="draft"))
    text = draft.text if draft else visit.desk.house.files().get(f"{name}.toml", "")
    try:
        document = read_document(text) if text else None
    except ValueError:
        document = None
    if document is None:
        raise HTTPException(404)
    checked = visit.desk.house.check(f"{name}.toml", text)
    return DraftFlow(name, text, document, draft, checked, is_rehearsed=await is_rehearsed(visit, name, text))


async def keep_draft(visit: StaffRequest, document: FlowDocument, what: str, way: Way) -> Response:
    """Store a draft with a way back, and lead to the page that offers it."""
    name, text = str(document.head["flow"]), document_text(document)
    return await change(
        visit, what, f"questions {name}", lambda doing: doing.put_file(path_of(name), "draft", text), way
    )


def draft_watched(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the questions that a form changes, as they are written now."""
    try:
        text = draft_text_now(tx, visit)
        return snapshot_of(read_document(text)) if text else Snapshot()
    except ValueError:
        return Snapshot()


def draft_text_now(tx: Connection, visit: StaffRequest) -> str:
    """Return the draft of the flow that the address names, or its text in use; empty where there is none."""
    name = visit.path("name")
    found = files.one(tx, path=path_of(name), state="draft")
    return found.text if found else visit.desk.house.files().get(f"{name}.toml", "")


def snapshot_of(document: FlowDocument) -> Snapshot:
    """Return questions as the author of a form sees them."""
    around = FlowDocument(document.head, document.consent, document.finish)
    told = [(f"Question {place}", question_toml(one)) for place, one in enumerate(document.questions, start=1)]
    return Snapshot((("The words around", document_text(around)), *told), f"questions {document.head.get('flow', '')}")


def _number(line: int, heads: Sequence[tuple[int, str]]) -> int | None:
    """Return the number of the question that a line stands in."""
    before = [name for at, name in heads if at <= line]
    return before.count(_QUESTION) - 1 if before and before[-1] == _QUESTION else None
