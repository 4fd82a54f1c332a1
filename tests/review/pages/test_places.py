"""Names of places are tidied by staff: joined, put within others, taken back; figures count them as they stand then."""

import re

import pytest
from sqlalchemy import update

from storage.people import invitations, places
from storage.people.invitations import InvitationTerms
from storage.tables import conversations
from tests.review.conftest import House


@pytest.fixture
def names(house: House):
    """Make links that name these places."""

    def make(*named):
        def job(tx):
            for place in named:
                terms = InvitationTerms(house.flow.name, house.clock(), place=place)
                invitations.print_links(tx, house.vault, terms=terms, count=1)

        house.db.write_now(job)

    return make


def listed(house):
    return [(one.path, one.spellings, one.links) for one in house.db.read_now(places.listed)]


async def test_spellings_are_joined_and_places_put_within_others_and_all_taken_back(house, browse, names):
    names("St Anns", "St Anns", "st. ann's hospital", "Leeds")
    browser = browse("analyst")

    await browser.get("/places")
    assert "Perhaps the same St Anns; st. ann's hospital These are one place" in browser.text
    await browser.send("/places/join", name="st. ann's hospital", into="St Anns")
    assert "Done: counted st. ann's hospital as St Anns." in browser.text
    assert listed(house)[1] == (("St Anns",), ("st. ann's hospital",), 3)
    undo = {"act": re.search(r'name="act" value="(\w+)"', browser.page.text).group(1), "back": "/places"}
    await browser.post("/undo", browser.form("/undo") | undo)
    assert ("st. ann's hospital",) in [path for path, *_ in listed(house)]

    await browser.get("/places")
    await browser.send("/places/within", name="St Anns", around="North")
    await browser.send("/places/join", name="st. ann's hospital", into="St Anns")
    assert listed(house) == [
        (("Leeds",), (), 1),
        (("North",), (), 0),
        (("North", "St Anns"), ("st. ann's hospital",), 3),
    ]
    await browser.send("/places/part", name="st. ann's hospital")
    await browser.send("/places/within", name="St Anns", around="")
    assert [path for path, *_ in listed(house)] == [("Leeds",), ("St Anns",), ("st. ann's hospital",)]
    admin = browse("admin")
    await admin.get("/audit")
    assert "put St Anns in North" in admin.text


async def test_what_places_cannot_be_is_said(house, browse, names):
    names("Leeds", "Ward 1")
    browser = browse("reviewer")
    await browser.get("/places")
    await browser.send("/places/within", name="Ward 1", around="Leeds")

    for path, fields, why in (
        ("join", {"name": "Leeds", "into": "Leeds"}, "Choose two places that are on the list."),
        ("join", {"name": "Leeds", "into": "York"}, "Choose two places that are on the list."),
        ("join", {"name": "Leeds", "into": "Ward 1"}, "One of these places lies in the other"),
        ("part", {"name": "Leeds"}, "This name is a place of its own already."),
        ("within", {"name": "York", "around": "Leeds"}, "Choose a place that is on the list."),
        ("within", {"name": "Leeds", "around": "Ward 1"}, "A place cannot lie in itself."),
        ("within", {"name": "Leeds", "around": "x" * 81}, "Use 80 letters for the name of a place, at most."),
    ):
        assert (await browser.send(f"/places/{path}", **fields)).status_code == 400
        assert why in browser.text
    assert [path for path, *_ in listed(house)] == [("Leeds",), ("Leeds", "Ward 1")]


def test_places_that_lie_in_each_other_after_an_undo_are_still_told():
    tangled = places.Places({"a": "b", "b": "a"}, {"x": "y", "y": "x"})

    assert tangled.path("x") == ("y", "x")
    assert tangled.path("a") == ("b",)
    assert tangled.path("") == ()
    assert places.Places().spellings("x", ["x", "y"]) == ("x",)


def test_names_are_alike_but_for_case_accents_and_signs_or_where_one_begins_the_other():
    assert places.alike(["St Anns", "st. ann's", "St Ann's Hospital", "York", "Café", "cafe", "!"]) == (
        ("Café", "cafe"),
        ("St Anns", "st. ann's"),
        ("St Anns", "St Ann's Hospital"),
        ("st. ann's", "St Ann's Hospital"),
    )


async def test_figures_count_joined_spellings_together(house, browse, names):
    for spelling, many in (("St Anns", 12), ("st. anns", 11), ("Leeds", 12)):
        for _ in range(many):
            terms = InvitationTerms(house.flow.name, house.clock(), place=spelling)
            held = house.says("It was kind", picks="good")

            def job(tx, terms=terms, held=held):
                (made,) = invitations.print_links(tx, house.vault, terms=terms, count=1)
                mine = conversations.c.id == held.conversation.id
                tx.execute(update(conversations).where(mine).values(invitation_id=made.id))

            house.db.write_now(job)
    browser = browse("reviewer")
    await browser.get("/places")
    await browser.send("/places/join", name="st. anns", into="St Anns")

    await browser.get("/figures/ward/parts?see=only|place|St Anns")
    assert "They are 23 of 35." in browser.text
    await browser.get("/figures/ward/exact?place=St Anns")
    assert "Replies: 23" in browser.text
