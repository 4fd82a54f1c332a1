"""Typed words read as a command or an answer, and watched over for distress."""
