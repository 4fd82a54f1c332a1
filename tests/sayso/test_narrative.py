"""`sayso narrative`: the words around the figures go out as a file and come back, and every report prints them."""

import pytest
from sqlalchemy import insert

from sayso.core.clock import now
from storage.tables import staff

pytestmark = pytest.mark.slow


def test_words_are_kept_from_a_file_version_by_version_and_printed_in_reports(house_on_both):
    house = house_on_both
    with house.store() as opened:
        row = {"id": "s1", "name": "Bea", "role": "analyst", "created_at": now()}
        opened.database.write_now(lambda tx: tx.execute(insert(staff), row) and None)
    house.finishes("yes", "It is warm", person=7)
    file = house.folder / "words.toml"

    def narrative(*arguments):
        return house.run("narrative", "tea", *arguments)

    assert 'introduction = ""\n' in narrative().out
    file.write_text('title = "Tea time"\nintroduction = "Why we ask."\n', "utf-8")
    assert narrative(str(file)).code == 2
    assert "no open account" in narrative(str(file), "--by", "Nobody").err
    assert "no flow named milk" in house.run("narrative", "milk").err
    assert narrative(str(file), "--by", "Bea").out == "Kept as version 1.\n"
    file.write_text(narrative().out.replace("Why we ask.", "Why we asked."), "utf-8")
    assert narrative(str(file), "--by", "Bea").out == "Kept as version 2.\n"
    file.write_text("[[told]]\nthemes = ['Milk']\n", "utf-8")
    assert "words.toml:2: There is no theme named Milk." in narrative(str(file), "--by", "Bea").err

    told = house.run("report", "tea", "--format", "md").out
    assert told.startswith("# Tea time\n")
    assert "## Introduction\n\nWhy we asked.\n" in told
    file.write_text('title = "Only this once"\n', "utf-8")
    assert house.run("report", "tea", "--format", "md", "--words", str(file)).out.startswith("# Only this once\n")
