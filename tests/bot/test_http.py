"""The network layer against a server that answers word for word what a test says."""

import asyncio
import logging
import os
import ssl
import sys
import traceback
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
from telegram_server.person import Person
from telegram_server.server import TelegramServer

from bot.client import open_bot, username
from bot.http import BotRequest, NotSent, ProviderClock

OK = b'HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{"result": "a"}'
MOVED = b"HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:9/x\r\nContent-Length: 2\r\n\r\n{}"
BROKEN = [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", b"220 mail.example ESMTP\r\n"]
CHUNKED = b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nf\r\n{"result": "a"}\r\n0\r\n\r\n'


class Scripted:
    """Gives its answers in turn, one for each request; b"" hangs up, None stays silent."""

    def __init__(self) -> None:
        self.answers: list[bytes | None] = []
        self.hangs_up_after = False
        self.connections = 0
        self.met = asyncio.Event()
        self.left = asyncio.Event()

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
            self.left.set()


@pytest.fixture
def script() -> Scripted:
    return Scripted()


@pytest_asyncio.fixture
async def port(script: Scripted) -> AsyncIterator[int]:
    async with await asyncio.start_server(script.talk, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


@pytest.fixture
def url(port: int) -> str:
    return f"http://127.0.0.1:{port}/bot4200:canary/x"


@pytest_asyncio.fixture
async def line() -> AsyncIterator[BotRequest]:
    async with BotRequest(2, 5.0, ProviderClock(float)) as line:
        yield line


async def test_one_connection_serves_many_requests(line: BotRequest, url: str, script: Scripted) -> None:
    script.answers = [OK, CHUNKED, OK]

    answers = [await line.post(url) for _ in range(3)]

    assert answers == ["a"] * 3
    assert script.connections == 1


async def test_a_server_that_hung_up_meanwhile_gets_a_new_connection(
    line: BotRequest, url: str, script: Scripted
) -> None:
    script.answers = [OK, OK]
    script.hangs_up_after = True

    assert await line.post(url) == "a"
    await script.left.wait()
    for _ in range(5):  # until the loop has seen the end of the stream
        await asyncio.sleep(0)
    assert await line.post(url) == "a"
    assert script.connections == 2


@pytest.mark.parametrize("answer", BROKEN)
async def test_an_answer_that_is_no_result_is_no_promise_that_nothing_was_taken(
    line: BotRequest, url: str, script: Scripted, answer: bytes
) -> None:
    script.answers = [answer, OK]
    script.hangs_up_after = True

    with pytest.raises(NetworkError) as caught:
        await line.post(url)

    assert not isinstance(caught.value, NotSent)
    assert script.connections == 1
    assert await line.post(url) == "a"


async def test_a_message_is_not_sent_a_second_time_to_where_a_server_points(
    line: BotRequest, url: str, script: Scripted
) -> None:
    script.answers = [MOVED]

    with pytest.raises(NetworkError, match="307") as caught:
        await line.post(url)

    assert not isinstance(caught.value, NotSent)


async def test_an_answer_that_does_not_come_is_left(line: BotRequest, url: str, script: Scripted) -> None:
    script.answers = [None, OK]

    with pytest.raises(TimedOut):
        await line.post(url, read_timeout=0.05)

    assert await line.post(url) == "a"


async def test_a_request_given_up_half_way_does_not_hand_its_answer_to_the_next(
    line: BotRequest, url: str, script: Scripted
) -> None:
    script.answers = [None, OK]
    task = asyncio.create_task(line.post(url))
    await script.met.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    assert await line.post(url) == "a"
    assert script.connections == 2


async def test_no_server_means_not_sent(line: BotRequest) -> None:
    with pytest.raises(NotSent):
        await line.post("http://127.0.0.1:9/x")


async def test_a_connection_that_does_not_come_about_means_not_sent(line: BotRequest, url: str) -> None:
    with pytest.raises(NotSent):
        await line.post(url.replace("http:", "https:"), connect_timeout=0.05)


async def test_waiting_in_vain_for_a_free_connection_means_not_sent(url: str, script: Scripted) -> None:
    script.answers = [None]
    async with BotRequest(1, 5.0, ProviderClock(float)) as line, asyncio.TaskGroup() as others:
        other = others.create_task(line.post(url))
        await script.met.wait()
        with pytest.raises(NotSent):
            await line.post(url, pool_timeout=0.05)
        other.cancel()


async def test_no_log_and_no_error_tells_the_address(
    line: BotRequest, url: str, script: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    script.answers = [OK, *BROKEN, None]
    script.hangs_up_after = True
    told = []

    await line.post(url)
    for address in [*[url] * (len(BROKEN) + 1), url.replace("http:", "https:"), "http://127.0.0.1:9/bot4200:canary/x"]:
        with pytest.raises(NetworkError) as caught:
            await line.post(address, read_timeout=0.05, connect_timeout=0.05)
        told += [repr(caught.value), *traceback.format_exception(caught.value)]

    assert "canary" not in "".join(told) + caplog.text


async def test_a_file_is_sent_with_its_name_and_words(bot_api: TelegramServer, ada: Person) -> None:
    await ada.starts()

    async with open_bot(bot_api.token, bot_api.url) as bot:
        await bot.send_document(ada.id, b"1,2", caption="A table", filename="table.csv")

    heard = await ada.hears()
    assert heard.text == "A table"


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


@pytest_asyncio.fixture
async def secure_url(script: Scripted, certificate: Path) -> AsyncIterator[str]:
    security = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    security.load_cert_chain(certificate)
    async with await asyncio.start_server(script.talk, "127.0.0.1", 0, ssl=security) as server:
        yield f"https://localhost:{server.sockets[0].getsockname()[1]}/x"


async def test_a_server_with_an_unknown_certificate_is_told_nothing(line: BotRequest, secure_url: str) -> None:
    with pytest.raises(NotSent, match="Certificate"):
        await line.post(secure_url)


TRUSTING = """
import asyncio, sys
from bot.http import BotRequest, ProviderClock
async def ask():
    async with BotRequest(1, 5.0, ProviderClock(float)) as line:
        print(await line.post(sys.argv[1]))
asyncio.run(ask())
"""


@pytest.mark.slow
async def test_a_host_may_name_the_certificates_it_trusts(secure_url: str, script: Scripted, certificate: Path) -> None:
    script.answers = [OK]
    trusting = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", TRUSTING, secure_url),
        env=os.environ | {"SSL_CERT_FILE": str(certificate)},
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await trusting.communicate()

    assert said == b"a\n"


@pytest.mark.slow
async def test_a_proxy_of_the_environment_is_used(bot_api: TelegramServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", bot_api.url)
    monkeypatch.delenv("no_proxy", raising=False)

    async with open_bot(bot_api.token, "http://telegram.invalid") as bot:
        assert await username(bot) == "sayso_test_bot"


async def test_a_proxy_that_lets_nothing_through_means_not_sent(
    script: Scripted, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    script.answers = [b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"]
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{port}")
    monkeypatch.delenv("no_proxy", raising=False)

    async with BotRequest(1, 5.0, ProviderClock(float)) as line:
        with pytest.raises(NotSent):
            await line.post("https://telegram.invalid/x")


async def test_each_answer_tells_what_time_it_is_there(url: str, script: Scripted) -> None:
    passed = [100.0]
    clock = ProviderClock(lambda: passed[0])
    script.answers.append(b"HTTP/1.1 200 OK\r\nDate: Sun, 01 Mar 2026 12:00:00 GMT\r\nContent-Length: 2\r\n\r\n{}")
    async with BotRequest(1, 5.0, clock) as line:
        before = clock.now()
        await line.do_request(url, "POST")
        passed[0] += 90
        clock.note(None)
        clock.note("yesterday")

    assert before is None
    assert clock.now() == datetime(2026, 3, 1, 12, 1, 30, tzinfo=UTC)
