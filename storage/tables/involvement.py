"""What staff ask one person, and what comes of a yes: stories on the page, and the documents that hold them."""

from datetime import date, datetime

from sqlmodel import SQLModel

from storage.tables.privacy import classed, one_of, together

ASK_KINDS = ("case study", "meeting", "again", "interview", "told")
INTRODUCTION_STATES = ("asked", "introduced", "over")
OFFER_STATES = ("offered", "paid", "declined")
INTERVIEW_STATES = ("offered", "agreed", "other time", "declined", "called off", "cancelled")
INTERVIEW_WAYS = ("phone", "video", "person")


class StaffAskRow(SQLModel, table=True):
    """A question that staff put to one person, with what they answered. What is `told` asks nothing."""

    __tablename__ = "staff_ask"
    __table_args__ = (one_of("kind", ASK_KINDS),)

    id: str = classed("operational", "random id", primary_key=True)
    person_id: str = classed("operational", "who is asked", foreign_key="person.id", index=True)
    kind: str = classed("operational", "case study, meeting, again, interview or told")
    subject_id: str = classed(
        "operational", "what it is about: a conversation, an introduction or an interview", index=True
    )
    flow: str = classed("public", "the flow that a yes begins, where it begins one", default="")
    words: bytes | None = classed("personal words", "what they are shown, sealed with their key", default=None)
    choices: bytes | None = classed(
        "personal words", "the times offered that they can pick, sealed with their key", default=None
    )
    by: str | None = classed("operational", "who asks; empty for the program", default=None, foreign_key="staff.id")
    made_at: datetime = classed("operational", "when staff asked")
    due_at: datetime | None = classed(
        "operational", "when it is put to them; empty once it was, or cannot be", default=None, index=True
    )
    put_at: datetime | None = classed("operational", "when it was put to them", default=None)
    fault: str = classed("operational", "why it could not be put to them", default="")
    conversation_id: str | None = classed(
        "operational", "the conversation in which it was put", default=None, foreign_key="conversation.id"
    )
    said: str = classed("coded answer", "what they picked last; empty while they have not", default="")
    answered_at: datetime | None = classed("operational", "when they last answered", default=None)
    own_words: bytes | None = classed("personal words", "what they wrote to it, sealed with their key", default=None)
    begun_id: str | None = classed("operational", "the conversation that a yes began", default=None, index=True)


class CaseStudyRow(SQLModel, table=True):
    """A story on the public page. The person has seen and agreed to these very words."""

    __tablename__ = "case_study"
    __table_args__ = (together("taken_off_by", "taken_off_at"),)

    id: str = classed("public", "random id, in the address of its page", primary_key=True)
    conversation_id: str = classed("operational", "whose it is", foreign_key="conversation.id", index=True)
    words: bytes | None = classed("personal words", "the story as agreed to, sealed; none once taken off", default=None)
    by: str = classed("operational", "who published it", foreign_key="staff.id")
    published_at: datetime = classed("public", "when", index=True)
    taken_off_by: str | None = classed("operational", "staff, or the person", default=None)
    taken_off_at: datetime | None = classed("operational", "when it was taken off the page", default=None)


class StoryCopyRow(SQLModel, table=True):
    """A document outside of this program that holds a story, as staff noted it: to be taken down with it."""

    __tablename__ = "story_copy"
    __table_args__ = (together("taken_down_by", "taken_down_at"),)

    id: str = classed("operational", "random id", primary_key=True)
    conversation_id: str = classed("operational", "whose story", foreign_key="conversation.id", index=True)
    place: str = classed("operational", "the document and where it is, in words of staff")
    by: str = classed("operational", "who noted it", foreign_key="staff.id")
    at: datetime = classed("operational", "when")
    taken_down_by: str | None = classed("operational", "who took the story out of it", default=None)
    taken_down_at: datetime | None = classed("operational", "when", default=None)


class IntroductionRow(SQLModel, table=True):
    """Two people who may meet. Nothing of one is told to the other before both have said yes."""

    __tablename__ = "introduction"
    __table_args__ = (one_of("state", INTRODUCTION_STATES),)

    id: str = classed("operational", "random id", primary_key=True)
    state: str = classed("operational", "asked, introduced, or over")
    by: str = classed("operational", "who proposed it", foreign_key="staff.id")
    made_at: datetime = classed("operational", "when it was proposed", index=True)
    introduced_at: datetime | None = classed("operational", "when both had said yes", default=None)


