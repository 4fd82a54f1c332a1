"""The staff app: five at once on 100,000 comments, searching a million, and suggesting themes."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path

import httpx

from bench.row import Row
from bench.running import PEERS, SAYSO
from bench.staff_queues import queues
from bench.staff_rows import RARE, Town, town
from review.lists.search import ListQuery, listed
from review.text.index_cache import IndexCache
from storage.review.case_list import CaseFilter
from storage.review.search_index import WordIndex

COMMENTS, MANY, EACH = 100_000, 1_000_000, 4
AT_ONCE, ASKED, SEARCHED = 5, 40, 60
_LINK = re.compile(r'class="first" href="/staff(/conversations/\w+)')
_HIDDEN = re.compile(r'name="(csrf|mark|seen)" value="([^"]*)"')
_TEXT = re.compile(r'<section class="card" id="(c\d+)"')

Times = list[float]


def staff() -> Iterator[Row]:
    """Yield how quick suggestions are, how long five members of staff wait, and how long a search takes."""
    yield from _suggesting()
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        with town(Path(folder), talks=COMMENTS, each=1) as filled:
            tokens = [filled.session(f"Ada {number}") for number in range(AT_ONCE)]
            yield from queues(filled)
        yield from asyncio.run(_served(Path(folder), tokens))
    began = time.process_time()
    with tempfile.TemporaryDirectory(prefix="bench") as folder, town(Path(folder), talks=MANY // EACH, each=EACH) as it:
        yield Row(f"{MANY:,} comments, work to seal and store them", f"{time.process_time() - began:.0f} s")
        yield from _searching(it)


async def _served(folder: Path, tokens: list[str]) -> list[Row]:
    port = _free_port()
    environ = {"SAYSO_DATA": str(folder / "data"), "SAYSO_PORT": str(port)}
    async with _running([str(SAYSO), "serve"], folder, port, environ):
        lists, searches, forms, size = await _work(port, tokens)
    port = _free_port()
    async with _running([sys.executable, str(PEERS / "bare_page.py"), str(port), str(size)], folder, port, {}):
        bare = await _all(port, tokens, lambda client, _: _timed(client.get("/")))
    at_once = f"{COMMENTS:,} comments, {AT_ONCE} staff at once"
    against = f"a bare page of as many bytes: {_p95(bare) * 1000:.0f} ms"
    return [
        _aim(f"list, {at_once}: p95", _p95(lists), 0.060),
        Row("  times a page that only stands there", f"{_p95(lists) / _p95(bare):.1f}", against),
        _aim(f"search, {at_once}: p95", _p95(searches), 0.060),
        _aim(f"form, {at_once}: p95", _p95(forms), 0.030),
        Row("  times a page that only stands there", f"{_p95(forms) / _p95(bare):.1f}", against),
    ]


async def _work(port: int, tokens: list[str]) -> tuple[Times, Times, Times, int]:
    """Let everybody open lists, search, and put texts under themes; return how long each took, and a list's size."""
    async with _client(port, tokens[0]) as client:
        page = await _shown(client, "/staff/inbox")
        await _until_indexed(client)
    lists = await _all(port, tokens, lambda client, turn: _timed(client.get(f"/staff/inbox?view={_VIEWS[turn % 3]}")))
    searches = await _all(port, tokens, lambda client, turn: _timed(client.get(f"/staff/inbox?q={_SOUGHT[turn % 2]}")))
    forms = await _all(port, tokens, _FormWork(_LINK.findall(page)).send)
    return lists, searches, forms, len(page.encode())


_VIEWS = ("", "new", "flagged")
_SOUGHT = (RARE, "zzzz")


async def _until_indexed(client: httpx.AsyncClient) -> None:
    """Wait until a search is no longer done by reading everything."""
    while "looked through" in await _shown(client, f"/staff/inbox?q={RARE}"):  # noqa: ASYNC110 - the other process tells nobody
        await asyncio.sleep(1)


class _FormWork:
    """Sends forms: a note, a state and a theme in turn, each about another conversation."""

    def __init__(self, links: Sequence[str]) -> None:
        self._links = links
        self._turns = count()

    async def send(self, client: httpx.AsyncClient, _: int) -> float:
        turn = next(self._turns)
        link = self._links[turn % len(self._links)]
        page = await _shown(client, f"/staff{link}")
        ref, *_more = _TEXT.findall(page)
        path, fields = (
            (f"/staff{link}/note", {"note": "Somebody rings back."}),
            (f"/staff{link}/state", {"state": "read"}),
            (f"/staff/texts/{ref}/code", {"new": f"Calls {turn}"}),
        )[turn % 3]
        origin = str(client.base_url).rstrip("/")
        return await _timed(client.post(path, data={**_hidden(page, path), **fields}, headers={"origin": origin}))


