"""Email: letters, mails, mailboxes, and who gets no more."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "failure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("outbox_id", sa.Integer(), nullable=True),
        sa.Column("klass", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("lookup", "at", "klass"),
    )
    op.create_index("ix_failure_lookup", "failure", ["lookup", "at"], unique=False)
    op.create_table(
        "mailbox",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("listened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fault", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("account", "folder"),
    )
    op.create_table(
        "suppression",
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("why IN ('stop', 'gone', 'failing', 'complaint')", name="why_known"),
        sa.PrimaryKeyConstraint("lookup"),
    )
    op.create_table(
        "letter",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("outbox_id", sa.Integer(), nullable=False),
        sa.Column("invitation_id", sa.String(), nullable=True),
        sa.Column("conversation_id", sa.String(), nullable=True),
        sa.Column("contact_id", sa.String(), nullable=True),
        sa.Column("version_id", sa.String(), nullable=True),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("message_id_hash", sa.LargeBinary(), nullable=False),
        sa.Column("alias_hash", sa.LargeBinary(), nullable=True),
        sa.Column("sent", sa.LargeBinary(), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("sealed_for", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["invitation.id"],
        ),
        sa.ForeignKeyConstraint(["version_id"], ["flow_version.id"]),
        sa.ForeignKeyConstraint(
            ["outbox_id"],
            ["outbox.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("message_id_hash"),
        sa.UniqueConstraint("outbox_id"),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_index("ix_letter_alias_hash", "letter", ["alias_hash"], unique=False)
    op.create_index("ix_letter_contact_id", "letter", ["contact_id"], unique=False)
    op.create_index("ix_letter_conversation_id", "letter", ["conversation_id"], unique=False)
    op.create_index("ix_letter_invitation_id", "letter", ["invitation_id"], unique=False)
    op.create_table(
        "mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inbox_id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.String(), nullable=True),
        sa.Column("conversation_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("is_junk", sa.Boolean(), nullable=False),
        sa.Column("is_whole", sa.Boolean(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("message_id_hash", sa.LargeBinary(), nullable=True),
        sa.Column("original", sa.LargeBinary(), nullable=True),
        sa.Column("heard", sa.LargeBinary(), nullable=True),
        sa.Column("sealed_for", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("grade IN ('exact', 'likely', 'unsure')", name="grade_known"),
        sa.CheckConstraint("kind IN ('reply', 'new', 'bounce', 'auto-reply', 'list', 'unreadable')", name="kind_known"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.ForeignKeyConstraint(
            ["letter_id"],
            ["letter.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("inbox_id"),
    )
    op.create_index("ix_mail_conversation_id", "mail", ["conversation_id"], unique=False)
    op.create_index("ix_mail_digest", "mail", ["digest"], unique=False)
    op.create_index("ix_mail_message_id_hash", "mail", ["message_id_hash"], unique=False)
    op.create_index("ix_mail_received_at", "mail", ["received_at"], unique=False)
    op.add_column("inbox", sa.Column("reading", sa.LargeBinary(), nullable=True))
    op.add_column("invitation", sa.Column("is_series", sa.Boolean(), nullable=False, server_default=sa.false()))
    # Written out: Alembic adds a foreign key to a table of SQLite only by copying the table.
    op.execute("ALTER TABLE outbox ADD COLUMN invitation_id VARCHAR REFERENCES invitation (id)")
    op.create_index("ix_outbox_once_each", "outbox", ["invitation_id", "kind"], unique=True)
