"""The hazard log of clinical safety (DCB0129), and what is said of accessibility."""

from collections.abc import Mapping
from dataclasses import dataclass

from config.settings import Settings
from sayso.documents.statement import Assurance, claim, section, tested


@dataclass(frozen=True)
class Hazard:
    """Something in the service that may harm somebody. Severity and likelihood are first words: a safety officer decides."""

    title: str
    harm: str
    severity: str
    likelihood: str
    controls: tuple[Assurance, ...]


HAZARDS: tuple[Hazard, ...] = (
    Hazard(
        "A message of somebody in danger is not seen",
        "They get no help from the team.",
        "catastrophic",
        "low",
        (
            tested(
                "Words that may need somebody are flagged, and staff are told.", "tests/journeys/test_nobody_unseen.py"
            ),
            tested(
                "`Help now` stands in all that is said, in every channel.", "tests/sayso/test_help_in_every_channel.py"
            ),
            claim("Somebody of the team looks each working day. The service is not for emergencies, and says so."),
        ),
    ),
    Hazard(
        "Staff are told late, or not at all",
        "Somebody waits who needs a person.",
        "major",
        "low",
        (
            tested(
                "Who waits is told again, up a ladder, whenever the service is killed.", "tests/journeys/test_alerts.py"
            ),
            tested("The host is told when something is wrong.", "tests/sayso/alerts/test_host_mail.py"),
        ),
    ),
    Hazard(
        "What somebody said is lost",
        "Nobody acts on it.",
        "major",
        "very low",
        (
            tested("Killed at any point, nothing is lost that was acknowledged.", "tests/journeys/test_kills.py"),
            tested("With a full disk nothing is acknowledged.", "tests/journeys/test_bad_starts.py"),
        ),
    ),
    Hazard(
        "Words are taken for somebody else's",
        "The wrong person is written to, or helped.",
        "major",
        "very low",
        (
            tested(
                "A reply joins the person whom the letter was written to, or nobody.",
                "tests/sayso/mail/test_routing.py",
            ),
            tested("The next person at a shared computer is somebody new.", "tests/web/test_pages.py"),
        ),
    ),
    Hazard(
        "A help number is wrong",
        "Somebody in danger rings in vain.",
        "catastrophic",
        "low",
        (claim("Each number was rung before it was put in, and is rung again: tick it in the settings."),),
    ),
    Hazard(
        "An answer is understood as its opposite",
        "A figure is wrong; care may be planned on it.",
        "moderate",
        "medium",
        (
            tested("How well replies are understood is measured on lines by others.", "tests/hearing"),
            claim("Staff read a sample of what was understood before a report is published."),
        ),
    ),
    Hazard(
        "Somebody is recognised in a report",
        "They are treated worse for what they said.",
        "major",
        "low",
        (tested("An attacker with every filter finds no small number.", "tests/report/disclosure/test_attacker.py"),),
    ),
    Hazard(
        "A stranger reads what people said",
        "Harm to dignity; blackmail.",
        "major",
        "very low",
        (
            tested("Every route lets in only its own roles.", "tests/review/http/test_permissions.py"),
            tested("Guesses are counted before they are judged.", "tests/review/test_sign_in_limits.py"),
        ),
    ),
    Hazard(
        "Questions upset somebody",
        "Distress with nobody beside them.",
        "moderate",
        "medium",
        (
            tested(
                "Each question can be left out, and the way out stands in all that is said.",
                "tests/sayso/test_help_in_every_channel.py",
            ),
            claim("Your questions were tried with people who have used services."),
        ),
    ),
    Hazard(
        "The clock of the machine is wrong",
        "People are forgotten, or written to at night.",
        "moderate",
        "very low",
        (tested("A clock that jumps forgets nobody.", "tests/sayso/loops/test_clock_guard.py"),),
    ),
)


def hazard_log(settings: Settings) -> str:
    """Return the hazard log as Markdown."""
    head = (
        f"# Hazard log (DCB0129): {settings.organisation or 'organisation not set'}\n\n"
        "Severity and likelihood are first words of the makers. A clinical safety officer decides them.\n\n"
        f"{claim('Clinical safety officer, name and registration:')}\n"
    )
    return "\n".join((head, *(_hazard(number, one) for number, one in enumerate(HAZARDS, 1))))


def _hazard(number: int, hazard: Hazard) -> str:
    told = f"Harm: {hazard.harm} Severity: {hazard.severity}. Likelihood: {hazard.likelihood}.\n\n"
    return section(f"H{number:02} {hazard.title}", hazard.controls).replace("\n\n", f"\n\n{told}", 1)


_PAGES: Mapping[str, tuple[Assurance, ...]] = {
    "What was tested": (
        tested(
            "Pages for people: by keyboard, without script, at 400 %, in forced colours; no fault of axe.",
            "tests/browser/test_web.py",
        ),
        tested("Pages for staff: the same.", "tests/browser/test_review.py"),
        tested("Every page fits into 320 pixels.", "tests/browser/test_widths.py"),
    ),
    "What was not tested": (
        claim("With screen readers, magnifiers and voice control, by people who use them."),
        claim("Your own questions and words, and files that you link to."),
    ),
    "How to complain": (claim("Whom to write to, and within how many days you answer:"),),
}


def accessibility_statement(settings: Settings) -> str:
    """Return the accessibility statement (the UK's regulations of 2018, WCAG 2.2 AA) as Markdown."""
    head = (
        f"# Accessibility statement for {settings.public_url}\n\n"
        "Measured against WCAG 2.2, level AA. No accessibility audit by others has been made unless you say so here.\n"
    )
    return "\n".join((head, *(section(title, told) for title, told in _PAGES.items())))
