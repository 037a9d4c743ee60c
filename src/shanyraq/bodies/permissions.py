"""Who may put what about bodies, posts and seats in the record.

Two questions are kept apart, and the charter is asked both. Whether an act has force depends on who
signed it. Whether somebody may enter it in the record depends on the post that person holds.
"""

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import Category, Role
from shanyraq.bodies.models import Act
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import law_on, may
from shanyraq.law import Verdict
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform.authority import posts_of
from shanyraq.platform.occasion import SYSTEM, Occasion
from shanyraq.platform.refusals import NotAllowed, Refusal

#: What the charter calls the power to create a body of a kind.
CREATING_POWERS = {Classification.ADVISORY_BODY: "create_advisory_bodies"}
#: What the charter calls the power to put somebody in a post; other posts follow from outside.
APPOINTING_POWERS = {
    Role.DEPUTY_CHAIR: "appoint_deputy_chairs",
    Role.SECRETARIAT_HEAD: "appoint_secretariat_head",
}
#: What the charter calls the power to seat somebody in a body of a kind.
SEATING_POWERS = {
    Classification.ASSEMBLY: "form_assembly",
    Classification.COUNCIL: "form_council",
}
#: Seats that are given by a power of their own.
SEATING_POWERS_OF_CATEGORIES = {
    (Classification.ASSEMBLY, Category.OTHER_PERSON): "include_other_person",
    (Classification.COUNCIL, Category.OTHER_ASSEMBLY_MEMBER): "add_other_members_to_council",
}
#: Which rule of the charter says who may have a seat in a body of a kind.
ELIGIBILITY_RULES = {
    Classification.ASSEMBLY: "assembly_member_eligibility",
    Classification.COUNCIL: "council_member_eligibility",
    Classification.SMALL_ASSEMBLY: "small_assembly_member_eligibility",
}
#: Which rule of the charter limits how many hold a post at once, and the fact it asks for.
LIMITING_RULES = {Role.DEPUTY_CHAIR: ("deputy_chairs", "deputies")}

#: What the charter calls the power to enter everybody's acts in the record (R12.1).
RECORDING = "keep_roll"
#: The power to enter an act of one's own (R22, A46).
RECORDING_OWN = "record_own_act"
#: The power to enter acts about one's own small assembly, of its own chair only (R19.1, A46).
RECORDING_LOCALLY = "record_local_act"


class NotARecorder(Refusal):
    """Somebody who neither signed the act nor keeps the record of this body wants to enter it."""

    code = "not-a-recorder"
    status = 403
    message = _(
        "Only the one who signed the act, the staff of the Working Organ, or, for a small "
        "assembly, the staff of its secretariat enters it in the record."
    )
    remedy = _("Send the signed act to the Working Organ.")


class SignedByAnother(NotAllowed):
    """The charter gives this to somebody else than the one who signed the act."""

    code = "signed-by-another"
    message = _("An act signed by “{issuer}” cannot do this.")
    remedy = _("Record the act of the one whom the provision names.")


def require_recorder(occasion: Occasion, *, issuer: str, body: Organization | None = None) -> None:
    """Let pass who may enter an act in the record: the installation, its signatory, a keeper.

    Raises:
        NotARecorder: the actor is none of them.
    """
    if occasion.actor == SYSTEM:
        return
    keeping = may(RECORDING, actor=occasion.actor, on=occasion.on)
    if not (keeping.met or _signed(occasion, issuer) or _keeps_near(occasion, issuer, body)):
        raise NotARecorder(verdict=keeping)


def _signed(occasion: Occasion, issuer: str) -> bool:
    """Whether somebody holds the signatory's post, and the charter lets it record its own acts."""
    held = {one.post for one in posts_of(occasion.actor, occasion.on)}
    return issuer in held and law_on(occasion.on).can(RECORDING_OWN, {issuer}).met


def _keeps_near(occasion: Occasion, issuer: str, body: Organization | None) -> bool:
    """Whether somebody records acts of a region, the act is of one, and the body near."""
    law = law_on(occasion.on)
    if not law.can(RECORDING_LOCALLY, {issuer}).met:
        return False
    near = None if body is None else _near(body)
    return any(
        law.can(RECORDING_LOCALLY, {held.post}).met
        for held in posts_of(occasion.actor, occasion.on)
        if near is None or held.body in near
    )


def _near(body: Organization) -> set[str]:
    """A small assembly and its secretariat keep each other's record."""
    below = Organization.objects.filter(parent=body, classification=Classification.SECRETARIAT)
    near = {body.public_id, *below.values_list("public_id", flat=True)}
    if body.parent is not None and body.classification == Classification.SECRETARIAT:
        near.add(body.parent.public_id)
    return near


def sanction(power: str | None, *, act: Act) -> Verdict | None:
    """What the charter says, on the day of an act, of its signatory's power; None: not its matter.

    Raises:
        SignedByAnother: it gives the power to somebody else, or knows none on that day.
    """
    if power is None:
        return None
    verdict = law_on(act.date).can(power, {act.issuer})
    if not verdict.met:
        raise SignedByAnother(verdict=verdict, issuer=act.get_issuer_display())
    return verdict


def seating_power(organization: Organization, category: Category) -> str | None:
    """What the charter calls the power to give a seat of a category; None: it is silent."""
    kind = Classification(organization.classification)
    return SEATING_POWERS_OF_CATEGORIES.get((kind, category)) or SEATING_POWERS.get(kind)


def belonging_rule(category: Category) -> str:
    """Which rule asks whether a future member of the Council belongs to the Assembly (A19)."""
    if category == Category.SMALL_ASSEMBLY_HEAD:
        return "small_assembly_head_in_assembly"
    return "council_member_in_assembly"


def kept(*verdicts: Verdict | None) -> list[StoredVerdict]:
    """The verdicts on which an act rests, stored."""
    return [StoredVerdict.objects.keep(verdict) for verdict in verdicts if verdict is not None]
