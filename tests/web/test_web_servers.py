"""The two web servers that a host may put in front, with the files that we hand out for them; only places are changed."""

import asyncio
import os
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.mail_servers.machine import free_ports, program
from tests.web.memory import memory_service
from web.app import app, server

pytestmark = pytest.mark.slow
HOST = Path(__file__).parents[2] / "config" / "host"
OWN_DOMAIN = "feedback.example.org"


async def seen(request: Request) -> Response:
    """Say where a request seems to come from."""
    body = await request.body()
    return JSONResponse({"place": request.client.host, "scheme": request.url.scheme, "bytes": len(body)})


@pytest.fixture(scope="module")
def certificate(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("certificate")
    names = f"subjectAltName=DNS:{OWN_DOMAIN},DNS:localhost"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run([*command, "-addext", names], cwd=folder, check=True, capture_output=True)
    return folder


def changed(name: str, places: dict[str, str]) -> str:
    """Return one of our files with other places. Each place must be there."""
    text = (HOST / name).read_text("utf-8")
    for before, after in places.items():
        assert before in text
        text = text.replace(before, after)
    return text


def nginx(folder: Path, certificate: Path, ports: tuple[int, int]) -> list[str]:
    ours, https = ports
    places = {
        "listen 80;": f"listen 127.0.0.1:{free_ports(1)[0]};",
        "listen 443 ssl;": f"listen 127.0.0.1:{https} ssl;",
        "/etc/letsencrypt/live/feedback.example.org/fullchain.pem": str(certificate / "cert.pem"),
        "/etc/letsencrypt/live/feedback.example.org/privkey.pem": str(certificate / "key.pem"),
        "/var/log/nginx/error.log": str(folder / "error.log"),
        "http://127.0.0.1:8000": f"http://127.0.0.1:{ours}",
    }
    kept = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"pid {folder}/pid;\nerror_log stderr crit;\nevents {{}}\nhttp {{\n{kept}{changed('nginx-sayso.conf', places)}}}\n"
    user = "user root;\n" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(user + whole, "utf-8")
    return [program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]


def caddy(folder: Path, certificate: Path, ports: tuple[int, int]) -> list[str]:
    ours, https = ports
    places = {
        "\n\tservers": "\n\tadmin off\n\tauto_https disable_redirects\n\tservers",
        f"\n{OWN_DOMAIN} {{": (
            f"\nhttps://{OWN_DOMAIN}:{https} {{\n\tbind 127.0.0.1\n\ttls {certificate}/cert.pem {certificate}/key.pem"
        ),
        "127.0.0.1:8000": f"127.0.0.1:{ours}",
    }
    (folder / "Caddyfile").write_text(changed("Caddyfile", places), "utf-8")
    return [program("caddy"), "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


@asynccontextmanager
async def in_front(command: list[str], folder: Path, port: int) -> AsyncIterator[None]:
    surroundings = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    nothing = asyncio.subprocess.DEVNULL
    with (folder / "said").open("wb") as said:
        made = await asyncio.create_subprocess_exec(*command, env=surroundings, stdin=nothing, stdout=said, stderr=said)
    try:
        async with asyncio.timeout(20):
            while made.returncode is None and not await listens(port):  # noqa: ASYNC110 - another program tells nobody
                await asyncio.sleep(0.05)
        assert made.returncode is None, (folder / "said").read_text()
        yield
    finally:
        if made.returncode is None:
            made.terminate()
        await made.wait()


async def listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


@pytest.mark.parametrize("put", [nginx, caddy])
async def test_our_file_puts_https_in_front_and_no_stranger_can_say_that_they_are_somewhere_else(
    put, certificate, tmp_path
):
    served = server(app(memory_service(), [Route("/seen", seen, methods=["GET", "POST"])]), "127.0.0.1", 0)
    task = asyncio.create_task(served.serve())
    for _ in iter(lambda: served.started, True):  # noqa: FBT003 - what ends it
        await asyncio.sleep(0)
    https = free_ports(1)[0]
    command = put(tmp_path, certificate, (served.servers[0].sockets[0].getsockname()[1], https))
    trusted = ssl.create_default_context(cafile=str(certificate / "cert.pem"))
    forged = {
        "Host": OWN_DOMAIN,
        "X-Forwarded-For": "203.0.113.9",
        "X-Forwarded-Proto": "http",
        "Forwarded": "for=203.0.113.9",
    }

    async with in_front(command, tmp_path, https), httpx.AsyncClient(verify=trusted) as client:
        base = f"https://127.0.0.1:{https}"
        named = {"sni_hostname": OWN_DOMAIN}
        page = await client.get(f"{base}/", headers=forged, extensions=named)
        place = await client.get(f"{base}/seen", headers=forged, extensions=named)
        long = await client.post(f"{base}/seen", headers=forged, extensions=named, content=bytes(2_000_000))
        longer = await client.post(f"{base}/seen", headers=forged, extensions=named, content=bytes(18_000_000))

    served.should_exit = served.force_exit = True
    await task
    assert (page.status_code, page.headers["x-frame-options"]) == (200, "DENY")
    assert place.json() == {"place": "127.0.0.1", "scheme": "https", "bytes": 0}
    assert long.json()["bytes"] == 2_000_000
    assert longer.status_code in {413, 502, 500, 400}
    assert "203.0.113.9" not in "".join(
        one.read_text("utf-8", "replace") for one in tmp_path.glob("*") if one.is_file()
    )
