"""The tables of the classes and those of the migrations are the same, on both databases."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from storage import migrate
from storage.engine import Database
from storage.errors import StorageError
from storage.tables import METADATA
from storage.vault import Vault


def test_models_equal_migrations(db: Database):
    differences = db.read_now(lambda tx: compare_metadata(MigrationContext.configure(tx), METADATA))

    assert differences == []


def test_migrating_twice_changes_nothing(db: Database):
    assert migrate.upgrade(db) is None
    assert migrate.revision(db) == "0002"
