"""Charts for a phone: as large in letters as all else, and nothing runs over the edge."""

import re
from itertools import pairwise

import pytest

from report.formats.svg_chart import people_row, run_chart

MONTHS = [(f"20{year}-{month:02}", 10 * month) for year in (25, 26) for month in range(1, 13)]
CHARTS = {
    "run": run_chart("By month", MONTHS),
    "short run": run_chart("By month", MONTHS[:1]),
    "people": people_row("Row", 19, 20),
}
WIDEST_LETTER = 8
"""Units, on average, of a letter of 14 units in Arial."""


@pytest.mark.parametrize("name", CHARTS)
def test_on_a_phone_every_letter_is_as_large_as_drawn_and_inside(name: str):
    svg = CHARTS[name].narrow
    width = int(re.search(r'viewBox="0 0 (\d+) ', svg).group(1))

    assert width <= 300
    assert 'font-size="14"' in svg
    for x, anchor, words in re.findall(r'<text x="(-?[\d.]+)" y="[\d.]+" text-anchor="(\w+)"[^>]*>([^<]*)<', svg):
        half = len(words) * WIDEST_LETTER / (2 if anchor == "middle" else 1)
        assert float(x) - (half if anchor == "middle" else 0) >= -9
        assert float(x) + half <= width + 9, words


def test_months_on_a_phone_stand_apart():
    places = [float(x) for x in re.findall(r'<text x="([\d.]+)" y="178"', CHARTS["run"].narrow)]

    assert len(places) >= 2
    assert all(later - earlier >= 60 for earlier, later in pairwise(places))


def test_every_circle_of_a_row_is_inside_the_drawing():
    svg = CHARTS["people"].narrow
    height = int(re.search(r'viewBox="0 0 \d+ (\d+)"', svg).group(1))

    assert svg.count("<circle") == 20
    assert all(int(x) + 12 <= 300 for x in re.findall(r'cx="(\d+)"', svg))
    assert all(int(y) + 12 <= height for y in re.findall(r'cy="(\d+)"', svg))
