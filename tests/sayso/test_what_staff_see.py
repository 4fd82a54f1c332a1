"""What the service tells its staff pages: files of questions as they are now, what is in use, and the last backup."""

from datetime import timedelta

import pytest

from config.load import load_flows, load_words
from config.settings import load_settings
from feedback.errors import Fault, FlowError
from sayso.core.clock import now
from sayso.core.flow_registry import FlowRegistry
from sayso.staff import mount
from sayso.staff.mount import desk_for, flow_files
from storage.messages import downtime


def settings_of(house):
    return load_settings(house.environ, house.folder / "sayso.toml")


def test_every_file_is_checked_as_it_is_now_and_named_without_its_folders(house):
    folder = house.folder / "flows"
    (folder / "broken.toml").write_text('flow = "broken"\n', "utf-8")
    (folder / "tea.cy.toml").write_text("nonsense\n", "utf-8")

    found = {file.name: file for file in flow_files(settings_of(house))}

    assert found["tea.toml"].flow.name == "tea"
    assert (found["broken.toml"].flow, found["tea.cy.toml"].flow) == (None, None)
    for name in ("broken.toml", "tea.cy.toml"):
        assert {fault.file for fault in found[name].faults} == {name}


def test_shared_words_that_cannot_be_read_are_the_one_fault_shown(house, monkeypatch):
    def broken(**_):
        raise FlowError((Fault("/somewhere/words.toml", 3, "odd", "This is odd."),))

    monkeypatch.setattr(mount, "load_words", broken)

    (found,) = flow_files(settings_of(house))

    assert [str(fault) for fault in found.faults] == ["words.toml:3: This is odd."]


async def test_staff_pages_know_what_is_in_use_and_that_nothing_watches_over_a_service_that_does_not_run(house):
    words = load_words()
    registry = FlowRegistry(load_flows(house.folder / "flows", words), words, "tea")
    settings = settings_of(house)
    with house.store() as opened:
        set_up = desk_for(settings, opened, registry, now).set_up

        assert (set_up.has_mail, set_up.current("tea"), set_up.current("none")) == (False, registry.default, None)
        assert "tea.toml" in [file.name for file in set_up.files()]
        assert await set_up.troubles() == ()


@pytest.mark.slow
def test_a_backup_is_remembered_by_its_time(house):
    with house.store() as opened:
        assert opened.database.read_now(lambda tx: downtime.alive_at(tx, channel="backup")) is None

    assert house.run("backup", "kept").code == 0

    with house.store() as opened:
        at = opened.database.read_now(lambda tx: downtime.alive_at(tx, channel="backup"))
        assert opened.database.read_now(downtime.ledger) == ()
    assert now() - at < timedelta(minutes=5)
