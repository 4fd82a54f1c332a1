"""Suggested themes: learned from the team's own coding, shown with their words, and silent where it would guess."""

import re
import sys
from itertools import product

import pytest

from review.text import theme_model
from review.text.theme_model import Example, learn
from tests.review.pages.test_agreement import first_text

CALLS = (
    "nobody rang back",
    "they never called me",
    "I waited for a phone call",
    "no call came",
    "the phone was not answered",
)
FOOD = ("the food was cold", "dinner was late", "I liked the lunch", "the meals are too small", "breakfast was fine")
WHEN = ("on the ward", "last week", "in the evening", "again", "for my mother")


def examples(*, is_noise: bool = False) -> list[Example]:
    texts = [
        (f"{said} {when}", theme)
        for theme, said_all in (("calls", CALLS), ("food", FOOD))
        for said, when in product(said_all, WHEN)
    ]
    return [
        Example(words, frozenset({theme if not is_noise else ("calls", "food", "other", "more")[number % 4]}))
        for number, (words, theme) in enumerate(texts)
    ]


def test_a_text_like_those_that_were_coded_gets_their_theme_and_its_words():
    model = learn(examples())

    best, *_ = model.suggest("Nobody rang my sister.")

    assert best.theme_id == "calls"
    assert {"nobody", "rang"} & set(best.because)
    assert model.suggest("The lunch was cold")[0].theme_id == "food"
    assert model.right >= 0.4


def test_nothing_is_suggested_from_too_little_or_where_it_would_mostly_be_wrong():
    assert learn(examples()[:10]) is None
    assert learn([Example("words", frozenset())] * 30) is None
    assert learn([Example(f"words {number}", frozenset({f"theme {number}"})) for number in range(30)]) is None
    assert learn(examples()).suggest("") == ()
    assert learn(examples()).suggest("zzz qqq xxx") == ()


def test_the_same_coding_gives_the_same_model():
    one, two = learn(examples()), learn(examples())

    assert (one.weights == two.weights).all()
    assert one.floor == two.floor


def test_learning_a_few_texts_at_a_time_gives_what_all_at_once_give(monkeypatch):
    whole = learn(examples())
    monkeypatch.setattr(theme_model, "_TOGETHER", 7)

    parts = learn(examples())

    assert abs(parts.weights - whole.weights).max() < 1e-4
    assert parts.floor == pytest.approx(whole.floor, rel=1e-3)
    assert parts.suggest("Nobody rang my sister.") == whole.suggest("Nobody rang my sister.")


@pytest.mark.slow
async def test_a_suggestion_is_offered_and_taken_but_never_applied(house, browse):
    browser = browse("reviewer")
    for theme, said in (("Calls", CALLS), ("Food", FOOD)):
        for words, when in product(said, WHEN[:3]):
            held = house.says(f"{words} {when}")
            ref = await first_text(browser, held)
            await browser.send(f"/texts/{ref}/code", new=theme)
    held = house.says("Nobody rang my sister.")
    ref = await first_text(browser, held)
    house.clock.forward(minutes=1)

    await browser.get(f"/conversations/{held.conversation.id}")
    assert "It may be about one of these" in browser.text
    assert "<strong>Calls</strong>" not in browser.page.text
    theme = re.search(r'name="suggested" value="(\w+)">Calls', browser.page.text).group(1)
    await browser.send(f"/texts/{ref}/code", suggested=theme)

    assert "<strong>Calls</strong>" in browser.page.text
    assert "put a text under a theme that was suggested" in browser.text
    assert 'value="' + theme + '">Calls' not in re.sub(r"<option.*", "", browser.page.text)


@pytest.mark.slow
async def test_where_suggesting_is_not_installed_the_page_says_so_and_coding_goes_on(house, browse, monkeypatch):
    browser = browse("reviewer")
    monkeypatch.setitem(sys.modules, "numpy", None)
    monkeypatch.delitem(sys.modules, "review.text.theme_model", raising=False)
    for words in CALLS:
        held = house.says(words)
        await browser.send(f"/texts/{await first_text(browser, held)}/code", new="Calls")

    await browser.get(f"/conversations/{held.conversation.id}")

    assert "Suggesting themes needs the part suggestions of sayso" in browser.text
    assert "<strong>Calls</strong>" in browser.page.text