def _hidden(page: str, path: str) -> dict[str, str]:
    """Return what the form that goes there carries that nobody sees."""
    form = page.partition(f'action="{path}')[2].partition("</form>")[0]
    return dict(_HIDDEN.findall(form))


async def _all(port: int, tokens: list[str], work: Callable[[httpx.AsyncClient, int], Awaitable[float]]) -> Times:
    """Let everybody do something over and over, all at once; return how long each time took."""

    async def one(token: str) -> Times:
        async with _client(port, token) as client:
            return [await work(client, turn) for turn in range(ASKED)]

    return [seconds for those in await asyncio.gather(*map(one, tokens)) for seconds in those]


async def _shown(client: httpx.AsyncClient, path: str) -> str:
    """Return a page, making sure that it is one: who is no longer signed in is sent elsewhere."""
    answer = await client.get(path, timeout=60)
    assert answer.status_code == 200, f"{path}: {answer.status_code}"
    return answer.text


async def _timed(asking: Awaitable[httpx.Response]) -> float:
    began = time.perf_counter()
    answer = await asking
    wanted = 200 if answer.request.method == "GET" else 303
    assert answer.status_code == wanted, f"{answer.request.url.path}: {answer.status_code}"
    return time.perf_counter() - began


def _client(port: int, token: str) -> httpx.AsyncClient:
    origin = f"http://127.0.0.1:{port}"
    return httpx.AsyncClient(base_url=origin, cookies={"sayso-staff": token}, timeout=30)


@asynccontextmanager
async def _running(command: list[str], folder: Path, port: int, environ: dict[str, str]) -> AsyncIterator[None]:
    with (folder / "log.txt").open("ab") as log:
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environ}, stdout=log, stderr=log)  # noqa: ASYNC220 - nothing else goes on
    try:
        async with _client(port, "") as client:
            while True:
                assert process.poll() is None, (folder / "log.txt").read_text()
                with suppress(httpx.TransportError):
                    await client.get("/")
                    break
                await asyncio.sleep(0.1)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _suggesting() -> Iterator[Row]:
    told = subprocess.run([sys.executable, "-m", "bench.staff_suggest"], check=True, capture_output=True, text=True)
    rate, memory = map(int, told.stdout.split())
    yield Row("themes suggested, comments a second", f"{rate:,}/s", "aim 1,000", rate >= 1_000)
    yield Row("  memory, learned from 3,000 comments", f"{memory} MB", "aim under 200 MB", memory < 200)


def _searching(filled: Town) -> Iterator[Row]:
    """Search a million comments as the inbox does: what is found is opened too, 25 conversations a page."""
    began = time.process_time()
    index = asyncio.run(_index(filled))
    yield Row(f"index of {MANY:,} comments, work to make it", f"{time.process_time() - began:.0f} s")
    yield Row("  memory", f"{index.memory() / 1e6:.0f} MB")
    common, second, middle = filled.vocabulary[0], filled.vocabulary[1], filled.vocabulary[300]
    asked = {
        "a rare word": RARE,
        "the commonest word": common,
        "two common words": f"{common} {second}",
        "a phrase of two common words": f'"{common} {second}"',
        "a common and a rare word": f"{common} {RARE}",
        "the first three letters of a word": middle[:3],
        "no hit": "zzzz",
    }
    for name, words in asked.items():
        yield _aim(
            f"search of {MANY:,}, {name}: p95",
            _p95(_searched(filled, index, words)),
            0.010 if '"' not in words else 0.050,
        )


async def _index(filled: Town) -> WordIndex:
    indexing = IndexCache()
    while (index := await indexing.current(filled.store.database, filled.store.vault)) is None:
        pass
    return index


def _searched(filled: Town, index: WordIndex, words: str) -> Times:
    times = []
    for _ in range(SEARCHED):
        began = time.perf_counter()
        asked = ListQuery(CaseFilter(), "reviewer", words, index=index)
        filled.store.database.read_now(lambda tx: listed(tx, filled.store.vault, asked))  # noqa: B023 - done at once
        times.append(time.perf_counter() - began)
    return times


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _p95(times: Times) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _aim(name: str, seconds: float, most: float) -> Row:
    return Row(name, f"{seconds * 1000:.0f} ms", f"aim under {most * 1000:.0f} ms", seconds < most)
