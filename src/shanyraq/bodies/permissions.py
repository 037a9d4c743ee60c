"""Who may put what about bodies, posts and seats in the record.

Two questions are kept apart, and the charter is asked both. Whether an act has force depends on who
signed it. Whether somebody may enter it in the record depends on the post that person holds.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import Category, DocumentKind, Issuer, Role
from shanyraq.bodies.models import Act
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import law_on, may
from shanyraq.law import Verdict
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform.authority import posts_of
from shanyraq.platform.occasion import SYSTEM, Occasion
from shanyraq.platform.refusals import NotAllowed, Refusal

#: A power of the charter by name, or several of which one suffices.
Powers = str | tuple[str, ...]

#: To compose an advisory body: whoever creates it (R11), and whoever organises its work (R12.6).
ADVISORY_POWERS = ("create_advisory_bodies", "organise_advisory_bodies")
#: What the charter calls the power to create a body of a kind.
CREATING_POWERS = {Classification.ADVISORY_BODY: "create_advisory_bodies"}
#: What the charter calls the power to put somebody in a post; other posts follow from outside.
APPOINTING_POWERS: dict[Role, Powers] = {
    Role.DEPUTY_CHAIR: "appoint_deputy_chairs",
    Role.SECRETARIAT_HEAD: "appoint_secretariat_head",
    Role.ADVISORY_CHAIR: ADVISORY_POWERS,
    Role.ADVISORY_SECRETARY: ADVISORY_POWERS,
}
#: What the charter calls the power to seat somebody in a body of a kind.
SEATING_POWERS: dict[Classification, Powers] = {
    Classification.ASSEMBLY: "form_assembly",
    Classification.COUNCIL: "form_council",
    Classification.COORDINATION_COUNCIL: "form_coordination_council",
    Classification.ADVISORY_BODY: ADVISORY_POWERS,
    Classification.SMALL_ASSEMBLY: "form_small_assembly",
}
#: What the charter calls the power to adopt a document of a kind.
ADOPTING_POWERS: dict[DocumentKind, str] = {
    DocumentKind.MAIN_DIRECTIONS: "determine_and_approve_main_directions",
    DocumentKind.FUNCTIONS: "set_functions_of_coordination_council",
    DocumentKind.STATUTE: "approve_statute",
    DocumentKind.MANDATE: "create_advisory_bodies",
}
#: What the charter calls the power to say yes or no to a future head of a secretariat (R19.2).
AGREEING = "agree_secretariat_heads"
#: What the charter calls the power to say which department is the Working Organ (R12.0).
DESIGNATING = "designate_working_organ"
#: The chain of steps by which one is appointed.
HEAD_CHAIN = "appoint_head_of_secretariat"
#: Which rule says that a post goes with an office, and the fact it asks for (R17, R19.3).
OFFICE_RULES = {
    Role.SMALL_ASSEMBLY_CHAIR: ("small_assembly_chair_by_office", "akim_in_office"),
    Role.SMALL_ASSEMBLY_DEPUTY_CHAIR: (
        "small_assembly_deputy_chair_by_office",
        "head_of_secretariat",
    ),
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

#: Which rule, where the charter has one, says that a post is held without a term, and its fact.
LASTING_RULES = {Role.CHAIR: ("chair_for_life", "without_term")}

#: What the charter calls the power to enter everybody's acts in the record (R12.1).
RECORDING = "keep_roll"
#: The power to enter an act of one's own (R22, A46).
RECORDING_OWN = "record_own_act"
#: The power to enter acts about one's own small assembly, of its own chair only (R19.1, A46).
RECORDING_LOCALLY = "record_local_act"
#: The right by which a member leaves on a statement of his own (R20.3).
LEAVING = "leave"
#: The power to take in what nominates a candidate (R12.1, R19.1), and who signs such documents.
TAKING_NOMINATIONS = "record_nomination"
NOMINATORS = (
    Issuer.NATIONAL_CULTURAL_ASSOCIATION,
    Issuer.PUBLIC_ASSOCIATION,
    Issuer.HEAD_OF_STATE_BODY,
)


class NotARecorder(Refusal):
    """Somebody who neither signed the act nor keeps the record of this body wants to enter it."""

    code = "not-a-recorder"
    status = 403
    message = _(
        "Only the one who signed the act, {working_organ}, or, in a region, the secretariat "
        "enters it in the record."
    )
    remedy = _("Send them the signed act.")


class SignedByAnother(NotAllowed):
    """The charter gives this to somebody else than the one who signed the act."""

    code = "signed-by-another"
    message = _("An act signed by “{issuer}” cannot do this.")
    remedy = _("Record the act of the one whom the provision names.")


class OnlyWarned(Refusal):
    """The charter does not refuse a seat and has something to say against it (A19, A43)."""

    code = "only-warned"
    message = _("The provision does not name {person}'s case among those who sit here.")
    remedy = _("Read the clause; to include the person all the same, tick the last box.")


class SignedElsewhere(NotAllowed):
    """The act was signed by an organ of another body."""

    code = "signed-elsewhere"
    message = _("The act was signed in “{elsewhere}” and has no force in “{body}”.")
    remedy = _("Record the act of this body's own chair.")


class NotTheirAgreement(NotAllowed):
    """The word on a future head of a secretariat is the Working Organ's."""

    code = "not-their-agreement"
    message = _("{working_organ:first} says whether it agrees to a head of a secretariat.")
    remedy = _("Ask for its agreement; somebody on its staff answers.")


