"""Answers that are only a label need no reader; requests of people stand in queues; staff keep views of the inbox."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("answer", sa.Column("has_own_words", sa.Boolean(), nullable=False, server_default=sa.true()))
    _make_requests()
    _make_views()
    _take_up_requests()


def _make_requests() -> None:
    op.create_table(
        "request",
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("queue", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_wanted", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("assigned_to", sa.String(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("draft", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("queue IN ('follow_up', 'case_study', 'training', 'network')", name="queue_known"),
        sa.CheckConstraint(
            "state IN ('new', 'in hand', 'done', 'not possible', 'asked', 'agreed', 'drafted', 'shown', 'approved', "
            "'published', 'withdrawn')",
            name="state_known",
        ),
        sa.ForeignKeyConstraint(["assigned_to"], ["staff.id"]),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"]),
        sa.PrimaryKeyConstraint("conversation_id", "queue"),
    )
    op.create_index(op.f("ix_request_assigned_to"), "request", ["assigned_to"], unique=False)
    op.create_index("ix_request_queue", "request", ["queue", "state", "asked_at"], unique=False)


def _make_views() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.Column("filters", sa.String(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_saved_view_owner_id"), "saved_view", ["owner_id"], unique=False)


def _take_up_requests() -> None:
    """Whoever said before now that we may get in touch to hear more waits in the queue too."""
    op.execute(
        "INSERT INTO request (conversation_id, queue, asked_at, is_wanted, state) "
        "SELECT conversation_id, 'follow_up', at, true, 'new' FROM consent WHERE switch = 'contact_more' AND granted "
        "AND id = (SELECT max(later.id) FROM consent AS later "
        "WHERE later.conversation_id = consent.conversation_id AND later.switch = 'contact_more')"
    )
