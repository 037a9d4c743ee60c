"""The end of a body: its posts and memberships end with it."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Act, Membership, Post
from shanyraq.bodies.permissions import CREATING_POWERS, kept, require_recorder, sanction
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action


class DissolvedAlready(Refusal):
    """The body has ended by then."""

    code = "dissolved-already"
    message = _("“{body}” ends on {day} already.")


class BeginsLater(Refusal):
    """Something in the body begins on the day of its end or later."""

    code = "begins-later"
    message = _("“{what}” begins in this body on {first}, which is not before its end.")
    remedy = _("Choose a later day.")


@action("bodies.dissolve_body", powers=("keep_roll", "record_own_act"), local=("record_local_act",))
def dissolve_body(
    *, occasion: Occasion, body: Organization, act: Act, on: date
) -> Done[Organization]:
    """End a body, what is below it, its posts and memberships; `on` is the first day without it.

    Raises:
        NotARecorder: the actor neither signed the act nor keeps the record.
        SignedByAnother: the charter gives creating and ending such bodies to somebody else.
        SignedElsewhere: an organ of another body signed the act.
        DissolvedAlready: it has ended by that day.
        BeginsLater: the body, a post or a membership in it begins on the day or later.
    """
    body = Organization.objects.select_for_update(of=("self",)).get(pk=body.pk)
    require_recorder(occasion, issuer=act.issuer, body=body)
    power = CREATING_POWERS.get(Classification(body.classification))
    verdict = sanction(power, act=act, body=body)
    if body.dissolution_date is not None and body.dissolution_date <= on:
        raise DissolvedAlready(body=body.name, day=body.dissolution_date)
    ending = [body, *Organization.objects.filter(parent=body).on(on)]
    _require_begun(ending, on)
    held = Membership.objects.filter(
        Q(organization__in=ending) | Q(follows__organization__in=ending)
    ).during(on, None)
    ended = held.update(end_date=on, ended_by=act)
    posts = Post.objects.filter(organization__in=ending).filter(
        Q(end_date=None) | Q(end_date__gt=on)
    )
    closed = posts.update(end_date=on)
    for one in ending:
        one.dissolution_date = on
        one.save(update_fields=["dissolution_date"])
    facts: dict[str, str | int] = {
        "act": act.public_id,
        "on": on.isoformat(),
        "memberships": ended,
        "posts": closed,
    }
    return Done(body, facts=facts, verdicts=kept(verdict))


def _require_begun(bodies: list[Organization], on: date) -> None:
    """A period ends after its first day; what has not begun cannot end."""
    late = next((b for b in bodies if b.founding_date and b.founding_date >= on), None)
    if late is not None:
        raise BeginsLater(what=late.name, first=late.founding_date)
    post = Post.objects.filter(organization__in=bodies, start_date__gte=on).first()
    if post is not None:
        raise BeginsLater(what=post.label, first=post.start_date)
    held = Membership.objects.filter(organization__in=bodies, start_date__gte=on)
    if first := held.select_related("person").first():
        raise BeginsLater(what=first.person.name, first=first.start_date)
