"""What answers of mail servers mean: whose fault a refusal is, who waits for it, and when a letter ends."""

import pytest

from mail.classify.refusals import refusal_of
from mail.outgoing.smtp_replies import LetterDeferred, LetterRefused, Scope, judge


@pytest.mark.parametrize(
    ("stage", "code", "answer", "fault", "scope", "seconds"),
    [
        ("recipient", 450, "4.2.0 Greylisted, come back in 5 minutes", "address", "address", 300.0),
        ("recipient", 451, "4.7.1 Greylisting in action", "address", "address", None),
        ("recipient", 452, "4.2.2 Mailbox full", "address", "address", None),
        ("recipient", 450, "4.2.1 The user is receiving mail at a rate that is too high", "address", "address", None),
        ("recipient", 554, "5.4.4 No route", "address", "address", None),
        ("recipient", 550, "No", "address", "address", None),
        ("recipient", 550, "5.5.2 Odd", "address", "address", None),
        ("recipient", 550, "5.0.0 User unknown", "address", "address", None),
        ("recipient", 553, "5.3.0 No such user here", "address", "address", None),
        ("end", 554, "Refused", "message", "domain", None),
        ("text", 552, "5.3.4 Too large", "message", "domain", None),
        ("end", 550, "5.6.0 Bad header", "message", "domain", None),
        ("end", 554, "5.7.1 This looks like spam", "message", "domain", None),
        ("recipient", 421, "4.7.0 Too many from you", "provider", "domain", None),
        ("end", 451, "4.7.1 Try again after 2 hours", "provider", "domain", 7200.0),
        ("end", 421, "4.7.28 An unusual rate of mail", "provider", "domain", None),
        ("recipient", 554, "5.7.1 Blocked", "us", "domain", None),
        ("recipient", 550, "Your address is on a block list", "us", "domain", None),
        ("recipient", 554, "Service unavailable; Client host blocked using zen.example", "us", "domain", None),
        ("recipient", 550, "5.1.8 Sender address rejected: Domain not found", "us", "domain", None),
        ("recipient", 553, "5.1.7 Bad sender", "us", "domain", None),
        ("end", 550, "5.7.26 This mail is unauthenticated", "us", "domain", None),
        ("end", 550, "5.4.5 Daily user sending limit exceeded", "us", "server", None),
        ("end", 550, "5.7.232 Your trial tenant has exceeded its daily limit", "us", "server", None),
        ("end", 554, "5.2.0 STOREDRV.Submission.Exception: quota", "us", "server", None),
        ("recipient", 452, "5.2.2 Submission quota exceeded", "us", "server", None),
        ("recipient", 454, "Throttling failure: Daily message quota exceeded", "us", "server", None),
        ("recipient", 550, "5.1.8 Access denied, bad outbound sender", "us", "server", None),
        ("recipient", 554, "5.7.1 Relay access denied", "us", "server", None),
        ("sender", 451, "4.3.0 Busy", "", "server", None),
        ("sender", 550, "5.7.1 You may not send as this address", "us", "server", None),
        ("recipient", 530, "5.7.0 Authentication required", "us", "server", None),
    ],
)
def test_a_letter_waits_and_the_answer_says_whose_fault_it_is_and_who_waits_with_it(
    stage: str, code: int, answer: str, fault: str, scope: Scope, seconds: float | None
):
    later = judge(stage, code, answer)  # type: ignore[arg-type] # one of the stages

    assert isinstance(later, LetterDeferred)
    assert (later.fault, later.scope, later.wait_seconds) == (fault, scope, seconds)
    assert later.counts == (fault in ("address", "message"))


@pytest.mark.parametrize(
    ("answer", "is_daily"),
    [
        ("5.4.5 Daily user sending limit exceeded", True),
        ("5.7.232 Your tenant has exceeded its limit", True),
        ("5.7.1 Too many recipients today: the maximum is 500 messages per day", True),
        ("5.7.1 Blocked", False),
    ],
)
def test_a_limit_of_a_day_is_known_as_one(answer: str, *, is_daily: bool):
    later = judge("end", 550, answer)

    assert isinstance(later, LetterDeferred)
    assert later.is_daily == is_daily


@pytest.mark.parametrize(
    ("stage", "code", "answer", "klass"),
    [
        ("recipient", 550, "5.1.1 <ada@example.test>: Recipient address rejected: User unknown", "gone"),
        ("recipient", 550, "5.1.10 RESOLVER.ADR.RecipientNotFound", "gone"),
        ("recipient", 550, "No such user here", "gone"),
        ("recipient", 550, "The mailbox you wrote to does not exist", "gone"),
        ("recipient", 552, "5.2.2 Over quota", "full"),
        ("recipient", 552, "sorry", "full"),
        ("recipient", 550, "5.7.133 The group takes mail from its own house only", "policy"),
        ("recipient", 550, "5.7.1 This user only accepts mail from known senders", "policy"),
        ("end", 550, "5.1.1 User unknown", "gone"),
    ],
)
def test_a_refusal_about_the_address_ends_its_letter_and_only_gone_means_that_nobody_is_there(
    stage: str, code: int, answer: str, klass: str
):
    refused = judge(stage, code, answer)  # type: ignore[arg-type] # one of the stages

    assert isinstance(refused, LetterRefused)
    assert refused.klass == klass
    assert "ada" not in str(refused)


@pytest.mark.parametrize("status", ["5.1.7", "5.1.8", "5.0.0", "5.3.0", "5.4.4", "5.7.1", "5.7.17", "5.7.999"])
@pytest.mark.parametrize("words", ["", "User unknown", "No such mailbox here", "recipient does not exist"])
def test_numbers_that_say_nothing_of_the_person_never_say_that_they_are_gone(status: str, words: str):
    found = refusal_of(status, words)

    assert found.klass != "gone"
    assert not isinstance(judge("recipient", 550, f"{status} {words}"), LetterRefused)
