"""Many texts at once: nothing to hide, and one theme for all, over a search for words too."""

import re

import pytest

from storage.review import codings, texts
from tests.review.conftest import House
from tests.review.pages.test_work import given, theme, waiting

pytestmark = pytest.mark.slow


async def test_nothing_to_hide_is_noted_of_those_alone_in_which_nothing_was_found(house: House, browse):
    house.says("It was kind.")
    house.says("Dr Hill was kind.")
    reviewer = browse("reviewer")
    await reviewer.get("/together?queue=check")
    assert "It was kind." in reviewer.text
    assert reviewer.page.text.count("something may have to be hidden</span>") == 1

    await reviewer.send("/together?queue=check", do="plain", one=["a1", "a2"])

    assert "checked 1 text: nothing to hide" in reviewer.text
    assert "1 left as it was." in reviewer.text
    assert waiting(house, "check") == ["a2"]
    act = re.search(r'name="act" value="(\w+)"', reviewer.page.text).group(1)
    await reviewer.send("/undo", act=act)
    assert waiting(house, "check") == ["a1", "a2"]


async def test_one_theme_goes_to_all_that_were_ticked_and_they_leave_the_list(house: House, browse):
    for number in range(3):
        house.says(f"The bus was late, number {number}.")
    house.says("The food was cold.")
    reviewer = browse("reviewer")
    travel = await theme(reviewer, house, "Travel")
    await reviewer.get("/together?queue=check")
    await reviewer.send("/together?queue=check", do="plain", one=["a1", "a2", "a3", "a4"])
    coder = browse("coder")
    await coder.get("/together?q=bus")
    assert "number 2" in coder.text
    assert "food" not in coder.text

    await coder.send("/together?q=bus", do=f"theme:{travel}", one=["a1", "a2"])

    assert "put 2 texts under a theme" in coder.text
    assert ("number 0" in coder.text, "number 2" in coder.text) == (False, True)
    assert given(house) == [("a1", "Travel"), ("a2", "Travel")]


async def test_a_coder_puts_nothing_under_a_theme_that_they_cannot_see_and_never_checks(house: House, browse):
    house.says("It was kind.")
    coder = browse("coder")
    await coder.get("/together")
    assert "It was kind." not in coder.text

    assert (await coder.send("/together", do="plain", one="a1")).status_code == 400
    await coder.get("/together")
    await coder.send("/together", do=f"theme:{codings.NO_THEME}", one="a1")

    assert given(house) == []
    assert house.db.read_now(lambda tx: texts.with_ref(tx, house.vault, ref="a1")).check is None


@pytest.mark.parametrize("one", ["a", "x1", "a1;", "a99999999999"])
async def test_odd_names_are_refused_and_nothing_ticked_is_asked_about(house: House, browse, one):
    house.says("It was kind.")
    reviewer = browse("reviewer")
    await reviewer.get("/together")

    assert (await reviewer.send("/together", do="plain", one=one)).status_code == 400
    await reviewer.get("/together")
    await reviewer.send("/together", do="plain")
    assert "Tick the texts that you mean." in reviewer.text


async def test_all_texts_that_a_search_finds_go_under_a_theme_at_once(house: House, browse):
    for number in range(30):
        house.says(f"The bus was late, number {number}.", "The food was warm.")
    reviewer = browse("reviewer")
    travel = await theme(reviewer, house, "Travel")
    await reviewer.get("/inbox?q=bus")
    assert "30 conversations found." in reviewer.text

    await reviewer.send("/inbox", do=f"theme:{travel}", scope="all", q="bus")

    found = given(house)
    assert len(found) == 30
    assert all(ref.startswith("a") for ref, _ in found)
    await reviewer.get("/inbox?theme=" + travel)
    assert "The bus was late" in reviewer.text


async def test_a_state_is_given_to_all_that_a_search_finds(house: House, browse):
    for words in ("The bus was late.", "A train", "The food"):
        house.says(words)
    reviewer = browse("reviewer")
    await reviewer.get("/inbox?q=bus+OR+train")
    assert "2 conversations found." in reviewer.text

    await reviewer.send("/inbox", do="state:closed", scope="all", q="bus OR train")

    await reviewer.get("/inbox?state=closed")
    assert ("bus" in reviewer.text, "train" in reviewer.text, "The food" in reviewer.text) == (True, True, False)


async def test_work_goes_only_to_those_who_can_see_it(house: House, browse):
    one, two = house.says("It was kind."), house.says("Dr Hill was kind.")
    reviewer, viewer = browse("reviewer"), house.hire("Vic", "viewer")
    admin = house.hire("Adi", "admin")
    await reviewer.get("/texts/a1/check")
    await reviewer.send("/texts/a1/check", recognised="no")
    await reviewer.get("/inbox")
    assert "give to Adi" not in reviewer.text

    ids = [one.conversation.id, two.conversation.id]
    await reviewer.send("/inbox", do=f"give:{viewer.id}", scope="ticked", one=ids)
    assert "changed 1 conversation" in reviewer.text
    assert "1 not given" in reviewer.text
    await reviewer.get(f"/conversations/{two.conversation.id}")
    seen = re.search(r'name="seen" value="([^"]*)"', reviewer.page.text).group(1)
    answer = await reviewer.send(f"/conversations/{two.conversation.id}/give", to=viewer.id, seen=seen)
    assert answer.status_code == 400
    assert "Vic cannot see all of these words." in reviewer.text
    await reviewer.get("/inbox")
    await reviewer.send("/inbox", do=f"give:{admin.id}", scope="ticked", one=ids)

    assert "2 not given" in reviewer.text
    await reviewer.get(f"/conversations/{one.conversation.id}")
    assert "with Vic" in reviewer.text


async def test_who_has_waited_longest_stands_first_and_the_order_can_be_turned(house: House, browse):
    for name in ("One", "Two", "Three"):
        house.says(name, danger="self_harm_or_suicide", asks=True)
    reviewer = browse("reviewer")

    for view in ("flagged", "waiting"):
        await reviewer.get(f"/inbox?view={view}")
        assert reviewer.text.index("One ") < reviewer.text.index("Two ") < reviewer.text.index("Three ")
        await reviewer.get(f"/inbox?view={view}&order=latest")
        assert reviewer.text.index("One ") > reviewer.text.index("Two ") > reviewer.text.index("Three ")
    await reviewer.get("/inbox?order=oldest")
    assert reviewer.text.index("One ") < reviewer.text.index("Two ") < reviewer.text.index("Three ")
    await reviewer.get("/inbox?q=t*&order=oldest")
    assert "One " not in reviewer.text
