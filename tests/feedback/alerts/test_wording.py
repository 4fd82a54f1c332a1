"""What an alert says: counts, kinds and links, and why somebody is told."""

from datetime import UTC, datetime

from feedback.alerts import wording
from feedback.alerts.due import DueAlert
from feedback.alerts.escalation import Telling
from feedback.alerts.model import WaitingCase
from feedback.alerts.wording import DigestCounts, alert_text, digest_text

AT = datetime(2026, 3, 2, tzinfo=UTC)
LINKS = {"home": "https://example.org/staff/", "choices": "https://example.org/staff/account/alerts"}
KINDS = "1 person wants to hear from one of you.\n1 conversation is marked “please read”.\n"
PERSON, WORDS, LETTER = (
    WaitingCase("p1", "person", AT),
    WaitingCase("f1", "please read", AT),
    WaitingCase("m1", "letter", AT),
)


def alert(*told):
    return DueAlert("ada", tuple(Telling("ada", case, rung, AT) for case, rung in told))


def test_an_alert_counts_what_waits_by_its_kind_and_says_where_to_look():
    text = alert_text(alert((PERSON, "first"), (WORDS, "first"), (LETTER, "first")), **LINKS)

    assert text.split("\n\n") == [
        "3 things wait for your team",
        f"{KINDS}1 letter tells of a death or a wrong address.",
        "Look here:\nhttps://example.org/staff/",
        "You are told because you are on the team. Choose what you are told here:\nhttps://example.org/staff/account/alerts",
    ]


def test_one_thing_on_two_rungs_is_counted_once_and_the_highest_rung_says_why():
    text = alert_text(alert((PERSON, "next"), (PERSON, "all")), **LINKS)

    assert text.startswith(
        "1 thing waits for your team\n\n1 person wants to hear from one of you.\n\nNobody has opened it"
    )
    assert "Everybody who may act is told now." in text
    assert "comes next on the rota" not in text


def test_a_daily_list_says_what_else_there_is_to_do_and_comes_also_where_there_is_nothing():
    busy = DigestCounts(
        (PERSON,), ((2, "{} conversation is new.", "{} conversations are new."), (0, "{} x.", "{} xs."))
    )

    assert digest_text(busy, **LINKS).startswith(
        "Today: 1 thing waits for your team\n\n1 person wants to hear from one of you.\n2 conversations are new.\n\nLook"
    )
    assert digest_text(DigestCounts(), **LINKS).startswith("Today: nobody waits\n\nNothing else is to be done.\n\nLook")


def test_a_subject_fits_on_a_phone_and_is_a_paragraph_of_its_own():
    texts = [
        alert_text(alert((PERSON, "administrator")), **LINKS),
        digest_text(DigestCounts(), **LINKS),
        wording.confirmation_text("https://example.org/x"),
        wording.trial_text(),
    ]

    assert all(0 < len(text.split("\n\n")[0]) <= 60 for text in texts)
    assert "https://example.org/x" in texts[2]
    assert "sayso" in wording.linked_text()
    assert "Make a new one" in wording.code_over_text()
