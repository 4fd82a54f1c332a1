"""Names of things in plain words, as staff see them."""

from collections.abc import Mapping, Sequence

from feedback.channels import registered
from feedback.flows.model import Flow
from feedback.types.question_type import Value

FLAGS: Mapping[str, str] = {
    "self_harm_or_suicide": "may speak of suicide or self-harm",
    "abuse_or_neglect_adult": "may speak of abuse or neglect",
    "child_at_risk": "may speak of a child in danger",
    "harm_to_others": "may speak of harm to others",
    "allegation_about_staff": "may accuse somebody of the staff",
    "detained_or_restraint_concern": "may speak of being held or restrained",
    "in_need_now": "may need somebody now",
    "second_look": "a second look; it may be wrong",
}
"""Why somebody should please read: the reason, never a score."""

STATES: tuple[str, ...] = ("new", "read", "coded", "answered", "closed")
CHANNELS: tuple[str, ...] = tuple(channel.name for channel in registered())

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "en-x-easy": "Easy Read",
    "ar": "Arabic",
    "bn": "Bengali",
    "cy": "Welsh",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "ga": "Irish",
    "gd": "Scottish Gaelic",
    "gu": "Gujarati",
    "hi": "Hindi",
    "it": "Italian",
    "pa": "Punjabi",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "so": "Somali",
    "ta": "Tamil",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}
"""Languages by their codes: those most spoken at home in the United Kingdom, and its own."""


def language_name(code: str) -> str:
    """Return what people call a language; any other goes by its code."""
    return LANGUAGES.get(code, code)


WAYS: Mapping[str, str] = {"email": "email", "telegram": "Telegram"}
"""The ways in which staff are told."""

VIEWS: Mapping[str, str] = {
    "waiting": "Wants a person",
    "flagged": "Please read",
    "new": "New",
    "mine": "Mine",
    "all": "All",
}
"""The queues of the inbox, with those in which somebody waits first."""

QUEUES: Mapping[str, str] = {
    "follow_up": "Get in touch",
    "case_study": "Case studies",
    "training": "Training and help",
    "network": "Meeting others",
}
"""What people asked for, or offered."""

QUEUE_MEANINGS: Mapping[str, str] = {
    "follow_up": "They said that we may get in touch to hear more.",
    "case_study": "They said that others could learn from what they did.",
    "training": "They would like training or help, for themselves or for others.",
    "network": "They work in a network, or would like to meet others.",
}

REQUESTS: Mapping[str, str] = {
    "new": "new",
    "in hand": "somebody sees to it",
    "done": "done",
    "not possible": "not possible",
    "asked": "asked whether we may write about it",
    "agreed": "agreed that we write about it",
    "drafted": "drafted",
    "shown": "shown to the person",
    "approved": "agreed in these words",
    "published": "published",
    "withdrawn": "withdrawn",
}
"""How far a request is."""

STEPS: Mapping[str, str] = {
    "new": "Put it back",
    "in hand": "We see to it",
    "done": "Done",
    "not possible": "Not possible",
    "asked": "We asked them",
    "agreed": "They agreed",
    "drafted": "It needs changes",
    "shown": "We showed it to them",
    "approved": "They agreed to these words",
    "published": "Put it on our page",
    "withdrawn": "Withdraw it",
}
"""What the button says that takes a request there."""

INTRODUCTIONS: Mapping[str, str] = {
    "asked": "both are asked",
    "introduced": "they were introduced",
    "over": "one said no",
}
"""How far an introduction is."""

TALKS: Mapping[str, str] = {
    "offered": "times are offered",
    "agreed": "a time is agreed",
    "other time": "they want another time",
    "declined": "they want no talk",
    "called off": "they called it off",
    "cancelled": "we cancelled it",
    "held": "its time is over",
}
"""How far a talk is."""
TALK_WAYS: Mapping[str, str] = {"phone": "by phone", "video": "by video", "person": "in person"}

ASKED: Mapping[str, str] = {
    "yes": "they said yes",
    "no": "they said no",
    "change": "they want something changed",
    "wish": "they want this changed",
    "own": "they said yes, in their own words",
    "card": "they wrote what may be told",
    "way": "they said yes, and how to reach them",
    "words": "they wrote something else: read the conversation",
}
"""What a person answered to a question of staff."""

REPLIES: Mapping[str, str] = {
    "waiting": "waits to go out",
    "sending": "is on its way",
    "sent": "was sent",
    "unread": "stands on their page, and they have not seen it yet",
    "read": "they have seen it",
    "refused": "could not be sent",
    "unknown": "may or may not have arrived",
    "taken back": "was taken back",
}
"""What became of a reply."""

WAITS: Mapping[str, str] = {
    "": "the mail server takes none for now",
    "address": "it refused several letters",
    "message": "it does not take this letter",
    "us": "it takes no letters from us",
    "provider": "it takes none for now",
}
"""Why letters wait."""

POST: Mapping[str, str] = {
    "waiting": "waiting to go out",
    "sending": "on their way",
    "sent": "sent",
    "refused": "could not be sent",
    "unknown": "may or may not have arrived",
    "taken back": "taken back",
}
"""What became of messages, after their number."""

