"""The provider of accounts as a part of the service, and what the doctor looks at there."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from config.openid import OpenId
from config.settings import Settings
from feedback.errors import PartMissing, optional
from review.identity.oidc_client import SKEW, ClientRegistration, OidcProvider, ProviderAway, ProviderStatus
from review.pages.oidc_sign_in import BACK
from sayso.core.doctor_check import Check
from sayso.core.store import Store
from storage.accounts import members

_NAME = "sign-in with a provider"
_FIX = "See that SAYSO_OIDC_ISSUER is exactly as the provider writes it, and that this machine reaches it."
_CLOCK_FIX = "Set the clock of this machine by the network (timedatectl set-ntp true). A token is good for minutes."
_LOST_FIX = "Put the settings SAYSO_OIDC_... back, or send each of them a new link. Team shows who signs in with what."
_WHEN_FIX = "Leave SAYSO_OIDC_SECOND_STEP out, or have the provider send auth_time, as docs/hosting.md tells."


def provider_for(settings: Settings, now: Callable[[], datetime]) -> OidcProvider | None:
    """Return the provider that staff may sign in with, if one is set. Nothing is asked yet. Raises PartMissing."""
    if settings.oidc is None:
        return None
    with optional("SAYSO_OIDC_ISSUER", "oidc"):
        from review.identity.id_token import judge  # noqa: PLC0415 - most do without this part
    return OidcProvider(_registration(settings.oidc, settings.public_url), judge, now)


def provider_checks(settings: Settings, now: Callable[[], datetime]) -> Iterator[Check]:
    """Yield the checks of signing in with a provider; none where that is off."""
    try:
        provider = provider_for(settings, now)
        if provider is not None:
            yield from _seen(provider, asyncio.run(provider.look()))
    except ProviderAway as fault:
        yield Check(_NAME, is_well=False, found=str(fault), fix=_FIX)
    except PartMissing as fault:
        yield Check(_NAME, is_well=False, found=str(fault), fix="Do what it says, or leave the setting out.")


def joined_checks(settings: Settings, store: Store) -> Iterator[Check]:
    """Yield whether everybody who was joined to a provider can still come in; nothing where nobody is."""
    open_ones = [one for one in store.database.read_now(members.members) if one.issuer and one.disabled_at is None]
    if not open_ones:
        return
    known = settings.oidc
    lost = [one for one in open_ones if known is None or one.issuer != known.issuer]
    lost += [one for one in open_ones if one not in lost and known and not (known.has_second_step or one.has_code)]
    found = f"{len(lost)} of {len(open_ones)} who sign in with a provider cannot do so as it is set up now."
    whole = f"{len(open_ones)} sign in with a provider."
    yield Check("ways of signing in", is_well=not lost, found=found if lost else whole, fix=_LOST_FIX)


def _seen(provider: OidcProvider, look: ProviderStatus) -> Iterator[Check]:
    is_told = look.tells_when or not provider.registration.has_second_step
    found = f"{provider.name} answers, with {look.keys} keys."
    silent = f"{provider.name} does not say when somebody signed in: nobody could show again who they are."
    yield Check(_NAME, is_well=is_told, found=found if is_told else silent, fix=_WHEN_FIX)
    apart = abs(look.ahead)
    found = f"{apart // timedelta(seconds=1)} seconds from that of {provider.name}."
    yield Check("clock", is_well=apart < SKEW, found=found, fix=_CLOCK_FIX)


def _registration(known: OpenId, public_url: str) -> ClientRegistration:
    return ClientRegistration(
        known.issuer,
        known.client_id,
        known.client_secret.reveal(),
        f"{public_url.rstrip('/')}{BACK}",
        has_second_step=known.has_second_step,
    )
