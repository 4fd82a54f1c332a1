"""What staff ask one person, stories on the public page, and the documents that hold them."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "staff_ask",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("flow", sa.String(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("by", sa.String(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("put_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fault", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=True),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("own_words", sa.LargeBinary(), nullable=True),
        sa.Column("begun_id", sa.String(), nullable=True),
        sa.CheckConstraint("kind IN ('case study', 'meeting', 'again', 'told')", name="kind_known"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["by"], ["staff.id"]),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("person_id", "subject_id", "due_at", "begun_id"):
        op.create_index(f"ix_staff_ask_{column}", "staff_ask", [column])
    op.create_table(
        "case_study",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_off_by", sa.String(), nullable=True),
        sa.Column("taken_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(taken_off_by IS NULL) = (taken_off_at IS NULL)", name="taken_off_by_with_taken_off_at"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"]),
        sa.ForeignKeyConstraint(["by"], ["staff.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_case_study_conversation_id", "case_study", ["conversation_id"])
    op.create_index("ix_case_study_published_at", "case_study", ["published_at"])
    op.create_table(
        "story_copy",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_down_by", sa.String(), nullable=True),
        sa.Column("taken_down_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(taken_down_by IS NULL) = (taken_down_at IS NULL)", name="taken_down_by_with_taken_down_at"
        ),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"]),
        sa.ForeignKeyConstraint(["by"], ["staff.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_story_copy_conversation_id", "story_copy", ["conversation_id"])