GRADES: Mapping[str, str] = {
    "exact": "Each answer stands where it belongs.",
    "likely": "Each answer most likely stands where it belongs. Compare it with the mail.",
    "unsure": "We could not tell which words answer what. They are kept together.",
}
"""How surely the words of a mail were sorted to questions."""

FORMS: Mapping[str, str] = {
    "jsonl": "JSON lines: for programs",
    "csv": "CSV: for any spreadsheet or program",
    "xlsx": "XLSX: for Excel and LibreOffice",
    "parquet": "Parquet: for notebooks",
    "sav": "SAV: for SPSS, R and PSPP",
    "dta": "DTA: for Stata and R",
    "qdpx": "QDPX: texts and themes, for NVivo, MAXQDA, ATLAS.ti or QualCoder",
    "qdc": "QDC: the themes alone",
    "themes": "CSV of the themes: for Taguette",
}
"""What each format of an export is for."""

REPORT_FORMS: Mapping[str, str] = {
    "html": "Web page: one file, with its charts",
    "docx": "Word: to be edited",
    "pdf": "PDF: to be printed, and for screen readers",
    "md": "Markdown: plain text",
    "json": "JSON: for programs",
}
"""What each format of a report is for."""

PROFILES: Mapping[str, str] = {
    "organisations": "Exact, as on the page before",
    "people": "As for people: bases under 10, and 1 to 4, are hidden",
    "nhs-round5": "As the NHS does it: 1 to 7 hidden, the rest to the nearest 5",
}
"""How small numbers are kept."""

OUTCOMES: Mapping[str, str] = {
    "did": "You said, we did",
    "could not": "We could not, because",
    "deciding": "We are still deciding",
}
"""What came of what people said."""

AREAS: Mapping[str, str] = {
    "introduction": "It says who we are.",
    "explanation": "It says what happened, without excuses.",
    "speed": "It owns up to how long this took.",
    "thanks": "It thanks them, and is sorry where something went wrong.",
    "content": "It answers what they said, point by point.",
    "signposting": "It says where to turn next.",
    "sign-off": "It ends kindly, and says that they may write again.",
}
"""What a good reply has: seven areas that people who get replies asked for."""

DEALT: Mapping[str, str] = {
    "answered": "We wrote to them or spoke with them",
    "passed on": "We passed it on to somebody who can help",
    "no danger": "Somebody read it, and nobody is in danger",
    "not needed": "Nothing more is needed",
    "other": "Something else: the note says what",
}
"""What was done for somebody who waited, or about words to please read."""


def flag(tag: str) -> str:
    """Return why somebody should read this."""
    return FLAGS.get(tag, tag.replace("_", " "))


def dealt(did: str) -> str:
    """Return what was done, in plain words; empty where nobody said."""
    return DEALT.get(did, did)


def alias(person_id: str) -> str:
    """Return what a person is called: part of a random pseudonym, which says nothing about them."""
    return f"Person {person_id[:5].upper()}"


def said(flow: Flow, question_id: str, state: str, value: Value) -> str:
    """Return what was picked or given, in the labels of the question; words of the person are no part of it."""
    if state != "answered":
        return {"skipped": "Skipped", "declined": "Would rather not say"}.get(state, state)
    question = flow.question(question_id)
    values: Sequence[str | float | None] = value if isinstance(value, tuple) else (value,)
    labels = [label(flow, question_id, one) for one in values if one is not None] if question else []
    return ", ".join(labels)


def label(flow: Flow, question_id: str, value: str | float) -> str:
    """Return the label of one value of an answer."""
    question = flow.question(question_id)
    choice = question.choice(value) if question and isinstance(value, str) else None
    if choice is not None:
        return choice.label
    return f"{value:g}" if isinstance(value, float | int) else {"yes": "Yes", "no": "No"}.get(value, value)


FIELDS: Mapping[str, str] = {
    "words": "Your message",
    "note": "Your note",
    "draft": "The case study",
    "before": "What stands before it",
    "said": "What people said",
    "done": "What was done, or why it could not be",
    "more": "Words to hide too",
    "memo": "Why",
    "new": "A new theme",
    "name": "Name",
    "definition": "What belongs under it, and what does not",
    "reason": "Why",
    "line": "The line on it",
    "place": "The place",
    "organisation": "The name of the organisation",
    "public_url": "The web address",
    "contact": "How to reach them",
    "audience": "For whom",
    "hours": "When it is open",
    "text": "The text",
    "title": "The title",
    "start": "The first message",
    "ask": "The question",
    "short": "What reports call it",
    "hint": "The hint",
    "means": "What is meant by it",
    "labels": "The choices",
    "consent_ask": "The question about consent",
    "consent_no": "What is said after a no",
    "check": "The question at the end",
    "thanks": "The thanks",
}
"""Fields of forms that hold words of whoever sends them: they are never lost."""
FIELDS_OF_CHOICES: Mapping[str, str] = {
    "label-": "A choice",
    "new-label-": "A new choice",
    "also-": "Other names of a choice",
    "new-also-": "Other names of a new choice",
    "title-": "The title of a page",
    "text-": "What you found",
    "heard_": "A fixed word of the page",
}
"""The same, by what their names begin with."""
