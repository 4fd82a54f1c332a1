"""Setting sayso up in the browser: the first account, settings, words, help numbers and backups."""
