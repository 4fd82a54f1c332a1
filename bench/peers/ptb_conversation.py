"""python-telegram-bot's own way to keep a conversation: ConversationHandler, its pickle written on every update."""

import sys
import tempfile
from pathlib import Path

from telegram import Update
from telegram.ext import (
    Application,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

ASKING = 1


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    await update.message.reply_text("First question?")
    context.application.create_task(context.application.update_persistence())
    return ASKING


async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    context.user_data.setdefault("answers", []).append(update.message.text)
    await context.application.update_persistence()
    await update.message.reply_text("Next question?")
    return ASKING


def main(url: str, token: str) -> None:
    file = Path(tempfile.mkdtemp()) / "state.pickle"
    builder = Application.builder().token(token).base_url(f"{url}/bot")
    application = builder.persistence(PicklePersistence(file, on_flush=False)).build()
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", start)],
            states={ASKING: [MessageHandler(filters.TEXT, answer)]},
            fallbacks=[],
            name="survey",
            persistent=True,
        )
    )
    application.run_polling()


main(*sys.argv[1:])
