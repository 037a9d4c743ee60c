"""Acts, bodies and posts: what there is for somebody to sit in or to hold."""

import hashlib
from datetime import date

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.actions._office import follow_at_once
from shanyraq.bodies.enums import ActKind, Competence, Issuer, Role
from shanyraq.bodies.models import Act, Designation, Post
from shanyraq.bodies.permissions import (
    ADVISORY_POWERS,
    CREATING_POWERS,
    DESIGNATING,
    kept,
    require_recorder,
    sanction,
)
from shanyraq.people.enums import AdvisoryForm, Classification
from shanyraq.people.models import Area, Organization, Wording
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action


class BodyStands(Refusal):
    """There is such a body already, and there can be only one."""

    code = "body-stands"
    message = _("This body has been established already: {body}.")
    remedy = _("Use the body that stands.")


class NoRegion(Refusal):
    """A small assembly is established in a region."""

    code = "no-region"
    status = 422
    message = _("{small_assembly:first} stands in a region; none was named.")
    remedy = _("Name the oblast or the city.")


class NotTheWorkingOrgan(Refusal):
    """Only the Working Organ is designated among departments."""

    code = "not-the-working-organ"
    status = 422
    message = _("“{body}” is not {working_organ}.")
    remedy = _("Choose {working_organ}.")


class DesignatedAlready(Refusal):
    """A designation begins on this day."""

    code = "designated-already"
    message = _("A designation of {day} is in the record.")
    remedy = _("Choose another day.")


@action(
    "bodies.record_act",
    powers=("keep_roll", "record_own_act", "leave"),
    local=("record_local_act", "record_nomination"),
)
def record_act(
    *,
    occasion: Occasion,
    kind: ActKind,
    number: str,
    date: date,
    issuer: Issuer,
    title: Wording,
    body: Organization | None = None,
    file: "File[bytes] | None" = None,
) -> Done[Act]:
    """Enter a signed act in the record, with its file when there is one.

    `body` is the body of whose organ the act is; an act of a region has force in it alone.

    Raises:
        NotARecorder: the actor neither signed it nor keeps a record.
    """
    require_recorder(occasion, issuer=issuer, body=body)
    act = Act(
        kind=kind, number=number, date=date, issuer=issuer, body=body, **title.columns("title")
    )
    if file is not None:
        act.sha256 = hashlib.sha256(file.read()).hexdigest()
        file.seek(0)
        act.file.save(f"{act.public_id}-{file.name}", file, save=False)
    act.save()
    facts = {
        "kind": str(kind),
        "number": number,
        "date": date.isoformat(),
        "issuer": str(issuer),
        "body": body.public_id if body else None,
        "sha256": act.sha256,
    }
    return Done(act, facts=facts)


@action(
    "bodies.establish_body", powers=("keep_roll", "record_own_act"), local=("record_local_act",)
)
def establish_body(
    *,
    occasion: Occasion,
    act: Act,
    classification: Classification,
    name: Wording,
    parent: Organization | None = None,
    area: Area | None = None,
    founding_date: date | None = None,
    form: AdvisoryForm | str = "",
) -> Done[Organization]:
    """Establish a body by an act, from the act's day unless another is given.

    `form` is the sort of an advisory body (R11).

    Raises:
        NotARecorder: the actor neither signed the act nor keeps the record.
        SignedByAnother: the charter gives the creation to somebody else.
        NoRegion: a small assembly without a region.
        BodyStands: there is one already and there can be only one.
    """
    require_recorder(occasion, issuer=act.issuer, body=parent)
    verdict = sanction(CREATING_POWERS.get(classification), act=act)
    if classification == Classification.SMALL_ASSEMBLY and area is None:
        raise NoRegion
    if standing := Organization.objects.rivals(classification, area).first():
        raise BodyStands(body=standing.name)
    body = Organization.objects.create(
        classification=classification,
        parent=parent,
        area=area,
        founding_date=founding_date or act.date,
        form=form,
        **name.columns("name"),
    )
    facts = {
        "act": act.public_id,
        "kind": str(classification),
        "region": area.iso if area else None,
    }
    return Done(body, facts=facts, verdicts=kept(verdict))


@action(
    "bodies.establish_post", powers=("keep_roll", "record_own_act"), local=("record_local_act",)
)
def establish_post(
    *,
    occasion: Occasion,
    act: Act,
    organization: Organization,
    role: Role,
    label: Wording,
    seats: int | None = 1,
    start_date: date | None = None,
    follows: Post | None = None,
    competence: Competence | str = "",
) -> Done[Post]:
    """Establish a post in a body by an act, from the act's day unless another is given.

    `seats` is how many hold it at once; empty: the charter says it, or nothing limits it.
    `follows` is the post whose holder holds this one by office (R17, R19.3), at once when it is
    held already; `competence` is what its holder is to be versed in (S4.3.E1).

    Raises:
        NotARecorder: the actor neither signed the act nor keeps the record.
        SignedByAnother: the charter gives the posts of an advisory body to somebody else.
        SignedElsewhere: an organ of another body signed the act.
    """
    require_recorder(occasion, issuer=act.issuer, body=organization)
    advisory = organization.classification == Classification.ADVISORY_BODY
    verdict = sanction(ADVISORY_POWERS if advisory else None, act=act, body=organization)
    first = start_date or act.date
    post = Post.objects.create(
        organization=organization,
        role=role,
        seats=seats,
        start_date=first,
        follows=follows,
        competence=competence,
        **label.columns("label"),
    )
    by_office = [] if follows is None else follow_at_once(post, act=act, first=first)
    facts = {
        "act": act.public_id,
        "body": organization.public_id,
        "role": str(role),
        "seats": seats,
        "follows": None if follows is None else follows.public_id,
        "competence": str(competence),
    }
    return Done(post, facts=facts, verdicts=kept(verdict, *by_office))


@action(
    "bodies.designate_working_organ",
    powers=("keep_roll",),
)
def designate_working_organ(
    *, occasion: Occasion, body: Organization, name: Wording, act: Act, start_date: date
) -> Done[Designation]:
    """Say which department is the Working Organ, from a day, by an act (R12.0).

    Raises:
        NotARecorder: the actor neither signed the act nor keeps the record.
        SignedByAnother: the charter gives the designation to somebody else.
        NotTheWorkingOrgan: the body is another one.
        DesignatedAlready: a designation begins on that day.
    """
    require_recorder(occasion, issuer=act.issuer, body=body)
    if body.classification != Classification.WORKING_ORGAN:
        raise NotTheWorkingOrgan(body=body.name)
    verdict = sanction(DESIGNATING, act=act)
    if Designation.objects.filter(body=body, start_date=start_date).exists():
        raise DesignatedAlready(day=start_date)
    designation = Designation.objects.create(
        body=body, act=act, start_date=start_date, **name.columns("name")
    )
    facts = {
        "body": body.public_id,
        "act": act.public_id,
        "name": name.kk,
        "start_date": start_date.isoformat(),
    }
    return Done(designation, facts=facts, verdicts=kept(verdict))
