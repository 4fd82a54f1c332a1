"""Rows of lists that were left out, as keyed hashes: so that no list tells who gets no more letters."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kept_out",
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["contact_group.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("group_id", "lookup"),
    )
    op.create_index("ix_kept_out_lookup", "kept_out", ["lookup"])