def require_recorder(occasion: Occasion, *, issuer: str, body: Organization | None = None) -> None:
    """Let pass who may enter an act in the record: the installation, its signatory, a keeper.

    Raises:
        NotARecorder: the actor is none of them.
    """
    if occasion.actor == SYSTEM:
        return
    keeping = may(RECORDING, actor=occasion.actor, on=occasion.on)
    own = _signed(occasion, issuer) or _leaves(occasion, issuer)
    near = _keeps_near(occasion, issuer, body) or _takes_nominations(occasion, issuer, body)
    if not (keeping.met or own or near):
        raise NotARecorder(verdict=keeping)


def _leaves(occasion: Occasion, issuer: str) -> bool:
    """Whether somebody brings a statement of his own, by which a member leaves (R20.3)."""
    return issuer == Issuer.MEMBER and may(LEAVING, actor=occasion.actor, on=occasion.on).met


def _takes_nominations(occasion: Occasion, issuer: str, body: Organization | None) -> bool:
    """Whether a document nominates somebody, and the actor takes such documents in (R14.1)."""
    if issuer not in NOMINATORS:
        return False
    near = None if body is None else _near(body)
    return may(TAKING_NOMINATIONS, actor=occasion.actor, on=occasion.on, within=near).met


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


def sanction(power: Powers | None, *, act: Act, body: Organization | None = None) -> Verdict | None:
    """What the charter says, on the day of an act, of its signatory's power; None: not its matter.

    `power` may name several, of which one suffices. `body` is whom the act is about: what one
    region's organ signed has no force in another.

    Raises:
        SignedByAnother: it gives the power to somebody else, or knows none on that day.
        SignedElsewhere: it was signed by an organ of another body.
    """
    if body is not None and act.body is not None and act.body.public_id not in _near(body):
        raise SignedElsewhere(elsewhere=act.body.name, body=body.name)
    if power is None:
        return None
    law = law_on(act.date)
    powers = (power,) if isinstance(power, str) else power
    verdicts = [law.can(each, {act.issuer}) for each in powers]
    verdict = next((each for each in verdicts if each.met), verdicts[0])
    if not verdict.met:
        raise SignedByAnother(verdict=verdict, issuer=act.get_issuer_display())
    return verdict


def signatories(power: Powers | None, on: date) -> list[Issuer]:
    """Who can sign an act by which a power is used on a day; anybody where it is not its matter."""
    if power is None:
        return list(Issuer)
    law = law_on(on)
    powers = (power,) if isinstance(power, str) else power
    return [one for one in Issuer if any(law.can(each, {one}).met for each in powers)]


def keeps_record_of(body: Organization, occasion: Occasion) -> bool:
    """Whether somebody may enter acts about a body in the record: the Working Organ, or near it."""
    if occasion.actor == SYSTEM or may(RECORDING, actor=occasion.actor, on=occasion.on).met:
        return True
    return _keeps_near(occasion, Issuer.SMALL_ASSEMBLY_CHAIR, body)


def require_record_of(body: Organization, occasion: Occasion) -> None:
    """Let pass who may enter acts about a body in the record.

    Raises:
        NotARecorder: the actor keeps the record of other bodies, or of none.
    """
    if not keeps_record_of(body, occasion):
        raise NotARecorder(verdict=may(RECORDING, actor=occasion.actor, on=occasion.on))


def require_agreeing(occasion: Occasion) -> Verdict | None:
    """Let pass who agrees to heads of secretariats; None: the installation itself.

    Raises:
        NotTheirAgreement: the charter gives the word to somebody else.
    """
    if occasion.actor == SYSTEM:
        return None
    verdict = may(AGREEING, actor=occasion.actor, on=occasion.on)
    if not verdict.met:
        raise NotTheirAgreement(verdict=verdict)
    return verdict


def holds_agreeing(occasion: Occasion) -> bool:
    """Whether to show somebody the form of the answer."""
    return may(AGREEING, actor=occasion.actor, on=occasion.on).met


def seating_power(organization: Organization, category: Category) -> Powers | None:
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


def head_steps(*, agreed: bool, appointed: bool = False, deputy: bool = False) -> dict[str, bool]:
    """How far the appointment of a head of a secretariat has come, as the chain's facts."""
    return {"agree": agreed, "appoint": appointed, "becomes_deputy": deputy}
