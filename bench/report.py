"""Reports: a million answers from the database to figures, and two thousand comments to every format."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from bench.row import Row
from config.settings import load_settings
from feedback.conversation.response import Response
from feedback.conversation.serialisation import dump_value
from feedback.flows.answer import Answer, Piece
from feedback.flows.canonical_json import compile_flow
from feedback.flows.model import Choice, Flow
from report.build.document_builder import document
from report.build.easy_read import easy_document
from report.build.report import Findings, build
from report.formats.html import to_html
from report.formats.markdown_json import to_json, to_markdown
from report.narrative.quotes import Quotable
from sayso.core.flow_registry import registry_for
from sayso.core.store import open_store
from sayso.exports.docx import to_docx
from sayso.exports.pdf import to_pdf
from storage.conversations import flow_versions
from storage.tables import answers, consents, conversations, people

MILLION = 1_000_000
COMMENTS = 2_000
TIMES = 3
"""Runs of the command: whatever else a machine does only ever slows one."""
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SAYSO = Path(sys.executable).with_name("sayso")

RUN = """
import resource, subprocess, sys, time
began = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.returncode, time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
"""Runs one command and tells its exit code, seconds, seconds of work and most megabytes."""


def reports() -> Iterator[Row]:
    """A million answers to a report, beside a bare count of the same rows; then comments to all formats."""
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        environ = {**os.environ, "SAYSO_DATA": f"{folder}/data", "SAYSO_KEY_FILE": f"{folder}/keys"}
        bare = _fill(environ)
        command = [str(SAYSO), "report", "people", "--format", "json"]
        watched = [sys.executable, "-c", RUN, *command]
        told = [
            subprocess.run(watched, env=environ, cwd=folder, capture_output=True, text=True, check=True).stdout.split()
            for _ in range(TIMES)
        ]
    assert all(one[0] == "0" for one in told)
    waited, seconds = (min(float(one[place]) for one in told) for place in (1, 2))
    megabytes = max(float(one[3]) for one in told)
    against = f"aim under 5 s, the whole command; {waited:.1f} s by the clock"
    yield Row("report over 1,000,000 answers", f"{seconds:.1f} s", against, seconds < 5)
    yield Row("  its memory", f"{megabytes:.0f} MB", "aim under 500 MB", megabytes < 500)
    yield Row("  times a bare SQL count of the same rows", f"{seconds / bare:.1f}", f"bare count: {bare:.2f} s")
    yield from _formats()


def _fill(environ: dict[str, str]) -> float:
    """Put a million answers to the flow `people` into a new database; return what a bare count of them takes."""
    settings = load_settings(environ)
    flow = registry_for(settings).named("people")
    assert flow is not None
    with open_store(settings, is_new_allowed=True) as store:
        asked = [one for one in flow.questions if one.choices][:12]
        many = MILLION // len(asked)
        store.database.write_now(lambda tx: flow_versions.keep(tx, flow=flow, compiled=compile_flow(flow), now=AT))
        for first in range(0, many, 5_000):
            batch = range(first, min(first + 5_000, many))
            store.database.write_now(lambda tx, batch=batch: _insert(tx, flow, asked, batch))
        with store.database.reading() as tx:
            began = time.process_time()
            query = "SELECT question, value, count(*) FROM answer WHERE is_current GROUP BY question, value"
            assert sum(row[2] for row in tx.exec_driver_sql(query)) >= MILLION - len(asked)
            return time.process_time() - began


def _insert(tx, flow: Flow, asked, batch: range) -> None:
    tx.execute(insert(people), [{"id": f"p{n}", "created_at": AT} for n in batch])
    moments = {n: AT + timedelta(seconds=n) for n in batch}
    more = {"flow": "people", "version_id": flow.version_id, "language": "en", "stage": "finished", "turn": 30}
    talks = [
        {"id": f"c{n}", "person_id": f"p{n}", "channel": ("web", "telegram")[n % 2], **more}
        | {"started_at": moments[n], "heard_at": moments[n] + timedelta(minutes=4), "finished_at": moments[n]}
        for n in batch
    ]
    tx.execute(insert(conversations), talks)
    agreed = {"switch": "take_part", "granted": True, "wording": "", "wording_hash": "", "language": "en"}
    tx.execute(
        insert(consents),
        [{"person_id": f"p{n}", "conversation_id": f"c{n}", "channel": "web", "at": AT, **agreed} for n in batch],
    )
    given = {"revision": 1, "is_current": True, "state": "answered", "channel": "web", "language": "en", "at": AT}
    rows = []
    for n in batch:
        for place, one in enumerate(asked):
            picked = one.choices[(n * 7 + place * 3 + n // 11) % len(one.choices)].id
            value = dump_value((picked,) if one.type == "many" else picked)
            rows.append({"conversation_id": f"c{n}", "question": one.id, "value": value, **given})
    tx.execute(insert(answers), rows)


def _formats() -> Iterator[Row]:
    """Two thousand comments under thirty themes, in each format one after the other."""
    settings = load_settings({**os.environ, "SAYSO_DATA": "data"})
    flow = registry_for(settings).named("people")
    assert flow is not None
    themes = tuple(Choice(f"t{n}", f"Theme {n}") for n in range(30))
    responses = [_comment(flow, n) for n in range(COMMENTS)]
    coded = {(f"c{n}", "c11"): frozenset({f"t{n % 30}", f"t{n % 7}"}) for n in range(COMMENTS)}
    words = "They asked us, and number {} was heard."
    said = tuple(Quotable(words.format(n), f"t{n % 30}", f"c{n}", "c11", f"p{n}") for n in range(COMMENTS))
    began = time.process_time()  # this process alone: another one's turn on the core is not ours
    report = build("people", responses, {flow.version_id: flow}, heard=Findings(themes, coded, said))
    page, easy = document(report), easy_document(report)
    made = [draw(one) for one in (page, easy) for draw in (to_html, to_markdown, to_pdf, to_docx)] + [to_json(report)]
    seconds = time.process_time() - began
    assert all(made)
    yield Row(
        "2,000 comments to all formats", f"{seconds:.1f} s", "aim under 5 s; two documents, nine files", seconds < 5
    )


def _comment(flow: Flow, n: int) -> Response:
    said = Answer("answered", AT, None, (Piece("1", f"They asked us, and number {n} was heard."),))
    fields = ("people", flow.version, flow.version_id, "web", "en", "finished", AT, AT)
    return Response(f"c{n}", f"p{n}", *fields, {"c11": said}, {"take_part": True})
