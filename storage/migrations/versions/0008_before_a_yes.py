"""Words erased without a yes are counted apart; letters that tell of a death or a wrong address wait for somebody."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_WHY = "why IN ('stop', 'gone', 'failing', 'complaint', 'asked', 'bereaved', 'wrong-person')"


def upgrade() -> None:
    op.add_column("conversation", sa.Column("messages", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("suppression") as table:
        table.drop_constraint("why_known", type_="check")
        table.create_check_constraint("why_known", _WHY)
    op.add_column("mail", sa.Column("leave", sa.String(), nullable=False, server_default=""))
    op.add_column("mail", sa.Column("seen_by", sa.String(), nullable=True))
    op.add_column("mail", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
