"""What alerts need to know of the service: its ways out, the team's zone, and where its pages are."""

from dataclasses import dataclass

from config.settings import Settings
from feedback.alerts.model import AlertWay


@dataclass(frozen=True)
class AlertSetting:
    """The ways in which staff can be told, the zone of their clock, and the address of the pages."""

    ways: tuple[AlertWay, ...]
    zone: str
    public_url: str

    @property
    def home(self) -> str:
        """Return the link to what waits."""
        return f"{self.public_url.rstrip('/')}/staff/"

    @property
    def choices(self) -> str:
        """Return the link to what each chose."""
        return f"{self.home}account/alerts"


def alert_ways(settings: Settings) -> tuple[AlertWay, ...]:
    """Return the ways in which staff can be told, as the service is set up."""
    has_mail = settings.imap is not None and settings.smtp is not None
    has_bot = settings.telegram_token is not None
    given: tuple[tuple[AlertWay, bool], ...] = (("email", has_mail), ("telegram", has_bot))
    return tuple(way for way, is_given in given if is_given)
