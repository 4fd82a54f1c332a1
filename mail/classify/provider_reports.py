"""Reports of providers in forms of their own: Amazon SES by SNS (JSON), and complaints of Microsoft's JMRP.

They say that a letter of ours did not arrive or was unwanted. None of them is a person's mail, and none is believed
without our own token in it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mail.classify.bounces import originally_to
from mail.classify.refusals import refusal_of
from mail.mime.headers import addresses
from mail.mime.message import MimeMessage
from mail.model.parsed_mail import DeliveryFailure

_LONGEST = 300_000
"""Characters of a report that are read. SNS sends 256 KB at the most."""
_MOST = 20
"""Addresses taken from one report. We write to one person at a time."""
_JMRP = re.compile(r"^(?:fwd?: )?complaint about message from \d{1,3}\.\d", re.IGNORECASE)
_FOR_NOW = frozenset({"transient", "undetermined", "delivery delay", "deliverydelay"})
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")


@dataclass(frozen=True)
class ProviderReport:
    """What a report says: who was not reached, and who complained."""

    failures: tuple[DeliveryFailure, ...] = ()
    complaints: tuple[str, ...] = ()
    is_complaint: bool = False


def report_of(mail: MimeMessage) -> ProviderReport | None:
    """Return what a provider reports in a form of its own, or None for any other mail. Never raises."""
    if mail.enclosed and _JMRP.search(mail.subject[:200]):
        return ProviderReport(complaints=tuple(originally_to(mail)), is_complaint=True)
    told = (mail.text or "")[:_LONGEST]
    begins = told.find("{")
    if begins < 0 or ("otificationType" not in told and "eventType" not in told):
        return None
    return _of_sns(_json(told[begins:]))


def _of_sns(found: dict[str, Any]) -> ProviderReport | None:
    kind = str(found.get("notificationType") or found.get("eventType") or "").casefold()
    match kind:
        case "complaint":
            return ProviderReport(complaints=tuple(_named(found, kind, "complainedRecipients")), is_complaint=True)
        case "bounce":
            return ProviderReport(tuple(_failures(found)))
        case "delivery" | "deliverydelay" | "send" | "reject":
            return ProviderReport()
        case _:
            return None


def _failures(found: dict[str, Any]) -> Iterator[DeliveryFailure]:
    bounce = found.get("bounce")
    told = bounce if isinstance(bounce, dict) else {}
    is_for_now = str(told.get("bounceType", "")).casefold() in _FOR_NOW
    message_id = _message_id(found)
    for one in _recipients(told, "bouncedRecipients"):
        said = str(one.get("diagnosticCode") or "")
        stated = str(one.get("status") or "")
        status = stated if _STATUS.fullmatch(stated) else next(iter(_STATUS.findall(said)), "")
        refusal = refusal_of(status, said)
        klass = "temporary" if is_for_now and refusal.klass not in ("full", "policy") else refusal.klass
        for address in addresses(str(one.get("emailAddress") or ""))[:1]:
            yield DeliveryFailure(
                address.address, status, klass, message_id, refusal.fault, refusal.reach, refusal.is_daily
            )


def _named(found: dict[str, Any], kind: str, field: str) -> Iterator[str]:
    told = found.get(kind)
    for one in _recipients(told if isinstance(told, dict) else {}, field):
        yield from (address.address for address in addresses(str(one.get("emailAddress") or ""))[:1])


def _recipients(told: dict[str, Any], field: str) -> list[dict[str, Any]]:
    named = told.get(field)
    return [one for one in named[:_MOST] if isinstance(one, dict)] if isinstance(named, list) else []


def _message_id(found: dict[str, Any]) -> str:
    mail = found.get("mail")
    headers = mail.get("commonHeaders") if isinstance(mail, dict) else None
    told = headers.get("messageId") if isinstance(headers, dict) else ""
    return str(told or "").strip("<> ")


def _json(text: str) -> dict[str, Any]:
    """Return the object that a text begins with; the one inside it, where SNS put its own around it."""
    try:
        found, _ = json.JSONDecoder().raw_decode(text)
        inner = found.get("Message") if isinstance(found, dict) else None
        found = json.loads(inner) if isinstance(inner, str) else found
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
