"""Whose fault a refusal was, when a letter was first tried, and what is known of those who take our letters."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("first_tried_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("outbox", sa.Column("fault", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "letter_provider",
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("fault", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("strikes", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("trial", sa.Integer(), nullable=True),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("learned", sa.Integer(), nullable=True),
        sa.Column("learned_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("fault IN ('', 'address', 'message', 'us', 'provider')", name="fault_known"),
        sa.PrimaryKeyConstraint("who"),
    )
