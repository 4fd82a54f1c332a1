"""Whose reply it is: what we put into addresses, Message-IDs and lines is found again, whatever happened on the way."""

import hmac

import pytest

from mail.classify.reply_tokens import Clue, alias_in, bounce_to, domain_of, message_id, reply_to, tokens_in

MAILBOX = "feedback@example.org"
TOKEN = "abcdefghijklmnopqrstuvwx23"
OTHER = "zzzzzzzzzzzzzzzzzzzzzzzz77"
LETTER = "q6z2ycjk5r7o3n4m"


def sign(letter: str) -> str:
    return hmac.digest(b"key of a test", letter.encode(), "sha256").hex()[:32]


def found(addresses: tuple[str, ...] = (), references: tuple[str, ...] = (), text: str = "") -> tuple[Clue, ...]:
    return tokens_in(addresses, references, text, mail_address=MAILBOX, sign=sign)


def test_each_letter_has_its_own_addresses_in_the_one_mailbox():
    assert reply_to(MAILBOX, TOKEN) == f"feedback+{TOKEN}@example.org"
    assert bounce_to(MAILBOX, TOKEN) == f"feedback+bounce-{TOKEN}@example.org"
    assert domain_of("Ada@Example.ORG.") == "example.org"


@pytest.mark.parametrize(
    "address",
    [
        reply_to(MAILBOX, TOKEN),
        bounce_to(MAILBOX, TOKEN),
        reply_to(MAILBOX, TOKEN).upper(),
        f"Harbour Trust <{reply_to(MAILBOX, TOKEN)}>",
        f"'{reply_to(MAILBOX, TOKEN)}' <{reply_to(MAILBOX, TOKEN)}>",
        f"feedback%2B{TOKEN}@example.org",
        f"feedback+{TOKEN}@mail.example.org",
        f"SRS0=Hx3k=QQ=example.org=feedback+{TOKEN}@relay.example.net",
        f"prvs=12345678ab=feedback+{TOKEN}@example.org",
    ],
)
def test_a_token_is_found_in_an_address_however_it_was_rewritten(address: str):
    assert found((address,)) == (Clue("address", TOKEN),)


@pytest.mark.parametrize(
    "address",
    [
        f"other+{TOKEN}@example.org",
        f"nofeedback+{TOKEN}@example.org",
        f"feedback+{TOKEN}a@example.org",
        f"feedback+{TOKEN[:-1]}@example.org",
        "feedback@example.org",
        "",
    ],
)
def test_an_address_that_is_not_one_of_ours_is_no_clue(address: str):
    assert found((address,)) == ()


def test_a_message_id_is_the_same_each_time_and_counts_only_with_our_signature():
    ours = message_id(LETTER, "example.org", sign)

    assert ours == message_id(LETTER, "example.org", sign)
    assert found(references=(ours,)) == (Clue("letter", LETTER),)
    assert found(references=(f"<a@b> {ours.upper()} <c@d>",)) == (Clue("letter", LETTER),)
    assert found(references=(ours.replace("example.org", "eu-west-1.relay.example.net"),)) == (Clue("letter", LETTER),)
    assert found(references=(ours.replace(LETTER, "q6z2ycjk5r7o3n4n"),)) == ()
    assert found(references=(f"<inv.{LETTER}.{'0' * 32}@example.org>",)) == ()


@pytest.mark.parametrize(
    "text",
    [
        f"Reference: {TOKEN}",
        f"> > Reference: {TOKEN.upper()}\n",
        f"Ref:{TOKEN}.",
        f"*Reference:* <b>{TOKEN}</b>",
        f"mailto:feedback+{TOKEN}@example.org?subject=STOP",
    ],
)
def test_a_token_that_stands_alone_in_the_text_is_a_clue(text: str):
    assert found(text=f"Yes, it was good.\n{text}") == (Clue("line", TOKEN),)


def test_clues_come_in_the_order_of_trust_and_each_once():
    ours = message_id(LETTER, "example.org", sign)
    addresses = (reply_to(MAILBOX, TOKEN), reply_to(MAILBOX, TOKEN).title())

    clues = found(addresses, (ours, ours), f"Reference: {OTHER} {OTHER}")

    assert clues == (Clue("address", TOKEN), Clue("letter", LETTER), Clue("line", OTHER))


def test_a_flood_of_tokens_is_bounded_and_both_ends_of_a_long_text_are_read():
    flood = " ".join(f"{number:026d}".translate(str.maketrans("01", "ab")) for number in range(5000))
    long = f"{TOKEN}\n{'word ' * 100_000}\n{OTHER}"

    assert len(found(text=flood)) <= 20
    assert found(text=long) == (Clue("line", TOKEN), Clue("line", OTHER))


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        ("Ok 0102018f6c3b2a1d-5e4f-000000", "<0102018F6C3B2A1D-5e4f-000000@eu-west-1.mail.example.net>"),
        (
            "2.0.0 OK <DB9PR01MB4X7YQQ1A23@DB9.prod.example.net> [Hostname=DB9]",
            "<db9pr01mb4x7yqq1a23@db9.prod.example.net>",
        ),
    ],
)
def test_a_name_that_the_provider_gave_is_known_again_in_a_reply(answer: str, seen: str):
    assert alias_in(answer)
    assert alias_in(seen) == alias_in(answer)


def test_a_short_queue_number_and_plain_words_are_no_name():
    assert alias_in("2.0.0 Ok: queued as 4XyZ12 acceptancesuccessful") == ""


def test_a_text_of_twice_the_length_looked_at_is_read_whole_and_a_longer_one_is_not():
    around = "word " * 19_997
    text = f"{around}{TOKEN} {around}".ljust(200_000)

    assert len(text) == 200_000
    assert found(text=text) == (Clue("line", TOKEN),)
    assert found(text=f"{'word ' * 25_000}{TOKEN}{' word' * 25_000}") == ()


def test_a_name_that_a_relay_gave_has_sixteen_letters_at_least():
    assert alias_in("<abcdefgh12345678@relay.example.net>") == "abcdefgh12345678"
    assert alias_in("<abcdefg12345678@relay.example.net>") == ""
