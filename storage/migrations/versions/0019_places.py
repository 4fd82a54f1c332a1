"""Names of places that staff have tidied: spellings joined, and places within others."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "place_name",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("same_as", sa.String(), nullable=True),
        sa.Column("part_of", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
