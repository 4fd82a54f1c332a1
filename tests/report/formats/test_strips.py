"""Drawings in the rows of tables: inside their frame, without words, and true to the numbers beside them."""

import re
import xml.etree.ElementTree as ET

import pytest

from report.formats.blocks import Document, Table, Text, numbered
from report.formats.html import to_html
from report.formats.strips import (
    pair_scale,
    pair_strip,
    percent_scale,
    share_strip,
    split_scale,
    split_strip,
    without,
)
from report.formats.svg_chart import run_chart
from report.formats.typst import column_weights, to_typst

STRIPS = {
    "all": share_strip(100, (80, 100)),
    "nobody": share_strip(0, (0, 9)),
    "no interval": share_strip(50),
    "pair": pair_strip(0, 100),
    "yes": split_strip(40, 0, 0, 0),
    "no": split_strip(0, 0, 40, 0),
    "partly": split_strip(0, 9, 0, 0),
    "other": split_strip(0, 0, 0, 40),
    "none": split_strip(0, 0, 0, 0),
    "percent": percent_scale(),
    "sides": pair_scale(("Organisations & others", "People")),
    "colours": split_scale(),
}


@pytest.mark.parametrize("name", STRIPS)
def test_every_mark_is_inside_the_frame(name):
    root = ET.fromstring(STRIPS[name])  # noqa: S314 - our own drawing
    width = float(root.get("width"))

    for mark in root:
        x = [float(mark.get(key)) for key in ("x", "cx", "x1", "x2") if mark.get(key)]
        assert all(0 <= one <= width for one in x)
        assert float(mark.get("x", 0)) + float(mark.get("width", 0)) <= width
    assert len(STRIPS[name]) < 1500


def test_a_strip_has_no_words_and_stands_at_its_share():
    assert "<text" not in "".join(STRIPS[name] for name in STRIPS if name not in ("percent", "sides", "colours"))
    assert re.findall(r'cx="([\d.]+)"', share_strip(50)) == ["120"]
    assert re.findall(r'<line x1="([\d.]+)" y1="8" x2="([\d.]+)"', share_strip(50, (25, 75))) == [("66", "174")]
    assert without(["", ""]) == ()
    assert without(["", "x"]) == ("", "x")


def test_a_table_with_drawings_is_a_figure_and_its_rows_say_all_to_a_screen_reader():
    drawn = Table("Shares", ("Answer", "Share"), (("Yes", "1 of 2"), ("No", "hidden")), (share_strip(50), ""), "")
    page = Document(
        "T", tuple(numbered((drawn, Table("Plain", ("a", "b"), ()), run_chart("Run", [("May", 1)]), Text("x"))))
    )

    html = to_html(page)
    names = [getattr(block, "caption", getattr(block, "name", "")) for block in page.blocks]
    assert names == ["Figure 1. Shares", "Table 1. Plain", "Figure 2. Run", ""]
    assert html.count('class="strip" aria-hidden="true"') == 1
    assert '<th scope="row">No</th><td>hidden</td>' in html
    assert to_typst(page).count("pdf.artifact(") == 1
    assert column_weights(drawn)[0] == 40
