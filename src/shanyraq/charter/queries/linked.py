"""A provision as linked data: schema.org Legislation."""

from typing import Final

from shanyraq.charter.queries.history import making_act
from shanyraq.charter.queries.law import PACK, charter_pack
from shanyraq.charter.queries.texts import ProvisionOn
from shanyraq.law.packs import State
from shanyraq.law.provisions import act_of_pack

FORCE: Final = {
    "known": "InForce",
    "unknown": "InForce",
    "before": "NotInForce",
    "after": "NotInForce",
}


def legislation(found: ProvisionOn) -> dict[str, object]:
    """The provision on a day as schema.org describes legislation."""
    pack = charter_pack()
    state = pack.state(found.on)
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "legislationIdentifier": _identifier(found, state),
        "isPartOf": {
            "@type": "Legislation",
            "legislationIdentifier": act_of_pack(PACK),
            "name": pack.head.title.spoken(found.language),
        },
        "name": ". ".join(part for part in (found.words, found.title) if part),
        "legislationDate": making_act().date.isoformat(),
        "legislationDateVersion": found.since.isoformat(),
        "legislationLegalForce": f"https://schema.org/{FORCE[found.status]}",
        "inLanguage": found.language,
    }
    return data | ({"abstract": found.summary} if found.summary else {})


def _identifier(found: ProvisionOn, state: State | None) -> str:
    work = charter_pack().head.work
    expression = f"/kaz@{state.from_}" if state else ""
    part = f"~{found.eid}" if found.eid else f"#{found.address}"
    return f"{work}{expression}{part}"
