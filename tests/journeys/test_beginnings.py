"""Who begins what: a new invitation, the same one again, a link that leads nowhere, and the next person on a phone."""

from datetime import timedelta
from pathlib import Path

import pytest
from journeys.house import NOON, House
from sqlalchemy import select

from storage.conversations.response_rows import ResponseFilter, responses
from storage.people import invitations
from storage.people.invitations import InvitationTerms
from storage.tables import conversations
from tests.tea import TEA

THROUGH = ("Yes", "Red", "Yes", "Because", "Next", "Yes")
"""From the consent to the end of the flow about tea."""
CONSENT = "Is it OK to keep your answers?"


@pytest.fixture
def house(db, vault, tmp_path: Path) -> House:
    coffee = TEA.replace('"tea"', '"coffee"').replace("Is it OK to keep your answers?", "May we keep it?")
    return House(db, vault, tmp_path, coffee=coffee)


def link(house: House, **terms: object) -> str:
    asked = InvitationTerms(**{"flow": "tea", "now": NOON, **terms})
    made = house.db.write_now(lambda tx: invitations.print_links(tx, house.vault, terms=asked, count=1))
    return f"/start {made[0].token}"


def told(house: House, person: int = 7) -> str:
    return house.channel.texts(str(person))[-1]


def talks(house: House) -> list[tuple[str, bool]]:
    """The stage of each conversation, oldest first, and whether it came of an invitation."""
    query = select(conversations.c.stage, conversations.c.invitation_id).order_by(conversations.c.started_at)
    rows = house.db.read_now(lambda tx: tx.execute(query).all())
    return [(row.stage, row.invitation_id is not None) for row in rows]


def people(house: House) -> list[str]:
    with house.db.reading() as tx:
        return [
            one.person for one in sorted(responses(tx, house.vault, ResponseFilter()), key=lambda one: one.started_at)
        ]


async def test_a_new_invitation_always_begins_and_the_same_one_again_goes_on(house):
    first, second = link(house), link(house)
    await house.talks_to(first, *THROUGH)

    await house.talks_to(first)
    assert told(house).startswith("Hello again.")
    assert talks(house) == [("finished", True)]

    house.passes(minutes=5)
    await house.talks_to(second)
    assert CONSENT in told(house)
    await house.talks_to(*THROUGH)
    assert talks(house) == [("finished", True), ("finished", True)]
    assert len(set(people(house))) == 1


async def test_a_new_invitation_leaves_an_open_talk_and_the_old_link_goes_back_to_it(house):
    first, second = link(house), link(house)
    await house.talks_to(first, "Yes", "Red")
    house.passes(minutes=5)
    await house.talks_to(second, "Yes")
    assert talks(house) == [("left early", True), ("asking", True)]

    house.passes(minutes=5)
    await house.talks_to(first)
    assert told(house).startswith("Welcome back.")
    assert "Do you take milk?" in told(house)
    await house.talks_to("Yes")
    assert "Why is that?" in told(house)
    assert talks(house) == [("asking", True), ("left early", True)]


async def test_an_invitation_before_anything_was_agreed_to_is_taken_up_by_the_talk_that_waits(house):
    await house.talks_to("/start", "I want to say something about the ward")
    await house.talks_to(link(house))

    assert told(house).startswith("Hello. I am a computer program")
    assert CONSENT in told(house)
    assert talks(house) == [("consent", True)]
    await house.talks_to("Yes")
    assert [one.words for one in house.response().comments] == ["I want to say something about the ward"]


async def test_words_that_wait_for_a_yes_are_not_erased_by_a_link_to_another_flow(house):
    await house.talks_to("/start", person=8)
    await house.talks_to("I want to die", person=7)
    house.passes(minutes=1)
    for person in (7, 8):
        await house.talks_to(link(house, flow="coffee"), person=person)
        assert "May we keep it?" in told(house, person)

    assert sorted(stage for stage, _ in talks(house)) == ["consent", "consent", "consent", "declined"]
    for _ in range(30):
        house.passes(hours=1)
        await house.scheduler.round()
        await house.delivers()
    assert not any("we have not had your OK" in text for text in house.channel.texts("7"))
    assert {stage for stage, _ in talks(house)} == {"declined"}


