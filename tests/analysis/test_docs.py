"""docs/analysis.md does what it says: each block is run, and prints what stands below it."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from config.load import FLOWS, load_words
from feedback.conversation.response import Response
from feedback.flows.answer import Answer, Piece
from feedback.flows.flow_parser import parse
from feedback.flows.model import Flow
from report.exports.qdpx_project import CodedTexts, answer_guid
from report.exports.qdpx_types import QdpxCode, QdpxCoder, QdpxSpan, guid_of
from sayso.exports.archive import FORMS, bundle
from sayso.exports.dataset import ResponseDataset, material
from sayso.exports.qdpx import with_project

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "analysis.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(python|r|sh)\n(.*?)^```\n\n```text\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL)
PROGRAMS = ROOT / ".venv-analysis" / "bin"
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
WORDS = "👩‍👩‍👧 Now we tell people what changed 🙂 and why"
HEARD = ["online"] * 9 + ["nsun"] * 4 + ["first"] * 5
USED = ["yes"] * 11 + ["no", "skip"]


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    """A folder with the bundle of the published survey in it, and an empty one for a project."""
    folder = tmp_path_factory.mktemp("analysis")
    for name in ("export", "project"):
        (folder / name).mkdir()
    for name, _, content in bundle(published(), FORMS, role="host", has_words=True, made_at=AT):
        (folder / "export" / name).write_bytes(b"".join(content))
    return folder


def published() -> ResponseDataset:
    flow = parse("trust_leads.toml", (FLOWS / "trust_leads.toml").read_text("utf-8"), load_words())
    responses = tuple(response(flow, number) for number in range(1, 19))
    made = material(responses, {flow.version_id: flow})
    top, under, coder = guid_of("theme", "1"), guid_of("theme", "2"), guid_of("coder", "1")
    start, stop = WORDS.index("Now"), WORDS.index(" 🙂")
    spans = (
        QdpxSpan(guid_of("coding", "1"), under, start, stop, coder, AT, "Loop closed"),
        QdpxSpan(guid_of("coding", "2"), top, start, len(WORDS), coder, AT),
    )
    codes = (QdpxCode(top, "Impact"), QdpxCode(under, "Told what changed", "", top))
    coded = CodedTexts(codes, (QdpxCoder(coder, "Bea"),), {answer_guid("c01", "a6"): spans})
    return with_project(made, responses, coded, None, AT)


def response(flow: Flow, number: int) -> Response:
    given = {"a1": Answer("answered", AT, HEARD[number - 1])}
    if number <= len(USED):
        used = USED[number - 1]
        given["a2"] = Answer("skipped", AT) if used == "skip" else Answer("answered", AT, used)
    if number == 1:
        given["a6"] = Answer("answered", AT, None, (Piece("1", WORDS),))
    return Response(
        conversation=f"c{number:02}",
        person=f"p{number:02}",
        flow=flow.name,
        version=flow.version,
        version_id=flow.version_id,
        channel="web",
        language="en",
        stage="finished",
        started_at=AT,
        heard_at=AT,
        answers=given,
        consents={"take_part": True},
    )


def test_the_page_has_a_block_for_each_program():
    assert [kind for kind, *_ in BLOCKS] == ["python", "python", "python", "python", "r", "r", "sh", "python"]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(8))
def test_each_block_prints_what_stands_below_it(folder, number):
    kind, code, printed = BLOCKS[number]
    python = PROGRAMS / "python" if "pyrefiqda" in code else sys.executable
    runner = {"python": [python, "-c"], "r": ["Rscript", "--vanilla", "-e"], "sh": ["sh", "-e", "-c"]}
    calm = {**os.environ, "PYTHONBREAKPOINT": "0", "PATH": f"{PROGRAMS}:{os.environ['PATH']}"}

    done = subprocess.run(
        [*runner[kind], code],
        cwd=folder / "project" if kind == "sh" else folder,
        env=calm,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert [line.rstrip() for line in lines(done.stdout)] == lines(printed)


def lines(text: str) -> list[str]:
    """Return what was printed, without the log of a program and empty lines."""
    return [line for line in text.splitlines() if line.strip() and not re.match(r"\d{4}-\d\d-\d\d ", line)]
