"""What was said before a yes is counted until the end: kept, or erased without a yes, and never just gone."""

import pytest

from storage.messages import inbox


def sums(house):
    with house.store() as opened:
        return opened.database.read_now(inbox.conservation)


@pytest.mark.slow
def test_messages_that_nobody_agreed_to_have_a_term_of_their_own(house_on_both):
    house_on_both.hears("/start", "The ward was cold", "no")

    found = sums(house_on_both)
    assert (found.received, found.applied, found.without_yes, found.is_balanced) == (3, 0, 3, True)
    assert "erased without a yes 3" in house_on_both.run("doctor").out


@pytest.mark.slow
def test_deleting_after_a_yes_is_no_erasing_without_one(house):
    house.hears("/start", "The ward was cold", "yes", "delete", "1")

    found = sums(house)
    assert (found.applied, found.without_yes, found.is_balanced) == (5, 0, True)
