"""The same people are asked again after three and six months, where they agreed to it, and never after a no."""

import pytest
from journeys.house import House
from journeys.test_asked_by_staff import FLOW

from storage.involvement import again

AGAIN = """[[question]]
id = "again"
ask = "Can we ask you again in three and six months?"
type = "yesno"
consent = "ask_again"
[finish]"""
ASK = "Can we ask you the same questions again? It shows what has changed."


@pytest.fixture
def house(db, vault, tmp_path):
    return House(db, vault, tmp_path, tea=FLOW.replace("[finish]", AGAIN))


async def answers(house: House, learn: str, may_ask: str) -> None:
    await house.talks_to("Yes", learn, may_ask, "Yes, that is right")


def asked(house: House) -> int:
    return sum(text.endswith(ASK) for text in house.channel.texts("7"))


def pairs(house: House) -> list[int]:
    found = house.db.read_now(lambda tx: again.answered_again(tx, flow="tea"))
    assert len({(pair.before, pair.person) for pair in found}) <= 1
    return [pair.months for pair in found]


async def test_whoever_agreed_is_asked_after_three_and_six_months_and_is_the_same_person(house):
    await house.hears("/start")
    await answers(house, "Yes", "Yes")
    await house.listens(days=90)
    assert asked(house) == 0
    await house.listens(days=1, hours=1)
    assert asked(house) == 1
    assert "3 months ago you answered our questions." in house.channel.texts("7")[-1]

    await house.hears("Yes, ask me")
    assert "Hello." in house.channel.texts("7")[-1]
    await answers(house, "No", "Yes")
    assert pairs(house) == [3]

    await house.listens(days=92)
    assert "6 months ago" in house.channel.texts("7")[-1]
    await house.hears("Yes, ask me")
    await answers(house, "No", "Yes")
    await house.listens(days=200)

    assert pairs(house) == [3, 6]
    assert asked(house) == 2


@pytest.mark.parametrize(
    "said",
    [("No, do not ask again",), ("take back", "Being asked again"), ("take back", "All of these"), ("Stop", "Keep it")],
)
async def test_a_no_or_a_stop_ends_it_at_once(house, said):
    await house.hears("/start")
    await answers(house, "Yes", "Yes")
    await house.listens(days=92)
    await house.talks_to(*said)

    await house.listens(days=92)

    assert (asked(house), pairs(house)) == (1, [])


@pytest.mark.parametrize("change", [("No",), ("Yes", "change", "2", "No")])
async def test_whoever_did_not_agree_or_changed_their_mind_is_never_asked(house, change):
    await house.hears("/start")
    await house.talks_to("Yes", "Yes", change[0], "Yes, that is right")
    await house.talks_to(*change[1:3])
    if change[3:]:
        await house.talks_to(change[3])

    await house.listens(days=92)

    assert asked(house) == 0
