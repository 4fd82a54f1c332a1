"""Distress, heard in what people write: rules for the plain words, a small model for the others, in several languages."""

from feedback.distress.notice import Kind, Notice, Reason
from feedback.distress.noticing import denied, notices

__all__ = ["Kind", "Notice", "Reason", "denied", "notices"]
