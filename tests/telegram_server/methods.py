"""The methods of the Bot API that sayso or a test may call, with the limits and the error texts of the real server."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from telegram_server import keyboards, profile
from telegram_server.chats import Bubble, Chat
from telegram_server.errors import ApiError, bad_request, forbidden
from telegram_server.parameters import Parameters

if TYPE_CHECKING:
    from telegram_server.server import TelegramServer

LONGEST_TEXT, LONGEST_CAPTION, LONGEST_NOTICE = 4096, 1024, 200
DELETABLE = 48 * 3600
BIGGEST_DOWNLOAD, BIGGEST_UPLOAD = 20 * 1024 * 1024, 50 * 1024 * 1024
ACTIONS = {
    "typing",
    "upload_photo",
    "record_voice",
    "upload_voice",
    "upload_document",
    "find_location",
    "choose_sticker",
}


def send_message(server: "TelegramServer", values: Parameters) -> dict[str, Any]:
    chat = _open_chat(server, values)
    text = _text(values, "text", LONGEST_TEXT)
    if not text:
        raise bad_request("message text is empty")
    bubble = server.speak(chat, {"text": text})
    keyboards.dress(bubble, chat, values)
    server.flood.check(chat.id, server.clock.now())
    return server.deliver(chat, bubble)


def send_document(server: "TelegramServer", values: Parameters) -> dict[str, Any]:
    kept = _upload(server, values, "document")
    return _send_media(server, values, {"document": {**kept, "file_name": "document"}})


def send_photo(server: "TelegramServer", values: Parameters) -> dict[str, Any]:
    kept = _upload(server, values, "photo")
    return _send_media(server, values, {"photo": [{**kept, "width": 320, "height": 240}]})


def edit_message_text(server: "TelegramServer", values: Parameters) -> dict[str, Any]:
    chat = server.chat(values)
    chat.refuse_sending()
    bubble = chat.bubble(values.number("message_id", 0))
    if bubble is None:
        raise bad_request("message to edit not found")
    if not bubble.is_from_bot or (bubble.buttons and not bubble.inline):
        raise bad_request("message can't be edited")
    text = _text(values, "text", LONGEST_TEXT)
    new = Bubble({"text": text}, is_from_bot=True)
    keyboards.dress(new, chat, values)
    if (text, new.buttons, new.inline) == (bubble.text, bubble.buttons, bubble.inline):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            "current content and reply markup of the message"
        )
    bubble.buttons, bubble.inline = new.buttons, new.inline
    bubble.message.pop("reply_markup", None)
    bubble.message |= {**new.message, "edit_date": server.date()}
    return bubble.message


def delete_message(server: "TelegramServer", values: Parameters) -> bool:
    chat = server.chat(values)
    bubble = chat.bubble(values.number("message_id", 0))
    if bubble is None:
        raise bad_request("message to delete not found")
    if server.clock.now() - bubble.message["date"] > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    chat.bubbles.remove(bubble)
    return True


def delete_messages(server: "TelegramServer", values: Parameters) -> bool:
    """Messages that are gone already are passed over."""
    chat = server.chat(values)
    ids = values.parsed("message_ids", "message identifiers") or []
    if not 1 <= len(ids) <= 100:
        raise bad_request("there must be from 1 to 100 message identifiers")
    bubbles = [bubble for bubble in map(chat.bubble, map(int, ids)) if bubble is not None]
    if any(server.clock.now() - bubble.message["date"] > DELETABLE for bubble in bubbles):
        raise bad_request("message can't be deleted for everyone")
    for bubble in bubbles:
        chat.bubbles.remove(bubble)
    return True


def answer_callback_query(server: "TelegramServer", values: Parameters) -> bool:
    asked_at = server.taps.pop(values.text("callback_query_id"), None)
    if asked_at is None or server.clock.now() - asked_at > 150:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    _text(values, "text", LONGEST_NOTICE)
    return True


def send_chat_action(server: "TelegramServer", values: Parameters) -> bool:
    _open_chat(server, values)
    if values.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def leave_chat(server: "TelegramServer", values: Parameters) -> bool:
    chat = server.chat(values)
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    if chat.standing != "member":
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    chat.standing = "left"
    return True


def get_chat(server: "TelegramServer", values: Parameters) -> dict[str, Any]:
    chat = server.chat(values)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    accepted = dict.fromkeys(gifts, False)
    return {**chat.face, "accent_color_id": 1, "max_reaction_count": 11, "accepted_gift_types": accepted}


def get_file(server: "TelegramServer", values: Parameters) -> dict[str, Any]:
    file = server.files.get(values.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > BIGGEST_DOWNLOAD:
        raise bad_request("file is too big")
    file.offered_at = server.clock.now()
    named = {"file_id": file.id, "file_unique_id": f"u{file.id}", "file_size": file.size}
    return {**named, "file_path": f"documents/{file.id}"}


def set_webhook(server: "TelegramServer", values: Parameters) -> bool:
    secret = values.text("secret_token")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    url = values.text("url")
    if url and not url.startswith(("https://", "http://127.0.0.1")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    server.updates.allow(values.parsed("allowed_updates", "allowed updates"))
    server.polls.end("terminated by setWebhook request")
    return _hook(server, values, url, secret)


def delete_webhook(server: "TelegramServer", values: Parameters) -> bool:
    return _hook(server, values, "", "")


def _hook(server: "TelegramServer", values: Parameters, url: str, secret: str) -> bool:
    if values.flag("drop_pending_updates"):
        server.updates.drop_all()
    server.webhook.set(url, secret)
    return True


def get_webhook_info(server: "TelegramServer", _: Parameters) -> dict[str, Any]:
    waiting = len(server.updates.waiting(server.clock.now()))
    info = {"url": server.webhook.url, "has_custom_certificate": False, "pending_update_count": waiting}
    if server.updates.allowed:
        info["allowed_updates"] = server.updates.allowed
    return info | server.webhook.last_error


def get_me(server: "TelegramServer", _: Parameters) -> dict[str, Any]:
    abilities = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    return server.bot | abilities | {"can_connect_to_business": False, "has_main_web_app": False}


def unknown(_: "TelegramServer", __: Parameters) -> Any:
    raise ApiError(404, "Not Found")


def _open_chat(server: "TelegramServer", values: Parameters) -> Chat:
    chat = server.chat(values)
    chat.refuse_sending()
    return chat


def _text(values: Parameters, name: str, longest: int) -> str:
    """A text without its outer spaces. Length is counted in UTF-16 units, the stricter of two readings."""
    mode = values.text("parse_mode")
    if mode and mode not in {"HTML", "Markdown", "MarkdownV2"}:
        raise bad_request("unsupported parse_mode")
    text = values.text(name).strip()
    if mode == "HTML":
        text = _without_tags(text)
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > longest:
        raise bad_request("message caption is too long" if name == "caption" else "message is too long")
    return text


def _without_tags(text: str) -> str:
    opened: list[str] = []
    for closing, tag in re.findall(r"<(/?)(\w+)[^>]*>", text):
        if not closing:
            opened.append(tag)
        elif not opened or opened.pop() != tag:
            raise bad_request(f'can\'t parse entities: Unmatched end tag "{tag}"')
    if opened:
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{opened[-1]}\"")
    return re.sub(r"<[^>]*>", "", text)


def _upload(server: "TelegramServer", values: Parameters, name: str) -> dict[str, Any]:
    named = values.text(name)
    content = values.files.get(named.removeprefix("attach://") if named else name)
    if content is None:
        if named not in server.files:
            raise bad_request(f"there is no {name} in the request")
        file = server.files[named]
    elif len(content) > BIGGEST_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    else:
        file = server.keep_file(content)
    return {"file_id": file.id, "file_unique_id": f"u{file.id}", "file_size": file.size}


def _send_media(server: "TelegramServer", values: Parameters, content: dict[str, Any]) -> dict[str, Any]:
    chat = _open_chat(server, values)
    caption = _text(values, "caption", LONGEST_CAPTION)
    bubble = server.speak(chat, {**content, "caption": caption} if caption else content)
    keyboards.dress(bubble, chat, values)
    server.flood.check(chat.id, server.clock.now())
    return server.deliver(chat, bubble)


Method = Callable[["TelegramServer", Parameters], Any]

METHODS: dict[str, Method] = {
    "answercallbackquery": answer_callback_query,
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
    "deletewebhook": delete_webhook,
    "editmessagetext": edit_message_text,
    "getchat": get_chat,
    "getfile": get_file,
    "getme": get_me,
    "getwebhookinfo": get_webhook_info,
    "leavechat": leave_chat,
    "sendchataction": send_chat_action,
    "senddocument": send_document,
    "sendmessage": send_message,
    "sendphoto": send_photo,
    "setwebhook": set_webhook,
    **profile.METHODS,
}
"""By lower-case name: the Bot API does not mind the case."""
