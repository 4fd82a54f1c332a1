"""Questions written on the pages become a file that `sayso flow check` reads, and a version that counts."""

import shutil
from dataclasses import replace

import pytest

from config.load import FLOWS, check_file, flow_paths, load_words
from sayso.core.clock import now
from sayso.core.flow_registry import registry_for
from sayso.setup.stored import take_up
from storage.audit import audit_log
from tests.sayso.setup.test_written import workbook

pytestmark = pytest.mark.slow

HERE = "/edit/a_day_out"
WELSH = """
flow = "open_door"
language = "cy"
[consent]
ask = "Iawn?"
no = "Iawn."
[question.how_it_was]
ask = "Sut oedd hi?"
choices.good = "Da"
choices.mixed = "Da a drwg"
choices.bad = "Drwg"
"""
LUNCH = {
    "ask": "Was lunch good?",
    "short": "Lunch was good",
    "type": "one",
    "asked": "all",
    "means": "The meal at noon.",
    "new-label-0": "Yes, it was",
    "new-also-0": "tasty, lovely",
    "new-label-1": "No",
}
WRONG = {
    "ask": "What was wrong with it?",
    "short": "What was wrong",
    "type": "text",
    "asked": "some",
    "together": "all",
    "statement-0": "lunch_was_good is no",
}


async def written(browser) -> None:
    """Begin questions and add two: one with choices, one that depends on it."""
    await browser.fill("/edit", title="A day out")
    await browser.fill(f"{HERE}/questions/new", **LUNCH)
    await browser.fill(f"{HERE}/questions/new", **WRONG)


def in_use(setting):
    taken = take_up(setting.settings, setting.store)
    return registry_for(taken.settings, taken.windows)


async def rehearse(browser) -> None:
    """Hold the whole conversation with the draft."""
    await browser.get("/rehearsal/a_day_out?draft=yes")
    for answer in ({"choice": "yes"}, {"text": "All good"}, {"choice": "yes_it_was"}, {"choice": "yes"}):
        about = browser.page.text.partition('name="about" value="')[2].partition('"')[0]
        await browser.send("/rehearsal/a_day_out", about=about, **answer)


async def test_questions_are_written_checked_rehearsed_and_published_as_a_version(setting):
    browser = setting.again()
    await written(browser)
    assert "The checker finds no fault" in browser.text
    stopped = await browser.fill(f"{HERE}/publish")
    assert "Rehearse it first" in stopped.text

    await rehearse(browser)
    assert "yes" in (await browser.get(f"{HERE}/publish")).text
    await browser.send(f"{HERE}/publish")

    assert setting.restarts == ["again"]
    registry = in_use(setting)
    flow = registry.named("a_day_out")
    assert (flow.version, [one.id for one in flow.questions]) == (1, ["story", "lunch_was_good", "what_was_wrong"])
    assert flow.questions[1].also == (("yes_it_was", ("tasty", "lovely")),)
    assert flow.questions[1].means == "The meal at noon."
    assert not registry.is_open(flow, now())
    (path,) = [one for one in flow_paths(setting.settings.flows, setting.settings.written) if one.stem == "a_day_out"]
    assert check_file(path, load_words()).flow == flow
    deeds = [one.what for one in setting.store.database.read_now(audit_log.entries)]
    assert "published questions as version 1" in deeds


async def test_a_change_of_what_is_in_use_says_what_it_does_and_becomes_the_next_version(setting):
    browser, before = setting.again(), in_use(setting).named("people").version
    await browser.fill("/edit/people/questions/1", ask="Where was it?", short="Where", type="place", asked="all")
    shown = await browser.get("/edit/people/publish")
    assert "Words. Conversations under way" in shown.text
    await browser.send("/edit/people/publish", unrehearsed="yes")

    flow = in_use(setting).named("people")
    assert (flow.version, flow.questions[1].ask) == (before + 1, "Where was it?")
    assert "It wins over a file" in (await setting.again().get("/edit")).text


async def test_a_change_of_meaning_has_to_be_meant(setting):
    browser = setting.again()
    await browser.fill("/edit/people/questions/1", ask="Where was it?", short="Where", type="number", asked="all")
    shown = await browser.get("/edit/people/publish")
    assert "What an answer means" in shown.text

    stopped = await browser.send("/edit/people/publish", unrehearsed="yes")
    assert stopped.status_code == 400
    await browser.fill("/edit/people/publish", unrehearsed="yes", meant="yes")
    assert in_use(setting).named("people").questions[1].type == "number"


