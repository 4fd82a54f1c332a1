"""Several people of an organisation fill in a self-assessment by their own links, sign it off, and get it back."""

from datetime import UTC, datetime

import httpx
import pytest
from sqlalchemy import insert
from starlette.applications import Starlette

from config.load import load_words
from config.standards_files import load_standards
from feedback.standards.standard import in_versions
from review.text.self_assessments import TOO_FEW, StandardShelf
from sayso.channels.own_checks import StoredOwnChecks
from storage.db.errors import Unreachable
from storage.organisations import assessments
from storage.tables import organisations
from web.app import app
from web.organisations import own_check

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Site:
    """As much of the service as these pages ask for."""

    organisation, public_url, telegram_link, mail_address = "Harbour Trust", "http://127.0.0.1:8000", "", ""
    words = load_words()


@pytest.fixture
def links(sqlite_db, vault):
    """A self-assessment with links for two people: (tokens, id)."""

    def job(tx):
        tx.execute(insert(organisations), {"id": "trust", "name": "Example Trust"})
        begun = assessments.begin(tx, organisation_id="trust", standard="4pi", version=1, now=NOW)
        roles = ("chair", "carer lead")
        made = [assessments.make_link(tx, vault, assessment_id=begun, role=role, now=NOW) for role in roles]
        return [one.token for one in made], begun

    return sqlite_db.write_now(job)


@pytest.fixture
async def browser(sqlite_db, vault):
    shelf = StandardShelf(in_versions(load_standards()))
    checks = StoredOwnChecks((sqlite_db, vault), shelf, lambda _, __: None, lambda: NOW)
    application: Starlette = app(Site(), own_check.routes(Site(), checks))
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(transport=transport, base_url=Site.public_url, follow_redirects=True) as client:
        yield client


async def test_two_people_fill_it_in_and_one_signs_off_and_both_get_it_back(browser, links, sqlite_db, vault):
    (chair, carer), begun = links
    page = await browser.get(f"/own-check/{chair}")
    assert "Example Trust: The five Ps of involvement" in page.text
    form = {"standing": "partly", "evidence": "We <b>ask</b>.", "due": "2026-09-01", "action": "Ask", "seen": "0"}

    page = await browser.post(f"/own-check/{chair}/equals", data=form)
    assert page.url.path == f"/own-check/{chair}/listen"
    page = await browser.post(f"/own-check/{carer}/equals", data=form | {"standing": "met"})
    assert page.status_code == 400
    assert "Somebody else wrote here" in page.text
    assert "We &lt;b&gt;ask&lt;/b&gt;." in page.text
    assert 'name="seen" value="1"' in page.text
    await browser.post(f"/own-check/{carer}/equals", data=form | {"standing": "met", "seen": "1"})
    assert (
        sqlite_db.read_now(lambda tx: assessments.entries(tx, vault, assessment_id=begun))["equals"].standing == "met"
    )
    last = await browser.post(f"/own-check/{carer}/good_for_them", data={"standing": "not"})
    assert last.url.path == f"/own-check/{carer}"

    unsure = await browser.post(f"/own-check/{carer}/sign-off", data={"sure": ""})
    assert "This is signed off." not in unsure.text
    signed = await browser.post(f"/own-check/{carer}/sign-off", data={"sure": "yes"})
    assert "This is signed off." in signed.text
    assert TOO_FEW in signed.text
    found = sqlite_db.read_now(lambda tx: assessments.one(tx, assessment_id=begun))
    assert found.signed_off_by == "carer lead"
    assert "cannot be changed" in (await browser.post(f"/own-check/{chair}/equals", data=form)).text
    for length in ("whole", "board"):
        assert (await browser.get(f"/own-check/{chair}/file/{length}")).content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"due": "soon"}, "Write the day like this"),
        ({"seen": "x"}, "Write the day like this"),
        ({"link": "javascript:alert(1)"}, "must begin with https"),
        ({"standing": "perhaps"}, "Choose one of the list"),
    ],
)
async def test_what_cannot_be_kept_is_shown_again_with_what_was_typed(browser, links, fields, problem):
    page = await browser.post(f"/own-check/{links[0][0]}/equals", data={"evidence": "Our words."} | fields)

    assert page.status_code == 400
    assert problem in page.text
    assert "Our words." in page.text


async def test_a_link_that_is_none_opens_nothing_and_a_form_of_another_site_is_refused(browser, links):
    for path in ("", "/equals", "/file/whole"):
        assert (await browser.get(f"/own-check/{'a' * 26}{path}")).status_code == 404
    for path in ("/equals", "/sign-off"):
        assert (await browser.post(f"/own-check/{'a' * 26}{path}", data={"seen": "0"})).status_code == 404
    mine = f"/own-check/{links[0][0]}"
    assert (await browser.get(f"{mine}/nothing")).status_code == 404
    assert (await browser.get(f"{mine}/file/all")).status_code == 404
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert (await browser.post(f"{mine}/sign-off", headers=foreign, data={"a": "b"})).status_code == 403
    page = await browser.get(mine)
    assert (page.headers["Referrer-Policy"], page.headers["Cache-Control"]) == ("no-referrer", "no-store")


@pytest.mark.parametrize("way", ["read", "write"])
async def test_while_the_database_is_away_the_page_asks_to_try_again(browser, links, sqlite_db, monkeypatch, way):
    (chair, _), _ = links

    async def away(_):
        raise Unreachable("The database is away.")

    monkeypatch.setattr(sqlite_db, way, away)
    answer = await browser.post(f"/own-check/{chair}/equals", data={"standing": "met", "seen": "0"})

    assert answer.status_code == 503
