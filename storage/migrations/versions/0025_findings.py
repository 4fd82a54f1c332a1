"""Findings that everybody who asked is told, and the answers that an outcome is about."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "findings",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("flow", sa.String(), nullable=False),
        sa.Column("texts", sa.String(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_findings_flow"), "findings", ["flow"])
    op.add_column("outcome", sa.Column("about", sa.String(), nullable=False, server_default="[]"))
    # Written out: Alembic adds a foreign key to a table of SQLite only by copying the table.
    op.execute("ALTER TABLE told ADD COLUMN findings_id VARCHAR REFERENCES findings (id)")
    once = sa.text("findings_id IS NOT NULL AND taken_back_at IS NULL")
    op.create_index(
        "ix_told_findings_once",
        "told",
        ["findings_id", "conversation_id"],
        unique=True,
        sqlite_where=once,
        postgresql_where=once,
    )
