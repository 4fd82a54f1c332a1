"""Reports of failed delivery in forms of their own, without the report of RFC 3464; written for these tests."""

import pytest

from mail.reader.parse import understand

REPORTS = {
    "qmail": (
        "5.1.1",
        "gone",
        """\
Return-Path: <>
From: MAILER-DAEMON@mail.people.test
To: feedback+bounce-abcdefghijklmnopqrstuvwxy2@trust.test
Subject: failure notice
Date: Mon, 2 Mar 2026 10:00:00 +0000

Hi. This is the qmail-send program at mail.people.test.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<ada@people.test>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <feedback@trust.test>
From: feedback@trust.test
To: ada@people.test
Subject: How was it?
Message-ID: <inv.1@trust.test>

Hello
""",
    ),
    "Exchange 2007": (
        "5.1.1",
        "gone",
        """\
From: Microsoft Exchange <postmaster@people.test>
To: feedback@trust.test
Subject: Undeliverable: How was it?
Content-Type: text/plain; charset=utf-8

Delivery has failed to these recipients or distribution lists:

Ada Example<mailto:ada@people.test>
The recipient's e-mail address was not found in the recipient's e-mail system. Microsoft Exchange will not try to redeliver this message for you. Please check the e-mail address and try resending this message, or provide the following diagnostic text to your system administrator.

The following organization rejected your message: mail.people.test.

Diagnostic information for administrators:

Generating server: mail.people.test

ada@people.test
#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##

Original message headers:

Received: from x
From: feedback@trust.test
To: ada@people.test
Message-ID: <inv.1@trust.test>
""",
    ),
    "Exchange 2003": (
        "5.1.1",
        "gone",
        """\
From: System Administrator <postmaster@people.test>
To: feedback@trust.test
Subject: Undeliverable: How was it?
Content-Type: text/plain; charset=utf-8

Your message

  To:      ada@people.test
  Subject: How was it?
  Sent:    Mon, 2 Mar 2026 10:00:00 -0000

did not reach the following recipient(s):

ada@people.test on Mon, 2 Mar 2026 10:00:01 -0000
    The e-mail account does not exist at the organization this message was sent to.  Check the e-mail address, or contact the recipient directly to find out the correct address.
    <mail.people.test #5.1.1>
""",
    ),
    "Exchange in German": (
        "5.1.10",
        "gone",
        """\
From: postmaster@people.test
To: feedback@trust.test
Subject: Unzustellbar: Wie war es?
Content-Type: text/plain; charset=utf-8

Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:

ada@people.test
Die eingegebene E-Mail-Adresse konnte nicht gefunden werden. Überprüfen Sie die E-Mail-Adresse des Empfängers.

Diagnoseinformationen für Administratoren:
#550 5.1.10 RESOLVER.ADR.RecipientNotFound##
""",
    ),
    "Domino": (
        "",
        "gone",
        """\
From: Mail Router <postmaster@people.test>
To: feedback@trust.test
Subject: DELIVERY FAILURE: User ada (ada@people.test) not listed in Domino Directory
Content-Type: text/plain; charset=utf-8

Your message

  Subject: How was it?

was not delivered to:

  ada@people.test

because:

  User ada (ada@people.test) not listed in Domino Directory
""",
    ),
    "GroupWise": (
        "5.0.0",
        "gone",
        """\
From: Mailer-Daemon@people.test
To: feedback@trust.test
Subject: Message status - undeliverable
Content-Type: text/plain; charset=utf-8

The attached file had the following undeliverable recipient(s):
     ada@people.test
     Transcript of session follows:
     Command: RCPT TO:<ada@people.test>
     Response: 550 ada@people.test... No such user
""",
    ),
    "Exim": (
        "5.1.1",
        "gone",
        """\
From: Mail Delivery System <Mailer-Daemon@mail.people.test>
To: feedback@trust.test
X-Failed-Recipients: ada@people.test
Auto-Submitted: auto-replied
Subject: Mail delivery failed: returning message to sender

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ada@people.test
    host mx.people.test [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<ada@people.test>:
    550 5.1.1 User unknown

------ This is a copy of the message, including all the headers. ------

From: feedback@trust.test
To: ada@people.test
""",
    ),
    "an old sendmail": (
        "5.0.0",
        "gone",
        """\
From: MAILER-DAEMON@people.test (Mail Delivery Subsystem)
To: feedback@trust.test
Subject: Returned mail: User unknown

   ----- Transcript of session follows -----
550 <ada@people.test>... User unknown

   ----- Unsent message follows -----
From: feedback@trust.test
To: ada@people.test
""",
    ),
    "MDaemon": (
        "5.0.0",
        "gone",
        """\
From: MDaemon@people.test
To: feedback@trust.test
Subject: Permanent Delivery Failure

The attached message had PERMANENT fatal delivery errors!

After one or more unsuccessful delivery attempts the attached message has
been removed from the mail queue on this server.

YOUR MESSAGE WAS NOT DELIVERED TO ONE OR MORE RECIPIENTS.

Failed address: ada@people.test

--- Session Transcript ---
 RCPT To:<ada@people.test>
 <-- 550 Recipient unknown
""",
    ),
    "a large provider": (
        "5.0.0",
        "gone",
        """\
From: MAILER-DAEMON@yahoo.test
To: feedback@trust.test
Subject: Failure Notice

Sorry, we were unable to deliver your message to the following address.

<ada@people.test>:
554: delivery error: dd This user doesn't have a people.test account (ada@people.test) [0] - mta.people.test
""",
    ),
    "Postfix without a report": (
        "5.2.2",
        "full",
        """\
From: MAILER-DAEMON@people.test (Mail Delivery System)
To: feedback@trust.test
Subject: Undelivered Mail Returned to Sender

This is the mail system at host mail.people.test.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<ada@people.test>: host mx.people.test[192.0.2.1] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command)
""",
    ),
    "a delay that is told": (
        "",
        "temporary",
        """\
From: Mail Delivery Subsystem <mailer-daemon@googlemail.test>
To: feedback@trust.test
Subject: Delivery Status Notification (Delay)

This is an automatically generated Delivery Status Notification
THIS IS A WARNING MESSAGE ONLY.
YOU DO NOT NEED TO RESEND YOUR MESSAGE.
Delivery to the following recipient has been delayed:
     ada@people.test
Message will be retried for 2 more day(s)
""",
    ),
    "Microsoft 365 in HTML alone": (
        "5.1.10",
        "gone",
        """\
From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@people.test>
To: feedback@trust.test
Subject: Undeliverable: How was it?
Content-Type: text/html; charset=utf-8

<p>Your message to <b>ada@people.test</b> couldn't be delivered.</p><p>ada wasn't found at people.test.</p><p>550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup</p>
""",
    ),
    "somebody's gateway in one sentence": (
        "5.1.1",
        "gone",
        """\
From: Admin <admin@people.test>
To: feedback@trust.test
Subject: Mail could not be delivered

The message to ada@people.test could not be delivered: 550 5.1.1 no such user.
""",
    ),
    "a filter": (
        "5.7.1",
        "policy",
        """\
From: postmaster@people.test
To: feedback@trust.test
Subject: Delivery failure (ada@people.test)

Your message could not be delivered to:
  ada@people.test
Reason: 550 5.7.1 Message rejected as spam by content filtering
""",
    ),
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_in_a_form_of_its_own_names_whom_and_why(name: str):
    status, klass, told = REPORTS[name]
    found = understand(told.encode())

    assert found.kind == "bounce"
    assert [(one.address, one.status, one.klass) for one in found.failures] == [("ada@people.test", status, klass)]