class IntroductionSideRow(SQLModel, table=True):
    """One of the two: what may be told of them, how they can be reached, and what they said."""

    __tablename__ = "introduction_side"

    introduction_id: str = classed(
        "operational", "the introduction", primary_key=True, foreign_key="introduction.id", ondelete="CASCADE"
    )
    person_id: str = classed("operational", "who it is", primary_key=True, foreign_key="person.id", index=True)
    conversation_id: str = classed("operational", "where they asked to meet others", foreign_key="conversation.id")
    card: bytes | None = classed("personal words", "what may be told of them, sealed with their key", default=None)
    way: bytes | None = classed("contact", "how they want to be reached, sealed with their key", default=None)
    said: str = classed("coded answer", "yes or no; empty while they have not said", default="")


class PaymentOfferRow(SQLModel, table=True):
    """What somebody was offered for being involved, and what came of it. It stands apart from all that people said."""

    __tablename__ = "payment_offer"
    __table_args__ = (one_of("state", OFFER_STATES),)

    id: str = classed("operational", "random id", primary_key=True)
    person_id: str | None = classed(
        "payment",
        "whose return code was given; none where a name was",
        default=None,
        foreign_key="person.id",
        index=True,
    )
    name: bytes | None = classed("payment", "to whom, sealed with a key of the offer", default=None)
    payee: str | None = classed("secret", "keyed hash of the person or the name, to count each once", default=None)
    activity: str = classed("payment", "what kind of activity it is for")
    what_for: bytes | None = classed("payment", "what it is for, sealed with a key of the offer", default=None)
    offered: int = classed("payment", "what was offered, in pence")
    paid: int = classed("payment", "what was paid, in pence, without expenses")
    expenses: int = classed("payment", "expenses that were paid back, in pence")
    way: str = classed("payment", "how it is paid")
    state: str = classed("payment", "offered, paid or declined", index=True)
    offered_on: date = classed("payment", "the day of the offer")
    settled_on: date | None = classed("payment", "the day on which it was paid or declined", default=None)
    is_advised: bool = classed("payment", "whether they were told where to get advice about benefits")
    by: str = classed("operational", "who wrote it down", foreign_key="staff.id")
    made_at: datetime = classed("operational", "when it was written down")
    taken_off_at: datetime | None = classed("operational", "when it was taken off the log", default=None)


class InterviewRow(SQLModel, table=True):
    """A talk that staff offer to somebody who asked to be heard, or whose story others could learn from."""

    __tablename__ = "interview"
    __table_args__ = (one_of("state", INTERVIEW_STATES), one_of("way", INTERVIEW_WAYS))

    id: str = classed("operational", "random id", primary_key=True)
    person_id: str = classed("operational", "with whom", foreign_key="person.id", index=True)
    conversation_id: str = classed("operational", "where they asked", foreign_key="conversation.id", index=True)
    queue: str = classed("operational", "the request that it belongs to: follow_up or case_study")
    state: str = classed("operational", "offered, agreed, other time, declined, called off by them, or cancelled")
    partner: str = classed("operational", "who talks with them, in words of staff")
    way: str | None = classed("operational", "phone, video or person; empty while no time is agreed", default=None)
    at: datetime | None = classed("operational", "when, once a time is agreed", default=None, index=True)
    number: bytes | None = classed("contact", "the number to ring, sealed with their key", default=None)
    by: str = classed("operational", "who offered it", foreign_key="staff.id")
    made_at: datetime = classed("operational", "when it was offered", index=True)


class InterviewTimeRow(SQLModel, table=True):
    """A time that was offered for a talk."""

    __tablename__ = "interview_time"
    __table_args__ = (one_of("way", INTERVIEW_WAYS),)

    interview_id: str = classed(
        "operational", "the talk", primary_key=True, foreign_key="interview.id", ondelete="CASCADE"
    )
    choice: str = classed("operational", "the way and a number, as the answer names it", primary_key=True)
    way: str = classed("operational", "phone, video or person")
    at: datetime = classed("operational", "when")
