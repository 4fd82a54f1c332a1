"""Organisations in a report: how many of those invited replied, and a footnote of those that agreed to be named."""

import pytest

from report.build.document_builder import document
from report.build.report import Findings, build
from report.disclosure.response_rates import InvitationCounts, organisations_told
from report.formats.html import to_html
from report.formats.markdown_json import to_markdown
from report.parts.joint import JointReport, joint_document
from tests.report.survey import leads, signatories

TRUSTS, SIGNED = ("Example Trust", "Harbour Trust", "Vale Trust"), ("Reed House",)


def told(flow, rows, names, invited):
    return build(flow.name, rows, {flow.version_id: flow}, invited, heard=Findings(credits=names))


def test_eighteen_people_of_fifteen_of_56_trusts_replied_as_they_were_invited(flow_file, respond):
    flow = flow_file("trust_leads")

    text = to_markdown(document(told(flow, leads(flow, respond), TRUSTS, InvitationCounts(92, organisations=56))))

    assert "- Organisations that replied: 15 of 56\\*, with 18 people\n" in text
    assert "Responses received from Example Trust, Harbour Trust and Vale Trust. Named are" in text


def test_two_surveys_are_one_document_with_both_footnotes(flow_file, respond):
    flow, other = flow_file("trust_leads"), flow_file("signatories")

    page = to_html(
        joint_document(
            JointReport(
                (
                    told(flow, leads(flow, respond), TRUSTS, InvitationCounts(92, organisations=56)),
                    told(other, signatories(other, respond), SIGNED, InvitationCounts(76, organisations=76)),
                )
            )
        )
    )

    assert "* Responses received from Example Trust, Harbour Trust and Vale Trust. Named are" in page
    assert "** Responses received from Reed House. Named are those that agreed to it." in page


@pytest.mark.parametrize(
    ("asked", "came", "profile", "expected"),
    [
        (56, 15, "organisations", 56),
        (None, 15, "organisations", None),
        (3, 15, "organisations", None),
        (56, 15, "people", 56),
        (17, 15, "people", None),
    ],
)
def test_how_many_were_invited_is_hidden_where_what_is_left_over_is_few(asked, came, profile, expected):
    assert organisations_told(InvitationCounts(92, organisations=asked), came, profile) == expected
    assert organisations_told(None, came, profile) is None
