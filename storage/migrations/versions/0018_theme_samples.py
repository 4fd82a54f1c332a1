"""Random samples of what people wrote, which staff sort first."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "theme_sample",
        sa.Column("flow", sa.String(), nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
        sa.Column("limit", sa.BigInteger(), nullable=False),
        sa.Column("drawn_by", sa.String(), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["drawn_by"], ["staff.id"]),
        sa.PrimaryKeyConstraint("flow"),
    )
