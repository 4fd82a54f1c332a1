"""What was changed lately in settings and questions, by whom, and the way to take it back."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.responses import Response

from feedback.errors import SaysoError
from review.http.request import ProofWanted, StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.http.setup_port import SECRETS
from review.setup.kept import NAMES
from storage.audit import setting_changes
from storage.audit.undo import CannotUndo
from storage.settings import files, open_flows, values

_HERE = "/settings/changes"
_BACK_TO = ("/settings", "/edit")
_LATER = "This was taken back already, or somebody has changed it since. Look at it as it is now."


class _Unusable(SaysoError):
    """What would be put back does not go with what else is in use now."""


@dataclass(frozen=True)
class _InUse:
    """What counts for people: published files by their places, and settings."""

    files: Mapping[str, str]
    settings: Mapping[str, str]


async def show(visit: StaffRequest) -> Response:
    """Show the latest changes, each with the way back."""
    return await _page(visit)


async def take_back(visit: StaffRequest) -> Response:
    """Take one change back, unless sayso could not run with what it leads to."""
    try:
        is_in_use = await visit.write(lambda tx: _taken_back(tx, visit, visit.form.one("act")))
    except CannotUndo:
        return await _page(visit, _LATER)
    except _Unusable as fault:
        return await _page(visit, f"It was not taken back, for it does not go with what is in use now. {fault}")
    if is_in_use:
        visit.desk.house.restart()
    way = visit.form.one("back")
    return visit.go(f"{way if way.startswith(_BACK_TO) else _HERE}?undone=yes")


def _taken_back(tx: Connection, visit: StaffRequest, act_id: str) -> bool:
    """Put everything back, and return whether it counts for people. Raises: CannotUndo, ProofWanted, _Unusable."""
    before = _in_use(tx, visit)
    done = setting_changes.take_back(tx, visit.vault, act_id=act_id, by=visit.member.id, now=visit.desk.now())
    after = _in_use(tx, visit)
    _ask_for_proof(visit, before, after)
    _refuse_unusable(visit, before, after)
    visit.audit(tx, f"took back: {done.what}", "settings")
    return before != after


def _ask_for_proof(visit: StaffRequest, before: _InUse, after: _InUse) -> None:
    """Let nobody change secrets, and so where letters come from, without a fresh proof. Raises: ProofWanted."""
    is_secret = any(before.settings.get(name) != after.settings.get(name) for name in SECRETS)
    is_proved = visit.session is not None and visit.session.is_proved(visit.desk.now())
    if is_secret and not is_proved:
        raise ProofWanted


def _in_use(tx: Connection, visit: StaffRequest) -> _InUse:
    published = {one.path: one.text for one in files.all_of(tx, state="published")}
    return _InUse(published, values.stored(tx, visit.vault, (*NAMES, open_flows.NAME)))


def _refuse_unusable(visit: StaffRequest, before: _InUse, after: _InUse) -> None:
    house = visit.desk.house
    paths = {path for path, _ in before.files.items() ^ after.files.items()}
    told = [one.message for one in house.judge_files({path: after.files.get(path, "") for path in paths})]
    if before.settings != after.settings:
        told += house.faults({name: value for name, value in after.settings.items() if name != open_flows.NAME})
    if told:
        raise _Unusable(" ".join(told[:3]))


async def _page(visit: StaffRequest, problem: str = "") -> Response:
    found = await visit.read(setting_changes.latest)
    return visit.page("set-changes", 409 if problem else 200, found=found, problem=problem)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", _HERE, show, ADMINS),
    StaffPage("POST", _HERE, take_back, ADMINS),
)
