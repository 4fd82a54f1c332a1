"""Projects that were made to hurt are refused in a small process, in one clear line."""

import zipfile

import pytest

from feedback.errors import SaysoError
from report.exports import qdpx_read
from report.exports.qdpx_types import QdpxProject
from sayso.core.bounded_child import ChildLimits
from sayso.exports import project_file
from sayso.exports.project_file import read_open, read_project
from sayso.exports.project_json import dump_project, load_project

HEAD = b'<Project name="x" xmlns="urn:QDA-XML:project:1.0">'
SMALL = ChildLimits(memory=300 << 20, seconds=20, clock=60.0)


@pytest.fixture
def made(tmp_path):
    """A project file of these parts."""

    def make(*parts):
        path = tmp_path / "in.qdpx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts:
                archive.writestr(name, content)
        return path

    return make


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b'<!DOCTYPE x [<!ENTITY a "b">]>' + HEAD + b"</Project>", "has a document type"),
        (HEAD + b"<a>" * 101, "more parts, or parts in parts, than any project"),
        (HEAD + b"<a/>" * 30, "more parts, or parts in parts, than any project"),
        (HEAD, "This is not XML"),
    ],
)
def test_xml_that_blows_up_is_refused_while_it_is_read(made, monkeypatch, content, why):
    monkeypatch.setattr(qdpx_read, "ELEMENTS_MOST", 25 if b"/>" in content else 1000)

    with made(("project.qde", content)).open("rb") as file, pytest.raises(SaysoError, match=why):
        read_open(file, "qdpx")


def test_a_zip_that_unpacks_to_more_than_a_project_is_not_unpacked(made, monkeypatch):
    monkeypatch.setattr(project_file, "READ_MOST", 10_000)
    path = made(*((f"{n}.txt", bytes(5_000)) for n in range(3)))

    with path.open("rb") as file, pytest.raises(SaysoError, match="This project is too large"):
        read_open(file, "qdpx")


def test_a_project_whose_xml_alone_is_too_large_is_not_unpacked(made):
    path = made(("project.qde", bytes(64_000_001)))

    with pytest.raises(SaysoError, match="This project is too large"):
        read_project(path, SMALL)


def test_what_takes_too_much_memory_ends_its_process_alone(made):
    path = made(("project.qde", bytes(60_000_000)))

    with pytest.raises(SaysoError, match=r"in\.qdpx is larger than any project"):
        read_project(path, ChildLimits(memory=100 << 20, seconds=20, clock=60.0))


def test_a_file_that_is_not_there_is_one_clear_line(tmp_path):
    with pytest.raises(SaysoError, match="cannot be opened"):
        read_project(tmp_path / "none.qdpx")


def test_a_long_complaint_is_cut(made):
    with pytest.raises(SaysoError, match="This is no REFI-QDA file") as told:
        read_project(made(("project.qde", b"<" + b"x" * 5_000 + b"/>")), SMALL)

    assert len(str(told.value)) < 500


def test_a_project_comes_out_of_its_process_as_it_is():
    project = QdpxProject("Tea", left_out=("Case: 1",))

    assert load_project(dump_project(project)) == project
