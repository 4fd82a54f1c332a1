"""The database: the only writer of rows, and the vault that seals what people say."""
