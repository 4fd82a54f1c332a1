"""A whole mail understood, as `sayso mail read` prints it and as the service takes it."""

import base64
import json
import mailbox
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from mail.model.expected_answers import LetterItem, SentLetter
from mail.model.parsed_mail import dump, dump_heard, load, load_heard
from mail.reader import pool
from mail.reader.parse import hear, understand
from mail.replies.language_guess import language
from sayso.cli import COMMANDS, sayso

TOKEN = "abcdefghijklmnopqrstuv2345"
REPLY = (
    "From: Ada Example <ada@example.org>\nTo: Feedback <feedback+{token}@example.test>\nSubject: Re: How was it?\n"
    "Message-ID: <1@example.org>\nIn-Reply-To: <inv.7.abcdefgh@example.test>\nDate: Sun, 22 Nov 2026 10:00:00 +0000\n"
    "Authentication-Results: mx.example.test; dmarc=pass\nReceived: by mx.example.test\n\n"
    "They listened to me, and that was very good.\n\n-- \nAda\n\nOn 1 Nov 2026 Feedback <feedback@example.test> wrote:\n> How was it?\n"
)


def reply(token: str = TOKEN) -> bytes:
    return REPLY.replace("{token}", token).encode()


def test_a_reply_is_taken_apart_and_placed():
    got = understand(reply())

    assert (got.kind, got.reply) == ("reply", "They listened to me, and that was very good.")
    assert "> How was it?" in got.quoted
    assert "Ada" in got.signature
    assert (got.token, got.language, got.problems) == (TOKEN, "en", ())
    assert (got.sender, got.references, got.hops) == ("ada@example.org", ("inv.7.abcdefgh@example.test",), 1)
    assert got.trail == (("found", "mx.example.test; dmarc=pass"), ("by", "mx.example.test"))


def test_what_was_understood_can_be_written_down_and_read_back():
    got = understand(reply())

    assert load(dump(got)) == got


def test_what_was_heard_can_be_written_down_and_read_back():
    sent = SentLetter("1. How was it?\n", (LetterItem(1, "how", "How was it?", "text"),))

    heard = hear(reply(), sent)

    assert load_heard(dump_heard(heard)) == heard
    assert heard.reply == "They listened to me, and that was very good."


@pytest.mark.parametrize(
    "raw",
    [
        reply().replace(TOKEN.encode(), TOKEN.upper().encode()),
        reply("x") + f"\n> Reference: {TOKEN}\n".encode(),
        reply("x") + f"\n> mailto:feedback+{TOKEN}@example.test\n".encode(),
        reply().replace(b"To: Feedback", b"To: bea@example.org\nDelivered-To: Feedback"),
    ],
)
def test_the_token_is_found_wherever_it_survived(raw: bytes):
    assert understand(raw).token == TOKEN


def test_a_long_word_is_no_token():
    assert understand(b"Look: abcdefghijklmnopqrstuvwxyz").token == ""


def test_a_quote_that_only_the_boxes_of_the_html_show_is_no_part_of_the_reply():
    html = "<div>Good.</div><div class=gmail_quote><div>Somebody wrote a line</div><blockquote>How was it?</blockquote></div>"
    raw = (
        "From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=cut\n\n--cut\n\nGood.\n\nHow was it?\n"
        f"--cut\nContent-Type: text/html\n\n{html}\n--cut--\n"
    )

    assert understand(raw.encode()).reply == "Good."


def test_the_words_typed_into_a_calendar_answer_are_the_reply():
    event = "BEGIN:VCALENDAR\nMETHOD:REPLY\nCOMMENT:Too far for me.\nEND:VCALENDAR\n"
    raw = f"From: a@example.org\nContent-Type: text/calendar; method=REPLY\n\n{event}".encode()

    assert understand(raw).reply == "Too far for me."
    assert hear(raw, SentLetter("How was it?")).reply == "Too far for me."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("They did not listen to me and it was not good.", "en"),
        ("Roedd yn dda iawn ac mae'r staff yn garedig, diolch.", "cy"),
        ("Das war sehr gut und ich habe mich wohl gefühlt.", "de"),
        ("Je ne suis pas contente de la réunion, mais merci.", "fr"),
        ("Het was niet goed en ik heb geen antwoord gekregen.", "nl"),
        ("Jeg har ikke fået noget svar, men tak for det.", "da"),
        ("Jag har inte fått något svar, men tack så mycket.", "sv"),
        ("Jeg har ikke fått noe svar fra dere, men takk.", "no"),  # codespell:ignore
        ("Nie dostałam odpowiedzi, ale dziękuję bardzo.", "pl"),
        ("Não foi muito bom, mas obrigada por perguntar.", "pt"),
        ("No fue muy bueno, pero gracias por preguntar.", "es"),
        ("Non è stato molto utile, ma grazie per la domanda.", "it"),
        ("Nu a fost foarte bine, dar mulțumesc pentru că ați întrebat.", "ro"),
        ("Мне это не понравилось, но спасибо, что вы спросили.", "ru"),
        ("Мені це не сподобалося, але дякую, що її спитали.", "uk"),
        ("لم يكن جيدا ولكن شكرا لكم", "ar"),
        ("مجھے یہ اچھا نہیں لگا، شکریہ", "ur"),
        ("Waan ka helay laakiin ma aha mid aad u wanaagsan.", "so"),
        ("ভালো ছিল, ধন্যবাদ", "bn"),
        ("ਬਹੁਤ ਚੰਗਾ ਸੀ", "pa"),
        ("とても良かったです。", "ja"),
        ("ok", ""),
        ("1 2 3 :-)", ""),
        ("", ""),
    ],
)
def test_the_language_is_guessed_or_left_open(text: str, code: str):
    assert language(text) == code


