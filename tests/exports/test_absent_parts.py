"""What needs an optional part that a host left out says which, and how to add it."""

import sys
import tomllib
from datetime import UTC, datetime
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from click.testing import CliRunner
from packaging.requirements import Requirement

from feedback.errors import PARTS, PartMissing, optional
from sayso.commands.flow import flow
from sayso.exports.archive import bundle
from sayso.exports.report_formats import printed

ROOT = Path(__file__).parents[2]
OURS = ("sayso.exports.docx", "sayso.exports.tables.parquet", "sayso.exports.pdf", "sayso.exports.tables.spss")


@pytest.fixture
def leave_out(monkeypatch):
    """Make modules as absent as if they were not installed."""

    def leave(*modules):
        for module in modules:
            monkeypatch.setitem(sys.modules, module, None)
        for module in OURS:
            monkeypatch.delitem(sys.modules, module, raising=False)

    return leave


def test_the_parts_and_what_they_import_are_those_of_pyproject():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    installs = {
        part: {Requirement(line).name for line in lines} for part, lines in project["optional-dependencies"].items()
    }
    owners = packages_distributions()

    assert {part: {owners[module][0].lower() for module in modules} for part, modules in PARTS.items()} == installs


@pytest.mark.parametrize(
    ("form", "absent", "what", "part"),
    [
        ("parquet", "polars", "Parquet", "exports"),
        ("sav", "pyreadstat", "An SPSS file", "exports"),
    ],
)
def test_an_export_says_which_part_it_needs(leave_out, made, form, absent, what, part):
    leave_out(absent)

    with pytest.raises(PartMissing, match=f"^{what} needs the part {part} of sayso.* WITH={part}.*'sayso\\[{part}]'"):
        list(bundle(made, [form], role="analyst", has_words=False, made_at=datetime(2026, 3, 2, tzinfo=UTC)))


def test_the_formats_that_need_no_part_are_made_without(leave_out, made):
    leave_out(*{module for modules in PARTS.values() for module in modules})

    files = bundle(
        made, ["jsonl", "csv", "xlsx"], role="analyst", has_words=False, made_at=datetime(2026, 3, 2, tzinfo=UTC)
    )

    assert "answers.csv" in {name for name, _, _ in files}


@pytest.mark.parametrize(
    ("form", "absent", "part"), [("pdf", "typst", "pdf"), ("docx", "typst", "word"), ("docx", "docx", "word")]
)
def test_a_report_says_which_part_it_needs(leave_out, form, absent, part):
    leave_out(absent)

    with pytest.raises(PartMissing, match=f"needs the part {part} of sayso"):
        printed(None, form)


def test_a_module_that_belongs_to_no_part_is_a_fault_of_ours():
    with pytest.raises(ModuleNotFoundError, match="no_such"), optional("A PDF", "pdf"):
        import no_such  # noqa: F401, PLC0415 - that it is not there is the point


def test_a_form_of_another_program_says_which_part_it_needs(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "sayso.exports.sheets", raising=False)
    form = tmp_path / "tea.xlsx"
    form.touch()

    for command in (
        ["import", str(form)],
        ["export", "people", "--format", "xlsform", "--out", str(tmp_path / "x.xlsx")],
    ):
        assert "An XLSForm needs the part exports" in str(CliRunner().invoke(flow, command).exception)
