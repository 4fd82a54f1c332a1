"""Figures that staff publish in the browser are kept as those of the command are, and held apart from them."""

import pytest

from config.settings import load_settings
from feedback.errors import SaysoError
from sayso.core.clock import now
from sayso.core.flow_registry import registry_for
from sayso.staff.service import service_for


@pytest.mark.slow
def test_figures_are_published_once_and_not_again_before_enough_people_came(house):
    house.finishes("yes", "I like it", person=7)
    settings = load_settings(house.environ, house.folder / "sayso.toml")
    with house.store() as opened:
        service = service_for(settings, opened, registry_for(settings), now)
        assert service.published("tea") == {}

        service.publish("tea")
        service.publish("tea")

        ((name, report),) = service.published("tea").items()
    assert (name.startswith("tea-"), report.responses, report.method.made_on) == (True, 1, now().date())
    assert house.run("report", "tea", "--published", name).code == 0
    house.finishes("no", "I do not", person=8)
    with house.store() as opened, pytest.raises(SaysoError):
        service_for(settings, opened, registry_for(settings), now).publish("tea")
