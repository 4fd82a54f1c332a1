"""The staff app as a part of the service: what it is given, and where it is mounted."""

from collections.abc import Callable
from datetime import datetime

from starlette.routing import Mount

from config.settings import Settings
from review.app import app
from review.desk import Desk, SetUp
from review.visit import BASE
from sayso.catalogue import Catalogue
from sayso.for_pages import service
from sayso.provider import provider_for
from sayso.store import Store


def desk_for(settings: Settings, store: Store, catalogue: Catalogue, now: Callable[[], datetime]) -> Desk:
    """Return what the staff app works with. Raises PartMissing."""
    return Desk(
        store.database,
        store.vault,
        now,
        catalogue.pinned,
        catalogue.titles(),
        settings.organisation,
        settings.public_url,
        set_up=SetUp(has_mail=settings.imap is not None),
        provider=provider_for(settings, now),
        service=service(),
    )


def staff_route(desk: Desk) -> Mount:
    """Return the staff app under its address."""
    return Mount(BASE, app(desk))
