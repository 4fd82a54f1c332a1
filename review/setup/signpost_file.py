"""Help numbers as a file: what the page writes, the loader of settings reads."""

from collections.abc import Iterable

from feedback.exchange.flow_file import quoted
from feedback.flows.words import Signpost

NATIONS = ("england", "wales", "scotland", "northern ireland")
_HEAD = "# Written in the browser, under Set-up, Help numbers.\n"


def signpost_file(posts: Iterable[Signpost]) -> str:
    """Return the text of signposts.toml."""
    return _HEAD + "".join(map(_entry, posts))


def _entry(post: Signpost) -> str:
    lines = [
        "",
        "[[signpost]]",
        f"name = {quoted(post.name)}",
        f"contact = {quoted(post.contact)}",
        f"audience = {quoted(post.audience)}",
        f"nations = [{', '.join(map(quoted, post.nations))}]",
        f"hours = {quoted(post.hours)}",
        f"always_open = {'true' if post.always_open else 'false'}",
    ]
    if post.checked_on and post.checked_by:
        lines += [f"checked_on = {post.checked_on.isoformat()}", f"checked_by = {quoted(post.checked_by)}"]
    return "\n".join([*lines, *([] if post.show else ["show = false"]), ""])
