"""Staff look for the conversations of one organisation."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_conversation_organisation_id"), "conversation", ["organisation_id"], unique=False)
