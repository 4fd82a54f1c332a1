"""schemathesis asks every page for staff, as each role, and every page for people, what nobody would ask.

The pages have no schema: one is made here of the tables of addresses and of every form that a walk finds. A run by
night asks more: SAYSO_SCHEMATHESIS is the number of requests of each role.
"""

import asyncio
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case

from review.app import PAGES
from review.http.roles import ROLES
from storage.db.ids import new_id
from tests.review.walk import HOLES, ORIGIN, PATTERNS, Demo, Fields, Read, demo, walk
from tests.samples import every
from tests.web.memory import INVITATION, memory_service
from web.app import app, routes

pytestmark = [pytest.mark.slow, pytest.mark.uncounted]

REQUESTS = int(os.environ.get("SAYSO_SCHEMATHESIS", "15"))
MANY = 60
"""So many requests reach something that is there, and something that is not."""
PEOPLE_SEND = {
    "text": {"yes", "1", "I was not asked."},
    "choice": {"yes", "no", "o1"},
    "command": {"skip", "back", "help"},
    "code": {"AAAA-BBBB-0000"},
}
ALL_HEALTH_CHECKS = list(HealthCheck)

Known = dict[tuple[str, str], Fields]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with demo(tmp_path_factory.mktemp("demo")) as filled:
        yield filled


def known_of(pages: Iterable[Read]) -> Known:
    """What the forms of some pages send, by method and address."""
    known: Known = defaultdict(lambda: defaultdict(set))
    for page in pages:
        for key, fields in page.forms.items():
            for name, values in fields.items():
                known[key][name] |= values
    return known


def ids_of(addresses: Iterable[str]) -> dict[str, Fields]:
    """What stood in the holes of addresses, by pattern and name."""
    found: dict[str, Fields] = defaultdict(lambda: defaultdict(set))
    for address in addresses:
        for name, pattern in PATTERNS.items():
            if match := pattern.fullmatch(address):
                for hole, value in match.groupdict().items():
                    found[name][hole].add(value)
    return found


def schema_of(table: Iterable[tuple[str, str]], known: Known, ids: dict[str, Fields]) -> dict[str, Any]:
    """Addresses as OpenAPI: any words in any field, and often what the forms and links hold."""
    paths: dict[str, Any] = defaultdict(dict)
    for method, path in table:
        fields = known.get((method, path), {})
        asked = [parameter(name, "path", ids.get(path, {}).get(name, set())) for name in HOLES.findall(path)]
        operation: dict[str, Any] = {"parameters": asked, "responses": {"default": {"description": "a page"}}}
        if method == "GET":
            asked += [parameter(name, "query", values) for name, values in fields.items()]
        else:
            sent = {name: any_of(values) for name, values in fields.items() if name not in ("csrf", "mark")}
            form = {"type": "object", "properties": sent, "additionalProperties": {"type": "string"}}
            operation["requestBody"] = {"content": {"application/x-www-form-urlencoded": {"schema": form}}}
        paths[path][method.lower()] = operation
    return {"openapi": "3.0.3", "info": {"title": "pages", "version": "1"}, "paths": dict(paths)}


def parameter(name: str, place: str, values: set[str]) -> dict[str, Any]:
    return {"name": name, "in": place, "required": place == "path", "schema": any_of(values)}


def any_of(values: set[str]) -> dict[str, Any]:
    return {"anyOf": [{"type": "string"}, *([{"type": "string", "enum": sorted(values)}] if values else [])]}


def ask_all(schema: dict[str, Any], ask: Callable[[Case], None], requests: int = REQUESTS) -> None:
    """Draw requests and send them: other ones in each run."""
    operations = [found.ok() for found in schemathesis.openapi.from_dict(schema).get_all_operations()]
    drawn = st.one_of([operation.as_strategy() for operation in operations])
    seeded = settings(
        max_examples=requests,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=ALL_HEALTH_CHECKS,
    )

    @seeded
    @given(drawn)
    def ask_each(case: Case) -> None:
        ask(case)

    ask_each()


async def send(client: httpx.AsyncClient, case: Case, **fields: str) -> httpx.Response:
    body = {**case.body, **fields} if isinstance(case.body, dict) else fields
    query = {name: value for name, value in (case.query or {}).items() if isinstance(value, str)}
    return await client.request(
        case.method, case.formatted_path, params=query, data=body or None, headers={"origin": ORIGIN}
    )


def judge(case: Case, answer: httpx.Response) -> None:
    asked = f"{case.method} {case.formatted_path} {answer.status_code}"
    assert answer.status_code < 500, asked
    assert "Traceback" not in answer.text, asked
    assert "content-security-policy" in answer.headers, asked
    if answer.status_code >= 400:
        assert answer.headers["content-type"].startswith("text/html"), asked
        assert "<h1" in answer.text, asked


@pytest.mark.parametrize("role", ["", *every(ROLES, 2)])
def test_no_request_of_anybody_makes_a_staff_page_fall_over(town: Demo, role: str):
    statuses: set[int] = set()
    with asyncio.Runner() as runner:
        seen = runner.run(walk(town.client(role or "reviewer")))
        table = [(page.method, f"/staff{page.path}") for page in PAGES]
        schema = schema_of(table, known_of(seen.values()), ids_of(seen))

        def ask(case: Case) -> None:
            client = town.client(role)
            token = client.cookies.get("sayso-staff", "")
            answer = runner.run(send(client, case, csrf=town.desk.vault.stamp("csrf", token), mark=new_id()))
            statuses.add(answer.status_code)
            judge(case, answer)

        ask_all(schema, ask)

    assert {303} <= statuses if not role else REQUESTS < MANY or {200, 404} <= statuses


def test_no_request_makes_a_page_for_people_fall_over():
    door = memory_service()
    table = [(method, one.path) for one in routes(door) for method in one.methods - {"HEAD"}]
    schema = schema_of(
        table,
        {("POST", "/talk"): PEOPLE_SEND, ("POST", "/return"): PEOPLE_SEND},
        {path: {"token": {INVITATION}, "flow": {door.flow.name}, "name": {"style.css"}} for _, path in table},
    )
    statuses = set()
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=httpx.ASGITransport(app(door)), base_url=ORIGIN)

        def ask(case: Case) -> None:
            shown = runner.run(begun(client))
            answer = runner.run(send(client, case, **shown))
            statuses.add(answer.status_code)
            judge(case, answer)

        ask_all(schema, ask, 5 * REQUESTS)

    assert REQUESTS < MANY or {200, 303, 404} <= statuses
    assert REQUESTS < MANY or door.raw, "Some of it was taken as an answer."


async def begun(client: httpx.AsyncClient) -> dict[str, str]:
    """What the open question sends unseen; a talk is begun where there is none."""
    shown = await client.get("/talk")
    if 'name="about"' not in shown.text:
        await client.post("/start", headers={"origin": ORIGIN})
        shown = await client.get("/talk")
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', shown.text))
