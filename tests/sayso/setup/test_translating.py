"""Translations are written side by side, tell what is missing and stale, and become the file that the checker reads."""

import shutil
from dataclasses import replace

import pytest

from config.load import FLOWS, check_translation, flow_paths
from sayso.core.clock import now
from sayso.setup.stored import take_up
from storage.tables import setting_files
from tests.sayso.setup.test_questions import HERE, LUNCH, in_use

pytestmark = pytest.mark.slow

WELSH = f"{HERE}/words/cy"
DAY_OUT = """
flow = "a_day_out"
version = 1
language = "en"
title = "A day out"
start = "Hello. I am a computer program."
[consent]
ask = "May we keep it?"
no = "That is fine."
[[question]]
id = "story"
ask = "What happened?"
short = "What happened"
type = "text"
[[question]]
id = "lunch_was_good"
ask = "Was lunch good?"
short = "Lunch was good"
type = "one"
means = "The meal at noon."
choices.yes_it_was = "Yes, it was"
choices.no = "No"
[[question]]
id = "what_was_wrong"
ask = "What was wrong with it?"
short = "What was wrong"
type = "text"
when = "lunch_was_good is no"
[finish]
check = "Is it right?"
thanks = "Thank you."
"""
AROUND = {
    "Around.title": "Diwrnod",
    "Around.start": "Helo.",
    "Around.consent.ask": "Iawn?",
    "Around.consent.no": "Iawn.",
    "Around.finish.check": "Cywir?",
    "Around.finish.thanks": "Diolch.",
}
QUESTION = {
    "lunch_was_good.ask": "Oedd cinio'n dda?",
    "lunch_was_good.short": "Cinio",
    "lunch_was_good.means": "Y pryd ganol dydd.",
    "lunch_was_good.choices.yes_it_was": "Oedd",
    "lunch_was_good.choices.no": "Na",
}


def faults_of(setting) -> list[tuple[str, bool]]:
    """What the checker says of the published translation."""
    flow, taken = in_use(setting).named("a_day_out"), take_up(setting.settings, setting.store).settings
    (path,) = [one for one in flow_paths(taken.flows, taken.written) if one.name == "a_day_out.cy.toml"]
    return [(one.code, one.is_warning) for one in check_translation(path, {"a_day_out": flow})]


def written(setting):
    """A browser, and questions that somebody wrote as a draft."""
    row = {"path": "flows/a_day_out.toml", "state": "draft", "text": DAY_OUT, "changed_at": now(), "changed_by": "Ada"}
    setting.store.database.write_now(lambda tx: tx.execute(setting_files.insert(), row))
    return setting.again()


async def published(setting, **words: str):
    browser = written(setting)
    await browser.fill(WELSH, **AROUND, **words)
    await browser.fill(f"{HERE}/publish", unrehearsed="yes", unready="yes", open="yes")
    return setting.again()


async def test_each_wording_stands_beside_the_original_and_what_is_missing_is_shown(setting):
    browser = written(setting)
    await browser.get(f"{HERE}/words?language=cy&other=")
    assert browser.path == WELSH
    assert "0 of 15 texts are translated" in browser.text

    await browser.send(WELSH, **AROUND, **QUESTION)

    assert "11 of 15 texts are translated" in browser.text
    assert "Kept in the draft. The checker finds no fault." in browser.text
    assert "What happened 2 missing" in browser.text
    assert 'lang="cy" dir="ltr" aria-describedby="own-lunch_was_good.ask"' in browser.page.text
    assert "Was lunch good?" in browser.text
    assert "Oedd cinio&#39;n dda?" in browser.page.text
    await browser.get(f"{HERE}/words")
    assert "Welsh draft by Ada" in browser.text


async def test_a_translation_is_published_with_its_questions_and_read_by_the_checker(setting):
    browser = written(setting)
    await browser.fill(WELSH, **AROUND, **QUESTION)
    stopped = await browser.fill(f"{HERE}/publish", unrehearsed="yes")
    assert "Finish the translations first" in stopped.text

    await browser.fill(f"{HERE}/publish", unrehearsed="yes", unready="yes", open="yes")

    assert set(faults_of(setting)) == {("translation-missing", True)}
    alone = setting.again()
    story = {"story.ask": "Beth?", "story.short": "Beth", "what_was_wrong.ask": "Beth oedd o'i le?"}
    await alone.fill(WELSH, **AROUND, **QUESTION, **story, **{"what_was_wrong.short": "O'i le"})
    assert "Publish the translations" in (await alone.get(f"{HERE}/publish")).text
    await alone.send(f"{HERE}/publish")
    assert faults_of(setting) == []
    assert in_use(setting).named("a_day_out").version == 1


