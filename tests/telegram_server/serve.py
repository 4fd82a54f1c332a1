"""The Bot API server as a program of its own: `python tests/telegram_server/serve.py [--port N] [--control N]`.

Prints one line of JSON when it is ready: {"url", "token", "control"}. Runs until it is interrupted or its standard
input is closed, so that it never outlives the program that started it.
"""

import argparse
import asyncio
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:] = [str(HERE.parent), *(place for place in sys.path if Path(place or ".").resolve() != HERE.resolve())]

from aiohttp import web  # noqa: E402 - this folder must leave the path first, its module names are not unique
from telegram_server.control import Control  # noqa: E402
from telegram_server.server import TelegramServer  # noqa: E402


async def serve(port: int, control_port: int, *, record: bool) -> None:
    async with TelegramServer(port=port, record=record) as server:
        runner = web.ServerRunner(web.Server(Control(server).answer, access_log=None), shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", control_port)
        await site.start()
        control = f"http://127.0.0.1:{runner.addresses[0][1]}"
        sys.stdout.write(json.dumps({"url": server.url, "token": server.token, "control": control}) + "\n")
        sys.stdout.flush()
        await _input_closed()
        await runner.cleanup()


async def _input_closed() -> None:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, default=0, help="of the Bot API; any free one if 0")
    options.add_argument("--control", type=int, default=0, help="port of the control interface")
    options.add_argument("--record", action="store_true", help="keep every call for the referee; costs memory")
    given = options.parse_args()
    asyncio.run(serve(given.port, given.control, record=given.record))


if __name__ == "__main__":
    main()
