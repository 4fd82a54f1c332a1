"""The tables, by subject. SQLModel does not validate table rows: the core does, and the database constrains."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

from storage.tables.mail import Failure, Letter, Mail, Mailbox, Suppression
from storage.tables.people import (
    Contact,
    ErasureLedger,
    Group,
    Invitation,
    Link,
    Membership,
    Organisation,
    Person,
    ReturnCode,
    VaultKey,
)
from storage.tables.post import Gap, Inbox, Outbox, Pulse, Quarantine, Tally
from storage.tables.privacy import table_of
from storage.tables.read import Coding, Note, Outcome, Reading, TextCheck, Theme, Told
from storage.tables.said import Answer, Comment, Consent, Conversation, Flag, FlowVersion, PersonRequest, Request
from storage.tables.staff import Audit, Passkey, RecoveryCode, SavedView, Staff, StaffAct, StaffSession, WrongTry

METADATA: MetaData = SQLModel.metadata

answers = table_of(Answer)
audits = table_of(Audit)
codings = table_of(Coding)
comments = table_of(Comment)
consents = table_of(Consent)
contacts = table_of(Contact)
conversations = table_of(Conversation)
erasure_ledger = table_of(ErasureLedger)
failures = table_of(Failure)
flags = table_of(Flag)
flow_versions = table_of(FlowVersion)
gaps = table_of(Gap)
groups = table_of(Group)
inbox = table_of(Inbox)
invitations = table_of(Invitation)
letters = table_of(Letter)
links = table_of(Link)
mailboxes = table_of(Mailbox)
mails = table_of(Mail)
memberships = table_of(Membership)
notes = table_of(Note)
organisations = table_of(Organisation)
outbox = table_of(Outbox)
outcomes = table_of(Outcome)
passkeys = table_of(Passkey)
people = table_of(Person)
person_requests = table_of(PersonRequest)
pulses = table_of(Pulse)
quarantine = table_of(Quarantine)
readings = table_of(Reading)
recovery_codes = table_of(RecoveryCode)
requests = table_of(Request)
return_codes = table_of(ReturnCode)
saved_views = table_of(SavedView)
staff = table_of(Staff)
staff_acts = table_of(StaffAct)
staff_sessions = table_of(StaffSession)
suppressions = table_of(Suppression)
tallies = table_of(Tally)
text_checks = table_of(TextCheck)
themes = table_of(Theme)
told = table_of(Told)
vault_keys = table_of(VaultKey)
wrong_tries = table_of(WrongTry)
