"""Flows as they are checked, drawn and rehearsed, with nothing stored."""

import re

import pytest
from sqlalchemy import select

from config.load import load_words
from feedback.conversation.events import (
    Answered,
    Commented,
    Consented,
    Erased,
    HelpShown,
    Misunderstood,
    PersonAsked,
    Requested,
)
from feedback.flows.answer import Answer, Piece
from feedback.flows.linter import check
from feedback.flows.route_analysis import routes
from review.flows.route_diagram import drawn
from review.flows.simulator import MOST_TURNS, RehearsalTurn, dump, load, places, play, tidings
from review.http.context import FlowFile, ServiceSetup
from storage.tables import METADATA
from tests.review.conftest import FLOW, NOW, House

pytestmark = pytest.mark.slow

BRANCHED = FLOW.replace(
    "[finish]",
    """[[question]]
id = "why"
ask = "What made it bad?"
short = "What made it <bad>"
type = "text"
when = "how is bad"
[[question]]
id = "again"
ask = "Shall we do more of it?"
short = "More of it"
type = "yesno"
when = "how is not bad"
otherwise = "no"
[[question]]
id = "stars"
ask = "How many stars, from 1 to 3?"
short = "Stars"
type = "scale"
range = [1, 3]
[finish]""",
)
WORDS = load_words()
CHECKED = check("ward.toml", BRANCHED, WORDS)
YES = RehearsalTurn("consent", ("yes",))


def everything(house: House) -> dict[str, list]:
    """Every row of the database, but those that note who was signed in when."""
    noted = {"staff_session", "audit"}
    tables = {name: table for name, table in METADATA.tables.items() if name not in noted}
    return house.db.read_now(lambda tx: {name: tx.execute(select(table)).all() for name, table in tables.items()})


def test_a_rehearsal_tells_of_each_question_what_became_of_it_and_what_its_condition_said():
    flow = CHECKED.flow

    turns = [YES, RehearsalTurn("story", text="The ward was loud."), RehearsalTurn("how", ("bad",))]
    shown = play(flow, turns, NOW)
    found = {place.id: place for place in places(flow, shown.talk)}

    assert shown.prompt.about == "why"
    assert found["why"].is_open
    assert (found["story"].state, found["how"].state) == ("answered in words", "Bad")
    assert found["again"].state == "not asked, counts as: No"
    assert [(part.words, part.is_so) for part in found["again"].parts] == [("how is not bad", False)]
    assert found["stars"].when == ""


def test_time_passes_in_a_rehearsal_and_what_sayso_does_by_itself_is_seen():
    shown = play(CHECKED.flow, [YES, RehearsalTurn("story", command="pause")], NOW)
    later = play(
        CHECKED.flow, [YES, RehearsalTurn("story", command="pause"), RehearsalTurn(command="time passes")], NOW
    )

    assert shown.waits_until is not None
    assert later.talk != shown.talk


def test_everything_that_a_step_would_store_is_told_in_a_line():
    events = (
        Answered("how", Answer("skipped", NOW)),
        Commented(Piece("1", "Loud.")),
        Consented("take_part", granted=False, wording="OK?"),
        HelpShown(),
        PersonAsked(),
        Erased("asked"),
        Requested("training", is_wanted=True),
        Requested("training", is_wanted=False),
        Misunderstood("how", "asked back"),
    )

    assert tidings(CHECKED.flow, events) == (
        "An answer to how is kept: Skipped.",
        "A comment is kept.",
        "A no to take_part is kept, with the words of the question.",
        "Help now is counted for the day, with nothing about the person.",
        "Staff see that this person wants one of them.",
        "Everything that was said is deleted.",
        "Staff see a request: Training and help.",
        "A request is taken back: Training and help.",
        "It is counted that how was not understood at first: asked back.",
    )


def test_what_a_page_carries_comes_back_as_it_was_and_anything_else_begins_again():
    turns = (RehearsalTurn("how", ("good", "bad"), 'He said "no" <b>', "skip"), YES)

    assert load(dump(turns)) == turns
    for odd in ("", "x", "[1]", '[["a"]]', '[["a",[1],"",""]]', "{}", "[" * 100_000, "7"):
        assert load(odd) == ()


def test_every_step_of_every_route_is_a_line_or_an_arc_and_words_are_escaped():
    found, is_whole = routes(CHECKED.flow)

    picture = str(drawn(CHECKED.flow, found))

    assert is_whole
    assert picture.count("<circle") == 7
    steps = {pair for one in found for pair in zip(("", *one.questions), (*one.questions, ""), strict=True)}
    assert picture.count("<path") == len(steps)
    assert "What made it &lt;bad&gt;" in picture
    assert "when how is not bad" in picture