async def test_what_the_original_changed_since_is_shown_until_somebody_has_compared_it(setting):
    browser = await published(setting, **QUESTION)
    await browser.fill(f"{HERE}/questions/1", **{**LUNCH, "ask": "Was the meal good?", **labels()})
    await browser.get(WELSH)
    assert "In 1 part the original has changed since" in browser.text
    assert "Before: Was lunch good?" in browser.text

    await browser.send(WELSH, **AROUND, **QUESTION)
    assert "changed since" in browser.text
    await browser.send(WELSH, **AROUND, **QUESTION, same="lunch_was_good")

    assert "changed since" not in browser.text


async def test_changed_words_around_the_questions_are_stale_too(setting):
    browser = await published(setting)
    around = {"title": "A day out", "start": "Good morning.", "consent_ask": "OK?", "consent_no": "Fine."}
    await browser.fill(f"{HERE}/around", **around, check="Right?", thanks="Thanks.")

    await browser.get(WELSH)

    assert "Words around the questions changed" in browser.text
    assert "Before: Hello. I am a computer program" in browser.text


async def test_a_translation_is_fitted_to_questions_that_lost_one(setting):
    browser = await published(setting, **QUESTION)
    await browser.fill(f"{HERE}/questions/2", do="remove")
    await browser.fill(f"{HERE}/questions/1", do="remove")

    await browser.fill(f"{HERE}/publish", unrehearsed="yes")

    assert in_use(setting).named("a_day_out").version == 2
    assert set(faults_of(setting)) == {("translation-missing", True)}


async def test_a_choice_without_a_translation_is_told_and_not_published(setting):
    browser = written(setting)
    await browser.fill(WELSH, **AROUND, **{**QUESTION, "lunch_was_good.choices.no": ""})
    assert "a person could not pick it" in browser.text

    stopped = await browser.fill(f"{HERE}/publish", unrehearsed="yes", unready="yes")

    assert "a person could not pick it" in stopped.text
    assert setting.restarts == []


async def test_hard_words_of_an_easy_read_version_are_told_and_a_long_sentence_in_any(setting):
    browser = written(setting)
    hard = "Organisational representatives collaborated comprehensively."
    await browser.fill(f"{HERE}/words/en-x-easy", **AROUND, **{"story.ask": hard})
    assert "read at grade" in browser.text
    await browser.fill(f"{HERE}/words/ur", **{"story.ask": "ہم " * 16})

    assert "has over 15 words" in browser.text
    assert 'lang="ur" dir="rtl"' in browser.page.text


async def test_two_translators_do_not_go_over_each_other_and_marks_go_with_words_that_were_seen(setting):
    first, second, third = written(setting), setting.again(), setting.again()
    await second.get(WELSH)
    await third.get(WELSH)
    await first.fill(f"{HERE}/questions/1", **{**LUNCH, "ask": "Was the meal good?", **labels()})
    stale = await second.send(WELSH, **AROUND, **QUESTION)
    assert (stale.status_code, "Was the meal good?" in stale.text) == (409, True)
    assert all(words in second.text for words in ("Diolch", "Y pryd ganol dydd."))

    await first.fill(WELSH, **AROUND)
    late = await third.send(WELSH, **QUESTION)

    assert (late.status_code, "Diolch" in late.text) == (409, True)


async def test_a_file_of_the_machine_is_taken_on_and_its_draft_thrown_away(setting, tmp_path):
    flows = tmp_path / "flows"
    shutil.copytree(FLOWS, flows)
    setting.settings = replace(setting.settings, flows=flows)
    (flows / "people.pl.toml").write_text(
        'flow = "people"\nlanguage = "pl"\ntitle = "Ludzie"\n[consent]\nask = "?"\nno = "OK"\n', "utf-8"
    )
    browser = setting.again()
    assert "Ludzie" in (await browser.get("/edit/people/words/pl")).text
    await browser.send("/edit/people/words/pl", **{"Around.title": "Osoby"})
    assert "Osoby" in browser.text

    await browser.send("/edit/people/words/pl", do="discard")
    assert "The draft is gone." in browser.text
    assert "Ludzie" in (await browser.get("/edit/people/words/pl")).text


async def test_what_is_no_language_or_the_questions_own_is_refused(setting):
    browser = written(setting)
    for other in ("english!", "en"):
        assert "Choose a language" in (await browser.get(f"{HERE}/words?language=cy&other={other}")).text
    assert (await browser.get(f"{HERE}/words/en")).status_code == 404
    await browser.fill(f"{HERE}/questions/2", ask="Why?", type="text", asked="some", when_line="x is y")

    assert "Mend what the checker finds first" in (await browser.get(f"{HERE}/words")).text
    assert (await browser.get(WELSH)).status_code == 404


def labels() -> dict[str, str]:
    """The choices of lunch as they stand, which a form of the question has to send again."""
    return {"label-yes_it_was": "Yes, it was", "label-no": "No", "new-label-0": "", "new-label-1": ""}
