"""What is known of an organisation, which names are one, and which standards it signed."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("kind", "nation", "place", "level", "promise"):
        op.add_column("organisation", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("organisation", sa.Column("part_of", sa.String(), nullable=True))
    op.add_column("organisation", sa.Column("same_as", sa.String(), nullable=True))
    op.add_column("organisation", sa.Column("review_on", sa.Date(), nullable=True))
    op.create_table(
        "signature",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("standard", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("organisation_id", "standard", "version"),
    )
