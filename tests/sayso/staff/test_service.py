"""What the service does for the pages of staff."""

import asyncio
import re
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from io import BytesIO
from zipfile import ZipFile

import httpx
import pytest
from sqlalchemy import select
from starlette.applications import Starlette

from config.settings import load_settings
from feedback.errors import Fault, FlowError, SaysoError
from mail.model.expected_answers import ParsedReply
from mail.model.parsed_mail import Attachment, ParsedMail
from review.http.service_port import ExportOrder, MailRead
from sayso.core.clock import now
from sayso.core.flow_registry import registry_for
from sayso.mail.reading import MailReading, dump_reading
from sayso.staff.mount import desk_for, staff_route
from sayso.staff.service import read_mail, service_for
from storage.accounts import members, sessions
from storage.people import erasure, erasure_log
from storage.tables import people

UNDERSTOOD = ParsedMail(
    "reply", reply="Tea > Hello", subject="Re: Tea", text="All", attachments=(Attachment("", "image/png", 1200),)
)


def test_a_mail_is_shown_as_it_was_laid_beside_the_letter_that_it_answers():
    heard = ParsedReply("Tea", quoted="> Hello", signature="-- Ada")

    read = read_mail(dump_reading(MailReading(UNDERSTOOD, "l1", heard=heard)))

    assert read == MailRead(
        "Re: Tea", "All", "Tea", "> Hello", "-- Ada", ("without a name (image/png, 1,200 bytes)",), ()
    )


def test_a_mail_that_answers_no_letter_is_shown_as_it_was_read():
    assert read_mail(dump_reading(MailReading(UNDERSTOOD))).words == "Tea > Hello"


@contextmanager
def serving(house):
    """What pages may ask of a service on this house."""
    settings = load_settings(house.environ, house.folder / "sayso.toml")
    with house.store() as opened:
        yield service_for(settings, opened, registry_for(settings), now), opened


@pytest.mark.slow
@pytest.mark.parametrize(("role", "is_there"), [("reviewer", True), ("analyst", False)])
def test_an_export_from_a_page_is_that_of_the_command(house, role, is_there):
    house.hears("/start", "yes", "good", "Marmalade in the pot")
    out = house.folder / "out.zip"
    house.run("export", "--format", "jsonl,csv,qdpx", "--role", role, "--why", "x", "--out", out)

    with serving(house) as (service, _):
        made = service.export(ExportOrder(role, ("csv", "jsonl", "qdpx", "nonsense")))

    with ZipFile(BytesIO(made)) as ours, ZipFile(out) as theirs:
        same = [name for name in theirs.namelist() if not name.endswith((".qdpx", ".txt"))]
        assert ours.namelist() == theirs.namelist()
        assert [ours.read(name) for name in same] == [theirs.read(name) for name in same]
        assert (b"Marmalade" in ours.read("answers.jsonl")) is is_there


@pytest.mark.slow
async def test_a_report_from_a_page_is_that_of_the_command(house):
    kinds = [("html", []), ("json", []), ("md", []), ("docx", ["--easy"]), ("pdf", [])]
    for person in range(10):
        await asyncio.to_thread(house.finishes, "yes", "Marmalade in the pot", person=person)
    for form, options in kinds:
        await asyncio.to_thread(house.run, "report", "tea", *options, "--out", house.folder / f"out.{form}")

    async with analyst(house) as client:
        page = await client.get("/staff/figures/tea/report")
        csrf = re.search(r'name="csrf" value="(\w+)"', page.text).group(1)
        wanted = [{"csrf": csrf, "form": form, "easy": "".join(options), "why": "x"} for form, options in kinds]
        made = {one["form"]: (await client.post(page.url, data=one)).content for one in wanted}

    assert made == {form: (house.folder / f"out.{form}").read_bytes() for form, _ in kinds}
    assert min(map(len, made.values())) > 1000


@asynccontextmanager
async def analyst(house, role="analyst"):
    """A browser in which somebody who takes figures out is signed in."""
    with house.store() as opened:
        settings = load_settings(house.environ, house.folder / "sayso.toml")
        desk = desk_for(settings, opened, registry_for(settings), now)
        opened.database.write_now(lambda tx: members.add(tx, opened.vault, name="Bea", role=role, now=now()))
        member = opened.database.read_now(lambda tx: members.named(tx, name="Bea")).member
        begin = partial(sessions.begin, staff_id=member.id, stage="in", now=now())
        token = opened.database.write_now(lambda tx: begin(tx, opened.vault))
        transport = httpx.ASGITransport(Starlette(routes=[staff_route(desk)]))
        async with httpx.AsyncClient(transport=transport, base_url=desk.public_url) as client:
            client.cookies.set("sayso-staff", token)
            client.headers["origin"] = desk.public_url
            yield client


def test_an_export_without_a_format_is_refused(house):
    house.hears("/start")

    with serving(house) as (service, _), pytest.raises(SaysoError, match="Name a format"):
        service.export(ExportOrder("analyst", ()))


def test_whoever_was_erased_on_a_page_stands_in_the_ledger_beside_the_keys(house):
    house.hears("/start", "yes", "good", "Marmalade in the pot")

    with serving(house) as (service, opened):
        person_id = opened.database.read_now(lambda tx: tx.execute(select(people.c.id)).scalar_one())
        opened.database.write_now(
            lambda tx: erasure.erase(tx, opened.vault, person_id=person_id, why="asked", now=now())
        )
        service.note_erased()
        path = erasure_log.beside(load_settings(house.environ, house.folder / "sayso.toml").key_file)

    assert erasure_log.read(path) == (person_id,)


@pytest.mark.slow
async def test_the_page_of_questions_names_a_changed_meaning_before_sayso_is_started_again(house_on_both):
    await asyncio.to_thread(house_on_both.hears, "/start")
    file = house_on_both.folder / "flows" / "tea.toml"
    text = file.read_text("utf-8")
    async with analyst(house_on_both, "admin") as client:
        before = (await client.get("/staff/flows")).text
        file.write_text(
            text.replace('type = "yesno"', 'type = "text"').replace('title = "Tea"', 'title = "Té"'), "utf-8"
        )
        after, questions = [(await client.get(f"/staff/{page}")).text for page in ("flows", "questions/tea")]

    assert "Do not start sayso again yet." not in before
    assert "Do not start sayso again yet." in after
    told = "milk: &#34;type&#34; was &#34;yesno&#34; and is &#34;text&#34;. Put back what was there. If you mean it, write: version = 2, best with a new id."
    assert f"fault: {told}" in after
    assert f"fault: {told}" in questions
    assert str(house_on_both.folder) not in after + questions


def test_words_that_cannot_be_read_are_told_by_themselves_alone(house, monkeypatch):
    def unread(**_):
        raise FlowError((Fault("words.toml", 3, "syntax", "Not whole."),))

    with house.store() as opened:
        settings = load_settings(house.environ, house.folder / "sayso.toml")
        desk = desk_for(settings, opened, registry_for(settings), now)
        monkeypatch.setattr("sayso.staff.mount.load_words", unread)
        assert opened.database.read_now(desk.set_up.changed) == ()
        assert [file.name for file in desk.set_up.files()] == ["words"]
