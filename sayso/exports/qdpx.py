"""Projects for qualitative analysis as files, made of what is stored."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from feedback.conversation.response import Response
from report.exports.documents import by_person
from report.exports.qdpx_project import CodedTexts, QdpxInputs, answer_guid, comment_guid, sources
from report.exports.qdpx_types import QdpxCode, QdpxCoder, QdpxProject, QdpxSpan, guid_of
from report.exports.redaction import ClearedTexts
from sayso.exports.dataset import Reread, ResponseDataset
from storage.crypto.vault import Vault
from storage.review import coding_exchange, codings
from storage.review.codings import Coding


def coded(tx: Connection, vault: Vault) -> CodedTexts:
    """Return every theme, and every coding of a text that stands as it was coded."""
    found = codings.everything(tx, vault)
    answers = coding_exchange.coded_answers(tx)
    spans: dict[str, list[QdpxSpan]] = {}
    for coding in found:
        guid = _text_guid(coding, answers)
        if guid:
            spans.setdefault(guid, []).append(_span(coding))
    coders = sorted({(coding.coder, coding.by) for coding in found})
    return CodedTexts(
        codes=_codes(tx),
        coders=tuple(QdpxCoder(guid_of("coder", staff_id), name) for name, staff_id in coders),
        spans={
            guid: tuple(sorted(some, key=lambda span: (span.start, span.stop, span.guid)))
            for guid, some in spans.items()
        },
    )


def with_project(
    material: ResponseDataset,
    responses: Iterable[Response],
    told: CodedTexts,
    checked: ClearedTexts | None,
    made_at: datetime,
    *,
    is_by_person: bool = False,
) -> ResponseDataset:
    """Return the material with the project of what people said. `responses` have all their words, and may be `Reread`.

    With `is_by_person` the texts of one person are one document. For those who see checked words only (`checked` is
    given), coders have numbers instead of names.
    """
    coders = told.coders
    if checked is not None:
        coders = tuple(replace(coder, name=f"Coder {number}") for number, coder in enumerate(coders, start=1))
    names = ", ".join(book.flow for book in material.books)
    inputs = QdpxInputs(material.flows, material.books, told, checked)
    project = QdpxProject(f"sayso: {names}", told.codes, coders, made_at=made_at)
    texts = Reread(lambda: sources(responses, inputs))
    documents = Reread(lambda: by_person(texts)) if is_by_person else texts
    return replace(material, project=project, sources=documents)


def _codes(tx: Connection) -> tuple[QdpxCode, ...]:
    return tuple(
        QdpxCode(
            guid_of("theme", one.id), one.name, one.definition, guid_of("theme", one.parent_id) if one.parent_id else ""
        )
        for one in coding_exchange.every_theme(tx)
        if one.merged_into is None
    )


def _text_guid(coding: Coding, answers: Mapping[str, tuple[str, str]]) -> str:
    if coding.ref.startswith("c"):
        return comment_guid(coding.conversation_id, int(coding.ref[1:]))
    return answer_guid(*answers[coding.ref]) if coding.ref in answers else ""


def _span(coding: Coding) -> QdpxSpan:
    return QdpxSpan(
        guid=guid_of("coding", coding.id),
        code=guid_of("theme", coding.theme_id),
        start=coding.span.start,
        stop=coding.span.stop,
        coder=guid_of("coder", coding.by),
        at=coding.at,
        memo=coding.memo,
    )
