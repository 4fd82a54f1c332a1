"""Staff may sign in with a provider of accounts in place of a password."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("staff", sa.Column("issuer", sa.String(), nullable=True))
    op.add_column("staff", sa.Column("subject_hash", sa.LargeBinary(), nullable=True))
    op.create_index(op.f("ix_staff_subject_hash"), "staff", ["subject_hash"], unique=True)
