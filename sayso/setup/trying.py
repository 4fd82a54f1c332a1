"""A mailbox and a bot, tried before they are stored: each step in plain words, with what to do where it fails."""

from collections.abc import Mapping

from bot.client import BotRefused, open_bot, username
from config.addresses import MailServer
from config.settings import Settings, SettingsError
from feedback.errors import SaysoError, TryLater
from mail.imap.client import ImapServer, connect
from mail.imap.errors import CommandRefused, ConnectionLost, ImapSignInRefused
from mail.outgoing.smtp import Relay, try_relay
from mail.outgoing.smtp_replies import SmtpSignInRefused
from review.http.setup_port import TrialLine
from sayso.setup.stored import with_stored

_PATIENCE = 10.0
"""Seconds that a server may take while somebody looks at the page."""
_LOST = {
    "unreachable": "It cannot be reached. Check the name of the server and the port.",
    "certificate": "Its certificate is not one that this machine trusts. Check the name of the server.",
    "silent": "It did not answer in time. Check the port.",
    "garbled": "It answers in another way than this port should. Check the port and the kind of encryption.",
}
_CHECK = "Check the name of the server, the port and the kind of encryption."
_LOST_ELSE = "It broke the line off. Check the port and the kind of encryption."


async def try_telegram(settings: Settings, stored: Mapping[str, str]) -> tuple[TrialLine, ...]:
    """Ask Telegram for the name of the bot."""
    try:
        known = with_stored(settings, stored)
    except SettingsError as error:
        return tuple(TrialLine(fault.message, is_well=False) for fault in error.faults)
    if known.telegram_token is None:
        return (TrialLine("There is no token to try.", is_well=False),)
    try:
        async with open_bot(known.telegram_token.reveal(), known.telegram_api_url) as bot:
            return (TrialLine(f"Telegram knows the bot: @{await username(bot)}."),)
    except BotRefused:
        return (TrialLine("Telegram does not know this token. @BotFather shows the right one.", is_well=False),)
    except TryLater:
        return (TrialLine("Telegram cannot be reached from this machine just now.", is_well=False),)


async def try_mail(settings: Settings, stored: Mapping[str, str]) -> tuple[TrialLine, ...]:
    """Sign in to the mailbox and open it; then sign in to the server that sends. No letter is sent."""
    try:
        known = with_stored(settings, stored)
    except SettingsError as error:
        return tuple(TrialLine(fault.message, is_well=False) for fault in error.faults)
    if known.imap is None or known.smtp is None:
        return (TrialLine("There is no mailbox to try.", is_well=False),)
    return (await _try_reading(known.imap), await _try_sending(known.smtp))


async def _try_reading(imap: MailServer) -> TrialLine:
    server = ImapServer(imap.host, imap.port, "none" if imap.tls == "none" else "always", imap.ca)
    what = f"Reading from {imap.host}"
    try:
        client = await connect(server, _PATIENCE)
        try:
            await client.sign_in(imap.user, password=imap.password.reveal())
            await client.select(imap.folder, is_read_only=True)
        finally:
            await client.close()
    except ImapSignInRefused:
        return TrialLine(f"{what}: the user or the password is not right.", is_well=False)
    except ConnectionLost as lost:
        return TrialLine(f"{what}: {_LOST.get(lost.how, _LOST_ELSE)}", is_well=False)
    except CommandRefused:
        return TrialLine(f"{what}: there is no folder {imap.folder} in this mailbox.", is_well=False)
    except SaysoError as fault:
        return TrialLine(f"{what}: {fault}", is_well=False)
    return TrialLine(f"{what} works.")


async def _try_sending(smtp: MailServer) -> TrialLine:
    what = f"Sending by {smtp.host}"
    try:
        await try_relay(Relay(smtp.host, smtp.port, smtp.tls, smtp.user, smtp.password.reveal(), smtp.ca), _PATIENCE)
    except SmtpSignInRefused:
        return TrialLine(f"{what}: the user or the password is not right.", is_well=False)
    except SaysoError as fault:
        return TrialLine(f"{what}: {fault} {_CHECK}", is_well=False)
    return TrialLine(f"{what} works.")