@pytest.fixture
def branched(house: House) -> House:
    house.flow = CHECKED.flow
    return house


async def test_a_flow_is_rehearsed_without_script_and_nothing_is_stored(branched: House, browse):
    browser = browse("analyst")
    await browser.get("/questions/ward")
    before = everything(branched)

    async def turn(**fields):
        carried = {
            name: re.search(rf'name="{name}" value="([^"]*)"', browser.page.text).group(1).replace("&#34;", '"')
            for name in ("turns", "about")
        }
        await browser.send("/rehearsal/ward", **carried, **fields)

    await browser.get("/rehearsal/ward")
    assert "This is a rehearsal. Nothing is stored." in browser.text
    await turn()
    assert "Pick or write something first" in browser.text
    await turn(choice="yes")
    assert "A yes to take_part is kept" in browser.text
    await turn(text="I want to die")
    assert "Staff see: it may speak of suicide or self-harm." in browser.text
    await turn(command="help")
    await turn(do="back")
    await turn(choice="go_on")
    await turn(choice="good")
    assert "how is not bad: yes" in browser.text
    assert "Open now: again . It is asked because of when how is not bad ." in browser.text
    await turn(choice="yes")
    await turn(text="3")
    assert "open now: check" in browser.text.lower()
    await turn(choice="yes")
    assert "The conversation is now: finished." in browser.text

    assert everything(branched) == before
    assert (await browser.get("/rehearsal/none")).status_code == 404


async def test_a_rehearsal_comes_to_an_end(branched: House, browse):
    browser = browse("admin")
    await browser.get("/rehearsal/ward")

    await browser.send("/rehearsal/ward", turns=dump([YES] * MOST_TURNS), about="story", text="More")

    assert "This rehearsal is long enough." in browser.text


async def test_files_stand_with_every_fault_by_its_line_and_a_changed_one_can_be_rehearsed(house: House, browse):
    broken = check("broken.toml", FLOW.replace('"one"', '"won"'), WORDS)
    files = (FlowFile("broken.toml", broken.faults), FlowFile("ward.toml", CHECKED.faults, CHECKED.flow))
    house.set_up = ServiceSetup(files=lambda: files)
    house.says("Loud.")
    browser = browse("reviewer")

    await browser.get("/flows")
    assert re.search(r"broken\.toml:\d+ fault: ", browser.text)
    assert "It was changed since sayso was started." in browser.text
    assert re.search(r"Your ward 1 \w{7} 4 May 2026 1 0", browser.text)
    await browser.get("/rehearsal/ward?file=yes")
    assert "You see the file as it is now." in browser.text
    assert "when how is bad" in browser.text
    await browser.get("/rehearsal/ward")
    assert "when how is bad" not in browser.text
    assert (await browser.get("/rehearsal/broken?file=yes")).status_code == 404


async def test_the_version_in_use_is_told_from_the_file(both_houses: House, browse_both):
    flow = both_houses.flow
    both_houses.set_up = ServiceSetup(files=lambda: (FlowFile("ward.toml", (), flow),), current={"ward": flow}.get)
    both_houses.says("Loud.")
    browser = browse_both("reviewer")

    await browser.get("/flows")

    assert "In use as it is." in browser.text
    assert re.search(r"Your ward 1 \w{7} 4 May 2026 1 0", browser.text)


async def test_each_question_tells_of_how_many_it_was_not_understood(both_houses: House, browse_both):
    browser = browse_both("admin")
    await browser.get("/questions/ward")
    assert "How well each question is understood" in browser.text
    for number in range(12):
        noted = (Misunderstood("how", "asked again" if number < 6 else "asked what it means"),)
        both_houses.says("Loud.", picks="good", events=noted)

    await browser.get("/questions/ward")

    assert "Each number is of everyone who answered this question, skipped it or would rather not say." in browser.text
    assert re.search(
        r"how .{0,40}12 0 of 12 \(0 %\) 6 of 12 \(50 %\) not told 6 of 12 \(50 %\) 0 of 12 \(0 %\) 0", browser.text
    )


async def test_a_flow_that_was_never_begun_tells_of_no_understanding(house: House, browse):
    house.set_up = ServiceSetup(current={"other": CHECKED.flow}.get)
    browser = browse("admin")

    await browser.get("/questions/other")

    assert "Ways through" in browser.text
    assert "How well each question is understood" not in browser.text
