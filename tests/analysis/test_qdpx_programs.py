"""A hard project opened by programs that are not ours. They live in a place of their own: .venv-analysis."""

import json
import os
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from report.exports.qdpx_read import read_qdpx
from report.exports.qdpx_types import QdpxProject, QdpxSource, guid_of
from tests.drawn import as_files, as_qdpx
from tests.growth import grows_in_line

HERE = Path(__file__).parent
PROGRAMS = HERE.parents[1] / ".venv-analysis"


@pytest.fixture(scope="session")
def programs() -> Path:
    assert (PROGRAMS / ".installed").exists(), "Run: sh scripts/install-analysis.sh"
    return PROGRAMS


@pytest.fixture
def written(hard: QdpxProject, tmp_path: Path) -> Path:
    path = tmp_path / "hard.qdpx"
    path.write_bytes(as_qdpx(hard))
    return path


def test_the_project_is_valid_by_the_published_schema(hard, programs):
    (schema,) = programs.glob("lib/python*/site-packages/qualitative_coding/refi_qda/schema.xsd")

    etree.XMLSchema(file=str(schema)).assertValid(etree.fromstring(as_files(hard)["project.qde"]))


@pytest.mark.slow
def test_pyrefiqda_reads_every_text_code_and_coding_exactly(hard, written, programs):
    done = subprocess.run(
        [programs / "bin" / "python", HERE / "read_refi.py", written], capture_output=True, text=True, check=True
    )

    told = json.loads(done.stdout)
    assert [tuple(code) for code in told["codes"]] == [
        (code.guid, code.name, code.memo, code.parent) for code in hard.codes
    ]
    assert told["coders"] == {coder.guid: coder.name for coder in hard.coders}
    assert [(one["guid"], one["name"], one["words"]) for one in told["sources"]] == [
        (source.guid, source.name, source.words) for source in hard.sources
    ]
    found = [tuple(span) for one in told["sources"] for span in one["spans"]]
    assert found == [
        (
            *(span.start, span.stop, span.code, span.coder, span.at.isoformat().replace("+00:00", "Z")),
            *(span.memo, source.words[span.start : span.stop]),
        )
        for source in hard.sources
        for span in source.spans
    ]
    assert len(found) > 500
    values = {guid_of("variable", name): value for name, value in hard.sources[0].values}
    assert all(dict(one["values"]) == values for one in told["sources"])


@pytest.mark.slow
def test_qualitative_coding_takes_it_in_and_gives_it_back(hard, written, programs, tmp_path):
    house = tmp_path / "qc"
    house.mkdir()
    calm = {**os.environ, "PYTHONBREAKPOINT": "0", "PATH": f"{programs / 'bin'}:{os.environ['PATH']}"}

    def qc(*arguments: str) -> None:
        subprocess.run(["qc", *arguments], cwd=house, env=calm, capture_output=True, check=True)

    qc("init", "--import", str(written))
    qc("export", str(tmp_path / "back.qdpx"))

    with zipfile.ZipFile(tmp_path / "back.qdpx") as archive:
        back = read_qdpx({name: archive.read(name) for name in archive.namelist()})
    assert tree(back) == tree(hard)
    assert {source.name.removesuffix(".txt"): source.words for source in back.sources} == {
        source.name: source.words for source in hard.sources
    }
    assert given(back) == given(hard)
    assert len(given(hard)) == 700


def tree(project: QdpxProject) -> set[tuple[str, str]]:
    names = {code.guid: code.name for code in project.codes}
    return {(code.name, names.get(code.parent, "")) for code in project.codes}


def given(project: QdpxProject) -> set[tuple[str, str, str]]:
    """Who gave which code to which text: that program codes lines, and so keeps no more than this."""
    names = {thing.guid: thing.name for thing in (*project.codes, *project.coders)}
    return {
        (source.name.removesuffix(".txt"), names[span.coder], names[span.code])
        for source in project.sources
        for span in source.spans
    }


@pytest.mark.slow
def test_export_import_export_is_stable(hard):
    once = as_files(hard)

    assert read_qdpx(once) == hard
    assert as_qdpx(read_qdpx(once)) == as_qdpx(hard)


def test_nothing_of_a_project_of_nvivo_is_lost(programs):
    (path,) = programs.glob("lib/python*/site-packages/qualitative_coding/refi_qda/nvivo_project.qdpx")
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}

    found = read_qdpx(files)

    tags = Counter(etree.QName(element).localname for element in etree.fromstring(files["project.qde"]).iter("{*}*"))
    spans = sum(len(source.spans) for source in found.sources)
    assert (len(found.codes), len(found.sources), spans) == (tags["Code"], tags["TextSource"], tags["CodeRef"])
    assert len(found.codes) == 262
    assert found.left_out == ()
    assert all(source.words for source in found.sources)


@pytest.mark.slow
def test_comments_are_written_in_time_in_line_with_their_number(hard):
    few, many = times_over(1, hard), times_over(8, hard)

    assert grows_in_line(lambda: as_files(few), lambda: as_files(many), times=8)


def times_over(count: int, hard: QdpxProject) -> QdpxProject:
    texts = tuple(
        QdpxSource(guid_of("text", f"m{number}"), f"m{number}", one.words, one.spans, one.values)
        for number in range(count)
        for one in hard.sources
    )
    return QdpxProject("Many", hard.codes, hard.coders, texts)
