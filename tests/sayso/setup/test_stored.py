"""What is set in the browser stands over the file and under the environment, and its files are laid out to be read."""

import pytest

from config.load import flow_paths, load_words
from config.settings import SettingsError, load_settings, origin
from sayso.core.clock import now
from sayso.setup import port
from sayso.setup.stored import take_up, with_stored
from storage.settings import values
from storage.settings.values import SettingChange
from storage.tables import setting_files
from tests.tea import TEA

TOKEN = {"telegram_token": "123:abc"}


@pytest.fixture
def change() -> SettingChange:
    return SettingChange("Ada", now())


def put(opened, change, **stored: str) -> None:
    for name, value in stored.items():
        opened.database.write_now(lambda tx, name=name, value=value: values.put(tx, name, value, change))


def test_the_environment_stands_over_the_browser_and_the_browser_over_the_file(tmp_path):
    file = tmp_path / "sayso.toml"
    file.write_text('organisation = "of the file"\nport = 9000\n')
    environ = {"SAYSO_PUBLIC_URL": "https://say.example.org"}
    plain = load_settings(environ, file)

    found = with_stored(plain, {"organisation": "of the browser", "public_url": "https://no.example.org", **TOKEN})

    assert (found.organisation, found.public_url, found.port) == ("of the browser", "https://say.example.org", 9000)
    assert found.telegram_token.reveal() == "123:abc"
    names = ("public_url", "organisation", "port", "mail_address")
    assert [origin(plain.sources, name, {"organisation": "x"}) for name in names] == [
        "environment",
        "browser",
        "file",
        "default",
    ]


def test_a_fault_names_what_to_do_and_no_secret(tmp_path):
    plain = load_settings({}, tmp_path / "none.toml")
    with pytest.raises(SettingsError) as raised:
        with_stored(plain, {"telegram_token": "marmalade"})

    assert "set in the browser" in str(raised.value)
    assert "marmalade" not in str(raised.value)
    assert port.faults(plain, {"mail_address": "feedback@example.org"})


@pytest.mark.slow
def test_channels_are_left_out_first_and_everything_at_last(house, change):
    environ = {name: value for name, value in house.environ.items() if name != "SAYSO_ORGANISATION"}
    settings = load_settings(environ, house.folder / "sayso.toml")
    with house.store() as opened:
        put(opened, change, organisation="Harbour House", **TOKEN)
        whole, first, last = (take_up(settings, opened, left_out=number) for number in range(3))

    assert (whole.settings.organisation, whole.settings.telegram_token.reveal()) == ("Harbour House", "123:abc")
    assert (first.settings.organisation, first.settings.telegram_token) == ("Harbour House", None)
    assert (last.settings, last.has_stored) == (settings, False)


@pytest.mark.slow
def test_written_files_are_laid_out_and_those_that_are_gone_are_removed(house, change):
    settings = load_settings(house.environ, house.folder / "sayso.toml")
    own = 'texts.yes = "Yes please"\n'
    with house.store() as opened:
        for path, text in (("flows/own.toml", TEA), ("flows/tea.toml", TEA), ("words/en/words.toml", own)):
            row = {"path": path, "state": "published", "text": text, "changed_at": change.at, "changed_by": change.by}
            opened.database.write_now(lambda tx, row=row: tx.execute(setting_files.insert(), row))
        take_up(settings, opened)
        found = {path.name: path for path in flow_paths(settings.flows, settings.written)}
        assert found["own.toml"].parent == found["tea.toml"].parent == settings.written / "flows"
        assert load_words(written=settings.written).texts["yes"] == "Yes please"

        gone = setting_files.delete().where(setting_files.c.path == "flows/own.toml")
        opened.database.write_now(lambda tx: tx.execute(gone))
        take_up(settings, opened)
        assert "own.toml" not in {path.name for path in flow_paths(settings.flows, settings.written)}
