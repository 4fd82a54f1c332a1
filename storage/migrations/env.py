"""Run by Alembic. The connection, already in a transaction, is handed over by `storage.db.migrations_runner`."""

from alembic import context

from storage.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