def read_files(*files: Path | str, given: bytes = b"") -> tuple[list[dict[str, object]], str, int]:
    done = CliRunner().invoke(sayso, ["mail", "read", *map(str, files)], input=given)
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr, done.exit_code


def test_the_command_prints_a_line_for_each_mail_in_any_kind_of_file(tmp_path: Path):
    one, bare, lines, folder = (tmp_path / name for name in ("one.eml", "bare.txt", "many.jsonl", "folder"))
    one.write_bytes(reply())
    bare.write_bytes(b"Only words.")
    row = {"id": "a1", "raw_base64": base64.b64encode(reply()).decode()}
    lines.write_text(json.dumps(row) + "\n\n" + json.dumps({"raw_base64": ""}) + "\n")
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "x.eml").write_bytes(b"In a folder.")

    rows, faults, code = read_files(one, bare, lines, folder)

    assert [row["file"] for row in rows] == [
        str(one),
        str(bare),
        f"{lines}#a1",
        f"{lines}#3",
        str(folder / "inner" / "x.eml"),
    ]
    assert list(rows[0]) == ["file", "kind", "reply", "quoted", "signature", "token", "language", "problems"]
    assert (rows[0]["reply"], rows[1]["reply"]) == ("They listened to me, and that was very good.", "Only words.")
    assert (faults, code) == ("", 0)


def test_the_command_reads_an_mbox_and_a_maildir(tmp_path: Path):
    mbox, maildir = mailbox.mbox(tmp_path / "box"), mailbox.Maildir(tmp_path / "dir")
    for words in (b"First.", b"From here on it was better."):
        mbox.add(b"Subject: x\nMIME-Version: 1.0\n\n" + words)
        maildir.add(b"Subject: x\nMIME-Version: 1.0\n\n" + words)
    mbox.close()

    of_mbox, of_maildir = read_files(tmp_path / "box"), read_files(tmp_path / "dir")

    assert [row["file"] for row in of_mbox[0]] == [f"{tmp_path / 'box'}#1", f"{tmp_path / 'box'}#2"]
    assert [row["reply"] for row in of_mbox[0]] == ["First.", "From here on it was better."]
    assert sorted(str(row["reply"]) for row in of_maildir[0]) == ["First.", "From here on it was better."]


def test_the_command_reads_standard_input_and_needs_no_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_PORT", "nonsense")

    rows, _, code = read_files("-", given=b"Hello there.")

    assert (rows[0]["file"], rows[0]["reply"], code) == ("-", "Hello there.", 0)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_told_and_the_others_are_printed(tmp_path: Path):
    good, lines, empty, nothing = (tmp_path / name for name in ("good.txt", "bad.jsonl", "empty.eml", "nothing"))
    good.write_bytes(b"Good.")
    lines.write_text('{"raw_base64": "???"}\n[1]\nnonsense\n{"id": 1}\n')
    empty.write_bytes(b"")
    nothing.mkdir()
    blank = tmp_path / "blank.jsonl"
    blank.write_text("\n")

    rows, faults, code = read_files(tmp_path / "not-there.eml", lines, empty, nothing, blank, good)

    assert [row["reply"] for row in rows] == ["Good."]
    assert [line.partition(": ")[2].partition(" ")[0] for line in faults.splitlines()] == [
        "There",
        *["This"] * 4,
        "It",
        "This",
        "No",
    ]
    assert "nonsense" not in faults
    assert code == 1


FAULTY = """
import os
from mail.reader import parse as understand, worker as child_main
real = understand.understand_mail
def faulty(raw):
    if raw == b"ends its process":
        os._exit(3)
    if raw == b"orchid":
        raise ValueError(raw)
    return real(raw)
understand.understand_mail = faulty
child_main.main()
"""
"""A reading process that fails over two mails."""


def test_a_fault_of_ours_in_one_mail_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    bad, last, good = tmp_path / "bad.txt", tmp_path / "last.txt", tmp_path / "good.txt"
    bad.write_bytes(b"orchid")
    last.write_bytes(b"ends its process")
    good.write_bytes(b"Good.")

    monkeypatch.setattr(pool, "_PROGRAM", (sys.executable, "-c", FAULTY))
    rows, faults, code = read_files(bad, last, good)

    assert [(row["kind"], row["reply"]) for row in rows] == [("unreadable", ""), ("unreadable", ""), ("new", "Good.")]
    assert [row["problems"] for row in rows] == [["fault"], ["ended"], []]
    assert [line.partition(": ")[0] for line in faults.splitlines()] == [str(bad), str(last)]
    assert "orchid" not in faults
    assert code == 1


def test_the_command_is_known():
    assert COMMANDS["mail"][0] == "mail"
