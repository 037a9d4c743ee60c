"""What members say in writing on a question before their own body (R20.1)."""

from django.utils.translation import gettext_lazy as _

from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import NotAllowed, Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.actions._steps import kept, locked
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.sittings.hooks import before_contributing
from shanyraq.sittings.models import AgendaItem, Contribution
from shanyraq.sittings.permissions import DISCUSSING, rules_of
from shanyraq.sittings.queries import is_under_way, membership_of


class NotOwnBody(NotAllowed):
    """A member takes part in the discussion of questions before the own body."""

    code = "not-own-body"
    message = _("You are not a member of the body that considers this question.")
    remedy = _("Members of that body may write on it; everybody may read.")


class NotBeforeTheBody(Refusal):
    """A question is discussed from its announcement until it is finished."""

    code = "not-before-the-body"
    message = _(
        "This question is not under consideration: one writes on it from the announcement of the "
        "sitting until the question is finished."
    )


class NothingSaid(Refusal):
    """A contribution says something."""

    code = "nothing-said"
    status = 422
    message = _("The contribution is empty.")
    remedy = _("Write what you have to say on the question.")


@action("sittings.contribute", powers=[DISCUSSING])
def contribute(
    *, occasion: Occasion, item: AgendaItem, text: str, language: OpinionLanguage
) -> Done[Contribution]:
    """Add a member's words to a question; nobody changes or takes them away (R20.1, reading A20).

    Raises:
        NotYours: the charter gives the actor no right to discuss.
        NotOwnBody: the actor has no seat in the body that considers the question.
        NotBeforeTheBody: the sitting is not announced or over, or the question is finished.
        NothingSaid: there are no words in it.
        DecidedAlready: the body has decided on the question.
        NoStatute: a small assembly without a statute in force.
        LawSilent: the law of the day gives no answer.
    """
    session = locked(item.session)
    right = rules_of(session.body, occasion.on).require(DISCUSSING, occasion)
    seat = membership_of(session, occasion.actor, occasion.on)
    if seat is None:
        raise NotOwnBody
    item = session.items.select_related("session").get(pk=item.pk)
    if not is_under_way(item):
        raise NotBeforeTheBody
    for objects in before_contributing:
        objects(item)
    if not text.strip():
        raise NothingSaid
    contribution = Contribution.objects.create(
        item=item, membership=seat, text=text.strip(), language=language, added_at=occasion.at
    )
    publish(session.topic)
    facts = {"item": item.public_id, "language": str(language)}
    told = {"text": contribution.text}
    return Done(contribution, facts=facts, withheld=told, verdicts=kept([right]))
