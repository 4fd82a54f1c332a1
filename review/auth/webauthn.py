"""Passkeys: what a browser is asked, and whether its answer is right (WebAuthn; needs https, or localhost)."""

import ipaddress
from datetime import datetime
from urllib.parse import urlsplit

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import PublicKeyCredentialDescriptor

from review.http.context import StaffContext
from storage.accounts.members import Member
from storage.accounts.passkeys import Passkey


def host_of(desk: StaffContext) -> str:
    """Return the name that keys are bound to; empty where there is none (an address in numbers) and so no keys."""
    host = urlsplit(desk.public_url).hostname or ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host
    return ""


def options_to_add(desk: StaffContext, member: Member, known: tuple[Passkey, ...], token: str) -> str:
    """Return, as JSON, what a browser is asked to make a key."""
    return options_to_json(
        generate_registration_options(
            rp_id=host_of(desk),
            rp_name=desk.organisation or "sayso",
            user_id=member.id.encode(),
            user_name=member.name,
            challenge=_challenge(desk, "new passkey", token),
            exclude_credentials=[PublicKeyCredentialDescriptor(id=key.credential) for key in known],
        )
    )


def options_to_show(desk: StaffContext, known: tuple[Passkey, ...], token: str) -> str:
    """Return, as JSON, what a browser is asked to show one of these keys."""
    return options_to_json(
        generate_authentication_options(
            rp_id=host_of(desk),
            challenge=_challenge(desk, "passkey", token),
            allow_credentials=[PublicKeyCredentialDescriptor(id=key.credential) for key in known],
        )
    )


def added(desk: StaffContext, member: Member, answer: str, token: str, named: tuple[str, datetime]) -> Passkey | None:
    """Return the key that a browser made, or None where its answer is not right."""
    try:
        found = verify_registration_response(
            credential=answer,
            expected_challenge=_challenge(desk, "new passkey", token),
            expected_rp_id=host_of(desk),
            expected_origin=_origin(desk),
            require_user_verification=False,
        )
    except WebAuthnException:
        return None
    return Passkey(found.credential_id, member.id, found.credential_public_key, found.sign_count, named[0], named[1])


def shown(desk: StaffContext, known: tuple[Passkey, ...], answer: str, token: str) -> tuple[bytes, int] | None:
    """Return which key a browser showed, and its count; None where it is not one of these or not right."""
    try:
        credential = parse_authentication_credential_json(answer)
        key = next((one for one in known if one.credential == credential.raw_id), None)
        if key is None:
            return None
        found = verify_authentication_response(
            credential=credential,
            expected_challenge=_challenge(desk, "passkey", token),
            expected_rp_id=host_of(desk),
            expected_origin=_origin(desk),
            credential_public_key=key.public_key,
            credential_current_sign_count=key.count,
            require_user_verification=False,
        )
    except WebAuthnException:
        return None
    return key.credential, found.new_sign_count


def _origin(desk: StaffContext) -> str:
    parts = urlsplit(desk.public_url)
    return f"{parts.scheme}://{parts.netloc}"


def _challenge(desk: StaffContext, kind: str, token: str) -> bytes:
    """Return what has to be signed: other for each session, and of no use in another one."""
    return bytes.fromhex(desk.vault.stamp(kind, token))
