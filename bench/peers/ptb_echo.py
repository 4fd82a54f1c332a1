"""python-telegram-bot as its documentation shows it: an echo handler that stores nothing."""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(update.message.text)


def main(url: str, token: str) -> None:
    application = Application.builder().token(token).base_url(f"{url}/bot").build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.run_polling()


main(*sys.argv[1:])
