"""No more letters, or letters again: the page behind each letter's link, and the button that mail programs press themselves.

RFC 8058: one POST to the link stops the letters. Opening it changes nothing, for programs that look into links open all
of them.
"""

from starlette.requests import Request
from starlette.responses import Response

from web.port import WebService
from web.templates import notice, page


async def ask(service: WebService, request: Request) -> Response:
    """Show the button. The page is the same for every token, so nothing is learnt from it."""
    return page("stop", service, token=request.path_params["token"])


async def stop(service: WebService, request: Request) -> Response:
    """Send no more letters to whoever got the letter with this token."""
    is_known = await service.stop_letters(request.path_params["token"])
    if not is_known:
        return notice(service, "token", 404)
    return page("stopped", service, token=request.path_params["token"])


async def resume(service: WebService, request: Request) -> Response:
    """Let letters go again to whoever stopped them, for a wish may change."""
    is_known = await service.letters_again(request.path_params["token"])
    return notice(service, "letters_again", 200) if is_known else notice(service, "token", 404)
