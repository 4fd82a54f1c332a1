"""Backups and restores: sealed files of everything that is stored."""
