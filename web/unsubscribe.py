"""No more letters, or letters again: the page behind each letter's link, and the button that mail programs press themselves.

RFC 8058: one POST to the link stops the letters. Opening it changes nothing, for programs that look into links open all
of them.
"""

from starlette.requests import Request
from starlette.responses import Response

from web.port import Door
from web.templates import notice, page


async def ask(door: Door, request: Request) -> Response:
    """Show the button. The page is the same for every token, so nothing is learnt from it."""
    return page("stop", door, token=request.path_params["token"])


async def stop(door: Door, request: Request) -> Response:
    """Send no more letters to whoever got the letter with this token."""
    is_known = await door.stop_letters(request.path_params["token"])
    if not is_known:
        return notice(door, "token", 404)
    return page("stopped", door, token=request.path_params["token"])


async def resume(door: Door, request: Request) -> Response:
    """Let letters go again to whoever stopped them, for a wish may change."""
    is_known = await door.letters_again(request.path_params["token"])
    return notice(door, "letters_again", 200) if is_known else notice(door, "token", 404)
