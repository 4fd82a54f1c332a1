import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))


def pytest_configure(config: pytest.Config) -> None:
    if not config.pluginmanager.has_plugin("mail_servers.plugin"):
        config.pluginmanager.import_plugin("mail_servers.plugin")
