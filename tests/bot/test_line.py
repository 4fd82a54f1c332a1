"""The network layer against a server that answers word for word what a test says."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest
from telegram_server.server import TelegramServer

from bot.client import open_bot, username
from bot.line import Line, NotSent

OK = b'HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{"result": "a"}'
CHUNKED = b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nf\r\n{"result": "a"}\r\n0\r\n\r\n'


class Scripted:
    """Gives its answers in turn, one for each request; b"" hangs up, None stays silent."""

    def __init__(self) -> None:
        self.answers: list[bytes | None] = []
        self.hangs_up_after = False
        self.connections = 0
        self.met = asyncio.Event()

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.met.set()
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                answer = self.answers.pop(0)
                if answer is None:
                    await reader.read()
                writer.write(answer or b"")
                if not answer or self.hangs_up_after:
                    break
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()


@pytest.fixture
def script() -> Scripted:
    return Scripted()


@pytest_asyncio.fixture
async def url(script: Scripted) -> AsyncIterator[str]:
    async with await asyncio.start_server(script.talk, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/x"


@pytest_asyncio.fixture
async def line(url: str) -> AsyncIterator[Line]:
    # It needs no address, but has to hang up before the server does: from Python 3.12 on a server waits for that.
    line = Line(2, 5.0)
    yield line
    await line.shutdown()


async def get(line: BaseRequest, url: str, seconds: float = 5.0) -> bytes:
    return await line.retrieve(url, read_timeout=seconds)


async def test_one_connection_serves_many_requests(line: Line, url: str, script: Scripted) -> None:
    script.answers = [OK, CHUNKED, OK]

    answers = [await get(line, url) for _ in range(3)]

    assert answers == [b'{"result": "a"}'] * 3
    assert script.connections == 1


async def test_a_server_that_hung_up_meanwhile_gets_a_new_connection(line: Line, url: str, script: Scripted) -> None:
    script.answers = [OK, OK]
    script.hangs_up_after = True

    assert await get(line, url) == b'{"result": "a"}'
    while not line._idle[0].reader.at_eof():  # noqa: ASYNC110 - the end of the stream has no event
        await asyncio.sleep(0)
    assert await get(line, url) == b'{"result": "a"}'
    assert script.connections == 2


@pytest.mark.parametrize(
    "answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", b"220 mail.example ESMTP\r\n"]
)
async def test_an_answer_that_breaks_off_is_no_promise_that_nothing_was_taken(
    line: Line, url: str, script: Scripted, answer: bytes
) -> None:
    script.answers = [answer, OK]
    script.hangs_up_after = True

    with pytest.raises(NetworkError) as caught:
        await get(line, url)

    assert not isinstance(caught.value, NotSent)
    assert await get(line, url) == b'{"result": "a"}'


async def test_an_answer_that_does_not_come_is_left(line: Line, url: str, script: Scripted) -> None:
    script.answers = [None, OK]

    with pytest.raises(TimedOut):
        await get(line, url, seconds=0.05)

    assert await get(line, url) == b'{"result": "a"}'


async def test_a_request_given_up_half_way_does_not_hand_its_answer_to_the_next(
    line: Line, url: str, script: Scripted
) -> None:
    script.answers = [None, OK]
    task = asyncio.create_task(get(line, url))
    await script.met.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    assert await get(line, url) == b'{"result": "a"}'
    assert script.connections == 2


async def test_no_server_means_not_sent(line: Line) -> None:
    with pytest.raises(NotSent):
        await get(line, "http://127.0.0.1:9/x")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    today = datetime(2026, 1, 1, tzinfo=UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - timedelta(days=3650))
        .not_valid_after(today + timedelta(days=36500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "localhost.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


async def test_a_server_is_trusted_only_by_its_certificate(
    line: Line, script: Scripted, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script.answers = [OK]
    security = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    security.load_cert_chain(certificate)
    async with await asyncio.start_server(script.talk, "127.0.0.1", 0, ssl=security) as server:
        url = f"https://localhost:{server.sockets[0].getsockname()[1]}/x"
        with pytest.raises(NotSent, match="SSLCertVerificationError"):
            await get(line, url)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        trusting = Line(1, 5.0)
        assert await get(trusting, url) == b'{"result": "a"}'
        await trusting.shutdown()


async def test_a_proxy_of_the_environment_is_used(bot_api: TelegramServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", bot_api.url)
    monkeypatch.delenv("no_proxy", raising=False)

    async with open_bot(bot_api.token, "http://telegram.invalid") as bot:
        assert await username(bot) == "sayso_test_bot"
