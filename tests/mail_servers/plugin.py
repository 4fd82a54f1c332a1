"""Fixtures that give a test real mail servers. A conftest loads this module with `import_plugin`, as here:

    sys.path.insert(0, str(Path(__file__).parents[1]))

    def pytest_configure(config):
        if not config.pluginmanager.has_plugin("mail_servers.plugin"):
            config.pluginmanager.import_plugin("mail_servers.plugin")

- `dovecot` is a Dovecot of the test's own (0.1 s), which it may stop, kick, freeze and renumber.
- `make_dovecot(extra)` makes more of them, with more configuration.
- `house` plays the rest of sayso for the taking in of mail (house.py); scripted.py has servers that misbehave.
- `postfix` is the run's one Postfix, with `postfix.dovecot` behind it; both are emptied for each test.
"""

import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import pytest_asyncio
from mail_servers.dovecot import Dovecot
from mail_servers.house import House
from mail_servers.machine import make_certificate
from mail_servers.postfix import Postfix


@pytest.fixture(scope="session")
def mail_certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the certificate and the key of every mail server of the run."""
    folder = tmp_path_factory.mktemp("certificate")
    make_certificate(folder)
    return folder


@pytest.fixture
def make_dovecot(mail_certificate: Path) -> Iterator[Callable[..., Dovecot]]:
    with ExitStack() as stack:
        yield lambda extra="": _started(stack, mail_certificate, extra)


@pytest.fixture
def dovecot(make_dovecot: Callable[..., Dovecot]) -> Dovecot:
    return make_dovecot()


@pytest.fixture(scope="session")
def one_postfix(mail_certificate: Path) -> Iterator[Postfix]:
    """The Postfix of the whole run: the first start of one takes seconds."""
    with ExitStack() as stack:
        server = Postfix(_folder(stack, mail_certificate), _started(stack, mail_certificate))
        server.start()
        stack.callback(server.stop)
        yield server


@pytest.fixture
def postfix(one_postfix: Postfix) -> Postfix:
    one_postfix.empty()
    one_postfix.dovecot.empty()
    return one_postfix


@pytest_asyncio.fixture
async def house() -> AsyncIterator[House]:
    house = House()
    yield house
    await house.leave()


def _started(stack: ExitStack, certificate: Path, extra: str = "") -> Dovecot:
    server = Dovecot(_folder(stack, certificate), extra)
    stack.callback(server.stop)
    server.start()
    return server


def _folder(stack: ExitStack, certificate: Path) -> Path:
    """Return a folder with a short path, as sockets need one, that servers which are not root may pass through."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mx", dir="/tmp", ignore_cleanup_errors=True)))
    folder.chmod(0o755)
    for name in ("cert.pem", "key.pem"):
        shutil.copy(certificate / name, folder / name)
    return folder
