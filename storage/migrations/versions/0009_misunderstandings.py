"""Whether a question, or the answer to it, was not understood at first: one row for each way, without any words."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_HOW = "how IN ('asked back', 'asked again', 'kept as given', 'asked what it means')"


def upgrade() -> None:
    op.create_table(
        "misunderstanding",
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.CheckConstraint(_HOW, name="how_known"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"]),
        sa.PrimaryKeyConstraint("conversation_id", "question", "how"),
    )
