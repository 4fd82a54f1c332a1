"""Exports: two thousand comments to each format, and five thousand with their codings as a project."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

from bench.row import Row
from config.load import FLOWS, load_words
from feedback.conversation.response import Comment, Response
from feedback.flows.answer import Answer, Piece
from feedback.flows.flow_parser import parse
from feedback.flows.model import Flow
from report.exports.qdpx_project import CodedTexts, comment_guid
from report.exports.qdpx_types import QdpxCode, QdpxCoder, QdpxSpan, guid_of
from sayso.exports.archive import CODED_FORMS, FORMS, Form, bundle
from sayso.exports.dataset import ResponseDataset, material
from sayso.exports.qdpx import with_project

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
COMMENTS, TEXTS = 2_000, 5_000
SAID = "They listened to us 🙂 and nobody wrote back.\r\nWe would like to know what changed. "


def exports() -> Iterator[Row]:
    """Yield what each format takes, of this process's own work, and all of them together."""
    flow = parse("open_door.toml", (FLOWS / "open_door.toml").read_text("utf-8"), load_words())
    total = 0.0
    for form in FORMS:
        seconds = _seconds(flow, COMMENTS, form)
        total += seconds
        yield Row(f"{COMMENTS:,} comments to {form}", f"{seconds:.2f} s")
    yield Row(f"{COMMENTS:,} comments to every format", f"{total:.1f} s", "aim under 5 s", total < 5)
    seconds = _seconds(flow, TEXTS, "qdpx")
    yield Row(f"{TEXTS:,} comments with codings to qdpx", f"{seconds:.1f} s", "aim under 3 s", seconds < 3)


def _seconds(flow: Flow, count: int, form: Form) -> float:
    responses = tuple(_response(flow, number) for number in range(count))
    began = time.process_time()
    made = material(responses, {flow.version_id: flow})
    if form in CODED_FORMS:
        made = _coded(responses, made)
    for _, _, content in bundle(made, (form,), role="host", has_words=True, made_at=AT):
        for _ in content:
            pass
    return time.process_time() - began


def _response(flow: Flow, number: int) -> Response:
    picked = {one.id: Answer("answered", AT, one.choices[0].id) for one in flow.questions if one.type == "one"}
    first = next(one.id for one in flow.questions if one.type == "text")
    comments: tuple[Comment, ...] = ()
    if number % 2:
        comments = (Comment(number, SAID * 3, AT),)
    else:
        picked[first] = Answer("answered", AT, None, (Piece("1", SAID * 3),))
    return Response(
        conversation=f"c{number}",
        person=f"p{number}",
        flow=flow.name,
        version=flow.version,
        version_id=flow.version_id,
        channel="web",
        language="en",
        stage="finished",
        started_at=AT,
        heard_at=AT,
        answers=picked,
        consents={"take_part": True},
        comments=comments,
    )


def _coded(responses: tuple[Response, ...], made: ResponseDataset) -> ResponseDataset:
    theme, coder = guid_of("theme", "1"), guid_of("coder", "1")
    spans = {
        comment_guid(one.conversation, comment.id): tuple(
            QdpxSpan(guid_of("coding", f"{comment.id}/{place}"), theme, place, place + 20, coder, AT, "why")
            for place in (0, 30)
        )
        for one in responses
        for comment in one.comments
    }
    coded = CodedTexts((QdpxCode(theme, "Told what changed"),), (QdpxCoder(coder, "Bea"),), spans)
    return with_project(made, responses, coded, None, AT)