async def test_a_link_that_leads_nowhere_says_so_kindly_and_still_begins(house):
    await house.talks_to("/start nonsense")
    assert told(house).startswith("Sorry, that link does not work here.")
    assert CONSENT in told(house)

    await house.talks_to("Yes", "/start nonsense")
    assert told(house).startswith("Sorry, that link does not work here.")
    assert "Which cup do you like?" in told(house)
    assert talks(house) == [("asking", False)]


async def test_a_link_that_is_over_still_leads_to_what_was_begun_with_it(house):
    over = link(house, expires_at=NOON + timedelta(days=2))
    await house.talks_to(over, "Yes")
    house.passes(days=3)

    await house.talks_to(over)
    assert "Which cup do you like?" in told(house)
    await house.talks_to(over, person=8)
    assert told(house, 8).startswith("Sorry, that link does not work here.")
    assert len(talks(house)) == 2


async def test_nobody_is_reminded_after_the_closing_day_of_their_invitation(house):
    await house.talks_to(link(house, expires_at=NOON + timedelta(hours=20)), "Yes", "Red")
    await house.talks_to(link(house), "Yes", "Red", person=8)

    for _ in range(40):
        house.passes(hours=1)
        await house.scheduler.round()
        await house.delivers()

    assert ["Your place is kept" in told(house, person) for person in (7, 8)] == [False, True]


async def test_telling_more_is_a_new_response_of_the_same_person_with_a_consent_of_its_own(house):
    await house.talks_to(link(house, nation="wales", place="Ward 3"), *THROUGH)
    house.passes(minutes=1)
    await house.talks_to("Tell you something else")
    assert told(house).startswith("Thank you for telling us more.")
    assert CONSENT in told(house)

    await house.talks_to(*THROUGH)
    assert talks(house) == [("finished", True), ("finished", False)]
    assert len(set(people(house))) == 1
    codes = {text.partition("return code is ")[2][:14] for text in house.channel.texts("7")} - {""}
    assert len(codes) == 2


async def test_somebody_else_on_the_same_phone_is_shown_nothing_old_and_is_somebody_else(house):
    card = link(house)
    await house.talks_to(card, *THROUGH)
    code = next(text for text in house.channel.texts("7") if "return code is " in text)
    code = code.partition("return code is ")[2][:14]

    house.passes(minutes=1)
    await house.talks_to("I am somebody else")
    assert told(house).startswith("This is a new start.")
    house.passes(minutes=1)
    await house.talks_to("Yes", "Blue", "change")
    assert "Cup" in "".join(choice.label for choice in house.channel.sent[-1][1].prompt.choices)
    assert "Milk" not in "".join(choice.label for choice in house.channel.sent[-1][1].prompt.choices)
    assert len(set(people(house))) == 2

    house.passes(minutes=1)
    await house.talks_to(code)
    assert told(house).startswith("Hello again.")


async def test_somebody_else_who_deletes_everything_deletes_nothing_of_who_was_there_before(house):
    await house.talks_to(link(house), *THROUGH)
    house.passes(minutes=1)
    await house.talks_to("I am somebody else", "Yes", "Blue", "delete", "Yes, delete it all")

    assert talks(house) == [("finished", True), ("deleted", False)]
    (kept,) = (one for one in stored(house) if one.stage == "finished")
    assert kept.answers["cup"].value == "red"
    await house.talks_to("Start")
    assert CONSENT in told(house)


def stored(house: House):
    with house.db.reading() as tx:
        return list(responses(tx, house.vault, ResponseFilter(words=True)))


@pytest.mark.parametrize("last", [("No",), ("Yes", "Red", "delete", "Yes, delete it all")])
async def test_after_a_no_or_after_deleting_start_begins_anew(house, last):
    await house.talks_to("/start", *last)
    house.passes(minutes=1)
    await house.talks_to("Start")

    assert CONSENT in told(house)
    assert talks(house)[-1] == ("consent", False)
