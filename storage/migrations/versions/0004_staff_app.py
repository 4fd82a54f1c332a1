"""The staff app: sign-in, reading, redaction, themes on spans, notes, what was done, and a way back from each act."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_tables()
    _widen_tables()
    _code_anew()


def _make_tables() -> None:
    op.create_table(
        "wrong_try",
        sa.Column("bucket", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("bucket"),
    )
    op.create_index(op.f("ix_wrong_try_at"), "wrong_try", ["at"], unique=False)
    op.create_table(
        "outcome",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("done", sa.String(), nullable=False),
        sa.Column("theme_id", sa.String(), nullable=True),
        sa.Column("owner_id", sa.String(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('did', 'could not', 'deciding')", name="kind_known"),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["staff.id"],
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"],
            ["theme.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "passkey",
        sa.Column("credential", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("credential"),
    )
    op.create_index(op.f("ix_passkey_staff_id"), "passkey", ["staff_id"], unique=False)
    op.create_table(
        "recovery_code",
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code_hash"),
    )
    op.create_index(op.f("ix_recovery_code_staff_id"), "recovery_code", ["staff_id"], unique=False)
    op.create_table(
        "staff_session",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("proved_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("stage IN ('joining', 'code', 'in')", name="stage_known"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token_hash"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_staff_session_staff_id"), "staff_session", ["staff_id"], unique=False)
    op.create_table(
        "note",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["by"],
            ["staff.id"],
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_note_conversation_id"), "note", ["conversation_id"], unique=False)
    op.create_table(
        "reading",
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("assigned_to", sa.String(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('new', 'read', 'coded', 'answered', 'closed')", name="state_known"),
        sa.ForeignKeyConstraint(
            ["assigned_to"],
            ["staff.id"],
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.PrimaryKeyConstraint("conversation_id"),
    )
    op.create_index(op.f("ix_reading_assigned_to"), "reading", ["assigned_to"], unique=False)
    op.create_index("ix_reading_state", "reading", ["state", "conversation_id"], unique=False)
    op.create_table(
        "staff_act",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=True),
        sa.Column("changes", sa.LargeBinary(), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(undone_by IS NULL) = (undone_at IS NULL)", name="undone_by_with_undone_at"),
        sa.ForeignKeyConstraint(
            ["by"],
            ["staff.id"],
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_staff_act_by"), "staff_act", ["by"], unique=False)
    op.create_index(op.f("ix_staff_act_conversation_id"), "staff_act", ["conversation_id"], unique=False)
    op.create_table(
        "text_check",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=True),
        sa.Column("comment_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("hidden", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('checked', 'kept back')", name="state_known"),
        sa.CheckConstraint("(answer_id IS NULL) <> (comment_id IS NULL)", name="one_text"),
        sa.ForeignKeyConstraint(
            ["answer_id"],
            ["answer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["by"],
            ["staff.id"],
        ),
        sa.ForeignKeyConstraint(
            ["comment_id"],
            ["comment.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("answer_id"),
        sa.UniqueConstraint("comment_id"),
    )
    op.create_table(
        "told",
        sa.Column("outbox_id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("outcome_id", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_by", sa.String(), nullable=True),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(taken_back_by IS NULL) = (taken_back_at IS NULL)", name="taken_back_by_with_taken_back_at"
        ),
        sa.ForeignKeyConstraint(
            ["by"],
            ["staff.id"],
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.ForeignKeyConstraint(
            ["outbox_id"],
            ["outbox.id"],
        ),
        sa.ForeignKeyConstraint(
            ["outcome_id"],
            ["outcome.id"],
        ),
        sa.PrimaryKeyConstraint("outbox_id"),
    )
    op.create_index(op.f("ix_told_conversation_id"), "told", ["conversation_id"], unique=False)
    op.create_index(op.f("ix_told_outcome_id"), "told", ["outcome_id"], unique=False)


def _widen_tables() -> None:
    op.add_column("audit", sa.Column("chain", sa.String(), nullable=False, server_default=""))
    heard = ["heard_at", "id", "stage", "flow", "channel", "language"]
    op.create_index("ix_conversation_heard", "conversation", heard, unique=False)
    op.create_index(op.f("ix_audit_target"), "audit", ["target"], unique=False)
    op.add_column("staff", sa.Column("password", sa.String(), nullable=True))
    op.add_column("staff", sa.Column("totp", sa.LargeBinary(), nullable=True))
    op.add_column("staff", sa.Column("totp_step", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("staff", sa.Column("join_hash", sa.LargeBinary(), nullable=True))
    op.add_column("staff", sa.Column("join_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("theme", sa.Column("parent_id", sa.String(), nullable=True))
    op.add_column("theme", sa.Column("definition", sa.String(), nullable=False, server_default=""))
    op.add_column("theme", sa.Column("merged_into", sa.String(), nullable=True))


def _code_anew() -> None:
    """Codings get spans and names of their own. SQLite cannot change a rule of a table: rows wait beside it."""
    op.execute("CREATE TABLE coding_before AS SELECT * FROM coding")
    op.drop_table("coding")
    op.create_table(
        "coding",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("theme_id", sa.String(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=True),
        sa.Column("comment_id", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("coded_by", sa.String(), nullable=False),
        sa.Column("coded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("memo", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("(answer_id IS NULL) <> (comment_id IS NULL)", name="one_thing_coded"),
        sa.CheckConstraint("start >= 0 AND (stop > start OR (start = 0 AND stop = 0))", name="span_in_order"),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"]),
        sa.ForeignKeyConstraint(["coded_by"], ["staff.id"]),
        sa.ForeignKeyConstraint(["comment_id"], ["comment.id"]),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("theme_id", "answer_id", "coded_by", "start", "stop"),
        sa.UniqueConstraint("theme_id", "comment_id", "coded_by", "start", "stop"),
    )
    op.create_index(op.f("ix_coding_answer_id"), "coding", ["answer_id"], unique=False)
    op.create_index(op.f("ix_coding_comment_id"), "coding", ["comment_id"], unique=False)
    op.create_index(op.f("ix_coding_theme_id"), "coding", ["theme_id"], unique=False)
    op.execute(
        "INSERT INTO coding (id, theme_id, answer_id, comment_id, start, stop, coded_by, coded_at) "
        "SELECT CAST(id AS VARCHAR), theme_id, answer_id, comment_id, 0, 0, coded_by, coded_at FROM coding_before"
    )
    op.drop_table("coding_before")
