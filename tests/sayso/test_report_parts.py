"""`sayso report` of a period, a place or a group, as its user asks for it."""

import json

import pytest

from sayso.core.clock import now


@pytest.mark.slow
def test_a_report_is_of_the_days_the_place_and_the_group_that_are_asked_for(house_on_both):
    house = house_on_both
    file = house.folder / "flows" / "tea.toml"
    file.write_text(file.read_text("utf-8").replace('level = "person"', 'level = "organisation"'), "utf-8")
    link = json.loads(house.run("invite", "--flow", "tea", "--print", 1, "--place", "Leeds", "--format", "jsonl").out)
    house.hears(f"/start {link['token']}", "yes", "Yes", "They listened.", "Done", "yes", person=7)
    house.finishes("no", "It is not", person=8)
    today = f"{now():%Y-%m-%d}"

    def told(*asked):
        return json.loads(house.run("report", "tea", "--format", "json", *asked).out)

    assert [told(*asked)["responses"] for asked in ((), ("--place", "Leeds"), ("--to", "2020-01-31"))] == [2, 1, 0]
    assert told("--from", today, "--to", today, "--name", "Now")["method"]["slice"] == {
        "since": today,
        "until": today,
        "place": "",
        "group": "",
        "name": "Now",
        "spellings": [],
    }
    assert "| Leeds | 1 |" in house.run("report", "tea", "--by", "place", "--format", "md").out
    assert json.loads(house.run("report", "tea", "--by", "place", "--format", "json").out)["parts"][0]["responses"] == 1
    assert "tea cannot be cut by sums. There are: period, place" in house.run("report", "tea", "--by", "sums").err
    exported = house.run("export", "--flow", "tea", "--place", "Leeds", "--format", "csv").out
    assert "They listened." in exported
    assert "It is not" not in exported
    assert "from a place named York. There are: Leeds." in house.run("report", "tea", "--place", "York").err
    assert "a group named x. There are: none." in house.run("report", "tea", "--group", "x").err
    assert house.run("report", "tea", "--from", today, "--to", "2020-01-31").code == 2
    assert house.run("report", "tea", "--publish", "--place", "Leeds").code == 0
    assert told("--published", "last")["method"]["slice"]["spellings"] == ["Leeds"]
    assert "<li>Leeds: 1.</li>" in house.run("report", "tea", "--by", "place", "--easy").out


@pytest.mark.parametrize(
    "wrong",
    [
        ("report", "tea", "--by", "channel", "--publish"),
        ("report", "tea", "--by", "place", "--check"),
        ("report", "tea", "--by", "place", "--place", "Leeds"),
        ("report", "tea", "--by", "place", "--perspective", "tea"),
        ("export", "--place", "Leeds"),
    ],
)
def test_what_parts_cannot_have_is_wrong_use(house, wrong):
    assert house.run(*wrong).code == 2
