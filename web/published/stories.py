"""Stories that people agreed to publish: a page of all, and one for each. Nothing is kept anywhere: what is taken back is gone."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from web.port import WebService
from web.templates import notice, page


@dataclass(frozen=True)
class Story:
    """A story on the page. `day` is when it was published, as it is shown."""

    id: str
    title: str
    text: str
    day: str


class StoryService(WebService, Protocol):
    """A service that shows stories too."""

    async def stories(self, story_id: str | None = None) -> tuple[Story, ...]:
        """Return the stories that may be shown at this moment, the latest first; or the one with this id, if it may.

        Raises: TryLater, when they cannot be read now.
        """
        ...


def routes(service: StoryService) -> list[Route]:
    """Return the addresses of the stories."""
    table: tuple[tuple[str, Callable[[StoryService, Request], Awaitable[Response]]], ...] = (
        ("/stories", _all),
        ("/stories/{story}", _one),
    )
    return [Route(path, partial(endpoint, service), methods=["GET"]) for path, endpoint in table]


async def _all(service: StoryService, _: Request) -> Response:
    return page("stories", service, stories=await service.stories())


async def _one(service: StoryService, request: Request) -> Response:
    found = await service.stories(request.path_params["story"])
    return page("story", service, story=found[0]) if found else notice(service, "missing", 404)
