"""The tables, by subject. SQLModel does not validate table rows: the core does, and the database constrains."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

from storage.tables.alerts import AlertChoiceRow, RotaRow, StaffAlertRow, WorkingWeekRow
from storage.tables.involvement import (
    CaseStudyRow,
    InterviewRow,
    InterviewTimeRow,
    IntroductionRow,
    IntroductionSideRow,
    PaymentOfferRow,
    StaffAskRow,
    StoryCopyRow,
)
from storage.tables.mail import FailureRow, LetterProviderRow, LetterRow, MailboxRow, MailRow, SuppressionRow
from storage.tables.organisations import (
    ArtefactRow,
    OrganisationRow,
    SelfAssessmentEntryRow,
    SelfAssessmentLinkRow,
    SelfAssessmentRow,
    SignatureRow,
)
from storage.tables.people import (
    ContactRow,
    ErasureLedgerRow,
    GroupRow,
    InvitationRow,
    KeptOutRow,
    LinkRow,
    MembershipRow,
    PersonRow,
    PlaceNameRow,
    ReturnCodeRow,
    VaultKeyRow,
)
from storage.tables.post import FarewellRow, GapRow, InboxRow, OutboxRow, PulseRow, QuarantineRow, TallyRow
from storage.tables.privacy import table_of
from storage.tables.read import CodingRow, NoteRow, OutcomeRow, ReadingRow, TextCheckRow, ThemeRow, ToldRow
from storage.tables.said import (
    AnswerRow,
    CommentRow,
    ConsentRow,
    ConversationRow,
    FlagRow,
    FlowVersionRow,
    MisunderstandingRow,
    PersonRequestRow,
    RequestRow,
    SecondLookRow,
)
from storage.tables.services import LeaseRow, ServiceRow
from storage.tables.settings import FirstLinkRow, SettingFileRow, SettingRow
from storage.tables.staff import (
    AuditRow,
    FormMarkRow,
    KeptFormRow,
    PasskeyRow,
    RecoveryCodeRow,
    SavedViewRow,
    StaffActRow,
    StaffRow,
    StaffSessionRow,
    WrongTryRow,
)
from storage.tables.told_back import FindingsRow, PublicPageRow
from storage.tables.work import AnswerTemplateRow, ReplyDraftRow, ReportTextRow, SettledTextRow, ThemeSampleRow

METADATA: MetaData = SQLModel.metadata

alert_choices = table_of(AlertChoiceRow)
answer_templates = table_of(AnswerTemplateRow)
answers = table_of(AnswerRow)
artefacts = table_of(ArtefactRow)
audits = table_of(AuditRow)
case_studies = table_of(CaseStudyRow)
codings = table_of(CodingRow)
comments = table_of(CommentRow)
consents = table_of(ConsentRow)
contacts = table_of(ContactRow)
conversations = table_of(ConversationRow)
erasure_ledger = table_of(ErasureLedgerRow)
failures = table_of(FailureRow)
findings = table_of(FindingsRow)
farewells = table_of(FarewellRow)
first_links = table_of(FirstLinkRow)
flags = table_of(FlagRow)
flow_versions = table_of(FlowVersionRow)
form_marks = table_of(FormMarkRow)
gaps = table_of(GapRow)
groups = table_of(GroupRow)
place_names = table_of(PlaceNameRow)
inbox = table_of(InboxRow)
interview_times = table_of(InterviewTimeRow)
interviews = table_of(InterviewRow)
introduction_sides = table_of(IntroductionSideRow)
introductions = table_of(IntroductionRow)
invitations = table_of(InvitationRow)
kept_forms = table_of(KeptFormRow)
leases = table_of(LeaseRow)
letter_providers = table_of(LetterProviderRow)
letters = table_of(LetterRow)
links = table_of(LinkRow)
mailboxes = table_of(MailboxRow)
mails = table_of(MailRow)
memberships = table_of(MembershipRow)
kept_out = table_of(KeptOutRow)
misunderstandings = table_of(MisunderstandingRow)
notes = table_of(NoteRow)
organisations = table_of(OrganisationRow)
outbox = table_of(OutboxRow)
outcomes = table_of(OutcomeRow)
passkeys = table_of(PasskeyRow)
payment_offers = table_of(PaymentOfferRow)
people = table_of(PersonRow)
person_requests = table_of(PersonRequestRow)
public_pages = table_of(PublicPageRow)
pulses = table_of(PulseRow)
quarantine = table_of(QuarantineRow)
readings = table_of(ReadingRow)
recovery_codes = table_of(RecoveryCodeRow)
reply_drafts = table_of(ReplyDraftRow)
report_texts = table_of(ReportTextRow)
requests = table_of(RequestRow)
return_codes = table_of(ReturnCodeRow)
rota = table_of(RotaRow)
saved_views = table_of(SavedViewRow)
second_looks = table_of(SecondLookRow)
settled_texts = table_of(SettledTextRow)
services = table_of(ServiceRow)
self_assessment_entries = table_of(SelfAssessmentEntryRow)
self_assessment_links = table_of(SelfAssessmentLinkRow)
self_assessments = table_of(SelfAssessmentRow)
setting_files = table_of(SettingFileRow)
settings = table_of(SettingRow)
signatures = table_of(SignatureRow)
staff = table_of(StaffRow)
staff_alerts = table_of(StaffAlertRow)
staff_asks = table_of(StaffAskRow)
staff_acts = table_of(StaffActRow)
staff_sessions = table_of(StaffSessionRow)
story_copies = table_of(StoryCopyRow)
suppressions = table_of(SuppressionRow)
tallies = table_of(TallyRow)
text_checks = table_of(TextCheckRow)
theme_samples = table_of(ThemeSampleRow)
themes = table_of(ThemeRow)
told = table_of(ToldRow)
vault_keys = table_of(VaultKeyRow)
working_weeks = table_of(WorkingWeekRow)
wrong_tries = table_of(WrongTryRow)
