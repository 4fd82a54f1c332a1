"""The register of organisations in the browser: added, edited, joined, signed, taken back; and who replied."""

import re
from dataclasses import replace

from sqlalchemy import select, update

from feedback.conversation.events import Consented
from review.http.context import ServiceSetup
from storage.organisations import register
from storage.people import contacts, invitations
from storage.people.contacts import ContactEntry
from storage.people.invitations import InvitationTerms
from storage.tables import conversations
from storage.tables import invitations as invitation_rows


def listed(house):
    return {one.name: one for one in house.db.read_now(register.listed)}


async def test_the_register_is_tidied_and_taken_back(house, browse):
    browser = browse("analyst")
    await browser.get("/organisations")
    for name in ("Example Trust", "Example trust.", "Harbour Team"):
        await browser.send("/organisations", name=name)
    await browser.send("/organisations", name="Harbour Team")
    assert "Harbour Team is on the register already." in browser.text

    await browser.get("/organisations")
    assert "Perhaps the same Example Trust; Example trust." in browser.text
    ids = {name: one.id for name, one in listed(house).items()}
    await browser.send("/organisations/join", organisation=ids["Example trust."], into=ids["Example Trust"])
    assert "Done: counted Example trust. as Example Trust." in browser.text
    act = re.search(r'name="act" value="(\w+)"', browser.page.text).group(1)
    await browser.post("/undo", browser.form("/undo") | {"act": act, "back": "/organisations"})
    assert "Example trust." in listed(house)
    await browser.get("/organisations")
    await browser.send("/organisations/join", organisation=ids["Example trust."], into=ids["Example Trust"])
    await browser.send("/organisations/part", organisation=ids["Example trust."])
    assert "Example trust." in listed(house)


async def test_what_is_known_of_an_organisation_is_written_down_and_what_it_signed(house, browse):
    browser = browse("analyst")
    await browser.get("/organisations")
    for name in ("Example Trust", "Harbour Team"):
        await browser.send("/organisations", name=name)
    ids = {name: one.id for name, one in listed(house).items()}
    team = f"/organisations/{ids['Harbour Team']}"
    await browser.get(team)
    more = {"kind": "team", "part_of": ids["Example Trust"], "level": "team", "promise": "To pay on time."}
    await browser.send(team, name="Harbour Team", review_on="2027-03-31", **more)
    assert "It is a part of Example Trust." in browser.text
    await browser.send(f"{team}/sign", standard="4pi v1", signed_on="2026-01-31")
    assert "4pi v1, on 2026-01-31" in browser.text
    await browser.send(f"{team}/withdraw")
    assert "Nothing is noted yet." in browser.text
    await browser.send(f"{team}/sign", standard="", signed_on="")
    assert "Say which standard it signed" in browser.text
    await browser.send(f"{team}/sign", standard="4pi", signed_on="soon")
    assert "Write the day like this" in browser.text
    await browser.get(team)
    await browser.send(team, name="Harbour Team", review_on="soon")
    assert "Write the day like this" in browser.text
    assert (await browser.get("/organisations/nobody")).status_code == 404


async def test_who_replied_is_told_of_organisations_to_those_who_see_every_word(house, browse):
    """Of flows whose replies speak for organisations alone."""
    entries = [ContactEntry(f"p{n}@example.org", organisation=f"Example Trust {n % 2}") for n in range(3)]

    def job(tx):
        contacts.bring_in(tx, house.vault, group="spring", entries=entries, now=house.clock())
        terms = InvitationTerms(house.flow.name, house.clock())
        made = invitations.invite_group(tx, house.vault, group="spring", terms=terms)
        mine = select(invitation_rows.c.organisation_id).where(invitation_rows.c.id == made[0].id)
        return made[0].id, tx.execute(mine).scalar_one()

    invitation, trust = house.db.write_now(job)
    held = house.says("Fine.", events=(Consented("list_my_organisation", granted=True, wording="May we list you?"),))
    came = {"invitation_id": invitation, "organisation_id": trust}
    mine = conversations.c.id == held.conversation.id
    house.db.write_now(lambda tx: tx.execute(update(conversations).where(mine).values(**came)))
    name = house.db.read_now(register.names)[trust]

    house.set_up = ServiceSetup(current=lambda _: replace(house.flow, level="organisation"))
    told = "1 person of 1 of 2 organisations replied*"
    for role, sees in (("reviewer", True), ("analyst", False)):
        browser = browse(role)
        await browser.get("/organisations")
        assert (told in browser.text) == sees
        assert (f"* Responses received from {name}. Named are those that agreed to it." in browser.text) == sees
