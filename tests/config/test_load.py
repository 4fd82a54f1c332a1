"""Words, flows and signposts from their files."""

import shutil
from pathlib import Path

import pytest

from config.load import FLOWS, HOME, load_flows, load_words
from feedback.errors import FlowError
from feedback.flows.words import COMMANDS
from feedback.listening.answer_parser import command_in


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a copy of the shipped words, signposts and flows, to break."""
    shutil.copytree(HOME / "words", tmp_path / "words")
    shutil.copytree(FLOWS, tmp_path / "flows")
    shutil.copy(HOME / "signposts.toml", tmp_path)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def codes(house: Path, language: str = "en") -> list[str]:
    with pytest.raises(FlowError) as raised:
        load_words(language, house)
    return sorted(fault.code for fault in raised.value.faults)


def test_every_command_can_be_typed_in_several_ways_and_has_a_label() -> None:
    words = load_words("en")
    for command in COMMANDS:
        assert sum(meant == command for meant in words.commands.values()) >= 3
        assert 0 < len(words.labels[command]) <= 20
    assert command_in("I want to STOP.", words) == "stop"
    assert command_in("Don’t remind me", words) == "no_reminders"
    assert command_in("I had to stop my tablets", words) is None


def test_the_version_of_the_words_changes_with_what_people_read(house: Path) -> None:
    before = load_words("en", house).version
    edit(house / "signposts.toml", 'audience = "under 19"', 'audience = "under 18"')
    assert load_words("en", house).version == before
    edit(house / "words/en/words.toml", 'yes = "Yes"', 'yes = "Yes please"')
    assert load_words("en", house).version != before


def test_every_fault_of_every_file_of_words_comes_at_once(house: Path) -> None:
    words = house / "words/en/words.toml"
    edit(words, 'back = "Back"', 'bck = "Back"')
    edit(words, 'back = ["back"', 'back = ["stop"')
    edit(words, "until = 9", "until = 30")
    edit(words, "Europe/London", "Europe/Londinium")
    edit(words, 'yes = "Yes"', 'yes = "Yes {"')
    edit(words, 'help_first = "', 'help_frst = "')
    edit(house / "words/en/safeguarding.toml", 'tag = "child_at_risk"', 'tag = "child_at_risks"')
    edit(house / "words/en/safeguarding.toml", 'words = "(noose', 'words = "((noose')
    edit(house / "signposts.toml", 'contact = "116 123"', "")
    edit(house / "signposts.toml", '"northern ireland"', '"ulster"')
    edit(house / "signposts.toml", "always_open = true", "always_open = true\nchecked_on = 2026-05-01\nhour = 1")
    assert codes(house) == [
        *("check-half", "key-missing", "key-missing", "phrase-form", "placeholder", "said-twice", "text-missing"),
        *("unknown-key", "unknown-key", "unknown-tag", "unknown-word", "wrong-kind", "zone-unknown"),
    ]


def test_parts_of_the_wrong_kind_are_faults_and_nothing_worse(house: Path) -> None:
    (house / "words/en/safeguarding.toml").write_text("phrase = 3\n", "utf-8")
    (house / "signposts.toml").write_text('signpost = ["999"]\n', "utf-8")
    edit(house / "words/en/words.toml", "[quiet]", "[quite]")
    edit(house / "words/en/words.toml", "[yesno]\n", "[yesnoo]\n")
    edit(house / "words/en/words.toml", "[texts]\n", "yesno = 1\n[texts]\n")
    edit(house / "words/en/words.toml", 'yes = "Yes"', "yes = 1")
    assert codes(house) == [
        *("text-missing", "unknown-key", "unknown-key"),
        *("wrong-kind", "wrong-kind", "wrong-kind", "wrong-kind"),
    ]


def test_a_check_signed_by_a_person_is_read(house: Path) -> None:
    edit(
        house / "signposts.toml",
        "always_open = true",
        'always_open = true\nchecked_on = 2026-05-01\nchecked_by = "Ada"',
    )
    first = load_words("en", house).signposts[0]
    assert (first.name, str(first.checked_on), first.checked_by) == ("Emergency", "2026-05-01", "Ada")


def test_files_that_are_missing_or_not_in_utf_8_are_faults(house: Path) -> None:
    (house / "signposts.toml").unlink()
    (house / "words/en/safeguarding.toml").write_bytes(b"\xff\xfe")
    assert codes(house) == ["file-missing", "not-utf-8"]


def test_another_language_is_measured_against_english(house: Path) -> None:
    shutil.copytree(house / "words/en", house / "words/cy")
    assert load_words("cy", house).language == "cy"
    edit(house / "words/cy/words.toml", 'tell_me_more = "Tell me more"\n', "")
    edit(house / "words/cy/words.toml", 'no = "No"', 'no = "No {name}"')
    assert codes(house, "cy") == ["placeholder-mismatch", "translation-missing"]


def test_words_for_distress_in_another_language_can_be_switched_off_and_their_faults_are_named(house: Path) -> None:
    polish, welsh = house / "words/distress/pl.toml", house / "words/distress/cy.toml"
    edit(polish, "show = true", "show = false")
    edit(welsh, 'checked_by = ""', 'checked_by = "Ada"')
    words = load_words("en", house)
    assert "pl" not in words.distress
    assert words.distress["cy"].checked_by == "Ada"
    assert words.distress["cy"].beside("go_on", "Go on") == "Mynd ymlaen"
    assert words.distress["de"].beside("go_on", "Go on") == "Weitermachen / Go on"
    edit(polish, "{first}", "999")
    edit(welsh, "heard = ", "herd = ")
    assert codes(house) == ["distress-words", "distress-words", "unknown-key"]


def test_every_fault_of_every_flow_comes_at_once(house: Path) -> None:
    flows, words = house / "flows", load_words("en")
    edit(flows / "people.toml", 'type = "place"', 'type = "plaice"')
    edit(flows / "open_door.toml", 'flow = "open_door"', 'flow = "signatories"')
    (flows / "people.cy.toml").write_text('flow = "people"\n', "utf-8")
    (flows / "trust_leads.cy.toml").write_text(
        'flow = "trust_leads"\nlanguage = "cy"\n[question.a1]\nask = "Sut?"\n', "utf-8"
    )
    (flows / "late.toml").write_bytes(b"\xff")
    with pytest.raises(FlowError) as raised:
        load_flows(flows, words)
    found = {(Path(fault.file).name, fault.code) for fault in raised.value.faults}
    assert found == {
        ("people.toml", "unknown-type"),
        ("signatories.toml", "flow-repeated"),
        ("people.cy.toml", "translation-flow"),
        ("trust_leads.cy.toml", "key-missing"),
        ("trust_leads.cy.toml", "translation-lacks-choice"),
        ("late.toml", "not-utf-8"),
    }


def test_a_folder_without_flows_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FlowError, match="There is no flow in this folder"):
        load_flows(tmp_path, load_words("en"))


def test_a_file_for_distress_that_leads_nowhere_is_named(house: Path) -> None:
    polish = house / "words/distress/pl.toml"
    polish.unlink()
    polish.symlink_to(house / "nowhere.toml")

    assert codes(house) == ["file-missing"]
