"""`sayso invite`: links to hand out, or letters with the questions in them."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click

from config.settings import Settings
from feedback.channels import EMAIL, TELEGRAM, WEB, registered
from feedback.errors import SaysoError
from sayso.commands.letter_wish import LetterWish
from sayso.commands.open_store import settings_in_use, store
from sayso.core.clock import now
from sayso.core.flow_registry import registry_for
from storage.people import invitations
from storage.people.invitations import InvitationTerms, NewInvitation

_MOST = 10_000
"""A guess: links are printed to the screen and shown once; nobody hands out more, and a slip of the finger ends
here."""
_LETTERS = [channel.name for channel in registered() if channel.is_letter]


@click.command("invite")
@click.option("--flow", required=True, help="The flow that the links begin.")
@click.option("--group", help="One link for each contact of this group. Repeat it safely: nobody gets a second one.")
@click.option("--print", "count", type=click.IntRange(1, _MOST), help="So many links for nobody in particular.")
@click.option("--by", type=click.Choice(_LETTERS), help="Write to the group: `sayso serve` sends the letters.")
@click.option("--one-by-one", is_flag=True, help="By email: one question a letter, instead of all in one.")
@click.option("--remind", is_flag=True, help="By email: one reminder, after three days, to each who has not answered.")
@click.option(
    "--again",
    type=click.Choice(["refused"]),
    help="By email: once more to whom a letter was refused, where that may help.",
)
@click.option("--a-day", type=click.IntRange(1), help="By email: spread the letters over days, so many on each.")
@click.option("--days", type=click.IntRange(1, 3650), default=90, show_default=True, help="How long they work.")
@click.option("--place", default="", help="Where people took part, offered as an answer.")
@click.option("--qr", type=click.Path(file_okay=False, path_type=Path), help="A folder for a QR code of each web link.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="For people, or programs.")
def command(flow: str, group: str | None, count: int | None, by: str | None, **how: object) -> None:
    """Make invitations to FLOW: one for each contact of a group, or N anonymous links. Print the links, or write letters.

    With --by email each contact gets one letter, however often you run it, and you see what became of the letters.
    """
    if (group is None) == (count is None):
        raise click.UsageError("Name a --group, or say how many links to --print.")
    if by is not None and group is None:
        raise click.UsageError("Name the --group to write to.")
    chosen = settings_in_use()
    if registry_for(chosen).named(flow) is None:
        raise click.ClickException(f"There is no flow named {flow}. See: sayso flow check")
    ends_at = now() + timedelta(days=int(str(how["days"])))
    terms = InvitationTerms(flow, now(), ends_at, place=str(how["place"]), is_series=bool(how["one_by_one"]))
    if by is not None and group is not None:
        from sayso.commands.mail_invitations import write

        write(chosen, group, terms, _wish(how))
        return
    made = _make(group, count, terms)
    bot = _bot_name(chosen)
    links = [_links(one, chosen, bot) for one in made]
    for line in _lines(links, str(how["form"])):
        click.echo(line)
    if isinstance(how["qr"], Path):
        _draw(links, how["qr"])


def _wish(how: dict[str, object]) -> LetterWish:
    a_day = how["a_day"]
    return LetterWish(
        form=str(how["form"]),
        is_reminder=bool(how["remind"]),
        is_again=bool(how["again"]),
        a_day=a_day if isinstance(a_day, int) else 0,
    )


def _make(group: str | None, count: int | None, terms: InvitationTerms) -> tuple[NewInvitation, ...]:
    with store() as opened:
        if group is None:
            return opened.database.write_now(
                lambda tx: invitations.print_links(tx, opened.vault, terms=terms, count=count or 0)
            )
        made = opened.database.write_now(
            lambda tx: invitations.invite_group(tx, opened.vault, group=group, terms=terms)
        )
    if not made:
        raise click.ClickException(f"There is nobody in a group named {group}. See: sayso contacts import --help")
    return made


def _links(made: NewInvitation, chosen: Settings, bot: str) -> dict[str, str | None]:
    """Return the token and, by the name of its channel, each link that holds it: every channel has its own form."""
    local, _, host = chosen.mail_address.partition("@")
    return {
        "token": made.token,
        TELEGRAM.name: f"https://t.me/{bot}?start={made.token}" if bot else None,
        WEB.name: f"{chosen.public_url.rstrip('/')}/i/{made.token}",
        EMAIL.name: f"{local}+{made.token}@{host}" if host else None,
    }


def _bot_name(chosen: Settings) -> str:
    """Return the bot's name, asking Telegram; without a token, or an answer, there are no Telegram links."""
    if chosen.telegram_token is None:
        return ""
    import asyncio

    from bot.client import open_bot, username

    async def ask(token: str) -> str:
        async with open_bot(token, chosen.telegram_api_url) as bot:
            return await username(bot)

    try:
        return asyncio.run(ask(chosen.telegram_token.reveal()))
    except SaysoError as fault:
        click.echo(f"{fault} The Telegram links are left out.", err=True)
        return ""


def _lines(links: list[dict[str, str | None]], form: str) -> Iterator[str]:
    for link in links:
        if form == "jsonl":
            yield json.dumps(link)
        else:
            yield "  ".join(value for name, value in link.items() if value and name != "token")


def _draw(links: list[dict[str, str | None]], folder: Path) -> None:
    import segno

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, link in enumerate(links, 1):
            segno.make(str(link[WEB.name]), error="m").save(str(folder / f"invitation-{number:04}.svg"), scale=6)
    except OSError as fault:
        raise click.ClickException(f"Cannot draw in {folder}: {fault.strerror}. Choose another folder.") from fault
    click.echo(f"Drew {len(links)} QR codes in {folder}.", err=True)
