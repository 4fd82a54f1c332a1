"""Somebody tells it in one go: by Telegram, on the web and by email, through the whole service and into the exports."""

import csv
import io
import re
import zipfile

import httpx
import pytest
from journeys import letters
from journeys.test_email import invite, taken_in

from storage.conversations.response_rows import ResponseFilter, responses

pytestmark = [pytest.mark.journey, pytest.mark.slow]

STORY = (
    "so i went to the forum in march & honestly it was <b>mixed</b>. they treated me like an equal most of the time. it wasn't really "
    "clear why they asked us to come tho, nobody explained it. i got what i needed. afterwards nobody told us what changed. my mum got nothing"
)


def number_of(words, letter):
    """The number in a letter of the question that quotes these words."""
    return re.search(rf'You wrote: "{words}.*?^(\d+)\. Is your answer', letter, re.MULTILINE | re.DOTALL)[1]


def only_response(service):
    """What is stored of the only conversation."""
    with service.store() as opened, opened.database.reading() as tx:
        (only,) = responses(tx, opened.vault, ResponseFilter(words=True))
    return only


def given(service):
    found = only_response(service).answers
    return {name: (answer.value, answer.is_from_story) for name, answer in found.items()}


def kept(service):
    return [comment.words for comment in only_response(service).comments]


async def test_a_story_on_telegram_is_kept_whole_and_counts_only_where_the_person_says_yes(make_service, bot_api):
    service = make_service(SAYSO_TELEGRAM_TOKEN=bot_api.token, SAYSO_TELEGRAM_API_URL=bot_api.url)
    service.start()
    await service.ready()
    ada = bot_api.person()
    await ada.starts()
    await ada.hears()
    await ada.taps("Yes")
    assert "press Tell it in one go" in (await ada.hears()).text
    await ada.taps("Tell it in one go")
    assert "in your own words" in (await ada.hears()).text
    await ada.says(STORY)
    assert "Write more, or press Next" in (await ada.hears()).text
    for tap in ("Next", "I care for someone", "Skip"):
        await ada.taps(tap)
        put = await ada.hears()
    assert 'You wrote: "they treated me like an equal most of the time."' in put.text
    assert "Is your answer: Partly?" in put.text
    await ada.taps("Yes, that is right")
    assert "Is your answer: No?" in (await ada.hears()).text
    await ada.taps("No, ask me")
    assert "You wrote" not in (await ada.hears()).text
    await ada.taps("Partly")
    await ada.hears()
    await ada.taps("Skip")
    assert 'You wrote: "i got what i needed."' in (await ada.hears()).text

    assert given(service) == {
        "c1": ("carer", False),
        "c2": (None, False),
        "c3": ("partly", True),
        "c4": ("partly", False),
        "c5": (None, False),
    }
    assert kept(service) == [STORY]
    assert (await service.checks())["nothing lost"]["ok"]
    await exported(service)
    assert await service.stop() == 0, service.log


async def exported(service):
    """The story and the mark of its answer are in the export, and the codebook says what the mark is."""
    done = await service.command("export", "--format", "csv", "--out", "all.zip")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(service.folder / "all.zip") as bundle:
        names = bundle.namelist()
        tables = {
            name: list(csv.DictReader(io.StringIO(bundle.read(name).decode("utf-8-sig"))))
            for name in names
            if name.endswith(".csv")
        }
    wide = next(rows for rows in tables.values() if rows and "c3" in rows[0])
    assert (wide[0]["from_story"], wide[0]["c3"], wide[0]["comments.text"]) == ("c3", "partly", STORY)
    book = next(rows for rows in tables.values() if rows and "variable" in rows[0])
    assert "from_story" in {row["variable"] for row in book}


async def test_a_story_on_the_web_is_shown_as_it_was_written_and_nothing_in_it_runs(make_service):
    service = make_service()
    service.start()
    await service.ready()
    async with httpx.AsyncClient(base_url=service.url, follow_redirects=True) as client:
        page = await client.post("/talk/people", data={"form": "x" * 43})

        async def sends(**fields: str) -> httpx.Response:
            hidden = dict(re.findall(r'<input type="hidden" name="(about|form)" value="([^"]*)"', page.text))
            return await client.post("/talk", data={**hidden, **fields})

        for fields in (
            {"choice": "yes"},
            {"command": "in_one_go"},
            {"text": f"{STORY}. I felt <i>good</i> about taking part"},
        ):
            page = await sends(**fields)
        assert "Where your words may answer one" in page.text
        for fields in ({"choice": "carer"}, {"command": "skip"}):
            page = await sends(**fields)
        assert "<h1>Is your answer: Partly?</h1>" in page.text
        page = await sends(choice="yes")
        while "Is your answer: I felt good about taking part?" not in page.text:
            page = await sends(command="skip")
        assert "You wrote: &#34;I felt &lt;i&gt;good&lt;/i&gt; about taking part&#34;" in page.text

    found = given(service)
    assert {name for name, (_, is_from_story) in found.items() if is_from_story} == {"c3"}
    assert kept(service) == [f"{STORY}. I felt <i>good</i> about taking part"]
    assert await service.stop() == 0, service.log


async def test_a_free_reply_to_an_invitation_is_answered_with_what_it_may_answer(make_service, postfix):
    service = make_service(**letters.settings(postfix))
    service.start()
    await service.ready()
    await invite(service, "one", "people", ["ada@example.test"])
    first = (await letters.letters_to(postfix, "ada@example.test"))[0]
    letters.send(postfix, "ada@example.test", letters.plain(first, f"Yes that is ok.\n\n{STORY}\n"))
    await taken_in(service, 1)
    consent = (await letters.letters_to(postfix, "ada@example.test", 2))[1]
    letters.send(postfix, "ada@example.test", letters.plain(consent, "Yes"))
    await taken_in(service, 2)
    asked = (await letters.letters_to(postfix, "ada@example.test", 3))[2]
    said = {
        "they treated me like": "Yes, that is right",
        "it wasn't really": "No, ask me",
        "i got what i needed": "yes",
    }
    reply = "\n".join(f"{number_of(words, asked.text)}. {answer}" for words, answer in said.items())
    letters.send(postfix, "ada@example.test", letters.plain(asked, reply))
    await taken_in(service, 3)
    again = (await letters.letters_to(postfix, "ada@example.test", 4))[3]

    assert given(service) == {"c3": ("partly", True), "c6": ("yes", True)}
    assert "it wasn't really" not in again.text
    assert "Was it clear why they asked you to take part?" in again.text
    assert await service.stop() == 0, service.log
