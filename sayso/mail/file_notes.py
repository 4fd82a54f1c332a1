"""What a letter says about the files of the mail that it answers: what was read in them, what was not, and what is kept."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection

from feedback.flows.words import Words
from mail.model.parsed_mail import Attachment, ParsedMail
from sayso.mail.reading import load_reading
from storage.crypto.vault import Vault
from storage.messages import incoming_mail
from storage.messages.incoming_mail import ORIGINAL_KEPT, StoredMail
from storage.messages.outgoing_mail import QueuedLetter

_LOGO = 20_000
"""Bytes. Smaller pictures are logos below somebody's name, as a rule, and nothing that they want to tell."""
_KINDS = {"image": "mail_picture", "audio": "mail_sound", "video": "mail_film"}


def notes_on(tx: Connection, vault: Vault, words: Words, one: QueuedLetter) -> tuple[str, ...]:
    """Return the lines about files, or that a mail was locked, for the letter that answers it; often none."""
    found = _answered(tx, vault, one)
    if found is None:
        return ()
    return tuple(_lines(load_reading(found.heard).understood, words))


def _answered(tx: Connection, vault: Vault, one: QueuedLetter) -> StoredMail | None:
    """Return the mail that was taken in at the moment in which this letter was queued."""
    if one.conversation_id is None:
        return None
    mails = incoming_mail.listed(tx, conversation_id=one.conversation_id)
    if not mails:
        return None
    last = incoming_mail.one(tx, vault, conversation_id=one.conversation_id, mail_id=mails[-1].id)
    is_it = last is not None and last.heard and load_reading(last.heard).taken_at == one.created_at
    return last if is_it else None


def _lines(mail: ParsedMail, words: Words) -> Iterator[str]:
    if mail.is_locked:
        yield words.say("mail_locked")
        return
    if mail.files:
        yield words.say("mail_files_read", count=str(len(mail.files)))
    kinds = dict.fromkeys(words.say(_kind(one)) for one in unread_files(mail) if not _is_logo(mail, one))
    if kinds:
        yield words.say("mail_files_unread", kinds=", ".join(kinds))
        yield words.say("mail_files_kept", days=str(ORIGINAL_KEPT.days))


def _is_logo(mail: ParsedMail, one: Attachment) -> bool:
    """Return whether a file is a small picture beside words. Where there are no words, it is what they want to tell."""
    return bool(mail.reply.strip()) and one.type.startswith("image/") and one.size < _LOGO


def unread_files(mail: ParsedMail) -> Iterator[Attachment]:
    """Yield the files whose words were not read. Those that were are left out by their names, each once."""
    read = Counter(one.name for one in mail.files)
    for one in mail.attachments:
        if read[one.name]:
            read[one.name] -= 1
        else:
            yield one


def _kind(one: Attachment) -> str:
    return _KINDS.get(one.type.partition("/")[0], "mail_file")
