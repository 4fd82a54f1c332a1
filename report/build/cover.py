"""What stands on the cover of a report."""

from datetime import date

from report.build.phrases import MONTHS
from report.build.report import Report
from report.formats.blocks import Cover


def title_of(report: Report) -> str:
    """Return what a report is called: as staff wrote it, as it was asked for, or as its flow is."""
    method = report.method
    return method.narrative.title or method.slice.name or method.title


def cover_of(report: Report) -> Cover:
    """Return what stands on the cover, as far as it is known."""
    method, words = report.method, report.method.narrative
    title, period = title_of(report), _period(report)
    facts = {
        "Report": method.slice.name if method.slice.name != title else "",
        "Replies": period,
        "Date": _day(method.made_on) if method.made_on else "",
        "Contact": words.contact,
        "Version": f"words {words.version}" if words.version else "",
        "Questions": f"version {', '.join(map(str, report.versions))}" if report.versions else "",
    }
    return Cover(words.organisation, tuple((name, fact) for name, fact in facts.items() if fact))


def _period(report: Report) -> str:
    """Return from when to when replies came; nothing where there are none."""
    first, last = report.method.first_on, report.method.last_on
    if first is None or last is None:
        return ""
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
