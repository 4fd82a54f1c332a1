"""The public page of a flow, of what is really stored: only what was chosen, and nothing of what was taken back."""

import pytest

from sayso.channels.heard import KEPT_SECONDS
from storage.people import erasure
from storage.subject_access import mydata
from tests.review.conftest import NOW, filled
from tests.told_town import WORDS, Town
from web.published.heard import KEPT_SECONDS as KEPT_BY_BROWSERS


@pytest.fixture
def town(db, vault) -> Town:
    return Town(filled(db, vault))


def test_nothing_is_to_be_seen_before_staff_open_the_page(town):
    assert town.page() is None
    town.choose(is_open=False)
    assert town.page() is None
    assert town.house.db.read_now(town.pages.titles) == ()

    town.choose()

    assert town.house.db.read_now(town.pages.titles) == (("ward", "Your ward"),)


def test_the_page_shows_what_was_chosen_in_each_language(town):
    town.choose()

    page, welsh = town.page(), town.page("cy")

    assert (page.title, page.text, page.languages) == ("What we heard", "People want calls.", ("en", "cy"))
    assert [(one.label, one.chose, one.answered, one.share) for one in page.questions[0].answers] == [
        ("Good", 12, 12, "100 %"),
        ("Bad", 0, 12, "0 %"),
    ]
    assert sorted(page.quotes) == sorted(WORDS)
    assert [(one.kind, one.done) for one in page.outcomes] == [("did", "We call by noon.")]
    assert page.door == "/talk/ward"
    assert (welsh.title, welsh.questions[0].ask, welsh.quotes) == ("Eich ward", "Sut oedd hi?", page.quotes)
    assert town.page("pl") is None


def test_a_quote_that_is_taken_back_and_an_erased_person_are_gone_within_a_minute(town):
    town.choose()
    assert len(town.page().quotes) == 2

    town.says_no(0)
    town.seconds += KEPT_SECONDS
    assert town.page().quotes == (WORDS[1],)
    person = town.said[1].person_id
    town.house.db.write_now(lambda tx: erasure.erase(tx, town.house.vault, person_id=person, why="asked", now=NOW))
    town.seconds += KEPT_SECONDS

    assert town.page().quotes == ()
    assert KEPT_SECONDS + KEPT_BY_BROWSERS < 60


def test_what_was_not_chosen_and_words_beside_no_figures_stay_within(town):
    town.choose(questions=(), outcomes=(), quotes=())
    assert (town.page().questions, town.page().outcomes, town.page().quotes) == ((), (), ())

    town.choose(report="")

    assert (town.page().questions, town.page().quotes, town.page().replies) == ((), (), None)


def test_a_person_s_own_copy_says_that_their_words_are_quoted_and_what_staff_wrote_to_them(town):
    town.choose()
    quoted, other = (
        town.house.db.read_now(lambda tx, held=held: mydata(tx, town.house.vault, person_id=held.person_id))
        for held in (town.said[0], town.said[5])
    )

    assert quoted["conversations"][0]["quoted_on_our_page"] == ["story"]
    assert (other["conversations"][0]["quoted_on_our_page"], other["conversations"][0]["messages_from_staff"]) == (
        [],
        [],
    )
