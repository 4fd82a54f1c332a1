"""Which rules a text was checked under, so that it is offered again when they find more."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("text_check", sa.Column("rules", sa.Integer(), nullable=False, server_default="1"))
    op.create_index("ix_text_check_rules", "text_check", ["rules"])
