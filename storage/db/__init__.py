"""The database itself: engine, transactions, migrations, dialects."""
