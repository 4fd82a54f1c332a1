"""What the service does for the pages of staff."""

from contextlib import contextmanager
from io import BytesIO
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from config.settings import load_settings
from feedback.errors import SaysoError
from mail.letter import Heard
from mail.understood import Attachment, Understood
from review.service import MailRead, Order
from sayso.catalogue import catalogue_for
from sayso.clock import now
from sayso.for_pages import read_mail, service_for
from sayso.mailroom import Reading, dump_reading
from storage import erasure, ledger
from storage.tables import people

UNDERSTOOD = Understood(
    "reply", reply="Tea > Hello", subject="Re: Tea", text="All", attachments=(Attachment("", "image/png", 1200),)
)


def test_a_mail_is_shown_as_it_was_laid_beside_the_letter_that_it_answers():
    heard = Heard("Tea", quoted="> Hello", signature="-- Ada")

    read = read_mail(dump_reading(Reading(UNDERSTOOD, "l1", heard=heard)))

    assert read == MailRead(
        "Re: Tea", "All", "Tea", "> Hello", "-- Ada", ("without a name (image/png, 1,200 bytes)",), ()
    )


def test_a_mail_that_answers_no_letter_is_shown_as_it_was_read():
    assert read_mail(dump_reading(Reading(UNDERSTOOD))).words == "Tea > Hello"


@contextmanager
def serving(house):
    """What pages may ask of a service on this house."""
    settings = load_settings(house.environ, house.folder / "sayso.toml")
    with house.store() as opened:
        yield service_for(settings, opened, catalogue_for(settings), now), opened


@pytest.mark.slow
@pytest.mark.parametrize(("role", "is_there"), [("reviewer", True), ("analyst", False)])
def test_an_export_from_a_page_is_that_of_the_command(house, role, is_there):
    house.hears("/start", "yes", "good", "Marmalade in the pot")
    out = house.folder / "out.zip"
    house.run("export", "--format", "jsonl,csv,qdpx", "--role", role, "--why", "x", "--out", out)

    with serving(house) as (service, _):
        made = service.export(Order(role, ("csv", "jsonl", "qdpx", "nonsense")))

    with ZipFile(BytesIO(made)) as ours, ZipFile(out) as theirs:
        same = [name for name in theirs.namelist() if not name.endswith((".qdpx", ".txt"))]
        assert ours.namelist() == theirs.namelist()
        assert [ours.read(name) for name in same] == [theirs.read(name) for name in same]
        assert (b"Marmalade" in ours.read("answers.jsonl")) is is_there


def test_an_export_without_a_format_is_refused(house):
    house.hears("/start")

    with serving(house) as (service, _), pytest.raises(SaysoError, match="Name a format"):
        service.export(Order("analyst", ()))


def test_whoever_was_erased_on_a_page_stands_in_the_ledger_beside_the_keys(house):
    house.hears("/start", "yes", "good", "Marmalade in the pot")

    with serving(house) as (service, opened):
        person_id = opened.database.read_now(lambda tx: tx.execute(select(people.c.id)).scalar_one())
        opened.database.write_now(
            lambda tx: erasure.erase(tx, opened.vault, person_id=person_id, why="asked", now=now())
        )
        service.note_erased()
        path = ledger.beside(load_settings(house.environ, house.folder / "sayso.toml").key_file)

    assert ledger.read(path) == (person_id,)
