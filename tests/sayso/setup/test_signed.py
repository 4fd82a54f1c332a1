"""Who signs is set in the browser or by the host, and stands in chats, on pages and under what staff write."""

import pytest

from config.settings import SettingsError, load_settings
from sayso.core.flow_registry import registry_for
from sayso.setup.stored import with_stored
from sayso.staff.mount import desk_for


def test_who_signs_comes_from_the_settings_and_the_browser_and_reaches_every_flow(house):
    plain = load_settings(house.environ, house.folder / "none")
    named = with_stored(plain, {"signed_by": "the Involvement Team", "reach_us": "0117 496 0000"})
    signature = "This is from the Involvement Team.\nYou can reach us: 0117 496 0000"

    registry = registry_for(named)
    with house.store() as store:
        desk = desk_for(named, store, registry, lambda: None)

    assert registry_for(plain).words.signature == ""
    assert registry.words.signature == registry.default.words.signature == desk.signature == signature
    assert registry.default.version_id == registry_for(plain).default.version_id


def test_a_signature_of_two_lines_is_refused(house):
    with pytest.raises(SettingsError, match="SAYSO_SIGNED_BY"):
        load_settings({**house.environ, "SAYSO_SIGNED_BY": "Ada\nCal"}, house.folder / "none")
