"""The register of artefacts in the browser: added, changed, shown to the public, taken off; the late ones on Now."""

import re

from storage.organisations import artefacts

CHARTER = {"title": "Our charter", "kind": "charter", "link": "https://example.org/charter", "organisation_id": ""}


async def test_an_artefact_is_put_on_the_register_changed_taken_off_and_taken_back(house, browse):
    browser = browse("analyst")
    await browser.get("/artefacts")
    await browser.send("/artefacts", **CHARTER, made_with="twelve people", review_on="2026-05-03")
    assert "Done: put Our charter on the register." in browser.text
    assert (
        "look at it again Our charter (charter), with twelve people. To be looked at again by 3 May 2026"
        in browser.text
    )
    await browser.get("/")
    assert "To be looked at again Our charter charter, by 3 May 2026" in browser.text

    (one,) = house.db.read_now(artefacts.listed)
    await browser.get(f"/artefacts/{one.id}")
    await browser.send(f"/artefacts/{one.id}", **CHARTER | {"title": "The charter"}, review_on="", is_public="yes")
    assert [each.title for each in house.db.read_now(artefacts.public)] == ["The charter"]
    await browser.get("/")
    assert "To be looked at again" not in browser.text

    await browser.get(f"/artefacts/{one.id}")
    await browser.send(f"/artefacts/{one.id}/remove")
    assert house.db.read_now(artefacts.public) == ()
    act = re.search(r'name="act" value="(\w+)"', browser.page.text).group(1)
    await browser.send("/undo", act=act, back="/artefacts")
    assert [each.title for each in house.db.read_now(artefacts.public)] == ["The charter"]
    assert (await browser.get("/artefacts/nobody")).status_code == 404


async def test_what_cannot_be_is_said_and_what_was_typed_stays(house, browse):
    browser = browse("analyst")
    for wrong, told in (
        ({"link": "", "is_public": "yes"}, "To show it to the public, give its link."),
        ({"review_on": "soon"}, "Write the day like this: 2027-03-31."),
    ):
        await browser.get("/artefacts")
        await browser.send("/artefacts", **CHARTER | wrong)
        assert told in browser.text
        assert 'value="Our charter"' in browser.page.text
    await browser.get("/artefacts")
    await browser.send("/artefacts", **CHARTER)
    (one,) = house.db.read_now(artefacts.listed)
    await browser.get(f"/artefacts/{one.id}")
    await browser.send(f"/artefacts/{one.id}", **CHARTER | {"title": "", "made_with": "twelve people"})
    assert "Give it a title" in browser.text
    assert "twelve people" in browser.page.text


async def test_late_artefacts_are_told_only_to_those_who_may_see_to_them(browse):
    browser = browse("analyst")
    await browser.get("/artefacts")
    await browser.send("/artefacts", **CHARTER, review_on="2026-05-03")
    for role, sees in (("reviewer", True), ("viewer", False), ("admin", False)):
        other = browse(role)
        await other.get("/")
        assert ("Our charter" in other.text) == sees
