"""That no theme fits is a coding of its own: it leaves with the others, comes back as the same, and is in no codebook."""

import pytest
from sqlalchemy import delete, insert

from sayso.core.clock import now
from storage.audit.undo import Act
from storage.review import coding_exchange, codings, themes
from storage.review.codings import NO_THEME, WHOLE, NewCoding
from storage.review.themes import Wording
from storage.tables import codings as coding_rows
from storage.tables import staff
from storage.tables import themes as theme_rows
from tests.drawn import read_here

pytestmark = pytest.mark.slow


def code(house) -> None:
    house.finishes("yes", "It is Ada's milk", person=7)
    house.finishes("no", "It is not", person=8)
    with house.store() as opened:

        def job(tx):
            tx.execute(insert(staff), {"id": "s1", "name": "Bea", "role": "coder", "created_at": now()})
            act = Act(tx, opened.vault, by="s1", what="coded", now=now())
            for text in coding_exchange.current_texts(tx, opened.vault):
                new = NewCoding(WHOLE, now())
                codings.put_under(tx, opened.vault, act, text=text, theme_ids=[NO_THEME], coding=new)

        opened.database.write_now(job)


def read(house):
    with house.store() as opened, opened.database.reading() as tx:
        given = [(one.theme_id, one.theme) for one in codings.everything(tx, opened.vault)]
        return given, themes.in_use(tx), codings.latest_themes(tx, limit=9)


def test_it_goes_to_another_program_and_comes_back_as_the_same(house_on_both):
    house, out = house_on_both, house_on_both.folder / "one.qdpx"
    code(house)
    before = read(house)
    assert set(before[0]) == {(NO_THEME, "No theme fits")}
    assert before[1:] == ((), {})

    assert house.run("export", "--format", "qdpx", "--out", out).code == 0
    assert [one.name for one in read_here(out).codes] == ["No theme fits"]
    with house.store() as opened:
        opened.database.write_now(lambda tx: [tx.execute(delete(table)) for table in (coding_rows, theme_rows)])
    house.run("themes", "import", out, "--by", "Bea", "--yes")

    assert read(house) == before


def test_a_theme_of_the_team_with_this_name_stays_their_own(house_on_both):
    house = house_on_both
    house.finishes("yes", "It is Ada's milk", person=7)
    with house.store() as opened:

        def job(tx):
            tx.execute(insert(staff), {"id": "s1", "name": "Bea", "role": "coder", "created_at": now()})
            act = Act(tx, opened.vault, by="s1", what="coded", now=now())
            themes.add(tx, act, wording=Wording("No theme fits"), now=now())
            codings.ensure_no_theme(tx, now=now())
            codings.ensure_no_theme(tx, now=now())
            return [one.name for one in coding_exchange.every_theme(tx)]

        assert opened.database.write_now(job) == ["No theme fits", "No theme fits (of these themes)"]
