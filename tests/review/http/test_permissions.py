"""The permission matrix is whole: every route of the staff app has a line that somebody wrote, and no line has no route."""

from pathlib import Path

from starlette.routing import Route

from review.app import PAGES, app
from review.http.roles import ROLES, StaffPage
from tests.review.conftest import House

MATRIX = Path(__file__).parents[2] / "data" / "permissions.txt"


def line_of(page: StaffPage) -> str:
    stage = f"{page.stage} and just proved" if page.needs_proof else page.stage
    who = "everybody" if page.roles == set(ROLES) else " ".join(role for role in ROLES if role in page.roles)
    return f"{page.method} {page.path} | {stage} | {who if page.stage == 'in' else '-'}"


def written() -> list[str]:
    return [line for line in MATRIX.read_text().splitlines() if not line.startswith("#")]


def test_every_page_has_its_line_and_every_line_its_page():
    assert sorted(map(line_of, PAGES)) == sorted(written())


def test_the_app_answers_at_no_address_beside_its_pages(house: House):
    routes = [route for route in app(house.desk).routes if isinstance(route, Route)]

    assert len(routes) == len(app(house.desk).routes)
    answered = {(method, route.path) for route in routes for method in (route.methods or ()) if method != "HEAD"}
    assert answered == {(page.method, page.path) for page in PAGES}


def test_a_page_without_a_line_and_a_page_with_other_roles_are_found():
    page = next(page for page in PAGES if page.path == "/inbox" and page.method == "POST")

    assert line_of(page) in written()
    assert line_of(StaffPage("POST", "/inbox", page.answer)) not in written()
