"""The placeholders that help desks document, so that a slip in one is found without a schema.

The lists are not complete, and every help desk has custom fields; so only a name that is nearly one of these counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ZENDESK_PEOPLE = ("requester", "assignee")
_ZENDESK = _names(
    "ticket.id ticket.title ticket.description ticket.status ticket.priority ticket.url ticket.link ticket.via "
    "ticket.external_id ticket.due_date ticket.account ticket.organization.name ticket.group.name ticket.brand.name "
    "ticket.tags ticket.created_at ticket.updated_at ticket.latest_comment ticket.latest_public_comment ticket.comments "
    "ticket.public_comments ticket.requester ticket.assignee current_user.name current_user.first_name current_user.email "
    "current_user.last_name satisfaction.rating_url satisfaction.rating_section satisfaction.current_rating"
) | frozenset(
    f"ticket.{who}.{what}"
    for who in _ZENDESK_PEOPLE
    for what in ("name", "first_name", "last_name", "email", "phone", "language", "details", "time_zone")
)

KNOWN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "zendesk": _ZENDESK,
        "chatwoot": _names(
            "contact.name contact.first_name contact.last_name contact.email contact.phone_number agent.name "
            "agent.first_name agent.last_name agent.email conversation.id conversation.display_id inbox.id inbox.name "
            "account.id account.name"
        ),
        "zammad": _names(
            "ticket.number ticket.title ticket.id ticket.customer.firstname ticket.customer.lastname ticket.customer.email "
            "ticket.owner.firstname ticket.owner.lastname ticket.group.name ticket.state.name ticket.priority.name "
            "ticket.created_at user.firstname user.lastname user.email config.fqdn config.http_type config.product_name"
        ),
        "osticket": _names(
            "ticket.number ticket.subject ticket.name ticket.name.first ticket.name.last ticket.name.full ticket.email "
            "ticket.status ticket.priority ticket.dept ticket.dept.name ticket.dept.manager ticket.staff ticket.staff.name "
            "ticket.create_date ticket.due_date ticket.close_date ticket.auth_token ticket.client_link ticket.staff_link "
            "company.name recipient recipient.name recipient.ticket_link staff.name signature message response comments url"
        ),
        "helpscout": _names(
            "customer.fullName customer.firstName customer.lastName customer.email customer.company conversation.number "
            "conversation.subject mailbox.name mailbox.email user.fullName user.firstName user.lastName user.email"
        ),
        "freescout": _names(
            "customer.fullName customer.firstName customer.lastName customer.email customer.company conversation.number "
            "conversation.subject mailbox.name mailbox.email mailbox.fromName user.fullName user.firstName user.lastName"
        ),
    }
)


def is_slip(name: str, known: str) -> bool:
    """Whether a name is a known one with a slip, and not a field of its own: one part differs by one or two letters."""
    ours, theirs = name.split("."), known.split(".")
    if len(ours) != len(theirs):
        return re.sub(r"[\W_]", "", name).lower() == re.sub(r"[\W_]", "", known).lower()
    different = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return len(different) == 1 and abs(len(different[0][0]) - len(different[0][1])) <= 1 and len(different[0][1]) > 3
