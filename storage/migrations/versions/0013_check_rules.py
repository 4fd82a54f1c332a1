"""Which rules a text was checked under, so that it is offered again when they find more; and two more reasons to write no letters."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


_WHY = "why IN ('stop', 'gone', 'failing', 'complaint', 'asked', 'bereaved', 'wrong-person', 'forgotten', 'told staff')"


def upgrade() -> None:
    with op.batch_alter_table("suppression") as table:
        table.drop_constraint("why_known", type_="check")
        table.create_check_constraint("why_known", _WHY)
    op.add_column("text_check", sa.Column("rules", sa.Integer(), nullable=False, server_default="1"))
    op.create_index("ix_text_check_rules", "text_check", ["rules"])
