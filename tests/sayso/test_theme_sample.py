"""`sayso themes sample`: a random sample of replies is drawn, widened, never drawn anew, and said how far it is sorted."""

import pytest
from sqlalchemy import insert

from sayso.core.clock import now
from storage.tables import staff


@pytest.mark.slow
def test_a_sample_is_drawn_and_widened_and_never_drawn_anew(house_on_both):
    house = house_on_both

    def sample(*arguments):
        return house.run("themes", "sample", "tea", *arguments)

    with house.store() as opened:
        row = {"id": "s1", "name": "Bea", "role": "coder", "created_at": now()}
        opened.database.write_now(lambda tx: tx.execute(insert(staff), row) and None)
    assert "Nobody has written anything yet" in sample("--size", "10", "--by", "Bea").err
    for person in range(11):
        house.finishes("yes", "It is warm", person=person)

    assert "No sample was drawn of tea. 11 replies have words." in sample().out
    assert sample("--size", "10").code == 2
    assert "no open account" in sample("--size", "10", "--by", "Nobody").err
    drawn = sample("--size", "10", "--by", "Bea").out
    assert drawn.startswith("sample of tea: 10 of 11 replies with words\nsorted: 0\nto sort: /staff/conversations/")
    assert "can only be made wider" in sample("--size", "10", "--by", "Bea").err
    wider = sample("--size", "500", "--by", "Bea").out
    assert "11 of 11" in wider
    assert set(drawn.splitlines()[2:]) < set(wider.splitlines()[2:])
