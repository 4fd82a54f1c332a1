"""The register of the demo, tidied a little, and self-assessments that were begun."""

from datetime import date, datetime

from sqlalchemy import Connection

from storage.accounts.members import Member
from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.organisations import artefacts, assessments, register
from storage.organisations.artefacts import ArtefactDetails
from storage.organisations.assessments import AssessmentEntry
from storage.organisations.register import OrganisationDetails

_SAID = {
    "equals": AssessmentEntry(
        "partly", "Chairs are shared since spring.", "", "Share every chair", "Head of involvement"
    ),
    "reason": AssessmentEntry("met", "Each invitation says why.", "https://example.org/invitations"),
    "told": AssessmentEntry("not", "", "", "Write to all who took part", "Chair", date(2027, 3, 31)),
}

_MEASURED = 3
"""So many have begun: one to sign off, one to delete, and one to go on with."""


def tidy(tx: Connection, vault: Vault, *, member: Member, now: datetime) -> None:
    """Join two names, put one in another, note a signature, and begin some self-assessments with links."""
    act = Act(tx, vault, by=member.id, what="tidied the register", now=now)
    trust, team, other, *more = register.listed(tx)
    register.edit(tx, act, organisation_id=team.id, details=OrganisationDetails(team.name, "team", part_of=trust.id))
    register.join(tx, act, organisation_id=other.id, into=team.id)
    register.sign(tx, act, organisation_id=trust.id, standard="4pi", version=1, on=date(2025, 1, 29))
    _papers(tx, act, organisation_id=trust.id, now=now)
    act.store()
    for one in more[-_MEASURED:]:
        begun = assessments.begin(tx, organisation_id=one.id, standard="4pi", version=1, now=now)
        for statement, entry in _SAID.items():
            assessments.put(tx, vault, assessment_id=begun, statement=statement, entry=entry, now=now)
        assessments.make_link(tx, vault, assessment_id=begun, role="chair", now=now)


def _papers(tx: Connection, act: Act, *, organisation_id: str, now: datetime) -> None:
    """Put a charter that the public sees on the register, and two papers, one of which is to be looked at again."""
    made_with, link = "people who use the service", "https://example.org"
    charter = ArtefactDetails("charter", "Our charter", f"{link}/charter", organisation_id, made_with, is_public=True)
    late = ArtefactDetails("strategy", "Involvement strategy", made_with=made_with, review_on=date(now.year, 1, 1))
    training = ArtefactDetails("training", "How to chair together", f"{link}/training", organisation_id)
    for details in (charter, late, training):
        artefacts.add(tx, act, details=details)
