"""The report as a page in a real browser: every rule of axe, and no scrolling sideways on a narrow screen."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Browser

from report.build.document_builder import document
from report.build.easy_read import easy_document
from report.build.report import build
from report.formats.html import to_html
from tests.browser.conftest import WIDTH, faults
from tests.report.conftest import flow_file, respond
from tests.report.survey import leads, signatories

__all__ = ["flow_file", "respond"]  # fixtures of the report's tests, used here

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(("name", "rows"), [("trust_leads", leads), ("signatories", signatories)])
@pytest.mark.parametrize("draw", [document, easy_document])
async def test_a_report_is_accessible_on_a_narrow_screen(browser: Browser, flow_file, respond, name, rows, draw):
    flow = flow_file(name)
    report = build(name, rows(flow, respond), {flow.version_id: flow}, 92)
    page = await browser.new_page(viewport={"width": 320, "height": 640})

    await page.set_content(to_html(draw(report)))
    await page.evaluate(AXE_SCRIPT)

    assert (await faults(page, "light"), await page.evaluate(WIDTH)) == ([], 0)
    await page.close()
