"""Talks with people who asked to be heard: times that are offered, the one that they pick, and how they are rung."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_KINDS = "kind IN ('case study', 'meeting', 'again', 'interview', 'told')"
_STATES = "state IN ('offered', 'agreed', 'other time', 'declined', 'called off', 'cancelled')"
_WAYS = "way IN ('phone', 'video', 'person')"


def upgrade() -> None:
    with op.batch_alter_table("staff_ask") as table:
        table.drop_constraint("kind_known", type_="check")
        table.create_check_constraint("kind_known", _KINDS)
    op.add_column("staff_ask", sa.Column("choices", sa.LargeBinary(), nullable=True))
    op.create_table(
        "interview",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("queue", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("number", sa.LargeBinary(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(_STATES, name="state_known"),
        sa.CheckConstraint(_WAYS, name="way_known"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"]),
        sa.ForeignKeyConstraint(["by"], ["staff.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("person_id", "conversation_id", "at", "made_at"):
        op.create_index(f"ix_interview_{column}", "interview", [column])
    op.create_table(
        "interview_time",
        sa.Column("interview_id", sa.String(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(_WAYS, name="way_known"),
        sa.ForeignKeyConstraint(["interview_id"], ["interview.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("interview_id", "choice"),
    )
