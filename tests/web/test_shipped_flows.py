"""Every flow that ships can be answered on the page, from the first question to the thanks."""

from pathlib import Path

import httpx
import pytest

from tests.web.conftest import Visitor
from tests.web.memory import memory_service
from web.app import app

FLOWS = sorted((Path(__file__).parents[2] / "config" / "flows").glob("*.toml"))
MOST_PAGES = 40


def answer_to(page: str) -> dict[str, str]:
    """Return what somebody answers who always picks the first choice."""
    if 'id="option-1"' not in page:
        return {"text": "It went well."}
    return {"choice": page.split('id="option-1"')[1].split('value="')[1].split('"', maxsplit=1)[0]}


@pytest.mark.slow
@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.stem)
async def test_a_shipped_flow_is_answered_page_by_page(path: Path):
    service = memory_service(path)
    transport = httpx.ASGITransport(app(service))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        visitor = Visitor(client)
        page = await visitor.start()
        for _ in range(MOST_PAGES):
            page = await visitor.say(**answer_to(page.text))
            assert page.status_code == 200
            assert len(page.content) < 12_000
            if 'name="about" value="closed"' in page.text:
                break

    assert next(iter(service.conversations.values())).stage == "finished"
    assert "Your return code is" in page.text
    assert service.answers()
