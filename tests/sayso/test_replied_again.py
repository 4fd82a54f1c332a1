"""Somebody has the whole conversation a second time: the report says so, whichever way it is asked for."""

import json

import pytest

from tests.tea import TEA


@pytest.mark.slow
def test_two_talks_of_one_chat_are_two_replies_from_one_person(house):
    tea = TEA.replace('level = "person"', 'level = "organisation"')
    for name in ("tea", "cake"):
        (house.folder / "flows" / f"{name}.toml").write_text(tea.replace('flow = "tea"', f'flow = "{name}"'), "utf-8")
    house.finishes("Yes", "They listened.", person=7)
    for flow, said in (("cake", "Yes"), ("tea", "No")):
        link = json.loads(house.run("invite", "--flow", flow, "--print", 1, "--format", "jsonl").out)
        house.hears(f"/start {link['token']}", "yes", said, "They forgot.", "Done", "yes", person=7)
    house.finishes("Yes", "They came back.", person=8)

    asked = ("report", "tea", "--profile", "organisations", "--format")
    report, text = json.loads(house.run(*asked, "json").out), house.run(*asked, "md").out

    assert (report["responses"], report["method"]["people"]) == (3, 2)
    assert {one["id"]: (one["chose"], one["answered"]) for one in report["figures"]} == {
        "milk.yes": (2, 3),
        "milk.no": (1, 3),
    }
    assert [(one["chose"], one["answered"]) for one in report["method"]["by_person"]] == [(1, 2), (1, 2)]
    assert "- Replies: 3 from 2 people, of which finished: 3\n" in text
    assert "| Milk: Yes | 2 of 3 (67 %) | 1 of 2 (50 %) | 9 % to 91 % |" in text
    assert "They came from 2 people." in house.run("report", "tea", "--easy", "--format", "md").out