async def test_a_draft_with_a_fault_is_kept_and_not_published(setting):
    browser = setting.again()
    await written(browser)
    await browser.get(HERE)
    await browser.send(f"{HERE}/move", number="2", do="up")
    assert "1 fault" in browser.text

    shown = await browser.get(f"{HERE}/publish")
    assert "Publish version" not in shown.text
    await browser.get(HERE)
    seen = browser.form(f"{HERE}/move")["seen"]
    stopped = await browser.send(f"{HERE}/publish", unrehearsed="yes", seen=seen)
    assert (stopped.status_code, "The checker finds a fault" in stopped.text) == (400, True)
    assert (await browser.get("/rehearsal/a_day_out?draft=yes")).status_code == 404
    shown = await browser.get(f"{HERE}/questions/1")
    assert "What the checker says of this question" in shown.text


async def test_choices_are_reworded_moved_and_taken_out_and_keep_their_ids(setting):
    browser = setting.again()
    await written(browser)
    more = {**LUNCH, "label-yes_it_was": "It was", "place-yes_it_was": "2", "label-no": "", "new-label-0": "Not sure"}
    more |= {"new-label-1": "Half", "do": "more"}
    await browser.fill(f"{HERE}/questions/1", **more)
    assert browser.path == f"{HERE}/questions/1"
    shown = await browser.get(f"{HERE}/text")

    assert "choices.yes_it_was = &#34;It was&#34;" in shown.text
    assert "choices.not_sure" in shown.text
    assert "choices.no =" not in shown.text


async def test_the_words_around_and_the_file_as_text_are_changed_too(setting):
    browser = setting.again()
    await written(browser)
    around = {"title": "Our day", "start": "Hello.", "consent_ask": "OK?", "consent_no": "Fine."}
    await browser.fill(f"{HERE}/around", **around, check="Right?", thanks="Thanks.", story="yes")
    shown = (await browser.get(f"{HERE}/text")).text
    for part in ("Our day", "story = true", "Right?", "Fine."):
        assert part in shown

    refused = await browser.fill(f"{HERE}/text", text="not toml")
    other = await browser.fill(f"{HERE}/text", text='flow = "other"\n')
    assert (refused.status_code, other.status_code) == (400, 400)
    await browser.fill(f"{HERE}/text", text='flow = "a_day_out"\nversion = 1\n')
    assert "faults" in browser.text


async def test_a_question_is_taken_out_and_a_draft_thrown_away(setting):
    browser = setting.again()
    await written(browser)
    await browser.fill(f"{HERE}/questions/2", do="remove")
    assert "What was wrong" not in browser.text
    empty = await browser.fill(f"{HERE}/questions/new", ask="", type="text")
    assert "Write what is asked" in empty.text

    await browser.get(HERE)
    await browser.send(f"{HERE}/discard")
    assert (await browser.get(HERE)).status_code == 404


async def test_a_draft_that_somebody_changed_meanwhile_is_not_gone_over(setting):
    first, second = setting.again(), setting.again()
    await written(first)
    await second.get(f"{HERE}/questions/1")
    await first.fill(f"{HERE}/questions/1", **{**LUNCH, "ask": "Was the lunch good?"})

    late = await second.send(f"{HERE}/questions/1", **{**LUNCH, "ask": "Was dinner good?"})

    assert late.status_code == 409
    assert "Was the lunch good?" in late.text
    assert "Was dinner good?" in late.text
    assert all(words in late.text for words in ("tasty, lovely", "Yes, it was"))


async def test_a_form_of_another_program_is_brought_in_with_all_that_is_lost(setting):
    browser = setting.again()
    await browser.get("/edit")
    fields = browser.form("/edit-import")
    files = {"file": ("form.xlsx", workbook(1), "application/octet-stream")}
    headers = {"origin": "http://127.0.0.1:8000"}
    done = await browser.client.post(
        "/staff/edit-import", data={**fields, "called": "Visit"}, files=files, headers=headers
    )

    assert "Brought in" in done.text
    assert "Why?" in (await browser.get("/edit/visit")).text
    await browser.get("/edit")
    fields = browser.form("/edit-import")
    bad = {"file": ("form.xlsx", b"nonsense", "application/octet-stream")}
    done = await browser.client.post("/staff/edit-import", data=fields, files=bad, headers=headers)
    assert (done.status_code, "cannot be read" in done.text) == (400, True)


async def test_what_would_keep_sayso_from_starting_is_not_published(setting, tmp_path):
    """A translation of the machine that does not fit the new questions any more, for example."""
    flows = tmp_path / "flows"
    shutil.copytree(FLOWS, flows)
    setting.settings = replace(setting.settings, flows=flows)
    (flows / "open_door.cy.toml").write_text(WELSH, "utf-8")
    browser = setting.again()
    labels = {"label-good": "Good", "label-mixed": "Good and bad", "label-bad": "Bad", "new-label-0": "I cannot say"}
    await browser.fill("/edit/open_door/questions/1", ask="How was it?", type="one", asked="all", **labels)

    stopped = await browser.fill("/edit/open_door/publish", unrehearsed="yes")

    assert "open_door.cy.toml" in stopped.text
    assert setting.restarts == []
