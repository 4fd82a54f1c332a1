"""Each form has its effect once, and its mark stands or falls with the effect."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.accounts import form_marks, members
from storage.accounts.form_marks import KEPT, FormMark, PastPress
from storage.crypto.vault import Vault
from storage.db.engine import Database

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def form(db: Database, vault: Vault) -> FormMark:
    def job(tx):
        members.add(tx, vault, name="Bea", role="reviewer", now=NOW)
        return FormMark("a" * 26, members.named(tx, name="Bea").member.id, "content")

    return db.write_now(job)


def claim(db: Database, vault: Vault, form: FormMark, led_to: str = "/first") -> PastPress | None:
    return db.write_now(lambda tx: form_marks.claim(tx, vault, form=form, led_to=led_to, now=NOW))


def test_a_form_is_claimed_once_and_the_second_press_learns_where_the_first_one_led(db, vault, form):
    assert claim(db, vault, form) is None

    assert claim(db, vault, form, "/second") == PastPress("/first", NOW, is_same=True)
    other = FormMark(form.mark, form.staff_id, "other content")
    assert db.read_now(lambda tx: form_marks.first(tx, vault, form=other)) == PastPress("/first", NOW, is_same=False)


def test_where_it_led_may_be_known_only_at_the_end(db, vault, form):
    def job(tx):
        form_marks.claim(tx, vault, form=form, led_to="/first", now=NOW)
        form_marks.leads_to(tx, vault, form=form, led_to="/last")

    db.write_now(job)

    assert claim(db, vault, form).led_to == "/last"


def test_a_mark_goes_with_an_effect_that_failed(db, vault, form):
    def job(tx):
        form_marks.claim(tx, vault, form=form, led_to="/first", now=NOW)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        db.write_now(job)

    assert claim(db, vault, form) is None


def test_the_same_mark_of_somebody_else_is_another_form(db, vault, form):
    def job(tx):
        members.add(tx, vault, name="Cal", role="reviewer", now=NOW)
        return members.named(tx, name="Cal").member.id

    claim(db, vault, form)

    assert claim(db, vault, FormMark(form.mark, db.write_now(job), "content")) is None


def test_marks_are_swept_after_a_day(db, vault, form):
    claim(db, vault, form)
    sweep = lambda at: db.write_now(lambda tx: form_marks.purge(tx, now=at))  # noqa: E731 - said twice

    assert sweep(NOW + KEPT) == 0
    assert sweep(NOW + KEPT + timedelta(seconds=1)) == 1
    assert claim(db, vault, form) is None
