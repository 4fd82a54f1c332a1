"""The webhook: an endpoint that answers 200 only when the update is safely kept."""

import hmac
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.client import BotRefused, call
from bot.poller import ALLOWED, Accept
from bot.update_ids import received_text

BIGGEST_BODY = 1024 * 1024
"""Bytes. A real update has a few kilobytes."""
RETRY_SECONDS = 10
"""What Telegram is told to wait before it brings an update again; it does as it is told. By then a database that
another program held is free: a write waits 10 s for that."""
DEAF = timedelta(minutes=5)
"""So lately must Telegram have failed to bring an update, while some wait, for its way to us to count as broken."""
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the name of a header

Endpoint = Callable[[Request], Awaitable[Response]]


def webhook(accept: Accept, secret: str) -> Endpoint:
    """Return the endpoint for POST requests from Telegram.

    403 without the secret; 413 over 1 MB; 503 with Retry-After while `accept` fails, and Telegram sends it again; else
    200, also for what is no JSON: it is kept by its hash, since it would be sent again for a day. Raises ValueError
    for an empty secret.
    """
    if not secret:
        raise ValueError("A webhook without a secret would take messages from anybody.")

    async def endpoint(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return PlainTextResponse("The secret is missing or wrong.", status_code=403)
        body = await _body(request)
        if body is None:
            return PlainTextResponse("The request is too big.", status_code=413)
        return await _keep(accept, body)

    return endpoint


async def register(bot: Bot, url: str, secret: str) -> None:
    """Tell Telegram to send updates to this address, with what is waiting already. Raises TelegramError."""
    await call(bot, "setWebhook", {"url": url, "secret_token": secret, "allowed_updates": ALLOWED})


async def keep_registered(bot: Bot, url: str, secret: str, now: datetime) -> str:
    """Have Telegram bring updates to this address, and return what is wrong, or nothing. Raises BotRefused.

    Only what Telegram says counts (getWebhookInfo): another program may have put its address there, and our pages may be
    out of its reach while they are served here.
    """
    try:
        info = await call(bot, "getWebhookInfo", {})
        if info.get("url") != url:
            await register(bot, url, secret)
            return ""
    except InvalidToken:
        raise BotRefused from None
    except BadRequest:
        return "Telegram does not take the address of the webhook: it has to begin with https and be open to the world."
    except TelegramError as error:
        return f"Telegram could not be reached ({type(error).__name__})."
    failed_at = datetime.fromtimestamp(info.get("last_error_date", 0), UTC)
    is_deaf = info.get("pending_update_count", 0) > 0 and now - failed_at < DEAF
    return "Telegram cannot bring messages to the address of the webhook." if is_deaf else ""


async def _body(request: Request) -> bytes | None:
    """Return the whole body, or None if it is too big; not one byte more is read then."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BIGGEST_BODY:
            return None
    return bytes(body)


async def _keep(accept: Accept, body: bytes) -> Response:
    try:
        # Bytes that are no UTF-8 are kept as they came, spelt out.
        await accept([received_text(body.decode("utf-8", "backslashreplace"))])
    except Exception:  # noqa: BLE001 - whatever fails, the update is not kept, so Telegram must send it again
        return Response(status_code=503, headers={"Retry-After": str(RETRY_SECONDS)})
    return Response(status_code=200)
