"""`sayso fft`: a month of the Friends and Family Test, as a host asks for it."""

import pytest

from sayso.core.clock import now

QUESTION = """
[[question]]
id = "fft"
ask = "Overall, how was your experience of our service?"
type = "one"
theme = "impact"
choices.very_good = "Very good"
choices.good = "Good"
choices.neither = "Neither good nor poor"
choices.poor = "Poor"
choices.very_poor = "Very poor"
choices.dont_know = "I do not know"
groups.positive = ["very_good", "good"]

[finish]"""


@pytest.mark.slow
def test_a_month_is_counted_by_place_in_exact_numbers(house):
    refused = house.run("fft", "tea", "--month", "2020-01")
    assert "tea has no question with exactly the choices very_good, good, neither" in refused.err

    file = house.folder / "flows" / "tea.toml"
    file.write_text(file.read_text("utf-8").replace("\n[finish]", QUESTION, 1), "utf-8")
    house.hears("/start", "yes", "Yes", "It is.", "Done", "Very good", person=7)

    told = house.run("fft", "tea", "--month", f"{now():%Y-%m}")
    head, row = told.out.splitlines()
    assert head.startswith("month,place,very_good,good,neither,poor,very_poor,dont_know,responses,positive_percent")
    assert row == f"{now():%Y-%m},no place,1,0,0,0,0,0,1,100,0,1"
    assert "Send them to NHS England" in told.err
    assert house.run("fft", "tea", "--month", "2020-01").out.count("\n") == 1
