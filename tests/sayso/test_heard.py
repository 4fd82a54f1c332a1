"""What staff made of the words stands in the report: themes with their writers, and what was decided."""

import json

import pytest
from sqlalchemy import insert, update

from sayso.core.clock import now
from storage.audit.undo import Act
from storage.review import coding_exchange, codings, outcomes
from storage.review.codings import WHOLE, NewCoding
from storage.review.themes import Wording
from storage.review.themes import add as add_theme
from storage.tables import outcomes as outcome_rows
from storage.tables import staff


@pytest.mark.slow
def test_a_report_counts_who_wrote_of_a_theme_and_says_what_was_decided(house_on_both):
    file = house_on_both.folder / "flows" / "tea.toml"
    file.write_text(file.read_text("utf-8").replace('level = "person"', 'level = "organisation"'), "utf-8")
    house_on_both.finishes("yes", "It is warm", person=7)
    house_on_both.finishes("no", "It is not", person=8)
    with house_on_both.store() as opened:
        vault = opened.vault

        def code(tx):
            tx.execute(insert(staff), {"id": "s1", "name": "Bea", "role": "coder", "created_at": now()})
            act = Act(tx, vault, by="s1", what="coded", now=now())
            theme = add_theme(tx, act, wording=Wording("Warmth"), now=now())
            said = next(text for text in coding_exchange.current_texts(tx, vault) if text.words == "It is warm")
            codings.add(tx, vault, act, text=said, theme_id=theme, coding=NewCoding(WHOLE, now()))
            outcomes.add(act, draft=outcomes.OutcomeDraft("did", "Cold tea.", "We heat it.", theme), now=now())
            tx.execute(update(outcome_rows).values(published_at=now()))
            outcomes.add(act, draft=outcomes.OutcomeDraft("deciding", "Cake?", "A draft."), now=now())

        opened.database.write_now(code)

    told = json.loads(house_on_both.run("report", "tea", "--profile", "organisations", "--format", "json").out)
    page = house_on_both.run("report", "tea", "--profile", "organisations", "--format", "md").out
    hidden = json.loads(house_on_both.run("report", "tea", "--profile", "people", "--format", "json").out)

    names = ("question", "theme", "texts", "people", "sorted", "wrote", "interval")
    theme = told["method"]["themes"][0]["choice"]
    assert [tuple(one[name] for name in names) for one in told["method"]["themes"]] == [
        ("words", theme, 1, 1, 1, 2, None),
        ("why", theme, 1, 1, 1, 2, None),
    ]
    assert "Sorted: 1 of 2 who wrote. The shares are of those alone" in page
    assert "- Warmth - we did: We heat it.\n" in page
    assert "A draft." not in page
    assert "It is warm" not in page
    assert {one["chose"] for one in hidden["method"]["themes"]} == {None}
