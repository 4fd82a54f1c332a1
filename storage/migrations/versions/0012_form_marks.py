"""Forms of staff: which press had its effect, what was typed by somebody who had to sign in again, and what was read."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "form_mark",
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("led_to", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mark"),
    )
    op.create_index("ix_form_mark_at", "form_mark", ["at"])
    op.create_table(
        "kept_form",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fields", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token_hash"),
    )
    op.create_index("ix_kept_form_at", "kept_form", ["at"])
    op.add_column("told", sa.Column("read_at", sa.DateTime(timezone=True), nullable=True))
    # What was there already may have been read: it cannot be taken back, and no page shows it anew.
    op.execute("UPDATE told SET read_at = at")
